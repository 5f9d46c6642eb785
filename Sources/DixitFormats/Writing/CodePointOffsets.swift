// From bytes, in which the engine counts, to code points, in which JSON is read.

/// How many code points stand before a byte offset: a count every 256 bytes, the rest counted on demand.
package struct CodePointOffsets {
    private let bytes: [UInt8]
    private let counts: [Int]
    private static let block = 256

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var counts: [Int] = [0]
        counts.reserveCapacity(bytes.count / Self.block + 2)
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset > 0, offset % Self.block == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.counts = counts
    }

    package func codePoints(before offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        let block = min(offset / Self.block, counts.count - 1)
        var count = counts[block]
        for index in block * Self.block..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
