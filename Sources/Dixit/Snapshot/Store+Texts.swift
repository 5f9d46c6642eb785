// The texts of all fields in one stretch of memory, as a snapshot has them.

extension Store {
    /// The same store with the texts of rows that were added to a corpus behind those of the corpus; mostly the store itself.
    ///
    /// - Complexity: linear in the length of all texts where there are such rows.
    var withTextsTogether: Store {
        var moved: [(bytes: Slab<UInt8>, offset: Int)] = []
        var end = bytes.count
        for case .text(let column) in tables.flatMap(\.columns) where isApart(column.bytes) {
            if moved.contains(where: { $0.bytes.start == column.bytes.start }) { continue }
            moved.append((column.bytes, end))
            end += column.bytes.count
        }
        if moved.isEmpty { return self }
        let whole = Slab<UInt8>(capacity: end) { memory in
            memory.initialize(from: bytes.start, count: bytes.count)
            for (part, offset) in moved { (memory + offset).initialize(from: part.start, count: part.count) }
            return end
        }
        func together(_ column: Column) -> Column {
            guard case .text(let text) = column else { return column }
            let offset = moved.first { $0.bytes.start == text.bytes.start }?.offset ?? 0
            return .text(
                TextColumn(
                    bytes: whole, pieceOffsets: text.pieceOffsets,
                    starts: TextStarts((0..<text.starts.count).map { text.starts[$0] + offset }), lengths: text.lengths,
                    index: text.index))
        }
        let tables = tables.map { table in
            Table(
                name: table.name, rowCount: table.rowCount, columnNumbers: table.columnNumbers,
                columns: table.columns.map(together), names: table.names, places: table.places)
        }
        return Store(
            schema: schema, tables: tables, bytes: whole, documentTexts: documentTexts, evidence: evidence)
    }

    /// Whether a field's texts lie elsewhere than those of the documents.
    private func isApart(_ texts: Slab<UInt8>) -> Bool { texts.count > 0 && texts.start != bytes.start }
}
