// Conditions: which test is which comparison of columns.

import Dixit
import DixitSyntax
import DixitText

extension Translation {
    mutating func condition(
        _ condition: Condition, in set: Int, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        switch condition {
        case .and(let members, _): return .all(try conditions(members, in: set, row))
        case .or(let members, _): return .any(try conditions(members, in: set, row))
        case .not(let inner, _): return .negated(try self.condition(inner, in: set, row))
        case .quantified(let quantified): return try self.quantified(quantified, in: set, row)
        case .predicate(let predicate): return try self.predicate(predicate, in: set, row)
        case .invalid: return .never
        }
    }

    private mutating func conditions(
        _ members: [Condition], in set: Int, _ row: RowScope
    ) throws(Unsayable) -> [Expression] {
        var conditions: [Expression] = []
        for member in members { conditions.append(try condition(member, in: set, row)) }
        return conditions
    }

    // MARK: - Rows that are related

    /// At least one row at the end of links fulfils a condition.
    mutating func some(
        _ links: ArraySlice<Link>, _ row: RowScope,
        _ end: (inout Translation, RowScope) throws(Unsayable) -> Expression
    ) throws(Unsayable) -> Expression {
        guard let link = links.first else { return try end(&self, row) }
        let other = try RowScope(binder.tableName(link.target), in: layout, names)
        let inner = try some(links.dropFirst(), other, end)
        if inner == .never { return .never }
        switch layout.relation(link.name, of: row.set) {
        case .key(let column):
            let key = Expression.column(column, of: row.name)
            if inner == .always { return .isKnown(key) }
            return .isIn(key, other.query([(other.id, "id")], where: inner))
        case .keyOfOther(let column):
            let key = Expression.column(column, of: other.name)
            return .isIn(row.id, other.query([(key, "id")], where: .all([.isKnown(key), inner])))
        case .pairs(let table, let from, let to):
            let pair = names.next("p")
            if inner == .always {
                let all = RelationalQuery(
                    [.init(value: .column(from, of: pair), name: "id")], from: .table(table, as: pair))
                return .isIn(row.id, all)
            }
            other.join(.table(table, as: pair), .equal(.column(to, of: pair), other.id))
            return .isIn(row.id, other.query([(.column(from, of: pair), "id")], where: inner))
        case nil: return .never
        }
    }

    /// Input: `at least 3 statements have (date in 2016)`
    private mutating func quantified(
        _ quantified: Quantified, in set: Int, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        guard let path = binder.bind(quantified.path, in: set) else { return .never }
        func inner(_ translation: inout Translation, _ end: RowScope) throws(Unsayable) -> Expression {
            guard let condition = quantified.condition else { return .always }
            return try translation.condition(condition, in: path.set, end)
        }
        switch quantified.quantity {
        case .some: return try some(path.links[...], row, inner)
        case .no: return .negated(try some(path.links[...], row, inner))
        case .every:
            let any = try some(path.links[...], row) { _, _ in .always }
            let other = try some(path.links[...], row) { (translation, end) throws(Unsayable) in
                .negated(try inner(&translation, end))
            }
            return .all([any, .negated(other)])
        case .atLeast(let count): return try counted(path.links, row, count.value...Int.max, inner)
        case .atMost(let count):
            return count.value < 0 ? .never : try counted(path.links, row, 0...count.value, inner)
        case .exactly(let count): return try counted(path.links, row, count.value...count.value, inner)
        }
    }

    /// The number of different rows at the end of links that fulfil a condition lies in a range.
    private mutating func counted(
        _ links: [Link], _ row: RowScope, _ range: ClosedRange<Int>,
        _ inner: (inout Translation, RowScope) throws(Unsayable) -> Expression
    ) throws(Unsayable) -> Expression {
        if range.lowerBound <= 0, range.upperBound == .max { return .always }
        if range.lowerBound == 1, range.upperBound == .max { return try some(links[...], row, inner) }
        let (start, end) = try reach(links, from: row.set)
        let condition = try inner(&self, end)
        var query = start.query([(start.id, "id")], where: condition)
        query.groups = [start.id]
        let count = Expression.count(distinct: end.id)
        // A row without any is in no group: what allows none is the opposite of what does not.
        if range.contains(0) {
            query.having = .compared(count, .greater, .integer(range.upperBound))
            return .negated(.isIn(row.id, query))
        }
        let low = Expression.compared(count, .greaterOrEqual, .integer(range.lowerBound))
        let high = Expression.compared(count, .lessOrEqual, .integer(range.upperBound))
        query.having = range.upperBound == .max ? low : .and([low, high])
        return .isIn(row.id, query)
    }

    // MARK: - Predicates

