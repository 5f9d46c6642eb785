// What stands after `where`: conditions, quantifiers and tests.

extension Parser {
    /// Input: `a = "x" and b = "y"`, `a = "x" or b = "y"`; the two are never mixed without parentheses.
    ///
    /// production: cond = unit { "and" unit } | unit { "or" unit }
    mutating func parseCondition() -> Condition {
        let start = current.range.start
        var chain = Chain<Condition>(first: parseUnit())
        while !isRecovering {
            adoptSynonym { $0 == .and || $0 == .or }
            guard isAt(.and) || isAt(.or), let keyword = current.keyword else { break }
            let joint = takeJoint(keyword)
            let repeated = chain.nodes.last.flatMap { parseRepeatedTest(after: $0) }
            chain.append(repeated ?? parseUnit(), joint: joint)
        }
        reportMixture(chain.joints, from: start)
        let range = range(from: start)
        return chain.joined(and: { .and($0, range) }, or: { .or($0, range) })
    }

    /// Input: `not kind = "indirect"`, `(a = "x" or b = "y")`
    ///
    /// production: unit = "not" unit | "(" cond ")" | quantified | predicate
    private mutating func parseUnit() -> Condition {
        let start = current.range.start
        if expectations?.isClosed == false { expectations?.compared = nil }
        if current.kind == .word(nil), peek().keyword == .of, peek(2).kind == .leftParenthesis {
            adoptSynonym(for: 2) { $0 == .no ? .not : nil }
        }
        adoptSynonym { $0 == .not || $0 == .some || $0 == .no || $0 == .every }
        if take(.not) {
            let condition = nested(otherwise: .invalid(current.range)) { $0.parseUnit() }
            return .not(condition, range(from: start))
        }
        if current.kind == .leftParenthesis {
            return parenthesised(otherwise: .invalid(current.range)) { $0.parseCondition() }
        }
        if let quantity = parseQuantity() { return parseQuantified(quantity, from: start) }
        return parsePredicate()
    }

    /// Input: `some statements have (date in 2016)`, `no event`
    ///
    /// production: quantified = quantity path [ ( "have" | "has" ) "(" cond ")" ]
    private mutating func parseQuantified(_ quantity: Quantified.Quantity, from start: Int) -> Condition {
        let path = parsePath()
        guard !isRecovering, take(.have) || take(.has) else {
            return .quantified(Quantified(quantity: quantity, path: path, condition: nil, range: range(from: start)))
        }
        guard current.kind == .leftParenthesis else {
            reportExpected([.keyword("(")])
            return .invalid(range(from: start))
        }
        expectations?.enter(path)
        let condition = parenthesised(otherwise: Condition.invalid(current.range)) { $0.parseCondition() }
        if !isAtEnd { expectations?.leave() }
        return .quantified(
            Quantified(quantity: quantity, path: path, condition: condition, range: range(from: start)))
    }

    /// Input: `some`, `no`, `every`, `at least 3`, `at most 2`, `exactly 1`
    ///
    /// production: quantity = "some" | "no" | "every" | ( "at" "least" | "at" "most" | "exactly" ) INT
    private mutating func parseQuantity() -> Quantified.Quantity? {
        if take(.some) { return .some }
        if take(.no) { return .no }
        if take(.every) { return .every }
        if take(.exactly) { return parseCount().map { .exactly($0) } }
        guard take(.at) else { return nil }
        if take(.least) { return parseCount().map { .atLeast($0) } }
        if take(.most) { return parseCount().map { .atMost($0) } }
        reportExpected([.keyword("least"), .keyword("most")])
        return nil
    }

    /// Input: `speaker = "El Khalfi"`
    ///
    /// production: predicate = operand test
    private mutating func parsePredicate() -> Condition {
        let start = current.range.start
        if isAtEnd { noteOperand() }
        if !startsOperand, !isRecovering { reportExpected([.noun(.condition)]) }
        if isRecovering { return .invalid(range(from: start)) }
        let operand = parseOperand()
        if isRecovering { return .invalid(range(from: start)) }
        expectations?.compared = operand.path
        let operatorStart = current.range.start
        guard let (test, operatorEnd) = parseTest() else { return .invalid(range(from: start)) }
        return .predicate(
            Predicate(
                operand: operand, test: test, operatorRange: SourceRange(operatorStart, operatorEnd),
                range: range(from: start)))
    }

    /// Notes for completion what an operand can start with.
    private mutating func noteOperand() {
        expectations?.note(.field)
        for keyword in [Keyword.count, .first, .last, .it] { expectations?.note(.keyword(keyword)) }
    }

