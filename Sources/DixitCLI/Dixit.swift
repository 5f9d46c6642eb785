// The command line's entry.

import ArgumentParser

@main
struct DixitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "dixit", subcommands: [ExtractCommand.self])
}
