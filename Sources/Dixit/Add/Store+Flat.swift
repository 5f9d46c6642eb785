// A corpus that grew as one that was made at once.

extension Store {
    /// The same, all of it checked: no list packed nor in layers, and all numbers of values in the order of the values.
    func flat() throws(DixitError) -> Store {
        do throws(Stop) {
            try checkWhole()
            var tables: [Table] = []
            for table in self.tables { tables.append(try table.with { column throws(Stop) in try column.flat() }) }
            return with(tables)
        } catch {
            throw DixitError(error.message)
        }
    }

    /// The same but for lists of words, which stay packed or in layers: what a snapshot is written of.
    var inOrder: Store { with(tables.map { table in table.with { $0.inOrder } }) }

    private func with(_ tables: [Table]) -> Store {
        Store(
            schema: schema, tables: tables, bytes: bytes, documentTexts: documentTexts,
            evidence: evidence.map { known in
                LinkedEvidence(
                    evidence: known.evidence.inOrder, actors: known.actors, places: known.places, keys: known.keys)
            })
    }
}

extension Table {
    /// Whether lists of words are packed, as those of a snapshot are.
    var isPacked: Bool {
        columns.contains { column in
            guard case .text(let text) = column else { return false }
            return switch text.index.rows {
            case .packed, .grown: true
            case .plain, .layered: false
            }
        }
    }

    /// - Parameter change: what becomes of each column.
    fileprivate func with<Failure: Error>(_ change: (Column) throws(Failure) -> Column) throws(Failure) -> Table {
        var columns: [Column] = []
        for column in self.columns { columns.append(try change(column)) }
        return Table(
            name: name, rowCount: rowCount, columnNumbers: columnNumbers, columns: columns, names: names, places: places
        )
    }
}

extension Column {
    fileprivate var inOrder: Column {
        switch self {
        case .keyword(let column): .keyword(column.inOrder)
        case .relation(let column):
            .relation(
                RelationColumn(table: column.table, forward: column.forward.flat, backward: column.backward.flat))
        case .text, .name, .number, .date, .boolean: self
        }
    }

    fileprivate func flat() throws(Stop) -> Column {
        switch self {
        case .text(let text):
            return .text(
                TextColumn(
                    bytes: text.bytes, offsets: text.pieceOffsets, starts: text.starts,
                    lengths: .wide(text.lengths.wide), index: try text.index.unpacked()))
        case .keyword(let column): return .keyword(column.inOrder.wide)
        case .name, .number, .date, .boolean, .relation: return inOrder
        }
    }
}

extension Links {
    fileprivate var flat: Links {
        switch self {
        case .one, .narrow: self
        case .many(let lists): .many(lists.flat)
        }
    }
}
