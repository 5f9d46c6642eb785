// What `contains` and names mean, by looking at every word.

import Dixit
import DixitSyntax
import DixitText

extension BruteForce {
    /// The words of a text with what separates them, found by splitting.
    struct Tokens {
        var words: [String] = []
        var sentences: [Int] = []
        var paragraphs: [Int] = []

        init(_ text: String) {
            // An acronym is one word: its dots go away.
            let text = text.replacing("S.N.C.F.", with: "SNCF.")
            var sentence = 0
            var paragraph = 0
            var word = ""
            var before: Character?
            func finish(_ tokens: inout Tokens) {
                if !word.isEmpty {
                    tokens.words.append(folded(word))
                    tokens.sentences.append(sentence)
                    tokens.paragraphs.append(paragraph)
                    word = ""
                }
            }
            for character in text {
                if character.isLetter || character.isNumber {
                    word.append(character)
                } else {
                    finish(&self)
                    if character == "\n" {
                        paragraph += 1
                        sentence += 1
                    } else if character == " ", before == "." {
                        sentence += 1
                    }
                }
                before = character
            }
            finish(&self)
        }
    }

    /// Each text is split once, though every query looks at it.
    final class KnownTokens {
        private var known: [String: Tokens] = [:]

        subscript(text: String) -> Tokens {
            if let tokens = known[text] { return tokens }
            let tokens = Tokens(text)
            known[text] = tokens
            return tokens
        }
    }

    func contains(_ text: TextCondition, _ row: Row, _ steps: [String]) -> Bool {
        let ends = steps.isEmpty ? [Atom.row(row.id)] : atoms(row, steps)
        var isName = steps.isEmpty
        if let last = steps.last {
            var set = row.set
            for step in steps.dropLast() { set = schema[set: set]?[field: step]?.type.target ?? set }
            switch schema[set: set]?[field: last]?.type {
            case .name, .one, .many: isName = true
            default: break
            }
        }
        if isName {
            // A field of names and a relation look at all names of the row.
            var owners = ends.compactMap { atom -> Row? in if case .row(let id) = atom { self.row(id) } else { nil } }
            if owners.isEmpty, !steps.isEmpty {
                owners = atoms(row, Array(steps.dropLast())).compactMap { atom in
                    if case .row(let id) = atom { self.row(id) } else { nil }
                }
                if case .one = schema[set: row.set]?[field: steps[0]]?.type, steps.count == 1 { owners = [] }
                if case .many = schema[set: row.set]?[field: steps[0]]?.type, steps.count == 1 { owners = [] }
            }
            // `not` speaks of one form at a time, as of one value at a time.
            return owners.contains { owner in forms(owner).contains { holds(text, tokens[$0]) } }
        }
        return ends.contains { atom in if case .text(let value) = atom { holds(text, tokens[value]) } else { false } }
            || ends.isEmpty && isTextField(row, steps) && holds(text, tokens[""])
    }

    /// `not` inside `contains` holds for a missing text: there is no such word in it.
    private func isTextField(_ row: Row, _ steps: [String]) -> Bool {
        steps.count == 1 && schema[set: row.set]?[field: steps[0]]?.type == .text
    }

    private func holds(_ text: TextCondition, _ tokens: Tokens) -> Bool {
        switch text {
        case .and(let members, _): return members.allSatisfy { holds($0, tokens) }
        case .or(let members, _): return members.contains { holds($0, tokens) }
        case .not(let inner, _): return !holds(inner, tokens)
        case .repeated(let inner, let count, _):
            var apart = 0
            var end = 0
            for hit in hits(inner, tokens) where hit.lowerBound >= end {
                apart += 1
                end = hit.upperBound
            }
            return apart >= count.value
        default: return !hits(text, tokens).isEmpty
        }
    }

