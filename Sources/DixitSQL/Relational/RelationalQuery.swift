// A query over the tables of a layout, in no dialect yet.

/// One `SELECT`.
package struct RelationalQuery: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package var value: Expression
        package var name: String
    }

    /// A source beside the first one.
    package struct Join: Hashable, Sendable {
        package var source: Source
        package var condition: Expression
        /// Whether rows without a partner stay.
        package var isOuter: Bool
    }

    package var columns: [Column]
    package var isDistinct = false
    package var source: Source
    package var joins: [Join] = []
    package var condition = Expression.always
    package var groups: [Expression] = []
    package var having = Expression.always
    package var order: [Order] = []
    package var limit: Int?
    package var skip = 0

    package init(_ columns: [Column], from source: Source) {
        self.columns = columns
        self.source = source
    }

    /// Whether other queries are inside it.
    var hasQueries: Bool {
        ([source] + joins.map(\.source)).contains { $0.isQuery } || condition.hasQueries || having.hasQueries
            || columns.contains { $0.value.hasQueries } || joins.contains { $0.condition.hasQueries }
    }
}

extension Source {
    fileprivate var isQuery: Bool {
        switch self {
        case .table, .words: false
        case .query, .union: true
        }
    }
}

extension Expression {
    fileprivate var hasQueries: Bool {
        switch self {
        case .isIn, .scalar: true
        case .and(let members), .or(let members), .joined(let members), .firstKnown(let members):
            members.contains { $0.hasQueries }
        case .not(let inner), .atLeastOne(let inner): inner.hasQueries
        case .compared(let left, _, let right), .sum(let left, let right), .when(let left, let right),
            .share(let left, let right):
            left.hasQueries || right.hasQueries
        default: false
        }
    }
}

/// Where rows come from, and what they are called in their query.
package indirect enum Source: Hashable, Sendable {
    case table(String, as: String)
    case query(RelationalQuery, as: String)
    /// The rows of several queries with the same columns.
    case union([RelationalQuery], as: String)
    case words(WordSource, as: String)

    package var name: String {
        switch self {
        case .table(_, let name), .query(_, let name), .union(_, let name), .words(_, let name): name
        }
    }
}

/// Where words stand, a row a word: columns `k` (whose word it is), `position`, `word`, `sentence`, `paragraph`.
package enum WordSource: Hashable, Sendable {
    /// A table of words: SQLite’s.
    case table(String)
    /// Lists in columns of a table.
    case lists(table: String, key: String, words: String, sentences: String, paragraphs: String)
    /// A column with words between spaces, which are one sentence. Its words are all there is to know of a value, so `k` is the
    /// value.
    case spaced(table: String, words: String)
}
