// The order of places by numbers: what rows and groups are sorted with.

/// A place in a list and the first number that it is sorted by.
struct KeyedPlace {
    let key: UInt64
    let place: UInt32
}

/// Sorts the places of a list by keys, one for each place; where two are the same, something else decides, and after that the place.
struct KeyOrder {
    /// As ``code(_:isDescending:)`` makes them.
    let keys: [UInt64]

    /// A number that orders as a value does, or the other way round; infinity, which stands for a missing value, comes last either way.
    @inline(__always)
    static func code(_ value: Double, isDescending: Bool) -> UInt64 {
        if value == .infinity { return .max }
        // Zero has two forms, which are equal.
        let bits = (value + 0).bitPattern
        let ascending = bits >> 63 == 1 ? ~bits : bits | 1 << 63
        return isDescending ? ~ascending : ascending
    }

    /// The first so many places in order.
    ///
    /// - Parameter tie: of two places with one key, whether the first comes before the second; nil where nothing tells them apart.
    /// - Complexity: O(n log count): a heap of the best while few are asked for, else one sort.
    @inline(__always)
    func first(
        _ count: Int, _ control: RunControl, tie: (_ left: Int, _ right: Int) -> Bool?
    ) throws(Stop) -> ArraySlice<KeyedPlace> {
        @inline(__always)
        func precedes(_ left: KeyedPlace, _ right: KeyedPlace) -> Bool {
            if left.key != right.key { return left.key < right.key }
            return tie(Int(left.place), Int(right.place)) ?? (left.place < right.place)
        }
        var best: [KeyedPlace]
        if count >= keys.count / 8 {
            best = []
            best.reserveCapacity(keys.count)
            for place in keys.indices {
                if place & 0x7FFF == 0 { try control.spend(min(keys.count - place, 0x8000)) }
                best.append(KeyedPlace(key: keys[place], place: UInt32(truncatingIfNeeded: place)))
            }
        } else {
            var heap = BoundedHeap<KeyedPlace>(capacity: count)
            try control.forEachBlock(0..<keys.count, cost: 4) { block in
                for place in block {
                    heap.insert(KeyedPlace(key: keys[place], place: UInt32(truncatingIfNeeded: place)), precedes)
                }
            }
            best = heap.items
        }
        return try control.sorted(best, by: precedes).prefix(count)
    }
}

extension Slab where Element == UInt32 {
    /// The keys of some rows by a value of each.
    ///
    /// - Parameter cost: what reading one takes, in steps of about the cost of a row.
    @inline(__always)
    func keys(
        _ control: RunControl, isDescending: Bool, cost: Int = 1, _ value: (_ row: UInt32) throws(Stop) -> Double
    ) throws(Stop) -> [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(count)
        for place in 0..<count {
            if place & 0xFFF == 0 { try control.spend(cost * Swift.min(count - place, 0x1000)) }
            keys.append(KeyOrder.code(try value(self[place]), isDescending: isDescending))
        }
        return keys
    }
}

/// The best so many of the items that were inserted: the worst of them is at the root.
struct BoundedHeap<Item> {
    private(set) var items: [Item] = []
    let capacity: Int

    init(capacity: Int) {
        self.capacity = max(0, capacity)
        items.reserveCapacity(min(self.capacity, 4096))
    }

    @inline(__always)
    mutating func insert(_ item: Item, _ precedes: (Item, Item) -> Bool) {
        if items.count < capacity {
            items.append(item)
            var child = items.count - 1
            while child > 0 {
                let parent = (child - 1) / 2
                guard precedes(items[parent], items[child]) else { break }
                items.swapAt(parent, child)
                child = parent
            }
            return
        }
        guard capacity > 0, precedes(item, items[0]) else { return }
        items[0] = item
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < items.count && precedes(items[worst], items[child]) {
                worst = child
            }
            if worst == parent { break }
            items.swapAt(worst, parent)
            parent = worst
        }
    }
}
