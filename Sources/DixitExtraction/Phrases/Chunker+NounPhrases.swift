// Noun phrases with their complements in «de», and the proper names in them.

import DixitText

extension Chunker {
    /// «à l'AFP», «lors d'un point presse», «pour |repenser»; nil where neither a noun nor an infinitive follows.
    mutating func prepositionalPhrase(at index: Int) -> Int? {
        var next = index + 1
        let first = text.tokens[index]
        if first.has([.contractedTo]) || first.word == words.du {
            guard let end = nounPhrase(at: index) else { return nil }
            chunks[chunks.count - 1].preposition = Int32(truncatingIfNeeded: index)
            return end
        }
        // «lors de», «auprès du», «jusqu'à», «près de», «d'après», «avant de»
        if classes(next).has([.of, .contracted]) || word(next) == words.a || classes(next).has(.contractedTo) {
            if first.has(.of) == false { next += classes(next).has([.contracted, .contractedTo]) ? 0 : 1 }
        } else if first.word == words.elidedDe || first.word == words.de, classes(next).has(.preposition) {
            next += 1
        }
        // «à travers son programme»
        if first.word == words.a, isWord(next), word(next) == words.travers { next += 1 }
        let before = chunks.count
        if classes(next).has(.infinitive) || classes(next).has(.clitic) || classes(next).has(.negation) {
            if let end = verbGroup(at: next), chunks.count > before {
                if chunks[before].kind == .infinitive || chunks[before].kind == .gerund {
                    chunks[before].preposition = Int32(truncatingIfNeeded: index)
                    chunks[before].start = Int32(truncatingIfNeeded: index)
                    return end
                }
                chunks.removeSubrange(before...)
            }
        }
        if classes(next).has(.pronoun), isWord(next), !isDeterminer(next) {
            let end = add(.pronoun, index..<next + 1, head: next)
            chunks[before].preposition = Int32(truncatingIfNeeded: index)
            chunks[before].flags = gender(of: text.tokens[next])
            return end
        }
        guard let end = nounPhrase(at: next) else {
            return next > index + 1 || first.has(.preposition) ? add(.preposition, index..<max(index + 1, next)) : nil
        }
        chunks[before].preposition = Int32(truncatingIfNeeded: index)
        chunks[before].start = Int32(truncatingIfNeeded: index)
        return end
    }

