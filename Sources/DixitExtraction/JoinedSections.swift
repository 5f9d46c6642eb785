// Puts together what was found in the sections of a long text, as if it had been found at once.

import DixitText

/// The records of the sections so far. Whoever has the same name in two sections is one entity; what only refers back, such as
/// «le ministre», has been resolved inside its section.
struct JoinedSections {
    private(set) var document = ExtractedDocument()
    private let text: [UInt8]
    private var isReserved = false
    private var entities: [Name: Int] = [:]

    private struct Name: Hashable {
        var kind: ExtractedEntity.Kind
        var text: String
    }
    /// As in a text that is read at once.
    private static let mostForms = 12
    private static let mostRoles = 8

    init(of text: [UInt8]) { self.text = text }

    /// Adds the records of the section that begins at a byte.
    mutating func append(_ section: consuming ExtractedDocument, at start: Int) {
        let offset = UInt32(truncatingIfNeeded: start)
        section.move { TextRange($0.start &+ offset, $0.end &+ offset) }
        if start == 0 {
            document.title = section.title
            document.lead = section.lead
            document.language = section.language
        }
        reserve(afterBytes: start)
        document.date = document.date ?? section.date
        document.outlet = document.outlet ?? section.outlet
        document.agency = document.agency ?? section.agency
        document.language = document.language ?? section.language
        document.words += section.words
        document.work += section.work
        document.paragraphs += section.paragraphs
        document.sentences += section.sentences
        let numbers = join(section.entities)
        let events = document.events.count
        if start == 0 { document.dateline = section.dateline.map { numbers[$0] } }
        document.mentions += section.mentions.map {
            ExtractedMention(entity: numbers[$0.entity], range: $0.range, form: $0.form)
        }
        document.statements += section.statements.map { $0.renumbered(numbers, events) }
        document.events += section.events.map { $0.renumbered(numbers) }
        document.agreements += section.agreements.map { $0.renumbered(numbers, events) }
    }

    /// Makes room once for what the whole text will have if it goes on as it began: an array that grows by doubling needs three
    /// times its memory while it does.
    private mutating func reserve(afterBytes count: Int) {
        guard count > 0, !isReserved else { return }
        isReserved = true
        func whole(_ part: Int) -> Int { Int(Double(part) * Double(text.count) / Double(count) * 1.05) }
        document.sentences.reserveCapacity(whole(document.sentences.count))
        document.paragraphs.reserveCapacity(whole(document.paragraphs.count))
        document.mentions.reserveCapacity(whole(document.mentions.count))
        document.statements.reserveCapacity(whole(document.statements.count))
    }

    /// The number of each entity of a section in the whole text.
    private mutating func join(_ found: [ExtractedEntity]) -> [Int] {
        let numbers = found.map { entity in
            let name = Name(kind: entity.kind, text: words(entity.name))
            if let known = entities[name] {
                unite(entity, with: known)
                return known
            }
            document.entities.append(entity)
            document.entities[document.entities.count - 1].organisations = []
            entities[name] = document.entities.count - 1
            return document.entities.count - 1
        }
        for (entity, number) in zip(found, numbers) {
            for organisation in entity.organisations.map({ numbers[$0] })
            where !document.entities[number].organisations.contains(organisation) {
                document.entities[number].organisations.append(organisation)
            }
        }
        return numbers
    }

    private mutating func unite(_ entity: ExtractedEntity, with number: Int) {
        var known = document.entities[number]
        for form in entity.forms where known.forms.count < Self.mostForms {
            if !known.forms.contains(where: { words($0) == words(form) }) { known.forms.append(form) }
        }
        for role in entity.roles where known.roles.count < Self.mostRoles {
            if !known.roles.contains(where: { words($0.text) == words(role.text) }) { known.roles.append(role) }
        }
        for role in entity.knownRoles where !known.knownRoles.contains(role) { known.knownRoles.append(role) }
        known.gender = known.gender ?? entity.gender
        known.subkind = known.subkind ?? entity.subkind
        document.entities[number] = known
    }

    private func words(_ range: TextRange) -> String {
        String(decoding: text[range.bytes.clamped(to: 0..<text.count)], as: UTF8.self)
    }
}

extension ExtractedStatement {
    fileprivate func renumbered(_ entities: [Int], _ events: Int) -> ExtractedStatement {
        var renumbered = self
        renumbered.speaker = speaker.map { entities[$0] }
        renumbered.place = place.map { entities[$0] }
        renumbered.event = event.map { $0 + events }
        return renumbered
    }
}

extension ExtractedEvent {
    fileprivate func renumbered(_ entities: [Int]) -> ExtractedEvent {
        var renumbered = self
        renumbered.place = place.map { entities[$0] }
        renumbered.organisers = organisers.map { entities[$0] }
        renumbered.participants = participants.map { entities[$0] }
        return renumbered
    }
}

extension ExtractedAgreement {
    fileprivate func renumbered(_ entities: [Int], _ events: Int) -> ExtractedAgreement {
        var renumbered = self
        renumbered.parties = parties.map { entities[$0] }
        renumbered.event = event.map { $0 + events }
        return renumbered
    }
}
