// Pairs quotation marks, also where a text has one too many or one too few.

extension TokenisedText {
    /// What marks belong together: a guillemet is not closed by a straight mark.
    private enum MarkFamily: UInt8 {
        case guillemets
        case double
        case single
        case straight

        init?(_ token: Token) {
            // The hash of a mark is its code point.
            switch token.hash {
            case 0xAB, 0xBB, 0x3C, 0x3E: self = .guillemets
            case 0x201C, 0x201D, 0x201E, 0x201F: self = .double
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0x27: self = .single
            case 0x22: self = .straight
            default: return nil
            }
        }
    }

    private struct OpenMark {
        var token: Int
        var family: MarkFamily
    }

    /// Nested deeper than this, an opening mark is taken for a stray one.
    private static var deepest: Int { 8 }
    /// A quotation goes on over at most so many paragraphs.
    private static var mostParagraphs: Int { 24 }

    /// Fills ``quotations``: marks are paired inside their paragraph; what stays open goes on in the next paragraph if that
    /// one opens again with the same mark or closes what it never opened, and ends with its paragraph otherwise.
    mutating func findQuotations() {
        var found: [Quotation] = []
        var open: [OpenMark] = []
        var carried = 0
        for (number, paragraph) in paragraphs.enumerated() {
            var first = paragraph.tokens.lowerBound
            if let outer = open.first, MarkFamily(tokens[first]) == outer.family,
                tokens[first].kind == .openQuote || opens(first)
            {
                // «A.» / «B»: the second mark opens nothing new.
                first += 1
            }
            for index in first..<max(first, paragraph.tokens.upperBound) where tokens[index].isQuote {
                pair(index, &open, &found)
            }
            guard let outer = open.first else {
                carried = 0
                continue
            }
            if carried < Self.mostParagraphs, goesOn(outer.family, into: number + 1) {
                carried += 1
                open.removeSubrange(1...)
                continue
            }
            carried = 0
            closeAtEnd(of: self.paragraph(holding: outer.token), open, &found)
            open.removeAll(keepingCapacity: true)
        }
        setDepths(&found)
    }

    private func paragraph(holding token: Int) -> Paragraph {
        var low = 0
        var high = paragraphs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if paragraphs[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
        }
        return paragraphs[low]
    }

    /// Takes one mark: pushes an opening one, pops what a closing one closes.
    private func pair(_ index: Int, _ open: inout [OpenMark], _ found: inout [Quotation]) {
        let token = tokens[index]
        guard let family = MarkFamily(token) else { return }
        let matching = open.lastIndex { $0.family == family }
        let isOpening: Bool
        switch token.kind {
        case .openQuote:
            // »Wir gehen« and »Nous partons«: the marks the other way round, as some houses set them.
            isOpening = !(family == .guillemets && closes(index) && matching != nil && isReversed(open))
        case .closeQuote:
            isOpening = family == .guillemets && matching == nil && opens(index)
        default:
            if let matching {
                // " where one is open: closes, unless it can only open; then the earlier one was a stray.
                if opens(index), !closes(index), open[matching].token + 1 < index {
                    open.removeSubrange(matching...)
                    isOpening = true
                } else {
                    isOpening = false
                }
            } else {
                isOpening = !closes(index) || opens(index)
            }
        }
        if isOpening {
            if open.count < Self.deepest { open.append(OpenMark(token: index, family: family)) }
            return
        }
        guard let matching else { return }
        let isRepaired = matching + 1 < open.count && open[matching + 1].family != .single
        found.append(Quotation(open: open[matching].token, close: index, depth: 0, isRepaired: isRepaired))
        open.removeSubrange(matching...)
    }

    /// Whether the outermost open mark is »: then « closes.
    private func isReversed(_ open: [OpenMark]) -> Bool {
        open.first.map { $0.family == .guillemets && tokens[$0.token].kind == .closeQuote } ?? false
    }

    /// Whether what follows a mark is glued to it, and what precedes it is not: ` "Oui`.
    private func opens(_ index: Int) -> Bool {
        let next = index + 1
        guard next < tokens.count, tokens[next].has(.glued) else { return false }
        guard ![.comma, .stop, .semicolon, .colon, .closeParenthesis].contains(tokens[next].kind) else { return false }
        if index == 0 || !tokens[index].has(.glued) { return true }
        let before = tokens[index - 1]
        return before.kind == .openParenthesis || before.has(.elision)
    }

    /// Whether what precedes a mark is glued to it, and what follows is not: `Oui" `, `Oui",`.
    private func closes(_ index: Int) -> Bool {
        guard tokens[index].has(.glued) else { return false }
        guard index + 1 < tokens.count, tokens[index + 1].has(.glued) else { return true }
        return tokens[index + 1].kind != .word && tokens[index + 1].kind != .number
    }

    private func goesOn(_ family: MarkFamily, into number: Int) -> Bool {
        guard number < paragraphs.count, family != .single else { return false }
        let range = paragraphs[number].tokens
        for index in range {
            guard tokens[index].isQuote, MarkFamily(tokens[index]) == family else { continue }
            switch tokens[index].kind {
            case .openQuote: return index == range.lowerBound
            case .closeQuote: return true
            default: return index == range.lowerBound && opens(index) || closes(index) && !opens(index)
            }
        }
        return false
    }

    /// Closes what a paragraph leaves open: a quotation after a colon or at the start runs to the end, others were strays.
    private func closeAtEnd(of paragraph: Paragraph, _ open: [OpenMark], _ found: inout [Quotation]) {
        guard let outer = open.first, outer.family != .single else { return }
        let isFirst = outer.token == paragraph.tokens.lowerBound
        guard isFirst || tokens[outer.token - 1].kind == .colon || tokens[outer.token - 1].has(.que) else { return }
        let end = min(paragraph.tokens.upperBound, outer.token + 400)
        guard end > outer.token + 1 else { return }
        found.append(Quotation(open: outer.token, close: end, depth: 0, isRepaired: true))
    }

    private mutating func setDepths(_ found: inout [Quotation]) {
        found.sort { ($0.open, $1.close) < ($1.open, $0.close) }
        quotationAt = [Int32](repeating: -1, count: tokens.count)
        var ends: [Int] = []
        for index in found.indices {
            while let end = ends.last, end <= found[index].open { ends.removeLast() }
            found[index].depth = ends.count
            ends.append(found[index].close)
            if found[index].depth == 0 { quotationAt[found[index].open] = Int32(truncatingIfNeeded: index) }
        }
        quotations = found
    }
}
