// Questions written in Swift: the text that they are, and that it gives the same as the text written by hand.

import Dixit
import DixitSyntax
import Foundation
import TestSupport
import Testing

@Suite struct TypedQueryTests {
    /// The tree of a query as text, without the places in the source.
    private func outline(_ query: String) -> String { Parser.parse(query).script.outline }

    private func check(
        _ typed: some TypedQuery, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(typed.query.text == text, sourceLocation: sourceLocation)
        #expect(outline(typed.query.text) == outline(text), sourceLocation: sourceLocation)
        #expect(Parser.parse(text).diagnostics.isEmpty, sourceLocation: sourceLocation)
        // What the compiler lets through, the binder does too.
        let session = Session(Self.seed)
        let problems = session.problems(in: typed.query)
        #expect(problems.isEmpty, "\(problems.map(\.code))", sourceLocation: sourceLocation)
    }

    private static let seed = Corpus(documents: [
        Document(
            id: "a1",
            text:
                "« Le budget est voté », a déclaré la ministre des Finances, Claire Fontaine. Paul Mercier a regretté ce vote.",
            date: CalendarDate("2024-03-05"))
    ])

    @Test func conditionsAreSaidInTheLanguage() {
        check(Query.find(.statements), "find statements")
        check(
            Query.find(.statements).where { $0.speaker == "El Khalfi" && $0.text.contains("société civile") },
            "find statements where speaker = \"El Khalfi\" and text contains \"société civile\"")
        check(
            Query.find(.statements).where { ($0.speaker == "A" || $0.speaker.isMissing) && !($0.mode == "indirect") },
            "find statements where (speaker = \"A\" or speaker is missing) and not mode = \"indirect\"")
        check(
            Query.find(.statements).where { !($0.mode == "direct" && $0.act != "deny") },
            "find statements where not (mode = \"direct\" and act != \"deny\")")
        check(
            Query.find(.people).where { $0.name.is(exactly: "Mustapha El Khalfi") }.where { $0.role.isKnown },
            "find people where name = exactly \"Mustapha El Khalfi\" and role is known")
        check(
            Query.find(.statements).where { $0.verb.in(["affirmer", "déclarer"]) },
            "find statements where verb in (\"affirmer\", \"déclarer\")")
        check(
            Query.find(.statements).where { $0.place == $0.event.place },
            "find statements where place = event.place")
        check(
            Query.find(.statements).where { $0.document.date < $0.date && $0.start >= 10 },
            "find statements where document.date < date and start >= 10")
        check(
            Query.find(.statements).where { $0.text.matches(#"\bréform(e|er|es)\b"#) },
            "find statements where text matches /\\bréform(e|er|es)\\b/")
    }

    @Test func datesAreSaidInTheLanguage() throws {
        let may = try #require(CalendarDate("2016-05"))
        let june = try #require(CalendarDate("2016-06-30"))
        check(Query.find(.statements).where { $0.date == 2016 }, "find statements where date = 2016")
        check(
            Query.find(.statements).where { $0.date.between(may, and: june) && $0.date.weekday == 1 },
            "find statements where date between 2016-05 and 2016-06-30 and date.weekday = 1")
        var session = Session(Self.seed)
        session.today = june
        let recent = Query.find(.documents).where {
            $0.added >= RelativeDate.ago(7, .days) && $0.date != RelativeDate.today
        }
        #expect(recent.query.text == "find documents where added >= 7 days ago and date != today")
        #expect(session.problems(in: recent.query).isEmpty)
        let year = Query.find(.statements).where { $0.date == (CalendarDate(year: 2024) ?? june) }
        #expect(try Self.seed.answer(to: year).count == 2)
    }

    @Test func wordsAreSaidInTheLanguage() {
        func text(_ query: TextQuery) -> String {
            let found = Query.find(.documents).where { $0.text.contains(query) }
            check(found, found.query.text)
            return String(found.query.text.dropFirst("find documents where text contains ".count))
        }
        #expect(text(TextQuery("grève").near("syndicat*")) == "\"grève\" near \"syndicat*\"")
        #expect(text(TextQuery("a").within(3, wordsBefore: "b")) == "\"a\" within 3 words before \"b\"")
        #expect(text(TextQuery("a").inSameSentence(as: "b")) == "\"a\" within same sentence as \"b\"")
        #expect(text("a" && ("b" || !"c")) == "\"a\" and (\"b\" or not \"c\")")
        #expect(text(.roughly("Benkiran")) == "roughly \"Benkiran\"")
        #expect(text(TextQuery("corruption").atLeast(5)) == "\"corruption\" at least 5 times")
        check(
            Query.find(.documents).where { $0.text.contains(anyOf: ["retrait*", "âge légal"]) },
            "find documents where text contains any of (\"retrait*\", \"âge légal\")")
        check(
            Query.find(.documents).where { $0.text.contains("a" || "b") && $0.date == 2016 },
            "find documents where text contains (\"a\" or \"b\") and date = 2016")
    }

    @Test func relationsAreSaidInTheLanguage() {
        check(
            Query.find(.people).where { $0.statements.atLeast(3) { $0.date == 2016 && $0.text.contains("société") } },
            "find people where at least 3 statements have (date = 2016 and text contains \"société\")")
        check(
            Query.find(.events).where { $0.statements.no { $0.speaker.kind == "ONG" } },
            "find events where no statements have (speaker.kind = \"ONG\")")
        let forums = Query.find(.events).where { $0.name.contains("forum social") }
        check(
            Query.find(.people).where { $0.statements.event.in(forums) },
            "find people where statements.event in (find events where name contains \"forum social\")")
        let ministers = Query.find(.people).where { $0.role.contains("ministre") }
        check(
            Query.find(.people).where { !$0.is(in: ministers) },
            "find people where not it in (find people where role contains \"ministre\")")
        check(
            Query.find(.statements).where { $0.speaker.in(ministers) },
            "find statements where speaker in (find people where role contains \"ministre\")")
    }

    @Test func clausesAreSaidInTheLanguage() {
        check(
            Query.find(.people).show { ($0.name, $0.role, $0.statements.count, $0.statements.date.first) }
                .sorted { $0.statements.count.descending }.limit(20).skip(5),
            "find people show name, role, count of statements, first of statements.date sort by count of statements desc limit 20 skip 5"
        )
        check(
            Query.find(.statements).sorted { ($0.date.descending, $0.speaker) },
            "find statements sort by date desc, speaker")
        check(
            Query.find(.documents).where { $0.text.contains("a") }.sortedByRelevance().limit(10),
            "find documents where text contains \"a\" sort by relevance limit 10")
        check(Query.find(.statements).sample(50, seed: 7), "find statements sample 50 seed 7")
        check(
            Query.count(.statements).where { $0.event.place == "Rabat" }.by { $0.speaker }.having(atLeast: 5).limit(10),
            "count statements where event.place = \"Rabat\" by speaker having count >= 5 limit 10")
        check(
            Query.count(.statements).distinct { $0.speaker }.by { ($0.event, $0.date.month) },
            "count distinct speaker in statements by event, date.month")
    }

    /// Whatever a text holds, it is one value: quotation marks, keywords, line ends, a whole query.
    @Test func valuesAreNeverSpliced() throws {
        let hostile = [
            "\"", "a\" or speaker is missing or name = \"", "« »", "x\ny", "\u{0}", "# comment", "$who", "*", "“”", "'",
            "\u{201D}", "a\\", "  ", "é\u{301}", "\u{202E}abc", "\"\"\"",
        ]
        for text in hostile {
            let query = Query.find(.statements).where { $0.role == text && $0.verb.in([text]) }
            let parsed = Parser.parse(query.query.text)
            #expect(parsed.diagnostics.isEmpty, "\(text)")
            guard case .query(let select)? = parsed.script.statements.first?.kind,
                case .and(let members, _)? = select.condition
            else {
                Issue.record("\(text) is no two conditions: \(query)")
                continue
            }
            #expect(members.count == 2 && parsed.script.statements.count == 1)
            #expect(try Self.seed.answer(to: query).count == 0, "\(text)")
        }
    }

    @Test func answersAreThoseOfTheText() throws {
        let typed = try Self.seed.answer(to: Query.find(.statements).where { $0.speaker == "Fontaine" })
        #expect(typed.rows.map { $0.entity?.id } == ["a1:1"])
        let prepared = try Self.seed.prepare(Query.count(.statements).by { $0.speaker })
        #expect(try prepared.answer().count == 2)
    }

    @Test func queriesComeBackFromJSON() throws {
        let query = Query(
            text: "find statements where speaker = $who and date >= $since",
            parameters: [
                "who": .text("2016-05"), "since": .date(try #require(CalendarDate("2016-05"))), "n": .integer(-3),
                "x": .number(2), "b": .boolean(true), "l": .list([.text("a"), .integer(1), .list([])]),
            ])
        let data = try JSONEncoder().encode(query)
        #expect(try JSONDecoder().decode(Query.self, from: data) == query)
        #expect(try JSONDecoder().decode(Query.self, from: Data(#"{"text":"find people"}"#.utf8)) == "find people")
        for wrong in [
            #"{"text":1}"#, #"{"text":"a","parameters":{"p":null}}"#, #"{"text":"a","parameters":{"p":{"date":"x"}}}"#,
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Query.self, from: Data(wrong.utf8)) }
        }
        let deep =
            "{\"text\":\"a\",\"parameters\":{\"p\":" + String(repeating: "[", count: 100)
            + String(repeating: "]", count: 100) + "}}"
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Query.self, from: Data(deep.utf8)) }
    }

    @Test func queriesAreShownWithTheirValues() throws {
        let (name, since) = ("d'Estaing \"x\"", try #require(CalendarDate("2016-05")))
        let query: Query =
            "find statements where speaker = \(name) and date >= \(since) and role in \(["a", "b"]) # $bound_1"
        let shown =
            "find statements where speaker = \"d'Estaing \"\"x\"\"\" and date >= 2016-05 and role in (\"a\", \"b\") # $bound_1"
        #expect(query.description == shown)
        let quoted: Query = "find statements where role = \"$bound_1\" or role = \(1)"
        #expect(quoted.description == "find statements where role = \"$bound_1\" or role = 1")
        #expect(Query(text: "find a where b = $c", parameters: ["c": .integer(1)]).description == "find a where b = $c")
        let error = #expect(throws: DixitError.self) {
            try Self.seed.answer(to: "find statements where speeker = \(name)")
        }
        #expect(
            error?.text(in: .english) == "I don't know a field called “speeker” on statements – did you mean `speaker`?"
        )
    }

    // MARK: - Awaited rows

    @Test func rowsAreAwaited() async throws {
        var ids: [String] = []
        for try await row in Self.seed.rows(for: Query.find(.statements)) { ids.append(row.entity?.id ?? "") }
        #expect(ids == ["a1:1", "a1:2"])
        var count = 0
        for try await _ in try Self.seed.prepare("find statements where speaker = $who").rows(["who": .text("Mercier")])
        {
            count += 1
        }
        #expect(count == 1)
        await #expect(throws: DixitError.self) {
            for try await _ in Self.seed.rows(for: "find statments") {}
        }
    }

    @Test func awaitedRowsEndWithTheirTask() async throws {
        let rows = Self.seed.rows(for: "find statements")
        let task = Task { () -> String in
            var seen = 0
            do {
                for try await _ in rows {
                    seen += 1
                    // Cancelled after the first row: the second is not given.
                    withUnsafeCurrentTask { $0?.cancel() }
                }
                return "all \(seen)"
            } catch {
                return "\(seen) \((error as? DixitError)?.code ?? "")"
            }
        }
        #expect(await task.value == "1 E505")
    }
}
