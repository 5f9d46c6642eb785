// Answers as bytes: for readers a table, for programs JSON or CSV.

public import Dixit

/// How an answer is written.
public enum AnswerFormat: String, Hashable, Sendable, CaseIterable {
    case table
    /// An array of objects, one line each.
    case json
    /// One object a line.
    case jsonl
    /// RFC 4180.
    case csv

    /// By the extension of a file to be written: `answers.json`, `answers.csv`; nil for one that says nothing.
    public init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        case "csv": self = .csv
        case "txt": self = .table
        default: return nil
        }
    }
}

/// Writes answers, row by row, so that an answer of any length takes little memory.
///
/// ```swift
/// let writer = AnswerWriter(.json)
/// try writer.write(answer) { bytes in try file.write(bytes) }
/// ```
public struct AnswerWriter: Sendable {
    public var format: AnswerFormat
    /// Columns of the screen that a table is fitted to; nil writes every value in full, on one line.
    public var width: Int?
    /// Lines that a table gives to one value; nil for all of it.
    public var mostLines: Int?
    /// Whether a table may use the colours of a terminal.
    public var isColoured = false
    /// For a table whose rows are spoken about by number.
    public var numbersRows = false
    /// The language of numbers in a table, and of an explanation.
    public var language = Language.english
    /// The rows that are written; nil for all.
    public var rows: Range<Int>?

    public init(_ format: AnswerFormat, width: Int? = nil) {
        self.format = format
        self.width = width
    }

    /// Writes one answer. A definition has nothing to write.
    ///
    /// - Parameter sink: Takes the bytes, some thousand at a time.
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
        switch format {
        case .table:
            let layout = TableLayout(
                width: width, mostLines: mostLines, isColoured: isColoured, numbersRows: numbersRows, language: language
            )
            try layout.write(table, to: sink)
        case .json: try JSONLayout.write(table, isLines: false, to: sink)
        case .jsonl: try JSONLayout.write(table, isLines: true, to: sink)
        case .csv: try CSVLayout.write(table, to: sink)
        }
    }
}

/// What is written, apart from how: heads of columns, and a value for each place.
package struct AnswerTable {
    package struct Column {
        package var name: String
        package var isDetail = false
        package var isNumber = false

        package init(_ name: String, isDetail: Bool = false, isNumber: Bool = false) {
            self.name = name
            self.isDetail = isDetail
            self.isNumber = isNumber
        }
    }

    package var kind: Answer.Kind
    package var columns: [Column]
    package var rows: Range<Int>
    package let value: (_ row: Int, _ column: Int) -> Value

    package init(
        _ kind: Answer.Kind, columns: [Column], rows: Range<Int>, value: @escaping (_ row: Int, _ column: Int) -> Value
    ) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.value = value
    }

    init(_ answer: Answer, language: Language) {
        if let explanation = answer.explanation {
            let text = explanation[language]
            self.init(answer.kind, columns: [Column("explanation")], rows: 0..<1) { _, _ in .text(text) }
            return
        }
        let columns = answer.columns.map { column in
            Column(column.name, isDetail: column.isDetail, isNumber: column.type == .number)
        }
        let rows = answer.rows
        self.init(answer.kind, columns: columns, rows: rows.startIndex..<rows.endIndex) { row, column in
            rows[row][column]
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
