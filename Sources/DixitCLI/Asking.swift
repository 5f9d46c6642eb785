// One run of `dixit CORPUS…`: loads, then runs scripts or opens the prompt.

import ArgumentParser
import Dixit
import DixitFormats
import DixitSyntax

/// What the options of asking come to.
struct Asking {
    private let corpus: [String]
    private let options: AskOptions
    private let reporter: Reporter
    private var questions: QuestionOptions { options.questions }

    init(_ corpus: [String], _ options: AskOptions) {
        self.corpus = corpus
        self.options = options
        reporter = options.reporting.reporter
    }

    func run() throws {
        try refuseCommands()
        let hasScripts = !questions.command.isEmpty || !questions.file.isEmpty
        let opensPrompt = options.interactive || (!hasScripts && !options.batch && Terminal.isTerminal(0))
        let scripts = try Scripts(questions, readsInput: !opensPrompt, reporter)
        if !opensPrompt { try scripts.refuseUnused(questions.param, reporter) }
        let output = try openOutput()
        var status = ExitStatus.success
        do {
            let loading = try options.reading.loading(
                corpus, reporter, today: questions.day,
                showsProgress: options.progress == .auto && Terminal.isTerminal(2))
            let (loaded, isWhole) = try loading.load()
            Interrupt.useFlag()
            var interpreter = makeInterpreter(loaded, loading, output: output)
            for (source, text) in scripts.texts {
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
            throw Exit(reporter.status(of: problem, isOpening: false))
        } catch {
            output.file.discard()
            throw error
        }
        throw Exit(status)
    }

    /// `dixit -o k.corpus index news/`: a command that does not stand first is no folder of documents.
    private func refuseCommands() throws {
        let names = DixitCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let name = corpus.first(where: names.contains), !OutputFile.exists(name) else { return }
        reporter.fail(Phrase.commandNotFirst(name).text(in: reporter.language))
        throw Exit(.wrongUsage)
    }

    /// Whether all that was asked is in the answers.
    private static func isComplete(_ status: ExitStatus) -> Bool {
        status == .success || status == .foundNothing || status == .corpusNotLoaded
    }

    private func openOutput() throws -> Destination {
        guard let path = options.output else { return Destination(OutputFile()) }
        do throws(OutputProblem) {
            return try Destination(path: path, reading: corpus + questions.file.compactMap(\.path))
        } catch {
            throw Exit(reporter.status(of: error))
        }
    }

    private func makeInterpreter(_ corpus: Corpus, _ loading: CorpusLoading, output: Destination) -> Interpreter {
        var interpreter = Interpreter(questions.session(corpus), loading: loading, reporter: reporter, output: output)
        interpreter.presentation.requested = options.format.format
        interpreter.presentation.color = options.reporting.color
        interpreter.showsAnswerLine = options.timing
        interpreter.echoes = options.echo
        interpreter.onlyExplains = options.explain
        interpreter.timeout = questions.timeout
        interpreter.memory = questions.maxMemory
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
