// Everybody and everything that the document names, with all the forms: «Mustapha El Khalfi», «M. El Khalfi», «le ministre».

import DixitText

package struct EntityTable: Sendable {
    package let annotated: AnnotatedText
    package private(set) var entities: [Entity] = []
    /// In the order of the text.
    package private(set) var mentions: [NameMention] = []
    /// By the hash of a word of a name: the entities that have it, newest last.
    private var byWord: [UInt32: [Int]] = [:]
    /// By the hash of an acronym or of a whole phrase.
    private var byPhrase: [UInt64: Int] = [:]
    /// By noun: the entities that it heads, newest last.
    private var byHead: [UInt32: [Int]] = [:]
    /// The name mentions that have an entity, by their first token.
    private var atToken: [Int: Int] = [:]

    /// By noun: the chunks of phrases that it heads and that say more than the noun.
    private var fullPhrases: [UInt32: [Int]] = [:]

    /// By first letters: the chunk of a body.
    private var initials: [[UInt8]: Int] = [:]
    /// By the hash of the part before a hyphen: the token of «SUD-PTT»; and its entity.
    private var prefixes: [UInt32: Int] = [:]
    private var byPrefix: [UInt32: Int] = [:]

    /// The chunks of phrases for texts, in order.
    private var documents: [Int] = []
    /// The first tokens of names in lists of bodies.
    private var listedBodies = Set<Int>()

    /// No name is compared with more than so many others.
    private static var mostCandidates: Int { 8 }

    package init(_ annotated: AnnotatedText) {
        self.annotated = annotated
        tokens = annotated.text.tokens
        registerAcronyms()
        registerInitials()
        registerNames()
        registerRoles()
        registerPhrases()
        registerIndefinites()
    }

    /// «un attaché de l'ambassade a …»: somebody without a name whom a later «le représentant» may mean.
    private mutating func registerIndefinites() {
        for chunk in annotated.chunks
        where chunk.kind == .nounPhrase && chunk.isNominative && chunk.has(.indefinite) && !chunk.has(.plural)
            && !chunk.hasName
        {
            guard tokens[Int(chunk.head)].has(.role), chunk.start < chunk.head,
                let entity = entity(forPhrase: chunk, kind: .unnamed)
            else { continue }
            mentions.append(NameMention(token: Int(chunk.head), entity: entity, isSubject: true))
        }
        mentions.sort { $0.token < $1.token }
    }

    let tokens: [Token]

    /// The entity that is named at a token, or nil.
    package func entity(namedAt token: Int) -> Int? { atToken[token] }

    // MARK: Names

    /// «Direction générale de la sûreté nationale (DGSN)»: the acronym stands for the phrase everywhere.
    private mutating func registerAcronyms() {
        for chunk in annotated.chunks where chunk.kind == .nounPhrase && chunk.acronym >= 0 {
            let acronym = Int(chunk.acronym)
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
    private mutating func registerLists() {
        for sentence in annotated.sentenceChunks {
            var isList = false
            for index in sentence {
                let chunk = annotated.chunks[index]
                switch chunk.kind {
                case .nounPhrase where annotated.isNameAlone(chunk) && isList: listedBodies.insert(Int(chunk.nameStart))
                case .nounPhrase:
                    isList =
                        chunk.has(.plural) && chunk.hasName && tokens[Int(chunk.head)].has([.organisation, .media])
                case .comma, .coordinator: break
                default: isList = false
                }
            }
        }
    }

    private mutating func registerNames() {
        registerLists()
        var heads: [Int: Chunk] = [:]
        for chunk in annotated.chunks where chunk.hasName { heads[Int(chunk.nameStart)] = chunk }
        for name in annotated.names {
            guard atToken[name.lowerBound] == nil else { continue }
            if name.count == 1, let whole = prefixes[tokens[name.lowerBound].hash],
                byPrefix[tokens[name.lowerBound].hash] == nil
            {
                byPrefix[tokens[name.lowerBound].hash] = register(name: whole..<whole + 1, in: heads[whole])
            }
            let chunk = heads[name.lowerBound]
            guard let entity = register(name: name, in: chunk) else { continue }
            atToken[name.lowerBound] = entity
            entities[entity].mentions += 1
            mentions.append(
                NameMention(token: name.lowerBound, entity: entity, isSubject: chunk?.isNominative ?? false))
        }
        mentions.sort { $0.token < $1.token }
    }

    /// Finds the entity of a name, or makes one.
    private mutating func register(name: Range<Int>, in chunk: Chunk?) -> Int? {
        guard name.contains(where: { !tokens[$0].has(.particle) }) else { return nil }
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

    /// «le PP» for «le Parti populaire», «SUD» for «SUD-PTT»: what the letters of an acronym stand for.
    private mutating func abbreviated(_ token: Int) -> Int? {
        guard tokens[token].has(.allCapitals), tokens[token].end - tokens[token].start <= 6 else { return nil }
        if let known = byPrefix[tokens[token].hash] { return known }
        let letters = annotated.text.bytes[Int(tokens[token].start)..<Int(tokens[token].end)].map { $0 | 0x20 }
        guard let index = initials[letters], let name = nominalName(annotated.chunks[index]) else { return nil }
        if let known = byPhrase[phraseKey(name)] { return known }
        let entity = add(.organisation, name: name, isNamed: true)
        note(head: Int(annotated.chunks[index].head), entity)
        return entity
    }

    /// The first letters of the words of bodies: «Parti populaire espagnol» is pp, ppe.
    private mutating func registerInitials() {
        for (index, chunk) in annotated.chunks.enumerated() where chunk.kind == .nounPhrase && !chunk.hasName {
            guard tokens[Int(chunk.head)].has(.organisation) else { continue }
            var letters: [UInt8] = []
            for token in Int(chunk.head)..<Int(chunk.end)
            where tokens[token].kind == .word && !tokens[token].has([.determiner, .preposition, .of, .coordinator]) {
                letters.append(annotated.text.bytes[Int(tokens[token].start)] | 0x20)
                if letters.count >= 2, letters.count <= 6, initials[letters] == nil { initials[letters] = index }
            }
        }
        for name in annotated.names where name.count == 1 && tokens[name.lowerBound].has(.allCapitals) {
            let range = tokens[name.lowerBound].range
            let bytes = annotated.text.bytes[range.bytes]
            guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen - bytes.startIndex >= 2 else { continue }
            let hash = WordTable.hash(bytes[..<hyphen].map { $0 | 0x20 })
            prefixes[hash] = name.lowerBound
        }
    }

    /// Adds what the phrase around a name says: gender, head noun.
    private mutating func describe(_ entity: Int, _ name: Range<Int>, _ chunk: Chunk?) {
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

    private func kind(of name: Range<Int>, in chunk: Chunk?) -> ExtractedEntity.Kind {
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
            if head.has([.role, .person]) { return .person }
            if head.has([.organisation, .media, .source]) { return .organisation }
            if head.has(.placeNoun) { return .place }
        }
        if first.has(.mediaName) || name.count > 1 && isPhrase(name, .mediaName) { return .organisation }
        if name.count == 1, first.has(.place) { return first.has(.organisation) ? .organisation : .place }
        if isPhrase(name, .place) { return .place }
        if isPhrase(name, .properName) { return .organisation }
        if first.has(.firstName), name.count > 1 { return .person }
        if first.has(.initial), name.count > 1 { return .person }
        if first.has([.organisation, .document, .media]) { return .organisation }
        if name.count == 1, first.has(.allCapitals) { return .organisation }
        if let chunk, chunk.has([.definite, .indefinite, .possessive]) { return .organisation }
        return .person
    }

    private func isPhrase(_ name: Range<Int>, _ classes: WordClass) -> Bool {
        let lexicon = annotated.lexicon
        guard lexicon.phrases.opens(tokens[name.lowerBound].word) else { return false }
        let phrase = lexicon.phrases.longest(from: tokens[name.lowerBound].word) { wanted in
            wanted.count == name.count
                && wanted.indices.allSatisfy { tokens[name.lowerBound + $0].word == wanted[$0] }
        }
        return phrase?.classes.has(classes) ?? false
    }

    /// «El Khalfi» is «Mustapha El Khalfi», «V. Sapounov» is «Valentine Sapounov», «Paul Semoun» is not «Elie Semoun».
    private func match(_ hashes: [UInt32], _ name: Range<Int>, _ kind: ExtractedEntity.Kind) -> Int? {
        guard let last = hashes.last, let first = hashes.first else { return nil }
        if hashes.count > 1, tokens[name.lowerBound].has(.firstName) {
            for candidate in (byWord[first] ?? []).suffix(Self.mostCandidates).reversed()
            where entities[candidate].words == [first] && entities[candidate].isNamed {
                return candidate
            }
        }
        for candidate in (byWord[last] ?? []).suffix(Self.mostCandidates).reversed() {
            let words = entities[candidate].words
            if words == hashes { return candidate }
            guard entities[candidate].isNamed, entities[candidate].kind == .person || entities[candidate].kind == kind
            else { continue }
            if words.count > hashes.count {
                if Array(words.suffix(hashes.count)) == hashes { return candidate }
                // «Milfet», «Boris»: a first name alone.
                if hashes.count == 1, words.first == last { return candidate }
            } else if words.count < hashes.count, words.last == last, entities[candidate].kind == .person,
                !(words.count == 1 && tokens[entities[candidate].name.lowerBound].has([.mediaName, .place])),
                Array(hashes.suffix(words.count)) == words
            {
                return candidate
            }
            if words.last == last, words.count >= 2, hashes.count >= 2, sharesInitial(name, entities[candidate].name) {
                return candidate
            }
        }
        return nil
    }

    private func sharesInitial(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        let first = tokens[left.lowerBound]
        let second = tokens[right.lowerBound]
        guard first.has(.initial) || second.has(.initial) else { return false }
        return annotated.text.bytes[Int(first.start)] == annotated.text.bytes[Int(second.start)]
    }

    private mutating func merge(_ name: Range<Int>, _ hashes: [UInt32], into entity: Int) {
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

    private mutating func index(_ entity: Int) {
        for word in Set([entities[entity].words.first, entities[entity].words.last].compactMap { $0 }) {
            if byWord[word, default: []].last != entity { byWord[word, default: []].append(entity) }
        }
    }

    package mutating func add(_ kind: ExtractedEntity.Kind, name: Range<Int>, isNamed: Bool) -> Int {
        let hashes = name.map { tokens[$0].hash }
        entities.append(Entity(kind, name: name, words: hashes, isNamed: isNamed))
        let entity = entities.count - 1
        if isNamed { index(entity) }
        byPhrase[phraseKey(name)] = entity
        return entity
    }

    /// A key for a whole phrase, so that the same words are the same entity.
    private func phraseKey(_ tokens: Range<Int>) -> UInt64 {
        var key: UInt64 = 1 << 40
        for index in tokens where self.tokens[index].kind == .word {
            key = (key ^ UInt64(self.tokens[index].hash)) &* 0x100_0000_01B3
        }
        return key | 1 << 63
    }

    private mutating func note(head: Int, _ entity: Int) {
        let word = tokens[head].word
        guard word.isKnown, !entities[entity].heads.contains(word) else { return }
        entities[entity].heads.append(word)
        byHead[word.raw, default: []].append(entity)
    }

    // MARK: Roles

    /// Gives persons the offices that stand beside their names anywhere in the text.
    private mutating func registerRoles() {
        for sentence in annotated.sentenceChunks {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                let chunk = annotated.chunks[index]
                if chunk.kind == .nounPhrase, let apposition = annotated.apposition(at: index, in: sentence),
                    let entity = atToken[apposition.name.lowerBound]
                {
                    give(role: apposition.role, head: apposition.head, to: entity)
                }
                index += 1
            }
        }
    }

    private mutating func give(role: Range<Int>, head: Int, to entity: Int) {
        guard !role.isEmpty else { return }
        guard entities[entity].kind == .person else { return }
        note(head: head, entity)
        if entities[entity].roles.count < 8 { entities[entity].roles.append(role) }
        if entities[entity].isFeminine == entities[entity].isMasculine {
            if tokens[head].has(.feminine), !tokens[head].has(.masculine) { entities[entity].isFeminine = true }
            if tokens[head].has(.masculine), !tokens[head].has(.feminine) { entities[entity].isMasculine = true }
        }
    }

    // MARK: Phrases

    private mutating func registerPhrases() {
        for (index, chunk) in annotated.chunks.enumerated() where chunk.kind == .nounPhrase && chunk.tokens.count >= 3 {
            let head = tokens[Int(chunk.head)]
            guard head.has([.organisation, .group, .document, .media]), Int(chunk.end) - Int(chunk.head) >= 3 else {
                continue
            }
            fullPhrases[head.word.raw, default: []].append(index)
            if head.has(.document) { documents.append(index) }
        }
    }

    /// The last phrase for a text before a token: «le rapport de la commission».
    func lastDocument(before token: Int) -> Int? {
        var low = 0
        var high = documents.count
        while low < high {
            let middle = (low + high) / 2
            if Int(annotated.chunks[documents[middle]].start) < token { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? documents[low - 1] : nil
    }

    /// The last phrase before a chunk, else the first after, with the same noun and more words.
    func fullerPhrase(than chunk: Chunk) -> Int? {
        guard let phrases = fullPhrases[tokens[Int(chunk.head)].word.raw] else { return nil }
        var low = 0
        var high = phrases.count
        while low < high {
            let middle = (low + high) / 2
            if annotated.chunks[phrases[middle]].start < chunk.start { low = middle + 1 } else { high = middle }
        }
        let found = low > 0 ? phrases[low - 1] : phrases.first
        return found.flatMap { annotated.chunks[$0].has(.plural) == chunk.has(.plural) ? $0 : nil }
    }

    /// The words of a phrase without determiner, acronym and edge marks: «Direction générale de la sûreté nationale».
    package func nominalName(_ chunk: Chunk) -> Range<Int>? {
        var start = Int(chunk.start)
        if chunk.preposition >= 0, Int(chunk.preposition) == start, !tokens[start].has([.contracted, .contractedTo]) {
            start += 1
            while start < Int(chunk.head), tokens[start].has([.of, .preposition]) { start += 1 }
        }
        while start < Int(chunk.head),
            tokens[start].has(.determiner) && !tokens[start].has(.quantity)
                && (!tokens[start].has(.indefinite) || tokens[start].has([.singular, .contracted]))
                || tokens[start].isQuote
        {
            start += 1
        }
        var end = Int(chunk.end)
        if chunk.acronym >= 0, Int(chunk.acronym) - 1 > start { end = min(end, Int(chunk.acronym) - 1) }
        return start < end ? start..<end : nil
    }

    /// The entity of a phrase that is no name: one seen before with the same words or head, or a new one.
    package mutating func entity(forPhrase chunk: Chunk, kind: ExtractedEntity.Kind) -> Int? {
        guard let name = nominalName(chunk) else { return nil }
        if let known = byPhrase[phraseKey(name)] { return known }
        let entity = add(kind, name: name, isNamed: false)
        note(head: Int(chunk.head), entity)
        entities[entity].isPlural = chunk.has(.plural)
        entities[entity].isFeminine = chunk.has(.feminine)
        entities[entity].isMasculine = chunk.has(.masculine)
        return entity
    }

    /// Gives an entity a fuller name.
    package mutating func rename(_ entity: Int, _ name: Range<Int>) {
        entities[entity].forms.append(annotated.text.range(of: entities[entity].name))
        entities[entity].name = name
        entities[entity].words = name.map { tokens[$0].hash }
        byPhrase[phraseKey(name)] = entity
    }

    /// The entity with exactly these words.
    func entity(named name: Range<Int>) -> Int? { byPhrase[phraseKey(name)] }

    package func known(phrase chunk: Chunk) -> Int? {
        nominalName(chunk).flatMap { byPhrase[phraseKey($0)] }
    }

    /// The entities that a noun heads, newest last.
    package func headed(by word: WordID) -> ArraySlice<Int> {
        (byHead[word.raw] ?? []).suffix(Self.mostCandidates)
    }

    /// The index of the first mention at or after a token.
    package func mentionIndex(at token: Int) -> Int {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].token < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension EntityTable {
    /// «rappelle-t-on»: a source that nothing names; one for the whole text.
    package mutating func anonymous(at token: Int) -> Int {
        if let known = entity(named: token..<token + 1) { return known }
        return add(.unnamed, name: token..<token + 1, isNamed: false)
    }
}
