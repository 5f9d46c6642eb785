// Documents in JSON and in JSON Lines.

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The documents of a file with one JSON object a line.
struct JSONLinesEntries: DocumentEntries {
    private var blocks: LineBlocks
    private let fields: FieldNames
    private let decoder = JSONDecoder()

    init(_ source: any ByteSource, _ fields: FieldNames) {
        blocks = LineBlocks(source)
        self.fields = fields
    }

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        guard let block = try blocks.next() else { return false }
        if block.isTooLong { found.add(.lineTooLong, at: .line(block.firstLine)) }
        block.forEachLine { bytes, line in
            if let offset = TextFile.firstInvalidByte(of: bytes) {
                return found.add(.notUTF8(offset: offset), at: .line(line))
            }
            do {
                let object = try decoder.decode(JSONDocument.self, from: Data(bytes), configuration: fields)
                object.add(to: &found, at: .line(line), fields)
            } catch {
                found.add(.noObject, at: .line(line))
            }
        }
        return true
    }
}

/// The documents of a file with one JSON value.
struct JSONEntries: DocumentEntries {
    private let source: any ByteSource
    private let fields: FieldNames
    /// Where the file has the ending of JSON and is JSON Lines.
    private var lines: JSONLinesEntries?

    init(_ source: any ByteSource, _ fields: FieldNames) {
        self.source = source
        self.fields = fields
    }

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        if lines != nil { return try lines?.next(&found) ?? false }
        let bytes = try source.everything()
        if let offset = bytes.withUnsafeBytes({ TextFile.firstInvalidByte(of: $0) }) { throw .notUTF8(offset: offset) }
        do {
            let file = try JSONDecoder().decode(JSONDocumentFile.self, from: Data(bytes), configuration: fields)
            if file.documents.isEmpty { found.add(.noRecords) }
            for (index, element) in file.documents.enumerated() {
                let place: FoundDocument.Place = file.isList ? .entry("\(index + 1)") : .file
                if let document = element.document {
                    document.add(to: &found, at: place, fields)
                } else {
                    found.add(.noObject, at: place)
                }
            }
        } catch {
            let wholeLines = bytes.split(separator: 0x0A).filter { !$0.allSatisfy { $0 <= 0x20 } }
            let first = try? JSONDecoder().decode(
                JSONDocument.self, from: Data(wholeLines.first ?? []), configuration: fields)
            if first != nil, wholeLines.count > 1 {
                lines = JSONLinesEntries(KeptBytes(bytes), fields)
                return true
            }
            found.add(.noJSON)
        }
        return false
    }
}

/// Bytes in memory, to be read again.
final class KeptBytes: ByteSource {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isReady: Bool { true }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - next)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[next..<next + count])) }
        next += count
        return count
    }
}

/// The parts of a document that a JSON object has.
struct JSONDocument: DecodableWithConfiguration {
    private var values = NamedValues()

    var hasText: Bool { values.hasText }

    init(from decoder: any Decoder, configuration fields: FieldNames) throws {
        let object = try decoder.container(keyedBy: RecordKey.self)
        for key in object.allKeys {
            values.take(fields.places[FieldNames.compared(key.stringValue)]) { Self.text(of: key, in: object) }
        }
    }

    /// Adds the document, or says that it has no text.
    func add(to found: inout FoundDocuments, at place: FoundDocument.Place, _ fields: FieldNames) {
        guard hasText else { return found.add(.noText(fields: fields[.text]), at: place) }
        var document = values.document
        document.place = place
        found.documents.append(document)
    }

    /// A text, a number, or what an object calls its name or its text: `{"name": "Le Monde"}`.
    private static func text(of key: RecordKey, in object: KeyedDecodingContainer<RecordKey>) -> String? {
        if let text = try? object.decode(String.self, forKey: key) { return text }
        if let number = try? object.decode(Int.self, forKey: key) { return String(number) }
        guard let inner = try? object.nestedContainer(keyedBy: RecordKey.self, forKey: key) else { return nil }
        for name in ["name", "rendered", "text", "value"] {
            guard let text = try? inner.decode(String.self, forKey: RecordKey(name)) else { continue }
            // WordPress gives {"rendered": "<p>…"}.
            return name == "rendered" ? PageReader.text(ofFragment: text) : text
        }
        return nil
    }
}

/// A JSON value with documents in it: an object, a list, or an object that has a list under whatever name.
private struct JSONDocumentFile: DecodableWithConfiguration {
    let documents: [Element]
    let isList: Bool

    /// An element of a list, which may be anything.
    struct Element: DecodableWithConfiguration {
        /// Nil for what is no object.
        let document: JSONDocument?

        init(from decoder: any Decoder, configuration fields: FieldNames) {
            document = try? JSONDocument(from: decoder, configuration: fields)
        }
    }

    init(from decoder: any Decoder, configuration fields: FieldNames) throws {
        if var list = try? decoder.unkeyedContainer() {
            self = JSONDocumentFile(documents: try Self.elements(of: &list, fields), isList: true)
            return
        }
        let object = try decoder.container(keyedBy: RecordKey.self)
        let whole = Element(from: decoder, configuration: fields)
        // What has a text is a document, whatever lists it has beside: of comments, of images.
        if whole.document?.hasText != true {
            for key in object.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
                guard var list = try? object.nestedUnkeyedContainer(forKey: key) else { continue }
                let elements = try Self.elements(of: &list, fields)
                if elements.contains(where: { $0.document != nil }) {
                    self = JSONDocumentFile(documents: elements, isList: true)
                    return
                }
            }
        }
        self = JSONDocumentFile(documents: [whole], isList: false)
    }

    private init(documents: [Element], isList: Bool) {
        self.documents = documents
        self.isList = isList
    }

    private static func elements(
        of list: inout any UnkeyedDecodingContainer, _ fields: FieldNames
    ) throws -> [Element] {
        var elements: [Element] = []
        while !list.isAtEnd { elements.append(try list.decode(Element.self, configuration: fields)) }
        return elements
    }
}
