// The engines whose SQL is written, and how each spells names, texts and types.

/// An engine that the tables of a corpus can be asked in.
package enum SQLDialect: String, Hashable, Sendable, CaseIterable {
    case sqlite
    case duckdb
    case postgres
    case clickhouse
    case spark

    /// Where the words of texts are for this engine.
    package var words: TableLayout.Words { self == .sqlite ? .tables : .lists }

    /// A name of a table or a column: `"role"`.
    package func name(_ name: String) -> String {
        let mark = self == .spark ? "`" : "\""
        let body = self == .clickhouse ? name.replacing("\\", with: "\\\\") : name
        return mark + body.replacing(mark, with: mark + mark) + mark
    }

    /// A text as a literal that nothing gets out of: `'l''accord'`. SQLite's literals end at a NUL, which no folded text has.
    package func literal(_ text: String) -> String {
        switch self {
        case .sqlite, .duckdb, .postgres: "'" + text.replacing("'", with: "''") + "'"
        // A backslash begins an escape there.
        case .clickhouse, .spark:
            "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        }
    }

    /// The type of a column.
    func type(_ column: TableLayout.Column) -> String {
        let kind = column.kind
        switch self {
        case .sqlite:
            switch kind {
            case .text, .date, .texts, .integers: return "TEXT"
            case .integer: return "INTEGER"
            case .number: return "NUMERIC"
            case .boolean: return "BOOLEAN"
            }
        case .duckdb:
            switch kind {
            case .text, .date: return "VARCHAR"
            case .integer: return "BIGINT"
            case .number: return "DOUBLE"
            case .boolean: return "BOOLEAN"
            case .texts: return "VARCHAR[]"
            case .integers: return "BIGINT[]"
            }
        case .postgres:
            switch kind {
            // By bytes, whatever the language of the database.
            case .text, .date: return "TEXT COLLATE \"C\""
            case .integer: return "BIGINT"
            case .number: return "DOUBLE PRECISION"
            case .boolean: return "BOOLEAN"
            case .texts: return "TEXT[] COLLATE \"C\""
            case .integers: return "BIGINT[]"
            }
        case .clickhouse:
            func nullable(_ type: String) -> String { column.isRequired ? type : "Nullable(\(type))" }
            switch kind {
            case .text, .date: return nullable("String")
            case .integer: return nullable("Int64")
            case .number: return nullable("Float64")
            case .boolean: return nullable("Bool")
            case .texts: return "Array(String)"
            case .integers: return "Array(Int64)"
            }
        case .spark:
            switch kind {
            case .text, .date: return "STRING"
            case .integer: return "BIGINT"
            case .number: return "DOUBLE"
            case .boolean: return "BOOLEAN"
            case .texts: return "ARRAY<STRING>"
            case .integers: return "ARRAY<BIGINT>"
            }
        }
    }
}
