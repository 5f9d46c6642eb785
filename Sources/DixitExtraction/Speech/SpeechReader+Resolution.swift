// Says which entity a phrase or a pronoun denotes: «M. Dupont», «le ministre», «la même source», «il», «ce dernier».

import DixitText

extension SpeechReader {
    struct Resolved {
        var entity: Int?
        var attribution: TextRange
        var role: TextRange?
        var confidence = 1.0
    }

    /// Nothing further back than so many mentions is salient.
    private static var salientMentions: Int { 60 }

    /// Resolves the phrase at a chunk. With `creating` false, a phrase that is new to the text stays without an entity.
    mutating func resolve(_ index: Int, creating: Bool = true) -> Resolved? {
        let chunk = chunks[index]
        if chunk.kind == .pronoun { return resolvePronoun(chunk, at: index) }
        guard chunk.kind == .nounPhrase else { return nil }
        let whole = TextRange(tokens[firstToken(chunk)].start, tokens[Int(chunk.end) - 1].end)
        if let apposition = annotated.apposition(at: index, in: range),
            let entity = entities.entity(namedAt: apposition.name.lowerBound)
        {
            var first = apposition.name.lowerBound
            if first > 0, tokens[first - 1].has(.title) { first -= 1 }
            return Resolved(
                entity: entity, attribution: annotated.text.range(of: first..<apposition.name.upperBound),
                role: annotated.text.range(of: apposition.role))
        }
        if chunk.acronym >= 0, let known = entities.known(phrase: chunk) {
            return Resolved(entity: known, attribution: whole)
        }
        if chunk.hasName, let entity = entities.entity(namedAt: Int(chunk.nameStart)) {
            let head = tokens[Int(chunk.head)]
            let nameIsSource =
                annotated.isNameAlone(chunk)
                || head.has([.organisation, .media, .role, .person, .placeNoun]) && !head.has([.document, .source])
            if nameIsSource { return Resolved(entity: entity, attribution: whole) }
        }
        return resolveNominal(chunk, at: index, whole, creating)
    }

    /// The first token of a phrase, its preposition left out.
    func firstToken(_ chunk: Chunk) -> Int {
        var first = Int(chunk.start)
        if chunk.preposition >= 0, Int(chunk.preposition) == first, !tokens[first].has([.contracted, .contractedTo]) {
            first += 1
            while first < Int(chunk.head), tokens[first].has(.of) || tokens[first].has(.preposition) { first += 1 }
        } else if chunk.preposition >= 0, first < Int(chunk.head) {
            first += 1
        }
        return min(first, Int(chunk.end) - 1)
    }

    private mutating func resolveNominal(_ chunk: Chunk, at index: Int, _ whole: TextRange, _ creating: Bool)
        -> Resolved?
    {
        let head = tokens[Int(chunk.head)]
        let isAnaphor = chunk.has([.definite, .demonstrative, .possessive])
        if isLastMentioned(chunk), let entity = lastMention(before: Int(chunk.start)) {
            return Resolved(entity: entity, attribution: whole, confidence: 0.8)
        }
        if head.has(.source), isSameSource(chunk) {
            if let last = lastSpeaker(within: 12) { return Resolved(entity: last, attribution: whole, confidence: 0.8) }
        }
        if isAnaphor {
            if let entity = headed(chunk, at: index) {
                return Resolved(entity: entity, attribution: whole, confidence: 0.9)
            }
            if isBareAnaphor(chunk), let entity = hypernym(chunk) {
                return Resolved(entity: entity, attribution: whole, confidence: 0.6)
            }
        } else if let known = entities.known(phrase: chunk), !chunk.has(.indefinite) {
            return Resolved(entity: known, attribution: whole)
        }
        guard creating else {
            return entities.known(phrase: chunk).map { Resolved(entity: $0, attribution: whole) }
        }
        return Resolved(
            entity: entities.entity(forPhrase: chunk, kind: kind(of: chunk)), attribution: whole, confidence: 0.9)
    }

    func kind(of chunk: Chunk) -> ExtractedEntity.Kind {
        let head = tokens[Int(chunk.head)]
        if head.has(.source) { return .unnamed }
        if head.has(.group), chunk.has(.plural) { return .group }
        if head.has([.role, .person]) {
            return chunk.has(.plural) ? .group : chunk.has(.indefinite) ? .unnamed : .person
        }
        if head.has([.organisation, .media]) { return .organisation }
        if head.has(.document) { return .document }
        if head.has(.group) { return .group }
        return .unnamed
    }

