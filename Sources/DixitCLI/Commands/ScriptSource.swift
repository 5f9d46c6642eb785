// Queries to be run, in the order of the command line.

import DixitFormats
import Synchronization

/// A query (`-c`) or a script (`-f`).
struct ScriptSource: Sendable {
    enum Kind: Sendable {
        case argument(String)
        case file(String)
        case standardInput
    }

    let kind: Kind
    /// `-c` and `-f` are two lists for the argument parser; this tells which came first.
    let place: Int

    private static let places = Atomic<Int>(0)

    private init(_ kind: Kind) {
        self.kind = kind
        place = Self.places.add(1, ordering: .relaxed).newValue
    }

    static let standardInput = ScriptSource(.standardInput)
    static func argument(_ query: String) -> ScriptSource { ScriptSource(.argument(query)) }
    static func file(_ path: String) -> ScriptSource { ScriptSource(path == "-" ? .standardInput : .file(path)) }

    /// The file, for one that is read.
    var path: String? { if case .file(let path) = kind { path } else { nil } }

    var origin: QueryOrigin {
        switch kind {
        case .argument: .argument
        case .file(let path): .file(path)
        case .standardInput: .file("stdin")
        }
    }

    /// The text of the script, without the line `#!…`, which is a comment.
    func text() throws(ReadingProblem) -> String {
        switch kind {
        case .argument(let query): return query
        case .file(let path): return try Self.text(of: path)
        case .standardInput: return try Self.text(of: "/dev/stdin")
        }
    }

    /// An empty script is one that asks nothing.
    private static func text(of path: String) throws(ReadingProblem) -> String {
        switch TextFile.read(path) {
        case .success(let text): return text
        case .failure(.empty): return ""
        case .failure(let kind): throw ReadingProblem(kind, at: path)
        }
    }
}
