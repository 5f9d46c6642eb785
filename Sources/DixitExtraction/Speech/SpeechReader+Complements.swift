// What a verb of saying governs: «que», an infinitive, a noun phrase, a quotation.

extension SpeechReader {
    /// What follows a verb of saying.
    enum Complement {
        /// The chunk of «que».
        case clause(Int)
        case question(Int)
        /// The first chunk of the complement, and its first token.
        case phrase(Int, token: Int)
        /// The chunk of the quotation; a colon may stand before it.
        case quotation(Int)
        case colon(Int)
        /// «a affirmé avoir …»
        case infinitive(Int, token: Int)
    }

    /// Looks to the right of a verb for what it governs; adjuncts between are passed over:
    /// «a indiqué, dans un communiqué, que», «a annoncé ce matin, vers 7h30, son abandon».
    func complement(of verb: Int, _ saying: Saying) -> Complement? {
        let takes = saying.complements
        var index = verb + 1
        var hasSomeone = false
        var isInsertionOpen = false
        while let chunk = chunk(index), index - verb < 14 {
            switch chunk.kind {
            case .que:
                return takes.contains(.clause) || takes.contains(.quotation) && kind(index + 1) == .quotation
                    ? .clause(index) : nil
            case .subordinator:
                if tokens[Int(chunk.start)].word == words.si, takes.contains(.question) { return .question(index) }
                return isQuestion(index) && takes.takesQuestion ? .infinitive(index, token: Int(chunk.start)) : nil
            case .quotation: return .quotation(index)
            case .colon:
                if kind(index + 1) == .quotation { return .quotation(index + 1) }
                return isQuoteNext(index + 1) ? .colon(index) : nil
            case .infinitive:
                if chunk.preposition < 0 {
                    if takes.contains(.quotation), isQuoteNext(index) {
                        return .infinitive(index, token: Int(chunk.start))
                    }
                    let isTaken =
                        takes.contains(.infinitive) && index <= verb + 3
                        || saying.takesOwnInfinitive && isOwnInfinitive(index, after: verb)
                    return isTaken ? .infinitive(index, token: Int(chunk.start)) : nil
                }
                if let start = prepositional(chunk, takes, hasSomeone) { return .phrase(index, token: start) }
                return nil
            case .nounPhrase, .pronoun:
                if chunk.has(.time), chunk.kind == .nounPhrase, index + 1 < range.upperBound { break }
                if isQuestion(index), takes.takesQuestion { return .infinitive(index, token: Int(chunk.start)) }
                if chunk.preposition >= 0 {
                    if takes.contains(.nounPhrase), !takes.contains(.of), isIndefinitePlural(chunk, after: verb) {
                        return .phrase(index, token: Int(chunk.preposition))
                    }
                    // «demandant à ce que …»
                    if chunk.kind == .pronoun, headWord(chunk) == words.ce, kind(index + 1) == .que { break }
                    if isEstimate(verb, chunk) { return .phrase(index, token: Int(chunk.start)) }
                    if let start = prepositional(chunk, takes, hasSomeone) { return .phrase(index, token: start) }
                    break
                }
                if chunk.kind == .pronoun, chunk.has(.subject) { return nil }
                // «a dit à Anne Morel, |présidente du parti|, que»
                if isInsertionOpen, chunk.kind == .nounPhrase, kind(index - 1) == .comma, kind(index + 1) == .comma,
                    kind(index + 2) == .que
                {
                    break
                }
                if takes.contains(.quotation), !takes.contains(.nounPhrase), index <= verb + 2, isQuoteNext(index),
                    !tokens[Int(chunk.start)].has(.indefinite)
                {
                    // «scandaient "Système dégage"», «se dit « rassuré »»: a quotation too short for a chunk of its own.
                    return .phrase(index, token: Int(chunk.start))
                }
                if takes.contains(.abstract), isPersonal(chunk) { return nil }
                if takes.contains(.of), tokens[Int(chunk.start)].has(.contracted), !takes.contains(.nounPhrase) {
                    return .phrase(index, token: Int(chunk.start) + 1)
                }
                if takes.contains(.someone), !hasSomeone, !takes.contains(.nounPhrase) || isFollowedByOf(index) {
                    hasSomeone = true
                    break
                }
                guard takes.contains(.nounPhrase), chunk.kind == .nounPhrase,
                    !chunk.has(.bare) || chunk.hasName || index == verb + 1
                else { return nil }
                return .phrase(index, token: Int(chunk.start))
            case .participle, .other, .adverb:
                if takes.contains(.quotation), index <= verb + 2, isQuoteNext(index) {
                    return .phrase(index, token: Int(chunk.start))
                }
            case .comma:
                // An insertion: there must be another comma, or «que» right after.
                if kind(index + 1) == .que { break }
                // «a demandé aux partis, aux syndicats et au patronat de …»
                if let before = self.chunk(index - 1), let next = self.chunk(index + 1), before.kind == .nounPhrase,
                    before.preposition >= 0, next.kind == .nounPhrase, next.preposition >= 0,
                    tokens[Int(before.preposition)].classes == tokens[Int(next.preposition)].classes
                {
                    break
                }
                if isInsertionOpen {
                    isInsertionOpen = false
                    break
                }
                guard index + 1 < range.upperBound, closesInsertion(index) else { return nil }
                isInsertionOpen = true
            case .preposition: break
            case .coordinator where index > verb + 1 && (self.chunk(index + 1)?.preposition ?? -1) >= 0: break
            case .gerund where kind(index - 1) == .comma:
                // «indique, |citant une source médicale|, que»
                if isInsertionOpen, let closing = closingComma(ofInsertion: index) { index = closing - 1 }
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// «a annoncé mardi |avoir déposé| plainte», «a précisé, dans un communiqué, |vouloir| partir»: nothing stands between the verb and its
    /// infinitive but when, to whom and by what means it was said.
    private func isOwnInfinitive(_ index: Int, after verb: Int) -> Bool {
        guard index > verb + 1 else { return true }
        let before = chunks[index - 1]
        switch before.kind {
        case .comma, .adverb: return true
        case .nounPhrase:
            return before.has(.time)
                || before.preposition >= 0 && !tokens[Int(before.preposition)].has([.of, .contracted])
        default: return false
        }
    }

    /// «a expliqué |pourquoi| il partait», «|ce qu'|il ferait», «|dans quelles| conditions»: what is asked in other words.
    private func isQuestion(_ index: Int) -> Bool {
        let chunk = chunks[index]
        let first = tokens[Int(chunk.start)].word
        if chunk.kind == .subordinator {
            return first == words.comment || first == words.pourquoi || first == words.combien
        }
        if chunk.kind == .pronoun {
            return first == words.ce && (kind(index + 1) == .que || kind(index + 1) == .relative)
        }
        let isQuestion = chunk.tokens.prefix(2).contains {
            let word = tokens[$0].word
            return word == words.quel || word == words.quels || word == words.quelle || word == words.quelles
        }
        // «quel que soit», «une ville dans laquelle»
        return isQuestion && !(index + 1..<min(index + 3, range.upperBound)).contains { chunks[$0].kind == .que }
    }

    /// «dénonce |de nombreuses erreurs|», «annonce |d'importants travaux|»: «de» before an adjective is the article «des».
    private func isIndefinitePlural(_ chunk: Chunk, after verb: Int) -> Bool {
        let preposition = Int(chunk.preposition)
        guard preposition == Int(chunks[verb].end), Int(chunk.end) - preposition >= 3,
            tokens[preposition].word == words.de || tokens[preposition].word == words.elidedDe,
            !tokens[Int(chunk.head)].has(.source), !tokens[Int(chunks[verb].start)].has(.negation)
        else { return false }
        return (preposition + 1...preposition + 2).allSatisfy {
            let token = tokens[$0]
            let last = annotated.text.bytes[Int(token.end) - 1]
            return token.kind == .word && !token.isCapitalised && token.end - token.start > 3
                && (last == UInt8(ascii: "s") || last == UInt8(ascii: "x"))
        }
    }

    /// «estime |à 75 000 le nombre d'emplois|»
    private func isEstimate(_ verb: Int, _ chunk: Chunk) -> Bool {
        guard tokens[Int(chunk.preposition)].word == words.a,
            chunk.tokens.contains(where: { tokens[$0].kind == .number })
        else {
            return false
        }
        return annotated.lexicon.group(ofVerb: Int(chunks[verb].verb)).has(.estimating)
    }

    private func isQuoteNext(_ index: Int) -> Bool {
        guard let chunk = chunk(index), chunk.start > 0 else { return false }
        return tokens[Int(chunk.start) - 1].isQuote || tokens[Int(chunk.start)].isQuote
    }

    /// A person, a group or a name: what one excludes or defends by no word.
    private func isPersonal(_ chunk: Chunk) -> Bool {
        chunk.hasName || tokens[Int(chunk.head)].has([.role, .person, .group, .organisation])
    }

    private func isFollowedByOf(_ index: Int) -> Bool {
        guard let next = chunk(index + 1) else { return false }
        return next.preposition >= 0 || next.kind == .que
    }

    /// The comma after an inserted participle and its complements, where «que» or a quotation follows it.
    private func closingComma(ofInsertion gerund: Int) -> Int? {
        for index in gerund + 1..<min(gerund + 6, range.upperBound) {
            switch chunks[index].kind {
            case .comma: return [.que, .quotation].contains(kind(index + 1)) ? index : nil
            case .nounPhrase, .adverb, .participle: continue
            default: return nil
            }
        }
        return nil
    }

    /// Whether the comma opens or closes an insertion of adjuncts: «, à cette occasion,».
    private func closesInsertion(_ comma: Int) -> Bool {
        var index = comma + 1
        var count = 0
        while let chunk = chunk(index), count < 6 {
            switch chunk.kind {
            case .comma: return true
            case .que, .quotation: return true
            case .nounPhrase where chunk.preposition >= 0 || chunk.has(.time): break
            case .adverb, .preposition, .participle, .infinitive, .gerund: break
            case .pronoun where chunk.preposition >= 0: break
            case .nounPhrase: return count > 0 || kind(comma - 1) == .nounPhrase || kind(comma - 1) == .adverb
            default: return false
            }
            index += 1
            count += 1
        }
        return false
    }

    /// The first token of the content of a phrase whose preposition the verb governs; nil where it does not.
    private func prepositional(_ chunk: Chunk, _ takes: Complements, _ hasSomeone: Bool) -> Int? {
        let preposition = tokens[Int(chunk.preposition)]
        let word = preposition.word
        let isInfinitive = chunk.kind == .infinitive
        var start = Int(chunk.preposition) + 1
        // «jusqu'à», «lors de»: no complement.
        if start < chunk.end, tokens[start].has([.of, .contracted]), !preposition.has(.of) {
            // «en faveur de»
            return nil
        }
        if word == words.a || preposition.has(.contractedTo) {
            guard takes.contains(.to) else { return nil }
            if !isInfinitive, takes.contains(.of) || takes.contains(.nounPhrase) || takes.contains(.clause) {
                return nil
            }
            return start
        }
        if word == words.de || word == words.elidedDe || word == words.du {
            return takes.contains(.of) ? start : nil
        }
        if word == words.pour { return takes.contains(.forIt) ? start : nil }
        if word == words.contre { return takes.contains(.against) ? start : nil }
        if word == words.sur { return takes.contains(.on) ? start : nil }
        if word == words.en, takes.contains(.inFavour), headWord(chunk) == words.faveur {
            start = Int(chunk.head) + 1
            if start < chunk.end, tokens[start].has([.of, .contracted]) { start += 1 }
            return start < chunk.end ? start : nil
        }
        return nil
    }
}
