// Runs queries and dot commands, and shows what comes out: the part that the prompt and scripts have in common.

import Dixit
import DixitFormats
import DixitSyntax

/// A session with a corpus, and the way its answers are shown.
struct Interpreter {
    var session: Session
    var presentation = Presentation()
    var reporter: Reporter
    /// Where answers go when nothing else is said.
    private let standard: Destination
    /// The file of `.output`, until it is closed.
    var redirection: Destination?
    /// The file of `.once`, for one answer.
    var singleRedirection: Destination?
    /// After each answer a line that says how much and how long: at the prompt, and with `-t`.
    var showsAnswerLine = false
    /// Each query in canonical form before its answer: `--echo`.
    var echoes = false
    /// How each query is read and run, before its answer: `.explain on`.
    var explains = false
    /// Instead of its answer: `--explain`.
    var onlyExplains = false
    /// After an error the corrected query stands on the next prompt.
    var prefills = true
    var timeout: Duration?
    var memory: Int?
    /// Neither files nor programs: `--safe`.
    var isSafe = false
    /// Whether somebody sits at a prompt.
    var isInteractive = false
    var history = History()
    /// What `.load` and `.reload` load with.
    var loading: CorpusLoading
    /// Scripts that read each other, from the outside in.
    var scriptDepth = 0
    /// Where the script that is being run comes from.
    var scriptOrigin = QueryOrigin.prompt
    var tutorialStep = 0

    /// The last query and those it refines, in canonical form, the first one first.
    var chain: [String] = []
    /// The last answer with rows, and which of them were shown.
    private(set) var lastAnswer: Answer?
    private(set) var shownRows = 0..<0
    /// The script of the last answer with the session as it was before, so that `.why` finds what `them` meant.
    private(set) var lastAsked: (session: Session, script: String)?

    init(_ session: Session, loading: CorpusLoading, reporter: Reporter, output: Destination) {
        self.session = session
        self.loading = loading
        self.reporter = reporter
        standard = output
        presentation.language = reporter.language
    }

    var language: Language { reporter.language }

    /// The last query that was answered, in canonical form.
    var lastQuery: String? { chain.last }

    /// Whether the last query found anything.
    var foundSomething: Bool { lastAnswer.map { $0.count > 0 } ?? false }

    /// Where the next answer goes.
    var destination: Destination { singleRedirection ?? redirection ?? standard }

    /// Where commands show what they show: a file of `.once` waits for an answer.
    var textDestination: Destination { redirection ?? standard }

    /// The columns of a screen; nil where there is none.
    var screenWidth: Int? {
        textDestination.isTerminal ? presentation.width(of: textDestination) : presentation.width
    }

    /// Runs statements and shows their answers.
    ///
    /// - Parameter refines: The query changes the one before, to which `.undo` goes back.
    /// - Returns: The error that stopped them, already reported.
    @discardableResult
    mutating func run(
        _ text: String, from origin: QueryOrigin, refines: Bool = false
    ) throws(OutputProblem) -> DixitError? {
        try run(text, at: 0, of: text, from: origin, refines: refines)
    }

    /// Runs a piece of a script; what is wrong with it is shown at its place in the whole.
    @discardableResult
    mutating func run(
        _ text: String, at start: Int, of script: String, from origin: QueryOrigin, refines: Bool = false
    ) throws(OutputProblem) -> DixitError? {
        if onlyExplains { return try explain(text, at: start, of: script, from: origin) }
        var failure: OutputProblem?
        let clock = ContinuousClock()
        var began = clock.now
        let before = session
        let progress = QueryProgress(isShown: loading.showsProgress && !reporter.isQuiet, language: language)
        var session = session
        session.budget = budget(progress)
        defer {
            progress.clear()
            self.session = session
            self.session.budget = budget()
        }
        do throws(DixitError) {
            try session.run(Query(text: text)) { answer in
                progress.clear()
                guard failure == nil else { return }
                if answer.hasRows { lastAsked = (before, text) }
                let time = clock.now - began
                do throws(OutputProblem) {
                    if explains, answer.hasRows { sayHowItIsRead(answer, in: before) }
                    try show(answer, time: time, from: origin, refines: refines)
                } catch {
                    failure = error
                }
                began = clock.now
            }
        } catch {
            progress.clear()
            if let failure { throw failure }
            for problem in error.problems { reporter.report(problem.moved(by: start, in: script), from: origin) }
            return error
        }
        if let failure { throw failure }
        return nil
    }

    /// What a question may cost, and who stops it.
    func budget(_ progress: QueryProgress? = nil) -> Budget {
        Budget(
            time: timeout, memory: memory,
            isCancelled: {
                progress?.tick()
                return Interrupt.isRaised
            })
    }

