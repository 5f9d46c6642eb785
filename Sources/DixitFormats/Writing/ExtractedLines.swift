// Extracted statements as JSON Lines: one object a statement, offsets in Unicode code points.

package import DixitExtraction
import DixitText

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

    /// The lines in UTF-8, each with its line end; empty for a document without statements.
    package var utf8: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(document.statements.count * 400)
        for (number, statement) in document.statements.enumerated() {
            write(statement, number: number + 1, to: &output)
        }
        return output
    }

    private func write(_ statement: ExtractedStatement, number: Int, to output: inout [UInt8]) {
        let speaker = statement.speaker.map { document.entities[$0] }
        let role = speaker?.roles.map(\.text).max { $0.count < $1.count } ?? statement.role
        output += "{\"document\": ".utf8
        write(path.utf8, to: &output)
        output += ", \"id\": ".utf8
        write("\(path)#\(number)".utf8, to: &output)
        output += ", \"speaker\": ".utf8
        if let name = speaker?.displayName { write(name.utf8, to: &output) } else { write(speaker?.name, to: &output) }
        output += ", \"attribution\": ".utf8
        if let attribution = statement.attribution {
            writeOffsets(attribution, to: &output)
        } else {
            output += "null".utf8
        }
        output += ", \"cue\": ".utf8
        write(statement.cue, to: &output)
        output += ", \"lemma\": ".utf8
        write(statement.cueLemma, to: &output)
        output += ", \"act\": ".utf8
        write(statement.act, to: &output)
        output += ", \"content\": [".utf8
        for (number, piece) in statement.content.enumerated() {
            if number > 0 { output += ", ".utf8 }
            writeOffsets(piece, to: &output)
        }
        output += "], \"text\": \"".utf8
        for (number, piece) in statement.content.enumerated() {
            if number > 0 { output += " … ".utf8 }
            escape(bytes(of: piece), to: &output)
        }
        output += "\", \"mode\": ".utf8
        write(statement.mode.rawValue.utf8, to: &output)
        output += ", \"role\": ".utf8
        write(role, to: &output)
        output += ", \"addressee\": ".utf8
        write(statement.addressee, to: &output)
        output += ", \"medium\": ".utf8
        write(statement.medium, to: &output)
        output += ", \"rule\": ".utf8
        write(statement.rule.utf8, to: &output)
        output += ", \"confidence\": \(decimal(statement.confidence))}\n".utf8
    }

    /// A confidence with two decimals: `0.90`.
    private func decimal(_ value: Double) -> String {
        let hundredths = Int(value * 100 + 0.5)
        let decimals = hundredths % 100
        return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    private func bytes(of range: TextRange) -> ArraySlice<UInt8> {
        let lower = min(Int(range.start), bytes.count)
        return bytes[lower..<min(max(lower, Int(range.end)), bytes.count)]
    }

    private func write(_ range: TextRange?, to output: inout [UInt8]) {
        if let range { write(bytes(of: range), to: &output) } else { output += "null".utf8 }
    }

    private func write(_ text: String?, to output: inout [UInt8]) {
        if let text { write(text.utf8, to: &output) } else { output += "null".utf8 }
    }

    private func writeOffsets(_ range: TextRange, to output: inout [UInt8]) {
        let start = offsets.codePoints(before: Int(range.start))
        output += "{\"start\": \(start), \"end\": \(offsets.codePoints(before: Int(range.end)))}".utf8
    }

    /// A JSON string.
    private func write(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        escape(text, to: &output)
        output.append(UInt8(ascii: "\""))
    }

    private func escape(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\r"): output += "\\r".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                output += "\\u00".utf8
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            default: output.append(byte)
            }
        }
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
