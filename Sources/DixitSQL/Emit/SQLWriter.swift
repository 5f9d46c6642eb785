// Relational queries as SQL.

/// Writes one query in one dialect. What the dialects have in common is written here, what they spell each in its own way in
/// `SQLWriter+Dialects`.
///
/// No query inside another looks at the rows of that one, so what has queries inside it can stand in front, as a step with a
/// name: statements are as deep as their conditions, however often they lead from one thing to another.
final class SQLWriter {
    let dialect: SQLDialect
    /// The steps in front of the query, each of which may name those before it.
    private var steps: [String] = []
    /// What the same query is called already.
    private var names: [RelationalQuery: String] = [:]

    init(_ dialect: SQLDialect) { self.dialect = dialect }

    /// The query as a statement, a clause a line.
    func statement(_ query: RelationalQuery) -> String {
        let body = text(query, indent: "")
        let front = steps.isEmpty ? "" : "WITH " + steps.joined(separator: ",\n") + "\n"
        return front + body + statementEnd
    }

    /// The name of a step; no set is called so, because a space is in it.
    private func step(_ query: RelationalQuery) -> String {
        if let known = names[query] { return known }
        let body = text(query, indent: "  ")
        let name = self.name("step \(steps.count + 1)")
        steps.append("\(name) AS (\n  \(body)\n)")
        names[query] = name
        return name
    }

    func name(_ name: String) -> String { dialect.name(name) }

    // MARK: - Queries

    func text(_ query: RelationalQuery, indent: String) -> String {
        let columns = query.columns.map { "\(text($0.value, indent)) AS \(name($0.name))" }
        var lines = ["SELECT \(query.isDistinct ? "DISTINCT " : "")\(columns.joined(separator: ", "))"]
        lines.append("FROM \(text(query.source, indent))")
        for join in query.joins {
            let kind = join.isOuter ? "LEFT JOIN" : "JOIN"
            lines.append("\(kind) \(text(join.source, indent)) ON \(condition(join.condition, indent))")
        }
        if query.condition != .always { lines.append("WHERE \(condition(query.condition, indent))") }
        if !query.groups.isEmpty {
            lines.append("GROUP BY \(query.groups.map { text($0, indent) }.joined(separator: ", "))")
        }
        if query.having != .always { lines.append("HAVING \(condition(query.having, indent))") }
        if !query.order.isEmpty {
            lines.append("ORDER BY \(query.order.map { text($0, indent) }.joined(separator: ", "))")
        }
        if query.limit != nil || query.skip > 0 { lines.append(page(limit: query.limit, skip: query.skip)) }
        return lines.joined(separator: "\n" + indent)
    }

    private func text(_ order: Order, _ indent: String) -> String {
        let value = text(order.value, indent)
        let key = value + (order.isDescending ? " DESC" : "")
        // The dialects disagree about where NULL comes; all of them order false before true.
        return order.mayBeMissing ? "\(value) IS NULL, \(key)" : key
    }

    func text(_ source: Source, _ indent: String) -> String {
        switch source {
        case .table(let table, let alias): return "\(name(table)) AS \(name(alias))"
        case .query(var query, let alias):
            // Only SQLite takes the texts of a group in the order in which a query inside gives them.
            if dialect != .sqlite, query.limit == nil, query.skip == 0 { query.order = [] }
            return (query.hasQueries ? step(query) : nested(query, indent)) + " AS \(name(alias))"
        case .union(let queries, let alias):
            let parts = queries.map { query in
                query.hasQueries ? "SELECT * FROM \(step(query))" : text(query, indent: indent + "  ")
            }
            return
                "(\n\(indent)  \(parts.joined(separator: "\n\(indent)  UNION ALL\n\(indent)  "))\n\(indent)) AS \(name(alias))"
        case .words(let words, let alias): return "\(self.words(words)) AS \(name(alias))"
        }
    }

    /// `(` a query in lines of its own, or what a step has of it `)`
    private func nested(_ query: RelationalQuery, _ indent: String) -> String {
        if query.hasQueries, let column = query.columns.first {
            return "(SELECT \(name(column.name)) FROM \(step(query)))"
        }
        return "(\n\(indent)  \(text(query, indent: indent + "  "))\n\(indent))"
    }

    // MARK: - Conditions

    /// A condition that is looked at for being true: SQL's third value counts as false by itself.
    private func condition(_ condition: Expression, _ indent: String) -> String {
        truth(condition, isGuarded: false, indent)
    }

    /// - Parameter isGuarded: whether what is missing has to make a comparison false, because its opposite is looked at.
    private func truth(_ condition: Expression, isGuarded: Bool, _ indent: String) -> String {
        switch condition {
        case .and(let members): return chain(members, " AND ", isGuarded, indent)
        case .or(let members): return chain(members, " OR ", isGuarded, indent)
        case .not(let inner):
            let text = truth(inner, isGuarded: true, indent)
            return text.hasPrefix("(") && text.hasSuffix(")") && !inner.isChain ? "NOT \(text)" : "NOT (\(text))"
        case .boolean(let isTrue): return isTrue ? "1 = 1" : "1 = 0"
        default:
            let test = text(condition, indent)
            let values = isGuarded ? condition.valuesThatMayBeMissing : []
            if values.isEmpty { return test }
            return "(\((values.map { "\(text($0, indent)) IS NOT NULL" } + [test]).joined(separator: " AND ")))"
        }
    }

