// Numbers and dates: what is less, what lies between, what lies in a year.

import Dixit
import DixitSyntax
import DixitText

extension Translation {
    /// Input: `words > 1000`, `date >= 2016-05`, `count of statements >= 3`
    mutating func ordered(
        _ comparison: Comparison, _ literal: Literal, _ value: DixitSyntax.Value, _ place: Binder.Place,
        _ row: RowScope
    ) throws(Unsayable) -> Expression {
        if case .number = place.operand.type, case .number(let number, _) = literal {
            return try numbers(NumberInterval(comparison, number), place.operand, row, place)
        }
        guard let date = binder.date(of: literal, value, place) else { return .never }
        return try days(DateInterval(comparison, date), place.operand, row, place)
    }

    mutating func between(
        _ low: DixitSyntax.Value, _ high: DixitSyntax.Value, _ place: Binder.Place, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        guard let first = binder.literal(low), let second = binder.literal(high) else { return .never }
        if case .number(let first, _) = first, case .number(let second, _) = second, place.operand.type == .number {
            return try numbers(NumberInterval(low: first, high: second), place.operand, row, place)
        }
        guard let from = binder.date(of: first, low, place), let to = binder.date(of: second, high, place) else {
            return .never
        }
        let interval = DateInterval(
            first: Int32(truncatingIfNeeded: from.firstDay), last: Int32(truncatingIfNeeded: to.lastDay))
        return try days(interval, place.operand, row, place)
    }

    // MARK: - Numbers

    mutating func numbers(
        _ interval: NumberInterval, _ operand: BoundOperand, _ row: RowScope, _ place: Binder.Place
    ) throws(Unsayable) -> Expression {
        let path = operand.path
        switch operand.aggregate {
        case .count, .first, .last:
            return try ofRow(row) { (translation, other) throws(Unsayable) in
                let range = place.predicate.operand.range
                return Self.lies(try translation.value(of: operand, other, at: range), in: interval)
            }
        case nil:
            return try some(path.links[...], row) { (translation, end) throws(Unsayable) in
                switch path.end {
                case .column: return Self.lies(end.field(translation.fieldName(path)), in: interval)
                case .part(_, let part):
                    let field = translation.fieldName(path, beforePart: true)
                    return Self.lies(translation.part(part, of: field, end), in: interval)
                case .row, .source, .score:
                    throw Unsayable(.construct(path.text, .column), at: place.predicate.operand.range)
                }
            }
        }
    }

    private static func lies(_ value: Expression, in interval: NumberInterval) -> Expression {
        if interval.low == interval.high, interval.includesLow, interval.includesHigh {
            return .equal(value, .of(interval.low))
        }
        var bounds: [Expression] = []
        if interval.low > -.infinity {
            bounds.append(.compared(value, interval.includesLow ? .greaterOrEqual : .greater, .of(interval.low)))
        }
        if interval.high < .infinity {
            bounds.append(.compared(value, interval.includesHigh ? .lessOrEqual : .less, .of(interval.high)))
        }
        return bounds.isEmpty ? .isKnown(value) : .all(bounds)
    }

    /// A condition on a row that needs more of it joined than the query of the row should have.
    private mutating func ofRow(
        _ row: RowScope, _ test: (inout Translation, RowScope) throws(Unsayable) -> Expression
    ) throws(Unsayable) -> Expression {
        let other = try RowScope(row.set, in: layout, names)
        let condition = try test(&self, other)
        return .isIn(row.id, other.query([(other.id, "id")], where: condition))
    }

    // MARK: - Dates

    mutating func days(
        _ interval: DateInterval, _ operand: BoundOperand, _ row: RowScope, _ place: Binder.Place
    ) throws(Unsayable) -> Expression {
        let path = operand.path
        if operand.aggregate != nil {
            return try ofRow(row) { (translation, other) throws(Unsayable) in
                let picked = try translation.picked(operand, other, at: place.predicate.operand.range)
                return Self.lie(picked.firstDay, picked.lastDay, in: interval)
            }
        }
        return try some(path.links[...], row) { (translation, end) in
            if case .part(_, let part) = path.end {
                let value = translation.part(part, of: translation.fieldName(path, beforePart: true), end)
                return Self.lies(value, part, in: interval)
            }
            let field = translation.fieldName(path)
            return Self.lie(end.folded(.firstDay(field)), end.folded(.lastDay(field)), in: interval)
        }
    }

    /// Days that a date may not leave, as texts; nil where no date can lie in them.
    private static func bounds(_ interval: DateInterval) -> (first: PartialDate?, last: PartialDate?)? {
        var bounds: (first: PartialDate?, last: PartialDate?) = (nil, nil)
        guard let earliest = PartialDate(year: 1)?.firstDay, let latest = PartialDate(year: 9999)?.lastDay else {
            return nil
        }
        if interval.first != .min, Int(interval.first) > earliest {
            guard let day = PartialDate(dayNumber: Int(interval.first)) else { return nil }
            bounds.first = day
        }
        if interval.last < Int32.max - 1, Int(interval.last) < latest {
            guard let day = PartialDate(dayNumber: Int(interval.last)) else { return nil }
            bounds.last = day
        }
        return bounds
    }

    private static func lie(_ first: Expression, _ last: Expression, in interval: DateInterval) -> Expression {
        guard let bounds = bounds(interval) else { return .never }
        var tests: [Expression] = []
        if let day = bounds.first { tests.append(.compared(first, .greaterOrEqual, .text(day.description))) }
        if let day = bounds.last { tests.append(.compared(last, .lessOrEqual, .text(day.description))) }
        return tests.isEmpty ? .isKnown(first) : .all(tests)
    }

