// 256 numbers in as many bits each as the largest of them takes.

/// A block of 256 numbers in eight lanes: number `8 r + l` is the `r`-th of lane `l`. The bits of a lane follow each other from word to word
/// of the lane, the lowest first, so that a block of `bits` bits has `8 * bits` words.
///
/// Source: D. Lemire and L. Boytsov, “Decoding billions of integers per second through vectorization”, vertical layout.
enum PackedBlock {
    static let count = 256
    static let largestWordCount = 256

    private typealias Lanes = SIMD4<UInt32>

    /// - Parameters:
    ///   - bits: at most 32.
    ///   - memory: has room for ``count``.
    @inline(__always)
    static func unpack(_ words: UnsafePointer<UInt32>, bits: Int, into memory: UnsafeMutablePointer<UInt32>) {
        forEachRow(words, bits: bits) { row, low, high in store(low, high, row, memory) }
    }

    /// The same where each number is the distance to the one eight before, or to `first`.
    @inline(__always)
    static func unpackDistances(
        _ words: UnsafePointer<UInt32>, bits: Int, first: UInt32, into memory: UnsafeMutablePointer<UInt32>
    ) {
        var low = Lanes(repeating: first)
        var high = low
        forEachRow(words, bits: bits) { row, lowDistances, highDistances in
            low &+= lowDistances
            high &+= highDistances
            store(low, high, row, memory)
        }
    }

    @inline(__always)
    private static func store(_ low: Lanes, _ high: Lanes, _ row: Int, _ memory: UnsafeMutablePointer<UInt32>) {
        let memory = UnsafeMutableRawPointer(memory)
        memory.storeBytes(of: low, toByteOffset: 32 * row, as: Lanes.self)
        memory.storeBytes(of: high, toByteOffset: 32 * row + 16, as: Lanes.self)
    }

    /// Two vectors of four, as with ``Slab/forEachPlace(of:movedBy:_:)``.
    @inline(__always)
    private static func forEachRow(
        _ words: UnsafePointer<UInt32>, bits: Int, _ body: (_ row: Int, _ low: Lanes, _ high: Lanes) -> Void
    ) {
        let mask = Lanes(repeating: bits >= 32 ? .max : (1 << UInt32(bits)) - 1)
        var bit = 0
        for row in 0..<32 {
            let word = UnsafeRawPointer(words + (bit >> 5) * 8)
            let shift = UInt32(truncatingIfNeeded: bit & 31)
            var low = Lanes()
            var high = Lanes()
            if bits > 0 {
                low = word.loadUnaligned(as: Lanes.self) &>> Lanes(repeating: shift)
                high = word.loadUnaligned(fromByteOffset: 16, as: Lanes.self) &>> Lanes(repeating: shift)
            }
            if Int(shift) + bits > 32 {
                let back = Lanes(repeating: 32 - shift)
                low |= word.loadUnaligned(fromByteOffset: 32, as: Lanes.self) &<< back
                high |= word.loadUnaligned(fromByteOffset: 48, as: Lanes.self) &<< back
            }
            body(row, low & mask, high & mask)
            bit += bits
        }
    }

    /// One number of a block.
    @inline(__always)
    static func number(_ index: Int, _ words: UnsafePointer<UInt32>, bits: Int) -> UInt32 {
        if bits == 0 { return 0 }
        let bit = index / 8 * bits
        let word = words + ((bit >> 5) * 8 + index % 8)
        let shift = UInt32(truncatingIfNeeded: bit & 31)
        var number = word[0] &>> shift
        if Int(shift) + bits > 32 { number |= word[8] &<< (32 - shift) }
        return bits >= 32 ? number : number & ((1 << UInt32(bits)) - 1)
    }

    /// Writes 256 numbers behind others.
    static func append(to words: inout [UInt32], _ number: (Int) -> UInt32) {
        var all: UInt32 = 0
        for index in 0..<count { all |= number(index) }
        let bits = 32 - all.leadingZeroBitCount
        let start = words.count
        words.append(contentsOf: repeatElement(0, count: 8 * bits))
        for index in 0..<count where bits > 0 {
            let bit = index / 8 * bits
            let word = start + (bit >> 5) * 8 + index % 8
            let shift = UInt32(truncatingIfNeeded: bit & 31)
            words[word] |= number(index) &<< shift
            if Int(shift) + bits > 32 { words[word + 8] |= number(index) &>> (32 - shift) }
        }
    }
}

/// Numbers of any width one behind the other, the lowest bit first: what is left over of a list that has no whole block.
struct PackedBits {
    private let words: UnsafePointer<UInt32>
    private(set) var place = 0

    init(_ words: UnsafePointer<UInt32>) { self.words = words }

    /// The next number.
    ///
    /// - Precondition: its bits lie inside; `bits` is at most 32.
    @inline(__always)
    mutating func next(_ bits: Int) -> UInt32 {
        if bits == 0 { return 0 }
        let word = words + (place >> 5)
        let shift = UInt32(truncatingIfNeeded: place & 31)
        var number = word[0] &>> shift
        if Int(shift) + bits > 32 { number |= word[1] &<< (32 - shift) }
        place += bits
        return bits >= 32 ? number : number & ((1 << UInt32(bits)) - 1)
    }

    mutating func skip(_ bits: Int) { place += bits }

    /// Writes numbers into words of their own.
    struct Writer {
        private(set) var words: [UInt32] = []
        private var place = 0

        mutating func append(_ number: UInt32, _ bits: Int) {
            if bits == 0 { return }
            while words.count * 32 < place + bits { words.append(0) }
            let shift = UInt32(truncatingIfNeeded: place & 31)
            words[place >> 5] |= number &<< shift
            if Int(shift) + bits > 32 { words[place >> 5 + 1] |= number &>> (32 - shift) }
            place += bits
        }
    }
}
