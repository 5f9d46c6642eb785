// One run of `dixit CORPUS…`: loads, then runs scripts or opens the prompt.

import Dixit
import DixitFormats
import DixitSyntax

/// What the options of asking come to.
struct Asking {
    private let corpus: [String]
    private let options: AskOptions
    private let reporter: Reporter

    init(_ corpus: [String], _ options: AskOptions) {
        self.corpus = corpus
        self.options = options
        reporter = options.reporting.reporter
    }

    func run() throws {
        let scripts = (options.command + options.file).sorted { $0.place < $1.place }
        let opensPrompt =
            options.interactive || (scripts.isEmpty && !options.batch && Terminal.isTerminal(0))
        let texts = try read(scripts.isEmpty && !opensPrompt ? [.standardInput] : scripts)
        if !opensPrompt { try reporter.refuseUnused(options.param, in: texts.map(\.1)) }
        let output = try openOutput()
        var status = ExitStatus.success
        do {
            let loading = CorpusLoading(
                paths: corpus, reporter: reporter, today: options.today ?? Terminal.today,
                showsProgress: options.progress == .auto && Terminal.isTerminal(2))
            let (loaded, isWhole) = try loading.load()
            Interrupt.useFlag()
            var interpreter = makeInterpreter(loaded, loading, output: output)
            for (source, text) in texts {
                status = max(status, try run(text, from: source.origin, in: &interpreter))
                if status != .success, !options.keepGoing || status == .interrupted { break }
            }
            if opensPrompt, status == .success || options.keepGoing {
                status = try openPrompt(interpreter)
            } else {
                if status == .success, options.exitStatus, !interpreter.foundSomething { status = .foundNothing }
                if !isWhole, status < .corpusNotLoaded { status = .corpusNotLoaded }
                try interpreter.close(keepingFiles: Self.isComplete(status) || options.keepGoing)
            }
            if Self.isComplete(status) || options.keepGoing { try output.file.commit() } else { output.file.discard() }
        } catch let problem as OutputProblem {
            output.file.discard()
            throw Exit(exitStatus(of: problem))
        } catch {
            output.file.discard()
            throw error
        }
        throw Exit(status)
    }

    /// Whether all that was asked is in the answers.
    private static func isComplete(_ status: ExitStatus) -> Bool {
        status == .success || status == .foundNothing || status == .corpusNotLoaded
    }

    /// All scripts are read before anything runs: half a run helps nobody.
    private func read(_ sources: [ScriptSource]) throws -> [(ScriptSource, String)] {
        try sources.map { source in
            do throws(ReadingProblem) {
                return (source, try source.text())
            } catch {
                reporter.report(error)
                throw Exit(.wrongUsage)
            }
        }
    }

    private func openOutput() throws -> Destination {
        guard let path = options.output else { return Destination(OutputFile()) }
        do throws(OutputProblem) {
            return try Destination(path: path)
        } catch {
            throw Exit(exitStatus(of: error, isOpening: true))
        }
    }

    private func makeInterpreter(_ corpus: Corpus, _ loading: CorpusLoading, output: Destination) -> Interpreter {
        var session = Session(corpus)
        session.today = options.today ?? Terminal.today
        session.defaultLimit = options.limit
        session.defaultSeed = options.seed ?? 1
        for binding in options.params.joined() { session.parameters[binding.name] = binding.value }
        for binding in options.param { session.parameters[binding.name] = binding.value }
        var interpreter = Interpreter(session, loading: loading, reporter: reporter, output: output)
        interpreter.presentation.requested = options.format.format
        interpreter.presentation.color = options.reporting.color
        interpreter.showsAnswerLine = options.timing
        interpreter.echoes = options.echo
        interpreter.onlyExplains = options.explain
        interpreter.timeout = options.timeout
        interpreter.memory = options.maxMemory
        interpreter.session.budget = interpreter.budget()
        interpreter.isSafe = options.safe
        return interpreter
    }

    private func run(_ text: String, from origin: QueryOrigin, in interpreter: inout Interpreter) throws -> ExitStatus {
        if options.check { return interpreter.check(script: text, from: origin) }
        return try interpreter.run(script: text, from: origin, keepsGoing: options.keepGoing)
    }

    private func openPrompt(_ interpreter: Interpreter) throws -> ExitStatus {
        var interpreter = interpreter
        interpreter.showsAnswerLine = true
        interpreter.presentation.page = 20
        interpreter.isInteractive = true
        let isTerminal = Terminal.isTerminal(0)
        interpreter.history = History(options.noHistory || !isTerminal ? nil : .standard)
        if !options.noInit { try readStartUpFile(into: &interpreter) }
        var shell = Shell(interpreter, editor: Self.editor(isTerminal: isTerminal))
        try shell.run()
        return .success
    }

    private static func editor(isTerminal: Bool) -> any LineEditor {
        #if Readline
            if isTerminal, !Terminal.isDumb { return ReadlineEditor() }
        #endif
        return PlainLineEditor(isTerminal: isTerminal)
    }

    /// Commands and `let`s of the reader's own, `$XDG_CONFIG_HOME/dixit/rc`. A mistake in it is said and passed over.
    private func readStartUpFile(into interpreter: inout Interpreter) throws {
        guard let path = UserFolders.configuration.map({ $0 + "/rc" }) else { return }
        switch TextFile.read(path) {
        case .success(let text): _ = try interpreter.run(script: text, from: .file(path), keepsGoing: true)
        case .failure(.empty), .failure(.notFound): break
        case .failure(let kind): reporter.report(ReadingProblem(kind, at: path))
        }
    }

    /// A closed pipe is no mistake of anybody's; other failures are said.
    private func exitStatus(of problem: OutputProblem, isOpening: Bool = false) -> ExitStatus {
        switch problem {
        case .closedPipe: return .success
        case .interrupted: return .interrupted
        case .failed(let path, let reason):
            reporter.fail(Phrase.cannotWrite(path: path, reason: reason).text(in: reporter.language))
            return isOpening ? .wrongUsage : .stopped
        case .foreignForm(let path):
            reporter.fail(Phrase.foreignForm(path: path).text(in: reporter.language))
            return .wrongUsage
        }
    }
}

extension ExitStatus {
    /// E1–E4 and a missing parameter: the query is wrong. E5: it was stopped.
    init(_ error: DixitError) {
        if Interrupt.isRaised {
            self = .interrupted
        } else if error.code.hasPrefix("E5"), error.code != "E501" {
            self = .stopped
        } else {
            self = .wrongQuery
        }
    }
}
