// A set of rows as one bit a row.

/// A bitmap over the rows of a table, with its number of ones.
struct RowBits: Sendable {
    private(set) var words: [UInt64]
    private(set) var count: Int
    /// The rows of the table.
    let universe: Int

    init(universe: Int) {
        words = [UInt64](repeating: 0, count: (universe + 63) >> 6)
        count = 0
        self.universe = universe
    }

    /// Every row of a range.
    init(_ range: Range<Int>, universe: Int) {
        self.init(universe: universe)
        guard !range.isEmpty else { return }
        let first = range.lowerBound >> 6
        let last = (range.upperBound - 1) >> 6
        for word in first...last { words[word] = ~0 }
        words[first] &= ~0 << UInt64(range.lowerBound & 63)
        words[last] &= ~0 >> UInt64(63 - (range.upperBound - 1) & 63)
        count = range.count
    }

    @inline(__always)
    func contains(_ row: UInt32) -> Bool {
        words[Int(row >> 6)] >> UInt64(row & 63) & 1 != 0
    }

    @inline(__always)
    mutating func insert(_ row: UInt32) {
        let bit: UInt64 = 1 << UInt64(row & 63)
        let old = words[Int(row >> 6)]
        words[Int(row >> 6)] = old | bit
        count += old & bit == 0 ? 1 : 0
    }

    /// Adds ascending or unordered rows.
    mutating func insert(_ rows: Slab<UInt32>) {
        var added = 0
        words.withUnsafeMutableBufferPointer { words in
            for row in rows.buffer {
                let bit: UInt64 = 1 << UInt64(row & 63)
                let old = words[Int(row >> 6)]
                words[Int(row >> 6)] = old | bit
                added += old & bit == 0 ? 1 : 0
            }
        }
        count += added
    }

    mutating func form(_ combine: (UInt64, UInt64) -> UInt64, with other: RowBits) {
        assert(universe == other.universe)
        var ones = 0
        words.withUnsafeMutableBufferPointer { words in
            other.words.withUnsafeBufferPointer { others in
                for index in words.indices {
                    let word = combine(words[index], others[index])
                    words[index] = word
                    ones += word.nonzeroBitCount
                }
            }
        }
        count = ones
    }

    mutating func invert() {
        for index in words.indices { words[index] = ~words[index] }
        if universe & 63 != 0, let last = words.indices.last {
            words[last] &= ~0 >> UInt64(64 - universe & 63)
        }
        count = universe - count
    }

    /// The rows, ascending.
    func list() -> Slab<UInt32> {
        Slab(capacity: count) { memory in
            var filled = 0
            words.withUnsafeBufferPointer { words in
                for index in words.indices {
                    var word = words[index]
                    while word != 0 {
                        memory[filled] = UInt32(truncatingIfNeeded: index << 6 + word.trailingZeroBitCount)
                        filled += 1
                        word &= word - 1
                    }
                }
            }
            return filled
        }
    }
}
