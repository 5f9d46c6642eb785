// Turns the events and agreements that were read into records, and ties statements to the events where they were made.

import DixitText

extension HappeningReader {
    func eventRecords() -> [ExtractedEvent] {
        events.map { event in
            var record = ExtractedEvent(
                kind: terms.events.labels[event.label].name, range: annotated.text.range(of: event.mention))
            record.name = event.facts.name.map { annotated.text.range(of: $0) }
            record.topic = event.facts.topic.map { annotated.text.range(of: $0) }
            record.date = event.facts.date
            record.place = event.facts.place
            record.organisers = event.facts.organisers
            record.participants = event.facts.participants.filter { !event.facts.organisers.contains($0) }
            return record
        }
    }

    func agreementRecords() -> [ExtractedAgreement] {
        agreements.map { agreement in
            var record = ExtractedAgreement(
                kind: terms.agreements.labels[agreement.label].name, range: annotated.text.range(of: agreement.mention))
            record.status = agreement.status
            record.parties = agreement.parties
            record.purpose = agreement.purpose.map { annotated.text.range(of: $0) }
            record.date = agreement.date
            record.event = agreement.event
            return record
        }
    }

    /// The place of the dateline, made where no rule found a place in it.
    mutating func dateline(_ name: Range<Int>) -> Int {
        if let known = speech.entities.entity(namedAt: name.lowerBound),
            speech.entities.entities[known].kind == .place
        {
            return known
        }
        return speech.entities.add(.place, name: name, isNamed: true)
    }

    /// All entities, those included that were found as organisers, parties and places.
    ///
    /// - Parameter statements: Who speaks acts: «Londres», «la région» stay bodies where they do, and are places where not.
    func entityRecords(_ statements: [ExtractedStatement]) -> [ExtractedEntity] {
        var records = speech.entities.records()
        var acting = Set(statements.compactMap(\.speaker))
        for event in events { acting.formUnion(event.facts.organisers + event.facts.participants) }
        for agreement in agreements { acting.formUnion(agreement.parties) }
        speech.entities.describePlaces(&records, acting: acting)
        for (entity, noun) in sharedNouns where records.indices.contains(entity) {
            records[entity].displayName = noun + " " + annotated.text.text(records[entity].name)
            records[entity].subkind = noun
        }
        return records
    }
}
