// The earliest or latest of the values that a path leads to.

import DixitText

/// Reads `first of statements.date` and `last of …`: of dates the one that begins first or ends last, of numbers the
/// smallest or the greatest.
struct OperandPicker: Sendable {
    private let store: Store
    private let operand: BoundOperand
    private let walker: PathWalker

    init(_ store: Store, _ operand: BoundOperand) {
        self.store = store
        self.operand = operand
        walker = PathWalker(store)
    }

    private var column: Column? {
        switch operand.path.end {
        case .column(let column), .part(let column, _): store.tables[operand.path.table].columns[column]
        case .row, .source, .score: nil
        }
    }

    /// How many rows are looked at.
    func cost(_ row: UInt32) -> Int { 1 + walker.rows(from: row, along: operand.path.links).count }

    func value(_ row: UInt32) -> Value {
        switch column {
        case .date(let dates): date(row, dates).map { .date(CalendarDate($0)) } ?? .missing
        case .number(let numbers): number(row, numbers).map { Value(number: $0) } ?? .missing
        default: .missing
        }
    }

    /// As a number that orders as the value does; nil where it is missing.
    func sortKey(_ row: UInt32) -> Double? {
        switch column {
        case .date(let dates): date(row, dates).map { Double($0.firstDay) }
        case .number(let numbers): number(row, numbers)
        default: nil
        }
    }

    func passes(_ row: UInt32, _ test: BoundTest) -> Bool {
        switch (test, column) {
        case (.date(let interval), .date(let dates)):
            guard let date = date(row, dates) else { return false }
            return date.firstDay >= Int(interval.first) && date.lastDay <= Int(interval.last)
        case (.number(let interval), .number(let numbers)):
            return number(row, numbers).map { interval.contains($0) } ?? false
        default: return false
        }
    }

    private func date(_ row: UInt32, _ dates: DateColumn) -> PartialDate? {
        let reached = walker.rows(from: row, along: operand.path.links).lazy.filter { !dates.isMissing($0) }
        let first = operand.aggregate == .first
        let picked = reached.min { left, right in
            let left = (dates.first[Int(left)], dates.last[Int(left)])
            let right = (dates.first[Int(right)], dates.last[Int(right)])
            return first ? left < right : (left.1, left.0) > (right.1, right.0)
        }
        guard let date = picked.flatMap({ dates.date($0) }) else { return nil }
        if case .part(_, let part) = operand.path.end { return part.date(of: date) }
        return date
    }

    private func number(_ row: UInt32, _ numbers: NumberColumn) -> Double? {
        let values = walker.rows(from: row, along: operand.path.links).lazy.compactMap { numbers.value($0) }
        return operand.aggregate == .first ? values.min() : values.max()
    }
}
