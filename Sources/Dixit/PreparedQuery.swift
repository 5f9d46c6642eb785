// A question that is read once and asked many times.

import DixitSyntax

/// A script whose text has been parsed and whose names have been looked up, ready to be asked with other values of its
/// parameters.
///
/// ```swift
/// let statements = try corpus.prepare("find statements where speaker = $who and date >= $since")
/// let answer = try statements.answer(["who": .text("El Khalfi"), "since": .integer(2016)])
/// ```
public struct PreparedQuery: Sendable {
    private let session: Session
    let query: Query
    private let plan: Plan

    /// How much of the work is done before the values are there.
    private enum Plan {
        /// All but what the values of parameters decide about.
        case question(PreparedQuestion)
        /// All of it: a script in which no parameter stands.
        case bound(Session.Checked)
        /// The parsing alone: a script of several statements, or over definitions that may have parameters in them.
        case parsed(ParsedScript)
    }

    /// - Throws: ``DixitError`` for what is wrong whatever the parameters are.
    init(_ query: Query, in session: Session) throws(DixitError) {
        self.session = session
        self.query = query
        let parsed = Parser.parse(query.text)
        let hasParameters = query.text.utf8.contains(UInt8(ascii: "$"))
        let checked = session.check(parsed, of: query, asTemplate: hasParameters)
        let isScript = parsed.script.statements.count != 1 || !session.definitions.isEmpty
        if !parsed.diagnostics.isEmpty || !hasParameters || !isScript {
            guard checked.problems.isEmpty else { throw DixitError(checked.problems) }
        }
        if !isScript, let only = checked.statements.first, case .query(let select) = only.1 {
            plan = .question(
                PreparedQuestion(
                    select, of: query, at: only.0.range, notes: only.notes, operands: checked.operands, in: session))
        } else {
            plan = hasParameters ? .parsed(parsed) : .bound(checked)
        }
    }

    /// The answer to the last statement.
    ///
    /// - Parameter parameters: values by name without the `$`; they go before those that the query was prepared with.
    /// - Throws: ``DixitError`` for a value that is missing or does not fit, and for what stopped the run.
    public func answer(_ parameters: [String: Parameter] = [:]) throws(DixitError) -> Answer {
        if case .question(let question) = plan { return try question.answer(parameters) }
        var script = query
        if !parameters.isEmpty { script.parameters.merge(parameters) { _, given in given } }
        var session = self.session
        var last: Answer?
        try session.run(checked(script), of: script) { last = $0 }
        guard let last else {
            let message = Message.expectedStatement(found: .noun(.end))
            throw DixitError([Problem(Diagnostic(message, at: SourceRange(0, 0)), in: query.text)])
        }
        return last
    }

    private func checked(_ script: Query) -> Session.Checked {
        switch plan {
        case .question: Session.Checked()
        case .bound(let checked): checked
        case .parsed(let parsed): session.check(parsed, of: script)
        }
    }
}

/// One `find` or `count` in a session that has defined nothing, bound but for the values of its parameters.
private final class PreparedQuestion: Sendable {
    private let form: SelectForm
    private let condition: ConditionTemplate?
    private let text: String
    private let range: SourceRange
    private let notes: [Diagnostic]
    private let names: SchemaIndex
    /// Everything but the values that an answer is asked with.
    private let environment: Environment
    private let operands: [Int: BoundOperand]
    private let store: Store
    private let budget: Budget
    private let defaultLimit: Int?
    private let scope: Executor.Scope

    /// - Parameter operands: what ``Binder/knownOperands`` were when it was bound.
    init(
        _ select: BoundSelect, of query: Query, at range: SourceRange, notes: [Diagnostic],
        operands: [Int: BoundOperand], in session: Session
    ) {
        var binder = session.binder(query)
        binder.knownOperands = operands
        form = select.form
        condition = select.condition.map { binder.template(of: $0, in: select.set) }
        text = query.text
        self.range = range
        self.notes = notes
        self.operands = operands
        environment = binder.environment
        names = session.corpus.names
        store = session.corpus.store
        budget = session.budget
        defaultLimit = session.defaultLimit
        scope = session.scope
    }

    func answer(_ parameters: [String: Parameter]) throws(DixitError) -> Answer {
        var select = BoundSelect(form: form, condition: nil)
        var notes = notes
        if let condition {
            if case .bound(let condition) = condition {
                select.condition = condition
            } else {
                var binder = Binder(store: store, names: names, environment: environment, budget: budget)
                binder.knownOperands = operands
                binder.give(parameters)
                select.condition = binder.filled(condition, in: form.clauses.set)
                guard binder.diagnostics.isEmpty else {
                    throw DixitError(binder.diagnostics.map { Problem($0, in: text) })
                }
                if !binder.notes.isEmpty { notes += binder.notes }
            }
        }
        do {
            var runner = Runner(store, budget: budget, defaultLimit: defaultLimit, scope: scope)
            return try runner.answer(select, notes: notes, source: text)
        } catch {
            throw DixitError([Problem(Diagnostic(error.message, at: range), in: text)])
        }
    }
}

extension Session {
    /// Parses a script that is going to be asked often; it sees what the session has defined until now.
    ///
    /// - Throws: ``DixitError`` E1 to E4 for what is wrong whatever the parameters are.
    public func prepare(_ query: Query) throws(DixitError) -> PreparedQuery { try PreparedQuery(query, in: self) }
}

extension Corpus {
    /// Parses a question that is going to be asked often.
    ///
    /// - Throws: ``DixitError`` E1 to E4 for what is wrong whatever the parameters are.
    public func prepare(_ query: Query) throws(DixitError) -> PreparedQuery { try Session(self).prepare(query) }
}
