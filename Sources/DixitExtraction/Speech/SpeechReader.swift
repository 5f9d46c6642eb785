// Reads the statements of a text, sentence by sentence, with one rule for each construction.

import DixitText

/// Holds what the rules share: the phrases, the entities, the statements so far.
struct SpeechReader {
    let annotated: AnnotatedText
    let words: KeyWords
    let entities: EntityTable
    var drafts: [StatementDraft] = []
    /// The sentence that is being read, and its chunks.
    var sentence = 0
    var range: Range<Int> = 0..<0
    /// The first chunk that a cue after its content may take: what stands before belongs to another statement.
    var floor = 0
    /// The speakers of the last statements with their sentences, newest last.
    var recentSpeakers: [(entity: Int, sentence: Int)] = []
    /// How often a rule looked at a chunk; for tests, that reading is linear.
    let work = WorkCounter()
    /// Chunks that are the content or cue of a statement already.
    var taken: ChunkSet

    init(_ annotated: AnnotatedText, _ entities: EntityTable) {
        self.annotated = annotated
        self.entities = entities
        words = annotated.lexicon.words
        chunks = annotated.chunks
        taken = ChunkSet(count: chunks.count)
        tokens = annotated.text.tokens
    }

    let chunks: [Chunk]
    let tokens: [Token]

    mutating func read() {
        for number in annotated.sentenceChunks.indices {
            sentence = number
            range = annotated.sentenceChunks[number]
            floor = range.lowerBound
            for index in range { readChunk(index) }
            readHeadline()
            readStandalone()
        }
        readNested()
        resolveStandalone()
    }

    /// Tries the rules on one chunk; at most one takes it.
    private mutating func readChunk(_ index: Int) {
        guard !taken.contains(index) else { return }
        switch chunks[index].kind {
        case .verb:
            if readComme(index) || readInversion(index) || readPassive(index) { return }
            _ = readVerb(index)
        case .participle: _ = readCoordinatedParticiple(index) || readCitation(index) || readPassive(index)
        case .infinitive: _ = readPerfectInfinitive(index) || readNarrativeInfinitive(index)
        case .gerund: _ = readCitation(index) || readGerund(index)
        case .nounPhrase, .pronoun: _ = readSelon(index) || readNoun(index)
        case .colon: _ = readColon(index)
        default: break
        }
    }

    /// Adds a statement unless its content is empty; notes who spoke.
    mutating func add(_ draft: StatementDraft) {
        let content = draft.content.filter { !$0.isEmpty }
        guard !content.isEmpty else { return }
        var draft = draft
        draft.content = content
        if draft.cue != nil { noteCircumstances(&draft) }
        drafts.append(draft)
        taken.insert(draft.chunk)
        if let speaker = draft.speaker {
            recentSpeakers.append((speaker, sentence))
            if recentSpeakers.count > 16 { recentSpeakers.removeFirst(8) }
        }
    }

    // MARK: Reading chunks

    func chunk(_ index: Int) -> Chunk? {
        work.count()
        return range.contains(index) ? chunks[index] : nil
    }

    func kind(_ index: Int) -> Chunk.Kind? {
        work.count()
        return range.contains(index) ? chunks[index].kind : nil
    }
    func headWord(_ chunk: Chunk) -> WordID { tokens[Int(chunk.head)].word }

    func verb(_ chunk: Chunk) -> Verb? { chunk.verb >= 0 ? annotated.lexicon.verbs[Int(chunk.verb)] : nil }

    /// How a chunk's verb reports, or nil where it does not.
    func saying(_ chunk: Chunk) -> Saying? {
        guard chunk.verb >= 0 else { return nil }
        if !annotated.lexicon.group(ofVerb: Int(chunk.verb)).isDisjoint(with: [.causing, .letting, .putting]) {
            return idiom(chunk)
        }
        if isSeeing(chunk) { return Saying(act: .judge, complements: [.nounPhrase, .quotation]) }
        if chunk.has(.reflexive), !chunk.has(.inverted) || annotated.lexicon.verbs[Int(chunk.verb)].reflexive != nil {
            return annotated.lexicon.verbs[Int(chunk.verb)].reflexive
        }
        return annotated.lexicon.verbs[Int(chunk.verb)].plain
    }

    /// «L'opposition |y voit| une manœuvre»: what somebody takes a thing for; «on y voit un homme» shows a picture.
    func isSeeing(_ chunk: Chunk) -> Bool {
        chunk.has(.hasClitic) && annotated.lexicon.verbs[Int(chunk.verb)].lemma == "voir"
            && chunk.tokens.contains { tokens[$0].word == words.y }
    }

    /// «faire savoir», «faire valoir», «faire part de», «laisser entendre», «mettre en avant»
    private func idiom(_ chunk: Chunk) -> Saying? {
        var last = Int(chunk.end) - 1
        if tokens[last].has(.inverted) { last -= 1 }
        let word = tokens[last].word
        if word == words.garde { return Saying(act: .warn, complements: [.against, .on, .clause, .quotation]) }
        if word == words.avant || word == words.exergue {
            return Saying(act: .assert, complements: [.nounPhrase, .clause])
        }
        if word == words.cause { return Saying(act: .criticise, complements: [.nounPhrase]) }
        if word == words.doute { return Saying(act: .deny, complements: [.nounPhrase]) }
        if word == words.reference || word == words.allusion { return Saying(act: .assert, complements: [.to]) }
        if word == words.grief { return Saying(act: .criticise, complements: [.of]) }
        if word == words.part || word == words.etat { return Saying(act: .assert, complements: [.of]) }
        if word == words.savoir || word == words.valoir || word == words.remarquer
            || word == words.entendre
        {
            return Saying(act: .assert, complements: [.clause, .quotation])
        }
        return nil
    }

    func lemma(_ chunk: Chunk) -> String? {
        guard let verb = verb(chunk) else { return nil }
        if isSeeing(chunk) { return "y voir" }
        let end = Int(chunk.end) - 1
        if verb.lemma == "mettre", end > 0, tokens[end - 1].word == words.en {
            return "mettre en " + annotated.lexicon.text(tokens[end].word)
        }
        if verb.lemma == "faire" || verb.lemma == "laisser" {
            return verb.lemma + " " + annotated.lexicon.text(tokens[end].word)
        }
        if chunk.has(.reflexive), verb.reflexive != nil {
            return ("aeiouéèêh".contains(verb.lemma.first ?? "x") ? "s'" : "se ") + verb.lemma
        }
        return verb.lemma
    }

    /// Passes over what may stand between a verb and what it governs: adverbs, dates, commas and phrases with prepositions.
    func skipAdverbs(_ index: Int) -> Int {
        var next = index
        while let chunk = chunk(next), chunk.kind == .adverb || chunk.kind == .nounPhrase && chunk.has(.time) {
            next += 1
        }
        return next
    }

    /// Whether a phrase can be a source: a name, an office, an organisation, a group, a document.
    func isSpeakerLike(_ chunk: Chunk) -> Bool {
        if chunk.kind == .pronoun { return !tokens[Int(chunk.head)].has([.dummy, .firstPerson]) }
        guard chunk.kind == .nounPhrase else { return false }
        if chunk.hasName { return true }
        return tokens[Int(chunk.head)].has([.role, .person, .group, .organisation, .document, .media, .source])
    }
}
