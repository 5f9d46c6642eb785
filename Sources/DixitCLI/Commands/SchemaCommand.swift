// `dixit schema`: what can be asked about.

import ArgumentParser
import Dixit
import DixitFormats

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: OptionText.schemaOverview.text)

    @Flag(help: OptionText.json.help())
    var json = false

    @Argument(help: OptionText.schemaName.help("name"))
    var name: String?

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let description = SchemaDescription(.news, language: reporting.language)
        guard let text = json ? description.json(name) : description.text(name) else {
            let phrase = Phrase.unknownName(name ?? "", kind: .set, known: Schema.news.sets.map(\.name))
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
