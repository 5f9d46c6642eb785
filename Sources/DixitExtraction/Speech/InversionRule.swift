// «…, a précisé M. Dupont.» «…», souligne-t-elle, «…»: the cue stands after what was said, or inside it.

import DixitText

extension SpeechReader {
    /// Whether a verb stands after what was said: it has its subject after it, and a clause or quotation before it.
    func isPostposed(_ index: Int) -> Bool {
        guard let chunk = chunk(index), chunk.kind == .verb, !chunk.has(.negated) else { return false }
        var before = index - 1
        while kind(before) == .adverb { before -= 1 }
        guard before >= floor, let previous = self.chunk(before) else { return false }
        let afterQuotation = isQuotationEnd(before)
        let afterMark = [.comma, .stop, .dash, .closeParenthesis].contains(previous.kind)
        guard afterQuotation || afterMark else { return false }
        if chunk.has(.inverted) {
            // «a-t-il dit», «apprend-on», «peut-on lire»; «a-t-il peur ?» after a comma asks.
            let pronoun = invertedPronoun(chunk)
            if tokens[pronoun].has(.firstPerson) || tokens[pronoun].word == words.ce { return false }
            if tokens[pronoun].word == words.on, isHearing(chunk) { return true }
            if chunk.has(.unrealised), !afterQuotation { return false }
            // «le mouvement des «gilets jaunes» est-il porteur ?» asks.
            return saying(chunk) != nil
                || afterQuotation && !chunk.has(.unrealised)
                    && !tokens[Int(chunk.head)].has([.auxiliaryBe, .auxiliaryHave])
        }
        guard !chunk.has([.unrealised, .passive]) else { return false }
        let isKnown = saying(chunk) != nil
        guard
            isKnown || afterQuotation && isOpenCue(chunk) || chunk.has(.compound) && isOpenCue(chunk)
                || isDescribingCue(index)
        else { return false }
        guard let speaker = speaker(after: index) else { return false }
        // «…, a sommé Paris de ne pas …»: an object, not a subject.
        if saying(chunk)?.complements.contains(.someone) ?? false, let next = self.chunk(endOfSpeaker(speaker)),
            next.kind == .infinitive, next.preposition >= 0
        {
            return false
        }
        if afterQuotation, isKnown { return true }
        guard
            isSpeakerLike(chunks[speaker])
                || isClauseEnd(endOfSpeaker(speaker)) && chunks[speaker].has([.definite, .possessive])
        else { return false }
        if !isKnown, !isSpeakerLike(chunks[speaker]) { return false }
        return afterQuotation || hasMainClause(floor, before) || isFragment(before, speaker)
            || wrapsInversion(index, before)
    }

    /// «Une opération qui s'est bien déroulée, précise la chaîne»: no clause, but no source that could be the subject either.
    private func isFragment(_ end: Int, _ speaker: Int) -> Bool {
        guard let first = (floor..<max(floor, end)).first(where: { chunks[$0].isNominative }) else { return false }
        return !isSpeakerLike(chunks[first]) && isClauseEnd(skipTail(endOfSpeaker(speaker)))
    }

    /// «A, indique B, |a annoncé| C»: what C says is that B says A.
    private func wrapsInversion(_ index: Int, _ before: Int) -> Bool {
        guard let last = drafts.last, last.sentence == sentence, last.rule == .inversion,
            floor >= before || !hasMainClause(floor, before)
        else { return false }
        return last.chunk > range.lowerBound
    }

    /// A verb that the lexicon does not call a verb of saying, where the construction says it: «…», a persiflé X.
    private func isOpenCue(_ chunk: Chunk) -> Bool {
        guard !chunk.has(.reflexive) || chunk.verb < 0 else { return false }
        return chunk.verb < 0
    }

