// What a query means, by the shortest way: nested loops over records, no index, no plan, no column.

import Dixit
import DixitSyntax
import DixitText
import TestSupport

/// Evaluates trees of queries over records of the small schema, as the reference says and nothing else.
struct BruteForce {
    struct Row {
        var set: String
        var id: String
        var values: [String: Parameter]
    }

    /// One value, or a row.
    enum Atom: Hashable {
        case text(String)
        case number(Double)
        case date(PartialDate)
        case boolean(Bool)
        case row(String)
    }

    let schema: Schema
    /// In the order of answers: by first day, missing last, then as they came.
    let rows: [String: [Row]]

    let tokens = KnownTokens()

    init(_ records: SmallRecords, schema: Schema) {
        self.schema = schema
        var rows: [String: [Row]] = [:]
        for (set, values) in records.rows {
            guard case .text(let id)? = values["id"] else { continue }
            rows[set, default: []].append(Row(set: set, id: id, values: values))
        }
        for set in schema.sets {
            guard let date = set.fields.first(where: { $0.type == .date })?.name else { continue }
            let days = (rows[set.name] ?? []).map { Self.date($0.values[date])?.firstDay ?? Int.max }
            let order = days.indices.sorted { days[$0] == days[$1] ? $0 < $1 : days[$0] < days[$1] }
            rows[set.name] = order.compactMap { rows[set.name]?[$0] }
        }
        self.rows = rows
    }

    static func date(_ value: Parameter?) -> PartialDate? {
        guard case .text(let text)? = value, let date = CalendarDate(text) else { return nil }
        return PartialDate(year: date.year, month: date.month ?? 0, day: date.day ?? 0)
    }

    // MARK: - Values

    /// The rows or values that a path leads to, without repetition of rows.
    func atoms(_ row: Row, _ steps: [String]) -> [Atom] {
        guard let step = steps.first else { return [.row(row.id)] }
        let rest = Array(steps.dropFirst())
        guard let field = schema[set: row.set]?[field: step] else { return [] }
        switch field.type {
        case .one(let target, let inverse), .many(let target, let inverse):
            return related(row, field.name, target, inverse).flatMap { atoms($0, rest) }
        case .date:
            guard let date = Self.date(row.values[step]) else { return [] }
            return rest.isEmpty ? [.date(date)] : part(rest[0], of: date)
        case .number:
            switch row.values[step] {
            case .integer(let number): return [.number(Double(number))]
            case .number(let number): return [.number(number)]
            default: return []
            }
        case .boolean:
            if case .boolean(let value)? = row.values[step] { return [.boolean(value)] }
            return []
        case .text, .name, .keyword:
            return texts(row.values[step]).map { .text($0) }
        }
    }

    func related(_ row: Row, _ field: String, _ target: String, _ inverse: String?) -> [Row] {
        let others = rows[target] ?? []
        if let value = row.values[field] {
            let ids = texts(value)
            return others.filter { ids.contains($0.id) }
        }
        guard let inverse else { return [] }
        return others.filter { texts($0.values[inverse]).contains(row.id) }
    }

    private func texts(_ value: Parameter?) -> [String] {
        switch value {
        case .text(let text)?: text.isEmpty ? [] : [text]
        case .list(let items)?: items.flatMap { texts($0) }
        default: []
        }
    }

    private func part(_ name: String, of date: PartialDate) -> [Atom] {
        switch name {
        case "year": PartialDate(year: date.year).map { [.date($0)] } ?? []
        case "month": date.month == 0 ? [] : PartialDate(year: date.year, month: date.month).map { [.date($0)] } ?? []
        case "day": date.day == 0 ? [] : [.date(date)]
        default: []
        }
    }

    func row(_ id: String) -> Row? { rows.values.joined().first { $0.id == id } }

    // MARK: - Conditions

