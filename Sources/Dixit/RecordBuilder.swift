// A corpus of records that a program has already, in sets of its own or in those of the news.

import DixitSyntax
import DixitText

/// Takes rows of any schema and makes a ``Corpus`` of them.
///
/// A row is known by its field `id`; a relation is given as the id of the other row, or a list of ids. Rows lie in the order
/// of their first date, then in the order they were added.
///
/// ```swift
/// var records = RecordBuilder(schema: schema)
/// try records.add(["id": .text("p1"), "name": .text("Samira Haddad")], to: "people")
/// try records.add(["id": .text("s1"), "speaker": .text("p1"), "text": .text("…")], to: "statements")
/// let corpus = try records.finish()
/// ```
public struct RecordBuilder: Sendable {
    private let schema: Schema
    private var rows: [String: [[String: Parameter]]] = [:]

    public init(schema: Schema) {
        self.schema = schema
    }

    /// Adds a row to a set. For a part of a set the field that makes it one is filled in: `people` are `actors` of type person.
    ///
    /// - Throws: ``DixitError`` E300 for an unknown set, E301 for an unknown field, E403 for a value that does not fit its field.
    public mutating func add(_ values: [String: Parameter], to set: String) throws(DixitError) {
        guard let setSchema = schema[set: set] else {
            let known = schema.sets.map(\.name)
            throw error(.unknownSet(set, suggestion: Suggestion.best(for: set, among: known)?.text, known: known))
        }
        let table = schema.table(of: set)
        let fields = schema.fields(ofTable: table)
        var row = values
        if let part = setSchema.part { row[part.field] = .text(part.value) }
        for (name, value) in row.sorted(by: { $0.key < $1.key }) {
            guard let field = fields.first(where: { $0.name == name }) else {
                let known = setSchema.fields.map(\.name)
                let suggestion = Suggestion.best(for: name, among: known)?.text
                throw error(.unknownField(name, set: set, suggestion: suggestion, known: known))
            }
            guard let fitted = Self.fitted(value, field.type) else {
                throw error(.unfitValue(value.text, field: name, type: field.type.noun))
            }
            row[name] = fitted
        }
        rows[table, default: []].append(row)
    }

    /// - Throws: ``DixitError`` E510 where a relation names an id that no row has, E511 where two rows of a set have one id.
    public consuming func finish() throws(DixitError) -> Corpus {
        var builder = StoreBuilder(schema)
        var numbers: [String: [String: UInt32]] = [:]
        var ordered: [String: [[String: Parameter]]] = [:]
        for set in schema.sets where set.part == nil {
            let sorted = inOrder(rows[set.name] ?? [], set)
            ordered[set.name] = sorted
            var known: [String: UInt32] = [:]
            for (number, row) in sorted.enumerated() {
                guard let id = row["id"]?.text else { continue }
                guard known.updateValue(UInt32(truncatingIfNeeded: number), forKey: id) == nil else {
                    throw error(.duplicateId(id, set: set.name))
                }
            }
            numbers[set.name] = known
        }
        var blob = TextBytes()
        let columns = schema.sets.filter { $0.part == nil }.map { set in
            (set, schema.fields(ofTable: set.name), ordered[set.name] ?? [])
        }
        for (_, fields, rows) in columns {
            for field in fields where field.type == .text {
                for row in rows { blob.append(row[field.name]?.text ?? "") }
            }
        }
        let bytes = Slab(blob.bytes)
        var next = 0
        for (set, fields, rows) in columns {
            var table = TableBuilder(set.name, of: schema, rows: rows.count)
            for field in fields where rows.contains(where: { $0[field.name] != nil }) || field.type == .text {
                if field.type == .text {
                    let first = next
                    next += rows.count
                    table.text(field.name, in: bytes) { blob.pieces(first + $0) }
                } else {
                    try fill(&table, field, rows, numbers)
                }
            }
            builder.add(table)
        }
        return Corpus(store: builder.finish(bytes: bytes, documentStarts: Slab([0])))
    }