    /// Reads an operator and what it is given; returns also where the operator ends.
    ///
    /// production: test = compare value | "between" value "and" value | [ "not" ] "in" set
    ///     | "is" [ "not" ] ( "missing" | "known" ) | ( "contains" | "does" "not" "contain" ) text
    ///     | ( "matches" | "does" "not" "match" ) [ "exactly" ] REGEX
    private mutating func parseTest() -> (Predicate.Test, operatorEnd: Int)? {
        adoptSynonym { [.is, .in, .between, .contains, .matches, .not].contains($0) }
        adoptComparison()
        if take(.between) { return parseBetween() }
        if take(.in) {
            let end = lastEnd
            return (.in(parseMembers(), negated: false), end)
        }
        if take(.not) {
            require(.in)
            if isRecovering { return nil }
            let end = lastEnd
            return (.in(parseMembers(), negated: true), end)
        }
        if take(.contains) {
            let end = lastEnd
            return (.contains(parseText(), negated: false), end)
        }
        if take(.matches) { return parsePattern(negated: false) }
        if take(.does) { return parseDoesNot() }
        if isAt(.is), let test = parseAbsence() { return (test, lastEnd) }
        guard let (comparison, place) = parseComparison() else { return nil }
        if current.kind == .leftParenthesis, comparison == .equal || comparison == .notEqual {
            return parseComparedList(comparison, at: place)
        }
        let end = lastEnd
        return (.compare(comparison, parseValue()), end)
    }

    /// Input: `2016-05 and 2016-06`, after `between`
    private mutating func parseBetween() -> (Predicate.Test, operatorEnd: Int)? {
        let end = lastEnd
        let lower = parseValue()
        require(.and)
        return (.between(lower, isRecovering ? .invalid(current.range) : parseValue()), end)
    }

    /// Input: `not contain "a"`, `not match /a/`, after `does`
    private mutating func parseDoesNot() -> (Predicate.Test, operatorEnd: Int)? {
        require(.not)
        if isRecovering { return nil }
        if take(.contain) {
            let end = lastEnd
            return (.contains(parseText(), negated: true), end)
        }
        if take(.match) { return parsePattern(negated: true) }
        reportExpected([.keyword("contain"), .keyword("match")])
        return nil
    }

    /// Input: `is missing`, `is known`, `is not missing`; nil where `is` is a comparison.
    private mutating func parseAbsence() -> Predicate.Test? {
        let negation = peek().keyword == .not ? 1 : 0
        if peek(1 + negation).kind == .end { expectations?.noteAbsence() }
        var keyword = peek(1 + negation).keyword
        if case .word(nil) = peek(1 + negation).kind {
            let start = index
            index += 1 + negation
            adoptSynonym { $0 == .missing || $0 == .known }
            keyword = current.keyword
            index = start
        }
        guard keyword == .missing || keyword == .known else { return nil }
        for _ in 0..<2 + negation { advance() }
        return .missing(negated: (keyword == .known) != (negation == 1))
    }

    /// Input: `exactly /ONCF/`, after `matches`
    private mutating func parsePattern(negated: Bool) -> (Predicate.Test, operatorEnd: Int)? {
        let end = lastEnd
        let exactly = take(.exactly)
        let range = current.range
        if current.kind == .text {
            let text = source.content(ofText: range)
            report(
                Diagnostic(
                    .patternNeedsSlashes(text), at: range,
                    fixes: [.init(range: range, text: "/\(text)/", confidence: 0.6)]))
        }
        guard current.kind == .pattern else {
            reportExpected([.noun(.pattern)])
            return nil
        }
        advance()
        let inner = source.text(SourceRange(range.start + 1, range.end - 1))
        return (.matches(Pattern(source: inner, range: range), exactly: exactly, negated: negated), end)
    }

    /// Input: `=`, `!=`, `<=`, `is`, `is not`
    ///
    /// production: compare = "=" | "==" | "!=" | "<>" | "≠" | "<" | "<=" | "≤" | ">" | ">=" | "≥" | "is" [ "not" ]
    mutating func parseComparison() -> (Comparison, SourceRange)? {
        let start = current.range.start
        if case .comparison(let comparison) = current.kind {
            advance()
            return (comparison, range(from: start))
        }
        if take(.is) { return (take(.not) ? .notEqual : .equal, range(from: start)) }
        if isAtEnd { expectations?.note(.comparison) }
        reportExpected([.noun(.comparison)])
        return nil
    }

    /// Input: `= ("A", "B")`, which is `in ("A", "B")`
    private mutating func parseComparedList(
        _ comparison: Comparison, at place: SourceRange
    ) -> (Predicate.Test, operatorEnd: Int)? {
        let end = lastEnd
        let replacement = comparison == .equal ? "in" : "not in"
        reportAndGoOn(
            Diagnostic(
                .listNeedsIn(comparison.rawValue), at: place,
                fixes: [.init(range: place, text: replacement, confidence: 0.9)]))
        return (.in(parseMembers(), negated: comparison == .notEqual), end)
    }
}
