// A question that is read once and asked many times.

import DixitSyntax

/// A script whose text has been parsed, ready to be asked with other values of its parameters.
///
/// ```swift
/// let statements = try corpus.prepare("find statements where speaker = $who and date >= $since")
/// let answer = try statements.answer(["who": .text("El Khalfi"), "since": .integer(2016)])
/// ```
public struct PreparedQuery: Sendable {
    private let session: Session
    private let query: Query
    private let parsed: ParsedScript
    /// The script as it is bound where no parameter stands in it, so that it means the same each time.
    private let checked: Session.Checked?

    /// - Throws: ``DixitError`` for what is wrong whatever the parameters are.
    init(_ query: Query, in session: Session) throws(DixitError) {
        self.session = session
        self.query = query
        parsed = Parser.parse(query.text)
        let checked = session.check(parsed, of: query)
        // Values that are not there yet come with the answer; what else is said may follow from their absence.
        let later = [Message.missingParameter("").code, Message.unknownParameter("", suggestion: nil, known: []).code]
        let awaits = checked.problems.contains { later.contains($0.code) }
        let problems = awaits ? parsed.diagnostics.map { Problem($0, in: query.text) } : checked.problems
        guard problems.isEmpty else { throw DixitError(problems) }
        self.checked = query.text.utf8.contains(UInt8(ascii: "$")) ? nil : checked
    }

    /// The answer to the last statement.
    ///
    /// - Parameter parameters: values by name without the `$`; they go before those that the query was prepared with.
    /// - Throws: ``DixitError`` for a value that is missing or does not fit, and for what stopped the run.
    public func answer(_ parameters: [String: Parameter] = [:]) throws(DixitError) -> Answer {
        var script = query
        if !parameters.isEmpty { script.parameters.merge(parameters) { _, given in given } }
        var session = self.session
        var last: Answer?
        try session.run(checked ?? session.check(parsed, of: script), of: script) { last = $0 }
        guard let last else {
            let message = Message.expectedStatement(found: .noun(.end))
            throw DixitError([Problem(Diagnostic(message, at: SourceRange(0, 0)), in: query.text)])
        }
        return last
    }
}

extension Session {
    /// Parses a script that is going to be asked often; it sees what the session has defined until now.
    public func prepare(_ query: Query) throws(DixitError) -> PreparedQuery { try PreparedQuery(query, in: self) }
}

extension Corpus {
    /// Parses a question that is going to be asked often.
    public func prepare(_ query: Query) throws(DixitError) -> PreparedQuery { try Session(self).prepare(query) }
}
