// What a line needs beside its words to be read back: where each part stands, and which records it names.

import DixitExtraction
import DixitText

extension ExtractedLines {
    func writePlaces(of statement: ExtractedStatement, to line: inout ExtractedLine) {
        line.spans([
            ("cue", statement.cue), ("role", statement.role), ("addressee", statement.addressee),
            ("medium", statement.medium), ("date", statement.date?.range),
        ])
        line.nested("ids") { line in
            if let speaker = statement.speaker { line.field("speaker", ids: [id("#entity-", speaker)]) }
            if let place = statement.place { line.field("place", ids: [id("#entity-", place)]) }
        }
    }

    func writePlaces(of entity: ExtractedEntity, to line: inout ExtractedLine) {
        line.nested("spans") { line in
            line.field("name", offsetsOf: entity.name)
            line.field("forms", offsetsOf: entity.forms)
            line.field("roles", offsetsOf: entity.roles.map(\.text))
        }
        line.nested("ids") { line in line.field("organisations", ids: entity.organisations.map { id("#entity-", $0) }) }
    }

    func writePlaces(of event: ExtractedEvent, to line: inout ExtractedLine) {
        line.spans([("name", event.name), ("topic", event.topic), ("date", event.date?.range)])
        line.nested("ids") { line in
            if let place = event.place { line.field("place", ids: [id("#entity-", place)]) }
            line.field("organisers", ids: event.organisers.map { id("#entity-", $0) })
            line.field("participants", ids: event.participants.map { id("#entity-", $0) })
        }
    }

    func writePlaces(of agreement: ExtractedAgreement, to line: inout ExtractedLine) {
        line.spans([("purpose", agreement.purpose), ("date", agreement.date?.range)])
        line.nested("ids") { line in line.field("parties", ids: agreement.parties.map { id("#entity-", $0) }) }
    }
}

extension ExtractedLine {
    /// Where the words of some fields stand; those that are not there are left out.
    fileprivate mutating func spans(_ fields: [(StaticString, TextRange?)]) {
        nested("spans") { line in
            for (name, range) in fields { if let range { line.field(name, offsetsOf: range) } }
        }
    }

    /// `[{"start": 3, "end": 12, "form": "name"}]`
    mutating func mentions(_ mentions: [ExtractedMention]) {
        field("mentions", objects: mentions) { line, mention in
            line.field("start", codePoints: mention.range.start)
            line.field("end", codePoints: mention.range.end)
            line.field("form", mention.form.rawValue)
        }
    }
}
