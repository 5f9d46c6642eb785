// What one document says of those it names: all that is needed of it to link them over documents.

package import DixitExtraction
package import DixitText

/// The names of one document without its text.
///
/// The documents of a corpus may be read in parts, on many machines; whom they name can only be told when what all of them say is
/// known in one place (``IdentityLinking``). This is what has to come there: some hundred bytes of a document of thousands.
package struct DocumentEvidence: Hashable, Sendable {
    /// Somebody, an organisation or a place, as this document has it.
    package struct Entity: Hashable, Sendable {
        package let kind: ExtractedEntity.Kind
        /// As it is to be shown.
        package let name: String
        /// The name as it is written, then the other forms.
        package let forms: [String]
        /// What the user knows, then what the text says.
        package let roles: [String]
        package let subkind: String?
        package let gender: ExtractedEntity.Gender?
        /// Whether it is of those that act, and of the places; «Rabat et Madrid ont signé» makes a place both.
        package let isActor: Bool
        package let isPlace: Bool

        package init(
            kind: ExtractedEntity.Kind, name: String, forms: [String], roles: [String], subkind: String?,
            gender: ExtractedEntity.Gender?, isActor: Bool, isPlace: Bool
        ) {
            // A name is never empty: a row without one could not be shown, nor found.
            self.name = name.isEmpty ? "?" : name
            (self.kind, self.forms, self.roles, self.subkind) = (kind, forms, roles, subkind)
            (self.gender, self.isActor, self.isPlace) = (gender, isActor, isPlace)
        }
    }

    /// The id that the document came with.
    package let id: String
    /// The day of publication, given from outside or found in the text.
    package let date: PartialDate?
    /// In the order of the extracted document.
    package let entities: [Entity]

    package init(id: String, date: PartialDate?, entities: [Entity]) {
        (self.id, self.date, self.entities) = (id, date, entities)
    }

    package init(_ records: DocumentRecords) {
        let extracted = records.extracted
        let uses = Self.uses(in: extracted)
        func value(_ range: TextRange) -> String { records.text(of: range, spaced: false) }
        let entities = extracted.entities.indices.map { index -> Entity in
            let entity = extracted.entities[index]
            let shown = entity.displayName.flatMap { $0.isEmpty ? nil : $0 }
            let written = value(entity.name)
            return Entity(
                kind: entity.kind, name: shown ?? written, forms: [written] + entity.forms.map(value),
                roles: entity.knownRoles + entity.roles.map { value($0.text) }, subkind: entity.subkind,
                gender: entity.gender, isActor: uses.areActors[index], isPlace: uses.arePlaces[index])
        }
        self.init(id: records.document.id, date: records.date, entities: entities)
    }

    /// By entity of a document, whether it is of those that act, and of the places.
    static func uses(in document: ExtractedDocument) -> (areActors: [Bool], arePlaces: [Bool]) {
        (isActor(in: document), isPlace(in: document))
    }

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
}
