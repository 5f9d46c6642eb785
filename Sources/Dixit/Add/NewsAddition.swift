// Documents that are added to a corpus that is there.

import DixitExtraction
import DixitSyntax
import DixitText

/// The tables of a corpus and those of further documents, as the tables of one corpus: what the same documents would have given
/// at once.
///
/// Only the added documents are read. The rows of both lie in one order (``Interleaving``); columns and indexes are copied in
/// stretches, and lists of the words and values that are new get their place between. An added document can make one person of
/// two that were different, or give somebody another name, and so another id and another row (``EntityAddition``).
struct NewsAddition {
    private let old: Store
    private let known: LinkedEvidence
    private let loader: NewsLoader
    /// How the documents of both follow each other.
    private let documents: Interleaving

    /// - Throws: ``DixitError`` E513 for a corpus that was not made of documents.
    init(_ records: [DocumentRecords], to old: Store, added: CalendarDate?) throws(DixitError) {
        guard let known = old.evidence, old.schema == .news else { throw DixitError(.notMadeOfDocuments) }
        self.known = known
        loader = NewsLoader(records, added: added)
        documents = try Self.order(old, known.evidence, loader.documents)
        let isAppending = documents.isAppending(known.evidence.documentCount, loader.documents.count)
        self.old = try !isAppending && old.tables.contains(where: \.isPacked) ? old.flat() : old
    }

    /// - Throws: ``DixitError`` E525 where the corpus came out of a file that no corpus was written as.
    func store() throws(DixitError) -> Store {
        let evidence = EntityEvidence(known.evidence, loader.evidence, documents)
        let entities = Interleaving(
            documents, oldOffsets: known.evidence.offsets, addedOffsets: loader.evidence.offsets)
        let keys = known.keys.keys(of: known)
        func linked(
            _ set: String, _ use: EntityEvidence.Use, _ kind: ExtractedEntity.Kind?, _ oldRows: Slab<UInt32>,
            _ keys: LinkingKeys, _ added: LinkedEntities
        ) throws(DixitError) -> EntityAddition {
            try EntityAddition(
                EntityAddition.Source(
                    use: use, kind: kind, evidence: evidence, entities: entities, table: try stored(set),
                    oldRows: oldRows, keys: keys, added: loader.evidence, addedRows: added,
                    isAppending: documents.isAppending(known.evidence.documentCount, loader.documents.count)))
        }
        let actors = try linked("actors", .actor, nil, known.actors, keys.actors, loader.actors)
        let places = try linked("places", .place, .place, known.places, keys.places, loader.places)
        let shift = UInt64(old.bytes.count)
        let bytes = old.bytes.followed(by: loader.documents.blob.bytes)
        let ids = NewIds(evidence, old: try documentIds(), added: loader.documents.ids, documents)
        let tables = loader.calling(ids.added).documentTables()
        var rows: [Interleaving] = []
        var targets: [String: TargetRows] = [
            "actors": actors.targets, "places": places.targets,
        ]
        for table in tables {
            let order = try self.order(of: table)
            rows.append(order)
            targets[table.set] = TargetRows(
                order, oldCount: try stored(table.set).rowCount, addedCount: table.rowCount)
        }
        var builder = StoreBuilder(old.schema)
        for (table, order) in zip(tables, rows) {
            var both = try TableBuilder(
                try stored(table.set), table, order, of: old.schema, bytes: bytes, targets: targets,
                except: ids.changedOld.isEmpty ? [] : ["id"])
            if !ids.changedOld.isEmpty { try fillIds(of: &both, ids) }
            builder.add(both)
        }
        var actorsTable = try TableBuilder(
            try stored("actors"), NewsLoader.actorsTable(actors.entities, of: old.schema), actors.rows,
            of: old.schema, bytes: bytes, targets: targets)
        NewsLoader.fillRelations(
            of: &actorsTable,
            organisations: try pairs("organisations", loader.memberships(), targets["actors"], targets["actors"]),
            events: try pairs("events", loader.attendances(), targets["actors"], targets["events"]))
        builder.add(actorsTable)
        builder.add(
            try TableBuilder(
                try stored("places"), NewsLoader.entitiesTable("places", places.entities, of: old.schema), places.rows,
                of: old.schema, bytes: bytes, targets: targets))
        let texts = loader.documents.blob.documents
        return builder.finish(
            bytes: bytes,
            documentTexts: DocumentTexts(
                starts: documents.joined(old.documentTexts.starts, Slab(texts.starts.map { $0 + shift })),
                lengths: documents.joined(old.documentTexts.lengths, texts.lengths)),
            evidence: LinkedEvidence(
                evidence: evidence, actors: actors.entityRows, places: places.entityRows,
                keys: LinkingKeyCache((actors: actors.keys, places: places.keys))),
            seal: old.seal)
    }

