// The clauses after the verb: in any order, each once.

extension Parser {
    /// Reads clauses until something else stands there.
    mutating func parseClauses(into select: inout Select) {
        var seen: [Keyword: SourceRange] = [:]
        var last: Keyword?
        while true {
            if isRecovering { recover() }
            adoptSynonym { $0.startsClause }
            noteClauses(of: select, seen)
            guard let keyword = currentClause else { break }
            defer { last = keyword }
            let place = current.range
            if let first = seen[keyword] {
                reportDuplicate(keyword, at: place, first: first, isNext: last == keyword)
                var duplicate = Select(verb: select.verb, range: place)
                parseClause(keyword, into: &duplicate)
                continue
            }
            seen[keyword] = place
            parseClause(keyword, into: &select)
        }
        select.range = range(from: select.range.start)
        checkClauses(of: select, seen)
    }

    /// The clause that starts here; `order by` and `offset` are read as `sort by` and `skip`.
    private var currentClause: Keyword? {
        if let keyword = current.keyword, keyword.startsClause { return keyword }
        if current.keyword == .order, peek().keyword == .by { return .sort }
        if current.keyword == .offset, peek().kind == .number { return .skip }
        return nil
    }

    /// Notes for completion the clauses that are not there yet.
    private mutating func noteClauses(of select: Select, _ seen: [Keyword: SourceRange]) {
        guard isAtEnd, expectations != nil else { return }
        for keyword in Keyword.allCases where keyword.startsClause && seen[keyword] == nil {
            if keyword == .by || keyword == .having, case .count = select.verb {
                if keyword == .having, seen[.by] == nil { continue }
            } else if keyword == .by || keyword == .having {
                continue
            }
            expectations?.note(.keyword(keyword))
        }
    }

    /// Input: `where speaker = "El Khalfi"`, `by speaker`, `sort by date desc`, `sample 50 seed 7`, `as csv`
    ///
    /// production: clause = "where" cond | "by" path { "," path } | "having" "count" compare INT
    ///     | "show" operand { "," operand } | ( "sort" | "order" ) "by" key { "," key } | "limit" INT
    ///     | ( "skip" | "offset" ) INT | "sample" INT [ "seed" INT ] | "as" NAME
    private mutating func parseClause(_ keyword: Keyword, into select: inout Select) {
        let start = current.range.start
        advance()
        switch keyword {
        case .where: select.condition = parseCondition()
        case .by: select.by = parseCommaSeparated { $0.parsePath() }
        case .having: select.having = parseHaving(from: start)
        case .show: select.show = parseCommaSeparated { $0.parseOperand() }
        case .sort:
            require(.by)
            expectations?.sorted = select.by.isEmpty ? .rows : .groups(select.by)
            if !isRecovering { select.sort = parseCommaSeparated { $0.parseSortKey() } }
            if !isAtEnd { expectations?.sorted = nil }
        case .limit: select.limit = parseCount()
        case .skip: select.skip = parseCount()
        case .sample: select.sample = parseSample()
        default: select.rendering = parseName(.format)
        }
    }

    private mutating func parseCommaSeparated<Item>(_ read: (inout Parser) -> Item) -> [Item] {
        var items = [read(&self)]
        while !isRecovering, take(.comma) { items.append(read(&self)) }
        return items
    }

    /// Input: `count >= 5`, after `having`
    private mutating func parseHaving(from start: Int) -> Having? {
        require(.count)
        guard !isRecovering, let (comparison, _) = parseComparison() else { return nil }
        guard let count = parseCount() else { return nil }
        return Having(comparison: comparison, count: count, range: range(from: start))
    }

    /// Input: `50 seed 7`, after `sample`
    private mutating func parseSample() -> Sample? {
        guard let size = parseCount() else { return nil }
        guard take(.seed) else { return Sample(size: size, seed: nil) }
        return parseCount().map { Sample(size: size, seed: $0) }
    }

    /// Input: `date desc`, `relevance`, `count of statements`
    ///
    /// production: key = ( "relevance" | "count" | operand ) [ "asc" | "desc" ]
    private mutating func parseSortKey() -> SortKey {
        let start = current.range.start
        let key: SortKey.Key
        if isAt(.relevance), peek().kind != .dot {
            advance()
            key = .relevance
        } else if isAt(.count), peek().keyword != .of {
            advance()
            key = .count
        } else {
            key = .operand(parseOperand())
        }
        adoptSynonym { $0 == .asc || $0 == .desc }
        let descending: Bool? = take(.desc) ? true : take(.asc) ? false : nil
        return SortKey(key: key, descending: descending, range: range(from: start))
    }

    /// Input: `limit 3 limit 4`; a `where` right after another is mended with `and`.
    private mutating func reportDuplicate(
        _ keyword: Keyword, at place: SourceRange, first: SourceRange, isNext: Bool
    ) {
        let fixes = keyword == .where && isNext ? [Diagnostic.Fix(range: place, text: "and", confidence: 0.8)] : []
        reportAndGoOn(
            Diagnostic(
                .duplicateClause(keyword.rawValue), at: place,
                labels: [.init(range: first, message: .firstHere)], fixes: fixes))
    }

    /// Input: `find statements by speaker`, `count statements having count > 2`
    private mutating func checkClauses(of select: Select, _ seen: [Keyword: SourceRange]) {
        guard case .count = select.verb else {
            for keyword in [Keyword.by, .having] {
                guard let place = seen[keyword] else { continue }
                let verb = SourceRange(select.range.start, select.range.start + 4)
                let isFind = source.text(verb).lowercased() == "find"
                return reportAndGoOn(
                    Diagnostic(
                        .clauseNeedsCount(keyword.rawValue), at: place,
                        fixes: isFind ? [.init(range: verb, text: "count", confidence: 0.8)] : []))
            }
            return
        }
        if let place = seen[.having], seen[.by] == nil { reportAndGoOn(Diagnostic(.havingNeedsBy, at: place)) }
    }
}
