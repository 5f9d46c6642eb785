// The order of rows, pages and samples.

import DixitText

extension Executor {
    /// The rows of an answer in its order: sampled, sorted, skipped and limited.
    ///
    /// Rows lie in their natural order (date, document, position), which settles every tie.
    func orderedRows(_ found: RowSet, of select: BoundSelect) throws(Stop) -> Slab<UInt32> {
        let rows = try sampled(found, of: select)
        let end = select.end
        if select.sort.isEmpty || isNatural(select.sort) {
            return page(rows, skip: select.skip, end: end)
        }
        if let day = newestFirst(select.sort, table: select.table) {
            return page(try newestFirst(rows, day), skip: select.skip, end: end).detached
        }
        let list = narrowed(rows.list(), by: select.sort[0], to: end)
        try control.take(bytes: list.count * (16 + 8 * select.sort.count))
        let first = KeyOrder(keys: try keys(select.sort[0], list, select))
        var others: [[UInt64]] = []
        for key in select.sort.dropFirst() { others.append(try keys(key, list, select)) }
        // Rows of one key stay in their order.
        let order = try first.first(end ?? list.count, control) { left, right in
            for keys in others where keys[left] != keys[right] { return keys[left] < keys[right] }
            return nil
        }
        return Slab(capacity: order.count) { memory in
            var filled = 0
            for place in order.dropFirst(select.skip) {
                memory[filled] = list[Int(place.place)]
                filled += 1
            }
            return filled
        }
    }

    /// What a query that wants a sample goes on with.
    func sampled(_ found: RowSet, of select: BoundSelect) throws(Stop) -> RowSet {
        guard let sample = select.sample else { return found }
        return try Sample.rows(found, size: sample.size, seed: sample.seed, control)
    }

    private func page(_ rows: RowSet, skip: Int, end: Int?) -> Slab<UInt32> {
        let last = min(end ?? .max, rows.count)
        let first = min(skip, last)
        if case .range(let range) = rows {
            return RowSet.range(range.lowerBound + UInt32(first)..<range.lowerBound + UInt32(last)).list()
        }
        return rows.list()[first..<last]
    }

    /// Whether rows already lie in the order that is asked for.
    private func isNatural(_ keys: [BoundSortKey]) -> Bool {
        guard keys.count == 1, !keys[0].isDescending else { return false }
        return sortedDate(keys[0]) != nil
    }

    private func sortedDate(_ key: BoundSortKey) -> DateColumn? {
        guard case .operand(let operand) = key.key, operand.aggregate == nil, operand.path.links.isEmpty,
            case .column(let number) = operand.path.end,
            case .date(let column) = store.tables[operand.path.table].columns[number], column.isSorted
        else { return nil }
        return column
    }

    private func newestFirst(_ keys: [BoundSortKey], table: Int) -> DateColumn? {
        guard keys.count == 1, keys[0].isDescending else { return nil }
        return sortedDate(keys[0])
    }

    /// The rows that can be among the first so many, where the first key is the order in which rows lie: those of enough days
    /// at one end, all of a day that is cut.
    private func narrowed(_ rows: Slab<UInt32>, by key: BoundSortKey, to end: Int?) -> Slab<UInt32> {
        guard let end, end > 0, let days = sortedDate(key)?.first else { return rows }
        let known = rows.lowerBound(UInt32(truncatingIfNeeded: days.lowerBound(DateColumn.missing)))
        guard end < known else { return rows }
        if key.isDescending {
            let firstOfDay = UInt32(truncatingIfNeeded: days.lowerBound(days[Int(rows[known - end])]))
            return rows[rows.lowerBound(firstOfDay)..<known]
        }
        let day = days[Int(rows[end - 1])]
        let next = UInt32(truncatingIfNeeded: days.lowerBound(day + 1))
        return rows[0..<rows.lowerBound(next, from: end - 1)]
    }

    /// Rows in the order of days, the days turned round: no sorting, one pass.
    private func newestFirst(_ rows: RowSet, _ column: DateColumn) throws(Stop) -> RowSet {
        let list = rows.list()
        try control.take(bytes: 8 * list.count)
        let known = list.lowerBound(UInt32(truncatingIfNeeded: column.first.lowerBound(DateColumn.missing)))
        var result: [UInt32] = []
        result.reserveCapacity(list.count)
        var end = known
        while end > 0 {
            var start = end - 1
            let day = column.first[Int(list[start])]
            while start > 0, column.first[Int(list[start - 1])] == day { start -= 1 }
            result.append(contentsOf: list[start..<end].buffer)
            try control.spend(end - start)
            end = start
        }
        result.append(contentsOf: list[known..<list.count].buffer)
        return .list(Slab(result))
    }

    /// What the rows are sorted by, as ``KeyOrder`` takes it.
    private func keys(
        _ key: BoundSortKey, _ rows: Slab<UInt32>, _ select: BoundSelect
    ) throws(Stop) -> [UInt64] {
        control.count(rows: rows.count)
        let isDescending = key.isDescending
        switch key.key {
        case .count, .group: return [UInt64](repeating: 0, count: rows.count)
        case .relevance:
            return try Relevance(self, select).scores(rows).map { KeyOrder.code($0, isDescending: isDescending) }
        case .operand(let operand):
            if let texts = operand.path.textColumn(in: store) {
                try texts.seal?.checkAll(control)
                let walker = PathWalker(store)
                let ranks = try Ranks.of(rows.count, control) { place in
                    walker.row(from: rows[place], along: operand.path.links).flatMap { texts.text($0) }
                }
                return ranks.order.map {
                    KeyOrder.code($0 == .max ? .infinity : Double($0), isDescending: isDescending)
                }
            }
            if let column = operand.ownColumn(in: store) {
                return try keys(column, rows, isDescending: isDescending)
            }
            let reader = SortKeyReader(store, operand)
            return try rows.keys(control, isDescending: isDescending, cost: 8) { row throws(Stop) in
                if operand.aggregate != nil { try control.touch(rows: reader.cost(row)) }
                return reader.key(row) ?? .infinity
            }
        }
    }

