// A file that is a text in Markdown.

import CLibYAML
import CMark

/// The one document of a file in Markdown: its text without the signs, and what stands before it between two lines of `---`.
struct MarkdownEntries: DocumentEntries {
    let source: any ByteSource
    let fields: FieldNames

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        let whole = try TextFile.text(of: try source.everything()).get()
        var known = NamedValues()
        let (front, text) = Self.parts(of: whole)
        if let front {
            switch FrontMatter.read(front) {
            case .success(let values):
                for (name, value) in values { known.take(fields.places[FieldNames.compared(name)]) { value } }
            case .failure(let problem): found.add(.badFrontMatter(reason: problem.reason), at: .line(problem.line + 1))
            }
        }
        var document = known.document
        document.text = Self.plainText(of: text)
        if document.text.isEmpty { throw .empty }
        found.documents.append(document)
        return false
    }

    /// `---`, YAML, `---`, and the text.
    private static func parts(of whole: String) -> (front: Substring?, text: Substring) {
        let lines = whole.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        func isFence(_ line: Substring) -> Bool {
            line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
        }
        guard let first = lines.first, isFence(first),
            let end = lines.dropFirst().firstIndex(where: { isFence($0) || $0 == "..." })
        else { return (nil, whole[...]) }
        let front = whole[lines[0].endIndex..<lines[end].startIndex]
        return (front.dropFirst(), whole[lines[end].endIndex...])
    }

    /// Without the signs of headings, emphasis and links: as the page that cmark makes of it reads.
    private static func plainText(of markdown: Substring) -> String {
        let html = Array(markdown.utf8).withUnsafeBytes { bytes in
            cmark_markdown_to_html(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_DEFAULT)
        }
        guard let html else { return "" }
        defer { free(html) }
        return PageReader.wholeText(ofPage: String(cString: html))
    }
}

/// The simple values that stand before a text, read by libyaml.
enum FrontMatter {
    /// Why it is no YAML.
    struct Problem: Error {
        /// From 1, within the front matter.
        let line: Int
        let reason: String
    }

    /// Names and texts; lists and mappings inside are passed over, and aliases are not followed.
    static func read(_ text: Substring) -> Result<[(name: String, value: String)], Problem> {
        // libyaml keeps the address.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { return .failure(Problem(line: 1, reason: "memory")) }
        defer { yaml_parser_delete(parser) }
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
            return values(parser)
        }
    }

    private static func values(
        _ parser: UnsafeMutablePointer<yaml_parser_t>
    ) -> Result<[(name: String, value: String)], Problem> {
        var values: [(name: String, value: String)] = []
        var depth = 0
        var name: String?
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else {
                return .failure(
                    Problem(
                        line: Int(parser.pointee.problem_mark.line) + 1,
                        reason: parser.pointee.problem.map { String(cString: $0) } ?? ""))
            }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_SCALAR_EVENT where depth == 1:
                let scalar = event.data.scalar
                let text = String(
                    decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                if let known = name {
                    values.append((known, text))
                    name = nil
                } else {
                    name = text
                }
            case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT: depth += 1
            case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
                depth -= 1
                if depth == 1 { name = nil }
            case YAML_ALIAS_EVENT where depth == 1: name = nil
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .success(values)
            default: break
            }
        }
    }
}
