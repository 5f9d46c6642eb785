// The documents and everything found in them, in memory, ready to be asked.

import DixitSyntax

/// An immutable collection of documents with their records, relations and indexes.
///
/// Any number of threads may ask one corpus. Asking happens through a ``Session``, which keeps what a script defines;
/// for a single question there is ``answer(to:)-(Query)``.
///
/// ```swift
/// let corpus = Corpus(documents: articles)
/// let answer = try corpus.answer(to: "count statements by speaker")
/// ```
public struct Corpus: Sendable {
    let store: Store
    let names: SchemaIndex

    /// What can be asked about.
    public var schema: Schema { store.schema }

    /// Reads the documents one after the other, on this thread.
    public init(documents: some Sequence<Document>) {
        var builder = CorpusBuilder()
        for document in documents { builder.add(document) }
        self = builder.finish()
    }

    init(store: Store) {
        self.store = store
        names = SchemaIndex(store.schema)
    }

    /// The number of rows of a set, by its canonical name; 0 for a set that the schema does not have.
    public func count(of set: String) -> Int {
        names.set(canonical: set).map { store.sets[$0].rows.count } ?? 0
    }

    /// The answer to the last statement of a query.
    ///
    /// - Throws: ``DixitError`` E1 to E4 for what is wrong with the question, E501 for a parameter without a value, E502 to E505 for
    ///   what stopped it.
    public func answer(to query: Query) throws(DixitError) -> Answer {
        var session = Session(self)
        guard let last = try session.run(query).last else {
            let message = Message.expectedStatement(found: .noun(.end))
            throw DixitError([Problem(Diagnostic(message, at: SourceRange(0, 0)), in: query.text)])
        }
        return last
    }

    /// The words that a row of an answer stands on, with as many characters around them as asked for.
    ///
    /// Nil for counts and groups, and for rows that stand on no text.
    public func passage(of row: Row, context: Int = 0) -> Passage? {
        guard let (number, set) = row.content.source(row: row.position) else { return nil }
        return row.content.store?.passage(number, table: store.sets[set].table, context: context)
    }

    /// Every field of a row with its value, in the order of the schema; empty for counts and groups.
    public func record(of row: Row) -> [(field: FieldSchema, value: Value)] {
        guard let (number, set) = row.content.source(row: row.position), let store = row.content.store else {
            return []
        }
        return store.record(of: number, set: set)
    }

    /// Every field of the row with an id, as ``record(of:)`` has it; empty where a set has no such row.
    ///
    /// - Parameters:
    ///   - id: of the row.
    ///   - set: the canonical name of a set.
    public func record(withID id: String, of set: String) -> [(field: FieldSchema, value: Value)] {
        guard let set = names.set(canonical: set), let row = store.row(withId: id, set: set) else { return [] }
        return store.record(of: row, set: set)
    }

    /// The whole text of a document, which the code points of a ``Passage`` count in; nil where no document has that id.
    public func text(ofDocument id: String) -> String? {
        guard let set = schema.documents.flatMap({ names.set(canonical: $0.set) }), store.documentTable != nil,
            let row = store.row(withId: id, set: set)
        else { return nil }
        let range = store.documentTexts.range(Int(row))
        // What was altered is not shown.
        if let seal = store.seal, (try? seal.check(range)) == nil { return nil }
        let bytes = store.bytes[range]
        return String(decoding: bytes.buffer, as: UTF8.self)
    }
}

extension Store {
    /// The fields of a row of a set.
    fileprivate func record(of row: UInt32, set: Int) -> [(field: FieldSchema, value: Value)] {
        let table = sets[set].table
        return schema.sets[set].fields.compactMap { field in
            guard let column = tables[table].column(named: field.name) else { return nil }
            // What was altered is not shown.
            if case .text(let texts) = tables[table].columns[column], (try? texts.check(Slab([row]))) == nil {
                return (field, .missing)
            }
            return (field, value(row, column: column, table: table))
        }
    }
}
