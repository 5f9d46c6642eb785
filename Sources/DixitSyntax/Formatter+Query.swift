// Queries, their clauses and conditions in canonical form.

extension Formatter {
    /// `find statements`, `count distinct speaker in statements`, `"société civile"`
    static func head(of select: Select) -> String {
        switch select.verb {
        case .find(let source): "find \(text(of: source))"
        case .count(let path?, let source): "count distinct \(path.text) in \(text(of: source))"
        case .count(nil, let source): "count \(text(of: source))"
        case .text(let condition): text(of: condition)
        }
    }

    private static func text(of source: Select.Source) -> String {
        switch source {
        case .named(let name): name.text
        case .them: "them"
        case .invalid: "?"
        }
    }

    /// The clauses in the order: where, by, having, show, sort by, limit, skip, sample, as.
    static func clauses(of select: Select) -> [String] {
        var clauses: [String] = []
        if let condition = select.condition { clauses.append("where \(text(of: condition))") }
        if !select.by.isEmpty { clauses.append("by \(select.by.map(\.text).joined(separator: ", "))") }
        if let having = select.having {
            clauses.append("having count \(having.comparison.rawValue) \(having.count.value)")
        }
        if !select.show.isEmpty { clauses.append("show \(select.show.map(text).joined(separator: ", "))") }
        if !select.sort.isEmpty { clauses.append("sort by \(select.sort.map(text).joined(separator: ", "))") }
        if let limit = select.limit { clauses.append("limit \(limit.value)") }
        if let skip = select.skip { clauses.append("skip \(skip.value)") }
        if let sample = select.sample {
            clauses.append("sample \(sample.size.value)" + (sample.seed.map { " seed \($0.value)" } ?? ""))
        }
        if let rendering = select.rendering { clauses.append("as \(rendering.text)") }
        return clauses
    }

    private static func text(of key: SortKey) -> String {
        let word =
            switch key.key {
            case .relevance: "relevance"
            case .count: "count"
            case .operand(let operand): text(of: operand)
            }
        return key.descending.map { word + ($0 ? " desc" : " asc") } ?? word
    }

    /// A condition on one line.
    ///
    /// - Parameter inChain: it stands between `and` or `or`, so that a chain of its own needs parentheses.
    package static func text(of condition: Condition, inChain: Bool = false) -> String {
        switch condition {
        case .and(let members, _):
            parenthesised(members.map { text(of: $0, inChain: true) }.joined(separator: " and "), inChain)
        case .or(let members, _):
            parenthesised(members.map { text(of: $0, inChain: true) }.joined(separator: " or "), inChain)
        case .not(let inner, _): "not " + text(of: inner, inChain: true)
        case .quantified(let quantified): text(of: quantified)
        case .predicate(let predicate): text(of: predicate, inChain: inChain)
        case .invalid: "?"
        }
    }

    private static func text(of quantified: Quantified) -> String {
        let start = "\(quantified.quantity.text) \(quantified.path.text)"
        guard let condition = quantified.condition else { return start }
        let isSingular = quantified.quantity == .every || !quantified.path.text.hasSuffix("s")
        return "\(start) \(isSingular ? "has" : "have") (\(text(of: condition)))"
    }

    private static func text(of predicate: Predicate, inChain: Bool) -> String {
        let left = text(of: predicate.operand)
        switch predicate.test {
        case .compare(let comparison, let value): return "\(left) \(comparison.rawValue) \(text(of: value))"
        case .between(let lower, let upper): return "\(left) between \(text(of: lower)) and \(text(of: upper))"
        case .in(let members, let negated): return "\(left) \(negated ? "not in" : "in") \(text(of: members))"
        case .missing(let negated): return "\(left) is \(negated ? "known" : "missing")"
        case .contains(let condition, let negated):
            return "\(left) \(negated ? "does not contain" : "contains") \(text(of: condition, inChain: inChain))"
        case .matches(let pattern, let exactly, let negated):
            return "\(left) \(negated ? "does not match" : "matches") \(exactly ? "exactly " : "")/\(pattern.source)/"
        }
    }

    static func parenthesised(_ text: String, _ isNeeded: Bool) -> String { isNeeded ? "(\(text))" : text }
}
