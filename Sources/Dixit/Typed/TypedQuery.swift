// Questions written in Swift, checked by the compiler.

/// A question that was put together in Swift; ``query`` is the same question as text.
public protocol TypedQuery: Sendable, CustomStringConvertible {
    /// In canonical form. Values that would not read well there are bound.
    var query: Query { get }
}

extension TypedQuery {
    public var description: String { query.description }
}

extension Query {
    /// The rows of a set.
    ///
    /// ```swift
    /// let query = Query.find(.statements)
    ///     .where { $0.speaker == "El Khalfi" && $0.text.contains("société civile") }
    ///     .sorted { $0.date.descending }
    ///     .limit(10)
    /// let answer = try corpus.answer(to: query)
    /// ```
    public static func find<Fields>(_ set: SetName<Fields>) -> FindQuery<Fields> { FindQuery() }

    /// How many rows a set has, or each group of them.
    ///
    /// ```swift
    /// let query = Query.count(.statements).where { $0.date == 2016 }.by { $0.speaker }.having(atLeast: 5)
    /// ```
    public static func count<Fields>(_ set: SetName<Fields>) -> CountQuery<Fields> { CountQuery() }
}

/// The clauses that both kinds of questions have.
struct QueryClauses: Hashable, Sendable {
    var condition: QueryCondition?
    var keys: [String] = []
    var having: String?
    var distinct: String?
    var columns: [String] = []
    var order: [String] = []
    var limit: Int?
    var skip: Int?
    var sample: String?

    mutating func add(_ further: QueryCondition) { condition = condition.map { $0 && further } ?? further }

    func text(_ verb: String) -> QueryText {
        var text = QueryText(verb)
        if let condition { text = text + " where " + condition.text }
        func add(_ word: String, _ parts: [String]) {
            if !parts.isEmpty { text = text + " \(word) \(parts.joined(separator: ", "))" }
        }
        add("by", keys)
        add("having", having.map { [$0] } ?? [])
        add("show", columns)
        add("sort by", order)
        add("limit", limit.map { ["\($0)"] } ?? [])
        add("skip", skip.map { ["\($0)"] } ?? [])
        add("sample", sample.map { [$0] } ?? [])
        return text
    }
}

/// `find`: rows of a set.
public struct FindQuery<Fields: FieldSet>: TypedQuery, Hashable {
    private var clauses = QueryClauses()

    private var text: QueryText { clauses.text("find \(Fields.setName)") }
    var parenthesised: QueryText { "(" + text + ")" }
    public var query: Query { text.query }

    private func changed(_ change: (inout QueryClauses) -> Void) -> Self {
        var result = self
        change(&result.clauses)
        return result
    }

    /// Only rows that fulfil the condition, and those of earlier calls.
    public func `where`(_ condition: (Fields) -> QueryCondition) -> Self {
        changed { $0.add(condition(Fields(fieldPath: .row))) }
    }

    /// The columns of the answer, instead of the usual ones of the set.
    ///
    /// ```swift
    /// let people = Query.find(.people).show { ($0.name, $0.role, $0.statements.count) }
    /// ```
    public func show<each Column: FieldExpression>(_ columns: (Fields) -> (repeat each Column)) -> Self {
        changed { clauses in
            for column in repeat each columns(Fields(fieldPath: .row)) { clauses.columns.append(column.fieldPath.text) }
        }
    }

    /// What the rows are sorted by before their date and place, which come last in any case.
    ///
    /// ```swift
    /// let newest = Query.find(.statements).sorted { ($0.date.descending, $0.speaker) }
    /// ```
    public func sorted<each Key: SortExpression>(by keys: (Fields) -> (repeat each Key)) -> Self {
        changed { clauses in
            for key in repeat each keys(Fields(fieldPath: .row)) { clauses.order.append(key.sortText) }
        }
    }

    /// The best matches of the texts of the condition first (BM25).
    public func sortedByRelevance() -> Self { changed { $0.order.append("relevance") } }

