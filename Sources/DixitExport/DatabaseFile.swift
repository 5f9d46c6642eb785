// A corpus as a SQLite database.

package import Dixit
import DixitSQL

/// Writes the tables of a corpus into a database: keys, indexes, views of the sets that are parts of others, full-text search.
package enum DatabaseFile {
    /// `Dixt`: what SQLite keeps for programs to know their own files by.
    private static let applicationID: Int32 = 0x4469_7874
    /// Rows between two looks at the caller's wish.
    private static let portion = 1000

    /// Whether a path names a database.
    package static func isDatabase(_ path: String) -> Bool {
        [".db", ".sqlite", ".sqlite3"].contains { path.hasSuffix($0) }
    }

    /// Writes the database under another name, then puts it in its place.
    ///
    /// The same corpus gives the same bytes, with the same SQLite.
    ///
    /// - Parameters:
    ///   - replaces: Whether another file of that name may go.
    ///   - progress: How many of the rows of the sets are written.
    package static func write(
        _ corpus: Corpus, to path: String, replaces: Bool = false, isCancelled: @escaping () -> Bool = { false },
        progress: (_ written: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(ExportProblem) {
        let rows: TableRows
        do throws(DixitError) {
            rows = try TableRows(corpus, words: SQLDialect.sqlite.words)
        } catch {
            throw .corpus(error)
        }
        let target = try ExportTarget(path, isFolder: false, replaces: replaces, isOwn: isOwn)
        do {
            try write(rows, to: target.temporaryPath, isCancelled: isCancelled, progress: progress)
        } catch {
            target.discard()
            switch error {
            case let problem as SQLiteProblem:
                throw problem.isInterrupt ? .interrupted : .failed(path: path, reason: problem.reason)
            case let problem as ExportProblem: throw problem
            case let problem as DixitError: throw .corpus(problem)
            default: throw .failed(path: path, reason: "\(error)")
            }
        }
        try target.commit()
    }

    private static func write(
        _ rows: TableRows, to path: String, isCancelled: @escaping () -> Bool, progress: (Int, Int) -> Void
    ) throws {
        let layout = rows.layout
        let database = try SQLiteConnection(path: path, isCancelled: isCancelled)
        // Nobody reads it before it is renamed, so nothing has to be rolled back.
        for setting in [
            "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE",
            "application_id = \(applicationID)",
        ] {
            try database.run("PRAGMA \(setting)")
        }
        try database.run("BEGIN")
        for table in layout.tables { try database.run(layout.definition(of: table, in: .sqlite)) }
        let all = rows.rowCount
        var written = 0
        for table in layout.tables {
            let statement = try database.prepare(insertion(into: table))
            var sinceLook = 0
            try rows.forEachRow(of: table) { (cells) throws(SQLiteProblem) in
                // The number of the row is SQLite's own too, by which full-text search finds it.
                try statement.insert(table.hasRowNumber ? cells + [cells[numberPlace(table)]] : cells)
                sinceLook += 1
                if table.hasRowNumber { written += 1 }
                guard sinceLook == portion else { return }
                sinceLook = 0
                if isCancelled() { throw SQLiteProblem.interrupt }
                progress(written, all)
            }
        }
        for statement in layout.indexes + layout.searchDefinitions { try database.run(statement) }
        for view in layout.viewDefinitions(in: .sqlite) { try database.run(view) }
        try database.run("COMMIT")
        // For the planner: which column tells most rows apart.
        try database.run("ANALYZE")
    }

    private static func numberPlace(_ table: TableLayout.Table) -> Int {
        table.columns.firstIndex { $0.content == .number } ?? 0
    }

    private static func insertion(into table: TableLayout.Table) -> String {
        let name = SQLDialect.sqlite.name
        var columns = table.columns.map { name($0.name) }
        if table.hasRowNumber { columns.append("rowid") }
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        return "INSERT INTO \(name(table.name)) (\(columns.joined(separator: ", "))) VALUES (\(places))"
    }

    /// Whether a file is a database that this wrote, or one that is empty.
    private static func isOwn(_ path: String) -> Bool {
        let header = beginning(of: path, count: 72)
        guard !header.isEmpty else { return true }
        guard header.count == 72, header.starts(with: "SQLite format 3\0".utf8) else { return false }
        return header[68..<72].reduce(0) { $0 << 8 | Int32($1) } == applicationID
    }
}
