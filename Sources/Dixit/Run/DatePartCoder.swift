// The parts of many dates, where dates that lie near each other have the same.

import DixitText

/// Codes of `date.month` for row after row: as long as a date lies inside the part that was found last, nothing is computed.
struct DatePartCoder {
    private let first: Slab<Int32>
    private let last: Slab<Int32>
    private let dates: DateColumn
    private let part: DatePart
    /// Whether every date is one day long, so that its first day says all.
    private let areFull: Bool
    /// The days of the part that was found last; a date inside of them has the same.
    private var firstDay = Int32.max
    private var lastDay = Int32.min
    private var code = GroupKey.missing

    init(_ dates: DateColumn, _ part: DatePart) {
        self.dates = dates
        self.part = part
        areFull = dates.isSorted
        first = dates.first
        last = dates.last
    }

    /// Whether rows of one part of the date lie side by side, and come only once.
    var areStretches: Bool { areFull && part != .weekday }

    /// Where ``areStretches``, the first row with another part than the row whose code was asked for last.
    func rowAfter(_ row: UInt32) -> UInt32 {
        let next = firstDay == .max ? first.count : first.gallop(lastDay + 1, from: Int(row))
        return UInt32(truncatingIfNeeded: next)
    }

    @inline(__always)
    mutating func code(_ row: UInt32) -> UInt64 {
        let day = first[Int(row)]
        // A missing date begins after every day.
        if day >= firstDay, day <= lastDay, areFull || last[Int(row)] <= lastDay { return code }
        return find(row)
    }

    @inline(never)
    private mutating func find(_ row: UInt32) -> UInt64 {
        (firstDay, lastDay) = (.max, .min)
        guard let date = dates.date(row) else { return GroupKey.missing }
        if let number = part.number(of: date) { return UInt64(number) }
        guard let found = part.date(of: date) else { return GroupKey.missing }
        code = GroupKey.code(days: found.firstDay, found.lastDay)
        firstDay = Int32(truncatingIfNeeded: found.firstDay)
        lastDay = part == .week ? firstDay + 6 : Int32(truncatingIfNeeded: found.lastDay)
        return code
    }
}
