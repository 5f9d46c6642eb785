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
}
