// What `in` looks into: lists, sub-queries, `let`s, `them`, dates.

import DixitSyntax
import DixitText

extension Binder {
    mutating func bind(_ members: Members, _ place: Place) -> BoundCondition? {
        switch members {
        case .list(let list):
            var literals: [Literal] = []
            var isGood = true
            for value in list.values {
                if let literal = literalOrReport(value) { literals.append(literal) } else { isGood = false }
            }
            guard isGood else { return nil }
            return anyOf(literals, of: list.values, place)
        case .select(let select, let range):
            return bind(select).flatMap { member(.select($0), $0, at: range, place) }
        case .named(let name):
            if let select = select(definedAs: name) {
                return member(.definition(name.text, select), select, at: name.range, place)
            }
            if isQuery(name) { return nil }
            let path = Path(steps: [name], startsWithIt: false, range: name.range)
            let value = DixitSyntax.Value.operand(Operand(aggregate: nil, path: path, range: name.range))
            if let literal = literal(value) { return equal(literal, value, place) }
            reportUnknownDefinition(name)
            return nil
        case .them(let range):
            guard let set = environment.lastSet else {
                report(.noLastResult, at: range)
                return nil
            }
            guard isRows(of: store.sets[set].table, place, named: schema.sets[set].name, at: range) else { return nil }
            return along(place.path, .member(.them))
        case .parameter(let name):
            let value = DixitSyntax.Value.parameter(name)
            return literal(value).flatMap { equal($0, value, place) }
        case .date(let literal):
            return equal(.date(literal.date), .date(literal), place)
        case .invalid: return nil
        }
    }

    /// A list whose values are reported each at its own place.
    private mutating func anyOf(
        _ literals: [Literal], of values: [DixitSyntax.Value], _ place: Place
    ) -> BoundCondition? {
        guard let first = values.first else { return .constant(false) }
        if literals.count > 64, literals.allSatisfy({ if case .text = $0 { true } else { false } }) {
            return anyOf(literals, first, place)
        }
        var conditions: [BoundCondition] = []
        var isGood = true
        for (literal, value) in zip(literals, values) {
            if let condition = equal(literal, value, place) { conditions.append(condition) } else { isGood = false }
        }
        guard isGood else { return nil }
        return conditions.count == 1 ? conditions[0] : .or(conditions)
    }

    private mutating func member(
        _ source: BoundSource, _ select: BoundSelect, at range: SourceRange, _ place: Place
    ) -> BoundCondition? {
        guard case .find = select.verb else {
            report(.differentSets(place.text, "count", suggestion: nil), at: range)
            return nil
        }
        let name = schema.sets[select.set].name
        guard isRows(of: select.table, place, named: name, at: range) else { return nil }
        return along(place.path, .member(source))
    }

    /// Whether the left side stands for rows of a table; reported where it does not.
    private mutating func isRows(of table: Int, _ place: Place, named name: String, at range: SourceRange) -> Bool {
        if place.operand.isEntity, place.path.table == table { return true }
        var suggestion: String?
        if place.operand.isEntity {
            let fields = schema.sets[place.path.set].fields
            let further = fields.first { field in
                guard let target = field.type.target.flatMap({ names.set(canonical: $0) }) else { return false }
                return store.sets[target].table == table
            }
            suggestion = further.map { "\(place.path.text == "it" ? "" : place.path.text + ".")\($0.name) in (…)" }
        }
        report(.differentSets(describe(place.operand), name, suggestion: suggestion), at: range)
        return false
    }
}
