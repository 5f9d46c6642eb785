// «X a souligné que …», «X a déclaré : «…»», «X a salué …», «X plaide pour …»: the cue stands before what was said.

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
        if case .phrase = complement, isFuture(chunk) { return false }
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

    /// «Ce qui a fait dire à X que …»: X is the speaker.
    private mutating func readCausative(_ index: Int, _ saying: Saying) -> Bool {
        let chunk = chunks[index]
        let auxiliary = chunk.tokens.first {
            annotated.lexicon.group(ofVerb: annotated.lexicon.verbIndex(tokens[$0].word)).has(.causing)
        }
        guard auxiliary != nil, annotated.lexicon.group(ofVerb: Int(chunk.verb)).has(.saying) else { return false }
        guard let source = self.chunk(index + 1), source.preposition >= 0, source.kind == .nounPhrase,
            isSpeakerLike(source),
            tokens[Int(source.preposition)].word == words.a || tokens[Int(source.preposition)].has(.contractedTo)
        else { return false }
        let after = (index + 2..<min(index + 24, range.upperBound)).first {
            chunks[$0].kind == .que || chunks[$0].kind == .colon
        }
        guard let after else { return false }
        var draft = StatementDraft(rule: .clause, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: chunks[after].kind == .que ? .clause(after) : .colon(after), cue: index, saying),
            let resolved = resolve(index + 1)
        else { return false }
        draft.speaker = resolved.entity
        draft.attribution = resolved.attribution
        draft.role = resolved.role
        draft.confidence = resolved.confidence * 0.9
        add(draft)
        return true
    }

    /// «Puis note : «…»», «Et précise que …»: the one who spoke before goes on.
    private mutating func readWithoutSubject(_ index: Int, _ complement: Complement, _ saying: Saying) -> Bool {
        switch complement {
        case .clause, .quotation, .colon: break
        default: return false
        }
        guard index <= range.lowerBound + 2,
            (range.lowerBound..<index).allSatisfy({ [.adverb, .coordinator].contains(chunks[$0].kind) }),
            let last = lastSpeaker(within: 1)
        else { return false }
        var draft = StatementDraft(rule: .clause, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        draft.speaker = last
        draft.confidence = 0.6
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
        case .clause(let que):
            guard que + 1 < range.upperBound else { return false }
            let end = contentEnd(from: que + 1, cue: cue, .clause)
            draft.content = [tokenRange(from: Int(chunks[que].end), toChunk: end)]
            draft.endChunk = end
            for number in que + 1..<end where chunks[number].kind == .quotation {
                if [.que, .colon].contains(kind(number - 1)) { taken.insert(number) }
            }
        case .question(let si):
            let end = contentEnd(from: si + 1, cue: cue, .clause)
            draft.content = [tokenRange(from: Int(chunks[si].end), toChunk: end)]
            draft.endChunk = end
        case .infinitive(let start, let token):
            let end = contentEnd(from: start, cue: cue, .clause)
            draft.content = [tokenRange(from: token, toChunk: end)]
            draft.endChunk = end
        case .quotation(let quotation):
            guard !taken.contains(quotation), !isTakenAfter(quotation) else { return false }
            draft.rule = .quotation
            draft.content = [chunks[quotation].tokens]
            draft.endChunk = quotation + 1
            taken.insert(quotation)
        case .colon(let colon):
            let end = contentEnd(from: colon + 1, cue: cue, .free)
            draft.rule = .quotation
            draft.content = [Int(chunks[colon].end)..<Int(chunks[max(colon, end - 1)].end)]
            draft.endChunk = end
        case .phrase(let start, let token):
            let end = contentEnd(from: start, cue: cue, .phrase)
            draft.rule = .act
            var first = token
            if first > 0, tokens[first - 1].isQuote, first - 1 >= Int(chunk.end) { first -= 1 }
            draft.content = [tokenRange(from: first, toChunk: max(end, start + 1))]
            if tokens[first].isQuote, !saying.complements.contains(.nounPhrase) {
                // «scandaient "Système dégage" ou "Résistance" dans la rue»
                draft.content[0] = first..<endOfQuotations(first, draft.content[0].upperBound)
            }
            draft.endChunk = end
            draft.confidence = 0.8
        }
        if saying.complements.contains(.thought), !holdsQuotation(draft.content) { return false }
        return true
    }

    private func isFuture(_ chunk: Chunk) -> Bool {
        chunk.tokens.contains { tokens[$0].has(.future) && !tokens[$0].has([.present, .historic]) }
    }

    /// «poursuivre», «ajouter», «conclure»: somebody goes on who has spoken before.
    func isContinuing(_ chunk: Chunk) -> Bool {
        annotated.lexicon.group(ofVerb: Int(chunk.verb)).has(.continuing)
    }

    /// Whether a cue after a quotation takes it: «X a réagi : «…», a-t-il dit».
    private func isTakenAfter(_ quotation: Int) -> Bool {
        kind(quotation + 1) == .comma && isPostposed(quotation + 2) || isPostposed(quotation + 1)
    }

    /// Where quotations that «et», «ou» or commas join end.
    private func endOfQuotations(_ first: Int, _ limit: Int) -> Int {
        var end = first
        while end < limit, let quotation = annotated.text.quotation(openedBy: end), quotation.close < tokens.count {
            end = quotation.close + 1
            guard end + 1 < limit, tokens[end].kind == .comma || tokens[end].has(.coordinator), tokens[end + 1].isQuote
            else { break }
            end += 1
        }
        return end == first ? limit : end
    }

    func holdsQuotation(_ content: [Range<Int>]) -> Bool {
        content.contains { range in
            range.contains { index in
                guard let quotation = annotated.text.quotation(openedBy: index) else {
                    return index == range.lowerBound && tokens[index].isQuote
                }
                return quotation.inside.count >= 4 || index == range.lowerBound
            }
        }
    }

    /// «a dénoncé …| et exprimé son indignation|»: a participle that shares the auxiliary and subject of the cue before it.
    mutating func readCoordinatedParticiple(_ index: Int) -> Bool {
        guard let last = drafts.last, last.sentence == sentence, chunks[last.chunk].kind == .verb,
            chunks[last.chunk].has(.compound),
            index > last.chunk,
            kind(index - 1) == .coordinator || kind(index - 1) == .comma || kind(index - 1) == .adverb,
            let saying = saying(chunks[index]), let complement = complement(of: index, saying)
        else { return false }
        var draft = StatementDraft(rule: .act, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        draft.speaker = last.speaker
        draft.attribution = last.attribution
        draft.role = last.role
        draft.confidence = last.confidence * 0.9
        add(draft)
        return true
    }
}
