// Says which day a date means, seen from the day of the document.

package import DixitText

/// What the verb of its clause says of a date.
package enum Tense: Sendable {
    case past
    case future
    /// The present, or no verb at all.
    case open
}

/// Resolves dates against the day on which the document was published; without one, «samedi» stays open.
package struct DateResolver: Sendable {
    /// Days from 1970-01-01 of the document's day; nil where it is not known to the day.
    private let today: Int?
    private let date: PartialDate?

    package init(document date: PartialDate?) {
        self.date = date
        today = date.flatMap { $0.day > 0 ? $0.firstDay : nil }
    }

    /// The date that an expression means.
    ///
    /// - Parameters:
    ///   - tense: What its clause tells of: reports look back, announcements look ahead.
    ///   - anchor: The day spoken of last, from which «la veille» counts.
    package func date(of expression: DateExpression, tense: Tense, anchor: PartialDate? = nil) -> PartialDate? {
        switch expression.form {
        case .fixed(let date): return date
        case .yearless(let month, let day, let weekday):
            return yearless(month, day, weekday, tense, expression.direction)
        case .weekday(let number):
            return self.weekday(number, tense, expression.direction).flatMap(PartialDate.init(dayNumber:))
        case .day(let offset): return today.flatMap { PartialDate(dayNumber: $0 + offset) }
        case .eve(let offset):
            if let anchor, anchor.day > 0 { return PartialDate(dayNumber: anchor.firstDay + offset) }
            // «la veille» without a day before it is the day before the report; «le lendemain» may be any day.
            return offset < 0 ? today.flatMap { PartialDate(dayNumber: $0 + offset) } : nil
        case .month(let offset):
            guard let date, date.month > 0 else { return nil }
            let months = date.year * 12 + date.month - 1 + offset
            return PartialDate(year: months / 12, month: months % 12 + 1)
        case .year(let offset): return date.flatMap { PartialDate(year: $0.year + offset) }
        }
    }

    /// 1 for Monday of a day counted from 1970-01-01, which was a Thursday.
    static func weekday(ofDay day: Int) -> Int { ((day + 3) % 7 + 7) % 7 + 1 }

    /// The nearest such weekday: the last one, today included, unless «prochain» or a future tense looks ahead.
    private func weekday(_ number: Int, _ tense: Tense, _ direction: DateExpression.Direction?) -> Int? {
        guard let today else { return nil }
        let back = (Self.weekday(ofDay: today) - number + 7) % 7
        switch direction {
        case .past: return today - (back == 0 ? 7 : back)
        case .future: return today + (back == 0 ? 7 : 7 - back)
        case nil: return tense == .future ? today + (back == 0 ? 0 : 7 - back) : today - back
        }
    }

    /// «le 24 décembre»: of this year, the last or the next. A weekday beside it decides («jeudi 12 juillet»), then
    /// «dernier» and «prochain», then the tense; else the nearest.
    private func yearless(
        _ month: Int, _ day: Int, _ weekday: Int, _ tense: Tense, _ direction: DateExpression.Direction?
    ) -> PartialDate? {
        guard let date, date.month > 0 else { return nil }
        let here = date.firstDay
        let candidates = (-1...1).compactMap { PartialDate(year: date.year + $0, month: month, day: day) }
        func distance(_ candidate: PartialDate) -> Int {
            if candidate.firstDay <= here, here <= candidate.lastDay { return 0 }
            return abs(candidate.firstDay - here)
        }
        if weekday > 0, day > 0 {
            let fitting = candidates.filter { Self.weekday(ofDay: $0.firstDay) == weekday }
            // «mercredi 9 octobre», which was a Tuesday, is a slip of the pen and not the Wednesday of another year.
            let isSlip = candidates.contains { distance($0) <= 31 }
            if let nearest = fitting.min(by: { distance($0) < distance($1) }), distance(nearest) <= 183 || !isSlip {
                return nearest
            }
        }
        let looksBack = direction == .past || direction == nil && tense == .past
        let looksAhead = direction == .future || direction == nil && tense == .future
        let fitting = candidates.filter { candidate in
            if looksBack { return candidate.firstDay <= here }
            if looksAhead { return candidate.lastDay >= here }
            return true
        }
        return fitting.min { distance($0) < distance($1) }
    }
}
