// «La déclaration du ministre selon laquelle …», «l'annonce par X de …», «l'appel du syndicat à …»: a noun is the cue.

import DixitText

extension SpeechReader {
    /// Reads a noun for speech whose source stands beside it.
    mutating func readNoun(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.kind == .nounPhrase, let noun = annotated.lexicon.speechNoun(tokens[Int(chunk.head)]),
            chunk.has([.definite, .demonstrative, .possessive])
        else { return false }
        if noun.complements.contains(.by), readReported(index, noun) { return true }
        guard let source = source(of: index), let content = said(after: source.end, noun, cue: index) else {
            return false
        }
        var draft = StatementDraft(
            rule: .noun, content: [content.tokens], chunk: index, sentence: sentence, endChunk: content.end)
        draft.act = noun.act
        return finish(noun: draft, source.resolved)
    }

    private mutating func finish(noun draft: StatementDraft, _ resolved: Resolved) -> Bool {
        var draft = draft
        let chunk = chunks[draft.chunk]
        take(resolved, into: &draft, 0.8)
        draft.cue = firstToken(chunk)..<Int(chunk.head) + 1
        draft.lemma = annotated.lexicon.text(headWord(chunk))
        add(draft)
        return true
    }

    /// «l'annonce |par le gouvernement| de la fermeture», «l'annonce de la fermeture |par le gouvernement|»
    private mutating func readReported(_ index: Int, _ noun: SpeechNoun) -> Bool {
        guard let agent = agent(after: index) else { return false }
        let chunk = chunks[index]
        var draft = StatementDraft(
            rule: .noun, content: [], chunk: index, sentence: sentence, endChunk: endOfSpeaker(agent))
        draft.act = noun.act
        if let inner = complement(inside: chunk) {
            guard let resolved = resolve(agent) else { return false }
            draft.content = [inner.tokens]
            return finish(noun: draft, resolved)
        }
        // What was said stands in the same phrase as the source, or after it.
        let phrase = chunks[agent]
        if let next = self.chunk(agent + 1), next.preposition >= 0, tokens[Int(next.preposition)].has(.of) {
            guard let resolved = resolve(agent) else { return false }
            let end = contentEnd(from: agent + 1, cue: index, .phrase)
            draft.content = [tokenRange(from: Int(next.preposition) + 1, toChunk: end)]
            return finish(noun: draft, resolved)
        }
        guard !tokens[Int(phrase.head)].has(.role), !phrase.hasName,
            let of = (Int(phrase.head) + 1..<Int(phrase.end)).first(where: { tokens[$0].has([.of, .contracted]) }),
            of + 1 < Int(phrase.end)
        else { return false }
        var source = phrase
        source.end = Int32(truncatingIfNeeded: of)
        guard let entity = entities.known(phrase: source) ?? entities.entity(forPhrase: source, kind: kind(of: source))
        else { return false }
        let resolved = Resolved(entity: entity, attribution: annotated.text.range(of: firstToken(source)..<of))
        draft.content = [(tokens[of].has(.contracted) ? of : of + 1)..<Int(phrase.end)]
        return finish(noun: draft, resolved)
    }

    /// Whose words they are: «la promesse |du ministre|», «|sa| promesse», «l'appel lancé |par le syndicat|»; and the chunk after.
    private mutating func source(of index: Int) -> (resolved: Resolved, end: Int)? {
        let chunk = chunks[index]
        if kind(index + 1) == .participle, let agent = agent(after: index + 1), let resolved = resolve(agent) {
            return (resolved, endOfSpeaker(agent))
        }
        if chunk.has(.possessive) {
            guard let last = lastSpeaker(within: 2) else { return nil }
            return (Resolved(entity: last, attribution: tokens[firstToken(chunk)].range, confidence: 0.7), index + 1)
        }
        guard let inner = complement(inside: chunk), isSpeakerLike(inner), let resolved = resolve(phrase: inner) else {
            return nil
        }
        return (resolved, index + 1)
    }

