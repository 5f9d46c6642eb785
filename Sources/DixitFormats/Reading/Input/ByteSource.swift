// Bytes that come piece by piece: of a file, of standard input, of what is packed in either.

/// Something to read bytes from, once, from its beginning to its end.
protocol ByteSource: AnyObject {
    /// Reads what there is, at most as much as the buffer takes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int
    /// Whether reading on would not wait for somebody who writes.
    var isReady: Bool { get }
    /// How much there probably is to read at once, at least 1.
    var expected: Int { get }
    /// Everything that is left, if it is not more than a limit.
    func everything(limit: Int) throws(ReadingProblem.Kind) -> [UInt8]
}

extension ByteSource {
    var expected: Int { 1 << 16 }

    /// The next bytes; none at the end.
    func piece() throws(ReadingProblem.Kind) -> [UInt8] { try piece(upTo: expected) }

    /// The same, at most so many.
    func piece(upTo size: Int) throws(ReadingProblem.Kind) -> [UInt8] {
        var failure: ReadingProblem.Kind?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            do throws(ReadingProblem.Kind) {
                filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    func everything(limit: Int) throws(ReadingProblem.Kind) -> [UInt8] { try everything(after: [], limit: limit) }

    func everything() throws(ReadingProblem.Kind) -> [UInt8] { try everything(limit: DocumentFiles.largestFile) }

    /// Some bytes, and everything that is left.
    func everything(after start: [UInt8], limit: Int) throws(ReadingProblem.Kind) -> [UInt8] {
        var bytes = start
        while true {
            if bytes.count > limit { throw .tooLarge(bytes: bytes.count) }
            let piece = try piece()
            if piece.isEmpty { return bytes }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        }
    }
}

/// A source whose beginning can be looked at before it is read.
final class PeekedBytes: ByteSource {
    private let source: any ByteSource
    private var ahead: [UInt8] = []
    private var next = 0
    private var failure: ReadingProblem.Kind?

    init(_ source: any ByteSource) { self.source = source }

    /// The source itself where it can be looked at already: what is looked at twice is copied once.
    static func around(_ source: any ByteSource) -> PeekedBytes { source as? PeekedBytes ?? PeekedBytes(source) }

    var expected: Int { next < ahead.count ? ahead.count - next : source.expected }

    var isReady: Bool { next < ahead.count || source.isReady }

    /// The next bytes, which are read again afterwards; fewer where the source ends or fails before.
    ///
    /// - Parameter least: What is waited for; more is taken only where that is there already.
    func peek(_ count: Int, waitingFor least: Int? = nil) -> ArraySlice<UInt8> {
        let least = min(count, least ?? count)
        while ahead.count - next < count, failure == nil {
            if ahead.count - next >= least, !source.isReady { break }
            do throws(ReadingProblem.Kind) {
                let piece = try source.piece()
                if piece.isEmpty { break }
                if ahead.isEmpty { ahead = piece } else { ahead += piece }
            } catch {
                failure = error
            }
        }
        return ahead[next...].prefix(count)
    }

    func everything(limit: Int) throws(ReadingProblem.Kind) -> [UInt8] {
        let start = next == 0 ? ahead : Array(ahead[next...])
        ahead = []
        next = 0
        if let failure { throw failure }
        return try source.everything(after: start, limit: limit)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int {
        if next < ahead.count {
            let count = min(buffer.count, ahead.count - next)
            ahead.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[next..<next + count])) }
            next += count
            return count
        }
        ahead = []
        next = 0
        if let failure { throw failure }
        return try source.read(into: buffer)
    }
}