    /// «ce dernier», «cette dernière»
    private func isLastMentioned(_ chunk: Chunk) -> Bool {
        let head = headWord(chunk)
        return chunk.has(.demonstrative)
            && (head == words.dernier || head == words.derniere || head == words.derniers || head == words.dernieres)
    }

    /// «la même source», «cette source», «la source»
    private func isSameSource(_ chunk: Chunk) -> Bool {
        chunk.has(.demonstrative)
            || tokens[chunk.tokens].contains { $0.word == words.meme || $0.word == words.derniere }
            || chunk.tokens.count == 2 && chunk.has(.definite)
    }

    /// «le ministre», «l'association»: only a determiner, a noun, perhaps an adjective.
    private func isBareAnaphor(_ chunk: Chunk) -> Bool {
        chunk.tokens.count <= 3 && !chunk.hasName
    }

    /// The entity that the same noun headed before: «le ministre» is the person whose office is minister.
    private func headed(_ chunk: Chunk, at index: Int) -> Int? {
        if let known = entities.known(phrase: chunk), entities.entities[known].heads.contains(headWord(chunk)) {
            return known
        }
        let candidates = entities.headed(by: headWord(chunk))
        guard !candidates.isEmpty,
            !chunk.has(.plural)
                || tokens[Int(chunk.head)].has([.group, .person, .document, .source, .organisation, .media])
        else { return nil }
        // What the phrase says beyond its noun must be in the office or the name: «le ministre de la Santé».
        let detail = detailWords(chunk)
        let matching = candidates.filter { candidate in
            let entity = entities.entities[candidate]
            if entity.isPlural != chunk.has(.plural) && !entity.isNamed { return false }
            if detail.isEmpty { return true }
            let known = Set(entity.words).union(entity.roles.flatMap { $0.map { tokens[$0].hash } })
            return detail.allSatisfy(known.contains)
        }
        guard !matching.isEmpty else { return nil }
        // The one that spoke last, else the one named last before here, else the first named after.
        if let speaker = recentSpeakers.last(where: { matching.contains($0.entity) }) { return speaker.entity }
        let position = Int(chunk.start)
        let mention = entities.mentionIndex(at: position)
        for number in stride(from: mention - 1, through: max(0, mention - Self.salientMentions), by: -1)
        where matching.contains(entities.mentions[number].entity) {
            return entities.mentions[number].entity
        }
        return matching.first
    }

    /// The words of a phrase that tell it from others with the same noun.
    private func detailWords(_ chunk: Chunk) -> [UInt32] {
        chunk.tokens.compactMap { index in
            let token = tokens[index]
            guard index != Int(chunk.head), token.kind == .word, index > Int(chunk.head) else { return nil }
            if token.has([.determiner, .preposition, .of, .adjective, .coordinator]) { return nil }
            return token.hash
        }
    }

    /// A general noun for somebody just spoken of: «l'humoriste», «le jeune homme», «l'association», «le quotidien».
    private func hypernym(_ chunk: Chunk) -> Int? {
        let head = tokens[Int(chunk.head)]
        guard !chunk.has(.plural), !chunk.has(.possessive) else { return nil }
        let wantsPerson = head.has([.role, .person])
        let wantsOrganisation = head.has([.organisation, .media])
        func fits(_ entity: Entity) -> Bool {
            if wantsPerson {
                guard entity.kind == .person || entity.kind == .unnamed && !entity.isPlural else { return false }
                if chunk.has(.feminine), entity.isMasculine, !entity.isFeminine { return false }
                if chunk.has(.masculine), entity.isFeminine, !entity.isMasculine { return false }
                return true
            }
            return wantsOrganisation && entity.kind == .organisation
        }
        if !wantsPerson, !wantsOrganisation { return nil }
        if wantsOrganisation, !head.has(.media), !Self.isGeneral(annotated.lexicon.text(head.word)) { return nil }
        if let speaker = recentSpeakers.last(where: {
            sentence - $0.sentence <= 4 && fits(entities.entities[$0.entity])
        }) {
            return speaker.entity
        }
        let mention = entities.mentionIndex(at: Int(chunk.start))
        for number in stride(from: mention - 1, through: max(0, mention - 12), by: -1)
        where fits(entities.entities[entities.mentions[number].entity]) {
            return entities.mentions[number].entity
        }
        return nil
    }

    /// Nouns that can stand for any organisation of their kind.
    private static func isGeneral(_ noun: String) -> Bool {
        [
            "association", "organisation", "entreprise", "société", "groupe", "parti", "syndicat", "institution", "ong",
            "organisme", "fédération", "compagnie", "firme", "marque", "constructeur", "centrale", "agence", "chaîne",
            "fondation", "formation", "établissement", "banque", "mouvement",
        ].contains(noun)
    }

