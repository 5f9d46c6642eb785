// Reads a verb of saying that stands before what was said: its subject, then what it governs.

import DixitText

extension SpeechReader {
    /// Reads a finite verb of saying with its subject before it.
    mutating func readVerb(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard let saying = saying(chunk), !chunk.has([.negated, .unrealised]), !chunk.has(.inverted) else {
            return false
        }
        if chunk.has(.passive) || saying.complements.contains(.after) { return false }
        guard let complement = complement(of: index, saying) else { return false }
        if readCausative(index, saying) { return true }
        guard let subject = subject(before: index) else { return readWithoutSubject(index, complement, saying) }
        let first = chunks[subject]
        if first.kind == .pronoun, tokens[Int(first.head)].has([.dummy, .firstPerson]) { return false }
        if first.kind == .pronoun, tokens[Int(first.head)].word == words.on, case .phrase = complement,
            !["signaler", "rapporter", "annoncer"].contains(lemma(chunk) ?? "")
        {
            return false
        }
        // «qui présentera son projet jeudi»: nothing has been said yet; «il dira que …» tells what was.
        if case .phrase = complement, isFuture(chunk) || isNaming(index) || hasObject(chunk, complement) {
            return false
        }
        // «il faut», «il convient»: no verbs of saying; «on» says only with a clause.
        var draft = StatementDraft(rule: .clause, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        if draft.rule == .act, !isSpeakerLike(first), !(first.has([.definite, .possessive]) && chunk.has(.compound)) {
            return false
        }
        let resolved = jointSource(subject, before: index) ?? resolve(subject, continues: isContinuing(chunk))
        guard let resolved else { return false }
        draft.speaker = resolved.entity
        draft.attribution = resolved.attribution
        draft.role = resolved.role
        draft.confidence *= resolved.confidence
        add(draft)
        return true
    }

    /// Gives a draft its content, rule and cue; false where the complement holds nothing that was said.
    mutating func fill(_ draft: inout StatementDraft, with complement: Complement, cue: Int, _ saying: Saying) -> Bool {
        let chunk = chunks[cue]
        draft.cue = chunk.tokens
        draft.lemma = lemma(chunk)
        draft.act = saying.act
        switch complement {
        case .clause(let opener), .question(let opener):
            guard fillClause(&draft, after: opener, cue: cue) else { return false }
        case .infinitive(let start, let token): fillClause(&draft, start, from: token, cue: cue)
        case .quotation(let quotation):
            guard fillQuotation(&draft, quotation) else { return false }
        case .colon(let colon): fillQuotation(&draft, afterColon: colon, cue: cue)
        case .phrase(let start, let token): fillAct(&draft, start, from: token, cue: cue, saying)
        }
        if saying.complements.contains(.thought), !holdsQuotation(draft.content) { return false }
        return true
    }

    /// «elle |le clame| haut et fort»: the pronoun is what is said, and no noun phrase after the verb is.
    private func hasObject(_ chunk: Chunk, _ complement: Complement) -> Bool {
        guard case .phrase(let start, _) = complement, chunks[start].preposition < 0 else { return false }
        return (Int(chunk.start)..<max(Int(chunk.start), Int(chunk.head))).contains {
            tokens[$0].has(.clitic) && tokens[$0].has(.definite)
        }
    }

    /// «Jean Morel, |dit| « le Chat », a …»: a nickname.
    private func isNaming(_ index: Int) -> Bool {
        let chunk = chunks[index]
        return chunk.tokens.count == 1 && annotated.lexicon.verbs[Int(chunk.verb)].lemma == "dire"
            && (kind(index - 1) == .comma || (self.chunk(index - 1)?.isNameAlone ?? false))
            && tokens[Int(chunk.end)..<min(Int(chunk.end) + 1, tokens.count)].contains { $0.isQuote }
    }

    private func isFuture(_ chunk: Chunk) -> Bool {
        chunk.tokens.contains { tokens[$0].has(.future) && !tokens[$0].has([.present, .historic]) }
    }

    /// «poursuivre», «ajouter», «conclure»: somebody goes on who has spoken before.
    func isContinuing(_ chunk: Chunk) -> Bool {
        annotated.lexicon.group(ofVerb: Int(chunk.verb)).has(.continuing)
    }
}