    /// Reads a noun phrase: determiner, adjectives, noun, adjectives, name, complements in «de»; nil where there is no noun.
    mutating func nounPhrase(at start: Int) -> Int? {
        var index = start
        var flags: ChunkFlags = []
        var hasDeterminer = false
        if text.lexicon.phrases.opens(word(start)), let phrase = longestPhrase(at: start),
            phrase.classes.has([.mediaName, .properName]),
            classes(start).has(.determiner), start + 1 < limit, text.tokens[start + 1].isCapitalised
        {
            return mediaName(start, phrase.words.count)
        }
        // «tous les», «les deux», «un des»
        while let token = token(index), token.kind == .word, isDeterminer(index) || token.has(.quantity),
            index - start < 4
        {
            // «Tout |au long de …»
            if index > start, token.has(.contractedTo) { break }
            flags.formUnion(gender(of: token))
            if token.has(.indefinite) { flags.insert(.indefinite) }
            if token.has(.definite) { flags.insert(.definite) }
            if token.has(.possessive) { flags.insert(.possessive) }
            if token.has(.demonstrative) { flags.insert(.demonstrative) }
            hasDeterminer = true
            index += 1
        }
        if kind(index) == .number {
            flags.insert(.indefinite)
            hasDeterminer = true
            while kind(index) == .number || kind(index) == .symbol { index += 1 }
            if classes(index).has(.month) || !isWord(index) {
                return time(start, index, flags)
            }
            if isFinite(index) || isHour(index - 1) { return time(start, index, flags) }
            if classes(index).has([.of, .contracted]) {
                index += 1
                while isWord(index), isDeterminer(index) { index += 1 }
            }
        }
        index = skipMark(index)
        if hasDeterminer {
            while classes(index).has([.adjective]) || classes(index).has(.adverb) && !classes(index).has(.noun),
                isWord(index),
                isWord(index + 1) || isMark(index + 1), !classes(index).has(.role)
            {
                if classes(index + 1).has(.functional), !classes(index + 1).has(.noun) { break }
                index += 1
                index = skipMark(index)
            }
        }
        if hasDeterminer, token(index)?.isQuote ?? false, let quotation = text.quotation(openedBy: index),
            quotation.close < limit
        {
            // «des «refus de lui accorder les congés»»: the quotation is the noun.
            let end = add(.nounPhrase, start..<quotation.close + 1, head: index)
            chunks[chunks.count - 1].flags = flags
            return end
        }
        guard let head = token(index), head.kind == .word || head.kind == .number else { return nil }
        if kind(start) == .number || hasDeterminer && classes(index - 1).has(.quantity), isFinite(index) { return nil }
        if !hasDeterminer, isBareForbidden(index, head) { return nil }
        var chunk = Chunk(.nounPhrase, start..<index + 1, head: index)
        var end = index
        if isNameStart(index) {
            end = name(at: index, &chunk)
            if chunk.hasName { chunk.head = chunk.nameStart }
        } else {
            if head.has([.reflexive, .negation]) { return nil }
            if head.has(.functional), !head.has(.noun), !head.has(.adjective), !head.has(.timeWord) { return nil }
            if !hasDeterminer { flags.insert(.bare) }
            end = index + 1
        }
        // «l'universitaire», «les juges»: the article would tell, the ending does not.
        let isEpicene = head.has(.role) && text.bytes[Int(head.end) - 1] == UInt8(ascii: "e") && !head.has(.feminine)
        if flags.isDisjoint(with: [.masculine, .feminine]), !isEpicene { flags.formUnion(gender(of: head)) }
        if head.has(.plural), !head.has(.singular) { flags.insert(.plural) }
        if head.has([.timeWord, .month]) { flags.insert(.time) }
        chunk.flags = flags
        end = modifiers(from: end, &chunk)
        chunk.end = Int32(truncatingIfNeeded: end)
        if let preposition = sharedPreposition(start, end) { chunk.preposition = preposition }
        chunks.append(chunk)
        return end
    }

    /// «avec le parlement et |la société civile|»: the preposition governs both, unless the second is the subject of a verb.
    private func sharedPreposition(_ start: Int, _ end: Int) -> Int32? {
        guard chunks.count >= 2, chunks[chunks.count - 1].kind == .coordinator,
            Int(chunks[chunks.count - 1].end) == start
        else {
            return nil
        }
        let before = chunks[chunks.count - 2]
        guard before.kind == .nounPhrase, before.preposition >= 0, !before.has(.time) else { return nil }
        if isFinite(end) || classes(end).has([.clitic, .negation, .reflexive]) { return nil }
        return before.preposition
    }

    /// «Le Monde», «La Voix du Nord»
    mutating func mediaName(_ start: Int, _ count: Int) -> Int {
        var chunk = Chunk(.nounPhrase, start..<start + count)
        setName(&chunk, start..<start + count)
        chunks.append(chunk)
        return start + count
    }

    /// «14h00»
    private func isHour(_ index: Int) -> Bool {
        guard kind(index) == .number else { return false }
        return text.bytes[text.tokens[index].range.bytes].contains(UInt8(ascii: "h"))
    }

    mutating func time(_ start: Int, _ index: Int, _ flags: ChunkFlags) -> Int {
        var end = index
        while classes(end).has([.month]) || kind(end) == .number { end += 1 }
        let result = add(.nounPhrase, start..<end, head: start)
        chunks[chunks.count - 1].flags = flags.union(.time)
        return result
    }

    /// A word that does not begin a noun phrase without a determiner.
    private func isBareForbidden(_ index: Int, _ head: Token) -> Bool {
        if isNameStart(index) { return false }
        return head.has(.functional) && !head.has(.noun) && !head.has(.timeWord)
    }

    private func isMark(_ index: Int) -> Bool { token(index)?.isQuote ?? false }

    /// Passes over a quotation mark inside a phrase: «une "gestion» , where the quotation is transparent.
    func skipMark(_ index: Int) -> Int {
        guard let token = token(index), token.isQuote else { return index }
        if let quotation = text.quotation(openedBy: index) { return isTransparent(quotation) ? index + 1 : index }
        return index + 1
    }
<<<<<<< HEAD

