// Where what was said begins and ends: each construction has its own rule.

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
                return nil
            case .quotation: return .quotation(index)
            case .colon:
                if kind(index + 1) == .quotation { return .quotation(index + 1) }
                return isQuoteNext(index + 1) ? .colon(index) : nil
            case .infinitive:
                if chunk.preposition < 0 {
                    if takes.contains(.quotation), isQuoteNext(index) {
                        return .infinitive(index, token: Int(chunk.start))
                    }
                    return takes.contains(.infinitive) && index <= verb + 3
                        ? .infinitive(index, token: Int(chunk.start)) : nil
                }
                if let start = prepositional(chunk, takes, hasSomeone) { return .phrase(index, token: start) }
                return nil
            case .nounPhrase, .pronoun:
                if chunk.has(.time), chunk.kind == .nounPhrase, index + 1 < range.upperBound { break }
                if chunk.preposition >= 0 {
                    // «demandant à ce que …»
                    if chunk.kind == .pronoun, headWord(chunk) == words.ce, kind(index + 1) == .que { break }
                    if isEstimate(verb, chunk) { return .phrase(index, token: Int(chunk.start)) }
                    if let start = prepositional(chunk, takes, hasSomeone) { return .phrase(index, token: start) }
                    break
                }
                if chunk.kind == .pronoun, chunk.has(.subject) { return nil }
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
            case .gerund where kind(index - 1) == .comma: break
            default: return nil
            }
            index += 1
        }
        return nil
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

    /// What ends a content that runs to the right.
    enum Reach {
        /// «que …»: to the end of the sentence, a new cue, a semicolon.
        case clause
        /// A noun phrase or infinitive: also before a coordinated verb and before adjuncts of the cue.
        case phrase
        /// What «selon X,» introduces.
        case free
    }

    /// The chunk where a content that begins at `start` ends (exclusive).
    func contentEnd(from start: Int, cue: Int, _ reach: Reach) -> Int {
        var index = start
        var parentheses = 0
        while let chunk = chunk(index) {
            switch chunk.kind {
            case .semicolon: return index
            case .openParenthesis: parentheses += 1
            case .closeParenthesis:
                if parentheses == 0 { return index }
                parentheses -= 1
            case .stop: if isFinal(index) { return index }
            case .colon:
                if reach == .phrase, kind(index + 1) == .quotation { return index }
            case .gerund:
                if index > start, isSpeechCue(gerund: index) { return trimmed(index, from: start) }
                if reach == .phrase, index > start, kind(index - 1) == .comma { return index - 1 }
                // «la création du gouvernement |y voyant un signe de …|»
                if reach == .phrase, index > start, chunk.has([.hasClitic, .withEn]) { return index }
            case .comma:
                if index > start, endsAtComma(index, cue: cue, reach) { return index }
            case .coordinator:
                if index > start, opensCoordinatedCue(index + 1, cue: cue, reach) { return trimmed(index, from: start) }
                if index > start, opensNewCue(index + 1, sameKind: reach) { return trimmed(index, from: start) }
            case .verb:
                // «…», a-t-il dit»: a cue after content ends it.
                if index > start, chunk.has(.inverted), saying(chunk) != nil { return trimmed(index, from: start) }
                if reach == .phrase, index > start, clauseOpener(of: index) == nil, kind(index - 1) != .relative,
                    parentheses == 0,
                    !hasOpenClause(from: start, to: index)
                {
                    return trimmed(index, from: start)
                }
            case .nounPhrase, .pronoun:
                if index > start, isSelon(index) { return trimmed(index, from: start) }
                if reach == .phrase, index > start, chunk.has(.time), isWeekday(chunk) {
                    return trimmed(index, from: start)
                }
                if reach == .phrase, index > start, isMedium(index) { return trimmed(index, from: start) }
            case .subordinator:
                if index > start, isContrast(index), opensNewCue(index + 1, sameKind: .clause) {
                    return trimmed(index, from: start)
                }
            case .que:
                // «n'ont admis l'erreur |que le 23 août|»
                if reach == .phrase, index > start, tokens[Int(chunks[cue].start)].has(.negation) { return index }
            case .relative:
                if reach == .phrase, index > start, holdsSelon(after: index) { return trimmed(index, from: start) }
            default: break
            }
            index += 1
        }
        return range.upperBound
    }

    /// «ce vendredi», «lundi»
    private func isWeekday(_ chunk: Chunk) -> Bool {
        chunk.preposition < 0 && tokens[Int(chunk.head)].has(.timeWord) && !chunk.has(.plural)
            && chunk.tokens.count <= 3
            && !chunk.has(.indefinite)
    }

    /// «l'action du gouvernement, |qui va, selon elle, accentuer la dette|»: a statement of its own.
    private func holdsSelon(after relative: Int) -> Bool {
        for index in relative + 1..<min(relative + 5, range.upperBound) where isSelon(index) { return true }
        return false
    }

    /// Whether a relative or subordinate clause that can hold the verb opened between.
    private func hasOpenClause(from start: Int, to verb: Int) -> Bool {
        var index = verb - 1
        while index >= start {
            switch chunks[index].kind {
            case .relative, .que, .subordinator: return true
            case .verb: return false
            default: break
            }
            index -= 1
        }
        return false
    }

    /// Steps back over commas and coordinators before an end.
    func trimmed(_ end: Int, from start: Int) -> Int {
        var end = end
        while end > start, [.comma, .coordinator, .adverb, .dash, .preposition].contains(chunks[end - 1].kind) {
            end -= 1
        }
        return end
    }

    /// Whether nothing but marks follows.
    func isFinal(_ index: Int) -> Bool {
        var next = index
        while let chunk = chunk(next) {
            guard [.stop, .closeParenthesis, .dash, .other].contains(chunk.kind) else { return false }
            next += 1
        }
        return true
    }

    private func endsAtComma(_ comma: Int, cue: Int, _ reach: Reach) -> Bool {
        var next = comma + 1
        while kind(next) == .coordinator || kind(next) == .adverb { next += 1 }
        guard let chunk = chunk(next) else { return false }
        switch chunk.kind {
        case .gerund: return isSpeechCue(gerund: next) || reach == .phrase
        case .verb:
            if isPostposed(next) { return true }
            // «le président, qui a dit vouloir …, n'a jamais plié»
            if let opener = clauseOpener(of: cue), chunks[opener].kind == .relative, next == comma + 1 { return true }
            return opensCoordinatedCue(next, cue: cue, reach)
        case .subordinator:
            if isComme(next) { return true }
            return isContrast(next) && (reach != .clause || opensNewCue(next + 1, sameKind: reach))
        case .relative:
            return reach != .phrase && isRelativeCue(next)
        case .nounPhrase, .pronoun:
            if isSelon(next) { return true }
            if reach == .phrase, isMedium(next) || chunk.has(.time) { return true }
            // «…, ce que Matignon dément»
            if chunk.kind == .pronoun, tokens[Int(chunk.head)].word == words.ce,
                [.que, .relative].contains(kind(next + 1))
            {
                return true
            }
            if chunk.isNominative, isFrontal(cue: cue), kind(endOfSpeaker(next)) == .verb { return true }
            if reach == .clause, kind(comma - 1) == .quotation, kind(comma - 2) == .que, chunk.isNominative {
                return true
            }
            return opensNewCue(next, sameKind: reach)
        case .participle: return reach == .phrase
        default: return false
        }
    }

    /// Whether a cue stands in a clause before the main clause: «Alors que X s'est félicité que …, Y a …», «Estimant que …, il …».
    private func isFrontal(cue: Int) -> Bool {
        guard chunks.indices.contains(cue), range.contains(cue) else { return false }
        if chunks[cue].kind == .gerund { return !(range.lowerBound..<cue).contains { chunks[$0].kind == .verb } }
        guard chunks[cue].kind == .verb, let opener = clauseOpener(of: cue) else { return false }
        return chunks[opener].kind == .subordinator && opener == range.lowerBound
    }

    /// «, qui a déclaré que»
    private func isRelativeCue(_ relative: Int) -> Bool {
        guard headWord(chunks[relative]) == words.qui, kind(relative + 1) == .verb else { return false }
        let verb = chunks[relative + 1]
        guard let saying = saying(verb), !verb.has([.negated, .unrealised]),
            let complement = complement(of: relative + 1, saying)
        else { return false }
        switch complement {
        case .clause, .quotation, .colon: return true
        default: return false
        }
    }

    /// «alors que», «tandis que»
    func isContrast(_ index: Int) -> Bool {
        let word = tokens[Int(chunks[index].start)].word
        return chunks[index].kind == .subordinator && (word == words.alors || word == words.tandis)
    }

    /// «dans un communiqué», «sur son compte Twitter», «à l'AFP», «devant la presse»: belongs to the cue, not to the content.
    func isMedium(_ index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.preposition >= 0, chunk.kind == .nounPhrase else { return false }
        let preposition = tokens[Int(chunk.preposition)].word
        let head = tokens[Int(chunk.head)]
        if preposition == words.a || preposition == words.au || preposition == words.devant
            || preposition == words.aupres
        {
            // «à la presse», «à l'AFP», «devant les journalistes»
            return chunk.hasName && tokens[Int(chunk.nameStart)].has(.mediaName)
                || annotated.lexicon.group(ofNoun: head.word).has(.press)
        }
        if preposition == words.dans || preposition == words.sur || preposition == words.lors {
            return head.has(.medium) || chunk.hasName && tokens[Int(chunk.nameStart)].has(.mediaName)
                || annotated.lexicon.group(ofNoun: head.word).has(.account)
        }
        return false
    }

    /// A gerund that opens a statement of its own: «, ajoutant que», «en affirmant».
    func isSpeechCue(gerund index: Int) -> Bool {
        let chunk = chunks[index]
        guard chunk.kind == .gerund, !chunk.has(.negated), let saying = saying(chunk) else { return false }
        return complement(of: index, saying) != nil
    }

    /// A verb or participle that goes on with the subject of the cue: «et a appelé à …», «et exprimé son indignation».
    private func opensCoordinatedCue(_ index: Int, cue: Int, _ reach: Reach) -> Bool {
        var next = index
        while kind(next) == .adverb { next += 1 }
        guard let chunk = chunk(next), chunk.kind == .verb || chunk.kind == .participle, !chunk.has(.inverted) else {
            return false
        }
        let main = chunks[cue]
        if chunk.kind == .participle {
            guard main.has(.compound), let saying = saying(chunk) else { return false }
            return complement(of: next, saying) != nil
        }
        guard chunk.has(.compound) == main.has(.compound) || main.kind == .gerund else {
            return reach == .phrase && !hasOpenClause(from: cue + 1, to: next)
        }
        guard let saying = saying(chunk), !chunk.has([.negated, .unrealised]) else { return reach == .phrase }
        return complement(of: next, saying) != nil
    }

    /// A clause with its own subject and a verb of saying: «et Y a dit que».
    private func opensNewCue(_ index: Int, sameKind reach: Reach) -> Bool {
        var next = index
        while kind(next) == .adverb || kind(next) == .comma { next += 1 }
        guard let first = chunk(next), first.isNominative, isSpeakerLike(first) || first.kind == .pronoun else {
            // «alors qu'un comptage de … indique que»
            return false
        }
        next = endOfSpeaker(next)
        var steps = 0
        while let chunk = chunk(next), steps < 4,
            chunk.kind == .adverb || chunk.kind == .nounPhrase && chunk.preposition >= 0 || chunk.kind == .comma
        {
            next += 1
            steps += 1
        }
        guard let verb = chunk(next), verb.kind == .verb, !verb.has([.negated, .unrealised, .inverted]),
            let saying = saying(verb),
            let complement = complement(of: next, saying)
        else { return false }
        switch complement {
        case .clause, .quotation, .colon: return true
        default: return reach != .clause
        }
    }

    /// The tokens from one to the start of a chunk, or to the end of the sentence.
    func tokenRange(from token: Int, toChunk end: Int) -> Range<Int> {
        let last = end > range.lowerBound ? Int(chunks[end - 1].end) : token
        return token..<max(token, last)
    }
}
