// What a condition is expected to cost, from the indexes and without running anything.

/// How many rows a condition is expected to give, what finding them all touches, and what testing one row touches.
struct Estimate: Hashable, Sendable {
    var rows: Int
    var cost: Int
    var costPerRow: Int
}

extension Executor {
    func estimate(_ condition: BoundCondition, table: Int) -> Estimate {
        let universe = store.tables[table].rowCount
        switch condition {
        case .constant(let isTrue): return Estimate(rows: isTrue ? universe : 0, cost: 0, costPerRow: 0)
        case .written(_, let inner): return estimate(inner, table: table)
        case .not(let inner):
            let inner = estimate(inner, table: table)
            return Estimate(
                rows: max(0, universe - inner.rows), cost: inner.cost + universe / 64, costPerRow: inner.costPerRow)
        case .and(let members):
            let all = members.map { estimate($0, table: table) }
            let least = all.min { $0.rows < $1.rows }
            return Estimate(
                rows: least?.rows ?? universe, cost: all.reduce(0) { $0 + $1.cost },
                costPerRow: all.reduce(0) { $0 + $1.costPerRow })
        case .or(let members):
            let all = members.map { estimate($0, table: table) }
            return Estimate(
                rows: min(universe, all.reduce(0) { $0 + $1.rows }), cost: all.reduce(0) { $0 + $1.cost },
                costPerRow: all.reduce(0) { $0 + $1.costPerRow })
        case .rows(let set): return Estimate(rows: set.count, cost: set.count / 8, costPerRow: 1)
        case .test(let column, let test): return estimate(test, column: column, table: table)
        case .related(let link, let inner): return estimate(link, inner)
        case .quantified(let links, _, let inner):
            let target = links.last.map { estimate(inner, table: $0.target) }
            return Estimate(rows: universe / 2, cost: (target?.cost ?? 0) + universe, costPerRow: universe)
        case .compared: return Estimate(rows: universe / 4, cost: 16 * universe, costPerRow: 16)
        case .picked: return Estimate(rows: universe / 2, cost: 64 * universe, costPerRow: 64)
        case .member(let source):
            let count = count(of: source) ?? universe / 4
            return Estimate(rows: count, cost: count, costPerRow: universe)
        }
    }

    private func count(of source: BoundSource) -> Int? {
        switch source {
        case .them: scope.lastCount
        case .definition(let name, _): scope.definitions[name]?.count
        case .set, .select: nil
        }
    }

    private func estimate(_ link: Link, _ inner: BoundCondition) -> Estimate {
        let universe = store.tables[link.table].rowCount
        let targets = max(1, store.tables[link.target].rowCount)
        let target = estimate(inner, table: link.target)
        // On average every target has as many rows as any other; one that is known is counted.
        var rows = Int(Double(universe) * Double(target.rows) / Double(targets))
        if case .rows(let set) = inner, set.count <= 64,
            case .relation(let relation) = store.tables[link.table].columns[link.column]
        {
            rows = set.list().reduce(0) { $0 + relation.backward.count($1) }
        }
        return Estimate(rows: rows, cost: target.cost + rows, costPerRow: 2)
    }

    private func estimate(_ test: BoundTest, column number: Int, table: Int) -> Estimate {
        let universe = store.tables[table].rowCount
        switch (test, store.tables[table].columns[number]) {
        case (.codes(let codes), .keyword(let column)):
            var rows = 0
            if codes.count <= 64 {
                codes.forEach { rows += column.postings.count($0) }
            } else {
                rows = min(universe, codes.count * max(1, universe / max(1, column.dictionary.count)))
            }
            return Estimate(rows: rows, cost: rows, costPerRow: 1)
        case (.words(let text), .text(let column)):
            let rows = TextMatcher(column.index, source: .column(column), control: control).estimate(text)
            return Estimate(rows: min(universe, rows), cost: rows, costPerRow: 64)
        case (.date(let interval), .date(let column)) where column.isSorted:
            let first = column.first.lowerBound(interval.first)
            let end = interval.last == .max ? universe : column.first.lowerBound(interval.last + 1)
            return Estimate(rows: max(0, end - first), cost: 1, costPerRow: 1)
        case (.number(let interval), .number(let column)) where !column.order.isEmpty:
            let rows = column.count(in: interval) ?? universe
            return Estimate(rows: rows, cost: rows, costPerRow: 1)
        case (.whole, .text): return Estimate(rows: 1, cost: universe / 16, costPerRow: 256)
        case (.pattern, .text): return Estimate(rows: universe / 4, cost: 4096 * universe, costPerRow: 4096)
        case (.known, _): return Estimate(rows: universe / 2, cost: universe, costPerRow: 1)
        default: return Estimate(rows: universe / 3, cost: universe, costPerRow: 1)
        }
    }
}
