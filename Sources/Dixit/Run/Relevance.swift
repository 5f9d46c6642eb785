// How well rows fit the texts of a condition.

import DixitText

/// Scores rows by the positive texts that a query asks of the row's own fields.
///
/// Source: S. Robertson and H. Zaragoza, “The probabilistic relevance framework: BM25 and beyond”, with k1 = 1.2, b = 0.75
/// and the idf `ln(1 + (N − n + 0.5) / (n + 0.5))`. A phrase counts as one term.
struct Relevance {
    private let executor: Executor
    private let texts: [(column: TextColumn, text: BoundText)]
    static let k1 = 1.2
    static let b = 0.75

    init(_ executor: Executor, _ select: BoundSelect) {
        self.executor = executor
        var texts: [(column: TextColumn, text: BoundText)] = []
        func gather(_ condition: BoundCondition) {
            switch condition {
            case .and(let members), .or(let members): members.forEach(gather)
            case .written(_, let inner): gather(inner)
            case .test(let number, .words(let text)):
                if case .text(let column) = executor.store.tables[select.table].columns[number] {
                    for leaf in text.leaves { texts.append((column, leaf)) }
                }
            default: break
            }
        }
        if let condition = select.condition { gather(condition) }
        self.texts = texts
    }

    /// The scores of rows in any order.
    func scores(inOrder rows: Slab<UInt32>) throws(Stop) -> [Double] {
        let places = rows.indices.sorted { rows[$0] < rows[$1] }
        let ascending = try scores(Slab(places.map { rows[$0] }))
        var scores = ascending
        for (number, place) in places.enumerated() { scores[place] = ascending[number] }
        return scores
    }

    /// The scores of ascending rows.
    func scores(_ rows: Slab<UInt32>) throws(Stop) -> [Double] {
        var scores = [Double](repeating: 0, count: rows.count)
        for (column, text) in texts {
            let index = column.index
            let (places, frequency) = try occurrences(of: text, column)
            if frequency == 0 { continue }
            let total = Double(index.rowCount)
            let idf = Logarithm.natural(1 + (total - Double(frequency) + 0.5) / (Double(frequency) + 0.5))
            let average = max(1, Double(index.wordCount) / max(1, total))
            var place = 0
            try executor.control.forEachBlock(0..<rows.count, cost: 4) { block in
                for number in block {
                    let row = Int(rows[number])
                    let end = index.rowStarts[row + 1]
                    place = places.gallop(index.rowStarts[row], from: place)
                    var count = 0.0
                    while place < places.count, places[place] < end {
                        count += 1
                        place += 1
                    }
                    if count == 0 { continue }
                    let length = Double(index.length(UInt32(truncatingIfNeeded: row)))
                    let norm = Self.k1 * (1 - Self.b + Self.b * length / average)
                    scores[number] += idf * count * (Self.k1 + 1) / (count + norm)
                }
            }
        }
        return scores
    }

    /// Where a text begins, ascending, and in how many rows it is.
    private func occurrences(of text: BoundText, _ column: TextColumn) throws(Stop) -> (Slab<UInt32>, frequency: Int) {
        let index = column.index
        if case .phrase(let words, nil) = text, words.count == 1, case .one(let term) = words[0] {
            return (try index.places(term, executor.control), index.documentFrequency(term))
        }
        let matcher = TextMatcher(index, source: .column(column), control: executor.control)
        var starts: [UInt32] = []
        for window in matcher.windows(for: text) {
            for hit in try matcher.hits(text, in: window) { starts.append(hit.start) }
        }
        return (Slab(starts), try matcher.matchingRows(text).count)
    }
}

extension BoundText {
    /// The positive texts that count towards relevance.
    fileprivate var leaves: [BoundText] {
        switch self {
        case .and(let members), .or(let members): members.flatMap(\.leaves)
        case .not: []
        case .repeated(let inner, _): inner.leaves
        case .phrase, .proximity: [self]
        }
    }
}

/// The natural logarithm, which the standard library has only with a C library.
enum Logarithm {
    /// By the series of artanh on the significand; exact to the last few bits.
    static func natural(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value == 0 ? -.infinity : .nan }
        var significand = value.significand
        var exponent = Double(value.exponent)
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        // Not a stride of floating-point numbers, which is a call of `fma` and wants the C library too.
        for odd in stride(from: 1, through: 29, by: 2) {
            sum += term / Double(odd)
            term *= square
        }
        return 2 * sum + exponent * 0.693_147_180_559_945_3
    }
}
