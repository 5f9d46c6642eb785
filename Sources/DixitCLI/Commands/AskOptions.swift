// The options of asking, apart from what is asked: completion scripts need them so.

import ArgumentParser
import Dixit
import DixitFormats

struct AskOptions: ParsableArguments {
    @OptionGroup var questions: QuestionOptions

    @Option(
        name: [.customShort("F", allowingJoined: true), .long], help: OptionText.format.help("format"),
        completion: .list(FormatChoice.allValueStrings))
    var format = FormatChoice.auto

    @Option(name: .shortAndLong, help: OptionText.output.help("file"), completion: .file())
    var output: String?

    @Flag(name: [.customShort("e"), .long], help: OptionText.exitStatus.help())
    var exitStatus = false

    @Flag(name: .shortAndLong, help: OptionText.keepGoing.help())
    var keepGoing = false

    @Flag(help: .hidden)
    var bail = false

    @Flag(help: OptionText.explain.help())
    var explain = false

    @Flag(help: OptionText.check.help())
    var check = false

    @Flag(help: OptionText.safe.help())
    var safe = false

    @Flag(name: .shortAndLong, help: OptionText.timing.help())
    var timing = false

    @Flag(help: OptionText.echo.help())
    var echo = false

    @Flag(name: [.customShort("n"), .long], help: OptionText.noInit.help())
    var noInit = false

    @Flag(help: OptionText.noHistory.help())
    var noHistory = false

    @Flag(help: OptionText.batch.help())
    var batch = false

    @Flag(help: OptionText.interactive.help())
    var interactive = false

    @Option(help: OptionText.progress.help("when"))
    var progress = ProgressChoice.auto

    @Flag(name: [.customShort("V"), .long], help: OptionText.version.help())
    var version = false

    @OptionGroup var reading: CorpusReadingOptions

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func validate() throws {
        if batch, interactive { throw said(.excludeEachOther("--batch", "--interactive")) }
        if keepGoing, bail { throw said(.excludeEachOther("--keep-going", "--bail")) }
        if explain, check { throw said(.excludeEachOther("--explain", "--check")) }
    }

    static func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text), date.day != nil else { throw wrong(text, "--today 2016-05-12") }
        return date
    }

    static func duration(_ text: String) throws -> Duration {
        guard let time = Duration(written: text) else { throw wrong(text, "--timeout 10s, 500ms, 2m") }
        return time
    }

    static func memory(_ text: String) throws -> Int {
        guard let size = ByteCount(written: text) else { throw wrong(text, "--max-memory 2G, 500M") }
        return size.bytes
    }

    static func wrong(_ text: String, _ usage: String) -> ValidationError {
        said(.wrongOption(text, usage: usage))
    }
}

/// A mistake on the command line, in the reader's language.
func said(_ phrase: Phrase) -> ValidationError { ValidationError(phrase.text(in: Terminal.helpLanguage)) }

/// The form of answers as `-F` has it: `auto`, or one of the forms.
struct FormatChoice: ExpressibleByArgument, CustomStringConvertible {
    let format: AnswerFormat?

    static let auto = FormatChoice(format: nil)

    private init(format: AnswerFormat?) { self.format = format }

    init?(rawValue: String) {
        switch rawValue {
        case "auto": format = nil
        case "md": format = .markdown
        case "ndjson": format = .jsonl
        default:
            guard let format = AnswerFormat(rawValue: rawValue) else { return nil }
            self.format = format
        }
    }

    init?(argument: String) { self.init(rawValue: argument) }

    static var allValueStrings: [String] { ["auto"] + AnswerFormat.allCases.map(\.rawValue) }
    var description: String { format?.rawValue ?? "auto" }
    var defaultValueDescription: String { description }
}

enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case never
}
