// What a field is compared with, in words: names, dates, numbers, lists, queries.

import DixitSyntax
import DixitText

extension ReadBack {
    /// Items that a list says; of longer ones the rest is counted.
    private static let longestList = 6

    /// `a, b or c`, `a, b and 97 others`
    func enumerated(_ items: [String], _ word: String) -> String {
        guard items.count > Self.longestList else { return list(items, word) }
        let rest = items.count - Self.longestList
        return items.prefix(Self.longestList).joined(separator: ", ")
            + say(
                " \(word) \(rest) \(rest == 1 ? "other" : "others")",
                " \(word) \(rest) \(rest == 1 ? "autre" : "autres")")
    }

    // MARK: - Comparisons

    /// The verb and what follows it.
    func compared(_ comparison: Comparison, _ value: DixitSyntax.Value, _ place: Binder.Place) -> (ReadBackVerb, String)
    {
        var binder = binder
        if let literal = binder.literal(value) { return compared(comparison, literal, value, place) }
        guard case .operand(let operand) = value else { return (.be, Formatter.text(of: value)) }
        let steps = steps(of: operand.path, in: place.set)
        let other = operand.aggregate == nil ? nounPhrase(steps, .one) : nounPhrase(of: operand, in: place.set)
        return (.be, related(comparison, place.type == .date, other))
    }

    /// `the same as the event’s place`
    private func related(_ comparison: Comparison, _ isDate: Bool, _ other: String) -> String {
        let of = FrenchNoun.after(de: other)
        func to(_ words: String) -> String {
            "\(words) à \(other)".replacing(" à le ", with: " au ").replacing(" à les ", with: " aux ")
        }
        return switch (comparison, isDate) {
        case (.equal, _), (.notEqual, _): say("the same as \(other)", to("identique"))
        case (.less, true): say("before \(other)", "avant \(other)")
        case (.lessOrEqual, true): say("not later than \(other)", to("au plus tard"))
        case (.greater, true): say("after \(other)", "après \(other)")
        case (.greaterOrEqual, true): say("not earlier than \(other)", to("au plus tôt"))
        case (.less, false): say("less than \(other)", "au-dessous \(of)")
        case (.lessOrEqual, false): say("at most \(other)", "au-dessous ou au niveau \(of)")
        case (.greater, false): say("more than \(other)", "au-dessus \(of)")
        case (.greaterOrEqual, false): say("at least \(other)", "au-dessus ou au niveau \(of)")
        }
    }

    private func compared(
        _ comparison: Comparison, _ literal: Literal, _ value: DixitSyntax.Value, _ place: Binder.Place
    ) -> (ReadBackVerb, String) {
        if case .list(let items) = literal {
            let parts = items.map { compared(comparison, $0, value, place) }
            if place.type.isNamed { return (.be, names(items, place)) }
            return (parts.first?.0 ?? .be, enumerated(parts.map(\.1), or))
        }
        switch (place.type, literal) {
        case (.date, _):
            var binder = binder
            guard let date = binder.date(of: literal, value, place) else { return (.be, Formatter.text(of: value)) }
            return (.be, dated(comparison, date, remark(on: value)))
        case (.number, .number(let number, let whole)):
            return (.amount, amount(comparison, whole.map { String($0) } ?? String(number)))
        case (_, .boolean(let isTrue)): return (.be, isTrue ? say("true", "vrai") : say("false", "faux"))
        case (_, .text) where place.type.isNamed: return (.be, names([literal], place))
        case (_, .text(let text, let mode)): return (.be, moded(mode) + quoted(text))
        default: return (.be, Formatter.text(of: value))
        }
    }

    private func moded(_ mode: TextLiteral.Mode) -> String {
        switch mode {
        case .folded: ""
        case .exactly: say("exactly ", "exactement ")
        case .roughly: say("roughly ", "à peu près ")
        }
    }

    /// `more than 5`, `plus de 5`
    func amount(_ comparison: Comparison, _ number: String) -> String {
        switch comparison {
        case .equal, .notEqual: number
        case .less: say("less than \(number)", "moins de \(number)")
        case .lessOrEqual: say("\(number) or less", "\(number) ou moins")
        case .greater: say("more than \(number)", "plus de \(number)")
        case .greaterOrEqual: say("\(number) or more", "\(number) ou plus")
        }
    }

    // MARK: - Dates

    /// `in May 2016`, `le 12 mai 2016 ou avant`
    private func dated(_ comparison: Comparison, _ date: PartialDate, _ remark: String) -> String {
        switch comparison {
        case .equal, .notEqual: inside(date) + remark
        case .less: say("before ", "avant ") + bounded(date) + remark
        case .lessOrEqual: inside(date) + remark + say(" or before", " ou avant")
        case .greater: say("after ", "après ") + bounded(date) + remark
        case .greaterOrEqual: inside(date) + remark + say(" or later", " ou après")
        }
    }

