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
        // «selon lui», «selon elle», «à ce que»
        let isStressed = word(next) == words.elle || word(next) == words.elles || word(next) == words.ce
        if classes(next).has(.pronoun) || isStressed, isWord(next), !isDeterminer(next) {
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
        if let phrase = longestPhrase(at: start),
            phrase.classes.has([.mediaName, .properName]),
            classes(start).has(.determiner), start + 1 < limit, text.tokens[start + 1].isCapitalised
        {
            return mediaName(start, phrase.count)
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
        // «l'ancien porte-parole», «les porte-parole»: the determiner tells.
        if hasDeterminer, isSingularDeterminer(start, index) {
            flags.remove(.plural)
        } else if head.has(.plural), !head.has(.singular) || hasDeterminer {
            flags.insert(.plural)
        }
        if head.has([.timeWord, .month]) { flags.insert(.time) }
        chunk.flags = flags
        end = modifiers(from: end, &chunk)
        chunk.end = Int32(truncatingIfNeeded: end)
        if let preposition = sharedPreposition(start, end) { chunk.preposition = preposition }
        chunks.append(chunk)
        return end
    }

    private func isSingularDeterminer(_ start: Int, _ end: Int) -> Bool {
        for index in start..<end where classes(index).has(.determiner) {
            return classes(index).has(.singular) && !classes(index).has(.plural)
        }
        return false
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
}
