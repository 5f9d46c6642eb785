// A line that changes the query before it: `and date >= 2016`, `by speaker`, `limit 5`.

import DixitSyntax

/// The previous query with a line worked into it.
enum Refinement {
    private static let words: Set<Keyword> = [
        .and, .or, .where, .by, .having, .show, .sort, .limit, .skip, .sample, .as,
    ]

    /// Whether a line begins as no query does.
    static func isRefinement(_ line: String) -> Bool { firstWord(of: line) != nil }

    /// The whole query. It may be wrong, as the line may be: `or` after a condition with `and` reads two ways.
    ///
    /// Nil where the line begins like a query of its own, or the previous text is none.
    static func query(_ line: String, changing previous: String) -> String? {
        guard let word = firstWord(of: line), var select = select(of: previous) else { return nil }
        let source = head(of: select)
        if word == .and || word == .or {
            let rest = line.drop { $0.isWhitespace }.dropFirst(word.rawValue.count)
            let condition = select.condition
            select.condition = nil
            if let added = self.select(of: "\(source) where \(rest)") { drop(clausesOf: added, from: &select) }
            let start = Formatter.text(of: select) + " where"
            guard let condition else { return start + rest }
            return "\(start) \(Formatter.text(of: condition, inChain: false)) \(word.rawValue)\(rest)"
        }
        if word == .where { select.condition = nil }
        if word == .by { makeCount(&select) }
        if let added = self.select(of: "\(head(of: select)) \(line)") { drop(clausesOf: added, from: &select) }
        return Formatter.text(of: select) + " " + line.drop { $0.isWhitespace }
    }

    private static func firstWord(of line: String) -> Keyword? {
        let word = line.drop { $0.isWhitespace }.prefix { $0.isLetter }
        return Keyword(spelling: word.utf8).flatMap { words.contains($0) ? $0 : nil }
    }

    /// The last query of a text, a part of which may be wrong.
    private static func select(of text: String) -> Select? {
        switch Parser.parse(text).script.statements.last?.kind {
        case .query(let select), .explain(let select): select
        default: nil
        }
    }

    /// `find statements` of `find statements where … limit 5`
    private static func head(of select: Select) -> String {
        Formatter.text(of: Select(verb: select.verb, range: select.range))
    }

    /// Rows have no groups: `find statements show text limit 5` becomes `count statements`.
    private static func makeCount(_ select: inout Select) {
        guard case .find(let source) = select.verb else { return }
        select.verb = .count(distinct: nil, source)
        select.show = []
        select.sort = []
        select.limit = nil
        select.skip = nil
        select.sample = nil
    }

    /// Each clause stands once: those of the line replace those of the query.
    private static func drop(clausesOf added: Select, from select: inout Select) {
        if added.condition != nil { select.condition = nil }
        if !added.by.isEmpty { select.by = [] }
        if added.having != nil { select.having = nil }
        if !added.show.isEmpty { select.show = [] }
        if !added.sort.isEmpty { select.sort = [] }
        if added.limit != nil { select.limit = nil }
        if added.skip != nil { select.skip = nil }
        if added.sample != nil { select.sample = nil }
        if added.rendering != nil { select.rendering = nil }
    }
}
