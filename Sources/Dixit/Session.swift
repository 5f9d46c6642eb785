// A conversation with a corpus: what it defines, and what it asks.

/// Runs scripts over a corpus and keeps what they define: `let` names, parameters, and `them`, the last result.
///
/// ```swift
/// var session = Session(corpus)
/// try session.run("let ministers = find people where role contains \"ministre\"")
/// let answers = try session.run("find statements where speaker in ministers")
/// ```
public struct Session: Sendable {
    /// Exchanging it keeps names and parameters; `them` is forgotten.
    public var corpus: Corpus
    /// Values of parameters, by name without the `$`; those of a ``Query`` go before.
    public var parameters: [String: Parameter] = [:]
    /// What `today` means; nil makes `today` and `7 days ago` an error.
    public var today: CalendarDate?
    public var budget = Budget()
    /// Rows of a `find` that states no limit; nil for all. An answer's ``Answer/count`` is the number before this.
    public var defaultLimit: Int?

    public init(_ corpus: Corpus) {
        self.corpus = corpus
    }

    /// The names that `let` defined, in order, with their definitions in canonical form.
    public var definitions: [(name: String, text: String)] { [] }

    /// Forgets a name that `let` defined.
    public mutating func forget(_ name: String) {}

    /// Checks a script and runs its statements in order, one answer each.
    ///
    /// Everything is checked before anything runs. A statement that fails while running ends the script; what it
    /// defined until then stays.
    @discardableResult
    public mutating func run(_ script: Query) throws(DixitError) -> [Answer] {
        var answers: [Answer] = []
        try run(script) { answers.append($0) }
        return answers
    }

    /// The same, handing over each answer as soon as it is there.
    public mutating func run(_ script: Query, each answered: (Answer) -> Void) throws(DixitError) {}

    /// What is wrong with a script, without running it; empty for a good one.
    public func problems(in script: Query) -> [Problem] { [] }

    /// The script in canonical form, comments kept.
    public func formatted(_ script: Query) throws(DixitError) -> String { script.text }

    /// What could be written next at a place in a script.
    ///
    /// - Parameter offset: In UTF-8 bytes from the start of the text.
    public func completions(in text: String, at offset: Int) -> [Completion] { [] }

    /// The most frequent values of a field of a set, with how many rows have each, for `.values`.
    ///
    /// - Parameter prefix: Only values that begin so, folded.
    public func values(of field: String, in set: String, prefix: String = "", limit: Int = 20) -> [(
        value: Value, count: Int
    )] { [] }
}
