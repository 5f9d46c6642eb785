// Operands, values and texts in canonical form.

import DixitText

extension Formatter {
    /// `event.place`, `count of statements`
    package static func text(of operand: Operand) -> String {
        (operand.aggregate.map { "\($0.rawValue) of " } ?? "") + operand.path.text
    }

    package static func text(of members: Members) -> String {
        switch members {
        case .list(let list): text(of: list)
        case .select(let select, _): "(\(text(of: select)))"
        case .named(let name): name.text
        case .them: "them"
        case .parameter(let name): "$\(name.text)"
        case .date(let literal): literal.date.description
        case .invalid: "?"
        }
    }

    package static func text(of list: ValueList) -> String { "(" + list.values.map(text).joined(separator: ", ") + ")" }

    package static func text(of value: Value) -> String {
        switch value {
        case .text(let literal): text(of: literal)
        case .number(let literal): literal.text
        case .date(let literal): literal.date.description
        case .boolean(let isTrue, _): isTrue ? "true" : "false"
        case .today: "today"
        case .ago(let count, let unit, _): "\(count.value) \(unit.rawValue)\(count.value == 1 ? "" : "s") ago"
        case .parameter(let name): "$\(name.text)"
        case .operand(let operand): text(of: operand)
        case .invalid: "?"
        }
    }

    private static func text(of literal: TextLiteral) -> String {
        (literal.mode == .folded ? "" : literal.mode.rawValue + " ") + quoted(literal.text)
    }

    /// A text between straight quotation marks, those inside doubled: `"il a dit ""non"""`.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text.unicodeScalars {
            if character == "\"" { result += "\"" }
            result.unicodeScalars.append(character)
        }
        return result + "\""
    }

    /// A condition on a text, on one line.
    package static func text(of condition: TextCondition, inChain: Bool = false) -> String {
        switch condition {
        case .and(let members, _):
            return parenthesised(members.map { text(of: $0, inChain: true) }.joined(separator: " and "), inChain)
        case .or(let members, _):
            return parenthesised(members.map { text(of: $0, inChain: true) }.joined(separator: " or "), inChain)
        case .not(let inner, _): return "not " + atom(inner)
        case .literal(let literal): return text(of: literal)
        case .parameter(let name): return "$\(name.text)"
        case .members(let all, let members, _): return "\(all ? "all" : "any") of \(text(of: members))"
        case .proximity(let left, let proximity, let right, _):
            return "\(atom(left)) \(text(of: proximity)) \(atom(right))"
        case .repeated(let inner, let count, _):
            if case .proximity = inner { return "\(text(of: inner)) at least \(count.value) times" }
            return "\(atom(inner)) at least \(count.value) times"
        case .invalid: return "?"
        }
    }

    /// A text where only one may stand: beside `near`, after `not`.
    private static func atom(_ condition: TextCondition) -> String {
        switch condition {
        case .and, .or, .proximity, .repeated: "(\(text(of: condition)))"
        default: text(of: condition)
        }
    }

    private static func text(of proximity: Proximity) -> String {
        switch proximity {
        case .within(Proximity.nearWords, .of): "near"
        case .within(let words, let order): "within \(words) word\(words == 1 ? "" : "s") \(order.rawValue)"
        case .sameSentence: "within same sentence as"
        case .sameParagraph: "within same paragraph as"
        }
    }
}
