// Rows gathered in parts, and columns made at the same time: the corpus is that of the rows one by one.

import Dispatch
import Dixit
import TestSupport
import Testing

@Suite struct RecordBatchTests {
    private static let schema = Schema(sets: [
        SetSchema(
            "people", singular: "person", label: "name", shown: ["id", "name"], documentation: both("people"),
            fields: [
                FieldSchema("id", .keyword(), documentation: both("")),
                FieldSchema("name", .name(many: true), documentation: both("")),
                FieldSchema("roles", .keyword(many: true), documentation: both("")),
                FieldSchema("active", .boolean, documentation: both("")),
                FieldSchema("friends", .many("people"), documentation: both("")),
                FieldSchema("statements", .many("statements", inverse: "speaker"), documentation: both("")),
            ]),
        SetSchema(
            "statements", singular: "statement", shown: ["id", "text"], documentation: both("statements"),
            fields: [
                FieldSchema("id", .number, documentation: both("")),
                FieldSchema("speaker", .one("people", inverse: "statements"), documentation: both("")),
                FieldSchema("answers", .one("statements"), documentation: both("")),
                FieldSchema("verb", .keyword(), documentation: both("")),
                FieldSchema("text", .text, documentation: both("")),
                FieldSchema("note", .text, documentation: both("")),
                FieldSchema("date", .date, documentation: both("")),
            ]),
    ])

    private static func both(_ text: String) -> LocalizedText { LocalizedText(english: text, french: text) }

    private struct Row {
        let set: String
        let values: [Parameter?]
    }

    private static let fields = [
        "people": ["id", "name", "roles", "active", "friends"],
        "statements": ["id", "speaker", "answers", "verb", "text", "note", "date"],
    ]

    /// People and what they say, with values missing here and there.
    private func rows(_ random: inout SeededGenerator, statements: Int, largestId: Int) -> [Row] {
        let words = [
            "la", "Société", "civile", "s'est", "tue.", "«Oui!»", "S.N.C.F.", "Non?", "2016", "\n", "–", "œuvre",
        ]
        func text(_ random: inout SeededGenerator) -> Parameter {
            let count = Int.random(in: 0...60, using: &random)
            let chosen = (0..<count).map { _ in
                random.chance(0.1)
                    ? "mot\(Int.random(in: 0...999, using: &random))"
                    : words[Int.random(in: 0..<words.count, using: &random)]
            }
            return .text(chosen.joined(separator: " "))
        }
        func maybe(_ value: Parameter, _ random: inout SeededGenerator) -> Parameter? {
            random.chance(0.2) ? nil : value
        }
        var rows: [Row] = []
        for number in 0..<40 {
            let friends = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Parameter.text("p\(Int.random(in: 0..<40, using: &random))")
            }
            rows.append(
                Row(
                    set: "people",
                    values: [
                        .text("p\(number)"), maybe(.list([.text("Samira \(number)"), .text("Haddad")]), &random),
                        maybe(.list([.text("maire"), .text("rôle \(number % 7)")]), &random),
                        maybe(.boolean(number % 3 == 0), &random), maybe(.list(friends), &random),
                    ]))
        }
        let step = largestId / max(1, statements)
        for number in 0..<statements {
            rows.append(
                Row(
                    set: "statements",
                    values: [
                        .integer(number * step),
                        maybe(.text("p\(Int.random(in: 0..<40, using: &random))"), &random),
                        maybe(.integer(Int.random(in: 0..<statements, using: &random) * step), &random),
                        maybe(.text(["dire", "Déclarer", "declarer"][number % 3]), &random),
                        maybe(text(&random), &random), maybe(text(&random), &random),
                        maybe(.integer(Int.random(in: 1990...2030, using: &random)), &random),
                    ]))
        }
        return rows
    }

    private func bytes(_ corpus: Corpus) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try corpus.snapshot().write { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The rows one by one.
    private func whole(_ rows: [Row]) throws -> Corpus {
        var records = RecordBuilder(schema: Self.schema)
        for row in rows {
            try records.add(row.values, as: records.layout(of: row.set, fields: Self.fields[row.set] ?? []))
        }
        return try records.finish()
    }

    @Test(arguments: [(60, 60), (200, 200_000), (4_000, 4_000)] as [(Int, Int)])
    func partsMakeTheSameCorpus(statements: Int, largestId: Int) throws {
        var random = SeededGenerator(seed: UInt64(statements))
        let rows = rows(&random, statements: statements, largestId: largestId)
        let whole = try whole(rows)
        #expect(whole.defects.isEmpty)
        let expected = try bytes(whole)
        for largest in [1, 7, 1_000] {
            var records = RecordBuilder(schema: Self.schema)
            var rest = rows[...]
            while let first = rest.first {
                let part = rest.prefix(Int.random(in: 1...largest, using: &random)).prefix { $0.set == first.set }
                rest = rest.dropFirst(part.count)
                var batch = records.batch(as: try records.layout(of: first.set, fields: Self.fields[first.set] ?? []))
                for row in part { try batch.add(row.values) }
                records.add(batch)
            }
            #expect(records.count == rows.count)
            let corpus = try records.finish { pieces, work in
                DispatchQueue.concurrentPerform(iterations: pieces, execute: work)
            }
            #expect(try bytes(corpus) == expected)
        }
    }

    @Test func whatDoesNotFitAddsNoRowToABatch() throws {
        var records = RecordBuilder(schema: Self.schema)
        var batch = records.batch(as: try records.layout(of: "statements", fields: ["id", "date", "speaker"]))
        let unfit: [[Parameter?]] = [
            [.text("1"), nil, nil], [.number(.infinity), nil, nil], [nil, .text("2016-13"), nil],
            [nil, nil, .integer(1)], [nil, nil, .list([.text("p1")])],
        ]
        for values in unfit {
            do {
                try batch.add(values)
                Issue.record("\(values) were taken")
            } catch {
                #expect(error.code == "E403")
            }
        }
        try batch.add([.integer(1), .text("2016-12"), nil])
        records.add(batch)
        #expect(records.count == 1)
        #expect(try records.finish().count(of: "statements") == 1)
    }
}
