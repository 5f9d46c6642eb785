// Counting rows by keys.

import DixitText

extension Executor {
    /// The groups of a count: sorted, with `having`, skipped and limited.
    func tally(_ found: RowSet, of select: BoundSelect, _ keys: [GroupKey]) throws(Stop) -> Tally {
        var tally = Tally(keyCount: keys.count, total: found.count)
        if case .distinct(let operand) = select.verb {
            // Of 30 people 14 speak in May: the share is that of people, whatever they said.
            tally.total = try distinctCount(found, operand)
            try countDistinct(found, keys, GroupKey(store, operand, control), into: &tally)
        } else if keys.count == 1, let key = keys.first, key.size != nil {
            try countDense(found, key, select, into: &tally)
        } else if keys.count == 1, keys[0].isSingle {
            try countSingle(found, keys[0], into: &tally)
        } else {
            try countSparse(found, keys, into: &tally)
        }
        if let having = select.having { tally.keep(tally.counts.indices.filter { having.accepts(tally.counts[$0]) }) }
        try sort(&tally, keys, select)
        return tally
    }

    /// One key whose codes are small numbers: an array of counts.
    private func countDense(
        _ found: RowSet, _ key: GroupKey, _ select: BoundSelect, into tally: inout Tally
    ) throws(Stop) {
        let size = key.size ?? 0
        var counts = [Int](repeating: 0, count: size)
        var missing = 0
        if let offsets = storedCounts(found, key, select) {
            // Every row counts: how many rows belong to each value is stored.
            try control.read(postings: size)
            for code in 0..<size { counts[code] = offsets.count(UInt32(truncatingIfNeeded: code)) }
            missing = found.count - counts.reduce(0, +)
        } else {
            try control.take(bytes: 8 * size)
            let direct = directCodes(key)
            if case .one(let codes)? = direct {
                try control.forEachRow(of: found) { row in
                    let code = codes[Int(row)]
                    if code == .max { missing += 1 } else { counts[Int(code)] += 1 }
                }
            } else if case .narrow(let codes)? = direct {
                missing = try count(codes, of: found, into: &counts)
            } else {
                try control.forEachRow(of: found, cost: 16) { row in
                    for code in key.isSingle ? [key.code(row)] : key.codes(row) {
                        if code == GroupKey.missing { missing += 1 } else { counts[Int(code)] += 1 }
                    }
                }
            }
        }
        for code in 0..<size where counts[code] > 0 {
            tally.append(UInt64(code), count: counts[code])
        }
        if missing > 0 { tally.append(GroupKey.missing, count: missing) }
    }

    /// One key with at most one code a row: rows that follow each other often have the same.
    private func countSingle(_ found: RowSet, _ key: GroupKey, into tally: inout Tally) throws(Stop) {
        var numbers: [UInt64: Int] = [:]
        var coder = key.datePartCoder
        if key.operand.path.links.isEmpty, try countPeriods(found, &coder, into: &tally) { return }
        var run: (code: UInt64, rows: Int) = (GroupKey.missing, 0)
        func finishRun() {
            if run.rows == 0 { return }
            if let group = numbers[run.code] {
                tally.add(run.rows, to: group)
            } else {
                numbers[run.code] = tally.append(run.code, count: run.rows)
            }
        }
        var untold = 0
        try found.forEach { row throws(Stop) in
            untold += 1
            if untold == 1024 {
                try control.touch(rows: untold)
                try control.admit(bytes: tally.counts.count * 80)
                untold = 0
            }
            let code: UInt64
            if let end = key.end(row) { code = coder?.code(end) ?? key.code(row) } else { code = GroupKey.missing }
            if code == run.code {
                run.rows += 1
            } else {
                finishRun()
                run = (code, 1)
            }
        }
        finishRun()
        try control.touch(rows: untold)
    }

