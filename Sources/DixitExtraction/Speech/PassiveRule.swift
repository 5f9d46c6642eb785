// «Il a été annoncé par le ministère que …», «La fermeture a été annoncée par X», «X est accusé par Y de …».

import DixitText

extension SpeechReader {
    /// Reads a verb of saying in the passive, or its participle, whose agent is named after it.
    mutating func readPassive(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.kind == .participle || chunk.has(.passive), !chunk.has([.negated, .unrealised, .inverted]),
            let saying = saying(chunk), !saying.complements.contains(.thought)
        else { return false }
        let source = agent(after: index)
        if chunk.kind == .verb, isImpersonal(index) { return readImpersonal(index, saying, source) }
        guard let source else { return false }
        // «Paul Girard est accusé |par le syndicat| d'avoir menti»
        if saying.complements.contains(.someone), let draft = accusation(index, saying, source) {
            return finish(draft, source)
        }
        guard chunk.kind == .verb, saying.complements.contains(.nounPhrase), isWeighty(saying.act),
            let subject = subject(before: index), chunks[subject].kind == .nounPhrase, subject >= floor,
            !chunks[subject].hasName, !isSpeakerLike(chunks[subject])
        else { return false }
        // «|La fermeture du port| a été annoncée par le maire», «|la fermeture|, qui a été annoncée par le maire»
        var end = index
        while end > subject + 1, [.relative, .comma, .adverb].contains(chunks[end - 1].kind) { end -= 1 }
        guard chunks[end - 1].kind != .pronoun else { return false }
        var draft = StatementDraft(
            rule: .passive, content: [tokenRange(from: Int(chunks[subject].start), toChunk: end)], chunk: index,
            sentence: sentence, endChunk: endOfSpeaker(source))
        draft.act = saying.act
        draft.confidence = 0.7
        return finish(draft, source)
    }

    private mutating func finish(_ draft: StatementDraft, _ source: Int) -> Bool {
        var draft = draft
        guard let resolved = jointSource(source) ?? resolve(source) else { return false }
        take(resolved, into: &draft, draft.confidence)
        draft.cue = chunks[draft.chunk].tokens
        draft.lemma = lemma(chunks[draft.chunk])
        add(draft)
        return true
    }

    /// The phrase with «par» after a verb: «a été annoncé mardi |par le ministère|».
    func agent(after index: Int) -> Int? {
        let next = skipAdverbs(index + 1)
        guard let chunk = chunk(next), chunk.kind == .nounPhrase, chunk.preposition >= 0, !chunk.has(.time),
            tokens[Int(chunk.preposition)].word == words.par, isSpeakerLike(chunk)
        else { return nil }
        return next
    }

    /// Acts that are news by themselves when the passive reports them; «a été présenté par X» shows, and «a été rejeté par la
    /// cour» decides.
    private func isWeighty(_ act: SpeechAct) -> Bool {
        [.announce, .criticise, .praise, .demand, .confirm, .reveal, .propose, .promise].contains(act)
    }

    /// «|Il| a été annoncé que»
    private func isImpersonal(_ index: Int) -> Bool {
        guard let subject = chunk(index - 1), subject.kind == .pronoun else { return false }
        return tokens[Int(subject.head)].word == words.il
    }

    /// «Il a été annoncé |par le ministère| que …», «Il est indiqué |dans le rapport| que …»
    private mutating func readImpersonal(_ index: Int, _ saying: Saying, _ agent: Int?) -> Bool {
        guard let complement = complement(of: index, saying) else { return false }
        let end: Int
        switch complement {
        case .clause(let que): end = que
        case .quotation(let quotation): end = quotation
        default: return false
        }
        let source =
            agent
            ?? (index + 1..<max(index + 1, end)).first {
                chunks[$0].preposition >= 0 && !chunks[$0].has(.time)
                    && tokens[Int(chunks[$0].head)].has([.document, .source, .media])
            }
        guard let source, isSpeakerLike(chunks[source]) else { return false }
        var draft = StatementDraft(rule: .passive, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        draft.rule = .passive
        draft.confidence = 0.9
        return finish(draft, source)
    }

    /// «est accusé par le syndicat |d'avoir menti|», «sommé par le juge |de s'expliquer|»
    private func accusation(_ index: Int, _ saying: Saying, _ source: Int) -> StatementDraft? {
        let next = endOfSpeaker(source)
        guard let chunk = chunk(next), chunk.kind == .infinitive || chunk.kind == .nounPhrase, chunk.preposition >= 0,
            tokens[Int(chunk.preposition)].has(.of) && saying.complements.contains(.of)
                || tokens[Int(chunk.preposition)].word == words.a && saying.complements.contains(.to)
                    && chunk.kind == .infinitive
        else { return nil }
        let end = contentEnd(from: next, cue: index, .phrase)
        var draft = StatementDraft(
            rule: .passive, content: [tokenRange(from: Int(chunk.preposition) + 1, toChunk: max(end, next + 1))],
            chunk: index, sentence: sentence, endChunk: end)
        draft.act = saying.act
        draft.confidence = 0.8
        return draft
    }
}
