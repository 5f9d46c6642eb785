// The names of old rows and of added ones in one index.

import DixitText

extension NameColumns {
    /// The names of the rows of a table and of further ones.
    ///
    /// - Parameter table: has the fields that are added to.
    /// - Throws: ``DixitError`` E525 where the table came out of a file that no corpus was written as.
    init(_ old: NameIndex, _ table: Table, _ added: NameColumns, _ rows: Interleaving) throws(DixitError) {
        let addedCount = added.columns.first?.forms.rowCount ?? 0
        if addedCount == 0, rows.isAppending(table.rowCount, 0) {
            let known = try added.fields.map { name throws(DixitError) in try table.names(name) }
            self.init(index: old, fields: added.fields, columns: known)
            return
        }
        let forms = Interleaving(
            rows, oldOffsets: old.formOffsets(rows: table.rowCount),
            addedOffsets: added.index.formOffsets(rows: addedCount))
        let places = (
            old: forms.oldPlaces(old.forms.count), added: forms.addedMoves.table(added.index.forms.count)
        )
        let index = NameIndex(old, added.index, rows, forms, places)
        var columns: [NameColumn] = []
        for (field, name) in added.fields.enumerated() {
            let column = try table.names(name)
            guard let both = NameColumn(column, old, added.columns[field], added.index, rows, forms: places) else {
                throw NewsAddition.impossible(table.name + " " + name)
            }
            columns.append(both)
        }
        self.init(index: index, fields: added.fields, columns: columns)
    }
}

extension Table {
    fileprivate func names(_ field: String) throws(DixitError) -> NameColumn {
        guard let number = column(named: field), case .name(let column) = columns[number] else {
            throw NewsAddition.impossible(name + " " + field)
        }
        return column
    }
}

extension NameIndex {
    /// Where the forms of each row begin; one more entry for the end.
    fileprivate func formOffsets(rows count: Int) -> [UInt32] {
        var offsets = [UInt32](repeating: 0, count: count + 1)
        for row in rows { offsets[Int(row) + 1] += 1 }
        for row in 0..<count { offsets[row + 1] += offsets[row] }
        return offsets
    }

    /// - Parameters:
    ///   - order: of the forms, as that of the rows.
    ///   - places: where the forms of each are.
    fileprivate convenience init(
        _ old: NameIndex, _ added: NameIndex, _ rows: Interleaving, _ order: Interleaving,
        _ places: (old: [UInt32], added: [UInt32])
    ) {
        let (oldRows, addedRows) = (rows.oldMoves, rows.addedMoves)
        let joined = Self.joinedOrder(old, added, places)
        self.init(
            forms: StringTable(old.forms, added.forms, order),
            rows: order.joined(old.rows, { oldRows.moved($0) }, added.rows, { addedRows.moved($0) }),
            words: TextIndex(old.words, added.words, order), joined: StringTable(old.joined, added.joined, joined),
            joinedForms: joined.joined(
                old.joinedForms, { places.old[Int($0)] }, added.joinedForms, { places.added[Int($0)] }))
    }

    /// How the forms without spaces follow each other: by their bytes, then by the number of the form.
    private static func joinedOrder(
        _ old: NameIndex, _ added: NameIndex, _ places: (old: [UInt32], added: [UInt32])
    ) -> Interleaving {
        var befores: [Int] = []
        for number in 0..<added.joined.count {
            let equal = old.joined.equalRange(added.joined[number])
            let form = places.added[Int(added.joinedForms[number])]
            var place = equal.lowerBound
            while place < equal.upperBound {
                let other = places.old[Int(old.joinedForms[place])]
                if other != .max, other > form { break }
                place += 1
            }
            befores.append(max(place, befores.last ?? 0))
        }
        let leftOut = old.joinedForms.indices.filter { places.old[Int(old.joinedForms[$0])] == .max }
        return Interleaving(oldCount: old.joined.count, addedBefore: befores, without: leftOut)
    }
}

extension NameColumn {
    /// - Parameters:
    ///   - oldNames: what the forms of the old column are numbers of; `addedNames` those of the added one.
    ///   - places: where the forms of each are.
    /// - Returns: nil where a row has forms of another one.
    fileprivate convenience init?(
        _ old: NameColumn, _ oldNames: NameIndex, _ added: NameColumn, _ addedNames: NameIndex, _ rows: Interleaving,
        forms places: (old: [UInt32], added: [UInt32])
    ) {
        let ids = Interleaving(rows, oldOffsets: old.forms.offsets, addedOffsets: added.forms.offsets)
        let forms = Adjacency(
            offsets: rows.joinedOffsets(old.forms.offsets, added.forms.offsets),
            ids: ids.joined(old.forms.ids, { places.old[Int($0)] }, added.forms.ids, { places.added[Int($0)] }))
        if forms.ids.contains(.max) { return nil }
        let ranks = StringPlaces(
            (0..<added.firstOfName.count).map { rank in old.place(of: added.key(rank, addedNames), in: oldNames) })
        var isUsed = [Bool](repeating: false, count: old.firstOfName.count)
        for stretch in rows.stretches where !stretch.isAdded {
            for row in stretch.range where old.order[row] != .max { isUsed[Int(old.order[row])] = true }
        }
        let all = ranks.interleaving(oldCount: old.firstOfName.count) { isUsed[$0] }
        let (oldRanks, addedRanks) = (all.oldMoves.table(old.firstOfName.count), ranks.moved(all))
        let order = rows.joined(
            old.order, { $0 == .max ? .max : oldRanks[Int($0)] }, added.order,
            { $0 == .max ? .max : addedRanks[Int($0)] })
        var first = [UInt32](repeating: .max, count: all.count)
        for row in order.indices where order[row] != .max && first[Int(order[row])] == .max {
            first[Int(order[row])] = UInt32(truncatingIfNeeded: row)
        }
        self.init(forms: forms, order: order, firstOfName: Slab(first), isMany: old.isMany)
    }

    /// The folded name with a place in the order of names.
    private func key(_ rank: Int, _ names: NameIndex) -> [UInt8] {
        let row = firstOfName[rank]
        guard let form = forms[row].first else { return [] }
        let text = names.forms[Int(form)]
        return FoldedText(text.buffer).bytes
    }

    /// The first place whose folded name is not less, and whether it is the same.
    private func place(of key: [UInt8], in names: NameIndex) -> (place: Int, isShared: Bool) {
        var (low, high) = (0, firstOfName.count)
        while low < high {
            let middle = (low + high) >> 1
            if self.key(middle, names).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return (low, low < firstOfName.count && self.key(low, names) == key)
    }
}
