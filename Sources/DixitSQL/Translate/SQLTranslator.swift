// Questions of Dixit as SQL over the tables of an export.

package import Dixit
import DixitSyntax
import DixitText

/// Translates a script: one SQL statement for each of its queries, which gives the columns and the rows of the answer, in its order.
///
/// Names are bound to a schema, as for a corpus; values stay what they are and are compared in SQL. What SQL cannot say is an error
/// at its place in the query: nothing is left out.
package struct SQLTranslator {
    private let schema: Schema
    private let dialect: SQLDialect

    package init(_ schema: Schema, dialect: SQLDialect) { (self.schema, self.dialect) = (schema, dialect) }

    /// - Throws: ``DixitError`` E1 to E4 for what is wrong with the script, E540 for what cannot be said.
    package func statements(_ script: Query, today: CalendarDate? = nil) throws(DixitError) -> [String] {
        try queries(script, today: today).map { SQLWriter(dialect).statement($0) }
    }

    /// The same before a dialect has been put on.
    private func queries(_ script: Query, today: CalendarDate? = nil) throws(DixitError) -> [RelationalQuery] {
        // Documents have places of rows, which records have not.
        let isNews = schema == .news
        var session = Session(isNews ? Corpus(documents: []) : try RecordBuilder(schema: schema).finish())
        session.today = today
        let problems = session.problems(in: script).filter { $0.code.hasPrefix("E") }
        if !problems.isEmpty { throw DixitError(problems) }
        var translation = Translation(session.binder(script), TableLayout(schema, words: dialect.words))
        var queries: [RelationalQuery] = []
        for statement in Parser.parse(script.text).script.statements {
            do throws(Unsayable) {
                if case .explain = statement.kind { throw Unsayable(.construct("explain", .explain), at: nil) }
                guard let select = translation.binder.read(statement) else { continue }
                queries.append(try translation.query(select))
            } catch {
                throw DixitError([
                    Problem(Diagnostic(error.message, at: error.range ?? statement.range), in: script.text)
                ])
            }
        }
        return queries
    }
}

/// The translation of one script.
struct Translation {
    var binder: Binder
    let layout: TableLayout
    let names = SourceNames()
    /// The last `find`, which `them` means.
    private var last: Answered?

    /// A `find` that was asked, with the one before it, which it may mean by `them`.
    private final class Answered {
        let select: Select
        let previous: Answered?

        init(_ select: Select, after previous: Answered?) { (self.select, self.previous) = (select, previous) }
    }

    init(_ binder: Binder, _ layout: TableLayout) {
        self.binder = binder
        self.layout = layout
    }

    var schema: Schema { layout.schema }

    /// The name of the set with a number.
    func setName(_ number: Int) -> String { schema.sets[number].name }

    /// The rows of a set in a query of their own.
    func rows(of set: Int) throws(Unsayable) -> RowScope { try RowScope(setName(set), in: layout, names) }

    /// Whether a row of a set's table is one of the set.
    func isPart(_ row: RowScope, of set: Int) -> Expression {
        guard let part = schema.sets[set].part else { return .always }
        return .equal(row.field(part.field), .text(part.value))
    }

    // MARK: - Queries

    /// The whole of a query, with the columns of its answer.
    mutating func query(_ select: Select) throws(Unsayable) -> RelationalQuery {
        let set = try self.set(of: select)
        if let sample = select.sample { throw Unsayable(.construct("sample", .sample), at: sample.size.range) }
        let query: RelationalQuery
        switch select.verb {
        case .find, .text: query = try found(select, in: set)
        case .count(let distinct, _):
            if select.by.isEmpty {
                query = try counted(select, distinct: distinct, in: set)
            } else {
                query = try grouped(select, distinct: distinct, in: set)
            }
        }
        if case .count = select.verb {} else { last = Answered(select, after: last) }
        return query
    }

    /// The number of the set that a query searches.
    func set(of select: Select) throws(Unsayable) -> Int {
        switch select.verb {
        case .find(let source), .count(_, let source):
            switch source {
            case .named(let name):
                if let set = binder.set(named: name.text) { return set }
                if let query = binder.query(named: name) { return try set(of: query) }
            case .them: if let set = lastSet(last) { return set }
            case .invalid: break
            }
        case .text: if let set = schema.sets.firstIndex(where: \.isSearchedByText) { return set }
        }
        throw Unsayable(.construct("find", .set), at: select.range)
    }

