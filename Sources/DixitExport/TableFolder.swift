// A corpus as a folder of JSON Lines and CSV, with a description of both.

import CSQLite
package import Dixit
import DixitFormats
package import DixitSQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes each table of a corpus as `statements.jsonl`, those for readers as `statements.csv` too, and `datapackage.json`, which
/// says what is in them (the Data Package standard of Frictionless).
package enum TableFolder {
    private static let description = "datapackage.json"
    /// What a description that was written here begins with.
    private static let mark = "{\n  \"name\": \"dixit-export\",\n"

    /// Whether a path names a folder: it ends in `/`, or one is there.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return path.hasSuffix("/") || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// What is written of a corpus.
    package struct Contents {
        package var part = TableLayout.Part.whole
        /// For a part, the place of a document in the order of the whole.
        package var numberOfDocument: ((String) -> Int?)?
        /// A file beside the tables, and what writes its lines.
        package var further:
            (name: String, writeLines: (_ write: (String) throws(ExportProblem) -> Void) throws(ExportProblem) -> Void)?

        package init() {}
    }

    /// Writes the folder under another name, then puts it in its place. The same corpus gives the same bytes.
    ///
    /// - Parameters:
    ///   - contents: What is written of the corpus.
    ///   - replaces: Whether files of the same names may go that were not written here. A folder with anything else in it stays.
    ///   - progress: How many of the rows of the sets are written.
    package static func write(
        _ corpus: Corpus, _ contents: Contents = Contents(), to path: String, replaces: Bool = false,
        isCancelled: @escaping () -> Bool = { false }, progress: (_ written: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(ExportProblem) {
        let rows: TableRows
        do throws(DixitError) {
            rows = try TableRows(corpus, words: .lists, numberOfDocument: contents.numberOfDocument)
        } catch {
            throw .corpus(error)
        }
        if let entry = foreignEntry(in: path, rows.layout, further: contents.further?.name) {
            throw .foreignEntry(folder: path, entry: entry)
        }
        let target = try ExportTarget(path, isFolder: true, replaces: replaces, isOwn: isOwn)
        do {
            try write(rows, contents, to: target.temporaryPath, isCancelled: isCancelled, progress: progress)
        } catch {
            target.discard()
            switch error {
            case .failed(_, let reason): throw .failed(path: path, reason: reason)
            default: throw error
            }
        }
        try target.commit()
    }

    private static func write(
        _ rows: TableRows, _ contents: Contents, to folder: String, isCancelled: () -> Bool,
        progress: (Int, Int) -> Void
    ) throws(ExportProblem) {
        let all = rows.rowCount
        var written = 0
        var empty: Set<String> = []
        let tables = rows.layout.tables(of: contents.part)
        for table in tables {
            empty.insert(table.name)
            let lines = try ExportedFile(folder + "/" + linesName(table))
            let csv = table.isForReaders ? try ExportedFile(folder + "/" + csvName(table)) : nil
            let keys = table.columns.map { jsonString($0.name) + ": " }
            try csv?.write(table.columns.map { CSVCell.written(.text($0.name)) }.joined(separator: ",") + "\r\n")
            do {
                try rows.forEachRow(of: table) { (cells) throws(ExportProblem) in
                    if !empty.isEmpty { empty.remove(table.name) }
                    let values = zip(keys, cells).map { $0 + JSONCell.written($1) }
                    try lines.write("{" + values.joined(separator: ", ") + "}\n")
                    try csv?.write(cells.map(CSVCell.written).joined(separator: ",") + "\r\n")
                    if table.hasRowNumber { written += 1 }
                    if isCancelled() { throw ExportProblem.interrupted }
                    if written % 1000 == 0 { progress(written, all) }
                }
            } catch let problem as ExportProblem {
                throw problem
            } catch let problem as DixitError {
                throw .corpus(problem)
            } catch {
                throw .failed(path: folder, reason: "\(error)")
            }
            try lines.finish()
            try csv?.finish()
        }
        let file = try ExportedFile(folder + "/" + description)
        try file.write(DataPackage(rows.layout, tables: tables, empty: empty).json(beginning: mark))
        try file.finish()
        guard let further = contents.further else { return }
        let lines = try ExportedFile(folder + "/" + further.name)
        try further.writeLines { (line) throws(ExportProblem) in
            try lines.write(line)
            if isCancelled() { throw ExportProblem.interrupted }
        }
        try lines.finish()
    }

    static func linesName(_ table: TableLayout.Table) -> String { fileName(table.name) + ".jsonl" }
    static func csvName(_ table: TableLayout.Table) -> String { fileName(table.name) + ".csv" }

    /// A name of a schema is letters and digits, but what is none in it must not leave the folder.
    private static func fileName(_ name: String) -> String {
        String(name.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" ? $0 : "_" })
    }

    /// Something in the folder that an export would not have written there.
    private static func foreignEntry(in path: String, _ layout: TableLayout, further: String?) -> String? {
        let entries = ExportTarget.entries(of: path)
        guard !entries.isEmpty else { return nil }
        let text = String(decoding: beginning(of: path + "/" + description, count: 1 << 24), as: UTF8.self)
        let names = Set(
            layout.tables.flatMap { [linesName($0), csvName($0)] } + [description, further].compactMap { $0 })
        // A former export of another schema had other tables, which its description lists.
        return entries.first { entry in
            !names.contains(entry) && !(text.hasPrefix(mark) && text.contains("\"path\": \(jsonString(entry)),"))
        }
    }

    private static func isOwn(_ path: String) -> Bool {
        ExportTarget.entries(of: path).isEmpty
            || beginning(of: path + "/" + description, count: mark.utf8.count) == Array(mark.utf8)
    }
}

/// A file of an export, written in large pieces.
private final class ExportedFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(_ path: String) throws(ExportProblem) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw .failed(path: path, reason: ExportTarget.reason(errno)) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func write(_ text: String) throws(ExportProblem) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 1 << 16 { try finish() }
    }

    func finish() throws(ExportProblem) {
        var place = 0
        while place < buffer.count {
            let count = buffer.withUnsafeBytes {
                systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: $0[place...]))
            }
            if count >= 0 {
                place += count
            } else if errno != EINTR {
                throw .failed(path: path, reason: ExportTarget.reason(errno))
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    bytes.baseAddress.map { write(descriptor, $0, bytes.count) } ?? 0
}

/// A cell in a line of JSON.
enum JSONCell {
    static func written(_ cell: Cell) -> String {
        switch cell {
        case .missing: "null"
        case .text(let text): jsonString(text)
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? String(number) : "null"
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .texts(let texts): "[" + texts.map { jsonString($0) }.joined(separator: ", ") + "]"
        case .integers(let numbers): "[" + numbers.map { String($0) }.joined(separator: ", ") + "]"
        }
    }
}

/// A cell of RFC 4180; a list is JSON.
enum CSVCell {
    static func written(_ cell: Cell) -> String {
        switch cell {
        case .missing: return ""
        case .text(let text):
            let needsMarks = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) } || text.utf8.first == 0x20
            return needsMarks ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        default: return JSONCell.written(cell)
        }
    }
}
