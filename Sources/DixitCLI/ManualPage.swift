// The manual page dixit(1), in the macros of mdoc(7).

import ArgumentParser
import Dixit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Everything that the argument parser and the prompt know about themselves, as a page.
struct ManualPage {
    private let language: Language
    private let commands: [Command]

    /// What the argument parser says of itself, in the parts that a manual wants.
    private struct Tool: Decodable {
        let command: Command
    }

    private struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
        let shouldDisplay: Bool?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let kind: String
        let shouldDisplay: Bool
        let isRepeating: Bool
        let isOptional: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let allValues: [String]?
    }

    init(language: Language) throws(OutputProblem) {
        self.language = language
        do {
            let tool = try JSONDecoder().decode(Tool.self, from: Data(DixitCommand._dumpHelp().utf8))
            commands = tool.command.subcommands ?? []
        } catch {
            throw .failed(path: "dixit.1", reason: "\(error)")
        }
    }

    var text: String {
        let ask = commands.first { $0.commandName == AskCommand.configuration.commandName }
        var lines = [
            ".\\\" Made by dixit manual.", ".Dd \(Self.date)",
            ".Dt DIXIT 1", ".Os",
            ".Sh \(english("NAME", "NOM"))", ".Nm dixit", ".Nd \(Self.escaped(ask?.abstract ?? ""))",
            ".Sh \(english("SYNOPSIS", "SYNOPSIS"))",
        ]
        lines += [".Nm", ".Op Ar options", ".Ar corpus ...", ".Op Fl c Ar query", ".Op Fl f Ar file"]
        for command in others { lines += [".Nm dixit", ".Cm \(command.commandName)"] + synopsis(of: command) }
        lines += [".Sh DESCRIPTION"] + paragraphs(ask?.discussion ?? "") + options(of: ask?.arguments ?? [])
        lines.append(".Sh \(english("COMMANDS", "COMMANDES"))")
        for command in others {
            lines += [".Ss dixit \(command.commandName)", Self.escaped(command.abstract ?? "")]
            if let discussion = command.discussion { lines += [".Pp"] + paragraphs(discussion) }
            lines += options(of: command.arguments ?? [])
        }
        lines.append(".Sh \(english("AT THE PROMPT", "À L'INVITE"))")
        for group in DotCommand.Group.allCases {
            lines += [".Ss \(Self.escaped(group.title(in: language)))", ".Bl -tag -width Ds"]
            for command in group.commands {
                lines.append(".It Ic \(Self.quoted(command.usage(in: language)))")
                lines += command.purpose(in: language).split(separator: "\n").map { Self.escaped(String($0)) }
            }
            lines.append(".El")
        }
        lines += [".Ss \(english("Keys", "Touches"))", ".Bl -tag -width Ds"]
        for shortcut in Shortcut.allCases {
            lines += [".It Li \(Self.quoted(shortcut.keys))", Self.escaped(shortcut.purpose(in: language))]
        }
        lines += [".El", ".Sh \(english("FILES", "FICHIERS"))", ".Bl -tag -width Ds"]
        for (path, purpose) in files { lines += [".It Pa \(path)", Self.escaped(purpose)] }
        lines += [".El", ".Sh \(english("EXAMPLES", "EXEMPLES"))", ".Bd -literal -offset indent"]
        lines += Example.all.flatMap(\.queries).map { Self.escaped("dixit seeds -c '\($0)'") }
        lines.append(".Ed")
        return lines.joined(separator: "\n") + "\n"
    }

    private var others: [Command] {
        commands.filter { $0.commandName != AskCommand.configuration.commandName && $0.commandName != "help" }
    }

    private var files: KeyValuePairs<String, String> {
        [
            "~/.config/dixit/rc": english(
                "Commands and definitions that the prompt begins with.",
                "Commandes et définitions par lesquelles l'invite commence."),
            "~/.local/share/dixit/saved/": english("Queries kept with .save.", "Les requêtes gardées par .save."),
            "~/.local/state/dixit/history": english("What was typed.", "Ce qui a été saisi."),
        ]
    }

    private func english(_ english: String, _ french: String) -> String { language == .french ? french : english }

    // MARK: - Options

    private func synopsis(of command: Command) -> [String] {
        (command.arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay }.map { argument in
            ".\(argument.isOptional ? "Op Ar" : "Ar") \(Self.escaped(argument.valueName ?? "arg"))"
                + (argument.isRepeating ? " ..." : "")
        }
    }

    private func options(of arguments: [Argument]) -> [String] {
        let shown = arguments.filter { $0.shouldDisplay }
        if shown.isEmpty { return [] }
        var lines = [".Bl -tag -width Ds"]
        for argument in shown {
            let value = argument.kind == "flag" ? "" : " Ar \(Self.quoted(argument.valueName ?? "value"))"
            if argument.kind == "positional" {
                lines.append(".It\(value)")
            } else {
                let names = (argument.names ?? []).sorted { $0.text.count < $1.text.count }
                let flags = names.map { "Fl \(Self.quoted(String($0.text.dropFirst())))" }.joined(separator: " , ")
                lines.append(".It \(flags)\(value)")
            }
            if let abstract = argument.abstract {
                lines.append(Self.escaped(HelpWords.translated(abstract, to: language)))
            }
            if let values = argument.allValues, argument.kind == "option" {
                lines.append(Self.escaped("(\(values.joined(separator: ", ")))"))
            }
        }
        return lines + [".El"]
    }

    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { [Self.escaped(String($0)), ".Pp"] }.dropLast()
    }

    // MARK: - Notation

    /// A backslash and what begins a line like a macro would be read by troff.
    private static func escaped(_ text: String) -> String {
        let text = text.replacing("\\", with: "\\e")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
    }

    /// One argument of a macro, whatever is in it.
    private static func quoted(_ text: String) -> String {
        "\"" + escaped(text).replacing("\"", with: "\"\"") + "\""
    }

    /// The day of the version, not of the making: the same program prints the same page.
    private static let date = "November 24, 2026"
}
