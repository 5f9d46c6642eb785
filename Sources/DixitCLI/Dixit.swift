// The command line's entry: which command, and which exit code.

import ArgumentParser

/// The commands by name. Without one the arguments are a corpus to be asked: `dixit seeds`.
struct DixitCommand: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "dixit",
        abstract: OptionText.overview.text,
        subcommands: [
            AskCommand.self, ReportCommand.self, IndexCommand.self, ExportCommand.self, StatsCommand.self,
            CheckCommand.self, FormatCommand.self, SchemaCommand.self, ExtractCommand.self, AnnotateCommand.self,
            LinkCommand.self, SQLCommand.self, CompletionCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: AskCommand.self
    )
}

@main
enum EntryPoint {
    /// On the main thread, which is the one that signals come to: a prompt has to wake when they do.
    static func main() {
        Interrupt.install()
        do {
            var command = try DixitCommand.parseAsRoot(arguments())
            try command.run()
        } catch let exit as Exit {
            leave(exit.status)
        } catch let code as ExitCode {
            DixitCommand.exit(withError: code)
        } catch {
            leave(sayWhatIsWrong(error))
        }
    }

    /// A command is only looked for at the first place, so that `dixit seeds -o check` writes a file called `check`, or behind the
    /// options that all commands have: `dixit --lang fr index news/`.
    private static func arguments() -> [String] {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let names = DixitCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        let isNamed = (names + ["help", "--generate-completion-script"]).contains(arguments.first ?? "")
        return isNamed ? arguments : commandFirst(arguments, names) ?? ["ask"] + arguments
    }

    private static func commandFirst(_ arguments: [String], _ names: [String]) -> [String]? {
        var place = 0
        while place < arguments.count, arguments[place].hasPrefix("-") {
            switch arguments[place] {
            case "-q", "--quiet": place += 1
            case "--lang", "--color", "--error-format": place += 2
            case let option where ["--lang=", "--color=", "--error-format="].contains { option.hasPrefix($0) }:
                place += 1
            default: return nil
            }
        }
        guard place < arguments.count, names.contains(arguments[place]) else { return nil }
        return [arguments[place]] + arguments[..<place] + arguments[(place + 1)...]
    }

    /// Help on standard output; a mistake in the arguments, with the way to write them, on standard error.
    private static func sayWhatIsWrong(_ error: any Error) -> ExitStatus {
        let message = HelpWords.translated(DixitCommand.fullMessage(for: error), to: Terminal.helpLanguage)
        let isHelp = DixitCommand.exitCode(for: error).isSuccess
        guard isHelp else {
            StandardError.write(message.isEmpty ? "" : message + "\n")
            return .wrongUsage
        }
        do throws(OutputProblem) {
            try OutputFile().write(message.isEmpty ? "" : message + "\n")
        } catch {
            return error == .closedPipe ? .success : .stopped
        }
        return .success
    }

    private static func leave(_ status: ExitStatus) {
        DixitCommand.exit(withError: ExitCode(status.rawValue))
    }
}
