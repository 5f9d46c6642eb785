// Whom another noun means: «l'humoriste», «le patron du groupe», «cette étude», «le quotidien».

import DixitText

extension SpeechReader {
    /// The entity that the same noun headed before: «le ministre» is the person whose office is minister.
    func headed(_ chunk: Chunk) -> Int? {
        let head = headWord(chunk)
        if let known = entities.known(phrase: chunk), entities.entities[known].heads.contains(head) { return known }
        let candidates = entities.headed(by: head)
        // What the phrase says beyond its noun must be in the office or the name: «le ministre de la Santé».
        let detail = detailWords(chunk)
        let matching = candidates.filter { candidate in
            let entity = entities.entities[candidate]
            if entity.isPlural != chunk.has(.plural) { return false }
            if entity.kind == .place || entity.kind == .person && !agrees(chunk, entity) { return false }
            if entity.kind == .organisation, entity.isNamed, entity.name.lowerBound > Int(chunk.start) { return false }
            return detail.isEmpty || has(detail, candidate) || entity.roles.contains { isPossessive($0) }
        }
        return mostSalient(matching, before: Int(chunk.start)) ?? holder(chunk)
    }

    /// «le chef du gouvernement» after «le Premier ministre, X»: whoever holds the office by another name.
    private func holder(_ chunk: Chunk) -> Int? {
        guard tokens[Int(chunk.head)].has(.role), !chunk.has([.plural, .possessive]) else { return nil }
        let offices = entities.offices(in: firstToken(chunk)..<Int(chunk.end))
        for office in offices.labels {
            let holders = entities.holders(of: office).filter { holder in
                // «le maire |de Lille|» is not the mayor of Lyon.
                agrees(chunk, entities.entities[holder])
                    && has(detailWords(in: offices.end..<Int(chunk.end)), holder)
            }
            if let holder = mostSalient(holders, before: Int(chunk.start)) { return holder }
        }
        return nil
    }

    /// «le fils de Serge |Klarsfeld|» where the text speaks of Arno Klarsfeld: the one of that family who is not named here.
    mutating func kinsman(_ index: Int) -> Int? {
        let chunk = chunks[index]
        guard tokens[Int(chunk.head)].has(.kin), chunk.has(.definite), !chunk.has(.plural) else { return nil }
        var end = Int(chunk.end)
        // «de Serge |et Beate Klarsfeld|»
        if kind(index + 1) == .coordinator, let next = self.chunk(index + 2), next.isNameAlone {
            end = Int(next.end)
        }
        guard end - 1 > Int(chunk.head), tokens[end - 1].isCapitalised else { return nil }
        let surname = tokens[end - 1].hash
        let named = Set((firstToken(chunk)..<end).compactMap { entities.entity(namedAt: $0) })
        let family = entities.persons(called: surname).filter {
            !named.contains($0) && entities.entities[$0].words.count > 1
                && entities.entities[$0].name.lowerBound < Int(chunk.start) && agrees(chunk, entities.entities[$0])
        }
        return family.count == 1 ? family[0] : nil
    }

    /// Whether the office or the name of an entity has all of some words.
    func has(_ detail: [UInt32], _ entity: Int) -> Bool {
        let entity = entities.entities[entity]
        return detail.allSatisfy { word in
            entity.words.contains(word)
                || entity.roles.contains { role in role.contains { tokens[$0].hash == word } }
                || entity.knownRoleWords.contains { $0.contains(word) }
        }
    }

    /// «X, son avocat»: whose advocate he is stands nowhere in the office.
    func isPossessive(_ role: Range<Int>) -> Bool {
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
        detailWords(in: Int(chunk.head) + 1..<max(Int(chunk.head) + 1, Int(chunk.end)))
    }

    private func detailWords(in range: Range<Int>) -> [UInt32] {
        range.compactMap { index in
            let token = tokens[index]
            guard token.kind == .word else { return nil }
            return token.has([.determiner, .preposition, .of, .adjective, .coordinator]) ? nil : token.hash
        }
    }

