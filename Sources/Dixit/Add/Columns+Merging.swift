// The columns of a table with rows that are added to it.

import DixitText

extension ValueDictionary {
    /// The values of two dictionaries.
    ///
    /// - Parameters:
    ///   - codes: becomes where the codes of each are.
    ///   - isUsed: whether an old value stays that is not added; nil where all do.
    convenience init(
        _ old: ValueDictionary, _ added: ValueDictionary, codes: inout CodePlaces?,
        where isUsed: ((Int) -> Bool)? = nil
    ) {
        let places = StringPlaces(of: added, in: old)
        let all = places.interleaving(oldCount: old.count, where: isUsed)
        codes = CodePlaces(values: places, all: all)
        let new = places.new
        var words = TextIndexBuilder()
        for code in new {
            words.add(Words(added.values[code].buffer))
            words.finishRow()
        }
        self.init(
            values: StringTable(old.values, StringTable(new.map { added.values[$0] }), all),
            folded: StringTable(old.folded, StringTable(new.map { added.folded[$0] }), all),
            words: TextIndex(old.words, words.finish(), all))
    }
}

extension StringPlaces {
    /// Where the values of a dictionary belong in another one: by folded value, then by value.
    init(of added: ValueDictionary, in old: ValueDictionary) {
        self.init(
            (0..<added.count).map { code in
                let equal = old.folded.equalRange(added.folded[code])
                var place = equal.lowerBound
                while place < equal.upperBound, old.values[place].buffer.precedes(added.values[code].buffer) {
                    place += 1
                }
                let isShared = place < equal.upperBound && old.values[place].elementsEqual(added.values[code])
                return (place, isShared)
            })
    }
}

extension KeywordColumn {
    convenience init(_ old: KeywordColumn, _ added: KeywordColumn, _ rows: Interleaving) {
        let wide = old.wide
        if case .one = wide.codes, case .one = added.codes,
            rows.isAppending(old.codes.rowCount, added.codes.rowCount)
        {
            self.init(wide, followedBy: added, rows)
            return
        }
        let old = wide.inOrder
        var places: CodePlaces?
        var isUsed: [Bool]?
        let hasAll = rows.hasAll(old.codes.rowCount)
        if !hasAll {
            var used = [Bool](repeating: false, count: old.dictionary.count)
            for stretch in rows.stretches where !stretch.isAdded {
                for row in stretch.range { old.codes.forEach(UInt32(truncatingIfNeeded: row)) { used[Int($0)] = true } }
            }
            isUsed = used
        }
        let dictionary = ValueDictionary(
            old.dictionary, added.dictionary, codes: &places, where: isUsed.map { used in { used[$0] } })
        let all = places?.all ?? Interleaving()
        let codes = Links(
            old.codes, all.oldMoves.areNone ? nil : all.oldMoves.table(old.dictionary.count), added.codes,
            places?.values.moved(all) ?? [], rows)
        guard hasAll, let places else {
            self.init(dictionary: dictionary, codes: codes, postings: codes.inverted(targets: dictionary.count))
            return
        }
        let (offsets, ids) = MergedLists(places.values, all, oldCount: old.dictionary.count).lists(
            old.postings.offsets, old.postings.ids, rows.oldMoves, added.postings.offsets, added.postings.ids,
            rows.addedMoves)
        self.init(dictionary: dictionary, codes: codes, postings: Adjacency(offsets: offsets, ids: ids))
    }
}

/// Where the values of two dictionaries are in one.
struct CodePlaces {
    let values: StringPlaces
    let all: Interleaving
}

