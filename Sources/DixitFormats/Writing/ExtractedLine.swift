// One JSON object on a line, written field by field, without a string per value.

import DixitText

/// The name of a record: the document, `#` with the kind, a number.
struct ExtractedID {
    var document: String
    /// `#`, `#event-`
    var kind: StaticString
    var number: Int
}

/// What an entity is called: words of the text, or another name.
enum ShownName {
    case words(TextRange)
    case text(String)
}

/// Appends `{"name": value, …}` and a line end to a buffer.
struct ExtractedLine: ~Copyable {
    let bytes: [UInt8]
    let offsets: CodePointOffsets
    private var output: LineBuffer
    private var isFirst = true

    init(_ bytes: [UInt8], _ offsets: CodePointOffsets, to output: consuming LineBuffer) {
        self.bytes = bytes
        self.offsets = offsets
        self.output = output
    }

    /// The buffer, with what was appended.
    consuming func finish() -> LineBuffer { output }

    mutating func begin() {
        output.append(UInt8(ascii: "{"))
        isFirst = true
    }

    mutating func end() {
        output.append("}\n")
        output.passOn()
    }

    mutating func key(_ name: StaticString) {
        output.append(key: name, isFirst: isFirst)
        isFirst = false
    }

    /// An object as the value of a field: `"spans": {"cue": {"start": 3, "end": 9}}`
    mutating func nested(_ name: StaticString, _ body: (inout Self) -> Void) {
        key(name)
        output.append("{")
        isFirst = true
        body(&self)
        output.append("}")
        isFirst = false
    }

    mutating func field(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { write(text) } else { output.append("null") }
    }

    mutating func field(_ name: StaticString, _ number: Int) {
        key(name)
        output.append(number)
    }

    mutating func field(_ name: StaticString, flag: Bool) {
        key(name)
        output.append(flag ? "true" : "false")
    }

    /// The words of a range.
    mutating func field(_ name: StaticString, _ range: TextRange?) {
        key(name)
        if let range { write(range) } else { output.append("null") }
    }

    /// The name of a record: `"a.txt#event-2"`.
    mutating func field(_ name: StaticString, id: ExtractedID?) {
        key(name)
        if let id { write(id) } else { output.append("null") }
    }

    mutating func field(_ name: StaticString, ids: [ExtractedID]) { list(name, ids) { $0.write($1) } }

    private mutating func write(_ id: ExtractedID) {
        output.append("\"")
        var document = id.document
        document.withUTF8 { escape($0) }
        output.append(id.kind)
        output.append(id.number)
        output.append("\"")
    }

    /// What an entity is called.
    mutating func field(_ name: StaticString, _ shown: ShownName?) {
        key(name)
        if let shown { write(shown) } else { output.append("null") }
    }

    mutating func field(_ name: StaticString, names: [ShownName]) { list(name, names) { $0.write($1) } }

    mutating func field(_ name: StaticString, texts ranges: [TextRange]) { list(name, ranges) { $0.write($1) } }

    private mutating func write(_ shown: ShownName) {
        switch shown {
        case .text(let text): write(text)
        case .words(let range): write(range)
        }
    }

    /// `{"start": 3, "end": 9}`
    mutating func field(_ name: StaticString, offsetsOf range: TextRange?) {
        key(name)
        if let range { offsets(of: range) } else { output.append("null") }
    }

    mutating func field(_ name: StaticString, offsetsOf ranges: [TextRange]) {
        list(name, ranges) { $0.offsets(of: $1) }
    }

    /// The words of several ranges, with an ellipsis where something stands between: `"Oui … et non"`.
    mutating func field(_ name: StaticString, joined ranges: [TextRange]) {
        key(name)
        output.append("\"")
        for (number, range) in ranges.enumerated() {
            if number > 0 { output.append(" … ") }
            escape(range)
        }
        output.append("\"")
    }

    mutating func field(_ name: StaticString, texts: [String]) { list(name, texts) { $0.write($1) } }

    /// Two decimals: `0.90`.
    mutating func field(_ name: StaticString, share value: Double) {
        key(name)
        let hundredths = Int(value * 100 + 0.5)
        let decimals = hundredths % 100
        output.append(hundredths / 100)
        output.append(decimals < 10 ? ".0" : ".")
        output.append(decimals)
    }

    /// The place of a byte, in code points.
    mutating func field(_ name: StaticString, codePoints byte: UInt32) {
        field(name, offsets.codePoints(before: Int(byte)))
    }

    /// A list of objects, each with the fields that `body` writes.
    mutating func field<Value>(_ name: StaticString, objects: [Value], _ body: (inout Self, Value) -> Void) {
        list(name, objects) { line, value in
            line.output.append("{")
            line.isFirst = true
            body(&line, value)
            line.output.append("}")
        }
        isFirst = false
    }

    private mutating func list<Value>(_ name: StaticString, _ values: [Value], _ write: (inout Self, Value) -> Void) {
        key(name)
        output.append(UInt8(ascii: "["))
        for (number, value) in values.enumerated() {
            if number > 0 { output.append(", ") }
            write(&self, value)
            output.passOn()
        }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func offsets(of range: TextRange) {
        output.append("{\"start\": ")
        output.append(offsets.codePoints(before: Int(range.start)))
        output.append(", \"end\": ")
        output.append(offsets.codePoints(before: Int(range.end)))
        output.append("}")
    }

    private mutating func write(_ range: TextRange) {
        output.append("\"")
        escape(range)
        output.append("\"")
    }

    private mutating func write(_ text: String) {
        output.append("\"")
        var text = text
        text.withUTF8 { escape($0) }
        output.append("\"")
    }

    private mutating func escape(_ range: TextRange) {
        let lower = min(Int(range.start), bytes.count)
        let upper = min(max(lower, Int(range.end)), bytes.count)
        bytes.withUnsafeBufferPointer { escape(UnsafeBufferPointer(rebasing: $0[lower..<upper])) }
    }

    /// Copies runs of bytes that need no escape at once.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while true {
            index = Self.firstEscaped(text, from: index)
            guard index < text.count else { break }
            let byte = text[index]
            output.append(UnsafeBufferPointer(rebasing: text[start..<index]))
            index += 1
            start = index
            switch byte {
            case UInt8(ascii: "\""): output.append("\\\"")
            case UInt8(ascii: "\\"): output.append("\\\\")
            case UInt8(ascii: "\n"): output.append("\\n")
            case UInt8(ascii: "\r"): output.append("\\r")
            case UInt8(ascii: "\t"): output.append("\\t")
            default:
                output.append("\\u00")
                for digit in [byte >> 4, byte & 15] { output.append(digit < 10 ? 48 + digit : 87 + digit) }
            }
        }
        output.append(UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Where the next byte stands that JSON does not take as it is, or the end; eight bytes at a time.
    private static func firstEscaped(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        /// A high bit for each byte that is zero; those above a zero byte may be wrong, which costs a second look only.
        func zeros(_ word: UInt64) -> UInt64 { word &- ones & ~word & ones << 7 }
        while index + 8 <= text.count {
            let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self)
            let controls = word &- ones &* 0x20 & ~word & ones << 7
            let found =
                controls | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0x7F)
            if found != 0 { break }
            index += 8
        }
        while index < text.count, !isEscaped(text[index]) { index += 1 }
        return index
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }
}
