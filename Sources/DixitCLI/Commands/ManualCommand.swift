// `dixit manual`: the manual page, made of the same texts as the help.

import ArgumentParser
import Dixit

struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: OptionText.manualOverview.text)

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        do throws(OutputProblem) {
            try OutputFile().write(try ManualPage(language: reporting.language).text)
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
    }
}
