// The rows of a table inside a query that is being made, and the rows that they lead to.

import Dixit
import DixitSyntax

/// Names of sources that no other source of the statement has: `s1`, `a2`.
final class SourceNames {
    private var count = 0

    func next(_ word: String) -> String {
        count += 1
        return word.prefix(1).lowercased() + String(count)
    }
}

/// A row of a set’s table in a query, by the name it has there. What is asked of it joins what it needs.
final class RowScope {
    /// The joins of a query, which all rows of it add to.
    private final class Joins { var list: [RelationalQuery.Join] = [] }

    let set: String
    let name: String
    private let layout: TableLayout
    private let names: SourceNames
    private let table: TableLayout.Table
    private let joins: Joins
    /// Whether there may be no such row, because a relation leads nowhere.
    private let isOptional: Bool
    private var foldedName: String?
    private var followed: [String: RowScope] = [:]
    /// What was joined to the row for an operand, by the operand: a count that is shown and sorted by is joined once.
    var joined: [String: Expression] = [:]

    /// The first row of a query.
    convenience init(_ set: String, in layout: TableLayout, _ names: SourceNames) throws(Unsayable) {
        try self.init(set, in: layout, names, Joins(), isOptional: false)
    }

    private init(
        _ set: String, in layout: TableLayout, _ names: SourceNames, _ joins: Joins, isOptional: Bool
    ) throws(Unsayable) {
        guard let table = layout.table(ofSet: set) else { throw Unsayable(.construct("find", .set), at: nil) }
        (self.set, self.layout, self.names, self.table, self.joins) = (table.name, layout, names, table, joins)
        self.isOptional = isOptional
        name = names.next(table.name)
    }

    func field(_ field: String) -> Expression { .column(table.column(.field(field)) ?? field, of: name) }
    var id: Expression { key(table.primaryKey[0]) }
    var number: Expression { key(table.column(.number) ?? "n") }

    private func key(_ column: String) -> Expression {
        isOptional ? .column(column, of: name) : .required(column, of: name)
    }

    /// A column of the same row as it is compared.
    func folded(_ content: TableLayout.Column.Content) -> Expression {
        guard let other = layout.table(.folded(set)), let column = other.column(content) else { return .boolean(false) }
        if let foldedName { return .column(column, of: foldedName) }
        let alias = names.next("f")
        foldedName = alias
        joins.list.append(
            .init(
                source: .table(other.name, as: alias),
                condition: .equal(.column(other.column(.number) ?? "n", of: alias), number), isOuter: isOptional))
        return .column(column, of: alias)
    }

    /// The row that a relation to one row leads to, if any.
    func following(_ link: Link, to target: String) throws(Unsayable) -> RowScope {
        if let known = followed[link.name] { return known }
        let other = try RowScope(target, in: layout, names, joins, isOptional: true)
        joins.list.append(
            .init(source: other.source, condition: .equal(other.id, field(link.name)), isOuter: true))
        // What is joined to it stands behind it.
        followed[link.name] = other
        return other
    }

    /// The rows that a relation leads to, each with a row of this one; those without any are gone.
    func reaching(_ link: Link, to target: String) throws(Unsayable) -> RowScope {
        let other = try RowScope(target, in: layout, names, joins, isOptional: false)
        switch layout.relation(link.name, of: set) {
        case .key(let column): join(other.source, .equal(other.id, .column(column, of: name)))
        case .keyOfOther(let column): join(other.source, .equal(.column(column, of: other.name), id))
        case .pairs(let table, let from, let to):
            let pair = names.next("p")
            join(.table(table, as: pair), .equal(.column(from, of: pair), id))
            join(other.source, .equal(other.id, .column(to, of: pair)))
        case nil: break
        }
        return other
    }

    func join(_ source: Source, _ condition: Expression, isOuter: Bool = false) {
        joins.list.append(.init(source: source, condition: condition, isOuter: isOuter))
    }

    var source: Source { .table(table.name, as: name) }

    /// The query over this row and what it has joined.
    func query(_ columns: [(Expression, String)], where condition: Expression = .always) -> RelationalQuery {
        var query = RelationalQuery(columns.map { .init(value: $0, name: $1) }, from: source)
        query.joins = joins.list
        query.condition = condition
        return query
    }
}
