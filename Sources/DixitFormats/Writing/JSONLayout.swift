// Answers as JSON (RFC 8259): an array of objects, or one object a line.

import Dixit

/// `[{"id": "s1", "speaker": "Mustapha El Khalfi", "start": 120}]`
enum JSONLayout {
    static func write<Failure: Error>(
        _ table: AnswerTable, isLines: Bool, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        var buffer = ByteBuffer()
        let isArray = !isLines && (table.kind == .rows || table.kind == .groups)
        let keys = table.columns.map { quoted($0.name) }
        if isArray { buffer.append(table.rows.isEmpty ? "[" : "[\n") }
        for row in table.rows {
            if isArray { buffer.append("  ") }
            buffer.append("{")
            for column in keys.indices {
                if column > 0 { buffer.append(", ") }
                buffer.append(keys[column])
                buffer.append(": ")
                append(table.value(row, column), to: &buffer)
            }
            buffer.append(isArray && row + 1 < table.rows.upperBound ? "},\n" : "}\n")
            try buffer.flushIfLarge(to: sink)
        }
        if isArray { buffer.append("]\n") }
        try buffer.flush(to: sink)
    }

    /// A missing value is `null`, a date a text, an entity its name.
    private static func append(_ value: Value, to buffer: inout ByteBuffer) {
        switch value {
        case .missing: buffer.append("null")
        case .text(let text): append(text, to: &buffer)
        case .integer(let number): buffer.append(String(number))
        // JSON has no infinity.
        case .number(let number): buffer.append(number.isFinite ? String(number) : "null")
        case .date(let date): append(date.description, to: &buffer)
        case .boolean(let value): buffer.append(value ? "true" : "false")
        case .entity(let entity): append(entity.name, to: &buffer)
        case .list(let values):
            buffer.append("[")
            for (index, value) in values.enumerated() {
                if index > 0 { buffer.append(", ") }
                append(value, to: &buffer)
            }
            buffer.append("]")
        case .passage(let passage):
            buffer.append("{\"document\": ")
            append(passage.document, to: &buffer)
            buffer.append(", \"start\": \(passage.codePoints.lowerBound), \"end\": \(passage.codePoints.upperBound)")
            buffer.append(", \"paragraph\": \(passage.paragraph.map(String.init) ?? "null"), \"text\": ")
            append(passage.text, to: &buffer)
            buffer.append("}")
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + escaped(text) + "\"" }

    private static func append(_ text: String, to buffer: inout ByteBuffer) {
        buffer.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: needsEscape) {
            buffer.append(escaped(text))
        } else {
            buffer.append(text)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    /// Also DEL, which a terminal would obey.
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    package static func escaped(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 8)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case 0x0A: result += Array("\\n".utf8)
            case 0x0D: result += Array("\\r".utf8)
            case 0x09: result += Array("\\t".utf8)
            case 0..<0x20, 0x7F: result += Array("\\u00\(hexadecimal(byte >> 4))\(hexadecimal(byte & 15))".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hexadecimal(_ digit: UInt8) -> String { String(digit, radix: 16) }
}

/// A text as a JSON string, quotation marks included: `"say \"no\""`.
package func jsonString(_ text: String) -> String { "\"" + JSONLayout.escaped(text) + "\"" }
