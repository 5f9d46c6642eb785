// The order of documents.

import DixitExtraction
import DixitText

/// What documents are ordered by: the first day they can be of, undated ones last, then by id, then by whatever differs.
///
/// What differs is what the corpus keeps of a document, so that those of a corpus can be compared with others.
struct DocumentKey {
    let firstDay: Int32
    let id: String
    /// The text, the title, the outlet, the address and the path, then how long the date is; wanted where all else is equal.
    let rest: () -> [String]

    func precedes(_ other: DocumentKey) -> Bool {
        if firstDay != other.firstDay { return firstDay < other.firstDay }
        if let isFirst = Self.order(id, other.id) { return isFirst }
        for (left, right) in zip(rest(), other.rest()) {
            if let isFirst = Self.order(left, right) { return isFirst }
        }
        return false
    }

    /// Whether the bytes of one string come first; nil where they are the same.
    private static func order(_ left: String, _ right: String) -> Bool? {
        if left.utf8.elementsEqual(right.utf8) { return nil }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

extension DocumentKey {
    init(_ records: DocumentRecords) {
        let document = records.document
        let date = records.date
        firstDay = date.map { Int32(truncatingIfNeeded: $0.firstDay) } ?? DateColumn.missing
        id = document.id
        rest = {
            let title = document.title.flatMap { $0.isEmpty ? nil : $0 }
            return [
                document.text, title ?? records.text(of: records.extracted.title, spaced: true),
                document.outlet ?? records.text(of: records.extracted.outlet, spaced: false), document.url ?? "",
                document.path ?? "", String((date?.lastDay ?? 0) - (date?.firstDay ?? 0)),
            ]
        }
    }
}

extension DocumentRecords {
    /// A range of the text, as it is or as a value of its own.
    func text(of range: TextRange?, spaced: Bool) -> String {
        guard let range else { return "" }
        var text = document.text
        return text.withUTF8 { bytes in
            let end = min(Int(range.end), bytes.count)
            let part = UnsafeBufferPointer(rebasing: bytes[min(Int(range.start), end)..<end])
            return spaced ? String(decoding: part, as: UTF8.self) : TextBlob.value(part)
        }
    }
}
