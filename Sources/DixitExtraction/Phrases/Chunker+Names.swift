// Proper names: where they begin and how far they go.

extension Chunker {
    /// Whether a proper name begins here.
    func isNameStart(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        if token.has(.title), token.isCapitalised, !isDeterminer(index) {
            return isWord(index + 1) && text.tokens[index + 1].isCapitalised
        }
        guard token.isCapitalised else { return false }
        if token.has(.initial) { return isWord(index + 1) && text.tokens[index + 1].isCapitalised }
        if isTitleNoun(index, token) || isBeforePerson(index, token) { return false }
        guard isFirst(index) else { return true }
        // At the start of a sentence every word has a capital: only a name that is no common word counts.
        if token.has([.firstName, .mediaName, .place, .properName]), !token.has(.functional) { return true }
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

    /// «|Seul| Jean Morel a …», «|Juger| Jean Morel ?», «l'|Italien| Jean Morel»: a common word, with a capital letter because it opens
    /// a sentence or a title, or says what somebody is; not «le ministre de l'|Intérieur| Jean Morel».
    private func isBeforePerson(_ index: Int, _ token: Token) -> Bool {
        guard isFirst(index) || !isWord(index - 1) || token.has([.person, .role]), token.word.isKnown,
            !token.classes.isEmpty,
            !token.has([.firstName, .mediaName, .place, .properName, .particle, .title]), !token.has(.allCapitals),
            let next = self.token(index + 1), next.isCapitalised, next.has(.firstName), !next.has(.functional)
        else { return false }
        return isWord(index + 2) && text.tokens[index + 2].isCapitalised
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
        if let phrase = longestPhrase(at: index),
            phrase.classes.has([.mediaName, .place, .properName]),
            !continuesName(start + phrase.count)
        {
            setName(&chunk, start..<start + phrase.count)
            return start + phrase.count
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
                if index == first + 1, !token.has(.allCapitals), text.tokens[first].has(.mediaName),
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
        // «Jean Morel |Le|»: a particle that nothing follows is none.
        while index > first + 1, text.tokens[index - 1].has([.particle, .definite]),
            text.tokens[index - 1].has(.functional)
        {
            index -= 1
        }
        setName(&chunk, first..<max(index, first))
        // «… maire de Lille M.»: a title that no name follows is the last word.
        return min(max(index, first + 1), limit)
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

    mutating func setName(_ chunk: inout Chunk, _ tokens: Range<Int>) {
        chunk.nameStart = Int32(truncatingIfNeeded: tokens.lowerBound)
        chunk.nameEnd = Int32(truncatingIfNeeded: tokens.upperBound)
        if !tokens.isEmpty { names.append(tokens) }
    }

    func startsPerson(_ index: Int) -> Bool {
        classes(index).has([.firstName, .title]) || text.tokens[index].has(.initial)
    }
}
