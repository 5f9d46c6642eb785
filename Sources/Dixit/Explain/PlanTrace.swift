// What was done to answer a query, step by step.

import DixitSyntax

/// How the rows of a condition are found.
enum PlanAccess: String, Hashable, Sendable {
    case textIndex
    case keywordIndex
    case names
    case relation
    case dateOrder
    case result
    /// Each row is looked at.
    case scan
    /// Each row that is left is looked at.
    case filter
}

/// Notes the steps of a run while it goes on.
final class PlanTrace {
    struct Step {
        let condition: String
        let access: PlanAccess
        let rows: Int
    }
    private(set) var steps: [Step] = []

    func note(_ condition: Condition, _ access: PlanAccess, _ rows: Int) {
        steps.append(Step(condition: Formatter.text(of: condition), access: access, rows: rows))
    }

    func noteFilter(_ condition: Condition, _ rows: Int) { note(condition, .filter, rows) }
}

extension Executor {
    /// How a condition's rows are found when it is evaluated by itself.
    func access(of condition: BoundCondition, table: Int) -> PlanAccess {
        switch condition {
        case .written(_, let inner), .not(let inner): return access(of: inner, table: table)
        case .rows: return .names
        case .related(_, .rows): return .names
        case .related, .quantified: return .relation
        case .member: return .result
        case .and(let members), .or(let members): return members.first.map { access(of: $0, table: table) } ?? .scan
        case .constant, .compared, .picked: return .scan
        case .test(let column, let test):
            switch (test, store.tables[table].columns[column]) {
            case (.words, _), (.whole, .text): return .textIndex
            case (.codes, _): return .keywordIndex
            case (.date, .date(let dates)) where dates.isSorted: return .dateOrder
            default: return .scan
            }
        }
    }
}