extension Links {
    /// The links of old rows and of added ones, each leading where what it led to is now; two that lead to one are one.
    ///
    /// - Parameter oldTargets: nil where everything is where it was.
    init(_ old: Links, _ oldTargets: [UInt32]?, _ added: Links, _ addedTargets: [UInt32], _ rows: Interleaving) {
        switch (old, added) {
        case (.one(let old), .one(let added)):
            self = .one(rows.joined(old, by: oldTargets, added, by: addedTargets))
        case (.many(let oldLists), .many(let added)):
            let old = oldLists.flat
            let ids = Interleaving(rows, oldOffsets: old.offsets, addedOffsets: added.offsets)
            let moved = Adjacency(
                offsets: rows.joinedOffsets(old.offsets, added.offsets),
                ids: ids.joined(old.ids, by: oldTargets, added.ids, by: addedTargets))
            self = .many(oldTargets == nil ? moved : moved.sorted())
        case (.narrow, _): self.init(old.wide, oldTargets, added, addedTargets, rows)
        case (_, .narrow): self.init(old, oldTargets, added.wide, addedTargets, rows)
        case (.one, .many), (.many, .one): preconditionFailure("links of one field to one and to many")
        }
    }
}

extension TextStarts {
    /// - Parameter shift: where the texts of the added ones begin.
    fileprivate init(_ old: TextStarts, _ added: TextStarts, behind shift: Int, _ pieces: Interleaving) {
        let added = TextStarts((0..<added.count).map { added[$0] + shift })
        switch (old, added) {
        case (.near(let old), .near(let added)): self = .near(pieces.joined(old, added))
        case (.far(let old), _): self = .far(pieces.joined(old, added.all))
        case (.near, .far(let added)): self = .far(pieces.joined(old.all, added))
        }
    }

    private var all: Slab<UInt64> { Slab((0..<count).map { UInt64(self[$0]) }) }
}

extension TextColumn {
    /// - Parameter bytes: those of the old column, and behind them those of the added one.
    convenience init(_ old: TextColumn, _ added: TextColumn, _ rows: Interleaving, bytes: TextBytes) {
        let (oldOffsets, addedOffsets) = (old.pieceOffsets, added.pieceOffsets)
        let pieces = Interleaving(rows, oldOffsets: oldOffsets, addedOffsets: addedOffsets)
        let shift = old.bytes.count
        self.init(
            bytes: bytes, offsets: rows.joinedOffsets(oldOffsets, addedOffsets),
            starts: TextStarts(old.starts, added.starts, behind: shift, pieces),
            lengths: .wide(pieces.joined(old.lengths.wide, added.lengths.wide)),
            index: TextIndex(old.index, added.index, rows, layered: true), seal: old.seal, after: old)
    }
}

extension NumberValues {
    fileprivate init(_ old: NumberValues, _ added: NumberValues, _ rows: Interleaving) {
        switch (old, added) {
        case (.whole(let old), .whole(let added)): self = .whole(rows.joined(old, added))
        case (.any(let old), _): self = .any(rows.joined(old, added.all))
        case (.whole, .any(let added)): self = .any(rows.joined(old.all, added))
        }
    }

    private var all: Slab<Double> { Slab((0..<count).map { self[$0] }) }
}

extension NumberColumn {
    fileprivate convenience init(_ old: NumberColumn, _ added: NumberColumn, _ rows: Interleaving) {
        let values = NumberValues(old.values, added.values, rows)
        if old.order.isEmpty, added.order.isEmpty {
            self.init(values: values, order: Slab())
        } else {
            self.init(values: (0..<values.count).map { values[$0] }, isKey: true)
        }
    }
}

extension DateColumn {
    fileprivate convenience init(_ old: DateColumn, _ added: DateColumn, _ rows: Interleaving) {
        let (first, last) = (rows.joined(old.first, added.first), rows.joined(old.last, added.last))
        guard rows.isAppending(old.first.count, added.first.count) else {
            self.init(first: first, last: last)
            return
        }
        let follows = (old.first.last ?? .min) <= (added.first.first ?? .max)
        self.init(first: first, last: last, isSorted: old.isSorted && added.isSorted && follows)
    }
}

extension PlaceColumn {
    /// - Parameter documents: where the documents of each are.
    init(_ old: PlaceColumn, _ added: PlaceColumn, _ rows: Interleaving, documents: TargetRows) {
        self.init(
            documents: rows.joined(old.documents, by: documents.changedOld, added.documents, by: documents.added),
            starts: rows.joined(old.starts, added.starts), ends: rows.joined(old.ends, added.ends))
    }
}

