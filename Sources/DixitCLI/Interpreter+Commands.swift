// Which dot command does what.

import Dixit
import DixitFormats

/// What came of a command.
enum CommandOutcome {
    case done
    case failed
    case quit
    /// A query is to be asked: the last one again, or one that was edited.
    case submit(String)
    /// Something is to stand on the next prompt.
    case prefill(String)
}

extension Interpreter {
    /// Runs a line such as `.schema statements`. What it shows is data, what it says is not.
    mutating func run(command line: String) throws(OutputProblem) -> CommandOutcome {
        let words = DotCommand.words(of: line)
        guard let name = words.first, let (command, isForeign) = DotCommand.named(name) else {
            let name = words.first ?? line
            return fail(.unknownCommand(name, suggestion: DotCommand.suggestion(for: name)))
        }
        if isForeign, command != .quit {
            reporter.say(Phrase.commandOfOtherPrograms(name, ours: command.name).text(in: language))
        }
        if isSafe, command.leavesTheCorpus { return fail(.notInSafeMode(command.name)) }
        return try run(command, Array(words.dropFirst()))
    }

    private mutating func run(_ command: DotCommand, _ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch command {
        case .help: try help(arguments.first)
        case .examples: try examples(arguments.first)
        case .tutorial: try tutorial(arguments.first)
        case .shortcuts: try shortcuts()
        case .sets: try sets()
        case .schema: try schema(arguments.first)
        case .values: try values(arguments)
        case .names: try names(arguments.joined(separator: " "))
        case .stats: try stats()
        case .load: try load(arguments)
        case .reload: try load(loading.paths)
        case .corpus: try corpus()
        case .read: try read(arguments)
        case .edit: edit()
        case .again: again()
        case .undo: try undo()
        case .next: try turnPage(by: 1)
        case .prev: try turnPage(by: -1)
        case .page: try turnPage(to: arguments.first)
        case .row: try showRow(arguments)
        case .source: try showSource(arguments)
        case .why: try why(arguments)
        case .whynot: try whynot(arguments.joined(separator: " "))
        case .output: try redirect(to: arguments.first)
        case .once: try redirectOnce(to: arguments)
        case .copy: copy()
        case .save: try save(as: arguments.joined(separator: " "))
        case .saved: try saved()
        case .run: try runSaved(arguments)
        case .lets: try lets()
        case .forget: forget(arguments.joined(separator: " "))
        case .cite: try cite(arguments.first)
        case .param: try parameters(arguments)
        case .history: try history(arguments.first)
        case .set: try set(arguments)
        case .timer, .context, .mode, .width, .color, .pager, .lang, .explain:
            try set([command.setting?.rawValue ?? ""] + arguments)
        case .quit: .quit
        }
    }

    func fail(_ phrase: Phrase) -> CommandOutcome {
        reporter.fail(phrase.text(in: language))
        return .failed
    }

    func show(_ text: String) throws(OutputProblem) -> CommandOutcome {
        try write(text)
        return .done
    }
}

// MARK: - Settings

extension Interpreter {
    /// `.set` shows all settings, `.set mode` one of them, `.set mode json` changes it.
    private mutating func set(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        guard let key = arguments.first else {
            let rows = Setting.allCases.map { [$0.rawValue, text(of: $0), $0.briefUsage, $0.purpose(in: language)] }
            return try show(SchemaDescription.aligned(rows))
        }
        guard let setting = Setting(rawValue: key) else {
            let known = Setting.allCases.map(\.rawValue)
            return fail(.unknownName(key, kind: .setting, known: known))
        }
        let value = arguments.dropFirst().joined(separator: " ")
        if value.isEmpty {
            return try show(SchemaDescription.aligned([[key, text(of: setting), setting.usage]]))
        }
        guard change(setting, to: value) else {
            return fail(.wrongArgument(".set \(key) \(Placeholder.translated(setting.usage, to: language))"))
        }
        return .done
    }

    /// `.history 5`, `.history off`
    private mutating func history(_ argument: String?) throws(OutputProblem) -> CommandOutcome {
        switch argument {
        case "on", "off":
            history.isOn = argument == "on"
            return .done
        case "clear":
            history.clear()
            return .done
        case nil: return try show(history.entries.map { DisplayText.printable($0) + "\n" }.joined())
        case let number?:
            guard let count = Int(number), count > 0 else {
                return fail(.wrongArgument(DotCommand.history.usage(in: language)))
            }
            return try show(history.entries.suffix(count).map { DisplayText.printable($0) + "\n" }.joined())
        }
    }

    /// `.param`, `.param set who "El Khalfi"`, `.param set words @words.txt`, `.param unset who`
    private mutating func parameters(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch (arguments.first, arguments.count) {
        case (nil, _):
            let lines = session.parameters.sorted { $0.key < $1.key }.map { name, value in
                "$\(name) = \(DisplayText.printable(value.source))\n"
            }
            return try show(lines.joined())
        case ("set", 3...):
            let name = String(arguments[1].drop { $0 == "$" })
            switch parameter(arguments[2...].joined(separator: " ")) {
            case .success(let value): session.parameters[name] = value
            case .failure(let phrase): return fail(phrase)
            }
            return .done
        case ("unset", 2):
            session.parameters[String(arguments[1].drop { $0 == "$" })] = nil
            return .done
        default: return fail(.wrongArgument(DotCommand.param.usage(in: language)))
        }
    }
}

extension Parameter {
    /// As the language writes it: `"El Khalfi"`, `("a", "b")`.
    var source: String {
        switch self {
        case .text(let text): "\"\(text.replacing("\"", with: "\"\""))\""
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .date(let date): date.description
        case .boolean(let value): String(value)
        case .list(let values): "(" + values.map(\.source).joined(separator: ", ") + ")"
        }
    }
}
