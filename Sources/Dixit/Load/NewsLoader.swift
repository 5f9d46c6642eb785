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
    /// Whether it was given who is who, because the documents are a part of others.
    let isPart: Bool

    /// - Complexity: linear in the length of the texts but for sorting what is different.
    init(_ records: [DocumentRecords], added: CalendarDate?) {
        documents = NewsDocuments(records)
        self.records = NewsRecords(documents)
        evidence = EntityEvidence(self.documents.records.lazy.map { DocumentEvidence($0) })
        let given = GivenIdentities(self.documents.records)
        actors = LinkedEntities(evidence, as: .actor, given: given?.actors)
        places = LinkedEntities(evidence, as: .place, counting: .place, given: given?.places)
        isPart = given != nil
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
            bytes: TextBytes(documents.blob.bytes), documentTexts: documents.blob.documents,
            // A part cannot be added to: what its documents say alone does not tell who is who.
            evidence: isPart ? nil : LinkedEvidence(evidence: evidence, actors: actors.rows, places: places.rows))
    }

    func table(_ set: String, rows: Int) -> TableBuilder { TableBuilder(set, of: schema, rows: rows) }

    // MARK: Rows of entities

    /// The rows of several entities of a document.
    func actorRows(_ indices: [Int], of document: Int) -> [UInt32] {
        indices.compactMap { actors.row($0, of: document) }
    }

    /// Of some actors, those of a kind.
    func actorRows(_ rows: [UInt32], of kind: ExtractedEntity.Kind) -> [UInt32] {
        rows.filter { actors.entities[Int($0)].kind == kind }
    }
}