/// Where the rows of an old table and of an added one are in the table of both.
struct TargetRows: Sendable {
    /// Nil where all old rows are where they were.
    let changedOld: [UInt32]?
    let added: [UInt32]
    /// How many rows there are then.
    let count: Int

    init(old: [UInt32], added: [UInt32], count: Int) {
        changedOld = old.indices.allSatisfy { old[$0] == $0 } ? nil : old
        self.added = added
        self.count = count
    }

    init(_ rows: Interleaving, oldCount: Int, addedCount: Int) {
        changedOld = rows.oldMoves.areNone ? nil : rows.oldMoves.table(oldCount)
        added = rows.addedMoves.table(addedCount)
        count = rows.count
    }

    /// Where an old row is.
    func old(_ row: UInt32) -> UInt32 { changedOld.map { $0[Int(row)] } ?? row }
}

extension RelationColumn {
    /// The other end of this relation with further rows behind its own; nil where that is made anew of all of it.
    ///
    /// - Parameters:
    ///   - added: the links of the further rows.
    ///   - targets: where the rows that the relation leads to are.
    fileprivate func inverse(with added: Links, to targets: TargetRows, _ rows: Interleaving) -> Adjacency? {
        guard case .many(let lists) = backward, rows.isAppending(forward.rowCount, added.rowCount) else { return nil }
        let pairs = added.pairs(to: targets.added, from: forward.rowCount)
        guard let changed = targets.changedOld else { return lists.followed(targets: targets.count, by: pairs) }
        return lists.moved(to: changed, of: targets.count)?.followed(targets: targets.count, by: pairs)
    }
}

extension TableBuilder {
    /// The rows of a stored table and those of another builder.
    ///
    /// - Parameters:
    ///   - bytes: the texts of the store, and behind them those that `added` was made of.
    ///   - targets: by table, where the rows are that relations lead to.
    ///   - replaced: fields that are not put together of both, but filled by the caller.
    /// - Throws: ``DixitError`` E525 where the corpus came out of a file that no corpus was written as.
    init(
        _ old: Table, _ added: TableBuilder, _ rows: Interleaving, of schema: Schema, bytes: TextBytes,
        targets: [String: TargetRows], except replaced: Set<String> = []
    ) throws(DixitError) {
        self.init(added.set, of: schema, rows: rows.count)
        for field in fields where !replaced.contains(field.name) {
            guard let filling = added.fillings[field.name], let number = old.column(named: field.name) else { continue }
            switch (filling, old.columns[number]) {
            case (.column(let new), let column):
                if let both = column.joined(with: new, rows, bytes: bytes) { fill(field.name, with: both) }
            case (.links(let new, _), .relation(let relation)):
                guard let target = field.type.target, let places = targets[schema.table(of: target)] else { break }
                fill(
                    field.name, with: Links(relation.forward, places.changedOld, new, places.added, rows),
                    inverse: relation.inverse(with: new, to: places, rows))
            default: break
            }
        }
        let names = added.names
        if let oldNames = old.names, !names.fields.isEmpty {
            fill(with: try NameColumns(oldNames, old, names, rows))
        }
        if let old = old.places, let added = added.places, let documents = targets[schema.documents?.set ?? ""] {
            places = PlaceColumn(old, added, rows, documents: documents)
        }
    }
}

extension Column {
    /// Nil for what a ``StoreBuilder`` makes, and where the types differ.
    fileprivate func joined(with added: Column, _ rows: Interleaving, bytes: TextBytes) -> Column? {
        switch (self, added) {
        case (.text(let old), .text(let added)): .text(TextColumn(old, added, rows, bytes: bytes))
        case (.keyword(let old), .keyword(let added)): .keyword(KeywordColumn(old, added, rows))
        case (.number(let old), .number(let added)):
            .number(NumberColumn(old, added, rows))
        case (.date(let old), .date(let added)):
            .date(DateColumn(old, added, rows))
        case (.boolean(let old), .boolean(let added)):
            .boolean(BooleanColumn(values: rows.joined(old.values, added.values)))
        case (.name, _), (.relation, _), (.text, _), (.keyword, _), (.number, _), (.date, _), (.boolean, _): nil
        }
    }
}
