// What stands after `contains`: words and where they stand.

import Dixit
import DixitSyntax
import DixitText

/// A text whose words are asked for, and what tells it from the others.
struct WordSite {
    /// What a source of words calls `k`.
    let key: Expression
    /// The words between spaces, where a column holds them.
    let spaced: Expression?
    let source: WordSource
}

/// Words side by side, of which each may be the beginning of a longer one.
private struct Phrase {
    struct Word {
        var text: String
        var isPrefix: Bool
    }
    var words: [Word]

    /// Whether letters alone tell: only the last word may go on.
    var isLetters: Bool { words.dropLast().allSatisfy { !$0.isPrefix } }

    /// ` societe civile `, or ` societe civil` for a beginning.
    var letters: String {
        " " + words.map(\.text).joined(separator: " ") + (words.last?.isPrefix == true ? "" : " ")
    }
}

extension Translation {
    func wordSite(ofText field: String, _ row: RowScope) throws(Unsayable) -> WordSite {
        if let table = layout.table(.words(.init(table: row.set, field: field))) {
            return WordSite(key: row.number, spaced: nil, source: .table(table.name))
        }
        guard let folded = layout.table(.folded(row.set)), let key = folded.column(.number),
            let words = folded.column(.words(field)), let sentences = folded.column(.sentences(field)),
            let paragraphs = folded.column(.paragraphs(field))
        else { throw Unsayable(.construct(field, .column), at: nil) }
        return WordSite(
            key: row.number, spaced: nil,
            source: .lists(table: folded.name, key: key, words: words, sentences: sentences, paragraphs: paragraphs))
    }

    /// Input: `text contains "société civile"`, `speaker contains "khalfi"`
    mutating func contains(
        _ text: TextCondition, _ operand: BoundOperand, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        let path = operand.path
        return try some(path.links[...], row) { (translation, end) throws(Unsayable) in
            let field = translation.fieldName(path)
            switch (path.end, path.type) {
            case (.column, .text): return try translation.words(text, translation.wordSite(ofText: field, end))
            case (.column, .keyword(many: false)):
                guard let folded = translation.layout.table(.folded(end.set)), let column = folded.column(.words(field))
                else { return .never }
                let words = end.folded(.words(field))
                let site = WordSite(key: words, spaced: words, source: .spaced(table: folded.name, words: column))
                return .all([.isKnown(words), try translation.words(text, site)])
            case (.column, .keyword(many: true)):
                guard let table = translation.layout.table(.values(.init(table: end.set, field: field))) else {
                    return .never
                }
                return try translation.someText(text, of: table, end)
            default:
                guard let table = translation.layout.table(.forms(end.set)) else { return .never }
                return .all([translation.isPart(end, of: path.set), try translation.someText(text, of: table, end)])
            }
        }
    }

    /// Some text of a table beside that of a set has the words.
    private mutating func someText(
        _ text: TextCondition, of table: TableLayout.Table, _ row: RowScope
    ) throws(Unsayable) -> Expression {
        let name = names.next("v")
        guard let owner = table.column(.owner), let column = table.column(.valueWords) else { return .never }
        let words = Expression.column(column, of: name)
        let site = WordSite(key: words, spaced: words, source: .spaced(table: table.name, words: column))
        var query = RelationalQuery(
            [.init(value: .column(owner, of: name), name: "id")], from: .table(table.name, as: name))
        query.condition = try self.words(text, site)
        return .isIn(row.id, query)
    }

    // MARK: - Conditions on one text

    mutating func words(_ text: TextCondition, _ site: WordSite) throws(Unsayable) -> Expression {
        switch text {
        case .and(let members, _): return .all(try words(members, site))
        case .or(let members, _): return .any(try words(members, site))
        case .not(let inner, _): return .negated(try words(inner, site))
        case .literal, .parameter: return try phrase(phrase(of: text), site)
        case .members(let all, let members, _):
            var found: [Expression] = []
            for text in try texts(members) { found.append(try phrase(phrase(text.text, text.mode, text.range), site)) }
            return all ? .all(found) : .any(found)
        case .proximity: return .isIn(site.key, places(try hits(text, site)))
        case .repeated(let inner, let count, let range):
            if count.value <= 1 { return count.value == 1 ? try words(inner, site) : .always }
            return .isIn(site.key, try repeated(inner, count.value, range, site))
        case .invalid: return .never
        }
    }

    private mutating func words(_ members: [TextCondition], _ site: WordSite) throws(Unsayable) -> [Expression] {
        var found: [Expression] = []
        for member in members { found.append(try words(member, site)) }
        return found
    }

    private mutating func phrase(_ phrase: Phrase, _ site: WordSite) throws(Unsayable) -> Expression {
        if let spaced = site.spaced, phrase.isLetters { return .contains(spaced, phrase.letters) }
        return .isIn(site.key, places(hits(phrase, site)))
    }