    /// `--explain`: says of each query how it is read and run. Definitions are kept, and so is what `them` means.
    private mutating func explain(
        _ text: String, at start: Int, of script: String, from origin: QueryOrigin
    ) throws(OutputProblem) -> DixitError? {
        var shown: [Answer] = []
        var failure: DixitError?
        do throws(DixitError) {
            let problems = session.problems(in: Query(text: text)).filter { $0.code.hasPrefix("E") }
            if !problems.isEmpty { throw DixitError(problems) }
            for statement in Parser.parse(text).script.statements {
                let canonical = Formatter.text(of: statement)
                if case .query = statement.kind {
                    var explaining = session
                    shown += try explaining.run(Query(text: "explain " + canonical))
                    try session.run(Query(text: canonical))
                } else {
                    shown += try session.run(Query(text: canonical))
                }
            }
        } catch {
            for problem in error.problems { reporter.report(problem.moved(by: start, in: script), from: origin) }
            failure = error
        }
        for answer in shown { try write(answer, rows: nil) }
        return failure
    }

    /// `.explain on`: beside the answer, so not among the data.
    private func sayHowItIsRead(_ answer: Answer, in session: Session) {
        var session = session
        guard let explained = try? session.run(Query(text: "explain " + answer.query)).last,
            let text = explained.explanation?[language]
        else { return }
        for line in text.split(separator: "\n") { reporter.say(DisplayText.printable(String(line))) }
    }

    private mutating func show(
        _ answer: Answer, time: Duration, from origin: QueryOrigin, refines: Bool
    ) throws(OutputProblem) {
        if echoes { reporter.say(answer.query) }
        if answer.kind != .definition { chain = (refines ? chain : []) + [answer.query] }
        if answer.hasRows {
            lastAnswer = answer
            let page = isPaged(destination) ? presentation.page : nil
            try show(rows: 0..<min(page ?? .max, answer.rows.count))
        } else {
            try write(answer, rows: nil)
        }
        if showsAnswerLine {
            let line = AnswerLine(answer: answer, schema: session.corpus.schema, time: time, language: language)
            if let text = line.text { reporter.say(text) }
        }
        for note in answer.notes { reporter.note(note, from: origin) }
        try endSingleRedirection()
    }

    /// A file gets everything; so does a pipe.
    private func isPaged(_ destination: Destination) -> Bool {
        presentation.page != nil && destination.isStandardOutput && isInteractive
    }

    /// Shows some rows of the last answer, and says that there are more.
    mutating func show(rows: Range<Int>) throws(OutputProblem) {
        guard let answer = lastAnswer else { return }
        shownRows = rows
        let isPaged = isPaged(destination)
        try write(answer, rows: isPaged ? rows : nil)
        if isPaged, rows.count < answer.rows.count, !presentation.showsAll(answer, to: destination) {
            let counts = Phrase.page(shown: rows, of: answer.rows.count)
            reporter.say(counts.text(in: language))
        }
    }

    private func write(_ answer: Answer, rows: Range<Int>?) throws(OutputProblem) {
        let destination = destination
        var writer = presentation.writer(for: answer, rows: rows, to: destination)
        // At the prompt there are other lines between answers.
        if isInteractive, destination.isStandardOutput { writer.isFirst = true }
        try write(to: destination) { (sink) throws(OutputProblem) in try writer.write(answer, to: sink) }
    }

    /// Text that a command shows.
    func write(_ text: String) throws(OutputProblem) {
        try write(to: textDestination) { (sink) throws(OutputProblem) in try sink(Array(text.utf8)[...]) }
    }

    /// What is long goes through a pager, where somebody sits at a prompt; to leave it early is no mistake.
    private func write(
        to destination: Destination,
        _ body: ((ArraySlice<UInt8>) throws(OutputProblem) -> Void) throws(OutputProblem) -> Void
    ) throws(OutputProblem) {
        guard isInteractive, destination.isTerminal else {
            return try body { (bytes) throws(OutputProblem) in try destination.file.write(bytes) }
        }
        let pager = Pager(presentation.pager, on: destination.file)
        do throws(OutputProblem) {
            try body { (bytes) throws(OutputProblem) in try pager.write(bytes) }
        } catch {
            guard error == .closedPipe else {
                try pager.finish()
                throw error
            }
        }
        try pager.finish()
    }
}

extension Answer {
    /// Rows, groups, or a number: what `.next`, `.row` and `.why` are about.
    var hasRows: Bool { kind == .rows || kind == .groups || kind == .count }
}

// MARK: - Files of answers

extension Interpreter {
    /// The answer of `.once` is written: the file takes its place.
    private mutating func endSingleRedirection() throws(OutputProblem) {
        guard let single = singleRedirection else { return }
        singleRedirection = nil
        try commit(single)
    }

    /// Puts a file of answers in its place; one that cannot be written is said, and no reason to leave.
    func commit(_ destination: Destination) throws(OutputProblem) {
        do throws(OutputProblem) {
            try destination.file.commit()
        } catch .failed(let path, let reason) where isInteractive {
            reporter.fail(Phrase.cannotWrite(path: path, reason: reason).text(in: language))
        }
    }

    /// At the end: files of `.output` and `.once` that are still open are complete as they are, or are no use.
    mutating func close(keepingFiles: Bool) throws(OutputProblem) {
        for destination in [singleRedirection, redirection].compactMap({ $0 }) {
            if keepingFiles { try commit(destination) } else { destination.file.discard() }
        }
        (singleRedirection, redirection) = (nil, nil)
    }
}
