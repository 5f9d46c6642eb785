// The records beside statements: the document, people, organisations, places, sources, events, agreements.

import Dixit
import DixitExtraction
import DixitText

extension ExtractedLines {
    /// `a.txt#event-2`
    func id(_ kind: String, _ index: Int) -> String { "\(path)#\(kind)-\(index + 1)" }

    /// The name of an entity as it is shown.
    func name(_ index: Int) -> String {
        let entity = document.entities[index]
        return entity.displayName ?? text(entity.name)
    }

    private func text(_ range: TextRange) -> String {
        let lower = min(Int(range.start), bytes.count)
        return String(decoding: bytes[lower..<min(max(lower, Int(range.end)), bytes.count)], as: UTF8.self)
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
        var mentions = [[TextRange]](repeating: [], count: document.entities.count)
        for mention in document.mentions { mentions[mention.entity].append(mention.range) }
        for (index, entity) in document.entities.enumerated() where kinds.contains(entity.kind) {
            line.begin()
            line.field("record", record)
            line.field("document", path)
            line.field("id", id("entity", index))
            line.field("name", name(index))
            line.field("forms", texts: entity.forms.map(text))
            switch entity.kind {
            case .person:
                line.field("gender", entity.gender?.rawValue)
                line.field("roles", texts: entity.knownRoles + entity.roles.map { text($0.text) })
                line.field("organisations", texts: entity.organisations.map(name))
            case .organisation, .place: line.field("kind", entity.subkind)
            case .group, .document, .unnamed: line.field("kind", entity.kind.rawValue)
            }
            line.field("mentions", offsetsOf: mentions[index])
            line.end()
        }
    }

    func writeEvent(_ index: Int, to line: inout ExtractedLine) {
        let event = document.events[index]
        line.begin()
        line.field("record", "event")
        line.field("document", path)
        line.field("id", id("event", index))
        line.field("kind", event.kind)
        line.field("name", event.name)
        line.field("topic", event.topic)
        line.field("date", event.date?.date.description)
        line.field("place", event.place.map(name))
        line.field("organisers", texts: event.organisers.map(name))
        line.field("participants", texts: event.participants.map(name))
        line.field("text", event.range)
        line.field("content", offsetsOf: [event.range])
        line.end()
    }

    func writeAgreement(_ index: Int, to line: inout ExtractedLine) {
        let agreement = document.agreements[index]
        line.begin()
        line.field("record", "agreement")
        line.field("document", path)
        line.field("id", id("agreement", index))
        line.field("kind", agreement.kind)
        line.field("status", agreement.status?.rawValue)
        line.field("parties", texts: agreement.parties.map(name))
        line.field("purpose", agreement.purpose)
        line.field("date", agreement.date?.date.description)
        line.field("event", agreement.event.map { id("event", $0) })
        line.field("text", agreement.range)
        line.field("content", offsetsOf: [agreement.range])
        line.end()
    }
}
