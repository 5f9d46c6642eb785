// Fields with few values and short texts, which a snapshot has in one byte or two a row: at the edges of both.

import Dixit
import TestSupport
import Testing

@Suite struct NarrowColumnTests {
    private func field(_ name: String, _ type: FieldType) -> FieldSchema {
        FieldSchema(name, type, documentation: LocalizedText(english: "", french: ""))
    }

    /// Rows of which each has another tag, and two have none; texts of their own where they have one.
    private func corpus(tags: Int, text: (Int) -> String? = { _ in nil }) throws -> Corpus {
        let schema = Schema(sets: [
            SetSchema(
                "notes", singular: "note", isSearchedByText: true,
                documentation: LocalizedText(english: "", french: ""),
                fields: [field("id", .number), field("tag", .keyword()), field("text", .text)])
        ])
        var records = RecordBuilder(schema: schema)
        for row in 0..<tags + 2 {
            var record: [String: Parameter] = ["id": .integer(row)]
            // Two rows share the first tag.
            if row != 1 { record["tag"] = .text("t\(max(0, row - 2))") }
            if let text = text(row) { record["text"] = .text(text) }
            try records.add(record, to: "notes")
        }
        return try records.finish()
    }

    private func text(_ answer: Answer) -> String {
        answer.rows.map { row in row.values.map(\.description).joined(separator: "\t") }.joined(separator: "\n")
    }

    private func expectSame(_ corpus: Corpus, _ questions: [String], _ note: String) throws {
        let bytes = try corpus.snapshotBytes()
        let reopened = try Corpus(snapshot: bytes, verifying: .whenRead)
        for question in questions {
            let query = Query(text: question)
            #expect(try text(reopened.answer(to: query)) == text(corpus.answer(to: query)), "\(note): \(question)")
        }
        #expect(try reopened.snapshotBytes() == bytes, "\(note)")
    }

    @Test(arguments: [1, 254, 255, 256, 257]) func fewValues(tags: Int) throws {
        let corpus = try corpus(tags: tags)
        try expectSame(
            corpus,
            [
                "count notes by tag", "count notes where id > 0 by tag",
                "find notes where tag = \"t\(tags - 1)\" show id, tag",
                "find notes where id < 5 and tag = \"t0\" show id", "find notes where tag is missing show id, tag",
                "count distinct tag in notes where id >= 0", "find notes sort by tag desc limit 5 show id, tag",
                "count notes by tag, id limit 9",
            ], "\(tags) values")
        #expect(try corpus.reopened().contents == corpus.contents)
    }

    @Test(arguments: [65_534, 65_535, 65_536]) func manyValues(tags: Int) throws {
        try expectSame(
            try corpus(tags: tags),
            [
                "find notes where tag = \"t\(tags - 1)\" show id, tag", "find notes where tag is missing show id, tag",
                "find notes sort by tag desc limit 3 show id, tag", "count distinct tag in notes where id >= 0",
            ], "\(tags) values")
    }

    /// The longest text that fits in one byte, in two, and one more; with and without a row that has no text.
    @Test(arguments: [254, 255, 256, 65_535, 65_536], [false, true]) func lengths(bytes: Int, isOneMissing: Bool) throws
    {
        let corpus = try corpus(tags: 3) { row in
            isOneMissing && row == 2 ? nil : row == 1 ? String(repeating: "a", count: bytes - 2) + " b" : "un pays"
        }
        try expectSame(
            corpus,
            [
                "find notes show id, text", "find notes where text contains \"b\" show id, text",
                "find notes where text is missing show id", "count notes where text contains \"un pays\"",
            ], "\(bytes) bytes")
        #expect(try corpus.reopened().contents == corpus.contents)
    }
}
