// One JSON object on a line, written field by field, without a string per value.

import DixitText

/// Appends `{"name": value, …}` and a line end to bytes.
struct ExtractedLine {
    let bytes: [UInt8]
    let offsets: CodePointOffsets
    private(set) var output: [UInt8] = []
    private var isFirst = true

    init(_ bytes: [UInt8], _ offsets: CodePointOffsets) {
        self.bytes = bytes
        self.offsets = offsets
    }

    mutating func begin() {
        output.append(UInt8(ascii: "{"))
        isFirst = true
    }

    mutating func end() { output += "}\n".utf8 }

    mutating func key(_ name: StaticString) {
        if !isFirst { output += ", ".utf8 }
        isFirst = false
        output.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { output += $0 }
        output += "\": ".utf8
    }

    mutating func field(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { write(text.utf8) } else { null() }
    }

    mutating func field(_ name: StaticString, _ number: Int) {
        key(name)
        output += "\(number)".utf8
    }

    /// The words of a range.
    mutating func field(_ name: StaticString, _ range: TextRange?) {
        key(name)
        if let range { write(slice(range)) } else { null() }
    }

    /// `{"start": 3, "end": 9}`
    mutating func field(_ name: StaticString, offsetsOf range: TextRange?) {
        key(name)
        if let range { offsets(of: range) } else { null() }
    }

    mutating func field(_ name: StaticString, offsetsOf ranges: [TextRange]) {
        list(name, ranges) { $0.offsets(of: $1) }
    }

    /// The words of several ranges, with an ellipsis where something stands between: `"Oui … et non"`.
    mutating func field(_ name: StaticString, joined ranges: [TextRange]) {
        key(name)
        output.append(UInt8(ascii: "\""))
        for (number, range) in ranges.enumerated() {
            if number > 0 { output += " … ".utf8 }
            escape(slice(range))
        }
        output.append(UInt8(ascii: "\""))
    }

    mutating func field(_ name: StaticString, texts: [String]) { list(name, texts) { $0.write($1.utf8) } }

    /// Two decimals: `0.90`.
    mutating func field(_ name: StaticString, share value: Double) {
        key(name)
        let hundredths = Int(value * 100 + 0.5)
        let decimals = hundredths % 100
        output += "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)".utf8
    }

    private mutating func list<Value>(_ name: StaticString, _ values: [Value], _ write: (inout Self, Value) -> Void) {
        key(name)
        output.append(UInt8(ascii: "["))
        for (number, value) in values.enumerated() {
            if number > 0 { output += ", ".utf8 }
            write(&self, value)
        }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func null() { output += "null".utf8 }

    private mutating func offsets(of range: TextRange) {
        let start = offsets.codePoints(before: Int(range.start))
        output += "{\"start\": \(start), \"end\": \(offsets.codePoints(before: Int(range.end)))}".utf8
    }

    private func slice(_ range: TextRange) -> ArraySlice<UInt8> {
        let lower = min(Int(range.start), bytes.count)
        return bytes[lower..<min(max(lower, Int(range.end)), bytes.count)]
    }

    private mutating func write(_ text: some Sequence<UInt8>) {
        output.append(UInt8(ascii: "\""))
        escape(text)
        output.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: some Sequence<UInt8>) {
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
