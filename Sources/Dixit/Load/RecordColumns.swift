// The values of the fields of a table while records are gathered, in the order in which rows were added.

import DixitText

/// Takes the values of rows, field by field, and makes the fillings of a ``TableBuilder`` of them.
///
/// A value that can be sent to another thread: parts of a file are gathered side by side, and then one after the other.
struct RecordColumns: Sendable {
    /// Where a field is among the fields of its kind.
    private enum Place: Sendable {
        case text(Int)
        case name(Int)
        case keyword(Int)
        case number(Int)
        case date(Int)
        case boolean(Int)
        case relation(Int)
    }

    private let fields: [FieldSchema]
    private var places: [Place] = []
    private var texts: [TextColumnBuilder] = []
    /// As they are written, the shown one first.
    private var names: [[[String]]] = []
    private var keywords: [KeywordColumnBuilder] = []
    /// NaN where there is none.
    private var numbers: [[Double]] = []
    private var dates: [Dates] = []
    private var booleans: [[Bool?]] = []
    private var relations: [Relation] = []

    /// The first and last day that a date can mean.
    private struct Dates: Sendable {
        var first: [Int32] = []
        var last: [Int32] = []
    }

    /// The rows that a relation names by their ids.
    fileprivate struct Relation: Sendable {
        let isMany: Bool
        var ids: RecordIdList
        /// Where those of each row begin, in a relation to many; one more entry for the end.
        var offsets: [UInt32] = [0]
    }

    /// - Parameter areNumbers: whether the rows of the table that a relation leads to are known by numbers.
    init(_ fields: [FieldSchema], areNumbers: (_ target: String) -> Bool) {
        self.fields = fields
        for field in fields {
            switch field.type {
            case .text:
                places.append(.text(texts.count))
                texts.append(TextColumnBuilder())
            case .name:
                places.append(.name(names.count))
                names.append([])
            case .keyword(let many):
                places.append(.keyword(keywords.count))
                keywords.append(KeywordColumnBuilder(many: many))
            case .number:
                places.append(.number(numbers.count))
                numbers.append([])
            case .date:
                places.append(.date(dates.count))
                dates.append(Dates())
            case .boolean:
                places.append(.boolean(booleans.count))
                booleans.append([])
            case .one(let target, _):
                places.append(.relation(relations.count))
                relations.append(Relation(isMany: false, ids: RecordIdList(areNumbers: areNumbers(target))))
            case .many(let target, _):
                places.append(.relation(relations.count))
                relations.append(Relation(isMany: true, ids: RecordIdList(areNumbers: areNumbers(target))))
            }
        }
    }

    /// Whether a field can hold a value of a row; what it cannot hold is never added.
    func fits(_ value: RecordRow.Value, of row: RecordRow, field: Int) -> Bool {
        switch fields[field].type {
        case .text: row.isText(value, orTexts: false)
        case .name(let many), .keyword(let many): row.isText(value, orTexts: many)
        case .number: RecordRow.number(value)?.isFinite ?? false
        case .date: row.partialDate(value) != nil
        case .boolean: if case .boolean = value { true } else { false }
        case .one, .many:
            if case .relation(let number) = places[field] {
                row.isId(
                    value, areNumbers: relations[number].ids.areNumbers, orIds: relations[number].isMany)
            } else {
                false
            }
        }
    }

    /// Adds a row's value of a field.
    ///
    /// - Precondition: it is missing or fits.
    /// - Parameters:
    ///   - base: where in the texts of all rows `bytes` lie.
    ///   - bytes: gets the texts of all fields of text, one after the other.
    mutating func append(
        _ value: RecordRow.Value, of row: RecordRow, field: Int, at base: Int, to bytes: inout [UInt8]
    ) {
        switch places[field] {
        case .text(let number):
            guard case .text(let range) = value else {
                texts[number].append(UnsafeBufferPointer(start: nil, count: 0), at: 0)
                return
            }
            row.withText(range) { text in
                texts[number].append(text, at: base + bytes.count)
                bytes.append(contentsOf: text)
            }
        case .name(let number):
            var forms: [String] = []
            row.forEachText(of: value) { forms.append(String(decoding: row.bytes[$0], as: UTF8.self)) }
            names[number].append(forms)
        case .keyword(let number):
            row.forEachText(of: value) { range in row.withText(range) { keywords[number].add($0) } }
            keywords[number].finishRow()
        case .number(let number): numbers[number].append(RecordRow.number(value) ?? .nan)
        case .date(let number):
            let date = row.partialDate(value)
            dates[number].first.append(
                date.map { Int32(truncatingIfNeeded: $0.firstDay) } ?? DateColumn.missing)
            dates[number].last.append(date.map { Int32(truncatingIfNeeded: $0.lastDay) } ?? .min)
        case .boolean(let number):
            if case .boolean(let isTrue) = value {
                booleans[number].append(isTrue)
            } else {
                booleans[number].append(nil)
            }
        case .relation(let number): relations[number].append(value, of: row)
        }
    }

