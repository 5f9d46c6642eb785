// `dixit export CORPUS… -o news.db`: a corpus as tables, for SQLite and what reads it, or for anything that reads JSON Lines or CSV.

import ArgumentParser
import Dixit
import DixitExport
import DixitFormats
import DixitSQL

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: OptionText.exportOverview.text, discussion: OptionText.exportDiscussion.text)

    @OptionGroup var source: CorpusOptions

    @Option(name: .shortAndLong, help: OptionText.exportTarget.help("file.db|folder/"), completion: .file())
    var output: String

    @Flag(help: OptionText.replace.help())
    var replace = false

    @Option(
        parsing: .upToNextOption, help: OptionText.identities.help("identities.jsonl"), completion: .file())
    var identities: [String] = []

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let isFolder = TableFolder.isFolder(output)
        guard isFolder || DatabaseFile.isDatabase(output) else {
            throw failed(.unknownExport(output), .wrongUsage, reporter)
        }
        guard isFolder || identities.isEmpty else { throw failed(.partWantsFolder, .wrongUsage, reporter) }
        let given = try identities.isEmpty ? nil : readIdentities(reporter)
        let (corpus, isWhole) = try source.load(reporter, identities: given)
        try refuse(given?.problems ?? [], reporter)
        // From here on there is something to be taken away again.
        Interrupt.useFlag()
        var line = ProgressLine(isShown: source.showsProgress && !reporter.isQuiet, language: reporter.language)
        do throws(ExportProblem) {
            let show = { line.show(.writingRows(written: $0, all: $1)) }
            if isFolder {
                var contents = TableFolder.Contents()
                if let given {
                    contents.part = .documents
                    contents.numberOfDocument = given.number(ofDocument:)
                }
                try TableFolder.write(
                    corpus, contents, to: output, replaces: replace, isCancelled: { Interrupt.isRaised }, progress: show
                )
            } else {
                try DatabaseFile.write(
                    corpus, to: output, replaces: replace, isCancelled: { Interrupt.isRaised }, progress: show)
            }
        } catch {
            line.clear()
            throw Exit(for: error, of: source.corpus.first ?? "", reporter)
        }
        line.clear()
        let counts = corpus.statistics.counts.filter { $0.rows > 0 }
        reporter.say(Phrase.exported(output, counts.map { ($0.set, $0.rows) }).text(in: reporter.language))
        throw Exit(isWhole ? .success : .corpusNotLoaded)
    }

    private func readIdentities(_ reporter: Reporter) throws -> Identities {
        do throws(RecordProblem) {
            return try Identities(at: identities)
        } catch {
            reporter.report(error)
            throw Exit(.corpusNotLoaded)
        }
    }

    /// A part in which somebody is not who they are in the others is not written.
    private func refuse(_ problems: [RecordProblem], _ reporter: Reporter) throws {
        if problems.isEmpty { return }
        var counts = ProblemCounts()
        for problem in problems where counts.add(problem.code) { reporter.report(problem) }
        counts.reportRest(to: reporter)
        throw Exit(.corpusNotLoaded)
    }

    private func failed(_ phrase: Phrase, _ status: ExitStatus, _ reporter: Reporter) -> Exit {
        reporter.fail(phrase.text(in: reporter.language))
        return Exit(status)
    }
}
