// The lines of a file, in blocks that several threads can read.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a file block by block; a block ends where a line ends.
struct RecordLines: ~Copyable {
    /// Whole lines.
    struct Block: Sendable {
        let bytes: [UInt8]
        /// The number of its first line, from 1.
        let firstLine: Int
    }

    private let descriptor: Int32
    private var rest: [UInt8] = []
    private var line = 1
    private var isAtEnd = false

    /// About the size of a block: large enough that handing it over costs nothing.
    private static let blockSize = 1 << 20
    /// Bytes of the longest line.
    private static let longestLine = DocumentFiles.largestFile

    init(_ path: String) throws(RecordProblem) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let kind: ReadingProblem.Kind = errno == ENOENT ? .notFound : .unreadable(reason: systemReason(errno))
            throw RecordProblem(.file(kind), at: path)
        }
    }

    deinit { close(descriptor) }

    /// The next lines; nil at the end of the file.
    mutating func next(of path: String) throws(RecordProblem) -> Block? {
        var bytes = rest
        rest = []
        while !isAtEnd {
            let piece = try readPiece(path)
            isAtEnd = piece.isEmpty
            let end = piece.lastIndex(of: 0x0A)
            if bytes.count + piece.count > Self.longestLine { throw RecordProblem(.noObject, at: path, line: line) }
            guard let end else {
                bytes += piece
                continue
            }
            bytes += piece[...end]
            rest = Array(piece[(end + 1)...])
            break
        }
        if bytes.isEmpty { return nil }
        let block = Block(bytes: bytes, firstLine: line)
        bytes.withUnsafeBytes { bytes in
            var start = 0
            while let end = Self.lineEnd(in: bytes, from: start) {
                line += 1
                start = end + 1
            }
        }
        return block
    }

    private func readPiece(_ path: String) throws(RecordProblem) -> [UInt8] {
        while true {
            var count = 0
            let piece = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, filled in
                count = read(descriptor, buffer.baseAddress, Self.blockSize)
                filled = max(0, count)
            }
            if count >= 0 { return piece }
            if errno == EINTR { continue }
            throw RecordProblem(.file(.unreadable(reason: systemReason(errno))), at: path)
        }
    }

    /// The place of the next line end, by the C library's search.
    fileprivate static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}

extension RecordLines.Block {
    /// Runs through the lines that have more than spaces, each with its number.
    func forEachLine<Failure: Error>(
        _ body: (UnsafeRawBufferPointer, _ number: Int) throws(Failure) -> Void
    ) throws(Failure) {
        var number = firstLine
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let first = number == 1 && bytes.starts(with: mark) ? mark.count : 0
        let result: Result<Void, Failure> = bytes.withUnsafeBytes { bytes in
            do throws(Failure) {
                var start = first
                while start < bytes.count {
                    let end = RecordLines.lineEnd(in: bytes, from: start) ?? bytes.count
                    let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                    if !line.allSatisfy({ $0 <= 0x20 }) { try body(line, number) }
                    start = end + 1
                    number += 1
                }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
