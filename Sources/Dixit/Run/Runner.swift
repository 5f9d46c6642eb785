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
        let executor = Executor(store: store, control: RunControl(budget), scope: scope)
        try executor.control.look()
        let found = try executor.matches(of: select)
        let further = try AnswerNotes(store, select).notes(found, executor)
        let answer = try answer(
            select, found, executor, notes: further.isEmpty ? notes : notes + further, source: source)
        scope.definitions = executor.scope.definitions
        return answer
    }

    /// How a query is read and run, with the rows of each step.
    ///
    /// - Parameter reads: the query in words.
    mutating func explain(_ select: BoundSelect, reads: LocalizedText, notes: [Diagnostic]) throws(Stop) -> Answer {
        let trace = PlanTrace()
        let executor = Executor(store: store, control: RunControl(budget), scope: scope, trace: trace)
        let found = try executor.matches(of: select)
        let explanation = Explanation(select, reads: reads, notes: notes, steps: trace.steps, rows: found.count)
        return Answer(
            kind: .explanation, set: store.schema.sets[select.set].name, count: 0, columns: [], notes: [],
            asked: .select(select.form),
            rendering: nil, explanation: explanation.text, work: executor.control.work,
            content: AnswerContent(store: store, columns: [], storage: .none))
    }

    private mutating func answer(
        _ select: BoundSelect, _ found: RowSet, _ executor: Executor, notes: [Diagnostic], source: String
    ) throws(Stop) -> Answer {
        let form = select.form
        let storage: AnswerContent.Storage
        var scores: [Double] = []
        let count: Int
        var notes = notes
        switch form.kind {
        case .groups:
            let sampled = try executor.sampled(found, of: select)
            let keys = try select.groupKeys(of: store, executor.control)
            var tally = try executor.tally(sampled, of: select, keys)
            count = tally.counts.count
            try executor.control.admit(rows: count)
            if select.limit == nil, let defaultLimit { tally.truncate(to: defaultLimit) }
            notes += AnswerNotes(store, select).notes(tally, keys)
            storage = .tally(tally, keys)
        case .rows:
            var rows = try executor.orderedRows(found, of: select)
            count = rows.count
            scope.keep(rows, areSorted: !select.sort.isEmpty, of: select.set)
            if select.limit == nil, let defaultLimit { rows = rows[0..<min(defaultLimit, rows.count)] }
            try executor.control.admit(rows: rows.count)
            try form.shownTexts.check(rows, executor.control)
            if form.showsScore { scores = try Relevance(executor, select).scores(inOrder: rows) }
            storage = .rows(rows, set: select.set)
        case .count, .definition, .explanation:
            let sampled = try executor.sampled(found, of: select)
            if case .distinct(let operand) = select.verb {
                count = try executor.distinctCount(sampled, operand)
            } else {
                count = sampled.count
            }
            storage = .number(count)
        }
        return Answer(
            kind: form.kind, set: form.setName, count: count, columns: form.columns,
            notes: notes.isEmpty ? [] : notes.map { Problem($0, in: source) },
            asked: .select(form), rendering: select.rendering, explanation: nil, work: executor.control.work,
            content: AnswerContent(
                store: store, columns: form.columns, storage: storage, readers: form.readers,
                scores: scores, condition: select.condition))
    }
}
