// Runs a bound query and makes its answer.

import DixitSyntax

/// Runs queries of one script over one store.
struct Runner {
    private let store: Store
    private let budget: Budget
    private let defaultLimit: Int?
    /// What the script has found so far.
    private(set) var scope: Executor.Scope

    init(_ store: Store, budget: Budget, defaultLimit: Int?, scope: Executor.Scope) {
        self.store = store
        self.budget = budget
        self.defaultLimit = defaultLimit
        self.scope = scope
    }

    /// Forgets what `let`s gave, because one of them says something else now, and others may rest on it.
    mutating func forgetDefinitions() { scope.definitions = [:] }

    /// - Parameters:
    ///   - notes: what binding had to say.
    ///   - source: the text that the places of notes count in.
    mutating func answer(_ select: BoundSelect, notes: [Diagnostic], source: String) throws(Stop) -> Answer {
        var executor = Executor(store: store, control: RunControl(budget), scope: scope)
        try executor.control.look()
        let found = try executor.matches(of: select)
        var allNotes = notes
        allNotes.append(contentsOf: AnswerNotes(store, select).notes(found, &executor))
        let answer = try answer(select, found, &executor, notes: allNotes.map { Problem($0, in: source) })
        scope.definitions = executor.scope.definitions
        return answer
    }

    /// How a query is read and run, with the rows of each step.
    ///
    /// - Parameter reads: the query in words.
    mutating func explain(_ select: BoundSelect, reads: LocalizedText, notes: [Diagnostic]) throws(Stop) -> Answer {
        let trace = PlanTrace()
        var executor = Executor(store: store, control: RunControl(budget), scope: scope, trace: trace)
        let found = try executor.matches(of: select)
        let explanation = Explanation(select, reads: reads, notes: notes, steps: trace.steps, rows: found.count)
        return Answer(
            kind: .explanation, set: store.schema.sets[select.set].name, count: 0, columns: [], notes: [],
            query: select.text,
            rendering: nil, explanation: explanation.text, work: executor.control.work,
            content: AnswerContent(store: store, columns: [], storage: .none))
    }

    private mutating func answer(
        _ select: BoundSelect, _ found: RowSet, _ executor: inout Executor, notes: [Problem]
    ) throws(Stop) -> Answer {
        let set = store.schema.sets[select.set].name
        var columns = select.columns.map {
            Answer.Column(name: $0.name, type: $0.operand.answerType, isDetail: $0.isDetail)
        }
        let kind: Answer.Kind
        let storage: AnswerContent.Storage
        let count: Int
        let countColumn = Answer.Column(name: "count", type: .number, isDetail: false)
        if select.isGrouped {
            let sampled = try executor.sampled(found, of: select)
            let keys = try select.groupKeys(of: store, executor.control)
            var tally = try executor.tally(sampled, of: select, keys)
            count = tally.counts.count
            try executor.control.admit(rows: count)
            if select.limit == nil, let defaultLimit { tally.truncate(to: defaultLimit) }
            kind = .groups
            columns += [countColumn, Answer.Column(name: "share", type: .number, isDetail: false)]
            storage = .tally(tally, keys)
        } else if case .find = select.verb {
            var rows = try executor.orderedRows(found, of: select)
            count = rows.count
            scope.last = select.sort.isEmpty ? .list(rows) : RowSet(rows.buffer.sorted())
            scope.lastSet = select.set
            if select.limit == nil, let defaultLimit { rows = rows[0..<min(defaultLimit, rows.count)] }
            try executor.control.admit(rows: rows.count)
            try store.check(rows, shownBy: select.columns, executor.control)
            kind = .rows
            storage = .rows(rows, set: select.set)
        } else {
            let sampled = try executor.sampled(found, of: select)
            if case .distinct(let operand) = select.verb {
                count = try executor.distinctCount(sampled, operand)
            } else {
                count = sampled.count
            }
            kind = .count
            columns = [countColumn]
            storage = .number(count)
        }
        let readers = select.columns.map { OperandReader(store, $0.operand) }
        return Answer(
            kind: kind, set: set, count: count, columns: columns, notes: notes, query: select.text,
            rendering: select.rendering, explanation: nil, work: executor.control.work,
            content: AnswerContent(
                store: store, columns: columns, storage: storage, readers: readers, condition: select.condition))
    }
}

extension BoundOperand {
    /// The type of a column of an answer: a path through to-many relations gives lists.
    fileprivate var answerType: FieldType {
        guard aggregate == nil, path.isMany, !type.isMany else { return type }
        switch type {
        case .one(let set, let inverse): return .many(set, inverse: inverse)
        case .name: return .name(many: true)
        case .keyword: return .keyword(many: true)
        default: return type
        }
    }
}
