// Says how far a topic or a purpose goes: «autour de « … »», «consacrée à la lutte contre X», «en vue de mettre en place …».

import DixitText

extension HappeningReader {
    /// No topic is longer than so many chunks.
    private static var longest: Int { 40 }

    /// The phrase that begins at a token, with what depends on it, and the chunk after it; outer quotation marks left out.
    func topic(from token: Int) -> (tokens: Range<Int>, end: Int)? {
        var start = token
        let limit = annotated.text.sentences[sentence].tokens.upperBound
        // «sur le thème : « … »»
        while start < limit, tokens[start].kind == .colon || tokens[start].has([.of, .contracted]) { start += 1 }
        guard start < limit else { return nil }
        if let quotation = annotated.text.quotation(openedBy: start), quotation.inside.upperBound <= limit {
            guard let inside = trimmed(quotation.inside) else { return nil }
            return (inside, chunkIndex(at: min(quotation.close, limit - 1)) + 1)
        }
        let first = chunkIndex(at: start)
        guard let chunk = chunk(first), chunk.kind == .nounPhrase || chunk.kind == .infinitive, Int(chunk.end) > start
        else { return nil }
        let end = extent(from: first, asClause: chunk.kind == .infinitive)
        return trimmed(start..<Int(chunks[end - 1].end)).map { ($0, end) }
    }

    /// The purpose that begins at a token: as a topic, but an infinitive takes its whole clause along.
    func purpose(from token: Int) -> (tokens: Range<Int>, end: Int)? {
        var start = token
        let limit = annotated.text.sentences[sentence].tokens.upperBound
        while start < limit, tokens[start].has([.of, .contracted]) || tokens[start].word == words.a { start += 1 }
        return topic(from: start)
    }

    /// The words inside the marks of a quotation chunk.
    func inside(_ chunk: Chunk) -> Range<Int>? {
        annotated.text.quotation(openedBy: Int(chunk.start)).flatMap { trimmed($0.inside) }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var lower = range.lowerBound
        var upper = range.upperBound
        func isEdge(_ token: Token) -> Bool {
            token.kind == .comma || token.kind == .stop || token.kind == .colon || token.kind == .semicolon
                || token.kind == .dash
        }
        while lower < upper, isEdge(tokens[lower]) { lower += 1 }
        while upper > lower, isEdge(tokens[upper - 1]) { upper -= 1 }
        return lower < upper ? lower..<upper : nil
    }

    /// The chunk after a phrase and its complements. A clause goes on over relatives and further infinitives.
    private func extent(from first: Int, asClause: Bool) -> Int {
        var index = first + 1
        let limit = min(range.upperBound, first + Self.longest)
        var afterRelative = false
        while index < limit {
            let chunk = chunks[index]
            switch chunk.kind {
            case .nounPhrase:
                if chunk.has(.time) || endsTopic(index) { return index }
                if chunk.preposition < 0, !asClause, chunks[index - 1].kind == .nounPhrase { return index }
                if !asClause, isPlace(chunk) || preposition(chunk) == words.par { return index }
            // «une rencontre sur la pêche |organisée par la région|»
            case .participle where !asClause && annotated.lexicon.terms.deed(Int(chunk.verb)) == .organise: return index
            case .infinitive, .participle, .adverb, .preposition, .pronoun: break
            case .coordinator:
                guard let next = self.chunk(index + 1),
                    next.kind == .nounPhrase || next.kind == .infinitive || next.kind == .preposition,
                    !startsClause(at: index + 1) || asClause
                else { return index }
            case .verb:
                // «mettre |en place|»: no verb of its own; «qui |permettra|».
                guard asClause, afterRelative || chunks[index - 1].kind == .infinitive else { return index }
                afterRelative = false
            case .relative:
                guard asClause, self.chunk(index + 1)?.kind == .verb else { return index }
                afterRelative = true
            case .comma:
                guard isEnumerated(from: index + 1, asClause) else { return index }
            case .quotation:
                guard chunks[index - 1].kind != .comma else { return index }
            default: return index
            }
            index += 1
        }
        return index
    }

    /// «… en présence de», «… en collaboration avec» begin something else.
    private func endsTopic(_ index: Int) -> Bool {
        guard let tie = tie(at: Int(chunks[index].start)) else { return false }
        return ["organiser", "participant", "occasion", "here"].contains(tie.name)
    }

    private func isPlace(_ chunk: Chunk) -> Bool {
        guard isLocative(chunk), chunk.hasName, let entity = speech.entities.entity(namedAt: Int(chunk.nameStart))
        else { return false }
        return speech.entities.entities[entity].kind == .place
            && annotated.lexicon.gazetteer.kind(of: speech.entities.entities[entity].words) == "ville"
    }

    /// Whether a finite verb follows a noun phrase right away: «… et |le ministre a dit|».
    private func startsClause(at index: Int) -> Bool {
        for next in index + 1..<min(index + 4, range.upperBound) {
            switch chunks[next].kind {
            case .verb: return true
            case .nounPhrase, .adverb: continue
            default: return false
            }
        }
        return false
    }

    /// Whether a comma is one of an enumeration that an «et» closes: «l'eau, |l'énergie et le climat|».
    private func isEnumerated(from index: Int, _ asClause: Bool) -> Bool {
        guard let first = chunk(index), first.kind == (asClause ? .infinitive : .nounPhrase), !first.has(.time) else {
            return false
        }
        if let tie = tie(at: Int(first.start)), tie.name != "another" { return false }
        for next in index..<min(index + 12, range.upperBound) {
            switch chunks[next].kind {
            case .nounPhrase, .comma, .adverb: continue
            case .infinitive where asClause: continue
            case .coordinator: return !startsClause(at: next + 1)
            default: return false
            }
        }
        return false
    }
}
