// Counts rows by the values of paths.

import DixitText

/// The groups of a count, in their order.
struct Tally: Sendable {
    let keyCount: Int
    /// For each group one code a key; `UInt64.max` stands for a missing value.
    private(set) var codes: [UInt64] = []
    private(set) var counts: [Int] = []
    /// The rows that were counted, for shares.
    var total: Int

    init(keyCount: Int, total: Int) {
        self.keyCount = keyCount
        self.total = total
    }

    @inline(__always)
    func code(_ group: Int, key: Int) -> UInt64 { codes[group * keyCount + key] }

    /// Adds a group of one key and returns its number.
    @inline(__always)
    @discardableResult
    mutating func append(_ code: UInt64, count: Int) -> Int {
        codes.append(code)
        counts.append(count)
        return counts.count - 1
    }

    /// Adds a group and returns its number.
    @discardableResult
    mutating func append(_ group: [UInt64], count: Int) -> Int {
        codes.append(contentsOf: group)
        counts.append(count)
        return counts.count - 1
    }

    @inline(__always)
    mutating func add(_ rows: Int, to group: Int) { counts[group] += rows }

    /// The groups at these places, in the order of the places.
    mutating func keep(_ places: [Int]) {
        var keptCodes: [UInt64] = []
        keptCodes.reserveCapacity(places.count * keyCount)
        for place in places { for key in 0..<keyCount { keptCodes.append(code(place, key: key)) } }
        codes = keptCodes
        counts = places.map { counts[$0] }
    }

    mutating func truncate(to count: Int) {
        guard count < counts.count else { return }
        codes.removeLast(codes.count - count * keyCount)
        counts.removeLast(counts.count - count)
    }
}
