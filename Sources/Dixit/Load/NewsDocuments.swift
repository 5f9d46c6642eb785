// The documents of a corpus in their final order, with their ids and their text.

import DixitExtraction
import DixitText

/// The records of all documents, in the order of the documents' rows: by date, undated ones last, then by id.
struct NewsDocuments {
    let records: [DocumentRecords]
    /// Unique; the second of two documents `a` is `a~2`.
    let ids: [String]
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
        let days = unordered.map { Self.date(of: $0)?.firstDay ?? .max }
        let order = unordered.indices.sorted { left, right in
            days[left] == days[right] ? Self.precedes(unordered[left], unordered[right]) : days[left] < days[right]
        }
        let records = order.map { unordered[$0] }
        let originals = records.map { $0.document.id.isEmpty ? "document" : $0.document.id }
        var names = UniqueNames(separator: "~", reserved: Set(originals))
        let blob = TextBlob(texts: records.map(\.document.text), titles: records.map(Self.externalTitle))
        func starts(_ ranges: (ExtractedDocument) -> [TextRange]) -> [[Int]] {
            records.indices.map { number in
                ranges(records[number].extracted).map { blob.range($0, of: number).lowerBound }.sorted()
            }
        }
        self.records = records
        self.blob = blob
        ids = originals.map { names.unique($0) }
        dates = records.map(Self.date)
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

    // MARK: Order

    private static func date(of record: DocumentRecords) -> PartialDate? {
        record.document.date?.partial ?? record.extracted.date?.date
    }

    /// Of two documents that begin on the same day: by id, then by whatever differs.
    private static func precedes(_ left: DocumentRecords, _ right: DocumentRecords) -> Bool {
        if let first = order(left.document.id, right.document.id) { return first }
        if let first = order(left.document.text, right.document.text) { return first }
        // The same text twice: what remains is compared only to make the order total.
        let keys: [KeyPath<Document, String?>] = [\.title, \.outlet, \.url, \.path]
        for key in keys {
            if let first = order(left.document[keyPath: key] ?? "", right.document[keyPath: key] ?? "") { return first }
        }
        return (date(of: left)?.lastDay ?? .max) < (date(of: right)?.lastDay ?? .max)
    }

    /// Whether the bytes of one string come first; nil where they are the same.
    private static func order(_ left: String, _ right: String) -> Bool? {
        if left.utf8.elementsEqual(right.utf8) { return nil }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
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
