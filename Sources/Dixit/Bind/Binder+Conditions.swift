// Conditions: which test goes with which type, and what the literals are in the corpus.

package import DixitSyntax
package import DixitText

extension Binder {
    mutating func bind(_ condition: Condition, in set: Int) -> BoundCondition? {
        switch condition {
        case .and(let members, _):
            return bind(members, in: set).map { .and($0) }
        case .or(let members, let range):
            if members.contains(where: { if case .not = $0 { true } else { false } }) {
                let parts = members.map { member in
                    let text = Formatter.text(of: member, inChain: true)
                    if case .not = member { return "(\(text))" }
                    return text
                }
                note(.readAs(parts.joined(separator: " or ")), at: range)
            }
            return bind(members, in: set).map { .or($0) }
        case .not(let inner, _):
            return bind(inner, in: set).map { .not($0) }
        case .quantified(let quantified):
            return bind(quantified, in: set).map { .written(condition, $0) }
        case .predicate(let predicate):
            return bind(predicate, in: set).map { .written(condition, $0) }
        case .invalid:
            return nil
        }
    }

    /// All members are bound, so that each of their errors is found.
    private mutating func bind(_ members: [Condition], in set: Int) -> [BoundCondition]? {
        let bound = members.map { bind($0, in: set) }
        return bound.contains { $0 == nil } ? nil : bound.compactMap { $0 }
    }

    /// Input: `at least 3 statements have (date in 2016)`
    private mutating func bind(_ quantified: Quantified, in set: Int) -> BoundCondition? {
        guard let path = bind(quantified.path, in: set) else { return nil }
        guard path.end == .row, path.isMany else {
            report(.quantifierNeedsMany(path.text, type: path.type.noun), at: quantified.path.range)
            return nil
        }
        var inner = BoundCondition.constant(true)
        if let condition = quantified.condition {
            guard let bound = bind(condition, in: path.set) else { return nil }
            inner = bound
        }
        let quantity: BoundQuantity =
            switch quantified.quantity {
            case .some: .some
            case .no: .no
            case .every: .every
            case .atLeast(let count): .atLeast(count.value)
            case .atMost(let count): .atMost(count.value)
            case .exactly(let count): .exactly(count.value)
            }
        return .quantified(path.links, quantity, inner)
    }

    private mutating func bind(_ predicate: Predicate, in set: Int) -> BoundCondition? {
        if isTemplate, predicate.hasParameters { return standIn(for: predicate, in: set) }
        guard let operand = knownOperands[predicate.range.start] ?? bind(predicate.operand, in: set) else { return nil }
        return bind(Place(operand: operand, predicate: predicate, set: set))
    }

    /// The test of a predicate whose left side is bound.
    mutating func bind(_ place: Place) -> BoundCondition? {
        switch place.predicate.test {
        case .compare(let comparison, let value):
            return bind(comparison, value, place)
        case .between(let low, let high):
            return bindBetween(low, high, place)
        case .in(let members, let negated):
            return bind(members, place).map { negated ? .not($0) : $0 }
        case .missing(let negated):
            return known(place.operand).map { negated ? $0 : .not($0) }
        case .contains(let text, let negated):
            return bindContains(text, place).map { negated ? .not($0) : $0 }
        case .matches(let pattern, let exactly, let negated):
            return bindMatches(pattern, exactly: exactly, place).map { negated ? .not($0) : $0 }
        }
    }

    /// A predicate whose left side is bound.
    package struct Place {
        package let operand: BoundOperand
        package let predicate: Predicate
        package let set: Int

        package init(operand: BoundOperand, predicate: Predicate, set: Int) {
            (self.operand, self.predicate, self.set) = (operand, predicate, set)
        }

        var path: BoundPath { operand.path }
        var type: FieldType { operand.type }
        /// As the reader wrote the left side.
        var text: String { operand.text }
    }

    /// The condition on the rows where a path starts, from the one on the rows where it ends: some of them fulfil it.
    func along(_ path: BoundPath, _ condition: BoundCondition) -> BoundCondition {
        path.links.reversed().reduce(condition) { .related($1, $0) }
    }

