// A condition written in Swift.

/// What `where` asks of a row; made by comparing fields, joined by `&&`, `||` and `!`.
///
/// ```swift
/// let recent = Query.find(.statements)
///     .where { $0.speaker == "El Khalfi" && ($0.date >= 2016 || $0.date.isMissing) }
/// ```
public struct QueryCondition: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
        case unit, and, or
    }
    let text: QueryText
    private let kind: Kind

    init(_ text: QueryText) { (self.text, kind) = (text, .unit) }
    init(_ text: String) { self.init(QueryText(text)) }

    private init(_ left: QueryCondition, _ kind: Kind, _ right: QueryCondition) {
        text = left.within(kind) + (kind == .and ? " and " : " or ") + right.within(kind)
        self.kind = kind
    }

    private func within(_ outer: Kind) -> QueryText {
        kind == .unit || kind == outer ? text : "(" + text + ")"
    }

    static func + (left: QueryCondition, right: QueryText) -> QueryCondition { QueryCondition(left.text + right) }

    /// Both hold.
    public static func && (left: QueryCondition, right: QueryCondition) -> QueryCondition {
        QueryCondition(left, .and, right)
    }

    /// One of them holds at least.
    public static func || (left: QueryCondition, right: QueryCondition) -> QueryCondition {
        QueryCondition(left, .or, right)
    }

    /// It does not hold; with every row the one or the other is true.
    public static prefix func ! (condition: QueryCondition) -> QueryCondition {
        QueryCondition("not " + (condition.kind == .unit ? condition.text : "(" + condition.text + ")"))
    }
}

extension FieldExpression {
    /// `words > 1000`
    func compared(_ sign: String, _ value: QueryText) -> QueryCondition {
        QueryCondition("\(fieldPath.text) \(sign) " + value)
    }

    /// There is no value.
    public var isMissing: QueryCondition { QueryCondition("\(fieldPath.text) is missing") }

    /// There is a value.
    public var isKnown: QueryCondition { QueryCondition("\(fieldPath.text) is known") }
}
