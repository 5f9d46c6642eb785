// The statements that make the tables, in each dialect.

extension TableLayout {
    /// `CREATE TABLE` for each table, then what belongs to it: indexes and views where the engine has them.
    package func definitions(in dialect: SQLDialect) -> [String] {
        tables.map { definition(of: $0, in: dialect) } + viewDefinitions(in: dialect)
    }

    package func viewDefinitions(in dialect: SQLDialect) -> [String] { views.map { definition(of: $0, in: dialect) } }

    /// `CREATE TABLE "statements" ("id" TEXT PRIMARY KEY …)`
    package func definition(of table: Table, in dialect: SQLDialect) -> String {
        let name = dialect.name
        var lines = table.columns.map { column in
            "\(name(column.name)) \(dialect.type(column))"
                + (column.isRequired && dialect != .clickhouse ? " NOT NULL" : "")
        }
        var end = ""
        switch dialect {
        case .sqlite, .postgres:
            lines.append("PRIMARY KEY (\(table.primaryKey.map(name).joined(separator: ", ")))")
            // Other engines fill tables in any order; here keys are for readers too.
            for column in table.columns where dialect == .sqlite {
                guard let other = column.references, let key = self[table: other]?.primaryKey.first else { continue }
                lines.append("FOREIGN KEY (\(name(column.name))) REFERENCES \(name(other)) (\(name(key)))")
            }
            if dialect == .sqlite, !table.hasRowNumber { end = " WITHOUT ROWID" }
        case .clickhouse:
            end = " ENGINE = MergeTree ORDER BY (\(table.primaryKey.map(name).joined(separator: ", ")))"
        case .duckdb, .spark: break
        }
        return "CREATE TABLE \(name(table.name)) (\n  \(lines.joined(separator: ",\n  "))\n)\(end)"
    }

    private func definition(of view: View, in dialect: SQLDialect) -> String {
        let name = dialect.name
        return "CREATE VIEW \(name(view.name)) AS\nSELECT \(view.columns.map(name).joined(separator: ", "))\n"
            + "FROM \(name(view.table))\nWHERE \(name(view.column)) = \(dialect.literal(view.value))"
    }

    /// What makes SQLite find rows, made after the rows are there: `CREATE INDEX …`.
    package var indexes: [String] {
        let name = SQLDialect.sqlite.name
        var statements: [String] = []
        func add(_ table: Table, _ columns: [String]) {
            statements.append(
                "CREATE INDEX \(name("\(table.name) by \(columns.joined(separator: ", "))")) ON \(name(table.name)) "
                    + "(\(columns.map(name).joined(separator: ", ")))")
        }
        for table in tables {
            switch table.content {
            case .rows:
                if let number = table.column(.number) { add(table, [number]) }
                for column in table.columns where column.references != nil { add(table, [column.name]) }
            case .pairs:
                if let owner = table.column(.owner), let target = table.column(.target) { add(table, [target, owner]) }
            case .values:
                if let owner = table.column(.owner), let folded = table.column(.foldedValue) {
                    add(table, [folded, owner])
                }
            case .forms:
                for content in [Column.Content.normalised, .sorted, .joined] {
                    if let column = table.column(content) { add(table, [column]) }
                }
            case .words: add(table, ["word", "n", "position"])
            case .folded: break
            }
        }
        return statements
    }

    /// The tables that search texts, and what fills them.
    package var searchDefinitions: [String] {
        let name = SQLDialect.sqlite.name
        return searches.flatMap { search in
            [
                "CREATE VIRTUAL TABLE \(name(search.name)) USING fts5(\(search.columns.map(name).joined(separator: ", ")), "
                    + "content=\(name(search.table)), tokenize='unicode61 remove_diacritics 2')",
                "INSERT INTO \(name(search.name)) (\(name(search.name))) VALUES ('rebuild')",
            ]
        }
    }
}

extension TableLayout.Table {
    /// Whether SQLite numbers its rows: those of a set, so that full-text search finds them.
    package var hasRowNumber: Bool { if case .rows = content { true } else { false } }
}
