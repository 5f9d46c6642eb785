// «X a déclaré : «…»», «X a répondu «…»»: what was said stands in quotation marks after the cue.

import DixitText

extension SpeechReader {
    mutating func fillQuotation(_ draft: inout StatementDraft, _ quotation: Int) -> Bool {
        guard !taken.contains(quotation), !isTakenAfter(quotation) else { return false }
        draft.rule = .quotation
        draft.content = [chunks[quotation].tokens]
        draft.endChunk = quotation + 1
        taken.insert(quotation)
        return true
    }

    /// «a déclaré : |«Rouvrir» le port, il le faut|»: the quotation is only a part of it.
    mutating func fillQuotation(_ draft: inout StatementDraft, afterColon colon: Int, cue: Int) {
        let end = contentEnd(from: colon + 1, cue: cue, .free)
        draft.rule = .quotation
        draft.content = [Int(chunks[colon].end)..<Int(chunks[max(colon, end - 1)].end)]
        draft.endChunk = end
    }

    /// Whether a cue after a quotation takes it: «X a réagi : «…», a-t-il dit».
    private func isTakenAfter(_ quotation: Int) -> Bool {
        kind(quotation + 1) == .comma && isPostposed(quotation + 2) || isPostposed(quotation + 1)
    }

    func holdsQuotation(_ content: [Range<Int>]) -> Bool {
        content.contains { range in
            range.contains { index in
                guard let quotation = annotated.text.quotation(openedBy: index) else {
                    return index == range.lowerBound && tokens[index].isQuote
                }
                // «parle d'|un « effort de clarté »|»: all but the article is quoted.
                return quotation.inside.count >= 4 || index == range.lowerBound
                    || index == range.lowerBound + 1 && quotation.close >= range.upperBound - 1
            }
        }
    }
}
