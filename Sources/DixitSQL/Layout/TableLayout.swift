// Which tables a corpus becomes outside of Dixit: one value, made from any schema.

package import Dixit

/// The tables of a schema with their columns, keys and views.
///
/// Each set has a table for readers (`statements`), with a column for each field of one value and a key to another table for
/// each relation to one row. What a row may have several of is in tables beside it: `documents_people` for a relation,
/// `actors_roles` for a keyword, `actors_forms` for names. The same facts in the form that the engine compares (folded, as
/// words, as first and last day) are in `statements_folded`; so no other engine needs a folding of its own. A set that is a part of
/// another is a view.
package struct TableLayout: Hashable, Sendable {
    /// Where the words of texts are.
    package enum Words: Hashable, Sendable {
        /// In a table, a row a word: `statements_text_words`.
        case tables
        /// In lists, in `statements_folded`.
        case lists
    }

    package let schema: Schema
    package let words: Words
    package private(set) var tables: [Table] = []
    package private(set) var views: [View] = []
    /// Where full-text search is asked for by readers of SQLite.
    package private(set) var searches: [Search] = []
    /// For each relation of a table, where it is: by table and field.
    private var relations: [FieldName: Relation] = [:]

    package struct FieldName: Hashable, Sendable {
        package let table: String
        package let field: String
    }

    /// How a relation leads from one row to others.
    package enum Relation: Hashable, Sendable {
        /// A column of the table itself holds the id of the other row.
        case key(column: String)
        /// A column of the other table holds the id of this row.
        case keyOfOther(column: String)
        /// A table of pairs, with the columns for this row and the other one.
        case pairs(table: String, from: String, to: String)
    }

    package struct Table: Hashable, Sendable {
        package let name: String
        package fileprivate(set) var columns: [Column]
        package let primaryKey: [String]
        package let content: Content
        /// For people to read; the others are for queries.
        package let isForReaders: Bool
        package let documentation: String

        /// The column with a content.
        package func column(_ content: Column.Content) -> String? { columns.first { $0.content == content }?.name }
    }

    /// What the rows of a table are.
    package enum Content: Hashable, Sendable {
        /// The rows of a set.
        case rows(String)
        /// The same in the forms that are compared.
        case folded(String)
        /// The pairs of rows that a relation joins.
        case pairs(FieldName)
        /// The values of a keyword of which a row may have several.
        case values(FieldName)
        /// All forms of the names of a set's rows.
        case forms(String)
        /// The words of a text.
        case words(FieldName)
    }

    package struct Column: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case text
            /// A date that may stop at the year or the month: `2016`, `2016-05`, `2016-05-12`.
            case date
            case integer
            case number
            case boolean
            case texts
            case integers
        }
        package let name: String
        package let kind: Kind
        package let content: Content
        package var isRequired = false
        /// The table whose id it holds.
        package var references: String?

        /// What a cell of the column holds.
        package enum Content: Hashable, Sendable {
            /// The place of the row in the order of answers, from 1.
            case number
            case id
            case field(String)
            case folded(String)
            case words(String)
            case firstDay(String)
            case lastDay(String)
            case week(String)
            case weekday(String)
            case sentences(String)
            case paragraphs(String)
            /// Of a pair, of a value, of a form: the row that it belongs to, and the other row.
            case owner
            case target
            case value
            case foldedValue
            case valueWords
            case normalised
            case sorted
            case joined
            case surname
            case initials
            /// Whether a form is one of those of a field.
            case isOf(String)
            case position
            case word
            case sentence
            case paragraph
        }
    }

    /// A set that is a part of another.
    package struct View: Hashable, Sendable {
        package let name: String
        package let table: String
        /// The rows that have a value in a column.
        package let column: String
        package let value: String
        package let columns: [String]
    }

    /// The columns of a set that can be searched by words.
    package struct Search: Hashable, Sendable {
        package let name: String
        package let table: String
        package let columns: [String]
    }

    package init(_ schema: Schema, words: Words) {
        self.schema = schema
        self.words = words
        var names = UniqueNames()
        for set in schema.sets { names.reserve(set.name) }
        let wholes = schema.sets.filter { $0.part == nil }
        for set in wholes { tables.append(rowsTable(set)) }
        for set in wholes {
            for field in schema.fields(ofTable: set.name) { addTable(of: field, in: set, &names) }
            addForms(of: set, &names)
            addFolded(set, &names)
        }
        if words == .tables { searches = wholes.compactMap { search(of: $0, &names) } }
        for set in schema.sets {
            guard let part = set.part, let whole = table(ofSet: part.whole),
                let column = whole.column(.field(part.field))
            else { continue }
            let fields = set.fields.compactMap { whole.column(.field($0.name)) }
            views.append(
                View(
                    name: set.name, table: whole.name, column: column, value: part.value,
                    columns: [whole.column(.number)].compactMap { $0 } + fields))
        }
    }
}

