// Reads what an operand stands for in a row, as a value of an answer.

import DixitText

/// Reads one column of an answer, cell by cell, when it is asked for.
final class OperandReader: Sendable {
    private let store: Store
    private let operand: BoundOperand
    private let walker: PathWalker
    /// The column of the row itself that is read, where nothing has to be followed.
    private let column: Column?

    init(_ store: Store, _ operand: BoundOperand) {
        self.store = store
        self.operand = operand
        walker = PathWalker(store)
        if operand.aggregate == nil, operand.path.links.isEmpty, case .column(let number) = operand.path.end {
            column = store.tables[operand.path.table].columns[number]
        } else {
            column = nil
        }
    }

    /// Whether the cell says how well the row fits, which the row alone does not say.
    var isScore: Bool { operand.path.end == .score }

    /// The bytes of a text, a keyword or a name that the row itself has one of; nil for anything else.
    func bytes(_ row: UInt32) -> Slab<UInt8>? {
        switch column {
        case .text(let texts): return texts.bytes(row)
        case .keyword(let column):
            guard case .one(let codes) = column.codes, codes[Int(row)] != .max else { return nil }
            return column.dictionary.values[Int(codes[Int(row)])]
        case .name(let column):
            guard !column.isMany, let names = store.tables[operand.path.table].names else { return nil }
            return column.forms[row].first.map { names.forms[Int($0)] }
        default: return nil
        }
    }

    func value(_ row: UInt32) -> Value {
        if let column { return store.value(row, column, table: operand.path.table) }
        let path = operand.path
        switch operand.aggregate {
        case .count: return .integer(walker.rows(from: row, along: path.links).count)
        case .first, .last: return OperandPicker(store, operand).value(row)
        case nil: break
        }
        if !path.links.contains(where: \.isMany) {
            guard let end = walker.row(from: row, along: path.links) else {
                return path.type.isMany ? .list([]) : .missing
            }
            return value(atEnd: end)
        }
        var values: [Value] = []
        for end in walker.rows(from: row, along: path.links) {
            switch value(atEnd: end) {
            case .missing: break
            case .list(let items): values.append(contentsOf: items)
            case let value: values.append(value)
            }
        }
        return .list(values)
    }

    private func value(atEnd row: UInt32) -> Value {
        switch operand.path.end {
        case .row: return .entity(store.entity(row, set: operand.path.set))
        case .column(let column): return store.value(row, column: column, table: operand.path.table)
        case .part(let column, let part):
            guard case .date(let dates) = store.tables[operand.path.table].columns[column],
                let date = dates.date(row)
            else { return .missing }
            if let number = part.number(of: date) { return .integer(number) }
            return part.date(of: date).map { .date(CalendarDate($0)) } ?? .missing
        case .source: return store.passage(row, table: operand.path.table).map { .passage($0) } ?? .missing
        case .score: return .missing
        }
    }
}

extension Store {
    /// A row as other rows refer to it.
    func entity(_ row: UInt32, set: Int) -> Value.Entity {
        let table = sets[set].table
        return Value.Entity(
            set: schema.sets[set].name, id: id(of: row, table: table), name: label(of: row, table: table))
    }

    /// What is in the field `id`, or the row's number where the set has none.
    func id(of row: UInt32, table: Int) -> String {
        guard let column = idColumns[table] else { return String(row) }
        switch value(row, column: column, table: table) {
        case .text(let text): return text
        case .integer(let number): return String(number)
        default: return String(row)
        }
    }

    /// What a row is called where another refers to it.
    func label(of row: UInt32, table: Int) -> String {
        if let column = labelColumns[table], case .text(let text) = value(row, column: column, table: table) {
            return text
        }
        return id(of: row, table: table)
    }

    /// What a field holds in a row.
    func value(_ row: UInt32, column: Int, table: Int) -> Value {
        value(row, tables[table].columns[column], table: table)
    }

    /// What a column of a table holds in a row.
    func value(_ row: UInt32, _ column: Column, table: Int) -> Value {
        switch column {
        case .text(let texts): return texts.text(row).map { .text($0) } ?? .missing
        case .name(let column):
            let forms = column.forms[row]
            guard let names = tables[table].names, !forms.isEmpty else { return column.isMany ? .list([]) : .missing }
            if column.isMany { return .list(forms.buffer.map { .text(names.forms.text(Int($0))) }) }
            return .text(names.forms.text(Int(forms[0])))
        case .keyword(let column):
            switch column.codes {
            case .one(let codes):
                let code = codes[Int(row)]
                return code == .max ? .missing : .text(column.dictionary.text(code))
            case .many(let lists):
                return .list(lists[row].map { .text(column.dictionary.text($0)) })
            }
        case .number(let column): return column.value(row).map { Value(number: $0) } ?? .missing
        case .date(let column): return column.date(row).map { .date(CalendarDate($0)) } ?? .missing
        case .boolean(let column): return column.value(row).map { .boolean($0) } ?? .missing
        case .relation(let column):
            let set = setNumbers[column.table]
            switch column.forward {
            case .one(let ids):
                return ids[Int(row)] == .max ? .missing : .entity(entity(ids[Int(row)], set: set))
            case .many(let lists):
                return .list(lists[row].map { .entity(entity($0, set: set)) })
            }
        }
    }
}

extension Value {
    /// A whole number where it is one.
    init(number: Double) {
        if let whole = number.wholeNumber { self = .integer(whole) } else { self = .number(number) }
    }
}
