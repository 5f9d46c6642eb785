// Random numbers that are the same in every run.

/// A generator with a seed: SplitMix64.
///
/// Source: G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, 2014.
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of the items, which must not be none.
    public mutating func one<Item>(of items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }

    /// A number from a range.
    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True in one of so many cases.
    public mutating func happens(onceIn cases: Int) -> Bool { next() % UInt64(cases) == 0 }
}
