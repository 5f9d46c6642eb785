// The tables of documents and of their sentences.

import DixitExtraction
import DixitText

extension NewsLoader {
    func documentsTable() -> TableBuilder {
        let documents = documents
        let count = documents.count
        let actorsOfDocument = (0..<count).map { actors.rows(of: $0) }
        func document(_ row: Int) -> Document { documents.records[row].document }
        var table = table("documents", rows: count)
        table.keyword("id") { documents.ids[$0] }
        table.text("title", in: documents.blob.bytes) { TableBuilder.Pieces(ranges: documents.title(of: $0)) }
        table.text("lead", in: documents.blob.bytes) { row in
            documents.pieces(documents.extracted(row).lead.map { [$0] } ?? [], of: row)
        }
        table.text("text", in: documents.blob.bytes) { row in
            documents.pieces([TextRange(0..<documents.blob.range(of: row).count)], of: row)
        }
        table.date("date") { documents.dates[$0] }
        table.one("place") { places.row(documents.extracted($0).dateline, of: $0) }
        table.keyword("outlet") { document($0).outlet ?? documents.value(documents.extracted($0).outlet, of: $0) }
        table.keyword("agency") { documents.value(documents.extracted($0).agency, of: $0) }
        table.keyword("language") { documents.extracted($0).language }
        table.keyword("url") { document($0).url }
        table.keyword("path") { document($0).path }
        table.number("words") { Double(documents.extracted($0).words) }
        table.date("added") { _ in added }
        table.many("actors") { actorsOfDocument[$0] }
        table.many("people") { actorRows(actorsOfDocument[$0], of: .person) }
        table.many("organisations") { actorRows(actorsOfDocument[$0], of: .organisation) }
        table.many("places") { places.rows(of: $0) }
        table.places = PlaceColumn(
            documents: Slab((0..<count).map { UInt32(truncatingIfNeeded: $0) }),
            starts: Slab([UInt32](repeating: 0, count: count)),
            ends: Slab((0..<count).map { UInt32(truncatingIfNeeded: documents.blob.range(of: $0).count) }))
        return table
    }

    func sentencesTable() -> TableBuilder {
        var table = recordsTable("sentences", records.sentences)
        let (documents, rows) = (documents, records.sentences)
        table.text("text", in: documents.blob.bytes) { row in
            let document = Int(rows[row].document)
            return documents.pieces([TextRange(rows[row].start, rows[row].end)], of: document)
        }
        table.date("date") { documents.dates[Int(rows[$0].document)] }
        table.number("position") { Double(rows[$0].number) }
        return table
    }

    /// The fields that everything inside a document has.
    func recordsTable(_ set: String, _ rows: RecordRows) -> TableBuilder {
        var table = table(set, rows: rows.count)
        table.keyword("id") {
            Self.recordId(of: set, in: documents.ids[Int(rows[$0].document)], number: Int(rows[$0].number))
        }
        table.one("document") { rows[$0].document }
        table.number("paragraph") { rows[$0].paragraph == 0 ? nil : Double(rows[$0].paragraph) }
        table.number("start") { Double(rows[$0].codePoints.lowerBound) }
        table.number("end") { Double(rows[$0].codePoints.upperBound) }
        table.places = rows.places
        return table
    }

    /// `article:12` for the twelfth statement of a document, `article:s12` for its twelfth sentence.
    static func recordId(of set: String, in document: String, number: Int) -> String {
        let prefixes = ["sentences": "s", "events": "e", "agreements": "a"]
        return document + ":" + (prefixes[set] ?? "") + String(number)
    }
}
