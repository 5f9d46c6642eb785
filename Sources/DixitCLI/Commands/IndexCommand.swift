// `dixit index CORPUS… -o FILE.corpus`: reads documents or records once, so that they can be asked at once ever after.

import ArgumentParser
import Dixit
import DixitFormats

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Writes documents and all that is found in them to a snapshot, which opens in milliseconds.",
        discussion: """
            Records that were extracted elsewhere are JSON Lines, one object a row, with the fields of the news (dixit schema) or \
            of a schema of their own: dixit index --records people=people.jsonl statements=statements.jsonl -o news.corpus. \
            Dates are "2016-05-12", relations the id of the other row or a list of ids.
            The file is there whole or not at all; whoever is asking the one it replaces is not disturbed.
            Exit codes: 0 everything is in it; 2 wrong command line, or a file that cannot be written; 4 documents that could \
            not be loaded (the others are in it), or records that are wrong (nothing is written); 130 interrupted.
            """)

    @Argument(help: ArgumentHelp("Files or folders of UTF-8 text.", valueName: "corpus"))
    var corpus: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Sets with the JSON Lines of their rows.", valueName: "set=file.jsonl"))
    var records: [RecordsArgument] = []

    @Option(help: ArgumentHelp("The schema of the records, as dixit schema --json prints it.", valueName: "file.json"))
    var schema: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What fields of the files are called in the schema; without a name they are left out.",
            valueName: "set.field=name"))
    var rename: [RenameArgument] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("The snapshot.", valueName: "file.corpus"))
    var output: String

    @Option(
        help: ArgumentHelp("The day that documents count as added on, such as 2016-05-12.", valueName: "date"),
        transform: AskCommand.date)
    var today: CalendarDate?

    @Option(help: ArgumentHelp("Progress: auto, never.", valueName: "when"))
    var progress = ProgressChoice.auto

    @OptionGroup(title: "Messages")
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let showsProgress = progress == .auto && Terminal.isTerminal(2)
        let (corpus, isWhole) = try load(reporter, showsProgress: showsProgress)
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
        let written: Phrase
        if records.isEmpty {
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

    private func load(_ reporter: Reporter, showsProgress: Bool) throws -> (corpus: Corpus, isWhole: Bool) {
        if records.isEmpty {
            guard schema == nil, rename.isEmpty else { throw wrongUsage(.schemaWithoutRecords, reporter) }
            guard !corpus.isEmpty else { throw wrongUsage(.noCorpus, reporter) }
            let loading = CorpusLoading(
                paths: corpus, reporter: reporter, today: today ?? Terminal.today, showsProgress: showsProgress)
            return try loading.load()
        }
        guard corpus.isEmpty else { throw wrongUsage(.documentsAndRecords, reporter) }
        let loading = RecordsLoading(
            records: records, renames: rename, schemaPath: schema, reporter: reporter, showsProgress: showsProgress)
        return (try loading.load(), true)
    }

    private func wrongUsage(_ phrase: Phrase, _ reporter: Reporter) -> Exit {
        reporter.fail(phrase.text(in: reporter.language))
        return Exit(.wrongUsage)
    }
}