    /// The texts in which something stands.
    private func places(_ hits: RelationalQuery) -> RelationalQuery {
        var query = hits
        query.columns = hits.columns.filter { $0.name == "k" }
        return query
    }

    // MARK: - Texts as written

    private mutating func phrase(of text: TextCondition) throws(Unsayable) -> Phrase {
        switch text {
        case .literal(let literal): return try phrase(literal.text, literal.mode, literal.range)
        case .parameter(let name):
            if case .text(let text, let mode)? = binder.literal(of: name) { return try phrase(text, mode, name.range) }
        default: break
        }
        return Phrase(words: [])
    }

    /// The words of a quoted text, the last letters of which may be a `*`.
    private func phrase(
        _ text: String, _ mode: TextLiteral.Mode, _ range: SourceRange
    ) throws(Unsayable) -> Phrase {
        switch mode {
        case .folded: break
        case .exactly: throw Unsayable(.construct("exactly", .spelling), at: range)
        case .roughly: throw Unsayable(.construct("roughly", .slips), at: range)
        }
        let words = Words(text)
        let bytes = Array(text.utf8)
        return Phrase(
            words: (0..<words.count).map { place in
                let end = Int(words.sourceRanges[place].end)
                return .init(
                    text: words.text(of: place), isPrefix: end < bytes.count && bytes[end] == UInt8(ascii: "*"))
            })
    }

    /// Input: `any of retraites`, `all of ("a", "b")`, `any of $mots`
    private mutating func texts(
        _ members: Members
    ) throws(Unsayable) -> [(text: String, mode: TextLiteral.Mode, range: SourceRange)] {
        var texts: [(text: String, mode: TextLiteral.Mode, range: SourceRange)] = []
        func collect(_ literal: Literal?, _ range: SourceRange) {
            switch literal {
            case .text(let text, let mode): texts.append((text, mode, range))
            case .list(let items): for item in items { collect(item, range) }
            default: break
            }
        }
        switch members {
        case .list(let list): for value in list.values { collect(binder.literal(value), value.range) }
        case .parameter(let name): collect(binder.literal(of: name), name.range)
        case .named(let name):
            let path = Path(steps: [name], startsWithIt: false, range: name.range)
            collect(binder.literal(.operand(Operand(aggregate: nil, path: path, range: name.range))), name.range)
        default: break
        }
        return texts
    }
}

// MARK: - Places

extension Translation {
    /// The columns of places: whose text, the first position and the one after the last, and the sentences and paragraphs in which
    /// the first and the last word stand.
    private static let placeColumns = ["k", "s", "e", "s1", "s2", "p1", "p2"]

    /// Where something stands.
    private mutating func hits(_ text: TextCondition, _ site: WordSite) throws(Unsayable) -> RelationalQuery {
        switch text {
        case .literal, .parameter: return hits(try phrase(of: text), site)
        case .or(let members, _):
            var queries: [RelationalQuery] = []
            for member in members { queries.append(try hits(member, site)) }
            return union(queries)
        case .members(_, let members, _):
            let queries = try texts(members).map { (text) throws(Unsayable) in
                hits(try phrase(text.text, text.mode, text.range), site)
            }
            return union(queries)
        case .proximity(let left, let proximity, let right, _):
            return near(try hits(left, site), proximity, try hits(right, site))
        default: return hits(Phrase(words: []), site)
        }
    }

    private func union(_ queries: [RelationalQuery]) -> RelationalQuery {
        if queries.count == 1 { return queries[0] }
        let name = names.next("u")
        return RelationalQuery(
            Self.placeColumns.map { .init(value: .column($0, of: name), name: $0) },
            from: .union(queries, as: name))
    }

    private func hits(_ phrase: Phrase, _ site: WordSite) -> RelationalQuery {
        let sources = phrase.words.isEmpty ? [names.next("w")] : phrase.words.map { _ in names.next("w") }
        func column(_ column: String, _ source: Int) -> Expression { .column(column, of: sources[source]) }
        let last = sources.count - 1
        let columns = [
            column("k", 0), column("position", 0), .sum(column("position", 0), .integer(sources.count)),
            column("sentence", 0), column("sentence", last), column("paragraph", 0), column("paragraph", last),
        ]
        var query = RelationalQuery(
            zip(columns, Self.placeColumns).map { .init(value: $0, name: $1) },
            from: .words(site.source, as: sources[0]))
        func test(_ word: Phrase.Word, _ place: Int) -> Expression {
            word.isPrefix ? .begins(column("word", place), word.text) : .equal(column("word", place), .text(word.text))
        }
        query.condition = phrase.words.isEmpty ? .never : test(phrase.words[0], 0)
        for place in phrase.words.indices.dropFirst() {
            query.joins.append(
                .init(
                    source: .words(site.source, as: sources[place]),
                    condition: .all([
                        .equal(column("k", place), column("k", 0)),
                        .equal(column("position", place), .sum(column("position", 0), .integer(place))),
                        test(phrase.words[place], place),
                    ]), isOuter: false))
        }
        return query
    }

