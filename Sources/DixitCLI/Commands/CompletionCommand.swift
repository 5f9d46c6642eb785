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

    /// As it is generated, which knows commands and their options; but where no command is named, documents are, and the
    /// options of asking go on behind them.
    private var script: String {
        let script = CompletedCommand.completionScript(for: shell.completionShell)
        switch shell {
        case .bash:
            return script.replacing(
                "        # Offer subcommand completions\n",
                with: """
                            if [[ "${cur}" == -* && "${COMP_CWORD}" -gt 1 ]]; then
                                unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
                                __dixit_offer_flags_options -1
                                return
                            fi

                    """, maxReplacements: 1
            ).replacing("complete -o filenames", with: "complete -o default -o filenames")
        case .zsh:
            let offer = "_describe -V subcommand subcommands && ret=0"
            let delegate = "            \"_dixit_${words[1]}\" && ret=0\n            ;;\n"
            return script.replacing(offer, with: offer + "\n        _files && ret=0", maxReplacements: 1).replacing(
                delegate,
                with: delegate + """
                            *)
                                _arguments -w -s -S : "${(@)arg_specs[1,-3]}" '*:corpus:_files' && ret=0
                                ;;

                    """, maxReplacements: 1)
        case .fish: return script + "\ncomplete -c 'dixit' -n 'not __fish_seen_subcommand_from \(names)' -F"
        }
    }

    private var names: String {
        CompletedCommand.configuration.subcommands.compactMap { $0.configuration.commandName }.joined(separator: " ")
    }

    func run() throws {
        do throws(OutputProblem) {
            try OutputFile().write(script + "\n")
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
    }
}

/// The commands as they are typed: the options of `ask` without its name.
private struct CompletedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: DixitCommand.configuration.commandName,
        subcommands: DixitCommand.configuration.subcommands.filter { $0 != AskCommand.self })

    @OptionGroup var options: AskOptions
}
