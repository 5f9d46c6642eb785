// Records made elsewhere beside our own: in their place, or on top of them.

import DixitExtraction
import DixitText

/// Puts two lots of records of one document together.
///
/// What the document is as a whole (title, date, paragraphs, sentences) stays what the text says. Entities that both know are one:
/// those that have a name or a mention in common.
struct AnnotationMerge {
    private var merged: ExtractedDocument
    private let own: ExtractedDocument
    private let made: ExtractedDocument
    private let bytes: [UInt8]
    private let replaces: Bool
    /// Our entities by their new numbers; those that are left out have none.
    private var moved: [Int?] = []

    /// - Parameter replaces: Whether a kind of record that was made elsewhere leaves nothing of our own of that kind.
    static func merged(
        _ own: ExtractedDocument, with made: ExtractedDocument, of bytes: [UInt8], replaces: Bool
    ) -> ExtractedDocument {
        var merge = AnnotationMerge(own, made, bytes, replaces)
        merge.run()
        return merge.merged
    }

    private init(_ own: ExtractedDocument, _ made: ExtractedDocument, _ bytes: [UInt8], _ replaces: Bool) {
        (self.own, self.made, self.bytes, self.replaces) = (own, made, bytes, replaces)
        merged = own
        (merged.entities, merged.mentions) = (made.entities, made.mentions)
        (merged.statements, merged.events, merged.agreements) = ([], made.events, [])
    }

    private mutating func run() {
        let keptEvents = kept(own.events, made.events) { [$0.range] }
        let keptStatements = kept(own.statements, made.statements) { $0.content }
        let keptAgreements = kept(own.agreements, made.agreements) { [$0.range] }
        linkEntities(usedBy: references(keptEvents, keptStatements, keptAgreements))
        var events = [Int?](repeating: nil, count: own.events.count)
        for number in keptEvents {
            events[number] = merged.events.count
            merged.events.append(moved(own.events[number]))
        }
        merged.statements = inOrder(
            made.statements + keptStatements.map { moved(own.statements[$0], events) }, by: { $0.content.first })
        merged.agreements = inOrder(
            made.agreements + keptAgreements.map { moved(own.agreements[$0], events) }, by: { $0.range })
        merged.dateline = own.dateline.flatMap { moved[$0] }
    }

    // MARK: Which of our own stay

    /// On top: those that nothing made elsewhere overlaps. In their place: all where there is none of that kind, else none.
    private func kept<Record>(_ own: [Record], _ made: [Record], _ ranges: (Record) -> [TextRange]) -> [Int] {
        if made.isEmpty { return Array(own.indices) }
        if replaces { return [] }
        let taken = made.flatMap(ranges).sorted()
        // The furthest end of all ranges up to each, for overlaps found by halving.
        var furthest: [UInt32] = []
        for range in taken { furthest.append(max(furthest.last ?? 0, range.end)) }
        return own.indices.filter { index in
            !ranges(own[index]).contains { range in
                var (low, high) = (0, taken.count)
                while low < high {
                    let middle = (low + high) / 2
                    if taken[middle].start < range.end { low = middle + 1 } else { high = middle }
                }
                return low > 0 && furthest[low - 1] > range.start
            }
        }
    }

    /// Our entities that records which stay speak of.
    private func references(_ events: [Int], _ statements: [Int], _ agreements: [Int]) -> Set<Int> {
        var used: Set<Int> = []
        if let dateline = own.dateline { used.insert(dateline) }
        for event in events.map({ own.events[$0] }) {
            used.formUnion(event.organisers + event.participants + [event.place].compactMap { $0 })
        }
        for statement in statements.map({ own.statements[$0] }) {
            used.formUnion([statement.speaker, statement.place].compactMap { $0 })
        }
        for agreement in agreements.map({ own.agreements[$0] }) { used.formUnion(agreement.parties) }
        for person in used where own.entities.indices.contains(person) {
            used.formUnion(own.entities[person].organisations)
        }
        return used
    }

    // MARK: Who is who

    private struct Key: Hashable {
        let kind: ExtractedEntity.Kind
        let name: String
    }

    private mutating func linkEntities(usedBy used: Set<Int>) {
        var byName: [Key: Int] = [:]
        var byPlace: [TextRange: Int] = [:]
        for (number, entity) in made.entities.enumerated() {
            for name in names(of: entity) where byName[Key(kind: entity.kind, name: name)] == nil {
                byName[Key(kind: entity.kind, name: name)] = number
            }
        }
        for mention in made.mentions { byPlace[mention.range] = mention.entity }
        var mentions: [Int: [ExtractedMention]] = [:]
        for mention in own.mentions { mentions[mention.entity, default: []].append(mention) }
        let keepsAll = !replaces || made.entities.isEmpty
        for (number, entity) in own.entities.enumerated() {
            let known =
                names(of: entity).lazy.compactMap { byName[Key(kind: entity.kind, name: $0)] }.first
                ?? mentions[number]?.lazy.compactMap { byPlace[$0.range] }.first {
                    made.entities[$0].kind == entity.kind
                }
            if let known {
                moved.append(known)
            } else if keepsAll || used.contains(number) {
                moved.append(merged.entities.count)
                merged.entities.append(entity)
            } else {
                moved.append(nil)
            }
        }
        for (number, place) in moved.enumerated() {
            guard let place, place >= made.entities.count else { continue }
            merged.entities[place].organisations = own.entities[number].organisations.compactMap { moved[$0] }
        }
        let places = Set(made.mentions.map(\.range))
        if keepsAll {
            for var mention in own.mentions where !places.contains(mention.range) {
                guard let entity = moved[mention.entity] else { continue }
                mention.entity = entity
                merged.mentions.append(mention)
            }
            merged.mentions.sort { ($0.range, $0.entity) < ($1.range, $1.entity) }
        }
    }

    private func names(of entity: ExtractedEntity) -> [String] {
        ([entity.displayName].compactMap { $0 } + ([entity.name] + entity.forms).map(text)).map(folded).filter {
            !$0.isEmpty
        }
    }

    private func text(_ range: TextRange) -> String { bytes.text(range) }

    // MARK: Numbers

    private func moved(_ entity: Int?) -> Int? { entity.flatMap { moved.indices.contains($0) ? moved[$0] : nil } }

    private func moved(_ event: ExtractedEvent) -> ExtractedEvent {
        var event = event
        event.place = moved(event.place)
        event.organisers = event.organisers.compactMap(moved)
        event.participants = event.participants.compactMap(moved)
        return event
    }

    private func moved(_ statement: ExtractedStatement, _ events: [Int?]) -> ExtractedStatement {
        var statement = statement
        statement.speaker = moved(statement.speaker)
        statement.place = moved(statement.place)
        statement.event = statement.event.flatMap { events[$0] }
        return statement
    }

    private func moved(_ agreement: ExtractedAgreement, _ events: [Int?]) -> ExtractedAgreement {
        var agreement = agreement
        agreement.parties = agreement.parties.compactMap(moved)
        agreement.event = agreement.event.flatMap { events[$0] }
        return agreement
    }

    /// In the order of the text; what begins at one place stays in the order it came in.
    private func inOrder<Record>(_ records: [Record], by range: (Record) -> TextRange?) -> [Record] {
        if replaces { return records }
        return records.enumerated().sorted { left, right in
            let (first, second) = (range(left.element)?.start ?? 0, range(right.element)?.start ?? 0)
            return (first, left.offset) < (second, right.offset)
        }.map(\.element)
    }
}
