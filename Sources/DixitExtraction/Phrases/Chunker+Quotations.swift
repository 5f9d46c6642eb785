// Quotations in a sentence: chunks of their own, parts of the clause around, or with a cue inside.

extension Chunker {
    /// An opaque quotation is one chunk; the marks of a transparent one are passed over.
    mutating func quotation(at index: Int) -> Int {
        guard let quotation = text.quotation(openedBy: index) else { return index + 1 }
        if isTransparent(quotation) { return index + 1 }
        if let end = incised(index, to: min(quotation.close + 1, limit)) { return end }
        if quotation.close < limit { spoken.append(quotation.inside) }
        return add(.quotation, index..<min(quotation.close + 1, limit))
    }

    /// Cuts what stands inside quotations, for the speech that it reports: «« Le ministre a promis un plan », dit X».
    mutating func chunkQuotations() {
        for inside in spoken {
            var start = inside.lowerBound
            while start < inside.upperBound {
                let stop = inside.dropFirst(start - inside.lowerBound).first {
                    text.tokens[$0].kind == .stop || text.tokens[$0].kind == .ellipsis
                }
                limit = stop.map { $0 + 1 } ?? inside.upperBound
                let first = chunks.count
                var index = start
                while index < limit { index = max(chunk(at: index), index + 1) }
                quotedChunks.append(first..<chunks.count)
                start = limit
            }
        }
    }

    /// «Je suis, dit-il, content. Je reste.»: the cue stands inside the marks. The parts around it are quotations, the cue is
    /// read like any other; nil where there is none.
    private mutating func incised(_ open: Int, to end: Int) -> Int? {
        var index = open + 2
        while index + 2 < end {
            defer { index += 1 }
            guard isIncise(index, end), let after = endOfIncise(index, end) else { continue }
            let mark = index - 1
            guard mark > open + 1 else { return nil }
            _ = add(.quotation, open..<mark)
            _ = add(.comma, mark..<mark + 1)
            let outer = limit
            limit = after
            var next = index
            while next < after { next = max(chunk(at: next), next + 1) }
            limit = outer
            guard after < end else { return after }
            let kind: Chunk.Kind = text.tokens[after].kind == .comma ? .comma : .dash
            _ = add(kind, after..<after + 1)
            let rest = after + 1
            guard rest < end else { return rest }
            return incised(rest - 1, to: end) ?? add(.quotation, rest..<end)
        }
        return nil
    }

    /// A verb of saying after a comma or an exclamation with its subject after it: «, dit-il», «, explique ce pêcheur».
    private func isIncise(_ index: Int, _ end: Int) -> Bool {
        let mark = text.tokens[index - 1]
        guard mark.kind == .comma || mark.kind == .stop || mark.kind == .ellipsis else { return false }
        var verb = index
        if classes(verb).has(.reflexive) { verb += 1 }
        let token = text.tokens[verb]
        guard token.kind == .word, token.has(.finite), !token.isCapitalised else { return false }
        if token.has([.auxiliaryHave, .auxiliaryBe]) {
            guard verb + 2 < end else { return false }
            if !text.tokens[verb + 1].has(.inverted) {
                // «Toutefois, a prévenu Force ouvrière, …»
                let participle = text.tokens[verb + 1]
                let subject = text.tokens[verb + 2]
                return mark.kind == .comma && participle.has(.pastParticiple) && participle.has(.speech)
                    && token.has(.auxiliaryHave) && (subject.has(.definite) || subject.isCapitalised)
            }
            let pronoun = text.tokens[verb + 1]
            return !pronoun.has(.firstPerson) && text.tokens[verb + 2].has(.speech)
                && text.tokens[verb + 2].has(.pastParticiple)
        }
        guard token.has(.speech), verb + 1 < end else { return false }
        let next = text.tokens[verb + 1]
        if next.has(.inverted) { return !next.has(.firstPerson) && next.word != words.ce }
        guard mark.kind == .comma else { return false }
        // «, explique l'éleveur.»: a subject after it, and none before it in its own clause.
        return (next.has(.definite) || next.has(.demonstrative) || next.isCapitalised && isNameStart(verb + 1))
            && !next.has(.inverted)
    }

    /// The comma or stop that ends an incise, not far after the verb.
    private func endOfIncise(_ verb: Int, _ end: Int) -> Int? {
        for index in verb + 1..<min(verb + 18, end) {
            let token = text.tokens[index]
            if [.comma, .stop, .ellipsis, .colon, .semicolon].contains(token.kind) {
                // «, explique Paul, boulanger à Lyon.»
                return index
            }
            if token.isQuote { return index == end - 1 ? index : nil }
            if index > verb + 2, token.has(.finite), isFinite(index) { return nil }
        }
        return nil
    }

    /// Whether a quotation is a part of the clause around it: «une "gestion chaotique" de la crise».
    func isTransparent(_ quotation: Quotation) -> Bool {
        let inside = quotation.inside
        guard inside.count <= 14, inside.upperBound <= limit else { return false }
        if isSentenceStart(quotation.open), quotation.close + 2 >= limit { return false }
        if quotation.open > 0, text.tokens[quotation.open - 1].kind == .colon { return false }
        if inside.count >= 4, let first = inside.first, text.tokens[first].has(.capitalised),
            text.tokens[first].classes.isEmpty, !text.tokens[first + 1].isCapitalised
        {
            return false
        }
        for index in inside {
            let token = text.tokens[index]
            if token.kind == .stop, index + 1 < inside.upperBound { return false }
            if token.has(.finite), !token.has(.noun), !token.has(.preposition), !token.has(.capitalised) {
                return false
            }
            if token.has(.inverted) { return false }
            if token.has(.firstPerson), token.has(.subjectPronoun), !token.has(.capitalised) || isFirst(index) {
                return false
            }
        }
        let last = text.tokens[inside.upperBound - 1]
        if last.kind == .comma || last.kind == .stop { return false }
        return !inside.isEmpty
    }
}
