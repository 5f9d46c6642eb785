// The commands that start with a dot: names, arguments, what they are for.

import Dixit
import DixitSyntax

/// A command of the prompt and of scripts.
enum DotCommand: String, CaseIterable, Sendable {
    case help
    case examples
    case sets
    case schema
    case values
    case stats
    case next
    case prev
    case row
    case source
    case why
    case whynot
    case mode
    case param
    case lets
    case forget
    case lang
    case quit

    var name: String { "." + rawValue }

    /// The name with its arguments: `.schema [SET[.FIELD]]`
    var usage: String {
        switch self {
        case .help: ".help [WORD]"
        case .examples: ".examples [SET]"
        case .schema: ".schema [SET[.FIELD]]"
        case .values: ".values [SET.]FIELD [PREFIX]"
        case .row: ".row N"
        case .source: ".source N"
        case .why: ".why N"
        case .whynot: ".whynot ID"
        case .mode: ".mode auto|table|json|jsonl|csv"
        case .param: ".param [set NAME VALUE | unset NAME]"
        case .forget: ".forget NAME"
        case .lang: ".lang en|fr"
        default: name
        }
    }

    var purpose: LocalizedText {
        switch self {
        case .help:
            LocalizedText(english: "this list, or what a word means", french: "cette liste, ou le sens d'un mot")
        case .examples: LocalizedText(english: "questions to start from", french: "des questions pour commencer")
        case .sets: LocalizedText(english: "what there is to ask about", french: "ce que l'on peut interroger")
        case .schema: LocalizedText(english: "the fields of a set", french: "les champs d'un ensemble")
        case .values:
            LocalizedText(
                english: "the most frequent values of a field", french: "les valeurs les plus fréquentes d'un champ")
        case .stats: LocalizedText(english: "how much there is of everything", french: "combien il y a de chaque chose")
        case .next: LocalizedText(english: "the next rows of the answer", french: "les lignes suivantes de la réponse")
        case .prev: LocalizedText(english: "the rows before", french: "les lignes précédentes")
        case .row:
            LocalizedText(english: "everything about a row of the answer", french: "tout sur une ligne de la réponse")
        case .source:
            LocalizedText(
                english: "the passage that a row stands on", french: "le passage sur lequel une ligne s'appuie")
        case .why:
            LocalizedText(
                english: "why a row is in the answer, condition by condition",
                french: "pourquoi une ligne est dans la réponse, condition par condition")
        case .whynot:
            LocalizedText(
                english: "why the row with an id is not in it",
                french: "pourquoi la ligne d'un identifiant n'y est pas")
        case .mode: LocalizedText(english: "the form of answers", french: "la forme des réponses")
        case .param: LocalizedText(english: "values of $parameters", french: "les valeurs des $paramètres")
        case .lets: LocalizedText(english: "the names that `let` defined", french: "les noms définis par `let`")
        case .forget: LocalizedText(english: "drops such a name", french: "oublie un tel nom")
        case .lang: LocalizedText(english: "the language of messages", french: "la langue des messages")
        case .quit: LocalizedText(english: "leaves (also Ctrl-D)", french: "quitter (aussi Ctrl-D)")
        }
    }

    /// What other programs call it.
    private static let foreign: [String: DotCommand] = [
        "\\q": .quit, "\\d": .schema, "\\dt": .sets, "\\?": .help, "\\h": .help, ".exit": .quit, ".tables": .sets,
        ".previous": .prev,
    ]

    /// A typed line as a command line with a dot; nil where it is a query.
    ///
    /// `:sets` is `.sets`, and `help`, `quit`, `exit` and `?` work bare.
    static func line(_ line: String) -> String? {
        let trimmed = line.drop { $0.isWhitespace }
        let words = trimmed.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { return nil }
        switch (first.lowercased(), words.count) {
        case ("help", 1), ("?", 1): return ".help"
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

    /// The words of a command line; `"El Khalfi"` and `« El Khalfi »` are one.
    static func words(of line: String) -> [String] {
        var words: [String] = []
        var rest = Substring(line).drop { $0.isWhitespace }
        while let first = rest.first {
            let closing: Character? =
                switch first {
                case "\"": "\""
                case "«": "»"
                case "“": "”"
                default: nil
                }
            if let closing {
                let inside = rest.dropFirst().prefix { $0 != closing }
                rest = rest.dropFirst(inside.count + 2)
                words.append(String(inside.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()))
            } else {
                let word = rest.prefix { !$0.isWhitespace }
                rest = rest.dropFirst(word.count)
                words.append(String(word))
            }
            rest = rest.drop { $0.isWhitespace }
        }
        return words
    }

    /// Names of commands, then what each takes.
    static func completions(in line: String, at cursor: Int, _ schema: Schema) -> [Completion] {
        let typed = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
        let start = typed.lastIndex(where: \.isWhitespace).map { typed.index(after: $0) } ?? typed.startIndex
        let word = typed[start...]
        let first = typed.prefix { !$0.isWhitespace }
        let candidates: [String]
        if start == typed.startIndex {
            candidates = allCases.map(\.name)
        } else {
            candidates = named(String(first))?.command.arguments(schema) ?? []
        }
        let replaced = cursor - word.utf8.count..<cursor
        return candidates.filter { $0.hasPrefix(word) }.map { text in
            Completion(kind: .keyword, text: text, detail: nil, replaced: replaced)
        }
    }

    private func arguments(_ schema: Schema) -> [String] {
        switch self {
        case .schema, .examples: schema.sets.map(\.name)
        case .values: schema.sets.flatMap { set in set.fields.map { "\(set.name).\($0.name)" } }
        case .mode: FormatChoice.allCases.map(\.rawValue)
        case .param: ["set", "unset"]
        case .lang: Language.allCases.map(\.rawValue)
        case .help: HelpTopic.words
        default: []
        }
    }
}
