// Turns drafts into records: edges trimmed, pieces cut at line ends, direct, indirect or mixed.

import DixitText

extension SpeechReader {
    /// The statements in the order of the text.
    func statements() -> [ExtractedStatement] {
        var inQuotation = [Bool](repeating: false, count: tokens.count)
        for quotation in annotated.text.quotations where quotation.depth == 0 && !isTitle(quotation) {
            for index in quotation.open..<min(quotation.close + 1, tokens.count) { inQuotation[index] = true }
        }
        // By the token of a closing mark: that of the innermost opening one.
        var closers = TokenTable(count: tokens.count)
        for quotation in annotated.text.quotations {
            closers[quotation.close] = max(closers[quotation.close] ?? 0, quotation.open)
        }
        return drafts.compactMap { draft in
            let pieces = draft.content.flatMap { self.pieces($0, inQuotation, closers) }
            guard !pieces.isEmpty else { return nil }
            var quoted = 0
            var free = 0
            for piece in pieces {
                for index in piece where tokens[index].kind == .word || tokens[index].kind == .number {
                    if inQuotation[index] { quoted += 1 } else { free += 1 }
                }
            }
            let mode: ExtractedStatement.Mode =
                free == 0 || draft.isDirect ? .direct : quoted == 0 ? .indirect : .mixed
            var statement = ExtractedStatement(
                content: pieces.map { annotated.text.range(of: $0) }, mode: mode, rule: draft.rule.rawValue)
            statement.speaker = draft.speaker
            statement.attribution = draft.attribution
            statement.cue = draft.cue.map { annotated.text.range(of: $0) }
            statement.cueLemma = draft.lemma
            statement.act = draft.act?.rawValue
            statement.role = draft.role
            statement.addressee = draft.addressee
            statement.medium = draft.medium
            statement.confidence = max(0, min(1, Double(Int(draft.confidence * 100 + 0.5)) / 100))
            return statement
        }
    }

    /// «autour de « la démocratie participative »», «un rapport intitulé « … »»: a topic or a title, that nobody says.
    private func isTitle(_ quotation: Quotation) -> Bool {
        guard quotation.open >= 2 else { return false }
        let before = tokens[quotation.open - 1]
        if before.has(.of) {
            return tokens[quotation.open - 2].word == words.autour || tokens[quotation.open - 2].word == words.theme
        }
        return annotated.lexicon.group(ofVerb: annotated.lexicon.verbIndex(before.word)).has(.naming)
            && before.has(.pastParticiple)
    }

    /// Cuts at line ends and trims marks: the outer quotation marks of a piece that is all quotation, edge punctuation.
    private func pieces(_ content: Range<Int>, _ inQuotation: [Bool], _ closers: TokenTable) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = content.lowerBound
        for index in content where index > start && tokens[index].has(.opensParagraph) {
            pieces.append(start..<index)
            start = index
        }
        pieces.append(start..<content.upperBound)
        return pieces.compactMap { piece in
            var lower = piece.lowerBound
            var upper = piece.upperBound
            while lower < upper, isEdge(tokens[lower], isStart: true) { lower += 1 }
            while upper > lower, isEdge(tokens[upper - 1], isStart: false) { upper -= 1 }
            guard lower < upper else { return nil }
            // A mark that closes what was opened inside: «La réforme est «morte»».
            if upper < tokens.count, tokens[upper].isQuote, !tokens[upper].has(.opensParagraph),
                closesInner(upper, from: lower, closers)
            {
                upper += 1
            }
            guard (lower..<upper).allSatisfy({ inQuotation[$0] || tokens[$0].isQuote }) else { return lower..<upper }
            if tokens[lower].isQuote, let quotation = annotated.text.quotation(openedBy: lower),
                quotation.close >= upper - 1
            {
                lower += 1
            }
            if upper > lower, tokens[upper - 1].isQuote, !closesInner(upper - 1, from: lower, closers) { upper -= 1 }
            // A quotation keeps its own final stop: «Une phrase.»
            if upper < piece.upperBound, tokens[upper].kind == .stop || tokens[upper].kind == .ellipsis,
                inQuotation[upper]
            {
                upper += 1
            }
            return lower < upper ? lower..<upper : nil
        }
    }

    private func closesInner(_ index: Int, from lower: Int, _ closers: TokenTable) -> Bool {
        (closers[index] ?? -1) >= lower
    }

    private func isEdge(_ token: Token, isStart: Bool) -> Bool {
        switch token.kind {
        case .comma, .colon, .semicolon, .dash: return true
        case .stop: return true
        case .closeParenthesis: return isStart
        case .openParenthesis: return !isStart
        case .closeQuote: return isStart
        default: return false
        }
    }
}
