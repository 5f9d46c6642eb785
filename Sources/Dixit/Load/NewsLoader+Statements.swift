// The table of statements.

import DixitExtraction
import DixitText

extension NewsLoader {
    func statementsTable() -> TableBuilder {
        let (documents, rows) = (documents, records.statements)
        func document(_ row: Int) -> Int { Int(rows[row].document) }
        func statement(_ row: Int) -> ExtractedStatement {
            documents.records[document(row)].extracted.statements[Int(rows[row].index)]
        }
        func value(_ range: TextRange?, _ row: Int) -> String? { documents.value(range, of: document(row)) }
        var table = recordsTable("statements", rows)
        table.one("speaker") { actors.row(statement($0).speaker, of: document($0)) }
        table.keyword("attribution") { value(statement($0).attribution, $0) }
        table.keyword("role") { value(role(of: statement($0), in: document($0)), $0) }
        table.keyword("cue") { value(statement($0).cue, $0) }
        table.keyword("verb") { statement($0).cueLemma }
        table.keyword("act") { statement($0).act }
        table.keyword("mode") { statement($0).mode.rawValue }
        table.text("text", in: documents.blob.bytes) { documents.pieces(statement($0).content, of: document($0)) }
        table.date("date") { statement($0).date?.date ?? documents.dates[document($0)] }
        table.one("place") { places.row(statement($0).place, of: document($0)) }
        table.one("event") { records.events.row(statement($0).event, of: document($0)) }
        table.keyword("addressee") { value(statement($0).addressee, $0) }
        table.keyword("medium") { value(statement($0).medium, $0) }
        table.number("confidence") { statement($0).confidence }
        table.keyword("rule") { statement($0).rule }
        return table
    }

    /// The role that the sentence gives, else the first one that the document gives the speaker.
    private func role(of statement: ExtractedStatement, in document: Int) -> TextRange? {
        if let role = statement.role { return role }
        let entities = documents.records[document].extracted.entities
        guard let speaker = statement.speaker, entities.indices.contains(speaker) else { return nil }
        return entities[speaker].roles.first?.text
    }
}
