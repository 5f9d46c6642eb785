// The invariants of a store, for tests.

extension Corpus {
    /// What is wrong inside, for tests; empty where every invariant holds.
    ///
    /// - Complexity: linear in the size of the corpus.
    package var defects: [String] { schema.defects + store.tables.flatMap { store.defects(of: $0) } }
}

extension Store {
    fileprivate func defects(of table: Table) -> [String] {
        var defects: [String] = []
        let fields = schema.fields(ofTable: table.name)
        if fields.count != table.columns.count { defects.append("\(table.name) has not all its columns") }
        for field in fields {
            let name = "\(table.name).\(field.name)"
            guard let number = table.columnNumbers[field.name] else {
                defects.append("\(name) has no column")
                continue
            }
            let column = table.columns[number]
            if column.rowCount != table.rowCount {
                defects.append("\(name) has \(column.rowCount) rows, its table \(table.rowCount)")
                continue
            }
            switch column {
            case .relation(let relation): defects += self.defects(of: relation, name, field)
            case .text(let text): defects += self.defects(of: text, name)
            case .name(let names):
                let forms = table.names?.forms.count ?? 0
                if !names.forms.ids.buffer.allSatisfy({ $0 < forms }) { defects.append("\(name) has a form of nobody") }
            default: break
            }
        }
        if let places = table.places {
            for row in 0..<table.rowCount {
                let document = Int(places.documents[row])
                let length = documentTexts.lengths[document]
                if places.starts[row] > places.ends[row] || places.ends[row] > length {
                    defects.append("row \(row) of \(table.name) stands outside of its document")
                }
            }
        }
        return defects
    }

    private func defects(of relation: RelationColumn, _ name: String, _ field: FieldSchema) -> [String] {
        var defects: [String] = []
        let target = tables[relation.table]
        if target.name != schema.table(of: field.type.target ?? "") {
            defects.append("\(name) leads to \(target.name)")
        }
        if !relation.forward.stayBelow(target.rowCount) { defects.append("\(name) leads outside of \(target.name)") }
        if relation.backward.rowCount != target.rowCount { defects.append("\(name) does not lead back from all rows") }
        for row in 0..<UInt32(truncatingIfNeeded: relation.forward.rowCount) {
            let list = relation.forward.list(row)
            if !zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }) {
                defects.append("\(name) is not sorted at \(row)")
            }
        }
        let back = relation.forward.inverted(targets: target.rowCount)
        let isSame = (0..<UInt32(truncatingIfNeeded: target.rowCount)).allSatisfy { row in
            Links.many(back).list(row) == relation.backward.list(row)
        }
        if !isSame { defects.append("\(name) does not lead back the way it came") }
        return defects
    }

    private func defects(of text: TextColumn, _ name: String) -> [String] {
        let size = text.bytes.count
        let inside = (0..<text.starts.count).allSatisfy { text.starts[$0] + text.lengths[$0] <= size }
        let rows = text.index.rowCount == text.pieceOffsets.count - 1
        return (inside ? [] : ["\(name) reaches outside of the bytes"])
            + (rows ? [] : ["\(name) has not all rows indexed"])
    }
}