    private mutating func predicate(
        _ predicate: Predicate, in set: Int, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        guard let operand = binder.bind(predicate.operand, in: set) else { return .never }
        let place = Binder.Place(operand: operand, predicate: predicate, set: set)
        switch predicate.test {
        case .compare(let comparison, .operand(let right)) where binder.literal(.operand(right)) == nil:
            return try compared(operand, comparison, right, in: set, row, predicate)
        case .compare(let comparison, let value):
            guard let literal = binder.literal(value) else { return .never }
            switch comparison {
            case .equal: return try equal(literal, value, place, row)
            case .notEqual: return .negated(try equal(literal, value, place, row))
            default: return try ordered(comparison, literal, value, place, row)
            }
        case .between(let low, let high): return try between(low, high, place, row)
        case .in(let members, let isNegated):
            let found = try self.members(members, place, row)
            return isNegated ? .negated(found) : found
        case .missing(let isNegated):
            let known = try self.known(operand, row)
            return isNegated ? known : .negated(known)
        case .contains(let text, let isNegated):
            let found = try contains(text, operand, row)
            return isNegated ? .negated(found) : found
        case .matches(let pattern, _, _): throw Unsayable(.construct("matches", .pattern), at: pattern.range)
        }
    }

    /// There is a value.
    private mutating func known(_ operand: BoundOperand, _ row: RowScope) throws(Unsayable) -> Expression {
        let path = operand.path
        if operand.aggregate == .count { return .always }
        return try some(path.links[...], row) { (translation, end) throws(Unsayable) in
            switch path.end {
            case .row, .source, .score: return .always
            case .part(_, let part):
                return .isKnown(translation.part(part, of: translation.fieldName(path, beforePart: true), end))
            case .column:
                switch path.type {
                case .keyword(many: true):
                    return translation.someValue(path, end) { _ in .always }
                case .name(many: true):
                    return translation.someForm(end) { .equal($0(.isOf(translation.fieldName(path))), .boolean(true)) }
                default: return .isKnown(end.field(translation.fieldName(path)))
                }
            }
        }
    }

    /// Some value of a keyword of which a row may have several fulfils a condition.
    func someValue(
        _ path: BoundPath, _ row: RowScope,
        _ test: ((TableLayout.Column.Content) -> Expression) -> Expression
    ) -> Expression {
        guard let table = layout.table(.values(.init(table: row.set, field: fieldName(path)))) else { return .never }
        return someRow(of: table, row, test)
    }

    /// Some form of a row’s names fulfils a condition.
    func someForm(
        _ row: RowScope, _ test: ((TableLayout.Column.Content) -> Expression) -> Expression
    ) -> Expression {
        guard let table = layout.table(.forms(row.set)) else { return .never }
        return someRow(of: table, row, test)
    }

    /// Some row of a table beside that of a set, which belongs to a row of the set.
    private func someRow(
        of table: TableLayout.Table, _ row: RowScope,
        _ test: ((TableLayout.Column.Content) -> Expression) -> Expression
    ) -> Expression {
        let name = names.next("v")
        func column(_ content: TableLayout.Column.Content) -> Expression {
            .column(table.column(content) ?? "", of: name)
        }
        let condition = test(column)
        if condition == .never { return .never }
        var query = RelationalQuery(
            [.init(value: column(.owner), name: "id")], from: .table(table.name, as: name))
        query.condition = condition
        return .isIn(row.id, query)
    }

    // MARK: - Equal

    /// Input: `= "El Khalfi"`, `= 2016`, `in ("a", "b")`
    mutating func equal(
        _ literal: Literal, _ value: DixitSyntax.Value, _ place: Binder.Place, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        guard case .list(let items) = literal else { return try equalOne(literal, value, place, row) }
        var conditions: [Expression] = []
        for item in items { conditions.append(try equalOne(item, value, place, row)) }
        return .any(conditions)
    }

    private mutating func equalOne(
        _ literal: Literal, _ value: DixitSyntax.Value, _ place: Binder.Place, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        let operand = place.operand
        switch (operand.type, literal) {
        case (.number, .number(let number, _)):
            return try numbers(NumberInterval(.equal, number), operand, row, place)
        case (.date, _):
            guard let date = binder.date(of: literal, value, place) else { return .never }
            return try days(DateInterval(.equal, date), operand, row, place)
        default: break
        }
        let path = operand.path
        return try some(path.links[...], row) { (translation, end) throws(Unsayable) in
            switch (operand.type, literal) {
            case (.boolean, .boolean(let isTrue)):
                return .equal(end.field(translation.fieldName(path)), .boolean(isTrue))
            case (.keyword(let isMany), .text(let text, let mode)):
                let text = try translation.comparable(text, mode, value.range)
                return translation.isKeyword(text, mode, path, end, isMany: isMany)
            case (.text, .text(let text, let mode)):
                let text = try translation.comparable(text, mode, value.range)
                let field = translation.fieldName(path)
                return .equal(mode == .exactly ? end.field(field) : end.folded(.folded(field)), .text(text))
            case (.name, .text(let text, let mode)), (.one, .text(let text, let mode)),
                (.many, .text(let text, let mode)):
                return try translation.isCalled(text, mode, end, set: path.set, value.range)
            default: return .never
            }
        }
    }

