// «X a salué …», «X plaide pour …», «X a promis de …»: what was said is a noun phrase or an infinitive.

import DixitText

extension SpeechReader {
    mutating func fillAct(
        _ draft: inout StatementDraft, _ start: Int, from token: Int, cue: Int, _ saying: Saying
    ) {
        let end = contentEnd(from: start, cue: cue, .phrase)
        draft.rule = .act
        var first = token
        if first > 0, tokens[first - 1].isQuote, first - 1 >= Int(chunks[cue].end) { first -= 1 }
        draft.content = [tokenRange(from: first, toChunk: max(end, start + 1))]
        if tokens[first].isQuote, !saying.complements.contains(.nounPhrase) {
            // «scandaient "Système dégage" ou "Résistance" dans la rue»
            draft.content[0] = first..<endOfQuotations(first, draft.content[0].upperBound)
        }
        draft.endChunk = end
        draft.confidence = 0.8
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
