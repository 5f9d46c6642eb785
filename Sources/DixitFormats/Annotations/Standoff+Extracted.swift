// What was found in a document as annotations that stand beside its text.

import DixitExtraction
import DixitText

extension Standoff {
    /// Every record and mention of a document; reading it again with ``ExtractedAssembly`` gives the same records.
    init(_ document: ExtractedDocument, of bytes: [UInt8]) {
        var writer = Writer(bytes: bytes, offsets: CodePointOffsets(bytes))
        writer.write(document)
        self = writer.standoff
    }

    private struct Writer {
        let bytes: [UInt8]
        let offsets: CodePointOffsets
        var standoff = Standoff()
        /// The spans of the records, by their numbers in the document.
        private var entities: [Int] = []
        private var events: [Int] = []

        init(bytes: [UInt8], offsets: CodePointOffsets) { (self.bytes, self.offsets) = (bytes, offsets) }

        mutating func write(_ document: ExtractedDocument) {
            entities = document.entities.map { span($0.kind.rawValue.capitalised, $0.name) }
            for (number, entity) in document.entities.enumerated() { write(entity, entities[number]) }
            for mention in document.mentions where entities.indices.contains(mention.entity) {
                write(mention, document)
            }
            for entity in entities where standoff.spans[entity].property("mention") == nil {
                set("mention", StandoffNames.notMentioned, on: entity)
            }
            events = document.events.map { span(StandoffNames.event, $0.range) }
            for (number, event) in document.events.enumerated() { write(event, events[number]) }
            for statement in document.statements { write(statement) }
            for agreement in document.agreements { write(agreement) }
        }

        // MARK: Records

        private mutating func write(_ entity: ExtractedEntity, _ span: Int) {
            set("display", entity.displayName, on: span)
            set("gender", entity.gender?.rawValue, on: span)
            set("kind", entity.subkind, on: span)
            for role in entity.knownRoles { set("role", role, on: span) }
            for form in entity.forms { link("form", from: span, to: self.span("Form", form)) }
            for role in entity.roles { link("role", from: span, to: self.span("Role", role.text)) }
            for organisation in entity.organisations {
                link("organisation", from: span, to: organisation, of: entities)
            }
        }

        private mutating func write(_ mention: ExtractedMention, _ document: ExtractedDocument) {
            let entity = entities[mention.entity]
            let span: Int
            // Where the name stands, the entity's own span is the mention.
            if mention.range == document.entities[mention.entity].name,
                standoff.spans[entity].property("mention") == nil
            {
                span = entity
            } else {
                span = self.span(document.entities[mention.entity].kind.rawValue.capitalised, mention.range)
                link("entity", from: span, to: entity)
            }
            set("mention", mention.form.rawValue, on: span)
        }

        private mutating func write(_ statement: ExtractedStatement) {
            let span = standoff.add(
                StandoffNames.statement, statement.content.map(codePoints),
                text: statement.content.map(text).joined(separator: " "))
            link("speaker", from: span, to: statement.speaker, of: entities)
            link("attribution", from: span, part: "Attribution", statement.attribution)
            link("cue", from: span, part: "Cue", statement.cue)
            set("lemma", statement.cueLemma, on: span)
            set("act", statement.act, on: span)
            set("mode", statement.mode.rawValue, on: span)
            link("role", from: span, part: "Role", statement.role)
            link("addressee", from: span, part: "Addressee", statement.addressee)
            link("medium", from: span, part: "Medium", statement.medium)
            link("place", from: span, to: statement.place, of: entities)
            link("event", from: span, to: statement.event, of: events)
            link(from: span, date: statement.date)
            set("confidence", "\(statement.confidence)", on: span)
            set("rule", statement.rule, on: span)
        }

        private mutating func write(_ event: ExtractedEvent, _ span: Int) {
            set("kind", event.kind, on: span)
            link("name", from: span, part: "Name", event.name)
            link("topic", from: span, part: "Topic", event.topic)
            link(from: span, date: event.date)
            link("place", from: span, to: event.place, of: entities)
            for actor in event.organisers { link("organiser", from: span, to: actor, of: entities) }
            for actor in event.participants { link("participant", from: span, to: actor, of: entities) }
        }

        private mutating func write(_ agreement: ExtractedAgreement) {
            let span = span(StandoffNames.agreement, agreement.range)
            set("kind", agreement.kind, on: span)
            set("status", agreement.status?.rawValue, on: span)
            for actor in agreement.parties { link("party", from: span, to: actor, of: entities) }
            link("purpose", from: span, part: "Purpose", agreement.purpose)
            link(from: span, date: agreement.date)
            link("event", from: span, to: agreement.event, of: events)
        }

        // MARK: Spans

        private mutating func span(_ type: String, _ range: TextRange) -> Int {
            standoff.add(type, [codePoints(range)], text: text(range))
        }

        private mutating func set(_ name: String, _ value: String?, on span: Int) {
            if let value { standoff.spans[span].properties.append(Property(name: name, value: value)) }
        }

        private mutating func link(_ name: String, from span: Int, to target: Int) {
            standoff.spans[span].links.append(Link(name: name, target: standoff.spans[target].id))
        }

        private mutating func link(_ name: String, from span: Int, to record: Int?, of spans: [Int]) {
            if let record, spans.indices.contains(record) { link(name, from: span, to: spans[record]) }
        }

        private mutating func link(_ name: String, from span: Int, part type: String, _ range: TextRange?) {
            if let range { link(name, from: span, to: self.span(type, range)) }
        }

        private mutating func link(from span: Int, date: ExtractedDate?) {
            guard let date else { return }
            let part = self.span("Date", date.range)
            set("value", date.date.description, on: part)
            link("date", from: span, to: part)
        }

        private func codePoints(_ range: TextRange) -> Range<Int> {
            let start = offsets.codePoints(before: Int(range.start))
            return start..<max(start, offsets.codePoints(before: Int(range.end)))
        }

        private func text(_ range: TextRange) -> String { bytes.text(range) }
    }
}

extension String {
    /// `person` becomes `Person`.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