    /// Whether a proper name begins here.
    func isNameStart(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        if token.has(.title), token.isCapitalised, !isDeterminer(index) {
            return isWord(index + 1) && text.tokens[index + 1].isCapitalised
        }
        guard token.isCapitalised else { return false }
        if token.has(.initial) { return isWord(index + 1) && text.tokens[index + 1].isCapitalised }
        if isTitleNoun(index, token) { return false }
        guard isFirst(index) else { return true }
        // At the start of a sentence every word has a capital: only a name that is no common word counts.
        if token.has([.firstName, .mediaName, .place]), !token.has(.functional) { return true }
        if token.has(.allCapitals) { return !token.word.isKnown || token.classes.isEmpty }
        if longestPhrase(at: index)?.classes.has([.mediaName, .place, .properName]) ?? false { return true }
        if isWord(index + 1), text.tokens[index + 1].isCapitalised, !token.has(.functional), !token.has(.role) {
            return !token.has(.noun)
        }
        guard !token.word.isKnown, token.classes.isEmpty, !commonWords.contains(token.hash) else { return false }
        // «Barroso, le président de …»
        if kind(index + 1) == .comma,
            classes(index + 2).has(.role) || classes(index + 3).has(.role) && isWord(index + 2)
        {
            return true
        }
        return capitalisedWords.contains(token.hash) || isFinite(index + 1)
            || classes(index + 1).has([.negation, .reflexive])
    }

    /// «le Président de la République», «la Cour des comptes», «les Français»: a common noun with a capital letter.
    private func isTitleNoun(_ index: Int, _ token: Token) -> Bool {
        guard token.has([.role, .organisation, .person, .group, .document]), !token.has(.firstName), !token.has(.place)
        else {
            return false
        }
        guard !isFirst(index) else { return false }
        let hasDeterminer =
            index > 0 && text.tokens[index - 1].has([.determiner, .adjective, .contracted, .contractedTo])
        guard hasDeterminer else { return false }
        return !isWord(index + 1) || !text.tokens[index + 1].isCapitalised
    }

    /// Reads a name: «Mustapha El Khalfi», «M. El Khalfi», «V. Sapounov», «La Voix du Nord», «Europe 1».
    mutating func name(at start: Int, _ chunk: inout Chunk, isInComplement: Bool = false) -> Int {
        var index = start
        var first = start
        if let phrase = text.lexicon.phrases.opens(word(index)) ? longestPhrase(at: index) : nil,
            phrase.classes.has([.mediaName, .place, .properName]),
            !continuesName(start + phrase.words.count)
        {
            setName(&chunk, start..<start + phrase.words.count)
            return start + phrase.words.count
        }
        while classes(index).has(.title), isWord(index), text.tokens[index].isCapitalised, index - start < 2 {
            if text.tokens[index].has(.feminine) { chunk.flags.insert(.feminine) }
            if text.tokens[index].has(.masculine) { chunk.flags.insert(.masculine) }
            index += 1
            first = index
        }
        var hasFirstName = false
        while let token = token(index), index - start < 12 {
            if token.kind == .number {
                // «Europe 1», «France 24», but not «Vénus 3 jours»
                guard index == first + 1, !isWord(index + 1) || !text.tokens[index + 1].word.isKnown else { break }
                index += 1
                break
            }
            guard token.kind == .word else { break }
            if token.isCapitalised {
                // «l'agence RIA Novosti Valentine Sapounov», «Intérieur Christophe Castaner»: a second name begins.
                let isInner = Int(chunk.head) != start && isInComplement
                if token.has(.firstName), index > first, !hasFirstName, beginsPerson(index, isInner) { break }
                // «à l'AFP |Walter|»
                if index == first + 1, token.has(.firstName), text.tokens[first].has(.mediaName),
                    text.tokens[first].has(.allCapitals)
                {
                    break
                }
                // «M. Herbert» after another name; «Le Monde» after one.
                if index > first, token.has(.title) || token.has(.functional) && !token.has(.particle) { break }
                if token.has(.firstName) { hasFirstName = true }
                index += 1
                continue
            }
            // «de Gaulle», «El Hassan II», «Moumen d'El Jadida»
            if token.has(.particle), index > first, isWord(index + 1), text.tokens[index + 1].isCapitalised,
                hasFirstName || !token.has([.of, .contracted, .determiner])
            {
                index += 1
                continue
            }
            break
        }
        setName(&chunk, first..<max(index, first))
        return max(index, first + 1)
    }

