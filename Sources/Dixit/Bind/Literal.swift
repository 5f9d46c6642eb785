// A value of a query once parameters, `let`s, `today` and ages have been replaced.

package import DixitSyntax
package import DixitText

/// A value that needs no row to be known.
package enum Literal: Hashable, Sendable {
    case text(String, TextLiteral.Mode)
    case number(Double, whole: Int?)
    case date(PartialDate)
    case boolean(Bool)
    case list([Literal])
}

extension Literal {
    init?(_ parameter: Parameter) {
        switch parameter {
        case .text(let text): self = .text(text, .folded)
        case .integer(let number): self = .number(Double(number), whole: number)
        case .number(let number):
            guard number.isFinite else { return nil }
            self = .number(number, whole: number.wholeNumber)
        case .date(let date): self = .date(date.partial)
        case .boolean(let value): self = .boolean(value)
        case .list(let items): self = .list(items.compactMap { Literal($0) })
        }
    }
}

extension Binder {
    /// The literal that a value is; nil for an operand, and where something was wrong, which is reported.
    package mutating func literal(_ value: DixitSyntax.Value) -> Literal? {
        switch value {
        case .text(let literal): return .text(literal.text, literal.mode)
        case .number(let literal): return .number(literal.value, whole: literal.whole)
        case .date(let literal): return .date(literal.date)
        case .boolean(let isTrue, _): return .boolean(isTrue)
        case .today(let range):
            guard let today = environment.today else {
                report(.missingParameter("today"), at: range)
                return nil
            }
            return .date(today)
        case .ago(let count, let unit, let range):
            guard let today = environment.today else {
                report(.missingParameter("today"), at: range)
                return nil
            }
            guard let date = today.moved(back: count.value, unit) else {
                report(.noSuchDate(Formatter.text(of: value)), at: range)
                return nil
            }
            return .date(date)
        case .parameter(let name): return literal(of: name)
        case .operand(let operand):
            guard operand.aggregate == nil, !operand.path.startsWithIt, operand.path.steps.count == 1 else {
                return nil
            }
            let name = operand.path.steps[0]
            let key = DixitText.folded(name.text)
            guard let named = environment.definitions[key] else { return nil }
            if let known = knownValues[key] { return known }
            guard open(key, name) else { return nil }
            defer { openValues.removeLast() }
            let value = with(named.parameters) { $0.literal(named.definition) }
            knownValues[key] = value
            return value
        case .invalid: return nil
        }
    }

    /// What a `let` or a default stands for; nil for a query.
    private mutating func literal(_ definition: Definition) -> Literal? {
        switch definition {
        case .value(let value): return literal(value)
        case .list(let list): return literal(list)
        case .select: return nil
        }
    }

    /// Input: `("grève", "pension*", métiers)`: the values of lists in it stand in it themselves, each once.
    private mutating func literal(_ list: ValueList) -> Literal {
        var items: [Literal] = []
        var seen: Set<Literal> = []
        for value in list.values {
            switch literal(value) {
            case .list(let inner)?: for item in inner where seen.insert(item).inserted { items.append(item) }
            case let item?: if seen.insert(item).inserted { items.append(item) }
            case nil: continue
            }
        }
        return .list(items)
    }

    /// Notes that a name is being looked up; false where it is already, so that it would never end.
    private mutating func open(_ key: String, _ name: Name) -> Bool {
        guard !openValues.contains(key) else {
            reportCircle(name)
            return false
        }
        openValues.append(key)
        return true
    }

    /// The value of a parameter: given from outside, or its default.
    package mutating func literal(of parameter: Name) -> Literal? {
        if let value = environment.parameters[parameter.text] { return Literal(value) }
        guard open("$" + parameter.text, parameter) else { return nil }
        defer { openValues.removeLast() }
        switch environment.defaults[parameter.text] {
        case .some(.some(.select)), .some(.none):
            reportMissing(parameter)
            return nil
        case .some(.some(let definition)):
            return with(environment.defaultParameters[parameter.text] ?? [:]) { $0.literal(definition) }
        case .none:
            let known = Set(environment.parameters.keys).union(environment.defaults.keys).sorted()
            let suggestion = Suggestion.best(for: parameter.text, among: known)
            report(
                .unknownParameter(parameter.text, suggestion: suggestion?.text, known: known.map { "$" + $0 }),
                at: parameter.range, meant: suggestion, prefix: "$")
            return nil
        }
    }
}

extension PartialDate {
    /// Input: `7 days ago`. Months and years keep the day where the month has it, else take its last one.
    func moved(back count: Int, _ unit: TimeUnit) -> PartialDate? {
        guard count >= 0, count <= 4_000_000 else { return nil }
        switch unit {
        case .day: return PartialDate(dayNumber: firstDay - count)
        case .week: return PartialDate(dayNumber: firstDay - 7 * count)
        case .month, .year:
            let months = year * 12 + max(month, 1) - 1 - (unit == .month ? count : 12 * count)
            guard months >= 12 else { return nil }
            for day in stride(from: max(day, 1), through: 1, by: -1) {
                if let date = PartialDate(year: months / 12, month: months % 12 + 1, day: day) { return date }
            }
            return nil
        }
    }
}
