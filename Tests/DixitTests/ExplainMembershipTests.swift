// Why a row is in an answer, and why not: each condition agrees with the engine, and hits stand where they are said to.

import Dixit
import Foundation
import TestSupport
import Testing

@Suite struct ExplainMembershipTests {
    private static let corpus: Corpus? = {
        var builder = RecordBuilder(schema: .small)
        func text(_ text: String) -> Parameter { .text(text) }
        do {
            try builder.add(
                ["id": text("g1"), "name": text("Association des pêcheurs"), "kind": text("ONG")], to: "groups")
            try builder.add(
                [
                    "id": text("p1"), "name": text("Samira Haddad"), "role": text("ministre de la Pêche"),
                    "groups": .list([text("g1")]),
                ],
                to: "people")
            try builder.add(["id": text("p2"), "name": text("Ali Haddad"), "role": text("maire")], to: "people")
            try builder.add(
                [
                    "id": text("s1"), "speaker": text("p1"), "date": text("2016-05-12"),
                    "text": text("L’accord de pêche est signé. Un accord, dit-elle, attendu."),
                ], to: "statements")
            try builder.add(
                ["id": text("s2"), "speaker": text("p2"), "date": text("2016-06"), "text": text("Rien n’est signé.")],
                to: "statements")
            try builder.add(
                ["id": text("s3"), "date": text("2017-01-01"), "text": text("L’accord tient.")], to: "statements")
            return try builder.finish()
        } catch { return nil }
    }()

    private func session() throws -> Session { Session(try #require(Self.corpus)) }

    private func why(_ id: String, _ query: String) throws -> MembershipExplanation {
        try session().why(id, in: Query(text: query))
    }

    @Test func eachConditionIsTold() throws {
        let query =
            "find statements where text contains \"accord\" and (speaker = \"Ali Haddad\" or date in 2016) and not speaker is missing"
        let found = try why("s1", query)
        #expect(found.outcome == .found(place: 1) && found.row.id == "s1")
        let missed = try why("s3", query)
        #expect(missed.outcome == .notFound)
        let all = try #require(missed.conditions.first)
        #expect(all.kind == .all && all.conditions.map(\.holds) == [true, false, false])
        #expect(all.conditions[1].kind == .any && all.conditions[1].conditions.map(\.holds) == [false, false])
        #expect(all.conditions[1].conditions[0].meant.map(\.id) == ["p2"])
        #expect(all.conditions[2].kind == .not && all.conditions[2].conditions.map(\.holds) == [true])
        #expect(all.conditions[1].conditions[1].readings.map { "\($0.path) \($0.value)" } == ["date 2017-01-01"])
    }

    @Test func aRowOfAnAnswerKnowsItsHits() throws {
        var session = try session()
        func lines(_ query: String) throws -> [String] {
            let answer = try #require(try session.run(Query(text: query)).last)
            return answer.rows.flatMap { $0.hits(context: 4) }.map { "\($0.before)[\($0.text)]\($0.after)" }
        }
        #expect(
            try lines("find statements where text contains \"accord\" and date in 2016") == [
                "L’[accord] de ", " Un [accord], di",
            ])
        // Two conditions that ask for the same words are one hit; those of another row are none.
        #expect(
            try lines("find statements where text contains \"tient\" and text contains \"tient\"") == ["ord [tient]."])
        #expect(try lines("find people where statements.text contains \"accord\"") == [])
        #expect(try lines("find statements") == [] && lines("count statements by speaker") == [])
    }

    @Test func aSampleWithoutASeedTakesThatOfTheSession() throws {
        var session = try session()
        func ids(_ query: String, seed: Int) throws -> [String] {
            session.defaultSeed = seed
            return try session.run(Query(text: query)).flatMap { $0.rows.map { $0.entity?.id ?? "" } }
        }
        let samples = try Set((1...20).map { try ids("find statements sample 1", seed: $0) })
        #expect(samples.count > 1)
        #expect(try ids("find statements sample 1 seed 9", seed: 1) == ids("find statements sample 1", seed: 9))
    }

