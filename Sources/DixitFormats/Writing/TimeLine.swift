// Groups by a part of a date as columns in the order of time, gaps included.

import Dixit

/// ```
/// 12 ┤    █
///    │  ▃ █
///    │▂ █ █ ▁
///  0 ┼───────
///     2016-01
/// ```
struct TimeLine {
    private let series: TimeSeries
    private let columnWidth: Int
    /// Columns that the time line may take, its labels included.
    private let room: Int
    private let words: LayoutWords

    private static let height = 8

    /// Nil where the key is no date.
    init?(_ table: AnswerTable, width: Int, words: LayoutWords) {
        let total = table.rows.reduce(0) { $0 + ChartLayout.count(table, $1) }
        room = max(10, width - String(total).utf8.count - 2)
        guard let series = TimeSeries(table, mostColumns: room) else { return nil }
        columnWidth = max(1, min(4, room / series.counts.count))
        (self.series, self.words) = (series, words)
    }

    var text: String {
        let counts = series.counts
        let most = max(counts.max() ?? 0, 1)
        let axisWidth = String(most).utf8.count
        var lines: [String] = []
        for level in (0..<Self.height).reversed() {
            let isTop = level == Self.height - 1
            let head = isTop ? String(most) : String(repeating: " ", count: axisWidth)
            let cells = counts.map { Self.cell($0, of: most, level: level, width: columnWidth) }.joined()
            lines.append("\(head) \(isTop ? "┤" : "│")\(cells)")
        }
        let zero = String(repeating: " ", count: axisWidth - 1) + "0"
        lines.append("\(zero) ┼" + String(repeating: "─", count: counts.count * columnWidth))
        lines.append(String(repeating: " ", count: axisWidth + 2) + labels)
        if series.missing > 0 { lines.append("\(words.missing)  \(series.missing)") }
        return lines.map { line in
            var line = Substring(line)
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// The part of a column at a height, with a space to the next column where there is room for one.
    private static func cell(_ count: Int, of most: Int, level: Int, width: Int) -> String {
        let eighths = count == 0 ? 0 : max(1, Int((Double(count) / Double(most) * Double(8 * height)).rounded()))
        let filled = min(8, max(0, eighths - 8 * level))
        let block = filled == 0 ? " " : String(ChartLayout.growingUp[filled - 1])
        return width == 1 ? block : String(repeating: block, count: width - 1) + " "
    }

    /// The name of the first period under its column, and of as many others as there is room for.
    private var labels: String {
        var line = ""
        for column in series.counts.indices {
            let place = column * columnWidth
            let label = series.label(column)
            guard line.isEmpty || (place >= line.count + 2 && place + label.count <= room) else { continue }
            line += String(repeating: " ", count: place - line.count) + label
        }
        return line
    }
}
