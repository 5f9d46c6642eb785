// Collects proper names and unites the forms of one: «Mustapha El Khalfi», «M. El Khalfi», an acronym.

import DixitText

extension EntityTable {
    // MARK: Names

    /// «Direction générale de la sûreté nationale (DGSN)»: the acronym stands for the phrase everywhere.
    func registerAcronyms() {
        registerExpansions()
        for index in nominals where annotated.chunks[index].acronym >= 0 {
            let chunk = annotated.chunks[index]
            let acronym = Int(chunk.acronym)
            // «Anne Roche (|LR|)»: where she belongs, not what she is called.
            if chunk.isNameAlone, tokens[Int(chunk.nameStart)].has(.firstName) { continue }
            let hash = UInt64(tokens[acronym].hash)
            guard byPhrase[hash] == nil, let whole = nominalName(chunk), whole.upperBound <= acronym - 1 else {
                continue
            }
            let start = acronymStart(whole, acronym)
            let entity = add(.organisation, name: start..<whole.upperBound, isNamed: true)
            byPhrase[hash] = entity
            entities[entity].forms.append(tokens[acronym].range)
            note(head: start, entity)
        }
    }

    /// «TSA (|Tout sur l'Algérie|)»: the name that an acronym stands for may follow it.
    private func registerExpansions() {
        for index in tokens.indices.dropLast(4)
        where tokens[index].has(.allCapitals) && tokens[index + 1].kind == .openParenthesis {
            let acronym = tokens[index].range
            guard byPhrase[UInt64(tokens[index].hash)] == nil, acronym.count <= 8, tokens[index + 2].isCapitalised,
                let close = (index + 3..<min(index + 12, tokens.count)).first(where: {
                    tokens[$0].kind == .closeParenthesis
                })
            else { continue }
            let name = index + 2..<close
            let wanted = annotated.text.bytes[acronym.bytes].map { $0 | 0x20 }
            let words = name.filter { tokens[$0].kind == .word }
            // «(Les) Dépêches (d')Oran», «Tout sur (l')Algérie»: small words may count or not.
            let spoken = words.filter { !tokens[$0].has(.definite) }
            let strong = words.filter { !tokens[$0].has([.determiner, .preposition, .of, .coordinator, .elision]) }
            let titled = Array(words.prefix(1)) + strong.filter { $0 != words.first }
            guard words.count >= 2, [words, spoken, strong, titled].contains(where: { initials(of: $0) == wanted })
            else { continue }
            let entity = add(.organisation, name: name, isNamed: true)
            byPhrase[UInt64(tokens[index].hash)] = entity
            entities[entity].forms.append(acronym)
        }
    }

    /// The first letters of some words, in lower case.
    private func initials(of words: [Int]) -> [UInt8] {
        words.map { annotated.text.bytes[Int(tokens[$0].start)] | 0x20 }
    }

    /// «les données de l'|Office national de météorologie (ONM)|»: the first noun with the letter of the acronym.
    private func acronymStart(_ name: Range<Int>, _ acronym: Int) -> Int {
        let letter = annotated.text.bytes[Int(tokens[acronym].start)] | 0x20
        let bytes = annotated.text.bytes
        if bytes[Int(tokens[name.lowerBound].start)] | 0x20 == letter { return name.lowerBound }
        for index in name.dropFirst() where tokens[index].isCapitalised {
            if bytes[Int(tokens[index].start)] | 0x20 == letter { return index }
        }
        return name.lowerBound
    }

    /// «les universités Hassan II, |Hassan I| et |Chouaib Doukkali|»: names in a list that a noun for bodies opens.
    private func registerLists() {
        for sentence in annotated.sentenceChunks {
            var isList = false
            for index in sentence {
                let chunk = annotated.chunks[index]
                switch chunk.kind {
                case .nounPhrase where chunk.isNameAlone && isList: listedBodies.insert(Int(chunk.nameStart))
                case .nounPhrase:
                    isList =
                        chunk.has(.plural) && chunk.hasName && tokens[Int(chunk.head)].has([.organisation, .media])
                case .comma, .coordinator: break
                default: isList = false
                }
            }
        }
    }

