// One token of a text: a word, a number or a mark, with its place and what the lexicon knows of it.

package import DixitText

package enum TokenKind: UInt8, Sendable {
    case word
    /// «51.400», «18h00», «1er»
    case number
    case comma
    /// «.», «!», «?»
    case stop
    /// «…», «...»
    case ellipsis
    case colon
    case semicolon
    /// A dash between spaces or at the start of a paragraph.
    case dash
    case openParenthesis
    case closeParenthesis
    /// « “ ‹ ‘
    case openQuote
    /// » ” › ’
    case closeQuote
    /// " : opens or closes; ``TokenisedText/quotations`` tells which.
    case straightQuote
    /// «%», «/», «+» …
    case symbol
}

package struct TokenShape: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// «Casablanca»
    package static let capitalised = TokenShape(rawValue: 1 << 0)
    /// «DGSN», with two letters or more
    package static let allCapitals = TokenShape(rawValue: 1 << 1)
    /// «V.» in «V. Sapounov»
    package static let initial = TokenShape(rawValue: 1 << 2)
    /// Nothing stands between it and the token before: «l'|accord», «d'euros.|Cette».
    package static let glued = TokenShape(rawValue: 1 << 3)
    /// It begins a paragraph.
    package static let opensParagraph = TokenShape(rawValue: 1 << 4)
    /// A subject after its verb: «il» of «a-t-il».
    package static let inverted = TokenShape(rawValue: 1 << 5)
    /// It ends a sentence, as a stop does, or closes a quotation that ends one.
    package static let endsSentence = TokenShape(rawValue: 1 << 6)

    package func has(_ other: TokenShape) -> Bool { rawValue & other.rawValue != 0 }
}

/// 32 bytes; rules read ``word`` and ``classes`` and never the letters.
package struct Token: Sendable {
    /// Byte offsets in the text; `end` is exclusive.
    package var start: UInt32
    package var end: UInt32
    /// The form in lower case, as the lexicon numbers it.
    package var word: WordID
    /// A hash of the form in lower case: the same word has the same hash, known to the lexicon or not.
    package var hash: UInt32
    package var classes: WordClass
    /// An index of ``TokenisedText/sentences``.
    package var sentence: UInt32
    package var kind: TokenKind
    package var shape: TokenShape
    /// Which terms of the lexicon begin with it.
    package var openings: Openings

    package var range: TextRange { TextRange(start, end) }
    package func has(_ classes: WordClass) -> Bool { self.classes.has(classes) }
    package func has(_ shape: TokenShape) -> Bool { self.shape.has(shape) }
    /// A word that begins with a capital letter or is a number glued to letters: a candidate for a name.
    package var isCapitalised: Bool { kind == .word && shape.has([.capitalised, .allCapitals]) }
    package var isQuote: Bool { kind == .openQuote || kind == .closeQuote || kind == .straightQuote }
}
