// Conditions as relative clauses: “whose speaker is …”, « dont l’orateur est … ».

import DixitSyntax
import DixitText

/// A verb of a relative clause.
enum ReadBackVerb {
    case be
    /// Of a text and its words.
    case have
    /// Of a pattern.
    case match
    /// `vaut`: of numbers, which in English are.
    case amount
}

/// What a condition is about, and how its verb goes with it.
struct ReadBackSubject {
    /// With its relative pronoun: `whose speaker`, `that`.
    let text: String
    /// For `that` and `qui`, the rows themselves.
    let isPlural: Bool
    /// The subject says `none of`; the verb is not negated again.
    let saysNone: Bool
    let isNegated: Bool
    let noun: FrenchNoun
    /// `words`: a field of one number whose English name is a plural.
    var isCalledInPlural = false
}

extension ReadBack {
    /// - Parameters:
    ///   - set: of the rows that the clause stands behind.
    ///   - inChain: other clauses stand beside it, so that what belongs together has to be seen.
    func relative(_ condition: Condition, in set: Int, isNegated: Bool = false, inChain: Bool = false) -> String {
        switch condition {
        case .and(let members, _), .or(let members, _):
            var word = and
            if case .or = condition { word = or }
            let text = members.map { relative($0, in: set, inChain: true) }.joined(separator: " \(word) ")
            if isNegated { return notAmong(text, set) }
            return inChain ? "(\(text))" : text
        case .not(let inner, _): return relative(inner, in: set, isNegated: !isNegated, inChain: inChain)
        case .quantified(let quantified):
            return relative(quantified, in: set, isNegated: isNegated, inChain: inChain)
        case .predicate(let predicate):
            return relative(predicate, in: set, isNegated: isNegated, inChain: inChain)
        case .invalid: return ""
        }
    }

    /// `that are not among those (…)`
    private func notAmong(_ clause: String, _ set: Int) -> String {
        say("that are not among those (\(clause))", "qui ne sont pas parmi \(those(noun(ofSet: set))) (\(clause))")
    }

    private func those(_ noun: FrenchNoun) -> String { say("those", noun.form("celles", "ceux")) }

    // MARK: - Quantifiers

    /// `that have at least 3 statements (whose …)`
    private func relative(_ quantified: Quantified, in set: Int, isNegated: Bool, inChain: Bool) -> String {
        let steps = steps(of: quantified.path, in: set)
        guard let last = steps.last else { return "" }
        let target = targetSet(of: quantified.path, in: set) ?? set
        let quantity: Quantified.Quantity
        var isNegated = isNegated
        switch (quantified.quantity, isNegated) {
        case (.some, true): (quantity, isNegated) = (.no, false)
        case (.no, true): (quantity, isNegated) = (.some, false)
        default: quantity = quantified.quantity
        }
        var clause = ""
        if let condition = quantified.condition {
            let inner = relative(condition, in: target)
            clause = inChain || condition.isChain ? " (\(inner))" : " \(inner)"
        }
        if case .every = quantity {
            let all = say(
                "that have \(bare(steps)), each of them among those\(clause)",
                "qui ont des \(bare(steps)), \(last.french.form("toutes", "tous")) parmi \(those(last.french))\(clause)"
            )
            if isNegated { return notAmong(all, set) }
            return inChain ? "(\(all))" : all
        }
        let have = isNegated ? say("that do not have ", "qui n’ont pas ") : say("that have ", "qui ont ")
        switch quantity {
        case .some:
            return have
                + say(
                    "one or more \(bare(steps))",
                    "\(last.french.form("une ou plusieurs", "un ou plusieurs")) \(bare(steps))")
                + clause
        case .no: return say("that have no \(bare(steps))", "qui n’ont pas \(FrenchNoun.ofSome(bare(steps)))") + clause
        case .atLeast(let count): return have + say("at least ", "au moins ") + counted(count.value, steps) + clause
        case .atMost(let count): return have + say("at most ", "au plus ") + counted(count.value, steps) + clause
        case .exactly(let count): return have + say("exactly ", "exactement ") + counted(count.value, steps) + clause
        case .every: return ""
        }
    }

    /// `3 statements`, `one statement`, `one of the members`
    private func counted(_ count: Int, _ steps: [PathStep]) -> String {
        guard count == 1, let last = steps.last else { return "\(count) \(bare(steps))" }
        if language == .english, steps.count == 1, let singular = last.singular { return "one \(singular)" }
        let all = nounPhrase(steps)
        return say("one of \(all)", "\(last.french.form("une", "un")) \(FrenchNoun.after(de: all))")
    }

    private func targetSet(of path: Path, in set: Int) -> Int? {
        var binder = binder
        return binder.bind(path, in: set)?.set
    }

