// Rows that are awaited.

import DixitSyntax

/// The rows of an answer as an asynchronous sequence.
///
/// The question is asked when the first row is awaited, away from the caller's actor, and each row is read when it is asked
/// for, so that a reader who stops early pays for no more. Where the task is cancelled, the run stops within about a
/// millisecond and the sequence throws E505.
///
/// ```swift
/// for try await row in corpus.rows(for: "find statements where speaker = \(name)") {
///     print(row["text"] ?? .missing)
/// }
/// ```
public struct AnswerSequence: AsyncSequence, Sendable {
    public typealias Element = Row

    private let ask: @Sendable () throws(DixitError) -> Answer
    private let text: String

    init(_ text: String, _ ask: @escaping @Sendable () throws(DixitError) -> Answer) {
        self.text = text
        self.ask = ask
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }

    /// Reads one row after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private let sequence: AnswerSequence
        private var rows: Rows?
        private var next = 0

        fileprivate init(_ sequence: AnswerSequence) { self.sequence = sequence }

        /// The next row; nil after the last.
        ///
        /// - Throws: ``DixitError`` for what is wrong with the question and for what stopped it.
        public mutating func next() async throws(DixitError) -> Row? {
            try await next(isolation: nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(DixitError) -> Row? {
            if Task.isCancelled { throw sequence.cancelled }
            if rows == nil { rows = try await sequence.answer().rows }
            guard let rows, next < rows.count else { return nil }
            defer { next += 1 }
            return rows[next]
        }
    }

    @concurrent
    private func answer() async throws(DixitError) -> Answer { try ask() }

    private var cancelled: DixitError {
        DixitError([Problem(Diagnostic(.cancelled, at: SourceRange(0, 0)), in: text)])
    }
}

extension Corpus {
    /// The rows of a query's last statement, asked for and read as they are awaited.
    public func rows(for query: Query) -> AnswerSequence {
        AnswerSequence(query.text) { () throws(DixitError) in try answer(to: query) }
    }

    /// The same for a question written in Swift.
    public func rows(for query: some TypedQuery) -> AnswerSequence { rows(for: query.query) }
}

extension PreparedQuery {
    /// The rows of the answer, asked for and read as they are awaited.
    public func rows(_ parameters: [String: Parameter] = [:]) -> AnswerSequence {
        AnswerSequence(query.text) { () throws(DixitError) in try answer(parameters) }
    }
}
