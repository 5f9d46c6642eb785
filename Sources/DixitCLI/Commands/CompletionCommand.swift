// `dixit completion bash|zsh|fish`: what makes a shell complete options.

import ArgumentParser

struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: OptionText.completionOverview.text)

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash
        case zsh
        case fish

        var completionShell: CompletionShell {
            switch self {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        }
    }

    @Argument(help: OptionText.shell.help("shell"))
    var shell: Shell

    func run() throws {
        do throws(OutputProblem) {
            try OutputFile().write(DixitCommand.completionScript(for: shell.completionShell) + "\n")
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
    }
}
