// Answers as comma-separated values (RFC 4180): a line of names, then a line a row, each with CR LF at its end.

import Dixit

/// `speaker,count` CR LF `Mustapha El Khalfi,6` CR LF
enum CSVLayout {
    static func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        var buffer = ByteBuffer()
        for (index, column) in table.columns.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: ",")) }
            append(column.name, to: &buffer)
        }
        buffer.append("\r\n")
        for row in table.rows {
            for column in table.columns.indices {
                if column > 0 { buffer.append(UInt8(ascii: ",")) }
                append(table.value(row, column).description, to: &buffer)
            }
            // A row of one empty value would be an empty line, which readers pass over.
            if table.columns.count == 1, table.value(row, 0).description.isEmpty { buffer.append("\"\"") }
            buffer.append("\r\n")
            try buffer.flushIfLarge(to: sink)
        }
        try buffer.flush(to: sink)
    }

    /// In quotation marks where it holds a comma, a quotation mark or a line end; those inside are doubled.
    private static func append(_ text: String, to buffer: inout ByteBuffer) {
        let mark = UInt8(ascii: "\"")
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == mark || $0 == 0x0A || $0 == 0x0D }) else {
            buffer.append(text)
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
