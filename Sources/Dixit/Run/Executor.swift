// Finds the rows that fulfil a condition.

import DixitSyntax
import DixitText

/// Evaluates bound conditions over one store: sets of rows where an index gives them, row by row where nothing does.
///
/// Of the members of an `and` the one with the fewest expected rows goes first; each further one is either evaluated as a
/// set and intersected, or tested on the rows that are left, whichever touches less.
final class Executor {
    let store: Store
    let control: RunControl
    /// The rows of `let`s and of `them`.
    var scope: Scope

    /// The results that a script has so far.
    struct Scope: Sendable {
        /// By folded name; kept for as long as nothing that they may rest on has changed.
        var definitions: [String: RowSet] = [:]
        /// The values of parameters, and the day, that ``definitions`` were found with.
        var parameters: [String: Parameter] = [:]
        var today: CalendarDate?
        /// The rows of the last answer of rows, in its order.
        private var lastRows: (rows: Slab<UInt32>, areSorted: Bool)?
        private(set) var lastSet: Int?

        /// Keeps the rows of an answer for `them`.
        ///
        /// - Parameter areSorted: whether they stand in another order than in their table.
        mutating func keep(_ rows: Slab<UInt32>, areSorted: Bool, of set: Int) {
            lastRows = (rows, areSorted)
            lastSet = set
        }

        /// How many rows `them` are; nil before the first answer of rows.
        var lastCount: Int? { lastRows?.rows.count }

        /// The rows that `them` stands for. They are put in order when they are asked for, because most never are.
        var last: RowSet? { lastRows.map { $0.areSorted ? RowSet($0.rows.sorted()) : .list($0.rows) } }
    }

    /// The rows of `let`s that rest on `them`, for this query.
    private var passing: [String: RowSet] = [:]
    /// Whether `them` has been read since the innermost `let` was begun.
    private var readsLast = false

    /// What has been done, for `explain`; nil where nobody asks.
    let trace: PlanTrace?

    init(store: Store, control: RunControl, scope: Scope, trace: PlanTrace? = nil) {
        self.store = store
        self.control = control
        self.scope = scope
        self.trace = trace
    }

    // MARK: - Selects

    /// The rows that a query searches and that fulfil its condition, before sampling, sorting and limits.
    func matches(of select: BoundSelect) throws(Stop) -> RowSet {
        let universe = store.tables[select.table].rowCount
        let source = try rows(of: select.source, set: select.set)
        guard let condition = select.condition else { return source }
        if select.form.isRanked { control.keepsPostings = true }
        let found = try rows(condition, table: select.table)
        return found.intersection(source, universe: universe)
    }

    /// The rows of a query as a sub-query: limits and samples count.
    func rows(of select: BoundSelect) throws(Stop) -> RowSet {
        let found = try matches(of: select)
        if select.limit == nil, select.skip == 0, select.sample == nil { return found }
        let ordered = try orderedRows(found, of: select)
        return RowSet(ordered.buffer.sorted())
    }

    private func rows(of source: BoundSource, set: Int) throws(Stop) -> RowSet {
        switch source {
        case .set: return store.sets[set].rows
        case .select(let select): return try rows(of: select)
        case .definition(let name, let select):
            let key = DixitText.folded(name)
            if let known = scope.definitions[key] { return known }
            if let known = passing[key] {
                readsLast = true
                return known
            }
            let outer = readsLast
            readsLast = false
            defer { readsLast = readsLast || outer }
            let found = try rows(of: select)
            // What rests on `them` holds for this query alone: the next one may leave another answer.
            if readsLast { passing[key] = found } else { scope.definitions[key] = found }
            return found
        case .them:
            readsLast = true
            return scope.last ?? .none
        }
    }

    // MARK: - Conditions

    /// The rows of a table that fulfil a condition.
    func rows(_ condition: BoundCondition, table: Int) throws(Stop) -> RowSet {
        let universe = store.tables[table].rowCount
        switch condition {
        case .constant(let isTrue):
            return isTrue ? .all(universe) : .none
        case .and(let members):
            return try intersection(members, table: table)
        case .or(let members):
            var sets: [RowSet] = []
            for member in members { sets.append(try rows(member, table: table)) }
            return .union(sets, universe: universe)
        case .not(let inner):
            return try rows(inner, table: table).complement(universe: universe)
        case .written(let tree, let inner):
            let found = try rows(inner, table: table)
            if let trace { trace.note(tree, access(of: inner, table: table), found.count) }
            return found
        case .test(let column, let test):
            return try rows(test, column: column, table: table)
        case .rows(let set):
            return set
        case .related(let link, let inner):
            return try related(link, to: try rows(inner, table: link.target))
        case .quantified(let links, let quantity, let inner):
            return try quantified(links, quantity, inner, table: table)
        case .compared, .picked:
            return .list(try filter(RowSet.all(universe).list(), condition, table: table))
        case .member(let source):
            return try rows(of: source, set: store.sets.firstIndex { $0.table == table } ?? 0)
        }
    }

