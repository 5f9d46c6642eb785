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
    mutating func append(_ section: ExtractedDocument, at start: Int) {
        let offset = UInt32(truncatingIfNeeded: start)
        if start == 0 {
            document.title = section.title
            document.lead = section.lead
            document.language = section.language
        }
        reserve(afterBytes: start)
        document.date = document.date ?? section.date?.moved(by: offset)
        document.outlet = document.outlet ?? section.outlet?.moved(by: offset)
        document.agency = document.agency ?? section.agency?.moved(by: offset)
        document.language = document.language ?? section.language
        document.words += section.words
        document.work += section.work
        document.paragraphs += section.paragraphs.map { $0.moved(by: offset) }
        document.sentences += section.sentences.map { $0.moved(by: offset) }
        let numbers = join(section.entities.map { $0.moved(by: offset) })
        let events = document.events.count
        if start == 0 { document.dateline = section.dateline.map { numbers[$0] } }
        document.mentions += section.mentions.map {
            ExtractedMention(entity: numbers[$0.entity], range: $0.range.moved(by: offset), form: $0.form)
        }
        document.statements += section.statements.map { $0.moved(by: offset, numbers, events) }
        document.events += section.events.map { $0.moved(by: offset, numbers) }
        document.agreements += section.agreements.map { $0.moved(by: offset, numbers, events) }
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

extension TextRange {
    fileprivate func moved(by offset: UInt32) -> TextRange { TextRange(start &+ offset, end &+ offset) }
}

extension ExtractedDate {
    fileprivate func moved(by offset: UInt32) -> ExtractedDate {
        ExtractedDate(date: date, range: range.moved(by: offset))
    }
}

extension ExtractedEntity {
    fileprivate func moved(by offset: UInt32) -> ExtractedEntity {
        var moved = self
        moved.name = name.moved(by: offset)
        moved.forms = forms.map { $0.moved(by: offset) }
        moved.roles = roles.map { Role(text: $0.text.moved(by: offset)) }
        return moved
    }
}

extension ExtractedStatement {
    fileprivate func moved(by offset: UInt32, _ entities: [Int], _ events: Int) -> ExtractedStatement {
        var moved = self
        moved.speaker = speaker.map { entities[$0] }
        moved.attribution = attribution?.moved(by: offset)
        moved.cue = cue?.moved(by: offset)
        moved.content = content.map { $0.moved(by: offset) }
        moved.role = role?.moved(by: offset)
        moved.addressee = addressee?.moved(by: offset)
        moved.medium = medium?.moved(by: offset)
        moved.place = place.map { entities[$0] }
        moved.event = event.map { $0 + events }
        moved.date = date?.moved(by: offset)
        return moved
    }
}

extension ExtractedEvent {
    fileprivate func moved(by offset: UInt32, _ entities: [Int]) -> ExtractedEvent {
        var moved = self
        moved.range = range.moved(by: offset)
        moved.name = name?.moved(by: offset)
        moved.topic = topic?.moved(by: offset)
        moved.date = date?.moved(by: offset)
        moved.place = place.map { entities[$0] }
        moved.organisers = organisers.map { entities[$0] }
        moved.participants = participants.map { entities[$0] }
        return moved
    }
}

extension ExtractedAgreement {
    fileprivate func moved(by offset: UInt32, _ entities: [Int], _ events: Int) -> ExtractedAgreement {
        var moved = self
        moved.range = range.moved(by: offset)
        moved.parties = parties.map { entities[$0] }
        moved.purpose = purpose?.moved(by: offset)
        moved.date = date?.moved(by: offset)
        moved.event = event.map { $0 + events }
        return moved
    }
}
