// Fixed phrases of several words: «d'ailleurs», «Le Monde», «garde des sceaux».

/// Phrases by their first word, longest first.
struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        fileprivate var first: Int
        /// The number of its words.
        var count: Int
        var classes: WordClass
    }

    private var phrases: [Phrase] = []
    /// The words of all phrases, one phrase after the other.
    private var words: [WordID] = []
    /// By word: the first of ``phrases`` that begins with it, plus one; 0 for none.
    private var starts: [UInt32] = []
    /// By word: whether it is the second of a phrase.
    private var isSecond: [Bool] = []

    init(_ texts: [(String, WordClass)], adding table: inout WordTable) {
        var found: [(words: [WordID], classes: WordClass)] = []
        for (text, classes) in texts {
            let words = Self.parts(text).map { part in
                table.add(part, [])
                return table.word(part)
            }
            found.append((words, classes))
        }
        found.sort { ($0.words[0].raw, $1.words.count) < ($1.words[0].raw, $0.words.count) }
        starts = [UInt32](repeating: 0, count: table.count + 1)
        isSecond = [Bool](repeating: false, count: table.count + 1)
        for (number, phrase) in found.enumerated() {
            if phrase.words.count > 1 { isSecond[phrase.words[1].index] = true }
            phrases.append(Phrase(first: words.count, count: phrase.words.count, classes: phrase.classes))
            words += phrase.words
            let first = phrase.words[0].index
            if starts[first] == 0 { starts[first] = UInt32(truncatingIfNeeded: number + 1) }
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

    func opens(_ word: WordID) -> Bool { word.index < starts.count && starts[word.index] != 0 }

    func continues(_ word: WordID) -> Bool { word.index < isSecond.count && isSecond[word.index] }

    /// The longest phrase at a token that ends before a limit, or nil.
    @inline(__always)
    func longest(at index: Int, in tokens: [Token], before limit: Int) -> Phrase? {
        guard index >= 0, index + 1 < limit, tokens[index].openings.has(.phrase),
            tokens[index + 1].openings.has(.phraseRest)
        else { return nil }
        return scan(at: index, in: tokens, before: limit)
    }

    private func scan(at index: Int, in tokens: [Token], before limit: Int) -> Phrase? {
        let first = tokens[index].word
        return longest(from: first, count: limit - index) { tokens[index + $0].word }
    }

    /// The longest phrase of at most so many words that begins with one; `word` gives those after it by their distance.
    func longest(from first: WordID, count: Int, word: (Int) -> WordID) -> Phrase? {
        guard opens(first) else { return nil }
        var number = Int(starts[first.index]) - 1
        while number < phrases.count, words[phrases[number].first] == first {
            let phrase = phrases[number]
            if phrase.count <= count {
                var matched = 1
                while matched < phrase.count, words[phrase.first + matched] == word(matched) { matched += 1 }
                if matched == phrase.count { return phrase }
            }
            number += 1
        }
        return nil
    }
}
