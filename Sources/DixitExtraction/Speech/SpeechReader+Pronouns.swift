// Says whom a pronoun denotes: «il», «elle», «ils», «celui-ci», «lui», «on».

import DixitText

extension SpeechReader {
    /// Resolves the pronoun at a token: whom this sentence is about, who spoke last, whom the sentence before was about.
    mutating func resolvePronoun(token index: Int) -> Resolved {
        let token = tokens[index]
        if token.word == words.on { return resolveOn(index) }
        if isPartitive(token) { return resolvePartitive(index) }
        let isNear = isDemonstrative(token)
        if isNear || !speaks(in: sentence, before: index), let here = subject(in: sentence, before: index, for: token) {
            return Resolved(entity: here, attribution: token.range, confidence: 0.9)
        }
        // Persons before bodies: a medium is cited, and the text goes on about somebody.
        let speaker = recentSpeakers.last.flatMap { last in
            sentence - last.sentence <= 2 && agrees(token, last.entity)
                && (isPerson(last.entity) || !isAboutPossessor(last.sentence)) ? last.entity : nil
        }
        if let speaker, isPerson(speaker) {
            return Resolved(entity: speaker, attribution: token.range, confidence: 0.9)
        }
        // What is all quotation is about nobody: the sentence before that.
        var earlier = sentence - 1
        while earlier > 0, sentence - earlier < 4, isAllQuotation(earlier) { earlier -= 1 }
        let before = (earlier >= 0 ? subject(in: earlier, before: Int.max, for: token) : nil)
            .flatMap { earlier == sentence - 1 || isPerson($0) ? $0 : nil }
        if let before, isPerson(before) || speaker == nil {
            return Resolved(entity: before, attribution: token.range, confidence: 0.8)
        }
        if let speaker { return Resolved(entity: speaker, attribution: token.range, confidence: 0.8) }
        let mention = entities.mentionIndex(at: index)
        var second: Int?
        for number in stride(from: mention - 1, through: max(0, mention - 24), by: -1) {
            let candidate = entities.mentions[number].entity
            guard entities.entities[candidate].kind == .person || token.has(.plural), agrees(token, candidate) else {
                continue
            }
            if entities.entities[candidate].words.count > 1 || !entities.entities[candidate].roles.isEmpty {
                return Resolved(entity: candidate, attribution: token.range, confidence: 0.7)
            }
            second = second ?? candidate
        }
        if let speaker = recentSpeakers.last(where: { agrees(token, $0.entity) })?.entity ?? second {
            return Resolved(entity: speaker, attribution: token.range, confidence: 0.6)
        }
        return Resolved(entity: nil, attribution: token.range, confidence: 0.4)
    }

    private func isAllQuotation(_ sentence: Int) -> Bool {
        annotated.sentenceChunks[sentence].allSatisfy {
            [.quotation, .stop, .comma, .dash, .other, .adverb].contains(chunks[$0].kind)
        }
    }

    /// «certains», «d'autres», «beaucoup»: some, and it does not say of whom.
    private func isPartitive(_ token: Token) -> Bool {
        token.has(.pronoun) && token.has(.plural) && !token.has([.subjectPronoun, .masculine, .feminine])
    }

    /// «Les internautes s'indignent. |Certains| parlent de mensonge.»: some of the group that spoke last; else nobody the text
    /// names, and not whoever the sentence before is about.
    private mutating func resolvePartitive(_ index: Int) -> Resolved {
        // «|beaucoup de manifestants| refusent», «de |nombreux observateurs|»
        if let next = range.first(where: { Int(chunks[$0].start) == index + 1 }), chunks[next].kind == .nounPhrase {
            var whole = Chunk(.nounPhrase, index..<Int(chunks[next].end), head: Int(chunks[next].head))
            whole.flags = .plural
            let entity = entities.entity(forPhrase: whole, kind: .group)
            return Resolved(entity: entity, attribution: annotated.range(of: whole), confidence: 0.9)
        }
        let attribution = tokens[index].range
        if let last = lastSpeaker(within: 1), entities.entities[last].isPlural {
            return Resolved(entity: last, attribution: attribution, confidence: 0.7)
        }
        return Resolved(entity: entities.anonymous(at: index, kind: .group), attribution: attribution, confidence: 0.7)
    }

    func isPerson(_ entity: Int) -> Bool {
        [.person, .unnamed, .group].contains(entities.entities[entity].kind)
    }

    /// «celui-ci», «celle-ci»: the one just named, also behind a preposition.
    private func isDemonstrative(_ token: Token) -> Bool {
        token.has(.pronoun) && !token.has(.subjectPronoun) && token.word != words.lui && token.word != words.eux
    }

    func agrees(_ pronoun: Token, _ number: Int) -> Bool {
        let entity = entities.entities[number]
        let wantsPlural = pronoun.has(.plural) && !pronoun.has(.singular)
        if entity.isPlural != wantsPlural, !(wantsPlural && entity.kind == .organisation) { return false }
        if entity.kind == .place { return false }
        if pronoun.has(.feminine), !pronoun.has(.masculine), entity.isMasculine, !entity.isFeminine { return false }
        if pronoun.has(.masculine), !pronoun.has(.feminine), entity.isFeminine, !entity.isMasculine { return false }
        return true
    }

    /// «|Son parti| lui fait grief de …»: a body speaks, and the text is about somebody else.
    private func isAboutPossessor(_ number: Int) -> Bool {
        guard number != sentence, annotated.sentenceChunks.indices.contains(number) else { return false }
        let subject = annotated.sentenceChunks[number].first { chunks[$0].isNominative }
        return subject.map { chunks[$0].has(.possessive) && tokens[Int(chunks[$0].head)].has(.organisation) } ?? false
    }

