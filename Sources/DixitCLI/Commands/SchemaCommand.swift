// `dixit schema`: what can be asked about.

import ArgumentParser
import Dixit
import DixitFormats

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Says which sets and fields can be asked about.")

    @Flag(help: "As JSON.")
    var json = false

    @Argument(help: ArgumentHelp("Only this set, or this field: statements, statements.speaker.", valueName: "name"))
    var name: String?

    @OptionGroup(title: "Messages")
    var reporting: ReportingOptions

    func run() throws {
        let description = SchemaDescription(.news, language: reporting.language)
        guard let text = json ? description.json(name) : description.text(name) else {
            let phrase = Phrase.unknownName(name ?? "", kind: "set", known: Schema.news.sets.map(\.name))
            reporting.reporter.fail(phrase.text(in: reporting.language))
            throw Exit(.wrongUsage)
        }
        do throws(OutputProblem) {
            try OutputFile().write(text)
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
    }
}
