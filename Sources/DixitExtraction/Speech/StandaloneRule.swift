// A quotation that is a sentence of its own and goes on with a speaker: «…» after «…», a dit X.

import DixitText

extension SpeechReader {
    /// Takes a sentence that consists of a quotation; whose it is, is settled when the sentences around are read.
    mutating func readStandalone() {
        // «Par exemple, «…».»
        guard
            let first = range.first(where: {
                ![.dash, .other, .stop, .adverb, .comma, .coordinator].contains(chunks[$0].kind)
            })
        else { return }
        guard chunks[first].kind == .quotation, !taken.contains(first), isFinal(first + 1) else { return }
        guard isSpoken(chunks[first]) else { return }
        var draft = StatementDraft(
            rule: .standalone, content: [chunks[first].tokens], chunk: first, sentence: sentence, endChunk: first + 1)
        draft.act = .assert
        let isHeading = annotated.text.sentences[sentence].paragraph != previousParagraph()
        if !isHeading, let last = lastSpeaker(within: 1) {
            draft.speaker = last
            draft.confidence = 0.7
            add(draft)
        } else {
            draft.confidence = 0.4
            drafts.append(draft)
            taken.insert(first)
        }
    }

    private func previousParagraph() -> Int {
        sentence > 0 ? annotated.text.sentences[sentence - 1].paragraph : -1
    }

    /// A sentence, not a title: it has a verb or ends in a stop.
    private func isSpoken(_ chunk: Chunk) -> Bool {
        chunk.tokens.count >= 5
    }

    /// Gives quotations without a speaker the next one, else the last one.
    mutating func resolveStandalone() {
        drafts.sort {
            ($0.content[0].lowerBound, $1.content[0].upperBound) < ($1.content[0].lowerBound, $0.content[0].upperBound)
        }
        var next: (speaker: Int, sentence: Int)?
        for index in drafts.indices.reversed() {
            if let speaker = drafts[index].speaker {
                next = (speaker, drafts[index].sentence)
            } else if drafts[index].rule == .standalone {
                if let next, next.sentence - drafts[index].sentence <= 2 { drafts[index].speaker = next.speaker }
            }
        }
        var last: Int?
        for index in drafts.indices {
            if drafts[index].rule == .standalone, drafts[index].speaker == nil { drafts[index].speaker = last }
            last = drafts[index].speaker ?? last
        }
        drafts.removeAll { $0.rule == .standalone && $0.speaker == nil }
    }
}
