// `dixit index CORPUS… -o FILE.corpus`: reads documents once, so that they can be asked at once ever after.

import ArgumentParser
import Dixit
import DixitFormats

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Writes documents and all that is found in them to a snapshot, which opens in milliseconds.",
        discussion: """
            The file is there whole or not at all; whoever is asking the one it replaces is not disturbed.
            Exit codes: 0 everything is in it; 2 wrong command line, or a file that cannot be written; 4 documents that could \
            not be loaded (the others are in it); 130 interrupted.
            """)

    @Argument(help: ArgumentHelp("Files or folders of UTF-8 text.", valueName: "corpus"))
    var corpus: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The snapshot.", valueName: "file.corpus"))
    var output: String

    @Option(
        help: ArgumentHelp("The day that documents count as added on, such as 2016-05-12.", valueName: "date"),
        transform: AskOptions.date)
    var today: CalendarDate?

    @Option(help: ArgumentHelp("Progress: auto, never.", valueName: "when"))
    var progress = ProgressChoice.auto

    @OptionGroup(title: "Messages")
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let showsProgress = progress == .auto && Terminal.isTerminal(2)
        let loading = CorpusLoading(
            paths: corpus, reporter: reporter, today: today ?? Terminal.today, showsProgress: showsProgress)
        let (corpus, isWhole) = try loading.load()
        // From here on there is a file to be taken away again.
        Interrupt.useFlag()
        var line = ProgressLine(isShown: showsProgress && !reporter.isQuiet, language: reporter.language)
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
        let written = Phrase.snapshotWritten(
            output, documents: corpus.count(of: "documents"), statements: corpus.count(of: "statements"), bytes: bytes)
        reporter.say(written.text(in: reporter.language))
        throw Exit(isWhole ? .success : .corpusNotLoaded)
    }
}
