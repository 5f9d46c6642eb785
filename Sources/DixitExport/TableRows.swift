// The rows of each table of a layout, read from a corpus.

package import Dixit
package import DixitSQL
import DixitSyntax
import DixitText

/// What a cell of a table holds.
package enum Cell: Hashable, Sendable {
    case missing
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case texts([String])
    case integers([Int])
}

/// Reads the tables of a layout out of a corpus, row after row, in the order of answers.
package struct TableRows: Sendable {
    package let layout: TableLayout
    private let corpus: CorpusTables
    /// For a part of a corpus the place of each of its rows in the order of the whole, by set.
    private var numbers: [String: [Int]] = [:]

    /// Stands in a list of words where a text goes on elsewhere, so that no phrase runs across. No word is so written.
    package static let gap = "…"

    /// - Parameter numberOfDocument: for a part of a corpus, the place of a document in the order of the whole, by its id.
    /// - Throws: ``DixitError`` E529 where the two ends of a relation say different things, so that tables could hold only one of them.
    package init(
        _ corpus: Corpus, words: TableLayout.Words, numberOfDocument: ((String) -> Int?)? = nil
    ) throws(DixitError) {
        self.corpus = try CorpusTables(corpus)
        layout = TableLayout(corpus.schema, words: words)
        for (stored, derived) in layout.derivedRelations
        where !self.corpus.areEnds(derived.field, in: derived.table, stored.field, in: stored.table) {
            throw DixitError(
                .endsDiffer("\(derived.table).\(derived.field)", "\(stored.table).\(stored.field)"))
        }
        if let numberOfDocument { number(by: numberOfDocument) }
    }

    /// Room for the rows of a document, so that numbers are in the order of the whole without anybody having counted it.
    package static let rowsOfDocument = 1 << 24

    /// Numbers the rows of documents, and those that stand in them from 1 in each.
    private mutating func number(by numberOfDocument: (String) -> Int?) {
        guard let documents = layout.schema.documents?.set else { return }
        let ofDocuments = (0..<corpus.rowCount(of: documents)).map { row -> Int in
            if case .text(let id) = corpus.id(of: row, in: documents) { numberOfDocument(id) ?? 0 } else { 0 }
        }
        numbers[documents] = ofDocuments
        for case .rows(let set) in layout.tables.map(\.content) {
            guard set != documents, let field = layout.documentField(of: set) else { continue }
            var last = (document: -1, count: 0)
            numbers[set] = (0..<corpus.rowCount(of: set)).map { row in
                let document = corpus.targets(of: field, in: set, row: row).first ?? -1
                last = document == last.document ? (document, last.count + 1) : (document, 1)
                return (document < 0 ? 0 : ofDocuments[document]) * Self.rowsOfDocument + last.count
            }
        }
    }

    /// The rows of the tables that hold rows of sets: what progress counts.
    package var rowCount: Int {
        layout.tables.reduce(0) { count, table in
            if case .rows(let set) = table.content { count + corpus.rowCount(of: set) } else { count }
        }
    }

    /// Hands over each row of a table as its cells, in the order of the columns.
    package func forEachRow<Failure: Error>(
        of table: TableLayout.Table, _ body: ([Cell]) throws(Failure) -> Void
    ) throws(any Error) {
        let columns = table.columns.map(\.content)
        switch table.content {
        case .rows(let set):
            let fields = columns.map { RowField($0, of: set, corpus, numbers[set]) }
            for row in 0..<corpus.rowCount(of: set) { try body(fields.map { $0.cell(row) }) }
        case .folded(let set):
            let fields = try columns.map { try FoldedField($0, of: set, corpus, numbers[set]) }
            for row in 0..<corpus.rowCount(of: set) { try body(fields.map { $0.cell(row) }) }
        case .pairs(let relation):
            let target = corpus.target(of: relation.field, in: relation.table) ?? relation.table
            for row in 0..<corpus.rowCount(of: relation.table) {
                let owner = id(row, of: relation.table)
                for other in corpus.targets(of: relation.field, in: relation.table, row: row) {
                    try body([owner, id(other, of: target)])
                }
            }
        case .values(let field):
            guard let values = corpus.values(of: field.field, in: field.table) else { return }
            for row in 0..<corpus.rowCount(of: field.table) {
                let owner = id(row, of: field.table)
                for code in values.codes(of: row) {
                    try body([
                        owner, .text(values.text(code)), .text(values.folded(code)),
                        .text(Self.spaced(values.words(code))),
                    ])
                }
            }
        case .forms(let set): try forEachForm(of: set, columns, body)
        case .words(let field):
            guard let words = try corpus.words(of: field.field, in: field.table) else { return }
            for row in 0..<corpus.rowCount(of: field.table) {
                let sentences = words.sentences(of: row)
                let paragraphs = words.paragraphs(of: row)
                for (position, word) in words.words(of: row).enumerated() {
                    guard let word else { continue }
                    try body([
                        .integer(row + 1), .integer(position + 1), .text(word), .integer(sentences[position]),
                        .integer(paragraphs[position]),
                    ])
                }
            }
        }
    }

    private func id(_ row: Int, of table: String) -> Cell { Cell(corpus.id(of: row, in: table)) }

    /// ` la societe civile `: a space before and after each word, so that a search for whole words is one for letters.
    static func spaced(_ words: [String]) -> String { " " + words.map { $0 + " " }.joined() }

    /// `mak` of “Mustapha El Khalfi”; nil for a name that its beginning or end does not find.
    private static func initials(_ name: ComparableName) -> String? {
        name.words.isEmpty || name.isDescription ? nil : String(name.words.compactMap(\.first))
    }

    private func forEachForm<Failure: Error>(
        of set: String, _ columns: [TableLayout.Column.Content], _ body: ([Cell]) throws(Failure) -> Void
    ) throws(Failure) {
        guard let names = corpus.names(of: set) else { return }
        var fieldsOfRow: [String: Set<Int>] = [:]
        var last = (row: -1, position: 0)
        for form in 0..<names.count {
            let row = names.row(of: form)
            if row != last.row {
                last = (row, 0)
                fieldsOfRow = [:]
                for case .isOf(let field) in columns {
                    fieldsOfRow[field] = Set(corpus.forms(of: field, in: set, row: row))
                }
            }
            last.position += 1
            let name = names.comparable(form)
            let cells = columns.map { content -> Cell in
                switch content {
                case .owner: id(row, of: set)
                case .position: .integer(last.position)
                case .value: .text(names.text(form))
                case .isOf(let field): .boolean(fieldsOfRow[field]?.contains(form) ?? false)
                case .valueWords: .text(Self.spaced(names.words(form)))
                case .normalised: name.map { .text(Self.spaced($0.words)) } ?? .missing
                case .sorted: name.map { .text(Self.spaced($0.words.sorted())) } ?? .missing
                case .joined: (name?.joined).flatMap { $0.isEmpty ? nil : .text($0) } ?? .missing
                case .surname: (name?.surname).flatMap { $0.isEmpty ? nil : .text(Self.spaced($0)) } ?? .missing
                case .initials: name.flatMap(Self.initials).map { .text($0) } ?? .missing
                default: .missing
                }
            }
            try body(cells)
        }
    }
}

