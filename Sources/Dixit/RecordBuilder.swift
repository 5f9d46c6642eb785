// A corpus of records that a program has already, in sets of its own or in those of the news.

import DixitSyntax

/// Takes rows of any schema and makes a ``Corpus`` of them.
///
/// A row is known by its field `id`, a text or a number; a relation is given as the id of the other row, or a list of ids,
/// and the other row may come later. Rows lie in the order of their first date, then in the order they were added.
///
/// ```swift
/// var records = RecordBuilder(schema: schema)
/// try records.add(["id": .text("p1"), "name": .text("Samira Haddad")], to: "people")
/// try records.add(["id": .text("s1"), "speaker": .text("p1"), "text": .text("…")], to: "statements")
/// let corpus = try records.finish()
/// ```
public struct RecordBuilder: ~Copyable {
    private let schema: Schema
    /// What the corpus has that is extended.
    private let base: Store?
    private var tables: [RecordTable] = []
    private var tableNumbers: [String: Int] = [:]
    /// Tables without rows, for batches.
    private let emptyTables: [RecordTable]
    /// The texts of all fields of text, one after the other.
    private var bytes = SlabBuilder<UInt8>()
    /// The row that is being added, and its texts.
    private var row = RecordRow(count: 0)
    private var rowBytes: [UInt8] = []

    /// A builder without rows.
    public init(schema: Schema) {
        self.init(schema, over: nil)
    }

    /// A builder of a corpus that has everything of another one, and rows of further sets.
    ///
    /// A relation of a further set may lead to a set of the corpus, by the ids of its rows; what it names as its inverse is
    /// added there as a field where that set does not have it. The corpus itself stays as it is. Documents are added before,
    /// with ``Corpus/adding(_:added:reader:)``: the ids of rows stay the same then, so that the rows can be added again.
    ///
    /// ```swift
    /// let notes = SetSchema(
    ///     "notes", singular: "note", documentation: LocalizedText(english: "our notes", french: "nos notes"),
    ///     fields: [
    ///         FieldSchema(
    ///             "id", .keyword(), documentation: LocalizedText(english: "its number", french: "son numéro")),
    ///         FieldSchema(
    ///             "statement", .one("statements", inverse: "notes"),
    ///             documentation: LocalizedText(english: "what it is about", french: "ce dont elle parle")),
    ///     ])
    /// var records = try RecordBuilder(extending: corpus, with: [notes])
    /// try records.add(["id": .text("n1"), "statement": .text("budget:1")], to: "notes")
    /// let annotated = try records.finish()
    /// ```
    ///
    /// - Throws: ``DixitError`` E514 for sets that do not fit those of the corpus: a name that is taken, a relation that leads
    ///   nowhere.
    public init(extending corpus: Corpus, with sets: [SetSchema]) throws(DixitError) {
        let schema = corpus.schema.adding(sets)
        if let defect = schema.defects.first { throw Self.error(.unfitSets(defect)) }
        self.init(schema, over: corpus.store)
    }

    private init(_ schema: Schema, over base: Store?) {
        self.schema = schema
        self.base = base
        let own = schema.sets.filter { $0.part == nil && base?.tableNumbers[$0.name] == nil }
        for set in own {
            tableNumbers[set.name] = tables.count
            tables.append(
                RecordTable(set, of: schema) { table in
                    base?.hasNumberIds(ofTable: table) ?? (schema[set: table]?[field: "id"]?.type == .number)
                })
        }
        emptyTables = tables
    }

    /// The number of rows added so far.
    public var count: Int { tables.reduce(0) { $0 + $1.rowCount } }

    /// Adds a row to a set. For a part of a set the field that makes it one is filled in: `people` are `actors` of type person.
    ///
    /// - Throws: ``DixitError`` E300 for an unknown set, E301 for an unknown field, E403 for a value that does not fit its field.
    public mutating func add(_ values: [String: Parameter], to set: String) throws(DixitError) {
        let row = values.sorted { $0.key < $1.key }
        let layout = try layout(of: set, fields: row.map(\.key))
        try add(row.map(\.value), as: layout)
    }

    /// A set with the fields that many rows will give in one order, so that nothing is looked up for each row.
    ///
    /// ```swift
    /// let layout = try records.layout(of: "people", fields: ["id", "name", "role"])
    /// for person in people { try records.add([.integer(person.id), .text(person.name), nil], as: layout) }
    /// ```
    ///
    /// - Throws: ``DixitError`` E300 for an unknown set, E301 for an unknown field.
    public func layout(of set: String, fields names: [String]) throws(DixitError) -> RecordLayout {
        guard let setSchema = schema[set: set], let number = tableNumbers[schema.table(of: set)] else {
            let known = schema.sets.map(\.name).filter { tableNumbers[schema.table(of: $0)] != nil }
            throw error(.unknownSet(set, suggestion: Suggestion.best(for: set, among: known)?.text, known: known))
        }
        let fields = tables[number].fields
        var places = [Int?](repeating: nil, count: fields.count)
        for (place, name) in names.enumerated() {
            guard let field = fields.firstIndex(where: { $0.name == name }) else {
                let known = setSchema.fields.map(\.name)
                let suggestion = Suggestion.best(for: name, among: known)?.text
                throw error(.unknownField(name, set: set, suggestion: suggestion, known: known))
            }
            places[field] = place
        }
        var fixed: (field: Int, row: RecordRow)?
        if let part = setSchema.part, let field = fields.firstIndex(where: { $0.name == part.field }) {
            fixed = (field, RecordRow([.text(part.value)]))
            places[field] = nil
        }
        return RecordLayout(table: number, valueCount: names.count, places: places, fixed: fixed)
    }