    @Test func hitsStandWhereTheyAreSaid() throws {
        let text = "L’accord de pêche est signé. Un accord, dit-elle, attendu."
        func hits(_ condition: String) throws -> [String] {
            let explanation = try why("s1", "find statements where \(condition)")
            return explanation.conditions.flatMap(\.hits).map { hit in
                #expect(String(decoding: Array(text.utf8)[hit.utf8], as: UTF8.self) == hit.text)
                #expect(text.contains(hit.before + hit.text + hit.after))
                return hit.text
            }
        }
        #expect(try hits("text contains \"accord\"") == ["accord", "accord"])
        #expect(try hits("text contains \"accord de peche\"") == ["accord de pêche"])
        #expect(try hits("text contains \"sign*\" near \"dit\"") == ["signé. Un accord, dit"])
        #expect(try hits("text matches /accord.../") == ["accord de", "accord, d"])
        #expect(try hits("text does not contain \"rien\"") == [])
    }

    @Test func hitsOfLinkedRowsAreTold() throws {
        let explanation = try why("p1", "find people where statements.text contains \"attendu\"")
        #expect(explanation.conditions.flatMap(\.hits).map(\.row.id) == ["s1"])
    }

    @Test func quantifiersTellWhatFulfilsThem() throws {
        let explanation = try why("p1", "find people where at least 2 statements have (date in 2016)")
        let condition = try #require(explanation.conditions.first)
        #expect(!condition.holds && condition.readings.first?.value == .integer(1))
        #expect(condition.readings.last?.value.description == "s1")
    }

    @Test func rowsOfAQuantifierAreAskedWhatStandsInTheParentheses() throws {
        let query = "find people where some statements have (date in 2016 and text contains \"attendu\")"
        let found = try #require(try why("p1", query).conditions.first).members
        #expect(found.map(\.row.id) == ["s1"] && found.map(\.holds) == [true])
        #expect(found[0].conditions[0].conditions.map(\.holds) == [true, true])
        #expect(found[0].conditions[0].conditions[1].hits.map(\.text) == ["attendu"])
        let missed = try #require(try why("p2", query).conditions.first).members
        #expect(missed.map(\.row.id) == ["s2"] && missed[0].conditions[0].conditions.map(\.holds) == [true, false])
        let none = try why("p1", "find people where no statement has (date in 2016)").conditions[0]
        #expect(!none.holds && none.members.map(\.holds) == [true])
        let text = try why("p1", query).text(in: .english)
        #expect(text.contains("✓ s1\n") && text.contains("⟦attendu⟧") && !text.contains("s1, text: "))
    }

