// `dixit index CORPUS… -o FILE.corpus`: reads documents or records once, so that they can be asked at once ever after.

import ArgumentParser
import Dixit
import DixitFormats

struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: OptionText.indexOverview.text, discussion: OptionText.indexDiscussion.text)

    @Argument(help: OptionText.indexCorpus.help("corpus"), completion: .file())
    var corpus: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: OptionText.records.help("set=file.jsonl"))
    var records: [RecordsArgument] = []

    @Option(help: OptionText.recordSchema.help("file.json"), completion: .file())
    var schema: String?

    @Option(
        parsing: .upToNextOption,
        help: OptionText.rename.help("set.field=name"))
    var rename: [RenameArgument] = []

    @Option(name: .shortAndLong, help: OptionText.snapshot.help("file.corpus"), completion: .file())
    var output: String

    @Option(help: OptionText.addedDay.help("date"), transform: AskOptions.date)
    var today: CalendarDate?

    @Option(help: OptionText.progress.help("when"))
    var progress = ProgressChoice.auto

    @OptionGroup(title: OptionText.documents.text)
    var documents: DocumentOptions

    @OptionGroup(title: OptionText.documents.text)
    var duplicates: DuplicateOptions

    @OptionGroup(title: OptionText.messages.text)
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
                paths: corpus, reporter: reporter, today: today ?? Terminal.today, showsProgress: showsProgress,
                options: documents.reading(keepsDuplicates: duplicates.keepDuplicates), saysSummary: true)
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
