// Runs queries and dot commands, and shows what comes out: the part that the prompt and scripts have in common.

import Dixit
import DixitFormats

/// A session with a corpus, and the way its answers are shown.
struct Interpreter {
    var session: Session
    var presentation: Presentation
    var reporter: Reporter
    let output: OutputFile
    /// After each answer a line that says how much and how long: at the prompt, and with `-t`.
    var showsAnswerLine = false
    /// Each query in canonical form before its answer: `--echo`.
    var echoes = false

    /// The last query that was answered, in canonical form.
    private(set) var lastQuery: String?
    /// The last answer with rows, and which of them were shown.
    private(set) var lastAnswer: Answer?
    private(set) var shownRows = 0..<0
    /// The script of the last answer with the session as it was before, so that `.why` finds what `them` meant.
    private(set) var lastAsked: (session: Session, script: String)?

    init(_ session: Session, presentation: Presentation, reporter: Reporter, output: OutputFile) {
        self.session = session
        self.presentation = presentation
        self.reporter = reporter
        self.output = output
    }

    /// Whether the last query found anything.
    var foundSomething: Bool { lastAnswer.map { $0.count > 0 } ?? false }

    /// Runs statements and shows their answers.
    ///
    /// - Returns: The error that stopped them, already reported.
    @discardableResult
    mutating func run(_ text: String, from origin: QueryOrigin) throws(OutputProblem) -> DixitError? {
        try run(text, at: 0, of: text, from: origin)
    }

    /// Runs a piece of a script; what is wrong with it is shown at its place in the whole.
    @discardableResult
    mutating func run(
        _ text: String, at start: Int, of script: String, from origin: QueryOrigin
    ) throws(OutputProblem) -> DixitError? {
        var failure: OutputProblem?
        let clock = ContinuousClock()
        var began = clock.now
        // The closure cannot change the session it runs in, so the answers' state is gathered apart.
        var shown = self
        let before = session
        var hasAnswer = false
        do throws(DixitError) {
            try session.run(Query(text: text)) { answer in
                guard failure == nil else { return }
                hasAnswer = hasAnswer || answer.kind == .rows || answer.kind == .groups || answer.kind == .count
                let time = clock.now - began
                do throws(OutputProblem) {
                    try shown.show(answer, time: time, from: origin)
                } catch {
                    failure = error
                }
                began = clock.now
            }
        } catch {
            take(shown)
            if let failure { throw failure }
            for problem in error.problems { reporter.report(problem.moved(by: start, in: script), from: origin) }
            return error
        }
        take(shown)
        if hasAnswer { lastAsked = (before, text) }
        if let failure { throw failure }
        return nil
    }

    private mutating func take(_ other: Interpreter) {
        lastQuery = other.lastQuery
        lastAnswer = other.lastAnswer
        shownRows = other.shownRows
    }

    private mutating func show(_ answer: Answer, time: Duration, from origin: QueryOrigin) throws(OutputProblem) {
        if echoes { reporter.say(answer.query) }
        if answer.kind != .definition { lastQuery = answer.query }
        if let rendering = presentation.unknownRendering(of: answer) {
            reporter.say(Phrase.unknownRendering(rendering).text(in: reporter.language))
        }
        if answer.kind == .rows || answer.kind == .groups || answer.kind == .count {
            lastAnswer = answer
            try show(rows: 0..<min(presentation.page ?? .max, answer.rows.count))
        } else {
            try write(answer, rows: nil)
        }
        if showsAnswerLine {
            let line = AnswerLine(
                answer: answer, schema: session.corpus.schema, time: time, language: reporter.language)
            if let text = line.text { reporter.say(text) }
        }
        for note in answer.notes { reporter.note(note, from: origin) }
    }

    /// Shows some rows of the last answer, and says that there are more.
    mutating func show(rows: Range<Int>) throws(OutputProblem) {
        guard let answer = lastAnswer else { return }
        shownRows = rows
        try write(answer, rows: presentation.page == nil ? nil : rows)
        if presentation.page != nil, rows.count < answer.rows.count {
            let counts = Phrase.page(shown: rows, of: answer.rows.count)
            reporter.say(counts.text(in: reporter.language))
        }
    }

    private func write(_ answer: Answer, rows: Range<Int>?) throws(OutputProblem) {
        let writer = presentation.writer(for: answer, rows: rows)
        try writer.write(answer) { (bytes) throws(OutputProblem) in try output.write(bytes) }
    }
}
