// What queries that make no sense, or never end, are told.

import Dixit
import TestSupport
import Testing

@Suite struct NonsenseTests {
    private func problem(_ script: String, _ parameters: [String: Parameter] = [:]) throws -> Problem? {
        var session = Session(try SmallRecords(seed: 3, statements: 4).corpus())
        session.parameters = parameters
        session.today = CalendarDate("2016-06-30")
        do {
            try session.run(Query(text: script))
            return nil
        } catch {
            #expect(error.problems.count == 1, "\(error)")
            return error.problems.first
        }
    }

    @Test(
        "A number alone is no month, week or day",
        arguments: [
            ("date.month = 6", "date.month = 2016-06"), ("date.month in (5, 2016-06)", "date.month = 2016-05"),
            ("date.week < 2", "date.week = 2016-01-04"), ("date.day != 31", "date.day = 2016-01-31"),
            ("date.month between 6 and 2016-08", "date.month = 2016-06"),
        ])
    func undatedParts(condition: String, instead: String) throws {
        let found = try problem("find statements where \(condition)")
        #expect(found?.code == "E403")
        #expect(found?.advice(in: .english)?.hasSuffix(instead) == true, "\(String(describing: found))")
    }

    @Test func aYearHasFourDigits() throws {
        for date in ["19", "\"12 mai 16\""] { #expect(try problem("find statements where date = \(date)") != nil) }
        #expect(try problem("find statements where date = \"12 mai 2016\"") == nil)
    }

    /// Looked for once, not once for every time that it stands there.
    @Test func aWordThatIsRepeatedForeverIsNotFoundAtOnce() throws {
        let words = String(repeating: "le ", count: 100_000)
        #expect(try problem("find statements where text contains \"\(words)\"") == nil)
    }

    @Test func datedPartsAreGood() throws {
        for condition in ["date.month = 2016-06", "date.month = 2016", "date.year = 2016", "date.weekday = 1"] {
            #expect(try problem("find statements where \(condition)") == nil)
        }
    }

    @Test func textsAreWantedAfterAnyOf() throws {
        let listed = try problem("find statements where text contains any of (\"a\", 12)")
        #expect(listed?.code == "E403" && listed?.fixes.first?.text == "\"12\"")
        let given = try problem("param $w\nfind statements where text contains any of $w", ["w": .integer(3)])
        #expect(given?.code == "E414" && given?.message(in: .english).contains("list of texts") == true)
        let named = try problem("let w = 12\nfind statements where text contains all of w")
        #expect(named?.code == "E403" && named?.message(in: .french).contains("all of") == true)
    }

    @Test(
        "What is defined by itself is told, and never looked up for ever",
        arguments: [
            "let a = find people where it in a", "let a = find a",
            "let a = find people ; let a = find a where active = true",
            "let a = find people ; let b = find a ; let a = find people where it in b",
            "let a = find people ; let b = find a ; let a = find b", "let a = a",
            "let a = \"x\" ; let a = a",
            "let a = \"x\" ; let b = (a, \"y\") ; let a = b", "param $a = $a",
            "param $a = \"x\" ; let b = $a ; param $a = b",
        ])
    func circles(script: String) throws {
        let found = try problem(script)
        #expect(found?.code == "E309", "\(String(describing: found))")
    }

    @Test func aCircleLeavesWhatWasDefined() throws {
        var session = Session(try SmallRecords(seed: 3, statements: 4).corpus())
        try session.run("let a = find people")
        #expect(throws: DixitError.self) { try session.run("let a = find a where active = true") }
        #expect(try session.run("count a").last?.count == 6)
    }

    /// Each of the names could have a note of its own, and a search for what was meant.
    @Test("Long lists of names that nobody bears are looked up at once", arguments: ["speaker", "speaker.role"])
    func longListsOfNames(field: String) throws {
        var session = Session(try SmallRecords(seed: 3, statements: 4).corpus())
        session.parameters = ["names": .list((0..<2_000).map { .text("nobody\($0)") })]
        let answer = try session.run(Query(text: "count statements where \(field) in $names")).last
        #expect(answer?.count == 0)
        #expect((1...20).contains(answer?.notes.count { $0.code == "N601" } ?? 0))
    }

    /// Several names are one slip away: the one that is quoted is meant.
    @Test func ofNamesThatAreAsNearTheQuotedOneIsMeant() throws {
        var builder = RecordBuilder(schema: .small)
        for (id, name) in [("p1", "Jean Macan"), ("p2", "Jean Macron"), ("p3", "Jean Macin")] {
            try builder.add(["id": .text(id), "name": .text(name)], to: "people")
        }
        try builder.add(["id": .text("s1"), "text": .text("oui"), "speaker": .text("p2")], to: "statements")
        var session = Session(try builder.finish())
        let notes = try session.run("find statements where speaker = \"Jean Macrn\"").last?.notes
        #expect(notes?.first?.advice(in: .english)?.contains("did you mean \"Jean Macron\"") == true)
    }

    /// The sign of a condition without rows stands at no name.
    @Test func ofSeveralPeopleOneMayBeUnquoted() throws {
        var builder = RecordBuilder(schema: .small)
        for (id, name) in [("p1", "Jean Macron"), ("p2", "Anne Macron")] {
            try builder.add(["id": .text(id), "name": .text(name)], to: "people")
        }
        try builder.add(["id": .text("s1"), "text": .text("oui"), "speaker": .text("p2")], to: "statements")
        var session = Session(try builder.finish())
        let notes = try session.run("find statements where speaker = \"Macron\"").last?.notes
        #expect(notes?.first?.message(in: .english) == "\"Macron\" is 2: Anne Macron 1   Jean Macron 0")
    }

    /// One row of a hundred thousand words, asked by a pattern that looks at each of them: the caller is heard meanwhile.
    @Test func aHugeRowCanBeInterrupted() throws {
        var builder = RecordBuilder(schema: .small)
        try builder.add(
            ["id": .text("s1"), "text": .text(String(repeating: "aaaaaaaaa ", count: 100_000))], to: "statements")
        var session = Session(try builder.finish())
        let looks = Looks()
        session.budget = Budget(isCancelled: { looks.next() > 3 })
        do {
            try session.run("find statements where text matches /(a|a)*(a|aa)+b/")
            Issue.record("it ran to its end")
        } catch {
            #expect(error.code == "E505")
        }
        #expect(looks.count < 8)
    }

    /// Names, values and words are looked up before the query runs; the caller is heard there too.
    @Test(
        "Long look-ups can be interrupted",
        arguments: [
            "find people where name matches /(a|a)*(a|aa)+b/", "find people where name = roughly \"Samira Haddad\"",
            "find people where role = roughly \"ministre\"", "find people where name contains roughly \"aaaaaaaaa1\"",
        ])
    func lookUpsCanBeInterrupted(query: String) throws {
        var builder = RecordBuilder(schema: .small)
        for number in 0..<3_000 {
            let name = "aaaaaaaaa\(number) \(String(repeating: "a", count: 20))"
            try builder.add(
                ["id": .text("p\(number)"), "name": .text(name), "role": .text("role \(number)")], to: "people")
        }
        var session = Session(try builder.finish())
        session.budget = Budget(isCancelled: { true })
        #expect(throws: DixitError.self) { try session.run(Query(text: query)) }
        do { try session.run(Query(text: query)) } catch { #expect(error.code == "E505") }
        #expect(session.problems(in: Query(text: query)).map(\.code) == ["E505"])
    }
}

/// How often a run looked whether it should go on; only one thread asks.
private final class Looks: @unchecked Sendable {
    private(set) var count = 0
    func next() -> Int {
        count += 1
        return count
    }
}
