// Answers as a table for readers, fitted to a screen where there is one.

import Dixit

/// Columns under their names, numbers to the right, long texts on several lines.
///
/// ```
/// speaker             count   share
/// ──────────────────  ─────  ──────
/// Mustapha El Khalfi      6  75.0 %
/// Mustapha Bakkoury       2  25.0 %
/// ```
///
/// Where the columns cannot stand side by side, each row is written as a list of names and values.
struct TableLayout {
    let width: Int?
    /// Lines of one value; the rest of it is for a closer look.
    let mostLines: Int?
    let isColoured: Bool
    let numbersRows: Bool
    let words: LayoutWords

    /// Rows that are measured before the first is written; those that follow are fitted or stand out.
    private static let measuredRows = 1_000
    /// Columns that a word may ask for.
    private static let longestWord = 24
    private static let gap = 2

    func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        var buffer = ByteBuffer()
        switch table.kind {
        case .count, .explanation:
            for row in table.rows {
                let text = table.columns.indices.map { table.value(row, $0) }
                    .map { $0.description }.joined(separator: "  ")
                buffer.append(table.kind == .explanation ? text : DisplayText.printable(text))
                if !text.hasSuffix("\n") { buffer.append("\n") }
            }
        case .rows, .groups:
            if !table.rows.isEmpty { try writeRows(of: table, into: &buffer, to: sink) }
        case .definition: break
        }
        try buffer.flush(to: sink)
    }

    private func writeRows<Failure: Error>(
        of table: AnswerTable, into buffer: inout ByteBuffer, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let shown = table.shownColumns
        let columns = numbersRows ? [Column.number] + shown.map(Column.value) : shown.map(Column.value)
        guard let widths = fitted(columns.map { need(of: $0, in: table) }) else {
            try writeRecords(of: table, shown, into: &buffer, to: sink)
            return
        }
        let heads = columns.map { [name(of: $0, in: table)] }
        let isRight = columns.map { column in
            switch column {
            case .number: true
            case .value(let index): table.columns[index].isNumber
            }
        }
        buffer.append(lines(of: heads, widths, isRight, style: "1"))
        buffer.append(lines(of: widths.map { [String(repeating: "─", count: $0)] }, widths, isRight, style: "2"))
        for row in table.rows {
            let cells = zip(columns, widths).map { column, columnWidth in
                let text = text(of: column, row, in: table)
                guard width != nil else { return [text] }
                return DisplayText.wrapped(text, width: columnWidth, limit: mostLines ?? .max)
            }
            buffer.append(lines(of: cells, widths, isRight))
            try buffer.flushIfLarge(to: sink)
        }
    }

    private enum Column {
        /// The number of the row, from 1.
        case number
        case value(Int)
    }

    private func name(of column: Column, in table: AnswerTable) -> String {
        switch column {
        case .number: "#"
        case .value(let index): DisplayText.printable(table.columns[index].name)
        }
    }

    private func text(of column: Column, _ row: Int, in table: AnswerTable) -> String {
        switch column {
        case .number: String(row + 1)
        case .value(let index): words.text(of: table.value(row, index), in: table, column: index)
        }
    }

    // MARK: - Widths

    /// What a column would like, and what it needs so that its words stay whole.
    private struct Need {
        var natural: Int
        var least: Int
    }

    private func need(of column: Column, in table: AnswerTable) -> Need {
        let head = DisplayText.columns(of: name(of: column, in: table))
        var need = Need(natural: head, least: head)
        // Nothing is wider than the screen, so no value is measured beyond it.
        let enough = min(width ?? .max, 1 << 20)
        for row in table.rows.prefix(Self.measuredRows) {
            let text = text(of: column, row, in: table)
            let isLong = width != nil && text.utf8.count > 4 * enough
            need.natural = max(need.natural, isLong ? enough : DisplayText.columns(of: text))
            if width == nil { continue }
            for word in text.utf8.prefix(4 * enough).split(separator: UInt8(ascii: " ")) {
                need.least = max(need.least, DisplayText.columns(of: Substring(word)))
            }
        }
        need.natural = min(need.natural, enough)
        need.least = min(need.least, need.natural, Self.longestWord)
        return need
    }

    /// Widths that fit the screen: what the words of each column need, and the rest by the root of what each lacks, so
    /// that a long text has more lines of it than a short one. Nil where not even the words fit.
    private func fitted(_ needs: [Need]) -> [Int]? {
        guard let width else { return needs.map(\.natural) }
        let room = width - Self.gap * max(needs.count - 1, 0)
        if needs.reduce(0, { $0 + $1.natural }) <= room { return needs.map(\.natural) }
        var widths = needs.map(\.least)
        var rest = room - widths.reduce(0, +)
        guard rest >= 0 else { return nil }
        var open = needs.indices.filter { widths[$0] < needs[$0].natural }
        while rest > 0, !open.isEmpty {
            let lacks = open.map { Double(needs[$0].natural - widths[$0]).squareRoot() }
            let all = lacks.reduce(0, +)
            let before = rest
            for (index, lack) in zip(open, lacks) {
                let share = min(Int(Double(before) * lack / all), needs[index].natural - widths[index], rest)
                widths[index] += share
                rest -= share
            }
            // Less than one column each is left: to the widest.
            if rest == before, let last = open.max(by: { needs[$0].natural < needs[$1].natural }) {
                widths[last] += rest
                rest = 0
            }
            open = open.filter { widths[$0] < needs[$0].natural }
        }
        return widths
    }

    /// Every row as a list of names and values, whatever the width.
    func writeList<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        guard table.kind == .rows || table.kind == .groups else { return try write(table, to: sink) }
        var buffer = ByteBuffer()
        try writeRecords(of: table, Array(table.columns.indices), into: &buffer, to: sink)
        try buffer.flush(to: sink)
    }

    // MARK: - Lines

    /// The cells side by side, as many lines as the longest needs.
    private func lines(of cells: [[String]], _ widths: [Int], _ isRight: [Bool], style: String? = nil) -> String {
        var text = ""
        for line in 0..<(cells.map(\.count).max() ?? 0) {
            var row = ""
            for index in cells.indices {
                let cell = line < cells[index].count ? cells[index][line] : ""
                let padding = String(repeating: " ", count: max(0, widths[index] - DisplayText.columns(of: cell)))
                let isLast = index == cells.count - 1
                row += isRight[index] ? padding + cell : cell + (isLast ? "" : padding)
                if !isLast { row += String(repeating: " ", count: Self.gap) }
            }
            while row.last == " " { row.removeLast() }
            text += styled(row, style) + "\n"
        }
        return text
    }

    private func styled(_ text: String, _ style: String?) -> String {
        guard isColoured, let style else { return text }
        return "\u{1B}[\(style)m\(text)\u{1B}[0m"
    }

    /// A list of names and values for each row.
    private func writeRecords<Failure: Error>(
        of table: AnswerTable, _ shown: [Int], into buffer: inout ByteBuffer,
        to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        for row in table.rows {
            if row > table.rows.lowerBound { buffer.append("\n") }
            if numbersRows { buffer.append(styled("# \(row + 1)", "2") + "\n") }
            let values = shown.map {
                (table.columns[$0].name, words.text(of: table.value(row, $0), in: table, column: $0))
            }
            buffer.append(Self.record(values, width: width, limit: mostLines ?? .max))
            try buffer.flushIfLarge(to: sink)
        }
    }

    /// Names and values under each other; nothing for a value that is missing.
    static func record(_ values: [(name: String, text: String)], width: Int?, limit: Int = .max) -> String {
        let names = values.map { DisplayText.columns(of: $0.name) }.max() ?? 0
        var text = ""
        for (name, value) in values where !value.isEmpty {
            let room = width.map { max($0 - names - gap, 16) } ?? .max
            let lines = DisplayText.wrapped(value, width: room, limit: limit)
            for (index, line) in lines.enumerated() {
                let head = index == 0 ? name : ""
                let padding = String(repeating: " ", count: names + gap - DisplayText.columns(of: head))
                text += head + padding + line + "\n"
            }
        }
        return text
    }
}

/// Names and values under each other, as `.row` shows a record.
package func recordText(_ values: [(name: String, text: String)], width: Int?) -> String {
    TableLayout.record(values.map { ($0.name, DisplayText.printable($0.text)) }, width: width)
}
