// The values of one field while records are gathered, in the order in which their rows were added.

import DixitText

/// Takes one value a row and fills a column of a ``TableBuilder`` with them.
///
/// A class for each kind of field, so that adding a value is one call that changes memory in its place.
protocol RecordColumn: AnyObject {
    /// Whether the field can hold a value; what it cannot hold is never added.
    func fits(_ value: Parameter) -> Bool

    /// Adds a row.
    ///
    /// - Precondition: the value fits.
    /// - Parameter bytes: the texts of all fields of text, one after the other.
    func append(_ value: Parameter?, to bytes: inout [UInt8])
}

/// Texts go to the bytes that all share, their words to the index of the field.
final class TextRecordColumn: RecordColumn {
    private var texts = TextColumnBuilder()

    func fits(_ value: Parameter) -> Bool { value.isText }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) {
        guard case .text(var text)? = value else {
            texts.append(UnsafeBufferPointer(start: nil, count: 0), at: 0)
            return
        }
        text.withUTF8 { text in
            texts.append(text, at: bytes.count)
            bytes.append(contentsOf: text)
        }
    }

    func column(in order: [UInt32]?, bytes: Slab<UInt8>) -> Column {
        if let order { texts.reorder(order) }
        defer { texts = TextColumnBuilder() }
        return .text(texts.finish(bytes: bytes))
    }
}

/// Names as they are written, the shown one first.
final class NameRecordColumn: RecordColumn {
    private let isMany: Bool
    private var rows: [[String]] = []

    init(isMany: Bool) { self.isMany = isMany }

    func fits(_ value: Parameter) -> Bool { value.isText || isMany && value.isTexts }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) { rows.append(value?.texts ?? []) }

    func names(of row: Int) -> [String] { rows[row] }
}

/// Values of a list, each kept once.
final class KeywordRecordColumn: RecordColumn {
    private let isMany: Bool
    private var keywords: KeywordColumnBuilder

    init(isMany: Bool) {
        self.isMany = isMany
        keywords = KeywordColumnBuilder(many: isMany)
    }

    func fits(_ value: Parameter) -> Bool { value.isText || isMany && value.isTexts }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) {
        value?.forEachText { keywords.add($0) }
        keywords.finishRow()
    }

    func column(in order: [UInt32]?) -> Column {
        if let order { keywords.reorder(order) }
        defer { keywords = KeywordColumnBuilder(many: isMany) }
        return .keyword(keywords.finish())
    }
}

/// Numbers, NaN where there is none.
final class NumberRecordColumn: RecordColumn {
    private var values: [Double] = []

    func fits(_ value: Parameter) -> Bool { value.number?.isFinite ?? false }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) { values.append(value?.number ?? .nan) }

    func column(in order: [UInt32]?, isKey: Bool) -> Column {
        .number(NumberColumn(values: values.reordered(order), isKey: isKey))
    }
}

/// Dates as the first and last day that they can mean.
final class DateRecordColumn: RecordColumn {
    private(set) var firstDays: [Int32] = []
    private var lastDays: [Int32] = []

    func fits(_ value: Parameter) -> Bool { value.partialDate != nil }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) {
        let date = value?.partialDate
        firstDays.append(date.map { Int32(truncatingIfNeeded: $0.firstDay) } ?? DateColumn.missing)
        lastDays.append(date.map { Int32(truncatingIfNeeded: $0.lastDay) } ?? .min)
    }

    func column(in order: [UInt32]?) -> Column {
        .date(DateColumn(first: Slab(firstDays.reordered(order)), last: Slab(lastDays.reordered(order))))
    }
}

/// Yes, no, or nothing.
final class BooleanRecordColumn: RecordColumn {
    private var values: [Bool?] = []

    func fits(_ value: Parameter) -> Bool { if case .boolean = value { true } else { false } }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) {
        if case .boolean(let isTrue)? = value { values.append(isTrue) } else { values.append(nil) }
    }

    func column(in order: [UInt32]?) -> Column { .boolean(BooleanColumn(values.reordered(order))) }
}

