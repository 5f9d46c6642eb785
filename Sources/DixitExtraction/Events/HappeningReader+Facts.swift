// Reads what stands around the noun for an event: day, place, organisers, participants, topic, name.

import DixitText

extension HappeningReader {
    /// What belongs to an event stands within so many chunks of its noun.
    private static var reach: Int { 28 }
    private static var reachBack: Int { 6 }
    /// No event has more organisers or participants than this.
    private static var mostPeople: Int { 64 }

    mutating func facts(of mention: NounMention, isOccasion: Bool) -> EventFacts {
        var facts = EventFacts()
        facts.name = name(of: mention)
        let flags = terms.events.labels[mention.label].flags
        if facts.name == nil { facts.place = placeInside(mention) }
        // «l'élection du 15 mars»: the nearest, whatever the tense of the clause.
        if expression(in: mention.phrase) != nil { facts.date = date(in: mention.phrase, tense: .open) }
        readRight(mention, flags, &facts)
        readLeft(mention, isOccasion, &facts)
        return facts
    }

    // MARK: To the right

    /// «une rencontre à Casablanca, initiée samedi par le ministère en collaboration avec la région … autour de « … »»
    private mutating func readRight(_ mention: NounMention, _ flags: Set<String>, _ facts: inout EventFacts) {
        var index = mention.chunk + 1
        let limit = min(range.upperBound, index + Self.reach)
        let isSubject = isSubject(mention)
        var deed = Deed.none
        var hasVerb = false
        var isRelative = false
        while index < limit {
            let chunk = chunks[index]
            let isNext = index == mention.chunk + 1
            if let tie = tie(at: Int(chunk.start)), let next = take(tie, at: index, &facts) {
                guard next > index else { return }
                index = next
                continue
            }
            switch chunk.kind {
            case .nounPhrase:
                if isDate(chunk) {
                    if facts.date == nil { facts.date = date(in: chunk.tokens) }
                } else if chunk.preposition < 0 {
                    guard deed == .gather else { return }
                    let (entities, next) = list(from: Int(chunk.start))
                    add(entities, to: &facts.participants)
                    deed = .none
                    index = max(next, index + 1)
                    continue
                } else if let next = readPrepositional(index, deed, isNext, flags, &facts) {
                    index = max(next, index + 1)
                    continue
                }
            case .participle, .gerund:
                let found = self.deed(chunk)
                if chunk.kind == .gerund, found != .gather, found != .concern { return }
                if found == .sign || found == .terminate { return }
                deed = found
            case .verb:
                guard isSubject || isRelative, !hasVerb, !chunk.has(.negated) else { return }
                hasVerb = true
                guard let found = eventVerb(index) else { return }
                deed = found
                facts.happens = true
                if found == .happen, chunks[index].verb >= 0, isHavingPlace(index) { index += 1 }
            case .relative:
                guard !isRelative, let next = self.chunk(index + 1), next.kind == .verb || next.kind == .pronoun,
                    tokens[Int(chunk.start)].word == words.qui
                else { return }
                isRelative = true
            case .comma:
                guard let next = self.chunk(index + 1) else { return }
                if next.kind == .nounPhrase, next.preposition < 0, !next.has(.time), deed != .gather { return }
            case .coordinator:
                guard let next = self.chunk(index + 1), next.kind == .participle else { return }
            case .openParenthesis:
                if let date = expression(in: Int(chunk.end)..<Int(chunk.end) + 3), facts.date == nil {
                    facts.date = self.date(in: date.tokens)
                }
                while index < limit, chunks[index].kind != .closeParenthesis { index += 1 }
            case .quotation:
                guard facts.topic == nil, let inside = inside(chunk), isNext || deed == .concern else { return }
                // «le colloque « Démocratie et santé »», not «la manifestation « qui se veut pacifique »».
                guard deed == .concern || tokens[inside.lowerBound].isCapitalised else { return }
                facts.topic = inside
                deed = .none
            case .adverb, .other:
                if facts.date == nil, isDate(chunk) { facts.date = date(in: chunk.tokens) }
            case .closeParenthesis, .preposition: break
            default: return
            }
            index += 1
        }
    }