    /// «New York |Times|»: the phrase is a part of a longer name.
    private func continuesName(_ index: Int) -> Bool {
        guard let token = token(index), token.isCapitalised else { return false }
        return !token.has([.firstName, .functional, .title])
    }

    /// Whether a first name after another name begins a person of its own.
    private func beginsPerson(_ index: Int, _ isInner: Bool) -> Bool {
        let before = text.tokens[index - 1]
        if before.has(.initial) || before.has(.particle) { return false }
        guard isWord(index + 1), text.tokens[index + 1].isCapitalised else { return false }
        return isInner || before.has([.mediaName, .place, .noun]) || before.has(.allCapitals)
    }

    private mutating func setName(_ chunk: inout Chunk, _ tokens: Range<Int>) {
        chunk.nameStart = Int32(truncatingIfNeeded: tokens.lowerBound)
        chunk.nameEnd = Int32(truncatingIfNeeded: tokens.upperBound)
        if !tokens.isEmpty { names.append(tokens) }
    }

    /// What follows the noun: adjectives, a name, an acronym, complements in «de»; returns the end.
    private mutating func modifiers(from start: Int, _ chunk: inout Chunk) -> Int {
        var index = start
        var depth = 0
        var adjectives = 0
        // A name belongs to the phrase unless another role or person stands between: «le fils du président X».
        var nameBelongs = true
        while let token = token(index), index - start < 60 {
            switch token.kind {
            case .word:
                if token.has(.contracted), stopsAtDes(chunk, index) { return index }
                if let next = statutoryComplement(index, token, chunk) {
                    index = next
                    depth += 1
                    continue
                }
                if let next = complement(index, token, &depth, &nameBelongs) {
                    index = next
                    adjectives = 0
                    continue
                }
                if token.isCapitalised {
                    if token.has(.functional), !token.has(.firstName), depth == 0, !token.has(.particle) {
                        return index
                    }
                    guard !chunk.hasName || depth > 0 else { return index }
                    // «dans un communiqué |Priscillia Ludosky|»
                    if startsPerson(index), isWord(index + 1), text.tokens[index + 1].isCapitalised,
                        text.tokens[Int(chunk.head)].has([.document, .medium, .timeWord])
                    {
                        return index
                    }
                    var inner = Chunk(.nounPhrase, index..<index + 1, head: Int(chunk.head))
                    let end = name(at: index, &inner, isInComplement: depth > 0)
                    if !chunk.hasName, nameBelongs, depth == 0 || startsPerson(index) {
                        chunk.nameStart = inner.nameStart
                        chunk.nameEnd = inner.nameEnd
                        if depth > 0 { return end }
                    } else if depth > 0, chunk.hasName {
                        index = end
                        continue
                    }
                    index = end
                    continue
                }
                guard isModifier(index, token), adjectives < 5 else { return index }
                adjectives += 1
                index += 1
            case .number:
                guard index == start || text.tokens[index - 1].kind == .word else { return index }
                if classes(index + 1).has(.noun) { return index }
                index += 1
            case .openParenthesis:
                guard let close = acronymEnd(index) else { return index }
                if depth == 0 || chunk.acronym < 0 { chunk.acronym = Int32(truncatingIfNeeded: index + 1) }
                index = close
            case .openQuote, .straightQuote:
                guard let quotation = text.quotation(openedBy: index), isTransparent(quotation), quotation.close < limit
                else {
                    // A mark that closes inside the phrase.
                    if text.quotation(openedBy: index) == nil, kind(index) == .straightQuote, index > start {
                        index += 1
                        continue
                    }
                    return index
                }
                index = quotation.close + 1
            case .closeQuote: index += 1
            default: return index
            }
        }
        return min(index, limit)
    }

