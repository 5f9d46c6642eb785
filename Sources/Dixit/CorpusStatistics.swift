// How much there is of everything in a corpus, and how much memory it takes.

/// The rows of each set and the memory of each part of a corpus.
///
/// ```swift
/// for component in corpus.statistics.components { print(component.name, component.bytes) }
/// ```
public struct CorpusStatistics: Hashable, Sendable {
    /// A set with its number of rows.
    public struct Count: Hashable, Sendable {
        /// The canonical name of the set.
        public let set: String
        /// How many rows it has.
        public let rows: Int
    }

    /// A part of the memory of a corpus.
    public struct Component: Hashable, Sendable {
        /// The field it belongs to, `statements.text`, or another part: `texts`, `names people`.
        public let name: String
        /// Its size in memory, in bytes.
        public let bytes: Int
    }

    /// In the order of the schema.
    public let counts: [Count]
    /// The largest first. Memory that two parts share, such as a relation and its inverse, counts for one of them.
    public let components: [Component]
    /// The sum of all components.
    public let bytes: Int
    /// What a million rows of a set would take with all that belongs to them, if each took what it takes here on average; nil
    /// where there are none.
    public func bytesPerMillion(of set: String) -> Int? {
        guard let rows = counts.first(where: { $0.set == set })?.rows, rows > 0 else { return nil }
        return Int(Double(bytes) / Double(rows) * 1_000_000)
    }
}

extension Corpus {
    /// How many rows there are of each set, and how much memory each part takes.
    ///
    /// Of a snapshot the memory is that of the file, of which as much is resident as was read.
    ///
    /// - Complexity: linear in the number of columns, not of rows.
    public var statistics: CorpusStatistics {
        let counts = schema.sets.map { CorpusStatistics.Count(set: $0.name, rows: count(of: $0.name)) }
        let byteCounts = store.byteCounts
        var sums: [String: Int] = [:]
        for (component, bytes) in byteCounts { sums[component, default: 0] += bytes }
        let components = sums.map { CorpusStatistics.Component(name: $0.key, bytes: $0.value) }
        return CorpusStatistics(
            counts: counts,
            components: components.sorted { ($1.bytes, $0.name) < ($0.bytes, $1.name) },
            bytes: components.reduce(0) { $0 + $1.bytes })
    }
}