    // MARK: The order of rows

    /// Where the added documents belong among the old ones, which are in order.
    private static func order(
        _ old: Store, _ evidence: EntityEvidence, _ added: NewsDocuments
    ) throws(DixitError) -> Interleaving {
        let table = try old.table("documents")
        guard table.rowCount == evidence.documentCount else { throw impossible("documents") }
        var places: [Int] = []
        for records in added.records {
            let key = DocumentKey(records)
            var (low, high) = (places.last ?? 0, evidence.documentCount)
            while low < high {
                let middle = (low + high) >> 1
                // Of two that are the same in everything the old one stays the first.
                if key.precedes(DocumentKey(middle, of: old, evidence)) { high = middle } else { low = middle + 1 }
            }
            places.append(low)
        }
        return Interleaving(oldCount: evidence.documentCount, addedBefore: places)
    }

    /// How the rows of a table follow each other: as their documents do.
    private func order(of table: TableBuilder) throws(DixitError) -> Interleaving {
        if table.set == "documents" { return documents }
        guard let oldPlaces = try stored(table.set).places, let places = table.places else {
            throw Self.impossible(table.set)
        }
        return Interleaving(
            documents, oldOffsets: DocumentOffsets(oldPlaces, documents: known.evidence.documentCount),
            addedOffsets: DocumentOffsets(places, documents: loader.documents.count))
    }

    // MARK: What is in rows

    /// The pairs of a relation of the actors.
    private func pairs(
        _ field: String, _ added: [(row: UInt32, id: UInt32)], _ rows: TargetRows?, _ targets: TargetRows?
    ) throws(DixitError) -> [(row: UInt32, id: UInt32)] {
        let table = try stored("actors")
        guard let rows, let targets, let number = table.column(named: field),
            case .relation(let relation) = table.columns[number]
        else { throw Self.impossible("actors " + field) }
        var pairs: [(row: UInt32, id: UInt32)] = []
        for row in 0..<UInt32(truncatingIfNeeded: table.rowCount) {
            relation.forward.forEach(row) { pairs.append((rows.old(row), targets.old($0))) }
        }
        for pair in added { pairs.append((rows.added[Int(pair.row)], targets.added[Int(pair.id)])) }
        return pairs
    }

    /// The ids of the documents of the corpus.
    private func documentIds() throws(DixitError) -> KeywordColumn {
        let table = try stored("documents")
        guard let number = table.column(named: "id"), case .keyword(let column) = table.columns[number]
        else { throw Self.impossible("documents id") }
        let ids = column.wide
        guard case .one = ids.codes else { throw Self.impossible("documents id") }
        return ids
    }

    /// The ids of a table in which those of some old documents are others now: their rows count as left out and added again.
    private func fillIds(of both: inout TableBuilder, _ ids: NewIds) throws(DixitError) {
        let set = both.set
        let table = try stored(set)
        guard let number = table.column(named: "id"), case .keyword(let column) = table.columns[number],
            let places = both.places, let oldPlaces = table.places
        else { throw Self.impossible(set + " id") }
        let offsets = DocumentOffsets(places, documents: documents.count)
        let oldOffsets = DocumentOffsets(oldPlaces, documents: known.evidence.documentCount)
        var rows = Interleaving()
        var made = KeywordColumnBuilder(many: false)
        var count = 0
        func make(_ records: Int, called id: String) {
            for number in 0..<records {
                made.append(set == "documents" ? id : NewsLoader.recordId(of: set, in: id, number: number + 1))
            }
            rows.append(added: count..<count + records)
            count += records
        }
        for stretch in documents.stretches {
            for (number, place) in stretch.range.enumerated() {
                let document = stretch.start + number
                let records = Int(offsets[document + 1]) - Int(offsets[document])
                if let id = stretch.isAdded ? ids.added[place] : ids.changedOld[place] {
                    make(records, called: id)
                } else {
                    let first = Int(oldOffsets[place])
                    rows.append(old: first..<first + records)
                }
            }
        }
        both.fill("id", with: .keyword(KeywordColumn(column, made.finish(), rows)))
    }

    private func stored(_ set: String) throws(DixitError) -> Table { try old.table(set) }

    static func impossible(_ part: String) -> DixitError {
        DixitError(.impossibleSnapshot("snapshot", part: part))
    }
}

