// Documents whose records a test writes by hand.

import Dixit
import DixitExtraction
import DixitText
import Testing

/// A document with its records; ranges are found by their words, so that a test reads like the text.
struct HandmadeDocument {
    var document: Document
    var extracted = ExtractedDocument()

    /// Each line is a paragraph; a sentence ends at a full stop or at the end of its line.
    init(_ id: String, _ text: String, date: String? = nil, title: String? = nil, outlet: String? = nil) {
        document = Document(
            id: id, text: text, title: title, date: date.flatMap { CalendarDate($0) }, outlet: outlet)
        var paragraphStart = 0
        var sentenceStart = 0
        let bytes = Array(text.utf8)
        func close(_ start: inout Int, at end: Int, in ranges: inout [TextRange]) {
            if end > start { ranges.append(TextRange(start..<end)) }
            start = end + 1
        }
        for (index, byte) in (bytes + [0x0A]).enumerated() {
            if byte == UInt8(ascii: "."), sentenceStart <= index {
                extracted.sentences.append(TextRange(sentenceStart..<index + 1))
                sentenceStart = index + 1
                if sentenceStart < bytes.count, bytes[sentenceStart] == 0x20 { sentenceStart += 1 }
            }
            if byte == 0x0A {
                close(&sentenceStart, at: index, in: &extracted.sentences)
                close(&paragraphStart, at: index, in: &extracted.paragraphs)
                sentenceStart = index + 1
            }
        }
        extracted.words = Words(text).count
    }

    var records: DocumentRecords { DocumentRecords(document: document, extracted: extracted) }

    /// The place of some words, the first one or that after other words.
    func range(_ words: String, after: String = "", _ location: SourceLocation = #_sourceLocation) -> TextRange {
        let text = Array(document.text.utf8)
        let start = after.isEmpty ? 0 : find(Array(after.utf8), in: text, from: 0).map { $0 + after.utf8.count }
        guard let start, let found = find(Array(words.utf8), in: text, from: start) else {
            Issue.record("“\(words)” is not in the text", sourceLocation: location)
            return TextRange(0, 0)
        }
        return TextRange(found..<found + words.utf8.count)
    }

    private func find(_ words: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard text.count >= words.count else { return nil }
        return (start...max(start, text.count - words.count)).first { text[$0...].starts(with: words) }
    }

    /// Adds an entity and returns its index.
    mutating func entity(
        _ kind: ExtractedEntity.Kind, _ name: String, forms: [String] = [], roles: [String] = [],
        organisations: [Int] = [], subkind: String? = nil, gender: ExtractedEntity.Gender? = nil
    ) -> Int {
        var entity = ExtractedEntity(kind: kind, name: range(name))
        entity.forms = forms.map { range($0) }
        entity.roles = roles.map { ExtractedEntity.Role(text: range($0)) }
        entity.organisations = organisations
        entity.subkind = subkind
        entity.gender = gender
        extracted.entities.append(entity)
        return extracted.entities.count - 1
    }

    /// Adds a statement of some pieces.
    mutating func statement(
        _ speaker: Int?, _ content: String..., mode: ExtractedStatement.Mode = .indirect,
        _ change: (inout ExtractedStatement) -> Void = { _ in }
    ) {
        var statement = ExtractedStatement(content: content.map { range($0) }, mode: mode, rule: "test")
        statement.speaker = speaker
        change(&statement)
        extracted.statements.append(statement)
    }

    /// Adds an event and returns its index.
    mutating func event(_ kind: String, _ words: String, _ change: (inout ExtractedEvent) -> Void = { _ in }) -> Int {
        var event = ExtractedEvent(kind: kind, range: range(words))
        change(&event)
        extracted.events.append(event)
        return extracted.events.count - 1
    }

    mutating func agreement(_ kind: String, _ words: String, _ change: (inout ExtractedAgreement) -> Void = { _ in }) {
        var agreement = ExtractedAgreement(kind: kind, range: range(words))
        change(&agreement)
        extracted.agreements.append(agreement)
    }
}

extension Corpus {
    /// The corpus of some handmade documents, whose invariants hold.
    init(_ documents: [HandmadeDocument], added: String? = nil, _ location: SourceLocation = #_sourceLocation) {
        var builder = CorpusBuilder()
        builder.added = added.flatMap { CalendarDate($0) }
        builder.add(contentsOf: documents.map(\.records))
        self = builder.finish()
        #expect(defects == [], sourceLocation: location)
    }
}

/// A document in which the only thing of note is that these are named, each in its own line.
func naming(
    _ id: String, _ kind: ExtractedEntity.Kind, _ names: String..., forms: [String] = [], role: String? = nil,
    date: String? = nil
) -> HandmadeDocument {
    var document = HandmadeDocument(id, (names + forms + (role.map { [$0] } ?? [])).joined(separator: "\n"), date: date)
    for name in names { _ = document.entity(kind, name, forms: forms, roles: role.map { [$0] } ?? []) }
    return document
}
