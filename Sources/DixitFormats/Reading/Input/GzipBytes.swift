// What is packed with gzip, unpacked while it is read.

import CZlib

/// The bytes that gzip packed, in one member or in several.
///
/// zlib, and not libarchive, unpacks them: it compares the checksum at the end of each member.
final class GzipBytes: ByteSource {
    private let source: any ByteSource
    // zlib keeps the address.
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var gauge = UnpackingGauge()
    private var isBetweenMembers = true
    private var isAtEnd = false

    /// Whether bytes begin as gzip does.
    static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The source itself where it is not packed.
    static func unpackedIfPacked(_ source: any ByteSource) -> any ByteSource {
        let peeked = PeekedBytes.around(source)
        return isGzip(peeked.peek(2)) ? GzipBytes(peeked) : peeked
    }

    init(_ source: any ByteSource) {
        self.source = source
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: 1 << 16, alignment: 1)
        if dixit_inflate_start(stream) != Z_OK { isAtEnd = true }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    var isReady: Bool { stream.pointee.avail_in > 0 || source.isReady }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingProblem.Kind) -> Int {
        while !isAtEnd {
            if stream.pointee.avail_in == 0 {
                let count = try source.read(into: input)
                gauge.packed += count
                stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_in = UInt32(count)
                if count == 0 {
                    isAtEnd = true
                    if isBetweenMembers, gauge.packed > 0 { return 0 }
                    throw .truncated
                }
            }
            isBetweenMembers = false
            stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(clamping: buffer.count)
            let result = inflate(stream, Z_NO_FLUSH)
            let count = min(buffer.count, Int(UInt32.max)) - Int(stream.pointee.avail_out)
            try gauge.unpack(count)
            switch result {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END:
                // Members follow each other where files were packed one by one and put together.
                isBetweenMembers = true
                inflateReset(stream)
            default:
                // Once more, and zlib says the same: what came before it is not lost.
                if count > 0 { return count }
                isAtEnd = true
                throw .damaged(reason: stream.pointee.msg.map { String(cString: $0) })
            }
            if count > 0 { return count }
        }
        return 0
    }
}

/// Compares what was unpacked with what it was packed in: a bomb is small and unpacks without end.
struct UnpackingGauge {
    var packed = 0
    private(set) var unpacked = 0

    /// Text packs to a fifth, a file of one line over and over to a hundredth.
    static let largestRatio = 200
    /// Less than this harms nobody.
    static let harmless = 1 << 26

    mutating func unpack(_ count: Int) throws(ReadingProblem.Kind) {
        unpacked += count
        if unpacked > Self.harmless, unpacked / Self.largestRatio > max(packed, 1 << 16) {
            throw .unpacksTooLarge(bytes: unpacked)
        }
    }
}
