// Says which entity a phrase denotes: «M. Dupont», «le ministre», «la même source», «l'association», «ce dernier».

import DixitText

extension SpeechReader {
    struct Resolved {
        var entity: Int?
        var attribution: TextRange
        var role: TextRange?
        var confidence = 1.0
    }

    /// Nothing further back than so many mentions is salient.
    static var salientMentions: Int { 60 }

    /// Resolves the phrase at a chunk. With `creating` false, a phrase that is new to the text stays without an entity.
    ///
    /// - Parameters:
    ///   - continues: whether the verb says that somebody goes on: «poursuit l'ancien ministre».
    ///   - refersBack: whether «l'humoriste» may be somebody who was called otherwise before.
    mutating func resolve(
        _ index: Int, creating: Bool = true, continues: Bool = false, refersBack: Bool = true
    ) -> Resolved? {
        let chunk = chunks[index]
        if chunk.kind == .pronoun { return resolvePronoun(token: Int(chunk.head)) }
        guard chunk.kind == .nounPhrase else { return nil }
        let whole = TextRange(tokens[firstToken(chunk)].start, tokens[Int(chunk.end) - 1].end)
        if let apposition = annotated.apposition(at: index, in: sentenceRange(ofChunk: index)),
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
        return resolveNominal(chunk, whole, creating: creating, continues: continues, refersBack: refersBack)
    }

    /// The chunks of the sentence that a chunk stands in.
    func sentenceRange(ofChunk index: Int) -> Range<Int> {
        if range.contains(index) { return range }
        return annotated.sentenceChunks[Int(tokens[Int(chunks[index].start)].sentence)]
    }

    /// The first token of a phrase, its preposition left out.
    func firstToken(_ chunk: Chunk) -> Int {
        var first = Int(chunk.start)
        if chunk.preposition >= 0, Int(chunk.preposition) == first, !tokens[first].has([.contracted, .contractedTo]) {
            first += 1
            while first < Int(chunk.head), tokens[first].has(.of) || tokens[first].has(.preposition) { first += 1 }
        } else if Int(chunk.preposition) == first, first < Int(chunk.head) {
            first += 1
        }
        return min(first, Int(chunk.end) - 1)
    }

    private mutating func resolveNominal(
        _ chunk: Chunk, _ whole: TextRange, creating: Bool, continues: Bool, refersBack: Bool
    ) -> Resolved? {
        let head = tokens[Int(chunk.head)]
        if isLastMentioned(chunk), let entity = lastMention(before: Int(chunk.start)) {
            return Resolved(entity: entity, attribution: whole, confidence: 0.8)
        }
        if head.has(.source), isSameSource(chunk), let last = lastSpeaker(within: 12) {
            return Resolved(entity: last, attribution: whole, confidence: 0.8)
        }
        if isAnaphor(chunk) {
            if let entity = headed(chunk) { return Resolved(entity: entity, attribution: whole, confidence: 0.9) }
            if let entity = fuller(chunk, creating: creating) {
                return Resolved(entity: entity, attribution: whole, confidence: 0.8)
            }
            if refersBack, let entity = documentBefore(chunk) {
                return Resolved(entity: entity, attribution: whole, confidence: 0.7)
            }
            if refersBack, let entity = coreferent(chunk, continues: continues) {
                return Resolved(entity: entity, attribution: whole, confidence: 0.6)
            }
            if let entity = renamed(chunk) { return Resolved(entity: entity, attribution: whole, confidence: 0.7) }
        } else if let known = entities.known(phrase: chunk), !chunk.has(.indefinite) || chunk.has(.plural) {
            return Resolved(entity: known, attribution: whole)
        }
        guard creating else { return entities.known(phrase: chunk).map { Resolved(entity: $0, attribution: whole) } }
        let entity = entities.entity(forPhrase: chunk, kind: kind(of: chunk))
        return Resolved(entity: entity, attribution: whole, confidence: 0.9)
    }

    /// «le ministre», «cette association», «son avocat», «notre interlocuteur»; also the bare phrase of a headline.
    private func isAnaphor(_ chunk: Chunk) -> Bool { chunk.has([.definite, .demonstrative, .possessive]) }

    func kind(of chunk: Chunk) -> ExtractedEntity.Kind {
        let head = tokens[Int(chunk.head)]
        if head.has(.source) { return .unnamed }
        if head.has(.group), chunk.has(.plural) { return .group }
        if head.has([.role, .person]) {
            return chunk.has(.plural) ? .group : chunk.has(.indefinite) ? .unnamed : .person
        }
        if head.has([.organisation, .media]) { return .organisation }
        if head.has(.document) { return .document }
        return head.has(.group) ? .group : .unnamed
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
            || chunk.tokens.contains { tokens[$0].word == words.meme || tokens[$0].word == words.derniere }
            || Int(chunk.end) - firstToken(chunk) == 2 && chunk.has(.definite)
    }

