// Documents in tables of separated values.

import CLibCSV

/// The rows of a file with a header, whose separator (comma, semicolon or tab) is found by looking at the header.
///
/// libcsv parses a line at a time, so that where the quotation marks of a row do not go together, what follows its first line is
/// read again as rows of their own.
struct CSVEntries: DocumentEntries {
    private var blocks: LineBlocks
    private let fields: FieldNames
    private let parser = CSVParser()
    /// Which columns are what.
    private var header: [FieldNames.Place?]?
    /// The lines of the row that is not complete, the first of them with its number.
    private var row: [[UInt8]] = []
    private var rowLine = 0
    private var rowSize = 0
    /// The first line of the row that is not UTF-8, and where.
    private var wrongByte: (line: Int, offset: Int)?

    /// A longer row has a quotation mark too much.
    private static let largestRow = 1 << 24

    init(_ source: any ByteSource, _ fields: FieldNames) {
        blocks = LineBlocks(source)
        self.fields = fields
    }

    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool {
        var queue: [(bytes: [UInt8], number: Int)] = []
        let block = try blocks.next()
        if let block {
            if block.isTooLong { found.add(.lineTooLong, at: .line(block.firstLine)) }
            block.forEachLine(keepingBlanks: true) { queue.append((Array($0) + [0x0A], $1)) }
            queue.reverse()
        } else if !row.isEmpty {
            giveUpRow(&found, &queue)
        }
        while let line = queue.popLast() {
            if !take(line.bytes, line.number, &found, &queue) { return false }
            if queue.isEmpty, block == nil, !row.isEmpty { giveUpRow(&found, &queue) }
        }
        if block == nil, header == nil { found.add(.noRecords) }
        return block != nil
    }

    /// False where the table has no text.
    private mutating func take(
        _ line: [UInt8], _ number: Int, _ found: inout FoundDocuments, _ queue: inout [(bytes: [UInt8], number: Int)]
    ) -> Bool {
        if row.isEmpty, line.allSatisfy({ $0 <= 0x20 }) { return true }
        if wrongByte == nil {
            wrongByte = line.withUnsafeBytes { TextFile.firstInvalidByte(of: $0) }.map { (number, $0) }
        }
        if row.isEmpty {
            rowLine = number
            if header == nil { parser.separator = Self.separator(of: line) }
        }
        row.append(line)
        rowSize += line.count
        switch parser.parse(line) {
        case .inside where rowSize <= Self.largestRow: return true
        case .inside, .wrong:
            giveUpRow(&found, &queue)
            return true
        case .complete: return endRow(&found)
        }
    }

    /// Makes a document of the row that is complete.
    private mutating func endRow(_ found: inout FoundDocuments) -> Bool {
        let values = parser.takeRow()
        let (line, wrongByte) = (rowLine, wrongByte)
        startRow()
        if let wrongByte { found.add(.notUTF8(offset: wrongByte.offset), at: .line(wrongByte.line)) }
        guard let header else {
            let columns = values.map { fields.places[FieldNames.compared($0)] }
            header = columns
            guard columns.contains(where: { $0?.field == .text }) else {
                found.add(.noTextColumn(columns: values, fields: fields[.text]), at: .line(line))
                return false
            }
            return true
        }
        if wrongByte != nil { return true }
        // Spreadsheets leave rows of nothing but separators at the end.
        if values.allSatisfy(\.isEmpty) { return true }
        guard values.count <= header.count else {
            found.add(.columnsDiffer(found: values.count, header: header.count), at: .line(line))
            return true
        }
        var row = NamedValues(at: .line(line))
        for (value, place) in zip(values, header) { row.take(place) { value } }
        if row.hasText {
            found.documents.append(row.document)
        } else {
            found.add(.noText(fields: fields[.text]), at: .line(line))
        }
        return true
    }

    /// Says that the quotation marks of a row do not go together; its other lines are read again as rows of their own.
    private mutating func giveUpRow(
        _ found: inout FoundDocuments, _ queue: inout [(bytes: [UInt8], number: Int)]
    ) {
        found.add(.unbalancedQuotes, at: .line(rowLine))
        for (index, line) in row.enumerated().dropFirst().reversed() { queue.append((line, rowLine + index)) }
        parser.reset()
        startRow()
    }

    private mutating func startRow() {
        row = []
        rowSize = 0
        wrongByte = nil
    }

    /// The one of them that the header has most of, outside of quotation marks.
    private static func separator(of header: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in header {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        return separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separators[0]
    }
}

/// libcsv, a line at a time.
private final class CSVParser {
    enum Outcome {
        /// The row goes on in the next line.
        case inside
        case complete
        case wrong
    }

    private let parser: UnsafeMutablePointer<csv_parser>
    private var values: [String] = []
    private var isComplete = false

    var separator = UInt8(ascii: ",") {
        didSet { csv_set_delim(parser, separator) }
    }

    init() {
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        csv_init(parser, UInt8(CSV_STRICT))
    }

    deinit {
        csv_free(parser)
        parser.deallocate()
    }

    func parse(_ line: [UInt8]) -> Outcome {
        isComplete = false
        let used = line.withUnsafeBytes {
            csv_parse(
                parser, $0.baseAddress, $0.count, takeField, takeRowEnd, Unmanaged.passUnretained(self).toOpaque())
        }
        return used < line.count ? .wrong : isComplete ? .complete : .inside
    }

    func takeRow() -> [String] {
        defer { values = [] }
        return values
    }

    func reset() {
        csv_free(parser)
        csv_init(parser, UInt8(CSV_STRICT))
        csv_set_delim(parser, separator)
        values = []
    }

    fileprivate func take(_ field: UnsafeRawBufferPointer) { values.append(String(decoding: field, as: UTF8.self)) }
    fileprivate func endRow() { isComplete = true }
}

private func takeField(_ field: UnsafeMutableRawPointer?, _ count: Int, _ parser: UnsafeMutableRawPointer?) {
    guard let parser else { return }
    Unmanaged<CSVParser>.fromOpaque(parser).takeUnretainedValue().take(
        UnsafeRawBufferPointer(start: field, count: field == nil ? 0 : count))
}

private func takeRowEnd(_ end: Int32, _ parser: UnsafeMutableRawPointer?) {
    guard let parser else { return }
    Unmanaged<CSVParser>.fromOpaque(parser).takeUnretainedValue().endRow()
}
