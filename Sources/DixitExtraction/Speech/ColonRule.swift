// «X : «…»», «Le ministre en colère : «…»»: a colon before a quotation where no verb of saying took it.

import DixitText

extension SpeechReader {
    mutating func readColon(_ index: Int) -> Bool {
        guard kind(index + 1) == .quotation, !taken.contains(index + 1), index > range.lowerBound, floor <= index else {
            return false
        }
        // A cue after the quotation takes it: «Ceci : «…», a-t-il dit».
        if kind(index + 2) == .comma, isPostposed(index + 3) { return false }
        if isPostposed(index + 2) { return false }
        guard chunks[index + 1].tokens.count >= 7 else { return false }
        var draft = StatementDraft(
            rule: .colon, content: [chunks[index + 1].tokens], chunk: index, sentence: sentence, endChunk: index + 2)
        draft.act = .assert
        let verb = (floor..<index).last { chunks[$0].kind == .verb }
        if let verb {
            if chunks[verb].has([.negated]), saying(chunks[verb]) != nil { return false }
            guard let subject = subject(before: verb) ?? speaker(after: verb), isSpeakerLike(chunks[subject]) else {
                return byLastSpeaker(&draft, index)
            }
            guard let resolved = resolve(subject) else { return false }
            take(resolved, into: &draft, 0.8)
            draft.cue = saying(chunks[verb]) == nil ? nil : chunks[verb].tokens
            draft.lemma = saying(chunks[verb]) == nil ? nil : lemma(chunks[verb])
        } else {
            // «Emmanuel Macron : «…»»
            guard let first = (floor..<index).first(where: { chunks[$0].isNominative && isSpeakerLike(chunks[$0]) }),
                let resolved = resolve(first)
            else { return byLastSpeaker(&draft, index) }
            take(resolved, into: &draft, 0.9)
        }
        taken.insert(index + 1)
        add(draft)
        return true
    }

    func take(_ resolved: Resolved, into draft: inout StatementDraft, _ confidence: Double) {
        draft.speaker = resolved.entity
        draft.attribution = resolved.attribution
        draft.role = resolved.role
        draft.confidence = resolved.confidence * confidence
    }

    private mutating func byLastSpeaker(_ draft: inout StatementDraft, _ index: Int) -> Bool {
        guard let last = lastSpeaker(within: 1) else { return false }
        draft.speaker = last
        draft.confidence = 0.5
        taken.insert(index + 1)
        add(draft)
        return true
    }
}
