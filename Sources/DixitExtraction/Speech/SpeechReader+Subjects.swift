// Finds who does the saying: the subject before a verb, the noun phrase after an inverted one.

extension SpeechReader {
    /// The chunk of a verb's subject, found to its left: the first noun phrase of its clause; a relative clause between is
    /// passed over, and a verb that is coordinated («… et a ajouté») shares the subject of the one before.
    func subject(before verb: Int) -> Int? {
        var index = verb - 1
        var found: Int?
        var hasOffice = false
        var steps = 0
        while index >= range.lowerBound, steps < 60 {
            steps += 1
            let chunk = chunks[index]
            switch chunk.kind {
            case .nounPhrase, .pronoun:
                if chunk.isNominative {
                    if chunk.kind == .pronoun, !chunk.has(.subject), opensClause(index) { return index }
                    // A subject pronoun right before the verb is the subject.
                    if chunk.has(.subject) { return index }
                    if let found, isOfficeOf(found, index) { hasOffice = true }
                    if let found, !hasOffice,
                        opensOwnClause(found, before: verb)
                            || kind(found - 1) != .coordinator && agrees(found, verb) && !agrees(index, verb)
                    {
                        return found
                    }
                    if found != nil, isApposedToComplement(index) { break }
                    if found == nil || !isObjectOfInfinitive(index) && !isFrontedApposition(index) { found = index }
                }
            case .verb:
                // «le policier, qui a été blessé, a dit»: the clause between has its own verb.
                if let opener = clauseOpener(of: index) {
                    switch chunks[opener].kind {
                    case .relative, .que:
                        found = nil
                        index = opener - 1
                        continue
                    default: return found
                    }
                }
                if let found, !isObject(found, of: index, before: verb) { return found }
                // Coordination: the same subject.
                return found == nil || coordinates(verb) ? subject(before: index) : found
            case .semicolon, .colon, .openParenthesis: return found
            case .relative:
                return found ?? antecedent(of: index)
            case .subordinator, .que: return found
            case .quotation: if found != nil { return found }
            case .stop: if found != nil { return found }
            case .closeParenthesis:
                while index > range.lowerBound, chunks[index].kind != .openParenthesis { index -= 1 }
            default: break
            }
            index -= 1
        }
        return found
    }

    /// «Interrogé mardi, |le maire| a dit», «la ville limite la vitesse, mais |les riverains| disent»: after a comma right before its
    /// verb a phrase is the subject; an apposition would end with a comma too.
    private func opensOwnClause(_ index: Int, before verb: Int) -> Bool {
        guard index + 1 == verb, index - 1 > range.lowerBound, isSpeakerLike(chunks[index]) else { return false }
        switch chunks[index - 1].kind {
        // «Jean, Anne, |Paul| ont dit»
        case .comma: return !chunks[verb].has(.plural) || chunks[index].has(.plural)
        case .coordinator:
            let word = headWord(chunks[index - 1])
            return word == words.mais
        default: return false
        }
    }

    /// «|porte-parole du gouvernement|, Anne Morel a dit»: the office of the name after it; not «le prix que remet |son mari|, Anne Morel
    /// a dit», where another verb has it.
    private func isOfficeOf(_ name: Int, _ index: Int) -> Bool {
        endOfSpeaker(index) == name + 1 && ![.verb, .infinitive, .gerund, .participle].contains(kind(index - 1))
    }

    /// Whether a phrase has the number of a verb, where the verb shows it.
    private func agrees(_ index: Int, _ verb: Int) -> Bool {
        let first = tokens[Int(chunks[verb].start)]
        let isSingular = first.has(.verbSingular) && !first.has(.verbPlural)
        guard chunks[verb].has(.plural) || isSingular else { return true }
        return chunks[index].has(.plural) == chunks[verb].has(.plural)
    }

    /// Whether a comma, a coordinator or the start of the sentence stands right before.
    private func opensClause(_ index: Int) -> Bool {
        guard index > range.lowerBound else { return true }
        return [.comma, .coordinator, .subordinator, .que].contains(chunks[index - 1].kind)
    }

    /// «face à l'absence du président de La Poste, |X|, les fédérations ont …»
    private func isApposedToComplement(_ index: Int) -> Bool {
        guard chunks[index].isNameAlone, kind(index - 1) == .comma, kind(index + 1) == .comma,
            let before = chunk(index - 2)
        else { return false }
        // «Dans un communiqué, |Anne Morel|, Paul Girard et Luc Renard ont …»
        if self.chunk(index + 2)?.isNameAlone ?? false { return false }
        return before.kind == .nounPhrase && before.preposition >= 0
    }

