// «« Le gouvernement a promis un plan », dit X»: somebody reports in a quotation what another has said.

import DixitText

extension SpeechReader {
    /// Reads what quotations report. Whom «il» means there nobody can tell: the source must be named.
    mutating func readNested() {
        let speakers = recentSpeakers
        let first = drafts.count
        for quoted in annotated.quotedChunks where !quoted.isEmpty {
            range = quoted
            floor = quoted.lowerBound
            sentence = Int(tokens[Int(chunks[quoted.lowerBound].start)].sentence)
            for index in quoted {
                if chunks[index].kind == .verb, let subject = subject(before: index), isNamedSource(subject),
                    kind(subject - 1) != .que || chunks[index].has(.compound)
                {
                    _ = readVerb(index)
                } else if isSelon(index), chunks[index].hasName {
                    _ = readSelon(index)
                }
            }
        }
        for index in first..<drafts.count {
            drafts[index].rule = .nested
            drafts[index].confidence *= 0.8
        }
        recentSpeakers = speakers
    }

    /// A name, or a body that needs none: «le gouvernement».
    private func isNamedSource(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.kind == .nounPhrase, isSpeakerLike(chunk), !tokens[Int(chunk.head)].has(.subjectPronoun) else {
            return false
        }
        return chunk.hasName
            || chunk.has(.definite) && !chunk.has(.plural) && tokens[Int(chunk.head)].has(.organisation)
    }
}
