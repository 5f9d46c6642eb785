// The clauses of a query: what is shown, counted, sorted.

import DixitSyntax
import DixitText

extension Binder {
    /// The renderings that `as` knows.
    static let formats = [
        "table", "list", "kwic", "pivot", "json", "jsonl", "csv", "excel", "tsv", "markdown", "html", "chart",
    ]

    /// Input: `find statements where speaker = "El Khalfi" sort by date desc limit 10`
    ///
    /// - Parameter isExplained: whether `explain` stands before it.
    mutating func bind(_ select: Select, isExplained: Bool = false) -> BoundSelect? {
        guard let (set, source) = bindSource(of: select) else { return nil }
        let errors = diagnostics.count
        var clauses = SelectClauses(
            verb: .find, set: set, table: store.sets[set].table, source: source, tree: select,
            isExplained: isExplained)
        guard clauses.table >= 0 else { return nil }
        if case .count(let distinct, _) = select.verb {
            clauses.verb = .count
            if let distinct, let path = bind(distinct, in: set) {
                clauses.verb = .distinct(BoundOperand(aggregate: nil, path: path))
            }
        }
        if case .count = select.verb { refuseClausesOfRows(select) }
        let condition = bindCondition(of: select, in: set)
        clauses.keys = select.by.compactMap { path in
            bind(path, in: set).map { BoundOperand(aggregate: nil, path: $0) }
        }
        if let having = select.having {
            clauses.having = NumberTest(comparison: having.comparison, value: having.count.value)
        }
        clauses.columns = columns(of: select, clauses, condition)
        clauses.sort = select.sort.compactMap { bind($0, clauses, condition) }
        clauses.limit = select.limit?.value
        clauses.skip = select.skip?.value ?? 0
        clauses.sample = select.sample.map { sample in
            (sample.size.value, sample.seed.map { UInt64($0.value) } ?? environment.seed)
        }
        clauses.rendering = format(of: select)
        if clauses.keys.contains(where: \.isMany) {
            let paths = clauses.keys.filter(\.isMany).map(\.text)
            note(.overlappingGroups(paths), at: select.by.first?.range ?? select.range)
        }
        if clauses.rendering == "pivot", clauses.keys.count > 1 {
            if let limit = select.limit { note(.pivotOfSome(without: "limit"), at: limit.range) }
            if let skip = select.skip { note(.pivotOfSome(without: "skip"), at: skip.range) }
            if select.having != nil { note(.pivotOfSome(without: "having"), at: select.range) }
        }
        guard diagnostics.count == errors else { return nil }
        return BoundSelect(form: SelectForm(clauses, of: store), condition: condition)
    }

    /// `count statements by speaker show text`, `count statements limit 3`: what would say nothing is not passed over.
    private mutating func refuseClausesOfRows(_ select: Select) {
        if let first = select.show.first { report(.countShowsNoFields, at: first.range) }
        guard select.by.isEmpty else { return }
        if let limit = select.limit { report(.oneNumber(has: "limit"), at: limit.range) }
        if let skip = select.skip { report(.oneNumber(has: "skip"), at: skip.range) }
        // `sort by count` has words of its own.
        if let key = select.sort.first, key.key != .count { report(.oneNumber(has: "sort by"), at: key.range) }
    }

    private mutating func bindSource(of select: Select) -> (set: Int, source: BoundSource)? {
        switch select.verb {
        case .find(let source), .count(_, let source): return bind(source)
        case .text: return schema.sets.firstIndex { $0.isSearchedByText }.map { ($0, .set) }
        }
    }

    private mutating func bindCondition(of select: Select, in set: Int) -> BoundCondition? {
        var conditions: [BoundCondition] = []
        if case .text(let text) = select.verb, let condition = bindBareText(text, in: set) {
            conditions.append(condition)
        }
        if let condition = select.condition.flatMap({ bind($0, in: set) }) { conditions.append(condition) }
        return conditions.count > 1 ? .and(conditions) : conditions.first
    }

