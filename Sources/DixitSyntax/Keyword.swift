// The words that the grammar knows, in any case.

/// A word with a meaning in the grammar. Only some of them are reserved: `words` may also be a field.
package enum Keyword: String, Hashable, Sendable, CaseIterable {
    case find, count, `let`, param, explain
    case `where`, by, having, show, sort, limit, skip, sample, `as`
    case and, or, not, `in`, `is`, between, contains, does, matches
    case some, no, every, at, it, them, exactly, roughly, any, all
    case `true`, `false`, missing, known, today, have, has
    // Not reserved: these mean something only where the grammar asks for them.
    case distinct, seed, relevance, asc, desc, contain, match, of, first, last
    case near, within, word, words, before, after, same, sentence, paragraph, least, most, times, ago
    case order, offset

    /// Whether no set, field, `let` or parameter may have this name.
    package var isReserved: Bool {
        switch self {
        case .distinct, .seed, .relevance, .asc, .desc, .contain, .match, .of, .first, .last, .near, .within, .word,
            .words,
            .before, .after, .same, .sentence, .paragraph, .least, .most, .times, .ago, .order, .offset:
            false
        default: true
        }
    }

    /// `find`, `count`, `let`, `param`, `explain`: what a statement starts with, and what a line break separates before.
    package var isVerb: Bool {
        switch self {
        case .find, .count, .let, .param, .explain: true
        default: false
        }
    }

    /// Where reading goes on after an error.
    var startsClause: Bool {
        switch self {
        case .where, .by, .having, .show, .sort, .limit, .skip, .sample, .as: true
        default: false
        }
    }

    /// The keyword that a word spells in any case: `FIND`, `Find`.
    package init?(spelling: some Collection<UInt8>) {
        guard let spelling = KeywordSpelling(spelling), let keyword = KeywordSpelling.keywords[spelling] else {
            return nil
        }
        self = keyword
    }
}

/// The letters of a word that is short enough for a keyword, in lower case, as one number.
private struct KeywordSpelling: Hashable {
    private var first: UInt64 = 0
    private var rest: UInt64 = 0

    static let keywords = Dictionary(
        uniqueKeysWithValues: Keyword.allCases.map { keyword in
            guard let spelling = KeywordSpelling(keyword.rawValue.utf8) else {
                preconditionFailure("a keyword is made of 1 to 16 letters")
            }
            return (spelling, keyword)
        })

    /// Nil where a byte is no letter, or where there are more than 16.
    init?(_ word: some Collection<UInt8>) {
        var count = 0
        for byte in word {
            let lower = byte | 0x20
            guard count < 16, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower), byte < 0x80 else { return nil }
            if count < 8 { first = first << 8 | UInt64(lower) } else { rest = rest << 8 | UInt64(lower) }
            count += 1
        }
        if count == 0 { return nil }
    }

    /// One multiplication spreads the letters well enough for a table of some sixty words.
    func hash(into hasher: inout Hasher) { hasher.combine(first ^ rest &* 0x9E37_79B9_7F4A_7C15) }
}
