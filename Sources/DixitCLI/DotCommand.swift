// The commands that start with a dot: names, groups, arguments.

import Dixit
import DixitSyntax

/// A command of the prompt and of scripts.
enum DotCommand: String, CaseIterable, Sendable {
    case help
    case examples
    case tutorial
    case shortcuts

    case sets
    case schema
    case values
    case names
    case stats

    case load
    case reload
    case corpus

    case read
    case edit
    case again
    case undo
    case timer

    case next
    case prev
    case page
    case row
    case source
    case why
    case whynot
    case context

    case mode
    case width
    case color
    case pager
    case output
    case once
    case copy

    case save
    case saved
    case run
    case lets
    case forget
    case cite

    case param

    case history
    case set
    case lang
    case explain
    case quit

    /// Commands that belong together, in the order of `.help`.
    enum Group: CaseIterable, Sendable {
        case learn
        case data
        case load
        case run
        case results
        case present
        case keep
        case parameters
        case session

        var commands: [DotCommand] {
            switch self {
            case .learn: [.help, .examples, .tutorial, .shortcuts]
            case .data: [.sets, .schema, .values, .names, .stats]
            case .load: [.load, .reload, .corpus]
            case .run: [.read, .edit, .again, .undo, .timer]
            case .results: [.next, .prev, .page, .row, .source, .why, .whynot, .context]
            case .present: [.mode, .width, .color, .pager, .output, .once, .copy]
            case .keep: [.save, .saved, .run, .lets, .forget, .cite]
            case .parameters: [.param]
            case .session: [.history, .set, .lang, .explain, .quit]
            }
        }
    }

    var name: String { "." + rawValue }

    /// What follows the name, in English: `[SET[.FIELD]]`; nil for a command that stands alone.
    private var arguments: String? {
        switch self {
        case .help: "[WORD]"
        case .examples: "[SET]"
        case .tutorial: "[N]"
        case .schema: "[SET[.FIELD]]"
        case .values: "[SET.]FIELD [PREFIX]"
        case .names: "\"NAME\""
        case .load: "PATH…"
        case .read: "FILE [NAME=VALUE…]"
        case .row, .why, .page: "N"
        case .source: "N [all]"
        case .whynot: "ID"
        case .output: "[FILE]"
        case .once: "FILE"
        case .save: "NAME"
        case .run: "NAME [NAME=VALUE…]"
        case .forget: "NAME"
        case .cite: "[N]"
        case .param: "[set NAME VALUE | unset NAME]"
        case .history: "[N | on | off | clear]"
        case .set: "[KEY [VALUE]]"
        default: setting.map { "[\($0.briefUsage)]" }
        }
    }

    /// The name with its arguments: `.schema [SET[.FIELD]]`, in French `.schema [ENSEMBLE[.CHAMP]]`.
    func usage(in language: Language) -> String {
        guard let arguments else { return name }
        return "\(name) \(Placeholder.translated(arguments, to: language))"
    }

    /// One line for a list.
    func summary(in language: Language) -> String {
        purpose(in: language).split(separator: "\n").first.map(String.init) ?? ""
    }

    /// The setting that a command is short for: `.mode json` is `.set mode json`.
    var setting: Setting? {
        switch self {
        case .timer: .timer
        case .context: .context
        case .mode: .mode
        case .width: .width
        case .color: .color
        case .pager: .pager
        case .lang: .lang
        case .explain: .explain
        default: nil
        }
    }

    /// Whether it reads or writes files or starts programs, which `--safe` leaves out.
    var leavesTheCorpus: Bool {
        switch self {
        case .load, .reload, .read, .edit, .output, .once, .save, .saved, .run: true
        default: false
        }
    }

    /// What other programs call it.
    private static let foreign: [String: DotCommand] = [
        "\\q": .quit, "\\d": .schema, "\\dt": .sets, "\\?": .help, "\\h": .help, "\\x": .row, "\\timing": .timer,
        "\\i": .read, "\\e": .edit, "\\o": .output, "\\s": .history, "\\g": .again, ".exit": .quit, ".tables": .sets,
        ".previous": .prev, ".open": .load, ".headers": .mode, ".more": .next, ".suite": .next,
        ".aide": .help,
    ]

    /// A typed line as a command line with a dot; nil where it is a query.
    ///
    /// `:sets` is `.sets`, and `help`, `quit`, `exit` and `?` work bare.
    static func line(_ line: String) -> String? {
        let trimmed = line.drop { $0.isWhitespace }
        let words = trimmed.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return nil }
        switch (first.lowercased(), words.count) {
        case ("help", 1), ("aide", 1), ("?", 1): return ".help"
        case ("help", 2) where !trimmed.contains("\""): return ".help \(words[1])"
        case ("quit", 1), ("exit", 1): return ".quit"
        default: break
        }
        switch first.first {
        case ".", "\\": return String(trimmed)
        case ":": return "." + trimmed.dropFirst()
        default: return nil
        }
    }

    /// The command of a name, and whether it is the name that another program gives it.
    static func named(_ name: String) -> (command: DotCommand, isForeign: Bool)? {
        if name.hasPrefix("."), let command = DotCommand(rawValue: name.dropFirst().lowercased()) {
            return (command, false)
        }
        return foreign[name.lowercased()].map { ($0, true) }
    }

    /// The nearest name to one that is unknown.
    static func suggestion(for name: String) -> String? {
        Suggestion.best(for: String(name.dropFirst()), among: allCases.map(\.rawValue)).map { "." + $0.text }
    }

    /// The words of a command line; `"El Khalfi"` and `« El Khalfi »` are one, as in `who="El Khalfi"`.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var rest = Substring(line).drop { $0.isWhitespace }
        while !rest.isEmpty {
            var word = ""
            while let first = rest.first, !first.isWhitespace {
                if let closing = closing(of: first) {
                    let inside = rest.dropFirst().prefix { $0 != closing }
                    rest = rest.dropFirst(inside.count + 2)
                    word += trimmed(inside)
                } else {
                    word.append(first)
                    rest = rest.dropFirst()
                }
            }
            words.append(word)
            rest = rest.drop { $0.isWhitespace }
        }
        return words
    }

    private static func closing(of opening: Character) -> Character? {
        switch opening {
        case "\"": "\""
        case "«": "»"
        case "“": "”"
        default: nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