// MARK: - What is where

extension TableLayout {
    package subscript(table name: String) -> Table? { tables.first { $0.name == name } }

    /// The table with the rows of a set, or of the set that it is a part of.
    package func table(ofSet set: String) -> Table? { table(.rows(schema.table(of: set))) }

    package func table(_ content: Content) -> Table? { tables.first { $0.content == content } }

    package func relation(_ field: String, of table: String) -> Relation? {
        relations[FieldName(table: table, field: field)]
    }

    /// Relations whose other ends are stored, which the writer looks at: of each the field that is stored, and the one that is not.
    package var derivedRelations: [(stored: FieldName, derived: FieldName)] {
        schema.sets.filter { $0.part == nil }.flatMap { set in
            schema.fields(ofTable: set.name).compactMap { field -> (stored: FieldName, derived: FieldName)? in
                guard let other = derivedFrom(field, of: set) else { return nil }
                return (other, FieldName(table: set.name, field: field.name))
            }
        }
    }

    /// The relation at whose other end a relation is, where that one is stored and this one is not.
    private func derivedFrom(_ field: FieldSchema, of set: SetSchema) -> FieldName? {
        guard case .many(let target, let inverse?) = field.type else { return nil }
        let table = schema.table(of: target)
        guard let back = schema.fields(ofTable: table).first(where: { $0.name == inverse }) else { return nil }
        switch back.type {
        case .one(let home, let forward) where schema.table(of: home) == set.name && forward == field.name:
            return FieldName(table: table, field: inverse)
        case .many(let home, let forward) where schema.table(of: home) == set.name && forward == field.name:
            // Of two ends of one relation the first is stored, in the order of the schema.
            let mine = place(of: field.name, in: set.name)
            return place(of: inverse, in: table) < mine ? FieldName(table: table, field: inverse) : nil
        default: return nil
        }
    }

    private func place(of field: String, in table: String) -> (Int, Int) {
        let set = schema.sets.firstIndex { $0.name == table } ?? 0
        return (set, schema.fields(ofTable: table).firstIndex { $0.name == field } ?? 0)
    }
}

// MARK: - Making the tables

extension TableLayout {
    private func rowsTable(_ set: SetSchema) -> Table {
        let fields = schema.fields(ofTable: set.name)
        var names = UniqueNames()
        for field in fields { names.reserve(field.name) }
        var columns: [Column] = []
        for field in fields {
            guard let kind = field.type.columnKind(in: self) else { continue }
            let isId = field.name == "id"
            var column = Column(name: field.name, kind: kind, content: .field(field.name), isRequired: isId)
            if case .one(let target, _) = field.type { column.references = schema.table(of: target) }
            columns.append(column)
        }
        let id = columns.first { $0.name == "id" }?.name ?? names.take("id")
        if !columns.contains(where: { $0.name == id }) {
            columns.insert(Column(name: id, kind: .text, content: .id, isRequired: true), at: 0)
        }
        columns.insert(
            Column(name: names.take("n"), kind: .integer, content: .number, isRequired: true),
            at: columns.firstIndex { $0.name == id }.map { $0 + 1 } ?? 0)
        return Table(
            name: set.name, columns: columns, primaryKey: [id], content: .rows(set.name), isForReaders: true,
            documentation: set.documentation.english)
    }

    /// The names and the texts of a set.
    private func search(of set: SetSchema, _ names: inout UniqueNames) -> Search? {
        let columns = schema.fields(ofTable: set.name).filter { field in
            switch field.type {
            case .text, .name(many: false): true
            default: false
            }
        }.map(\.name)
        guard !columns.isEmpty else { return nil }
        return Search(name: names.take("\(set.name)_fts"), table: set.name, columns: columns)
    }

