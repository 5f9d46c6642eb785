// The rows of one set while records are gathered.

/// Takes the rows of a table, field by field, and makes a ``TableBuilder`` of them.
struct RecordTable {
    let set: SetSchema
    let fields: [FieldSchema]
    let ids: RecordIds
    private(set) var rowCount = 0
    private let columns: [any RecordColumn]
    private let idField: Int?
    /// The rows in the order of their first date; nil while that is the order in which they were added.
    private var order: [UInt32]?

    /// - Parameter ids: by table, the ids of its rows.
    init(_ set: SetSchema, of schema: Schema, ids: [String: RecordIds]) {
        self.set = set
        fields = schema.fields(ofTable: set.name)
        self.ids = ids[set.name] ?? RecordIds(areNumbers: false)
        idField = fields.firstIndex { $0.name == "id" }
        columns = fields.map { field -> any RecordColumn in
            switch field.type {
            case .text: TextRecordColumn()
            case .name(let many): NameRecordColumn(isMany: many)
            case .keyword(let many): KeywordRecordColumn(isMany: many)
            case .number: NumberRecordColumn()
            case .date: DateRecordColumn()
            case .boolean: BooleanRecordColumn()
            case .one(let target, _):
                RelationRecordColumn(
                    isMany: false, targets: ids[schema.table(of: target)] ?? RecordIds(areNumbers: false))
            case .many(let target, _):
                RelationRecordColumn(
                    isMany: true, targets: ids[schema.table(of: target)] ?? RecordIds(areNumbers: false))
            }
        }
        isFilled = fields.map { $0.type == .text }
    }

    /// Whether anything was added to a field: one that nothing fills may be the other end of a relation.
    private var isFilled: [Bool]

    func fits(_ value: Parameter, field: Int) -> Bool { columns[field].fits(value) }

    /// Adds a row: for each field a value or nil.
    ///
    /// - Precondition: the values fit their fields.
    mutating func append(to bytes: inout [UInt8], _ value: (_ field: Int) -> Parameter?) {
        for field in columns.indices {
            let value = value(field)
            if let value {
                isFilled[field] = true
                if field == idField, ids.isId(value) { ids.add(value, row: rowCount) }
            }
            columns[field].append(value, to: &bytes)
        }
        rowCount += 1
    }

    /// Puts the rows in order: by first date, those without one last, then as they were added.
    mutating func sort() {
        guard let date = set.fields.first(where: { $0.type == .date })?.name,
            let field = fields.firstIndex(where: { $0.name == date }), let dates = columns[field] as? DateRecordColumn
        else { return }
        order = DayOrder.rows(dates.firstDays)
        if let order { ids.setOrder(order) }
    }

    /// - Throws: where a relation names an id that no row has.
    func table(of schema: Schema, bytes: Slab<UInt8>) throws(UnknownRelation) -> TableBuilder {
        var table = TableBuilder(set.name, of: schema, rows: rowCount)
        for (number, field) in fields.enumerated() where isFilled[number] {
            switch columns[number] {
            case let column as TextRecordColumn: table.fill(field.name, with: column.column(in: order, bytes: bytes))
            case let column as NameRecordColumn:
                table.names(field.name) { place in column.names(of: order.map { Int($0[place]) } ?? place) }
            case let column as KeywordRecordColumn: table.fill(field.name, with: column.column(in: order))
            case let column as NumberRecordColumn:
                table.fill(field.name, with: column.column(in: order, isKey: number == idField))
            case let column as DateRecordColumn: table.fill(field.name, with: column.column(in: order))
            case let column as BooleanRecordColumn: table.fill(field.name, with: column.column(in: order))
            case let column as RelationRecordColumn:
                do {
                    table.fill(field.name, with: try column.links(in: order))
                } catch {
                    throw UnknownRelation(field: field, id: error)
                }
            default: break
            }
        }
        return table
    }

    struct UnknownRelation: Error {
        let field: FieldSchema
        let id: UnknownRecordId
    }
}

/// Rows in the order of days.
enum DayOrder {
    /// The rows in the order of their days, equal days in the order of rows; nil where they are in that order.
    ///
    /// Source: D. E. Knuth, “The Art of Computer Programming” 3, 5.2.5, radix list sort, with counted places.
    ///
    /// - Complexity: linear: three passes of eleven bits.
    static func rows(_ days: [Int32]) -> [UInt32]? {
        if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) { return nil }
        let keys = days.map { UInt32(bitPattern: $0) ^ 0x8000_0000 }
        var rows = days.indices.map { UInt32(truncatingIfNeeded: $0) }
        var sorted = rows
        for shift in [UInt32(0), 11, 22] {
            var next = [Int](repeating: 0, count: 2049)
            for row in rows { next[Int(keys[Int(row)] >> shift & 0x7FF) + 1] += 1 }
            for digit in 0..<2048 { next[digit + 1] += next[digit] }
            for row in rows {
                let digit = Int(keys[Int(row)] >> shift & 0x7FF)
                sorted[next[digit]] = row
                next[digit] += 1
            }
            swap(&rows, &sorted)
        }
        return rows
    }
}
