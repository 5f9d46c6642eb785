// To whom and by what means something was said: «devant la presse», «aux députés», «à l'AFP», «dans un communiqué».

import DixitText

extension SpeechReader {
    /// Phrases further from the cue belong to something else.
    private static var circumstanceReach: Int { 12 }

    /// Fills the addressee and the medium of a statement from the phrases around its cue.
    func noteCircumstances(_ draft: inout StatementDraft) {
        guard range.contains(draft.chunk) else { return }
        var index = draft.chunk + 1
        let limit = min(range.upperBound, index + Self.circumstanceReach)
        search: while index < limit {
            switch chunks[index].kind {
            case .nounPhrase, .pronoun:
                if chunks[index].preposition >= 0 {
                    note(index, in: &draft)
                } else if !chunks[index].has(.time), draft.rule != .inversion, draft.rule != .dialogue {
                    break search
                }
            case .comma, .adverb, .preposition, .participle, .openParenthesis, .closeParenthesis: break
            default: break search
            }
            index += 1
        }
        // «a dénoncé la gestion de la crise |dans un communiqué|»
        if range.contains(draft.endChunk), chunks[draft.endChunk].kind == .nounPhrase {
            note(draft.endChunk, in: &draft)
        }
        // «|Dans un communiqué|, le ministère affirme que …»
        for index in range.prefix(2) where index < draft.chunk { noteMedium(index, in: &draft) }
    }

    private func note(_ index: Int, in draft: inout StatementDraft) {
        noteMedium(index, in: &draft)
        let start = tokens[Int(chunks[index].start)].start
        if let medium = draft.medium, medium.start <= start, start < medium.end { return }
        guard draft.addressee == nil, draft.rule != .selon, isAddressee(index, draft.act),
            !overlaps(index, draft.content)
        else { return }
        draft.addressee = annotated.range(of: chunks[index])
    }

    private func noteMedium(_ index: Int, in draft: inout StatementDraft) {
        guard draft.medium == nil, chunks[index].kind == .nounPhrase, isMedium(index), !isPress(index),
            !overlaps(index, draft.content)
        else { return }
        let end = endOfMedium(index, before: draft.content)
        draft.medium = annotated.text.range(of: Int(chunks[index].start)..<Int(chunks[end - 1].end))
    }

    /// «dans un entretien |accordé au Monde|», «dans une interview |à l'AFP|»
    private func endOfMedium(_ index: Int, before content: [Range<Int>]) -> Int {
        guard tokens[Int(chunks[index].head)].has(.medium) else { return index + 1 }
        var next = index + 1
        if kind(next) == .participle { next += 1 }
        guard let chunk = chunk(next), chunk.kind == .nounPhrase, chunk.preposition >= 0, !overlaps(next, content),
            namesMedium(chunk) || tokens[Int(chunk.head)].has(.media)
        else { return index + 1 }
        return next + 1
    }

    private func overlaps(_ index: Int, _ content: [Range<Int>]) -> Bool {
        content.contains { $0.overlaps(chunks[index].tokens) }
    }

    /// «devant la presse», «à la presse»: listeners, not a medium; «à l'agence MAP» is one.
    private func isPress(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard annotated.lexicon.group(ofNoun: headWord(chunk)).has(.press) else { return false }
        return !namesMedium(chunk)
    }

    /// «aux députés», «devant le Parlement», «auprès de ses proches», «à Anne Morel»; not «à Rabat», «à cette occasion».
    private func isAddressee(_ index: Int, _ act: SpeechAct?) -> Bool {
        let chunk = chunks[index]
        guard chunk.preposition >= 0, !namesMedium(chunk) else { return false }
        let preposition = tokens[Int(chunk.preposition)]
        guard
            preposition.word == words.a || preposition.has(.contractedTo) || preposition.word == words.devant
                || preposition.word == words.aupres
        else { return false }
        if chunk.kind == .pronoun { return preposition.word == words.devant }
        if chunk.has(.time) { return false }
        if isPress(index) { return true }
        if chunk.hasName, chunk.isNameAlone {
            guard let entity = entities.entity(namedAt: Int(chunk.nameStart)) else { return false }
            return entities.entities[entity].kind == .person
                || entities.entities[entity].kind == .organisation && preposition.word != words.a
        }
        let head = tokens[Int(chunk.head)]
        if head.has([.placeNoun, .document]) { return false }
        // «a déclaré à la préfecture» may say where, «a demandé à la préfecture de …» does not.
        if head.has(.organisation), preposition.word == words.a {
            return [.demand, .ask, .propose, .promise, .refuse, .warn].contains(act)
        }
        return head.has([.role, .person, .group, .organisation])
    }
}
