// How the tests of events and agreements show what the extractor found.

import DixitExtraction
import DixitText

/// What a document says of events, agreements and itself, as lines that a test can state.
struct ReadDocument {
    let bytes: [UInt8]
    let document: ExtractedDocument

    /// - Parameter day: `2016-05-18`; a Wednesday.
    init(_ text: String, day: Bool = true, title: String? = nil) {
        bytes = [UInt8](text.utf8)
        document = Extractor()
            .extract(bytes, title: title, date: day ? PartialDate(year: 2016, month: 5, day: 18) : nil)
    }

    func cut(_ range: TextRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }

    func name(_ entity: Int) -> String {
        document.entities[entity].displayName ?? cut(document.entities[entity].name)
    }

    /// `rencontre «une rencontre à Rabat» date=2016-05-14 place=Rabat by=A, B with=C on=le climat name=…`; what is missing is left out.
    var events: [String] {
        document.events.map { event in
            var parts = ["\(event.kind) «\(cut(event.range))»"]
            if let name = event.name { parts.append("name=\(cut(name))") }
            if let date = event.date { parts.append("date=\(date.date)") }
            if let place = event.place { parts.append("place=\(name(place))") }
            if !event.organisers.isEmpty { parts.append("by=\(event.organisers.map(name).joined(separator: ", "))") }
            if !event.participants.isEmpty {
                parts.append("with=\(event.participants.map(name).joined(separator: ", "))")
            }
            if let topic = event.topic { parts.append("on=\(cut(topic))") }
            return parts.joined(separator: " ")
        }
    }

    /// `convention «une convention» signé of=A, B to=…`
    var agreements: [String] {
        document.agreements.map { agreement in
            var parts = ["\(agreement.kind) «\(cut(agreement.range))»"]
            if let status = agreement.status { parts.append(status.rawValue) }
            if let date = agreement.date { parts.append("date=\(date.date)") }
            if !agreement.parties.isEmpty { parts.append("of=\(agreement.parties.map(name).joined(separator: ", "))") }
            if let purpose = agreement.purpose { parts.append("to=\(cut(purpose))") }
            if let event = agreement.event { parts.append("event=\(document.events[event].kind)") }
            return parts.joined(separator: " ")
        }
    }

    /// `Anne Morel: cue | date | place | event`
    var circumstances: [String] {
        document.statements.map { statement in
            [
                statement.cue.map(cut) ?? "–", statement.date.map { "\($0.date)" } ?? "–",
                statement.place.map(name) ?? "–", statement.event.map { document.events[$0].kind } ?? "–",
            ].joined(separator: " | ")
        }
    }
}
