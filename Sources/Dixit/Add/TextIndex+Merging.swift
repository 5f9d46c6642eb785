// The words of old rows and of added ones in one index.

extension StringTable {
    /// Strings of two tables as an interleaving says.
    init(_ old: StringTable, _ added: StringTable, _ order: Interleaving) {
        let bytes = Interleaving(order, oldOffsets: old.offsets, addedOffsets: added.offsets)
        self.init(
            bytes: bytes.joined(old.bytes, added.bytes), offsets: order.joinedOffsets(old.offsets, added.offsets))
    }
}

/// Where the strings of an ascending table belong in another one.
struct StringPlaces {
    /// For each added string the first old one that is not less, and whether that is the same.
    private(set) var places: [(place: Int, isShared: Bool)] = []

    /// - Complexity: logarithmic for each added string.
    init(of added: StringTable, in old: StringTable) {
        self.init(
            (0..<added.count).map { number in
                let range = old.equalRange(added[number])
                return (range.lowerBound, !range.isEmpty)
            })
    }

    /// - Parameter found: for each added string what was found in the old table. That of a snapshot may be in another order
    ///   than it should: places ascend all the same.
    init(_ found: [(place: Int, isShared: Bool)]) {
        var least = 0
        for (place, isEqual) in found {
            let isShared = isEqual && place >= least
            places.append((max(place, least), isShared))
            least = max(place, least) + (isShared ? 1 : 0)
        }
    }

    /// The numbers of the added strings that the old table has not.
    var new: [Int] { places.indices.filter { !places[$0].isShared } }

    /// All different strings: the old ones, and the new ones in the order of ``new``.
    ///
    /// - Parameter isUsed: whether an old string stays that is not added.
    func interleaving(oldCount: Int, where isUsed: ((Int) -> Bool)? = nil) -> Interleaving {
        var leftOut: [Int] = []
        if let isUsed {
            var shared = places.lazy.filter(\.isShared).map(\.place).makeIterator()
            var next = shared.next()
            for number in 0..<oldCount {
                let isAdded = number == next
                if isAdded { next = shared.next() }
                if !isAdded, !isUsed(number) { leftOut.append(number) }
            }
        }
        return Interleaving(oldCount: oldCount, addedBefore: new.map { places[$0].place }, without: leftOut)
    }

    /// Where each added string is among all of them.
    func moved(_ all: Interleaving) -> [UInt32] {
        let (oldMoves, newMoves) = (all.oldMoves, all.addedMoves)
        var newCount: UInt32 = 0
        return places.map { place, isShared in
            if isShared { return oldMoves.moved(UInt32(truncatingIfNeeded: place)) }
            newCount += 1
            return newMoves.moved(newCount - 1)
        }
    }
}

extension TextIndex {
    /// The index of old rows and of added ones, as one that was built of all of them.
    ///
    /// - Precondition: the lists of neither are packed, but where rows are added behind all others and lists are layered, or
    ///   there are no old rows.
    /// - Parameter layered: whether lists may stay where they are and grow in layers.
    /// - Complexity: linear in the size of both, at the speed of memory: lists without an added row are copied side by side. Where old
    ///   rows are left out, every element is looked at. Where rows are added behind all others and lists are layered,
    ///   linear in the number of terms and in what is added.
    convenience init(_ old: TextIndex, _ added: TextIndex, _ rows: Interleaving, layered: Bool = false) {
        if layered, rows.isAppending(old.rowCount, added.rowCount) {
            self.init(old, followedBy: added, rows)
            return
        }
        if old.rowCount == 0 {
            self.init(
                terms: added.terms, rowOffsets: added.rowOffsets, rows: added.rows,
                positionOffsets: added.positionOffsets, positions: added.positions, rowStarts: added.rowStarts,
                sentenceStarts: added.sentenceStarts, paragraphStarts: added.paragraphStarts)
            return
        }
        let old = old.flat
        let positions = Interleaving(rows, oldOffsets: old.rowStarts, addedOffsets: added.rowStarts)
        let places = StringPlaces(of: added.terms, in: old.terms)
        let oldRows = KeptLists(old.rowOffsets, old.rows.plain, rows, count: old.rowCount)
        let terms = places.interleaving(oldCount: old.terms.count, where: oldRows.map { lists in { lists.hasAny($0) } })
        let merged = MergedLists(places, terms, oldCount: old.terms.count)
        let oldPositions =
            oldRows == nil
            ? nil
            : KeptLists(old.positionOffsets, old.positions.plain, positions, count: Int(old.rowStarts.last ?? 0))
        let (rowOffsets, allRows) =
            if let oldRows {
                merged.lists(oldRows, added.rowOffsets, added.rows.plain, rows.addedMoves)
            } else {
                merged.lists(
                    old.rowOffsets, old.rows.plain, rows.oldMoves, added.rowOffsets, added.rows.plain, rows.addedMoves)
            }
        let (positionOffsets, allPositions) =
            if let oldPositions {
                merged.lists(oldPositions, added.positionOffsets, added.positions.plain, positions.addedMoves)
            } else {
                merged.lists(
                    old.positionOffsets, old.positions.plain, positions.oldMoves, added.positionOffsets,
                    added.positions.plain, positions.addedMoves)
            }
        func marks(_ old: Slab<UInt32>, _ added: Slab<UInt32>) -> Slab<UInt32> {
            if let oldPositions {
                MergedLists.merged(Slab(oldPositions.kept(old)), nil, added, positions.addedMoves)
            } else {
                MergedLists.merged(old, positions.oldMoves, added, positions.addedMoves)
            }
        }
        self.init(
            terms: StringTable(old.terms, StringTable(places.new.map { added.terms[$0] }), terms),
            rowOffsets: rowOffsets, rows: .plain(allRows), positionOffsets: positionOffsets,
            positions: .plain(allPositions), rowStarts: rows.joinedOffsets(old.rowStarts, added.rowStarts),
            sentenceStarts: marks(old.sentenceStarts, added.sentenceStarts),
            paragraphStarts: marks(old.paragraphStarts, added.paragraphStarts))
    }
}

