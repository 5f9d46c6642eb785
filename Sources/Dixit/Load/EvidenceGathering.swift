// Puts what documents say of those they name into columns.

import DixitText

/// Takes the evidence of documents one after the other; a few numbers are kept of each name, and each text once.
struct EvidenceGathering {
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
    private var forms = Lists()
    private var roles = Lists()

    private struct Lists {
        var offsets: [UInt32] = [0]
        var numbers: [UInt32] = []

        mutating func append(_ list: some Sequence<UInt32>) {
            numbers.append(contentsOf: list)
            offsets.append(UInt32(truncatingIfNeeded: numbers.count))
        }

        subscript(index: Int) -> ArraySlice<UInt32> { numbers[Int(offsets[index])..<Int(offsets[index + 1])] }
    }

    private mutating func number(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { interner.number(of: $0) }
    }

    mutating func add(_ document: DocumentEvidence) {
        documentIds.append(number(document.id))
        firstDays.append(document.date.map { Int32(truncatingIfNeeded: $0.firstDay) } ?? DateColumn.missing)
        lastDays.append(document.date.map { Int32(truncatingIfNeeded: $0.lastDay) } ?? .min)
        for entity in document.entities {
            kindNumbers.append(EntityEvidence.kinds.firstIndex(of: entity.kind).map { UInt8($0) } ?? .max)
            uses.append(
                (entity.isActor ? EntityEvidence.Use.actor.rawValue : 0)
                    | (entity.isPlace ? EntityEvidence.Use.place.rawValue : 0))
            genderNumbers.append(
                entity.gender.flatMap { EntityEvidence.genders.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0)
            names.append(number(entity.name))
            subkinds.append(entity.subkind.map { number($0) } ?? .max)
            forms.append(entity.forms.map { number($0) })
            roles.append(entity.roles.map { number($0) })
        }
        offsets.append(UInt32(truncatingIfNeeded: names.count))
    }

    /// The evidence of all documents, in the order in which they came.
    consuming func finish() -> EntityEvidence { evidence(in: TextRanks(interner)) }

    /// The different texts in order, and the place of each by its number.
    private struct TextRanks {
        let texts: StringTable
        let ranks: [UInt32]

        init(_ interner: Interner) {
            let (order, texts) = interner.sorted()
            var ranks = [UInt32](repeating: 0, count: order.count)
            for (rank, number) in order.enumerated() { ranks[Int(number)] = UInt32(truncatingIfNeeded: rank) }
            (self.texts, self.ranks) = (texts, ranks)
        }
    }

    private func evidence(in order: TextRanks) -> EntityEvidence {
        let (texts, ranks) = (order.texts, order.ranks)
        func ranked(_ numbers: [UInt32]) -> Slab<UInt32> {
            Slab(numbers.map { $0 == .max ? .max : ranks[Int($0)] })
        }
        return EntityEvidence(
            texts: texts, order: StringOrder(ascending: texts.count), documentIds: ranked(documentIds),
            firstDays: Slab(firstDays), lastDays: Slab(lastDays),
            offsets: Slab(offsets), kindNumbers: Slab(kindNumbers), uses: Slab(uses),
            genderNumbers: Slab(genderNumbers), names: ranked(names), subkinds: ranked(subkinds),
            forms: TextLists(offsets: Slab(forms.offsets), numbers: ranked(forms.numbers)),
            roles: TextLists(offsets: Slab(roles.offsets), numbers: ranked(roles.numbers)))
    }
}

// MARK: - Documents that come in any order

extension EvidenceGathering {
    /// The evidence of all documents in the order of a corpus: by their first day, undated ones last, then by id.
    ///
    /// - Throws: ``IdentityLinking/RepeatedDocument`` where two have one id: the order of these is not known without their texts.
    consuming func finishInOrder() throws(IdentityLinking.RepeatedDocument) -> EntityEvidence {
        let texts = TextRanks(interner)
        let keys = documentIds.indices.map { (day: firstDays[$0], id: texts.ranks[Int(documentIds[$0])]) }
        var isKnown = [Bool](repeating: false, count: texts.ranks.count)
        for key in keys {
            if isKnown[Int(key.id)] { throw IdentityLinking.RepeatedDocument(id: texts.texts.text(Int(key.id))) }
            isKnown[Int(key.id)] = true
        }
        var sorted = EvidenceGathering()
        for document in keys.indices.sorted(by: { keys[$0] < keys[$1] }) { sorted.append(document, of: self) }
        return sorted.evidence(in: texts)
    }

    /// Appends a document of another gathering, in the numbers of its texts.
    private mutating func append(_ document: Int, of other: EvidenceGathering) {
        documentIds.append(other.documentIds[document])
        firstDays.append(other.firstDays[document])
        lastDays.append(other.lastDays[document])
        let entities = Int(other.offsets[document])..<Int(other.offsets[document + 1])
        kindNumbers += other.kindNumbers[entities]
        uses += other.uses[entities]
        genderNumbers += other.genderNumbers[entities]
        names += other.names[entities]
        subkinds += other.subkinds[entities]
        for entity in entities {
            forms.append(other.forms[entity])
            roles.append(other.roles[entity])
        }
        offsets.append(UInt32(truncatingIfNeeded: names.count))
    }
}
