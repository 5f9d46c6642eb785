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
        guard chunks[first].kind == .quotation, !taken.contains(first), isSpoken(chunks[first]) else { return }
        var draft = StatementDraft(
            rule: .standalone, content: [chunks[first].tokens], chunk: first, sentence: sentence, endChunk: first + 1)
        draft.act = .assert
        guard isFinal(first + 1) else {
            // «|"Le temps est venu"| Les policiers seront …»: a heading, if the text repeats it.
            if let next = chunk(first + 1), next.isNominative, tokens[Int(next.start)].isCapitalised {
                draft.isHeading = true
                drafts.append(draft)
            }
            return
        }
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

    /// «|"Nous partirons"| "Nous partirons demain", a dit X»: a heading that the text has glued to the sentence it is taken from.
    mutating func readPullQuote(before start: Int, _ speaker: Int?) {
        guard kind(start) == .quotation, kind(start - 1) == .quotation, !taken.contains(start - 1),
            isSpoken(chunks[start - 1])
        else { return }
        var draft = StatementDraft(
            rule: .standalone, content: [chunks[start - 1].tokens], chunk: start - 1, sentence: sentence,
            endChunk: start)
        draft.act = .assert
        draft.speaker = speaker
        draft.confidence = 0.6
        add(draft)
    }

    private func previousParagraph() -> Int {
        sentence > 0 ? annotated.text.sentences[sentence - 1].paragraph : -1
    }

    /// A sentence, not a title: it has a verb or ends in a stop.
    private func isSpoken(_ chunk: Chunk) -> Bool {
        chunk.tokens.count >= 5
    }

    /// The speakers of what headings repeat: «"Le temps est venu"» over a text in which X says that «"le temps est venu"».
    private func repeated() -> [Int: Int] {
        var openings: [UInt64: [Int]] = [:]
        for (number, draft) in drafts.enumerated() where draft.rule == .standalone {
            if let key = opening(draft.content[0], from: 0) { openings[key, default: []].append(number) }
        }
        guard !openings.isEmpty else { return [:] }
        var speakers: [Int: Int] = [:]
        for draft in drafts where draft.rule != .standalone {
            guard let speaker = draft.speaker else { continue }
            for piece in draft.content {
                for offset in 0..<max(0, piece.count - 3) {
                    guard let key = opening(piece, from: offset), let numbers = openings[key] else { continue }
                    for number in numbers where speakers[number] == nil { speakers[number] = speaker }
                    // Who says it first has said it; a thousand headings of the same words are looked at once.
                    openings[key] = nil
                }
            }
        }
        return speakers
    }

    /// A hash of the four words at a place of a piece.
    private func opening(_ piece: Range<Int>, from offset: Int) -> UInt64? {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        var count = 0
        for index in piece.dropFirst(offset).prefix(8) {
            guard tokens[index].kind == .word else {
                if count == 0, offset > 0 { return nil }
                continue
            }
            key = (key ^ UInt64(tokens[index].hash)) &* 0x100_0000_01B3
            count += 1
            if count == 4 { return key }
        }
        return nil
    }

    /// Gives quotations without a speaker whoever says them in the text, else the next speaker, else the last one.
    mutating func resolveStandalone() {
        for (number, speaker) in repeated() where drafts[number].speaker != speaker {
            drafts[number].speaker = speaker
            drafts[number].confidence = 0.8
        }
        drafts.removeAll { $0.isHeading && $0.speaker == nil }
        drafts.sort {
            ($0.content[0].lowerBound, $1.content[0].upperBound) < ($1.content[0].lowerBound, $0.content[0].upperBound)
        }
        var next: (speaker: Int, sentence: Int)?
        for index in drafts.indices.reversed() where drafts[index].rule != .nested {
            if let speaker = drafts[index].speaker {
                next = (speaker, drafts[index].sentence)
            } else if drafts[index].rule == .standalone {
                if let next, next.sentence - drafts[index].sentence <= 2 { drafts[index].speaker = next.speaker }
            }
        }
        var last: Int?
        for index in drafts.indices where drafts[index].rule != .nested {
            if drafts[index].rule == .standalone, drafts[index].speaker == nil { drafts[index].speaker = last }
            last = drafts[index].speaker ?? last
        }
        drafts.removeAll { $0.rule == .standalone && $0.speaker == nil }
    }
}
