// `count … by …`: groups with their counts and shares.

import Dixit
import DixitSyntax

extension Translation {
    /// A key of groups, joined to the rows that are counted.
    struct GroupKey {
        /// What rows of one group have in common; nothing for the group of what is missing.
        var identity: Expression
        /// As it is shown.
        var value: Expression
        var order: [Expression]
        /// Of a key of rows, the number of the row.
        var number: Expression?
    }

    /// Joins the values of a path to the rows that are counted: each different value once, or none.
    mutating func groupKey(_ path: BoundPath, _ row: RowScope, at range: SourceRange) throws(Unsayable) -> GroupKey {
        if case .name(many: true) = path.type { throw Unsayable(.construct(path.text, .group), at: range) }
        guard path.isMany else { return try groupKey(at: try end(of: path.links, from: row), path, range) }
        let (start, end) = try reach(path.links, from: row.set)
        let key: GroupKey
        if case .keyword(many: true) = path.type, let values = valuesTable(path, end) {
            key = GroupKey(identity: values.value, value: values.value, order: [values.folded, values.value])
        } else {
            key = try groupKey(at: end, path, range)
        }
        let orders = key.order.indices.map { "o\($0)" }
        var columns =
            [(start.id, "k"), (key.identity, "c"), (key.value, "v")] + zip(key.order, orders).map { ($0, $1) }
        if let number = key.number { columns.append((number, "n")) }
        var query = start.query(columns, where: .isKnown(key.identity))
        query.isDistinct = true
        let joined = names.next("g")
        row.join(.query(query, as: joined), .equal(.column("k", of: joined), row.id), isOuter: true)
        func column(_ name: String) -> Expression { .column(name, of: joined) }
        return GroupKey(
            identity: column("c"), value: column("v"), order: orders.map(column),
            number: key.number.map { _ in column("n") })
    }

    private func groupKey(at row: RowScope, _ path: BoundPath, _ range: SourceRange) throws(Unsayable) -> GroupKey {
        let order = try sortKeys(at: row, path, range)
        switch path.end {
        case .row:
            return GroupKey(identity: row.id, value: label(of: row), order: order, number: row.number)
        case .column:
            let field = fieldName(path)
            switch path.type {
            case .name, .text:
                // What is equal when it is folded is one group, shown by the first of all rows that have it.
                let folded = row.folded(.folded(field))
                return GroupKey(identity: folded, value: first(field, called: folded, row), order: order)
            default: return GroupKey(identity: row.field(field), value: row.field(field), order: order)
            }
        case .part(_, let part):
            let value = self.part(part, of: fieldName(path, beforePart: true), row)
            return GroupKey(identity: value, value: value, order: order)
        case .source, .score: throw Unsayable(.construct(path.text, .group), at: range)
        }
    }

    /// A text or a name as the first row has it that has it when it is folded.
    private func first(_ field: String, called folded: Expression, _ row: RowScope) -> Expression {
        guard let table = layout.table(.folded(row.set)), let rows = layout.table(.rows(row.set)),
            let column = table.column(.folded(field)), let number = table.column(.number)
        else { return folded }
        let (inner, outer, shown) = (names.next("f"), names.next("f"), names.next("t"))
        var query = RelationalQuery(
            [
                .init(value: .column(column, of: inner), name: "c"),
                .init(value: .least(.column(number, of: inner)), name: "n"),
            ], from: .table(table.name, as: inner))
        query.condition = .isKnown(.column(column, of: inner))
        query.groups = [.column(column, of: inner)]
        row.join(.query(query, as: outer), .equal(.column("c", of: outer), folded), isOuter: true)
        row.join(
            .table(rows.name, as: shown),
            .equal(.column(rows.column(.number) ?? "n", of: shown), .column("n", of: outer)), isOuter: true)
        return .column(field, of: shown)
    }

    /// The groups of a count.
    mutating func grouped(_ select: Select, distinct: Path?, in set: Int) throws(Unsayable) -> RelationalQuery {
        let row = try rows(of: set)
        let condition = try self.condition(of: select, in: set, row)
        var keys: [GroupKey] = []
        var columns: [(Expression, String)] = []
        var paths: [String] = []
        for path in select.by {
            guard let bound = binder.bind(path, in: set) else { continue }
            let key = try groupKey(bound, row, at: path.range)
            keys.append(key)
            columns.append((key.value, bound.text))
            paths.append(bound.text)
        }
        var count = Expression.countRows
        if let distinct, let path = binder.bind(distinct, in: set) {
            count = .count(distinct: try groupKey(path, row, at: distinct.range).identity)
        }
        let all = try rows(of: set)
        let whole = try self.condition(of: select, in: set, all)
        var sum = Expression.countRows
        if let distinct, let path = binder.bind(distinct, in: set) {
            // Rows without a value make groups too, and none of them has anything to share.
            sum = .atLeastOne(.count(distinct: try groupKey(path, all, at: distinct.range).identity))
        }
        let total = all.query([(sum, "n")], where: whole)
        columns += [(count, "count"), (.share(count, of: .scalar(total)), "share")]
        var query = row.query(columns, where: condition)
        for key in keys {
            for part in [key.identity, key.value] + key.order + (key.number.map { [$0] } ?? [])
            where !query.groups.contains(part) {
                query.groups.append(part)
            }
        }
        if let having = select.having {
            query.having = .compared(count, .init(having.comparison), .integer(having.count.value))
        }
        query.order = try order(of: select, keys, paths, count, row, isDistinct: distinct != nil, in: set)
        query.limit = select.limit?.value
        query.skip = select.skip?.value ?? 0
        return query
    }

    /// The order of groups: as asked for, or the largest first and what is missing last; then by the keys, then as they were met.
    private mutating func order(
        of select: Select, _ keys: [GroupKey], _ paths: [String], _ count: Expression, _ row: RowScope,
        isDistinct: Bool, in set: Int
    ) throws(Unsayable) -> [Order] {
        var order: [Order] = []
        for key in select.sort {
            let isDescending = key.descending ?? false
            switch key.key {
            case .relevance: throw Unsayable(.construct("sort by relevance", .relevance), at: key.range)
            case .count: order.append(Order(value: count, isDescending: isDescending, mayBeMissing: false))
            case .operand(let operand):
                guard let bound = binder.bind(operand, in: set), let place = paths.firstIndex(of: bound.text) else {
                    continue
                }
                order += keys[place].order.map { Order(value: $0, isDescending: isDescending) }
            }
        }
        let isMissing = Expression.any(keys.map { .isMissing($0.identity) })
        if select.sort.isEmpty {
            order.append(Order(value: isMissing, mayBeMissing: false))
            order.append(Order(value: count, isDescending: true, mayBeMissing: false))
        }
        for key in keys { order += key.order.map { Order(value: $0) } }
        order.append(Order(value: isMissing, mayBeMissing: false))
        if keys.count > 1 || isDistinct { order.append(Order(value: .least(row.number), mayBeMissing: false)) }
        for key in keys { if let number = key.number { order.append(Order(value: number)) } }
        return order
    }
}

extension Expression.Operator {
    init(_ comparison: Comparison) {
        switch comparison {
        case .equal: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        }
    }
}
