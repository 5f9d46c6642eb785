// What stands in columns and orders: values of the row, of others that it leads to, counts, first and last ones.

import Dixit
import DixitSyntax

extension Translation {
    /// As an answer shows it: one value, or several with `; ` between.
    mutating func value(
        of operand: BoundOperand, _ row: RowScope, at range: SourceRange
    ) throws(Unsayable) -> Expression {
        let path = operand.path
        switch operand.aggregate {
        case .count: return try count(path.links, row)
        case .first, .last: return try picked(operand, row, at: range).value
        case nil: break
        }
        if path.isMany { return try list(path, row, at: range) }
        return try value(at: try end(of: path.links, from: row), path, range)
    }

    /// The row at the end of relations to one row each.
    func end(of links: [Link], from row: RowScope) throws(Unsayable) -> RowScope {
        var row = row
        for link in links { row = try row.following(link, to: binder.tableName(link.target)) }
        return row
    }

    /// What is at the end of a path, where a row has one value.
    private func value(at row: RowScope, _ path: BoundPath, _ range: SourceRange) throws(Unsayable) -> Expression {
        switch path.end {
        case .row: return label(of: row)
        case .column: return row.field(fieldName(path))
        case .part(_, let part): return self.part(part, of: fieldName(path, beforePart: true), row)
        case .source: throw Unsayable(.construct("source", .column), at: range)
        case .score: throw Unsayable(.construct("score", .column), at: range)
        }
    }

    /// The name of the field that a path ends in: `role` of `speaker.role`.
    func fieldName(_ path: BoundPath, beforePart: Bool = false) -> String {
        let steps = path.text.split(separator: ".").map(String.init)
        return beforePart ? steps.dropLast().last ?? "" : steps.last ?? ""
    }

    /// What a row is called: the label of its table's set, or its id.
    func label(of row: RowScope) -> Expression {
        guard let set = schema[set: row.set], set.label != "id", let field = labelField(of: row.set) else {
            return row.id
        }
        let isText = set[field: "id"]?.type != .number
        return isText ? .firstKnown([row.field(field), row.id]) : row.field(field)
    }

    private func labelField(of set: String) -> String? {
        guard let set = schema[set: set] else { return nil }
        switch schema.fields(ofTable: set.name).first(where: { $0.name == set.label })?.type {
        case .text, .keyword(many: false), .name(many: false): return set.label
        default: return nil
        }
    }

    /// `date.month`: the part where the date says it.
    func part(_ part: DatePart, of field: String, _ row: RowScope) -> Expression {
        let date = row.field(field)
        switch part {
        case .year: return .part(date, from: 1, length: 4)
        case .month:
            return .when(.compared(.length(date), .greaterOrEqual, .integer(7)), .part(date, from: 1, length: 7))
        case .day: return .when(.compared(.length(date), .equal, .integer(10)), date)
        case .week: return row.folded(.week(field))
        case .weekday: return row.folded(.weekday(field))
        }
    }

    // MARK: - Several values

    /// All values that a path leads to: of each row that it reaches, in the order of these rows.
    private mutating func list(_ path: BoundPath, _ row: RowScope, at range: SourceRange) throws(Unsayable)
        -> Expression
    {
        if let known = row.joined[path.text] { return known }
        let (start, end) = try reach(path.links, from: row.set)
        var value = Expression.never
        var order = [end.number]
        switch path.type {
        case .keyword(many: true):
            guard let values = valuesTable(path, end) else { break }
            value = values.value
            order += [values.folded, values.value]
        case .name(many: true):
            guard let forms = layout.table(.forms(end.set)), let isOf = forms.column(.isOf(fieldName(path))) else {
                break
            }
            let name = names.next("n")
            end.join(
                .table(forms.name, as: name),
                .all([
                    .equal(.column(forms.column(.owner) ?? "", of: name), end.id),
                    .equal(.column(isOf, of: name), .boolean(true)),
                ]))
            value = .column("form", of: name)
            order.append(.column("position", of: name))
        case .boolean:
            let truth = try self.value(at: end, path, range)
            value = .firstKnown([
                .when(.equal(truth, .boolean(true)), .text("true")),
                .when(.equal(truth, .boolean(false)), .text("false")),
            ])
        default: value = try self.value(at: end, path, range)
        }
        let keys = order.indices.map { "o\($0)" }
        var inner = start.query(
            [(start.id, "k"), (value, "v")] + zip(order, keys).map { ($0, $1) }, where: .isKnown(value))
        inner.isDistinct = true
        let source = names.next("l")
        func column(_ name: String) -> Expression { .column(name, of: source) }
        inner.order = (["k"] + keys).enumerated().map { place, _ in
            Order(value: place == 0 ? start.id : order[place - 1], mayBeMissing: false)
        }
        var outer = RelationalQuery(
            [
                .init(value: column("k"), name: "k"),
                .init(value: .listed(column("v"), by: keys.map(column)), name: "v"),
            ], from: .query(inner, as: source))
        outer.groups = [column("k")]
        let joined = names.next("l")
        row.join(.query(outer, as: joined), .equal(.column("k", of: joined), row.id), isOuter: true)
        row.joined[path.text] = .column("v", of: joined)
        return .column("v", of: joined)
    }

