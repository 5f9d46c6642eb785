// The tables of those who speak and act, and of places.

import DixitExtraction
import DixitText

extension NewsLoader {
    /// People, organisations and all other sources; `people` and `organisations` are parts of it.
    func actorsTable() -> TableBuilder {
        var table = Self.actorsTable(actors.entities, of: schema)
        Self.fillRelations(of: &table, organisations: memberships(), events: attendances())
        return table
    }

    func placesTable() -> TableBuilder { Self.entitiesTable("places", places.entities, of: schema) }

    static func actorsTable(_ entities: [LinkedEntities.Entity], of schema: Schema) -> TableBuilder {
        var table = entitiesTable("actors", entities, of: schema)
        table.keyword("type") { entities[$0].kind.rawValue }
        table.keyword("gender") { entities[$0].gender }
        table.keyword("role") { entities[$0].role }
        table.keywords("roles") { entities[$0].roles }
        return table
    }

    /// - Parameters:
    ///   - organisations: those of each actor, in pairs of rows.
    ///   - events: those that each actor was at.
    static func fillRelations(
        of table: inout TableBuilder, organisations: [(row: UInt32, id: UInt32)], events: [(row: UInt32, id: UInt32)]
    ) {
        // An organisation is none of its own, by whatever name it is called.
        let others = organisations.filter { $0.row != $0.id }
        table.fill("organisations", with: .many(Adjacency(rows: table.rowCount, pairs: others)))
        table.fill("events", with: .many(Adjacency(rows: table.rowCount, pairs: events)))
    }

    static func entitiesTable(
        _ set: String, _ entities: [LinkedEntities.Entity], of schema: Schema
    ) -> TableBuilder {
        var table = TableBuilder(set, of: schema, rows: entities.count)
        table.keyword("id") { entities[$0].id }
        table.name("name") { entities[$0].name }
        table.names("names") { entities[$0].names }
        table.keyword("kind") { entities[$0].subkind }
        return table
    }

    /// The organisations of each actor, of all documents.
    func memberships() -> [(row: UInt32, id: UInt32)] {
        var pairs: [(row: UInt32, id: UInt32)] = []
        for document in 0..<documents.count {
            let entities = documents.records[document].extracted.entities
            for (index, entity) in entities.enumerated() where !entity.organisations.isEmpty {
                guard let member = actors.row(index, of: document) else { continue }
                let organisations = actorRows(entity.organisations, of: document)
                for row in actorRows(organisations, of: .organisation) { pairs.append((member, row)) }
            }
        }
        return pairs
    }

    /// The events of each actor: where somebody took part or said something.
    func attendances() -> [(row: UInt32, id: UInt32)] {
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
        return pairs
    }
}
