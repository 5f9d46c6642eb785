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
        do throws(OutputProblem) {
            let target = if let output { try OutputFile(path: output) } else { OutputFile() }
            do throws(OutputProblem) {
                try target.write(page.html)
                try target.commit()
            } catch {
                target.discard()
                throw error
            }
        } catch {
            switch error {
            case .closedPipe: throw Exit(.success)
            case .interrupted: throw Exit(.interrupted)
            case .failed(let path, let reason):
                reporter.fail(Phrase.cannotWrite(path: path, reason: reason).text(in: reporter.language))
                throw Exit(.wrongUsage)
            case .foreignForm(let path):
                reporter.fail(Phrase.foreignForm(path: path).text(in: reporter.language))
                throw Exit(.wrongUsage)
            }
        }
    }
}
