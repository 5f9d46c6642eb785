// Where what was said begins and ends: each construction has its own rule.

extension SpeechReader {
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
                    parentheses == 0, !isGraded(index),
                    !hasOpenClause(from: start, to: index)
                {
                    return trimmed(clauseStart(of: index, from: start), from: start)
                }
            case .nounPhrase, .pronoun:
                if index > start, isSelon(index) { return trimmed(index, from: start) }
                if reach == .phrase, index > start, chunk.has(.time), isWeekday(chunk),
                    !isInRelative(index, from: start)
                {
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

    /// «un bilan plus |réduit|»: a participle that looks like a verb.
    private func isGraded(_ index: Int) -> Bool {
        // An adverb stands after a finite verb, not before it.
        kind(index - 1) == .adverb && kind(index - 2) == .nounPhrase && chunks[index].tokens.count == 1
            && tokens[Int(chunks[index].head)].has(.pastParticiple)
    }

    /// «a proposé d'ouvrir le port|, mais des élus avaient …»: where the clause of a verb begins that has its subject before it.
    private func clauseStart(of verb: Int, from start: Int) -> Int {
        var index = verb - 1
        while index > start + 1, verb - index < 8,
            [.nounPhrase, .pronoun, .adverb].contains(chunks[index].kind)
                || chunks[index].kind == .coordinator && headWord(chunks[index]) == words.et
        {
            index -= 1
        }
        guard index > start, chunks[index].kind == .coordinator, headWord(chunks[index]) == words.mais else {
            return verb
        }
        return index
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

    /// «les pompiers qui ont éteint le feu |lundi|»: the day is that of the nearest verb.
    private func isInRelative(_ index: Int, from start: Int) -> Bool {
        var hasVerb = false
        for before in stride(from: index - 1, through: start, by: -1) {
            switch chunks[before].kind {
            case .verb: hasVerb = true
            case .relative: return hasVerb
            case .comma, .que, .subordinator: return false
            default: break
            }
        }
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
            return isContrast(next) && (reach != .clause || opensNewCue(next + 1, sameKind: .phrase))
        case .relative:
            return reach != .phrase && isRelativeCue(next)
        case .nounPhrase, .pronoun:
            if isSelon(next) { return true }
            if reach == .phrase, isMedium(next) || chunk.has(.time) { return true }
            // «…, ce que Matignon dément»
            if chunk.kind == .pronoun, chunk.preposition < 0, tokens[Int(chunk.head)].word == words.ce,
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
    func isFrontal(cue: Int) -> Bool {
        guard chunks.indices.contains(cue), range.contains(cue) else { return false }
        if chunks[cue].kind == .gerund || chunks[cue].kind == .participle {
            return !(range.lowerBound..<cue).contains { chunks[$0].kind == .verb }
        }
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
            return namesMedium(chunk)
                || annotated.lexicon.group(ofNoun: head.word).has(.press)
        }
        if preposition == words.dans || preposition == words.sur || preposition == words.lors {
            return head.has(.medium) || namesMedium(chunk)
                || annotated.lexicon.group(ofNoun: head.word).has(.account)
        }
        return false
    }

    /// «à l'|AFP|», «sur |BFMTV|», «au |Parisien|», which is «Le Parisien»
    func namesMedium(_ chunk: Chunk) -> Bool {
        let name = chunk.hasName ? chunk.name : Int(chunk.head)..<Int(chunk.head) + 1
        guard tokens[name.lowerBound].isCapitalised else { return false }
        if tokens[name.lowerBound].has(.mediaName) { return true }
        if name.lowerBound > 0, tokens[name.lowerBound - 1].has([.contracted, .contractedTo]),
            let phrase = annotated.lexicon.phrases.longest(
                from: words.le, count: name.count + 1, word: { tokens[name.lowerBound + $0 - 1].word }),
            phrase.count == name.count + 1
        {
            return phrase.classes.has(.mediaName)
        }
        return entities.entity(namedAt: name.lowerBound).map { entities.entities[$0].isMedium } ?? false
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
