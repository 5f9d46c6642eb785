// Records of a document as JSON Lines, in the form that `dixit extract` writes.

import Dixit
import DixitExtraction
import DixitText

/// One line, with the document that it is about.
struct AnnotationLine: Sendable {
    let tree: JSONTree
    let number: Int

    var document: String? { tree["document"]?.text ?? tree["doc"]?.text }
    /// A line without a kind is a statement, as other tools write nothing else.
    var record: String { tree["record"]?.text ?? "statement" }
    /// 12 of `a.txt#entity-12`; behind all others where the id is of another make.
    var entityNumber: Int {
        tree["id"]?.text?.split(separator: "#entity-").last.flatMap { Int($0) } ?? .max
    }
}

extension ExtractedAssembly {
    /// The records that lines stand for: entities first, then what names them.
    mutating func add(_ lines: [AnnotationLine]) {
        var reader = LineReader()
        // Lines come kind by kind; in the order of their ids entities have the numbers that they had.
        let described = lines.filter { reader.kind(of: $0) != nil }.enumerated().sorted { left, right in
            (left.element.entityNumber, left.offset) < (right.element.entityNumber, right.offset)
        }
        for (_, line) in described { reader.readEntity(line, into: &self) }
        for line in lines where reader.kind(of: line) != nil { reader.readOrganisations(line, into: &self) }
        for line in lines where line.record == "event" { reader.readEvent(line, into: &self) }
        for line in lines {
            switch line.record {
            case "statement": reader.readStatement(line, into: &self)
            case "agreement": reader.readAgreement(line, into: &self)
            // What is known of a document as a whole comes from its own text.
            case "document", "event": break
            case let other: if reader.kind(of: line) == nil { reader.passOver(other) }
            }
        }
        sortMentions()
        for (name, count) in reader.passedOver.sorted(by: { $0.key < $1.key }) {
            note(.passedOver(name, count: count), line: 0)
        }
    }
}

private struct LineReader {
    private(set) var passedOver: [String: Int] = [:]
    private var entities: [String: Int] = [:]
    private var events: [String: Int] = [:]

    private static let common: Set<String> = [
        "record", "document", "doc", "id", "text", "content", "start", "end", "spans", "ids",
    ]
    private static let known: [String: Set<String>] = [
        "statement": [
            "speaker", "attribution", "cue", "lemma", "act", "mode", "role", "addressee", "medium", "place",
            "event", "date", "rule", "confidence",
        ],
        "entity": ["name", "forms", "gender", "roles", "organisations", "kind", "mentions"],
        "event": ["kind", "name", "topic", "date", "place", "organisers", "participants"],
        "agreement": ["kind", "status", "parties", "purpose", "date", "event"],
    ]

    mutating func passOver(_ name: String) { passedOver[name, default: 0] += 1 }

    private mutating func look(at line: AnnotationLine, as record: String) {
        let known = Self.common.union(Self.known[record] ?? [])
        for name in line.tree.names where !known.contains(name) { passOver("\(line.record).\(name)") }
    }

    /// The kind of entity that a line describes; nil for a line of something else.
    func kind(of line: AnnotationLine) -> ExtractedEntity.Kind? {
        switch line.record {
        case "person": .person
        case "organisation", "organization": .organisation
        case "place": .place
        case "source": line.tree["kind"]?.text.flatMap(ExtractedEntity.Kind.init) ?? .unnamed
        default: nil
        }
    }

    // MARK: Places in the text

    /// `{"start": 3, "end": 9}`
    private func range(
        _ tree: JSONTree?, _ line: AnnotationLine, _ assembly: inout ExtractedAssembly
    ) -> TextRange? {
        guard let tree, let span = Self.span(tree) else { return nil }
        return assembly.range(span, line: line.number)
    }

    private static func span(_ tree: JSONTree) -> Range<Int>? {
        guard let start = tree["start"]?.integer, let end = tree["end"]?.integer, 0 <= start, start <= end else {
            return nil
        }
        return start..<end
    }