    /// Adds the rows of another part of the table.
    ///
    /// - Parameter base: where its texts lie in those of all rows.
    mutating func append(contentsOf other: RecordColumns, at base: Int) {
        for number in texts.indices { texts[number].append(contentsOf: other.texts[number], at: base) }
        for number in names.indices { names[number] += other.names[number] }
        for number in keywords.indices { keywords[number].append(contentsOf: other.keywords[number]) }
        for number in numbers.indices { numbers[number] += other.numbers[number] }
        for number in dates.indices {
            dates[number].first += other.dates[number].first
            dates[number].last += other.dates[number].last
        }
        for number in booleans.indices { booleans[number] += other.booleans[number] }
        for number in relations.indices { relations[number].append(contentsOf: other.relations[number]) }
    }

    /// Makes room for about so many times the rows of another part.
    mutating func reserve(_ other: RecordColumns, times: Double) {
        for number in texts.indices { texts[number].reserve(other.texts[number], times: times) }
        for number in names.indices { names[number].reserve(other.names[number], times: times) }
        for number in keywords.indices { keywords[number].reserve(other.keywords[number], times: times) }
        for number in numbers.indices { numbers[number].reserve(other.numbers[number], times: times) }
        for number in dates.indices {
            dates[number].first.reserve(other.dates[number].first, times: times)
            dates[number].last.reserve(other.dates[number].last, times: times)
        }
        for number in booleans.indices { booleans[number].reserve(other.booleans[number], times: times) }
        for number in relations.indices {
            relations[number].ids.reserve(other.relations[number].ids, times: times)
            relations[number].offsets.reserve(other.relations[number].offsets, times: times)
        }
    }

    /// The first days of a field of dates.
    func firstDays(field: Int) -> [Int32]? {
        if case .date(let number) = places[field] { dates[number].first } else { nil }
    }

    /// What a field is filled with, over rows in their order. The field has no values here afterwards, so that their memory is free when
    /// it is not needed any more.
    ///
    /// - Parameters:
    ///   - order: at each place the row that was added with the number there; nil where that is the same.
    ///   - isKey: whether rows are known by the field.
    ///   - targets: the rows that a relation leads to.
    mutating func filling(field: Int, in order: [UInt32]?, isKey: Bool, targets: RecordIds?) -> RecordFilling {
        switch places[field] {
        case .text(let number): .text(take(&texts[number], TextColumnBuilder()), order)
        case .name(let number): .names(take(&names[number], []), order)
        case .keyword(let number): .keyword(take(&keywords[number], KeywordColumnBuilder(many: false)), order)
        case .number(let number): .number(take(&numbers[number], []), order, isKey: isKey)
        case .date(let number):
            .date(first: take(&dates[number].first, []), last: take(&dates[number].last, []), order)
        case .boolean(let number): .boolean(take(&booleans[number], []), order)
        case .relation(let number):
            .relation(
                take(&relations[number].ids, RecordIdList(areNumbers: false)),
                offsets: relations[number].isMany ? take(&relations[number].offsets, [0]) : nil, order, targets)
        }
    }

    private func take<Gathered>(_ gathered: inout Gathered, _ empty: Gathered) -> Gathered {
        let all = gathered
        gathered = empty
        return all
    }
}

extension RecordColumns.Relation {
    mutating func append(_ value: RecordRow.Value, of row: RecordRow) {
        if isMany {
            switch value {
            case .list(let range): for item in row.items[range] { ids.append(item, of: row) }
            case .none: break
            default: ids.append(value, of: row)
            }
            offsets.append(UInt32(truncatingIfNeeded: ids.count))
        } else {
            ids.append(value, of: row)
        }
    }

    mutating func append(contentsOf other: Self) {
        let base = UInt32(truncatingIfNeeded: ids.count)
        ids.append(contentsOf: other.ids)
        if isMany { offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { base &+ $0 }) }
    }
}
