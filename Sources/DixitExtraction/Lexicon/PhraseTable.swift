// Fixed phrases of several words: «d'ailleurs», «Le Monde», «garde des sceaux».

/// Phrases by their first word, longest first.
struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        var words: [WordID]
        var classes: WordClass
    }

    private var phrases: [Phrase] = []
    /// By word: the range of ``phrases`` that begin with it; empty for most.
    private var starts: [UInt32: Range<Int>] = [:]
    /// By word: whether a phrase begins with it.
    private var opens: [Bool] = []

    init(_ texts: [(String, WordClass)], adding table: inout WordTable) {
        for (text, classes) in texts {
            let words = Self.parts(text).map { part in
                table.add(part, [])
                return table.word(part)
            }
            phrases.append(Phrase(words: words, classes: classes))
        }
        phrases.sort { ($0.words[0].raw, $1.words.count) < ($1.words[0].raw, $0.words.count) }
        opens = [Bool](repeating: false, count: table.count + 1)
        for (index, phrase) in phrases.enumerated() {
            let first = phrase.words[0]
            starts[first.raw] = (starts[first.raw]?.lowerBound ?? index)..<index + 1
            opens[first.index] = true
        }
    }

    /// «quotidien d'oran» → quotidien, d', oran.
    static func parts(_ text: String) -> [String] {
        text.split(separator: " ").flatMap { part -> [String] in
            guard let mark = part.firstIndex(of: "'"), ["l'", "d'", "s'", "n'"].contains(part[...mark]) else {
                return [String(part)]
            }
            return [String(part[...mark]), String(part[part.index(after: mark)...])]
        }
    }

    func opens(_ word: WordID) -> Bool { word.index < opens.count && opens[word.index] }

    /// The longest phrase whose words `matches` finds, or nil.
    func longest(from first: WordID, matches: ([WordID]) -> Bool) -> Phrase? {
        guard let range = starts[first.raw] else { return nil }
        return phrases[range].first { matches($0.words) }
    }
}
