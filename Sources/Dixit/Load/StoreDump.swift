// A corpus as text, for goldens and for looking at it.

import DixitText

extension Corpus {
    /// All rows of all tables: `statements a:1  speaker=mustapha-el-khalfi  mode=indirect …`; what is missing is left out,
    /// and `⏎` stands for a line end.
    package var dump: String {
        var text = ""
        for table in store.tables {
            text += "\(table.name): \(table.rowCount)\n"
            let fields = schema.fields(ofTable: table.name).map(\.name)
            for row in 0..<UInt32(truncatingIfNeeded: table.rowCount) {
                let cells = fields.compactMap { field -> String? in
                    let cell = store.cell(field, row, of: table)
                    let line = cell.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
                    return line.isEmpty ? nil : "\(field)=\(line)"
                }
                text += "  " + cells.joined(separator: "  ") + "\n"
            }
        }
        return text
    }

    /// The memory of columns and indexes by the names that they have in a snapshot, but for what says where in the bytes of
    /// the corpus texts lie: of two corpora that are the same, equal.
    package var contents: [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        guard let whole = try? store.flat() else { return [:] }
        for section in SnapshotSections(whole).sections {
            let isPlace = section.name == "texts" || section.path.last == "starts" && section.path.first != "places"
            if !isPlace { contents[section.name] = Array(section.memory) }
        }
        return contents
    }

    /// How many bytes of columns and indexes are the memory of another corpus.
    package func sharedByteCount(with other: Corpus) -> Int {
        var others: [UnsafePointer<UInt8>: Int] = [:]
        for section in SnapshotSections(other.store).sections {
            others[section.memory.start] = max(others[section.memory.start] ?? 0, section.memory.count)
        }
        var seen: Set<UnsafePointer<UInt8>> = []
        return SnapshotSections(store).sections.reduce(0) { sum, section in
            guard let count = others[section.memory.start], seen.insert(section.memory.start).inserted else { return sum }
            return sum + min(count, section.memory.count)
        }
    }

    /// Some fields of the rows of a set, ` | ` between, a line a row; relations as ids.
    package func rows(of set: String, _ fields: String...) -> [String] {
        guard let number = schema.sets.firstIndex(where: { $0.name == set }) else { return [] }
        let stored = store.sets[number]
        let rows = stored.rows.list()
        return (0..<rows.count).map { index in
            let row = rows[index]
            return fields.map { store.cell($0, row, of: store.tables[stored.table]) }.joined(separator: " | ")
        }
    }
}

extension Store {
    /// A value as text; nothing where it is missing, `; ` between several.
    fileprivate func cell(_ field: String, _ row: UInt32, of table: Table) -> String {
        guard let number = table.columnNumbers[field] else { return "no field \(field)" }
        switch table.columns[number] {
        case .text(let column): return column.text(row) ?? ""
        case .name(let column):
            return column.forms.range(row).map { column.forms.ids[$0] }.map { table.names?.forms.text(Int($0)) ?? "" }
                .joined(separator: "; ")
        case .keyword(let column):
            return column.codes.list(row).map { column.dictionary.text($0) }.joined(separator: "; ")
        case .number(let column):
            guard let value = column.value(row) else { return "" }
            return value.wholeNumber.map(String.init) ?? String(value)
        case .date(let column): return column.date(row)?.description ?? ""
        case .boolean(let column): return column.value(row).map { $0 ? "true" : "false" } ?? ""
        case .relation(let column):
            let target = tables[column.table]
            return column.forward.list(row).map { id in
                target.columnNumbers["id"] == nil ? String(id) : cell("id", id, of: target)
            }.joined(separator: "; ")
        }
    }
}
