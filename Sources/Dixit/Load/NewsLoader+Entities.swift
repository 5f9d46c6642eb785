// The tables of those who speak and act, and of places.

import DixitExtraction
import DixitText

extension NewsLoader {
    /// People, organisations and all other sources; `people` and `organisations` are parts of it.
    func actorsTable() -> TableBuilder {
        let entities = actors.entities
        var table = entitiesTable("actors", entities)
        table.keyword("type") { entities[$0].kind.rawValue }
        table.keyword("gender") { entities[$0].gender }
        table.keyword("role") { entities[$0].role }
        table.keywords("roles") { entities[$0].roles }
        table.fill("organisations", with: .many(memberships()))
        table.fill("events", with: .many(attendances()))
        return table
    }

    func placesTable() -> TableBuilder { entitiesTable("places", places.entities) }

    private func entitiesTable(_ set: String, _ entities: [LinkedEntities.Entity]) -> TableBuilder {
        var table = table(set, rows: entities.count)
        table.keyword("id") { entities[$0].id }
        table.name("name") { entities[$0].name }
        table.names("names") { entities[$0].names }
        table.keyword("kind") { entities[$0].subkind }
        return table
    }

    /// The organisations of each actor, of all documents.
    private func memberships() -> Adjacency {
        var pairs: [(row: UInt32, id: UInt32)] = []
        for document in 0..<documents.count {
            let entities = documents.records[document].extracted.entities
            for (index, entity) in entities.enumerated() where !entity.organisations.isEmpty {
                guard let member = actors.row(index, of: document) else { continue }
                let organisations = actorRows(entity.organisations, of: document)
                for row in actorRows(organisations, of: .organisation) where row != member {
                    pairs.append((member, row))
                }
            }
        }
        return Adjacency(rows: actors.entities.count, pairs: pairs)
    }

    /// The events of each actor: where somebody took part or said something.
    private func attendances() -> Adjacency {
        var pairs: [(row: UInt32, id: UInt32)] = []
        for document in 0..<documents.count {
            for (index, event) in documents.records[document].extracted.events.enumerated() {
                guard let row = records.events.row(index, of: document) else { continue }
                for actor in actorRows(event.participants, of: document) { pairs.append((actor, row)) }
            }
            for statement in documents.records[document].extracted.statements {
                guard let actor = actors.row(statement.speaker, of: document) else { continue }
                guard let event = records.events.row(statement.event, of: document) else { continue }
                pairs.append((actor, event))
            }
        }
        return Adjacency(rows: actors.entities.count, pairs: pairs)
    }
}
