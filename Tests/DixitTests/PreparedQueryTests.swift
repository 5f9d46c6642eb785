// A prepared question answers as the same text does.

import Dixit
import TestSupport
import Testing

@Suite struct PreparedQueryTests {
    private let corpus: Corpus

    init() throws { corpus = try SmallRecords(seed: 21, statements: 80).corpus() }

    private func ids(_ answer: Answer) -> [String] { answer.rows.compactMap { $0.entity?.id } }

    @Test func answersWithOtherValuesEachTime() throws {
        let prepared = try corpus.prepare(
            "find statements where speaker.role contains $role and words >= $least sort by words desc")
        var found = 0
        for role in ["ministre", "maire", "nobody"] {
            for least in [1, 12, 1000] {
                let parameters: [String: Parameter] = ["role": .text(role), "least": .integer(least)]
                let query =
                    "find statements where speaker.role contains \(role) and words >= \(least) sort by words desc"
                    as Query
                let answer = try prepared.answer(parameters)
                #expect(ids(answer) == ids(try corpus.answer(to: query)))
                found += answer.count
            }
        }
        #expect(found > 0)
    }

    @Test func withoutParametersItIsBoundOnce() throws {
        let prepared = try corpus.prepare("count statements by mode limit 2")
        let first = try prepared.answer()
        let second = try prepared.answer()
        #expect(first.rows.map(\.values) == second.rows.map(\.values))
        #expect(
            first.rows.map(\.values) == (try corpus.answer(to: "count statements by mode limit 2")).rows.map(\.values))
        #expect(first.query == "count statements by mode limit 2")
    }

    @Test func seesWhatTheSessionDefined() throws {
        var session = Session(corpus)
        try session.run("let ministers = find people where role contains \"ministre\"")
        let prepared = try session.prepare("count statements where speaker in ministers")
        let expected = try corpus.answer(to: "count statements where speaker.role contains \"ministre\"").count
        #expect(try prepared.answer().count == expected)
        #expect(try prepared.answer().count == expected)
    }

    @Test func saysAtOnceWhatIsWrong() throws {
        for (text, code) in [
            ("find statments", "E300"), ("find statements where", "E2"),
            ("find statements where spaeker = $who", "E301"),
        ] {
            do {
                _ = try corpus.prepare(Query(text: text))
                Issue.record("\(text) was prepared")
            } catch {
                #expect(error.code.hasPrefix(code), "\(text): \(error.code)")
            }
        }
        let prepared = try corpus.prepare("count statements where words = $words")
        #expect(throws: DixitError.self) { try prepared.answer() }
        #expect(throws: DixitError.self) { try prepared.answer(["words": .text("many")]) }
    }

    /// Every shape that a parameter can stand in: the rows, the notes and the work are those of the same text.
    @Test func answersEveryShapeAsTheTextDoes() throws {
        let values: [String: Parameter] = [
            "role": .text("ministre"), "who": .text("Haddad"), "least": .integer(5), "most": .integer(40),
            "word": .text("réforme"), "words": .list([.text("réforme"), .text("pays")]),
            "modes": .list([.text("direct"), .text("indirect")]),
        ]
        var found = 0
        for condition in [
            "words >= $least", "not (words >= $least)",
            "speaker.role contains $role and words between $least and $most",
            "words < $least or words > $most", "not (words < $least or mode = \"direct\")", "mode in $modes",
            "mode not in $modes", "text contains any of $words", "text does not contain $word and words > 3",
            "speaker = $who", "speaker != $who", "speaker in (find people where role contains $role)",
            "no audience and words >= $least", "some audience have (name = $who)",
        ] {
            let text = "find statements where \(condition) sort by words desc, id limit 7"
            let prepared = try corpus.prepare(Query(text: text))
            let expected = try corpus.answer(to: Query(text: text, parameters: values))
            for _ in 0..<2 {
                let answer = try prepared.answer(values)
                #expect(ids(answer) == ids(expected), "\(condition)")
                #expect(answer.notes == expected.notes, "\(condition)")
                #expect(answer.work == expected.work, "\(condition)")
                #expect(answer.query == expected.query)
            }
            found += expected.count
        }
        #expect(found > 20)
    }

    /// What a value does not fit is said in the words and at the place that the text gives.
    @Test func refusesAValueAsTheTextDoes() throws {
        let text = "count statements where words >= $least and mode = $mode"
        let prepared = try corpus.prepare(Query(text: text))
        let wrong: [[String: Parameter]] = [
            [:], ["least": .text("many"), "mode": .text("direct")], ["least": .integer(1)],
        ]
        for values in wrong {
            let expected = #expect(throws: DixitError.self) {
                try corpus.answer(to: Query(text: text, parameters: values))
            }
            let refused = #expect(throws: DixitError.self) { try prepared.answer(values) }
            #expect(refused == expected)
        }
    }
}