    /// What the record is about: `content`, or `start` and `end`.
    private func content(
        _ line: AnnotationLine, _ assembly: inout ExtractedAssembly
    ) -> [TextRange]? {
        let places = (line.tree["content"]?.list ?? [line.tree]).compactMap(Self.span)
        guard !places.isEmpty else {
            assembly.note(.missingField("content"), line: line.number)
            return nil
        }
        return assembly.ranges(places, text: line.tree["text"]?.text, line: line.number)
    }

    /// The words of a field: where `spans` says, else where they stand next to the record.
    private func words(
        _ field: String, _ line: AnnotationLine, near place: TextRange?, _ assembly: inout ExtractedAssembly
    ) -> TextRange? {
        if let span = line.tree["spans"]?[field] { return range(span, line, &assembly) }
        guard let text = line.tree[field]?.text, let place else { return nil }
        // Within what a long sentence takes before the record, else behind it.
        let found = assembly.find(text, from: max(0, Int(place.start) - 400)) ?? assembly.find(text)
        if found == nil { assembly.note(.unfitValue(field: field, value: text), line: line.number) }
        return found
    }

    private func date(
        _ line: AnnotationLine, at place: TextRange, _ assembly: inout ExtractedAssembly
    ) -> ExtractedDate? {
        guard let text = line.tree["date"]?.text else { return nil }
        guard let date = CalendarDate(text)?.partial else {
            assembly.note(.unfitValue(field: "date", value: text), line: line.number)
            return nil
        }
        let range = range(line.tree["spans"]?["date"], line, &assembly) ?? TextRange(place.start, place.start)
        return ExtractedDate(date: date, range: range)
    }

    // MARK: Entities

    mutating func readEntity(_ line: AnnotationLine, into assembly: inout ExtractedAssembly) {
        guard let kind = kind(of: line) else { return }
        look(at: line, as: "entity")
        let mentions = (line.tree["mentions"]?.list ?? []).compactMap {
            mention -> (TextRange, ExtractedMention.Form)? in
            guard let range = range(mention, line, &assembly) else { return nil }
            return (range, mention["form"]?.text.flatMap(ExtractedMention.Form.init) ?? .name)
        }
        let spans = line.tree["spans"]
        guard let name = line.tree["name"]?.text ?? mentions.first.map({ assembly.text($0.0) }) else {
            return assembly.note(.missingField("name"), line: line.number)
        }
        let place =
            range(spans?["name"], line, &assembly) ?? assembly.find(name) ?? mentions.first?.0 ?? TextRange(0, 0)
        var entity = ExtractedEntity(kind: kind, name: place)
        if assembly.text(place) != name { entity.displayName = name }
        func parts(_ field: String) -> [TextRange] {
            if let places = spans?[field] { return places.list.compactMap { range($0, line, &assembly) } }
            return line.tree[field]?.texts.compactMap { assembly.find($0) } ?? []
        }
        entity.forms = parts("forms")
        entity.roles = parts("roles").map { .init(text: $0) }
        // An office that the text does not have is what somebody knows.
        let written = Set(entity.roles.map { assembly.text($0.text) })
        entity.knownRoles = (line.tree["roles"]?.texts ?? []).filter { !written.contains($0) }
        entity.gender = line.tree["gender"]?.text.flatMap(ExtractedEntity.Gender.init)
        if kind == .organisation || kind == .place { entity.subkind = line.tree["kind"]?.text }
        let number = assembly.add(entity)
        if let id = line.tree["id"]?.text { entities[id] = number }
        for (range, form) in mentions { assembly.add(ExtractedMention(entity: number, range: range, form: form)) }
    }

