// Reads what stands at the head and at the foot of a dispatch: headline, day, agency, outlet.

import DixitText

struct MetadataReader {
    private let text: TokenisedText
    private var metadata = DocumentMetadata()

    /// So many lines at the head, and at the foot, may speak of the document.
    private static let mostLines = 6
    /// A headline has at most so many words and bytes.
    private static let longestHeadline = (tokens: 40, bytes: 320)
    private static let longestLine = 18

    private init(_ text: TokenisedText) { self.text = text }

    /// - Parameter title: The title where it is known from outside the text.
    static func metadata(of text: TokenisedText, title: String?) -> DocumentMetadata {
        var reader = MetadataReader(text)
        reader.readHead(title)
        reader.readFoot()
        return reader.metadata
    }

    // MARK: Head

    private mutating func readHead(_ title: String?) {
        let paragraphs = text.paragraphs
        var next = 0
        func skipLines(_ reader: inout MetadataReader) {
            var lines = 0
            while next + 1 < paragraphs.count, lines < Self.mostLines, reader.readLine(paragraphs[next]) {
                next += 1
                lines += 1
            }
        }
        skipLines(&self)
        guard next < paragraphs.count else { return }
        if isTitle(paragraphs[next], given: title) || title == nil && isHeadline(next) {
            metadata.title = paragraphs[next].range
            next += 1
            skipLines(&self)
        }
        guard next < paragraphs.count else { return }
        if metadata.title != nil || title != nil { metadata.lead = paragraphs[next].range }
        if let dateline = Dateline(of: paragraphs[next], in: text) { read(dateline) }
    }

    private mutating func read(_ dateline: Dateline) {
        metadata.dateline = dateline.place
        metadata.textStart = dateline.end
        if let agency = dateline.agency { metadata.agency = text.range(of: agency) }
        if let date = dateline.date { note(date) }
    }

    /// Keeps a date that needs no other to be understood.
    private mutating func note(_ expression: DateExpression) {
        guard metadata.date == nil, case .fixed(let date) = expression.form, date.day > 0 else { return }
        metadata.date = ExtractedDate(date: date, range: text.range(of: expression.tokens))
    }

    private func isTitle(_ paragraph: Paragraph, given title: String?) -> Bool {
        guard let title else { return false }
        return text.bytes[paragraph.range.bytes].elementsEqual(title.utf8)
    }

    /// Short, without a final stop, and over a longer paragraph; a dispatch that opens with its dateline has none.
    private func isHeadline(_ index: Int) -> Bool {
        let paragraph = text.paragraphs[index]
        guard paragraph.tokens.count <= Self.longestHeadline.tokens, paragraph.tokens.count >= 2,
            paragraph.range.count <= Self.longestHeadline.bytes, index + 1 < text.paragraphs.count
        else { return false }
        var last = text.tokens[paragraph.tokens.upperBound - 1]
        if last.isQuote, paragraph.tokens.count > 2 { last = text.tokens[paragraph.tokens.upperBound - 2] }
        if last.kind == .stop, text.bytes[Int(last.start)] == UInt8(ascii: ".") { return false }
        if last.kind == .comma || last.kind == .semicolon { return false }
        if Dateline(of: paragraph, in: text) != nil { return false }
        let longest = text.paragraphs[(index + 1)...].prefix(Self.mostLines).map(\.range.count).max() ?? 0
        return longest > paragraph.range.count
    }

    // MARK: Lines

