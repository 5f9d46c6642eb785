// Tests of one column: which rows pass.

import DixitSyntax
package import DixitText

extension Executor {
    /// All rows of the table whose value passes.
    func rows(_ test: BoundTest, column number: Int, table: Int) throws(Stop) -> RowSet {
        let universe = store.tables[table].rowCount
        switch (test, store.tables[table].columns[number]) {
        case (.codes(let codes), .keyword(let column)):
            return try rows(codes: codes, column, universe: universe)
        case (.words(let text), .text(let column)):
            return try TextMatcher(column.index, source: .column(column), control: control).matchingRows(text)
        case (.date(let interval), .date(let column)) where column.isSorted:
            return Self.sortedRows(column, interval)
        case (.number(let interval), .number(let column)) where !column.order.isEmpty:
            let rows = column.rows(in: interval) ?? Slab()
            try control.read(postings: rows.count)
            return .list(rows)
        case (.whole(let literal), .text(let column)):
            return .list(try filter(try candidates(for: literal, column).list(), test, column: number, table: table))
        case (.pattern(let program), .text(let column)):
            return .list(try filter(try candidates(for: program, column).list(), test, column: number, table: table))
        default:
            return .list(try filter(RowSet.all(universe).list(), test, column: number, table: table))
        }
    }

    private func rows(codes: RowSet, _ column: KeywordColumn, universe: Int) throws(Stop) -> RowSet {
        if case .range(let range) = codes, range.count == 1 {
            let rows = column.postings[range.lowerBound]
            try control.read(postings: rows.count)
            return .list(rows)
        }
        if codes.count == 1 {
            let rows = column.postings[codes.list()[0]]
            try control.read(postings: rows.count)
            return .list(rows)
        }
        var sets: [RowSet] = []
        try codes.forEach { code throws(Stop) in
            let rows = column.postings[code]
            try control.read(postings: rows.count)
            sets.append(.list(rows))
        }
        return .union(sets, universe: universe)
    }

    /// A date interval over rows in the order of their dates.
    private static func sortedRows(_ column: DateColumn, _ interval: DateInterval) -> RowSet {
        let known = column.first.lowerBound(DateColumn.missing)
        let first = interval.first == .min ? 0 : column.first.lowerBound(interval.first)
        let end = interval.last >= Int32.max - 1 ? known : column.first.lowerBound(interval.last + 1)
        guard first < end else { return .none }
        return .range(UInt32(truncatingIfNeeded: first)..<UInt32(truncatingIfNeeded: min(end, known)))
    }

    /// The rows that can equal a whole text: those with its words side by side; every row where it has none.
    private func candidates(for literal: BoundLiteral, _ column: TextColumn) throws(Stop) -> RowSet {
        let universe = column.index.rowCount
        guard literal.mode != .roughly else { return .all(universe) }
        let words = Words(literal.text)
        if words.isEmpty { return .all(universe) }
        var sets: [TermSet] = []
        for place in 0..<words.count {
            guard let term = column.index.term(words.bytes[words.range(of: place)]) else { return .none }
            sets.append(.one(term))
        }
        let matcher = TextMatcher(column.index, source: .column(column), control: control)
        return try matcher.matchingRows(.phrase(sets, exactly: nil))
    }

    /// The rows with the pieces of words without which a pattern cannot match: `/\bréform(e|er)\b/` needs a word with `reform`.
    private func candidates(for program: PatternProgram, _ column: TextColumn) throws(Stop) -> RowSet {
        let index = column.index
        var result = RowSet.all(index.rowCount)
        for alternatives in program.requiredFragments.prefix(3) {
            let fragments = alternatives.map { Array($0.utf8) }
            var terms: [Int] = []
            try control.forEachBlock(0..<index.terms.count, cost: 16) { block throws(Stop) in
                for term in block where fragments.contains(where: { index.terms[term].contains($0) }) {
                    terms.append(term)
                }
            }
            let matcher = TextMatcher(index, source: .column(column), control: control)
            let rows = try matcher.matchingRows(.phrase([.list(terms)], exactly: nil))
            result = result.intersection(rows, universe: index.rowCount)
        }
        return result
    }

