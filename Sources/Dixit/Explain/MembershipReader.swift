// Asks each condition of a query about one row.

import DixitSyntax
import DixitText

/// Makes the ``MembershipExplanation`` of a row.
struct MembershipReader {
    /// Rows that a reading or a name lists.
    private static let longestList = 10

    let store: Store
    let binder: Binder
    let executor: Executor
    /// How many parentheses deep the reader is; see ``members(of:_:_:_:)``.
    var depth = 0

    init(_ store: Store, _ binder: Binder, _ executor: Executor) {
        self.store = store
        self.binder = binder
        self.executor = executor
    }

    mutating func explanation(of row: UInt32, in select: BoundSelect) throws(Stop) -> MembershipExplanation {
        MembershipExplanation(
            row: store.entity(row, set: select.set), query: select.text, outcome: try outcome(of: row, in: select),
            conditions: try conditions(of: select, row), passage: store.passage(row, table: select.table))
    }

    /// What a query asks of a row: its source where that is not a whole set, and its condition.
    mutating func conditions(
        of select: BoundSelect, _ row: UInt32
    ) throws(Stop) -> [MembershipExplanation.Condition] {
        var conditions: [MembershipExplanation.Condition] = []
        if case .set = select.source {
        } else {
            var whole = select
            whole.condition = nil
            let holds = try executor.matches(of: whole).contains(row)
            conditions.append(leaf(.source, Self.sourceText(of: select), holds))
        }
        if let condition = select.condition {
            conditions.append(try explained(condition, row, select.set, table: select.table))
        }
        return conditions
    }

    private mutating func outcome(
        of row: UInt32, in select: BoundSelect
    ) throws(Stop) -> MembershipExplanation.Outcome {
        let found = try executor.matches(of: select)
        guard found.contains(row) else { return .notFound }
        guard case .find = select.verb else {
            let sampled = try executor.sampled(found, of: select)
            return sampled.contains(row) ? .found(place: nil) : .notSampled
        }
        guard let place = try executor.orderedRows(found, of: select.withoutPages(in: store)).firstIndex(of: row) else {
            return .notSampled
        }
        let isShown = place >= select.skip && place < select.end ?? .max
        return isShown ? .found(place: place + 1) : .outsidePage(place: place + 1)
    }

    private static func sourceText(of select: BoundSelect) -> String {
        switch select.source {
        case .definition(let name, _): name
        case .them: "them"
        case .set, .select: select.text
        }
    }

    private func leaf(
        _ kind: MembershipExplanation.Condition.Kind, _ text: String, _ holds: Bool
    ) -> MembershipExplanation.Condition {
        .init(kind: kind, text: text, holds: holds, readings: [], meant: [], hits: [], conditions: [], members: [])
    }

    var control: RunControl { executor.control }

    // MARK: - Conditions

    mutating func explained(
        _ condition: BoundCondition, _ row: UInt32, _ set: Int, table: Int
    ) throws(Stop) -> MembershipExplanation.Condition {
        func chain(
            _ kind: MembershipExplanation.Condition.Kind, _ members: [MembershipExplanation.Condition], _ holds: Bool
        ) -> MembershipExplanation.Condition {
            let texts = members.map { $0.conditions.count > 1 ? "(\($0.text))" : $0.text }
            let text = kind == .not ? "not \(texts[0])" : texts.joined(separator: kind == .all ? " and " : " or ")
            return .init(
                kind: kind, text: text, holds: holds, readings: [], meant: [], hits: [], conditions: members,
                members: []
            )
        }
        switch condition {
        case .and(let members), .or(let members):
            var explained: [MembershipExplanation.Condition] = []
            for member in members { explained.append(try self.explained(member, row, set, table: table)) }
            if case .and = condition { return chain(.all, explained, explained.allSatisfy(\.holds)) }
            return chain(.any, explained, explained.contains(where: \.holds))
        case .not(let inner):
            let explained = try self.explained(inner, row, set, table: table)
            return chain(.not, [explained], !explained.holds)
        case .written(let tree, let inner):
            let holds = try !executor.filter(Slab([row]), inner, table: table).isEmpty
            var hits: [MembershipExplanation.Hit] = []
            try HitReader(store: store, control: control).gather(&hits, inner, row, set, table: table)
            return .init(
                kind: .test, text: Query.readable(Formatter.text(of: tree), binder.environment.parameters),
                holds: holds,
                readings: try readings(of: tree, inner, row, set), meant: meant(by: inner), hits: hits, conditions: [],
                members: try members(of: tree, inner, row, set))
        default:
            return leaf(.test, "", try !executor.filter(Slab([row]), condition, table: table).isEmpty)
        }
    }

    /// What the row has at the paths of a condition.
    private mutating func readings(
        of condition: Condition, _ bound: BoundCondition, _ row: UInt32, _ set: Int
    ) throws(Stop) -> [MembershipExplanation.Reading] {
        var binder = binder
        switch condition {
        case .predicate(let predicate):
            var operands = [predicate.operand]
            if case .compare(_, .operand(let other)) = predicate.test,
                case .compared = bound.withoutNot
            {
                operands.append(other)
            }
            return operands.compactMap { operand in
                guard let bound = binder.bind(operand, in: set), bound.text != "it" else { return nil }
                return .init(path: bound.text, value: OperandReader(store, bound).value(row))
            }
        case .quantified(let quantified):
            guard case .quantified(let links, _, let inner) = bound, let path = binder.bind(quantified.path, in: set)
            else { return [] }
            let reached = Slab(PathWalker(store).rows(from: row, along: links).sorted())
            let rows = try executor.filter(reached, inner, table: path.table)
            let shown = rows.buffer.prefix(Self.longestList).map { Value.entity(store.entity($0, set: path.set)) }
            return [
                .init(path: "count of " + path.text, value: .integer(rows.count)),
                .init(path: path.text, value: .list(shown)),
            ]
        default: return []
        }
    }

    /// The rows that were known when the names of a condition were looked up.
    private func meant(by condition: BoundCondition) -> [Value.Entity] {
        var rows: [(RowSet, table: Int)] = []
        func visit(_ condition: BoundCondition, _ table: Int?) {
            switch condition {
            case .not(let inner), .written(_, let inner): visit(inner, table)
            case .and(let members), .or(let members): for member in members { visit(member, table) }
            case .related(let link, let inner): visit(inner, link.target)
            case .rows(let set): if let table { rows.append((set, table)) }
            default: break
            }
        }
        visit(condition, nil)
        return rows.flatMap { rows, table in
            rows.list().buffer.prefix(Self.longestList).map { row in
                store.entity(row, set: store.sets.firstIndex { $0.table == table } ?? 0)
            }
        }
    }
}

extension BoundCondition {
    fileprivate var withoutNot: BoundCondition {
        if case .not(let inner) = self { inner.withoutNot } else { self }
    }
}

extension Session {
    /// A reader that knows what the session and a script have said.
    func membershipReader(_ query: Query) -> MembershipReader {
        MembershipReader(
            corpus.store, binder(query), Executor(store: corpus.store, control: RunControl(budget), scope: scope))
    }
}