    /// Takes what a line such as «Publié le 12 mai 2016 à 10h30», «Avec AFP», «Source : MAP» says; false for any other.
    private mutating func readLine(_ paragraph: Paragraph) -> Bool {
        let range = paragraph.tokens
        guard range.count <= Self.longestLine else { return false }
        var index = range.lowerBound
        var date: DateExpression?
        var agency: Range<Int>?
        var outlet: Range<Int>?
        var isMarked = false
        while index < range.upperBound {
            let token = text.tokens[index]
            if let found = DateScanner.expression(at: index, in: text, before: range.upperBound), found.isDay {
                if date == nil { date = found }
                index = found.tokens.upperBound
                continue
            }
            if token.kind == .number || token.kind != .word {
                if token.kind == .symbol || token.kind == .colon || token.kind == .openParenthesis { isMarked = true }
                if token.kind == .stop || token.kind == .ellipsis || token.isQuote { return false }
                index += 1
                continue
            }
            if let found = text.lexicon.terms.agencies.match(at: index, in: text.tokens, before: range.upperBound) {
                if agency == nil { agency = index..<found.end }
                index = found.end
                continue
            }
            if let name = mediaName(at: index, before: range.upperBound) {
                if outlet == nil { outlet = name }
                index = name.upperBound
                continue
            }
            if Self.markers.contains(token.hash) {
                isMarked = true
            } else if Self.fillers.contains(token.hash) || token.has(Self.smallWords) {
                // «à», «le», «de»
            } else if index == range.lowerBound, token.has(.place) || token.has(.allCapitals), range.count > 2 {
                // «Rabat, 12 mai 2016»
            } else {
                return false
            }
            index += 1
        }
        // «Le Monde» alone may be a name under a photograph, but it is nothing that was reported.
        guard date != nil || agency != nil || outlet != nil, date != nil || isMarked || range.count <= 4 else {
            return false
        }
        if let date { note(date) }
        if let agency, metadata.agency == nil { metadata.agency = text.range(of: agency) }
        if let outlet, metadata.outlet == nil { metadata.outlet = text.range(of: outlet) }
        return true
    }

    /// «Le Monde», «El Watan»
    private func mediaName(at index: Int, before limit: Int) -> Range<Int>? {
        let token = text.tokens[index]
        guard token.isCapitalised else { return nil }
        if let phrase = text.lexicon.phrases.longest(at: index, in: text.tokens, before: limit),
            phrase.classes.has(.mediaName)
        {
            return index..<index + phrase.count
        }
        return token.has(.mediaName) ? index..<index + 1 : nil
    }

    private static let markers = hashes(
        "publié publiée posté mis mise modifié modifiée modification actualisé actualisée jour source sources avec"
            + " copyright crédit"
    )
    private static var smallWords: WordClass { [.preposition, .definite, .of, .contracted, .timeWord] }
    private static let fillers = hashes("dernière par et heures heure h min gmt the le à date")

    private static func hashes(_ words: String) -> Set<UInt32> {
        Set(words.split(separator: " ").map { WrittenForm.hash($0.utf8) })
    }

    // MARK: Foot

    private mutating func readFoot() {
        guard text.paragraphs.count > 1 || !text.tokens.isEmpty else { return }
        var lines = 0
        for paragraph in text.paragraphs.dropFirst().reversed() {
            guard lines < Self.mostLines, readLine(paragraph) else { break }
            lines += 1
        }
        readSignature(before: text.paragraphs.dropLast(lines).last?.tokens ?? 0..<0)
    }

    /// «… manifestants. (ats/nxp)», «… a-t-il dit. (AFP)»
    private mutating func readSignature(before paragraph: Range<Int>) {
        guard metadata.agency == nil, var index = paragraph.last else { return }
        if text.tokens[index].kind == .stop, index > paragraph.lowerBound { index -= 1 }
        guard text.tokens[index].kind == .closeParenthesis else { return }
        let close = index
        while index > paragraph.lowerBound, close - index < 7, text.tokens[index].kind != .openParenthesis {
            index -= 1
        }
        guard text.tokens[index].kind == .openParenthesis else { return }
        for start in index + 1..<close {
            if let found = text.lexicon.terms.agencies.match(at: start, in: text.tokens, before: close) {
                metadata.agency = text.range(of: start..<found.end)
                return
            }
        }
    }
}
