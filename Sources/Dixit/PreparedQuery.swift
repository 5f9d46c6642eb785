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
        /// All of it: no parameter stands in the script.
        case bound(Session.Checked)
        /// Everything but the conditions that parameters stand in.
        case template(Statement, BoundSelect, operands: [Int: BoundOperand], notes: [Diagnostic])
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
        if !hasParameters {
            plan = .bound(checked)
        } else if !isScript, let only = checked.statements.first, case .query(let select) = only.1 {
            plan = .template(only.0, select, operands: checked.operands, notes: only.notes)
        } else {
            plan = .parsed(parsed)
        }
    }

    /// The answer to the last statement.
    ///
    /// - Parameter parameters: values by name without the `$`; they go before those that the query was prepared with.
    /// - Throws: ``DixitError`` for a value that is missing or does not fit, and for what stopped the run.
    public func answer(_ parameters: [String: Parameter] = [:]) throws(DixitError) -> Answer {
        var script = query
        if script.parameters.isEmpty {
            script.parameters = parameters
        } else if !parameters.isEmpty {
            script.parameters.merge(parameters) { _, given in given }
        }
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
        case .bound(let checked): return checked
        case .parsed(let parsed): return session.check(parsed, of: script)
        case .template(let statement, let template, let operands, let notes):
            var binder = session.binder(script)
            var checked = Session.Checked()
            if let select = binder.filled(template, operands: operands) {
                checked.statements = [(statement, .query(select), notes + binder.notes)]
            }
            checked.problems = binder.diagnostics.map { Problem($0, in: script.text) }
            return checked
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
