// Runs whole scripts: from the command line, the start-up file, `.read` and `.run`.

import Dixit
import DixitFormats

extension Interpreter {
    /// Scripts that read each other are read so deep.
    static let mostScripts = 16

    /// Runs a script up to its first error, or to its end where errors do not stop it.
    mutating func run(
        script: String, from origin: QueryOrigin, keepsGoing: Bool
    ) throws(OutputProblem) -> ExitStatus {
        var status = ExitStatus.success
        for piece in ScriptPieces(script).pieces(statementByStatement: keepsGoing) {
            switch piece {
            case .statements(let text, let start):
                if let error = try run(text, at: start, of: script, from: origin) {
                    status = max(status, ExitStatus(error))
                }
            case .command(let line):
                switch try run(command: line) {
                case .done, .prefill: break
                case .submit(let query): if try run(query, from: origin) != nil { status = max(status, .wrongQuery) }
                case .quit: return status
                case .failed: status = max(status, .wrongQuery)
                }
            }
            if status == .interrupted || (status != .success && !keepsGoing) { break }
        }
        return status
    }

    /// Says what is wrong with a script and runs nothing of it but its definitions.
    mutating func check(script: String, from origin: QueryOrigin) -> ExitStatus {
        var check = ScriptCheck(session, reporter: reporter, allowsUnsetParameters: false)
        defer { session = check.session }
        return check.check(script, from: origin)
    }

    /// `.read FILE who="El Khalfi"`: the values hold for that script alone.
    mutating func read(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        guard let path = arguments.first else { return fail(.wrongArgument(DotCommand.read.usage(in: language))) }
        switch TextFile.read(path) {
        case .success(let text):
            return try run(script: text, from: .file(path), with: Array(arguments.dropFirst()), of: .read)
        case .failure(.empty): return .done
        case .failure(let kind):
            reporter.report(ReadingProblem(kind, at: path))
            return .failed
        }
    }

    /// `.run khalfi since=2016`
    mutating func runSaved(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        guard let name = arguments.first else { return fail(.wrongArgument(DotCommand.run.usage(in: language))) }
        guard let saved = SavedQueries.standard, let script = saved.script(name) else {
            return fail(.noSavedQuery(name, known: SavedQueries.standard?.names ?? []))
        }
        return try run(script: script, from: .file(name), with: Array(arguments.dropFirst()), of: .run)
    }

    private mutating func run(
        script: String, from origin: QueryOrigin, with values: [String], of command: DotCommand
    ) throws(OutputProblem) -> CommandOutcome {
        guard scriptDepth < Self.mostScripts else { return fail(.scriptsReadEachOther(origin.file ?? "")) }
        let before = session.parameters
        for text in values {
            guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
                return fail(.wrongArgument(command.usage(in: language)))
            }
            let name = String(text[..<equals].drop { $0 == "$" })
            switch parameter(String(text[text.index(after: equals)...])) {
            case .success(let value): session.parameters[name] = value
            case .failure(let phrase): return fail(phrase)
            }
        }
        scriptDepth += 1
        defer {
            scriptDepth -= 1
            session.parameters = before
        }
        return try run(script: script, from: origin, keepsGoing: false) == .success ? .done : .failed
    }

    /// A value as it is written after `-p` and `.param set`; `@words.txt` is a list, one value a line.
    func parameter(_ text: String) -> Result<Parameter, Phrase> {
        guard text.hasPrefix("@") else { return .success(ParameterBinding.value(text)) }
        if isSafe { return .failure(.notInSafeMode(text)) }
        do throws(ReadingProblem) {
            return .success(try ParameterBinding.list(in: String(text.dropFirst())))
        } catch {
            return .failure(.said(error.message(in: language)))
        }
    }
}

// MARK: - The last query

extension Interpreter {
    func again() -> CommandOutcome {
        guard let query = lastQuery else { return fail(.noQueryYet) }
        return .submit(query)
    }

    /// Drops what was last worked into the query, and asks what was asked before.
    mutating func undo() throws(OutputProblem) -> CommandOutcome {
        guard chain.count > 1 else { return fail(.nothingToUndo) }
        let earlier = Array(chain.dropLast())
        reporter.say(earlier[earlier.count - 1])
        let failure = try run(earlier[earlier.count - 1], from: .prompt)
        chain = earlier
        return failure == nil ? .done : .failed
    }

    /// The last query in `$VISUAL`; what comes back is asked.
    func edit() -> CommandOutcome {
        guard isInteractive, Terminal.isTerminal(0), Terminal.isTerminal(1) else { return fail(.needsTerminal) }
        let editor = Terminal.environment("VISUAL") ?? Terminal.environment("EDITOR") ?? "vi"
        do throws(OutputProblem) {
            guard let text = try EditedText(lastQuery ?? "", with: editor).text else {
                return fail(.editorFailed(editor))
            }
            return text.allSatisfy(\.isWhitespace) ? .done : .submit(text)
        } catch {
            guard case .failed(let path, let reason) = error else { return .failed }
            return fail(.cannotWrite(path: path, reason: reason))
        }
    }
}
