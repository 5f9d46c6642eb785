// Terms with a label each, of one word or of several: «table ronde», «en présence de», «lundi».

/// A lexicon file whose lines say what their words stand for: `label flag,flag: words`, with underscores for spaces.
///
/// `conférence_de_presse proper: conférence_de_presse` names the term «conférence de presse» and gives it a flag.
struct TermList: Sendable {
    struct Label: Sendable {
        var name: String
        var flags: Set<String>
    }
    private struct Term: Sendable {
        var label: Int
        /// Where its words begin in ``words``, and how many they are.
        var first: Int
        var count: Int
    }

    private(set) var labels: [Label] = []
    /// By first word, the longest first.
    private var terms: [Term] = []
    /// The words of all terms, one term after the other.
    private var words: [WordID] = []
    /// By word: the first of ``terms`` that begins with it, plus one; 0 for none.
    private var starts: [UInt32] = []

    init(_ text: String, adding table: inout WordTable) {
        var found: [(label: Int, words: [WordID])] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let head = line[..<colon].split { $0 == " " || $0 == "," }
            guard let name = head.first else { continue }
            labels.append(
                Label(name: String(name).replacing("_", with: " "), flags: Set(head.dropFirst().map { String($0) })))
            for form in line[line.index(after: colon)...].split(separator: " ") {
                let words = PhraseTable.parts(String(form).replacing("_", with: " ").lowercased()).map { part in
                    table.add(part, [])
                    return table.word(part)
                }
                found.append((labels.count - 1, words))
            }
        }
        found.sort { ($0.words[0].raw, $1.words.count) < ($1.words[0].raw, $0.words.count) }
        starts = [UInt32](repeating: 0, count: table.count + 1)
        for (number, term) in found.enumerated() {
            terms.append(Term(label: term.label, first: words.count, count: term.words.count))
            words += term.words
            let first = term.words[0].index
            if starts[first] == 0 { starts[first] = UInt32(truncatingIfNeeded: number + 1) }
        }
    }

    /// Whether a term begins with a word.
    @inline(__always)
    func opens(_ word: WordID) -> Bool { word.index < starts.count && word.isKnown && starts[word.index] != 0 }

    /// The longest term at a token and the token after it.
    func match(at index: Int, in tokens: [Token], before limit: Int) -> (label: Int, end: Int)? {
        guard index < limit else { return nil }
        let first = tokens[index].word
        guard opens(first) else { return nil }
        var number = Int(starts[first.index]) - 1
        while number < terms.count, words[terms[number].first] == first {
            if matches(terms[number], at: index, in: tokens, before: limit) {
                return (terms[number].label, index + terms[number].count)
            }
            number += 1
        }
        return nil
    }

    private func matches(_ term: Term, at index: Int, in tokens: [Token], before limit: Int) -> Bool {
        guard index + term.count <= limit else { return false }
        for offset in 1..<max(1, term.count) where tokens[index + offset].word != words[term.first + offset] {
            return false
        }
        return true
    }

    /// The labels of the longest terms at a token, where one term has several, and the token after it.
    func matches(at index: Int, in tokens: [Token], before limit: Int) -> (labels: [Int], end: Int) {
        guard let longest = match(at: index, in: tokens, before: limit) else { return ([], index) }
        let count = longest.end - index
        var labels: [Int] = []
        var number = Int(starts[tokens[index].word.index]) - 1
        while number < terms.count, words[terms[number].first] == tokens[index].word, terms[number].count >= count {
            if terms[number].count == count, matches(terms[number], at: index, in: tokens, before: limit) {
                labels.append(terms[number].label)
            }
            number += 1
        }
        return (labels, longest.end)
    }

    /// The name of the label of a term at a token.
    func name(at index: Int, in tokens: [Token], before limit: Int) -> String? {
        match(at: index, in: tokens, before: limit).map { labels[$0.label].name }
    }
}
