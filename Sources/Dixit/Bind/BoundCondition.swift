// A condition with its names resolved and its literals looked up.

import DixitSyntax
import DixitText

/// What the rows of one table are asked. Two-valued: a test of something missing is false.
indirect enum BoundCondition: Sendable {
    case constant(Bool)
    case and([BoundCondition])
    case or([BoundCondition])
    case not(BoundCondition)
    /// A condition with the tree it comes from, so that plans and messages can say it as the reader did.
    case written(Condition, BoundCondition)
    /// A test of a value in the row.
    case test(column: Int, BoundTest)
    /// Rows that were known when the query was bound: a name that was resolved.
    case rows(RowSet)
    /// At least one row that the link leads to fulfils the condition.
    case related(Link, BoundCondition)
    /// So many different rows that the links lead to fulfil it.
    case quantified([Link], BoundQuantity, BoundCondition)
    /// Two values of the same row: `place = event.place`.
    case compared(BoundOperand, Comparison, BoundOperand)
    /// `first of statements.date >= 2016`
    case picked(BoundOperand, BoundTest)
    /// The row is in a result: `it in ministers`.
    case member(BoundSource)
}

enum BoundQuantity: Hashable, Sendable {
    case some
    case no
    case every
    case atLeast(Int)
    case atMost(Int)
    case exactly(Int)
    /// `count of statements != 3`
    case unequal(Int)
}

/// Rows that another part of the script gives.
indirect enum BoundSource: Sendable {
    case set
    case select(BoundSelect)
    /// A `let` by its name.
    case definition(String, BoundSelect)
    case them
}

/// A test of one value.
enum BoundTest: Sendable {
    /// A keyword: one of these codes.
    case codes(RowSet)
    /// A date inside an interval of days, both ends included; nil where it is open.
    case date(DateInterval)
    case number(NumberInterval)
    /// A part of a date: `date.month = 2016-05`.
    case part(DatePart, DateInterval)
    /// `date.weekday = 1`
    case partNumber(DatePart, NumberInterval)
    case boolean(Bool)
    /// There is a value.
    case known
    /// The words of a text field.
    case words(BoundText)
    /// The whole of a text: `title = "…"`.
    case whole(BoundLiteral)
    case pattern(PatternProgram)
}

/// Days that a date has to lie in.
package struct DateInterval: Hashable, Sendable {
    /// The first day may not be before this one.
    package var first = Int32.min
    /// The last day may not be after this one.
    package var last = Int32.max - 1

    package init(first: Int32 = .min, last: Int32 = .max - 1) { (self.first, self.last) = (first, last) }

    static let any = DateInterval()
}

/// Numbers from `low` to `high`, the ends included or not.
package struct NumberInterval: Hashable, Sendable {
    package var low = -Double.infinity
    package var high = Double.infinity
    package var includesLow = true
    package var includesHigh = true

    package init(low: Double = -.infinity, high: Double = .infinity) { (self.low, self.high) = (low, high) }

    @inline(__always)
    func contains(_ value: Double) -> Bool {
        (includesLow ? value >= low : value > low) && (includesHigh ? value <= high : value < high)
    }
}

/// A text to be compared as a whole.
struct BoundLiteral: Hashable, Sendable {
    var text: String
    var mode: TextLiteral.Mode
    /// The folded words, for `roughly` and `=`.
    var folded: [UInt8]
}

/// What the words of a text are asked, with the terms looked up in one index.
indirect enum BoundText: Sendable {
    case and([BoundText])
    case or([BoundText])
    case not(BoundText)
    /// Words side by side; one is enough. `exactly` holds the characters that must stand there.
    case phrase([TermSet], exactly: String?)
    case proximity(BoundText, Proximity, BoundText)
    case repeated(BoundText, Int)

    static let never = BoundText.phrase([.list([])], exactly: nil)
}

/// The terms of an index that a word of a query stands for.
enum TermSet: Hashable, Sendable {
    case one(Int)
    /// A prefix: neighbours in the term dictionary.
    case range(Range<Int>)
    /// Ascending; none where no row has the word.
    case list([Int])

    var isEmpty: Bool {
        switch self {
        case .one: false
        case .range(let range): range.isEmpty
        case .list(let list): list.isEmpty
        }
    }

    /// Its first term; -1 for none.
    var first: Int {
        switch self {
        case .one(let term): term
        case .range(let range): range.lowerBound
        case .list(let list): list.first ?? -1
        }
    }

    var terms: [Int] {
        switch self {
        case .one(let term): [term]
        case .range(let range): Array(range)
        case .list(let list): list
        }
    }
}
