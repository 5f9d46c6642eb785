// «Et de renchérir : «…»», «Et de noter que …»: an infinitive that goes on with whoever spoke before.

import DixitText

extension SpeechReader {
    mutating func readNarrativeInfinitive(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.preposition >= 0, tokens[Int(chunk.preposition)].has(.of),
            index == range.lowerBound + 1, headWord(chunks[index - 1]) == words.et,
            !chunk.has(.negated), let saying = saying(chunk), let complement = complement(of: index, saying)
        else { return false }
        var draft = StatementDraft(
            rule: .narrativeInfinitive, content: [], chunk: index, sentence: sentence, endChunk: index + 1)
        guard fill(&draft, with: complement, cue: index, saying) else { return false }
        draft.rule = .narrativeInfinitive
        draft.cue = Int(chunk.preposition) + 1..<Int(chunk.end)
        draft.speaker = lastSpeaker(within: 3)
        draft.confidence = 0.8
        add(draft)
        return true
    }
}
