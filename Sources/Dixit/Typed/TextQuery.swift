// Words to look for, and how they stand to each other.

import DixitSyntax

/// What stands after `contains`: a phrase, or several put together.
///
/// ```swift
/// let near = TextQuery("grève").near("syndicat*")
/// let before = TextQuery("gouvernement").within(3, wordsBefore: "annonc*")
/// let either = (TextQuery("grève") || TextQuery("manifestation")) && !TextQuery("fin")
/// ```
public struct TextQuery: Hashable, Sendable, ExpressibleByStringLiteral {
    let text: QueryText
    /// Whether it can stand beside another word without parentheses.
    private let isAtom: Bool

    private init(_ text: QueryText, isAtom: Bool) {
        self.text = text
        self.isAtom = isAtom
    }

    /// The words of the text side by side, folded; `*` ends a word that is only begun.
    public init(_ text: String) { self.init(.value(text), isAtom: true) }

    public init(stringLiteral value: String) { self.init(value) }

    /// The same characters, case and accents included.
    public static func exactly(_ text: String) -> TextQuery { TextQuery("exactly " + .value(text), isAtom: true) }

    /// Words that differ by a slip or two of the keyboard.
    public static func roughly(_ text: String) -> TextQuery { TextQuery("roughly " + .value(text), isAtom: true) }

    private var atom: QueryText { isAtom ? text : "(" + text + ")" }

    private func joined(_ words: String, _ other: TextQuery) -> TextQuery {
        TextQuery(atom + " \(words) " + other.atom, isAtom: false)
    }

    /// Both stand in the text.
    public static func && (left: TextQuery, right: TextQuery) -> TextQuery { left.joined("and", right) }
    /// One of them stands in the text at least.
    public static func || (left: TextQuery, right: TextQuery) -> TextQuery { left.joined("or", right) }
    /// It does not stand in the text.
    public static prefix func ! (query: TextQuery) -> TextQuery { TextQuery("not " + query.atom, isAtom: false) }

    /// Within ten words, either way.
    public func near(_ other: TextQuery) -> TextQuery { joined("near", other) }

    /// With fewer than so many words between, either way: 1 is side by side.
    public func within(_ count: Int, wordsOf other: TextQuery) -> TextQuery {
        joined("within \(max(1, count)) words of", other)
    }

    /// Before the other, with fewer than so many words between.
    public func within(_ count: Int, wordsBefore other: TextQuery) -> TextQuery {
        joined("within \(max(1, count)) words before", other)
    }

    /// After the other, with fewer than so many words between.
    public func within(_ count: Int, wordsAfter other: TextQuery) -> TextQuery {
        joined("within \(max(1, count)) words after", other)
    }

    /// Both in one sentence.
    public func inSameSentence(as other: TextQuery) -> TextQuery { joined("within same sentence as", other) }
    /// Both in one paragraph.
    public func inSameParagraph(as other: TextQuery) -> TextQuery { joined("within same paragraph as", other) }

    /// At so many places that do not overlap.
    public func atLeast(_ count: Int) -> TextQuery {
        TextQuery(atom + " at least \(max(1, count)) times", isAtom: false)
    }
}
