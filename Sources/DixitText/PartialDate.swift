// A date of which the day, or the day and the month, may be unknown.

/// A date in the Gregorian calendar that may stop at the year or at the month: 2016, 2016-05, 2016-05-12.
///
/// It stands for an interval of days; see ``firstDay`` and ``lastDay``.
package struct PartialDate: Hashable, Sendable {
    // Every record may have a date: four bytes, not twenty-four.
    private let shortYear: Int16
    private let shortMonth: Int8
    private let shortDay: Int8

    /// 1 … 9999.
    package var year: Int { Int(shortYear) }
    /// 1 … 12, or 0 where unknown.
    package var month: Int { Int(shortMonth) }
    /// 1 … 31, or 0 where unknown.
    package var day: Int { Int(shortDay) }

    /// Nil for a date that no calendar has, such as 2016-02-30.
    package init?(year: Int, month: Int = 0, day: Int = 0) {
        guard (1...9999).contains(year), (0...12).contains(month), day >= 0 else { return nil }
        guard day == 0 || month > 0 && day <= Self.days(inMonth: month, of: year) else { return nil }
        shortYear = Int16(truncatingIfNeeded: year)
        shortMonth = Int8(truncatingIfNeeded: month)
        shortDay = Int8(truncatingIfNeeded: day)
    }

    /// Days from 1970-01-01 to the first day of the interval (negative before).
    package var firstDay: Int { Self.dayNumber(year, month == 0 ? 1 : month, day == 0 ? 1 : day) }

    /// Days from 1970-01-01 to the last day of the interval, which is included.
    package var lastDay: Int {
        let lastMonth = month == 0 ? 12 : month
        return Self.dayNumber(year, lastMonth, day == 0 ? Self.days(inMonth: lastMonth, of: year) : day)
    }

    /// The full date of a day counted from 1970-01-01.
    ///
    /// Source: H. Hinnant, “chrono-compatible low-level date algorithms”, `civil_from_days`.
    package init?(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    /// Days from 1970-01-01. Source: the same, `days_from_civil`.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension PartialDate: CustomStringConvertible {
    /// `2016`, `2016-05` or `2016-05-12`.
    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        var text = padded(year, 4)
        if month > 0 { text += "-" + padded(month, 2) }
        if day > 0 { text += "-" + padded(day, 2) }
        return text
    }
}