/// A column of a table of rows for readers.
private struct RowField {
    let content: TableLayout.Column.Content
    let set: String
    let corpus: CorpusTables
    /// The numbers of the rows; nil where they are counted from 1.
    let numbers: [Int]?

    init(_ content: TableLayout.Column.Content, of set: String, _ corpus: CorpusTables, _ numbers: [Int]?) {
        (self.content, self.set, self.corpus, self.numbers) = (content, set, corpus, numbers)
    }

    func cell(_ row: Int) -> Cell {
        switch content {
        case .number: return .integer(numbers?[row] ?? row + 1)
        case .id: return Cell(corpus.id(of: row, in: set))
        case .field(let field):
            let value = corpus.value(of: field, in: set, row: row)
            if case .entity = value, let target = corpus.target(of: field, in: set),
                let other = corpus.targets(of: field, in: set, row: row).first
            {
                return Cell(corpus.id(of: other, in: target))
            }
            return Cell(value)
        default: return .missing
        }
    }
}

/// A column of the table of what is compared.
private struct FoldedField {
    private let content: TableLayout.Column.Content
    private let set: String
    private let corpus: CorpusTables
    private let numbers: [Int]?
    private var values: KeywordValues?
    private var words: FieldWords?

    init(
        _ content: TableLayout.Column.Content, of set: String, _ corpus: CorpusTables, _ numbers: [Int]?
    ) throws(DixitError) {
        (self.content, self.set, self.corpus, self.numbers) = (content, set, corpus, numbers)
        switch content {
        case .folded(let field): values = corpus.values(of: field, in: set)
        case .words(let field):
            values = corpus.values(of: field, in: set)
            if values == nil { words = try corpus.words(of: field, in: set) }
        case .sentences(let field), .paragraphs(let field): words = try corpus.words(of: field, in: set)
        default: break
        }
    }

    func cell(_ row: Int) -> Cell {
        switch content {
        case .number: return .integer(numbers?[row] ?? row + 1)
        case .folded(let field):
            if let values { return values.codes(of: row).first.map { .text(values.folded($0)) } ?? .missing }
            if case .text(let text) = corpus.value(of: field, in: set, row: row) { return .text(folded(text)) }
            return .missing
        case .words:
            if let values {
                return values.codes(of: row).first.map { .text(TableRows.spaced(values.words($0))) } ?? .missing
            }
            return .texts(words?.words(of: row).map { $0 ?? TableRows.gap } ?? [])
        case .sentences: return .integers(words?.sentences(of: row) ?? [])
        case .paragraphs: return .integers(words?.paragraphs(of: row) ?? [])
        case .firstDay(let field): return date(field, row).flatMap { Self.day($0.firstDay) } ?? .missing
        case .lastDay(let field): return date(field, row).flatMap { Self.day($0.lastDay) } ?? .missing
        case .week(let field):
            return date(field, row).flatMap { DatePart.week.date(of: $0) }.map { .text($0.description) } ?? .missing
        case .weekday(let field):
            return date(field, row).flatMap { DatePart.weekday.number(of: $0) }.map { .integer($0) } ?? .missing
        default: return .missing
        }
    }

    private func date(_ field: String, _ row: Int) -> PartialDate? {
        if case .date(let date) = corpus.value(of: field, in: set, row: row) { date.partial } else { nil }
    }

    private static func day(_ number: Int) -> Cell? { PartialDate(dayNumber: number).map { .text($0.description) } }
}

extension Cell {
    /// A value of one row; what is a list or another row has tables of its own.
    fileprivate init(_ value: Dixit.Value) {
        switch value {
        case .text(let text): self = .text(text)
        case .integer(let number): self = .integer(number)
        case .number(let number): self = .number(number)
        case .date(let date): self = .text(date.description)
        case .boolean(let isTrue): self = .boolean(isTrue)
        case .entity(let entity): self = .text(entity.id)
        case .missing, .list, .passage: self = .missing
        }
    }
}
