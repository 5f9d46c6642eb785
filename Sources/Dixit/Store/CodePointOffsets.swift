// Byte offsets of a text, counted in Unicode code points.

/// Says how many code points of a text stand before a byte: before byte 3 of “été” there are 2.
///
/// A text of ASCII alone needs no table; any other keeps one number for each 64 bytes.
struct CodePointOffsets {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The code points before each block; empty where every byte is one.
    private let blocks: [UInt32]

    private static let shift = 6

    /// - Parameter bytes: UTF-8 that outlives this value.
    /// - Complexity: linear in the number of bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        guard bytes.contains(where: { $0 >= 0x80 }) else {
            blocks = []
            return
        }
        var blocks: [UInt32] = []
        blocks.reserveCapacity(bytes.count >> Self.shift + 1)
        var count: UInt32 = 0
        var start = 0
        while start < bytes.count {
            blocks.append(count)
            let end = min(start + 1 << Self.shift, bytes.count)
            count += Self.count(bytes, start..<end)
            start = end
        }
        self.blocks = blocks
    }

    /// The code points that begin before an offset; an offset past the end counts as the end.
    ///
    /// - Complexity: O(1).
    func codePoints(before offset: Int) -> Int {
        let offset = min(max(offset, 0), bytes.count)
        if blocks.isEmpty || offset == 0 { return offset }
        let block = min(offset >> Self.shift, blocks.count - 1)
        return Int(blocks[block] + Self.count(bytes, block << Self.shift..<offset))
    }

    @inline(__always)
    private static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var count: UInt32 = 0
        for index in range { count += bytes[index] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }
}
