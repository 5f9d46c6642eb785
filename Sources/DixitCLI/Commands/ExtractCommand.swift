// `dixit extract PATH…`: what is found in documents as JSON Lines, one document at a time.

import ArgumentParser
import Dixit
import DixitExtraction
import DixitFormats

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Prints what is found in text files, one JSON object a line: statements, or what --records says.")

    /// `--records statements`, `--records people`, `--records all`
    enum Records: String, ExpressibleByArgument, CaseIterable {
        case statements, people, organisations, places, sources, events, agreements, documents, all

        var kinds: Set<RecordKind> {
            self == .all ? Set(RecordKind.allCases) : RecordKind(rawValue: rawValue).map { [$0] } ?? []
        }
    }

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    @Option(name: [.customShort("F"), .long], help: "The format of the output.")
    var format: Format = .jsonl

    @Option(help: "What to print; sources are groups, texts and sources without a name.")
    var records: Records = .statements

    @Option(help: ArgumentHelp("Names that you know, instead of dixit.names beside the texts.", valueName: "file"))
    var names: String?

    @Flag(help: .hidden)
    var phrases = false

    @Argument(help: "Text files in UTF-8, or folders of them.")
    var paths: [String]

    @OptionGroup(title: "Messages")
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let extractor = Extractor(known: try reporter.names(names, beside: paths).known)
        let output = OutputFile()
        let list = TextFileList(at: paths)
        for problem in list.problems { reporter.report(problem) }
        var readSomething = false
        for file in list.files {
            switch TextFile.read(file.path) {
            case .success(let text):
                readSomething = true
                let bytes = Array(text.utf8)
                let lines = phrases ? phraseLines(bytes) : statementLines(bytes, file, extractor)
                do throws(OutputProblem) {
                    try output.write(lines)
                } catch {
                    throw Exit(error == .closedPipe ? .success : .stopped)
                }
            case .failure(let kind):
                reporter.report(ReadingProblem(kind, at: file.path))
            }
        }
        if !readSomething { throw Exit(.corpusNotLoaded) }
    }

    private func statementLines(_ bytes: [UInt8], _ file: TextFileList.File, _ extractor: Extractor) -> String {
        let lines = ExtractedLines(extractor.extract(bytes), of: bytes, path: file.path)
        return String(decoding: lines.utf8(records.kinds), as: UTF8.self)
    }

    /// The phrases of each sentence: what the rules see, for those who extend them.
    private func phraseLines(_ bytes: [UInt8]) -> String {
        let annotated = AnnotatedText(TokenisedText(bytes))
        return annotated.sentenceChunks.indices.map { sentence in
            "— \(sentence)\n" + annotated.chunkLines(ofSentence: sentence).map { "  \($0)\n" }.joined()
        }.joined()
    }
}