    /// «|Soutien de la première heure|, la députée X a dit»: a noun without an article, then a comma.
    private func isFrontedApposition(_ index: Int) -> Bool {
        chunks[index].has(.bare) && !chunks[index].hasName && index + 1 < range.upperBound
    }

    private func isObjectOfInfinitive(_ index: Int) -> Bool {
        guard index > range.lowerBound else { return false }
        return [.infinitive, .gerund].contains(chunks[index - 1].kind)
    }

    private func isObject(_ found: Int, of verb: Int, before next: Int) -> Bool {
        // Everything between the verb before and the coordination belongs to that verb.
        coordinates(next) && found > verb
    }

    /// Whether «et», «mais» or «puis» stands right before a verb.
    private func coordinates(_ verb: Int) -> Bool {
        var index = verb - 1
        while index >= range.lowerBound, chunks[index].kind == .adverb || chunks[index].kind == .comma { index -= 1 }
        return index >= range.lowerBound && chunks[index].kind == .coordinator
    }

    /// The relative, «que» or subordinator that opens the clause of a verb, where one stands right before its subject.
    func clauseOpener(of verb: Int) -> Int? {
        var index = verb - 1
        var steps = 0
        while index >= range.lowerBound, steps < 8 {
            switch chunks[index].kind {
            case .relative, .que, .subordinator: return index
            case .nounPhrase, .pronoun, .adverb: break
            default: return nil
            }
            index -= 1
            steps += 1
        }
        return nil
    }

    /// «Arnaud Montebourg, le ministre du redressement productif, |qui| …»: the noun phrase before the relative.
    func antecedent(of relative: Int) -> Int? {
        var index = relative - 1
        if kind(index) == .coordinator {
            // «X, qui se demandait …, et |qui| estime …»
            let first = (range.lowerBound..<index).last {
                chunks[$0].kind == .relative && headWord(chunks[$0]) == words.qui
            }
            if let first { return antecedent(of: first) }
        }
        while index >= range.lowerBound, relative - index < 8 {
            let chunk = chunks[index]
            if chunk.kind == .nounPhrase || chunk.kind == .pronoun, !chunk.has(.time) {
                guard chunk.preposition >= 0 else {
                    // «à Jean Morel|, directeur du cabinet, qui| …»
                    if kind(index - 1) == .comma, let name = self.chunk(index - 2), name.kind == .nounPhrase,
                        name.isNameAlone,
                        endOfSpeaker(index - 2) > index
                    {
                        return index - 2
                    }
                    return index
                }
                // «le jeune homme accusé par une candidate, qui …»
                if tokens[Int(chunk.preposition)].word == words.par, kind(relative - 1) == .comma {
                    index -= 1
                    continue
                }
                // «la centrale de X, qui»: a complement in «de» is in its chunk already; «le ministre à Paris, qui …»
                if tokens[Int(chunk.head)].has([.role, .person, .group, .organisation, .media, .source, .document])
                    || chunk.hasName && index == relative - 1
                {
                    return index
                }
            } else if chunk.kind == .verb {
                return nil
            }
            index -= 1
        }
        return nil
    }

    /// The speaker after an inverted verb and the chunk after it: «a indiqué |à l'AFP| Gilles-Éric Séralini».
    func speaker(after verb: Int) -> Int? {
        var index = verb + 1
        while let chunk = chunk(index), index - verb < 7 {
            if chunk.kind == .nounPhrase || chunk.kind == .pronoun, !chunk.has(.time) {
                if chunk.preposition < 0 { return chunk.has(.subject) && chunk.kind == .pronoun ? nil : index }
            } else if chunk.kind == .nounPhrase || chunk.kind == .adverb || chunk.kind == .preposition {
            } else if chunk.kind == .comma, index > verb + 1, let next = self.chunk(index + 1), next.isNominative,
                next.kind == .nounPhrase, next.has(.definite) || next.isNameAlone, isSpeakerLike(next)
            {
                // «avait pesté la semaine dernière, l'entraîneur X»
                return index + 1
            } else if chunk.kind == .comma, let closing = closingComma(index) {
                // «a affirmé, lundi, le ministre»
                index = closing
            } else {
                return nil
            }
            index += 1
        }
        return nil
    }

    private func closingComma(_ open: Int) -> Int? {
        for index in open + 1..<min(open + 5, range.upperBound) {
            switch chunks[index].kind {
            case .comma: return index
            case .nounPhrase where chunks[index].preposition >= 0 || chunks[index].has(.time): continue
            case .adverb, .preposition: continue
            default: return nil
            }
        }
        return nil
    }

    /// The chunk after a speaker and what describes him: «X, ministre de la Santé|, lors de …».
    func endOfSpeaker(_ index: Int) -> Int {
        if let apposition = annotated.apposition(at: index, in: range) { return apposition.end }
        return index + 1
    }
}
