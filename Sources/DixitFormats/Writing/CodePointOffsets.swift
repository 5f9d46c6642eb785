// From bytes, in which the engine counts, to code points, in which JSON is read.

/// How many code points stand before a byte offset: a count every 64 bytes, the rest counted on demand, eight bytes at a time.
package struct CodePointOffsets {
    private let bytes: [UInt8]
    private let counts: [UInt32]
    private static let block = 64

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var counts: [UInt32] = [0]
        counts.reserveCapacity(bytes.count / Self.block + 2)
        var count = 0
        var offset = 0
        while offset + Self.block <= bytes.count {
            count += Self.codePoints(of: bytes, offset..<offset + Self.block)
            counts.append(UInt32(truncatingIfNeeded: count))
            offset += Self.block
        }
        self.counts = counts
    }

    package func codePoints(before offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        let block = offset / Self.block
        return Int(counts[block]) + Self.codePoints(of: bytes, block * Self.block..<offset)
    }

    /// The bytes of a range that begin a character: all but those of the form 10xxxxxx.
    private static func codePoints(of bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes.withUnsafeBytes { bytes in
            var offset = range.lowerBound
            var further = 0
            while offset + 8 <= range.upperBound {
                let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                further += (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
                offset += 8
            }
            while offset < range.upperBound {
                if bytes[offset] & 0xC0 == 0x80 { further += 1 }
                offset += 1
            }
            return range.count - further
        }
    }
}
