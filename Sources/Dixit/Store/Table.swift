// The rows of a set, as columns.

/// What one field of a table holds. Each kind is one object: looking at a column while a query runs counts one reference then, not ten.
enum Column: Sendable {
    case text(TextColumn)
    case name(NameColumn)
    case keyword(KeywordColumn)
    case number(NumberColumn)
    case date(DateColumn)
    case boolean(BooleanColumn)
    case relation(RelationColumn)
}

/// A relation, kept both ways.
final class RelationColumn: Sendable {
    /// The table it leads to.
    let table: Int
    let forward: Links
    /// For each row of that table the rows that lead to it; at most one where this is the other end of a relation to one.
    let backward: Links

    init(table: Int, forward: Links, backward: Links) {
        self.table = table
        self.forward = forward
        self.backward = backward
    }
}

/// Where in the documents each row of a table stands.
struct PlaceColumn: Sendable {
    let documents: Slab<UInt32>
    /// In bytes of the document's text.
    let starts: Slab<UInt32>
    let ends: Slab<UInt32>
}

/// The rows of a set and of its parts. Rows are in the order in which answers give them where nothing else is asked.
struct Table: Sendable {
    /// The canonical name of the set.
    let name: String
    let rowCount: Int
    /// By canonical name of the field.
    let columnNumbers: [String: Int]
    let columns: [Column]
    /// The names of the rows, where the set has a field of names.
    let names: NameIndex?
    let places: PlaceColumn?

    func column(named name: String) -> Int? { columnNumbers[name] }
}

/// Where the texts of documents lie in the bytes of a corpus.
struct DocumentTexts: Sendable {
    /// By row of the set of documents.
    let starts: Slab<UInt64>
    let lengths: Slab<UInt32>

    /// Of a corpus without documents.
    static var none: DocumentTexts { DocumentTexts(starts: Slab(), lengths: Slab()) }

    var count: Int { starts.count }

    func range(_ document: Int) -> Range<Int> {
        let start = Int(starts[document])
        return start..<start + Int(lengths[document])
    }
}

/// All tables of a corpus.
final class Store: Sendable {
    let schema: Schema
    let tables: [Table]
    let tableNumbers: [String: Int]
    /// For each set of the schema, in its order: its table, and which rows of it.
    let sets: [StoredSet]
    /// For each table the set that it holds, by number in the schema.
    let setNumbers: [Int]
    /// For each table the columns with the ids of its rows and with what they are called; nil where it has none.
    let idColumns: [Int?]
    let labelColumns: [Int?]
    /// The text of all documents, and what else the texts of rows are cut from.
    let bytes: TextBytes
    let documentTexts: DocumentTexts
    /// What the bytes are compared with when they are read; nil where they were made here, or checked before.
    let seal: TextSeal?
    /// What the documents were linked by, where the corpus was made of documents.
    let evidence: LinkedEvidence?
    /// The table that ``PlaceColumn/documents`` counts in.
    let documentTable: Int?

    /// A set of the schema as rows of a table.
    struct StoredSet: Sendable {
        let table: Int
        let rows: RowSet
    }

    init(
        schema: Schema, tables: [Table], bytes: TextBytes, documentTexts: DocumentTexts, evidence: LinkedEvidence?,
        seal: TextSeal? = nil
    ) {
        self.seal = seal
        self.schema = schema
        self.tables = tables
        self.bytes = bytes
        self.documentTexts = documentTexts
        self.evidence = evidence
        let numbers = Dictionary(tables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        tableNumbers = numbers
        let setNumbers = tables.map { table in schema.sets.firstIndex { $0.name == table.name } ?? 0 }
        self.setNumbers = setNumbers
        idColumns = tables.map { $0.column(named: "id") }
        labelColumns = zip(tables, setNumbers).map { table, set in
            schema.sets.isEmpty ? nil : table.column(named: schema.sets[set].label)
        }
        documentTable = schema.documents.flatMap { numbers[$0.set] }
        sets = schema.sets.map { set in
            guard let table = numbers[set.part?.whole ?? set.name] else { return StoredSet(table: -1, rows: .none) }
            guard let part = set.part else { return StoredSet(table: table, rows: .all(tables[table].rowCount)) }
            return StoredSet(table: table, rows: tables[table].rows(where: part.field, is: part.value))
        }
    }
}

extension Table {
    fileprivate func rows(where field: String, is value: String) -> RowSet {
        guard let number = columnNumbers[field], case .keyword(let column) = columns[number] else { return .none }
        let codes = column.dictionary.values
        for code in 0..<codes.count where codes.text(code) == value {
            return .list(column.postings[UInt32(truncatingIfNeeded: code)])
        }
        return .none
    }
}
