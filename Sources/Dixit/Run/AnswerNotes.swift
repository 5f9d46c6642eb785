// What a reader should know about an answer once it is there.

import DixitSyntax

/// Looks at the conditions of a query and at what they gave.
struct AnswerNotes {
    private let store: Store
    private let select: BoundSelect

    init(_ store: Store, _ select: BoundSelect) {
        self.store = store
        self.select = select
    }

    func notes(_ found: RowSet, _ executor: Executor) -> [Diagnostic] {
        found.isEmpty ? conditionsAlone(executor) : missingValues(found, executor.control)
    }

    private var conditions: [BoundCondition] { select.condition?.members ?? [] }

    /// Why there is nothing: how many rows each condition has alone. Not worth a second over budget.
    private func conditionsAlone(_ executor: Executor) -> [Diagnostic] {
        guard conditions.count > 1, let tree = select.tree.condition else { return [] }
        var counts: [Message.Counted] = []
        for condition in conditions {
            guard let rows = try? executor.rows(condition, table: select.table) else { return [] }
            let part = rows.intersection(
                store.sets[select.set].rows, universe: store.tables[select.table].rowCount)
            counts.append(Message.Counted(condition.text, part.count))
        }
        return [Diagnostic(.conditionsAlone(counts), at: tree.range)]
    }

    /// Rows that a negative condition lets in because they have no value at all.
    private func missingValues(_ found: RowSet, _ control: RunControl) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        guard let condition = select.condition, condition.hasNegatedMember else { return notes }
        let universe = store.tables[select.table].rowCount
        for case .written(.predicate(let predicate), .not(let inner)) in conditions {
            if case .missing = predicate.test { continue }
            let column: Column
            switch inner {
            case .related(let link, _): column = store.tables[link.table].columns[link.column]
            case .test(let number, _): column = store.tables[select.table].columns[number]
            default: continue
            }
            // Not worth stopping for: who is over budget gets the answer without the note.
            guard let missing = try? found.list().filtered(control, cost: 4, { !column.isKnown($0) }).count else {
                return notes
            }
            guard missing > 0, missing <= universe else { continue }
            let field = predicate.operand.path.steps.first?.text ?? predicate.operand.path.text
            notes.append(Diagnostic(.missingValues(missing, field: field), at: predicate.range))
        }
        return notes
    }
}

extension BoundCondition {
    /// The conditions that all have to hold.
    fileprivate var members: [BoundCondition] { if case .and(let members) = self { members } else { [self] } }

    /// Whether one of its members was written as a negative test, `speaker != "El Khalfi"`.
    fileprivate var hasNegatedMember: Bool {
        switch self {
        case .and(let members): members.contains { if case .written(_, .not) = $0 { true } else { false } }
        case .written(_, .not): true
        default: false
        }
    }

    /// In canonical form, as far as the reader wrote it.
    var text: String {
        switch self {
        case .written(let tree, _): Formatter.text(of: tree)
        case .not(let inner): "not \(inner.text)"
        case .and(let members): "(\(members.map(\.text).joined(separator: " and ")))"
        case .or(let members): "(\(members.map(\.text).joined(separator: " or ")))"
        default: "…"
        }
    }
}
