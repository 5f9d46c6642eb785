// The columns of one table, filled field by field.

import DixitText

/// Takes the columns of a set's table, each from a function of the row, and hands them to a ``StoreBuilder``.
///
/// What the fields are comes from the schema; a field that nothing fills is missing in every row, or the other end of a
/// relation that is filled elsewhere.
///
/// ```swift
/// var table = TableBuilder("statements", of: schema, rows: statements.count)
/// table.keyword("verb") { statements[$0].verb }
/// table.one("speaker") { statements[$0].speaker }
/// ```
///
/// - Precondition: of every method: the schema has the field, of that type, and the column has as many rows as the table.
struct TableBuilder {
    /// What a field was filled with, as far as it can be made before all tables are there.
    enum Filling: Sendable {
        case column(Column)
        case names([[String]])
        /// Where the other end is known already it comes with them.
        case links(Links, inverse: Adjacency?)

        var rowCount: Int {
            switch self {
            case .column(let column): column.rowCount
            case .names(let names): names.count
            case .links(let links, _): links.rowCount
            }
        }
    }

    let set: String
    let rowCount: Int
    /// The fields of the set, then those that only parts of it have.
    let fields: [FieldSchema]
    private(set) var fillings: [String: Filling] = [:]
    /// The fields of names where they were put together elsewhere; nil where each is filled with names.
    private(set) var merged: NameColumns?
    /// Where the rows stand in the documents, if they do.
    var places: PlaceColumn?

    init(_ set: String, of schema: Schema, rows: Int) {
        self.set = set
        rowCount = rows
        fields = schema.fields(ofTable: set)
    }

    // MARK: Columns made elsewhere, row by row

    mutating func fill(_ field: String, with column: Column) {
        fill(field, .column(column)) { column.fits($0) }
    }

    mutating func fill(_ field: String, with links: Links, inverse: Adjacency? = nil) {
        fill(field, .links(links, inverse: inverse)) { type in
            switch (type, links) {
            case (.one, .one), (.many, .many): true
            default: false
            }
        }
    }

    mutating func fill(_ field: String, with filling: Filling) {
        switch filling {
        case .column(let column): fill(field, with: column)
        case .names(let names): self.names(field) { names[$0] }
        case .links(let links, let inverse): fill(field, with: links, inverse: inverse)
        }
    }

    mutating func fill(with names: NameColumns) {
        precondition(
            names.columns.allSatisfy { $0.forms.rowCount == rowCount }, "the names of \(set) are of other rows")
        merged = names
    }

    private mutating func fill(_ name: String, _ filling: Filling, _ fits: (FieldType) -> Bool) {
        guard let field = fields.first(where: { $0.name == name }) else {
            preconditionFailure("\(set) has no field “\(name)”")
        }
        precondition(fits(field.type), "\(set).\(name) is filled with another type than it has")
        precondition(filling.rowCount == rowCount, "\(set).\(name) has \(filling.rowCount) rows, not \(rowCount)")
        precondition(fillings[name] == nil, "\(set).\(name) is filled twice")
        fillings[name] = filling
    }
}

// MARK: - Columns as functions of the row

extension TableBuilder {
    /// A text as pieces of bytes that the corpus keeps, with the beginnings of the sentences and paragraphs around them.
    struct Pieces {
        var ranges: [Range<Int>]
        var sentences: [Int] = []
        var paragraphs: [Int] = []
    }

    mutating func text(_ field: String, in bytes: Slab<UInt8>, _ pieces: (Int) -> Pieces) {
        var builder = TextColumnBuilder()
        for row in 0..<rowCount {
            let pieces = pieces(row)
            builder.append(
                pieces.ranges, in: bytes.buffer, sentences: pieces.sentences, paragraphs: pieces.paragraphs)
        }
        fill(field, with: .text(builder.finish(bytes: bytes)))
    }

    /// Nil and an empty text are missing.
    mutating func keyword(_ field: String, _ value: (Int) -> String?) {
        var builder = KeywordColumnBuilder(many: false)
        for row in 0..<rowCount {
            builder.append(value(row))
        }
        fill(field, with: .keyword(builder.finish()))
    }

    mutating func keywords(_ field: String, _ values: (Int) -> [String]) {
        var builder = KeywordColumnBuilder(many: true)
        for row in 0..<rowCount { builder.append(values(row).map { Array($0.utf8) }) }
        fill(field, with: .keyword(builder.finish()))
    }

    mutating func name(_ field: String, _ name: (Int) -> String?) {
        names(field) { name($0).map { [$0] } ?? [] }
    }

    /// The first name is the one that is shown.
    mutating func names(_ field: String, _ names: (Int) -> [String]) {
        fill(field, .names((0..<rowCount).map { names($0).filter { !$0.isEmpty } })) {
            if case .name = $0 { true } else { false }
        }
    }

    mutating func number(_ field: String, _ value: (Int) -> Double?) {
        fill(field, with: .number(NumberColumn((0..<rowCount).map(value))))
    }

    mutating func date(_ field: String, _ value: (Int) -> PartialDate?) {
        fill(field, with: .date(DateColumn((0..<rowCount).map(value))))
    }

    mutating func boolean(_ field: String, _ value: (Int) -> Bool?) {
        fill(field, with: .boolean(BooleanColumn((0..<rowCount).map(value))))
    }

    /// A row of the set that the relation leads to, nil for none.
    mutating func one(_ field: String, _ target: (Int) -> UInt32?) {
        fill(field, with: .one(Slab((0..<rowCount).map { target($0) ?? .max })))
    }

    /// Rows in any order.
    mutating func many(_ field: String, _ targets: (Int) -> [UInt32]) {
        var builder = AdjacencyBuilder(rows: rowCount)
        for row in 0..<rowCount {
            for target in targets(row) { builder.append(target) }
            builder.finishRow()
        }
        fill(field, with: .many(builder.finish()))
    }
}

extension Schema {
    /// The fields of a set that has a table of its own, then those that only its parts list.
    package func fields(ofTable name: String) -> [FieldSchema] {
        var fields = self[set: name]?.fields ?? []
        var names = Set(fields.map(\.name))
        for set in sets where set.part?.whole == name {
            for field in set.fields where names.insert(field.name).inserted { fields.append(field) }
        }
        return fields
    }

    /// The set whose table holds the rows of a set: `actors` for `people`.
    package func table(of set: String) -> String { self[set: set]?.part?.whole ?? set }
}

extension Column {
    var rowCount: Int {
        switch self {
        case .text(let column): column.offsets.map { $0.count - 1 } ?? column.rowCount
        case .name(let column): column.forms.rowCount
        case .keyword(let column): column.codes.rowCount
        case .number(let column): column.values.count
        case .date(let column): column.first.count
        case .boolean(let column): column.values.count
        case .relation(let column): column.forward.rowCount
        }
    }

    /// Whether a field of that type can hold this; relations and names are made by the ``StoreBuilder``.
    fileprivate func fits(_ type: FieldType) -> Bool {
        switch (self, type) {
        case (.text, .text), (.number, .number), (.date, .date), (.boolean, .boolean): true
        case (.keyword(let column), .keyword(let many)):
            if case .many = column.codes { many } else { !many }
        default: false
        }
    }
}