/// The rows that a relation names by their ids, as numbers of the ids of the set it leads to.
final class RelationRecordColumn: RecordColumn {
    private let isMany: Bool
    private let targets: RecordIds
    private var numbers: [UInt32] = []
    private var offsets: [Int] = [0]

    init(isMany: Bool, targets: RecordIds) {
        self.isMany = isMany
        self.targets = targets
    }

    func fits(_ value: Parameter) -> Bool {
        if isMany, case .list(let items) = value { return items.allSatisfy(targets.isId) }
        return targets.isId(value)
    }

    func append(_ value: Parameter?, to bytes: inout [UInt8]) {
        switch value {
        case .list(let items)?: for item in items { numbers.append(targets.number(of: item)) }
        case let value?: numbers.append(targets.number(of: value))
        case nil: break
        }
        offsets.append(numbers.count)
    }

    /// The relation over rows in their order.
    ///
    /// - Throws: the number of an id that no row has.
    func links(in order: [UInt32]?) throws(UnknownRecordId) -> Links {
        let rowCount = offsets.count - 1
        var one: [UInt32] = []
        var many = AdjacencyBuilder(rows: rowCount)
        one.reserveCapacity(isMany ? 0 : rowCount)
        for place in 0..<rowCount {
            let row = order.map { Int($0[place]) } ?? place
            for index in offsets[row]..<offsets[row + 1] {
                guard let target = targets.row(of: numbers[index]) else {
                    throw UnknownRecordId(number: numbers[index])
                }
                if isMany { many.append(target) } else { one.append(target) }
            }
            if isMany { many.finishRow() } else if offsets[row] == offsets[row + 1] { one.append(.max) }
        }
        return isMany ? .many(many.finish()) : .one(Slab(one))
    }
}

/// A relation names a row that is not there.
struct UnknownRecordId: Error {
    /// Of the ``RecordIds`` of the set that it leads to.
    let number: UInt32
}

extension Array {
    /// The elements in another order: at each place the one with the number there.
    fileprivate func reordered(_ order: [UInt32]?) -> [Element] {
        guard let order else { return self }
        return order.map { self[Int($0)] }
    }
}

extension Parameter {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }

    fileprivate var isTexts: Bool { if case .list(let items) = self { items.allSatisfy(\.isText) } else { false } }

    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        default: []
        }
    }

    fileprivate func forEachText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        switch self {
        case .text(var text): text.withUTF8(body)
        case .list(let items): for item in items { item.forEachText(body) }
        default: break
        }
    }

    /// `12`, `1.5`
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// A date, a text that is one, or a year.
    fileprivate var partialDate: PartialDate? {
        switch self {
        case .date(let date): date.partial
        case .text(var text): text.withUTF8 { PartialDate(digits: $0) }
        case .integer(let year): PartialDate(year: year)
        default: nil
        }
    }
}

extension PartialDate {
    /// Reads `2016`, `2016-05` or `2016-05-12`, as ``CalendarDate`` does, without making strings of its parts.
    fileprivate init?(digits text: UnsafeBufferPointer<UInt8>) {
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for place in range {
                guard (0x30...0x39).contains(text[place]) else { return nil }
                value = value * 10 + Int(text[place] - 0x30)
            }
            return value
        }
        func part(at dash: Int) -> Int? {
            guard text.count >= dash + 3, text[dash] == UInt8(ascii: "-") else { return nil }
            guard let value = number(dash + 1..<dash + 3), value > 0 else { return nil }
            return value
        }
        guard [4, 7, 10].contains(text.count), let year = number(0..<4) else { return nil }
        if text.count == 4 {
            self.init(year: year)
            return
        }
        guard let month = part(at: 4) else { return nil }
        if text.count == 7 {
            self.init(year: year, month: month)
            return
        }
        guard let day = part(at: 7) else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
