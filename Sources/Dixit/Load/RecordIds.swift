// Which row has which id, for records that refer to each other before all are there.

/// Ids in the order in which they came: of the rows of a table, or those that a relation names.
///
/// An id is a text, or a number where the field `id` of the set holds numbers.
struct RecordIdList: Sendable {
    let areNumbers: Bool
    /// NaN where there is none; empty where ids are texts.
    fileprivate private(set) var numbers: [Double] = []
    fileprivate private(set) var texts = Interner()
    /// By place the number of a text; `.max` where there is none; empty where ids are numbers.
    fileprivate private(set) var textNumbers: [UInt32] = []

    init(areNumbers: Bool) { self.areNumbers = areNumbers }

    var count: Int { areNumbers ? numbers.count : textNumbers.count }

    /// Adds a value of a row, which is no id where it cannot be one.
    mutating func append(_ value: RecordRow.Value, of row: RecordRow) {
        if areNumbers {
            // The sum makes one of −0 and 0.
            numbers.append(RecordRow.number(value).map { $0 + 0 } ?? .nan)
        } else if case .text(let range) = value {
            textNumbers.append(row.withText(range) { texts.number(of: $0) })
        } else {
            textNumbers.append(.max)
        }
    }

    mutating func append(contentsOf other: RecordIdList) {
        let known = texts.numbers(of: other.texts)
        textNumbers.append(contentsOf: other.textNumbers.lazy.map { $0 == .max ? .max : known[Int($0)] })
        numbers.append(contentsOf: other.numbers)
    }

    mutating func reserve(_ other: RecordIdList, times: Double) {
        numbers.reserve(other.numbers, times: times)
        textNumbers.reserve(other.textNumbers, times: times)
    }

    func isMissing(_ place: Int) -> Bool { areNumbers ? numbers[place].isNaN : textNumbers[place] == .max }

    /// An id in words.
    func text(_ place: Int) -> String {
        if areNumbers { return Value(number: numbers[place]).description }
        return String(decoding: texts.bytes[texts.range(Int(textNumbers[place]))], as: UTF8.self)
    }
}

/// The rows of a table by their ids.
struct RecordIds: Sendable {
    private enum Rows: Sendable {
        /// By number; `.max` where no row has it.
        case dense([UInt32])
        /// By place in the interner of the bytes of numbers, or of texts.
        case interned(Interner, [UInt32])
    }

    private var rows: Rows
    private let areNumbers: Bool
    /// The first id that a second row came with.
    let duplicate: String?

    /// - Parameters:
    ///   - ids: the id of each row as it was added.
    ///   - places: the place of each of these rows in the order of rows; nil where that is the same.
    /// - Complexity: linear.
    init(_ ids: RecordIdList, places: [UInt32]?) {
        areNumbers = ids.areNumbers
        var rows: Rows
        var duplicate: Int?
        func take(_ row: inout UInt32, _ added: Int) {
            if row == .max {
                row = places?[added] ?? UInt32(truncatingIfNeeded: added)
            } else if duplicate == nil {
                duplicate = added
            }
        }
        if ids.areNumbers, let limit = Self.limit(ids.numbers) {
            var dense = [UInt32](repeating: .max, count: limit)
            for (added, number) in ids.numbers.enumerated() where !number.isNaN { take(&dense[Int(number)], added) }
            rows = .dense(dense)
        } else {
            var interner = ids.texts
            var interned = [UInt32](repeating: .max, count: interner.count)
            for (added, text) in ids.textNumbers.enumerated() where text != .max { take(&interned[Int(text)], added) }
            for (added, number) in ids.numbers.enumerated() where !number.isNaN {
                let place = withUnsafeBytes(of: number) { interner.number(of: $0.bindMemory(to: UInt8.self)) }
                if interned.count <= Int(place) { interned.append(.max) }
                take(&interned[Int(place)], added)
            }
            rows = .interned(interner, interned)
        }
        self.rows = rows
        self.duplicate = duplicate.map { ids.text($0) }
    }

    /// What whole numbers are below that a table of them is no waste; nil where some are not whole, or too large.
    private static func limit(_ numbers: [Double]) -> Int? {
        var largest = 0
        for number in numbers where !number.isNaN {
            guard let whole = number.wholeNumber, whole >= 0, whole < 1024 + 4 * numbers.count else { return nil }
            largest = max(largest, whole)
        }
        return largest + 1
    }

    /// The rows that ids lead to, `.max` where one is missing.
    ///
    /// - Throws: for the first in the order of `places` that no row has.
    /// - Complexity: linear.
    func rows(of ids: RecordIdList, inOrder places: some Sequence<Int>) throws(UnknownRecordId) -> [UInt32] {
        // Each different text is looked up once.
        let ofTexts = (0..<ids.texts.count).map { number in
            ids.texts.bytes.withUnsafeBufferPointer { bytes in
                row(of: UnsafeBufferPointer(rebasing: bytes[ids.texts.range(number)]))
            }
        }
        var found: [UInt32] = []
        found.reserveCapacity(ids.count)
        for place in places {
            if ids.isMissing(place) {
                found.append(.max)
                continue
            }
            let row = ids.areNumbers ? row(of: ids.numbers[place]) : ofTexts[Int(ids.textNumbers[place])]
            if row == .max { throw UnknownRecordId(text: ids.text(place)) }
            found.append(row)
        }
        return found
    }

    private func row(of number: Double) -> UInt32 {
        switch rows {
        case .dense(let rows):
            guard let whole = number.wholeNumber, rows.indices.contains(whole) else { return .max }
            return rows[whole]
        case .interned:
            return withUnsafeBytes(of: number) { row(of: $0.bindMemory(to: UInt8.self)) }
        }
    }

    private func row(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard case .interned(let interner, let rows) = rows, let place = interner.knownNumber(of: text) else {
            return .max
        }
        return rows[Int(place)]
    }
}

/// A relation names a row that is not there.
struct UnknownRecordId: Error {
    let text: String
}

extension Store {
    /// Whether the rows of a table are known by numbers; nil where they have no ids.
    func hasNumberIds(ofTable name: String) -> Bool? {
        guard let number = tableNumbers[name], let column = idColumns[number] else { return nil }
        return if case .number = tables[number].columns[column] { true } else { false }
    }

    /// The ids of the rows of a table, for records that refer to them.
    func recordIds(ofTable name: String) -> RecordIds {
        var ids = RecordIdList(areNumbers: hasNumberIds(ofTable: name) ?? false)
        if let number = tableNumbers[name], let column = idColumns[number] {
            for row in 0..<tables[number].rowCount {
                let value: Parameter? =
                    switch value(UInt32(truncatingIfNeeded: row), column: column, table: number) {
                    case .text(let text): .text(text)
                    case .integer(let value): .integer(value)
                    case .number(let value): .number(value)
                    default: nil
                    }
                let values = RecordRow([value])
                ids.append(values.values[0], of: values)
            }
        }
        return RecordIds(ids, places: nil)
    }
}
