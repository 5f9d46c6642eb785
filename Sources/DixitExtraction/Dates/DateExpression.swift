// A date as a text writes it, before it is known which day that is.

package import DixitText

/// «12 mai 2016», «samedi dernier», «hier»: the words and what they say by themselves.
package struct DateExpression: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// «12 mai 2016», «mai 2016», «en 2016», «12/05/2016»
        case fixed(PartialDate)
        /// «le 1er juin», «jeudi 12 juillet», «en mai»: a day and a month without a year; `day` is 0 where none is given,
        /// `weekday` too (Monday is 1).
        case yearless(month: Int, day: Int, weekday: Int)
        /// «samedi», «lundi prochain»
        case weekday(Int)
        /// «hier» is -1 of the day of the document.
        case day(Int)
        /// «la veille»: -1 of the day that was spoken of last.
        case eve(Int)
        /// «le mois dernier», «l'année prochaine»
        case month(Int)
        case year(Int)
    }
    package enum Direction: Hashable, Sendable {
        /// «samedi dernier»
        case past
        /// «lundi prochain»
        case future
    }

    /// Tokens of the text.
    package var tokens: Range<Int>
    package var form: Form
    /// What «dernier» and «prochain» say.
    package var direction: Direction?

    /// Whether it names a day, or only a month or a year.
    package var isDay: Bool {
        switch form {
        case .fixed(let date): date.day > 0
        case .yearless(_, let day, _): day > 0
        case .weekday, .day, .eve: true
        case .month, .year: false
        }
    }

    package init(tokens: Range<Int>, form: Form, direction: Direction? = nil) {
        self.tokens = tokens
        self.form = form
        self.direction = direction
    }
}
