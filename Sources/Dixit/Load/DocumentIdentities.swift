// Who those are that one document names, found out over all documents.

import DixitExtraction

/// The ids of a document's people, organisations and places in the whole that it is a part of.
///
/// A part of a corpus cannot tell by itself that its “M. Karim” is nobody else than that of another part, nor which id is free. What
/// ``IdentityLinking`` found out over all parts is given back to each, and a corpus of the part has the ids of the whole.
package struct DocumentIdentities: Hashable, Sendable {
    /// The place of the document in the order of all, from 1.
    package let number: Int
    /// By entity of the document; nil for one that is none of those.
    package let actors: [String?]
    package let places: [String?]

    package init(number: Int, actors: [String?], places: [String?]) {
        (self.number, self.actors, self.places) = (number, actors, places)
    }

    /// Whether these are those of a document as it was read: the same entities, used in the same way.
    func fit(_ document: ExtractedDocument) -> Bool {
        let uses = DocumentEvidence.uses(in: document)
        return actors.map { $0 != nil } == uses.areActors && places.map { $0 != nil } == uses.arePlaces
    }
}

extension DocumentRecords {
    /// The same with identities from outside; nil where they are those of another reading.
    package func identified(as identities: DocumentIdentities) -> DocumentRecords? {
        guard identities.fit(extracted) else { return nil }
        return DocumentRecords(document: document, extracted: extracted, identities: identities)
    }
}

/// The identities that all documents of a corpus came with, entity by entity.
struct GivenIdentities {
    private(set) var actors: [String?] = []
    private(set) var places: [String?] = []

    /// Nil where some document came without: then it is found out who is who.
    init?(_ records: [DocumentRecords]) {
        guard !records.isEmpty else { return nil }
        for record in records {
            guard let identities = record.identities else { return nil }
            actors += identities.actors
            places += identities.places
        }
    }
}