/// Where the rows of each document begin, and the end of all.
///
/// - Complexity: of each, logarithmic in the number of rows.
private struct DocumentOffsets: RandomAccessCollection {
    let startIndex = 0
    let endIndex: Int
    private let documents: Slab<UInt32>

    /// - Parameter places: by document, as they are in a corpus of documents.
    init(_ places: PlaceColumn, documents count: Int) {
        documents = places.documents
        endIndex = count + 1
    }

    subscript(document: Int) -> UInt32 {
        let place = document + 1 == endIndex ? documents.count : documents.lowerBound(UInt32(document))
        return UInt32(truncatingIfNeeded: place)
    }
}

extension Store {
    fileprivate func table(_ set: String) throws(DixitError) -> Table {
        guard let number = tableNumbers[set] else { throw NewsAddition.impossible(set) }
        return tables[number]
    }
}

extension DocumentKey {
    /// A document of a corpus.
    fileprivate init(_ document: Int, of store: Store, _ evidence: EntityEvidence) {
        firstDay = evidence.firstDays[document]
        id = evidence.text(evidence.documentIds[document])
        rest = {
            guard let number = store.documentTable else { return [] }
            let table = store.tables[number]
            let row = UInt32(truncatingIfNeeded: document)
            func text(_ field: String) -> String {
                guard let column = table.column(named: field),
                    case .text(let text) = store.value(row, column: column, table: number)
                else { return "" }
                return text
            }
            let days = Int(evidence.lastDays[document]) - Int(evidence.firstDays[document])
            return ["text", "title", "outlet", "url", "path"].map(text) + [String(days)]
        }
    }
}

/// What the documents are called now: ids are given out anew among those that came with ids that an added one can stand in the way of.
private struct NewIds {
    /// Of each added document.
    private(set) var added: [String]
    /// By old document, of those that are called otherwise than before.
    private(set) var changedOld: [Int: String] = [:]

    /// - Parameter added: what the added ones would be called alone.
    init(_ evidence: EntityEvidence, old: KeywordColumn, added: [String], _ documents: Interleaving) {
        self.added = added
        // Where all came with different ids, each has the one that it came with.
        if Self.areDifferent(evidence) { return }
        func family(_ document: Int) -> [UInt8] {
            Self.family(Array(evidence.text(evidence.documentIds[document]).utf8))
        }
        var families: Set<[UInt8]> = []
        for stretch in documents.stretches where stretch.isAdded {
            for document in stretch.start..<stretch.start + stretch.range.count { families.insert(family(document)) }
        }
        // By the text that a document came with as its id.
        var isOfFamily: [UInt32: Bool] = [:]
        func isOfAddedFamily(_ document: Int) -> Bool {
            let text = evidence.documentIds[document]
            if let known = isOfFamily[text] { return known }
            let isOf = families.contains(family(document))
            isOfFamily[text] = isOf
            return isOf
        }
        var members: [(stretch: Interleaving.Stretch, place: Int)] = []
        var given: [String] = []
        for stretch in documents.stretches {
            for (number, place) in stretch.range.enumerated() where isOfAddedFamily(stretch.start + number) {
                members.append((stretch, place))
                given.append(evidence.text(evidence.documentIds[stretch.start + number]))
            }
        }
        for ((stretch, place), id) in zip(members, NewsDocuments.ids(given)) {
            if stretch.isAdded {
                self.added[place] = id
            } else if old.codes.list(UInt32(truncatingIfNeeded: place)).map({ old.dictionary.text($0) }) != [id] {
                changedOld[place] = id
            }
        }
    }

    private static func areDifferent(_ evidence: EntityEvidence) -> Bool {
        var isTaken = [Bool](repeating: false, count: evidence.texts.count)
        for id in evidence.documentIds {
            if id == .max || evidence.texts[Int(id)].isEmpty || isTaken[Int(id)] { return false }
            isTaken[Int(id)] = true
        }
        return true
    }

    /// What is left of an id without the numbers that make it different: `a` of `a~2`, and of `a~2~3`.
    private static func family(_ id: [UInt8]) -> [UInt8] {
        var rest = id.isEmpty ? Array("document".utf8)[...] : id[...]
        while let mark = rest.lastIndex(of: UInt8(ascii: "~")) {
            let digits = rest[(mark + 1)...]
            if digits.isEmpty || !digits.allSatisfy({ (0x30...0x39).contains($0) }) { break }
            rest = rest[..<mark]
        }
        return Array(rest)
    }
}
