// A corpus from records: order, ids of either kind, relations that come before their rows, and what is refused.

import Dixit
import DixitText
import TestSupport
import Testing

extension Schema {
    /// Rows known by numbers, and a set that is a part of another.
    fileprivate static let numbered = Schema(sets: [
        SetSchema(
            "actors", singular: "actor", label: "name", shown: ["id", "name"], documentation: both("actors"),
            fields: [
                FieldSchema("id", .number, documentation: both("")),
                FieldSchema("kind", .keyword(), documentation: both("")),
                FieldSchema("name", .name(), documentation: both("")),
                FieldSchema("friends", .many("actors"), documentation: both("")),
                FieldSchema("statements", .many("statements", inverse: "speaker"), documentation: both("")),
            ]),
        SetSchema(
            "people", singular: "person", part: .init(of: "actors", where: "kind", is: "person"), label: "name",
            shown: ["id", "name"], documentation: both("people"),
            fields: [
                FieldSchema("id", .number, documentation: both("")),
                FieldSchema("name", .name(), documentation: both("")),
                FieldSchema("statements", .many("statements", inverse: "speaker"), documentation: both("")),
            ]),
        SetSchema(
            "statements", singular: "statement", shown: ["id", "text"], documentation: both("statements"),
            fields: [
                FieldSchema("id", .number, documentation: both("")),
                FieldSchema("speaker", .one("people", inverse: "statements"), documentation: both("")),
                FieldSchema("text", .text, documentation: both("")),
                FieldSchema("date", .date, documentation: both("")),
            ]),
    ])

    private static func both(_ text: String) -> LocalizedText { LocalizedText(english: text, french: text) }
}

@Suite struct RecordBuilderTests {
    private func ids(_ corpus: Corpus, _ query: String) throws -> [Int] {
        try corpus.answer(to: Query(text: query)).rows.map { row in
            if case .integer(let id)? = row["id"] { id } else { -1 }
        }
    }

    /// Statements 1…9 by two people, added from last to first, each before its speaker.
    private func corpus() throws -> Corpus {
        var records = RecordBuilder(schema: .numbered)
        let layout = try records.layout(of: "statements", fields: ["speaker", "id", "date", "text"])
        for id in (1...9).reversed() {
            let day = id == 5 ? nil : Parameter.text("2016-05-0\(10 - id)")
            try records.add([.integer(id % 2), .integer(id), day, .text("Phrase \(id). Suite.")], as: layout)
        }
        try records.add(["id": .integer(1), "name": .text("Samira Haddad")], to: "people")
        try records.add(["id": .number(0), "name": .text("Ali Alaoui")], to: "people")
        try records.add(["id": .integer(2), "kind": .text("party"), "name": .text("Istiqlal")], to: "actors")
        #expect(records.count == 12)
        let corpus = try records.finish()
        #expect(corpus.defects.isEmpty)
        return corpus
    }

    @Test func rowsLieInTheOrderOfTheirDatesThoseWithoutLast() throws {
        #expect(try ids(corpus(), "find statements show id") == [9, 8, 7, 6, 4, 3, 2, 1, 5])
    }

    @Test func aRelationMayComeBeforeItsRow() throws {
        let corpus = try corpus()
        #expect(try ids(corpus, "find statements where speaker = \"Haddad\" show id") == [9, 7, 3, 1, 5])
        #expect(try ids(corpus, "find statements where speaker.id = 0 show id") == [8, 6, 4, 2])
        #expect(corpus.count(of: "people") == 2)
        #expect(corpus.count(of: "actors") == 3)
    }

    @Test func numbersAreFoundThroughTheirIndex() throws {
        let corpus = try corpus()
        let answer = try corpus.answer(to: "find statements where id = 7 show id")
        #expect(answer.rows.first?["id"] == .integer(7))
        #expect(answer.work.rowsTouched == 0 && answer.work.postingsRead == 1)
        for (condition, expected) in [
            ("id >= 8", [9, 8]), ("id > 8", [9]), ("id < 2", [1]), ("id <= 2", [2, 1]),
            ("id between 4 and 6", [6, 4, 5]),
            ("id = 10", []), ("id != 1", [9, 8, 7, 6, 4, 3, 2, 5]),
        ] {
            #expect(try ids(corpus, "find statements where \(condition) show id") == expected, "\(condition)")
        }
        #expect(try ids(corpus, "find statements sort by id desc limit 3") == [9, 8, 7])
    }

