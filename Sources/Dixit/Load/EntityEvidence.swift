// What the documents say of those they name: all that linking rests on.

import DixitExtraction
import DixitText

/// For each document who and what it names, and how, kept with the corpus so that documents which are added later are
/// linked as if they had been there from the beginning.
struct EntityEvidence: Sendable {
    /// The different texts; everything below is numbers of them, `.max` for none.
    let texts: StringTable
    /// By bytes.
    let order: StringOrder

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
    /// What documents say, in their order.
    init(_ documents: some Sequence<DocumentEvidence>) {
        var gathering = EvidenceGathering()
        for document in documents { gathering.add(document) }
        self = gathering.finish()
    }
}

// MARK: - Adding

extension EntityEvidence {
    /// The same with numbers of texts that say their order, as a snapshot has them.
    var inOrder: EntityEvidence {
        if order.isAscending { return self }
        let numbers = order.numbersInOrder { texts.precedes($0, $1) }
        let ranks = StringRanks(numbers).ranks
        func ranked(_ column: Slab<UInt32>) -> Slab<UInt32> { column.mapped(by: ranks) }
        return EntityEvidence(
            texts: StringTable(numbers.lazy.map { texts[Int($0)] }), order: StringOrder(ascending: texts.count),
            documentIds: ranked(documentIds), firstDays: firstDays, lastDays: lastDays, offsets: offsets,
            kindNumbers: kindNumbers, uses: uses, genderNumbers: genderNumbers, names: ranked(names),
            subkinds: ranked(subkinds), forms: TextLists(offsets: forms.offsets, numbers: ranked(forms.numbers)),
            roles: TextLists(offsets: roles.offsets, numbers: ranked(roles.numbers)))
    }

    /// What two lots of documents say, in the order of all of them.
    init(_ old: EntityEvidence, _ added: EntityEvidence, _ documents: Interleaving) {
        let (all, order, addedTexts) = old.texts.followed(by: added.texts, in: old.order)
        let entities = Interleaving(documents, oldOffsets: old.offsets, addedOffsets: added.offsets)
        func texts(_ left: Slab<UInt32>, _ right: Slab<UInt32>, _ order: Interleaving) -> Slab<UInt32> {
            order.joined(left, by: nil, right, by: addedTexts)
        }
        func lists(_ left: TextLists, _ right: TextLists) -> TextLists {
            let order = Interleaving(entities, oldOffsets: left.offsets, addedOffsets: right.offsets)
            return TextLists(
                offsets: entities.joinedOffsets(left.offsets, right.offsets),
                numbers: texts(left.numbers, right.numbers, order))
        }
        self.init(
            texts: all, order: order,
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