    /// The entity that the same noun headed before: «le ministre» is the person whose office is minister.
    private func headed(_ chunk: Chunk) -> Int? {
        let head = headWord(chunk)
        if let known = entities.known(phrase: chunk), entities.entities[known].heads.contains(head) { return known }
        let candidates = entities.headed(by: head)
        guard !candidates.isEmpty else { return nil }
        // What the phrase says beyond its noun must be in the office or the name: «le ministre de la Santé».
        let detail = detailWords(chunk)
        let matching = candidates.filter { candidate in
            let entity = entities.entities[candidate]
            if entity.isPlural != chunk.has(.plural) { return false }
            if entity.kind == .place || entity.kind == .person && !agrees(chunk, entity) { return false }
            if entity.kind == .organisation, entity.isNamed, entity.name.lowerBound > Int(chunk.start) { return false }
            return detail.isEmpty || has(detail, candidate) || entity.roles.contains { isPossessive($0) }
        }
        return mostSalient(matching, before: Int(chunk.start))
    }

    /// Whether the office or the name of an entity has all of some words.
    private func has(_ detail: [UInt32], _ entity: Int) -> Bool {
        let entity = entities.entities[entity]
        return detail.allSatisfy { word in
            entity.words.contains(word)
                || entity.roles.contains { role in role.contains { tokens[$0].hash == word } }
        }
    }

    /// «X, son avocat»: whose advocate he is stands nowhere in the office.
    private func isPossessive(_ role: Range<Int>) -> Bool {
        role.lowerBound > 0 && tokens[role.lowerBound - 1].has(.possessive)
    }

    /// The one that spoke last, else the one named last before a token, else the first.
    private func mostSalient(_ candidates: [Int], before token: Int) -> Int? {
        guard candidates.count > 1 else { return candidates.first }
        if let speaker = recentSpeakers.last(where: { candidates.contains($0.entity) }) { return speaker.entity }
        let mention = entities.mentionIndex(at: token)
        for number in stride(from: mention - 1, through: max(0, mention - Self.salientMentions), by: -1)
        where candidates.contains(entities.mentions[number].entity) {
            return entities.mentions[number].entity
        }
        return candidates.first
    }

    /// The words of a phrase after its noun that tell it from others with the same noun.
    private func detailWords(_ chunk: Chunk) -> [UInt32] {
        (Int(chunk.head) + 1..<max(Int(chunk.head) + 1, Int(chunk.end))).compactMap { index in
            let token = tokens[index]
            guard token.kind == .word else { return nil }
            return token.has([.determiner, .preposition, .of, .adjective, .coordinator]) ? nil : token.hash
        }
    }

    private func agrees(_ chunk: Chunk, _ entity: Entity) -> Bool {
        if chunk.has(.feminine), !chunk.has(.masculine), entity.isMasculine, !entity.isFeminine { return false }
        if chunk.has(.masculine), !chunk.has(.feminine), entity.isFeminine, !entity.isMasculine { return false }
        return true
    }

    /// Another noun for somebody just spoken of: «l'humoriste», «le jeune homme», «l'association», «notre interlocuteur».
    private func coreferent(_ chunk: Chunk, continues: Bool) -> Int? {
        let head = tokens[Int(chunk.head)]
        guard !chunk.has(.plural) else { return nil }
        let isOurs = tokens[firstToken(chunk)].word == words.notre
        if chunk.has(.possessive), !isOurs { return nil }
        let isShort = isBare(chunk)
        if head.has([.role, .person]) {
            if head.has(.kin), !continues { return nil }
            let fits: (Entity) -> Bool = { entity in
                (entity.kind == .person || entity.kind == .unnamed && !entity.isPlural && entity.words.count > 1)
                    && (continues && entity.kind == .person || self.agrees(chunk, entity))
            }
            if isShort || continues || isOurs { return lastOne(before: Int(chunk.start), where: fits) }
            // «le patron du groupe» for «le président du groupe, X»: another office with the same complement.
            let detail = detailWords(chunk)
            if let speaker = recentSpeakers.last(where: {
                sentence - $0.sentence <= 12 && fits(entities.entities[$0.entity])
            }),
                !detail.isEmpty, has(detail, speaker.entity)
            {
                return speaker.entity
            }
            // Whom the headline names, if nobody has told an office.
            return lastOne(before: Int(chunk.start)) {
                $0.roles.isEmpty && $0.isNamed && $0.words.count > 1 && self.isInHeadline($0) && fits($0)
            }
        }
        if head.has(.media), !chunk.has(.possessive) {
            // «le quotidien», «la chaîne d'information en continu»: the medium cited last.
            let medium = lastOne(before: Int(chunk.start)) {
                $0.kind == .organisation && $0.isMedium
                    || $0.heads.contains { self.annotated.lexicon.classes($0).has(.media) }
            }
            if let medium { return medium }
        }
        guard head.has([.organisation, .media]), isShort else { return nil }
        guard head.has(.media) || annotated.lexicon.group(ofNoun: head.word).has(.general) else { return nil }
        return lastOne(before: Int(chunk.start)) { $0.kind == .organisation }
    }

