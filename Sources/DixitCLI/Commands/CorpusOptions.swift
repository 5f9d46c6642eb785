// What a corpus is made of on the command line: documents, a snapshot, or records.

import ArgumentParser
import Dixit
import DixitFormats

/// The arguments that name a corpus, for the commands that make something else of it.
struct CorpusOptions: ParsableArguments {
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

    @Option(help: OptionText.addedDay.help("date"), transform: AskOptions.date)
    var today: CalendarDate?

    @Option(help: OptionText.progress.help("when"))
    var progress = ProgressChoice.auto

    @OptionGroup var reading: CorpusReadingOptions

    /// What is read: documents, records and what else is named.
    var files: [String] { corpus + records.map(\.path) + (schema.map { [$0] } ?? []) + reading.annotations.annotations }

    /// Whether somebody watches who would like to know how far it is.
    var showsProgress: Bool { progress == .auto && Terminal.isTerminal(2) }

    /// - Parameter identities: Who is who in the documents, where these are a part of others.
    func load(
        _ reporter: Reporter, saysSummary: Bool = false, identities: Identities? = nil
    ) throws -> (corpus: Corpus, isWhole: Bool) {
        if records.isEmpty {
            guard schema == nil, rename.isEmpty else { throw wrongUsage(.schemaWithoutRecords, reporter) }
            guard !corpus.isEmpty else { throw wrongUsage(.noCorpus, reporter) }
            var loading = try reading.loading(
                corpus, reporter, today: today ?? Terminal.today, showsProgress: showsProgress, saysSummary: saysSummary
            )
            if let identities {
                loading.identities = identities
                // Which documents are in the whole was decided when they were linked.
                loading.options.keepsDuplicates = true
                if let path = corpus.first(where: SnapshotFile.isSnapshot) {
                    throw wrongUsage(.partOfSnapshot(path), reporter)
                }
            }
            return try loading.load()
        }
        guard identities == nil else { throw wrongUsage(.partOfSnapshot("--records"), reporter) }
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
