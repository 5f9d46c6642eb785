// A report as HTML, from head to foot.

import Dixit

/// Writes the page of a ``Report`` piece by piece.
struct ReportPage {
    private let report: Report
    private let words: ReportWords
    private let layout: LayoutWords
    private var cited: CitedDocuments

    /// Shorter tables are read at a glance.
    private static let fewRows = 10

    init(_ report: Report) {
        self.report = report
        words = ReportWords(report.language)
        layout = LayoutWords(language: report.language)
        cited = CitedDocuments(report.corpus)
        for (section, content) in report.sections.enumerated() where content.answer.kind == .rows {
            for row in content.answer.rows.prefix(report.mostRows) {
                cited.add(row, of: content.answer, as: RowName(section: section, row: row.position))
            }
        }
    }

    func write<Failure: Error>(to sink: (ArraySlice<UInt8>) throws(Failure) -> Void) throws(Failure) {
        var buffer = ByteBuffer()
        writeHead(to: &buffer)
        for number in report.sections.indices {
            try write(section: number, into: &buffer, to: sink)
            try buffer.flushIfLarge(to: sink)
        }
        buffer.append("</main>\n")
        try CitedDocumentsLayout(cited, words: words, mostBytes: report.mostBytesOfDocuments)
            .write(into: &buffer, to: sink)
        buffer.append("<footer>\n")
        if let script = report.script {
            buffer.append(
                "<details><summary>\(words.script)</summary>\n<pre>\(HTMLText.escaped(script))</pre></details>\n")
        }
        buffer.append("<p>\(words.madeBy)</p>\n</footer>\n")
        buffer.append("<script>\(ReportScript.text)</script>\n</body>\n</html>\n")
        try buffer.flush(to: sink)
    }

    // MARK: The head

    private func writeHead(to buffer: inout ByteBuffer) {
        let title = HTMLText.escaped(report.title)
        buffer.append(
            """
            <!DOCTYPE html>
            <html lang="\(report.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(ReportScript.policy)">
            <meta name="generator" content="Dixit">
            <title>\(title)</title>
            <style>\(ReportStyle.text)</style>
            </head>
            <body>
            <header>
            <h1>\(title)</h1>
            <p>\(HTMLText.escaped(words.extent(of: report.corpus, on: report.date)))</p>
            </header>

            """)
        if report.sections.count > 1 {
            buffer.append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">\(words.contents)</h2>\n<ol>\n")
            for (number, section) in report.sections.enumerated() {
                buffer.append(
                    "<li><a href=\"#a\(number + 1)\">\(HTMLText.escaped(section.heading))</a> "
                        + "<span class=\"count\">\(HTMLText.escaped(words.count(of: section.answer)))</span></li>\n")
            }
            buffer.append("</ol>\n</nav>\n")
        }
        buffer.append("<main>\n")
    }

    // MARK: An answer

    private func write<Failure: Error>(
        section number: Int, into buffer: inout ByteBuffer, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let section = report.sections[number]
        let answer = section.answer
        let id = "a\(number + 1)"
        buffer.append("<section id=\"\(id)\" aria-labelledby=\"\(id)h\">\n")
        buffer.append("<h2 id=\"\(id)h\">\(HTMLText.escaped(section.heading))</h2>\n")
        if let text = section.text { buffer.append("<p>\(HTMLText.escaped(text))</p>\n") }
        if section.heading != answer.query {
            buffer.append("<p class=\"query\"><code>\(HTMLText.escaped(answer.query))</code></p>\n")
        }
        if !answer.notes.isEmpty {
            buffer.append("<ul class=\"notes\">\n")
            for note in answer.notes {
                let advice = note.advice(in: report.language).map { " (\($0))" } ?? ""
                buffer.append("<li>\(HTMLText.escaped(note.message(in: report.language) + advice))</li>\n")
            }
            buffer.append("</ul>\n")
        }
        var table = AnswerTable(answer, language: report.language)
        switch answer.kind {
        case .definition: break
        case .explanation: buffer.append("<pre>\(HTMLText.escaped(table.value(0, 0).description))</pre>\n")
        case .count:
            buffer.append("<p class=\"number\">\(HTMLText.escaped(words.number(answer.count)))</p>\n")
        case .rows, .groups:
            buffer.append(
                "<p class=\"count\">\(HTMLText.escaped(words.summary(of: answer, report.corpus.schema)))</p>\n")
            let charts = AnswerCharts(answer, table, of: report.corpus, words: words, layout: layout)
            charts.write(named: id, to: &buffer)
            if answer.rendering == AnswerFormat.pivot.rawValue { table = PivotArrangement.crossed(table, layout) }
            try write(table, of: number, into: &buffer, to: sink)
        }
        buffer.append("</section>\n")
    }

    private func write<Failure: Error>(
        _ table: AnswerTable, of section: Int, into buffer: inout ByteBuffer,
        to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        guard !table.rows.isEmpty else { return }
        let shown = table.shownColumns
        let rows = table.rows.prefix(report.mostRows)
        if rows.count < table.rows.count {
            buffer.append("<p class=\"notes\">\(words.firstRows(rows.count, of: table.rows.count))</p>\n")
        }
        buffer.append("<div class=\"wide\" role=\"region\" aria-labelledby=\"a\(section + 1)h\" tabindex=\"0\">\n")
        buffer.append("<table")
        if rows.count > Self.fewRows {
            buffer.append(" data-filter=\"\(words.filter)\" data-shown=\"\(words.shownOf)\"")
        }
        buffer.append(">\n<thead><tr><th scope=\"col\" class=\"n\">\(words.numberHead)</th>")
        for column in shown {
            buffer.append("<th scope=\"col\"\(Self.style(of: table.columns[column]))>")
            buffer.append(HTMLText.escaped(table.columns[column].name) + "</th>")
        }
        buffer.append("</tr></thead>\n<tbody>\n")
        for row in rows {
            write(row, table, shown, of: section, to: &buffer)
            try buffer.flushIfLarge(to: sink)
        }
        buffer.append("</tbody>\n</table>\n</div>\n")
    }

    private func write(
        _ row: Int, _ table: AnswerTable, _ shown: [Int], of section: Int, to buffer: inout ByteBuffer
    ) {
        let name = RowName(section: section, row: row)
        buffer.append("<tr id=\"\(name.id)\"><th scope=\"row\" class=\"n\">")
        if let target = cited.target(of: name) {
            buffer.append("<a href=\"#\(target)\" aria-label=\"\(words.inDocument(row + 1))\">\(row + 1)</a>")
        } else {
            buffer.append("\(row + 1)")
        }
        buffer.append("</th>")
        for column in shown {
            let value = table.value(row, column)
            let text = HTMLText.escaped(layout.text(of: value, in: table, column: column))
            switch value {
            case .integer(let number): buffer.append("<td class=\"n\" data-v=\"\(number)\">\(text)</td>")
            case .number(let number): buffer.append("<td class=\"n\" data-v=\"\(number)\">\(text)</td>")
            default: buffer.append("<td\(Self.style(of: table.columns[column]))>\(text)</td>")
            }
        }
        buffer.append("</tr>\n")
    }

    /// Numbers stand in line, and a text wants room.
    private static func style(of column: AnswerTable.Column) -> String {
        column.isNumber ? " class=\"n\"" : column.isText ? " class=\"t\"" : ""
    }
}

/// A row of an answer of a report: the third of the first answer has the id `a1r3`, and is shown as `1.3`.
struct RowName: Hashable {
    let section: Int
    let row: Int

    var id: String { "a\(section + 1)r\(row + 1)" }
    var label: String { "\(section + 1).\(row + 1)" }
}
