// Gives the extractor any bytes: the first line is a file of names, with ; for its line ends, the rest a document. Traps where a
// promise is broken.

import DixitExtraction
import DixitText

private let plain = Extractor()
/// Reads the same text in many sections, as one of a mebibyte is read.
private let inSections = Extractor(longestSection: 64)

/// Called by libFuzzer, which has the `main`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtraction(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: start, count: count)
    let line = input.firstIndex(of: UInt8(ascii: "\n")) ?? count
    let names = String(decoding: input[..<line], as: UTF8.self).replacing(";", with: "\n")
    // A document is UTF-8: whoever reads files sees to that.
    let bytes = Array(String(decoding: input[min(line + 1, count)...], as: UTF8.self).utf8)
    let parser = NamesParser(names)
    for problem in parser.problems { precondition(problem.line > 0) }
    check(plain.extract(bytes), bytes)
    check(inSections.extract(bytes), bytes)
    if !parser.names.entries.isEmpty { check(Extractor(known: parser.names).extract(bytes), bytes) }
    return 0
}

private func check(_ document: ExtractedDocument, _ bytes: [UInt8]) {
    func cuts(_ range: TextRange?) {
        guard let range else { return }
        precondition(range.start <= range.end && Int(range.end) <= bytes.count)
        precondition(String(validating: bytes[range.bytes], as: UTF8.self) != nil)
    }
    func knows(_ entity: Int?) { precondition(entity.map(document.entities.indices.contains) ?? true) }
    for range in document.paragraphs + document.sentences { cuts(range) }
    for range in [document.title, document.lead, document.date?.range, document.agency, document.outlet] { cuts(range) }
    knows(document.dateline)
    for mention in document.mentions {
        cuts(mention.range)
        knows(mention.entity)
    }
    for entity in document.entities {
        for range in [entity.name] + entity.forms + entity.roles.map(\.text) { cuts(range) }
        for organisation in entity.organisations { knows(organisation) }
    }
    for statement in document.statements {
        precondition(!statement.content.isEmpty)
        for piece in statement.content {
            cuts(piece)
            precondition(!bytes[piece.bytes].contains(UInt8(ascii: "\n")))
        }
        for range in [statement.cue, statement.attribution, statement.role, statement.addressee, statement.medium] {
            cuts(range)
        }
        knows(statement.speaker)
        knows(statement.place)
        precondition(statement.event.map(document.events.indices.contains) ?? true)
        precondition((0...1).contains(statement.confidence) && Extractor.rules.contains(statement.rule))
    }
    for event in document.events {
        for range in [event.range, event.name, event.topic, event.date?.range] { cuts(range) }
        for entity in event.organisers + event.participants { knows(entity) }
        knows(event.place)
    }
    for agreement in document.agreements {
        for range in [agreement.range, agreement.purpose, agreement.date?.range] { cuts(range) }
        for entity in agreement.parties { knows(entity) }
    }
}