    /// ««On verra», |décortique| Jean Morel.»: any verb between a quoted clause with its comma and whoever ends the sentence.
    private func isDescribingCue(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard !chunk.has(.reflexive), !tokens[Int(chunk.head)].has([.auxiliaryBe, .auxiliaryHave]),
            kind(index - 1) == .comma, kind(index - 2) == .quotation, let speaker = speaker(after: index),
            chunks[speaker].kind == .nounPhrase
        else { return false }
        let isSomebody =
            chunks[speaker].isNameAlone && chunks[speaker].name.count > 1
            || tokens[Int(chunks[speaker].head)].has([.role, .person]) && chunks[speaker].has([.definite, .possessive])
        return isSomebody && isClauseEnd(skipTail(endOfSpeaker(speaker)))
    }

    /// «a-t-on appris», «peut-on lire», «croit-on savoir»
    func isHearing(_ chunk: Chunk) -> Bool {
        annotated.lexicon.group(ofVerb: Int(chunk.verb)).has(.hearing)
    }

    func invertedPronoun(_ chunk: Chunk) -> Int {
        chunk.tokens.last { tokens[$0].has(.inverted) } ?? Int(chunk.end) - 1
    }

    /// Whether a chunk is a quotation or the last word before a closing mark.
    func isQuotationEnd(_ index: Int) -> Bool {
        guard let chunk = chunk(index) else { return false }
        if chunk.kind == .quotation { return true }
        if chunk.kind == .comma, index > range.lowerBound, chunks[index - 1].kind == .quotation { return true }
        let last = Int(chunk.end)
        // A transparent quotation: its closing mark is no chunk.
        if chunk.kind == .comma {
            let mark = Int(chunk.start) - 1
            return mark > 0 && (tokens[mark].kind == .closeQuote || tokens[mark].kind == .straightQuote)
        }
        return last < tokens.count && (tokens[last].kind == .closeQuote || tokens[last].kind == .straightQuote)
            || last > 0 && tokens[last - 1].isQuote
    }

    private func isClauseEnd(_ index: Int) -> Bool {
        guard let chunk = chunk(index) else { return true }
        return [.comma, .stop, .gerund, .colon].contains(chunk.kind)
    }

    /// Whether a finite verb that no relative opens stands between two chunks: a clause that can have been said.
    func hasMainClause(_ start: Int, _ end: Int) -> Bool {
        for index in start..<max(start, end) {
            let kind = chunks[index].kind
            if kind == .quotation { return true }
            guard kind == .verb else { continue }
            if let opener = clauseOpener(of: index), chunks[opener].kind == .relative { continue }
            return true
        }
        return false
    }

    /// Reads a cue after or inside its content.
    mutating func readInversion(_ index: Int) -> Bool {
        guard isPostposed(index) else { return false }
        let chunk = chunks[index]
        let resolved: Resolved?
        var next: Int
        if chunk.has(.inverted) {
            resolved = resolvePronoun(token: invertedPronoun(chunk))
            next = index + 1
        } else {
            guard let speaker = speaker(after: index) else { return false }
            resolved = resolve(speaker, continues: isContinuing(chunk))
            next = endOfSpeaker(speaker)
        }
        var before = index
        // «… sera fermée demain|, ainsi| a dit X»: the adverb before the comma was said.
        while before > floor, chunks[before - 1].kind == .adverb { before -= 1 }
        if before > floor, ![.comma, .dash].contains(chunks[before - 1].kind), !isQuotationEnd(before - 1) {
            before = index
        }
        while before > floor, [.comma, .dash].contains(chunks[before - 1].kind) { before -= 1 }
        // «|A cette occasion|, a-t-elle dit, «…»»
        if !isQuotationEnd(before - 1),
            (floor..<max(floor, before)).allSatisfy({ [.adverb, .comma].contains(chunks[$0].kind) })
        {
            before = floor
        }
        var floor = floor
        if before <= floor || !hasMainClause(floor, before), !isQuotationEnd(before - 1), wrapsInversion(index, before)
        {
            floor = range.lowerBound
        }
        if before <= floor { return readIntroduced(index, resolved, next) }
        var start = contentStart(before, floor)
        if let quotation = quotationOfOwn(before, start, resolved?.entity, chunk) { start = quotation }
        var content = [tokenRange(from: Int(chunks[start].start), toChunk: before)]
        if chunks[start].kind != .quotation, chunks[start].start > 0, tokens[Int(chunks[start].start) - 1].isQuote,
            Int(chunks[start].start) - 1 >= Int(annotated.text.sentences[sentence].tokens.lowerBound)
        {
            content[0] = Int(chunks[start].start) - 1..<content[0].upperBound
        }
        next = skipTail(next)
        let continuation = continuation(
            at: next, isPronoun: chunk.has(.inverted), isComplete: hasMainClause(start, before))
        var end = next
        if let continuation {
            content.append(continuation.tokens)
            end = continuation.end
            for taken in continuation.chunks { self.taken.insert(taken) }
        }
        for number in start..<before where chunks[number].kind == .quotation { taken.insert(number) }
        readPullQuote(before: start, resolved?.entity)
        var draft = StatementDraft(
            rule: .inversion, content: content, chunk: index, sentence: sentence, endChunk: end)
        draft.speaker = resolved?.entity
        draft.attribution = resolved?.attribution
        draft.role = resolved?.role
        draft.cue = chunk.tokens
        draft.lemma = lemma(chunk) ?? annotated.text.text(ofTokens: Int(chunk.head)..<Int(chunk.head) + 1)
        draft.act = saying(chunk)?.act ?? .assert
        draft.confidence = (resolved?.confidence ?? 0.5) * (saying(chunk) == nil ? 0.8 : 1)
        if isDialogue(content[0]) {
            draft.rule = .dialogue
            draft.isDirect = true
        }
        add(draft)
        self.floor = max(self.floor, end)
        return true
    }