    func isTrue(_ condition: Condition, _ row: Row) -> Bool {
        switch condition {
        case .and(let members, _): return members.allSatisfy { isTrue($0, row) }
        case .or(let members, _): return members.contains { isTrue($0, row) }
        case .not(let inner, _): return !isTrue(inner, row)
        case .quantified(let quantified):
            let reached = Set(atoms(row, quantified.path.steps.map(\.text)))
            let rows = reached.compactMap { atom -> Row? in if case .row(let id) = atom { self.row(id) } else { nil } }
            let count = rows.filter { row in quantified.condition.map { isTrue($0, row) } ?? true }.count
            switch quantified.quantity {
            case .some: return count > 0
            case .no: return count == 0
            case .every: return !rows.isEmpty && count == rows.count
            case .atLeast(let number): return count >= number.value
            case .atMost(let number): return count <= number.value
            case .exactly(let number): return count == number.value
            }
        case .predicate(let predicate): return isTrue(predicate, row)
        case .invalid: return false
        }
    }

    private func isTrue(_ predicate: Predicate, _ row: Row) -> Bool {
        let steps = predicate.operand.path.steps.map(\.text)
        // A field of names stands for the row that has them: equality is that of names.
        let isName = steps.last == "name" || steps.last == "names"
        let atoms: [Atom]
        switch predicate.test {
        case .compare, .in: atoms = isName ? self.atoms(row, Array(steps.dropLast())) : operand(predicate.operand, row)
        default: atoms = operand(predicate.operand, row)
        }
        switch predicate.test {
        case .compare(let comparison, let value):
            let others = values(value, row)
            func some(_ test: (Atom, Atom) -> Bool) -> Bool {
                atoms.contains { left in others.contains { test(left, $0) } }
            }
            switch comparison {
            case .equal: return some { equals($0, $1, value) }
            case .notEqual: return !some { equals($0, $1, value) }
            case .less, .lessOrEqual, .greater, .greaterOrEqual: return some { ordered($0, comparison, $1) }
            }
        case .between(let low, let high):
            guard let low = values(low, row).first, let high = values(high, row).first else { return false }
            return atoms.contains { ordered($0, .greaterOrEqual, low) && ordered($0, .lessOrEqual, high) }
        case .in(let members, let negated):
            var isMember = false
            switch members {
            case .list(let list):
                isMember = list.values.contains { value in
                    let others = values(value, row)
                    return atoms.contains { left in others.contains { equals(left, $0, value) } }
                }
            case .date(let literal):
                isMember = atoms.contains { equals($0, .date(literal.date), .date(literal)) }
            case .select(let select, _):
                let ids = Set(find(select).map(\.id))
                isMember = atoms.contains { if case .row(let id) = $0 { ids.contains(id) } else { false } }
            default: break
            }
            return isMember != negated
        case .missing(let negated): return atoms.isEmpty != negated
        case .contains(let text, let negated):
            return contains(text, row, steps) != negated
        case .matches: return false
        }
    }

    private func operand(_ operand: Operand, _ row: Row) -> [Atom] {
        let found = atoms(row, operand.path.steps.map(\.text))
        switch operand.aggregate {
        case nil: return found
        case .count: return [.number(Double(Set(found).count))]
        case .first: return found.min { smaller($0, $1) }.map { [$0] } ?? []
        case .last: return found.max { later($1, $0) }.map { [$0] } ?? []
        }
    }

    private func smaller(_ left: Atom, _ right: Atom) -> Bool {
        switch (left, right) {
        case (.date(let left), .date(let right)): (left.firstDay, left.lastDay) < (right.firstDay, right.lastDay)
        case (.number(let left), .number(let right)): left < right
        default: false
        }
    }

    private func later(_ left: Atom, _ right: Atom) -> Bool {
        switch (left, right) {
        case (.date(let left), .date(let right)): (left.lastDay, left.firstDay) > (right.lastDay, right.firstDay)
        case (.number(let left), .number(let right)): left > right
        default: false
        }
    }

    private func values(_ value: DixitSyntax.Value, _ row: Row) -> [Atom] {
        switch value {
        case .text(let literal): [.text(literal.text)]
        case .number(let literal): [.number(literal.value)]
        case .date(let literal): [.date(literal.date)]
        case .boolean(let value, _): [.boolean(value)]
        case .operand(let operand): self.operand(operand, row)
        default: []
        }
    }