    /// Those of some rows whose value passes.
    func filter(
        _ rows: Slab<UInt32>, _ test: BoundTest, column number: Int, table: Int
    ) throws(Stop) -> Slab<UInt32> {
        control.count(rows: rows.count)
        switch (test, store.tables[table].columns[number]) {
        case (.codes(let codes), .keyword(let column)):
            let wanted = codes.bitmap(universe: column.dictionary.count)
            if case .one(let ids) = column.codes {
                return try rows.filtered(control) { ids[Int($0)] != .max && wanted.contains(ids[Int($0)]) }
            }
            if case .narrow(let ids) = column.codes {
                return try rows.filtered(control) { row in
                    let code = ids.id(Int(row))
                    return code != .max && wanted.contains(code)
                }
            }
            return try rows.filtered(control, cost: 4) { row in
                var isMatch = false
                column.codes.forEach(row) { isMatch = isMatch || wanted.contains($0) }
                return isMatch
            }
        case (.date(let interval), .date(let column)):
            let (first, last) = (column.first, column.last)
            return try rows.filtered(control) { row in
                let day = first[Int(row)]
                return day != DateColumn.missing && day >= interval.first && last[Int(row)] <= interval.last
            }
        case (.part(let part, let interval), .date(let column)):
            return try rows.filtered(control, cost: 32) { row in
                guard let date = column.date(row).flatMap({ part.date(of: $0) }) else { return false }
                return date.firstDay >= Int(interval.first) && date.lastDay <= Int(interval.last)
            }
        case (.partNumber(let part, let interval), .date(let column)):
            return try rows.filtered(control, cost: 32) { row in
                column.date(row).flatMap { part.number(of: $0) }.map { interval.contains(Double($0)) } ?? false
            }
        case (.number(let interval), .number(let column)):
            let values = column.values
            return try rows.filtered(control) { interval.contains(values[Int($0)]) }
        case (.boolean(let wanted), .boolean(let column)):
            return try rows.filtered(control) { column.value($0) == wanted }
        case (.words(let text), .text(let column)):
            return try TextMatcher(column.index, source: .column(column), control: control).filter(rows, text)
        case (.whole(let literal), .text(let column)):
            try column.seal?.checkAll(control)
            return try rows.filtered(control, cost: 512) { row in column.text(row).map { literal.equals($0) } ?? false }
        case (.known, let column):
            return try rows.filtered(control, cost: 4) { column.isKnown($0) }
        case (.pattern(let program), .text(let column)):
            try column.seal?.checkAll(control)
            var matcher = PatternMatcher(program)
            return try rows.filtered { row throws(Stop) in
                for piece in column.pieces(row) {
                    let bytes = column.piece(piece)
                    if try matcher.matches(bytes.buffer, progress: control.spend) { return true }
                }
                return false
            }
        case (.pattern(let program), .keyword(let column)):
            let codes = try column.dictionary.values.numbers(matching: program, control)
            return try filter(rows, .codes(codes), column: number, table: table)
        default:
            return Slab()
        }
    }

    /// Those of some rows that fulfil a condition.
    func filter(
        _ rows: Slab<UInt32>, _ condition: BoundCondition, table: Int
    ) throws(Stop) -> Slab<UInt32> {
        switch condition {
        case .constant(let isTrue): return isTrue ? rows : Slab()
        case .written(_, let inner): return try filter(rows, inner, table: table)
        case .not(let inner): return rows.subtracting(try filter(rows, inner, table: table))
        case .and(let members):
            var kept = rows
            for member in members where !kept.isEmpty { kept = try filter(kept, member, table: table) }
            return kept
        case .or(let members):
            var sets: [RowSet] = []
            for member in members { sets.append(.list(try filter(rows, member, table: table))) }
            return RowSet.union(sets, universe: store.tables[table].rowCount).list()
        case .test(let column, let test): return try filter(rows, test, column: column, table: table)
        case .rows(let set):
            try control.touch(rows: rows.count)
            let universe = store.tables[table].rowCount
            return RowSet.list(rows).intersection(set, universe: universe).list()
        case .related(let link, let inner):
            guard case .relation(let relation) = store.tables[link.table].columns[link.column] else { return Slab() }
            let targets = try self.rows(inner, table: link.target)
            let wanted = targets.bitmap(universe: store.tables[link.target].rowCount)
            control.count(rows: rows.count)
            if case .one(let ids) = relation.forward {
                return try rows.filtered(control) { ids[Int($0)] != .max && wanted.contains(ids[Int($0)]) }
            }
            return try rows.filtered(control, cost: 4) { row in
                var isMatch = false
                relation.forward.forEach(row) { isMatch = isMatch || wanted.contains($0) }
                return isMatch
            }
        case .compared(let left, let comparison, let right):
            control.count(rows: rows.count)
            try store.seal?.checkAll(control)
            let comparer = OperandComparer(store, left, comparison, right)
            return try rows.filtered(control, cost: 256) { comparer.isMatch($0) }
        case .picked(let operand, let test):
            let picker = OperandPicker(store, operand)
            return try rows.filtered { row throws(Stop) in
                try control.touch(rows: picker.cost(row))
                return picker.passes(row, test)
            }
        case .quantified, .member:
            let found = try self.rows(condition, table: table)
            return found.intersection(.list(rows), universe: store.tables[table].rowCount).list()
        }
    }
}

