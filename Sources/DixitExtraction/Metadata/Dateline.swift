// The dateline of a dispatch: «CASABLANCA (MAP) - …», «Rabat, 12 mai 2016 (MAP) – …», «PARIS, 3 mars (AFP)».

import DixitText

struct Dateline: Sendable {
    /// Tokens of the name of the place.
    var place: Range<Int>?
    var date: DateExpression?
    var agency: Range<Int>?
    /// The first token of the text after it.
    var end: Int

    /// No dateline is longer than so many tokens.
    private static let longest = 28
    /// A paragraph shorter than this is a headline such as «France - Italie : 2-0».
    private static let shortestParagraph = 20

    /// The dateline that a paragraph begins with, or nil.
    ///
    /// A place, a day and an agency in this order, each of which may be missing, then a dash or a bar. A place alone must be
    /// known: «BERLIN | Pendant que …», not «POLITIQUE - …».
    init?(of paragraph: Paragraph, in text: TokenisedText) {
        let limit = min(paragraph.tokens.upperBound, paragraph.tokens.lowerBound + Self.longest)
        var index = paragraph.tokens.lowerBound
        func kind(_ index: Int) -> TokenKind? { index < limit ? text.tokens[index].kind : nil }
        func agency(at index: Int) -> Range<Int>? {
            text.lexicon.terms.agencies.match(at: index, in: text.tokens, before: limit).map { index..<$0.end }
        }
        var place: Range<Int>?
        var date: DateExpression?
        var source: Range<Int>?
        var isParenthesised = false
        if kind(index) == .word, let found = agency(at: index), text.tokens[index].has(.allCapitals) {
            source = found
            index = found.upperBound
        } else if let name = Self.name(at: index, in: text, before: limit) {
            place = name
            index = name.upperBound
            // «Paris (France)», «Rabat / Casablanca»
            if kind(index) == .openParenthesis, agency(at: index + 1) == nil,
                let second = Self.name(at: index + 1, in: text, before: limit),
                kind(second.upperBound) == .closeParenthesis
            {
                index = second.upperBound + 1
            } else if kind(index) == .symbol, let second = Self.name(at: index + 1, in: text, before: limit) {
                index = second.upperBound
            }
            if kind(index) == .comma {
                if let second = Self.name(at: index + 1, in: text, before: limit),
                    DateScanner.expression(at: index + 1, in: text, before: limit) == nil
                {
                    index = second.upperBound
                    if kind(index) == .comma { index += 1 }
                } else {
                    index += 1
                }
            }
        }
        if kind(index) == .word, text.tokens[index].has(.definite) { index += 1 }
        if index < limit, let found = DateScanner.expression(at: index, in: text, before: limit), found.isDay {
            date = found
            index = found.tokens.upperBound
            if kind(index) == .comma { index += 1 }
        } else if index > paragraph.tokens.lowerBound, text.tokens[index - 1].has(.definite) {
            return nil
        }
        if kind(index) == .openParenthesis, let found = agency(at: index + 1) {
            var close = found.upperBound
            while let next = kind(close), next != .closeParenthesis, close - found.upperBound < 6 { close += 1 }
            guard kind(close) == .closeParenthesis else { return nil }
            source = found
            isParenthesised = true
            index = close + 1
        } else if source == nil, place != nil || date != nil, let found = agency(at: index),
            text.tokens[index].has(.allCapitals), kind(found.upperBound) == .dash
        {
            source = found
            index = found.upperBound
        }
        if kind(index) == .stop, kind(index + 1) == .dash { index += 1 }
        let isBar = kind(index) == .symbol && text.bytes[Int(text.tokens[index].start)] == UInt8(ascii: "|")
        let isSeparated = kind(index) == .dash || isBar || kind(index) == .colon && (source != nil || date != nil)
        if isSeparated { index += 1 }
        // «Paris-AFP.»: too little to tell.
        guard isSeparated || isParenthesised && place != nil else { return nil }
        if source == nil, date == nil {
            guard let place, isBar || kind(index - 1) == .dash,
                text.lexicon.gazetteer.kind(of: text.tokens[place].map(\.hash)) != nil,
                isBar || paragraph.tokens.count >= Self.shortestParagraph,
                index < paragraph.tokens.upperBound,
                text.tokens[index].kind != .word || text.tokens[index].isCapitalised
            else { return nil }
        }
        self.place = place
        self.date = date
        self.agency = source
        end = index
    }

    /// One to five words with capitals, small particles between them: «Ksar El Kébir», «Boulogne-sur-Mer», «LE CAIRE».
    private static func name(at start: Int, in text: TokenisedText, before limit: Int) -> Range<Int>? {
        var index = start
        while index < limit, index - start < 5, text.tokens[index].kind == .word {
            let token = text.tokens[index]
            guard token.isCapitalised || token.has(.particle) && index > start else { break }
            if token.has(.elision), index > start { break }
            index += 1
        }
        guard index > start, !text.tokens[index - 1].has(.title) else { return nil }
        // «Le 12 mai»: an article alone is no name.
        if index == start + 1, text.tokens[start].has([.functional, .pronoun, .timeWord]) { return nil }
        return start..<index
    }
}