    /// «cette étude» for «le rapport de l'association»
    private mutating func documentBefore(_ chunk: Chunk) -> Int? {
        guard tokens[Int(chunk.head)].has(.document), chunk.has(.demonstrative),
            let index = entities.lastDocument(before: Int(chunk.start))
        else { return nil }
        return entities.entity(forPhrase: chunks[index], kind: .document)
    }

    /// «le jeune homme accusé», «le ministre»: nothing that would tell it from another.
    private func isBare(_ chunk: Chunk) -> Bool {
        guard Int(chunk.head) - firstToken(chunk) <= 2 else { return false }
        return (Int(chunk.head) + 1..<max(Int(chunk.head) + 1, Int(chunk.end))).allSatisfy { index in
            let token = tokens[index]
            return token.kind != .word || token.has([.pastParticiple, .adjective, .adverb])
                || Int(chunk.end) - Int(chunk.head) <= 2 && !token.isCapitalised && !token.has([.of, .contracted])
        }
    }

    private func isInHeadline(_ entity: Entity) -> Bool {
        tokens[entity.name.lowerBound].sentence <= 1
            || annotated.names.prefix(6).contains {
                tokens[$0.lowerBound].sentence <= 1 && entity.words.last == tokens[$0.upperBound - 1].hash
            }
    }

    /// Whoever fits among the last speakers, else among the names before.
    private func lastOne(before token: Int, where fits: (Entity) -> Bool) -> Int? {
        if let speaker = recentSpeakers.last(where: {
            sentence - $0.sentence <= 4 && fits(entities.entities[$0.entity])
        }) {
            return speaker.entity
        }
        let mention = entities.mentionIndex(at: token)
        var second: Int?
        for number in stride(from: mention - 1, through: max(0, mention - 12), by: -1)
        where fits(entities.entities[entities.mentions[number].entity]) {
            if entities.mentions[number].isSubject { return entities.mentions[number].entity }
            second = second ?? entities.mentions[number].entity
        }
        return second
    }

    /// The fullest phrase with the same noun: «le mouvement» where the text speaks of «le mouvement des «gilets jaunes»».
    private mutating func fuller(_ chunk: Chunk, creating: Bool) -> Int? {
        guard creating, chunk.has([.definite, .possessive]), Int(chunk.end) - firstToken(chunk) <= 2,
            let index = entities.fullerPhrase(than: chunk)
        else {
            return nil
        }
        let full = chunks[index]
        return entities.entity(forPhrase: full, kind: kind(of: full))
    }

    /// «l'Association pour la promotion de …» after «une association»: the full name of what had none.
    private mutating func renamed(_ chunk: Chunk) -> Int? {
        guard tokens[Int(chunk.head)].has(.organisation), tokens[Int(chunk.head)].isCapitalised, !chunk.has(.plural)
        else { return nil }
        let candidate = entities.headed(by: headWord(chunk)).last {
            !entities.entities[$0].isNamed && entities.entities[$0].words.count <= 3 && !entities.entities[$0].isPlural
        }
        guard let candidate, let name = entities.nominalName(chunk) else { return nil }
        entities.rename(candidate, name)
        return candidate
    }

    /// «les banderoles et pancartes», «le ministère et l'Institut»: two phrases before a verb in the plural.
    mutating func jointSource(_ index: Int, before verb: Int) -> Resolved? {
        guard chunks[verb].has(.plural), !chunks[index].has(.plural), index + 3 == verb else { return nil }
        return jointSource(index)
    }

    mutating func jointSource(_ index: Int) -> Resolved? {
        let chunk = chunks[index]
        guard chunk.kind == .nounPhrase, kind(index + 1) == .coordinator, kind(index + 2) == .nounPhrase,
            !chunks[index + 2].has(.time), let name = entities.nominalName(chunk)
        else { return nil }
        let tokens = name.lowerBound..<Int(chunks[index + 2].end)
        var joint = Chunk(.nounPhrase, tokens, head: Int(chunk.head))
        joint.flags = .plural
        let entity = entities.entity(forPhrase: joint, kind: .group)
        let first = self.tokens[firstToken(chunk)].start
        return Resolved(
            entity: entity, attribution: TextRange(first, self.tokens[tokens.upperBound - 1].end), confidence: 0.9)
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
}
