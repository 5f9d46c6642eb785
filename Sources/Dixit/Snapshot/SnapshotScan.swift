// Passes over many numbers at once, as fast as memory gives them.

/// Looks at numbers of 32 bits side by side. Plain loops over them run at a third of the speed: the compiler does not see that they
/// may be read eight at a time.
enum SnapshotScan {
    typealias Lanes = SIMD8<UInt32>
    private static let width = 8

    /// The largest of some numbers, each with `added` to it without carry; 0 of none.
    static func largest(_ words: UnsafeBufferPointer<UInt32>, adding added: UInt32 = 0) -> UInt32 {
        guard let base = words.baseAddress else { return 0 }
        var largest = Lanes()
        var index = 0
        while index + width <= words.count {
            largest = pointwiseMax(largest, lanes(base, index) &+ added)
            index += width
        }
        var result = largest.max()
        while index < words.count {
            result = max(result, words[index] &+ added)
            index += 1
        }
        return result
    }

    /// How many numbers are smaller than the one before, or as small.
    static func stepsDown(_ words: UnsafeBufferPointer<UInt32>, orLevel: Bool) -> Int {
        orLevel ? steps(words, { $0 .>= $1 }, { $0 >= $1 }) : steps(words, { $0 .> $1 }, { $0 > $1 })
    }

    /// - Precondition: fewer numbers than a lane can count: a block.
    @inline(__always)
    private static func steps(
        _ words: UnsafeBufferPointer<UInt32>, _ areSteps: (Lanes, Lanes) -> SIMDMask<Lanes.MaskStorage>,
        _ isStep: (UInt32, UInt32) -> Bool
    ) -> Int {
        guard let base = words.baseAddress else { return 0 }
        var counts = Lanes()
        var index = 1
        while index + width <= words.count {
            counts &+= Lanes().replacing(with: 1, where: areSteps(lanes(base, index - 1), lanes(base, index)))
            index += width
        }
        var count = Int(counts.wrappedSum())
        while index < words.count {
            count += isStep(words[index - 1], words[index]) ? 1 : 0
            index += 1
        }
        return count
    }

    @inline(__always)
    private static func lanes(_ base: UnsafePointer<UInt32>, _ index: Int) -> Lanes {
        UnsafeRawPointer(base + index).loadUnaligned(as: Lanes.self)
    }
}
