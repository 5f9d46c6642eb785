// Counts over time: every period from the first to the last, gaps included.

import Dixit
import DixitText

/// Counts by year, month, week or day, in the order of time.
///
/// Periods without anything count 0: a time line that leaves them out tells another story. Where there are more periods than
/// columns, neighbours are added up.
struct TimeSeries {
    /// From the first period to the last.
    let counts: [Int]
    /// What has no date, or a date that is less exact than the periods are.
    let missing: Int
    private let unit: Unit
    private let first: Int
    /// Periods that one count stands for.
    private let periods: Int
    /// Where in seven days a Monday is.
    private let phase: Int

    /// What the dates count in.
    enum Unit: Int {
        case year
        case month
        case week
        case day

        /// As exactly as all dates are.
        init(fitting dates: some Sequence<CalendarDate>) {
            self = dates.allSatisfy { $0.day != nil } ? .day : dates.allSatisfy { $0.month != nil } ? .month : .year
        }

        /// As a path says (`date.month`); a date that is counted whole, as exactly as all dates are.
        init(path: String, _ dates: [CalendarDate]) {
            switch path.split(separator: ".").last {
            case "year": self = .year
            case "month": self = .month
            case "week": self = .week
            case "day": self = .day
            default: self.init(fitting: dates)
            }
        }

        /// The number of a period since some day long ago; nil for a date that is less exact.
        fileprivate func number(of date: CalendarDate) -> Int? {
            switch self {
            case .year: date.year
            case .month: date.month.map { date.year * 12 + $0 - 1 }
            // Weeks are known by their Mondays.
            case .week: date.day == nil ? nil : Self.floored(date.partial.firstDay, 7)
            case .day: date.day == nil ? nil : date.partial.firstDay
            }
        }

        fileprivate func label(of number: Int, phase: Int) -> String {
            switch self {
            case .year: CalendarDate(year: number)?.description ?? ""
            case .month: CalendarDate(year: number / 12, month: number % 12 + 1)?.description ?? ""
            case .week: PartialDate(dayNumber: number * 7 + phase)?.description ?? ""
            case .day: PartialDate(dayNumber: number)?.description ?? ""
            }
        }

        fileprivate static func floored(_ number: Int, _ divisor: Int) -> Int {
            number >= 0 ? number / divisor : (number - divisor + 1) / divisor
        }
    }

    /// Nil where no date is exact enough.
    ///
    /// - Parameter mostColumns: how many counts there may be.
    init?(_ dates: [(date: CalendarDate, count: Int)], missing: Int, unit: Unit, mostColumns: Int) {
        var missing = missing
        var numbered: [(number: Int, count: Int)] = []
        for (date, count) in dates {
            if let number = unit.number(of: date) { numbered.append((number, count)) } else { missing += count }
        }
        guard let first = numbered.map(\.number).min(), let last = numbered.map(\.number).max() else { return nil }
        let all = last - first + 1
        periods = (all + mostColumns - 1) / mostColumns
        var counts = [Int](repeating: 0, count: (all + periods - 1) / periods)
        for (number, count) in numbered { counts[(number - first) / periods] += count }
        phase = dates.first.map { $0.date.partial.firstDay - Unit.floored($0.date.partial.firstDay, 7) * 7 } ?? 0
        (self.counts, self.missing, self.unit, self.first) = (counts, missing, unit, first)
    }

    /// The first period of a count: `2016-05`.
    func label(_ column: Int) -> String { unit.label(of: first + column * periods, phase: phase) }

    /// The first and, where it stands for several, the last period of a count: `2016-05 – 2016-07`.
    func span(_ column: Int) -> String {
        if periods == 1 { return label(column) }
        return label(column) + " – " + unit.label(of: first + (column + 1) * periods - 1, phase: phase)
    }
}

extension TimeSeries {
    /// The groups of an answer by one key; nil where the key is no date.
    init?(_ table: AnswerTable, mostColumns: Int) {
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
        let unit = Unit(path: table.columns[0].name, dates.map(\.date))
        self.init(dates, missing: missing, unit: unit, mostColumns: mostColumns)
    }
}
