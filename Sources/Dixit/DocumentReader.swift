// From a document to its records, which needs no corpus and so can be done by many threads.

package import DixitExtraction
import DixitText

/// Reads documents: finds the statements, people, events and agreements in each.
///
/// Reading is the costly part of making a corpus and does one document at a time; any number of threads may use one reader.
///
/// ```swift
/// let reader = DocumentReader()
/// let records = reader.read(article)  // on any thread
/// builder.add(contentsOf: [records])  // in the order that the corpus should have
/// ```
public struct DocumentReader: Sendable {
    private let extractor: Extractor
    private let revise: (@Sendable (DocumentRecords) -> DocumentRecords)?

    /// A reader for the languages that the library knows.
    public init() { self.init(names: NamesOfUser()) }

    /// A reader that takes what a user knows over what a text seems to say.
    ///
    /// - Parameters:
    ///   - names: What the user knows.
    ///   - revise: Is handed the records of each document, on the thread that read it, and gives those that count: with annotations
    ///     made elsewhere, say.
    public init(names: NamesOfUser, revising revise: (@Sendable (DocumentRecords) -> DocumentRecords)? = nil) {
        extractor = Extractor(known: names.known)
        self.revise = revise
    }

    /// The records of one document; linear in the length of its text.
    public func read(_ document: Document) -> DocumentRecords { read(document, Array(document.text.utf8)) }

    /// The same for who has the bytes of the text already: a long one is in memory often enough.
    package func read(_ document: Document, _ bytes: [UInt8]) -> DocumentRecords {
        let records = DocumentRecords(
            document: document,
            extracted: extractor.extract(bytes, title: document.title, date: document.date?.partial)
        )
        return revise?(records) ?? records
    }
}

/// What was found in one document, ready to be added to a ``CorpusBuilder``.
public struct DocumentRecords: Sendable {
    /// The document that was read.
    public let document: Document
    package let extracted: ExtractedDocument
    /// Who those are that the document names, where that was found out over more documents than these.
    package let identities: DocumentIdentities?

    package init(document: Document, extracted: ExtractedDocument, identities: DocumentIdentities? = nil) {
        self.document = document
        self.extracted = extracted
        self.identities = identities
    }
}