    func lastSpeaker(within sentences: Int) -> Int? {
        guard let last = recentSpeakers.last, sentence - last.sentence <= sentences else { return nil }
        return last.entity
    }

    private func lastMention(before token: Int) -> Int? {
        let mention = entities.mentionIndex(at: token)
        for number in stride(from: mention - 1, through: max(0, mention - 8), by: -1)
        where entities.entities[entities.mentions[number].entity].kind != .place {
            return entities.mentions[number].entity
        }
        return nil
    }

    // MARK: Pronouns

    /// «il», «elle», «t-il», «ils», «celui-ci», «lui»
    mutating func resolvePronoun(_ chunk: Chunk, at index: Int) -> Resolved {
        resolvePronoun(token: Int(chunk.head))
    }

    mutating func resolvePronoun(token index: Int) -> Resolved {
        let token = tokens[index]
        let attribution = token.range
        if token.word == words.on { return resolveOn(index) }
        let wantsPlural = token.has(.plural) && !token.has(.singular)
        func agrees(_ number: Int) -> Bool {
            let entity = entities.entities[number]
            if entity.isPlural != wantsPlural, !(wantsPlural && entity.kind == .organisation) { return false }
            if entity.kind == .place || entity.kind == .document && !entity.isNamed && token.word == words.lui {
                return false
            }
            if token.has(.feminine), !token.has(.masculine), entity.isMasculine, !entity.isFeminine { return false }
            if token.has(.masculine), !token.has(.feminine), entity.isFeminine, !entity.isMasculine { return false }
            return true
        }
        // Who is named as a subject earlier in this sentence, who spoke last, whom the sentence before was about.
        if let here = subjectNamedBefore(index), agrees(here) {
            return Resolved(entity: here, attribution: attribution, confidence: 0.9)
        }
        let before = subjects[sentence - 1]
        if let speaker = recentSpeakers.last, sentence - speaker.sentence <= 2, agrees(speaker.entity) {
            return Resolved(entity: speaker.entity, attribution: attribution, confidence: 0.9)
        }
        if let before, agrees(before) { return Resolved(entity: before, attribution: attribution, confidence: 0.8) }
        let mention = entities.mentionIndex(at: index)
        for number in stride(from: mention - 1, through: max(0, mention - 20), by: -1) {
            let entity = entities.mentions[number].entity
            if entities.entities[entity].kind == .person || wantsPlural, agrees(entity) {
                return Resolved(entity: entity, attribution: attribution, confidence: 0.7)
            }
        }
        if let speaker = recentSpeakers.last(where: { agrees($0.entity) }) {
            return Resolved(entity: speaker.entity, attribution: attribution, confidence: 0.6)
        }
        return Resolved(entity: nil, attribution: attribution, confidence: 0.4)
    }

    /// The first name in this sentence that is a subject before a pronoun: «Benjamin Griveaux a publié …, écrit-il».
    private func subjectNamedBefore(_ token: Int) -> Int? {
        for index in range where Int(chunks[index].end) <= token {
            let chunk = chunks[index]
            guard chunk.kind == .nounPhrase, chunk.isNominative, chunk.hasName, annotated.isNameAlone(chunk) else {
                continue
            }
            guard let entity = entities.entity(namedAt: Int(chunk.nameStart)) else { continue }
            return entities.entities[entity].kind == .person ? entity : nil
        }
        return nil
    }

    /// «a-t-on appris auprès du parquet»: the source after it; «rappelle-t-on»: whoever spoke last, or nobody.
    private mutating func resolveOn(_ index: Int) -> Resolved {
        let attribution = tokens[index].range
        if let chunkIndex = range.first(where: { Int(chunks[$0].start) > index }) {
            for next in chunkIndex..<min(chunkIndex + 5, range.upperBound) {
                let chunk = chunks[next]
                if chunk.kind == .comma || chunk.kind == .stop { break }
                if chunk.kind == .nounPhrase, chunk.preposition >= 0, !chunk.has(.time), isSpeakerLike(chunk),
                    var resolved = resolve(next)
                {
                    resolved.attribution = attribution
                    return resolved
                }
            }
        }
        if let last = recentSpeakers.last, sentence - last.sentence <= 1,
            [.organisation, .unnamed, .group].contains(entities.entities[last.entity].kind)
        {
            return Resolved(entity: last.entity, attribution: attribution, confidence: 0.6)
        }
        return Resolved(entity: entities.anonymous(at: index), attribution: attribution, confidence: 0.6)
    }
}