    /// «A cette occasion, a-t-il dit, «…»»: nothing was said before the cue.
    private mutating func readIntroduced(_ index: Int, _ resolved: Resolved?, _ next: Int) -> Bool {
        let chunk = chunks[index]
        guard let continuation = continuation(at: skipTail(next), isPronoun: chunk.has(.inverted), isComplete: false)
        else {
            return false
        }
        var draft = StatementDraft(
            rule: .inversion, content: [continuation.tokens], chunk: index, sentence: sentence,
            endChunk: continuation.end)
        draft.speaker = resolved?.entity
        draft.attribution = resolved?.attribution
        draft.role = resolved?.role
        draft.cue = chunk.tokens
        draft.lemma = lemma(chunk)
        draft.act = saying(chunk)?.act ?? .assert
        draft.confidence = (resolved?.confidence ?? 0.5) * 0.9
        for number in continuation.chunks { taken.insert(number) }
        add(draft)
        floor = max(floor, continuation.end)
        return true
    }

    /// «X a publié une photo de "…", écrit-il»: the clause before is the journalist's own where its subject is the speaker.
    private mutating func quotationOfOwn(_ end: Int, _ start: Int, _ speaker: Int?, _ cue: Chunk) -> Int? {
        guard cue.has(.inverted), let speaker, chunks[end - 1].kind == .quotation, end - 1 > start,
            chunks[end - 1].tokens.count >= 7
        else { return nil }
        guard let first = (start..<end - 1).first(where: { chunks[$0].isNominative && chunks[$0].hasName }),
            entities.entity(namedAt: Int(chunks[first].nameStart)) == speaker
        else { return nil }
        return end - 1
    }

    /// Where content before a cue begins: after what another statement took, after a short heading «Chômage :», and, if the
    /// cue follows a quotation that a colon introduces, with the quotation.
    private func contentStart(_ end: Int, _ floor: Int) -> Int {
        var start = floor
        while start < end - 1, [.comma, .dash, .stop, .semicolon, .coordinator].contains(chunks[start].kind),
            start > range.lowerBound || chunks[start].kind == .dash
        {
            start += 1
        }
        for index in stride(from: end - 1, through: start, by: -1) {
            if chunks[index].kind == .colon {
                if index + 1 < end, chunks[index + 1].kind == .quotation || index - start <= 3 { return index + 1 }
                break
            }
        }
        // The quotation right before the cue, where a complete clause of the journalist precedes it.
        let last = end - 1
        if chunks[last].kind == .quotation, last > start, chunks[last - 1].kind == .quotation { return last }
        if chunks[last].kind == .quotation, last > start, hasMainClause(start, last), kind(last - 1) != .que,
            [.stop, .colon].contains(chunks[last - 1].kind)
        {
            return last
        }
        return start
    }

