// The engine against nested loops: the same rows for thousands of random queries over random records.

import Dixit
import DixitSyntax
import DixitText
import TestSupport
import Testing

@Suite struct DifferentialTests {
    private static let corpora: UInt64 = 12
    private static let queries: UInt64 = 160

    /// The ids of an answer's rows.
    private func ids(_ answer: Answer) -> [String] { answer.rows.compactMap { $0.entity?.id } }

    private func tree(_ query: String) throws -> Select {
        let parsed = Parser.parse(query)
        guard parsed.diagnostics.isEmpty, case .query(let select)? = parsed.script.statements.first?.kind else {
            Issue.record("\(query)\n\(parsed.diagnostics.map { $0.message.wording(in: .english).headline })")
            throw CancellationError()
        }
        return select
    }

    @Test(arguments: 0..<corpora) func findsTheSameRowsInTheSameOrder(seed: UInt64) throws {
        let records = SmallRecords(seed: seed, statements: 40)
        let corpus = try records.corpus()
        let brute = BruteForce(records, schema: .small)
        var generator = RandomQuery(seed: seed &* 7919)
        for _ in 0..<Self.queries {
            let query = generator.find()
            let expected = brute.find(try tree(query)).map(\.id)
            do {
                let found = ids(try corpus.answer(to: Query(text: query)))
                #expect(found == expected, "corpus \(seed): \(query)")
            } catch {
                Issue.record("corpus \(seed): \(query)\n\(error)")
            }
        }
    }

    @Test(arguments: 0..<corpora) func countsTheSameGroups(seed: UInt64) throws {
        let records = SmallRecords(seed: seed &+ 100, statements: 40)
        let corpus = try records.corpus()
        let brute = BruteForce(records, schema: .small)
        var generator = RandomQuery(seed: seed &* 104_729)
        for _ in 0..<Self.queries / 2 {
            let query = generator.count()
            let expected = brute.groups(try tree(query))
            do {
                #expect(try groups(query, corpus) == expected, "corpus \(seed): \(query)")
            } catch {
                Issue.record("corpus \(seed): \(query)\n\(error)")
            }
        }
    }

    private func groups(_ query: String, _ corpus: Corpus) throws -> [[String]: Int] {
        var found: [[String]: Int] = [:]
        for row in try corpus.answer(to: Query(text: query)).rows {
            let values = row.values
            found[values.dropLast(2).map(groupText)] = Int(values[values.count - 2].description)
        }
        return found
    }

    private func groupText(_ value: Dixit.Value) -> String {
        switch value {
        case .entity(let entity): "#" + entity.id
        case .integer(let number): String(Double(number))
        default: value.description
        }
    }

    /// Lists long enough for the loops that take several elements at a time, and days that many rows share.
    @Test(arguments: 0..<4 as Range<UInt64>) func longListsGiveTheSame(seed: UInt64) throws {
        let records = SmallRecords(seed: seed &+ 300, statements: 1500)
        let corpus = try records.corpus()
        let brute = BruteForce(records, schema: .small)
        var random = SeededGenerator(seed: seed &* 31 &+ 7)
        func word() -> String { random.pick(SmallRecords.words) }
        for _ in 0..<6 {
            let finds = [
                "find statements where text contains \"\(word()) \(word())\"",
                "find statements where text contains \"\(word()) \(word()) \(word())\"",
                "find statements where text contains \"\(word())\" and text contains \"\(word())\"",
                "find statements where text contains \"\(word())\" sort by date desc, words, mode desc limit 9 skip 3",
                "find statements where mode = \"direct\" sort by date, words desc limit 20",
            ]
            for query in finds {
                let expected = brute.find(try tree(query)).map(\.id)
                #expect(ids(try corpus.answer(to: Query(text: query))) == expected, "corpus \(seed): \(query)")
            }
        }
        for key in ["date.month", "date.year", "date", "heard.year", "speaker", "speaker.role", "words", "mode, sure"] {
            let query = "count statements where text contains \"\(word())\" by \(key)"
            #expect(try groups(query, corpus) == brute.groups(try tree(query)), "corpus \(seed): \(query)")
        }
    }

    /// Two-valued logic: a condition and its opposite part the set.
    @Test(arguments: 0..<corpora) func aConditionAndItsOppositePartTheSet(seed: UInt64) throws {
        let corpus = try SmallRecords(seed: seed &+ 200, statements: 60).corpus()
        var generator = RandomQuery(seed: seed &+ 31)
        for _ in 0..<Self.queries / 2 {
            for set in ["people", "groups", "statements"] {
                let condition = generator.condition(set, depth: 2)
                let yes = try corpus.answer(to: Query(text: "count \(set) where \(condition)")).count
                let no = try corpus.answer(to: Query(text: "count \(set) where not (\(condition))")).count
                #expect(yes + no == corpus.count(of: set), "\(set) where \(condition)")
            }
        }
    }

    /// Pages one after the other are the whole.
    @Test func pagesMakeTheWhole() throws {
        let corpus = try SmallRecords(seed: 5, statements: 53).corpus()
        for order in ["", " sort by words", " sort by speaker.role desc, date", " sort by title"] {
            let whole = ids(try corpus.answer(to: Query(text: "find statements where words >= 5\(order)")))
            var paged: [String] = []
            for page in 0..<8 {
                let query = "find statements where words >= 5\(order) limit 7 skip \(7 * page)"
                paged += ids(try corpus.answer(to: Query(text: query)))
            }
            #expect(paged == whole)
        }
    }

    /// Sixty `let`s, each of which names the one before twice, are bound and run once each.
    @Test func chainsOfDefinitionsAreNoTrees() throws {
        var script = "let a0 = find people where name is known\n"
        for number in 1...60 {
            script += "let a\(number) = find people where it in a\(number - 1) and it in a\(number - 1)\n"
        }
        let corpus = try SmallRecords(seed: 3, statements: 5).corpus()
        let named = try corpus.answer(to: "count people where name is known").count
        #expect(try corpus.answer(to: Query(text: script + "count a60")).count == named)
    }
}
