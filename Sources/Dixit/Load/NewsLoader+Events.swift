// The tables of events and of agreements.

import DixitExtraction
import DixitText

extension NewsLoader {
    func eventsTable() -> TableBuilder {
        let (documents, rows) = (documents, records.events)
        func document(_ row: Int) -> Int { Int(rows[row].document) }
        let events = RecordList(documents.records.map(\.extracted.events), rows)
        var table = recordsTable("events", rows)
        table.name("name") { documents.value(events[$0].name ?? events[$0].range, of: document($0)) }
        table.keyword("kind") { events[$0].kind }
        table.text("topic", in: documents.blob.bytes) { row in
            documents.pieces(events[row].topic.map { [$0] } ?? [], of: document(row))
        }
        table.text("text", in: documents.blob.bytes) { documents.pieces([events[$0].range], of: document($0)) }
        table.date("date") { events[$0].date?.date }
        table.one("place") { places.row(events[$0].place, of: document($0)) }
        table.many("organisers") { actorRows(events[$0].organisers, of: document($0)) }
        table.many("participants") { actorRows(events[$0].participants, of: document($0)) }
        return table
    }

    func agreementsTable() -> TableBuilder {
        let (documents, rows) = (documents, records.agreements)
        func document(_ row: Int) -> Int { Int(rows[row].document) }
        let agreements = RecordList(documents.records.map(\.extracted.agreements), rows)
        /// The event that an agreement belongs to, where its document has that event.
        func event(_ row: Int) -> ExtractedEvent? {
            let events = documents.records[document(row)].extracted.events
            return agreements[row].event.flatMap { events.indices.contains($0) ? events[$0] : nil }
        }
        var table = recordsTable("agreements", rows)
        table.name("name") { documents.value(agreements[$0].range, of: document($0)) }
        table.keyword("kind") { agreements[$0].kind }
        table.keyword("status") { agreements[$0].status?.rawValue }
        table.text("text", in: documents.blob.bytes) { documents.pieces([agreements[$0].range], of: document($0)) }
        table.text("purpose", in: documents.blob.bytes) { row in
            documents.pieces(agreements[row].purpose.map { [$0] } ?? [], of: document(row))
        }
        table.many("parties") { actorRows(agreements[$0].parties, of: document($0)) }
        table.many("signatories") { row in
            agreements[row].status == .signed ? actorRows(agreements[row].parties, of: document(row)) : []
        }
        table.date("date") { agreements[$0].date?.date ?? event($0)?.date?.date }
        table.one("place") { places.row(event($0)?.place, of: document($0)) }
        table.one("event") { records.events.row(agreements[$0].event, of: document($0)) }
        return table
    }
}
