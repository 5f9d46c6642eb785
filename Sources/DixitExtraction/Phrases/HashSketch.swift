// A set of hashes that may, rarely, claim to hold what it does not.

/// One bit for each of the low bits of a hash: as a Bloom filter with one function, with room for the tokens of a text.
struct HashSketch {
    private var bits: [UInt64]
    private var mask: UInt32

    init(count: Int = 0) {
        var size = 1_024
        while size < count * 8, size < 1 << 22 { size *= 2 }
        bits = [UInt64](repeating: 0, count: size / 64)
        mask = UInt32(truncatingIfNeeded: size - 1)
    }

    mutating func insert(_ hash: UInt32) {
        let bit = mixed(hash)
        bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }

    func contains(_ hash: UInt32) -> Bool {
        let bit = mixed(hash)
        return bits[Int(bit >> 6)] & 1 << UInt64(bit & 63) != 0
    }

    private func mixed(_ hash: UInt32) -> UInt32 { (hash &* 0x9E37_79B1) >> 3 & mask }
}
