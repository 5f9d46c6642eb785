// The tables of events and of agreements.

import DixitExtraction
import DixitText

extension NewsLoader {
    func eventsTable() -> TableBuilder {
        let (documents, rows) = (documents, records.events)
        func document(_ row: Int) -> Int { Int(rows[row].document) }
        func event(_ row: Int) -> ExtractedEvent {
            documents.records[document(row)].extracted.events[Int(rows[row].index)]
        }
        var table = recordsTable("events", rows, idPrefix: "e")
        table.name("name") { documents.value(event($0).name ?? event($0).range, of: document($0)) }
        table.keyword("kind") { event($0).kind }
        table.text("topic", in: documents.blob.bytes) { row in
            documents.pieces(event(row).topic.map { [$0] } ?? [], of: document(row))
        }
        table.text("text", in: documents.blob.bytes) { documents.pieces([event($0).range], of: document($0)) }
        table.date("date") { event($0).date?.date }
        table.one("place") { places.row(event($0).place, of: document($0)) }
        table.many("organisers") { actorRows(event($0).organisers, of: document($0)) }
        table.many("participants") { actorRows(event($0).participants, of: document($0)) }
        return table
    }

    func agreementsTable() -> TableBuilder {
        let (documents, rows) = (documents, records.agreements)
        func document(_ row: Int) -> Int { Int(rows[row].document) }
        func agreement(_ row: Int) -> ExtractedAgreement {
            documents.records[document(row)].extracted.agreements[Int(rows[row].index)]
        }
        /// The event that an agreement belongs to, where its document has that event.
        func event(_ row: Int) -> ExtractedEvent? {
            let events = documents.records[document(row)].extracted.events
            return agreement(row).event.flatMap { events.indices.contains($0) ? events[$0] : nil }
        }
        var table = recordsTable("agreements", rows, idPrefix: "a")
        table.name("name") { documents.value(agreement($0).range, of: document($0)) }
        table.keyword("kind") { agreement($0).kind }
        table.keyword("status") { agreement($0).status?.rawValue }
        table.text("text", in: documents.blob.bytes) { documents.pieces([agreement($0).range], of: document($0)) }
        table.text("purpose", in: documents.blob.bytes) { row in
            documents.pieces(agreement(row).purpose.map { [$0] } ?? [], of: document(row))
        }
        table.many("parties") { actorRows(agreement($0).parties, of: document($0)) }
        table.many("signatories") { row in
            agreement(row).status == .signed ? actorRows(agreement(row).parties, of: document(row)) : []
        }
        table.date("date") { agreement($0).date?.date ?? event($0)?.date?.date }
        table.one("place") { places.row(event($0)?.place, of: document($0)) }
        table.one("event") { records.events.row(agreement($0).event, of: document($0)) }
        return table
    }
}