    private func chain(_ members: [Expression], _ word: String, _ isGuarded: Bool, _ indent: String) -> String {
        members.map { member in
            let text = truth(member, isGuarded: isGuarded, indent)
            switch member {
            case .and, .or: return "(\(text))"
            default: return text
            }
        }.joined(separator: word)
    }

    // MARK: - Values

    func text(_ expression: Expression, _ indent: String) -> String {
        func value(_ expression: Expression) -> String { text(expression, indent) }
        func list(_ expressions: [Expression]) -> String { expressions.map(value).joined(separator: ", ") }
        switch expression {
        case .column(let column, let source), .required(let column, let source):
            return "\(name(source)).\(name(column))"
        case .text(let text): return dialect.literal(text)
        case .integer(let number): return String(number)
        case .number(let number): return String(number)
        case .boolean(let isTrue): return isTrue ? "TRUE" : "FALSE"
        case .compared(let left, let comparison, let right):
            return "\(value(left)) \(comparison.rawValue) \(value(right))"
        case .and, .or, .not: return "(\(condition(expression, indent)))"
        case .isMissing(let inner): return "\(value(inner)) IS NULL"
        case .isKnown(let inner): return "\(value(inner)) IS NOT NULL"
        case .isIn(let inner, let query): return "\(value(inner)) IN \(nested(query, indent))"
        case .contains(let inner, let letters): return contains(value(inner), dialect.literal(letters))
        case .begins(let inner, let letters):
            return "substr(\(value(inner)), 1, \(letters.unicodeScalars.count)) = \(dialect.literal(letters))"
        case .ends(let inner, let letters): return ends(value(inner), letters)
        case .length(let inner): return length(value(inner))
        case .part(let inner, let start, let length):
            return "substr(\(value(inner)), \(start)\(length.map { ", \($0)" } ?? ""))"
        case .joined(let parts): return "(" + parts.map(value).joined(separator: " || ") + ")"
        case .firstKnown(let values): return "coalesce(\(list(values)))"
        case .when(let test, let inner): return "CASE WHEN \(condition(test, indent)) THEN \(value(inner)) END"
        case .sum(let left, let right): return "(\(value(left)) + \(value(right)))"
        case .product(let inner, let number): return "(\(value(inner)) * \(number))"
        case .remainder(let inner, let number): return "(\(value(inner)) % \(number))"
        case .monthEnd(let month): return monthEnd(value(month))
        case .countRows: return "count(*)"
        case .count(let inner): return "count(DISTINCT \(value(inner)))"
        case .least(let inner): return "min(\(value(inner)))"
        case .greatest(let inner): return "max(\(value(inner)))"
        case .listed(let inner, let order): return listed(value(inner), by: order.map(value))
        case .rowNumber(let partition, let order):
            let keys = order.map { value($0.value) + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
            return "row_number() OVER (PARTITION BY \(list(partition)) ORDER BY \(keys))"
        case .scalar(let query): return nested(query, indent)
        case .share(let part, let whole): return share(value(part), of: value(whole))
        case .atLeastOne(let count): return "\(dialect == .sqlite ? "max" : "greatest")(\(value(count)), 1)"
        }
    }

    /// The last day of a month in the same form, by the calendar.
    private func monthEnd(_ month: String) -> String {
        func number(_ from: Int, _ length: Int) -> String {
            "CAST(substr(\(month), \(from), \(length)) AS \(integerType))"
        }
        let year = number(1, 4)
        return "(\(month) || CASE WHEN substr(\(month), 6, 2) IN ('04', '06', '09', '11') THEN '-30' "
            + "WHEN substr(\(month), 6, 2) <> '02' THEN '-31' "
            + "WHEN \(year) % 4 = 0 AND (\(year) % 100 <> 0 OR \(year) % 400 = 0) THEN '-29' ELSE '-28' END)"
    }
}

extension Expression {
    fileprivate var isChain: Bool {
        switch self {
        case .and, .or: true
        default: false
        }
    }

    /// The values on whose absence a comparison hangs.
    fileprivate var valuesThatMayBeMissing: [Expression] {
        switch self {
        case .compared(let left, _, let right): left.isConstant ? right.guarded : left.guarded + right.guarded
        case .isIn(let value, _), .contains(let value, _), .begins(let value, _),
            .ends(let value, _):
            value.guarded
        default: []
        }
    }

    private var isConstant: Bool {
        switch self {
        case .text, .integer, .number, .boolean: true
        default: false
        }
    }

    /// Itself where it may be missing: of a part or a length, what it is of.
    private var guarded: [Expression] {
        switch self {
        case .column, .when: [self]
        case .part(let inner, _, _), .length(let inner), .remainder(let inner, _), .product(let inner, _),
            .monthEnd(let inner):
            inner.guarded
        case .sum(let left, let right): left.guarded + right.guarded
        case .joined(let parts): parts.flatMap(\.guarded)
        case .least, .greatest, .scalar: [self]
        default: []
        }
    }
}
