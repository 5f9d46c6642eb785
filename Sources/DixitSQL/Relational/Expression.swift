// A value or a condition of a relational query, in no dialect yet.

/// What can stand in a column, a condition or an order.
///
/// Conditions are two-valued, as those of the language are: a comparison with something missing is false, and so `not` of it is
/// true. Writers see to that where SQL would say neither.
package indirect enum Expression: Hashable, Sendable {
    /// A column of a source that is called so in its query.
    case column(String, of: String)
    /// A column that is never missing.
    case required(String, of: String)
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case compared(Expression, Operator, Expression)
    case and([Expression])
    case or([Expression])
    case not(Expression)
    case isMissing(Expression)
    case isKnown(Expression)
    /// The value is in the only column of a query.
    case isIn(Expression, RelationalQuery)
    /// Letters somewhere, at the beginning, at the end of a text.
    case contains(Expression, String)
    case begins(Expression, String)
    case ends(Expression, String)
    /// In code points.
    case length(Expression)
    /// Code points of a text from a place counted from 1; to the end without a length.
    case part(Expression, from: Int, length: Int?)
    case joined([Expression])
    /// The first that is not missing.
    case firstKnown([Expression])
    /// The value where a condition holds, else nothing.
    case when(Expression, Expression)
    case sum(Expression, Expression)
    case product(Expression, Int)
    /// The remainder of a whole number that is not negative.
    case remainder(Expression, Int)
    /// `2016-02` becomes `2016-02-29`.
    case monthEnd(Expression)
    case countRows
    case count(distinct: Expression)
    case least(Expression)
    case greatest(Expression)
    /// Texts of a group, `; ` between, in an order.
    case listed(Expression, by: [Expression])
    /// The number of a row among those with the same values, in an order, from 1.
    case rowNumber(among: [Expression], by: [Order])
    /// The number that a query gives.
    case scalar(RelationalQuery)
    /// `count` as a share of `total`, with four decimals.
    case share(Expression, of: Expression)
    /// A count, or 1 where there is nothing: what a share can be taken of.
    case atLeastOne(Expression)

    package enum Operator: String, Hashable, Sendable {
        case equal = "="
        case notEqual = "<>"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    static let always = Expression.boolean(true)
    static let never = Expression.boolean(false)

    /// Conditions that all hold, those that say nothing left out.
    static func all(_ members: [Expression]) -> Expression {
        var kept: [Expression] = []
        for member in members {
            switch member {
            case .always: continue
            case .never: return .never
            case .and(let inner): kept += inner
            default: kept.append(member)
            }
        }
        return kept.isEmpty ? .always : kept.count == 1 ? kept[0] : .and(kept)
    }

    /// Conditions of which one holds.
    static func any(_ members: [Expression]) -> Expression {
        var kept: [Expression] = []
        for member in members {
            switch member {
            case .never: continue
            case .always: return .always
            case .or(let inner): kept += inner
            default: kept.append(member)
            }
        }
        return kept.isEmpty ? .never : kept.count == 1 ? kept[0] : .or(kept)
    }

    /// The opposite.
    static func negated(_ condition: Expression) -> Expression {
        switch condition {
        case .boolean(let isTrue): .boolean(!isTrue)
        case .not(let inner): inner
        case .isMissing(let value): .isKnown(value)
        case .isKnown(let value): .isMissing(value)
        default: .not(condition)
        }
    }

    static func equal(_ left: Expression, _ right: Expression) -> Expression { .compared(left, .equal, right) }
}

/// A value that rows are ordered by. Missing values come last either way.
package struct Order: Hashable, Sendable {
    package var value: Expression
    package var isDescending = false
    /// Whether a value may be missing.
    package var mayBeMissing = true
}
