// Answers as values with a sign between them: a line of names, then a line a row.

import Dixit

/// `speaker,count` CR LF `Mustapha El Khalfi,6` CR LF, or its cousins for spreadsheets and for pasting.
struct SeparatedLayout {
    enum Dialect {
        /// RFC 4180.
        case csv
        /// `;` and a decimal comma, with the byte order mark without which Excel takes the file for Windows-1252.
        case excel
        /// Tabs between values, which cannot be quoted: a tab or a line end inside a value becomes a space.
        case tsv
    }

    private let dialect: Dialect
    private let isFirst: Bool

    init(_ dialect: Dialect, isFirst: Bool) {
        (self.dialect, self.isFirst) = (dialect, isFirst)
    }

    private var separator: UInt8 {
        switch dialect {
        case .csv: UInt8(ascii: ",")
        case .excel: UInt8(ascii: ";")
        case .tsv: UInt8(ascii: "\t")
        }
    }

    private var lineEnd: String { dialect == .tsv ? "\n" : "\r\n" }

    func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        var buffer = ByteBuffer()
        if dialect == .excel { buffer.append(isFirst ? "\u{FEFF}" : lineEnd) }
        for (index, column) in table.columns.enumerated() {
            if index > 0 { buffer.append(separator) }
            append(column.name, to: &buffer)
        }
        buffer.append(lineEnd)
        for row in table.rows {
            var isEmpty = true
            for column in table.columns.indices {
                if column > 0 { buffer.append(separator) }
                let text = text(of: table.value(row, column))
                isEmpty = isEmpty && text.isEmpty
                append(text, to: &buffer)
            }
            // A row of one empty value would be an empty line, which readers pass over.
            if table.columns.count == 1, isEmpty, dialect != .tsv { buffer.append("\"\"") }
            buffer.append(lineEnd)
            try buffer.flushIfLarge(to: sink)
        }
        try buffer.flush(to: sink)
    }

    private func text(of value: Value) -> String {
        guard dialect == .excel else { return value.description }
        switch value {
        case .number(let number): return String(number).replacing(".", with: ",")
        case .integer: return value.description
        default: return Self.harmless(value.description)
        }
    }

    /// A spreadsheet takes what begins so for a formula, and would run what a document says.
    private static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
        return "'" + text
    }

    /// In quotation marks where it holds a separator, a quotation mark or a line end; those inside are doubled.
    private func append(_ text: String, to buffer: inout ByteBuffer) {
        let mark = UInt8(ascii: "\"")
        guard text.utf8.contains(where: { $0 == separator || $0 == mark || $0 == 0x0A || $0 == 0x0D }) else {
            buffer.append(text)
            return
        }
        if dialect == .tsv {
            buffer.append(contentsOf: text.utf8.map { $0 == separator || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
            return
        }
        buffer.append(mark)
        for byte in text.utf8 {
            if byte == mark { buffer.append(mark) }
            buffer.append(byte)
        }
        buffer.append(mark)
    }
}
