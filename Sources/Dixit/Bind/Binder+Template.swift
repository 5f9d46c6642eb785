// Queries whose parameters have no values yet.

import DixitSyntax

extension Binder {
    /// What stands for a predicate until its parameters have values; its left side is checked all the same.
    mutating func standIn(for predicate: Predicate, in set: Int) -> BoundCondition? {
        guard let operand = bind(predicate.operand, in: set) else { return nil }
        knownOperands[predicate.range.start] = operand
        // A text that is searched makes `sort by relevance` possible.
        if case .contains = predicate.test, operand.type == .text, operand.path.links.isEmpty,
            case .column(let column) = operand.path.end
        {
            return .test(column: column, .words(.never))
        }
        return .constant(false)
    }

    /// A query that was bound without values, with those of this binder; nil where one does not fit, which is reported.
    ///
    /// - Parameter operands: what ``knownOperands`` were when it was bound.
    mutating func filled(_ template: BoundSelect, operands: [Int: BoundOperand]) -> BoundSelect? {
        knownOperands = operands
        var select = template
        select.condition = template.condition.flatMap { filled($0, in: template.set) }
        return diagnostics.isEmpty ? select : nil
    }

    private mutating func filled(_ condition: BoundCondition, in set: Int) -> BoundCondition? {
        switch condition {
        case .written(let tree, _): tree.hasParameters ? bind(tree, in: set) : condition
        case .and(let members): .and(members.compactMap { filled($0, in: set) })
        case .or(let members): .or(members.compactMap { filled($0, in: set) })
        case .not(let inner): filled(inner, in: set).map { .not($0) }
        default: condition
        }
    }
}
