// What a question may cost.

/// Limits on one question. A question that reaches one stops with error E502 (time), E503 (rows) or E504 (memory);
/// one that was cancelled with E505.
///
/// ```swift
/// var session = Session(corpus)
/// session.budget = Budget(time: .seconds(10), rows: 1_000_000)
/// ```
public struct Budget: Sendable {
    /// How long a question may run; nil for as long as it takes.
    public var time: Duration?
    /// Rows of the answer.
    public var rows: Int?
    /// Bytes of working memory that a question takes while it runs, about: lists of rows, keys to sort by, groups.
    public var memory: Int?
    /// Asked about every millisecond while a question runs; true stops it. Nil asks `Task.isCancelled`.
    public var isCancelled: (@Sendable () -> Bool)?

    /// How many steps of about the cost of a row lie between two looks at the clock; tests look more often.
    package var stepsBetweenLooks = 100_000

    /// Limits; what is nil is not limited.
    public init(
        time: Duration? = nil,
        rows: Int? = nil,
        memory: Int? = nil,
        isCancelled: (@Sendable () -> Bool)? = nil
    ) {
        self.time = time
        self.rows = rows
        self.memory = memory
        self.isCancelled = isCancelled
    }
}