    @Test func rowsOfASubQueryAreAskedItsCondition() throws {
        let query = "find statements where speaker in (find people where role contains \"maire\")"
        let missed = try #require(try why("s1", query).conditions.first)
        #expect(missed.members.map(\.row.id) == ["p1"] && missed.members.map(\.holds) == [false])
        #expect(missed.members[0].conditions.map(\.text) == ["role contains \"maire\""])
        let mayors = "let mayors = find people where role contains \"maire\"\n"
        let found = try #require(
            try why("s2", mayors + "find statements where not speaker in mayors").conditions.first)
        #expect(!found.holds && found.conditions[0].members.map(\.row.id) == ["p2"])
        #expect(found.conditions[0].members.map(\.holds) == [true])
        let nested = "find statements where speaker in (find people where some statement has (date in 2016))"
        let deep = try #require(try why("s1", nested).conditions.first).members
        #expect(deep.map(\.row.id) == ["p1"] && deep[0].conditions[0].members.map(\.row.id) == ["s1"])
    }

    @Test func pagesAndSamplesAreTold() throws {
        #expect(try why("s3", "find statements limit 2").outcome == .outsidePage(place: 3))
        #expect(try why("s1", "find statements skip 1").outcome == .outsidePage(place: 1))
        #expect(try why("s3", "find statements sort by date desc limit 1").outcome == .found(place: 1))
        #expect(try why("s2", "count statements by speaker").outcome == .found(place: nil))
        let outcomes = try ["s1", "s2", "s3"].map { try why($0, "find statements sample 1 seed 3").outcome }
        #expect(outcomes.count { $0 == .notSampled } == 2)
    }

    @Test func sourcesAreTold() throws {
        let script = "let early = find statements where date in 2016\nfind early where text contains \"accord\""
        #expect(try why("s1", script).outcome == .found(place: 1))
        let missed = try why("s3", script)
        #expect(missed.outcome == .notFound)
        #expect(missed.conditions.map(\.kind) == [.source, .test] && missed.conditions.map(\.holds) == [false, true])
        let them = try why("s2", "find statements where date in 2016\nfind them where text contains \"accord\"")
        #expect(them.conditions.map(\.holds) == [true, false])
    }

    @Test func whatIsWrongIsSaid() throws {
        func code(_ id: String, _ query: String) throws -> String {
            do {
                _ = try session().why(id, in: Query(text: query))
                return ""
            } catch let error as DixitError {
                #expect(!error.message(in: .english).isEmpty && !error.message(in: .french).isEmpty)
                return error.code
            }
        }
        #expect(try code("s9", "find statements") == "E512")
        #expect(try code("p1", "find statements") == "E512")
        #expect(try code("s1", "find statments") == "E300")
        #expect(try code("s1", "let a = find people") == "E201")
        #expect(try code("S1", "find statements") == "")
    }

    @Test func itIsWrittenForReaders() throws {
        let query =
            "find statements where text contains \"accord\" and (speaker = \"Ali Haddad\" or date in 2016) and not speaker.role is missing and speaker.groups.kind = \"ONG\""
        var text = ""
        for id in ["s1", "s2", "s3"] {
            let explanation = try why(id, query)
            text += explanation.text(in: .english) + "\n\n" + explanation.text(in: .french) + "\n\n"
        }
        for (id, query) in [
            ("s3", "find statements limit 2"), ("p1", "find people where every statement has (text matches /accord/)"),
            ("s2", "find statements sample 1 seed 3"), ("s1", "count statements where date = heard"),
        ] {
            let explanation = try why(id, query)
            text += explanation.text(in: .english) + "\n\n" + explanation.text(in: .french) + "\n\n"
        }
        try Golden.check(text, "Explain/membership.txt")
    }

    /// Of every row, the explanation says what the answer says.
    @Test(arguments: 0..<4 as Range<UInt64>) func agreesWithTheEngine(seed: UInt64) throws {
        let corpus = try SmallRecords(seed: seed, statements: 16).corpus()
        let session = Session(corpus)
        var generator = RandomQuery(seed: seed &* 9001 &+ 3)
        for _ in 0..<40 {
            let query = Query(text: generator.find())
            let answer = try corpus.answer(to: query)
            let places = Dictionary(
                uniqueKeysWithValues: answer.rows.enumerated().map { ($1.entity?.id ?? "", $0) })
            for row in try corpus.answer(to: Query(text: "find \(answer.set ?? "")")).rows {
                let id = try #require(row.entity?.id)
                let explanation = try session.why(id, in: query)
                let fulfils = explanation.conditions.allSatisfy(\.holds)
                switch explanation.outcome {
                case .found(let place):
                    #expect(places[id] != nil && fulfils && place != nil, "\(id) \(query)")
                case .outsidePage: #expect(places[id] == nil && fulfils, "\(id) \(query)")
                case .notSampled: Issue.record("\(id) \(query)")
                case .notFound: #expect(places[id] == nil && !fulfils, "\(id) \(query)")
                }
                #expect(!explanation.text(in: .french).isEmpty)
            }
        }
    }
}
