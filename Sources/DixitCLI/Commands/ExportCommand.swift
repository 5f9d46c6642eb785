// `dixit export CORPUS… -o news.db`: a corpus as tables, for SQLite and what reads it, or for anything that reads JSON Lines or CSV.

import ArgumentParser
import Dixit
import DixitExport
import DixitFormats

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: OptionText.exportOverview.text, discussion: OptionText.exportDiscussion.text)

    @OptionGroup var source: CorpusOptions

    @Option(name: .shortAndLong, help: OptionText.exportTarget.help("file.db|folder/"), completion: .file())
    var output: String

    @Flag(help: OptionText.replace.help())
    var replace = false

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let isFolder = TableFolder.isFolder(output)
        guard isFolder || DatabaseFile.isDatabase(output) else {
            throw failed(.unknownExport(output), .wrongUsage, reporter)
        }
        let (corpus, isWhole) = try source.load(reporter)
        // From here on there is something to be taken away again.
        Interrupt.useFlag()
        var line = ProgressLine(isShown: source.showsProgress && !reporter.isQuiet, language: reporter.language)
        do throws(ExportProblem) {
            let write = isFolder ? TableFolder.write : DatabaseFile.write
            let show = { line.show(.writingRows(written: $0, all: $1)) }
            try write(corpus, output, replace, { Interrupt.isRaised }, show)
        } catch {
            line.clear()
            throw exit(for: error, reporter)
        }
        line.clear()
        let counts = corpus.statistics.counts.filter { $0.rows > 0 }
        reporter.say(Phrase.exported(output, counts.map { ($0.set, $0.rows) }).text(in: reporter.language))
        throw Exit(isWhole ? .success : .corpusNotLoaded)
    }

    private func exit(for problem: ExportProblem, _ reporter: Reporter) -> Exit {
        switch problem {
        case .interrupted: return Exit(.interrupted)
        case .foreign(let path): return failed(.foreignExport(path: path), .wrongUsage, reporter)
        case .foreignEntry(let folder, let entry):
            return failed(.foreignEntry(folder: folder, entry: entry), .wrongUsage, reporter)
        case .failed(let path, let reason):
            return failed(.cannotWrite(path: path, reason: reason), .wrongUsage, reporter)
        case .corpus(let error):
            reporter.report(error, ofFile: source.corpus.first ?? "")
            return Exit(.corpusNotLoaded)
        }
    }

    private func failed(_ phrase: Phrase, _ status: ExitStatus, _ reporter: Reporter) -> Exit {
        reporter.fail(phrase.text(in: reporter.language))
        return Exit(status)
    }
}