    /// The kind of the column that names rows of a table.
    fileprivate func idKind(of table: String) -> Column.Kind {
        schema[set: table]?[field: "id"]?.type == .number ? .number : .text
    }

    /// The table beside that of a set that a field of several values needs.
    private mutating func addTable(of field: FieldSchema, in set: SetSchema, _ names: inout UniqueNames) {
        let name = FieldName(table: set.name, field: field.name)
        switch field.type {
        case .one: relations[name] = .key(column: field.name)
        case .many:
            if let stored = derivedFrom(field, of: set) {
                if schema.fields(ofTable: stored.table).first(where: { $0.name == stored.field })?.type.isOne == true {
                    relations[name] = .keyOfOther(column: stored.field)
                    return
                }
                // The other end may come later in the schema's order, but not its names: both are made here.
                relations[name] = pairs(of: stored, &names).inverted
                return
            }
            relations[name] = pairs(of: name, &names)
        case .keyword(many: true):
            var columnNames = UniqueNames()
            let owner = columnNames.take(set.singular)
            tables.append(
                Table(
                    name: names.take("\(set.name)_\(field.name)"),
                    columns: [
                        Column(
                            name: owner, kind: idKind(of: set.name), content: .owner, isRequired: true,
                            references: set.name),
                        Column(name: columnNames.take("value"), kind: .text, content: .value, isRequired: true),
                        Column(name: columnNames.take("folded"), kind: .text, content: .foldedValue, isRequired: true),
                        Column(name: columnNames.take("words"), kind: .text, content: .valueWords, isRequired: true),
                    ], primaryKey: [owner, "value"], content: .values(name), isForReaders: true,
                    documentation: field.documentation.english))
        default: break
        }
    }

    /// The table of pairs of a relation, made where it is not there yet.
    private mutating func pairs(of name: FieldName, _ names: inout UniqueNames) -> Relation {
        if let known = table(.pairs(name)), let from = known.column(.owner), let to = known.column(.target) {
            return .pairs(table: known.name, from: from, to: to)
        }
        let field = schema.fields(ofTable: name.table).first { $0.name == name.field }
        let target = field?.type.target ?? ""
        var columnNames = UniqueNames()
        let from = columnNames.take(schema[set: name.table]?.singular ?? name.table)
        let to = columnNames.take(schema[set: target]?.singular ?? target)
        let table = Table(
            name: names.take("\(name.table)_\(name.field)"),
            columns: [
                Column(
                    name: from, kind: idKind(of: name.table), content: .owner, isRequired: true, references: name.table),
                Column(
                    name: to, kind: idKind(of: schema.table(of: target)), content: .target, isRequired: true,
                    references: schema.table(of: target)),
            ], primaryKey: [from, to], content: .pairs(name), isForReaders: true,
            documentation: field?.documentation.english ?? "")
        tables.append(table)
        return .pairs(table: table.name, from: from, to: to)
    }

    /// All names of the rows of a set, in the forms that names are compared in.
    private mutating func addForms(of set: SetSchema, _ names: inout UniqueNames) {
        let fields = schema.fields(ofTable: set.name).filter { if case .name = $0.type { true } else { false } }
        guard !fields.isEmpty else { return }
        var columnNames = UniqueNames()
        let owner = columnNames.take(set.singular)
        let position = columnNames.take("position")
        var columns = [
            Column(name: owner, kind: idKind(of: set.name), content: .owner, isRequired: true, references: set.name),
            Column(name: position, kind: .integer, content: .position, isRequired: true),
            Column(name: columnNames.take("form"), kind: .text, content: .value, isRequired: true),
        ]
        for field in fields {
            columns.append(
                Column(
                    name: columnNames.take("is_\(field.name)"), kind: .boolean, content: .isOf(field.name),
                    isRequired: true))
        }
        let compared: KeyValuePairs<String, Column.Content> = [
            "words": .valueWords, "normalised": .normalised, "sorted": .sorted, "joined": .joined,
            "surname": .surname, "initials": .initials,
        ]
        for (name, content) in compared {
            columns.append(Column(name: columnNames.take(name), kind: .text, content: content))
        }
        tables.append(
            Table(
                name: names.take("\(set.name)_forms"), columns: columns, primaryKey: [owner, position],
                content: .forms(set.name), isForReaders: true, documentation: "all forms of their names"))
    }