    private func fill(
        _ table: inout TableBuilder, _ field: FieldSchema, _ rows: [[String: Parameter]],
        _ numbers: [String: [String: UInt32]]
    ) throws(DixitError) {
        func texts(_ row: Int) -> [String] { rows[row][field.name]?.texts ?? [] }
        switch field.type {
        case .text: break
        case .name: table.names(field.name) { texts($0) }
        case .keyword(many: true): table.keywords(field.name) { texts($0) }
        case .keyword: table.keyword(field.name) { texts($0).first }
        case .number: table.number(field.name) { rows[$0][field.name]?.number }
        case .date:
            table.date(field.name) { if case .date(let date)? = rows[$0][field.name] { date.partial } else { nil } }
        case .boolean:
            table.boolean(field.name) { if case .boolean(let value)? = rows[$0][field.name] { value } else { nil } }
        case .one(let target, _), .many(let target, _):
            let set = schema.table(of: target)
            var links: [[UInt32]] = []
            for row in rows.indices {
                var ids: [UInt32] = []
                for id in texts(row) {
                    guard let number = numbers[set]?[id] else {
                        throw error(.unknownReference(id, set: target, field: field.name))
                    }
                    ids.append(number)
                }
                links.append(ids)
            }
            if case .one = field.type {
                table.one(field.name) { links[$0].first }
            } else {
                table.many(field.name) { links[$0] }
            }
        }
    }

    private func inOrder(_ rows: [[String: Parameter]], _ set: SetSchema) -> [[String: Parameter]] {
        guard let date = set.fields.first(where: { $0.type == .date })?.name else { return rows }
        let days = rows.map { row in
            if case .date(let date)? = row[date] { date.partial.firstDay } else { Int.max }
        }
        return rows.indices.sorted { days[$0] == days[$1] ? $0 < $1 : days[$0] < days[$1] }.map { rows[$0] }
    }

    /// The value in the form that its field holds; nil where it does not fit.
    private static func fitted(_ value: Parameter, _ type: FieldType) -> Parameter? {
        switch (type, value) {
        case (.text, .text), (.keyword, .text), (.name, .text), (.number, .integer), (.date, .date),
            (.boolean, .boolean),
            (.one, .text), (.many, .text):
            return value
        case (.number, .number(let number)): return number.isFinite ? value : nil
        case (.date, .text(let text)): return CalendarDate(text).map { .date($0) }
        case (.date, .integer(let year)): return CalendarDate(year: year).map { .date($0) }
        case (.keyword(let many), .list(let items)) where many, (.name(let many), .list(let items)) where many:
            return items.allSatisfy(\.isText) ? value : nil
        case (.many, .list(let items)): return items.allSatisfy(\.isText) ? value : nil
        default: return nil
        }
    }

    private func error(_ message: Message) -> DixitError {
        DixitError([Problem(Diagnostic(message, at: SourceRange(0, 0)), in: "")])
    }
}

extension Parameter {
    fileprivate var isText: Bool { if case .text = self { true } else { false } }

    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        default: []
        }
    }

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

    fileprivate var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}

/// Texts side by side, with the beginnings of their sentences and paragraphs.
private struct TextBytes {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(bytes.count)
    }

    func pieces(_ number: Int) -> TableBuilder.Pieces {
        let range = ends[number]..<ends[number + 1]
        if range.isEmpty { return TableBuilder.Pieces(ranges: []) }
        var sentences = [range.lowerBound]
        var paragraphs = [range.lowerBound]
        for place in range.dropFirst() {
            let before = bytes[place - 1]
            if before == 0x0A {
                paragraphs.append(place)
                sentences.append(place)
            } else if before == 0x20, place - 2 >= range.lowerBound, [0x2E, 0x21, 0x3F].contains(bytes[place - 2]) {
                sentences.append(place)
            }
        }
        return TableBuilder.Pieces(ranges: [range], sentences: sentences, paragraphs: paragraphs)
    }
}
