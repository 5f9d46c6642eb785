// The texts of all fields in one stretch of memory, as a snapshot has them.

extension Store {
    /// The same store with the texts of rows that were added to a corpus behind those of the corpus; mostly the store itself.
    ///
    /// - Complexity: linear in the length of all texts where there are such rows.
    var withTextsTogether: Store {
        var moved: [(bytes: TextBytes, offset: Int)] = []
        var end = bytes.count
        for case .text(let column) in tables.flatMap(\.columns) where isApart(column.bytes) {
            if moved.contains(where: { $0.bytes.first.start == column.bytes.first.start }) { continue }
            moved.append((column.bytes, end))
            end += column.bytes.count
        }
        if moved.isEmpty { return self }
        let whole = Slab<UInt8>(capacity: end) { memory in
            for (bytes, offset) in [(bytes: bytes, offset: 0)] + moved {
                let part = bytes.joined
                (memory + offset).initialize(from: part.start, count: part.count)
                withExtendedLifetime(part) {}
            }
            return end
        }
        func together(_ column: Column) -> Column {
            guard case .text(let text) = column else { return column }
            let offset = moved.first { $0.bytes.first.start == text.bytes.first.start }?.offset ?? 0
            return .text(
                TextColumn(
                    bytes: TextBytes(whole), offsets: text.offsets,
                    starts: TextStarts((0..<text.starts.count).map { text.starts[$0] + offset }), lengths: text.lengths,
                    index: text.index))
        }
        let tables = tables.map { table in
            Table(
                name: table.name, rowCount: table.rowCount, columnNumbers: table.columnNumbers,
                columns: table.columns.map(together), names: table.names, places: table.places)
        }
        return Store(
            schema: schema, tables: tables, bytes: TextBytes(whole), documentTexts: documentTexts, evidence: evidence)
    }

    /// Whether a field's texts lie elsewhere than those of the documents.
    private func isApart(_ texts: TextBytes) -> Bool { texts.count > 0 && texts.first.start != bytes.first.start }
}