    /// When all entities are known, the organisations of people.
    func readOrganisations(_ line: AnnotationLine, into assembly: inout ExtractedAssembly) {
        guard let name = line.tree["name"]?.text else { return }
        guard let member = line.tree["id"]?.text.flatMap({ entities[$0] }) ?? assembly.entity(named: name) else {
            return
        }
        let place = assembly.document.entities[member].name
        let organisations = actors("organisations", line, at: place, &assembly)
        assembly.update(member) { $0.organisations = organisations }
    }

    /// Those that a field names: by their ids where the file gives them, else by name.
    private func actors(
        _ field: String, or kind: ExtractedEntity.Kind = .organisation, _ line: AnnotationLine, at place: TextRange,
        _ assembly: inout ExtractedAssembly
    ) -> [Int] {
        if let ids = line.tree["ids"]?[field] { return ids.texts.compactMap { entities[$0] } }
        return (line.tree[field]?.texts ?? []).map { name in
            entities[name] ?? assembly.entity(named: name, or: kind, at: place)
        }
    }

    // MARK: What names them

    mutating func readStatement(_ line: AnnotationLine, into assembly: inout ExtractedAssembly) {
        look(at: line, as: "statement")
        guard let content = content(line, &assembly), let place = content.first else { return }
        let mode = line.tree["mode"]?.text.flatMap(ExtractedStatement.Mode.init) ?? assembly.mode(of: content)
        var statement = ExtractedStatement(content: content, mode: mode, rule: line.tree["rule"]?.text ?? "annotation")
        statement.attribution = range(line.tree["attribution"], line, &assembly)
        statement.speaker = actors("speaker", or: .person, line, at: statement.attribution ?? place, &assembly).first
        statement.cue = words("cue", line, near: place, &assembly)
        statement.cueLemma = line.tree["lemma"]?.text
        statement.act = line.tree["act"]?.text
        // In the lines of `dixit extract` the role is the speaker's; where this sentence gives it, `spans` says so.
        statement.role = range(line.tree["spans"]?["role"], line, &assembly)
        statement.addressee = words("addressee", line, near: place, &assembly)
        statement.medium = words("medium", line, near: place, &assembly)
        statement.place = actors("place", or: .place, line, at: place, &assembly).first
        statement.event = line.tree["event"]?.text.flatMap { events[$0] }
        statement.date = date(line, at: place, &assembly)
        statement.confidence = line.tree["confidence"]?.number.map { min(1, max(0, $0)) } ?? 1
        assembly.add(statement)
    }

    mutating func readEvent(_ line: AnnotationLine, into assembly: inout ExtractedAssembly) {
        look(at: line, as: "event")
        guard let place = content(line, &assembly)?.first else { return }
        var event = ExtractedEvent(kind: line.tree["kind"]?.text ?? "", range: place)
        event.name = words("name", line, near: place, &assembly)
        event.topic = words("topic", line, near: place, &assembly)
        event.date = date(line, at: place, &assembly)
        event.place = actors("place", or: .place, line, at: place, &assembly).first
        event.organisers = actors("organisers", line, at: place, &assembly)
        event.participants = actors("participants", line, at: place, &assembly)
        let number = assembly.add(event)
        if let id = line.tree["id"]?.text { events[id] = number }
    }

    mutating func readAgreement(_ line: AnnotationLine, into assembly: inout ExtractedAssembly) {
        look(at: line, as: "agreement")
        guard let place = content(line, &assembly)?.first else { return }
        var agreement = ExtractedAgreement(kind: line.tree["kind"]?.text ?? "", range: place)
        if let status = line.tree["status"]?.text {
            agreement.status = ExtractedAgreement.Status(rawValue: status)
            if agreement.status == nil { assembly.note(.unfitValue(field: "status", value: status), line: line.number) }
        }
        agreement.parties = actors("parties", line, at: place, &assembly)
        agreement.purpose = words("purpose", line, near: place, &assembly)
        agreement.date = date(line, at: place, &assembly)
        agreement.event = line.tree["event"]?.text.flatMap { events[$0] }
        assembly.add(agreement)
    }
}
