// Packed lists of a snapshot, and what came behind them.

/// The lists of the terms of an index whose first rows lie packed in a snapshot: these stay where they are, packed, and are checked when
/// they are read; rows that came later are in layers.
struct GrownLists<Packed: PackedForm>: Sendable {
    private let base: Packed
    /// The terms that have a packed list, ascending, and where each begins, counted in numbers.
    private let terms: Slab<UInt32>
    private let offsets: Slab<UInt32>
    private let later: LayeredLists

    private init(base: Packed, terms: Slab<UInt32>, offsets: Slab<UInt32>, later: LayeredLists) {
        self.base = base
        self.terms = terms
        self.offsets = offsets
        self.later = later
    }

    /// - Parameter offsets: where each packed list begins, counted in numbers; one more entry for the end.
    init(_ base: Packed, _ offsets: Slab<UInt32>) {
        let terms = Slab((0..<UInt32(truncatingIfNeeded: max(0, offsets.count - 1))).map { $0 })
        self.init(base: base, terms: terms, offsets: offsets, later: LayeredLists(layers: []))
    }

    func list(_ term: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        guard let place = place(of: term) else { return later.list(term) }
        return joined(try base.list(place, count: count(place), control), later.list(term))
    }

    /// The numbers of a list that lie in a range.
    func list(_ term: Int, in range: Range<UInt32>, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        guard let place = place(of: term) else { return later.list(term, in: range) }
        return joined(
            try base.list(place, count: count(place), in: range, control), later.list(term, in: range))
    }

    /// The lists of terms that follow each other, one behind the other.
    ///
    /// - Parameter count: of all their numbers.
    func lists(_ terms: Range<Int>, count: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        try Slab(capacity: count, from: base.scratch) { memory throws(Stop) in
            var filled = 0
            for term in terms {
                let list = try list(term, control)
                (memory + filled).initialize(from: list.start, count: list.count)
                withExtendedLifetime(list) { filled += list.count }
            }
            return filled
        }
    }

    /// Whether every packed list is what a list can be.
    var areSound: Bool { base.areSound(offsets) }
    var source: SnapshotSource { base.source }
    var scratch: ScratchMemory { base.scratch }

    /// The same with another layer behind the last.
    func followed(by layer: LayeredLists.Layer) -> GrownLists {
        GrownLists(base: base, terms: terms, offsets: offsets, later: later.followed(by: layer))
    }

    /// The same where terms have other numbers.
    func moved(by moves: Moves) -> GrownLists {
        if moves.areNone { return self }
        let moved = Slab<UInt32>(capacity: terms.count) { memory in
            moves.move(terms.start, terms.count, to: memory)
            return withExtendedLifetime(terms) { terms.count }
        }
        return GrownLists(base: base, terms: moved, offsets: offsets, later: later.moved(by: moves))
    }

    /// Hands out the memory of all parts.
    func forEachPart(_ body: (_ name: String, _ numbers: Slab<UInt32>) -> Void) {
        base.forEachPart(body)
        body("terms", terms)
        body("offsets", offsets)
        for layer in later.layers {
            body("layer", layer.numbers)
            body("layer-offsets", layer.offsets)
            body("layer-terms", layer.terms)
        }
    }

    private func count(_ place: Int) -> Int { Int(offsets[place + 1]) - Int(offsets[place]) }

    private func place(of term: Int) -> Int? {
        let number = UInt32(truncatingIfNeeded: term)
        if term < terms.count, terms[term] == number { return term }
        let place = terms.lowerBound(number)
        return place < terms.count && terms[place] == number ? place : nil
    }

    private func joined(_ first: Slab<UInt32>, _ second: Slab<UInt32>) -> Slab<UInt32> {
        if second.isEmpty { return first }
        if first.isEmpty { return second }
        return Slab(capacity: first.count + second.count, from: base.scratch) { memory in
            memory.initialize(from: first.start, count: first.count)
            (memory + first.count).initialize(from: second.start, count: second.count)
            return withExtendedLifetime((first, second)) { first.count + second.count }
        }
    }
}
