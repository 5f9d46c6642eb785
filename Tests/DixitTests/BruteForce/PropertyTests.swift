// What holds of the language whatever the corpus: spelling does not matter, more words never find more, near is near both ways.

import Dixit
import TestSupport
import Testing

@Suite struct PropertyTests {
    private static let corpora: UInt64 = 6
    private static let rounds = 40

    private struct Subject {
        let corpus: Corpus
        var random: SeededGenerator

        init(seed: UInt64) throws {
            corpus = try SmallRecords(seed: seed &+ 700, statements: 80).corpus()
            random = SeededGenerator(seed: seed &* 48_271 &+ 1)
        }

        func rows(_ condition: String, of set: String = "statements") throws -> Set<String> {
            let answer = try corpus.answer(to: Query(text: "find \(set) where \(condition)"))
            return Set(answer.rows.compactMap { $0.entity?.id })
        }

        mutating func word() -> String { random.pick(SmallRecords.words) }

        mutating func phrase() -> String {
            (0..<Int.random(in: 1...2, using: &random)).map { _ in word() }.joined(separator: " ")
        }

        /// The same text as somebody else might type it: other case, other accents, decomposed, other apostrophes, hyphens
        /// and spaces, a ligature opened.
        mutating func respelt(_ text: String) -> String {
            text.map { character -> String in
                guard random.chance(0.5) else { return String(character) }
                switch character {
                case "é": return random.pick(["e\u{301}", "e", "É", "È", "E\u{301}", "ê"])
                case "è", "ê": return random.pick(["e", "é", "e\u{300}", "E"])
                case "à": return random.pick(["a", "À", "a\u{300}"])
                case "ç": return random.pick(["c", "Ç", "c\u{327}"])
                case "œ": return random.pick(["oe", "Œ", "OE"])
                case "æ": return random.pick(["ae", "Æ"])
                case "'", "’": return random.pick(["'", "’", "ʼ"])
                case "-": return random.pick(["-", "‑", "–", " "])
                case " ": return random.pick([" ", "\u{A0}", "\u{202F}", "  "])
                default: return random.pick([character.uppercased(), character.lowercased()])
                }
            }.joined()
        }
    }

    @Test(arguments: 0..<corpora) func spellingDoesNotMatter(seed: UInt64) throws {
        var subject = try Subject(seed: seed)
        var found = 0
        for _ in 0..<Self.rounds {
            let phrase = subject.phrase()
            let (name, role) = (subject.random.pick(SmallRecords.names), subject.random.pick(SmallRecords.roles))
            for (condition, text, set) in [
                ("text contains", phrase, "statements"), ("title =", phrase, "statements"), ("name =", name, "people"),
                ("role =", role, "people"),
            ] {
                let other = subject.respelt(text)
                let rows = try subject.rows("\(condition) \"\(text)\"", of: set)
                #expect(try subject.rows("\(condition) \"\(other)\"", of: set) == rows, "\(text) as \(other)")
                found += rows.count
            }
        }
        #expect(found > 0)
    }

    /// The hits of a word stand at the same places however it is spelt.
    @Test(arguments: 0..<corpora) func spellingDoesNotMoveHighlights(seed: UInt64) throws {
        var subject = try Subject(seed: seed)
        var hits = 0
        for _ in 0..<Self.rounds / 4 {
            let word = subject.word()
            let other = subject.respelt(word)
            let session = Session(subject.corpus)
            for id in try subject.rows("text contains \"\(word)\"").sorted().prefix(5) {
                func places(_ word: String) throws -> [Range<Int>] {
                    try session.why(id, in: Query(text: "find statements where text contains \"\(word)\""))
                        .conditions.flatMap(\.hits).map(\.utf8)
                }
                let found = try places(word)
                #expect(!found.isEmpty)
                #expect(try places(other) == found, "\(word) as \(other)")
                hits += found.count
            }
        }
        #expect(hits > 0)
    }

