// `dixit index CORPUS… -o FILE.corpus`: reads documents or records once, so that they can be asked at once ever after.

import ArgumentParser
import Dixit
import DixitFormats

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: OptionText.indexOverview.text, discussion: OptionText.indexDiscussion.text)

    @OptionGroup var source: CorpusOptions

    @Option(name: .shortAndLong, help: OptionText.snapshot.help("file.corpus"), completion: .file())
    var output: String

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        if OutputFile.isRead(output, among: source.files) {
            reporter.fail(Phrase.wouldReplace(path: output).text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
        let (corpus, isWhole) = try source.load(reporter, saysSummary: true)
        // From here on there is a file to be taken away again.
        Interrupt.useFlag()
        var line = ProgressLine(isShown: source.showsProgress && !reporter.isQuiet, language: reporter.language)
        var bytes = 0
        do throws(DixitError) {
            try SnapshotFile.write(
                corpus, to: output, isCancelled: { Interrupt.isRaised },
                progress: { written, all in
                    bytes = all
                    line.show(.writing(written: written, all: all))
                })
        } catch {
            line.clear()
            if Interrupt.isRaised { throw Exit(.interrupted) }
            reporter.report(error, ofFile: output)
            throw Exit(.wrongUsage)
        }
        line.clear()
        let written: Phrase
        if source.records.isEmpty {
            written = .snapshotWritten(
                output, documents: corpus.count(of: "documents"), statements: corpus.count(of: "statements"),
                bytes: bytes)
        } else {
            let counts = corpus.statistics.counts.filter { $0.rows > 0 }
            written = .recordsWritten(output, counts.map { ($0.set, $0.rows) }, bytes: bytes)
        }
        reporter.say(written.text(in: reporter.language))
        throw Exit(isWhole ? .success : .corpusNotLoaded)
    }
}
