// Comparisons of fields with values, as operators.

// MARK: - Texts

/// A field that `==` compares with a text: folded, so that case and accents do not matter.
public protocol ComparedWithText: FieldExpression {}

extension ComparedWithText {
    /// The same text, case and accents aside; of a name or a relation, who is called so.
    public static func == (left: Self, right: String) -> QueryCondition { left.compared("=", .value(right)) }
    /// Not the same text; true of rows without a value too.
    public static func != (left: Self, right: String) -> QueryCondition { left.compared("!=", .value(right)) }

    /// The same characters, case and accents included.
    public func `is`(exactly text: String) -> QueryCondition { compared("=", "exactly " + .value(text)) }

    /// The same but for a slip or two of the keyboard.
    public func `is`(roughly text: String) -> QueryCondition { compared("=", "roughly " + .value(text)) }

    /// One of the texts.
    public func `in`(_ texts: [String]) -> QueryCondition { QueryCondition("\(fieldPath.text) in " + .values(texts)) }
}

/// A field whose words are looked for.
public protocol WordsExpression: FieldExpression {}

extension WordsExpression {
    /// It has the words of the text side by side; `*` ends a word that is only begun.
    ///
    /// ```swift
    /// let phrase = Query.find(.statements).where { $0.text.contains("société civile") }
    /// ```
    public func contains(_ text: String) -> QueryCondition { contains(TextQuery(text)) }

    /// ```swift
    /// let strikes = Query.find(.sentences).where { $0.text.contains(TextQuery("grève").near("syndicat*")) }
    /// ```
    public func contains(_ text: TextQuery) -> QueryCondition {
        QueryCondition("\(fieldPath.text) contains (" + text.text + ")")
    }

    /// It has one of the texts; there may be a hundred thousand of them.
    public func contains(anyOf texts: [String]) -> QueryCondition {
        QueryCondition("\(fieldPath.text) contains any of " + .values(texts))
    }

    /// It has all of the texts.
    public func contains(allOf texts: [String]) -> QueryCondition {
        QueryCondition("\(fieldPath.text) contains all of " + .values(texts))
    }
}

/// A field that patterns are looked for in.
public protocol PatternExpression: FieldExpression {}

extension PatternExpression {
    /// A part of it fits a pattern of the language, folded unless `exactly`; see the reference for its syntax.
    ///
    /// ```swift
    /// let reforms = Query.find(.statements).where { $0.text.matches(#"\bréform(e|er|es)\b"#) }
    /// ```
    public func matches(_ pattern: String, exactly: Bool = false) -> QueryCondition {
        var source = ""
        var isEscaped = false
        for scalar in pattern.unicodeScalars {
            switch scalar {
            case "/" where !isEscaped: source += "\\/"
            case "\n": source += isEscaped ? "n" : "\\n"
            default: source.unicodeScalars.append(scalar)
            }
            isEscaped = scalar == "\\" && !isEscaped
        }
        return QueryCondition("\(fieldPath.text) matches \(exactly ? "exactly " : "")/\(source)/")
    }
}

// MARK: - Numbers

/// What a number is compared with: a number, or another field.
public protocol NumberOperand: Sendable {
    /// As a query has it.
    var queryOperand: QueryOperand { get }
}

/// The right side of a comparison, as a query has it.
public struct QueryOperand: Hashable, Sendable {
    let text: QueryText
}

extension Int: NumberOperand {
    public var queryOperand: QueryOperand {
        QueryOperand(text: self >= 0 ? QueryText(String(self)) : .value(.integer(self)))
    }
}

extension Double: NumberOperand {
    public var queryOperand: QueryOperand { QueryOperand(text: .value(.number(self))) }
}

extension FieldExpression where Self: NumberOperand {
    /// The field as the right side of a comparison.
    public var queryOperand: QueryOperand { QueryOperand(text: QueryText(fieldPath.text)) }
}

extension NumberField {
    /// The same number.
    public static func == (left: NumberField, right: some NumberOperand) -> QueryCondition {
        left.compared("=", right.queryOperand.text)
    }
    /// Another number, or none.
    public static func != (left: NumberField, right: some NumberOperand) -> QueryCondition {
        left.compared("!=", right.queryOperand.text)
    }
    /// A smaller number.
    public static func < (left: NumberField, right: some NumberOperand) -> QueryCondition {
        left.compared("<", right.queryOperand.text)
    }
    /// A smaller number or the same.
    public static func <= (left: NumberField, right: some NumberOperand) -> QueryCondition {
        left.compared("<=", right.queryOperand.text)
    }
    /// A greater number.
    public static func > (left: NumberField, right: some NumberOperand) -> QueryCondition {
        left.compared(">", right.queryOperand.text)
    }
    /// A greater number or the same.
    public static func >= (left: NumberField, right: some NumberOperand) -> QueryCondition {
        left.compared(">=", right.queryOperand.text)
    }
}

// MARK: - Dates

/// What a date is compared with: a ``CalendarDate``, a year as a whole number, a ``RelativeDate``, or another field.
public protocol DateOperand: Sendable {
    /// As a query has it.
    var queryOperand: QueryOperand { get }
}

extension CalendarDate: DateOperand {
    public var queryOperand: QueryOperand {
        // A bare number against a date is a year.
        QueryOperand(text: month == nil ? .value(.date(self)) : QueryText(description))
    }
}

extension Int: DateOperand {}

extension DateField {
    public var queryOperand: QueryOperand { QueryOperand(text: QueryText(fieldPath.text)) }
}

/// A date as seen from the day on which the question is asked; see ``Session/today``.
///
/// ```swift
/// let lastWeek = Query.find(.statements).where { $0.date >= RelativeDate.ago(7, .days) }
/// ```
public enum RelativeDate: DateOperand, Hashable {
    /// The day itself.
    case today
    /// So many days, weeks, months or years before it.
    case ago(Int, Unit)

    /// A stretch of time.
    public enum Unit: String, Hashable, Sendable {
        /// What is counted.
        case days, weeks, months, years
    }

    public var queryOperand: QueryOperand {
        switch self {
        case .today: QueryOperand(text: QueryText("today"))
        case .ago(let count, let unit): QueryOperand(text: QueryText("\(max(0, count)) \(unit.rawValue) ago"))
        }
    }
}

extension DateField {
    /// The date lies in the day, the month or the year.
    public static func == (left: DateField, right: some DateOperand) -> QueryCondition {
        left.compared("=", right.queryOperand.text)
    }
    /// The date does not lie in the day, the month or the year, or there is none.
    public static func != (left: DateField, right: some DateOperand) -> QueryCondition {
        left.compared("!=", right.queryOperand.text)
    }
    /// The date lies before it.
    public static func < (left: DateField, right: some DateOperand) -> QueryCondition {
        left.compared("<", right.queryOperand.text)
    }
    /// The date lies in it or before it.
    public static func <= (left: DateField, right: some DateOperand) -> QueryCondition {
        left.compared("<=", right.queryOperand.text)
    }
    /// The date lies after it.
    public static func > (left: DateField, right: some DateOperand) -> QueryCondition {
        left.compared(">", right.queryOperand.text)
    }
    /// The date lies in it or after it.
    public static func >= (left: DateField, right: some DateOperand) -> QueryCondition {
        left.compared(">=", right.queryOperand.text)
    }
}