    private func intersection(_ members: [BoundCondition], table: Int) throws(Stop) -> RowSet {
        let universe = store.tables[table].rowCount
        var estimates: [(estimate: Estimate, place: Int)] = []
        estimates.reserveCapacity(members.count)
        for place in members.indices { estimates.append((estimate(members[place], table: table), place)) }
        // Nearly always there are two of them.
        if members.count != 2 || estimates[1].estimate.rows < estimates[0].estimate.rows {
            estimates.sort { ($0.estimate.rows, $0.place) < ($1.estimate.rows, $1.place) }
        }
        var result: RowSet?
        for (estimate, place) in estimates {
            guard let current = result else {
                result = try rows(members[place], table: table)
                continue
            }
            let count = current.count
            if count == 0 { break }
            if count * estimate.costPerRow < estimate.cost {
                let kept = try filter(current.list(), members[place], table: table)
                if let trace, case .written(let tree, _) = members[place] { trace.noteFilter(tree, kept.count) }
                result = .list(kept)
            } else {
                result = current.intersection(try rows(members[place], table: table), universe: universe)
            }
        }
        return result ?? .all(universe)
    }

    /// The rows from which a link leads to one of a set.
    private func related(_ link: Link, to targets: RowSet) throws(Stop) -> RowSet {
        guard case .relation(let relation) = store.tables[link.table].columns[link.column] else { return .none }
        let universe = store.tables[link.table].rowCount
        let backward = relation.backward
        let targetCount = backward.rowCount
        if targets.isEmpty { return .none }
        if targets.count == 1 {
            let rows = backward[targets.list()[0]]
            try control.read(postings: rows.count)
            return .list(rows)
        }
        var total = 0
        targets.forEach { total += backward.count($0) }
        if targets.count == targetCount || total > universe / 4 {
            // Most rows lead somewhere: one pass over them with a bitmap of targets.
            let wanted = targets.bitmap(universe: targetCount)
            var bits = RowBits(universe: universe)
            var row: UInt32 = 0
            while Int(row) < universe {
                let end = min(universe, Int(row) + 65_536)
                try control.touch(rows: end - Int(row))
                while Int(row) < end {
                    var isMatch = false
                    relation.forward.forEach(row) { isMatch = isMatch || wanted.contains($0) }
                    if isMatch { bits.insert(row) }
                    row += 1
                }
            }
            return .bits(bits)
        }
        try control.read(postings: total)
        if RowSet.prefersBits(total, of: universe) {
            var bits = RowBits(universe: universe)
            targets.forEach { bits.insert(backward[$0]) }
            return .bits(bits)
        }
        try control.take(bytes: 8 * total)
        var rows: [UInt32] = []
        rows.reserveCapacity(total)
        targets.forEach { rows.append(contentsOf: backward[$0]) }
        return RowSet(unordered: rows)
    }

    private func quantified(
        _ links: [Link], _ quantity: BoundQuantity, _ inner: BoundCondition, table: Int
    ) throws(Stop) -> RowSet {
        guard let last = links.last else { return .none }
        let universe = store.tables[table].rowCount
        func reaching(_ targets: RowSet) throws(Stop) -> RowSet {
            var rows = targets
            for link in links.reversed() { rows = try related(link, to: rows) }
            return rows
        }
        let targets = try rows(inner, table: last.target)
        switch quantity {
        case .some: return try reaching(targets)
        case .no: return try reaching(targets).complement(universe: universe)
        case .every:
            let others = targets.complement(universe: store.tables[last.target].rowCount)
            let all = try reaching(.all(store.tables[last.target].rowCount))
            return all.subtracting(try reaching(others), universe: universe)
        case .atLeast(let count) where count <= 0: return .all(universe)
        case .atLeast(1): return try reaching(targets)
        case .atLeast, .atMost, .exactly, .unequal:
            let counts = try counts(links, targets, universe: universe)
            return .list(
                try RowSet.all(universe).list().filtered(control) { quantity.accepts(Int(counts[Int($0)])) })
        }
    }

    /// For each row, how many different rows of a set its links lead to.
    private func counts(_ links: [Link], _ targets: RowSet, universe: Int) throws(Stop) -> [UInt32] {
        try control.take(bytes: 4 * universe)
        var counts = [UInt32](repeating: 0, count: universe)
        if links.count == 1, case .relation(let relation) = store.tables[links[0].table].columns[links[0].column] {
            try targets.forEach { target throws(Stop) in
                let rows = relation.backward[target]
                try control.read(postings: rows.count)
                for row in rows { counts[Int(row)] += 1 }
            }
            return counts
        }
        let wanted = targets.bitmap(universe: store.tables[links[links.count - 1].target].rowCount)
        let walker = PathWalker(store)
        for row in 0..<UInt32(truncatingIfNeeded: universe) {
            let reached = walker.rows(from: row, along: links)
            try control.touch(rows: reached.count + 1)
            counts[Int(row)] = UInt32(truncatingIfNeeded: reached.count { wanted.contains($0) })
        }
        return counts
    }
}

extension BoundQuantity {
    func accepts(_ count: Int) -> Bool {
        switch self {
        case .some: count > 0
        case .no: count == 0
        case .every: true
        case .atLeast(let number): count >= number
        case .atMost(let number): count <= number
        case .exactly(let number): count == number
        case .unequal(let number): count != number
        }
    }
}
