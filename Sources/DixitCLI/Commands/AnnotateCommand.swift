// `dixit annotate FILE -o out.html`: a document with what was found in it marked, to check by eye.

import ArgumentParser
import Dixit
import DixitExtraction
import DixitFormats

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Writes a document as a web page with its statements, speakers and people marked.",
        discussion: """
            The page needs nothing beside itself. Its words are in the language of --lang.
            Exit codes: 0 written; 2 wrong command line, or a page that cannot be written; 4 the document could not be read.
            """)

    @Argument(help: ArgumentHelp("A text file in UTF-8.", valueName: "file"))
    var file: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The page; by default standard output.", valueName: "file.html"))
    var output: String?

    @Option(help: ArgumentHelp("Names that you know, instead of dixit.names beside the text.", valueName: "file"))
    var names: String?

    @OptionGroup(title: "Messages")
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
            }
        }
    }
}
