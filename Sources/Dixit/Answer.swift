// What a statement of a script answers.

/// The answer to one statement: rows, a number, or groups; read lazily.
///
/// An answer holds the corpus it came from, so it stays readable and the same whatever is loaded later.
///
/// ```swift
/// for answer in try session.run("find statements where speaker = \(name)") {
///     for row in answer.rows { print(row["text"] ?? .missing) }
/// }
/// ```
public struct Answer: Sendable {
    /// What kind of statement it answers.
    public enum Kind: String, Hashable, Sendable {
        /// Rows of a set.
        case rows
        /// One number: one row with one column.
        case count
        /// One row a group: the keys, `count`, `share`.
        case groups
        /// `let` and `param` answer nothing; no columns, no rows.
        case definition
        /// How a question is read and run: no rows; see ``explanation``.
        case explanation
    }

    /// A column of an answer.
    public struct Column: Hashable, Sendable {
        /// As asked for, in canonical names: `speaker.role`, `count`.
        public let name: String
        /// What the values of the column are.
        public let type: FieldType
        /// A program wants it, a table for readers can do without.
        public let isDetail: Bool
    }

    /// What kind of statement it answers.
    public let kind: Kind
    /// The canonical name of the set that the rows belong to, or that was counted.
    public let set: String?
    /// The number that `count` gives; for rows and groups their number.
    public let count: Int
    /// The columns of its rows, in order.
    public let columns: [Column]
    /// The rows or the groups; of a count one row with the number, of other statements none.
    public var rows: Rows { Rows(content: content) }
    /// What a reader should know about it: nobody is called so, twelve have no speaker.
    public let notes: [Problem]
    /// The statement in canonical form.
    ///
    /// - Complexity: linear in its length: it is written when it is asked for.
    public var query: String { asked.text }
    let asked: Asked
    /// The rendering that the statement asked for: `as csv`.
    public let rendering: String?
    /// For `explain`, the read-back sentence and the plan, in each language.
    public let explanation: LocalizedText?
    /// How many documents the rows come from, and their first and last date; nil for rows that stand in no document.
    ///
    /// - Complexity: linear in the number of rows.
    public var extent: Extent? { content.extent() }
    /// What it cost.
    public let work: Work
    let content: AnswerContent

    /// What an answer answers.
    enum Asked: Sendable {
        case select(SelectForm)
        /// `let old = …`, `param $who`
        case definition(String)

        fileprivate var text: String {
            switch self {
            case .select(let form): form.clauses.text
            case .definition(let text): text
            }
        }
    }

    /// Where the rows of an answer come from.
    public struct Extent: Hashable, Sendable {
        /// How many documents the rows come from.
        public let documents: Int
        /// The earliest date of the rows.
        public let firstDate: CalendarDate?
        /// The latest date of the rows.
        public let lastDate: CalendarDate?
    }

    /// What a question cost, counted and not timed, so that tests can state it.
    public struct Work: Hashable, Sendable {
        /// Rows that were looked at one by one.
        public var rowsTouched = 0
        /// Entries of indexes that were read.
        public var postingsRead = 0

        /// No work yet.
        public init() {}
    }
}

/// The rows of an answer. Each is read when it is asked for.
public struct Rows: RandomAccessCollection, Sendable {
    let content: AnswerContent

    public var startIndex: Int { 0 }
    public var endIndex: Int { content.count }

    public subscript(position: Int) -> Row {
        precondition(position >= 0 && position < content.count, "there is no row \(position)")
        return Row(content: content, position: position)
    }
}

/// One row of an answer.
public struct Row: Sendable {
    let content: AnswerContent
    /// From 0.
    public let position: Int

    /// The columns of the answer that the row belongs to.
    public var columns: [Answer.Column] { content.columns }

    /// The value in a column, counted from 0.
    public subscript(column: Int) -> Value {
        content.value(row: position, column: column)
    }

    /// The value in the column of that name; nil where the answer has no such column.
    public subscript(name: String) -> Value? {
        content.columns.firstIndex { $0.name == name }.map { self[$0] }
    }

    /// Hands over the UTF-8 of a text, a keyword or a name in a column without making a string of it; nil for other values.
    ///
    /// ```swift
    /// let length = row.withUTF8(inColumn: 1) { $0.count }
    /// ```
    ///
    /// - Throws: what `body` throws.
    public func withUTF8<Result, Failure: Error>(
        inColumn column: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let bytes = content.bytes(row: position, column: column) else { return nil }
        defer { withExtendedLifetime(bytes) {} }
        return try body(bytes.buffer.span)
    }

    /// All values, in the order of the columns.
    public var values: [Value] { content.columns.indices.map { self[$0] } }

    /// The row of the corpus that this is; nil for counts and groups.
    public var entity: Value.Entity? { content.entity(row: position) }

    /// Where the words that the question asks for stand in the texts of the row; empty where it asks for none.
    ///
    /// ```swift
    /// for hit in row.hits(context: 40) { print(hit.before, hit.text, hit.after) }
    /// ```
    ///
    /// - Parameter context: Characters before and after each.
    /// - Complexity: linear in the texts of the row.
    public func hits(context: Int = 60) -> [MembershipExplanation.Hit] {
        content.hits(row: position, context: max(0, context))
    }

    /// The row as a value of a type of the caller's.
    ///
    /// A struct's properties take the columns of their names (`speakerRole` also takes `speaker.role`);
    /// a single value takes the first column.
    ///
    /// ```swift
    /// struct Quote: Decodable { let speaker: String?, text: String }
    /// let quotes = try answer.rows.map { try $0.decode(Quote.self) }
    /// ```
    ///
    /// - Throws: `DecodingError` for a column that is not there and a value that does not fit.
    public func decode<Result: Decodable>(_ type: Result.Type = Result.self) throws -> Result {
        try Result(from: RowDecoder(row: self))
    }
}
