// The documents of a corpus in their final order, with their ids and their text.

import DixitExtraction
import DixitText

/// The records of all documents, in the order of the documents' rows: by date, undated ones last, then by id.
struct NewsDocuments {
    let records: [DocumentRecords]
    /// Unique; the second of two documents `a` is `a~2`.
    private(set) var ids: [String]
    /// The day of publication, given from outside or found in the text.
    let dates: [PartialDate?]
    let blob: TextBlob
    /// Where the sentences of each document begin, in bytes of the blob, ascending.
    let sentenceStarts: [[Int]]
    let paragraphStarts: [[Int]]

    var count: Int { records.count }

    /// - Complexity: linear but for sorting; the order in which documents come has no influence.
    init(_ unordered: [DocumentRecords]) {
        // The records are large: their numbers are sorted.
        let keys = unordered.map { DocumentKey($0) }
        let order = unordered.indices.sorted { keys[$0].precedes(keys[$1]) }
        let records = order.map { unordered[$0] }
        let blob = TextBlob(texts: records.map(\.document.text), titles: records.map(Self.externalTitle))
        func starts(_ ranges: (ExtractedDocument) -> [TextRange]) -> [[Int]] {
            records.indices.map { number in
                ranges(records[number].extracted).map { blob.range($0, of: number).lowerBound }.sorted()
            }
        }
        self.records = records
        self.blob = blob
        ids = Self.ids(records.map(\.document.id))
        dates = records.map(\.date)
        sentenceStarts = starts(\.sentences)
        paragraphStarts = starts(\.paragraphs)
    }

    func extracted(_ document: Int) -> ExtractedDocument { records[document].extracted }

    /// A range of a document as a value, nil where there is none: «ministre de la Santé».
    func value(_ range: TextRange?, of document: Int) -> String? { range.map { blob.value($0, of: document) } }

    /// Ranges of a document as a searchable text.
    func pieces(_ ranges: [TextRange], of document: Int) -> TableBuilder.Pieces {
        TableBuilder.Pieces(
            ranges: ranges.map { blob.range($0, of: document) }, sentences: sentenceStarts[document],
            paragraphs: paragraphStarts[document])
    }

    /// Where the title is: in the text, behind all texts, or nowhere.
    func title(of document: Int) -> [Range<Int>] {
        if let title = blob.titles[document] { return [title] }
        return Self.titleInText(records[document]).map { [blob.range($0, of: document)] } ?? []
    }

    /// The same under other ids.
    func called(_ ids: [String]) -> NewsDocuments {
        var documents = self
        documents.ids = ids
        return documents
    }

    /// The ids of documents that came with these, in the order of their rows.
    static func ids(_ given: [String]) -> [String] {
        let originals = given.map { $0.isEmpty ? "document" : $0 }
        var names = UniqueNames(separator: "~", reserved: Set(originals))
        return originals.map { names.unique($0) }
    }

    // MARK: Titles

    /// The title that was given from outside, where the text does not open with it.
    private static func externalTitle(of record: DocumentRecords) -> String? {
        guard let title = record.document.title, !title.isEmpty, titleInText(record) == nil else { return nil }
        return title
    }

    /// The headline of the text, where no other title was given.
    private static func titleInText(_ record: DocumentRecords) -> TextRange? {
        guard let title = record.document.title, !title.isEmpty else { return record.extracted.title }
        let text = record.document.text.utf8
        let candidates = [record.extracted.title, record.extracted.paragraphs.first].compactMap { $0 }
        return candidates.first { range in
            range.count == title.utf8.count && range.bytes.upperBound <= text.count
                && text.dropFirst(range.bytes.lowerBound).prefix(range.count).elementsEqual(title.utf8)
        }
    }
}

extension DocumentRecords {
    /// The day of publication, given from outside or found in the text.
    var date: PartialDate? { document.date?.partial ?? extracted.date?.date }
}
