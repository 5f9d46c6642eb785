// Answers as tables of GitHub-flavoured Markdown, for notes and issues.

import Dixit

/// `| speaker | count |` above `|---|--:|` above the rows.
struct MarkdownLayout {
    let words: LayoutWords
    let isFirst: Bool

    func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        var buffer = ByteBuffer()
        if !isFirst { buffer.append("\n") }
        switch table.kind {
        case .definition: break
        case .explanation: buffer.append("```\n\(Self.closed(table.value(0, 0).description))```\n")
        case .count: for row in table.rows { buffer.append("\(table.value(row, 0))\n") }
        case .rows, .groups:
            let shown = table.shownColumns
            buffer.append(Self.line(shown.map { Self.escaped(table.columns[$0].name) }))
            buffer.append("|" + shown.map { table.columns[$0].isNumber ? "--:|" : "---|" }.joined() + "\n")
            for row in table.rows {
                let cells = shown.map { words.text(of: table.value(row, $0), in: table, column: $0) }
                buffer.append(Self.line(cells.map(Self.escaped)))
                try buffer.flushIfLarge(to: sink)
            }
        }
        try buffer.flush(to: sink)
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    private static func closed(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }

    /// What Markdown would take for itself gets a backslash; `<` would open an element.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "\\`*_[|<".utf8.contains($0) }) else { return text }
        var result = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "|": result += "\\\(character)"
            case "<": result += "&lt;"
            default: result.append(character)
            }
        }
        return result
    }
}
