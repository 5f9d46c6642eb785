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
            let old = bytes.count
            bytes.append(contentsOf: repeatElement(0, count: Self.blockSize))
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + old, Self.blockSize) }
            bytes.removeLast(Self.blockSize - max(0, count))
            if count < 0 {
                if errno == EINTR { continue }
                throw RecordProblem(.file(.unreadable(reason: systemReason(errno))), at: path)
            }
            isAtEnd = count == 0
            if bytes.count > Self.longestLine { throw RecordProblem(.noObject, at: path, line: line) }
            guard bytes.count >= Self.blockSize, let end = bytes[old...].lastIndex(of: 0x0A) else { continue }
            rest = Array(bytes[(end + 1)...])
            bytes.removeLast(bytes.count - end - 1)
            break
        }
        if bytes.isEmpty { return nil }
        let block = Block(bytes: bytes, firstLine: line)
        line += bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        return block
    }
}

extension RecordLines.Block {
    /// Runs through the lines that have more than spaces, each with its number.
    func forEachLine<Failure: Error>(
        _ body: (UnsafeRawBufferPointer, _ number: Int) throws(Failure) -> Void
    ) throws(Failure) {
        var start = 0
        var number = firstLine
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if number == 1, bytes.starts(with: mark) { start = mark.count }
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let range = start..<end
            if !bytes[range].allSatisfy({ $0 <= 0x20 }) {
                let result: Result<Void, Failure> = bytes.withUnsafeBytes { all in
                    do throws(Failure) {
                        return .success(try body(UnsafeRawBufferPointer(rebasing: all[range]), number))
                    } catch {
                        return .failure(error)
                    }
                }
                try result.get()
            }
            start = end + 1
            number += 1
        }
    }
}
