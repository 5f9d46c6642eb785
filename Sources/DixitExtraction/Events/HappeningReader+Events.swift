// Finds events: decides which nouns denote one, and which of them denote the same.

import DixitText

extension HappeningReader {
    /// An anaphor looks back at no more than so many events.
    private static var salientEvents: Int { 8 }

    mutating func readEvents(in sentence: Range<Int>) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if let match = terms.events.match(at: index, in: tokens, before: sentence.upperBound) {
                if let mention = mention(of: index..<match.end, label: match.label) { readEvent(mention) }
                index = match.end
            } else if let match = terms.ties.match(at: index, in: tokens, before: sentence.upperBound),
                terms.ties.labels[match.label].name == "here"
            {
                // «à cette occasion»
                if !events.isEmpty { note(events.count - 1, index..<match.end, isOccasion: true, isAnaphor: true) }
                index = match.end
            } else {
                index += 1
            }
        }
    }

    private mutating func note(_ event: Int, _ tokens: Range<Int>, isOccasion: Bool, isAnaphor: Bool) {
        eventMentions.append(
            EventMention(
                event: event, sentence: sentence, tokens: tokens, isOccasion: isOccasion, isAnaphor: isAnaphor))
    }

    private func flags(_ label: Int) -> Set<String> { terms.events.labels[label].flags }

    private mutating func readEvent(_ mention: NounMention) {
        let flags = flags(mention.label)
        if mention.isPlural, !flags.contains("plural") { return }
        if terms.ties.name(at: mention.phrase.lowerBound, in: tokens, before: mention.noun.upperBound) == "every" {
            return
        }
        if isQuoted(mention.noun.lowerBound) || isOtherThing(mention, flags) { return }
        let isOccasion = tie(before: mention.outerStart) == "occasion"
        let facts = facts(of: mention, isOccasion: isOccasion)
        let isAnaphor = mention.determiner == .demonstrative || mention.determiner == .definite
        if let known = antecedent(of: mention, facts) {
            merge(facts, mention, into: known)
            note(known, mention.phrase, isOccasion: isOccasion, isAnaphor: isAnaphor)
            return
        }
        guard isProven(mention, facts, flags, isOccasion) else { return }
        events.append(EventDraft(label: mention.label, mention: extent(of: mention), facts: facts))
        note(events.count - 1, mention.phrase, isOccasion: isOccasion, isAnaphor: false)
    }

    /// «salle |de réunion|», «cour |d'assises|», «un |salon| de thé», «le |Congrès|».
    private func isOtherThing(_ mention: NounMention, _ flags: Set<String>) -> Bool {
        let noun = mention.noun.lowerBound
        let isFirst = noun == annotated.text.sentences[sentence].tokens.lowerBound
        if mention.determiner == .none, !isFirst, tokens[noun - 1].has(.of), tie(before: mention.outerStart) == nil {
            return true
        }
        if flags.contains("elective"), mention.determiner == .possessive { return true }
        let hasCapital = tokens[noun].isCapitalised && !isFirst
        if flags.contains("capital"), !hasCapital { return true }
        return flags.contains("institution") && hasCapital && mention.phrase.upperBound == mention.noun.upperBound
    }

    /// Whether a noun that denotes no event known so far denotes a new one.
    ///
    /// A day, a place, an organiser or a topic shows it; so does a name («le Forum social mondial»), «lors d'une rencontre»,
    /// and «une réunion s'est tenue». An everyday word such as «visite» needs a day or a place.
    private func isProven(
        _ mention: NounMention, _ facts: EventFacts, _ flags: Set<String>, _ isOccasion: Bool
    ) -> Bool {
        // «un entretien avec l'AFP» is an interview.
        if flags.contains("between"), facts.participants.allSatisfy(isMedia) { return false }
        if facts.date != nil || facts.place != nil { return true }
        if flags.contains("proper"), facts.name != nil, !flags.contains("loose") || isOccasion { return true }
        if flags.contains("loose") {
            return !facts.organisers.isEmpty || isOccasion && !facts.isEmpty
                || facts.happens && !facts.isEmpty
        }
        return facts.happens || isOccasion || !facts.isEmpty && mention.determiner != .none
    }

    private func isMedia(_ entity: Int) -> Bool {
        let name = speech.entities.entities[entity].name
        return name.first.map { tokens[$0].has([.mediaName, .media]) } ?? false
    }

    // MARK: The same event

    /// The event that a mention speaks of again: «cette rencontre», «la rencontre», «la réunion de Rabat».
    private func antecedent(of mention: NounMention, _ facts: EventFacts) -> Int? {
        if mention.isAnother { return nil }
        let recent = events.indices.suffix(Self.salientEvents).reversed()
        let kind = terms.events.labels[mention.label].name
        let same = recent.filter {
            terms.events.labels[events[$0].label].name == kind && agrees(events[$0].facts, facts)
        }
        switch mention.determiner {
        case .definite, .possessive:
            return same.first
        case .demonstrative:
            if let known = same.first { return known }
            // «cette manifestation» for a colloquium, «cette réunion» for a meeting of another name.
            let flags = flags(mention.label)
            guard facts.isEmpty else { return nil }
            if flags.contains("general") { return events.indices.last }
            return flags.contains("talk") ? recent.first { self.flags(events[$0].label).contains("talk") } : nil
        case .indefinite, .none:
            // «une rencontre à Casablanca» in the headline and again in the text.
            return same.first { shares(events[$0].facts, facts) }
        }
    }

    private func agrees(_ known: EventFacts, _ new: EventFacts) -> Bool {
        if let left = known.place, let right = new.place, left != right { return false }
        if let left = known.date, let right = new.date, left.date != right.date { return false }
        if let left = known.name, let right = new.name { return isSameName(left, right) }
        return true
    }

    private func shares(_ known: EventFacts, _ new: EventFacts) -> Bool {
        if let left = known.name, let right = new.name { return isSameName(left, right) }
        return known.place != nil && known.place == new.place
            || known.date != nil && known.date?.date == new.date?.date
            || !Set(known.organisers).isDisjoint(with: new.organisers)
    }

    /// «le Forum social mondial» and «le Forum social» are one.
    private func isSameName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        zip(left, right).allSatisfy { tokens[$0].hash == tokens[$1].hash }
    }

    private mutating func merge(_ new: EventFacts, _ mention: NounMention, into event: Int) {
        var facts = events[event].facts
        if facts.name == nil || (new.name?.count ?? 0) > (facts.name?.count ?? 0) {
            facts.name = new.name ?? facts.name
        }
        facts.topic = facts.topic ?? new.topic
        facts.date = facts.date ?? new.date
        facts.place = facts.place ?? new.place
        add(new.organisers, to: &facts.organisers)
        add(new.participants, to: &facts.participants)
        events[event].facts = facts
        let extent = extent(of: mention)
        guard mention.determiner != .demonstrative, extent.count > events[event].mention.count else { return }
        events[event].mention = extent
    }

    /// The words of a mention with the place right after it: «une rencontre |à Casablanca|».
    private mutating func extent(of mention: NounMention) -> Range<Int> {
        guard place(ofChunk: mention.chunk + 1) != nil, let next = chunk(mention.chunk + 1),
            Int(next.start) == mention.phrase.upperBound
        else { return mention.phrase }
        return mention.phrase.lowerBound..<Int(next.end)
    }
}
