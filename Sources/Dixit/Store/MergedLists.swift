// Lists of two indexes, put together.

/// The lists of old terms of which some elements are left out.
struct KeptLists {
    private let offsets: Slab<UInt32>
    private let elements: Slab<UInt32>
    /// For each number where it is now; `.max` where it is left out.
    private let places: [UInt32]

    /// Nil where everything stays.
    ///
    /// - Parameter count: every element is below it.
    init?(_ offsets: Slab<UInt32>, _ elements: Slab<UInt32>, _ order: Interleaving, count: Int) {
        if order.hasAll(count) { return nil }
        self.offsets = offsets
        self.elements = elements
        places = order.oldPlaces(count)
    }

    func hasAny(_ term: Int) -> Bool {
        (offsets[term]..<offsets[term + 1]).contains { place($0) != .max }
    }

    /// Appends what stays of a list, at its new place.
    func append(_ term: Int, to list: inout [UInt32]) {
        for index in offsets[term]..<offsets[term + 1] {
            let place = place(index)
            if place != .max { list.append(place) }
        }
    }

    /// Other numbers of the same kind; one more than the largest is the end.
    func kept(_ marks: Slab<UInt32>) -> [UInt32] {
        marks.map { Int($0) < places.count ? places[Int($0)] : .max }.filter { $0 != .max }
    }

    private func place(_ index: UInt32) -> UInt32 { places[Int(elements[Int(index)])] }
}

/// The lists of the terms of two indexes, put together term by term.
struct MergedLists {
    private let places: StringPlaces
    private let terms: Interleaving
    private let oldCount: Int

    /// - Parameter terms: the old ones, as many as `oldCount`, and the new ones.
    init(_ places: StringPlaces, _ terms: Interleaving, oldCount: Int) {
        self.places = places
        self.terms = terms
        self.oldCount = oldCount
    }

    /// For each term the old elements that stay and its added ones.
    func lists(
        _ old: KeptLists, _ addedOffsets: Slab<UInt32>, _ added: Slab<UInt32>, _ addedMoves: Moves
    ) -> (offsets: Slab<UInt32>, elements: Slab<UInt32>) {
        var numbers = [Int?](repeating: nil, count: oldCount)
        for (number, place) in places.places.enumerated() where place.isShared { numbers[place.place] = number }
        let new = places.new
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(terms.count + 1)
        var elements: [UInt32] = []
        for stretch in terms.stretches {
            for term in stretch.range {
                let number = stretch.isAdded ? new[term] : numbers[term]
                if let number {
                    let own = added[Int(addedOffsets[number])..<Int(addedOffsets[number + 1])]
                    var kept: [UInt32] = []
                    if !stretch.isAdded { old.append(term, to: &kept) }
                    elements += Self.merged(Slab(kept), nil, own, addedMoves)
                } else {
                    old.append(term, to: &elements)
                }
                offsets.append(UInt32(truncatingIfNeeded: elements.count))
            }
        }
        return (Slab(offsets), Slab(elements))
    }

    /// For each term its old elements and its added ones, moved and ascending.
    func lists(
        _ oldOffsets: Slab<UInt32>, _ old: Slab<UInt32>, _ oldMoves: Moves, _ addedOffsets: Slab<UInt32>,
        _ added: Slab<UInt32>, _ addedMoves: Moves
    ) -> (offsets: Slab<UInt32>, elements: Slab<UInt32>) {
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(terms.count + 1)
        let elements = Slab<UInt32>(capacity: old.count + added.count) { memory in
            var filled = 0
            func copy(_ terms: Range<Int>) {
                if terms.isEmpty { return }
                let range = Int(oldOffsets[terms.lowerBound])..<Int(oldOffsets[terms.upperBound])
                oldMoves.move(old.start + range.lowerBound, range.count, to: memory + filled)
                let shift = UInt32(truncatingIfNeeded: filled) &- oldOffsets[terms.lowerBound]
                for term in terms { offsets.append(oldOffsets[term + 1] &+ shift) }
                filled += range.count
            }
            var done = 0
            for (number, place) in places.places.enumerated() {
                copy(done..<place.place)
                let own = added[Int(addedOffsets[number])..<Int(addedOffsets[number + 1])]
                var list = old[0..<0]
                if place.isShared {
                    list = old[Int(oldOffsets[place.place])..<Int(oldOffsets[place.place + 1])]
                }
                filled += Self.merge(list, oldMoves, own, addedMoves, into: memory + filled)
                offsets.append(UInt32(truncatingIfNeeded: filled))
                done = place.place + (place.isShared ? 1 : 0)
            }
            copy(done..<oldOffsets.count - 1)
            return withExtendedLifetime((old, added)) { filled }
        }
        return (Slab(offsets), elements)
    }

    /// Two ascending lists without an element in common, each moved, as one.
    ///
    /// - Parameter oldMoves: nil where the old ones are at their new places.
    static func merged(
        _ old: Slab<UInt32>, _ oldMoves: Moves?, _ added: Slab<UInt32>, _ addedMoves: Moves
    ) -> Slab<UInt32> {
        if oldMoves?.areNone ?? true, let last = old.last, let first = added.first, last < addedMoves.moved(first) {
            return old.followed(by: Slab(added.map { addedMoves.moved($0) }))
        }
        return Slab(capacity: old.count + added.count) { memory in
            merge(old, oldMoves ?? Interleaving().oldMoves, added, addedMoves, into: memory)
        }
    }

    /// - Complexity: linear at the speed of memory in the old list, logarithmic in it for each added element.
    private static func merge(
        _ old: Slab<UInt32>, _ oldMoves: Moves, _ added: Slab<UInt32>, _ addedMoves: Moves,
        into memory: UnsafeMutablePointer<UInt32>
    ) -> Int {
        var filled = 0
        var done = 0
        func copy(upTo end: Int) {
            oldMoves.move(old.start + done, end - done, to: memory + filled)
            filled += end - done
            done = end
        }
        for element in added {
            let element = addedMoves.moved(element)
            var (low, high) = (done, old.count)
            while low < high {
                let middle = (low + high) >> 1
                if oldMoves.moved(old[middle]) < element { low = middle + 1 } else { high = middle }
            }
            copy(upTo: low)
            memory[filled] = element
            filled += 1
        }
        copy(upTo: old.count)
        return withExtendedLifetime(old) { filled }
    }
}
