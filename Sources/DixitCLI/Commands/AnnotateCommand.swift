// `dixit annotate FILE -o out.html`: a document with what was found in it marked, to check by eye.

import ArgumentParser
import Dixit
import DixitExtraction
import DixitFormats

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: OptionText.annotateOverview.text, discussion: OptionText.annotateDiscussion.text)

    @Argument(help: OptionText.annotatedFile.help("file"), completion: .file())
    var file: String

    @Option(name: .shortAndLong, help: OptionText.page.help("file.html"), completion: .file())
    var output: String?

    @Option(help: OptionText.names.help("file"), completion: .file())
    var names: String?

    @OptionGroup(title: OptionText.documents.text)
    var documents: DocumentOptions

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let extractor = Extractor(known: try reporter.names(names, beside: [file]).known)
        let document = try firstDocument(reporter)
        let bytes = Array(document.text.utf8)
        let extracted = extractor.extract(bytes, title: document.title, date: document.date?.partial)
        let page = AnnotatedPage(extracted, of: bytes, path: file, language: reporter.language)
        try reporter.write(to: output, reading: [file]) { (target) throws(OutputProblem) in try target.write(page.html)
        }
    }

    private func firstDocument(_ reporter: Reporter) throws -> Document {
        var stream = DocumentStream(at: [file], options: documents.reading(keepsDuplicates: true))
        while let batch = stream.next(upTo: 1) {
            for problem in batch.problems { reporter.report(problem) }
            guard let document = batch.documents.first else { continue }
            if batch.documents.count > 1 || stream.next(upTo: 1)?.documents.isEmpty == false {
                reporter.say(Phrase.onlyFirstDocument(document.id).text(in: reporter.language))
            }
            return document
        }
        throw Exit(.corpusNotLoaded)
    }
}
