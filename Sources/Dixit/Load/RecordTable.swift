// The rows of one set while records are gathered.

/// Takes the rows of a table and makes a ``TableBuilder`` of them.
struct RecordTable: Sendable {
    let set: SetSchema
    let fields: [FieldSchema]
    private(set) var rowCount = 0
    private var columns: RecordColumns
    private let idField: Int?
    private var ids: RecordIdList
    /// Whether anything was added to a field: one that nothing fills may be the other end of a relation.
    private var isFilled: [Bool]

    /// - Parameter areNumbers: whether the rows of a table are known by numbers.
    init(_ set: SetSchema, of schema: Schema, areNumbers: (_ table: String) -> Bool) {
        self.set = set
        fields = schema.fields(ofTable: set.name)
        idField = fields.firstIndex { $0.name == "id" }
        ids = RecordIdList(areNumbers: areNumbers(set.name))
        columns = RecordColumns(fields) { areNumbers(schema.table(of: $0)) }
        isFilled = fields.map { $0.type == .text }
    }

    /// The first field that cannot hold the value that a row has for it, with its place in the row.
    func unfitField(of row: RecordRow, as layout: RecordLayout) -> (field: FieldSchema, place: Int)? {
        for (field, place) in layout.places.enumerated() {
            guard let place else { continue }
            let value = row.values[place]
            if case .none = value { continue }
            if !columns.fits(value, of: row, field: field) { return (fields[field], place) }
        }
        return nil
    }

    /// Adds a row.
    ///
    /// - Precondition: the values fit their fields.
    /// - Parameters:
    ///   - base: where in the texts of all rows `bytes` lie.
    ///   - bytes: gets the texts of the row.
    mutating func append(_ row: RecordRow, as layout: RecordLayout, at base: Int, to bytes: inout [UInt8]) {
        for field in fields.indices {
            if let place = layout.places[field] {
                append(row.values[place], of: row, field: field, at: base, to: &bytes)
            } else if layout.fixed?.field == field, let fixed = layout.fixed?.row {
                append(fixed.values[0], of: fixed, field: field, at: base, to: &bytes)
            } else {
                append(.none, of: row, field: field, at: base, to: &bytes)
            }
        }
        rowCount += 1
    }

    private mutating func append(
        _ value: RecordRow.Value, of row: RecordRow, field: Int, at base: Int, to bytes: inout [UInt8]
    ) {
        if case .none = value {} else { isFilled[field] = true }
        if field == idField { ids.append(value, of: row) }
        columns.append(value, of: row, field: field, at: base, to: &bytes)
    }

    /// Adds the rows of another part of the table, as if each were added here.
    ///
    /// - Parameter base: where its texts lie in those of all rows.
    mutating func append(contentsOf other: RecordTable, at base: Int) {
        columns.append(contentsOf: other.columns, at: base)
        ids.append(contentsOf: other.ids)
        for field in isFilled.indices where other.isFilled[field] { isFilled[field] = true }
        rowCount += other.rowCount
    }

    /// Makes room for about so many times the rows of another part.
    mutating func reserve(_ other: RecordTable, times: Double) {
        columns.reserve(other.columns, times: times)
        ids.reserve(other.ids, times: times)
    }

    /// At each place the row that was added with the number there: by first date, those without one last, then as they were added. Nil where
    /// that is the same.
    var order: [UInt32]? {
        guard let date = set.fields.first(where: { $0.type == .date })?.name,
            let field = fields.firstIndex(where: { $0.name == date }), let days = columns.firstDays(field: field)
        else { return nil }
        return DayOrder.rows(days)
    }

    /// The rows by their ids, in that order.
    func ids(in order: [UInt32]?) -> RecordIds {
        RecordIds(
            ids,
            places: order.map { order in
                var places = [UInt32](repeating: 0, count: order.count)
                for (place, row) in order.enumerated() { places[Int(row)] = UInt32(truncatingIfNeeded: place) }
                return places
            })
    }

    /// What the fields are filled with; no row is added after this.
    mutating func fillings(
        in order: [UInt32]?, targets: (_ set: String) -> RecordIds?
    ) -> [(field: FieldSchema, filling: RecordFilling)] {
        fields.indices.filter { isFilled[$0] }.map { number in
            let field = fields[number]
            let filling = columns.filling(
                field: number, in: order, isKey: number == idField, targets: field.type.target.flatMap(targets))
            return (field, filling)
        }
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
