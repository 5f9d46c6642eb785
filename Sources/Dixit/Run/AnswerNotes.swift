// What a reader should know about an answer once it is there.

import DixitSyntax
import DixitText

/// Looks at the conditions of a query and at what they gave.
struct AnswerNotes {
    private let store: Store
    private let select: BoundSelect

    init(_ store: Store, _ select: BoundSelect) {
        self.store = store
        self.select = select
    }

    func notes(_ found: RowSet, _ executor: Executor) throws(Stop) -> [Diagnostic] {
        do throws(Stop) {
            return try found.isEmpty ? conditionsAlone(executor) : missingValues(found, executor.control)
        } catch {
            // Who is over budget gets the answer without notes; who wants to stop stops.
            if error.message.code == "E505" { throw error }
            return []
        }
    }

    /// What the groups of a count do not say: that several are called the same, that shares overlap.
    func notes(_ tally: Tally, _ keys: [GroupKey]) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        guard let place = select.tree.by.first?.range else { return notes }
        if case .distinct(let operand) = select.verb, tally.counts.reduce(0, +) > tally.total {
            notes.append(Diagnostic(.overlappingValues(operand.text), at: place))
        }
        // Names of one key alone: with a second one, that may tell them apart.
        guard keys.count == 1, select.keys[0].isEntity, tally.counts.count <= Self.mostNamedGroups else { return notes }
        var groups: [String: Int] = [:]
        for group in tally.counts.indices {
            if case .entity(let entity) = keys[0].value(tally.code(group, key: 0)) {
                groups[entity.name, default: 0] += 1
            }
        }
        let shared = groups.filter { $0.value > 1 }.map { Message.Counted($0.key, $0.value) }
            .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
        if !shared.isEmpty {
            notes.append(Diagnostic(.groupsOfOneName(Array(shared.prefix(5)), path: select.keys[0].text), at: place))
        }
        return notes
    }

    /// Reading the names of more groups would take longer than counting them.
    private static let mostNamedGroups = 20_000

    private var conditions: [BoundCondition] { select.condition?.members ?? [] }

    /// Why there is nothing: how many rows each condition has alone. Not worth a second over budget.
    private func conditionsAlone(_ executor: Executor) throws(Stop) -> [Diagnostic] {
        if conditions.count == 1 { return try longerWord(conditions[0], executor).map { [$0] } ?? [] }
        guard conditions.count > 1, let tree = select.tree.condition else { return [] }
        var counts: [Message.Counted] = []
        for condition in conditions {
            let rows = try executor.rows(condition, table: select.table)
            let part = rows.intersection(
                store.sets[select.set].rows, universe: store.tables[select.table].rowCount)
            counts.append(Message.Counted(condition.text, part.count))
        }
        return [Diagnostic(.conditionsAlone(counts), at: tree.range)]
    }

    /// `text contains "impôt"`, where there is only “impôts”: a word is looked for as it is, and a star would find it.
    private func longerWord(_ condition: BoundCondition, _ executor: Executor) throws(Stop) -> Diagnostic? {
        guard case .written(.predicate(let predicate), .test(let number, .words)) = condition,
            case .contains(.literal(let literal), false) = predicate.test, literal.mode == .folded,
            case .text(let column) = store.tables[select.table].columns[number]
        else { return nil }
        let words = Words(literal.text)
        guard words.count == 1, !literal.text.contains("*") else { return nil }
        let word = words.text(of: 0)
        // «impôt» for «impôts», and the other way round.
        let stems = [word] + (["s", "x"].contains(String(word.suffix(1))) ? [String(word.dropLast())] : [])
        for stem in stems where stem.utf8.count > 2 {
            let terms = column.index.terms(prefix: stem.utf8)
            if terms.isEmpty { continue }
            let text = BoundText.phrase([.range(terms)], exactly: nil)
            let rows = try executor.rows(.test(column: number, .words(text)), table: select.table)
            let part = rows.intersection(
                store.sets[select.set].rows, universe: store.tables[select.table].rowCount)
            if part.count > 0 {
                let written = literal.text.dropLast(stem == word ? 0 : 1)
                return Diagnostic(
                    .longerWord(literal.text, instead: written + "*", rows: part.count), at: literal.range)
            }
        }
        return nil
    }

    /// Rows that a negative condition lets in because they have no value at all.
    private func missingValues(_ found: RowSet, _ control: RunControl) throws(Stop) -> [Diagnostic] {
        var notes: [Diagnostic] = []
        // Most queries have nothing negative in them, and no time to lose.
        guard select.condition?.hasNegation == true else { return notes }
        for condition in conditions {
            guard let (predicate, test) = condition.negated else { continue }
            let missing = try found.list().filtered(control, cost: 4) { !has($0, test, table: select.table) }
            if missing.isEmpty { continue }
            notes.append(
                Diagnostic(.missingValues(missing.count, field: predicate.operand.path.text), at: predicate.range))
        }
        return notes
    }

    /// Whether a row has a value that a test looks at: an office, for `speaker.role contains "ministre"`.
    private func has(_ row: UInt32, _ test: BoundCondition, table: Int) -> Bool {
        switch test {
        case .test(let number, _): return store.tables[table].columns[number].isKnown(row)
        case .related(let link, let inner):
            guard case .relation(let relation) = store.tables[link.table].columns[link.column] else { return true }
            var isFound = false
            relation.forward.forEach(row) { if !isFound { isFound = has($0, inner, table: link.target) } }
            return isFound
        default: return true
        }
    }
}

extension BoundCondition {
    /// The conditions that all have to hold.
    fileprivate var members: [BoundCondition] { if case .and(let members) = self { members } else { [self] } }

    /// Whether one of its members is negative: `speaker != "El Khalfi"`, `not date < 2016`.
    fileprivate var hasNegation: Bool {
        switch self {
        case .and(let members):
            for member in members where member.isNegative { return true }
            return false
        default: return isNegative
        }
    }

    private var isNegative: Bool {
        switch self {
        case .not, .written(_, .not): true
        default: false
        }
    }

    /// For `speaker != "El Khalfi"` and `not speaker = "El Khalfi"` the predicate and the test that may not hold; nil for anything else,
    /// also for `is missing`, which is about rows without a value.
    fileprivate var negated: (Predicate, BoundCondition)? {
        let (predicate, test): (Predicate, BoundCondition)
        switch self {
        case .written(.predicate(let written), .not(let inner)): (predicate, test) = (written, inner)
        case .not(.written(.predicate(let written), let inner)): (predicate, test) = (written, inner)
        default: return nil
        }
        if case .missing = predicate.test { return nil }
        if case .not = test { return nil }
        return (predicate, test)
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
