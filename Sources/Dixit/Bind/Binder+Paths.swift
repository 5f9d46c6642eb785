// Paths: which fields and relations the steps are.

package import DixitSyntax
import DixitText

extension Binder {
    /// Input: `count of statements`, `first of statements.date`
    package mutating func bind(_ operand: Operand, in set: Int) -> BoundOperand? {
        guard let path = bind(operand.path, in: set) else { return nil }
        switch operand.aggregate {
        case nil: return BoundOperand(aggregate: nil, path: path)
        case .count:
            guard path.end == .row, !path.links.isEmpty, path.isMany else {
                report(.unfitAggregate("count", path: path.text, type: path.type.noun), at: operand.range)
                return nil
            }
            return BoundOperand(aggregate: .count, path: path)
        case .first, .last:
            guard path.type == .date || path.type == .number, path.isMany else {
                let word = operand.aggregate?.rawValue ?? ""
                report(.unfitAggregate(word, path: path.text, type: path.type.noun), at: operand.range)
                return nil
            }
            return BoundOperand(aggregate: operand.aggregate == .first ? .first : .last, path: path)
        }
    }

    /// Input: `speaker.role`, `it.event.place`, `date.month`
    package mutating func bind(_ path: Path, in set: Int) -> BoundPath? {
        let setSchema = schema.sets[set]
        var bound = BoundPath(
            links: [], end: .row, type: .one(setSchema.name), set: set, table: store.sets[set].table, text: "")
        var written: [String] = []
        for (place, step) in path.steps.enumerated() {
            guard bound.table >= 0 else { return nil }
            if case .column(let column) = bound.end, bound.type == .date {
                guard let part = DatePart(rawValue: DixitText.folded(step.text)) else {
                    reportUnknownPart(step, of: written)
                    return nil
                }
                bound.end = .part(column, part)
                bound.type = part == .weekday ? .number : .date
                written.append(part.rawValue)
                continue
            }
            guard bound.end == .row else {
                report(.noFields(of: path.steps[place - 1].text, type: bound.type.noun), at: step.range)
                return nil
            }
            guard bind(step, into: &bound, written: &written) else { return nil }
        }
        bound.text = (path.startsWithIt && written.isEmpty ? ["it"] : written).joined(separator: ".")
        return bound
    }

    private mutating func bind(_ step: Name, into path: inout BoundPath, written: inout [String]) -> Bool {
        let table = store.tables[path.table]
        guard let number = names.field(step.text, of: path.set) else {
            if let end = intrinsic(step.text, table: table) {
                if end.0 == .score, !allowsScore || !path.links.isEmpty {
                    report(.scoreOfNothing, at: step.range)
                    return false
                }
                (path.end, path.type) = end
                written.append(DixitText.folded(step.text))
                return true
            }
            reportUnknownField(step, of: path.set)
            return false
        }
        let field = schema.sets[path.set].fields[number]
        written.append(field.name)
        guard let column = table.column(named: field.name) else {
            reportUnknownField(step, of: path.set)
            return false
        }
        path.type = field.type
        guard let target = field.type.target, let set = names.set(canonical: target) else {
            path.end = .column(column)
            return true
        }
        path.links.append(
            Link(
                table: path.table, column: column, target: store.sets[set].table, isMany: field.type.isMany,
                name: field.name))
        path.set = set
        path.table = store.sets[set].table
        return true
    }

    /// What every row has without a column for it.
    private func intrinsic(_ name: String, table: Table) -> (BoundPath.End, FieldType)? {
        switch DixitText.folded(name) {
        case "source" where table.places != nil: (.source, .text)
        case "score": (.score, .number)
        default: nil
        }
    }

    private mutating func reportUnknownField(_ name: Name, of set: Int) {
        let suggestion =
            Suggestion.best(for: name.text, among: names.fieldWords(of: set)) ?? furtherField(name.text, from: set)
        report(
            .unknownField(
                name.text, set: schema.sets[set].name, suggestion: suggestion?.text, known: names.fieldNames(of: set)),
            at: name.range, meant: suggestion)
    }

    /// A field of that name one relation further: `outlet` of statements is meant as `document.outlet`.
    private func furtherField(_ name: String, from set: Int) -> Suggestion? {
        for field in schema.sets[set].fields {
            guard case .one(let target, _) = field.type, let number = names.set(canonical: target),
                let found = names.field(name, of: number)
            else { continue }
            return Suggestion(text: "\(field.name).\(schema.sets[number].fields[found].name)", confidence: 0.8)
        }
        return nil
    }

    private mutating func reportUnknownPart(_ name: Name, of path: [String]) {
        let parts = DatePart.allCases.map(\.rawValue)
        let suggestion = Suggestion.best(for: name.text, among: parts)
        report(
            .unknownField(name.text, set: path.joined(separator: "."), suggestion: suggestion?.text, known: parts),
            at: name.range, meant: suggestion)
    }
}

extension FieldType {
    /// As messages call it.
    var noun: Message.Noun {
        switch self {
        case .text: .text
        case .name: .name
        case .keyword: .keyword
        case .number: .number
        case .date: .date
        case .boolean: .boolean
        case .one: .relation
        case .many: .relations
        }
    }
}
