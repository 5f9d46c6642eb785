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

    private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    static let longestCount = allCases.map(\.rawValue.utf8.count).max() ?? 0

    /// The keyword that a word spells in any case: `FIND`, `Find`.
    package init?(spelling: some Collection<UInt8>) {
        guard spelling.count <= Self.longestCount else { return nil }
        let lower = spelling.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        guard let keyword = Self.byText[String(decoding: lower, as: UTF8.self)] else { return nil }
        self = keyword
    }
}
