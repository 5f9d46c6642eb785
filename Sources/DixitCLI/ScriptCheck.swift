// Says what is wrong with a script without running it.

import Dixit
import DixitFormats

/// What a check knows while it goes through a script, and through those that this one reads.
struct ScriptCheck {
    private(set) var session: Session
    private let reporter: Reporter
    /// Whether parameters without a value are none of its business: they are given one when the script is run.
    private let allowsUnsetParameters: Bool
    /// The scripts that are being read, outermost first.
    private var files: [String] = []

    init(_ session: Session, reporter: Reporter, allowsUnsetParameters: Bool) {
        self.session = session
        self.reporter = reporter
        self.allowsUnsetParameters = allowsUnsetParameters
    }

    /// Reports every mistake. Of statements nothing is run but their definitions; of commands those count that define something:
    /// `.param set who "El Khalfi"`, `.read words.dixit`.
    mutating func check(_ script: String, from origin: QueryOrigin) -> ExitStatus {
        var status = ExitStatus.success
        for piece in ScriptPieces(script).pieces() {
            switch piece {
            case .statements(let text, let start):
                status = max(status, check(statements: text, at: start, of: script, from: origin))
            case .command(let line): status = max(status, check(command: line))
            }
        }
        return status
    }

    private mutating func check(
        statements text: String, at start: Int, of script: String, from origin: QueryOrigin
    ) -> ExitStatus {
        var problems = session.problems(in: Query(text: text)).filter { $0.code.hasPrefix("E") }
        if allowsUnsetParameters { problems.removeAll { $0.code == "E501" } }
        session.keepDefinitions(of: Query(text: text), with: problems)
        for problem in problems { reporter.report(problem.moved(by: start, in: script), from: origin) }
        return problems.isEmpty ? .success : .wrongQuery
    }

    private mutating func check(command line: String) -> ExitStatus {
        let words = DotCommand.words(of: line)
        guard let name = words.first, let (command, _) = DotCommand.named(name) else {
            reporter.report(unknownCommands: Array(words.prefix(1)))
            return .wrongQuery
        }
        switch command {
        case .param where words.count == 4 && words[1] == "set":
            session.parameters[String(words[2].drop { $0 == "$" })] = ParameterBinding.value(words[3])
        case .param where words.count == 3 && words[1] == "unset":
            session.parameters[String(words[2].drop { $0 == "$" })] = nil
        case .read where words.count > 1: return read(words[1], with: words.dropFirst(2))
        default: break
        }
        return .success
    }

    /// Another script, whose definitions hold from there on; one that is being read already is not gone into again.
    private mutating func read(_ path: String, with values: ArraySlice<String>) -> ExitStatus {
        if files.contains(path) || files.count == Interpreter.mostScripts { return .success }
        switch TextFile.read(path) {
        case .failure(.empty): return .success
        case .failure(let kind):
            reporter.report(ReadingProblem(kind, at: path))
            return .wrongQuery
        case .success(let text):
            let before = session.parameters
            for value in values {
                guard let equals = value.firstIndex(of: "=") else { continue }
                session.parameters[String(value[..<equals].drop { $0 == "$" })] = ParameterBinding.value(
                    String(value[value.index(after: equals)...]))
            }
            files.append(path)
            defer {
                files.removeLast()
                session.parameters = before
            }
            return check(text, from: .file(path))
        }
    }
}