    // MARK: - Predicates

    private func relative(_ predicate: Predicate, in set: Int, isNegated: Bool, inChain: Bool) -> String {
        var binder = binder
        guard let operand = binder.bind(predicate.operand, in: set) else { return "" }
        let place = Binder.Place(operand: operand, predicate: predicate, set: set)
        var isNegated = isNegated
        let verb: ReadBackVerb
        let complement: String
        switch predicate.test {
        case .compare(let comparison, let value):
            if comparison == .notEqual { isNegated.toggle() }
            (verb, complement) = compared(comparison == .notEqual ? .equal : comparison, value, place)
        case .between(let low, let high):
            verb = place.type == .date ? .be : .amount
            complement = between(low, high, place)
        case .in(let members, let negated):
            if negated { isNegated.toggle() }
            (verb, complement) = membership(members, place, inChain: inChain)
        case .missing(let negated):
            let subject = subject(of: predicate.operand, operand, in: set, isNegated: negated == isNegated)
            let known = subject.noun.form("connue", "connu") + (subject.isPlural ? "s" : "")
            return clause(subject, .be, say("known", known))
        case .contains(let text, let negated):
            if negated { isNegated.toggle() }
            verb = .have
            let words = phrase(text, inChain: inChain || isNegated)
            complement = operand.path.end == .row ? words + say(" in the name", " dans le nom") : words
        case .matches(let pattern, let exactly, let negated):
            if negated { isNegated.toggle() }
            verb = .match
            complement = (exactly ? say("exactly ", "exactement ") : "") + say("", "à ") + "/\(pattern.source)/"
        }
        return clause(
            subject(of: predicate.operand, operand, in: set, isNegated: isNegated), verb, complement)
    }

    private func subject(
        of operand: Operand, _ bound: BoundOperand, in set: Int, isNegated: Bool
    ) -> ReadBackSubject {
        let steps = steps(of: operand.path, in: set)
        let isCalledInPlural = bound.aggregate == nil && bound.type == .number && steps.last?.isPlural == true
        func subject(_ text: String, _ noun: FrenchNoun, none: Bool = false, plural: Bool = false) -> ReadBackSubject {
            ReadBackSubject(
                text: text, isPlural: plural, saysNone: none, isNegated: isNegated, noun: noun,
                isCalledInPlural: isCalledInPlural)
        }
        guard let last = steps.last else { return subject(say("that", "qui"), noun(ofSet: set), plural: true) }
        let number = FrenchNoun("le nombre", .masculine)
        switch operand.aggregate {
        case .count:
            return subject(say("whose ", "dont le ") + self.number(of: steps), number)
        case .first, .last:
            let text = ordinal(operand.aggregate == .first, steps, owner: "whose")
            return subject(say("", "dont ") + text, last.french)
        case nil:
            let isNone = isNegated && steps.contains(where: \.isMany)
            let text = nounPhrase(steps, isNone ? .none : .one, owner: "whose")
            return subject(say("", "dont ") + text, last.french, none: isNone)
        }
    }

    private func clause(_ subject: ReadBackSubject, _ verb: ReadBackVerb, _ complement: String) -> String {
        "\(subject.text) \(say(english(verb, subject), french(verb, subject))) \(complement)"
    }

    private func english(_ verb: ReadBackVerb, _ subject: ReadBackSubject) -> String {
        let isNegated = subject.isNegated && !subject.saysNone
        return switch verb {
        case .be, .amount: (subject.isPlural || subject.isCalledInPlural ? "are" : "is") + (isNegated ? " not" : "")
        case .have: isNegated ? (subject.isPlural ? "do not have" : "does not have") : subject.isPlural ? "have" : "has"
        case .match:
            isNegated ? (subject.isPlural ? "do not match" : "does not match") : subject.isPlural ? "match" : "matches"
        }
    }

    private func french(_ verb: ReadBackVerb, _ subject: ReadBackSubject) -> String {
        let word =
            switch verb {
            case .be: subject.isPlural ? "sont" : "est"
            case .have: subject.isPlural ? "contiennent" : "contient"
            case .match: subject.isPlural ? "correspondent" : "correspond"
            case .amount: subject.isPlural ? "valent" : "vaut"
            }
        guard subject.isNegated else { return word }
        return (word.hasPrefix("e") ? "n’" : "ne ") + word + (subject.saysNone ? "" : " pas")
    }
}

extension Condition {
    /// Whether clauses stand beside each other in it.
    fileprivate var isChain: Bool {
        switch self {
        case .and, .or: true
        case .not(let inner, _): inner.isChain
        default: false
        }
    }
}
