// SQLite, as far as a writer needs it: statements that are prepared once, with values that are bound.

import CSQLite

/// What SQLite could not do, in its words.
package struct SQLiteProblem: Error, Hashable, Sendable {
    package let code: Int32
    package let reason: String

    static let interrupt = SQLiteProblem(code: SQLITE_INTERRUPT, reason: "interrupted")

    /// Whether the work was stopped by whoever asked for it.
    package var isInterrupt: Bool { code == SQLITE_INTERRUPT }
}

/// A database in a file.
package final class SQLiteConnection {
    private let handle: OpaquePointer
    private let isCancelled: () -> Bool

    /// - Parameter isCancelled: asked while a statement runs long; it ends then.
    package init(path: String, readOnly: Bool = false, isCancelled: @escaping () -> Bool = { false })
        throws(SQLiteProblem)
    {
        var opened: OpaquePointer?
        let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = sqlite3_open_v2(path, &opened, flags, nil)
        guard let opened, code == SQLITE_OK else {
            let reason = opened.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
            sqlite3_close(opened)
            throw SQLiteProblem(code: code, reason: reason)
        }
        handle = opened
        self.isCancelled = isCancelled
        sqlite3_progress_handler(
            handle, 10_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().isCancelled() ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs a statement that gives no rows.
    package func run(_ sql: String) throws(SQLiteProblem) {
        let statement = try prepare(sql)
        while try statement.step() {}
    }

    package func prepare(_ sql: String) throws(SQLiteProblem) -> SQLiteStatement {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else { throw problem }
        return SQLiteStatement(prepared, of: self)
    }

    fileprivate var problem: SQLiteProblem {
        SQLiteProblem(code: sqlite3_errcode(handle), reason: String(cString: sqlite3_errmsg(handle)))
    }
}

/// A statement that is run again and again with other values.
package final class SQLiteStatement {
    private let handle: OpaquePointer
    private let connection: SQLiteConnection

    fileprivate init(_ handle: OpaquePointer, of connection: SQLiteConnection) {
        (self.handle, self.connection) = (handle, connection)
    }

    deinit { sqlite3_finalize(handle) }

    /// Runs it with a row of values in the places of its `?`.
    package func insert(_ cells: [Cell]) throws(SQLiteProblem) {
        for (place, cell) in cells.enumerated() { try bind(cell, at: Int32(truncatingIfNeeded: place + 1)) }
        while try step() {}
        sqlite3_reset(handle)
    }

    private func bind(_ cell: Cell, at place: Int32) throws(SQLiteProblem) {
        let code: Int32
        switch cell {
        case .missing: code = sqlite3_bind_null(handle, place)
        case .text(var text):
            code = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // An empty text has no address, which SQLite would take for a missing one.
                    characters.baseAddress.map {
                        dixit_bind_text(handle, place, $0, Int32(truncatingIfNeeded: characters.count))
                    } ?? dixit_bind_text(handle, place, "", 0)
                }
            }
        case .integer(let number): code = sqlite3_bind_int64(handle, place, sqlite3_int64(number))
        case .number(let number): code = sqlite3_bind_double(handle, place, number)
        case .boolean(let isTrue): code = sqlite3_bind_int(handle, place, isTrue ? 1 : 0)
        // Lists are tables here.
        case .texts, .integers: code = sqlite3_bind_null(handle, place)
        }
        guard code == SQLITE_OK else { throw connection.problem }
    }

    /// The next row; false after the last.
    package func step() throws(SQLiteProblem) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw connection.problem
        }
    }

    package var columnCount: Int { Int(sqlite3_column_count(handle)) }

    package func columnName(_ column: Int) -> String {
        sqlite3_column_name(handle, Int32(truncatingIfNeeded: column)).map { String(cString: $0) } ?? ""
    }

    /// The value in a column of the row that was stepped to.
    package func cell(_ column: Int) -> Cell {
        let column = Int32(truncatingIfNeeded: column)
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(handle, column)))
        case SQLITE_FLOAT: return .number(sqlite3_column_double(handle, column))
        case SQLITE_NULL: return .missing
        default:
            let count = Int(sqlite3_column_bytes(handle, column))
            let bytes = UnsafeBufferPointer(start: sqlite3_column_text(handle, column), count: count)
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
