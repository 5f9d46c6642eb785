// Extracted statements as JSON Lines: one object a statement, offsets in Unicode code points.

package import DixitExtraction
package import DixitText

/// Writes the statements of documents, one a line, as `dixit extract -F jsonl` prints them.
///
/// `{"document": "a.txt", "id": "a.txt#1", "speaker": "Mustapha El Khalfi", "attribution": {"start": 131, "end": 143}, …}`:
/// `start` is included, `end` is not, and both count code points from the start of the text, as Python does.
package struct ExtractedLines {
    private let document: ExtractedDocument
    private let bytes: [UInt8]
    private let path: String
    private let offsets: CodePointOffsets

    /// - Parameters:
    ///   - bytes: The text that the document was extracted from.
    ///   - path: What the lines call the document.
    package init(_ document: ExtractedDocument, of bytes: [UInt8], path: String) {
        self.document = document
        self.bytes = bytes
        self.path = path
        offsets = CodePointOffsets(bytes)
    }

    /// The lines, each with its line end; empty for a document without statements.
    package var text: String {
        var output = ""
        for (number, statement) in document.statements.enumerated() {
            output += line(statement, number: number + 1)
            output += "\n"
        }
        return output
    }

    private func line(_ statement: ExtractedStatement, number: Int) -> String {
        let speaker = statement.speaker.map { document.entities[$0] }
        let roles = speaker?.roles.map { cut($0.text) } ?? []
        let role = roles.max { $0.utf8.count < $1.utf8.count } ?? statement.role.map(cut)
        let content = statement.content.map(range).joined(separator: ", ")
        let fields: [(String, String)] = [
            ("document", quoted(path)),
            ("id", quoted("\(path)#\(number)")),
            ("speaker", speaker.map { quoted($0.displayName ?? oneLine(cut($0.name))) } ?? "null"),
            ("attribution", statement.attribution.map(range) ?? "null"),
            ("cue", statement.cue.map { quoted(cut($0)) } ?? "null"),
            ("lemma", statement.cueLemma.map(quoted) ?? "null"),
            ("act", statement.act.map(quoted) ?? "null"),
            ("content", "[\(content)]"),
            ("text", quoted(statement.content.map(cut).joined(separator: " … "))),
            ("mode", quoted(statement.mode.rawValue)),
            ("role", role.map { quoted(oneLine($0)) } ?? "null"),
            ("rule", quoted(statement.rule)),
            ("confidence", decimal(statement.confidence)),
        ]
        return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// A confidence with two decimals: `0.90`.
    private func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    private func cut(_ range: TextRange) -> String {
        let lower = min(Int(range.start), bytes.count)
        return String(decoding: bytes[lower..<min(max(lower, Int(range.end)), bytes.count)], as: UTF8.self)
    }

    private func oneLine(_ text: String) -> String {
        text.split { $0.isNewline }.joined(separator: " ")
    }

    private func range(_ range: TextRange) -> String {
        "{\"start\": \(offsets.codePoints(before: Int(range.start))), \"end\": \(offsets.codePoints(before: Int(range.end)))}"
    }

    /// A JSON string.
    private func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}

/// How many code points stand before a byte offset: a count every 256 bytes, the rest counted on demand.
package struct CodePointOffsets {
    private let bytes: [UInt8]
    private let counts: [Int]
    private static let block = 256

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var counts: [Int] = [0]
        counts.reserveCapacity(bytes.count / Self.block + 2)
        var count = 0
        for (offset, byte) in bytes.enumerated() {
            if offset > 0, offset % Self.block == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.counts = counts
    }

    package func codePoints(before offset: Int) -> Int {
        let offset = min(max(0, offset), bytes.count)
        let block = min(offset / Self.block, counts.count - 1)
        var count = counts[block]
        for index in block * Self.block..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
