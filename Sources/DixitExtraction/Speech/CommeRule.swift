// «…, comme le raconte La Voix du Nord», «comme l'a rappelé le ministre, …».

import DixitText

extension SpeechReader {
    /// «comme» before a verb of saying.
    func isComme(_ index: Int) -> Bool {
        guard let chunk = chunk(index), chunk.kind == .subordinator, tokens[Int(chunk.start)].word == words.comme,
            let verb = self.chunk(index + 1), verb.kind == .verb
        else { return false }
        guard let saying = saying(verb), !verb.has([.negated, .unrealised]), !saying.complements.contains(.thought)
        else { return false }
        // «comme l'a rappelé», «comme l'a demandé» reports no fact, «comme disent les Français» nothing at all.
        return [.assert, .reveal, .announce, .confirm, .recall].contains(saying.act)
            && (verb.has(.hasClitic) || !annotated.lexicon.group(ofVerb: Int(verb.verb)).has(.saying))
    }

    mutating func readComme(_ index: Int) -> Bool {
        guard index > range.lowerBound, isComme(index - 1), let speaker = speaker(after: index),
            isSpeakerLike(chunks[speaker])
        else { return false }
        let comma = index - 2
        guard comma > floor, kind(comma) == .comma, hasMainClause(floor, comma), let resolved = resolve(speaker) else {
            return false
        }
        let chunk = chunks[index]
        var draft = StatementDraft(
            rule: .comme, content: [tokenRange(from: Int(chunks[floor].start), toChunk: comma)], chunk: index,
            sentence: sentence, endChunk: endOfSpeaker(speaker))
        draft.speaker = resolved.entity
        draft.attribution = resolved.attribution
        draft.role = resolved.role
        draft.cue = chunk.tokens
        draft.lemma = lemma(chunk)
        draft.act = saying(chunk)?.act
        draft.confidence = resolved.confidence * 0.8
        add(draft)
        floor = max(floor, draft.endChunk)
        return true
    }
}