    /// The years, months, weeks or days of rows that lie in the order of their dates: each is a stretch of them, whose end is
    /// searched and not walked to. False where rows lie in no such order.
    private func countPeriods(
        _ found: RowSet, _ coder: inout DatePartCoder?, into tally: inout Tally
    ) throws(Stop) -> Bool {
        guard var periods = coder, periods.areStretches else { return false }
        let list = found.list()
        var place = 0
        while place < list.count {
            try control.touch(rows: 1)
            let code = periods.code(list[place])
            let next = list.gallop(periods.rowAfter(list[place]), from: place + 1)
            tally.append(code, count: next - place)
            place = next
        }
        coder = periods
        return true
    }

    /// The stored lists whose lengths are the counts, where all rows of the table are counted by one of its own columns.
    private func storedCounts(_ found: RowSet, _ key: GroupKey, _ select: BoundSelect) -> Adjacency? {
        guard key.isSingle, found.count == store.tables[select.table].rowCount else { return nil }
        let path = key.operand.path
        switch path.end {
        case .row where path.links.count == 1:
            guard case .relation(let relation) = store.tables[select.table].columns[path.links[0].column] else {
                return nil
            }
            guard case .many(let lists) = relation.backward else { return nil }
            return lists
        case .column(let number) where path.links.isEmpty:
            guard case .keyword(let column) = store.tables[select.table].columns[number] else { return nil }
            return column.postings
        default: return nil
        }
    }

    /// Counts the codes of rows. Not part of the loops over wide ones, which took half as long again with it.
    ///
    /// - Returns: the number of rows that have none.
    @inline(never)
    private func count(_ codes: NarrowNumbers, of found: RowSet, into counts: inout [Int]) throws(Stop) -> Int {
        var missing = 0
        try control.forEachRow(of: found) { row in
            let code = codes.id(Int(row))
            if code == .max { missing += 1 } else { counts[Int(code)] += 1 }
        }
        return missing
    }

    /// The codes of a column of the table itself, without following anything.
    private func directCodes(_ key: GroupKey) -> Links? {
        let path = key.operand.path
        switch path.end {
        case .row where path.links.count == 1:
            guard case .relation(let relation) = store.tables[path.links[0].table].columns[path.links[0].column] else {
                return nil
            }
            return relation.forward
        case .column(let number) where path.links.isEmpty:
            guard case .keyword(let column) = store.tables[path.table].columns[number] else { return nil }
            return column.codes
        default: return nil
        }
    }

    private func countSparse(_ found: RowSet, _ keys: [GroupKey], into tally: inout Tally) throws(Stop) {
        var groups = GroupNumbers()
        try control.forEachRow(of: found, cost: 64) { row throws(Stop) in
            for group in Self.combinations(keys, row) {
                let (number, isNew) = groups.number(of: group)
                if isNew {
                    tally.append(group, count: 1)
                    try control.admit(bytes: tally.counts.count * (64 + 16 * keys.count))
                } else {
                    tally.add(1, to: number)
                }
            }
        }
    }

    private func countDistinct(
        _ found: RowSet, _ keys: [GroupKey], _ counted: GroupKey, into tally: inout Tally
    ) throws(Stop) {
        var groups = GroupNumbers()
        var seen = GroupNumbers()
        try control.forEachRow(of: found, cost: 64) { row throws(Stop) in
            let values = counted.codes(row).filter { $0 != GroupKey.missing }
            for group in Self.combinations(keys, row) {
                let (number, isNew) = groups.number(of: group)
                if isNew { tally.append(group, count: 0) }
                for value in values where seen.number(of: [UInt64(number), value]).isNew { tally.add(1, to: number) }
            }
            try control.admit(bytes: seen.count * (64 + 8 * keys.count))
        }
    }

    /// The groups that a row belongs to: one for each combination of the values of its keys.
    private static func combinations(_ keys: [GroupKey], _ row: UInt32) -> [[UInt64]] {
        var groups: [[UInt64]] = [[]]
        for key in keys {
            let codes = key.codes(row)
            groups = groups.flatMap { group in codes.map { group + [$0] } }
        }
        return groups
    }

