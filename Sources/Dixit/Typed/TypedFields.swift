// The fields of a set, by what they hold; each offers what the language allows of it.

/// A text: its words are looked for.
public struct TextField: WordsExpression, ComparedWithText, PatternExpression {
    /// The way to the field.
    public let fieldPath: FieldPath
    /// The field of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }
}

/// A name, compared as names are: “El Khalfi” finds “Mustapha El Khalfi”.
public struct NameField: WordsExpression, ComparedWithText, PatternExpression {
    /// The way to the field.
    public let fieldPath: FieldPath
    /// The field of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }
}

/// A value out of a list, compared as a whole: an outlet, a role, a verb.
public struct KeywordField: WordsExpression, ComparedWithText, PatternExpression {
    /// The way to the field.
    public let fieldPath: FieldPath
    /// The field of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }

    /// The first and the last value, in the order of the rows that the path leads to.
    public var first: KeywordField { KeywordField(fieldPath: fieldPath.aggregated("first")) }
    /// The last value, in the order of the rows that the path leads to.
    public var last: KeywordField { KeywordField(fieldPath: fieldPath.aggregated("last")) }
    private init(fieldPath: FieldPath) { self.fieldPath = fieldPath }
}

/// A number, or the number of things that a path leads to.
public struct NumberField: FieldExpression, NumberOperand {
    /// The way to the field.
    public let fieldPath: FieldPath
    /// The field of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }
    init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// The number of the first row that the path leads to.
    public var first: NumberField { NumberField(fieldPath: fieldPath.aggregated("first")) }
    /// The number of the last row that the path leads to.
    public var last: NumberField { NumberField(fieldPath: fieldPath.aggregated("last")) }
}

/// A date, possibly partial.
public struct DateField: FieldExpression, DateOperand {
    /// The way to the field.
    public let fieldPath: FieldPath
    /// The field of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }
    private init(fieldPath: FieldPath) { self.fieldPath = fieldPath }

    /// The date of the first row that the path leads to.
    public var first: DateField { DateField(fieldPath: fieldPath.aggregated("first")) }
    /// The date of the last row that the path leads to.
    public var last: DateField { DateField(fieldPath: fieldPath.aggregated("last")) }

    /// The year, the month, the week or the day that the date lies in, where it says that much.
    public var year: DateField { DateField(fieldPath, "year") }
    /// The month that the date lies in, where it says that much.
    public var month: DateField { DateField(fieldPath, "month") }
    /// The week that the date lies in, from its Monday.
    public var week: DateField { DateField(fieldPath, "week") }
    /// The day, where the date says that much.
    public var day: DateField { DateField(fieldPath, "day") }
    /// Monday is 1, Sunday 7.
    public var weekday: NumberField { NumberField(fieldPath, "weekday") }

    /// Both ends are included.
    ///
    /// ```swift
    /// let spring = Query.find(.statements).where { $0.date.between(march, and: june) }
    /// ```
    public func between(_ first: some DateOperand, and last: some DateOperand) -> QueryCondition {
        QueryCondition("\(fieldPath.text) between " + first.queryOperand.text + " and " + last.queryOperand.text)
    }
}

/// True or false.
public struct BooleanField: FieldExpression {
    /// The way to the field.
    public let fieldPath: FieldPath
    /// The field of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }

    /// The value is known and this one.
    public static func == (left: BooleanField, right: Bool) -> QueryCondition {
        left.compared("=", QueryText("\(right)"))
    }
    /// The value is not this one, or not known.
    public static func != (left: BooleanField, right: Bool) -> QueryCondition {
        left.compared("!=", QueryText("\(right)"))
    }
}

/// A relation to one row at most of another set, whose fields follow it: `$0.event.place`.
@dynamicMemberLookup
public struct One<Target: FieldSet>: RelationExpression {
    /// The way to the row.
    public let fieldPath: FieldPath
    /// The relation of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }

    /// A field of the row that it leads to.
    public subscript<Field>(dynamicMember field: KeyPath<Target, Field>) -> Field {
        Target(fieldPath: fieldPath)[keyPath: field]
    }
}

/// A relation to any number of rows of another set.
///
/// A condition on a field behind it is true where one of the rows fulfils it; where two conditions must hold of the same
/// row, see ``some(_:)``.
@dynamicMemberLookup
public struct Many<Target: FieldSet>: RelationExpression {
    /// The way to the rows.
    public let fieldPath: FieldPath
    /// The relation of that name behind a path.
    public init(_ path: FieldPath, _ name: String) { fieldPath = path.appending(name) }

    /// A field of the rows that it leads to.
    public subscript<Field>(dynamicMember field: KeyPath<Target, Field>) -> Field {
        Target(fieldPath: fieldPath)[keyPath: field]
    }

    /// How many rows it leads to.
    public var count: NumberField { NumberField(fieldPath: fieldPath.aggregated("count")) }

    /// One row at least fulfils the condition.
    ///
    /// ```swift
    /// let speakers = Query.find(.people)
    ///     .where { $0.statements.some { $0.event.place == "Rabat" && $0.text.contains("retrait*") } }
    /// ```
    public func some(_ condition: (Target) -> QueryCondition) -> QueryCondition { quantified("some", condition) }

    /// No row fulfils it.
    public func no(_ condition: (Target) -> QueryCondition) -> QueryCondition { quantified("no", condition) }

    /// Every row fulfils it, and there is one at least.
    public func every(_ condition: (Target) -> QueryCondition) -> QueryCondition { quantified("every", condition) }

    /// So many rows fulfil it, or more.
    public func atLeast(_ count: Int, _ condition: (Target) -> QueryCondition) -> QueryCondition {
        quantified("at least \(max(0, count))", condition)
    }

    /// So many rows fulfil it, or fewer.
    public func atMost(_ count: Int, _ condition: (Target) -> QueryCondition) -> QueryCondition {
        quantified("at most \(max(0, count))", condition)
    }

    /// Just so many rows fulfil it.
    public func exactly(_ count: Int, _ condition: (Target) -> QueryCondition) -> QueryCondition {
        quantified("exactly \(max(0, count))", condition)
    }

    private func quantified(_ quantity: String, _ condition: (Target) -> QueryCondition) -> QueryCondition {
        QueryCondition("\(quantity) \(fieldPath.text) have (" + condition(Target(fieldPath: .row)).text + ")")
    }
}

/// A relation: compared by the name of the row that it leads to, or looked for among the rows of another query.
public protocol RelationExpression: WordsExpression, ComparedWithText {
    /// The fields of the rows that it leads to.
    associatedtype Target: FieldSet
}

extension RelationExpression {
    /// One of the rows is among those that another query finds.
    ///
    /// ```swift
    /// let forums = Query.find(.events).where { $0.name.contains("forum social") }
    /// let speakers = Query.find(.people).where { $0.statements.event.in(forums) }
    /// ```
    public func `in`<Other: FieldSet>(_ query: FindQuery<Other>) -> QueryCondition where Other.Whole == Target.Whole {
        QueryCondition("\(fieldPath.text) in " + query.parenthesised)
    }

    /// Both lead to the same row.
    public static func == <Other: RelationExpression>(left: Self, right: Other) -> QueryCondition
    where Other.Target.Whole == Target.Whole {
        left.compared("=", QueryText(right.fieldPath.text))
    }
}