    /// The rows of a set with those that links lead to, in a query of their own.
    mutating func reach(_ links: [Link], from set: String) throws(Unsayable) -> (start: RowScope, end: RowScope) {
        let start = try RowScope(set, in: layout, names)
        var end = start
        for link in links { end = try end.reaching(link, to: binder.tableName(link.target)) }
        return (start, end)
    }

    /// The values of a keyword of which a row may have several, joined to the row.
    func valuesTable(_ path: BoundPath, _ row: RowScope) -> (value: Expression, folded: Expression, words: Expression)?
    {
        guard let table = layout.table(.values(.init(table: row.set, field: fieldName(path)))) else { return nil }
        let name = names.next("v")
        row.join(.table(table.name, as: name), .equal(.column(table.column(.owner) ?? "", of: name), row.id))
        return (.column("value", of: name), .column("folded", of: name), .column("words", of: name))
    }

    // MARK: - Counts, first and last ones

    /// How many different rows links lead to.
    private mutating func count(_ links: [Link], _ row: RowScope) throws(Unsayable) -> Expression {
        let key = "count of " + links.map(\.name).joined(separator: ".")
        if let known = row.joined[key] { return known }
        let (start, end) = try reach(links, from: row.set)
        var query = start.query([(start.id, "k"), (.count(distinct: end.id), "v")])
        query.groups = [start.id]
        let joined = names.next("c")
        row.join(.query(query, as: joined), .equal(.column("k", of: joined), row.id), isOuter: true)
        let count = Expression.firstKnown([.column("v", of: joined), .integer(0)])
        row.joined[key] = count
        return count
    }

    /// What `first of …` and `last of …` find.
    struct Picked {
        /// As it is shown; a number as it is.
        var value: Expression
        /// Of a date, its first and its last day.
        var firstDay: Expression
        var lastDay: Expression

        /// - Parameter found: the least or the greatest of numbers, or of texts of two days and a date.
        init(_ found: Expression, isDate: Bool, isFirst: Bool) {
            (value, firstDay, lastDay) = (found, found, found)
            guard isDate else { return }
            let days = [1, 11].map { Expression.part(found, from: $0, length: 10) }
            value = .part(found, from: 21, length: nil)
            (firstDay, lastDay) = isFirst ? (days[0], days[1]) : (days[1], days[0])
        }
    }

    /// The earliest or the latest value: of dates the one that begins first, or ends last.
    mutating func picked(
        _ operand: BoundOperand, _ row: RowScope, at range: SourceRange
    ) throws(Unsayable) -> Picked {
        let path = operand.path
        if case .part = path.end { throw Unsayable(.construct(operand.text, .column), at: range) }
        let isFirst = operand.aggregate == .first
        if let known = row.joined[operand.text] { return Picked(known, isDate: path.type == .date, isFirst: isFirst) }
        let (start, end) = try reach(path.links, from: row.set)
        let field = fieldName(path)
        var value = end.field(field)
        if path.type == .date {
            let days = [end.folded(.firstDay(field)), end.folded(.lastDay(field))]
            // The days and the date itself in one text, the least or greatest of which is the one.
            value = .joined((isFirst ? days : days.reversed()) + [value])
        }
        var query = start.query([(start.id, "k"), (isFirst ? .least(value) : .greatest(value), "v")])
        query.groups = [start.id]
        let joined = names.next("p")
        row.join(.query(query, as: joined), .equal(.column("k", of: joined), row.id), isOuter: true)
        let found = Expression.column("v", of: joined)
        row.joined[operand.text] = found
        return Picked(found, isDate: path.type == .date, isFirst: isFirst)
    }

    // MARK: - Orders

    /// What orders rows as the engine orders them by a value.
    mutating func sortKeys(
        of operand: BoundOperand, _ row: RowScope, at range: SourceRange
    ) throws(Unsayable) -> [Expression] {
        switch operand.aggregate {
        case .count: return [try count(operand.path.links, row)]
        case .first, .last: return [try picked(operand, row, at: range).firstDay]
        case nil: break
        }
        let path = operand.path
        return try sortKeys(at: try end(of: path.links, from: row), path, range)
    }

    func sortKeys(at row: RowScope, _ path: BoundPath, _ range: SourceRange) throws(Unsayable) -> [Expression] {
        switch path.end {
        case .row:
            // Rows of other sets are ordered by what they are called.
            guard let set = schema[set: row.set] else { return [row.number] }
            let label = schema.fields(ofTable: set.name).first { $0.name == set.label }
            return label.map { sortKeys(of: $0, row) } ?? [row.number]
        case .column:
            let field = schema.fields(ofTable: row.set).first { $0.name == fieldName(path) }
            return field.map { sortKeys(of: $0, row) } ?? []
        case .part(_, let part): return [self.part(part, of: fieldName(path, beforePart: true), row)]
        case .source: throw Unsayable(.construct("source", .column), at: range)
        case .score: throw Unsayable(.construct("score", .column), at: range)
        }
    }

    private func sortKeys(of field: FieldSchema, _ row: RowScope) -> [Expression] {
        switch field.type {
        case .keyword(many: false): [row.folded(.folded(field.name)), row.field(field.name)]
        case .name(many: false), .text: [row.folded(.folded(field.name))]
        case .date: [row.folded(.firstDay(field.name))]
        case .number, .boolean: [row.field(field.name)]
        case .name, .keyword, .one, .many: []
        }
    }
}