    /// Passes over what belongs to the cue after the speaker: «lundi», «à l'AFP», «sur son compte Twitter».
    func skipTail(_ index: Int) -> Int {
        var next = index
        while let chunk = chunk(next) {
            switch chunk.kind {
            case .adverb, .preposition: next += 1
            case .nounPhrase where chunk.preposition >= 0 || chunk.has(.time):
                if isSelon(next) { return next }
                next += 1
            case .pronoun where chunk.preposition >= 0: next += 1
            case .openParenthesis:
                while let inside = self.chunk(next), inside.kind != .closeParenthesis { next += 1 }
                next += 1
            default: return next
            }
        }
        return next
    }

    /// What goes on after an incise: «A», a-t-il dit, |«B»|.
    private func continuation(
        at index: Int, isPronoun: Bool, isComplete: Bool
    ) -> (tokens: Range<Int>, end: Int, chunks: [Int])? {
        guard let mark = chunk(index) else { return nil }
        if mark.kind == .quotation { return (mark.tokens, index + 1, [index]) }
        guard [.comma, .colon, .dash, .stop].contains(mark.kind), let first = chunk(index + 1) else { return nil }
        if first.kind == .quotation {
            // «A, dit-il. B»: inside one pair of marks.
            if mark.kind == .stop, tokens[Int(first.start)].isQuote { return nil }
            return (first.tokens, index + 2, [index + 1])
        }
        // ««ce qui» of a transparent quotation.
        let opensQuote = first.start > 0 && tokens[Int(first.start) - 1].isQuote
        // «…», a dit Anne Morel, |«marcheuse» du Gard|»: what she is called.
        if opensQuote, isComplete, !isPronoun, first.kind == .nounPhrase, first.preposition < 0,
            isNickname(Int(first.start) - 1)
        {
            return nil
        }
        guard mark.kind == .comma, isPronoun || opensQuote || !isComplete else { return nil }
        if first.kind == .gerund || first.kind == .relative { return nil }
        if !opensQuote, isComplete {
            if first.kind == .nounPhrase && first.preposition >= 0 && !isPronoun { return nil }
            if first.kind == .verb || first.kind == .participle { return nil }
            if first.kind == .subordinator, isContrast(index + 1) { return nil }
            if isAdjunct(index + 1) { return nil }
            // «a-t-on appris auprès de son conseiller, |Paul Girard|», «a-t-on indiqué à Matignon, |siège du gouvernement|»
            if isPronoun, index > range.lowerBound, chunks[index - 1].kind == .nounPhrase, first.kind == .nounPhrase,
                isSpeakerLike(first) || isSpeakerLike(chunks[index - 1])
            {
                let end = contentEnd(from: index + 1, cue: index, .free)
                if !hasMainClause(index + 1, end) { return nil }
            }
        }
        let end = contentEnd(from: index + 1, cue: index, .free)
        guard end > index + 1 else { return nil }
        let start = opensQuote ? Int(first.start) - 1 : Int(first.start)
        return (tokenRange(from: start, toChunk: end), end, [])
    }

    /// A quotation of at most three words after which the phrase goes on.
    private func isNickname(_ mark: Int) -> Bool {
        guard let quotation = annotated.text.quotation(openedBy: mark), quotation.close + 1 < tokens.count else {
            return false
        }
        let after = tokens[quotation.close + 1]
        return quotation.close - mark <= 4 && after.kind == .word && after.has([.of, .contracted, .preposition])
    }

    /// «lors de», «à l'issue de», «devant», «dans un communiqué»: says when and where it was said.
    private func isAdjunct(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.preposition >= 0 else { return chunk.has(.time) }
        let word = tokens[Int(chunk.preposition)].word
        if word == words.lors || word == words.devant || word == words.aupres || word == words.avant || isMedium(index)
        {
            return true
        }
        return annotated.lexicon.group(ofNoun: headWord(chunk)).has(.occasion)
    }
}