    /// A part of a date: the whole month lies in the interval, the whole year.
    private static func lies(_ value: Expression, _ part: DatePart, in interval: DateInterval) -> Expression {
        guard let bounds = bounds(interval) else { return .never }
        var tests: [Expression] = []
        if let day = bounds.first {
            guard let first = part.first(from: day) else { return .never }
            tests.append(.compared(value, .greaterOrEqual, .text(first)))
        }
        if let day = bounds.last {
            guard let last = part.last(until: day) else { return .never }
            tests.append(.compared(value, .lessOrEqual, .text(last)))
        }
        return tests.isEmpty ? .isKnown(value) : .all(tests)
    }

    // MARK: - Two values of a row

    /// Input: `place = event.place`, `date < heard`
    mutating func compared(
        _ left: BoundOperand, _ comparison: Comparison, _ operand: Operand, in set: Int, _ row: RowScope,
        _ predicate: Predicate
    ) throws(Unsayable) -> Expression {
        guard let right = binder.bind(operand, in: set) else { return .never }
        let isNegated = comparison == .notEqual
        let found = try ofRow(row) { (translation, other) throws(Unsayable) in
            let first = try translation.comparable(left, other, at: predicate.operand.range)
            let second = try translation.comparable(right, other, at: operand.range)
            return Comparable.compared(first, isNegated ? .equal : comparison, second)
        }
        return isNegated ? .negated(found) : found
    }

    /// A value as it is compared with another one of the same row.
    private enum Comparable {
        case value(Expression)
        case days(Expression, Expression)

        static func compared(_ left: Comparable, _ comparison: Comparison, _ right: Comparable) -> Expression {
            switch (left, right) {
            case (.value(let left), .value(let right)): return .compared(left, .init(comparison), right)
            case (.days(let first, let last), .days(let otherFirst, let otherLast)):
                switch comparison {
                case .equal, .notEqual:
                    return .all([
                        .compared(first, .greaterOrEqual, otherFirst), .compared(last, .lessOrEqual, otherLast),
                    ])
                case .less: return .compared(last, .less, otherFirst)
                case .lessOrEqual: return .compared(last, .lessOrEqual, otherLast)
                case .greater: return .compared(first, .greater, otherLast)
                case .greaterOrEqual: return .compared(first, .greaterOrEqual, otherFirst)
                }
            default: return .never
            }
        }
    }

    /// A value, each of several in a row of its own.
    private mutating func comparable(
        _ operand: BoundOperand, _ row: RowScope, at range: SourceRange
    ) throws(Unsayable) -> Comparable {
        let path = operand.path
        switch operand.aggregate {
        case .count: return .value(try value(of: operand, row, at: range))
        case .first, .last:
            let picked = try self.picked(operand, row, at: range)
            return path.type == .date ? .days(picked.firstDay, picked.lastDay) : .value(picked.value)
        case nil: break
        }
        var end = row
        for link in path.links { end = try end.reaching(link, to: binder.tableName(link.target)) }
        switch path.end {
        case .row: return .value(end.id)
        case .part(_, let part):
            let value = self.part(part, of: fieldName(path, beforePart: true), end)
            switch part {
            case .year: return .days(.joined([value, .text("-01-01")]), .joined([value, .text("-12-31")]))
            case .month: return .days(.joined([value, .text("-01")]), .monthEnd(value))
            case .week, .day: return .days(value, value)
            case .weekday: return .value(value)
            }
        case .column:
            let field = fieldName(path)
            switch path.type {
            case .date: return .days(end.folded(.firstDay(field)), end.folded(.lastDay(field)))
            case .keyword(many: true):
                return .value(valuesTable(path, end)?.folded ?? .never)
            case .name(many: true): throw Unsayable(.construct(path.text, .column), at: range)
            case .text, .keyword, .name: return .value(end.folded(.folded(field)))
            default: return .value(end.field(field))
            }
        case .source, .score: throw Unsayable(.construct(path.text, .column), at: range)
        }
    }
}

extension Expression {
    /// A number, whole where it is.
    fileprivate static func of(_ number: Double) -> Expression {
        if number > -1e15, number < 1e15, Double(Int(number)) == number { return .integer(Int(number)) }
        return .number(number)
    }
}

extension DatePart {
    /// The first part that begins on a day or later: of months after 2016-05-12 the first is 2016-06.
    fileprivate func first(from day: PartialDate) -> String? {
        switch self {
        case .year:
            let begins = day.month == 1 && day.day == 1
            return PartialDate(year: begins ? day.year : day.year + 1)?.description
        case .month:
            if day.day == 1 { return PartialDate(year: day.year, month: day.month)?.description }
            let (year, month) = day.month == 12 ? (day.year + 1, 1) : (day.year, day.month + 1)
            return PartialDate(year: year, month: month)?.description
        case .week, .day: return day.description
        case .weekday: return nil
        }
    }

    /// The last part that ends on a day or before.
    fileprivate func last(until day: PartialDate) -> String? {
        switch self {
        case .year:
            let ends = day.month == 12 && day.day == 31
            return PartialDate(year: ends ? day.year : day.year - 1)?.description
        case .month:
            guard let month = PartialDate(year: day.year, month: day.month) else { return nil }
            if month.lastDay == day.firstDay { return month.description }
            let (year, number) = day.month == 1 ? (day.year - 1, 12) : (day.year, day.month - 1)
            return PartialDate(year: year, month: number)?.description
        case .week, .day: return day.description
        case .weekday: return nil
        }
    }
}
