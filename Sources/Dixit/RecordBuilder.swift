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
    /// By table of the extended corpus that relations lead to, the ids of its rows.
    private let baseIds: [String: RecordIds]
    /// The texts of all fields of text, one after the other.
    private var bytes: [UInt8] = []

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
        let sets = schema.sets.filter { $0.part == nil }
        let own = sets.filter { base?.tableNumbers[$0.name] == nil }
        var ids: [String: RecordIds] = [:]
        for set in own { ids[set.name] = RecordIds(areNumbers: set[field: "id"]?.type == .number) }
        // The rows of the corpus are gone through only where something leads to them.
        for target in own.flatMap({ schema.fields(ofTable: $0.name) }).compactMap(\.type.target) {
            let table = schema.table(of: target)
            if ids[table] == nil { ids[table] = base?.recordIds(ofTable: table) }
        }
        baseIds = ids.filter { base?.tableNumbers[$0.key] != nil }
        for set in own {
            tableNumbers[set.name] = tables.count
            tables.append(RecordTable(set, of: schema, ids: ids))
        }
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
        var fixed: (field: Int, value: Parameter)?
        if let part = setSchema.part, let field = fields.firstIndex(where: { $0.name == part.field }) {
            fixed = (field, .text(part.value))
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
        for (field, place) in layout.places.enumerated() {
            if let place, let value = values[place], !tables[layout.table].fits(value, field: field) {
                let unfit = tables[layout.table].fields[field]
                throw error(.unfitValue(value.text, field: unfit.name, type: unfit.type.noun))
            }
        }
        tables[layout.table].append(to: &bytes) { field in
            if let place = layout.places[field] { return values[place] }
            return layout.fixed?.field == field ? layout.fixed?.value : nil
        }
    }

    /// - Throws: ``DixitError`` E510 where a relation names an id that no row has, E511 where two rows of a set have one id.
    public consuming func finish() throws(DixitError) -> Corpus {
        for number in tables.indices {
            if let id = tables[number].ids.duplicate { throw error(.duplicateId(id, set: tables[number].set.name)) }
            tables[number].sort()
        }
        let shared = Slab(bytes)
        bytes = []
        var builder = StoreBuilder(schema)
        for table in base?.tables ?? [] { builder.add(finished: table) }
        for table in tables {
            do {
                builder.add(try table.table(of: schema, bytes: shared))
            } catch {
                let target = error.field.type.target ?? ""
                let table = schema.table(of: target)
                let ids = tableNumbers[table].map { tables[$0].ids } ?? baseIds[table]
                let id = ids?.text(of: error.id.number) ?? ""
                throw self.error(.unknownReference(id, set: target, field: error.field.name))
            }
        }
        return Corpus(
            store: builder.finish(
                bytes: base?.bytes ?? TextBytes(shared), documentTexts: base?.documentTexts ?? .none, seal: base?.seal))
    }

    private func error(_ message: Message) -> DixitError { Self.error(message) }

    private static func error(_ message: Message) -> DixitError {
        DixitError([Problem(Diagnostic(message, at: SourceRange(0, 0)), in: "")])
    }
}

/// The order in which rows give their fields; made by ``RecordBuilder/layout(of:fields:)``.
public struct RecordLayout: Sendable {
    let table: Int
    let valueCount: Int
    /// For each field of the table the place of its value in a row; nil where rows give none.
    let places: [Int?]
    /// What makes a row one of a part of the table.
    let fixed: (field: Int, value: Parameter)?
}

extension Parameter {
    /// As a message shows it.
    fileprivate var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .date(let date): date.description
        case .boolean(let value): String(value)
        case .list(let items): items.map(\.text).joined(separator: ", ")
        }
    }
}
