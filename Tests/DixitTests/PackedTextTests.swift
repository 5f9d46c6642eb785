// Words that stand in as many rows as lists have edges: what a snapshot packs is found again.

import Dixit
import TestSupport
import Testing

/// Texts in which `w255` stands in 255 rows, `r255` in as many and twice in every seventh, five times in some; the first row
/// has thousands of words.
private struct EdgeTexts {
    static let sizes = [1, 2, 255, 256, 257, 511, 512, 513, 700]

    static func corpus(rows: Int = 701) throws -> Corpus {
        func field(_ name: String, _ type: FieldType) -> FieldSchema {
            FieldSchema(name, type, documentation: LocalizedText(english: "", french: ""))
        }
        let schema = Schema(sets: [
            SetSchema(
                "notes", singular: "note", isSearchedByText: true,
                documentation: LocalizedText(english: "", french: ""),
                fields: [field("id", .number), field("text", .text)])
        ])
        var random = SeededGenerator(seed: 12)
        var texts = [[String]](repeating: [], count: rows)
        for size in sizes {
            // The row without words begins where the next one does.
            for row in (0..<rows).filter({ $0 != 3 }).shuffled(using: &random).prefix(size) {
                let place = Int.random(in: 0...texts[row].count, using: &random)
                let repeats = row % 7 == 0 ? (row % 49 == 0 ? 5 : 2) : 1
                let words = ["w\(size)"] + [String](repeating: "r\(size)", count: repeats)
                texts[row].insert(contentsOf: words, at: place)
            }
        }
        texts[0] += (0..<2500).flatMap { ["x\($0 % 97)", "wide"] }
        var records = RecordBuilder(schema: schema)
        for (row, words) in texts.enumerated() {
            try records.add(["id": .integer(row), "text": .text(words.joined(separator: " "))], to: "notes")
        }
        return try records.finish()
    }

    static var questions: [String] {
        sizes.flatMap { size in
            [
                "find notes where text contains \"w\(size) r\(size)\" show id",
                "find notes where text contains \"r\(size) r\(size) r\(size)\" show id",
                "find notes where text contains \"r\(size)\" sort by relevance limit 20 show id",
                "find notes where text contains \"r\(size)\" within 3 words of \"w700\" show id",
                "find notes where id < 40 and text contains \"w700 r\(size)\" show id",
            ]
        } + [
            "count notes where text contains \"w5*\"", "count notes where text contains \"wide x1\"",
            "find notes where text contains \"x96 wide x0\" show id",
            "find notes where text contains \"w256 r256\" and text contains \"r700\" sort by relevance show id",
            "count notes where text contains \"r255 w256\"",
        ]
    }
}

@Suite struct PackedTextTests {
    @Test(arguments: [SnapshotVerification.full, .whenRead])
    func listsOfAllSizesAnswerTheSame(verification: SnapshotVerification) throws {
        let corpus = try EdgeTexts.corpus()
        let bytes = try corpus.snapshotBytes()
        let reopened = try Corpus(snapshot: bytes, verifying: verification)
        for question in EdgeTexts.questions {
            let query = Query(text: question)
            let answer = try corpus.answer(to: query)
            #expect(try reopened.answer(to: query).tabbed == answer.tabbed, "\(question)")
        }
        #expect(reopened.contents == corpus.contents)
        #expect(try reopened.snapshotBytes() == bytes)
        #expect(try reopened.answer(to: "count notes where text contains \"r257\"").count == 257)
    }

    /// An error or the right answer.
    @Test func whatIsAlteredIsNoticed() throws {
        let bytes = try EdgeTexts.corpus().snapshotBytes()
        try expectAlterationsAreNoticed(
            in: bytes, from: 64, rounds: 200, seed: 99, asking: EdgeTexts.questions, of: Corpus(snapshot: bytes))
    }
}
