// Fields that hold a number, a date or a yes or no.

import DixitText

/// Numbers of rows: in four bytes each where all are whole and not below 0, such as places and years; in eight where one is not.
enum NumberValues: Sendable {
    /// `.max` where missing.
    case whole(Slab<UInt32>)
    /// NaN where missing.
    case any(Slab<Double>)

    init(_ values: [Double]) {
        func whole(_ value: Double) -> UInt32? {
            if value.isNaN { return .max }
            guard value.sign == .plus, let number = value.wholeNumber, number < UInt32.max else { return nil }
            return UInt32(truncatingIfNeeded: number)
        }
        if values.allSatisfy({ whole($0) != nil }) {
            self = .whole(Slab(values.map { whole($0) ?? .max }))
        } else {
            self = .any(Slab(values))
        }
    }

    var count: Int {
        switch self {
        case .whole(let values): values.count
        case .any(let values): values.count
        }
    }

    /// NaN where missing.
    @inline(__always)
    subscript(row: Int) -> Double {
        switch self {
        case .whole(let values): values[row] == .max ? .nan : Double(values[row])
        case .any(let values): values[row]
        }
    }
}

/// Numbers, NaN where missing.
final class NumberColumn: Sendable {
    let values: NumberValues
    /// Of a field that rows are known by, the rows that have a value in the order of their values; else empty.
    let order: Slab<UInt32>

    convenience init(_ values: [Double?]) { self.init(values: values.map { $0 ?? .nan }, isKey: false) }

    init(values: NumberValues, order: Slab<UInt32>) {
        self.values = values
        self.order = order
    }

    /// - Parameter isKey: whether rows are looked for by this number: it gets an index.
    init(values: [Double], isKey: Bool) {
        self.values = NumberValues(values)
        guard isKey else {
            order = Slab()
            return
        }
        var rows: [UInt32] = []
        rows.reserveCapacity(values.count)
        for row in values.indices where !values[row].isNaN { rows.append(UInt32(truncatingIfNeeded: row)) }
        let isSorted = zip(rows, rows.dropFirst()).allSatisfy { values[Int($0)] <= values[Int($1)] }
        if !isSorted {
            rows.sort { left, right in
                let (first, second) = (values[Int(left)], values[Int(right)])
                return first == second ? left < right : first < second
            }
        }
        order = Slab(rows)
    }

    func value(_ row: UInt32) -> Double? {
        let value = values[Int(row)]
        return value.isNaN ? nil : value
    }
}

/// Dates as intervals of days since 1970-01-01, both ends included; a full date is one day long.
final class DateColumn: Sendable {
    let first: Slab<Int32>
    let last: Slab<Int32>
    /// Whether rows are in the order of their first day, missing ones last, and every date is full: then a test on the
    /// date is a range of rows.
    let isSorted: Bool

    /// Stands in ``first`` for a missing date; greater than every day.
    static let missing = Int32.max

    convenience init(_ dates: [PartialDate?]) {
        let first = dates.map { $0.map { Int32(truncatingIfNeeded: $0.firstDay) } ?? Self.missing }
        let last = dates.map { $0.map { Int32(truncatingIfNeeded: $0.lastDay) } ?? Int32.min }
        self.init(first: Slab(first), last: Slab(last))
    }

    init(first: Slab<Int32>, last: Slab<Int32>, isSorted: Bool) {
        self.first = first
        self.last = last
        self.isSorted = isSorted
    }

    /// - Parameter first: with ``missing`` in it.
    init(first: Slab<Int32>, last: Slab<Int32>) {
        // No branches and no closures: opening a snapshot of a million dates waits for it.
        var wrong = 0
        let (firstDays, lastDays) = (first.start, last.start)
        for row in 0..<first.count {
            wrong &+= firstDays[row] != lastDays[row] && firstDays[row] != Self.missing ? 1 : 0
        }
        for row in 1..<max(1, first.count) { wrong &+= firstDays[row - 1] > firstDays[row] ? 1 : 0 }
        isSorted = withExtendedLifetime((first, last)) { wrong == 0 }
        self.first = first
        self.last = last
    }

    @inline(__always)
    func isMissing(_ row: UInt32) -> Bool { first[Int(row)] == Self.missing }

    func date(_ row: UInt32) -> PartialDate? {
        let start = first[Int(row)]
        return start == Self.missing ? nil : PartialDate(days: Int(start), Int(last[Int(row)]))
    }
}

extension PartialDate {
    /// The date whose first and last day are these.
    init?(days first: Int, _ last: Int) {
        guard let date = PartialDate(dayNumber: first) else { return nil }
        if last == first {
            self = date
            return
        }
        let month = PartialDate(year: date.year, month: date.month)
        guard let found = month?.lastDay == last ? month : PartialDate(year: date.year) else { return nil }
        self = found
    }
}

/// Yes, no, or missing.
final class BooleanColumn: Sendable {
    /// 0, 1, or 2 where missing.
    let values: Slab<UInt8>

    convenience init(_ values: [Bool?]) { self.init(values: Slab(values.map { $0.map { $0 ? 1 : 0 } ?? 2 })) }

    init(values: Slab<UInt8>) { self.values = values }

    func value(_ row: UInt32) -> Bool? {
        let value = values[Int(row)]
        return value > 1 ? nil : value == 1
    }
}
