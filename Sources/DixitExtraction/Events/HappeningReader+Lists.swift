// Reads lists of those who take part: «entre A, B, C, et les universités X, Y et Z de W».

import DixitText

extension HappeningReader {
    private static var mostItems: Int { 40 }
    /// How far a comma looks for the «et» that makes it part of a list.
    private static var lookAhead: Int { 24 }

    /// The entities of a list that begins at a token, and the chunk after it.
    ///
    /// A plural noun before the first of several names is shared by all of them: «les universités Hassan II, Hassan I et
    /// Chouaib Doukkali» are three universities.
    mutating func list(from token: Int) -> (entities: [Int], end: Int) {
        var entities: [Int] = []
        var index = chunkIndex(at: token)
        var first = max(token, chunk(index).map { Int($0.start) } ?? token)
        var preposition = WordID.unknown
        if let chunk = chunk(index) { preposition = self.preposition(chunk) }
        var shared: Int?
        var hasCoordinator = false
        for _ in 0..<Self.mostItems {
            guard let item = chunk(index), item.kind == .nounPhrase, !item.has(.time) else { break }
            var next = index + 1
            if let name = sharedName(item, first, &shared), let head = shared {
                let entity = share(head, name)
                if !entities.contains(entity) { entities.append(entity) }
            } else {
                if let apposition = annotated.apposition(at: index, in: range) { next = max(next, apposition.end) }
                if first > Int(item.head), let name = chunk(next), name.kind == .nounPhrase, name.preposition < 0,
                    name.isNameAlone, let entity = speech.entities.entity(namedAt: Int(name.nameStart)),
                    tokens[Int(item.end) - 1].has(.role)
                {
                    // «en présence du ministre |Karim Lahlou|»
                    if !entities.contains(entity) { entities.append(entity) }
                    next += 1
                } else if let entity = entity(ofChunk: index, from: first), !entities.contains(entity) {
                    entities.append(entity)
                }
            }
            guard let separator = separator(at: next), let following = chunk(separator.end),
                following.kind == .nounPhrase, !following.has(.time),
                following.preposition < 0 || self.preposition(following) == preposition
            else { return (entities, next) }
            // After «et X» the list goes on only with names that share the noun before, or with another «et».
            if hasCoordinator, !separator.isCoordinated, shared == nil { return (entities, next) }
            guard separator.isCoordinated || isListed(from: separator.end) else { return (entities, next) }
            hasCoordinator = hasCoordinator || separator.isCoordinated
            index = separator.end
            first = Int(following.start)
            if following.preposition >= 0 { first = Int(following.preposition) + 1 }
        }
        return (entities, index)
    }

    /// «, », « et », «, et », « ainsi que »: the chunk after it.
    private func separator(at index: Int) -> (end: Int, isCoordinated: Bool)? {
        var end = index
        var isCoordinated = false
        if chunk(end)?.kind == .comma { end += 1 }
        if let next = chunk(end) {
            if next.kind == .coordinator, tokens[Int(next.start)].word == words.et {
                isCoordinated = true
                end += 1
            } else if next.kind == .subordinator, tokens[Int(next.start)].word == words.ainsi {
                isCoordinated = true
                end += 1
            }
        }
        return end > index ? (end, isCoordinated) : nil
    }

    /// Whether an «et» follows that closes the list: «en présence de A, |B et C|», not «en présence de A, |B a déclaré|».
    private func isListed(from index: Int) -> Bool {
        for next in index..<min(index + Self.lookAhead, range.upperBound) {
            switch chunks[next].kind {
            case .nounPhrase, .comma, .participle, .openParenthesis, .closeParenthesis: continue
            case .coordinator, .subordinator: return chunk(next + 1)?.kind == .nounPhrase
            default: return false
            }
        }
        return false
    }

    // MARK: Shared nouns

    /// The name of an item that shares its noun with others, noun left out; nil for an item with a noun of its own.
    private func sharedName(_ item: Chunk, _ first: Int, _ shared: inout Int?) -> Range<Int>? {
        guard item.hasName else {
            shared = nil
            return nil
        }
        let start = Int(item.nameStart)
        if item.head < item.nameStart {
            let head = Int(item.head)
            // «les universités Hassan II»: a plural noun right before a name.
            guard start == head + 1, isPlural(item, first), isShareable(head) else {
                shared = nil
                return nil
            }
            shared = head
            return start..<Int(item.end)
        }
        guard shared != nil, first == start || tokens[first..<start].allSatisfy({ $0.has(.title) }) else {
            shared = nil
            return nil
        }
        return start..<Int(item.end)
    }