    /// Adds a row whose values, nil where one is missing, are in the order of a layout.
    ///
    /// - Precondition: the layout is this builder's and has as many fields as there are values.
    /// - Throws: ``DixitError`` E403 for a value that does not fit its field; then no row is added.
    public mutating func add(_ values: [Parameter?], as layout: RecordLayout) throws(DixitError) {
        precondition(
            values.count == layout.valueCount, "a row has \(values.count) values for \(layout.valueCount) fields")
        row.set(values)
        if let unfit = tables[layout.table].unfitField(of: row, as: layout) {
            throw .unfit(row.description(of: row.values[unfit.place]), unfit.field)
        }
        tables[layout.table].append(row, as: layout, at: bytes.count, to: &rowBytes)
        bytes.append(contentsOf: rowBytes)
        rowBytes.removeAll(keepingCapacity: true)
    }

    /// A batch without rows, which may be copied: rows are gathered in it on any thread.
    package func batch(as layout: RecordLayout) -> RecordBatch { RecordBatch(layout, emptyTables[layout.table]) }

    /// Makes room for about so many times the rows of a batch: what grows by itself is copied again and again. Room that nothing is written
    /// to is only promised, and no more than a gigabyte of it for any column.
    package mutating func reserve(_ batch: RecordBatch, times: Double) {
        let times = max(0, times * 1.02)
        tables[batch.layout.table].reserve(batch.table, times: times)
        bytes.reserve(bytes.count + Int(min(Double(batch.bytes.count) * times, Double(1 << 30))))
    }

    /// Adds the rows of a batch, as if each were added here.
    package mutating func add(_ batch: RecordBatch) {
        tables[batch.layout.table].append(contentsOf: batch.table, at: bytes.count)
        bytes.append(contentsOf: batch.bytes)
    }

    /// - Throws: ``DixitError`` E510 where a relation names an id that no row has, E511 where two rows of a set have one id.
    public consuming func finish() throws(DixitError) -> Corpus {
        try finish { pieces, work in (0..<pieces).forEach(work) }
    }

    /// The same, columns being made at the same time; the corpus is the same, too.
    package consuming func finish(on work: ConcurrentWork) throws(DixitError) -> Corpus {
        let orders = tables.map(\.order)
        var ids: [String: RecordIds] = [:]
        for (table, order) in zip(tables, orders) {
            let known = table.ids(in: order)
            if let id = known.duplicate { throw error(.duplicateId(id, set: table.set.name)) }
            ids[table.set.name] = known
        }
        // The rows of the corpus are gone through only where something leads to them.
        for target in tables.flatMap(\.fields).compactMap(\.type.target) {
            let table = schema.table(of: target)
            if ids[table] == nil { ids[table] = base?.recordIds(ofTable: table) }
        }
        var fillings: [RecordFillings.Filling] = []
        for number in tables.indices {
            let filled = tables[number].fillings(in: orders[number]) { ids[schema.table(of: $0)] }
            for (field, filling) in filled {
                fillings.append(.init(table: number, field: field, filling: filling))
            }
        }
        var finished = tables.map { TableBuilder($0.set.name, of: schema, rows: $0.rowCount) }
        var builder = StoreBuilder(schema)
        for table in base?.tables ?? [] { builder.add(finished: table) }
        let (bytes, texts, seal) = (base?.bytes, base?.documentTexts ?? .none, base?.seal)
        let shared = self.bytes.finish()
        let columns = RecordFillings(consume fillings).finished(bytes: shared, on: work)
        for column in columns {
            do throws(UnknownRecordId) {
                finished[column.table].fill(column.field.name, with: try column.filling.get())
            } catch {
                throw Self.error(
                    .unknownReference(error.text, set: column.field.type.target ?? "", field: column.field.name))
            }
        }
        for table in finished { builder.add(table) }
        return Corpus(store: builder.finish(bytes: bytes ?? TextBytes(shared), documentTexts: texts, seal: seal))
    }

    private func error(_ message: Message) -> DixitError { Self.error(message) }

    private static func error(_ message: Message) -> DixitError { DixitError(message) }
}

/// The order in which rows give their fields; made by ``RecordBuilder/layout(of:fields:)``.
public struct RecordLayout: Sendable {
    let table: Int
    let valueCount: Int
    /// For each field of the table the place of its value in a row; nil where rows give none.
    let places: [Int?]
    /// What makes a row one of a part of the table.
    let fixed: (field: Int, row: RecordRow)?
}

extension DixitError {
    /// A value does not fit its field.
    static func unfit(_ value: String, _ field: FieldSchema) -> DixitError {
        DixitError(.unfitValue(value, field: field.name, type: field.type.noun))
    }
}