    /// So many rows at most.
    public func limit(_ count: Int) -> Self { changed { $0.limit = max(0, count) } }
    /// The rows after so many.
    public func skip(_ count: Int) -> Self { changed { $0.skip = max(0, count) } }

    /// So many rows at random, the same for the same seed.
    public func sample(_ count: Int, seed: Int = 1) -> Self {
        changed { $0.sample = "\(max(0, count)) seed \(max(0, seed))" }
    }
}

/// `count`: a number, or a number for each group.
public struct CountQuery<Fields: FieldSet>: TypedQuery, Hashable {
    private var clauses = QueryClauses()

    public var query: Query {
        let distinct = clauses.distinct.map { "distinct \($0) in " } ?? ""
        return clauses.text("count \(distinct)\(Fields.setName)").query
    }

    private func changed(_ change: (inout QueryClauses) -> Void) -> Self {
        var result = self
        change(&result.clauses)
        return result
    }

    /// Only rows that fulfil the condition, and those of earlier calls.
    public func `where`(_ condition: (Fields) -> QueryCondition) -> Self {
        changed { $0.add(condition(Fields(fieldPath: .row))) }
    }

    /// Different values of a field instead of rows.
    ///
    /// ```swift
    /// let voices = Query.count(.statements).distinct { $0.speaker }.by { $0.event }
    /// ```
    public func distinct(_ field: (Fields) -> some FieldExpression) -> Self {
        changed { $0.distinct = field(Fields(fieldPath: .row)).fieldPath.text }
    }

    /// One row for each combination of values.
    public func by<each Key: FieldExpression>(_ keys: (Fields) -> (repeat each Key)) -> Self {
        changed { clauses in
            for key in repeat each keys(Fields(fieldPath: .row)) { clauses.keys.append(key.fieldPath.text) }
        }
    }

    /// Only groups of so many or more.
    public func having(atLeast count: Int) -> Self { changed { $0.having = "count >= \(max(0, count))" } }

    /// Only groups of so many or fewer.
    public func having(atMost count: Int) -> Self { changed { $0.having = "count <= \(max(0, count))" } }

    /// Groups in the order of their keys instead of the largest first.
    public func sorted<each Key: SortExpression>(by keys: (Fields) -> (repeat each Key)) -> Self {
        changed { clauses in
            for key in repeat each keys(Fields(fieldPath: .row)) { clauses.order.append(key.sortText) }
        }
    }

    /// So many groups at most.
    public func limit(_ count: Int) -> Self { changed { $0.limit = max(0, count) } }
    /// The groups after so many.
    public func skip(_ count: Int) -> Self { changed { $0.skip = max(0, count) } }
}

// MARK: - Order

/// What rows can be sorted by: a field, ascending, or its ``FieldExpression/descending``.
public protocol SortExpression: Sendable {
    /// As a query has it.
    var sortText: String { get }
}

/// A field with the direction in which it is sorted.
public struct DirectedField: SortExpression, Hashable {
    public let sortText: String
}

extension FieldExpression {
    /// The field by itself: ascending.
    public var sortText: String { fieldPath.text }
    /// The smallest first, as without a word.
    public var ascending: DirectedField { DirectedField(sortText: fieldPath.text + " asc") }
    /// The greatest first.
    public var descending: DirectedField { DirectedField(sortText: fieldPath.text + " desc") }
}

extension TextField: SortExpression {}
extension NameField: SortExpression {}
extension KeywordField: SortExpression {}
extension NumberField: SortExpression {}
extension DateField: SortExpression {}
extension BooleanField: SortExpression {}
extension One: SortExpression {}

// MARK: - Asking

extension Corpus {
    /// The answer to a question written in Swift.
    ///
    /// - Throws: ``DixitError`` as for the same question as text; what the compiler cannot know is a corpus of another schema.
    public func answer(to query: some TypedQuery) throws(DixitError) -> Answer { try answer(to: query.query) }

    /// Reads a question once that is going to be asked often.
    ///
    /// - Throws: ``DixitError`` as for the same question as text.
    public func prepare(_ query: some TypedQuery) throws(DixitError) -> PreparedQuery { try prepare(query.query) }
}
