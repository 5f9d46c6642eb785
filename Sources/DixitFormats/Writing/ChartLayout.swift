// Groups as a picture of block characters: bars, or a time line where the key is a date.

import Dixit
import DixitText

/// Draws `count … by` one key.
///
/// ```
/// Mustapha El Khalfi  ██████████████████████████████  6  75.0 %
/// Mustapha Bakkoury   ██████████▏                     2  25.0 %
/// ```
///
/// It is read without colours: lengths say what numbers beside them say.
struct ChartLayout {
    private let width: Int
    private let words: LayoutWords

    /// Every bar may be as long.
    private static let widest = 1_000

    init(width: Int, words: LayoutWords) {
        self.width = min(width, Self.widest)
        self.words = words
    }

    /// Columns where no screen says.
    static let standardWidth = 80
    private static let mostOfLabel = 40
    private static let leastBar = 8
    private static let gap = "  "
    /// From an eighth to the whole of a cell.
    private static let growingRight: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    static let growingUp: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// - Returns: False for an answer that cannot be drawn: no groups, or groups by several keys.
    func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure) -> Bool
    {
        guard table.keyCount == 1, !table.rows.isEmpty else { return false }
        var buffer = ByteBuffer()
        if let timeLine = TimeLine(table, width: width, words: words) {
            buffer.append(timeLine.text)
        } else {
            try writeBars(of: table, into: &buffer, to: sink)
        }
        try buffer.flush(to: sink)
        return true
    }

    private func writeBars<Failure: Error>(
        of table: AnswerTable, into buffer: inout ByteBuffer, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let rows = table.rows.map { row in
            (
                label: words.text(of: table.value(row, 0), in: table, column: 0),
                count: Self.count(table, row), number: "\(table.value(row, 1))",
                share: words.text(of: table.value(row, 2), in: table, column: 2)
            )
        }
        let most = max(rows.map(\.count).max() ?? 0, 1)
        let numberWidth = rows.map(\.number.utf8.count).max() ?? 0
        let shareWidth = rows.map { DisplayText.columns(of: $0.share) }.max() ?? 0
        let room = width - numberWidth - shareWidth - 3 * Self.gap.count
        let widest = rows.map { DisplayText.columns(of: $0.label) }.max() ?? 0
        let labelWidth = max(1, min(widest, Self.mostOfLabel, room - Self.leastBar))
        let barWidth = max(1, room - labelWidth)
        for row in rows {
            let label = DisplayText.cut(row.label, width: labelWidth)
            let bar = Self.bar(row.count, of: most, width: barWidth)
            buffer.append(
                Self.padded(label, labelWidth) + Self.gap + Self.padded(bar, barWidth) + Self.gap
                    + String(repeating: " ", count: numberWidth - row.number.utf8.count) + row.number + Self.gap
                    + String(repeating: " ", count: shareWidth - DisplayText.columns(of: row.share)) + row.share + "\n")
            try buffer.flushIfLarge(to: sink)
        }
    }

    static func count(_ table: AnswerTable, _ row: Int) -> Int {
        if case .integer(let count) = table.value(row, 1) { max(0, count) } else { 0 }
    }

    /// In eighths of a cell; what is more than nothing is seen.
    private static func bar(_ count: Int, of most: Int, width: Int) -> String {
        if count == 0 { return "" }
        let eighths = max(1, Int((Double(count) / Double(most) * Double(8 * width)).rounded()))
        let rest = eighths % 8
        return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(growingRight[rest - 1]) : "")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayText.columns(of: text)))
    }
}