    private func known(_ operand: BoundOperand) -> BoundCondition? {
        let path = operand.path
        if operand.aggregate == .count { return .constant(true) }
        switch path.end {
        case .row: return along(path, .constant(true))
        case .column(let column): return along(path, .test(column: column, .known))
        case .part(let column, .weekday): return along(path, .test(column: column, .partNumber(.weekday, .init())))
        case .part(let column, let part): return along(path, .test(column: column, .part(part, .any)))
        case .source, .score: return .constant(true)
        }
    }
}

// MARK: - Comparisons

extension Binder {
    private mutating func bind(
        _ comparison: Comparison, _ value: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        if case .operand(let right) = value, literal(value) == nil {
            return bind(comparison, right, place)
        }
        guard let literal = literal(value) else { return nil }
        switch comparison {
        case .equal: return equal(literal, value, place)
        case .notEqual: return equal(literal, value, place).map { .not($0) }
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return ordered(comparison, literal, value, place)
        }
    }

    /// Input: `= "El Khalfi"`, `= 2016`, `= true`
    mutating func equal(_ literal: Literal, _ value: DixitSyntax.Value, _ place: Place) -> BoundCondition? {
        if case .list(let items) = literal {
            return anyOf(items, value, place)
        }
        return test(equal: literal, value, place).map { wrap($0, place) }
    }

    /// A test of one of several values.
    mutating func anyOf(_ items: [Literal], _ value: DixitSyntax.Value, _ place: Place) -> BoundCondition? {
        var tests: [BoundCondition] = []
        var isGood = true
        for item in items {
            if let test = test(equal: item, value, place) { tests.append(test) } else { isGood = false }
        }
        return isGood ? wrap(merged(tests, universe: universe(of: place.path)), place) : nil
    }

    /// The test of the row at the end of the path, as a condition on the row where it starts.
    private func wrap(_ condition: BoundCondition, _ place: Place) -> BoundCondition {
        switch place.operand.aggregate {
        case nil: along(place.path, condition)
        case .count, .first, .last: condition
        }
    }

    private func universe(of path: BoundPath) -> Int { store.tables[path.table].rowCount }

    /// Rows and codes as one set each, so that a list of names is looked up once a row.
    private func merged(_ tests: [BoundCondition], universe: Int) -> BoundCondition {
        var rows: [RowSet] = []
        var codes: [Int: [RowSet]] = [:]
        var others: [BoundCondition] = []
        for test in tests {
            switch test {
            case .rows(let set): rows.append(set)
            case .test(let column, .codes(let set)): codes[column, default: []].append(set)
            default: others.append(test)
            }
        }
        if !rows.isEmpty { others.append(.rows(.union(rows, universe: universe))) }
        for (column, sets) in codes.sorted(by: { $0.key < $1.key }) {
            others.append(.test(column: column, .codes(.union(sets, universe: Int(UInt32.max) - 1))))
        }
        if others.count == 1, let only = others.first { return only }
        return others.isEmpty ? .constant(false) : .or(others)
    }

    /// The test of one value at the end of the path; nil where the value does not go with the type, which is reported.
    private mutating func test(
        equal literal: Literal, _ value: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        let path = place.path
        switch (place.type, literal) {
        case (.number, .number(let number, _)):
            return numberTest(.init(low: number, high: number), place)
        case (.date, _):
            guard let date = date(of: literal, value, place) else { return nil }
            return dateTest(DateInterval(.equal, date), place)
        case (.boolean, .boolean(let isTrue)):
            guard case .column(let column) = path.end else { return nil }
            return .test(column: column, .boolean(isTrue))
        case (.keyword, .text(let text, let mode)):
            guard case .column(let column) = path.end else { return nil }
            return keywordTest(text, mode, column: column, table: path.table, value, place)
        case (.text, .text(let text, let mode)):
            guard case .column(let column) = path.end else { return nil }
            return .test(
                column: column, .whole(BoundLiteral(text: text, mode: mode, folded: Array(DixitText.folded(text).utf8)))
            )
        case (.name, .text(let text, let mode)), (.one, .text(let text, let mode)), (.many, .text(let text, let mode)):
            return nameTest(text, mode, value, place)
        default:
            reportUnfit(value, place)
            return nil
        }
    }

