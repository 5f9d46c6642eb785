// Answers as bytes: for readers a table, for programs JSON or CSV.

public import Dixit

/// Writes answers, row by row, so that an answer of any length takes little memory.
///
/// ```swift
/// let writer = AnswerWriter(.json)
/// try writer.write(answer) { bytes in try file.write(bytes) }
/// ```
public struct AnswerWriter: Sendable {
    /// The form of what is written.
    public var format: AnswerFormat
    /// Whether groups by several keys are crossed before they are written: `as pivot` in a file of CSV.
    public var isCrossed = false
    /// Columns of the screen that a table is fitted to; nil writes every value in full, on one line.
    public var width: Int?
    /// Lines that a table gives to one value; nil for all of it.
    public var mostLines: Int?
    /// Characters on each side of a hit in a concordance; nil for what fits.
    public var context: Int?
    /// Whether a table may use the colours of a terminal.
    public var isColoured = false
    /// For a table whose rows are spoken about by number.
    public var numbersRows = false
    /// The language of numbers in a table, and of an explanation.
    public var language = Language.english
    /// The rows that are written; nil for all.
    public var rows: Range<Int>?
    /// Whether nothing stands in the file yet: some forms begin with a mark, others have a line between answers.
    public var isFirst = true

    /// A writer of a form; without a width nothing is broken.
    public init(_ format: AnswerFormat, width: Int? = nil) {
        self.format = format
        self.width = width
    }

    /// Writes one answer. A definition has nothing to write.
    ///
    /// - Parameter sink: Takes the bytes, some thousand at a time.
    /// - Throws: what `sink` throws.
    public func write<Failure: Error>(_ answer: Answer, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        try write(AnswerTable(answer, language: language), to: sink)
    }

    package func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        if table.kind == .definition { return }
        var table = table
        if let rows { table.rows = rows.clamped(to: table.rows) }
        if isCrossed || format == .pivot { table = PivotArrangement.crossed(table, LayoutWords(language: language)) }
        let words = LayoutWords(language: language)
        let readable = TableLayout(
            width: width, mostLines: mostLines, isColoured: isColoured, numbersRows: numbersRows, words: words)
        if !isFirst, format.isForReaders, table.kind == .rows || table.kind == .groups, !table.rows.isEmpty {
            try sink([0x0A])
        }
        switch format {
        case .table, .pivot: try readable.write(table, to: sink)
        case .list: try readable.writeList(table, to: sink)
        case .kwic:
            let layout = ConcordanceLayout(
                width: width, context: context, isColoured: isColoured, numbersRows: numbersRows)
            try table.kind == .rows ? layout.write(table, to: sink) : readable.write(table, to: sink)
        case .chart:
            let layout = ChartLayout(width: width ?? ChartLayout.standardWidth, words: words)
            let isDrawn = try layout.write(table, to: sink)
            if !isDrawn { try readable.write(table, to: sink) }
        case .json: try JSONLayout.write(table, isLines: false, to: sink)
        case .jsonl: try JSONLayout.write(table, isLines: true, to: sink)
        case .csv: try SeparatedLayout(.csv, isFirst: isFirst).write(table, to: sink)
        case .excel: try SeparatedLayout(.excel, isFirst: isFirst).write(table, to: sink)
        case .tsv: try SeparatedLayout(.tsv, isFirst: isFirst).write(table, to: sink)
        case .markdown: try MarkdownLayout(words: words, isFirst: isFirst).write(table, to: sink)
        case .html: try HTMLLayout(words: words, isFirst: isFirst).write(table, to: sink)
        }
    }
}

/// Gathers bytes and hands them over in pieces.
struct ByteBuffer {
    private var bytes: [UInt8] = []
    private static let piece = 1 << 14

    mutating func append(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }
    mutating func append(_ byte: UInt8) { bytes.append(byte) }
    mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Hands over what is there when it is enough to be worth it.
    mutating func flushIfLarge<Failure: Error>(to sink: (ArraySlice<UInt8>) throws(Failure) -> Void) throws(Failure) {
        if bytes.count >= Self.piece { try flush(to: sink) }
    }

    mutating func flush<Failure: Error>(to sink: (ArraySlice<UInt8>) throws(Failure) -> Void) throws(Failure) {
        if !bytes.isEmpty { try sink(bytes[...]) }
        bytes.removeAll(keepingCapacity: true)
    }
}
