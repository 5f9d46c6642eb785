// Answers as tables of HTML, for a page or a mail.

import Dixit

/// A `table` with the question as its caption. What a document says is text, whatever it looks like.
///
/// The first answer of a file begins with what makes the file a page of HTML 5, which needs no more tags than that.
struct HTMLLayout {
    let words: LayoutWords
    let isFirst: Bool

    private static let style =
        "body{font:16px/1.4 system-ui,sans-serif;max-width:70em;margin:2em auto;padding:0 1em}"
        + "table{border-collapse:collapse;margin:0 0 2em}caption{text-align:left;font-family:monospace;padding:.5em 0}"
        + "th,td{text-align:left;vertical-align:top;padding:.3em .8em;border-bottom:1px solid #ccc}"
        + ".n{text-align:right;white-space:nowrap}"

    func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        var buffer = ByteBuffer()
        if isFirst {
            buffer.append(
                "<!doctype html>\n<html lang=\"\(words.language.rawValue)\">\n<meta charset=\"utf-8\">\n"
                    + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Dixit</title>\n"
                    + "<style>\(Self.style)</style>\n")
        }
        switch table.kind {
        case .definition: break
        case .explanation: buffer.append("<pre>\(HTMLText.escaped(table.value(0, 0).description))</pre>\n")
        case .count, .rows, .groups:
            let shown = table.shownColumns
            buffer.append("<table>\n<caption>\(HTMLText.escaped(table.query))</caption>\n<thead><tr>")
            for column in shown {
                buffer.append(
                    "<th\(attribute(of: column, in: table))>\(HTMLText.escaped(table.columns[column].name))</th>")
            }
            buffer.append("</tr></thead>\n<tbody>\n")
            for row in table.rows {
                buffer.append("<tr>")
                for column in shown {
                    let text = words.text(of: table.value(row, column), in: table, column: column)
                    buffer.append("<td\(attribute(of: column, in: table))>\(HTMLText.escaped(text))</td>")
                }
                buffer.append("</tr>\n")
                try buffer.flushIfLarge(to: sink)
            }
            buffer.append("</tbody>\n</table>\n")
        }
        try buffer.flush(to: sink)
    }

    private func attribute(of column: Int, in table: AnswerTable) -> String {
        table.columns[column].isNumber ? " class=\"n\"" : ""
    }
}
