// The tree of a script: what the parser makes and the binder reads.
//
// Every node carries the range it was read from. A tree may be partial: where the source was wrong the
// parser leaves `.invalid` and has reported a diagnostic.

package import DixitText

/// A whole source: statements, and comments apart from them.
package struct Script: Hashable, Sendable {
    package var statements: [Statement]
    package var comments: [Comment]
    package init(statements: [Statement], comments: [Comment]) {
        self.statements = statements
        self.comments = comments
    }
}

/// `# …` up to the end of its line.
package struct Comment: Hashable, Sendable {
    package var range: SourceRange
    package var text: String
    package init(range: SourceRange, text: String) {
        self.range = range
        self.text = text
    }
}

package struct Statement: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// `let spokesmen = find people …`
        case define(Name, Definition)
        /// `param $who = "El Khalfi"`
        case parameter(Name, Definition?)
        case query(Select)
        /// `explain find …`
        case explain(Select)
        case invalid
    }
    package var kind: Kind
    package var range: SourceRange
    package init(kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// What a `let` or a `param` stands for.
package indirect enum Definition: Hashable, Sendable {
    case select(Select)
    case list(ValueList)
    case value(Value)
}

/// A name as written: of a set, a field, a parameter (without its `$`), a format.
package struct Name: Hashable, Sendable {
    package var text: String
    package var range: SourceRange
    package init(text: String, range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// `find …`, `count …`, or a bare text, with its clauses.
package struct Select: Hashable, Sendable {
    package enum Verb: Hashable, Sendable {
        case find(Source)
        /// `count [distinct PATH in] SOURCE`
        case count(distinct: Path?, Source)
        /// A query that is only a text: searches sentences.
        case text(TextCondition)
    }
    package enum Source: Hashable, Sendable {
        case named(Name)
        case them(SourceRange)
        /// The source was missing or wrong; reported.
        case invalid(SourceRange)
    }
    package var verb: Verb
    package var condition: Condition?
    package var by: [Path] = []
    package var having: Having?
    package var show: [Operand] = []
    package var sort: [SortKey] = []
    package var limit: Count?
    package var skip: Count?
    package var sample: Sample?
    /// `as csv`
    package var rendering: Name?
    package var range: SourceRange
    package init(verb: Verb, range: SourceRange) {
        self.verb = verb
        self.range = range
    }
}

/// A whole number as written, for `limit`, `skip`, `sample`, `at least`, `within`.
package struct Count: Hashable, Sendable {
    package var value: Int
    package var range: SourceRange
    package init(value: Int, range: SourceRange) {
        self.value = value
        self.range = range
    }
}

/// `having count >= 5`
package struct Having: Hashable, Sendable {
    package var comparison: Comparison
    package var count: Count
    package var range: SourceRange
    package init(comparison: Comparison, count: Count, range: SourceRange) {
        self.comparison = comparison
        self.count = count
        self.range = range
    }
}

/// `sample 50 seed 7`
package struct Sample: Hashable, Sendable {
    package var size: Count
    package var seed: Count?
    package init(size: Count, seed: Count?) {
        self.size = size
        self.seed = seed
    }
}

package struct SortKey: Hashable, Sendable {
    package enum Key: Hashable, Sendable {
        case relevance
        case count
        case operand(Operand)
    }
    package var key: Key
    package var descending: Bool?
    package var range: SourceRange
    package init(key: Key, descending: Bool?, range: SourceRange) {
        self.key = key
        self.descending = descending
        self.range = range
    }
}

package indirect enum Condition: Hashable, Sendable {
    /// Two or more.
    case and([Condition], SourceRange)
    /// Two or more.
    case or([Condition], SourceRange)
    case not(Condition, SourceRange)
    case quantified(Quantified)
    case predicate(Predicate)
    /// Reported; binds to nothing.
    case invalid(SourceRange)
}

/// `some statements have ( … )`, `no event`, `at least 3 statements have ( … )`
package struct Quantified: Hashable, Sendable {
    package enum Quantity: Hashable, Sendable {
        case some
        case no
        case every
        case atLeast(Count)
        case atMost(Count)
        case exactly(Count)
    }
    package var quantity: Quantity
    package var path: Path
    package var condition: Condition?
    package var range: SourceRange
    package init(quantity: Quantity, path: Path, condition: Condition?, range: SourceRange) {
        self.quantity = quantity
        self.path = path
        self.condition = condition
        self.range = range
    }
}

/// OPERAND TEST
package struct Predicate: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
        case compare(Comparison, Value)
        case between(Value, Value)
        case `in`(Members, negated: Bool)
        /// `is missing`; negated: `is known`, `is not missing`.
        case missing(negated: Bool)
        case contains(TextCondition, negated: Bool)
        case matches(Pattern, exactly: Bool, negated: Bool)
    }
    package var operand: Operand
    package var test: Test
    /// The range of the operator as written: `=`, `does not contain`.
    package var operatorRange: SourceRange
    package var range: SourceRange
    package init(operand: Operand, test: Test, operatorRange: SourceRange, range: SourceRange) {
        self.operand = operand
        self.test = test
        self.operatorRange = operatorRange
        self.range = range
    }
}

/// `is` and `is not` are read as `=` and `!=`.
package enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// `/…/`: the characters between the slashes.
package struct Pattern: Hashable, Sendable {
    package var source: String
    package var range: SourceRange
    package init(source: String, range: SourceRange) {
        self.source = source
        self.range = range
    }
}

/// `[count of | first of | last of] PATH`
package struct Operand: Hashable, Sendable {
    package enum Aggregate: String, Hashable, Sendable {
        case count
        case first
        case last
    }
    package var aggregate: Aggregate?
    package var path: Path
    package var range: SourceRange
    package init(aggregate: Aggregate?, path: Path, range: SourceRange) {
        self.aggregate = aggregate
        self.path = path
        self.range = range
    }
}

/// `event.place`, `it`, `it.speaker`
package struct Path: Hashable, Sendable {
    /// Empty only for `it` alone.
    package var steps: [Name]
    package var startsWithIt: Bool
    package var range: SourceRange
    package init(steps: [Name], startsWithIt: Bool, range: SourceRange) {
        self.steps = steps
        self.startsWithIt = startsWithIt
        self.range = range
    }
}

/// What `in` looks into.
package indirect enum Members: Hashable, Sendable {
    case list(ValueList)
    case select(Select, SourceRange)
    case named(Name)
    case them(SourceRange)
    case parameter(Name)
    /// `date in 2016`, `date in 2016-05`
    case date(DateLiteral)
    case invalid(SourceRange)
}

package struct ValueList: Hashable, Sendable {
    package var values: [Value]
    package var range: SourceRange
    package init(values: [Value], range: SourceRange) {
        self.values = values
        self.range = range
    }
}

package enum Value: Hashable, Sendable {
    case text(TextLiteral)
    case number(NumberLiteral)
    case date(DateLiteral)
    case boolean(Bool, SourceRange)
    case today(SourceRange)
    /// `7 days ago`
    case ago(Count, TimeUnit, SourceRange)
    case parameter(Name)
    case operand(Operand)
    case invalid(SourceRange)
}

package enum TimeUnit: String, Hashable, Sendable {
    case day
    case week
    case month
    case year
}

/// A quoted text, its delimiters and the spaces inside « » gone, doubled quotation marks made single.
package struct TextLiteral: Hashable, Sendable {
    package enum Mode: String, Hashable, Sendable {
        case folded
        case exactly
        case roughly
    }
    package var text: String
    package var mode: Mode
    /// The delimiters included, `exactly` or `roughly` not.
    package var range: SourceRange
    package init(text: String, mode: Mode, range: SourceRange) {
        self.text = text
        self.mode = mode
        self.range = range
    }
}

/// A number; a whole number of four digits may turn out to be a year when it is bound.
package struct NumberLiteral: Hashable, Sendable {
    package var value: Double
    /// The value where it is whole and fits.
    package var whole: Int?
    /// As written: `12.50`.
    package var text: String
    package var range: SourceRange
    package init(value: Double, whole: Int?, text: String, range: SourceRange) {
        self.value = value
        self.whole = whole
        self.text = text
        self.range = range
    }
}

/// `2016-05`, `2016-05-12`, and `2016` after `in`.
package struct DateLiteral: Hashable, Sendable {
    package var date: PartialDate
    package var range: SourceRange
    package init(date: PartialDate, range: SourceRange) {
        self.date = date
        self.range = range
    }
}

/// What stands after `contains`.
package indirect enum TextCondition: Hashable, Sendable {
    case and([TextCondition], SourceRange)
    case or([TextCondition], SourceRange)
    case not(TextCondition, SourceRange)
    case literal(TextLiteral)
    case parameter(Name)
    /// `any of ( … )`, `all of $words`
    case members(all: Bool, Members, SourceRange)
    /// `"a" within 5 words before "b"`
    case proximity(TextCondition, Proximity, TextCondition, SourceRange)
    /// `"a" at least 5 times`
    case repeated(TextCondition, atLeast: Count, SourceRange)
    case invalid(SourceRange)
}

package enum Proximity: Hashable, Sendable {
    /// `near` is within 10 words of.
    case within(words: Int, Order)
    case sameSentence
    case sameParagraph

    package enum Order: String, Hashable, Sendable {
        case of
        case before
        case after
    }

    /// Whether the text on the right may follow the one on the left: not where that one stands `after` it.
    package var allowsAfter: Bool {
        if case .within(_, .after) = self { return false }
        return true
    }

    /// Whether the text on the right may precede the one on the left: not where that one stands `before` it.
    package var allowsBefore: Bool {
        if case .within(_, .before) = self { return false }
        return true
    }
}
