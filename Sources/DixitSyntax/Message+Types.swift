// E4: operators, values and fields that do not go together.

extension Message {
    /// `date contains "2016"`, `title > "a"`, `words matches /a/`: `comparison` is the operator as written.
    package static func unfitOperator(
        _ comparison: String, field: String, type: Noun, instead: String?
    ) -> Message {
        let key =
            switch comparison {
            case "contains", "does not contain": "E401.contains"
            case "matches", "does not match": "E401.matches"
            default: "E401.order"
            }
        return Message(
            key,
            [
                "operator": .text(comparison), "field": .text(field), "type": .terms([.noun(type)]),
                "instead": .text(instead),
            ])
    }

    /// `statements.event in (find places)`
    package static func differentSets(_ left: String, _ right: String, suggestion: String?) -> Message {
        Message("E402", ["left": .text(left), "right": .text(right), "suggestion": .text(suggestion)])
    }

    /// `words = "many"`: `value` as written.
    package static func unfitValue(_ value: String, field: String, type: Noun) -> Message {
        Message("E403", ["value": .text(value), "field": .text(field), "type": .terms([.noun(type)])])
    }

    /// `text contains any of (12, "a")`
    package static func unfitText(_ value: String, after comparison: String, instead: String?) -> Message {
        Message(
            "E403.texts", ["value": .text(value), "operator": .text(comparison), "instead": .text(instead)])
    }

    /// A part of dates that has its year with it.
    package enum DatedPart: String, Hashable, Sendable, CaseIterable {
        case month, week, day
    }

    /// `date.month = 6`: of which year? `instead` is such a date.
    package static func undatedPart(_ value: String, field: String, _ part: DatedPart, instead: String) -> Message {
        Message(
            "E403.\(part.rawValue)",
            ["value": .text(value), "field": .text(field), "instead": .text(instead)])
    }

    /// `date = "05/06/2016"`: the two dates it may be, in the order day-month, month-day.
    package static func ambiguousDate(
        _ text: String, year: Int, first: (month: Int, day: Int), second: (month: Int, day: Int)
    ) -> Message {
        func written(_ date: (month: Int, day: Int)) -> String {
            let parts = [date.month, date.day].map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "\(year)-\(parts[0])-\(parts[1])"
        }
        return Message(
            "E404",
            [
                "text": .text(text), "first": .text(written(first)),
                "firstRead": .dayAndMonth(first.day, first.month), "second": .text(written(second)),
                "secondRead": .dayAndMonth(second.day, second.month),
            ])
    }

    /// `date = "the other day"`; `instead` where it is known what is meant.
    package static func unreadableDate(_ text: String, instead: String?) -> Message {
        Message("E405", ["text": .text(text), "instead": .text(instead)])
    }

    /// `date = 19`, which is a year with two digits missing.
    package static func shortYear(_ value: String, field: String, first: String, second: String) -> Message {
        Message(
            "E403.year",
            ["value": .text(value), "field": .text(field), "first": .text(first), "second": .text(second)])
    }

    /// `date.weekday = "lundi"`
    package static func unfitWeekday(_ value: String, field: String, instead: String) -> Message {
        Message("E403.weekday", ["value": .text(value), "field": .text(field), "instead": .text(instead)])
    }

    /// `count of date`, `first of name`
    package static func unfitAggregate(_ aggregate: String, path: String, type: Noun) -> Message {
        Message(
            aggregate == "count" ? "E406.count" : "E406.first",
            ["aggregate": .text(aggregate), "path": .text(path), "type": .terms([.noun(type)])])
    }

    /// `some speaker have (…)`: the path leads to one row, or to a value.
    package static func quantifierNeedsMany(_ path: String, type: Noun) -> Message {
        Message("E407", ["path": .text(path), "type": .terms([.noun(type)])])
    }

    /// `words.first`: `name` is no relation.
    package static func noFields(of name: String, type: Noun) -> Message {
        Message("E409", ["name": .text(name), "type": .terms([.noun(type)])])
    }

    /// `sort by relevance` without `contains`
    package static var relevanceNeedsText: Message { Message("E410") }

    /// `find statements show score` without `contains`
    package static var scoreNeedsText: Message { Message("E410.score") }

    /// `score > 2`, `by score`, `document.score`
    package static var scoreOfNothing: Message { Message("E420") }

    /// `find people sort by count`
    package static var countKeyNeedsBy: Message { Message("E411") }

    /// What a pattern may not have.
    package enum PatternProblem: String, Hashable, Sendable, CaseIterable {
        /// `/(a/`
        case parenthesis
        /// `/[a/`, `/a]/`
        case bracket
        /// `/[]/`
        case emptyClass
        /// `/[z-a]/`
        case range
        /// `/(?<name>a)/`
        case group
        /// `/a{x}/`, `/a{3,2}/`
        case braces
        /// `/*a/`
        case repetition
        /// `/\q/`
        case escape
        /// `/(?=a)/`
        case lookaround
        /// `/(a)\1/`
        case backreference
    }

    /// `text matches /(a/`
    package static func unreadablePattern(_ problem: PatternProblem) -> Message {
        Message("E412.\(problem.rawValue)")
    }

    /// `/(a{1000}){1000}/`
    package static var patternTooLarge: Message { Message("E413") }

    /// `-p since=tomorrow`, where the query compares it with a date
    package static func unfitParameter(_ name: String, type: Noun) -> Message {
        Message("E414", ["name": .text(name), "type": .terms([.noun(type)])])
    }

    /// `find documents sort by people`: which of the people?
    package static func sortKeyHasMany(_ path: String) -> Message {
        Message("E415", ["path": .text(path)])
    }

    /// `count statements by speaker sort by date`
    package static func sortKeyIsNoGroup(_ path: String, keys: [String]) -> Message {
        Message("E416", ["path": .text(path), "keys": .some(keys)])
    }

    /// `date = roughly "2016"`
    package static func modeNeedsText(_ mode: String, field: String, type: Noun) -> Message {
        Message("E417", ["mode": .text(mode), "field": .text(field), "type": .terms([.noun(type)])])
    }

    /// `("a" and "b") near "c"`
    package static var proximityNeedsTexts: Message { Message("E418") }

    /// `count statements show text`
    package static var countShowsNoFields: Message { Message("E419.show") }

    /// `count statements limit 3`
    package static func oneNumber(has clause: String) -> Message { Message("E419.alone", ["clause": .text(clause)]) }
}