    /// Whether a verb that follows can have the event for its subject: «|la réunion| s'est tenue», «l'ouverture |du forum| a eu lieu».
    private func isSubject(_ mention: NounMention) -> Bool {
        let chunk = chunks[mention.chunk]
        guard chunk.preposition < 0 else { return false }
        return mention.outerStart == Int(chunk.start)
            || terms.ties.name(at: Int(chunk.head), in: tokens, before: Int(chunk.end)) == "part"
    }

    /// Takes what a tie introduces; nil for ties that say nothing of an event, the same index to end the reading.
    private mutating func take(_ tie: (name: String, end: Int), at index: Int, _ facts: inout EventFacts) -> Int? {
        guard tie.end < annotated.text.sentences[sentence].tokens.upperBound else { return nil }
        switch tie.name {
        case "organiser", "participant":
            let (entities, next) = list(from: tie.end)
            if tie.name == "organiser" {
                add(entities, to: &facts.organisers)
            } else {
                add(entities, to: &facts.participants)
            }
            return max(next, index + 1)
        case "topic":
            guard facts.topic == nil, let topic = topic(from: tie.end) else { return nil }
            facts.topic = topic.tokens
            return max(topic.end, index + 1)
        case "occasion": return index
        default: return nil
        }
    }

    func add(_ new: [Int], to list: inout [Int]) {
        for entity in new where list.count < Self.mostPeople && !list.contains(entity) { list.append(entity) }
    }

    /// «par le ministère», «entre A et B», «avec le ministre», «sur le climat», «contre la réforme», «à Rabat».
    private mutating func readPrepositional(
        _ index: Int, _ deed: Deed, _ isNext: Bool, _ flags: Set<String>, _ facts: inout EventFacts
    ) -> Int? {
        let chunk = chunks[index]
        let word = preposition(chunk)
        let start = Int(chunk.preposition) + 1
        if word == words.par {
            guard deed == .organise || deed == .attend || deed == .happen else { return nil }
            let (entities, next) = list(from: start)
            if deed == .organise {
                add(entities, to: &facts.organisers)
            } else {
                add(entities, to: &facts.participants)
            }
            return next
        }
        if word == words.entre || word == words.avec {
            guard flags.contains("mutual"), facts.participants.isEmpty else { return nil }
            let (entities, next) = list(from: start)
            add(entities, to: &facts.participants)
            return next
        }
        let isCause = (word == words.contre || word == words.pour) && flags.contains("cause")
        // «une cérémonie |sur la place|» has no topic.
        let isGround = tokens[Int(chunk.head)].has(.placeNoun)
        if facts.topic == nil, !isGround, word == words.sur || isCause, isNext || deed == .concern,
            let topic = topic(from: start)
        {
            facts.topic = topic.tokens
            return topic.end
        }
        if isLocative(chunk), deed == .concern, facts.topic == nil, place(ofChunk: index) == nil,
            let topic = topic(from: start)
        {
            facts.topic = topic.tokens
            return topic.end
        }
        if let place = place(ofChunk: index) {
            let isBetter = facts.place.map { speech.entities.entities[$0].kind != .place } ?? true
            if isBetter { facts.place = place }
        }
        return nil
    }

    /// What a verb whose subject is the event says: «s'est tenue», «a été organisée», «a réuni», «a eu lieu»; nil for others.
    private func eventVerb(_ index: Int) -> Deed? {
        let chunk = chunks[index]
        if isHavingPlace(index) { return .happen }
        switch deed(chunk) {
        case .happen, .gather, .concern: return deed(chunk)
        case .organise:
            // «se tenir» takes place, «est organisée par» has an organiser; «la conférence organise …» does something else.
            if chunk.has(.reflexive) { return .happen }
            return chunk.has(.passive) ? .organise : nil
        case .attend: return chunk.has(.passive) ? .attend : nil
        default: return nil
        }
    }

    /// «a eu lieu», «aura lieu»
    private func isHavingPlace(_ index: Int) -> Bool {
        guard let verb = chunk(index), verb.verb >= 0, annotated.lexicon.verbs[Int(verb.verb)].lemma == "avoir" else {
            return tokens[Int(chunks[index].end) - 1].word == words.lieu
        }
        return tokens[Int(verb.end) - 1].word == words.lieu
            || chunk(index + 1).map { tokens[Int($0.head)].word == words.lieu } ?? false
    }

    // MARK: To the left

