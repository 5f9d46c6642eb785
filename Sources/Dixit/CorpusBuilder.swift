// Gathers documents and makes a corpus of them.

/// Takes documents one after the other and makes a ``Corpus`` of them when all are there.
///
/// The corpus depends on the documents alone: not on their order, nor on how many threads read them.
///
/// ```swift
/// var builder = CorpusBuilder()
/// for document in documents { builder.add(document) }
/// let corpus = builder.finish()
/// ```
public struct CorpusBuilder: ~Copyable {
    private let reader: DocumentReader
    private var records: [DocumentRecords] = []
    /// The day that the documents count as added on, which `added` answers.
    public var added: CalendarDate?

    /// A builder without documents.
    public init(reader: DocumentReader = DocumentReader()) {
        self.reader = reader
    }

    /// Reads a document and adds what was found.
    public mutating func add(_ document: Document) {
        records.append(reader.read(document))
    }

    /// Adds documents that were read elsewhere, on other threads perhaps.
    public mutating func add(contentsOf batch: some Sequence<DocumentRecords>) {
        records.append(contentsOf: batch)
    }

    /// The number of documents added so far.
    public var count: Int { records.count }

    /// Links people over documents, builds relations and indexes.
    public consuming func finish() -> Corpus {
        Corpus(store: NewsLoader(records, added: added).store())
    }

    /// The same corpus, made on several threads.
    package consuming func finishConcurrently() async -> Corpus {
        Corpus(store: await NewsLoader(records, added: added).concurrentStore())
    }
}

extension Corpus {
    /// Reads documents on several threads.
    ///
    /// ```swift
    /// let corpus = try await Corpus(reading: documents, threads: 2) { done in print(done) }
    /// ```
    ///
    /// - Parameters:
    ///   - documents: What is read; the corpus does not depend on their order.
    ///   - threads: How many documents are read at a time.
    ///   - added: The day that the documents count as added on.
    ///   - reader: What reads each of them; one of its own where a user's names count.
    ///   - progress: Called on the calling task with the number of documents read so far.
    /// - Throws: `CancellationError` when the task is cancelled.
    public init(
        reading documents: [Document],
        threads: Int,
        added: CalendarDate? = nil,
        reader: DocumentReader = DocumentReader(),
        progress: (Int) -> Void = { _ in }
    ) async throws {
        var rest = documents[...]
        try await self.init(threads: threads, added: added, reader: reader, progress: progress) {
            let batch = rest.prefix(64)
            rest = rest.dropFirst(64)
            return batch.isEmpty ? nil : Array(batch)
        }
    }

    /// Reads documents that come in batches, from files perhaps that are larger than the memory.
    ///
    /// ```swift
    /// let corpus = try await Corpus(threads: 2) { stream.next()?.documents }
    /// ```
    ///
    /// - Parameters:
    ///   - threads: How many batches are read at a time.
    ///   - added: The day that the documents count as added on.
    ///   - reader: What reads each of them; one of its own where a user's names count.
    ///   - progress: Called on the calling task with the number of documents read so far.
    ///   - nextBatch: Asked on the calling task for more; nil ends it. What it throws is thrown on.
    /// - Throws: `CancellationError` when the task is cancelled.
    public init(
        threads: Int,
        added: CalendarDate? = nil,
        reader: DocumentReader = DocumentReader(),
        progress: (Int) -> Void = { _ in },
        nextBatch: () throws -> [Document]?
    ) async throws {
        var builder = CorpusBuilder(reader: reader)
        builder.added = added
        var batches: [Int: [DocumentRecords]] = [:]
        try await withThrowingTaskGroup(of: (Int, [DocumentRecords]).self) { group in
            var next = 0
            var done = 0
            func startNext() throws {
                try Task.checkCancellation()
                guard let documents = try nextBatch() else { return }
                let number = next
                next += 1
                group.addTask {
                    try (
                        number,
                        documents.map { document in
                            try Task.checkCancellation()
                            return reader.read(document)
                        }
                    )
                }
            }
            for _ in 0..<max(1, threads) { try startNext() }
            while let (number, records) = try await group.next() {
                batches[number] = records
                done += records.count
                progress(done)
                try startNext()
            }
        }
        for number in batches.keys.sorted() { builder.add(contentsOf: batches[number] ?? []) }
        try Task.checkCancellation()
        self = await threads > 1 ? builder.finishConcurrently() : builder.finish()
    }
}
