// The records beside statements: the document, people, organisations, places, sources, events, agreements.

import Dixit
import DixitExtraction
import DixitText

extension ExtractedLines {
    /// `a.txt#event-2`
    func id(_ kind: StaticString, _ index: Int) -> ExtractedID {
        ExtractedID(document: path, kind: kind, number: index + 1)
    }

    /// The name of an entity as it is shown.
    func name(_ index: Int) -> ShownName {
        document.entities[index].displayName.map { .text($0) } ?? .words(document.entities[index].name)
    }

    func writeDocument(to line: inout ExtractedLine) {
        line.begin()
        line.field("record", "document")
        line.field("document", path)
        if let title = given?.title { line.field("title", title) } else { line.field("title", document.title) }
        line.field("lead", document.lead)
        line.field("date", given?.date?.description ?? document.date?.date.description)
        line.field("place", document.dateline.map(name))
        if let outlet = given?.outlet { line.field("outlet", outlet) } else { line.field("outlet", document.outlet) }
        if let url = given?.url { line.field("url", url) }
        line.field("agency", document.agency)
        line.field("language", document.language)
        line.field("words", document.words)
        line.field("sentences", document.sentences.count)
        line.field("paragraphs", document.paragraphs.count)
        line.end()
    }

    /// The entities of some kinds that have a name of their own, or that say something.
    func writeEntities(_ kinds: Set<ExtractedEntity.Kind>, as record: String, to line: inout ExtractedLine) {
        var mentions = [[ExtractedMention]](repeating: [], count: document.entities.count)
        for mention in document.mentions { mentions[mention.entity].append(mention) }
        for (index, entity) in document.entities.enumerated() where kinds.contains(entity.kind) {
            line.begin()
            line.field("record", record)
            line.field("document", path)
            line.field("id", id: id("#entity-", index))
            line.field("name", name(index))
            line.field("forms", texts: entity.forms)
            switch entity.kind {
            case .person:
                line.field("gender", entity.gender?.rawValue)
                line.field("roles", names: entity.knownRoles.map { .text($0) } + entity.roles.map { .words($0.text) })
                line.field("organisations", names: entity.organisations.map(name))
            case .organisation, .place: line.field("kind", entity.subkind)
            case .group, .document, .unnamed: line.field("kind", entity.kind.rawValue)
            }
            if isComplete {
                writePlaces(of: entity, to: &line)
                line.mentions(mentions[index])
            } else {
                line.field("mentions", offsetsOf: mentions[index].map(\.range))
            }
            line.end()
        }
    }

    func writeEvent(_ index: Int, to line: inout ExtractedLine) {
        let event = document.events[index]
        line.begin()
        line.field("record", "event")
        line.field("document", path)
        line.field("id", id: id("#event-", index))
        line.field("kind", event.kind)
        line.field("name", event.name)
        line.field("topic", event.topic)
        line.field("date", event.date?.date.description)
        line.field("place", event.place.map(name))
        line.field("organisers", names: event.organisers.map(name))
        line.field("participants", names: event.participants.map(name))
        line.field("text", event.range)
        line.field("content", offsetsOf: [event.range])
        if isComplete { writePlaces(of: event, to: &line) }
        line.end()
    }

    func writeAgreement(_ index: Int, to line: inout ExtractedLine) {
        let agreement = document.agreements[index]
        line.begin()
        line.field("record", "agreement")
        line.field("document", path)
        line.field("id", id: id("#agreement-", index))
        line.field("kind", agreement.kind)
        line.field("status", agreement.status?.rawValue)
        line.field("parties", names: agreement.parties.map(name))
        line.field("purpose", agreement.purpose)
        line.field("date", agreement.date?.date.description)
        line.field("event", id: agreement.event.map { id("#event-", $0) })
        line.field("text", agreement.range)
        line.field("content", offsetsOf: [agreement.range])
        if isComplete { writePlaces(of: agreement, to: &line) }
        line.end()
    }
}