    /// The same by a column of the rows themselves, without following anything.
    private func keys(_ column: Column, _ rows: Slab<UInt32>, isDescending: Bool) throws(Stop) -> [UInt64] {
        switch column {
        case .date(let dates):
            let days = dates.first
            return try rows.keys(control, isDescending: isDescending) { row in
                let day = days[Int(row)]
                return day == DateColumn.missing ? .infinity : Double(day)
            }
        case .number(let column):
            let numbers = column.values
            return try rows.keys(control, isDescending: isDescending) { row in
                let number = numbers[Int(row)]
                return number.isNaN ? .infinity : number
            }
        default:
            return try rows.keys(control, isDescending: isDescending, cost: 8) { row in
                store.sortKey(row, column) ?? .infinity
            }
        }
    }
}

extension BoundOperand {
    /// The column of the rows themselves that is meant, where nothing has to be followed.
    fileprivate func ownColumn(in store: Store) -> Column? {
        guard aggregate == nil, path.links.isEmpty, case .column(let number) = path.end else { return nil }
        return store.tables[path.table].columns[number]
    }
}

extension BoundPath {
    /// The column of texts that the path ends in.
    func textColumn(in store: Store) -> TextColumn? {
        guard case .column(let number) = end, case .text(let column) = store.tables[table].columns[number] else {
            return nil
        }
        return column
    }
}

extension Slab {
    /// A slab of its own, where a part of a long one would keep all of it alive.
    fileprivate var detached: Slab { Slab(Array(buffer)) }
}

/// Reads what rows are sorted by.
struct SortKeyReader {
    private let store: Store
    private let operand: BoundOperand
    private let walker: PathWalker

    init(_ store: Store, _ operand: BoundOperand) {
        self.store = store
        self.operand = operand
        walker = PathWalker(store)
    }

    func cost(_ row: UInt32) -> Int { 1 + walker.rows(from: row, along: operand.path.links).count }

    /// A number that orders as the value does; nil where it is missing.
    func key(_ row: UInt32) -> Double? {
        switch operand.aggregate {
        case .count: return Double(walker.rows(from: row, along: operand.path.links).count)
        case .first, .last: return OperandPicker(store, operand).sortKey(row)
        case nil: break
        }
        guard let end = walker.row(from: row, along: operand.path.links) else { return nil }
        return store.sortKey(end, operand.path)
    }
}

extension Store {
    /// A number that orders as the value at the end of a path does.
    func sortKey(_ row: UInt32, _ path: BoundPath) -> Double? {
        switch path.end {
        case .row: return labelOrder(row, table: path.table)
        case .column(let column): return sortKey(row, tables[path.table].columns[column])
        case .part(let column, let part):
            guard case .date(let dates) = tables[path.table].columns[column], let date = dates.date(row) else {
                return nil
            }
            if let number = part.number(of: date) { return Double(number) }
            return part.date(of: date).map { Double($0.firstDay) }
        case .source, .score: return Double(row)
        }
    }

    /// Rows of other sets are ordered by what they are called.
    private func labelOrder(_ row: UInt32, table: Int) -> Double? {
        guard let column = labelColumns[table] else { return Double(row) }
        return sortKey(row, tables[table].columns[column])
    }

    func sortKey(_ row: UInt32, _ column: Column) -> Double? {
        switch column {
        case .keyword(let column):
            let code = column.codes.single(row)
            return code == .max ? nil : Double(column.dictionary.rank(code))
        case .name(let column): return column.forms.count(row) == 0 ? nil : Double(column.order[Int(row)])
        case .number(let column): return column.value(row)
        case .date(let column): return column.isMissing(row) ? nil : Double(column.first[Int(row)])
        case .boolean(let column): return column.value(row).map { $0 ? 1 : 0 }
        case .text, .relation: return nil
        }
    }
}

/// A sample that is the same for the same seed.
enum Sample {
    /// Source: J. S. Vitter, “Random sampling with a reservoir”, algorithm R; random numbers by SplitMix64.
    static func rows(_ rows: RowSet, size: Int, seed: UInt64, _ control: RunControl) throws(Stop) -> RowSet {
        guard size < rows.count else { return rows }
        var state = seed
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return value ^ value >> 31
        }
        var reservoir: [UInt32] = []
        var seen: UInt64 = 0
        let list = rows.list()
        try control.forEachBlock(0..<list.count, cost: 8) { block in
            for place in block { add(list[place]) }
        }
        return RowSet(reservoir.sorted())

        func add(_ row: UInt32) {
            seen += 1
            if reservoir.count < size {
                reservoir.append(row)
            } else {
                let place = next() % seen
                if place < UInt64(size) { reservoir[Int(place)] = row }
            }
        }
    }
}
