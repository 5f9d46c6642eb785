// The corpus that is being asked, and the next one.

public import Dixit

/// Holds the corpus of a service. Who asks takes the corpus of the moment and keeps it; who adds documents puts a new one in
/// its place, one after the other.
public actor CorpusShelf {
    /// What is asked now.
    public private(set) var corpus: Corpus

    public init(_ corpus: Corpus) { self.corpus = corpus }

    /// Adds documents for the questions that come from now on; those that are running are not touched.
    ///
    /// - Throws: ``DixitError`` E513 where the corpus was not made of documents.
    public func add(_ documents: [Document]) throws(DixitError) {
        corpus = try corpus.adding(documents)
    }
}
