// «Selon X, …», «…, d'après X», «…, selon elle, …», «Pour X, …», «De source policière, …», «aux yeux de X», «de l'avis de X».

import DixitText

extension SpeechReader {
    /// Whether a phrase names the source of what stands around it.
    func isSelon(_ index: Int) -> Bool {
        guard let chunk = chunk(index), chunk.preposition >= 0 else { return false }
        let preposition = Int(chunk.preposition)
        let word = tokens[preposition].word
        if word == words.selon {
            // «selon que», «selon lesquels», «selon les cas» say no source; «selon des modalités» neither.
            return chunk.kind == .pronoun || isSpeakerLike(chunk) || tokens[Int(chunk.head)].has(.medium)
        }
        if word == words.elidedDe || word == words.de, preposition + 1 < chunk.end,
            tokens[preposition + 1].word == words.apres
        {
            return isSpeakerLike(chunk)
        }
        if word == words.de, headWord(chunk) == words.source { return isAtClauseEdge(index) }
        if headWord(chunk) == words.yeux, tokens[preposition].has(.contractedTo) || word == words.a {
            return isAtClauseEdge(index) || kind(index + 1) == .que
        }
        if headWord(chunk) == words.avis, word == words.de || word == words.a { return true }
        if word == words.pour { return isOpinion(index, chunk) }
        return false
    }

    private func isAtClauseEdge(_ index: Int) -> Bool {
        let before = kind(index - 1)
        let after = kind(index + 1)
        return before == nil || before == .comma || after == nil || after == .comma || after == .stop
    }

    /// «Pour Bernard Thibault, …», «Pour eux, …»: at the start of a sentence, a comma, then a clause.
    private func isOpinion(_ index: Int, _ chunk: Chunk) -> Bool {
        guard index == range.lowerBound || index == range.lowerBound + 1 && kind(index - 1) == .coordinator else {
            return false
        }
        guard
            chunk.kind == .pronoun || chunk.hasName && !tokens[Int(chunk.nameStart)].has(.place)
                || tokens[Int(chunk.head)].has([.role, .person, .group, .organisation])
        else { return false }
        if chunk.has(.possessive) { return false }
        let next = endOfSpeaker(index)
        if kind(next) == .colon { return true }
        guard kind(next) == .comma, let clause = self.chunk(next + 1) else { return false }
        return clause.isNominative || clause.kind == .quotation || clause.kind == .nounPhrase && clause.preposition < 0
    }

    /// Reads a phrase that names a source, and the content before, after or around it.
    mutating func readSelon(_ index: Int) -> Bool {
        guard isSelon(index) else { return false }
        let chunk = chunks[index]
        let isPossessive = headWord(chunk) == words.yeux || headWord(chunk) == words.avis
        var speakerEnd = endOfSpeaker(index)
        let resolved = isPossessive ? resolvePossessor(index) : resolve(index)
        guard let resolved else { return false }
        // «un décompte, établi depuis …», «plusieurs témoignages cités par X»
        let isFront = isFrontal(index) || kind(speakerEnd) == .que
        if isFront { speakerEnd = endOfSourceDescription(speakerEnd) }
        var draft = StatementDraft(rule: .selon, content: [], chunk: index, sentence: sentence, endChunk: speakerEnd)
        draft.speaker = resolved.entity
        draft.attribution = resolved.attribution
        draft.role = resolved.role
        draft.confidence = resolved.confidence
        let preposition = Int(chunk.preposition)
        draft.cue = preposition..<max(preposition + 1, firstToken(chunk))
        draft.lemma =
            tokens[preposition].word == words.elidedDe || tokens[preposition].word == words.de
            ? "d'après" : annotated.lexicon.text(tokens[preposition].word)
        draft.act = .assert
        if isFront {
            var start = speakerEnd
            while let mark = self.chunk(start), [.comma, .colon].contains(mark.kind) || mark.kind == .que { start += 1 }
            guard start < range.upperBound else { return false }
            if kind(start) == .quotation {
                let end = contentEnd(from: start, cue: index, .free)
                draft.content = [tokenRange(from: Int(chunks[start].start), toChunk: end)]
                taken.insert(start)
                draft.endChunk = end
            } else {
                let end = contentEnd(from: start, cue: index, .free)
                var first = Int(chunks[start].start)
                if first > 0, tokens[first - 1].isQuote { first -= 1 }
                draft.content = [tokenRange(from: first, toChunk: end)]
                draft.endChunk = end
            }
            add(draft)
            return true
        }
        var before = index
        while before > floor, [.comma, .dash, .openParenthesis].contains(chunks[before - 1].kind) { before -= 1 }
        guard before > floor else { return false }
        let start = quotedApposition(before) ?? clauseStart(before)
        draft.content = [tokenRange(from: Int(chunks[start].start), toChunk: before)]
        let isInside = kind(index - 1) == .comma && kind(speakerEnd) == .comma
        if isInside, speakerEnd + 1 < range.upperBound, goesOn(speakerEnd + 1, from: start, before) {
            let end = contentEnd(from: speakerEnd + 1, cue: index, .free)
            draft.content.append(tokenRange(from: Int(chunks[speakerEnd + 1].start), toChunk: end))
            draft.endChunk = end
        } else {
            floor = max(floor, speakerEnd)
        }
        if chunks[start].start > 0, tokens[Int(chunks[start].start) - 1].isQuote {
            draft.content[0] = Int(chunks[start].start) - 1..<draft.content[0].upperBound
        }
        for number in start..<before where chunks[number].kind == .quotation { taken.insert(number) }
        add(draft)
        return true
    }