    /// Input: `« société civile »`: the words in the set's first text.
    private mutating func bindBareText(_ text: TextCondition, in set: Int) -> BoundCondition? {
        guard let field = schema.sets[set].fields.first(where: { $0.type == .text }) else { return nil }
        let path = Path(steps: [Name(text: field.name, range: text.range)], startsWithIt: false, range: text.range)
        let operand = Operand(aggregate: nil, path: path, range: text.range)
        let predicate = Predicate(
            operand: operand, test: .contains(text, negated: false), operatorRange: text.range, range: text.range)
        return bind(.predicate(predicate), in: set)
    }

    private mutating func columns(
        of select: Select, _ bound: SelectClauses, _ condition: BoundCondition?
    ) -> [BoundColumn] {
        if bound.isGrouped {
            return bound.keys.map { BoundColumn(name: $0.text, operand: $0, isDetail: false) }
        }
        guard case .find = bound.verb else { return [] }
        if !select.show.isEmpty {
            return select.show.compactMap { operand in
                guard let shown = bindWithScore(operand, in: bound.set) else { return nil }
                if shown.path.end == .score, condition?.hasWords != true {
                    report(.scoreNeedsText, at: operand.range)
                    return nil
                }
                return BoundColumn(name: shown.text, operand: shown, isDetail: false)
            }
        }
        let set = schema.sets[bound.set]
        return (set.shown + set.details.filter { !set.shown.contains($0) }).compactMap { name in
            let steps = name.split(separator: ".").map { Name(text: String($0), range: select.range) }
            let path = Path(steps: steps, startsWithIt: false, range: select.range)
            return bind(path, in: bound.set).map { path in
                BoundColumn(
                    name: path.text, operand: BoundOperand(aggregate: nil, path: path),
                    isDetail: set.details.contains(name))
            }
        }
    }

    /// What is shown, or sorted by, where `score` has a meaning.
    private mutating func bindWithScore(_ operand: Operand, in set: Int) -> BoundOperand? {
        allowsScore = true
        defer { allowsScore = false }
        return bind(operand, in: set)
    }

    private mutating func bind(
        _ key: SortKey, _ bound: SelectClauses, _ condition: BoundCondition?
    ) -> BoundSortKey? {
        func byRelevance() -> BoundSortKey? {
            guard let condition, condition.hasWords else {
                report(.relevanceNeedsText, at: key.range)
                return nil
            }
            return BoundSortKey(key: .relevance, isDescending: key.descending ?? true)
        }
        switch key.key {
        case .relevance: return byRelevance()
        case .count:
            guard bound.isGrouped else {
                report(.countKeyNeedsBy, at: key.range)
                return nil
            }
            return BoundSortKey(key: .count, isDescending: key.descending ?? false)
        case .operand(let operand):
            guard let bindable = bound.isGrouped ? bind(operand, in: bound.set) : bindWithScore(operand, in: bound.set)
            else { return nil }
            if bindable.path.end == .score { return byRelevance() }
            let isDescending = key.descending ?? false
            if bound.isGrouped {
                guard let place = bound.keys.firstIndex(where: { $0.text == bindable.text }) else {
                    report(.sortKeyIsNoGroup(bindable.text, keys: bound.keys.map(\.text)), at: key.range)
                    return nil
                }
                return BoundSortKey(key: .group(place), isDescending: isDescending)
            }
            guard !bindable.isMany else {
                report(.sortKeyHasMany(bindable.text), at: key.range)
                return nil
            }
            return BoundSortKey(key: .operand(bindable), isDescending: isDescending)
        }
    }

    private mutating func format(of select: Select) -> String? {
        guard let name = select.rendering else { return nil }
        let word = DixitText.folded(name.text)
        if Self.formats.contains(word) { return word }
        let suggestion = Suggestion.best(for: name.text, among: Self.formats)
        report(
            .unknownFormat(name.text, suggestion: suggestion?.text, known: Self.formats), at: name.range,
            meant: suggestion)
        return nil
    }
}

extension BoundCondition {
    /// Whether a text of the row itself is searched, so that rows can be ranked.
    var hasWords: Bool {
        switch self {
        case .test(_, .words): true
        case .and(let members), .or(let members): members.contains(where: \.hasWords)
        case .written(_, let inner): inner.hasWords
        default: false
        }
    }
}
