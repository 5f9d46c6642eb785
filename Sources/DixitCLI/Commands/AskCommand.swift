// `dixit CORPUS… [-c QUERY]…`: asks documents, at a prompt or from scripts.

import ArgumentParser
import Dixit
import DixitFormats

struct AskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Answers questions about who said what in the news.",
        usage: """
            dixit [OPTIONS] CORPUS…                 a prompt, where standard input is a terminal
                   dixit [OPTIONS] CORPUS… -c 'QUERY'      answers and leaves (may be repeated, also -f FILE)
                   dixit index CORPUS… -o FILE.corpus · extract PATH… · check FILE… · fmt FILE… · schema [--json]
            """,
        discussion: """
            CORPUS is files or folders of UTF-8 text (.txt, .text), or one snapshot that `dixit index` made of them.
            Exit codes: 0 everything ran; 1 the last query found nothing (only with -e); 2 wrong command line or script \
            that cannot be read; 3 wrong query; 4 documents that could not be loaded; 5 stopped; 130 interrupted.
            """
    )

    @Argument(help: ArgumentHelp("Files or folders of UTF-8 text, or a snapshot.", valueName: "corpus"))
    var corpus: [String] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Runs a query.", valueName: "query"), transform: ScriptSource.argument)
    var command: [ScriptSource] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Runs a script; - is standard input.", valueName: "file"),
        transform: ScriptSource.file)
    var file: [ScriptSource] = []

    @Option(
        name: [.customShort("F", allowingJoined: true), .long],
        help: ArgumentHelp("The form of answers: auto, table, json, jsonl, csv.", valueName: "format"))
    var format = FormatChoice.auto

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Writes answers to a file, whole or not at all.", valueName: "file"))
    var output: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The value of a parameter; NAME=@FILE is a list, one value a line.", valueName: "name=value"),
        transform: ParameterBinding.init(argument:))
    var param: [ParameterBinding] = []

    @Flag(name: [.customShort("e"), .long], help: "Exit code 1 when the last query found nothing.")
    var exitStatus = false

    @Flag(name: .shortAndLong, help: "Goes on after an error.")
    var keepGoing = false

    @Flag(help: .hidden)
    var bail = false

    @Option(
        help: ArgumentHelp("What `today` means, such as 2016-05-12.", valueName: "date"), transform: Self.date)
    var today: CalendarDate?

    @Option(help: ArgumentHelp("Rows of a query that states no limit.", valueName: "n"))
    var limit: Int?

    @Option(
        help: ArgumentHelp("Stops a query that takes longer: 10s, 500ms, 2m.", valueName: "time"),
        transform: Self.duration)
    var timeout: Duration?

    @Option(
        help: ArgumentHelp("Stops a query that takes more memory while it runs: 500M, 2G.", valueName: "size"),
        transform: Self.bytes)
    var maxMemory: Int?

    @Flag(name: .shortAndLong, help: "Says how long each answer took.")
    var timing = false

    @Flag(help: "Says each query in canonical form before its answer.")
    var echo = false

    @Flag(name: [.customShort("n"), .long], help: "Does not read the start-up file.")
    var noInit = false

    @Flag(help: "Neither reads nor writes the history of the prompt.")
    var noHistory = false

    @Flag(help: "Never a prompt: standard input is a script.")
    var batch = false

    @Flag(help: "A prompt even where standard input is no terminal, and after -c and -f.")
    var interactive = false

    @Option(help: ArgumentHelp("Progress of loading: auto, never.", valueName: "when"))
    var progress = ProgressChoice.auto

    @Flag(name: [.customShort("V"), .long], help: "The version.")
    var version = false

    @OptionGroup(title: "Messages")
    var reporting: ReportingOptions

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit takes a whole number, not \(limit)") }
        if batch, interactive { throw ValidationError("--batch and --interactive exclude each other") }
        if keepGoing, bail { throw ValidationError("--keep-going and --bail exclude each other") }
        if version { return }
        if corpus.isEmpty { throw ValidationError(Phrase.noCorpus.text(in: reporting.language)) }
    }

    mutating func run() throws {
        if version {
            print("dixit \(DixitCommand.version)")
            return
        }
        try Asking(self).run()
    }

    static func date(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text), date.day != nil else {
            throw ValidationError("--today takes a day such as 2016-05-12, not “\(text)”")
        }
        return date
    }

    /// `500M`, `2G`, `1.5G`, `4096`
    static func bytes(_ text: String) throws -> Int {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let factor: Double? =
            switch text.dropFirst(number.count).uppercased() {
            case "", "B": 1
            case "K", "KB": 1024
            case "M", "MB": 1_048_576
            case "G", "GB": 1_073_741_824
            default: nil
            }
        guard let factor, let amount = Double(number), amount > 0, amount * factor < 1e15 else {
            throw ValidationError("--max-memory takes a size such as 500M or 2G, not “\(text)”")
        }
        return Int((amount * factor).rounded(.up))
    }

    /// `10s`, `500ms`, `2m`, `1.5s`
    static func duration(_ text: String) throws -> Duration {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let factor: Double? =
            switch text.dropFirst(number.count) {
            case "ms": 1
            case "s", "": 1000
            case "m", "min": 60_000
            default: nil
            }
        guard let factor, let amount = Double(number), amount > 0, amount * factor < 1e12 else {
            throw ValidationError("--timeout takes a time such as 10s, 500ms or 2m, not “\(text)”")
        }
        return .milliseconds(Int64((amount * factor).rounded(.up)))
    }
}

/// The form of answers as `-F` has it.
enum FormatChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case table
    case json
    case jsonl
    case csv

    var format: AnswerFormat? { AnswerFormat(rawValue: rawValue) }
}

enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
    case auto
    case never
}
