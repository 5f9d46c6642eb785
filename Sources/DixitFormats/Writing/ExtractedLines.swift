// Extracted records as JSON Lines: one object a record, offsets in Unicode code points.

package import Dixit
package import DixitExtraction
import DixitText

/// What `dixit extract --records` can write.
package enum RecordKind: String, CaseIterable, Sendable {
    case documents, statements, people, organisations, places, sources, events, agreements
    /// What the others say of those whom the document names, once more, without their places.
    case evidence

    /// The kinds that hold what was found, each once.
    package static let all = Set(allCases).subtracting([.evidence])
}

/// Writes what was found in a document, one record a line, as `dixit extract` prints it.
///
/// `{"record": "statement", "document": "a.txt", "id": "a.txt#1", "speaker": "Mustapha El Khalfi", "attribution": {"start": 131,
/// "end": 143}, …}`: `start` is included, `end` is not, and both count code points from the start of the text, as Python does.
package struct ExtractedLines {
    let document: ExtractedDocument
    let bytes: [UInt8]
    let path: String
    /// What was known of the document before it was read.
    let given: Document?
    private let offsets: CodePointOffsets
    /// Whether lines say where each part of them stands and which records they name, so that they can be read back.
    private(set) var isComplete = false

    /// - Parameters:
    ///   - bytes: The text that the document was extracted from.
    ///   - path: What the lines call the document.
    ///   - given: The document with what was known of it, which goes before what its text says.
    package init(_ document: ExtractedDocument, of bytes: [UInt8], path: String, given: Document? = nil) {
        self.document = document
        self.bytes = bytes
        self.path = path
        self.given = given
        offsets = CodePointOffsets(bytes)
    }

    /// The lines of some kinds of records, in the order of ``RecordKind``, each with its line end; empty where there are none.
    ///
    /// Lines of all kinds are complete: with them the records can be put together again.
    package func utf8(_ kinds: Set<RecordKind> = [.statements]) -> [UInt8] {
        var buffer = LineBuffer()
        write(kinds, to: &buffer)
        return Array(buffer.bytes)
    }

    /// Appends the same to a buffer, which hands them over as they come: those of one document may be larger than memory.
    package func write(_ kinds: Set<RecordKind>, to buffer: inout LineBuffer) {
        var writer = self
        writer.isComplete = kinds.isSuperset(of: RecordKind.all)
        var line = ExtractedLine(bytes, offsets, to: buffer)
        writer.write(kinds, to: &line)
        buffer = line.finish()
    }

    private func write(_ kinds: Set<RecordKind>, to line: inout ExtractedLine) {
        for kind in RecordKind.allCases where kinds.contains(kind) {
            switch kind {
            case .documents: writeDocument(to: &line)
            case .statements:
                for index in document.statements.indices { writeStatement(index, to: &line) }
            case .people: writeEntities([.person], as: "person", to: &line)
            case .organisations: writeEntities([.organisation], as: "organisation", to: &line)
            case .places: writeEntities([.place], as: "place", to: &line)
            case .sources: writeEntities([.group, .document, .unnamed], as: "source", to: &line)
            case .events:
                for index in document.events.indices { writeEvent(index, to: &line) }
            case .agreements:
                for index in document.agreements.indices { writeAgreement(index, to: &line) }
            case .evidence: writeEvidence(to: &line)
            }
        }
    }

    private func longestRole(of entity: Int) -> TextRange? {
        document.entities[entity].roles.max { $0.text.count < $1.text.count }?.text
    }

    private func writeStatement(_ index: Int, to line: inout ExtractedLine) {
        let statement = document.statements[index]
        let speaker = statement.speaker
        let content = statement.content
        line.begin()
        line.field("record", "statement")
        line.field("document", path)
        line.field("id", id: id("#", index))
        line.field("speaker", statement.speaker.map(name))
        line.field("attribution", offsetsOf: statement.attribution)
        line.field("cue", statement.cue)
        line.field("lemma", statement.cueLemma)
        line.field("act", statement.act)
        line.field("content", offsetsOf: content)
        line.field("text", joined: content)
        line.field("mode", statement.mode.rawValue)
        if let speaker, let role = document.entities[speaker].knownRoles.first {
            line.field("role", role)
        } else {
            line.field("role", speaker.flatMap(longestRole) ?? statement.role)
        }
        line.field("addressee", statement.addressee)
        line.field("medium", statement.medium)
        line.field("place", statement.place.map(name))
        line.field("event", id: statement.event.map { id("#event-", $0) })
        line.field("date", statement.date?.date.description)
        line.field("rule", statement.rule)
        line.field("confidence", share: statement.confidence)
        if isComplete { writePlaces(of: statement, to: &line) }
        line.end()
    }
}
