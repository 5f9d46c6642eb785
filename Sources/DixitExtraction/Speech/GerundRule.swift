// «…, ajoutant que …», «… en affirmant : «…»», «Estimant que …, il vota contre»: the speaker is the subject of the clause.

import DixitText

extension SpeechReader {
    mutating func readGerund(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard let saying = saying(chunk), !chunk.has(.negated), let complement = complement(of: index, saying),
            !isRelevant(index)
        else { return false }
        if case .phrase = complement, !isDetached(index) { return false }
        var draft = StatementDraft(rule: .gerund, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        draft.rule = .gerund
        inherit(&draft, at: index)
        add(draft)
        return true
    }

    /// Whether a gerund hangs on a clause, not on the noun before it: after a comma, with «en», after a noun for a text.
    private func isDetached(_ index: Int) -> Bool {
        guard index > range.lowerBound else { return true }
        if chunks[index].has(.withEn) || isSeeing(chunks[index]) { return true }
        let before = chunks[index - 1]
        if [.comma, .coordinator, .verb, .quotation, .adverb].contains(before.kind) { return true }
        return before.kind == .nounPhrase
            && (before.hasName || tokens[Int(before.head)].has([.document, .source, .medium]))
            || before.kind == .nounPhrase && before.isNominative && isSpeakerLike(before)
    }

    /// «relevant des secteurs», «relevant de»: no saying.
    private func isRelevant(_ index: Int) -> Bool {
        guard annotated.lexicon.group(ofVerb: Int(chunks[index].verb)).has(.raising), let next = chunk(index + 1) else {
            return false
        }
        return tokens[Int(next.start)].has([.of, .contracted])
    }

    /// «après avoir affirmé …»: the speaker is the subject of the clause.
    mutating func readPerfectInfinitive(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.preposition >= 0, tokens[Int(chunk.preposition)].word == words.apres, !chunk.has(.negated),
            let saying = saying(chunk), let complement = complement(of: index, saying)
        else { return false }
        var draft = StatementDraft(rule: .gerund, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        draft.rule = .gerund
        inherit(&draft, at: index)
        draft.cue = Int(chunk.preposition) + 1..<Int(chunk.end)
        add(draft)
        return true
    }

    /// The speaker of the clause that a gerund hangs on.
    private mutating func inherit(_ draft: inout StatementDraft, at index: Int) {
        // «un message disant «…»»: the noun right before it.
        if index > range.lowerBound, chunks[index - 1].kind == .nounPhrase {
            let before = chunks[index - 1]
            if tokens[Int(before.head)].has([.document, .source, .medium]), !before.hasName,
                let resolved = resolve(index - 1)
            {
                draft.speaker = resolved.entity
                draft.attribution = resolved.attribution
                draft.confidence *= resolved.confidence
                return
            }
        }
        // «…, la droite pointant le manque de …»
        if index > range.lowerBound + 1, chunks[index - 1].isNominative, isSpeakerLike(chunks[index - 1]),
            kind(index - 2) == .comma || kind(index - 2) == .coordinator, let resolved = resolve(index - 1)
        {
            draft.speaker = resolved.entity
            draft.attribution = resolved.attribution
            draft.confidence *= resolved.confidence
            return
        }
        if let last = drafts.last, last.sentence == sentence, last.chunk < index {
            draft.speaker = last.speaker
            draft.role = last.role
            draft.confidence *= last.confidence
            return
        }
        if let subject = mainSubject(near: index), let resolved = resolve(subject) {
            draft.speaker = resolved.entity
            draft.role = resolved.role
            draft.confidence *= resolved.confidence * 0.9
            return
        }
        draft.speaker = lastSpeaker(within: 2)
        draft.confidence *= 0.5
    }

    /// The subject of the main verb before a gerund, or, at the start of a sentence, after it.
    private func mainSubject(near index: Int) -> Int? {
        var verb = index - 1
        while verb >= range.lowerBound {
            if chunks[verb].kind == .verb, clauseOpener(of: verb).map({ chunks[$0].kind == .relative }) != true {
                if let subject = subject(before: verb) { return subject }
            }
            verb -= 1
        }
        // No verb before: the first noun phrase before, else the subject after.
        if let first = (range.lowerBound..<index).first(where: { chunks[$0].isNominative && isSpeakerLike(chunks[$0]) })
        {
            return first
        }
        var next = index + 1
        var afterComma = false
        while let chunk = chunk(next) {
            if chunk.kind == .comma { afterComma = true }
            if afterComma, chunk.isNominative, isSpeakerLike(chunk), let verb = self.chunk(endOfSpeaker(next)),
                verb.kind == .verb
            {
                return next
            }
            next += 1
        }
        return nil
    }
}
