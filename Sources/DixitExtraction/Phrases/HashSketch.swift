// A set of hashes that may, rarely, claim to hold what it does not.

/// A Bloom filter of two bits a hash (B. Bloom, 1970), with room for the tokens of a text: it errs about once in a thousand.
struct HashSketch {
    private var bits: [UInt64]
    private var mask: UInt32
    /// Beyond a megabyte the text is no news, and errors do no harm.
    private static let largest = 1 << 23

    init(count: Int = 0) {
        var size = 1_024
        while size < count * 16, size < Self.largest { size *= 2 }
        bits = [UInt64](repeating: 0, count: size / 64)
        mask = UInt32(truncatingIfNeeded: size - 1)
    }

    mutating func insert(_ hash: UInt32) {
        let (first, second) = places(hash)
        bits[Int(first >> 6)] |= 1 << UInt64(first & 63)
        bits[Int(second >> 6)] |= 1 << UInt64(second & 63)
    }

    func contains(_ hash: UInt32) -> Bool {
        let (first, second) = places(hash)
        return bits[Int(first >> 6)] & 1 << UInt64(first & 63) != 0
            && bits[Int(second >> 6)] & 1 << UInt64(second & 63) != 0
    }

    private func places(_ hash: UInt32) -> (UInt32, UInt32) {
        let mixed = UInt64(hash) &* 0x9E37_79B9_7F4A_7C15
        return (UInt32(truncatingIfNeeded: mixed >> 40) & mask, UInt32(truncatingIfNeeded: mixed >> 16) & mask)
    }
}