    /// «universités», «communes»: a plural of a noun for an organisation or a place.
    private func isShareable(_ head: Int) -> Bool {
        let singular = annotated.lexicon.word(Self.singular(annotated.text.text(tokens[head].range).lowercased()))
        return tokens[head].has([.organisation, .placeNoun])
            || annotated.lexicon.classes(singular).has([.organisation, .placeNoun])
    }

    private func isPlural(_ item: Chunk, _ first: Int) -> Bool {
        item.has(.plural)
            || tokens[first..<max(first, Int(item.head))].contains { $0.has(.plural) && !$0.has(.singular) }
    }

    /// The entity of a name under a noun that it shares with others.
    private mutating func share(_ head: Int, _ name: Range<Int>) -> Int {
        let entity = speech.entities.adopt(name: name, under: head)
        guard speech.entities.entities[entity].kind == .organisation else { return entity }
        let noun = annotated.text.text(ofTokens: head..<head + 1)
        sharedNouns[entity] = Self.singular(noun)
        return entity
    }

    /// «universités» → «université», «tribunaux» → «tribunal»
    static func singular(_ noun: String) -> String {
        if noun.hasSuffix("aux") { return noun.dropLast(2) + "l" }
        return noun.hasSuffix("s") ? String(noun.dropLast()) : noun
    }

    // MARK: Items

    /// The entity of a phrase, or of what is left of it from a token on: «en présence |du ministre de l'Intérieur|».
    mutating func entity(ofChunk index: Int, from token: Int? = nil) -> Int? {
        guard let chunk = chunk(index), chunk.kind == .nounPhrase, !chunk.has(.time) else { return nil }
        let start = token ?? Int(chunk.start)
        guard start > Int(chunk.head) else { return whole(chunk, index) }
        // The head stands before: «en présence», «à l'initiative».
        if chunk.hasName, Int(chunk.nameStart) >= start,
            let named = speech.entities.entity(namedAt: Int(chunk.nameStart))
        {
            let isAlone = tokens[start..<Int(chunk.nameStart)].allSatisfy { $0.has([.title, .determiner]) }
            if isAlone || speech.entities.entities[named].kind == .person { return named }
        }
        guard let head = (start..<Int(chunk.end)).first(where: { tokens[$0].has(Self.actors) }) else { return nil }
        if tokens[head].has(.role), let person = person(namedIn: head..<Int(chunk.end)) { return person }
        var part = Chunk(.nounPhrase, start..<Int(chunk.end), head: head)
        part.flags = chunk.flags
        if let known = speech.entities.known(phrase: part) { return known }
        return speech.entities.entity(forPhrase: part, kind: speech.kind(of: part))
    }

    /// «ministre |Karim Lahlou|»
    private func person(namedIn range: Range<Int>) -> Int? {
        for index in range {
            guard let entity = speech.entities.entity(namedAt: index) else { continue }
            return speech.entities.entities[entity].kind == .person ? entity : nil
        }
        return nil
    }

    private static var actors: WordClass { [.role, .person, .group, .organisation, .media, .placeNoun] }

    private mutating func whole(_ chunk: Chunk, _ index: Int) -> Int? {
        let head = tokens[Int(chunk.head)]
        if terms.ties.name(at: Int(chunk.head), in: tokens, before: Int(chunk.end)) == "vague" { return nil }
        guard chunk.hasName || head.has(Self.actors) || head.has(.place) else { return nil }
        // «l'université Hassan II de Casablanca»: the noun and the name together.
        return speech.resolve(index)?.entity
    }

    /// The place that a phrase names: «à Casablanca», «dans la région de Souss-Massa», «au siège du ministère».
    mutating func place(ofChunk index: Int) -> Int? {
        guard let chunk = chunk(index), chunk.kind == .nounPhrase, isLocative(chunk) else { return nil }
        if chunk.hasName, let entity = speech.entities.entity(namedAt: Int(chunk.nameStart)) {
            // «à Londres» is a place though «Londres» can act.
            let named = speech.entities.entities[entity]
            let isKnown = chunk.isNameAlone && annotated.lexicon.gazetteer.kind(of: named.words) != nil
            if named.kind == .place || named.kind == .organisation && isKnown { return entity }
            let isVenue = tokens[Int(chunk.head)].has(.placeNoun) || isVenue(chunk)
            return isVenue && annotated.text.tokens[Int(chunk.head)].has([.placeNoun, .organisation]) ? entity : nil
        }
        return nil
    }

    private func isVenue(_ chunk: Chunk) -> Bool {
        terms.ties.name(at: Int(chunk.head), in: tokens, before: Int(chunk.end)) == "venue"
    }

    /// «à», «au», «en», «dans»
    func isLocative(_ chunk: Chunk) -> Bool {
        guard chunk.preposition >= 0 else { return false }
        let token = tokens[Int(chunk.preposition)]
        return token.word == words.a || token.word == words.en || token.word == words.dans || token.has(.contractedTo)
    }
}
