// What the program tells the one that started it.

/// The exit codes of the command line.
enum ExitStatus: Int32, Comparable, Sendable {
    case success = 0
    /// Everything ran, and the last query found nothing; only with `-e`.
    case foundNothing = 1
    /// A wrong option, a script that cannot be read, an output that cannot be written.
    case wrongUsage = 2
    /// A query is wrong, or lacks a parameter.
    case wrongQuery = 3
    /// A document or a folder could not be loaded.
    case corpusNotLoaded = 4
    /// Stopped while running: time, rows, memory.
    case stopped = 5
    /// Ctrl-C.
    case interrupted = 130

    static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}

/// Ends the program with a status after everything has been said.
struct Exit: Error {
    let status: ExitStatus
    /// Said on standard error before leaving.
    var message: String?

    init(_ status: ExitStatus, _ message: String? = nil) {
        self.status = status
        self.message = message
    }
}