    @Test(arguments: 0..<corpora) func moreIsFoundByLess(seed: UInt64) throws {
        var subject = try Subject(seed: seed)
        var generator = RandomQuery(seed: seed &+ 11)
        func contains(_ text: String) -> String { "text contains \"\(text)\"" }
        for _ in 0..<Self.rounds {
            let (word, other, distance) = (
                subject.word(), subject.word(), Int.random(in: 1...6, using: &subject.random)
            )
            // A `*` stands at a letter.
            guard word.last != "." else { continue }
            let begin = String(word.prefix(3))
            let pairs = [
                // A beginning finds what the word finds; a phrase finds no more than its words.
                (contains(word), contains(word + "*")), (contains(word + "*"), contains(begin + "*")),
                (contains("\(word) \(other)"), contains(word)), (contains("\(word) \(other)"), contains(other)),
                // A wider distance finds more, and so does a paragraph than a sentence.
                (
                    contains(word) + " within \(distance) words of \"\(other)\"",
                    contains(word) + " within \(distance + 1) words of \"\(other)\""
                ),
                (
                    contains(word) + " within \(distance) words before \"\(other)\"",
                    contains(word) + " within \(distance) words of \"\(other)\""
                ),
                (
                    contains(word) + " within same sentence as \"\(other)\"",
                    contains(word) + " within same paragraph as \"\(other)\""
                ),
                // More hits are asked of fewer rows.
                (contains(word) + " at least \(distance + 1) times", contains(word) + " at least \(distance) times"),
                ("text contains exactly \"\(word)\"", contains(word)),
                (contains(word), "text contains roughly \"\(word)\""),
            ]
            for (narrow, wide) in pairs {
                #expect(try subject.rows(narrow).isSubset(of: try subject.rows(wide)), "\(narrow) | \(wide)")
            }
            // One more condition never adds a row.
            let (one, two) = (generator.condition("statements", depth: 1), generator.condition("statements", depth: 1))
            #expect(try subject.rows("(\(one)) and (\(two))").isSubset(of: try subject.rows(one)), "\(one) | \(two)")
            #expect(try subject.rows(one).isSubset(of: try subject.rows("(\(one)) or (\(two))")), "\(one) | \(two)")
        }
    }

    /// A longer name never finds more people than the end of it.
    @Test(arguments: 0..<corpora) func aLongerNameFindsNoMore(seed: UInt64) throws {
        let subject = try Subject(seed: seed)
        // Of names that are written in their usual order, and whose words are always written apart.
        for name in ["Mustapha El Khalfi", "Samira Haddad", "Jean de La Tour", "Éric Lœwe", "Ali Haddad"] {
            let words = name.split(separator: " ")
            for count in stride(from: words.count, to: 1, by: -1) {
                let longer = words.suffix(count).joined(separator: " ")
                let shorter = words.suffix(count - 1).joined(separator: " ")
                let narrow = try subject.rows("name = \"\(longer)\"", of: "people")
                #expect(narrow.isSubset(of: try subject.rows("name = \"\(shorter)\"", of: "people")), "\(longer)")
            }
        }
    }

    @Test(arguments: 0..<corpora) func nearIsNearBothWays(seed: UInt64) throws {
        var subject = try Subject(seed: seed)
        for _ in 0..<Self.rounds {
            let (one, two) = (subject.phrase(), subject.phrase())
            let distance = Int.random(in: 1...8, using: &subject.random)
            let symmetric = [
                "near", "within \(distance) words of", "within same sentence as", "within same paragraph as",
            ]
            for relation in symmetric {
                let forth = try subject.rows("text contains \"\(one)\" \(relation) \"\(two)\"")
                #expect(
                    try subject.rows("text contains \"\(two)\" \(relation) \"\(one)\"") == forth,
                    "\(one) \(relation) \(two)")
            }
            let before = try subject.rows("text contains \"\(one)\" within \(distance) words before \"\(two)\"")
            #expect(try subject.rows("text contains \"\(two)\" within \(distance) words after \"\(one)\"") == before)
        }
    }
}