    func registerNames() {
        registerLists()
        var phrases = TokenTable(count: tokens.count)
        for (index, chunk) in annotated.chunks.enumerated() where chunk.hasName {
            phrases[Int(chunk.nameStart)] = index
        }
        func phrase(_ name: Range<Int>) -> Chunk? { phrases[name.lowerBound].map { annotated.chunks[$0] } }
        for name in annotated.names {
            guard atToken[name.lowerBound] == nil, !isForeignDate(name) else { continue }
            if name.count == 1, let whole = prefixes[tokens[name.lowerBound].hash],
                byPrefix[tokens[name.lowerBound].hash] == nil
            {
                byPrefix[tokens[name.lowerBound].hash] = register(
                    name: whole..<whole + 1, in: phrase(whole..<whole + 1))
            }
            let chunk = phrase(name)
            guard let entity = register(name: name, in: chunk) else { continue }
            atToken[name.lowerBound] = entity
            entities[entity].mentions += 1
            mentions.append(
                NameMention(
                    tokens: name, entity: entity, isSubject: (chunk?.isNominative ?? false) && !isInParentheses(name)))
        }
        mentions.sort { $0.token < $1.token }
        // Names that somebody says: mentioned, but «il» after the quotation does not mean them.
        for name in annotated.quotedNames where atToken[name.lowerBound] == nil {
            guard !isForeignDate(name) else { continue }
            guard name.contains(where: { !tokens[$0].has(.particle) }) else { continue }
            let hashes = name.map { tokens[$0].hash }
            let kind = kind(of: name, in: phrase(name))
            // «OK Morel !» gives nobody a longer name.
            let known = name.count == 1 ? byPhrase[UInt64(hashes[0])] : nil
            let entity = known ?? match(hashes, name, kind) ?? add(kind, name: name, isNamed: true)
            atToken[name.lowerBound] = entity
            quotedMentions.append(NameMention(tokens: name, entity: entity, isSubject: false))
        }
    }

    /// «said on |Monday|», «|May 12|» in a text that is not French.
    private func isForeignDate(_ name: Range<Int>) -> Bool {
        guard language != "fr" else { return false }
        // «|El| Miércoles», «|Am| Mittwoch»
        let long = name.filter { tokens[$0].kind == .word && tokens[$0].end - tokens[$0].start > 2 }
        return !long.isEmpty
            && long.allSatisfy { annotated.lexicon.terms.isForeignDate(tokens[$0], in: language) }
    }

    /// «une biographie (|Jean Morel|)»: an aside, which the text does not go on about.
    private func isInParentheses(_ name: Range<Int>) -> Bool {
        name.lowerBound > 0 && name.upperBound < tokens.count
            && tokens[name.lowerBound - 1].kind == .openParenthesis && tokens[name.upperBound].kind == .closeParenthesis
    }

    /// Finds the entity of a name, or makes one.
    private func register(name: Range<Int>, in chunk: Chunk?) -> Int? {
        guard name.contains(where: { !tokens[$0].has(.particle) }), chunk != nil || !isPortfolio(name) else {
            return nil
        }
        let hashes = name.map { tokens[$0].hash }
        if name.count == 1, let known = byPhrase[UInt64(hashes[0])] { return known }
        if name.count == 1, let known = abbreviated(name.lowerBound) {
            byPhrase[UInt64(hashes[0])] = known
            entities[known].forms.append(tokens[name.lowerBound].range)
            return known
        }
        let kind = kind(of: name, in: chunk)
        if let known = match(hashes, name, kind) {
            merge(name, hashes, into: known)
            describe(known, name, chunk)
            return known
        }
        let entity = add(kind, name: name, isNamed: true)
        entities[entity].isMedium =
            tokens[name.lowerBound].has(.mediaName) || name.count > 1 && isPhrase(name, .mediaName)
        describe(entity, name, chunk)
        return entity
    }

    /// «la ministre de la |Mer|», «le ministre des |Ports|»: what she is minister of, neither a person nor a body.
    private func isPortfolio(_ name: Range<Int>) -> Bool {
        guard name.count == 1, name.lowerBound >= 3 else { return false }
        let before = tokens[name.lowerBound - 1]
        let isFused = before.has(.contracted) && tokens[name.lowerBound - 2].has(.role)
        let isPlain =
            before.has(.definite) && tokens[name.lowerBound - 2].has(.of) && tokens[name.lowerBound - 3].has(.role)
        guard isFused || isPlain else { return false }
        return !tokens[name.lowerBound].has([.firstName, .place, .mediaName])
    }