    /// Whether the phrase stands before its clause: at the start, or after «mais», «car», «que».
    func isFrontal(_ index: Int) -> Bool {
        var before = index - 1
        while before >= range.lowerBound, chunks[before].kind == .comma || chunks[before].kind == .adverb {
            before -= 1
        }
        guard before >= range.lowerBound else { return true }
        switch chunks[before].kind {
        case .relative: return before == index - 1
        case .coordinator, .que, .subordinator, .colon, .semicolon, .dash:
            return kind(endOfSpeaker(index)) == .comma || before == index - 1
        case .stop: return true
        default: return false
        }
    }

    /// Passes over «cités par X», «, établi depuis …,», «, qui cite Y,» to the comma before the clause.
    private func endOfSourceDescription(_ index: Int) -> Int {
        var next = index
        var steps = 0
        while let chunk = chunk(next), steps < 16 {
            switch chunk.kind {
            case .comma:
                guard let after = self.chunk(next + 1) else { return next }
                if after.kind == .participle || after.kind == .relative || after.kind == .gerund { break }
                return next
            case .quotation, .colon: return next
            case .verb:
                // «, qui cite encore X»: inside the relative; otherwise the clause has begun without a comma.
                if chunks[next - 1].kind != .relative { return index }
            case .stop: return index
            case .que: return next
            case .pronoun where chunk.isNominative: return next
            default: break
            }
            next += 1
            steps += 1
        }
        return index
    }

    /// «Le pont est fermé, |une décision « absurde »|, selon X»: what the source says is the noun phrase with its words.
    private func quotedApposition(_ end: Int) -> Int? {
        var start = end - 1
        if start > floor, chunks[start].kind == .quotation { start -= 1 }
        guard start - 1 > floor, chunks[start - 1].kind == .comma, chunks[start].kind == .nounPhrase,
            chunks[start].isNominative, chunks[start].has(.indefinite), !chunks[start].has(.plural),
            start < end - 1 || chunks[start].tokens.contains(where: { tokens[$0].isQuote }),
            hasMainClause(floor, start - 1)
        else { return nil }
        return start
    }

    /// Where the clause that a source in the middle or at the end stands in begins.
    private func clauseStart(_ end: Int) -> Int {
        var start = floor
        while start < end - 1, [.comma, .dash, .stop, .semicolon].contains(chunks[start].kind) { start += 1 }
        var index = end - 1
        while index > start {
            switch chunks[index].kind {
            case .semicolon: return index + 1
            case .colon where index - start <= 4: return index + 1
            case .relative where end - index <= 2 && kind(end) != nil: return index
            default: break
            }
            index -= 1
        }
        return start
    }

    /// Whether the clause goes on after «, selon X,».
    private func goesOn(_ index: Int, from start: Int, _ before: Int) -> Bool {
        guard let chunk = chunk(index) else { return false }
        if !hasMainClause(start, before) || chunks[start].kind == .relative { return true }
        switch chunk.kind {
        case .gerund: return !isSpeechCue(gerund: index)
        case .coordinator, .subordinator: return false
        case .relative: return false
        default: return true
        }
    }

    /// «A ses yeux», «aux yeux des mêmes observateurs», «de l'avis des observateurs»
    private mutating func resolvePossessor(_ index: Int) -> Resolved? {
        let chunk = chunks[index]
        let head = Int(chunk.head)
        if head > 0, tokens[head - 1].has(.possessive) {
            if let last = lastSpeaker(within: 3) {
                return Resolved(entity: last, attribution: tokens[head - 1].range, confidence: 0.8)
            }
            return nil
        }
        guard head + 2 < Int(chunk.end) else { return nil }
        var inner = Chunk(.nounPhrase, head + 1..<Int(chunk.end), head: min(head + 2, Int(chunk.end) - 1))
        inner.preposition = Int32(truncatingIfNeeded: head + 1)
        while inner.head < inner.end - 1, tokens[Int(inner.head)].has([.determiner, .adjective]) { inner.head += 1 }
        inner.flags = tokens[head + 1].has(.plural) ? [.plural, .definite] : [.definite]
        let entity =
            entities.headed(by: tokens[Int(inner.head)].word).last
            ?? entities.entity(forPhrase: inner, kind: kind(of: inner))
        return Resolved(entity: entity, attribution: annotated.text.range(of: Int(inner.head)..<Int(chunk.end)))
    }
}
