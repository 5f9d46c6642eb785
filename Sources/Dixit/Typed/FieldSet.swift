// A set of a schema as a Swift type, so that the compiler knows its fields.

/// The fields of a set as properties; for the sets of the news see ``StatementFields`` and its neighbours.
///
/// A program writes one for each set of its own, or has it written: ``Schema/swiftSource(isPublic:)``.
///
/// ```swift
/// struct NoteFields: FieldSet {
///     static let setName = "notes"
///     let fieldPath: FieldPath
///     var statement: One<StatementFields> { One(fieldPath, "statement") }
///     var stance: KeywordField { KeywordField(fieldPath, "stance") }
/// }
/// extension SetName<NoteFields> { static var notes: Self { Self() } }
/// ```
public protocol FieldSet: Sendable {
    /// The set whose rows the set's rows are: the set itself, unless it is a part of another, as people are of actors.
    associatedtype Whole: FieldSet = Self
    /// The canonical name of the set in its schema.
    static var setName: String { get }
    /// How the row is reached whose fields these are.
    var fieldPath: FieldPath { get }
    /// The fields of the row that a path leads to.
    init(fieldPath: FieldPath)
}

extension FieldSet {
    /// The row is among those that another query finds: `it in (find …)`.
    ///
    /// ```swift
    /// let ministers = Query.find(.people).where { $0.role.contains("ministre") }
    /// let others = Query.find(.people).where { !$0.is(in: ministers) }
    /// ```
    public func `is`<Other: FieldSet>(in query: FindQuery<Other>) -> QueryCondition where Other.Whole == Whole {
        QueryCondition("\(fieldPath.isRow ? "it" : fieldPath.text) in ") + query.parenthesised
    }
}

/// The name of a set together with the type of its fields: `.statements`.
public struct SetName<Fields: FieldSet>: Sendable {
    /// The name of the set whose fields these are.
    public init() {}
}

/// The way from a row to a field: `speaker.role`, or `count of statements`.
///
/// Field sets pass it on; a program has no other use for it.
public struct FieldPath: Hashable, Sendable {
    private var names: [String]
    private var aggregate: String?

    /// The row itself.
    public static let row = FieldPath(names: [], aggregate: nil)

    /// The field of that name of the row that this path leads to.
    public func appending(_ name: String) -> FieldPath { FieldPath(names: names + [name], aggregate: aggregate) }

    func aggregated(_ word: String) -> FieldPath { FieldPath(names: names, aggregate: word) }

    var isRow: Bool { names.isEmpty }

    /// As a query has it.
    var text: String { (aggregate.map { "\($0) of " } ?? "") + names.joined(separator: ".") }
}

/// What can be shown, sorted by or counted by: a field or a relation.
public protocol FieldExpression: Sendable {
    /// The way to it from the rows that are asked.
    var fieldPath: FieldPath { get }
}
