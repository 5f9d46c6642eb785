// What each dialect spells in its own way.

extension SQLWriter {
    /// What stands behind a statement.
    var statementEnd: String {
        // Rows without a partner have nothing in their columns, as everywhere else.
        dialect == .clickhouse ? "\nSETTINGS join_use_nulls = 1" : ""
    }

    func page(limit: Int?, skip: Int) -> String {
        let offset = skip > 0 ? " OFFSET \(skip)" : ""
        if let limit { return "LIMIT \(limit)\(offset)" }
        // SQLite has no offset without a limit.
        return dialect == .sqlite ? "LIMIT -1\(offset)" : String(offset.dropFirst())
    }

    var integerType: String {
        switch dialect {
        case .sqlite, .duckdb, .postgres: "INTEGER"
        case .clickhouse: "Nullable(Int64)"
        case .spark: "INT"
        }
    }

    func contains(_ text: String, _ letters: String) -> String {
        switch dialect {
        case .sqlite: "instr(\(text), \(letters)) > 0"
        case .duckdb, .spark: "contains(\(text), \(letters))"
        case .postgres: "strpos(\(text), \(letters)) > 0"
        case .clickhouse: "position(\(text), \(letters)) > 0"
        }
    }

    func ends(_ text: String, _ letters: String) -> String {
        let literal = dialect.literal(letters)
        switch dialect {
        case .sqlite: return "substr(\(text), -\(letters.unicodeScalars.count)) = \(literal)"
        case .duckdb: return "ends_with(\(text), \(literal))"
        case .postgres: return "right(\(text), \(letters.unicodeScalars.count)) = \(literal)"
        case .clickhouse: return "endsWith(\(text), \(literal))"
        case .spark: return "endswith(\(text), \(literal))"
        }
    }

    func length(_ text: String) -> String {
        dialect == .clickhouse ? "lengthUTF8(\(text))" : "length(\(text))"
    }

    /// Texts of a group in an order, `; ` between.
    func listed(_ text: String, by order: [String]) -> String {
        let keys = order.joined(separator: ", ")
        switch dialect {
        // SQLite before 3.44 knows no order there; it takes rows as they come, which is why the query inside is ordered.
        case .sqlite: return "group_concat(\(text), '; ')"
        case .duckdb, .postgres: return "string_agg(\(text), '; ' ORDER BY \(keys))"
        case .clickhouse:
            return
                "arrayStringConcat(arrayMap(x -> x.\(order.count + 1), arraySort(groupArray((\(keys), \(text))))), '; ')"
        case .spark:
            let fields = order.enumerated().map { "'k\($0)', \($1)" }.joined(separator: ", ")
            return
                "array_join(transform(sort_array(collect_list(named_struct(\(fields), 'v', \(text)))), x -> x.v), '; ')"
        }
    }

    /// With four decimals, halves upwards: in whole numbers, so that all engines round alike.
    func share(_ part: String, of whole: String) -> String {
        func divided(_ dividend: String, _ divisor: String) -> String {
            switch dialect {
            case .sqlite, .postgres: "\(dividend) / \(divisor)"
            case .duckdb: "\(dividend) // \(divisor)"
            // It divides even where there are no groups, and so nothing.
            case .clickhouse: "intDivOrZero(\(dividend), \(divisor))"
            case .spark: "\(dividend) div \(divisor)"
            }
        }
        return "(\(divided("(\(divided("20000 * \(part)", whole)) + 1)", "2"))) / 10000.0"
    }

    /// Words as rows with the columns `k`, `position`, `word`, `sentence`, `paragraph`.
    func words(_ source: WordSource) -> String {
        switch source {
        case .table(let table):
            return "(SELECT \(name("n")) AS k, position, word, sentence, paragraph FROM \(name(table)))"
        case .lists(let table, let key, let words, let sentences, let paragraphs):
            return lists(
                name(table), name(key), [name(words), name(sentences), name(paragraphs)], words, sentences, paragraphs)
        case .spaced(let table, let words): return spaced(name(table), name(words))
        }
    }

    private func lists(
        _ table: String, _ key: String, _ columns: [String], _ words: String, _ sentences: String, _ paragraphs: String
    ) -> String {
        switch dialect {
        case .sqlite, .duckdb:
            return
                "(SELECT \(key) AS k, generate_subscripts(\(columns[0]), 1) AS position, unnest(\(columns[0])) AS word, "
                + "unnest(\(columns[1])) AS sentence, unnest(\(columns[2])) AS paragraph FROM \(table))"
        case .postgres:
            return "(SELECT t.\(key) AS k, u.position, u.word, u.sentence, u.paragraph FROM \(table) AS t "
                + "CROSS JOIN LATERAL unnest(t.\(columns[0]), t.\(columns[1]), t.\(columns[2])) "
                + "WITH ORDINALITY AS u(word, sentence, paragraph, position))"
        case .clickhouse:
            return "(SELECT \(key) AS k, position, word, sentence, paragraph FROM \(table) "
                + "ARRAY JOIN \(columns[0]) AS word, arrayEnumerate(\(columns[0])) AS position, "
                + "\(columns[1]) AS sentence, \(columns[2]) AS paragraph)"
        case .spark:
            return "(SELECT \(key) AS k, place + 1 AS position, item.\(columns[0]) AS word, "
                + "item.\(columns[1]) AS sentence, item.\(columns[2]) AS paragraph FROM \(table) "
                + "LATERAL VIEW posexplode(arrays_zip(\(columns.joined(separator: ", ")))) AS place, item)"
        }
    }

    private func spaced(_ table: String, _ words: String) -> String {
        let values = "(SELECT DISTINCT \(words) AS k FROM \(table) WHERE \(words) IS NOT NULL) AS v"
        let rest = "1 AS sentence, 1 AS paragraph"
        switch dialect {
        case .sqlite:
            return "(SELECT v.k, j.key + 1 AS position, j.value AS word, \(rest) FROM \(values), "
                + "json_each('[\"' || replace(trim(v.k), ' ', '\",\"') || '\"]') AS j)"
        case .duckdb:
            return "(SELECT v.k, generate_subscripts(string_split(trim(v.k), ' '), 1) AS position, "
                + "unnest(string_split(trim(v.k), ' ')) AS word, \(rest) FROM \(values))"
        case .postgres:
            return "(SELECT v.k, u.position, u.word, \(rest) FROM \(values) "
                + "CROSS JOIN LATERAL unnest(string_to_array(trim(v.k), ' ')) WITH ORDINALITY AS u(word, position))"
        case .clickhouse:
            return "(SELECT v.k AS k, position, word, \(rest) FROM \(values) "
                + "ARRAY JOIN splitByChar(' ', trimBoth(assumeNotNull(v.k))) AS word, "
                + "arrayEnumerate(splitByChar(' ', trimBoth(assumeNotNull(v.k)))) AS position)"
        case .spark:
            return "(SELECT v.k, place + 1 AS position, word, \(rest) FROM \(values) "
                + "LATERAL VIEW posexplode(split(trim(v.k), ' ')) AS place, word)"
        }
    }
}