    /// «le PP» for «le Parti populaire», «SUD» for «SUD-PTT»: what the letters of an acronym stand for.
    private func abbreviated(_ token: Int) -> Int? {
        guard tokens[token].has(.allCapitals), tokens[token].end - tokens[token].start <= 6 else { return nil }
        if let known = byPrefix[tokens[token].hash] { return known }
        let letters = annotated.text.bytes[Int(tokens[token].start)..<Int(tokens[token].end)]
            .reduce(Self.noInitials) { Self.initials($0, $1) }
        guard let index = initials[letters], let name = nominalName(annotated.chunks[index]) else { return nil }
        if let known = byPhrase[phraseKey(name)] { return known }
        let entity = add(.organisation, name: name, isNamed: true)
        note(head: Int(annotated.chunks[index].head), entity)
        return entity
    }

    /// The first letters of the words of bodies: «Parti populaire espagnol» is pp, ppe.
    func registerInitials() {
        for index in nominals {
            let chunk = annotated.chunks[index]
            guard !chunk.hasName else { continue }
            guard tokens[Int(chunk.head)].has(.organisation) else { continue }
            var letters = Self.noInitials
            var count = 0
            for token in Int(chunk.head)..<Int(chunk.end)
            where tokens[token].kind == .word && !tokens[token].has([.determiner, .preposition, .of, .coordinator]) {
                letters = Self.initials(letters, annotated.text.bytes[Int(tokens[token].start)])
                count += 1
                if count > 6 { break }
                if count >= 2, initials[letters] == nil { initials[letters] = index }
            }
        }
        for name in annotated.names where name.count == 1 && tokens[name.lowerBound].has(.allCapitals) {
            let range = tokens[name.lowerBound].range
            let bytes = annotated.text.bytes[range.bytes]
            guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen - bytes.startIndex >= 2 else { continue }
            let hash = WrittenForm.hash(bytes[..<hyphen].lazy.map { $0 | 0x20 })
            prefixes[hash] = name.lowerBound
        }
    }

    /// The first letters of words, at most six, as one number.
    private static let noInitials: UInt64 = 0
    private static func initials(_ before: UInt64, _ letter: UInt8) -> UInt64 { before << 8 | UInt64(letter | 0x20) }

    /// Adds what the phrase around a name says: gender, head noun.
    private func describe(_ entity: Int, _ name: Range<Int>, _ chunk: Chunk?) {
        let first = tokens[name.lowerBound]
        if entities[entity].kind == .person, entities[entity].isFeminine == entities[entity].isMasculine {
            if first.has(.firstName) {
                if first.has(.feminine), !first.has(.masculine) { entities[entity].isFeminine = true }
                if first.has(.masculine), !first.has(.feminine) { entities[entity].isMasculine = true }
            }
        }
        guard let chunk else { return }
        if entities[entity].kind == .person, entities[entity].isFeminine == entities[entity].isMasculine {
            if chunk.has(.feminine), !chunk.has(.masculine) { entities[entity].isFeminine = true }
            if chunk.has(.masculine), !chunk.has(.feminine) { entities[entity].isMasculine = true }
        }
        if Int(chunk.head) < name.lowerBound { note(head: Int(chunk.head), entity) }
    }

    func kind(of name: Range<Int>, in chunk: Chunk?) -> ExtractedEntity.Kind {
        let first = tokens[name.lowerBound]
        if listedBodies.contains(name.lowerBound) { return .organisation }
        if name.lowerBound > 0, chunk == nil || Int(chunk?.head ?? 0) >= name.lowerBound {
            // «de la région |Casablanca-Settat|», «à |Mostaganem|»
            let before = tokens[name.lowerBound - 1]
            if before.has([.organisation, .media]), !before.isCapitalised { return .organisation }
            if before.has(.placeNoun), !before.isCapitalised { return .place }
            if before.word == annotated.lexicon.words.a || before.word == annotated.lexicon.words.en,
                !first.has(.firstName)
            {
                return .place
            }
        }
        if name.lowerBound > 0, tokens[name.lowerBound - 1].has(.title), tokens[name.lowerBound - 1].isCapitalised {
            return .person
        }
        if let chunk, Int(chunk.head) < name.lowerBound {
            let head = tokens[Int(chunk.head)]
            // «la sénatrice |LR|»: where she belongs.
            if head.has([.role, .person]) { return first.has(.properName) ? .organisation : .person }
            if head.has([.organisation, .media, .source]) { return .organisation }
            if head.has(.placeNoun) { return .place }
        }
        if first.has(.mediaName) || name.count > 1 && isPhrase(name, .mediaName) { return .organisation }
        if name.count == 1, first.has(.place) { return first.has(.organisation) ? .organisation : .place }
        if isPhrase(name, .place) { return .place }
        if first.has(.properName) || isPhrase(name, .properName) { return .organisation }
        if first.has(.firstName), name.count > 1 { return .person }
        if first.has(.initial), name.count > 1 { return .person }
        if first.has([.organisation, .document, .media]) { return .organisation }
        if name.count == 1, first.has(.allCapitals) { return .organisation }
        if let chunk, chunk.has([.definite, .indefinite, .possessive]) { return .organisation }
        return .person
    }

