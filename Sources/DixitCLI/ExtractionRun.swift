// Reads files one after the other or several at a time, and writes what is found in their order.

import Dispatch
import DixitExtraction
import DixitFormats
import Synchronization

/// A run over any number of files in memory that does not grow with them.
struct ExtractionRun: Sendable {
    let threads: Int
    /// The lines of one text.
    let lines: @Sendable (_ bytes: [UInt8], _ file: TextFileList.File) -> [UInt8]

    /// The files that are in memory at once, for each thread; the threads wait for each other at the end of so many.
    private static let window = 128

    private enum Piece: Sendable {
        case lines([UInt8])
        case problem(ReadingProblem)
    }

    /// Writes the lines of all files, whatever the number of threads in the same order.
    ///
    /// - Returns: Whether any file could be read.
    func write(
        _ files: [TextFileList.File], to output: OutputFile, report: (ReadingProblem) -> Void
    ) throws(OutputProblem) -> Bool {
        var readSomething = false
        let step = threads == 1 ? 1 : Self.window * threads
        for start in stride(from: 0, to: files.count, by: step) {
            for piece in pieces(of: files[start..<min(start + step, files.count)]) {
                switch piece {
                case .lines(let bytes):
                    readSomething = true
                    try output.write(bytes[...])
                case .problem(let problem): report(problem)
                }
            }
        }
        return readSomething
    }

    private func pieces(of files: ArraySlice<TextFileList.File>) -> [Piece] {
        if threads == 1 { return files.map(piece) }
        let pieces = Mutex([Piece?](repeating: nil, count: files.count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, files.count)) { _ in
            while !Interrupt.isRaised {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < files.count else { return }
                let piece = piece(files[files.startIndex + index])
                pieces.withLock { $0[index] = piece }
            }
        }
        return pieces.withLock { $0.compactMap { $0 } }
    }

    private func piece(_ file: TextFileList.File) -> Piece {
        switch TextFile.read(file.path) {
        case .success(let text): .lines(lines(Array(text.utf8), file))
        case .failure(let kind): .problem(ReadingProblem(kind, at: file.path))
        }
    }
}
