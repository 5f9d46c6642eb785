// The table of statements.

import DixitExtraction
import DixitText

extension NewsLoader {
    func statementsTable() -> TableBuilder {
        let (documents, rows) = (documents, records.statements)
        func document(_ row: Int) -> Int { Int(rows[row].document) }
        let statements = RecordList(documents.records.map(\.extracted.statements), rows)
        func value(_ range: TextRange?, _ row: Int) -> String? { documents.value(range, of: document(row)) }
        var table = recordsTable("statements", rows)
        table.one("speaker") { actors.row(statements[$0].speaker, of: document($0)) }
        table.keyword("attribution") { value(statements[$0].attribution, $0) }
        table.keyword("role") { row in
            value(statements[row].role, row) ?? role(of: statements[row].speaker, in: document(row))
        }
        table.keyword("cue") { value(statements[$0].cue, $0) }
        table.keyword("verb") { statements[$0].cueLemma }
        table.keyword("act") { statements[$0].act }
        table.keyword("mode") { statements[$0].mode.rawValue }
        table.text("text", in: documents.blob.bytes) { documents.pieces(statements[$0].content, of: document($0)) }
        table.date("date") { statements[$0].date?.date ?? documents.dates[document($0)] }
        table.one("place") { places.row(statements[$0].place, of: document($0)) }
        table.one("event") { records.events.row(statements[$0].event, of: document($0)) }
        table.keyword("addressee") { value(statements[$0].addressee, $0) }
        table.keyword("medium") { value(statements[$0].medium, $0) }
        table.number("confidence") { statements[$0].confidence }
        table.keyword("rule") { statements[$0].rule }
        return table
    }

    /// The office that the user knows a speaker to hold, else the first that the document gives.
    private func role(of speaker: Int?, in document: Int) -> String? {
        guard let speaker, documents.records[document].extracted.entities.indices.contains(speaker) else { return nil }
        let entity = documents.records[document].extracted.entities[speaker]
        return entity.knownRoles.first ?? documents.value(entity.roles.first?.text, of: document)
    }
}
