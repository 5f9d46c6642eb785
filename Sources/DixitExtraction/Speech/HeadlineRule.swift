// ««On y arrivera» : Morel», ««On y arrivera» (Anne Morel)», «Anne Morel : nous y arriverons»: what headlines leave out.

import DixitText

extension SpeechReader {
    /// Reads a sentence that is nothing but what was said and who said it, whichever comes first.
    mutating func readHeadline() {
        readSourceAfter()
        readSourceBefore()
    }

    /// «|«On y arrivera»| : Anne Morel», «|«On y arrivera»| (le maire)»
    private mutating func readSourceAfter() {
        let first = range.lowerBound
        guard kind(first) == .quotation, !taken.contains(first), chunks[first].tokens.count >= 5,
            let mark = kind(first + 1), [.colon, .dash, .openParenthesis, .comma].contains(mark),
            let source = chunk(first + 2), source.isNominative, isSpeakerLike(source),
            !tokens[Int(source.head)].has(.document)
        else { return }
        var end = endOfSpeaker(first + 2)
        if mark == .openParenthesis, kind(end) == .closeParenthesis { end += 1 }
        guard end == range.upperBound || isFinal(end), let resolved = resolve(first + 2) else { return }
        addHeadline([chunks[first].tokens], chunk: first, resolved)
        taken.insert(first)
    }

    /// «Anne Morel : |nous y arriverons|»: without marks only where it is plain that she speaks herself.
    private mutating func readSourceBefore() {
        let first = range.lowerBound
        guard let source = chunk(first), source.isNominative, source.hasName, !taken.contains(first) else { return }
        let colon = endOfSpeaker(first)
        guard kind(colon) == .colon, colon + 1 < range.upperBound, !taken.contains(colon),
            kind(colon + 1) != .quotation
        else { return }
        let content = tokenRange(from: Int(chunks[colon + 1].start), toChunk: range.upperBound)
        guard content.contains(where: { tokens[$0].has(.firstPerson) && tokens[$0].has(.subjectPronoun) }),
            !drafts.contains(where: { overlaps($0, content) }),
            let resolved = resolve(first), let entity = resolved.entity, entities.entities[entity].kind == .person
        else { return }
        addHeadline([content], chunk: colon, resolved)
    }

    private mutating func addHeadline(_ content: [Range<Int>], chunk: Int, _ resolved: Resolved) {
        var draft = StatementDraft(
            rule: .headline, content: content, chunk: chunk, sentence: sentence, endChunk: range.upperBound)
        draft.act = .assert
        take(resolved, into: &draft, 0.8)
        add(draft)
    }

    private func overlaps(_ draft: StatementDraft, _ content: Range<Int>) -> Bool {
        draft.sentence == sentence && draft.content.contains { $0.overlaps(content) }
    }
}
