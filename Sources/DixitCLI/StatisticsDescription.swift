// The statistics of a corpus in words, for `dixit stats` and `.stats`.

import Dixit
import DixitFormats

/// The rows of each set, then the memory of each part, the largest first.
struct StatisticsDescription {
    private let statistics: CorpusStatistics
    private let language: Language

    init(_ statistics: CorpusStatistics, language: Language) {
        self.statistics = statistics
        self.language = language
    }

    var text: String {
        let counts = Self.lines(statistics.counts.map { ($0.rows, $0.set) }, language)
        let components = Self.lines(statistics.components.map { ($0.bytes, $0.name) }, language)
        var sums = [Phrase.memory(bytes: statistics.bytes)]
        // From a few rows the fixed cost of a corpus would be multiplied.
        if let set = measure, rows(of: set) >= 10_000, let bytes = statistics.bytesPerMillion(of: set) {
            sums.append(.memoryPerMillion(set: set, bytes: bytes))
        }
        return counts + "\n" + components + "\n" + sums.map { $0.text(in: language) + "\n" }.joined()
    }

    var json: String {
        let counts = statistics.counts.map { "\(jsonString($0.set)): \($0.rows)" }.joined(separator: ", ")
        let components = statistics.components.map { "\(jsonString($0.name)): \($0.bytes)" }.joined(separator: ", ")
        return "{\"rows\": {\(counts)},\n\"bytes\": {\(components)},\n\"sum\": \(statistics.bytes)}\n"
    }

    /// The set that memory is counted by: the statements, or where there are none the set with the most rows.
    private var measure: String? {
        let counts = statistics.counts.filter { $0.rows > 0 }
        return counts.first { $0.set == "statements" }?.set ?? counts.max { $0.rows < $1.rows }?.set
    }

    private func rows(of set: String) -> Int { statistics.counts.first { $0.set == set }?.rows ?? 0 }

    /// Numbers under each other, and what they count.
    static func lines(_ rows: [(count: Int, name: String)], _ language: Language) -> String {
        let rows = rows.map { (AnswerSummary.written($0.count, language), DisplayText.printable($0.name)) }
        let widest = rows.map { DisplayText.columns(of: $0.0) }.max() ?? 0
        return rows.map { count, name in
            String(repeating: " ", count: widest - DisplayText.columns(of: count)) + "\(count)  \(name)\n"
        }.joined()
    }
}