extension Column {
    /// Whether a row has a value.
    func isKnown(_ row: UInt32) -> Bool {
        switch self {
        case .text(let column): !column.isMissing(row)
        case .name(let column): column.forms.count(row) > 0
        case .keyword(let column): !column.codes.isEmpty(row)
        case .number(let column): column.value(row) != nil
        case .date(let column): !column.isMissing(row)
        case .boolean(let column): column.value(row) != nil
        case .relation(let column): !column.forward.isEmpty(row)
        }
    }
}

extension BoundLiteral {
    /// Whether a text is this one as a whole.
    func equals(_ other: String) -> Bool {
        switch mode {
        case .exactly: return other == text
        case .folded: return FoldedText(other).bytes == folded
        case .roughly:
            let text = String(decoding: folded, as: UTF8.self)
            return editDistance(DixitText.folded(other), text, atMost: Roughly.limit(text)) != nil
        }
    }
}

extension DatePart {
    /// The part as a date: the year, the month, the Monday of the week, the day; nil where the date does not say it.
    package func date(of date: PartialDate) -> PartialDate? {
        switch self {
        case .year: PartialDate(year: date.year)
        case .month: date.month > 0 ? PartialDate(year: date.year, month: date.month) : nil
        case .day: date.day > 0 ? date : nil
        case .week: date.day > 0 ? PartialDate(dayNumber: date.firstDay - (Self.weekday(date.firstDay) - 1)) : nil
        case .weekday: nil
        }
    }

    /// The part as a number: of the week's days, Monday is 1.
    package func number(of date: PartialDate) -> Int? {
        self == .weekday && date.day > 0 ? Self.weekday(date.firstDay) : nil
    }

    /// 1970-01-01 was a Thursday.
    private static func weekday(_ day: Int) -> Int {
        let offset = (day + 3) % 7
        return (offset < 0 ? offset + 7 : offset) + 1
    }
}

extension Slab where Element == UInt8 {
    /// Whether some bytes stand side by side in it.
    fileprivate func contains(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, bytes.count <= count else { return bytes.isEmpty }
        for place in 0...count - bytes.count where self[place] == first {
            if self[place..<place + bytes.count].elementsEqual(bytes) { return true }
        }
        return false
    }
}

extension StringTable {
    /// The strings that a pattern matches somewhere, by their numbers.
    func numbers(matching program: PatternProgram, _ control: RunControl) throws(Stop) -> RowSet {
        var found = RowBits(universe: count)
        var matcher = PatternMatcher(program)
        for number in 0..<count {
            let string = self[number]
            if try matcher.matches(string.buffer, progress: control.spend) {
                found.insert(UInt32(truncatingIfNeeded: number))
            }
        }
        return .bits(found)
    }
}

extension Store {
    /// The rows of a set that forms of names belong to.
    func rows(named forms: RowSet, _ names: NameIndex, in set: Int) -> RowSet {
        let part = sets[set].rows
        return RowSet(names.rows(of: forms).filter { part.contains($0) })
    }
}