    @Test func aRowIsNamedByItsNumber() throws {
        let answer = try corpus().answer(to: "find statements where id = 7 show speaker")
        #expect(answer.rows.first?.entity?.id == "7")
        guard case .entity(let speaker)? = answer.rows.first?["speaker"] else {
            Issue.record("the speaker is no row")
            return
        }
        #expect(speaker.id == "1" && speaker.name == "Samira Haddad")
    }

    @Test func wordsKeepTheirPlacesWhenRowsAreSorted() throws {
        let corpus = try corpus()
        #expect(try ids(corpus, "find statements where text contains \"phrase 4 suite\" show id") == [4])
        #expect(try ids(corpus, "find statements where text contains \"6 suite\" show id") == [6])
        for (words, count) in [
            ("\"phrase\" within same sentence as \"suite\"", 0), ("\"phrase\" within same sentence as \"6\"", 1),
        ] {
            #expect(
                try corpus.answer(to: Query(text: "count statements where text contains (\(words))")).count == count)
        }
    }

    @Test func sortingIsStableAndLinear() throws {
        var random = SeededGenerator(seed: 11)
        let days = (0..<3000).map { _ in
            Int32.random(in: -400...400, using: &random) * (random.chance(0.1) ? 100_000 : 1)
        }
        var records = RecordBuilder(schema: .numbered)
        let layout = try records.layout(of: "statements", fields: ["id", "date"])
        var expected: [(day: Int, id: Int)] = []
        for (id, day) in days.enumerated() {
            let date = PartialDate(dayNumber: Int(day))
            try records.add([.integer(id), date.map { .text($0.description) }], as: layout)
            expected.append((date == nil ? .max : Int(day), id))
        }
        expected.sort { ($0.day, $0.id) < ($1.day, $1.id) }
        #expect(try ids(records.finish(), "find statements show id") == expected.map(\.id))
    }

    @Test func whatDoesNotFitAddsNoRow() throws {
        var records = RecordBuilder(schema: .numbered)
        let unfit: [(field: String, value: Parameter)] = [
            ("id", .text("7")), ("date", .text("2016-02-30")), ("date", .text("12 mai")), ("speaker", .text("p1")),
            ("speaker", .list([.integer(1)])), ("text", .integer(3)), ("id", .number(.infinity)),
        ]
        for (field, value) in unfit {
            do {
                try records.add([field: value], to: "statements")
                Issue.record("\(field) took \(value)")
            } catch {
                #expect(error.code == "E403", "\(field) \(value)")
            }
        }
        #expect(records.count == 0)
    }

    @Test func whatIsUnknownIsNamed() throws {
        var records = RecordBuilder(schema: .numbered)
        #expect(throws: DixitError.self) { try records.add([:], to: "stat") }
        do {
            _ = try records.layout(of: "statements", fields: ["id", "speeker"])
            Issue.record("a field that is not there was taken")
        } catch {
            #expect(error.code == "E301" && error.message(in: .english).contains("speeker"))
        }
        try records.add(["id": .integer(1), "speaker": .integer(12)], to: "statements")
        do {
            _ = try records.finish()
            Issue.record("a speaker that is not there was taken")
        } catch {
            #expect(error.code == "E510" && error.message(in: .english).contains("12"))
        }
    }

    @Test func anIdIsOneRows() throws {
        var records = RecordBuilder(schema: .numbered)
        try records.add(["id": .integer(3), "name": .text("Ali")], to: "people")
        try records.add(["id": .number(3), "name": .text("Istiqlal")], to: "actors")
        do {
            _ = try records.finish()
            Issue.record("two rows have one id")
        } catch {
            #expect(error.code == "E511" && error.message(in: .english).contains("3"))
        }
    }
}
