// The Web Annotation model of the W3C as JSON-LD.

import DixitText

/// Reads and writes annotation pages, one for each document.
///
/// A span is an annotation with the motivation `tagging`: its target selects the words by position and by quotation, its bodies
/// say the type and, as `name: value`, the properties. A link is an annotation with the motivation `linking`.
/// Source: https://www.w3.org/TR/annotation-model/.
enum WebAnnotations {
    private static let context = "http://www.w3.org/ns/anno.jsonld"

    // MARK: Writing

    /// `{"@context": …, "type": "AnnotationPage", "items": […]}` on one line.
    static func text(of standoff: Standoff, document: String) -> String {
        var items: [String] = []
        for span in standoff.spans {
            var bodies = [body("tagging", span.type)]
            bodies += span.properties.map { body("describing", "\($0.name): \($0.value)") }
            let quotes = span.ranges.count == 1 ? span.text : nil
            let targets = span.ranges.map { target(document, $0, quote: quotes) }
            items.append(
                "{\"id\":\(jsonString(id(span.id, document))),\"type\":\"Annotation\",\"motivation\":\"tagging\","
                    + "\"body\":[\(bodies.joined(separator: ","))],\"target\":[\(targets.joined(separator: ","))]}")
        }
        var links = 0
        for span in standoff.spans {
            for link in span.links {
                links += 1
                items.append(
                    "{\"id\":\(jsonString(id("L\(links)", document))),\"type\":\"Annotation\",\"motivation\":\"linking\","
                        + "\"body\":[\(body("tagging", link.name)),"
                        + "{\"id\":\(jsonString(id(link.target, document)))}],"
                        + "\"target\":\(jsonString(id(span.id, document)))}")
            }
        }
        return
            "{\"@context\":\"\(context)\",\"id\":\(jsonString(document + "#annotations")),\"type\":\"AnnotationPage\","
            + "\"items\":[\n\(items.joined(separator: ",\n"))\n]}\n"
    }

    private static func id(_ span: String, _ document: String) -> String { document + "#" + span }

    private static func body(_ purpose: String, _ value: String) -> String {
        "{\"type\":\"TextualBody\",\"purpose\":\"\(purpose)\",\"value\":\(jsonString(value))}"
    }

    private static func target(_ document: String, _ range: Range<Int>, quote: String?) -> String {
        let position =
            "{\"type\":\"TextPositionSelector\",\"start\":\(range.lowerBound),\"end\":\(range.upperBound)}"
        let exact = quote.map { ",{\"type\":\"TextQuoteSelector\",\"exact\":\(jsonString($0))}" } ?? ""
        return "{\"source\":\(jsonString(document)),\"selector\":[\(position)\(exact)]}"
    }

    // MARK: Reading

    /// What a file says of each document that it names; problems with the number of the annotation in the file for a line.
    static func read(_ text: String) throws -> [(
        document: String, standoff: Standoff, problems: [ExtractedAssembly.Defect]
    )] {
        var reader = Reader()
        // A page a line, or one page over all lines.
        if let whole = try? JSONTree(text) {
            reader.read(whole)
        } else {
            for page in pages(of: text) { reader.read(try JSONTree(String(page))) }
        }
        return reader.finish()
    }

    /// Pages one behind the other, each beginning where a line begins with `{` and the one before is closed.
    private static func pages(of text: String) -> [Substring] {
        var pages: [Substring] = []
        var start = text.startIndex
        var depth = 0
        var isInText = false
        var isEscaped = false
        for place in text.utf8.indices {
            switch text.utf8[place] {
            case UInt8(ascii: "\\") where isInText:
                isEscaped.toggle()
                continue
            case UInt8(ascii: "\"") where !isEscaped: isInText.toggle()
            case UInt8(ascii: "{"), UInt8(ascii: "["): if !isInText { depth += 1 }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if !isInText { depth -= 1 }
                if depth == 0, !isInText {
                    let end = text.utf8.index(after: place)
                    pages.append(text[start..<end])
                    start = end
                }
            default: break
            }
            isEscaped = false
        }
        if !text[start...].allSatisfy(\.isWhitespace) { pages.append(text[start...]) }
        return pages
    }