    /// The form in which a text is compared.
    private func comparable(
        _ text: String, _ mode: TextLiteral.Mode, _ range: SourceRange
    ) throws(Unsayable) -> String {
        // No statement can hold the character that ends texts in C.
        if text.utf8.contains(0) { throw Unsayable(.construct("U+0000", .character), at: range) }
        switch mode {
        case .folded: return folded(text)
        case .exactly: return text
        case .roughly: throw Unsayable(.construct("roughly", .slips), at: range)
        }
    }

    private func isKeyword(
        _ text: String, _ mode: TextLiteral.Mode, _ path: BoundPath, _ row: RowScope, isMany: Bool
    ) -> Expression {
        let field = fieldName(path)
        guard isMany else {
            return .equal(mode == .exactly ? row.field(field) : row.folded(.folded(field)), .text(text))
        }
        return someValue(path, row) { .equal($0(mode == .exactly ? .value : .foldedValue), .text(text)) }
    }

    /// Input: `speaker = "El Khalfi"`: one of the row’s names is found by the text (the rule is that of ``ComparableName``).
    private func isCalled(
        _ text: String, _ mode: TextLiteral.Mode, _ row: RowScope, set: Int, _ range: SourceRange
    ) throws(Unsayable) -> Expression {
        let text = mode == .folded ? text : try comparable(text, mode, range)
        guard layout.table(.forms(row.set)) != nil else {
            // A set whose rows have no names is known by its label: `document = "a1"`.
            let label = schema.sets[set].label
            guard case .keyword(many: false)? = schema.fields(ofTable: row.set).first(where: { $0.name == label })?.type
            else { return .never }
            let compared = try comparable(text, mode, range)
            return .equal(mode == .exactly ? row.field(label) : row.folded(.folded(label)), .text(compared))
        }
        let isNamed = someForm(row) { column in
            if mode == .exactly { return .equal(column(.value), .text(text)) }
            return isFound(ComparableName(text), column)
        }
        return .all([isPart(row, of: set), isNamed])
    }

    /// Whether a stored form is found by a name that is asked for.
    private func isFound(
        _ name: ComparableName, _ column: (TableLayout.Column.Content) -> Expression
    ) -> Expression {
        guard !name.words.isEmpty else { return .never }
        func spaced(_ words: some Sequence<String>) -> String { " " + words.map { $0 + " " }.joined() }
        let words = spaced(name.words)
        var ways: [Expression] = [
            .equal(column(.normalised), .text(words)),
            .equal(column(.sorted), .text(spaced(name.words.sorted()))),
            .equal(column(.joined), .text(name.joined)),
        ]
        if let rest = name.withoutArticle { ways.append(.equal(column(.normalised), .text(spaced(rest)))) }
        if name.canEndAName {
            // Descriptions, “rival de Marine Le Pen”, have no initials.
            ways.append(.all([.isKnown(column(.initials)), .ends(column(.normalised), words)]))
            ways.append(.all([.isKnown(column(.initials)), .ends(column(.surname), words)]))
        }
        if name.initials > 0 {
            let rest = name.words.dropFirst(name.initials)
            ways.append(
                .all([
                    .ends(column(.normalised), spaced(rest)),
                    .begins(column(.initials), name.words.prefix(name.initials).joined()),
                    .compared(.length(column(.initials)), .greaterOrEqual, .integer(name.words.count)),
                ]))
        }
        return .any(ways)
    }

    // MARK: - Members

    /// What `in` looks into.
    private mutating func members(
        _ members: Members, _ place: Binder.Place, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        switch members {
        case .list(let list):
            var conditions: [Expression] = []
            for value in list.values {
                guard let literal = binder.literal(value) else { continue }
                conditions.append(try equal(literal, value, place, row))
            }
            return .any(conditions)
        case .select(let select, _):
            let ids = try self.ids(of: select)
            return try isIn(ids, place, row)
        case .named(let name):
            if let query = binder.query(named: name) {
                let ids = try self.ids(of: query)
                return try isIn(ids, place, row)
            }
            let path = Path(steps: [name], startsWithIt: false, range: name.range)
            let value = DixitSyntax.Value.operand(Operand(aggregate: nil, path: path, range: name.range))
            guard let literal = binder.literal(value) else { return .never }
            return try equal(literal, value, place, row)
        case .them(let range):
            let ids = try idsOfLast(at: range)
            return try isIn(ids, place, row)
        case .parameter(let name):
            let value = DixitSyntax.Value.parameter(name)
            guard let literal = binder.literal(value) else { return .never }
            return try equal(literal, value, place, row)
        case .date(let literal): return try equal(.date(literal.date), .date(literal), place, row)
        case .invalid: return .never
        }
    }

    private mutating func isIn(
        _ ids: RelationalQuery, _ place: Binder.Place, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        try some(place.operand.path.links[...], row) { _, end in .isIn(end.id, ids) }
    }
}
