// The bytes that texts are cut from.

/// The bytes of all texts, in one stretch of memory or in two: those of a file, which nothing can be written behind, and those
/// that came later. No text lies in both.
struct TextBytes: Sendable {
    let first: Slab<UInt8>
    /// Counted on from the first.
    let later: Slab<UInt8>

    init(_ first: Slab<UInt8> = Slab(), later: Slab<UInt8> = Slab()) {
        self.first = first
        self.later = later
    }

    var count: Int { first.count + later.count }

    @inline(__always)
    subscript(range: Range<Int>) -> Slab<UInt8> {
        if range.upperBound <= first.count { return first[range] }
        return later[range.lowerBound - first.count..<range.upperBound - first.count]
    }

    /// These bytes and others behind them.
    func followed(by others: Slab<UInt8>) -> TextBytes {
        later.isEmpty && !first.isBorrowed
            ? TextBytes(first.followed(by: others)) : TextBytes(first, later: later.followed(by: others))
    }

    /// All of them in one stretch.
    ///
    /// - Complexity: linear where they lie in two.
    var joined: Slab<UInt8> {
        if later.isEmpty { return first }
        return Slab(capacity: count) { memory in
            memory.initialize(from: first.start, count: first.count)
            (memory + first.count).initialize(from: later.start, count: later.count)
            return withExtendedLifetime((first, later)) { count }
        }
    }
}
