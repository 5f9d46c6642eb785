// Which row has which id, for records that refer to each other before all are there.

/// The ids of the rows of one table, and those that relations name.
///
/// An id is a text, or a number where the field `id` holds numbers. Each different one has a number of its own.
final class RecordIds {
    private let areNumbers: Bool
    private var ids = Interner()
    /// By number of the id, the row that has it as it was added; `.max` where no row has.
    private var addedRows: [UInt32] = []
    /// By row as it was added, its place in the order of rows; nil where that is the same.
    private var places: [UInt32]?
    /// The first id that a second row came with.
    private(set) var duplicate: String?

    init(areNumbers: Bool) { self.areNumbers = areNumbers }

    /// Whether a value can be an id.
    func isId(_ value: Parameter) -> Bool {
        switch value {
        case .text: !areNumbers
        case .integer, .number: areNumbers && value.number?.isFinite ?? false
        default: false
        }
    }

    /// - Precondition: the value can be an id.
    func number(of value: Parameter) -> UInt32 {
        let number: UInt32
        if case .text(var text) = value {
            number = text.withUTF8 { ids.number(of: $0) }
        } else {
            // The sum makes one of −0 and 0.
            number = withUnsafeBytes(of: (value.number ?? 0) + 0) { ids.number(of: $0.bindMemory(to: UInt8.self)) }
        }
        while addedRows.count <= Int(number) { addedRows.append(.max) }
        return number
    }

    /// Notes the id of a row that is added.
    func add(_ id: Parameter, row: Int) {
        let number = number(of: id)
        if addedRows[Int(number)] == .max {
            addedRows[Int(number)] = UInt32(truncatingIfNeeded: row)
        } else if duplicate == nil {
            duplicate = text(of: number)
        }
    }

    /// Says in which order the rows are: at each place the row that was added with the number there.
    func setOrder(_ order: [UInt32]) {
        var places = [UInt32](repeating: 0, count: order.count)
        for (place, row) in order.enumerated() { places[Int(row)] = UInt32(truncatingIfNeeded: place) }
        self.places = places
    }

    /// The place of the row with an id; nil where no row has it.
    func row(of number: UInt32) -> UInt32? {
        let row = addedRows[Int(number)]
        if row == .max { return nil }
        return places.map { $0[Int(row)] } ?? row
    }

    /// An id in words.
    func text(of number: UInt32) -> String {
        let bytes = ids.bytes[ids.range(Int(number))]
        if !areNumbers { return String(decoding: bytes, as: UTF8.self) }
        var value = 0.0
        withUnsafeMutableBytes(of: &value) { $0.copyBytes(from: bytes) }
        return Value(number: value).description
    }
}

extension Store {
    /// The ids of the rows of a table, for records that refer to them.
    func recordIds(ofTable name: String) -> RecordIds? {
        guard let number = tableNumbers[name], let column = idColumns[number] else { return nil }
        let areNumbers = if case .number = tables[number].columns[column] { true } else { false }
        let ids = RecordIds(areNumbers: areNumbers)
        for row in 0..<tables[number].rowCount {
            switch value(UInt32(truncatingIfNeeded: row), column: column, table: number) {
            case .text(let text): ids.add(.text(text), row: row)
            case .integer(let value): ids.add(.integer(value), row: row)
            case .number(let value): ids.add(.number(value), row: row)
            default: continue
            }
        }
        return ids
    }
}
