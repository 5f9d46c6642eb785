// «X a souligné que …», «X a demandé si …», «X affirme avoir …»: what was said is a clause.

import DixitText

extension SpeechReader {
    /// «a souligné que |la dette baissait|», «a demandé si |le budget suffirait|»
    mutating func fillClause(_ draft: inout StatementDraft, after opener: Int, cue: Int) -> Bool {
        guard opener + 1 < range.upperBound else { return false }
        let end = contentEnd(from: opener + 1, cue: cue, .clause)
        draft.content = [tokenRange(from: Int(chunks[opener].end), toChunk: end)]
        draft.endChunk = end
        // «… que le port rouvrira : «Nous y tenons»»: the quotation belongs to the clause.
        for number in opener + 1..<end where chunks[number].kind == .quotation {
            if [.que, .colon].contains(kind(number - 1)) { taken.insert(number) }
        }
        return true
    }

    /// «affirme |avoir payé|»
    mutating func fillClause(_ draft: inout StatementDraft, _ start: Int, from token: Int, cue: Int) {
        let end = contentEnd(from: start, cue: cue, .clause)
        draft.content = [tokenRange(from: token, toChunk: end)]
        draft.endChunk = end
    }

    /// «Ce qui a fait dire à X que …»: X is the speaker.
    mutating func readCausative(_ index: Int, _ saying: Saying) -> Bool {
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
    mutating func readWithoutSubject(_ index: Int, _ complement: Complement, _ saying: Saying) -> Bool {
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
}
