// The documents that rows of a report stand in, and where in them.

import Dixit

/// Gathers passages by document, each once, however many rows stand on it.
struct CitedDocuments {
    struct Entry {
        let id: String
        let title: String?
        let outlet: String?
        let date: CalendarDate?
        let url: String?
        /// `fr`
        let language: String?
        let text: String
        /// In the order in which they are cited.
        var passages: [Cited] = []
        /// Rows that are the document as a whole.
        var rows: [RowName] = []
    }

    /// A passage with the rows that stand on it.
    struct Cited {
        let utf8: Range<Int>
        let number: Int
        var rows: [RowName]
    }

    /// In the order in which they are first cited.
    private(set) var entries: [Entry] = []
    private let corpus: Corpus
    private var numbers: [String: Int] = [:]
    private var places: [Place: Int] = [:]
    private var targets: [RowName: String] = [:]
    private var passageCount = 0

    private struct Place: Hashable {
        let document: Int
        let utf8: Range<Int>
    }

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// Takes the passage of a row; a row without one, a person perhaps, stands in no document alone.
    mutating func add(_ row: Row, of answer: Answer, as name: RowName) {
        if answer.set == corpus.schema.documents?.set {
            guard let id = row.entity?.id, let document = document(id) else { return }
            entries[document].rows.append(name)
            targets[name] = "d\(document + 1)"
        } else if let passage = corpus.passage(of: row), let document = document(passage.document) {
            let place = Place(document: document, utf8: passage.utf8)
            let known = places[place] ?? entries[document].passages.count
            if known == entries[document].passages.count {
                passageCount += 1
                places[place] = known
                entries[document].passages.append(Cited(utf8: passage.utf8, number: passageCount, rows: []))
            }
            entries[document].passages[known].rows.append(name)
            targets[name] = "p\(entries[document].passages[known].number)"
        }
    }

    /// What the page calls the words that a row stands on.
    func target(of row: RowName) -> String? { targets[row] }

    private mutating func document(_ id: String) -> Int? {
        if let known = numbers[id] { return known }
        guard let fields = corpus.schema.documents, let text = corpus.text(ofDocument: id) else { return nil }
        let record = Dictionary(
            corpus.record(withID: id, of: fields.set).map { ($0.field.name, $0.value) },
            uniquingKeysWith: { first, _ in first })
        func string(_ field: String) -> String? {
            switch record[field] {
            case nil, .missing: nil
            case .some(let value): value.description
            }
        }
        var date: CalendarDate?
        if case .date(let day) = record[fields.date] { date = day }
        entries.append(
            Entry(
                id: id, title: string(fields.title), outlet: string(fields.outlet), date: date, url: string("url"),
                language: string("language"), text: text))
        numbers[id] = entries.count - 1
        return entries.count - 1
    }
}