    /// «l'Association |pour la promotion| de la coopération»: the name of a body goes on after «pour», «contre», «entre».
    private func statutoryComplement(_ index: Int, _ token: Token, _ chunk: Chunk) -> Int? {
        guard token.word == words.pour || token.word == words.contre || token.word == words.entre,
            text.tokens[Int(chunk.head)].has(.organisation), text.tokens[Int(chunk.head)].isCapitalised, !chunk.hasName
        else { return nil }
        var next = index + 1
        guard isWord(next), isDeterminer(next) else { return nil }
        while isWord(next), isDeterminer(next) { next += 1 }
        guard isWord(next), !classes(next).has(.functional) || text.tokens[next].isCapitalised else { return nil }
        return next + 1
    }

    /// «demande au gouvernement |des mesures|», «sur son compte Twitter |des attaques|»: another object, not a complement.
    private func stopsAtDes(_ chunk: Chunk, _ index: Int) -> Bool {
        guard text.tokens[index].word == words.des else { return false }
        if chunk.hasName, Int(chunk.nameEnd) == index { return true }
        guard text.tokens[Int(chunk.start)].has(.contractedTo) || word(Int(chunk.start) - 1) == words.a,
            let last = chunks.last, last.kind == .verb
        else { return false }
        return text.lexicon.verb(text.tokens[Int(last.head)].word)?.plain != nil
    }

    /// «de la Santé», «du gouvernement», «et de l'Intérieur»: where the noun of a complement begins; nil where none does.
    private mutating func complement(_ index: Int, _ token: Token, _ depth: inout Int, _ nameBelongs: inout Bool)
        -> Int?
    {
        var next = index
        if token.word == words.et, classes(index + 1).has([.of, .contracted]) { next += 1 }
        guard classes(next).has([.of, .contracted]), isWord(next) else { return nil }
        let isContracted = classes(next).has(.contracted)
        next += 1
        if !isContracted, classes(next).has([.infinitive, .reflexive, .negation]), !isNoun(next) { return nil }
        while isWord(next), isDeterminer(next) || classes(next).has(.quantity) || kind(next) == .number { next += 1 }
        while kind(next) == .number { next += 1 }
        next = skipMark(next)
        while classes(next).has(.adjective), isWord(next), isWord(next + 1),
            !classes(next + 1).has(.functional), !classes(next + 1).has(.reflexive)
        {
            next += 1
        }
        guard isWord(next),
            !classes(next).has(.functional) || classes(next).has(.noun) || text.tokens[next].isCapitalised
        else { return isContracted && kind(next) == .number ? next : nil }
        if classes(next).has(.timeWord) { return nil }
        depth += 1
        if classes(next).has([.role, .person]), !text.tokens[next].isCapitalised { nameBelongs = false }
        if text.tokens[next].isCapitalised, startsPerson(next) {
            // «le père d'Elie Semoun»: the name is the complement.
            var inner = Chunk(.nounPhrase, next..<next + 1, head: next)
            return name(at: next, &inner)
        }
        return text.tokens[next].isCapitalised ? next : next + 1
    }

    private func startsPerson(_ index: Int) -> Bool {
        classes(index).has([.firstName, .title]) || text.tokens[index].has(.initial)
    }

    /// An adjective, or a word that the lexicon does not have, after a noun.
    private func isModifier(_ index: Int, _ token: Token) -> Bool {
        if token.has(.functional) || token.has([.pronoun, .clitic]), !token.has(.noun) { return false }
        if token.has(.adverb), !token.has(.adjective) { return false }
        if token.has([.timeWord, .month]) { return false }
        if isFinite(index) { return false }
        if token.has(.commonAdjective) { return true }
        if token.has([.presentParticiple, .infinitive]) { return false }
        if token.has(.pastParticiple), !token.has([.noun, .adjective]) { return false }
        if token.has([.role]), !token.has(.adjective), index > 0, !text.tokens[index - 1].has(.role) { return true }
        return true
    }

    /// «(DGSN)» → the token after the closing parenthesis.
    private func acronymEnd(_ open: Int) -> Int? {
        guard let inside = token(open + 1), inside.kind == .word, inside.has(.allCapitals) || inside.isCapitalised,
            kind(open + 2) == .closeParenthesis
        else { return nil }
        return inside.has([.place, .firstName]) && !inside.has(.allCapitals) ? nil : open + 3
    }
=======
>>>>>>> main
}
