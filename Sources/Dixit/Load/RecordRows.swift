// Records inside documents as rows of a table.

import DixitExtraction
import DixitText

/// The records of one kind — sentences, statements, events, agreements — in the order of their rows: by document, then by
/// their place in it.
struct RecordRows {
    /// Where one record stands.
    struct Row {
        let document: UInt32
        /// Its index among the records of its document, as the extractor numbered them.
        let index: UInt32
        /// Its place among the records of its document, from 1.
        let number: UInt32
        /// In bytes of the document's text.
        let start: UInt32
        let end: UInt32
        /// In code points of the document's text.
        let codePoints: Range<UInt32>
        /// From 1; 0 where the place is in no paragraph.
        let paragraph: UInt32
    }

    private(set) var rows: [Row] = []
    /// The rows of a document's records, by the index of each; the records of a document follow those of the one before.
    private var rowOfRecord: [UInt32] = []
    private var firstRecord: [Int] = [0]

    init() {}

    var count: Int { rows.count }

    subscript(row: Int) -> Row { rows[row] }

    /// The row of a record of a document; nil for an index that its document has not.
    func row(_ index: Int?, of document: Int) -> UInt32? {
        guard let index, index >= 0, index < firstRecord[document + 1] - firstRecord[document] else { return nil }
        return rowOfRecord[firstRecord[document] + index]
    }

    /// The row of each record as the document number `document` says that it has a place.
    ///
    /// - Complexity: linear but for sorting the ranges of the document.
    mutating func append(
        _ ranges: [TextRange], document: Int, paragraphs: [TextRange], codePoints: CodePointOffsets, length: Int
    ) {
        let order = ranges.indices.sorted { (ranges[$0], $0) < (ranges[$1], $1) }
        let base = rowOfRecord.count
        rowOfRecord.append(contentsOf: repeatElement(0, count: ranges.count))
        var paragraph = 0
        for (number, index) in order.enumerated() {
            let start = min(Int(ranges[index].start), length)
            let end = max(start, min(Int(ranges[index].end), length))
            while paragraph < paragraphs.count, Int(paragraphs[paragraph].start) <= start { paragraph += 1 }
            rowOfRecord[base + index] = UInt32(truncatingIfNeeded: rows.count)
            rows.append(
                Row(
                    document: UInt32(truncatingIfNeeded: document), index: UInt32(truncatingIfNeeded: index),
                    number: UInt32(truncatingIfNeeded: number + 1), start: UInt32(truncatingIfNeeded: start),
                    end: UInt32(truncatingIfNeeded: end),
                    codePoints: UInt32(
                        truncatingIfNeeded: codePoints.codePoints(before: start))..<UInt32(
                            truncatingIfNeeded: codePoints.codePoints(before: end)),
                    paragraph: UInt32(truncatingIfNeeded: paragraph)))
        }
        firstRecord.append(rowOfRecord.count)
    }

    var places: PlaceColumn {
        PlaceColumn(
            documents: Slab(rows.map(\.document)), starts: Slab(rows.map(\.start)), ends: Slab(rows.map(\.end)))
    }
}

/// The records of one kind of all documents, by row.
struct RecordList<Record> {
    /// By document.
    private let lists: [[Record]]
    private let rows: RecordRows

    init(_ lists: [[Record]], _ rows: RecordRows) {
        self.lists = lists
        self.rows = rows
    }

    /// Lends the record in its place: a copy would count the references of each of its strings.
    subscript(row: Int) -> Record {
        _read { yield lists[Int(rows[row].document)][Int(rows[row].index)] }
    }
}

/// The rows of every set whose records lie inside documents.
struct NewsRecords {
    private(set) var sentences = RecordRows()
    private(set) var statements = RecordRows()
    private(set) var events = RecordRows()
    private(set) var agreements = RecordRows()

    init(_ documents: NewsDocuments) {
        for number in 0..<documents.count {
            let text = documents.blob.buffer(documents.blob.range(of: number))
            let codePoints = CodePointOffsets(text)
            let extracted = documents.records[number].extracted
            let paragraphs = extracted.paragraphs.sorted()
            func append(_ ranges: [TextRange], to rows: inout RecordRows) {
                rows.append(
                    ranges, document: number, paragraphs: paragraphs, codePoints: codePoints, length: text.count)
            }
            append(extracted.sentences, to: &sentences)
            append(extracted.statements.map(Self.range), to: &statements)
            append(extracted.events.map(\.range), to: &events)
            append(extracted.agreements.map(\.range), to: &agreements)
        }
    }

    /// From the first word said to the last.
    private static func range(of statement: ExtractedStatement) -> TextRange {
        guard let first = statement.content.min(), let last = statement.content.map(\.end).max() else {
            return statement.cue ?? statement.attribution ?? TextRange(0, 0)
        }
        return TextRange(first.start, last)
    }
}
