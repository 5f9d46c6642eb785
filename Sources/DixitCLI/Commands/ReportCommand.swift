// `dixit report CORPUS… -f review.dixit -o report.html`: answers as a page to look at and to pass on.

import ArgumentParser
import Dixit
import DixitFormats
import DixitSyntax

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: OptionText.reportOverview.text, discussion: OptionText.reportDiscussion.text)

    @Argument(help: OptionText.corpus.help("corpus"), completion: .file())
    var corpus: [String]

    @OptionGroup var questions: QuestionOptions

    @Option(name: .shortAndLong, help: OptionText.page.help("file.html"), completion: .file())
    var output: String?

    @Option(help: OptionText.reportTitle.help("title"))
    var title: String?

    @Option(help: OptionText.reportRows.help("n"))
    var rows = 1_000

    @Option(help: OptionText.progress.help("when"))
    var progress = ProgressChoice.auto

    @OptionGroup var reading: CorpusReadingOptions

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func validate() throws {
        if rows < 1 { throw AskOptions.wrong("\(rows)", "--rows 1000") }
    }

    func run() throws {
        let reporter = reporting.reporter
        let scripts = try Scripts(questions, readsInput: true, reporter)
        try scripts.refuseUnused(questions.param, reporter)
        let loading = try reading.loading(
            corpus, reporter, today: questions.day, showsProgress: progress == .auto && Terminal.isTerminal(2))
        let (corpus, isWhole) = try loading.load()
        // From here on there is a file to be taken away again.
        Interrupt.useFlag()
        var report = Report(heading(of: scripts), of: corpus, language: reporter.language)
        report.date = questions.day
        report.mostRows = rows
        report.script = asked(scripts)
        var session = questions.session(corpus)
        session.budget = Budget(
            time: questions.timeout, memory: questions.maxMemory, isCancelled: { Interrupt.isRaised })
        for (source, text) in scripts.texts { try add(text, from: source.origin, &session, to: &report, reporter) }
        try reporter.write(to: output, reading: loading.paths + questions.file.compactMap(\.path)) {
            (target) throws(OutputProblem) in
            try report.write { (bytes) throws(OutputProblem) in try target.write(bytes) }
        }
        throw Exit(isWhole ? .success : .corpusNotLoaded)
    }

    /// Runs a script; its commands, which are about a screen, are passed over and said to be.
    private func add(
        _ script: String, from origin: QueryOrigin, _ session: inout Session, to report: inout Report,
        _ reporter: Reporter
    ) throws {
        let pieces = ScriptPieces(script)
        for case .command(let line) in pieces.pieces() {
            reporter.say(Phrase.passedOver(DisplayText.printable(line)).text(in: reporter.language))
        }
        let text = pieces.withoutCommands
        let tree = Parser.parse(text).script
        var statements = tree.statements[...]
        var answers: [(answer: Answer, remark: StatementRemark)] = []
        do throws(DixitError) {
            try session.run(Query(text: text)) { answer in
                guard let statement = statements.popFirst() else { return }
                answers.append((answer, StatementRemark(above: statement, in: tree, of: text)))
            }
        } catch {
            for problem in error.problems { reporter.report(problem.of(script), from: origin) }
            throw Exit(ExitStatus(error))
        }
        for (answer, remark) in answers { report.add(answer, heading: remark.heading, text: remark.text) }
    }

    /// The scripts, and the values that the command line gives to their parameters.
    private func asked(_ scripts: Scripts) -> String {
        let values = (questions.params.joined() + questions.param).map { binding in
            // A value reads as it would be written in the query.
            "# $\(binding.name) = \("\(binding.value)" as Query)\n"
        }
        let texts = scripts.texts.map { $0.text.hasSuffix("\n") ? $0.text : $0.text + "\n" }
        return values.joined() + texts.joined(separator: "\n")
    }

    /// What `--title` says, or the name of the first script: `press-review`.
    private func heading(of scripts: Scripts) -> String {
        if let title { return title }
        let files = scripts.texts.compactMap { $0.source.origin.file }.filter { $0 != "stdin" }
        guard let name = files.first?.split(separator: "/").last.map(String.init) else { return "Dixit" }
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
