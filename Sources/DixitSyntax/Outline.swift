// The printable form of a tree: what it says, without where it was written.

import DixitText

/// A tree of words in parentheses: `(find statements (where (= speaker "El Khalfi")))`.
package enum Outline: Hashable, Sendable {
    case word(String)
    indirect case list([Outline])

    static func node(_ head: String, _ members: Outline?...) -> Outline { node(head, members.compactMap { $0 }) }
    static func node(_ head: String, _ members: [Outline]) -> Outline { .list([.word(head)] + members) }

    /// On one line where it fits in `width` characters, else one member a line.
    package func text(width: Int = 100, indent: Int = 0) -> String {
        let flat = flatText
        guard case .list(let members) = self, flat.count + indent > width, let head = members.first else { return flat }
        let space = String(repeating: " ", count: indent + 2)
        let rest = members.dropFirst().map { "\n" + space + $0.text(width: width, indent: indent + 2) }
        return "(" + head.flatText + rest.joined() + ")"
    }

    private var flatText: String {
        switch self {
        case .word(let word): word
        case .list(let members): "(" + members.map(\.flatText).joined(separator: " ") + ")"
        }
    }
}

extension Script {
    /// One outline a statement, one a line. Two scripts with the same outline mean the same.
    package var outline: String { statements.map { $0.outline.text() + "\n" }.joined() }
}

extension Statement {
    package var outline: Outline {
        switch kind {
        case .define(let name, let definition): .node("let", .word(name.text), definition.outline)
        case .parameter(let name, let definition): .node("param", .word("$" + name.text), definition?.outline)
        case .query(let select): select.outline
        case .explain(let select): .node("explain", select.outline)
        case .invalid: .word("INVALID")
        }
    }
}

extension Definition {
    var outline: Outline {
        switch self {
        case .select(let select): select.outline
        case .list(let list): list.outline
        case .value(let value): value.outline
        }
    }
}

extension Select {
    package var outline: Outline {
        var members: [Outline]
        switch verb {
        case .find(let source): members = [.word("find"), source.outline]
        case .count(let path?, let source):
            members = [.word("count"), .node("distinct", path.outline), source.outline]
        case .count(nil, let source): members = [.word("count"), source.outline]
        case .text(let text): members = [.word("text"), text.outline]
        }
        if let condition { members.append(.node("where", condition.outline)) }
        if !by.isEmpty { members.append(.node("by", by.map(\.outline))) }
        if let having {
            members.append(.node("having", .word(having.comparison.rawValue), .word(String(having.count.value))))
        }
        if !show.isEmpty { members.append(.node("show", show.map(\.outline))) }
        if !sort.isEmpty { members.append(.node("sort", sort.map(\.outline))) }
        if let limit { members.append(.node("limit", .word(String(limit.value)))) }
        if let skip { members.append(.node("skip", .word(String(skip.value)))) }
        if let sample {
            members.append(
                .node("sample", .word(String(sample.size.value)), sample.seed.map { .word(String($0.value)) }))
        }
        if let rendering { members.append(.node("as", .word(rendering.text))) }
        return .list(members)
    }
}

extension Select.Source {
    var outline: Outline {
        switch self {
        case .named(let name): .word(name.text)
        case .them: .word("them")
        case .invalid: .word("INVALID")
        }
    }
}

extension SortKey {
    var outline: Outline {
        let word: Outline =
            switch key {
            case .relevance: .word("relevance")
            case .count: .word("count")
            case .operand(let operand): operand.outline
            }
        guard let descending else { return word }
        return .node(descending ? "desc" : "asc", word)
    }
}

extension Condition {
    package var outline: Outline {
        switch self {
        case .and(let members, _): .node("and", members.map(\.outline))
        case .or(let members, _): .node("or", members.map(\.outline))
        case .not(let condition, _): .node("not", condition.outline)
        case .quantified(let quantified):
            .node(
                quantified.quantity.text, quantified.path.outline, quantified.condition?.outline)
        case .predicate(let predicate): predicate.outline
        case .invalid: .word("INVALID")
        }
    }
}

