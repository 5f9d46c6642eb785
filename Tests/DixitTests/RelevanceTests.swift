// The order of relevance against the formula, computed here from the words themselves.

import Dixit
import Foundation
import TestSupport
import Testing

@Suite struct RelevanceTests {
    private static let words = ["accord", "pays", "loi", "eau", "femmes", "droits", "école", "port", "mer", "vent"]

    /// Rows of 1 to 30 words, so that lengths and frequencies differ.
    private static func rows(seed: UInt64, count: Int) -> [[String]] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 1...30, using: &random)).map { _ in
                words[min(Int.random(in: 0..<20, using: &random), Int.random(in: 0..<10, using: &random))]
            }
        }
    }

    private static func corpus(_ rows: [[String]]) throws -> Corpus {
        var records = RecordBuilder(schema: .small)
        for (number, words) in rows.enumerated() {
            try records.add(["id": .text("s\(number)"), "text": .text(words.joined(separator: " "))], to: "statements")
        }
        return try records.finish()
    }

    /// The ids of the rows that have all the words, the best first.
    private static func ranked(_ rows: [[String]], _ words: [String]) -> [String] {
        let scores = scores(rows, words)
        let found = rows.indices.filter { row in words.allSatisfy { rows[row].contains($0) } }
        return found.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.map { "s\($0)" }
    }

    /// BM25 with k1 = 1.2 and b = 0.75.
    private static func scores(_ rows: [[String]], _ words: [String]) -> [Double] {
        let average = Double(rows.reduce(0) { $0 + $1.count }) / Double(rows.count)
        var scores = [Double](repeating: 0, count: rows.count)
        for word in words {
            let frequency = Double(rows.count { $0.contains(word) })
            let idf = log(1 + (Double(rows.count) - frequency + 0.5) / (frequency + 0.5))
            for (number, row) in rows.enumerated() {
                let count = Double(row.count { $0 == word })
                scores[number] += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * Double(row.count) / average))
            }
        }
        return scores
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func rowsComeInTheOrderOfTheFormula(seed: UInt64) throws {
        let rows = Self.rows(seed: seed, count: 700)
        let corpus = try Self.corpus(rows)
        for pair in [("accord", "vent"), ("mer", "loi"), ("école", "eau"), ("pays", "pays")] {
            let asked = pair.0 == pair.1 ? [pair.0] : [pair.0, pair.1]
            let condition = asked.map { "text contains \"\($0)\"" }.joined(separator: " and ")
            for limit in [10, 1000] {
                let query = "find statements where \(condition) sort by relevance limit \(limit)"
                let found = try corpus.answer(to: Query(text: query)).rows.compactMap { $0.entity?.id }
                let expected = Array(Self.ranked(rows, asked).prefix(limit))
                #expect(found.count == expected.count && !found.isEmpty)
                // Scores that are equal but for their last bits may change places, so the best are compared as sets.
                #expect(Set(found) == Set(expected), "\(query)")
            }
        }
    }

    @Test func theScoreIsShownInAnyOrderOfRows() throws {
        let rows = Self.rows(seed: 4, count: 300)
        let corpus = try Self.corpus(rows)
        let scores = Self.scores(rows, ["accord", "vent"])
        for order in ["", "sort by score", "sort by score asc", "sort by id desc"] {
            let query = """
                find statements where text contains "accord" and text contains "vent" show id, score \(order) limit 40
                """
            let found = try corpus.answer(to: Query(text: query)).rows
            var shown: [Double] = []
            for row in found {
                guard case .text(let id) = row[0], case .number(let score) = row[1], let number = Int(id.dropFirst())
                else {
                    Issue.record("\(query): \(row[0]) \(row[1])")
                    continue
                }
                #expect(abs(score - scores[number]) < 0.000_1, "\(query): \(id)")
                shown.append(score)
            }
            #expect(shown.count == 40)
            if order == "sort by score" { #expect(shown == shown.sorted(by: >)) }
            if order == "sort by score asc" { #expect(shown == shown.sorted()) }
        }
    }
}
