// Groups by a part of a date as columns in the order of time, gaps included.

import Dixit
import DixitText

/// ```
/// 12 ┤    █
///    │  ▃ █
///    │▂ █ █ ▁
///  0 ┼───────
///     2016-01
/// ```
///
/// Months without anything are shown as such: a time line that leaves them out tells another story. Where there are more
/// periods than columns, neighbours are added up.
struct TimeLine {
    private let unit: Unit
    private let first: Int
    private let counts: [Int]
    /// Periods that one column stands for.
    private let periods: Int
    private let columnWidth: Int
    /// Columns that the time line may take, its labels included.
    private let room: Int
    private let missing: Int
    private let words: LayoutWords

    private static let height = 8

    /// What the dates count in.
    private enum Unit: Int {
        case year
        case month
        case week
        case day

        /// The number of a period since some day long ago; nil for a date that is less exact.
        func number(of date: CalendarDate) -> Int? {
            switch self {
            case .year: date.year
            case .month: date.month.map { date.year * 12 + $0 - 1 }
            // Weeks are known by their Mondays.
            case .week: date.day == nil ? nil : Self.floored(date.partial.firstDay, 7)
            case .day: date.day == nil ? nil : date.partial.firstDay
            }
        }

        func label(of number: Int, phase: Int) -> String {
            switch self {
            case .year: CalendarDate(year: number)?.description ?? ""
            case .month: CalendarDate(year: number / 12, month: number % 12 + 1)?.description ?? ""
            case .week: PartialDate(dayNumber: number * 7 + phase)?.description ?? ""
            case .day: PartialDate(dayNumber: number)?.description ?? ""
            }
        }

        static func floored(_ number: Int, _ divisor: Int) -> Int {
            number >= 0 ? number / divisor : (number - divisor + 1) / divisor
        }
    }

    /// Where in seven days a Monday is.
    private let phase: Int

    /// Nil where the key is no date.
    init?(_ table: AnswerTable, width: Int, words: LayoutWords) {
        var dates: [(date: CalendarDate, count: Int)] = []
        var missing = 0
        for row in table.rows {
            switch table.value(row, 0) {
            case .date(let date): dates.append((date, ChartLayout.count(table, row)))
            case .missing: missing += ChartLayout.count(table, row)
            default: return nil
            }
        }
        guard !dates.isEmpty else { return nil }
        let unit = Self.unit(of: table.columns[0].name, dates.map(\.date))
        var numbered: [(number: Int, count: Int)] = []
        for (date, count) in dates {
            if let number = unit.number(of: date) { numbered.append((number, count)) } else { missing += count }
        }
        guard let first = numbered.map(\.number).min(), let last = numbered.map(\.number).max() else { return nil }
        let axis = String(numbered.map(\.count).reduce(0, +)).utf8.count + 2
        room = max(10, width - axis)
        let all = last - first + 1
        periods = (all + room - 1) / room
        let columns = (all + periods - 1) / periods
        columnWidth = max(1, min(4, room / columns))
        var counts = [Int](repeating: 0, count: columns)
        for (number, count) in numbered { counts[(number - first) / periods] += count }
        phase = dates.first.map { $0.date.partial.firstDay - Unit.floored($0.date.partial.firstDay, 7) * 7 } ?? 0
        (self.unit, self.first, self.counts, self.missing, self.words) = (unit, first, counts, missing, words)
    }

    /// As the path says (`date.month`); a date that is counted whole, as exactly as all dates are.
    private static func unit(of name: String, _ dates: [CalendarDate]) -> Unit {
        switch name.split(separator: ".").last {
        case "year": .year
        case "month": .month
        case "week": .week
        case "day": .day
        default:
            dates.allSatisfy { $0.day != nil } ? .day : dates.allSatisfy { $0.month != nil } ? .month : .year
        }
    }

    var text: String {
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
        if missing > 0 { lines.append("\(words.missing)  \(missing)") }
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
        for column in counts.indices {
            let place = column * columnWidth
            let label = unit.label(of: first + column * periods, phase: phase)
            guard line.isEmpty || (place >= line.count + 2 && place + label.count <= room) else { continue }
            line += String(repeating: " ", count: place - line.count) + label
        }
        return line
    }
}