extension Predicate {
    var outline: Outline {
        func negated(_ isNegated: Bool, _ outline: Outline) -> Outline { isNegated ? .node("not", outline) : outline }
        return switch test {
        case .compare(let comparison, let value): .node(comparison.rawValue, operand.outline, value.outline)
        case .between(let lower, let upper): .node("between", operand.outline, lower.outline, upper.outline)
        case .in(let members, let isNegated): negated(isNegated, .node("in", operand.outline, members.outline))
        case .missing(let isNegated): .node(isNegated ? "known" : "missing", operand.outline)
        case .contains(let text, let isNegated): negated(isNegated, .node("contains", operand.outline, text.outline))
        case .matches(let pattern, let exactly, let isNegated):
            negated(
                isNegated,
                .node(
                    exactly ? "matches-exactly" : "matches", operand.outline, .word("/" + pattern.source + "/")))
        }
    }
}

extension Operand {
    var outline: Outline {
        guard let aggregate else { return path.outline }
        return .node(aggregate.rawValue + "-of", path.outline)
    }
}

extension Path {
    var outline: Outline { .word(text) }

    /// `it.event.place`
    package var text: String { ((startsWithIt ? ["it"] : []) + steps.map(\.text)).joined(separator: ".") }
}

extension Members {
    var outline: Outline {
        switch self {
        case .list(let list): list.outline
        case .select(let select, _): select.outline
        case .named(let name): .word(name.text)
        case .them: .word("them")
        case .parameter(let name): .word("$" + name.text)
        case .date(let literal): .word(literal.date.description)
        case .invalid: .word("INVALID")
        }
    }
}

extension ValueList {
    var outline: Outline { .node("list", values.map(\.outline)) }
}

extension Value {
    var outline: Outline {
        switch self {
        case .text(let literal): literal.outline
        case .number(let literal): .word(literal.text)
        case .date(let literal): .word(literal.date.description)
        case .boolean(let isTrue, _): .word(String(isTrue))
        case .today: .word("today")
        case .ago(let count, let unit, _): .node("ago", .word(String(count.value)), .word(unit.rawValue))
        case .parameter(let name): .word("$" + name.text)
        case .operand(let operand): operand.outline
        case .invalid: .word("INVALID")
        }
    }
}

extension TextLiteral {
    var outline: Outline {
        let quoted = Outline.word(Formatter.quoted(text))
        return mode == .folded ? quoted : .node(mode.rawValue, quoted)
    }
}

extension TextCondition {
    package var outline: Outline {
        switch self {
        case .and(let members, _): .node("and", members.map(\.outline))
        case .or(let members, _): .node("or", members.map(\.outline))
        case .not(let text, _): .node("not", text.outline)
        case .literal(let literal): literal.outline
        case .parameter(let name): .word("$" + name.text)
        case .members(let all, let members, _): .node(all ? "all-of" : "any-of", members.outline)
        case .proximity(let left, let proximity, let right, _):
            .node(proximity.outlineHead, left.outline, right.outline)
        case .repeated(let text, let count, _): .node("times", .word(String(count.value)), text.outline)
        case .invalid: .word("INVALID")
        }
    }
}

extension Proximity {
    fileprivate var outlineHead: String {
        switch self {
        case .within(let words, let order): "within-\(words)-\(order.rawValue)"
        case .sameSentence: "same-sentence"
        case .sameParagraph: "same-paragraph"
        }
    }
}

extension Quantified.Quantity {
    /// `at least 3`
    package var text: String {
        switch self {
        case .some: "some"
        case .no: "no"
        case .every: "every"
        case .atLeast(let count): "at least \(count.value)"
        case .atMost(let count): "at most \(count.value)"
        case .exactly(let count): "exactly \(count.value)"
        }
    }
}
