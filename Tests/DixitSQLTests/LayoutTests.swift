// The tables of a schema.

import Dixit
import DixitExport
import DixitSQL
import TestSupport
import Testing

@Suite struct LayoutTests {
    @Test func theNewsHaveTheseTables() throws {
        for dialect in SQLDialect.allCases {
            let layout = TableLayout(.news, words: dialect.words)
            var statements = layout.definitions(in: dialect)
            if dialect == .sqlite { statements += layout.indexes + layout.searchDefinitions }
            try Golden.check(statements.joined(separator: ";\n") + ";\n", "tables/\(dialect.rawValue).sql")
        }
    }

    private func text(_ text: String) -> LocalizedText { LocalizedText(english: text, french: text) }

    private func set(_ name: String, _ fields: [(String, FieldType)]) -> SetSchema {
        SetSchema(
            name, singular: name + "_one", documentation: text(name),
            fields: fields.map { FieldSchema($0, $1, documentation: text($0)) })
    }

    /// A schema may have names that the layout would give.
    @Test func noTwoThingsHaveOneName() {
        let schema = Schema(sets: [
            set(
                "a",
                [
                    ("id", .keyword()), ("n", .number), ("role", .keyword()), ("role_words", .text),
                    ("roles", .keyword(many: true)),
                ]),
            set("a_folded", [("id", .keyword()), ("a_roles", .date)]),
            set("a_roles", [("id", .number), ("other", .many("a_roles"))]),
        ])
        for words in [TableLayout.Words.tables, .lists] {
            let layout = TableLayout(schema, words: words)
            let names = layout.tables.map { $0.name.lowercased() }
            #expect(Set(names).count == names.count)
            for table in layout.tables {
                let columns = table.columns.map { $0.name.lowercased() }
                #expect(Set(columns).count == columns.count, "\(table.name): \(columns)")
            }
        }
    }

    /// What has several rows on both sides is one table, seen from either.
    @Test func relationsAreStoredOnce() throws {
        let layout = TableLayout(.news, words: .tables)
        guard case .pairs(let table, let from, let to)? = layout.relation("actors", of: "documents"),
            case .pairs(let same, let back, let forth)? = layout.relation("documents", of: "actors")
        else {
            Issue.record("documents and actors are joined by no table")
            return
        }
        #expect(table == same && from == forth && to == back)
        #expect(layout.relation("statements", of: "actors") == .keyOfOther(column: "speaker"))
        #expect(layout.relation("speaker", of: "statements") == .key(column: "speaker"))
    }
}
