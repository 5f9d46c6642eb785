// A written form in lower case as numbers: what the word index compares and hashes, eight bytes at a time.

/// The bytes of a form, eight to a number, zeros after the end; no form of a text has a zero in it.
struct WrittenForm {
    /// More bytes than any form of the lexicon has are hashed and not kept.
    static let longest = 48

    private(set) var groups = InlineArray<6, UInt64>(repeating: 0)
    private(set) var count = 0
    private var overflow: UInt64 = 0

    init() {}

    init(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count < Self.longest {
            groups[count >> 3] |= UInt64(byte) << UInt64((count & 7) * 8)
        } else {
            overflow = (overflow ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        count += 1
    }

    /// Sixteen bytes are two groups, and that is all of most words.
    var isShort: Bool { count <= 16 }
    var isTooLong: Bool { count > Self.longest }

    /// The same for the same form, whether the lexicon knows it or not.
    var hash: UInt32 {
        if isShort { return Self.hash(groups[0], groups[1]) }
        var state = Self.mixed(groups[0], groups[1])
        for index in 2..<6 { state = Self.folded(state ^ groups[index], 0x9E37_79B9_7F4A_7C15) }
        return Self.narrowed(Self.folded(state ^ overflow, 0x9E37_79B9_7F4A_7C15))
    }

    /// The hash of a form of at most sixteen bytes.
    @inline(__always)
    static func hash(_ low: UInt64, _ high: UInt64) -> UInt32 { narrowed(mixed(low, high)) }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 { WrittenForm(bytes).hash }

    /// Multiplies and folds, as wyhash does (W. Yi, 2019).
    @inline(__always)
    private static func mixed(_ low: UInt64, _ high: UInt64) -> UInt64 {
        folded(low ^ 0xA076_1D64_78BD_642F, high ^ 0xE703_7ED1_A0B4_28DB)
    }

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func narrowed(_ state: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: state ^ state >> 32) }
}
