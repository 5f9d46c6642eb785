// `dixit extract PATH…`: what is found in documents as JSON Lines, one document at a time.

import ArgumentParser
import Dixit
import DixitExtraction
import DixitFormats

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: OptionText.extractOverview.text)

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

    @Option(name: [.customShort("F"), .long], help: OptionText.extractFormat.help())
    var format: Format = .jsonl

    @Option(help: OptionText.extractRecords.help())
    var records: Records = .statements

    @Option(help: OptionText.names.help("file"), completion: .file())
    var names: String?

    @Option(help: OptionText.threads.help("n"))
    var threads = 2

    @Flag(help: .hidden)
    var phrases = false

    @Argument(help: OptionText.extractPaths.help(), completion: .file())
    var paths: [String]

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        let extractor = Extractor(known: try reporter.names(names, beside: paths).known)
        let list = TextFileList(at: paths)
        for problem in list.problems { reporter.report(problem) }
        let kinds = records.kinds
        let showsPhrases = phrases
        let run = ExtractionRun(threads: threads) { bytes, file in
            if showsPhrases { return Self.phraseLines(bytes) }
            return ExtractedLines(extractor.extract(bytes), of: bytes, path: file.path).utf8(kinds)
        }
        do throws(OutputProblem) {
            let readSomething = try run.write(list.files, to: OutputFile()) { reporter.report($0) }
            if readSomething { return }
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
        throw Exit(.corpusNotLoaded)
    }

    func validate() throws {
        guard (1...64).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 64.") }
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
