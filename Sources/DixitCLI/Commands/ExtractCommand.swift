// `dixit extract PATH…`: what is found in documents as JSON Lines, one document at a time.

import ArgumentParser
import Dixit
import DixitExtraction
import DixitFormats

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: OptionText.extractOverview.text, discussion: OptionText.extractDiscussion.text)

    /// `--records statements`, `--records people`, `--records all`
    enum Records: String, ExpressibleByArgument, CaseIterable {
        case statements, people, organisations, places, sources, events, agreements, documents, all, evidence

        var kinds: Set<RecordKind> {
            self == .all ? RecordKind.all : RecordKind(rawValue: rawValue).map { [$0] } ?? []
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
        /// A page of JSON-LD for each document.
        case webannotation
        /// A text and a file `.ann` for each document.
        case brat
    }

    @Option(name: [.customShort("F"), .long], help: OptionText.extractFormat.help())
    var format: Format = .jsonl

    @Option(help: OptionText.extractRecords.help())
    var records: [Records] = [.statements]

    @Option(help: OptionText.names.help("file"), completion: .file())
    var names: String?

    @Option(help: OptionText.threads.help("n"))
    var threads = 2

    @Option(name: .shortAndLong, help: OptionText.extractTarget.help("path"), completion: .file())
    var output: String?

    @Option(help: OptionText.progress.help("when"))
    var progress = ProgressChoice.auto

    @Flag(help: .hidden)
    var phrases = false

    @Argument(help: OptionText.extractPaths.help(), completion: .file())
    var paths: [String] = []

    @OptionGroup(title: OptionText.documents.text)
    var documents: DocumentOptions

    @OptionGroup(title: OptionText.documents.text)
    var annotationOptions: AnnotationOptions

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        if paths.isEmpty, Terminal.isTerminal(0) {
            reporter.fail(Phrase.noCorpus.text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
        let paths = paths.isEmpty ? [DocumentStream.standardInput] : paths
        let annotations = try annotationOptions.read(reporter)
        let reader = DocumentReader(names: try reporter.names(names, beside: paths), with: annotations)
        let folder = format == .brat ? try AnnotationFolder(output, reporter) : nil
        let run = ExtractionRun(threads: threads, append: writer(reader, folder))
        // What is found in a document depends on nothing but the document, so that parts of a corpus give parts of the output.
        var stream = DocumentStream(at: paths, options: documents.reading(keepsDuplicates: true))
        var report = ReadingReport(reporter)
        // Where the data goes to the terminal too, it would be in the midst of them.
        let isWatched = progress == .auto && Terminal.isTerminal(2) && (output != nil || !Terminal.isTerminal(1))
        var line = ReadingProgress(isShown: isWatched, reporter)
        defer { line.clear() }
        try reporter.write(to: folder == nil ? output : nil, reading: paths) { (target) throws(OutputProblem) in
            try run.write(&stream, to: target) { batch, stream in
                if !batch.problems.isEmpty { line.clear() }
                for problem in batch.problems { report.add(problem) }
                line.show(stream)
            }
            if let problem = folder?.problem { throw problem }
        }
        line.clear()
        report.finish(stream.summary, always: false)
        // A part of a corpus may be empty, or have a bad line: neither is a reason to throw away what was found.
        let summary = stream.summary
        let isAnnotated = annotations?.finish(reporter) ?? true
        throw Exit(summary.endedEarly || summary.unreadFiles > 0 || !isAnnotated ? .corpusNotLoaded : .success)
    }

    func validate() throws {
        guard (1...64).contains(threads) else {
            throw said(.wrongOption("--threads \(threads)", usage: "--threads 1 … 64"))
        }
    }

    /// What is written of one document.
    private func writer(
        _ reader: DocumentReader, _ folder: AnnotationFolder?
    ) -> @Sendable (Document, String, inout LineBuffer) -> Void {
        let (format, showsPhrases) = (format, phrases)
        let kinds = records.reduce(into: Set()) { $0.formUnion($1.kinds) }
        return { document, name, buffer in
            let bytes = Array(document.text.utf8)
            if showsPhrases { return buffer.append(contentsOf: Self.phraseLines(bytes)) }
            let extracted = reader.read(document, bytes).extracted
            switch format {
            case .jsonl: ExtractedLines(extracted, of: bytes, path: name, given: document).write(kinds, to: &buffer)
            case .webannotation:
                buffer.append(contentsOf: AnnotationForm.webAnnotations(extracted, of: bytes, document: name))
            case .brat: folder?.write(document.text, AnnotationForm.brat(extracted, of: bytes), as: document.id)
            }
        }
    }

    /// The phrases of each sentence: what the rules see, for those who extend them.
    private static func phraseLines(_ bytes: [UInt8]) -> [UInt8] {
        let annotated = AnnotatedText(TokenisedText(bytes))
        let lines = annotated.sentenceChunks.indices.map { sentence in
            "— \(sentence)\n" + annotated.chunkLines(ofSentence: sentence).map { "  \($0)\n" }.joined()
        }
        return Array(lines.joined().utf8)
    }
}
