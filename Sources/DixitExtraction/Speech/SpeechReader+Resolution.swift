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
        if let entity = entities.known(by: chunk) { return Resolved(entity: entity, attribution: whole) }
        if let entity = kinsman(index) { return Resolved(entity: entity, attribution: whole, confidence: 0.8) }
        if chunk.acronym >= 0, let known = entities.known(phrase: chunk) {
            return Resolved(entity: known, attribution: whole)
        }
        if chunk.hasName, let entity = entities.entity(namedAt: Int(chunk.nameStart)) {
            let head = tokens[Int(chunk.head)]
            let nameIsSource =
                chunk.isNameAlone
                || head.has(.media)
                || head.has([.organisation, .role, .person, .placeNoun]) && !head.has([.document, .source])
            if nameIsSource { return Resolved(entity: entity, attribution: whole) }
        }
        if let described = describedSource(index) {
            let first = tokens[firstToken(chunk)].start
            let attribution = TextRange(first, tokens[Int(described.end) - 1].end)
            let entity =
                entities.known(phrase: described) ?? entities.entity(forPhrase: described, kind: kind(of: chunk))
            return Resolved(entity: entity, attribution: attribution, confidence: 0.9)
        }
        return resolveNominal(chunk, whole, creating: creating, continues: continues, refersBack: refersBack)
    }

    /// «une étude |publiée mardi par l'Insee|», «un décompte|, établi par X|,»: what tells a text or a source from others.
    private func describedSource(_ index: Int) -> Chunk? {
        var chunk = chunks[index]
        let sentence = sentenceRange(ofChunk: index)
        guard chunk.has(.indefinite), tokens[Int(chunk.head)].has([.document, .source]), !chunk.hasName else {
            return nil
        }
        var next = index + 1
        if next < sentence.upperBound, chunks[next].kind == .comma { next += 1 }
        guard next < sentence.upperBound, chunks[next].kind == .participle else { return nil }
        next += 1
        while next < sentence.upperBound, next < index + 9 {
            let follower = chunks[next]
            guard
                follower.kind == .nounPhrase && (follower.preposition >= 0 || follower.has(.time))
                    || follower.kind == .adverb
            else { break }
            next += 1
        }
        chunk.end = chunks[next - 1].end
        chunk.acronym = -1
        return chunk
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

    mutating func resolveNominal(
        _ chunk: Chunk, _ whole: TextRange, creating: Bool, continues: Bool, refersBack: Bool
    ) -> Resolved? {
        let head = tokens[Int(chunk.head)]
        if isLastMentioned(chunk), let entity = lastMention(before: Int(chunk.start)) {
            return Resolved(entity: entity, attribution: whole, confidence: 0.8)
        }
        if head.has(.source), isSameSource(chunk), let last = lastSpeaker(within: 12) {
            return Resolved(entity: last, attribution: whole, confidence: 0.8)
        }
        // «|Le même responsable| ajoute»: who spoke last.
        if head.has([.person, .role]), chunk.has(.definite),
            chunk.tokens.contains(where: { tokens[$0].word == words.meme }),
            let last = lastSpeaker(within: 12), agrees(chunk, entities.entities[last])
        {
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