    /// For each place on the left the nearest one on the right on either side, where that is near enough.
    private func near(_ left: RelationalQuery, _ proximity: Proximity, _ right: RelationalQuery) -> RelationalQuery {
        var sides: [RelationalQuery] = []
        if proximity.allowsAfter { sides.append(near(left, proximity, right, isAfter: true)) }
        if proximity.allowsBefore { sides.append(near(left, proximity, right, isAfter: false)) }
        return union(sides)
    }

    /// - Parameter isAfter: whether the right side stands behind the left one.
    private func near(
        _ left: RelationalQuery, _ proximity: Proximity, _ right: RelationalQuery, isAfter: Bool
    ) -> RelationalQuery {
        let (first, second) = (names.next("h"), names.next("h"))
        func l(_ column: String) -> Expression { .column(column, of: first) }
        func r(_ column: String) -> Expression { .column(column, of: second) }
        var tests: [Expression] = [.equal(r("k"), l("k"))]
        let (before, after) = isAfter ? (l, r) : (r, l)
        tests.append(.compared(after("s"), .greaterOrEqual, before("e")))
        switch proximity {
        case .within(let words, _):
            // The distance is the number of words between, plus one.
            tests.append(.compared(after("s"), .less, .sum(before("e"), .integer(min(words, 1 << 40)))))
        case .sameSentence: tests += Self.same("s1", "s2", l, r)
        case .sameParagraph: tests += Self.same("p1", "p2", l, r)
        }
        let columns = [
            l("k"), before("s"), after("e"), before("s1"), after("s2"), before("p1"), after("p2"),
        ]
        // Of those behind it the one that begins first, of those before it the one that ends last.
        let order =
            isAfter
            ? [Order(value: r("s"), mayBeMissing: false), Order(value: r("e"), mayBeMissing: false)]
            : [
                Order(value: r("e"), isDescending: true, mayBeMissing: false),
                Order(value: r("s"), isDescending: true, mayBeMissing: false),
            ]
        var inner = RelationalQuery(
            zip(columns, Self.placeColumns).map { .init(value: $0, name: $1) }, from: .query(left, as: first))
        inner.columns.append(
            .init(value: .rowNumber(among: [l("k"), l("s"), l("e")], by: order), name: "place"))
        inner.joins = [.init(source: .query(right, as: second), condition: .all(tests), isOuter: false)]
        let name = names.next("h")
        var query = RelationalQuery(
            Self.placeColumns.map { .init(value: .column($0, of: name), name: $0) }, from: .query(inner, as: name))
        query.condition = .equal(.column("place", of: name), .integer(1))
        return query
    }

    /// Both sides lie wholly in one sentence.
    private static func same(
        _ first: String, _ last: String, _ left: (String) -> Expression, _ right: (String) -> Expression
    ) -> [Expression] {
        [
            .equal(left(first), left(last)), .equal(right(first), left(first)), .equal(right(last), left(first)),
        ]
    }

    /// More texts side by side than one statement should count.
    private static let mostRepeats = 20
    /// No text has so many words.
    private static let manyWords = 1 << 31

    /// The texts in which something stands at least so many times, counted from the left, without overlaps.
    private mutating func repeated(
        _ text: TextCondition, _ count: Int, _ range: SourceRange, _ site: WordSite
    ) throws(Unsayable) -> RelationalQuery {
        let hits = try hits(text, site)
        let name = names.next("h")
        func column(_ column: String, _ source: String) -> Expression { .column(column, of: source) }
        if hits.joins.isEmpty, case .words = hits.source {
            // Single words never overlap.
            var query = RelationalQuery([.init(value: column("k", name), name: "k")], from: .query(hits, as: name))
            query.groups = [column("k", name)]
            query.having = .compared(.count(distinct: column("s", name)), .greaterOrEqual, .integer(count))
            return query
        }
        guard count <= Self.mostRepeats else {
            throw Unsayable(.construct("at least \(count) times", .times), at: range)
        }
        // The first place and its end as one number; then, again and again, the first one that begins where that ends or later.
        func code(_ source: String) -> Expression {
            .least(.sum(.product(column("s", source), Self.manyWords), column("e", source)))
        }
        var query = RelationalQuery(
            [.init(value: column("k", name), name: "k"), .init(value: code(name), name: "c")],
            from: .query(hits, as: name))
        query.groups = [column("k", name)]
        for _ in 1..<count {
            let (before, next) = (names.next("b"), names.next("h"))
            var following = RelationalQuery(
                [.init(value: column("k", before), name: "k"), .init(value: code(next), name: "c")],
                from: .query(query, as: before))
            following.joins = [
                .init(
                    source: .query(hits, as: next),
                    condition: .and([
                        .equal(column("k", next), column("k", before)),
                        .compared(
                            column("s", next), .greaterOrEqual, .remainder(column("c", before), Self.manyWords)),
                    ]), isOuter: false)
            ]
            following.groups = [column("k", before)]
            query = following
        }
        return places(query)
    }
}