extension TextIndex {
    /// The index of old rows and of added ones behind all of them, with the lists of the old ones where they are.
    private convenience init(_ old: TextIndex, followedBy added: TextIndex, _ rows: Interleaving) {
        let places = StringPlaces(of: added.terms, in: old.terms)
        let terms = places.interleaving(oldCount: old.terms.count)
        let moves = terms.oldMoves
        let numbers = places.moved(terms)
        func offsets(_ old: Slab<UInt32>, _ added: Slab<UInt32>) -> Slab<UInt32> {
            var counts = [UInt32](repeating: 0, count: terms.count)
            for (number, term) in numbers.enumerated() { counts[Int(term)] = added[number + 1] - added[number] }
            return Slab(capacity: terms.count + 1) { memory in
                var end: UInt32 = 0
                for stretch in terms.stretches {
                    for (number, term) in stretch.range.enumerated() {
                        memory[stretch.start + number] = end
                        if !stretch.isAdded { end += old[term + 1] - old[term] }
                        end += counts[stretch.start + number]
                    }
                }
                memory[terms.count] = end
                return terms.count + 1
            }
        }
        func lists<Packed>(
            _ old: TermLists<Packed>, _ oldOffsets: Slab<UInt32>, _ added: TermLists<Packed>,
            _ addedOffsets: Slab<UInt32>,
            by shift: UInt32
        ) -> TermLists<Packed> {
            old.moved(by: moves, oldOffsets).followed(
                by: LayeredLists.Layer(
                    terms: Slab(numbers), offsets: addedOffsets, numbers: Slab(added.plain.map { $0 + shift })))
        }
        let shift = old.rowStarts.last ?? 0
        self.init(
            terms: StringTable(old.terms, StringTable(places.new.map { added.terms[$0] }), terms),
            rowOffsets: offsets(old.rowOffsets, added.rowOffsets),
            rows: lists(
                old.rows, old.rowOffsets, added.rows, added.rowOffsets, by: UInt32(truncatingIfNeeded: old.rowCount)),
            positionOffsets: offsets(old.positionOffsets, added.positionOffsets),
            positions: lists(old.positions, old.positionOffsets, added.positions, added.positionOffsets, by: shift),
            rowStarts: rows.joinedOffsets(old.rowStarts, added.rowStarts),
            sentenceStarts: old.sentenceStarts.followed(by: Slab(added.sentenceStarts.map { $0 + shift })),
            paragraphStarts: old.paragraphStarts.followed(by: Slab(added.paragraphStarts.map { $0 + shift })))
    }

    /// The same with lists that are in no layers.
    var flat: TextIndex {
        guard case .layered(let rows) = rows, case .layered(let positions) = positions else { return self }
        let all = 0..<terms.count
        return TextIndex(
            terms: terms, rowOffsets: rowOffsets, rows: .plain(rows.lists(all, count: Int(rowOffsets[terms.count]))),
            positionOffsets: positionOffsets,
            positions: .plain(positions.lists(all, count: Int(positionOffsets[terms.count]))), rowStarts: rowStarts,
            sentenceStarts: sentenceStarts, paragraphStarts: paragraphStarts)
    }
}

extension TermLists {
    /// The same under other numbers of their terms, in a form that grows.
    ///
    /// - Parameter offsets: where each list began.
    fileprivate func moved(by moves: Moves, _ offsets: Slab<UInt32>) -> TermLists {
        switch self {
        case .plain(let numbers):
            let terms = Slab((0..<UInt32(truncatingIfNeeded: max(0, offsets.count - 1))).map { $0 })
            let layer = LayeredLists.Layer(terms: terms, offsets: offsets, numbers: numbers)
            return .layered(LayeredLists(layers: [layer]).moved(by: moves))
        case .layered(let lists): return .layered(lists.moved(by: moves))
        case .packed(let lists): return .grown(GrownLists(lists, offsets).moved(by: moves))
        case .grown(let lists): return .grown(lists.moved(by: moves))
        }
    }

    /// - Precondition: they are in a form that grows.
    fileprivate func followed(by layer: LayeredLists.Layer) -> TermLists {
        switch self {
        case .layered(let lists): .layered(lists.followed(by: layer))
        case .grown(let lists): .grown(lists.followed(by: layer))
        case .plain, .packed: preconditionFailure("lists that do not grow")
        }
    }

    fileprivate var plain: Slab<UInt32> {
        guard case .plain(let numbers) = self else { preconditionFailure("the lists of an index are packed") }
        return numbers
    }
}

extension TextIndex {
    /// The same with lists that are not packed.
    func unpacked() throws(Stop) -> TextIndex {
        let terms = 0..<self.terms.count
        var positions = positions
        switch positions {
        case .packed(let lists): positions = .plain(try lists.lists(terms, positionOffsets, .unlimited))
        case .grown(let lists): positions = .plain(try lists.lists(terms, count: wordCount, .unlimited))
        case .plain, .layered: return flat
        }
        return TextIndex(
            terms: self.terms, rowOffsets: rowOffsets, rows: .plain(try postings(terms, .unlimited)),
            positionOffsets: positionOffsets, positions: positions, rowStarts: rowStarts,
            sentenceStarts: sentenceStarts, paragraphStarts: paragraphStarts)
    }
}
