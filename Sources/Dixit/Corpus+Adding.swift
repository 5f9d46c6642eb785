// A corpus and further documents.

extension Corpus {
    /// The corpus with further documents: what all of them would have given at once, without the old ones being read again.
    ///
    /// This corpus stays as it is, and so do questions that are running. Which documents came first makes no difference:
    /// people and organisations are linked over all documents, so that one document more can make one of two people
    /// that were different, or show somebody under another name.
    ///
    /// ```swift
    /// session.corpus = try session.corpus.adding(todaysArticles)
    /// ```
    ///
    /// - Parameters:
    ///   - documents: What is added.
    ///   - added: The day that the documents count as added on.
    ///   - reader: What reads them; one of its own where a user's names count.
    /// - Throws: ``DixitError`` E513 for a corpus that was not made of documents.
    /// - Complexity: reading takes what the further documents need; where they are later than all others, texts, columns and lists
    ///   share the memory of this corpus. What is in the order of names, and the dictionaries of words, is copied at the speed of memory.
    public func adding(
        _ documents: some Sequence<Document>, added: CalendarDate? = nil, reader: DocumentReader = DocumentReader()
    ) throws(DixitError) -> Corpus {
        return try adding(contentsOf: documents.map { reader.read($0) }, added: added)
    }

    /// The corpus with documents that were read elsewhere, on other threads perhaps.
    ///
    /// - Throws: ``DixitError`` E513 for a corpus that was not made of documents.
    public func adding(
        contentsOf batch: some Sequence<DocumentRecords>, added: CalendarDate? = nil
    ) throws(DixitError) -> Corpus {
        let records = Array(batch)
        let addition = try NewsAddition(records, to: store, added: added)
        return records.isEmpty ? self : Corpus(store: try addition.store())
    }
}
