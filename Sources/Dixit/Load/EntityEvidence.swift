// What the documents say of those they name: all that linking rests on.

import DixitExtraction
import DixitText

/// For each document who and what it names, and how, kept with the corpus so that documents which are added later are
/// linked as if they had been there from the beginning.
struct EntityEvidence: Sendable {
    /// The different texts, ascending by bytes; everything below is numbers of them, `.max` for none.
    let texts: StringTable

    // By document, in the order of their rows.
    /// The ids that they came with.
    let documentIds: Slab<UInt32>
    /// The days of publication, as a ``DateColumn`` has them.
    let firstDays: Slab<Int32>
    let lastDays: Slab<Int32>
    /// Where the entities of each begin; one more entry for the end.
    let offsets: Slab<UInt32>

    // By entity.
    /// Places in ``kinds``.
    let kindNumbers: Slab<UInt8>
    /// The tables that the entity belongs into: those of ``Use``.
    let uses: Slab<UInt8>
    /// 0 for none, else one more than the place in ``genders``.
    let genderNumbers: Slab<UInt8>
    /// As it is to be shown.
    let names: Slab<UInt32>
    let subkinds: Slab<UInt32>
    /// The name as it is written, then the other forms.
    let forms: TextLists
    let roles: TextLists

    /// A table of entities, as a bit of ``uses``.
    enum Use: UInt8, Sendable {
        case actor = 1
        case place = 2
    }

    static let kinds: [ExtractedEntity.Kind] = [.person, .organisation, .place, .group, .document, .unnamed]
    static let genders: [ExtractedEntity.Gender] = [.feminine, .masculine]

    var documentCount: Int { documentIds.count }
    var count: Int { names.count }

    func text(_ number: UInt32) -> String { number == .max ? "" : texts.text(Int(number)) }

    func entities(of document: Int) -> Range<Int> { Int(offsets[document])..<Int(offsets[document + 1]) }

    /// A number that no kind has, out of a file that somebody made, is a source without a name.
    func kind(_ entity: Int) -> ExtractedEntity.Kind {
        let number = Int(kindNumbers[entity])
        return number < Self.kinds.count ? Self.kinds[number] : .unnamed
    }

    func gender(_ entity: Int) -> ExtractedEntity.Gender? {
        let number = Int(genderNumbers[entity])
        return number > 0 && number <= Self.genders.count ? Self.genders[number - 1] : nil
    }

    func isUsed(_ entity: Int, as use: Use) -> Bool { uses[entity] & use.rawValue != 0 }
}

/// What was said of the entities, and which row each has become.
struct LinkedEvidence: Sendable {
    let evidence: EntityEvidence
    /// By entity, the row in the table; `.max` for those that are not in it.
    let actors: Slab<UInt32>
    let places: Slab<UInt32>
    /// By which names the rows are one with names to come.
    let keys: LinkingKeyCache

    init(evidence: EntityEvidence, actors: Slab<UInt32>, places: Slab<UInt32>, keys: LinkingKeyCache = .init()) {
        self.evidence = evidence
        self.actors = actors
        self.places = places
        self.keys = keys
    }
}

/// For each of a number of things some texts, by number, in an order that matters.
struct TextLists: Sendable {
    let offsets: Slab<UInt32>
    let numbers: Slab<UInt32>

    subscript(index: Int) -> Slab<UInt32> { numbers[Int(offsets[index])..<Int(offsets[index + 1])] }
}

// MARK: - Gathering

extension EntityEvidence {
    /// - Parameter uses: for each entity of a document the tables that it belongs into.
    init(_ documents: NewsDocuments, uses: (ExtractedDocument) -> [UInt8]) {
        var gathering = Gathering()
        for number in 0..<documents.count { gathering.add(number, of: documents, uses) }
        self = gathering.finish()
    }

    private struct Gathering {
        private var interner = Interner()
        private var documentIds: [UInt32] = []
        private var firstDays: [Int32] = []
        private var lastDays: [Int32] = []
        private var offsets: [UInt32] = [0]
        private var kindNumbers: [UInt8] = []
        private var uses: [UInt8] = []
        private var genderNumbers: [UInt8] = []
        private var names: [UInt32] = []
        private var subkinds: [UInt32] = []
        private var forms: (offsets: [UInt32], numbers: [UInt32]) = ([0], [])
        private var roles: (offsets: [UInt32], numbers: [UInt32]) = ([0], [])

        private mutating func number(_ text: String) -> UInt32 {
            var text = text
            return text.withUTF8 { interner.number(of: $0) }
        }