    func agrees(_ chunk: Chunk, _ entity: Entity) -> Bool {
        if chunk.has(.feminine), !chunk.has(.masculine), entity.isMasculine, !entity.isFeminine { return false }
        if chunk.has(.masculine), !chunk.has(.feminine), entity.isFeminine, !entity.isMasculine { return false }
        return true
    }

    /// Another noun for somebody just spoken of: «l'humoriste», «le jeune homme», «l'association», «notre interlocuteur».
    func coreferent(_ chunk: Chunk, continues: Bool) -> Int? {
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
        // «le syndicat» is not the agency that sends the text.
        return lastOne(before: Int(chunk.start)) { $0.kind == .organisation && (head.has(.media) || !$0.isMedium) }
    }

    /// «cette étude» for «le rapport de l'association»
    mutating func documentBefore(_ chunk: Chunk) -> Int? {
        guard tokens[Int(chunk.head)].has(.document), chunk.has(.demonstrative),
            let index = entities.lastDocument(before: Int(chunk.start))
        else { return nil }
        return entities.entity(forPhrase: chunks[index], kind: .document)
    }

    /// «le jeune homme accusé», «le ministre»: nothing that would tell it from another.
    private func isBare(_ chunk: Chunk) -> Bool {
        guard Int(chunk.head) - firstToken(chunk) <= 2 else { return false }
        if isFixed(Int(chunk.head)..<Int(chunk.end)) { return true }
        return (Int(chunk.head) + 1..<max(Int(chunk.head) + 1, Int(chunk.end))).allSatisfy { index in
            let token = tokens[index]
            return token.kind != .word || token.has([.pastParticiple, .adjective, .adverb])
                || Int(chunk.end) - Int(chunk.head) <= 2 && !token.isCapitalised && !token.has([.of, .contracted])
        }
    }

    /// «homme d'affaires»: one word to the lexicon, though written as several.
    private func isFixed(_ phrase: Range<Int>) -> Bool {
        guard phrase.count > 1 else { return false }
        let found = annotated.lexicon.phrases.longest(at: phrase.lowerBound, in: tokens, before: phrase.upperBound)
        return found.map { $0.count == phrase.count && $0.classes.has([.role, .person]) } ?? false
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
            let found = entities.mentions[number].entity
            if entities.mentions[number].isSubject { return found }
            // «le toit de la mairie du |Vigan|»: one word that does nothing may as well be a place.
            if entities.entities[found].words.count > 1 || !entities.entities[found].roles.isEmpty || !isPerson(found) {
                second = second ?? found
            }
        }
        return second
    }

    /// The fullest phrase with the same noun: «le mouvement» where the text speaks of «le mouvement des «gilets jaunes»».
    mutating func fuller(_ chunk: Chunk, creating: Bool) -> Int? {
        guard creating, chunk.has([.definite, .possessive]), Int(chunk.end) - firstToken(chunk) <= 2,
            let index = entities.fullerPhrase(than: chunk)
        else {
            return nil
        }
        let full = chunks[index]
        return entities.entity(forPhrase: full, kind: kind(of: full))
    }

    /// «l'Association pour la promotion de …» after «une association»: the full name of what had none.
    mutating func renamed(_ chunk: Chunk) -> Int? {
        guard tokens[Int(chunk.head)].has(.organisation), tokens[Int(chunk.head)].isCapitalised, !chunk.has(.plural)
        else { return nil }
        let candidate = entities.headed(by: headWord(chunk)).last {
            !entities.entities[$0].isNamed && entities.entities[$0].words.count <= 3 && !entities.entities[$0].isPlural
        }
        guard let candidate, let name = entities.nominalName(chunk) else { return nil }
        entities.rename(candidate, name)
        return candidate
    }
}
