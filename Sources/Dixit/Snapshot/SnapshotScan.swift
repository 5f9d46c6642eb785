// Passes over many numbers at once, as fast as memory gives them.

/// Looks at numbers of 32 bits side by side. Plain loops over them run at a third of the speed: the compiler does not see that they
/// may be read eight at a time.
enum SnapshotScan {
    typealias Lanes = SIMD8<UInt32>
    private static let width = 8
    /// Where numbers have to ascend, they are below this, so that their differences have a sign.
    static let largestLimit = Int(Int32.max)

    /// Whether every number, with `added` to it without carry, is at most `bound`.
    static func stays(_ words: UnsafeBufferPointer<UInt32>, within bound: UInt32, adding added: UInt32 = 0) -> Bool {
        guard let base = words.baseAddress else { return true }
        var index = 0
        // In the signs: of a number that is too large for 31 bits, or of what is left up to the bound.
        var signs = Lanes()
        if bound <= UInt32(Int32.max) {
            while index + width <= words.count {
                let lanes = lanes(base, index) &+ added
                signs |= lanes | (Lanes(repeating: bound) &- lanes)
                index += width
            }
        }
        var isInside = (signs & 0x8000_0000) == Lanes()
        while index < words.count {
            isInside = isInside && words[index] &+ added <= bound
            index += 1
        }
        return isInside
    }

    /// How many numbers are smaller than the one before, or as small, where all are below ``largestLimit``.
    ///
    /// - Precondition: fewer numbers than a lane can count: a block.
    static func stepsDown(_ words: UnsafeBufferPointer<UInt32>, orLevel: Bool) -> Int {
        guard let base = words.baseAddress else { return 0 }
        // “Smaller or as small” is “smaller than one more”.
        let added: UInt32 = orLevel ? 1 : 0
        var signs = Lanes()
        var index = 1
        while index + width <= words.count {
            signs &+= (lanes(base, index) &- lanes(base, index - 1) &- added) &>> 31
            index += width
        }
        var count = Int(signs.wrappedSum())
        while index < words.count {
            count += Int((words[index] &- words[index - 1] &- added) >> 31)
            index += 1
        }
        return count
    }

    /// The longest of the lists that begin at ascending offsets; 0 of none.
    static func longestList(_ offsets: UnsafeBufferPointer<UInt32>) -> UInt32 {
        guard let base = offsets.baseAddress else { return 0 }
        var longest = Lanes()
        var index = 1
        while index + width <= offsets.count {
            longest = pointwiseMax(longest, lanes(base, index) &- lanes(base, index - 1))
            index += width
        }
        var result = longest.max()
        while index < offsets.count {
            result = max(result, offsets[index] &- offsets[index - 1])
            index += 1
        }
        return result
    }

    @inline(__always)
    private static func lanes(_ base: UnsafePointer<UInt32>, _ index: Int) -> Lanes {
        UnsafeRawPointer(base + index).loadUnaligned(as: Lanes.self)
    }
}
