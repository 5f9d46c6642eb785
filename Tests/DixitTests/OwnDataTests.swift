// Sets of a program's own beside those of the news.

import Dixit
import Testing

@Suite struct OwnDataTests {
    private static let corpus = Corpus(documents: [
        Document(
            id: "a1",
            text:
                "« Le budget est voté », a déclaré la ministre des Finances, Claire Fontaine. Paul Mercier a regretté ce vote.",
            date: CalendarDate("2024-03-05")),
        Document(id: "a2", text: "Selon Claire Fontaine, la réforme attendra.", date: CalendarDate("2024-03-07")),
    ])

    private static func text(_ text: String) -> LocalizedText { LocalizedText(english: text, french: text) }

    private static let sets = [
        SetSchema(
            "notes", singular: "note", aliases: ["remarques"], shown: ["id", "stance", "text"],
            documentation: text("notes"),
            fields: [
                FieldSchema("id", .keyword(), documentation: text("id")),
                FieldSchema("statement", .one("statements", inverse: "notes"), documentation: text("about")),
                FieldSchema("about", .many("people", inverse: "notes"), documentation: text("about whom")),
                FieldSchema("coder", .one("coders", inverse: "notes"), documentation: text("who wrote it")),
                FieldSchema("stance", .keyword(), documentation: text("for or against")),
                FieldSchema("text", .text, documentation: text("what was noted")),
                FieldSchema("date", .date, documentation: text("when")),
            ]),
        SetSchema(
            "coders", singular: "coder", label: "name", documentation: text("coders"),
            fields: [
                FieldSchema("id", .number, documentation: text("id")),
                FieldSchema("name", .name(), documentation: text("name")),
            ]),
    ]

    private static func annotated() throws -> Corpus {
        var records = try RecordBuilder(extending: corpus, with: sets)
        try records.add(["id": .integer(1), "name": .text("Inès Aubert")], to: "coders")
        try records.add(
            [
                "id": .text("n2"), "statement": .text("a1:2"), "stance": .text("contre"), "coder": .integer(1),
                "text": .text("Il s’oppose au vote."), "date": .text("2024-04-02"),
            ], to: "notes")
        let fontaine = try corpus.answer(to: "find people where name = \"Fontaine\"").rows[0].entity?.id ?? ""
        try records.add(
            [
                "id": .text("n1"), "statement": .text("a1:1"), "stance": .text("pour"),
                "about": .list([.text(fontaine)]),
                "text": .text("Elle défend le budget."), "date": .text("2024-04-01"),
            ], to: "notes")
        return try records.finish()
    }

    private func ids(_ query: Query, _ corpus: Corpus) throws -> [String] {
        try corpus.answer(to: query).rows.compactMap { $0.entity?.id }
    }

    @Test func ownSetsAreAskedTogetherWithTheNews() throws {
        let corpus = try Self.annotated()
        #expect(corpus.count(of: "statements") == Self.corpus.count(of: "statements"))
        #expect(try ids("find notes", corpus) == ["n1", "n2"])
        #expect(try ids("find notes where statement.speaker = \"Fontaine\"", corpus) == ["n1"])
        #expect(try ids("find statements where some notes have (stance = \"contre\")", corpus) == ["a1:2"])
        #expect(try ids("find statements where notes.text contains \"oppose\"", corpus) == ["a1:2"])
        #expect(try ids("find statements where no note has (stance is known)", corpus) == ["a2:1"])
        #expect(try ids("find remarques where coder = \"Aubert\"", corpus) == ["n2"])
        #expect(try ids("find people where notes.stance = \"pour\"", corpus).count == 1)
        #expect(try corpus.answer(to: "count statements by notes.stance").count == 3)
        #expect(try ids("find coders where notes.statement.document.date = 2024", corpus) == ["1"])
    }

    @Test func theNewsAreAsBefore() throws {
        let corpus = try Self.annotated()
        for query: Query in [
            "find statements show speaker, text, source", "count statements by speaker", "find people show name, role",
            "\"budget\"",
        ] {
            let (before, after) = (try Self.corpus.answer(to: query), try corpus.answer(to: query))
            #expect(before.rows.map(\.values) == after.rows.map(\.values))
        }
        let row = try corpus.answer(to: "find statements").rows[0]
        #expect(corpus.passage(of: row)?.text == "Le budget est voté")
        // The corpus that was extended knows nothing of it.
        #expect(throws: DixitError.self) { try Self.corpus.answer(to: "find notes") }
    }

    @Test func theWholeIsKeptInASnapshot() throws {
        let corpus = try Self.annotated()
        var bytes: [UInt8] = []
        try corpus.snapshot().write { bytes.append(contentsOf: $0) }
        let opened = try Corpus(snapshot: bytes)
        #expect(try ids("find statements where notes.text contains \"budget\"", opened) == ["a1:1"])
        #expect(
            try opened.answer(to: "find notes show text").rows.map(\.values)
                == corpus.answer(to: "find notes show text").rows.map(\.values))
        #expect(
            try opened.answer(to: "find statements show text").rows.map(\.values)
                == Self.corpus.answer(to: "find statements show text").rows.map(\.values))
    }

    @Test func whatDoesNotFitIsSaid() throws {
        func code(_ change: () throws -> Void) -> String {
            do { try change() } catch { return (error as? DixitError)?.code ?? "\(error)" }
            return ""
        }
        let taken = SetSchema("people", singular: "person", documentation: Self.text("x"), fields: [])
        #expect(code { _ = try RecordBuilder(extending: Self.corpus, with: [taken]) } == "E514")
        let lost = SetSchema(
            "notes", singular: "note", documentation: Self.text("x"),
            fields: [FieldSchema("of", .one("nothing", inverse: nil), documentation: Self.text("x"))])
        #expect(code { _ = try RecordBuilder(extending: Self.corpus, with: [lost]) } == "E514")
        #expect(
            code {
                var records = try RecordBuilder(extending: Self.corpus, with: Self.sets)
                try records.add(["id": .text("n1"), "statement": .text("a9:1")], to: "notes")
                _ = try records.finish()
            } == "E510")
        #expect(
            code {
                var records = try RecordBuilder(extending: Self.corpus, with: Self.sets)
                try records.add(["id": .text("s1")], to: "statements")
            } == "E300")
        #expect(code { _ = try Self.annotated().adding([Document(id: "a3", text: "x")]) } == "E513")
    }

    /// Twice extended: sets upon sets.
    @Test func extensionsAreExtended() throws {
        let replies = SetSchema(
            "replies", singular: "reply", documentation: Self.text("replies"),
            fields: [
                FieldSchema("id", .keyword(), documentation: Self.text("id")),
                FieldSchema("note", .one("notes", inverse: "replies"), documentation: Self.text("to what")),
                FieldSchema("text", .text, documentation: Self.text("words")),
            ])
        var records = try RecordBuilder(extending: Self.annotated(), with: [replies])
        try records.add(["id": .text("r1"), "note": .text("n2"), "text": .text("Pas si sûr.")], to: "replies")
        let corpus = try records.finish()
        #expect(try ids("find statements where notes.replies.text contains \"sûr\"", corpus) == ["a1:2"])
        #expect(try ids("find notes where text contains \"budget\"", corpus) == ["n1"])
        var bytes: [UInt8] = []
        try corpus.snapshot().write { bytes.append(contentsOf: $0) }
        let opened = try Corpus(snapshot: bytes)
        #expect(try ids("find replies where text contains \"sûr\" and note.text contains \"vote\"", opened) == ["r1"])
    }
}