        mutating func add(_ document: Int, of documents: NewsDocuments, _ uses: (ExtractedDocument) -> [UInt8]) {
            let extracted = documents.extracted(document)
            documentIds.append(number(documents.records[document].document.id))
            let date = documents.dates[document]
            firstDays.append(date.map { Int32(truncatingIfNeeded: $0.firstDay) } ?? DateColumn.missing)
            lastDays.append(date.map { Int32(truncatingIfNeeded: $0.lastDay) } ?? .min)
            self.uses += uses(extracted)
            for entity in extracted.entities {
                kindNumbers.append(EntityEvidence.kinds.firstIndex(of: entity.kind).map { UInt8($0) } ?? .max)
                genderNumbers.append(
                    entity.gender.flatMap { EntityEvidence.genders.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0)
                names.append(number(documents.name(of: entity, in: document)))
                subkinds.append(entity.subkind.map { number($0) } ?? .max)
                for form in [entity.name] + entity.forms {
                    forms.numbers.append(number(documents.blob.value(form, of: document)))
                }
                // What the user knows goes before what the text says.
                for role in entity.knownRoles { roles.numbers.append(number(role)) }
                for role in entity.roles { roles.numbers.append(number(documents.blob.value(role.text, of: document))) }
                forms.offsets.append(UInt32(truncatingIfNeeded: forms.numbers.count))
                roles.offsets.append(UInt32(truncatingIfNeeded: roles.numbers.count))
            }
            offsets.append(UInt32(truncatingIfNeeded: names.count))
        }

        consuming func finish() -> EntityEvidence {
            let (order, texts) = interner.sorted()
            var ranks = [UInt32](repeating: 0, count: order.count)
            for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(truncatingIfNeeded: rank) }
            func ranked(_ numbers: [UInt32]) -> Slab<UInt32> {
                Slab(numbers.map { $0 == .max ? .max : ranks[Int($0)] })
            }
            return EntityEvidence(
                texts: texts, documentIds: ranked(documentIds), firstDays: Slab(firstDays), lastDays: Slab(lastDays),
                offsets: Slab(offsets), kindNumbers: Slab(kindNumbers), uses: Slab(uses),
                genderNumbers: Slab(genderNumbers), names: ranked(names), subkinds: ranked(subkinds),
                forms: TextLists(offsets: Slab(forms.offsets), numbers: ranked(forms.numbers)),
                roles: TextLists(offsets: Slab(roles.offsets), numbers: ranked(roles.numbers)))
        }
    }
}

extension NewsDocuments {
    /// The name of an entity as it is to be shown.
    func name(of entity: ExtractedEntity, in document: Int) -> String {
        if let name = entity.displayName, !name.isEmpty { return name }
        let name = blob.value(entity.name, of: document)
        // A name is never empty: a row without one could not be shown, nor found.
        return name.isEmpty ? "?" : name
    }
}

// MARK: - Adding

extension EntityEvidence {
    /// What two lots of documents say, in the order of all of them.
    init(_ old: EntityEvidence, _ added: EntityEvidence, _ documents: Interleaving) {
        let places = StringPlaces(of: added.texts, in: old.texts)
        let all = places.interleaving(oldCount: old.texts.count)
        let oldTexts = all.oldMoves.areNone ? nil : all.oldMoves.table(old.texts.count)
        let addedTexts = places.moved(all)
        let entities = Interleaving(documents, oldOffsets: old.offsets, addedOffsets: added.offsets)
        func texts(_ left: Slab<UInt32>, _ right: Slab<UInt32>, _ order: Interleaving) -> Slab<UInt32> {
            order.joined(left, by: oldTexts, right, by: addedTexts)
        }
        func lists(_ left: TextLists, _ right: TextLists) -> TextLists {
            let order = Interleaving(entities, oldOffsets: left.offsets, addedOffsets: right.offsets)
            return TextLists(
                offsets: entities.joinedOffsets(left.offsets, right.offsets),
                numbers: texts(left.numbers, right.numbers, order))
        }
        self.init(
            texts: StringTable(old.texts, StringTable(places.new.map { added.texts[$0] }), all),
            documentIds: texts(old.documentIds, added.documentIds, documents),
            firstDays: documents.joined(old.firstDays, added.firstDays),
            lastDays: documents.joined(old.lastDays, added.lastDays),
            offsets: documents.joinedOffsets(old.offsets, added.offsets),
            kindNumbers: entities.joined(old.kindNumbers, added.kindNumbers),
            uses: entities.joined(old.uses, added.uses),
            genderNumbers: entities.joined(old.genderNumbers, added.genderNumbers),
            names: texts(old.names, added.names, entities),
            subkinds: texts(old.subkinds, added.subkinds, entities),
            forms: lists(old.forms, added.forms), roles: lists(old.roles, added.roles))
    }
}