    /// Which rows of the set a query is about.
    mutating func condition(of select: Select, in set: Int, _ row: RowScope) throws(Unsayable) -> Expression {
        var conditions = [isPart(row, of: set)]
        switch select.verb {
        case .find(let source), .count(_, let source):
            switch source {
            case .named(let name):
                if binder.set(named: name.text) == nil, let query = binder.query(named: name) {
                    conditions.append(.isIn(row.id, try ids(of: query)))
                }
            case .them(let range): conditions.append(.isIn(row.id, try idsOfLast(at: range)))
            case .invalid: break
            }
        case .text(let text):
            if let field = schema.sets[set].fields.first(where: { $0.type == .text }) {
                conditions.append(try words(text, wordSite(ofText: field.name, row)))
            }
        }
        if let condition = select.condition { conditions.append(try self.condition(condition, in: set, row)) }
        return .all(conditions)
    }

    private func lastSet(_ answered: Answered?) -> Int? {
        guard let answered else { return nil }
        if case .find(.them) = answered.select.verb { return lastSet(answered.previous) }
        return try? set(of: answered.select)
    }

    /// The ids of the rows that `them` means.
    mutating func idsOfLast(at range: SourceRange) throws(Unsayable) -> RelationalQuery {
        guard let answered = last else { throw Unsayable(.construct("them", .set), at: range) }
        // What it means by `them` itself was the answer before it.
        last = answered.previous
        defer { last = answered }
        return try ids(of: answered.select)
    }

    /// The ids of the rows of a query, its page only where it has one.
    mutating func ids(of select: Select) throws(Unsayable) -> RelationalQuery {
        let set = try self.set(of: select)
        if let sample = select.sample { throw Unsayable(.construct("sample", .sample), at: sample.size.range) }
        let row = try rows(of: set)
        let condition = try self.condition(of: select, in: set, row)
        guard select.limit != nil || select.skip != nil else { return row.query([(row.id, "id")], where: condition) }
        let order = try self.order(of: select, in: set, row)
        var query = row.query([(row.id, "id")], where: condition)
        query.order = order
        query.limit = select.limit?.value
        query.skip = select.skip?.value ?? 0
        return query
    }

    private mutating func found(_ select: Select, in set: Int) throws(Unsayable) -> RelationalQuery {
        let row = try rows(of: set)
        let condition = try self.condition(of: select, in: set, row)
        var columns: [(Expression, String)] = []
        for operand in shown(select, in: set) {
            guard let bound = binder.bind(operand, in: set, allowing: [.score, .source]) else { continue }
            columns.append((try value(of: bound, row, at: operand.range), bound.text))
        }
        let order = try self.order(of: select, in: set, row)
        var query = row.query(columns, where: condition)
        query.order = order
        query.limit = select.limit?.value
        query.skip = select.skip?.value ?? 0
        return query
    }

    /// The columns of an answer: those asked for, or those of the set.
    private func shown(_ select: Select, in set: Int) -> [Operand] {
        if !select.show.isEmpty { return select.show }
        let set = schema.sets[set]
        return (set.shown + set.details.filter { !set.shown.contains($0) }).map { name in
            let steps = name.split(separator: ".").map { Name(text: String($0), range: select.range) }
            let path = Path(steps: steps, startsWithIt: false, range: select.range)
            return Operand(aggregate: nil, path: path, range: select.range)
        }
    }

    /// What is asked for, then the order in which rows lie, which settles every tie.
    private mutating func order(of select: Select, in set: Int, _ row: RowScope) throws(Unsayable) -> [Order] {
        var order: [Order] = []
        for key in select.sort {
            switch key.key {
            case .relevance: throw Unsayable(.construct("sort by relevance", .relevance), at: key.range)
            case .count: continue
            case .operand(let operand):
                guard let bound = binder.bind(operand, in: set) else { continue }
                order += try sortKeys(of: bound, row, at: operand.range).map {
                    Order(value: $0, isDescending: key.descending ?? false)
                }
            }
        }
        return order + [Order(value: row.number, mayBeMissing: false)]
    }

    private mutating func counted(
        _ select: Select, distinct: Path?, in set: Int
    ) throws(Unsayable) -> RelationalQuery {
        let row = try rows(of: set)
        let condition = try self.condition(of: select, in: set, row)
        guard let distinct, let path = binder.bind(distinct, in: set) else {
            return row.query([(.countRows, "count")], where: condition)
        }
        let key = try groupKey(path, row, at: distinct.range)
        return row.query([(.count(distinct: key.identity), "count")], where: condition)
    }
}
