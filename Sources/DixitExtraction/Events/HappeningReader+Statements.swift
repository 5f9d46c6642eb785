// Says when, where and at which event a statement was made, where its own sentence says so.

import DixitText

extension HappeningReader {
    /// A day or a place further than so many chunks from the cue belongs to something else.
    private static var reach: Int { 7 }

    /// Fills event, place and date of statements.
    ///
    /// A statement is made at an event where its sentence says «lors de …», «à cette occasion» outside what was said. In a
    /// document with one event at which somebody is so shown to speak, a statement whose sentence speaks of «cette rencontre»
    /// is made there too. Nothing is guessed beyond that.
    mutating func place(_ statements: inout [ExtractedStatement]) {
        let sentences = statements.map { sentence(at: $0.cue?.start ?? $0.content[0].start) }
        for index in statements.indices {
            enter(sentences[index])
            let event = eventMentions(in: sentences[index])
                .first { $0.isOccasion && !isInContent($0.tokens, of: statements[index]) }
            if let event { put(event.event, into: &statements[index]) }
        }
        let isSpokenAt = statements.contains { $0.event != nil }
        for index in statements.indices {
            enter(sentences[index])
            if statements[index].event == nil, isSpokenAt, events.count == 1,
                eventMentions(in: sentences[index]).contains(where: \.isAnaphor)
            {
                put(0, into: &statements[index])
            }
            readCircumstances(&statements[index])
        }
    }

    private func put(_ event: Int, into statement: inout ExtractedStatement) {
        statement.event = event
        statement.place = events[event].facts.place
    }

    private func eventMentions(in sentence: Int) -> ArraySlice<EventMention> {
        var low = 0
        var high = eventMentions.count
        while low < high {
            let middle = (low + high) / 2
            if eventMentions[middle].sentence < sentence { low = middle + 1 } else { high = middle }
        }
        return eventMentions[low...].prefix { $0.sentence == sentence }
    }

    private func isInContent(_ range: Range<Int>, of statement: ExtractedStatement) -> Bool {
        statement.says(annotated.text.range(of: range))
    }

    /// The sentence that holds a byte.
    private func sentence(at offset: UInt32) -> Int {
        let sentences = annotated.text.sentences
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].range.start <= offset { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// The token of a sentence that begins at a byte or holds it.
    private func token(at offset: UInt32) -> Int {
        let range = annotated.text.sentences[sentence].tokens
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        return max(range.lowerBound, low - 1)
    }

    // MARK: Day and place of the saying

    /// «a déclaré |lundi| |à Rabat| que», «|Samedi|, le ministre a indiqué», «…, a-t-il dit |mardi soir|».
    private mutating func readCircumstances(_ statement: inout ExtractedStatement) {
        guard let cue = statement.cue, statement.rule != SpeechRule.selon.rawValue, !range.isEmpty else { return }
        let first = chunkIndex(at: token(at: cue.start))
        let last = chunkIndex(at: token(at: max(cue.start, cue.end - 1)))
        for index in stride(from: last + 1, to: min(range.upperBound, last + Self.reach), by: 1) {
            guard readCircumstance(index, after: true, &statement) else { break }
        }
        for index in stride(from: first - 1, through: max(range.lowerBound, first - Self.reach), by: -1) {
            guard readCircumstance(index, after: false, &statement) else { break }
        }
    }

    /// Whether nothing but a name or a day stands before a place: «a déclaré X |à Paris|», not «X, médecin |à Paris|».
    private func followsCue(_ index: Int) -> Bool {
        guard let before = chunk(index - 1) else { return false }
        switch before.kind {
        case .verb, .gerund, .pronoun, .adverb: return true
        case .nounPhrase:
            return before.has(.time)
                || before.preposition < 0 && before.isNameAlone
                    && (chunk(index - 2).map { $0.kind != .comma } ?? true)
        default: return false
        }
    }

    /// Takes a chunk beside a cue; false where the clause of the cue ends.
    private mutating func readCircumstance(_ index: Int, after isAfter: Bool, _ statement: inout ExtractedStatement)
        -> Bool
    {
        let chunk = chunks[index]
        if isInContent(chunk.tokens, of: statement) { return false }
        switch chunk.kind {
        case .nounPhrase:
            if let expression = expression(in: chunk.tokens), expression.isDay {
                // «la réunion de lundi»: the day of the meeting.
                if isDate(chunk) { readDay(chunk, &statement) }
            } else if isAfter, statement.place == nil, statement.event == nil, isLocative(chunk), followsCue(index),
                self.chunk(index + 1).map({ $0.kind != .infinitive }) ?? true, let place = place(ofChunk: index),
                annotated.lexicon.gazetteer.kind(of: speech.entities.entities[place].words) != nil
            {
                statement.place = place
            }
            return true
        case .adverb, .other:
            if isDate(chunk) { readDay(chunk, &statement) }
            return true
        case .pronoun, .comma, .preposition: return true
        default: return false
        }
    }

    private mutating func readDay(_ chunk: Chunk, _ statement: inout ExtractedStatement) {
        guard statement.date == nil else { return }
        let tense = annotated.tense(around: token(at: statement.cue?.start ?? 0), in: range)
        statement.date = date(in: chunk.tokens, tense: tense == .future ? .future : .past)
    }
}