    /// The phrase in «de» inside a noun phrase: «l'appel |du syndicat|».
    private func complement(inside chunk: Chunk) -> Chunk? {
        let head = Int(chunk.head)
        guard
            let of = (head + 1..<max(head + 1, Int(chunk.end))).first(where: { tokens[$0].has([.of, .contracted]) }),
            of == head + 1 || tokens[of - 1].has([.adjective, .commonAdjective]), of + 1 < Int(chunk.end)
        else { return nil }
        var start = of
        if tokens[of].has(.of) { start += 1 }
        var inner = Chunk(.nounPhrase, start..<Int(chunk.end), head: min(of + 1, Int(chunk.end) - 1))
        while Int(inner.head) < Int(inner.end) - 1, tokens[Int(inner.head)].has([.determiner, .adjective]) {
            inner.head += 1
        }
        inner.flags = tokens[start].has(.plural) ? [.plural, .definite] : [.definite]
        if tokens[Int(inner.head)].isCapitalised, entities.entity(namedAt: Int(inner.head)) != nil {
            inner.nameStart = inner.head
            inner.nameEnd = inner.end
        }
        if chunk.hasName, chunk.nameStart >= inner.head {
            inner.nameStart = chunk.nameStart
            inner.nameEnd = chunk.nameEnd
        }
        return inner
    }

    /// Resolves a phrase that is a part of a chunk.
    private mutating func resolve(phrase: Chunk) -> Resolved? {
        let whole = TextRange(tokens[firstToken(phrase)].start, tokens[Int(phrase.end) - 1].end)
        if phrase.hasName, let entity = entities.entity(namedAt: Int(phrase.nameStart)) {
            return Resolved(entity: entity, attribution: annotated.text.range(of: phrase.name))
        }
        return resolveNominal(phrase, whole, creating: true, continues: false, refersBack: true)
    }

    /// What was said, after the noun and its source.
    private func said(after next: Int, _ noun: SpeechNoun, cue: Int) -> (tokens: Range<Int>, end: Int)? {
        guard let first = chunk(next) else { return nil }
        if first.kind == .preposition, tokens[Int(first.start)].word == words.selon, kind(next + 1) == .relative,
            noun.complements.contains(.according), next + 2 < range.upperBound
        {
            let end = embeddedEnd(from: next + 2)
            return (tokenRange(from: Int(chunks[next + 2].start), toChunk: end), end)
        }
        if first.kind == .que, noun.complements.contains(.clause), next + 1 < range.upperBound {
            let end = embeddedEnd(from: next + 1)
            return (tokenRange(from: Int(first.end), toChunk: end), end)
        }
        guard first.kind == .infinitive, first.preposition >= 0 else { return nil }
        let preposition = tokens[Int(first.preposition)]
        guard
            preposition.has(.of) && noun.complements.contains(.of)
                || preposition.word == words.a && noun.complements.contains(.to)
        else { return nil }
        let end = contentEnd(from: next, cue: cue, .phrase)
        return (tokenRange(from: Int(first.preposition) + 1, toChunk: end), end)
    }

    /// Where a clause inside a subject ends: «la thèse selon laquelle |la route est sûre| a surpris», before the second verb.
    private func embeddedEnd(from start: Int) -> Int {
        var verbs = 0
        for index in start..<range.upperBound {
            switch chunks[index].kind {
            case .verb where clauseOpener(of: index) == nil || clauseOpener(of: index)! < start:
                verbs += 1
                if verbs == 2, kind(index - 1) != .coordinator, kind(index - 1) != .pronoun {
                    return trimmed(index, from: start + 1)
                }
            case .semicolon, .colon: return index
            case .stop where isFinal(index): return index
            case .comma where isPostposed(index + 1) && verbs > 0: return index
            default: break
            }
        }
        return range.upperBound
    }
}
