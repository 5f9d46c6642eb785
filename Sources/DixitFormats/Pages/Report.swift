// Answers as one page to look at and to pass on: tables, charts, and the passages that they stand on.

public import Dixit

/// A page of HTML with any number of answers, which needs nothing beside itself.
///
/// Every row that stands on words links to them in their document, below the answers. Tables can be sorted and filtered where
/// scripts run, and are whole where they don't; nothing that a document says is ever markup or script.
///
/// ```swift
/// var report = Report("Press review", of: corpus, language: .french)
/// report.add(try corpus.answer(to: "count statements by speaker"), heading: "Who speaks")
/// try report.write { bytes in try file.write(bytes) }
/// ```
public struct Report: Sendable {
    /// Rows of one answer that are written; of a longer one the page says how many it leaves out.
    public var mostRows = 1_000
    /// The day that stands at the head of the page.
    public var date: CalendarDate?
    /// What was asked, with the values of its parameters; it can be unfolded at the foot of the page.
    public var script: String?
    /// Bytes of documents that are written whole; of more, the page shows the paragraphs around what is cited, and says so.
    public var mostBytesOfDocuments = 4 << 20

    let title: String
    let corpus: Corpus
    let language: Language
    private(set) var sections: [Section] = []

    /// One answer with what stands above it.
    struct Section: Sendable {
        let answer: Answer
        let heading: String
        let text: String?
    }

    /// A page without answers yet.
    ///
    /// - Parameter corpus: what the answers come from.
    public init(_ title: String, of corpus: Corpus, language: Language = .english) {
        (self.title, self.corpus, self.language) = (title, corpus, language)
    }

    /// Adds an answer. A definition has nothing to show.
    ///
    /// - Parameters:
    ///   - heading: what it is about; nil takes the question itself.
    ///   - text: a paragraph under the heading.
    public mutating func add(_ answer: Answer, heading: String? = nil, text: String? = nil) {
        if answer.kind == .definition { return }
        sections.append(Section(answer: answer, heading: heading ?? answer.query, text: text))
    }

    /// Writes the page in UTF-8.
    ///
    /// - Parameter sink: Takes the bytes, some thousand at a time.
    /// - Throws: what `sink` throws.
    public func write<Failure: Error>(to sink: (ArraySlice<UInt8>) throws(Failure) -> Void) throws(Failure) {
        try ReportPage(self).write(to: sink)
    }
}