    private func hits(_ text: TextCondition, _ tokens: Tokens) -> [Range<Int>] {
        switch text {
        case .literal(let literal):
            let pattern = literal.text.split(separator: " ").flatMap { part -> [(String, Bool)] in
                let isPrefix = part.hasSuffix("*")
                let words = self.tokens[String(isPrefix ? part.dropLast() : part)].words
                return words.enumerated().map { ($1, isPrefix && $0 == words.count - 1) }
            }
            guard !pattern.isEmpty, tokens.words.count >= pattern.count else { return [] }
            return (0...tokens.words.count - pattern.count).filter { start in
                pattern.indices.allSatisfy { place in
                    let word = tokens.words[start + place]
                    return pattern[place].1 ? word.hasPrefix(pattern[place].0) : word == pattern[place].0
                }
            }.map { $0..<$0 + pattern.count }
        case .or(let members, _): return members.flatMap { hits($0, tokens) }.sorted { $0.lowerBound < $1.lowerBound }
        case .members(_, .list(let list), _):
            return list.values.flatMap { value -> [Range<Int>] in
                if case .text(let literal) = value { hits(.literal(literal), tokens) } else { [] }
            }.sorted { $0.lowerBound < $1.lowerBound }
        case .proximity(let left, let proximity, let right, _):
            let others = hits(right, tokens)
            return hits(left, tokens).flatMap { first in
                others.compactMap { second in
                    guard !first.overlaps(second), isNear(first, proximity, second, tokens) else { return nil }
                    return min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound)
                }
            }
        default: return []
        }
    }

    private func isNear(
        _ first: Range<Int>, _ proximity: Proximity, _ second: Range<Int>, _ tokens: Tokens
    ) -> Bool {
        switch proximity {
        case .sameSentence: return Set(tokens.sentences[first] + tokens.sentences[second]).count == 1
        case .sameParagraph: return Set(tokens.paragraphs[first] + tokens.paragraphs[second]).count == 1
        case .within(let words, let order):
            let isBefore = first.lowerBound < second.lowerBound
            if order == .before, !isBefore { return false }
            if order == .after, isBefore { return false }
            let between = isBefore ? second.lowerBound - first.upperBound : first.lowerBound - second.upperBound
            return between + 1 <= words
        }
    }
}

/// The rule of names, word by word.
struct BruteName {
    let words: [String]
    /// The surname of `EL KHALFI Mustapha`.
    private let surname: [String]
    /// `rival de Marine Le Pen`: a word in small letters that no name has.
    private let isDescription: Bool
    /// `la SNCF`
    private let hasArticle: Bool

    init(_ name: String) {
        let parts = name.split(separator: " ").map(String.init)
        let inner = name.split { !$0.isLetter && !$0.isNumber }
        isDescription = inner.contains {
            $0.first!.isLowercase && !["m", "mme", "dr", "el", "de", "la", "le", "ben"].contains($0)
        }
        hasArticle = inner.count > 1 && ["la", "le", "les", "l"].contains(inner[0])
        let capitals = parts.prefix { $0.count > 1 && $0 == $0.uppercased() }
        surname = capitals.count == parts.count ? [] : capitals.map { folded($0) }.map { $0 == "el" ? "al" : $0 }
        var words = folded(name).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        while words.count > 1, ["m", "mme", "dr"].contains(words[0]) { words.removeFirst() }
        self.words = words.map { $0 == "el" ? "al" : $0 }
    }

    func finds(_ other: BruteName) -> Bool {
        if words.isEmpty { return false }
        if words.sorted() == other.words.sorted() || joined == other.joined { return true }
        if hasArticle, words.dropFirst() == other.words[...] { return true }
        if other.isDescription { return false }
        if words.count > other.words.count { return false }
        if other.words.suffix(words.count) == words[...] {
            return !Set(words).isSubset(of: ["al", "de", "la"])
        }
        if other.surname.suffix(words.count) == words[...] { return !Set(words).isSubset(of: ["al", "de", "la"]) }
        let initials = words.prefix { $0.count == 1 }
        let rest = words.dropFirst(initials.count)
        guard !initials.isEmpty, !rest.isEmpty, other.words.suffix(rest.count) == rest else { return false }
        let given = other.words.dropLast(rest.count)
        return initials.count <= given.count && zip(initials, given).allSatisfy { $1.hasPrefix($0) }
    }

    /// `Mustapha` of `Mustapha El Khalfi`
    func isGivenNameAlone(of whole: BruteName) -> Bool {
        words.count == 1 && whole.words.count > 1 && words[0] == whole.words[0] && words[0] != whole.words.last
            && whole.surname.isEmpty
    }

    private var joined: String {
        let text = words.joined()
        return text.hasPrefix("abdel") ? "abdal" + text.dropFirst(5) : text
    }
}