    private struct Reader {
        private var order: [String] = []
        private var standoffs: [String: Standoff] = [:]
        private var problems: [String: [ExtractedAssembly.Defect]] = [:]
        private var links: [(document: String, source: String, name: String, target: String, number: Int)] = []
        /// The document and the place in it of each annotation that is a span.
        private var spans: [String: (document: String, index: Int)] = [:]
        private var number = 0

        mutating func read(_ tree: JSONTree) {
            switch tree {
            case .list(let items): for item in items { read(item) }
            case .object where tree["items"] != nil: for item in tree["items"]?.list ?? [] { read(item) }
            // The first page of a collection.
            case .object where tree["first"] != nil: if let first = tree["first"] { read(first) }
            default: readAnnotation(tree)
            }
        }

        private mutating func readAnnotation(_ item: JSONTree) {
            number += 1
            let bodies = item["body"]?.list ?? []
            let tags = bodies.filter { ($0["purpose"]?.text ?? "tagging") == "tagging" }.compactMap {
                $0["value"]?.text ?? $0.text
            }
            if item["motivation"]?.texts.contains("linking") == true {
                let targets = item["target"]?.list.compactMap { $0["id"]?.text ?? $0.text } ?? []
                let ends = bodies.compactMap { $0["id"]?.text }
                guard let source = targets.first, let target = ends.first, let name = tags.first else {
                    return fail(in: "", .unreadable(item["id"]?.text ?? "linking"))
                }
                links.append(("", source, name, target, number))
                return
            }
            let targets = item["target"]?.list ?? []
            guard let document = targets.lazy.compactMap({ $0["source"]?.text ?? $0["source"]?["id"]?.text }).first
            else {
                return fail(in: "", .missingField("target.source"))
            }
            var ranges: [Range<Int>] = []
            var quote: String?
            for selector in targets.flatMap({ $0["selector"]?.list ?? [] }) {
                switch selector["type"]?.text {
                case "TextPositionSelector":
                    guard let start = selector["start"]?.integer, let end = selector["end"]?.integer, 0 <= start,
                        start <= end
                    else { return fail(in: document, .missingField("selector.start, selector.end")) }
                    ranges.append(start..<end)
                case "TextQuoteSelector": quote = selector["exact"]?.text
                case let type: passOver(type ?? "selector", in: document)
                }
            }
            guard !ranges.isEmpty else { return fail(in: document, .missingField("TextPositionSelector")) }
            guard let type = tags.first else { return passOver("Annotation", in: document) }
            for tag in tags.dropFirst() { passOver(tag, in: document) }
            let id = item["id"]?.text ?? "\(document)#\(number)"
            var span = Standoff.Span(id: id, type: type, ranges: ranges, text: quote, line: number)
            for value in bodies.filter({ $0["purpose"]?.text == "describing" }).compactMap({ $0["value"]?.text }) {
                guard let colon = value.firstIndex(of: ":"), StandoffNames.properties.contains(String(value[..<colon]))
                else {
                    passOver("TextualBody", in: document)
                    continue
                }
                let content = value[value.index(after: colon)...].drop { $0 == " " }
                span.properties.append(.init(name: String(value[..<colon]), value: String(content)))
            }
            if standoffs[document] == nil { order.append(document) }
            spans[id] = (document, standoffs[document]?.spans.count ?? 0)
            standoffs[document, default: Standoff()].spans.append(span)
        }

        private mutating func passOver(_ name: String, in document: String) {
            if standoffs[document] == nil { order.append(document) }
            standoffs[document, default: Standoff()].passedOver[name, default: 0] += 1
        }

        private mutating func fail(in document: String, _ kind: AnnotationProblem.Kind) {
            problems[document, default: []].append(.init(kind: kind, line: number))
        }

        mutating func finish() -> [(String, Standoff, [ExtractedAssembly.Defect])] {
            for link in links {
                guard let source = spans[link.source] else {
                    problems["", default: []].append(
                        .init(kind: .unknownTarget(link.source, of: link.name), line: link.number))
                    continue
                }
                standoffs[source.document]?.spans[source.index].links.append(
                    .init(name: link.name, target: link.target))
            }
            let general = problems[""].map { [("", Standoff(), $0)] } ?? []
            return order.map { ($0, standoffs[$0] ?? Standoff(), problems[$0] ?? []) } + general
        }
    }
}
