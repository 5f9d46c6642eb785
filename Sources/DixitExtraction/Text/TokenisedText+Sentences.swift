// Cuts paragraphs into sentences.

extension TokenisedText {
    /// In tokens, quotations not counted.
    private static var longestSentence: Int { 300 }

    /// Fills ``sentences``. A stop ends a sentence where a new one can begin after it; never inside a quotation, so that
    /// «"Oui. Non." a dit X.» is one; «d'euros.Cette» is two.
    mutating func findSentences() {
        var start = 0
        for number in paragraphs.indices {
            let range = paragraphs[number].tokens
            start = max(start, range.lowerBound)
            var index = start
            while index < range.upperBound {
                if let quotation = quotation(openedBy: index) {
                    if start < index, beginsBeforeQuotation(index) { end(&start, at: index, number) }
                    // A quotation over several paragraphs goes with the one that it begins in.
                    index = max(index, min(quotation.close, tokens.count - 1))
                    if endsAfterQuotation(quotation) {
                        index += 1
                        end(&start, at: index, number)
                    } else {
                        index += 1
                    }
                    continue
                }
                let kind = tokens[index].kind
                if kind == .stop || kind == .ellipsis, let next = boundary(after: index, in: range) {
                    index = next
                    end(&start, at: next, number)
                    continue
                }
                if tokens[index].has(.initial), isLastInitial(index, in: range) {
                    index += 1
                    end(&start, at: index, number)
                    continue
                }
                index += 1
                // No cue governs more: hostile text must not make one endless sentence.
                if index - start > Self.longestSentence { end(&start, at: index, number) }
            }
            if start < range.upperBound { end(&start, at: max(index, range.upperBound), number) }
        }
    }

    private mutating func end(_ start: inout Int, at end: Int, _ paragraph: Int) {
        guard end > start else { return }
        let number = UInt32(truncatingIfNeeded: sentences.count)
        for index in start..<end { tokens[index].sentence = number }
        sentences.append(Sentence(tokens: start..<end, range: range(of: start..<end), paragraph: paragraph))
        start = end
    }

    /// The token after which the sentence ends, if the stop at `index` ends one.
    private func boundary(after index: Int, in range: Range<Int>) -> Int? {
        var next = index + 1
        // «… fin. )», «… fin. »»: closing marks belong to the sentence before.
        while next < range.upperBound,
            tokens[next].kind == .closeParenthesis || tokens[next].kind == .closeQuote
                || tokens[next].kind == .stop || tokens[next].kind == .ellipsis
        {
            next += 1
        }
        guard next < range.upperBound else { return next }
        let token = tokens[next]
        switch token.kind {
        case .word: return token.has([.capitalised, .allCapitals]) ? next : nil
        case .number: return token.has(.glued) || tokens[index].kind == .ellipsis ? nil : next
        case .openQuote, .straightQuote, .dash, .openParenthesis:
            // «… fin. "Oui" …»: but «(…)» does not begin a sentence.
            if token.kind == .openParenthesis, next + 1 < range.upperBound, tokens[next + 1].kind == .ellipsis {
                return nil
            }
            return next
        default: return nil
        }
    }

    /// «… de Eddy G. Le candidat»: an initial that ends a name and a sentence.
    private func isLastInitial(_ index: Int, in range: Range<Int>) -> Bool {
        guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
        let before = tokens[index - 1]
        let next = tokens[index + 1]
        return before.isCapitalised && !before.has(.initial) && next.has(.capitalised) && next.has(.functional)
            && !next.has(.particle)
    }

    /// A heading glued to the quotation that follows: «Une plainte déposée"Ces images».
    private func beginsBeforeQuotation(_ open: Int) -> Bool {
        guard tokens[open].has(.glued), open + 1 < tokens.count, tokens[open + 1].has(.capitalised) else {
            return false
        }
        let before = tokens[open - 1]
        return before.kind == .word && !before.has(.elision) || before.isQuote
    }

    /// «"Oui." Le ministre …»: the stop is inside, and what follows begins a sentence.
    private func endsAfterQuotation(_ quotation: Quotation) -> Bool {
        let next = quotation.close + 1
        guard next < tokens.count else { return false }
        let token = tokens[next]
        if token.has(.opensParagraph) { return false }
        let last = tokens[quotation.close - 1]
        let isStopped = last.kind == .stop || last.kind == .ellipsis
        if token.has(.glued), token.isQuote || token.has(.capitalised), tokens[quotation.open + 1].has(.capitalised) {
            return true
        }
        return isStopped && (token.has([.capitalised, .allCapitals]) || token.kind == .dash)
            && tokens[quotation.close].isQuote
            || isStopped && token.isQuote
    }
}

extension TokenisedText {
    /// Lets a sentence begin at a token, which was in the middle of one.
    ///
    /// - Complexity: linear in what follows; done once a document.
    mutating func splitSentence(before token: Int) {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        guard low < sentences.count, sentences[low].tokens.lowerBound < token else { return }
        var rest = sentences[low]
        rest.tokens = token..<rest.tokens.upperBound
        rest.range = range(of: rest.tokens)
        sentences[low].tokens = sentences[low].tokens.lowerBound..<token
        sentences[low].range = range(of: sentences[low].tokens)
        sentences.insert(rest, at: low + 1)
        for index in token..<tokens.count { tokens[index].sentence += 1 }
    }
}
