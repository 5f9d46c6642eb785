// The different values that belong to each of many things.

/// For each of a number of groups its different values, in the order of first meeting, with how often each was met.
///
/// One table for all groups: the forms of every person's name, the roles of everybody. Values are numbers of texts.
struct GroupedTally {
    private struct Entry {
        let value: UInt32
        var count: UInt32
        /// When it was met last: how many values had been met by then.
        var lastMet: UInt64
        /// The next value of the same group; `.max` after the last.
        var next: UInt32
    }

    /// Of values met equally often, which counts as the most frequent.
    enum Tie { case earliest, latest }

    private var entries: [Entry] = []
    private var met: UInt64 = 0
    /// The first and the last entry of each group.
    private var first: [UInt32]
    private var last: [UInt32]
    /// Group and key of each entry, and which it is: an open hash table.
    private var slots: [(key: UInt64, entry: UInt32)]
    private var mask: Int
    /// Different in each run, so that nobody can choose keys that all fall into one slot.
    private let factor = UInt64.random(in: .min ... .max) | 1

    init(groups: Int) {
        first = [UInt32](repeating: .max, count: groups)
        last = first
        slots = [(UInt64, UInt32)](repeating: (0, .max), count: 1024)
        mask = 1023
    }

    /// Counts a value once more.
    ///
    /// - Parameter key: what makes it the same as another, where that is not the value: one for all forms that fold to the same.
    /// - Complexity: O(1) on average.
    mutating func add(_ value: UInt32, key: UInt32? = nil, to group: UInt32) {
        met += 1
        let key = UInt64(group) << 32 | UInt64(key ?? value)
        var slot = place(of: key)
        while slots[slot].entry != .max {
            if slots[slot].key == key {
                entries[Int(slots[slot].entry)].count += 1
                entries[Int(slots[slot].entry)].lastMet = met
                return
            }
            slot = (slot + 1) & mask
        }
        let entry = UInt32(truncatingIfNeeded: entries.count)
        slots[slot] = (key, entry)
        entries.append(Entry(value: value, count: 1, lastMet: met, next: .max))
        if last[Int(group)] == .max { first[Int(group)] = entry } else { entries[Int(last[Int(group)])].next = entry }
        last[Int(group)] = entry
        if entries.count * 2 > mask { grow() }
    }

    /// The group is in the upper half of a key, the value in the lower: both have to reach the bits that are taken.
    private func place(of key: UInt64) -> Int {
        let product = key &* factor
        return Int(truncatingIfNeeded: (product ^ product >> 32) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    }

    private mutating func grow() {
        let old = slots
        mask = mask * 2 + 1
        slots = [(UInt64, UInt32)](repeating: (0, .max), count: mask + 1)
        for item in old where item.entry != .max {
            var slot = place(of: item.key)
            while slots[slot].entry != .max { slot = (slot + 1) & mask }
            slots[slot] = item
        }
    }

    func values(of group: Int) -> [UInt32] {
        var values: [UInt32] = []
        var entry = first[group]
        while entry != .max {
            values.append(entries[Int(entry)].value)
            entry = entries[Int(entry)].next
        }
        return values
    }

    /// The value met most often; of two, the one met first, or last where the latest is asked for. `isPreferred` ones go before
    /// all others.
    func mostFrequent(
        of group: Int, _ tie: Tie = .earliest, isPreferred: (UInt32) -> Bool = { _ in true }
    ) -> UInt32? {
        var best: (rank: (Int, UInt32, UInt64), value: UInt32)?
        var place = first[group]
        while place != .max {
            let entry = entries[Int(place)]
            let rank = (isPreferred(entry.value) ? 1 : 0, entry.count, tie == .latest ? entry.lastMet : 0)
            if best.map({ $0.rank < rank }) ?? true { best = (rank, entry.value) }
            place = entry.next
        }
        return best?.value
    }
}
