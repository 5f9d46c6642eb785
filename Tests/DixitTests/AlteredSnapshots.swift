// Snapshots in which single bytes are altered: each answer is right, or the alteration is noticed.

import Dixit
import TestSupport
import Testing

extension Answer {
    /// A line a row, with tabs between the values.
    var tabbed: String {
        rows.map { row in row.values.map(\.description).joined(separator: "\t") }.joined(separator: "\n")
    }
}

/// Alters a byte of a snapshot again and again, each time from the bytes as they were, and asks one of the questions.
///
/// - Parameters:
///   - first: the first byte that may be altered.
///   - corpus: what gives the right answers.
func expectAlterationsAreNoticed(
    in bytes: [UInt8], from first: Int, rounds: Int, seed: UInt64, asking questions: [String], of corpus: Corpus
) throws {
    let right = try questions.map { try corpus.answer(to: Query(text: $0)).tabbed }
    var random = SeededGenerator(seed: seed)
    var noticed = 0
    for round in 0..<rounds {
        var altered = bytes
        let place = Int.random(in: first..<bytes.count, using: &random)
        altered[place] ^= UInt8.random(in: 1...255, using: &random)
        guard let corpus = try? Corpus(snapshot: altered, verifying: .whenRead) else { continue }
        let number = round % questions.count
        do throws(DixitError) {
            let answer = try corpus.answer(to: Query(text: questions[number]))
            #expect(answer.tabbed == right[number], "byte \(place), \(questions[number])")
        } catch {
            noticed += 1
            #expect(error.code == "E524")
        }
    }
    #expect(noticed > 0)
}