    /// «Le ministère |a organisé samedi à Rabat| une rencontre», «Samedi, une réunion s'est tenue», «a dit lundi lors de …»
    private mutating func readLeft(_ mention: NounMention, _ isOccasion: Bool, _ facts: inout EventFacts) {
        var index = mention.chunk - 1
        if Int(chunks[mention.chunk].start) < mention.outerStart { index = mention.chunk }
        var hasVerb = false
        let floor = max(range.lowerBound, mention.chunk - Self.reachBack)
        while index >= floor {
            let chunk = chunks[index]
            switch chunk.kind {
            case .nounPhrase:
                if isDate(chunk) {
                    // «lundi, il a dit lors de …» tells when it was said, and so when the meeting was.
                    if facts.date == nil, isOccasion || !hasVerb { facts.date = date(in: chunk.tokens) }
                } else if isLocative(chunk), !hasVerb {
                    if facts.place == nil, index < mention.chunk { facts.place = place(ofChunk: index) }
                } else if !(hasVerb && isOccasion), index < mention.chunk {
                    return
                }
            case .verb, .infinitive:
                if hasVerb { return }
                hasVerb = true
                readGoverning(index, mention, &facts)
                if !isOccasion, !facts.happens { return }
            case .adverb, .other:
                if isDate(chunk), facts.date == nil, isOccasion || !hasVerb { facts.date = date(in: chunk.tokens) }
            case .comma, .preposition: break
            default: return
            }
            index -= 1
        }
    }

    /// «Le ministère a organisé une rencontre», «le ministre a présidé la cérémonie», «a participé à la réunion».
    private mutating func readGoverning(_ index: Int, _ mention: NounMention, _ facts: inout EventFacts) {
        let verb = chunks[index]
        let deed = deed(verb)
        guard deed == .organise || deed == .attend, verb.kind == .verb, !verb.has(.negated), !verb.has(.passive),
            !verb.has(.reflexive), !verb.has(.inverted), let subject = speech.subject(before: index),
            let entity = entity(ofChunk: subject)
        else { return }
        let isObject = chunks[mention.chunk].preposition < 0
        if deed == .organise, isObject {
            facts.happens = true
            add([entity], to: &facts.organisers)
        } else if deed == .attend, isObject || isLocative(chunks[mention.chunk]) {
            facts.happens = true
            add([entity], to: &facts.participants)
        }
    }

    // MARK: Inside the phrase

    /// A proper name: «le |Forum social mondial|», «le |festival Mawazine|».
    private func name(of mention: NounMention) -> Range<Int>? {
        let noun = mention.noun.lowerBound
        let end = nameEnd(mention)
        let isFirst = noun == annotated.text.sentences[sentence].tokens.lowerBound
        if tokens[noun].isCapitalised, !isFirst, !tokens[noun].has(.allCapitals) {
            return end > mention.noun.upperBound ? noun..<end : nil
        }
        guard terms.events.labels[mention.label].flags.contains("proper"), mention.noun.upperBound < end else {
            return nil
        }
        let next = tokens[mention.noun.upperBound]
        guard next.isCapitalised, !next.has([.firstName, .title, .place]) else { return nil }
        var last = mention.noun.upperBound
        while last < end, tokens[last].isCapitalised || tokens[last].has(.particle) || tokens[last].kind == .number {
            last += 1
        }
        return noun..<last
    }

    /// Where a name ends: before a day, an acronym in parentheses, a mark.
    private func nameEnd(_ mention: NounMention) -> Int {
        var end = mention.noun.upperBound
        while end < mention.phrase.upperBound, tokens[end].kind == .word, !tokens[end].has(.timeWord) { end += 1 }
        while end > mention.noun.upperBound, tokens[end - 1].has([.of, .contracted, .determiner, .preposition]) {
            end -= 1
        }
        return end
    }

    /// «la manifestation |de Rabat|», «le sommet |de Paris|»
    private func placeInside(_ mention: NounMention) -> Int? {
        for index in mention.noun.upperBound..<max(mention.noun.upperBound, mention.phrase.upperBound) {
            guard tokens[index].isCapitalised, tokens[index - 1].has([.of, .contracted]),
                index - 1 == mention.noun.upperBound || tokens[index - 2].has(.adjective)
            else { continue }
            guard let entity = speech.entities.entity(namedAt: index),
                speech.entities.entities[entity].kind == .place,
                annotated.lexicon.gazetteer.kind(of: speech.entities.entities[entity].words) == "ville"
            else { return nil }
            return entity
        }
        return nil
    }
}