    private func equals(_ left: Atom, _ right: Atom, _ value: DixitSyntax.Value) -> Bool {
        var mode = TextLiteral.Mode.folded
        if case .text(let literal) = value { mode = literal.mode }
        switch (left, right) {
        case (.row(let id), .row(let other)): return id == other
        case (.row(let id), .text(let text)):
            guard let row = row(id) else { return false }
            let forms = forms(row)
            return forms.contains { form in
                if mode == .exactly { return form == text }
                let (name, whole) = (BruteName(form), BruteName(forms[0]))
                return BruteName(text).finds(name) && !name.isGivenNameAlone(of: whole)
            }
        case (.text(let stored), .text(let text)):
            return mode == .exactly ? stored == text : folded(stored) == folded(text)
        case (.number(let left), .number(let right)): return left == right
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.date(let stored), .number(let year)):
            return Int(exactly: year).flatMap { PartialDate(year: $0) }.map { lies(stored, in: $0) } ?? false
        case (.date(let stored), .date(let date)): return lies(stored, in: date)
        default: return false
        }
    }

    /// Whether a field of names is asked, whose equality is that of names.
    func forms(_ row: Row) -> [String] { texts(row.values["name"]) + texts(row.values["names"]) }

    private func lies(_ stored: PartialDate, in date: PartialDate) -> Bool {
        stored.firstDay >= date.firstDay && stored.lastDay <= date.lastDay
    }

    private func ordered(_ left: Atom, _ comparison: Comparison, _ right: Atom) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)):
            switch comparison {
            case .less: return left < right
            case .lessOrEqual: return left <= right
            case .greater: return left > right
            default: return left >= right
            }
        case (.date(let stored), .number(let year)):
            guard let date = Int(exactly: year).flatMap({ PartialDate(year: $0) }) else { return false }
            return ordered(.date(stored), comparison, .date(date))
        case (.date(let stored), .date(let date)):
            switch comparison {
            case .less: return stored.lastDay < date.firstDay
            case .lessOrEqual: return stored.lastDay <= date.lastDay
            case .greater: return stored.firstDay > date.lastDay
            default: return stored.firstDay >= date.firstDay
            }
        default: return false
        }
    }

    // MARK: - Queries

    func find(_ select: Select) -> [Row] {
        guard case .find(.named(let name)) = select.verb else { return [] }
        let matching = (rows[name.text] ?? []).filter { row in select.condition.map { isTrue($0, row) } ?? true }
        var sorted = matching
        for key in select.sort.reversed() {
            guard case .operand(let operand) = key.key else { continue }
            let keys = sorted.map { self.operand(operand, $0).first }
            let order = keys.indices.sorted { left, right in
                guard let first = keys[left] else { return keys[right] == nil && left < right }
                guard let second = keys[right] else { return true }
                if sortsEqually(first, second) { return left < right }
                return key.descending == true ? precedes(second, first) : precedes(first, second)
            }
            sorted = order.map { sorted[$0] }
        }
        let paged = sorted.dropFirst(select.skip?.value ?? 0)
        return Array(select.limit.map { paged.prefix($0.value) } ?? paged)
    }

    private func sortsEqually(_ left: Atom, _ right: Atom) -> Bool { !precedes(left, right) && !precedes(right, left) }

    private func precedes(_ left: Atom, _ right: Atom) -> Bool {
        switch (left, right) {
        case (.date(let left), .date(let right)): left.firstDay < right.firstDay
        case (.number(let left), .number(let right)): left < right
        case (.boolean(let left), .boolean(let right)): !left && right
        case (.text(let left), .text(let right)):
            FoldedText(left).bytes == FoldedText(right).bytes
                ? false : FoldedText(left).bytes.lexicographicallyPrecedes(FoldedText(right).bytes)
        default: false
        }
    }

    /// Groups with their counts, without order.
    func groups(_ select: Select) -> [[String]: Int] {
        guard case .count(_, .named(let name)) = select.verb else { return [:] }
        var counts: [[String]: Int] = [:]
        for row in rows[name.text] ?? [] where select.condition.map({ isTrue($0, row) }) ?? true {
            var groups: [[String]] = [[]]
            for path in select.by {
                let values = Set(atoms(row, path.steps.map(\.text)).map(groupText))
                let texts = values.isEmpty ? [""] : values.sorted()
                groups = groups.flatMap { group in texts.map { group + [$0] } }
            }
            for group in groups { counts[group, default: 0] += 1 }
        }
        return counts
    }

    private func groupText(_ atom: Atom) -> String {
        switch atom {
        case .text(let text): text
        case .number(let number): String(number)
        case .date(let date): date.description
        case .boolean(let value): String(value)
        case .row(let id): "#" + id
        }
    }
}
