// Who is who over the documents of many parts, without their texts.

import DixitExtraction

/// Links those whom documents name, from what each document says of them: what a corpus of all documents would find out.
///
/// The second pass over a corpus that is read in parts. Only evidence comes here, in any order; memory grows with the number of
/// names, not with the texts.
package struct IdentityLinking {
    private var gathering = EvidenceGathering()

    package init() {}

    package mutating func add(_ document: DocumentEvidence) { gathering.add(document) }

    /// Two documents have one id: which of them comes first, and so who is who, their texts would have to tell.
    package struct RepeatedDocument: Error, Hashable, Sendable {
        package let id: String

        package init(id: String) { self.id = id }
    }

    /// - Complexity: linear in the number of names but for sorting.
    package consuming func finish() throws(RepeatedDocument) -> LinkedIdentities {
        LinkedIdentities(try gathering.finishInOrder())
    }
}

/// What was found out: the identities of each document, and the rows of all actors and places.
package struct LinkedIdentities: Sendable {
    private let evidence: EntityEvidence
    private let actors: LinkedEntities
    private let places: LinkedEntities

    fileprivate init(_ evidence: EntityEvidence) {
        self.evidence = evidence
        actors = LinkedEntities(evidence, as: .actor)
        places = LinkedEntities(evidence, as: .place, counting: .place)
    }

    package var documentCount: Int { evidence.documentCount }

    package func id(ofDocument document: Int) -> String { evidence.text(evidence.documentIds[document]) }

    /// Of the documents in the order of a corpus.
    package func identities(of document: Int) -> DocumentIdentities {
        let range = evidence.entities(of: document)
        func ids(_ entities: LinkedEntities) -> [String?] {
            range.indices.map { index in
                entities.row(index - range.lowerBound, of: document).map { entities.entities[Int($0)].id }
            }
        }
        return DocumentIdentities(number: document + 1, actors: ids(actors), places: ids(places))
    }

    /// A corpus with all actors and places, and nothing else.
    package var corpus: Corpus {
        var builder = StoreBuilder(.news)
        builder.add(NewsLoader.actorsTable(actors.entities, of: .news))
        builder.add(NewsLoader.entitiesTable("places", places.entities, of: .news))
        return Corpus(store: builder.finish(bytes: TextBytes()))
    }
}
