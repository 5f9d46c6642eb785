// Compares two values of the same row: `place = event.place`.

import DixitSyntax
import DixitText

/// What a value is when it is compared with another one.
private enum ComparableValue: Hashable {
    case number(Double)
    case days(Int32, Int32)
    case boolean(Bool)
    case text([UInt8])
    case row(UInt32)
}

/// Whether some value on the left stands in a relation to some value on the right.
struct OperandComparer {
    private let store: Store
    private let left: BoundOperand
    private let right: BoundOperand
    private let comparison: Comparison
    private let walker: PathWalker

    init(_ store: Store, _ left: BoundOperand, _ comparison: Comparison, _ right: BoundOperand) {
        self.store = store
        self.left = left
        self.right = right
        self.comparison = comparison
        walker = PathWalker(store)
    }

    func isMatch(_ row: UInt32) -> Bool {
        let first = values(left, row)
        if first.isEmpty { return false }
        let second = values(right, row)
        return first.contains { left in second.contains { right in accepts(left, right) } }
    }

    private func accepts(_ left: ComparableValue, _ right: ComparableValue) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)):
            return NumberInterval(comparison, right).contains(left)
        case (.days(let first, let last), .days(let otherFirst, let otherLast)):
            switch comparison {
            case .equal, .notEqual: return first >= otherFirst && last <= otherLast
            case .less: return last < otherFirst
            case .lessOrEqual: return last <= otherLast
            case .greater: return first > otherLast
            case .greaterOrEqual: return first >= otherFirst
            }
        default: return left == right
        }
    }

    private func values(_ operand: BoundOperand, _ row: UInt32) -> [ComparableValue] {
        if let aggregate = operand.aggregate {
            if aggregate == .count { return [.number(Double(walker.rows(from: row, along: operand.path.links).count))] }
            return comparable(OperandPicker(store, operand).value(row))
        }
        if case .row = operand.path.end {
            return walker.rows(from: row, along: operand.path.links).map { .row($0) }
        }
        return comparable(OperandReader(store, operand).value(row))
    }

    private func comparable(_ value: Value) -> [ComparableValue] {
        switch value {
        case .missing, .passage, .entity: return []
        case .text(let text): return [.text(FoldedText(text).bytes)]
        case .integer(let number): return [.number(Double(number))]
        case .number(let number): return [.number(number)]
        case .date(let date):
            let partial = date.partial
            return [.days(Int32(truncatingIfNeeded: partial.firstDay), Int32(truncatingIfNeeded: partial.lastDay))]
        case .boolean(let value): return [.boolean(value)]
        case .list(let values): return values.flatMap { comparable($0) }
        }
    }
}
