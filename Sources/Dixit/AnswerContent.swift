// Where an answer's rows are kept until they are read.

/// The shared storage behind ``Rows``: rows of the corpus, groups, or one number.
final class AnswerContent: Sendable {
    enum Storage: Sendable {
        case none
        case rows(Slab<UInt32>, set: Int)
        case number(Int)
        case tally(Tally, [GroupKey])
    }

    let store: Store?
    let columns: [Answer.Column]
    let storage: Storage
    private let readers: [OperandReader]
    /// How well each row fits the texts of the condition, where that is shown.
    private let scores: [Double]
    /// What the rows fulfil, to find the words that it asks for.
    private let condition: BoundCondition?

    init(
        store: Store?, columns: [Answer.Column], storage: Storage, readers: [OperandReader] = [],
        scores: [Double] = [], condition: BoundCondition? = nil
    ) {
        self.store = store
        self.columns = columns
        self.storage = storage
        self.readers = readers
        self.scores = scores
        self.condition = condition
    }

    var count: Int {
        switch storage {
        case .none: 0
        case .rows(let rows, _): rows.count
        case .number: 1
        case .tally(let tally, _): tally.counts.count
        }
    }

    func value(row: Int, column: Int) -> Value {
        switch storage {
        case .none: return .missing
        case .rows(let rows, _):
            return readers[column].isScore ? .number(Self.rounded(scores[row])) : readers[column].value(rows[row])
        case .number(let number): return .integer(number)
        case .tally(let tally, let keys):
            if column < keys.count { return keys[column].value(tally.code(row, key: column)) }
            if column == keys.count { return .integer(tally.counts[row]) }
            let share = tally.total == 0 ? 0 : Double(tally.counts[row]) / Double(tally.total)
            return .number(Self.rounded(share))
        }
    }

    /// With four places: enough for a percentage with two.
    private static func rounded(_ number: Double) -> Double { Double(Int(number * 10_000 + 0.5)) / 10_000 }

    /// The bytes of a cell that holds a text; nil for any other.
    func bytes(row: Int, column: Int) -> Slab<UInt8>? {
        guard case .rows(let rows, _) = storage else { return nil }
        return readers[column].bytes(rows[row])
    }

    func entity(row: Int) -> Value.Entity? {
        guard case .rows(let rows, let set) = storage, let store else { return nil }
        return store.entity(rows[row], set: set)
    }

    /// The words that the condition asks for, in the texts of a row.
    func hits(row: Int, context: Int) -> [MembershipExplanation.Hit] {
        guard case .rows(let rows, let set) = storage, let store, let condition else { return [] }
        var reader = HitReader(store: store, control: .unlimited)
        reader.context = context
        // Nothing limits the work, so nothing stops it.
        return (try? reader.hits(condition, rows[row], set: set)) ?? []
    }

    /// The row of the corpus and its table, for an answer of rows.
    func source(row: Int) -> (row: UInt32, set: Int)? {
        guard case .rows(let rows, let set) = storage, rows.count > row else { return nil }
        return (rows[row], set)
    }

    /// How many documents the rows come from, and from when they are.
    func extent() -> Answer.Extent? {
        guard case .rows(let rows, let set) = storage, let store else { return nil }
        let table = store.tables[store.sets[set].table]
        let documents: Set<UInt32>
        if store.sets[set].table == store.documentTable {
            documents = Set(rows.buffer)
        } else if let places = table.places {
            documents = Set(rows.buffer.map { places.documents[Int($0)] }.filter { $0 != .max })
        } else {
            return nil
        }
        let dates = rows.buffer.lazy.compactMap { store.date(of: $0, table: store.sets[set].table) }
        let range = dates.reduce(into: nil as (CalendarDate, CalendarDate)?) { range, date in
            range = range.map { (min($0.0, date), max($0.1, date)) } ?? (date, date)
        }
        return Answer.Extent(documents: documents.count, firstDate: range?.0, lastDate: range?.1)
    }
}
