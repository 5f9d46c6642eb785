// Everybody and everything that the document names, with all the forms: «Mustapha El Khalfi», «M. El Khalfi», «le ministre».

package import DixitText

/// One for a document: the readers of speech and of events fill the same, one after the other on one thread, so that its tables
/// need no checks for exclusive access.
package final class EntityTable {
    package let annotated: AnnotatedText
    @exclusivity(unchecked) package internal(set) var entities: [Entity] = []
    /// In the order of the text.
    @exclusivity(unchecked) package internal(set) var mentions: [NameMention] = []
    /// The names inside quotations, in the order of the text.
    @exclusivity(unchecked) package internal(set) var quotedMentions: [NameMention] = []
    /// By the hash of a word of a name: the entities that have it, newest last.
    @exclusivity(unchecked) var byWord = HashedLists()
    /// By the hash of an acronym or of a whole phrase.
    @exclusivity(unchecked) var byPhrase = HashedTable<Int>()
    /// By noun: the entities that it heads, newest last.
    @exclusivity(unchecked) var byHead = HashedLists()
    /// By office of several names: the persons who hold it, newest last.
    @exclusivity(unchecked) var byOffice = HashedLists()
    /// The name mentions that have an entity, by their first token.
    @exclusivity(unchecked) var atToken: TokenTable

    /// The chunks of phrases that say more than their noun, in the order of the nouns' numbers and then of the text.
    @exclusivity(unchecked) var fullPhrases: [FullPhrase] = []

    /// By first letters: the chunk of a body.
    @exclusivity(unchecked) var initials = HashedTable<Int>()
    /// By the hash of the part before a hyphen: the token of «SUD-PTT»; and its entity.
    @exclusivity(unchecked) var prefixes = HashedTable<Int>()
    @exclusivity(unchecked) var byPrefix = HashedTable<Int>()

    /// The chunks of phrases for texts, in order.
    @exclusivity(unchecked) var documents: [Int] = []
    /// The first tokens of names in lists of bodies.
    @exclusivity(unchecked) var listedBodies: Set<Int> = []

    /// No name is compared with more than so many others.
    static var mostCandidates: Int { 8 }

    /// What the user knows, and the day of the text, on which the offices depend.
    let known: KnownNames
    let date: PartialDate?
    /// The language of the text where it is known.
    let language: String?
    /// By entry of ``known``: its entity.
    @exclusivity(unchecked) var entityOfEntry: [Int: Int] = [:]

    package init(
        _ annotated: AnnotatedText, known: KnownNames = KnownNames(), date: PartialDate? = nil, language: String? = nil
    ) {
        self.annotated = annotated
        self.known = known
        self.date = date
        self.language = language
        tokens = annotated.text.tokens
        nominals = Self.nominals(annotated)
        atToken = TokenTable(count: tokens.count)
        entities.reserveCapacity(32)
        registerKnown()
        registerAcronyms()
        registerInitials()
        registerNames()
        registerRoles()
        registerPhrases()
        registerIndefinites()
    }

    let tokens: [Token]

    /// The chunks of the text whose noun is for somebody, a body or a text, or has an acronym after it: few, and all that bodies and
    /// sources without a name are looked for in.
    let nominals: [Int]

    private static func nominals(_ annotated: AnnotatedText) -> [Int] {
        let tokens = annotated.text.tokens
        let chunks = annotated.chunks
        let nouns: WordClass = [.organisation, .group, .document, .media, .role]
        return annotated.textChunks.filter {
            chunks[$0].kind == .nounPhrase && (tokens[Int(chunks[$0].head)].has(nouns) || chunks[$0].acronym >= 0)
        }
    }

    /// The entity that is named at a token, or nil.
    package func entity(namedAt token: Int) -> Int? { atToken[token] }

    package func add(_ kind: ExtractedEntity.Kind, name: Range<Int>, isNamed: Bool) -> Int {
        let hashes = name.map { tokens[$0].hash }
        entities.append(Entity(kind, name: name, words: hashes, isNamed: isNamed))
        let entity = entities.count - 1
        if isNamed { index(entity) }
        byPhrase[phraseKey(name)] = entity
        return entity
    }

    /// A key for a whole phrase, so that the same words are the same entity.
    func phraseKey(_ tokens: Range<Int>) -> UInt64 {
        KnownNames.key(tokens.lazy.filter { self.tokens[$0].kind == .word }.map { self.tokens[$0].hash })
    }

    func note(head: Int, _ entity: Int) {
        let word = tokens[head].word
        guard word.isKnown, !entities[entity].heads.contains(word) else { return }
        entities[entity].heads.append(word)
        byHead.append(entity, to: word.raw)
    }

    // MARK: Roles

    /// The offices that a phrase names first («élu» may be several), and the token after their name.
    package func offices(in phrase: Range<Int>) -> (labels: [Int], end: Int) {
        for index in phrase {
            let found = annotated.lexicon.terms.offices.matches(at: index, in: tokens, before: phrase.upperBound)
            if !found.labels.isEmpty { return found }
        }
        return ([], phrase.upperBound)
    }

    /// The persons who hold an office, newest last.
    package func holders(of office: Int) -> [Int] {
        byOffice.newest(Self.mostCandidates, of: UInt32(truncatingIfNeeded: office)).reversed()
    }

    /// The entity of a phrase that is no name: one seen before with the same words or head, or a new one.
    package func entity(forPhrase chunk: Chunk, kind: ExtractedEntity.Kind) -> Int? {
        guard let name = nominalName(chunk) else { return nil }
        if let known = byPhrase[phraseKey(name)] { return known }
        let entity = add(kind, name: name, isNamed: false)
        note(head: Int(chunk.head), entity)
        entities[entity].isPlural = chunk.has(.plural)
        entities[entity].isFeminine = chunk.has(.feminine)
        entities[entity].isMasculine = chunk.has(.masculine)
        return entity
    }

    /// The persons whose last name it is.
    package func persons(called surname: UInt32) -> [Int] {
        byWord.newest(Self.mostCandidates, of: surname).reversed().filter {
            entities[$0].kind == .person && entities[$0].words.last == surname
        }
    }

    /// The entity with exactly these words.
    func entity(named name: Range<Int>) -> Int? { byPhrase[phraseKey(name)] }
}

extension EntityTable {
    /// «rappelle-t-on», «certains»: a source that nothing names; one for the whole text.
    package func anonymous(at token: Int, kind: ExtractedEntity.Kind = .unnamed) -> Int {
        if let known = entity(named: token..<token + 1) { return known }
        let entity = add(kind, name: token..<token + 1, isNamed: false)
        entities[entity].isPlural = kind == .group
        return entity
    }
}

extension EntityTable {
    /// Makes a name that shares its noun with others an organisation of that noun: «les universités Hassan II, |Hassan I Settat|».
    ///
    /// A name that the text knows from elsewhere keeps what it is.
    package func adopt(name: Range<Int>, under head: Int) -> Int {
        guard let known = atToken[name.lowerBound] else {
            let entity = add(.organisation, name: name, isNamed: true)
            note(head: head, entity)
            return entity
        }
        guard entities[known].mentions <= 1, entities[known].kind != .place, entities[known].roles.isEmpty else {
            return known
        }
        entities[known].kind = .organisation
        entities[known].isMasculine = false
        entities[known].isFeminine = false
        entities[known].name = name
        entities[known].words = name.map { tokens[$0].hash }
        note(head: head, known)
        return known
    }
}