    private func isPhrase(_ name: Range<Int>, _ classes: WordClass) -> Bool {
        let phrase = annotated.lexicon.phrases.longest(at: name.lowerBound, in: tokens, before: name.upperBound)
        // «France Bleu |Armorique|» is a part of the medium.
        return phrase.map {
            $0.classes.has(classes) && ($0.count == name.count || classes == .mediaName && $0.count > 1)
        } ?? false
    }

    /// «El Khalfi» is «Mustapha El Khalfi», «V. Sapounov» is «Valentine Sapounov», «Paul Semoun» is not «Elie Semoun».
    private func match(_ hashes: [UInt32], _ name: Range<Int>, _ kind: ExtractedEntity.Kind) -> Int? {
        guard let last = hashes.last, let first = hashes.first else { return nil }
        if hashes.count > 1, tokens[name.lowerBound].has(.firstName) {
            for candidate in byWord.newest(Self.mostCandidates, of: first)
            where entities[candidate].words == [first] && entities[candidate].isNamed {
                return candidate
            }
        }
        for candidate in byWord.newest(Self.mostCandidates, of: last) {
            let words = entities[candidate].words
            if words == hashes { return candidate }
            guard entities[candidate].isNamed, entities[candidate].kind == .person || entities[candidate].kind == kind
            else { continue }
            if words.count > hashes.count {
                if words.suffix(hashes.count).elementsEqual(hashes) { return candidate }
                // «Milfet», «Boris»: a first name alone.
                if hashes.count == 1, words.first == last { return candidate }
            } else if words.count < hashes.count, words.last == last, entities[candidate].kind == .person,
                !(words.count == 1 && tokens[entities[candidate].name.lowerBound].has([.mediaName, .place])),
                hashes.suffix(words.count).elementsEqual(words)
            {
                return candidate
            }
            if words.count == hashes.count, words.count >= 2, words.dropFirst() == hashes.dropFirst(),
                entities[candidate].kind == .person, isMisspelt(name.lowerBound, entities[candidate].name.lowerBound)
            {
                return candidate
            }
            if words.last == last, words.count >= 2, hashes.count >= 2, sharesInitial(name, entities[candidate].name) {
                return candidate
            }
        }
        return nil
    }

    /// «Khalid» and «Khalib» before the same surname: one letter differs in five or more, and neither is a first name that the
    /// lexicon knows apart: «Denise» is not «Denis».
    private func isMisspelt(_ left: Int, _ right: Int) -> Bool {
        guard !(tokens[left].has(.firstName) && tokens[right].has(.firstName)) else { return false }
        let first = annotated.text.text(tokens[left].range).lowercased()
        let second = annotated.text.text(tokens[right].range).lowercased()
        guard first.utf8.count >= 5, second.utf8.count >= 5 else { return false }
        return editDistance(first, second, atMost: 1) != nil
    }

    private func sharesInitial(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let first = tokens[left.lowerBound]
        let second = tokens[right.lowerBound]
        guard first.has(.initial) || second.has(.initial) else { return false }
        return annotated.text.bytes[Int(first.start)] == annotated.text.bytes[Int(second.start)]
    }

    private func merge(_ name: Range<Int>, _ hashes: [UInt32], into entity: Int) {
        let range = annotated.text.range(of: name)
        if hashes.count > entities[entity].words.count
            || hashes.count == entities[entity].words.count && tokens[entities[entity].name.lowerBound].has(.initial)
        {
            entities[entity].forms.append(annotated.text.range(of: entities[entity].name))
            entities[entity].name = name
            entities[entity].words = hashes
            index(entity)
        } else if hashes != entities[entity].words, entities[entity].forms.count < 12 {
            entities[entity].forms.append(range)
        }
    }

    func index(_ entity: Int) {
        guard let first = entities[entity].words.first, let last = entities[entity].words.last else { return }
        if byWord.newest(first) != entity { byWord.append(entity, to: first) }
        if last != first, byWord.newest(last) != entity { byWord.append(entity, to: last) }
    }
}
