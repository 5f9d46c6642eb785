// The standoff format of brat: a file `a.ann` beside `a.txt`.

import DixitText

/// Reads and writes `.ann` files.
///
/// ```
/// T1	Person 3 12	El Khalfi
/// T5	Statement 38 128	le renforcement du rôle de la société civile
/// R1	speaker Arg1:T5 Arg2:T1
/// A1	mode T5 indirect
/// #1	AnnotatorNotes T5	lemma: plaider
/// ```
///
/// Source: https://brat.nlplab.org/standoff.html. Values with spaces do not fit an attribute (`A`) and stand in notes.
enum BratFile {
    // MARK: Writing

    static func text(of standoff: Standoff) -> String {
        var lines: [String] = []
        var (relations, attributes, notes) = (0, 0, 0)
        for span in standoff.spans {
            let places = span.ranges.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
            lines.append("\(span.id)\t\(span.type) \(places)\t\(onLine(span.text ?? ""))")
            for property in span.properties {
                if isToken(property.value) {
                    attributes += 1
                    lines.append("A\(attributes)\t\(property.name) \(span.id) \(property.value)")
                } else {
                    notes += 1
                    lines.append("#\(notes)\tAnnotatorNotes \(span.id)\t\(property.name): \(escaped(property.value))")
                }
            }
        }
        for span in standoff.spans {
            for link in span.links {
                relations += 1
                lines.append("R\(relations)\t\(link.name) Arg1:\(span.id) Arg2:\(link.target)")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func isToken(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func onLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }))
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
            .replacing("\r", with: "\\r")
    }

    private static func unescaped(_ value: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                let known: Character? = ["n": "\n", "t": "\t", "r": "\r", "\\": "\\"][character]
                if known == nil { result.append("\\") }
                result.append(known ?? character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return isEscaped ? result + "\\" : result
    }

    // MARK: Reading

    /// What a file says, and the lines that say nothing that can be read.
    static func read(_ text: String) -> (standoff: Standoff, problems: [ExtractedAssembly.Defect]) {
        var reader = Reader()
        var number = 0
        for line in text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
        {
            number += 1
            if !line.allSatisfy(\.isWhitespace) { reader.read(line, number) }
        }
        return reader.finish()
    }

    private struct Reader {
        private var standoff = Standoff()
        private var problems: [ExtractedAssembly.Defect] = []
        private var numbers: [String: Int] = [:]
        /// Events of brat stand for their trigger: `E1 Quote:T3 Speaker:T1`.
        private var triggers: [String: String] = [:]
        private var properties: [(target: String, name: String, value: String, line: Int)] = []
        private var links: [(source: String, name: String, target: String, line: Int)] = []

        mutating func read(_ line: Substring, _ number: Int) {
            let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            let parts = fields.count > 1 ? fields[1].split(separator: " ") : []
            let isRead: Bool =
                switch line.first {
                case "T": readSpan(fields, parts, number)
                case "R": readRelation(parts, number)
                case "E": readEvent(fields, parts, number)
                case "*": readEquivalence(parts, number)
                case "A", "M": readAttribute(parts, number)
                case "#": readNote(fields, parts, number)
                case "N": passOver("N", parts)
                default: false
                }
            if !isRead { problems.append(.init(kind: .unreadable(String(line.prefix(60))), line: number)) }
        }

        /// `T1	Person 3 12;20 25	El Khalfi`
        private mutating func readSpan(_ fields: [Substring], _ parts: [Substring], _ number: Int) -> Bool {
            guard let type = parts.first, fields.count > 1 else { return false }
            var ranges: [Range<Int>] = []
            for piece in fields[1].dropFirst(type.count).split(separator: ";") {
                let ends = piece.split(separator: " ").compactMap { Int($0) }
                guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { return false }
                ranges.append(ends[0]..<ends[1])
            }
            let id = String(fields[0])
            guard !ranges.isEmpty, numbers[id] == nil else { return false }
            numbers[id] = standoff.spans.count
            standoff.spans.append(
                Standoff.Span(
                    id: id, type: String(type), ranges: ranges, text: fields.count > 2 ? String(fields[2]) : nil,
                    line: number))
            return true
        }

        private mutating func readRelation(_ parts: [Substring], _ number: Int) -> Bool {
            guard parts.count == 3, let source = Self.argument(parts[1]), let target = Self.argument(parts[2]) else {
                return false
            }
            links.append((source, String(parts[0]), target, number))
            return true
        }

        /// `E1	Quotation:T3 Speaker:T1 Cue:T2`
        private mutating func readEvent(_ fields: [Substring], _ parts: [Substring], _ number: Int) -> Bool {
            guard let trigger = parts.first.flatMap(Self.argument) else { return false }
            triggers[String(fields[0])] = trigger
            for part in parts.dropFirst() {
                guard let target = Self.argument(part) else { return false }
                links.append((trigger, String(part.prefix { $0 != ":" }), target, number))
            }
            return true
        }

        /// `*	Alias T1 T2`: the second is a mention of the first.
        private mutating func readEquivalence(_ parts: [Substring], _ number: Int) -> Bool {
            guard parts.count >= 3 else { return false }
            for other in parts.dropFirst(2) { links.append((String(other), "entity", String(parts[1]), number)) }
            return true
        }

        private mutating func readAttribute(_ parts: [Substring], _ number: Int) -> Bool {
            guard parts.count >= 2 else { return false }
            properties.append((String(parts[1]), String(parts[0]), parts.count > 2 ? String(parts[2]) : "true", number))
            return true
        }

        /// Ours name a property; what an annotator wrote by hand is passed over.
        private mutating func readNote(_ fields: [Substring], _ parts: [Substring], _ number: Int) -> Bool {
            guard parts.count >= 2, fields.count > 2 else { return false }
            let note = fields[2]
            guard let colon = note.firstIndex(of: ":"), StandoffNames.properties.contains(String(note[..<colon])) else {
                return passOver("AnnotatorNotes", parts)
            }
            let value = note[note.index(after: colon)...].drop { $0 == " " }
            properties.append((String(parts[1]), String(note[..<colon]), BratFile.unescaped(value), number))
            return true
        }

        private mutating func passOver(_ name: String, _ parts: [Substring]) -> Bool {
            standoff.passedOver[name, default: 0] += 1
            return true
        }

        /// `Arg1:T5`
        private static func argument(_ part: Substring) -> String? {
            part.firstIndex(of: ":").map { String(part[part.index(after: $0)...]) }
        }

        mutating func finish() -> (Standoff, [ExtractedAssembly.Defect]) {
            func span(_ id: String) -> Int? { numbers[id] ?? triggers[id].flatMap { numbers[$0] } }
            for property in properties {
                if let number = span(property.target) {
                    standoff.spans[number].properties.append(.init(name: property.name, value: property.value))
                } else {
                    problems.append(
                        .init(kind: .unknownTarget(property.target, of: property.name), line: property.line))
                }
            }
            for link in links {
                if let source = span(link.source), let target = span(link.target) {
                    standoff.spans[source].links.append(.init(name: link.name, target: standoff.spans[target].id))
                } else {
                    let missing = span(link.source) == nil ? link.source : link.target
                    problems.append(.init(kind: .unknownTarget(missing, of: link.name), line: link.line))
                }
            }
            return (standoff, problems)
        }
    }
}
