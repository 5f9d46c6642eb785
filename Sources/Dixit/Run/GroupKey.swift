// What rows are counted by.

import DixitText

/// Turns rows into codes of a key, and codes into values.
struct GroupKey: Sendable {
    private let store: Store
    let operand: BoundOperand
    private let walker: PathWalker
    /// The order of the texts of a text field, which are equal when they are folded; found only where one is a key.
    private let texts: (order: Slab<UInt32>, first: Slab<UInt32>)?
    static let missing = UInt64.max

    init(_ store: Store, _ operand: BoundOperand, _ control: RunControl) throws(Stop) {
        self.store = store
        self.operand = operand
        walker = PathWalker(store)
        if let column = operand.path.textColumn(in: store) {
            try column.seal?.checkAll(control)
            texts = try Ranks.of(column.index.rowCount, control) { column.text(UInt32(truncatingIfNeeded: $0)) }
        } else {
            texts = nil
        }
    }

    private var path: BoundPath { operand.path }

    /// The number of different codes where they are small numbers, so that an array can count them.
    var size: Int? {
        switch path.end {
        case .row: return store.tables[path.table].rowCount
        case .column(let column):
            if case .keyword(let keyword) = store.tables[path.table].columns[column] { return keyword.dictionary.count }
            return nil
        case .part, .source, .score: return nil
        }
    }

    /// Whether a row has at most one code.
    var isSingle: Bool { !path.isMany }

    /// The code of a row where ``isSingle``.
    @inline(__always)
    func code(_ row: UInt32) -> UInt64 {
        guard let end = walker.row(from: row, along: path.links) else { return Self.missing }
        return codeAtEnd(end)
    }

    /// The codes of rows at the end of the path, where that is a part of a date.
    var datePartCoder: DatePartCoder? {
        guard case .part(let column, let part) = path.end,
            case .date(let dates) = store.tables[path.table].columns[column]
        else { return nil }
        return DatePartCoder(dates, part)
    }

    /// The row at the end of a path without lists.
    @inline(__always)
    func end(_ row: UInt32) -> UInt32? { path.links.isEmpty ? row : walker.row(from: row, along: path.links) }

    /// The different codes of a row; the code for missing where it has none.
    func codes(_ row: UInt32) -> [UInt64] {
        if isSingle { return [code(row)] }
        var codes: [UInt64] = []
        for end in walker.rows(from: row, along: path.links) {
            if case .column(let number) = path.end, case .keyword(let column) = store.tables[path.table].columns[number]
            {
                column.codes.forEach(end) { codes.append(UInt64($0)) }
            } else {
                let code = codeAtEnd(end)
                if code != Self.missing { codes.append(code) }
            }
        }
        let distinct = Set(codes).sorted()
        return distinct.isEmpty ? [Self.missing] : distinct
    }

    private func codeAtEnd(_ row: UInt32) -> UInt64 {
        switch path.end {
        case .row: return UInt64(row)
        case .column(let column): return code(row, store.tables[path.table].columns[column])
        case .part(let column, let part):
            guard case .date(let dates) = store.tables[path.table].columns[column], let date = dates.date(row) else {
                return Self.missing
            }
            if let number = part.number(of: date) { return UInt64(number) }
            return part.date(of: date).map { Self.code(days: $0.firstDay, $0.lastDay) } ?? Self.missing
        case .source, .score: return Self.missing
        }
    }

    private func code(_ row: UInt32, _ column: Column) -> UInt64 {
        switch column {
        case .keyword(let column):
            let code = column.codes.single(row)
            return code == .max ? Self.missing : UInt64(code)
        case .name(let column):
            // Rows of the same name are one group, shown by the first of them.
            return column.forms.count(row) == 0 ? Self.missing : UInt64(column.firstOfName[Int(column.order[Int(row)])])
        case .number(let column):
            return column.value(row).map { Self.ordered($0) } ?? Self.missing
        case .date(let column):
            return column.isMissing(row)
                ? Self.missing : Self.code(days: Int(column.first[Int(row)]), Int(column.last[Int(row)]))
        case .boolean(let column): return column.value(row).map { $0 ? 1 : 0 } ?? Self.missing
        case .text:
            guard let texts, texts.order[Int(row)] != .max else { return Self.missing }
            return UInt64(texts.first[Int(texts.order[Int(row)])])
        case .relation: return Self.missing
        }
    }

    /// Days shifted so that they are positive: codes order as dates do.
    static func code(days first: Int, _ last: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: first + 1_000_000) << 32 | UInt64(truncatingIfNeeded: last + 1_000_000)
    }

    /// The bits of a number, changed so that they order as numbers do.
    private static func ordered(_ value: Double) -> UInt64 {
        let bits = value.bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// The value that a code stands for.
    func value(_ code: UInt64) -> Value {
        if code == Self.missing { return .missing }
        let table = path.table
        switch path.end {
        case .row: return .entity(store.entity(UInt32(truncatingIfNeeded: code), set: path.set))
        case .part(_, .weekday): return .integer(Int(truncatingIfNeeded: code))
        case .part: return Self.date(code)
        case .column(let number):
            switch store.tables[table].columns[number] {
            case .keyword(let column): return .text(column.dictionary.text(UInt32(truncatingIfNeeded: code)))
            case .name, .text: return store.value(UInt32(truncatingIfNeeded: code), column: number, table: table)
            case .number:
                let bits = code >> 63 == 1 ? code & ~(1 << 63) : ~code
                return Value(number: Double(bitPattern: bits))
            case .date: return Self.date(code)
            case .boolean: return .boolean(code == 1)
            case .relation: return .missing
            }
        case .source, .score: return .missing
        }
    }

    private static func date(_ code: UInt64) -> Value {
        let first = Int(code >> 32) - 1_000_000
        let last = Int(code & 0xFFFF_FFFF) - 1_000_000
        return PartialDate(days: first, last).map { .date(CalendarDate($0)) } ?? .missing
    }

    /// A number that orders as codes do: the place of a value, where codes of values that were added later do not say it.
    func rank(_ code: UInt64) -> UInt64 {
        guard code != Self.missing, case .column(let number) = path.end,
            case .keyword(let column) = store.tables[path.table].columns[number]
        else { return code }
        return UInt64(column.dictionary.rank(UInt32(truncatingIfNeeded: code)))
    }

    /// A number that orders as the values of codes do: names by name, all else by rank.
    func order(_ code: UInt64) -> Double {
        if code == Self.missing { return .infinity }
        // Rows that are called nothing come behind those that are, as what is missing does.
        if case .row = path.end { return store.sortKey(UInt32(truncatingIfNeeded: code), path) ?? .infinity }
        if case .column(let number) = path.end {
            switch store.tables[path.table].columns[number] {
            case .name: return store.sortKey(UInt32(truncatingIfNeeded: code), path) ?? Double(code)
            case .text: return texts.map { Double($0.order[Int(code)]) } ?? Double(code)
            default: break
            }
        }
        return Double(rank(code))
    }
}

extension BoundSelect {
    /// What the rows are counted by.
    func groupKeys(of store: Store, _ control: RunControl) throws(Stop) -> [GroupKey] {
        var result: [GroupKey] = []
        for key in self.keys { result.append(try GroupKey(store, key, control)) }
        return result
    }
}
