// A text cut into tokens, sentences, paragraphs and quotations: what every later stage reads.

package import DixitText

/// A paragraph: tokens between two line ends.
package struct Paragraph: Sendable {
    /// Indices of tokens.
    package var tokens: Range<Int>
    package var range: TextRange
}

/// A sentence, or several inside one pair of quotation marks («A. B.», a dit X): what one cue can govern.
package struct Sentence: Sendable {
    /// Indices of tokens, the final stop included.
    package var tokens: Range<Int>
    package var range: TextRange
    /// An index of ``TokenisedText/paragraphs``.
    package var paragraph: Int
}

/// A pair of quotation marks and what they hold.
package struct Quotation: Sendable {
    /// The token of the opening mark.
    package var open: Int
    /// The token of the closing mark; for a quotation that is never closed, the first token after it.
    package var close: Int
    /// 0 for a quotation that is in no other.
    package var depth: Int
    /// Whether the marks did not match and had to be repaired.
    package var isRepaired: Bool
    /// Tokens between the marks.
    package var inside: Range<Int> { open + 1..<max(open + 1, close) }
}

package struct TokenisedText: Sendable {
    /// The text, as it was given.
    package let bytes: [UInt8]
    package let lexicon: Lexicon
    package internal(set) var tokens: [Token]
    package internal(set) var paragraphs: [Paragraph]
    package internal(set) var sentences: [Sentence]
    /// In the order of their opening marks.
    package internal(set) var quotations: [Quotation]
    /// By token: the outermost quotation that the token opens, or -1.
    package internal(set) var quotationAt: [Int32]

    /// Cuts a text: tokens, paragraphs, quotations, sentences, one after the other.
    package init(_ text: [UInt8], lexicon: Lexicon = .french) {
        bytes = text
        self.lexicon = lexicon
        var tokeniser = Tokeniser(lexicon: lexicon)
        tokens = text.withUnsafeBufferPointer { tokeniser.tokens(of: $0) }
        paragraphs = []
        sentences = []
        quotations = []
        quotationAt = []
        findParagraphs()
        findQuotations()
        findSentences()
    }

    /// The words of a range of the text.
    package func text(_ range: TextRange) -> String {
        let lower = min(Int(range.start), bytes.count)
        return String(decoding: bytes[lower..<max(lower, min(Int(range.end), bytes.count))], as: UTF8.self)
    }

    /// The range from the first to the last of some tokens; empty for none.
    package func range(of tokens: Range<Int>) -> TextRange {
        guard !tokens.isEmpty else { return TextRange(0, 0) }
        return TextRange(self.tokens[tokens.lowerBound].start, self.tokens[tokens.upperBound - 1].end)
    }

    package func text(ofTokens tokens: Range<Int>) -> String { text(range(of: tokens)) }

    /// The outermost quotation that opens at a token.
    package func quotation(openedBy token: Int) -> Quotation? {
        let index = Int(quotationAt[token])
        return index < 0 ? nil : quotations[index]
    }

    private mutating func findParagraphs() {
        var start = 0
        for index in tokens.indices.dropFirst() where tokens[index].has(.opensParagraph) {
            paragraphs.append(Paragraph(tokens: start..<index, range: range(of: start..<index)))
            start = index
        }
        if start < tokens.count {
            paragraphs.append(Paragraph(tokens: start..<tokens.count, range: range(of: start..<tokens.count)))
        }
    }
}
