// A set of rows of one table, in the form that costs least.

/// Rows of a table, ascending: a range, a list that may be a slice of an index, or a bitmap.
///
/// - Invariant: the rows of `.list` ascend strictly; all rows are below the size of the table.
enum RowSet: Sendable {
    case range(Range<UInt32>)
    case list(Slab<UInt32>)
    case bits(RowBits)

    static let none = RowSet.range(0..<0)

    static func all(_ universe: Int) -> RowSet { .range(0..<UInt32(truncatingIfNeeded: universe)) }

    init(_ rows: [UInt32]) { self = .list(Slab(rows)) }

    /// Rows that ascend, mostly side by side.
    init(ascending rows: [UInt32]) {
        if let first = rows.first, let last = rows.last, Int(last - first) == rows.count - 1 {
            self = .range(first..<last + 1)
        } else {
            self.init(rows)
        }
    }

    /// Rows in no order, some of them more than once.
    init(unordered rows: [UInt32]) { self.init(rows.sortedWithoutRepeats()) }

    var count: Int {
        switch self {
        case .range(let range): range.count
        case .list(let list): list.count
        case .bits(let bits): bits.count
        }
    }

    var isEmpty: Bool { count == 0 }

    func contains(_ row: UInt32) -> Bool {
        switch self {
        case .range(let range):
            return range.contains(row)
        case .list(let list):
            let index = list.lowerBound(row)
            return index < list.count && list[index] == row
        case .bits(let bits):
            return bits.contains(row)
        }
    }

    /// The rows as a list.
    func list() -> Slab<UInt32> {
        switch self {
        case .range(let range):
            return Slab(capacity: range.count) { memory in
                for (index, row) in range.enumerated() { memory[index] = row }
                return range.count
            }
        case .list(let list): return list
        case .bits(let bits): return bits.list()
        }
    }

    /// The rows as a bitmap, for testing many rows that are in no order.
    func bitmap(universe: Int) -> RowBits {
        switch self {
        case .range(let range):
            return RowBits(Int(range.lowerBound)..<Int(range.upperBound), universe: universe)
        case .list(let list):
            var bits = RowBits(universe: universe)
            bits.insert(list)
            return bits
        case .bits(let bits): return bits
        }
    }

    /// Runs through the rows, ascending.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (UInt32) throws(Failure) -> Void) throws(Failure) {
        switch self {
        case .range(let range):
            for row in range { try body(row) }
        case .list(let list):
            for index in 0..<list.count { try body(list[index]) }
        case .bits(let bits):
            let list = bits.list()
            for index in 0..<list.count { try body(list[index]) }
        }
    }
}

// MARK: - Algebra

extension RowSet {
    /// A list is kept up to this share of the table, a bitmap above: at one row in 64 both take the same memory.
    static func prefersBits(_ count: Int, of universe: Int) -> Bool { count > universe >> 6 && universe > 4096 }

    /// - Complexity: of two lists, the shorter times the logarithm of their ratio; of bitmaps, one pass over words.
    func intersection(_ other: RowSet, universe: Int) -> RowSet {
        if isEmpty || other.isEmpty { return .none }
        switch (self, other) {
        case (.range(let left), .range(let right)):
            return .range(left.clamped(to: right))
        case (.range(let range), .list(let list)), (.list(let list), .range(let range)):
            let first = list.lowerBound(range.lowerBound)
            return .list(list[first..<list.lowerBound(range.upperBound, from: first)])
        case (.range(let range), .bits(let bits)), (.bits(let bits), .range(let range)):
            if range.count == universe { return .bits(bits) }
            var result = RowBits(Int(range.lowerBound)..<Int(range.upperBound), universe: universe)
            result.form((&), with: bits)
            return .bits(result)
        case (.list(let list), .bits(let bits)), (.bits(let bits), .list(let list)):
            return .list(list.filtered { bits.contains($0) })
        case (.list(let left), .list(let right)):
            return .list(left.count <= right.count ? left.intersection(right) : right.intersection(left))
        case (.bits(var left), .bits(let right)):
            left.form((&), with: right)
            return .bits(left)
        }
    }

    func union(_ other: RowSet, universe: Int) -> RowSet { RowSet.union([self, other], universe: universe) }

    /// - Complexity: linear in the sum of the counts; lists that stay sparse are merged by sorting, others by a bitmap.
    static func union(_ sets: [RowSet], universe: Int) -> RowSet {
        let sets = sets.filter { !$0.isEmpty }
        guard let first = sets.first else { return .none }
        if sets.count == 1 { return first }
        if let whole = sets.first(where: { $0.count == universe }) { return whole }
        let total = sets.reduce(0) { $0 + $1.count }
        if !prefersBits(total, of: universe) {
            var rows: [UInt32] = []
            rows.reserveCapacity(total)
            for set in sets { set.forEach { rows.append($0) } }
            return RowSet(unordered: rows)
        }
        var bits = RowBits(universe: universe)
        for set in sets {
            switch set {
            case .list(let list): bits.insert(list)
            case .bits(let other): bits.form((|), with: other)
            case .range: bits.form((|), with: set.bitmap(universe: universe))
            }
        }
        return .bits(bits)
    }

    func complement(universe: Int) -> RowSet {
        if isEmpty { return .all(universe) }
        if count == universe { return .none }
        var bits = bitmap(universe: universe)
        bits.invert()
        return .bits(bits)
    }

    func subtracting(_ other: RowSet, universe: Int) -> RowSet {
        if isEmpty || other.isEmpty { return self }
        if case .list(let list) = self, case .list(let removed) = other {
            return .list(list.subtracting(removed))
        }
        if case .list(let list) = self { return .list(list.filtered { !other.contains($0) }) }
        return intersection(other.complement(universe: universe), universe: universe)
    }
}

extension Slab where Element == UInt32 {
    /// The elements that `isIncluded` keeps, in their order.
    @inline(__always)
    func filtered<Failure: Error>(_ isIncluded: (UInt32) throws(Failure) -> Bool) throws(Failure) -> Slab {
        try Slab(capacity: count) { memory throws(Failure) in
            var filled = 0
            for index in 0..<count {
                let row = start[index]
                memory[filled] = row
                filled += try isIncluded(row) ? 1 : 0
            }
            return filled
        }
    }

    /// The rows that are in both ascending lists; `self` is the shorter.
    func intersection(_ longer: Slab) -> Slab {
        Slab(capacity: count) { memory in
            var filled = 0
            if longer.count > 16 * count {
                var place = 0
                for index in 0..<count {
                    let row = start[index]
                    place = longer.gallop(row, from: place)
                    if place == longer.count { break }
                    if longer.start[place] == row {
                        memory[filled] = row
                        filled += 1
                    }
                }
                return filled
            }
            forEachPlace(of: longer) { place in
                memory[filled] = start[place]
                filled += 1
            }
            return filled
        }
    }

    func subtracting(_ removed: Slab) -> Slab {
        var place = 0
        return filtered { row in
            place = removed.gallop(row, from: place)
            return place == removed.count || removed[place] != row
        }
    }
}

extension Array where Element: Comparable {
    /// The different elements, ascending.
    consuming func sortedWithoutRepeats() -> [Element] {
        var sorted = self
        sorted.sort()
        var kept = 0
        for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
            sorted[kept] = sorted[index]
            kept += 1
        }
        sorted.removeLast(sorted.count - kept)
        return sorted
    }
}
