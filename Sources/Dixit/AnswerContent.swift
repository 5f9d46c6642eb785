// Where an answer's rows are kept until they are read.

/// The shared storage behind ``Rows``.
final class AnswerContent: Sendable {
    let columns: [Answer.Column]
    let count: Int

    init(columns: [Answer.Column], count: Int) {
        self.columns = columns
        self.count = count
    }

    func value(row: Int, column: Int) -> Value { .missing }

    func entity(row: Int) -> Value.Entity? { nil }
}