    /// Input: `words > 1000`, `date >= 2016-05`, `count of statements >= 3`
    private mutating func ordered(
        _ comparison: Comparison, _ literal: Literal, _ value: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        switch (place.type, literal) {
        case (.number, .number(let number, _)):
            return numberTest(NumberInterval(comparison, number), place).map { wrap($0, place) }
        case (.number, _):
            reportUnfit(value, place)
            return nil
        case (.date, _):
            guard let date = date(of: literal, value, place) else { return nil }
            return dateTest(DateInterval(comparison, date), place).map { wrap($0, place) }
        default:
            report(
                .unfitOperator(comparison.rawValue, field: place.text, type: place.type.noun, instead: nil),
                at: place.predicate.operatorRange)
            return nil
        }
    }

    private mutating func bindBetween(
        _ low: DixitSyntax.Value, _ high: DixitSyntax.Value, _ place: Place
    ) -> BoundCondition? {
        guard let first = literalOrReport(low), let second = literalOrReport(high) else { return nil }
        switch (place.type, first, second) {
        case (.number, .number(let first, _), .number(let second, _)):
            if first > second { noteEmpty(low, high, place) }
            return numberTest(NumberInterval(low: first, high: second), place).map { wrap($0, place) }
        case (.number, .number, _):
            reportUnfit(high, place)
            return nil
        case (.number, _, _):
            reportUnfit(low, place)
            return nil
        case (.date, _, _):
            guard let from = date(of: first, low, place), let to = date(of: second, high, place) else { return nil }
            let interval = DateInterval(first: Int32(from.firstDay), last: Int32(to.lastDay))
            if from.firstDay > to.lastDay { noteEmpty(low, high, place) }
            return dateTest(interval, place).map { wrap($0, place) }
        default:
            report(
                .unfitOperator("between", field: place.text, type: place.type.noun, instead: nil),
                at: place.predicate.operatorRange)
            return nil
        }
    }

    /// `between 2024 and 2020`
    private mutating func noteEmpty(_ low: DixitSyntax.Value, _ high: DixitSyntax.Value, _ place: Place) {
        note(
            .nothingBetween(Formatter.text(of: low), Formatter.text(of: high)),
            at: SourceRange(low.range.start, high.range.end))
    }

    /// The literal that a value is; an operand is reported as a text without quotes.
    mutating func literalOrReport(_ value: DixitSyntax.Value) -> Literal? {
        if let literal = literal(value) { return literal }
        if case .operand(let operand) = value {
            let text = Formatter.text(of: operand)
            report(.unquotedText(text), at: operand.range, fix: Formatter.quoted(text))
        }
        return nil
    }

    private func numberTest(_ interval: NumberInterval, _ place: Place) -> BoundCondition? {
        switch (place.operand.aggregate, place.path.end) {
        case (.count, _): BoundCondition.counted(place.path.links, interval)
        case (.first, _), (.last, _): .picked(place.operand, .number(interval))
        case (nil, .column(let column)): .test(column: column, .number(interval))
        case (nil, .part(let column, let part)): .test(column: column, .partNumber(part, interval))
        default: .constant(false)
        }
    }

    private func dateTest(_ interval: DateInterval, _ place: Place) -> BoundCondition? {
        switch (place.operand.aggregate, place.path.end) {
        case (.first, _), (.last, _): .picked(place.operand, .date(interval))
        case (nil, .column(let column)): .test(column: column, .date(interval))
        case (nil, .part(let column, let part)): .test(column: column, .part(part, interval))
        default: .constant(false)
        }
    }

    mutating func reportUnfit(_ value: DixitSyntax.Value, _ place: Place) {
        if case .parameter(let name) = value {
            report(.unfitParameter(name.text, type: place.type.noun), at: value.range)
            return
        }
        if case .text(let literal) = value, literal.mode != .folded {
            let mode = literal.mode.rawValue
            report(.modeNeedsText(mode, field: place.text, type: place.type.noun), at: value.range)
            return
        }
        if case .part(_, .weekday) = place.path.end, case .text(let literal) = value,
            let day = WrittenDate.weekday(literal.text)
        {
            report(
                .unfitWeekday(literal.text, field: place.text, instead: String(day)), at: value.range, fix: String(day))
            return
        }
        let text = Formatter.text(of: value)
        let fix = isTextual(place.type) ? Formatter.quoted(text) : nil
        report(.unfitValue(text, field: place.text, type: place.type.noun), at: value.range, fix: fix, confidence: 0.6)
    }

    private func isTextual(_ type: FieldType) -> Bool {
        switch type {
        case .text, .name, .keyword, .one, .many: true
        case .number, .date, .boolean: false
        }
    }

