// What follows the noun of a phrase: adjectives, names, acronyms, complements in «de».

extension Chunker {
    /// What follows the noun: adjectives, a name, an acronym, complements in «de»; returns the end.
    mutating func modifiers(from start: Int, _ chunk: inout Chunk) -> Int {
        var index = start
        var depth = 0
        var adjectives = 0
        // A name belongs to the phrase unless another role or person stands between: «le fils du président X».
        var nameBelongs = true
        while let token = token(index), index - start < 60 {
            switch token.kind {
            case .word:
                if token.has(.contracted), stopsAtDes(chunk, index) { return index }
                if token.openings.has(.phrase), let phrase = longestPhrase(at: index),
                    phrase.classes.has(.commonAdjective)
                {
                    // «le média |en ligne|»
                    index += phrase.count
                    continue
                }
                if token.word == words.au, word(index + 1) == words.sein, text.tokens[Int(chunk.head)].has(.source) {
                    // «une source |au sein| de la gendarmerie»
                    index += 2
                    continue
                }
                // «a-t-on appris lundi |de source| judiciaire»: a source, not the Monday of one.
                if token.has(.of), classes(index + 1).has(.source),
                    text.tokens[Int(chunk.head)].has([.month, .timeWord])
                {
                    return index
                }
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
                    if startsPerson(index),
                        isForeignToNames(text.tokens[Int(chunk.head)])
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

    /// Nouns that no person's name follows: «dans un communiqué |Priscillia Ludosky|», «dans le froid |Jérémy|».
    private func isForeignToNames(_ head: Token) -> Bool {
        head.has([.document, .medium, .timeWord])
            || !head.has([.role, .person, .group, .organisation, .media, .source, .placeNoun]) && !head.isCapitalised
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
    mutating func complement(_ index: Int, _ token: Token, _ depth: inout Int, _ nameBelongs: inout Bool)
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
        // «le fils du président X»: the name is the president's; «le patron des sénateurs X»: it is not the senators'.
        if classes(next).has([.role, .person]), !text.tokens[next].isCapitalised, !classes(next).has(.plural) {
            nameBelongs = false
        }
        if text.tokens[next].isCapitalised, startsPerson(next) {
            // «le père d'Elie Semoun»: the name is the complement.
            var inner = Chunk(.nounPhrase, next..<next + 1, head: next)
            return name(at: next, &inner)
        }
        return text.tokens[next].isCapitalised ? next : next + 1
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
}