    private func inside(_ date: PartialDate) -> String {
        date.day > 0 ? say("on ", "le ") + written(date) : say("in ", "en ") + written(date)
    }

    private func bounded(_ date: PartialDate) -> String { (date.day > 0 ? say("", "le ") : "") + written(date) }

    /// `12 May 2016`, `1er mai 2016`
    private func written(_ date: PartialDate) -> String {
        guard date.month > 0 else { return String(date.year) }
        let month = Catalogue.of(language.messages).templates(of: "month.\(date.month)").first ?? String(date.month)
        let text = "\(month) \(date.year)"
        guard date.day > 0 else { return text }
        return (date.day == 1 ? say("1", "1er") : String(date.day)) + " " + text
    }

    /// `today` and `7 days ago` beside the day that they mean.
    private func remark(on value: DixitSyntax.Value) -> String {
        switch value {
        case .today: return say(" (today)", " (aujourd’hui)")
        case .ago(let count, let unit, _):
            let english = "\(count.value) \(unit.rawValue)\(count.value == 1 ? "" : "s") ago"
            let (one, many): (String, String) =
                switch unit {
                case .day: ("jour", "jours")
                case .week: ("semaine", "semaines")
                case .month: ("mois", "mois")
                case .year: ("an", "ans")
                }
            return say(" (\(english))", " (il y a \(count.value) \(count.value < 2 ? one : many))")
        default: return ""
        }
    }

    /// `between May 2016 and June 2016, both included`
    func between(_ low: DixitSyntax.Value, _ high: DixitSyntax.Value, _ place: Binder.Place) -> String {
        var binder = binder
        func end(_ value: DixitSyntax.Value) -> String {
            guard let literal = binder.literal(value) else { return Formatter.text(of: value) }
            if place.type == .date, let date = binder.date(of: literal, value, place) {
                return bounded(date) + remark(on: value)
            }
            if case .number(let number, let whole) = literal { return whole.map { String($0) } ?? String(number) }
            return Formatter.text(of: value)
        }
        return say(
            "between \(end(low)) and \(end(high)) (both included)", "entre \(end(low)) et \(end(high)) (compris)")
    }

    // MARK: - Names

    /// The rows that names mean, by the names they are shown by.
    private func names(_ literals: [Literal], _ place: Binder.Place) -> String {
        let index = binder.store.tables[place.path.table].names
        let part = binder.store.sets[place.path.set].rows
        var shown: [String] = []
        for case .text(let text, let mode) in literals {
            guard let index, mode == .folded || mode == .exactly else {
                shown.append(moded(mode) + quoted(text))
                continue
            }
            let rows = (try? NameResolver(index).rows(named: text, mode, .unlimited)) ?? []
            let labels = rows.filter { part.contains($0) }.map { binder.store.label(of: $0, table: place.path.table) }
            if labels.isEmpty {
                shown.append(quoted(text) + say(" (a name that nothing has)", " (un nom que rien ne porte)"))
            }
            for label in labels where !shown.contains(label) { shown.append(label) }
        }
        return enumerated(shown, or)
    }

    // MARK: - Membership

    /// `among the people whose …`, `in 2016`, `“a” or “b”`
    func membership(_ members: Members, _ place: Binder.Place, inChain: Bool) -> (ReadBackVerb, String) {
        let among = say("among ", "parmi ")
        switch members {
        case .list(let list):
            var binder = binder
            let literals = list.values.compactMap { binder.literal($0) }
            if place.type.isNamed { return (.be, names(literals, place)) }
            let parts = list.values.map { compared(.equal, $0, place) }
            return (parts.first?.0 ?? .be, enumerated(parts.map(\.1), or))
        case .select(let select, _): return (.be, among + selection(select, inChain: inChain))
        case .named(let name):
            if let definition = definition(name) { return (.be, among + definition) }
            let path = Path(steps: [name], startsWithIt: false, range: name.range)
            return compared(
                .equal, .operand(Operand(aggregate: nil, path: path, range: name.range)), place)
        case .them: return (.be, say("in the last answer", "dans la dernière réponse"))
        case .parameter(let name): return compared(.equal, .parameter(name), place)
        case .date(let literal): return compared(.equal, .date(literal), place)
        case .invalid: return (.be, "")
        }
    }
}

extension FieldType {
    /// Whether a text compared with it is a name.
    fileprivate var isNamed: Bool {
        switch self {
        case .name, .one, .many: true
        default: false
        }
    }
}