    /// The number of different values, without groups.
    func distinctCount(_ found: RowSet, _ operand: BoundOperand) throws(Stop) -> Int {
        let key = try GroupKey(store, operand, control)
        if let size = key.size {
            var seen = RowBits(universe: size)
            let direct = directCodes(key)
            if case .one(let codes)? = direct {
                try control.forEachRow(of: found) { row in if codes[Int(row)] != .max { seen.insert(codes[Int(row)]) } }
            } else if case .narrow(let codes)? = direct {
                var counts = [Int](repeating: 0, count: size)
                _ = try count(codes, of: found, into: &counts)
                return counts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
            } else {
                try control.forEachRow(of: found, cost: 16) { row in
                    for code in key.codes(row) where code != GroupKey.missing {
                        seen.insert(UInt32(truncatingIfNeeded: code))
                    }
                }
            }
            return seen.count
        }
        var tally = Tally(keyCount: 0, total: found.count)
        try countDistinct(found, [], key, into: &tally)
        return tally.counts.first ?? 0
    }

    private func sort(_ tally: inout Tally, _ keys: [GroupKey], _ select: BoundSelect) throws(Stop) {
        let groups = tally
        let count = groups.counts.count
        let end = select.end
        let isFew = end.map { $0 < count / 8 } ?? false
        // The order of a value takes a look-up: where only a few of many groups are asked for, most are told by their counts.
        var orders: [[Double]] = []
        for key in keys where !isFew {
            try control.take(bytes: 8 * count)
            var order: [Double] = []
            order.reserveCapacity(count)
            let place = orders.count
            try control.forEachBlock(0..<count, cost: 8) { block in
                for group in block { order.append(key.order(groups.code(group, key: place))) }
            }
            orders.append(order)
        }
        func order(_ group: Int, _ key: Int) -> Double {
            isFew ? keys[key].order(groups.code(group, key: key)) : orders[key][group]
        }
        let hasMissing = groups.codes.contains(GroupKey.missing)
        func isMissing(_ group: Int) -> Bool {
            hasMissing && keys.indices.contains { groups.code(group, key: $0) == GroupKey.missing }
        }
        func code(_ group: Int, _ key: BoundSortKey) -> UInt64 {
            switch key.key {
            case .count: KeyOrder.code(Double(groups.counts[group]), isDescending: key.isDescending)
            case .group(let place): KeyOrder.code(order(group, place), isDescending: key.isDescending)
            case .relevance, .operand: 0
            }
        }
        var first: [UInt64] = []
        first.reserveCapacity(count)
        try control.forEachBlock(0..<count, cost: 4) { block in
            for group in block {
                if let key = select.sort.first {
                    first.append(code(group, key))
                } else {
                    // The largest first, but the group of what is missing last, however large.
                    let size = UInt64(1) << 62 - UInt64(groups.counts[group])
                    first.append(isMissing(group) ? size | 1 << 63 : size)
                }
            }
        }
        let places = try KeyOrder(keys: first).first(end ?? count, control) { left, right in
            for key in select.sort.dropFirst() {
                let (first, second) = (code(left, key), code(right, key))
                if first != second { return first < second }
            }
            for key in keys.indices {
                let (first, second) = (order(left, key), order(right, key))
                if first != second { return first < second }
            }
            let (first, second) = (isMissing(left), isMissing(right))
            return first == second ? nil : second
        }
        tally.keep(places.dropFirst(select.skip).map { Int($0.place) })
    }
}

/// Numbers of groups in the order of first meeting, without an object for each: millions of them are gone at once when a run is
/// stopped.
private struct GroupNumbers {
    private var interner = Interner()

    var count: Int { interner.count }

    mutating func number(of codes: [UInt64]) -> (number: Int, isNew: Bool) {
        let before = interner.count
        let number = codes.withUnsafeBytes { interner.number(of: $0.bindMemory(to: UInt8.self)) }
        return (Int(number), interner.count > before)
    }
}