    /// Whether a statement of this sentence stands before a token.
    func speaks(in sentence: Int, before token: Int) -> Bool {
        guard let last = drafts.last, last.sentence == sentence else { return false }
        return Int(chunks[last.chunk].start) < token && last.rule != .inversion
    }

    /// The person or body that a sentence is about, before a token: its first noun phrase that no preposition governs and
    /// that agrees with the pronoun; else, before a colon, the last person named.
    mutating func subject(in number: Int, before token: Int, for pronoun: Token) -> Int? {
        guard annotated.sentenceChunks.indices.contains(number) else { return nil }
        let sentenceRange = annotated.sentenceChunks[number]
        if number == sentence, let person = beforeColon(sentenceRange, before: token, for: pronoun) { return person }
        var steps = 0
        for index in sentenceRange {
            let chunk = chunks[index]
            if Int(chunk.end) > token { break }
            steps += 1
            if steps > 40 { break }
            let isNear = isDemonstrative(pronoun)
            guard chunk.kind == .nounPhrase, chunk.isNominative || isNear, isCandidate(chunk, for: pronoun) else {
                continue
            }
            // ««|Une cellule| a été ouverte», a-t-elle indiqué»: who was not spoken of before says nothing of it yet.
            if pronoun.has(.inverted), number == sentence, chunk.has(.indefinite), !chunk.hasName { continue }
            // «|Son parti| lui reprochait … Il …»: the text is about him, not about his party.
            if !isNear, chunk.has(.possessive), tokens[Int(chunk.head)].has(.organisation) { continue }
            if !isNear, index > sentenceRange.lowerBound,
                [.verb, .infinitive, .gerund, .participle].contains(chunks[index - 1].kind)
            {
                continue
            }
            guard let entity = resolve(index, creating: true)?.entity, agrees(pronoun, entity) else { continue }
            let kind = entities.entities[entity].kind
            guard kind != .place, kind != .document else { continue }
            return entity
        }
        return nil
    }

    /// «La Dépêche a pu rencontrer l'éleveur : «…», a-t-il répondu»
    private mutating func beforeColon(_ sentenceRange: Range<Int>, before token: Int, for pronoun: Token) -> Int? {
        guard let colon = sentenceRange.first(where: { chunks[$0].kind == .colon && Int(chunks[$0].end) <= token })
        else { return nil }
        for index in stride(from: colon - 1, through: max(sentenceRange.lowerBound, colon - 8), by: -1)
        where isCandidate(chunks[index], for: pronoun) && isPerson(chunks[index]) {
            // «L'humoriste a joint un message : «…», a-t-il écrit»: the subject may be somebody spoken of before.
            let isFirst = !(sentenceRange.lowerBound..<index).contains {
                chunks[$0].isNominative && isSpeakerLike(chunks[$0])
            }
            guard let entity = resolve(index, refersBack: isFirst)?.entity, agrees(pronoun, entity) else { continue }
            return entity
        }
        return nil
    }

    private func isPerson(_ chunk: Chunk) -> Bool {
        if chunk.isNameAlone, let entity = entities.entity(namedAt: Int(chunk.nameStart)) {
            return entities.entities[entity].kind == .person
        }
        return tokens[Int(chunk.head)].has([.role, .person])
    }

    /// A noun phrase with the gender and number of a pronoun that denotes persons or bodies.
    private func isCandidate(_ chunk: Chunk, for pronoun: Token) -> Bool {
        guard chunk.kind == .nounPhrase, !chunk.has(.time), isSpeakerLike(chunk) else { return false }
        let head = tokens[Int(chunk.head)]
        if head.has([.document, .source]), !chunk.hasName { return false }
        if chunk.hasName, chunk.isNameAlone {
            guard let entity = entities.entity(namedAt: Int(chunk.nameStart)) else { return false }
            return agrees(pronoun, entity)
        }
        if chunk.has(.plural) != (pronoun.has(.plural) && !pronoun.has(.singular)) { return false }
        if pronoun.has(.feminine), !pronoun.has(.masculine), chunk.has(.masculine), !chunk.has(.feminine) {
            return false
        }
        if pronoun.has(.masculine), !pronoun.has(.feminine), chunk.has(.feminine), !chunk.has(.masculine) {
            return false
        }
        return true
    }

    /// «a-t-on appris auprès du parquet»: the source after it; «rappelle-t-on»: the body that spoke last, or nobody.
    private mutating func resolveOn(_ index: Int) -> Resolved {
        let attribution = tokens[index].range
        if let next = range.first(where: { Int(chunks[$0].start) > index }) {
            for number in next..<min(next + 5, range.upperBound) {
                let chunk = chunks[number]
                if chunk.kind == .comma || chunk.kind == .stop { break }
                guard chunk.kind == .nounPhrase, chunk.preposition >= 0, !chunk.has(.time), isSpeakerLike(chunk) else {
                    continue
                }
                if var resolved = jointSource(number) ?? resolve(number) {
                    resolved.attribution = attribution
                    return resolved
                }
            }
        }
        if let last = recentSpeakers.last, sentence - last.sentence <= 2,
            entities.entities[last.entity].kind == .organisation
        {
            return Resolved(entity: last.entity, attribution: attribution, confidence: 0.6)
        }
        return Resolved(entity: entities.anonymous(at: index), attribution: attribution, confidence: 0.6)
    }
}
