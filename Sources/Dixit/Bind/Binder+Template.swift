// Queries whose parameters have no values yet.

import DixitSyntax

/// A condition of a query that is asked with other values again and again: what stays the same is bound.
indirect enum ConditionTemplate: Sendable {
    /// No parameter stands in it.
    case bound(BoundCondition)
    case and([ConditionTemplate])
    case or([ConditionTemplate])
    case not(ConditionTemplate)
    /// A predicate with a parameter: `date >= $since`. Its left side is bound.
    case predicate(Condition, Binder.Place)
    /// Another condition with a parameter in it: `some statements have (date >= $since)`.
    case open(Condition)
}

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

    /// What is left to do of a condition that was bound without values.
    func template(of condition: BoundCondition, in set: Int) -> ConditionTemplate {
        func templates(of members: [BoundCondition]) -> [ConditionTemplate]? {
            let templates = members.map { template(of: $0, in: set) }
            return templates.allSatisfy(\.isBound) ? nil : templates
        }
        switch condition {
        case .written(let tree, _) where tree.hasParameters:
            guard case .predicate(let predicate) = tree, let operand = knownOperands[predicate.range.start] else {
                return .open(tree)
            }
            return .predicate(tree, Place(operand: operand, predicate: predicate, set: set))
        case .and(let members): return templates(of: members).map { .and($0) } ?? .bound(condition)
        case .or(let members): return templates(of: members).map { .or($0) } ?? .bound(condition)
        case .not(let inner):
            let inner = template(of: inner, in: set)
            return inner.isBound ? .bound(condition) : .not(inner)
        default: return .bound(condition)
        }
    }

    /// The condition with the values that this binder has; nil where one does not fit, which is reported.
    mutating func filled(_ template: ConditionTemplate, in set: Int) -> BoundCondition? {
        switch template {
        case .bound(let condition): return condition
        case .and(let members): return .and(filled(members, in: set))
        case .or(let members): return .or(filled(members, in: set))
        case .not(let inner): return filled(inner, in: set).map { .not($0) }
        case .predicate(let tree, let place): return bind(place).map { .written(tree, $0) }
        case .open(let tree): return bind(tree, in: set)
        }
    }

    private mutating func filled(_ members: [ConditionTemplate], in set: Int) -> [BoundCondition] {
        var conditions: [BoundCondition] = []
        conditions.reserveCapacity(members.count)
        for member in members { if let condition = filled(member, in: set) { conditions.append(condition) } }
        return conditions
    }
}

extension ConditionTemplate {
    fileprivate var isBound: Bool { if case .bound = self { true } else { false } }
}
