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

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let extractor = Extractor(known: try reporter.names(names, beside: [file]).known)
        let text: String
        switch TextFile.read(file) {
        case .success(let read): text = read
        case .failure(let kind):
            reporter.report(ReadingProblem(kind, at: file))
            throw Exit(.corpusNotLoaded)
        }
        let bytes = Array(text.utf8)
        let page = AnnotatedPage(extractor.extract(bytes), of: bytes, path: file, language: reporter.language)
        try reporter.write(to: output) { (target) throws(OutputProblem) in try target.write(page.html) }
    }
}
