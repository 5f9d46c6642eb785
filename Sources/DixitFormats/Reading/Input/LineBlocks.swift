// The lines of a file, in blocks that several threads can read.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads lines block by block; a block ends where a line ends.
struct LineBlocks {
    /// Whole lines.
    struct Block: Sendable {
        let bytes: [UInt8]
        /// The number of its first line, from 1.
        let firstLine: Int
        /// Whether this stands for one line that was longer than any may be, and is left out.
        var isTooLong = false
    }

    private let source: any ByteSource
    private let longestLine: Int
    private let blockSize: Int
    private var rest: [UInt8] = []
    private var line = 1
    private var isAtEnd = false

    /// - Parameter blockSize: about the size of a block: large enough that handing it over costs nothing.
    init(_ source: any ByteSource, longestLine: Int = DocumentFiles.largestFile, blockSize: Int = 1 << 20) {
        self.source = source
        self.blockSize = blockSize
        self.longestLine = longestLine
    }

    /// The next lines; nil at the end.
    mutating func next() throws(ReadingProblem.Kind) -> Block? {
        var bytes = rest
        var isTooLong = false
        rest = []
        while !isAtEnd {
            let piece = try source.piece(upTo: blockSize)
            isAtEnd = piece.isEmpty
            let firstEnd = piece.withUnsafeBytes { Self.lineEnd(in: $0, from: 0) }
            if bytes.count + (firstEnd ?? piece.count) > longestLine { isTooLong = true }
            if isTooLong {
                bytes = []
                guard let firstEnd else { continue }
                rest = Array(piece[(firstEnd + 1)...])
                break
            }
            guard firstEnd != nil, let end = piece.lastIndex(of: 0x0A) else {
                bytes += piece
                continue
            }
            bytes += piece[...end]
            rest = Array(piece[(end + 1)...])
            break
        }
        if isTooLong {
            line += 1
            return Block(bytes: [], firstLine: line - 1, isTooLong: true)
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

    /// The place of the next line end, by the C library's search.
    fileprivate static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count,
            let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}

extension LineBlocks.Block {
    /// Runs through the lines, or those that have more than spaces, each with its number.
    func forEachLine<Failure: Error>(
        keepingBlanks: Bool = false, _ body: (UnsafeRawBufferPointer, _ number: Int) throws(Failure) -> Void
    ) throws(Failure) {
        var number = firstLine
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let first = number == 1 && bytes.starts(with: mark) ? mark.count : 0
        let result: Result<Void, Failure> = bytes.withUnsafeBytes { bytes in
            do throws(Failure) {
                var start = first
                while start < bytes.count {
                    let end = LineBlocks.lineEnd(in: bytes, from: start) ?? bytes.count
                    let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                    if keepingBlanks || !line.allSatisfy({ $0 <= 0x20 }) { try body(line, number) }
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
