// «X indique, citant une source policière, que …», «Selon des témoins cités par X, …»: one source behind another.

import DixitText

extension SpeechReader {
    /// Gives the source that is cited inside a statement a statement of its own, with the same content.
    mutating func readCitation(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard annotated.lexicon.group(ofVerb: Int(chunk.verb)).has(.citing), !chunk.has(.negated),
            let host = drafts.last, host.sentence == sentence, host.rule != .citation
        else { return false }
        let source: Int
        if chunk.kind == .gerund {
            // «citant |une source policière|»
            guard !chunk.has(.withEn), let next = self.chunk(index + 1),
                next.kind == .nounPhrase, next.preposition < 0, isSpeakerLike(next)
            else { return false }
            source = index + 1
        } else {
            // «des témoins cités |par le journal|»: the one who relays, of whom the text says so before the content.
            guard host.rule == .selon, host.chunk == index - 1, let agent = agent(after: index) else { return false }
            source = agent
        }
        guard let resolved = resolve(source), let entity = resolved.entity, entity != host.speaker,
            entities.entities[entity].kind != .place
        else { return false }
        var draft = StatementDraft(
            rule: .citation, content: host.content, chunk: index, sentence: sentence, endChunk: host.endChunk)
        take(resolved, into: &draft, 0.7)
        draft.cue = chunk.tokens
        draft.lemma = lemma(chunk)
        draft.act = .assert
        // Whoever goes on speaking is the one who cites.
        drafts.append(draft)
        taken.insert(index)
        return true
    }
}