    /// Input: `place = event.place`
    private mutating func bind(_ comparison: Comparison, _ operand: Operand, _ place: Place) -> BoundCondition? {
        if operand.aggregate == nil, !operand.path.startsWithIt, operand.path.steps.count == 1,
            names.field(operand.path.steps[0].text, of: place.set) == nil, isTextual(place.type)
        {
            // A word that is no field is a text that lost its quotation marks.
            let text = operand.path.steps[0].text
            report(.unquotedText(text), at: operand.range, fix: Formatter.quoted(text))
            return nil
        }
        guard let right = bind(operand, in: place.set) else { return nil }
        let left = place.operand
        guard left.type.isComparable(with: right.type), left.isEntity == right.isEntity,
            !left.isEntity || left.path.table == right.path.table
        else {
            report(.differentSets(describe(left), describe(right), suggestion: nil), at: operand.range)
            return nil
        }
        switch comparison {
        case .equal: return .compared(left, .equal, right)
        case .notEqual: return .not(.compared(left, .equal, right))
        default:
            guard left.type == .date || left.type == .number else {
                report(
                    .unfitOperator(comparison.rawValue, field: place.text, type: place.type.noun, instead: nil),
                    at: place.predicate.operatorRange)
                return nil
            }
            return .compared(left, comparison, right)
        }
    }

    /// What an operand is, for the message that compares it with another.
    func describe(_ operand: BoundOperand) -> String {
        operand.isEntity ? schema.sets[operand.path.set].name : operand.text
    }
}

extension BoundOperand {
    /// Whether it stands for rows.
    var isEntity: Bool { aggregate != .count && path.end == .row }
}

extension FieldType {
    fileprivate func isComparable(with other: FieldType) -> Bool {
        switch (self, other) {
        case (.number, .number), (.date, .date), (.boolean, .boolean): true
        case (.one, .one), (.one, .many), (.many, .one), (.many, .many): true
        case (.text, .text), (.text, .keyword), (.text, .name), (.keyword, .text), (.keyword, .keyword),
            (.keyword, .name),
            (.name, .text), (.name, .keyword), (.name, .name):
            true
        default: false
        }
    }
}

extension DateInterval {
    /// The stored intervals that fulfil a comparison with a date.
    package init(_ comparison: Comparison, _ date: PartialDate) {
        self.init()
        switch comparison {
        case .equal, .notEqual:
            first = Int32(truncatingIfNeeded: date.firstDay)
            last = Int32(truncatingIfNeeded: date.lastDay)
        case .less: last = Int32(truncatingIfNeeded: date.firstDay - 1)
        case .lessOrEqual: last = Int32(truncatingIfNeeded: date.lastDay)
        case .greater: first = Int32(truncatingIfNeeded: date.lastDay + 1)
        case .greaterOrEqual: first = Int32(truncatingIfNeeded: date.firstDay)
        }
    }
}

extension NumberInterval {
    package init(_ comparison: Comparison, _ number: Double) {
        self.init()
        switch comparison {
        case .equal, .notEqual: (low, high) = (number, number)
        case .less: (high, includesHigh) = (number, false)
        case .lessOrEqual: high = number
        case .greater: (low, includesLow) = (number, false)
        case .greaterOrEqual: low = number
        }
    }
}

extension BoundCondition {
    /// How many different rows the links lead to lies in an interval.
    fileprivate static func counted(_ links: [Link], _ interval: NumberInterval) -> BoundCondition {
        // Whole numbers inside the interval; `rounded()` would need the C library.
        let bound = 1e15
        let lowest = max(0, min(bound, interval.low))
        let highest = max(-1, min(bound, interval.high))
        var low = Double(Int(lowest))
        if low < interval.low || !interval.includesLow && low == interval.low { low += 1 }
        var high = Double(Int(highest))
        if !interval.includesHigh, high == interval.high { high -= 1 }
        guard low <= high else { return .constant(false) }
        let atLeast = BoundCondition.quantified(links, .atLeast(Int(low)), .constant(true))
        let atMost = BoundCondition.quantified(links, .atMost(Int(high)), .constant(true))
        if low == high { return .quantified(links, .exactly(Int(low)), .constant(true)) }
        if high == bound { return atLeast }
        return low == 0 ? atMost : .and([atLeast, atMost])
    }
}
