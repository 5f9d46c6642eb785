// Tables put together: relations get their other ends, names their index.

import DixitText

/// Takes the filled tables of a schema and makes a ``Store`` of them. It knows no set and no field but through the schema.
struct StoreBuilder {
    private let schema: Schema
    private var builders: [String: TableBuilder] = [:]
    /// Tables of another store, which get the other ends of new relations.
    private var finished: [String: Table] = [:]

    init(_ schema: Schema) { self.schema = schema }

    /// - Precondition: the schema has the set, which is no part of another.
    mutating func add(_ table: TableBuilder) {
        precondition(schema[set: table.set].map { $0.part == nil } == true, "“\(table.set)” has no table of its own")
        builders[table.set] = table
    }

    /// A table that another store of a smaller schema has.
    mutating func add(finished table: Table) {
        add(TableBuilder(table.name, of: schema, rows: table.rowCount))
        finished[table.name] = table
    }

    /// - Parameters:
    ///   - bytes: what the fields of text were made of.
    ///   - documentTexts: where in them the text of each row of the schema's documents is.
    consuming func finish(
        bytes: TextBytes, documentTexts: DocumentTexts = .none, evidence: LinkedEvidence? = nil,
        seal: TextSeal? = nil
    ) -> Store {
        let names = schema.sets.filter { $0.part == nil }.map(\.name)
        for name in names where builders[name] == nil { builders[name] = TableBuilder(name, of: schema, rows: 0) }
        let numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let assembly = Assembly(schema, builders, numbers)
        return Store(
            schema: schema,
            tables: names.compactMap { name in
                builders[name].map { builder in
                    finished[name].map { assembly.extended($0, builder) } ?? assembly.table(builder)
                }
            },
            bytes: bytes,
            documentTexts: documentTexts,
            evidence: evidence,
            seal: seal)
    }
}

/// All tables, as each needs the others for its relations.
private struct Assembly {
    private let schema: Schema
    private let builders: [String: TableBuilder]
    private let numbers: [String: Int]
    private let inversions = Inversions()

    /// Filled relations from the other end, by set and field.
    private final class Inversions {
        var known: [String: Adjacency] = [:]
    }

    init(_ schema: Schema, _ builders: [String: TableBuilder], _ numbers: [String: Int]) {
        self.schema = schema
        self.builders = builders
        self.numbers = numbers
    }

    func table(_ builder: TableBuilder) -> Table {
        var columns: [Column] = []
        var columnNumbers: [String: Int] = [:]
        let names = builder.names
        for field in builder.fields {
            columnNumbers[field.name] = columns.count
            if let number = names.fields.firstIndex(of: field.name) {
                columns.append(.name(names.columns[number]))
            } else {
                columns.append(column(field, of: builder))
            }
        }
        let hasNames = builder.fields.contains { if case .name = $0.type { true } else { false } }
        return Table(
            name: builder.set, rowCount: builder.rowCount, columnNumbers: columnNumbers, columns: columns,
            names: hasNames ? names.index : nil, places: builder.places)
    }

    /// A finished table with the fields that it does not have yet.
    ///
    /// - Parameter builder: of the same table; it fills nothing.
    func extended(_ table: Table, _ builder: TableBuilder) -> Table {
        var columns = table.columns
        var columnNumbers = table.columnNumbers
        for field in builder.fields where columnNumbers[field.name] == nil {
            columnNumbers[field.name] = columns.count
            columns.append(column(field, of: builder))
        }
        return Table(
            name: table.name, rowCount: table.rowCount, columnNumbers: columnNumbers, columns: columns,
            names: table.names, places: table.places)
    }

    private func column(_ field: FieldSchema, of builder: TableBuilder) -> Column {
        if case .column(let column)? = builder.fillings[field.name] { return column }
        let rows = builder.rowCount
        switch field.type {
        case .one(let target, let inverse), .many(let target, let inverse):
            return .relation(relation(field, of: builder, to: schema.table(of: target), inverse: inverse))
        case .name(let many):
            let names = [[String]](repeating: [], count: rows)
            return .name(NameColumns([field.name], [names], isMany: [many], rows: rows).columns[0])
        case .keyword(let many):
            var builder = KeywordColumnBuilder(many: many)
            for _ in 0..<rows { builder.append(nil) }
            return .keyword(builder.finish())
        case .text:
            var builder = TextColumnBuilder()
            for _ in 0..<rows { builder.append([], in: UnsafeBufferPointer(start: nil, count: 0)) }
            return .text(builder.finish(bytes: Slab()))
        case .number: return .number(NumberColumn([Double?](repeating: nil, count: rows)))
        case .date: return .date(DateColumn([PartialDate?](repeating: nil, count: rows)))
        case .boolean: return .boolean(BooleanColumn([Bool?](repeating: nil, count: rows)))
        }
    }

    /// A relation as it was filled, or the filled relation that it is the inverse of, from the other end.
    private func relation(
        _ field: FieldSchema, of builder: TableBuilder, to target: String, inverse: String?
    ) -> RelationColumn {
        let number = numbers[target] ?? 0
        let targets = builders[target]?.rowCount ?? 0
        if case .links(let links, let known)? = builder.fillings[field.name] {
            let backward = known ?? inverted(links, builder.set, field.name, targets: targets)
            return RelationColumn(table: number, forward: links, backward: .many(backward))
        }
        var forward = Adjacency(offsets: Slab([UInt32](repeating: 0, count: builder.rowCount + 1)), ids: Slab())
        var backward = Links.many(Adjacency(offsets: Slab([UInt32](repeating: 0, count: targets + 1)), ids: Slab()))
        if let inverse, case .links(let links, let known)? = builders[target]?.fillings[inverse] {
            forward = known ?? inverted(links, target, inverse, targets: builder.rowCount)
            backward = links
        }
        guard case .one = field.type else {
            return RelationColumn(table: number, forward: .many(forward), backward: backward)
        }
        // One of several that lead here is kept: the first.
        let first = (0..<UInt32(truncatingIfNeeded: builder.rowCount)).map { row -> UInt32 in
            forward.count(row) == 0 ? .max : forward[row][0]
        }
        let links = Links.one(Slab(first))
        return RelationColumn(table: number, forward: links, backward: .many(links.inverted(targets: targets)))
    }

    /// A filled relation from the other end: once for both of its fields.
    private func inverted(_ links: Links, _ set: String, _ field: String, targets: Int) -> Adjacency {
        if let known = inversions.known["\(set) \(field)"] { return known }
        precondition(links.stayBelow(targets), "\(set).\(field) leads outside of its table")
        let inverted = links.inverted(targets: targets)
        inversions.known["\(set) \(field)"] = inverted
        return inverted
    }
}
