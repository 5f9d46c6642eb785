// One run of `dixit CORPUS…`: loads, then runs scripts or opens the prompt.

import Dixit
import DixitFormats

/// What `AskCommand`'s options come to.
struct Asking {
    private let options: AskCommand
    private let reporter: Reporter

    init(_ options: AskCommand) {
        self.options = options
        reporter = options.reporting.reporter
    }

    func run() throws {
        let scripts = (options.command + options.file).sorted { $0.place < $1.place }
        let opensPrompt =
            options.interactive || (scripts.isEmpty && !options.batch && Terminal.isTerminal(0))
        let texts = try read(scripts.isEmpty && !opensPrompt ? [.standardInput] : scripts)
        let output = try openOutput()
        var status = ExitStatus.success
        do {
            let loading = CorpusLoading(
                paths: options.corpus, reporter: reporter, today: options.today ?? Terminal.today,
                showsProgress: options.progress == .auto && Terminal.isTerminal(2))
            let (corpus, isWhole) = try loading.load()
            Interrupt.useFlag()
            var interpreter = makeInterpreter(corpus, output: output)
            for (source, text) in texts {
                status = max(status, try run(text, from: source.origin, in: &interpreter))
                if status != .success, !options.keepGoing || status == .interrupted { break }
            }
            if opensPrompt, status == .success || options.keepGoing {
                status = try openPrompt(interpreter)
            } else {
                if status == .success, options.exitStatus, !interpreter.foundSomething { status = .foundNothing }
                if !isWhole, status < .corpusNotLoaded { status = .corpusNotLoaded }
            }
            try output.commit()
        } catch let problem as OutputProblem {
            output.discard()
            throw Exit(exitStatus(of: problem))
        } catch {
            output.discard()
            throw error
        }
        throw Exit(status)
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

    private func openOutput() throws -> OutputFile {
        guard let path = options.output else { return OutputFile() }
        do throws(OutputProblem) {
            return try OutputFile(path: path)
        } catch {
            throw Exit(exitStatus(of: error, isOpening: true))
        }
    }

    private func makeInterpreter(_ corpus: Corpus, output: OutputFile) -> Interpreter {
        var session = Session(corpus)
        session.today = options.today ?? Terminal.today
        session.defaultLimit = options.limit
        session.budget = Budget(time: options.timeout, memory: options.maxMemory, isCancelled: { Interrupt.isRaised })
        for binding in options.param { session.parameters[binding.name] = binding.value }
        var presentation = Presentation()
        presentation.isTerminal = options.output == nil && Terminal.isTerminal(1)
        presentation.requested = options.format.format
        presentation.standard =
            options.output.flatMap(AnswerFormat.init(path:)) ?? (presentation.isTerminal ? .table : .csv)
        presentation.isColoured = options.output == nil && options.reporting.color.isOn(for: 1)
        presentation.language = reporter.language
        var interpreter = Interpreter(session, presentation: presentation, reporter: reporter, output: output)
        interpreter.showsAnswerLine = options.timing
        interpreter.echoes = options.echo
        return interpreter
    }

    /// Runs one script up to its first error, or, with `-k`, to its end.
    private func run(_ script: String, from origin: QueryOrigin, in interpreter: inout Interpreter) throws -> ExitStatus
    {
        var status = ExitStatus.success
        for piece in ScriptPieces(script).pieces(statementByStatement: options.keepGoing) {
            switch piece {
            case .statements(let text, let start):
                if let error = try interpreter.run(text, at: start, of: script, from: origin) {
                    status = max(status, ExitStatus(error))
                }
            case .command(let line):
                switch try interpreter.run(command: line) {
                case .done: break
                case .quit: return status
                case .failed: status = max(status, .wrongQuery)
                }
            }
            if status == .interrupted || (status != .success && !options.keepGoing) { break }
        }
        return status
    }

    private func openPrompt(_ interpreter: Interpreter) throws -> ExitStatus {
        var interpreter = interpreter
        interpreter.showsAnswerLine = true
        interpreter.presentation.page = 20
        let isTerminal = Terminal.isTerminal(0)
        let editor: any LineEditor = isTerminal ? ReadlineEditor() : PlainLineEditor()
        let history = options.noHistory || !isTerminal ? nil : HistoryFile.standard
        var shell = Shell(interpreter, editor: editor, history: history)
        try shell.run()
        return .success
    }

    /// A closed pipe is no mistake of anybody's; other failures are said.
    private func exitStatus(of problem: OutputProblem, isOpening: Bool = false) -> ExitStatus {
        switch problem {
        case .closedPipe: return .success
        case .interrupted: return .interrupted
        case .failed(let path, let reason):
            reporter.fail(Phrase.cannotWrite(path: path, reason: reason).text(in: reporter.language))
            return isOpening ? .wrongUsage : .stopped
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
