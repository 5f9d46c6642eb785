// From the records of documents to the tables of the news schema.

import DixitExtraction
import DixitText

/// Fills the tables of ``Schema/news``: orders the documents, links the people over them, and lays the records in rows.
///
/// The store depends on the documents alone, not on the order in which they come.
struct NewsLoader {
    let schema = Schema.news
    private(set) var documents: NewsDocuments
    let records: NewsRecords
    let evidence: EntityEvidence
    let actors: LinkedEntities
    let places: LinkedEntities
    let added: PartialDate?

    /// - Complexity: linear in the length of the texts but for sorting what is different.
    init(_ records: [DocumentRecords], added: CalendarDate?) {
        documents = NewsDocuments(records)
        self.records = NewsRecords(documents)
        evidence = EntityEvidence(documents) { document in
            zip(Self.isActor(in: document), Self.isPlace(in: document)).map { isActor, isPlace in
                (isActor ? EntityEvidence.Use.actor.rawValue : 0) | (isPlace ? EntityEvidence.Use.place.rawValue : 0)
            }
        }
        actors = LinkedEntities(evidence, as: .actor)
        places = LinkedEntities(evidence, as: .place, counting: .place)
        self.added = added?.partial
    }

    /// The same, its documents called otherwise: those of a corpus may have their ids.
    func calling(_ ids: [String]) -> NewsLoader {
        var loader = self
        loader.documents = documents.called(ids)
        return loader
    }

    func store() -> Store {
        finish(documentTables() + [actorsTable(), placesTable()])
    }

    /// The tables whose rows each stand in one document, or are one.
    func documentTables() -> [TableBuilder] {
        [documentsTable(), sentencesTable(), statementsTable(), eventsTable(), agreementsTable()]
    }

    /// The store, with the tables filled on as many threads as the machine gives.
    func concurrentStore() async -> Store {
        async let documents = documentsTable()
        async let sentences = sentencesTable()
        async let statements = statementsTable()
        let others = [actorsTable(), placesTable(), eventsTable(), agreementsTable()]
        return finish(await [documents, sentences, statements] + others)
    }

    private func finish(_ tables: [TableBuilder]) -> Store {
        var builder = StoreBuilder(schema)
        for table in tables { builder.add(table) }
        return builder.finish(
            bytes: documents.blob.bytes, documentTexts: documents.blob.documents,
            evidence: LinkedEvidence(evidence: evidence, actors: actors.rows, places: places.rows))
    }

    func table(_ set: String, rows: Int) -> TableBuilder { TableBuilder(set, of: schema, rows: rows) }

    // MARK: Who acts, and where

    /// All that can speak; a place only where it acts: «Rabat et Madrid ont signé un accord».
    private static func isActor(in document: ExtractedDocument) -> [Bool] {
        var result = document.entities.map { $0.kind != .place }
        func include(_ index: Int) { if result.indices.contains(index) { result[index] = true } }
        for statement in document.statements { statement.speaker.map(include) }
        for event in document.events {
            event.organisers.forEach(include)
            event.participants.forEach(include)
        }
        for agreement in document.agreements { agreement.parties.forEach(include) }
        return result
    }

    /// All places, and what serves as one: «à l'université Mohammed V».
    private static func isPlace(in document: ExtractedDocument) -> [Bool] {
        var result = document.entities.map { $0.kind == .place }
        func include(_ index: Int) { if result.indices.contains(index) { result[index] = true } }
        document.dateline.map(include)
        for statement in document.statements { statement.place.map(include) }
        for event in document.events { event.place.map(include) }
        return result
    }

    /// The rows of several entities of a document.
    func actorRows(_ indices: [Int], of document: Int) -> [UInt32] {
        indices.compactMap { actors.row($0, of: document) }
    }

    /// Of some actors, those of a kind.
    func actorRows(_ rows: [UInt32], of kind: ExtractedEntity.Kind) -> [UInt32] {
        rows.filter { actors.entities[Int($0)].kind == kind }
    }
}
