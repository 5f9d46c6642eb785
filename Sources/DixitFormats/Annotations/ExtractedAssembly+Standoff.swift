// Records out of spans with properties and links, whoever wrote them.

import Dixit
import DixitExtraction
import DixitText

extension ExtractedAssembly {
    /// The records that spans stand for. A span of a type that means nothing here is passed over, and counted.
    mutating func add(_ standoff: Standoff) {
        var reader = StandoffReader(standoff)
        reader.read(into: &self)
        sortMentions()
        for (name, count) in standoff.passedOver.merging(reader.passedOver, uniquingKeysWith: +).sorted(by: {
            $0.key < $1.key
        }) {
            note(.passedOver(name, count: count), line: 0)
        }
    }
}

/// Goes through spans: entities first, then what refers to them.
private struct StandoffReader {
    private let standoff: Standoff
    private let spans: [String: Standoff.Span]
    private(set) var passedOver: [String: Int] = [:]
    private var entities: [String: Int] = [:]
    private var events: [String: Int] = [:]

    init(_ standoff: Standoff) {
        self.standoff = standoff
        spans = Dictionary(standoff.spans.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func read(into assembly: inout ExtractedAssembly) {
        let typed = standoff.spans.map { (span: $0, type: StandoffNames.type($0.type)) }
        for (span, type) in typed { look(at: span, type, &assembly) }
        let named = typed.compactMap { span, type in
            type.flatMap { ExtractedEntity.Kind(rawValue: $0.lowercased()) }.map { (span: span, kind: $0) }
        }
        for (span, kind) in named where span.target(of: "entity") == nil { readEntity(span, kind, into: &assembly) }
        for (span, _) in named { readDetails(span, into: &assembly) }
        for (span, _) in named { readMention(span, into: &assembly) }
        for (span, type) in typed where type == StandoffNames.event { readEvent(span, into: &assembly) }
        for (span, type) in typed {
            switch type {
            case StandoffNames.statement: readStatement(span, into: &assembly)
            case StandoffNames.agreement: readAgreement(span, into: &assembly)
            default: break
            }
        }
    }

    /// Counts what means nothing here, and says of links that lead nowhere.
    private mutating func look(at span: Standoff.Span, _ type: String?, _ assembly: inout ExtractedAssembly) {
        guard let type else {
            passedOver[span.type, default: 0] += 1
            return
        }
        for property in span.properties where !StandoffNames.properties.contains(property.name) {
            passedOver["\(type) \(property.name)", default: 0] += 1
        }
        for link in span.links {
            if spans[link.target] == nil { assembly.note(.unknownTarget(link.target, of: span.id), line: span.line) }
            if !StandoffNames.links.contains(StandoffNames.link(link.name)) {
                passedOver["\(type) \(link.name)", default: 0] += 1
            }
        }
    }

    // MARK: Entities

    /// Two mentions that nothing links are one entity where their words are the same.
    private mutating func readEntity(
        _ span: Standoff.Span, _ kind: ExtractedEntity.Kind, into assembly: inout ExtractedAssembly
    ) {
        guard let ranges = assembly.ranges(span.ranges, text: span.text, line: span.line), let range = ranges.first
        else {
            return
        }
        // Our own files say which spans are entities; of others, the words decide.
        if span.property("mention") == nil, let known = assembly.entity(named: assembly.text(range), of: [kind]) {
            entities[span.id] = known
            return
        }
        var entity = ExtractedEntity(kind: kind, name: range)
        entity.displayName = span.property("display")
        entity.gender = span.property("gender").flatMap(ExtractedEntity.Gender.init)
        entity.subkind = span.property("kind")
        entity.knownRoles = span.properties.filter { $0.name == "role" }.map(\.value)
        entity.forms = span.targets(of: "form").compactMap { part($0, &assembly) }
        entity.roles = span.targets(of: "role").compactMap { part($0, &assembly) }.map { .init(text: $0) }
        entities[span.id] = assembly.add(entity)
    }

    private func readDetails(_ span: Standoff.Span, into assembly: inout ExtractedAssembly) {
        guard let entity = entities[span.id] else { return }
        let organisations = span.targets(of: "organisation").compactMap { entities[$0] }
        if !organisations.isEmpty { assembly.update(entity) { $0.organisations = organisations } }
    }

    private mutating func readMention(_ span: Standoff.Span, into assembly: inout ExtractedAssembly) {
        let said = span.property("mention")
        guard said != StandoffNames.notMentioned,
            let entity = span.target(of: "entity").flatMap({ entities[$0] }) ?? entities[span.id]
        else { return }
        let form = said.flatMap(ExtractedMention.Form.init)
        guard let range = assembly.ranges(span.ranges, text: span.text, line: span.line)?.first else { return }
        assembly.add(ExtractedMention(entity: entity, range: range, form: form ?? .name))
    }

    // MARK: What refers to them

    private func readStatement(_ span: Standoff.Span, into assembly: inout ExtractedAssembly) {
        guard let content = assembly.ranges(span.ranges, text: span.text, line: span.line) else { return }
        let mode = span.property("mode").flatMap(ExtractedStatement.Mode.init) ?? assembly.mode(of: content)
        var statement = ExtractedStatement(content: content, mode: mode, rule: span.property("rule") ?? "annotation")
        let targets = span.links.map { (name: StandoffNames.link($0.name), target: $0.target) }
        func target(_ name: String) -> String? { targets.first { $0.name == name }?.target }
        statement.speaker = target("speaker").flatMap { entities[$0] }
        statement.attribution = part(target("attribution"), &assembly)
        if statement.attribution == nil, let speaker = target("speaker"), span.property("rule") == nil {
            statement.attribution = part(speaker, &assembly)
        }
        statement.cue = part(target("cue"), &assembly)
        statement.cueLemma = span.property("lemma")
        statement.act = span.property("act")
        statement.role = part(target("role"), &assembly)
        statement.addressee = part(target("addressee"), &assembly)
        statement.medium = part(target("medium"), &assembly)
        statement.place = target("place").flatMap { entities[$0] }
        statement.event = target("event").flatMap { events[$0] }
        statement.date = date(target("date"), &assembly)
        statement.confidence = span.property("confidence").flatMap(Double.init).map { min(1, max(0, $0)) } ?? 1
        assembly.add(statement)
    }

    private mutating func readEvent(_ span: Standoff.Span, into assembly: inout ExtractedAssembly) {
        guard let range = assembly.ranges(span.ranges, text: span.text, line: span.line)?.first else { return }
        var event = ExtractedEvent(kind: span.property("kind") ?? "", range: range)
        event.name = part(span.target(of: "name"), &assembly)
        event.topic = part(span.target(of: "topic"), &assembly)
        event.date = date(span.target(of: "date"), &assembly)
        event.place = span.target(of: "place").flatMap { entities[$0] }
        event.organisers = span.targets(of: "organiser").compactMap { entities[$0] }
        event.participants = span.targets(of: "participant").compactMap { entities[$0] }
        events[span.id] = assembly.add(event)
    }

    private func readAgreement(_ span: Standoff.Span, into assembly: inout ExtractedAssembly) {
        guard let range = assembly.ranges(span.ranges, text: span.text, line: span.line)?.first else { return }
        var agreement = ExtractedAgreement(kind: span.property("kind") ?? "", range: range)
        agreement.status = span.property("status").flatMap(ExtractedAgreement.Status.init)
        agreement.parties = span.targets(of: "party").compactMap { entities[$0] }
        agreement.purpose = part(span.target(of: "purpose"), &assembly)
        agreement.date = date(span.target(of: "date"), &assembly)
        agreement.event = span.target(of: "event").flatMap { events[$0] }
        assembly.add(agreement)
    }

    private func part(_ id: String?, _ assembly: inout ExtractedAssembly) -> TextRange? {
        guard let span = id.flatMap({ spans[$0] }) else { return nil }
        return assembly.ranges(span.ranges, text: span.text, line: span.line)?.first
    }

    private func date(_ id: String?, _ assembly: inout ExtractedAssembly) -> ExtractedDate? {
        guard let id, let range = part(id, &assembly), let value = spans[id]?.property("value") else { return nil }
        guard let date = CalendarDate(value)?.partial else {
            assembly.note(.unfitValue(field: "date", value: value), line: spans[id]?.line ?? 0)
            return nil
        }
        return ExtractedDate(date: date, range: range)
    }
}

extension ExtractedAssembly {
    private static let marks: Set<Unicode.Scalar> = ["«", "»", "“", "”", "„", "\"", "‹", "›"]

    /// Direct where quotation marks stand around all of it, indirect where none stand in it, mixed else.
    func mode(of content: [TextRange]) -> ExtractedStatement.Mode {
        guard let first = content.first, let last = content.last else { return .indirect }
        func mark(_ text: some Sequence<Unicode.Scalar>) -> Bool {
            text.first { !$0.properties.isWhitespace }.map(Self.marks.contains) ?? false
        }
        let before = text(TextRange(UInt32(max(0, Int(first.start) - 12)), first.start)).unicodeScalars
        let after = text(TextRange(last.end, UInt32(min(bytes.count, Int(last.end) + 12)))).unicodeScalars
        if mark(before.reversed()), mark(after) { return .direct }
        return content.contains { text($0).unicodeScalars.contains(where: Self.marks.contains) } ? .mixed : .indirect
    }
}