    /// The values of a set as they are compared, and the words of its texts.
    private mutating func addFolded(_ set: SetSchema, _ names: inout UniqueNames) {
        var columnNames = UniqueNames()
        let fields = schema.fields(ofTable: set.name)
        for field in fields { columnNames.reserve(field.name) }
        let number = columnNames.take("n")
        var columns = [Column(name: number, kind: .integer, content: .number, isRequired: true)]
        func column(_ name: String, _ kind: Column.Kind, _ content: Column.Content, in columns: inout [Column]) {
            columns.append(Column(name: name, kind: kind, content: content))
        }
        for field in fields {
            switch field.type {
            case .text:
                column(field.name, .text, .folded(field.name), in: &columns)
                if words == .lists {
                    column(columnNames.take("\(field.name)_words"), .texts, .words(field.name), in: &columns)
                    column(columnNames.take("\(field.name)_sentences"), .integers, .sentences(field.name), in: &columns)
                    column(
                        columnNames.take("\(field.name)_paragraphs"), .integers, .paragraphs(field.name), in: &columns)
                }
            case .keyword(many: false):
                column(field.name, .text, .folded(field.name), in: &columns)
                column(columnNames.take("\(field.name)_words"), .text, .words(field.name), in: &columns)
            case .name(many: false): column(field.name, .text, .folded(field.name), in: &columns)
            case .date:
                column(columnNames.take("\(field.name)_first"), .text, .firstDay(field.name), in: &columns)
                column(columnNames.take("\(field.name)_last"), .text, .lastDay(field.name), in: &columns)
                column(columnNames.take("\(field.name)_week"), .text, .week(field.name), in: &columns)
                column(columnNames.take("\(field.name)_weekday"), .integer, .weekday(field.name), in: &columns)
            default: break
            }
        }
        guard columns.count > 1 else { return }
        tables.append(
            Table(
                name: names.take("\(set.name)_folded"), columns: columns, primaryKey: [number],
                content: .folded(set.name), isForReaders: false, documentation: "the same as it is compared"))
        guard words == .tables else { return }
        for field in fields where field.type == .text {
            tables.append(
                Table(
                    name: names.take("\(set.name)_\(field.name)_words"),
                    columns: [
                        Column(name: "n", kind: .integer, content: .number, isRequired: true),
                        Column(name: "position", kind: .integer, content: .position, isRequired: true),
                        Column(name: "word", kind: .text, content: .word, isRequired: true),
                        Column(name: "sentence", kind: .integer, content: .sentence, isRequired: true),
                        Column(name: "paragraph", kind: .integer, content: .paragraph, isRequired: true),
                    ], primaryKey: ["n", "position"],
                    content: .words(FieldName(table: set.name, field: field.name)), isForReaders: false,
                    documentation: "the words of \(field.name)"))
        }
    }
}

extension TableLayout.Relation {
    /// The same from its other end.
    fileprivate var inverted: TableLayout.Relation {
        if case .pairs(let table, let from, let to) = self { .pairs(table: table, from: to, to: from) } else { self }
    }
}

extension FieldType {
    fileprivate var isOne: Bool { if case .one = self { true } else { false } }

    /// The kind of column that holds it; nil where a row may have several.
    fileprivate func columnKind(in layout: TableLayout) -> TableLayout.Column.Kind? {
        switch self {
        case .text, .name(many: false), .keyword(many: false): .text
        case .number: .number
        case .date: .date
        case .boolean: .boolean
        case .one(let target, _): layout.idKind(of: layout.schema.table(of: target))
        case .name(many: true), .keyword(many: true), .many: nil
        }
    }
}

/// Gives names that no two things have, whatever a schema calls its own: case does not tell them apart, and 63 bytes have to do.
private struct UniqueNames {
    private var taken: Set<String> = []

    mutating func reserve(_ name: String) { taken.insert(name.lowercased()) }

    mutating func take(_ wanted: String) -> String {
        var name = Self.shortened(wanted, to: 63)
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = Self.shortened(wanted, to: 56) + "_\(number)"
            number += 1
        }
        return name
    }

    private static func shortened(_ name: String, to length: Int) -> String {
        var name = name
        while name.utf8.count > length { name.removeLast() }
        return name
    }
}
