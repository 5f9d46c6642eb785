// `dixit schema`: what can be asked about.

import ArgumentParser
import Dixit
import DixitFormats
import Foundation

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: OptionText.schemaOverview.text)

    @Flag(help: OptionText.json.help())
    var json = false

    @Argument(help: OptionText.schemaWords.help("corpus|name"))
    var words: [String] = []

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let (schema, names) = try asked()
        let description = SchemaDescription(schema, language: reporting.language)
        var text = ""
        for name in names.isEmpty ? [nil] : names.map(Optional.some) {
            guard let part = json ? description.json(name) : description.text(name) else {
                reporting.reporter.fail(description.unknown(name ?? "").text(in: reporting.language))
                throw Exit(.wrongUsage)
            }
            text += part
        }
        do throws(OutputProblem) {
            try OutputFile().write(text)
        } catch {
            throw Exit(error == .closedPipe ? .success : .stopped)
        }
    }

    /// The schema of the snapshot among the words, or that of the news, which files and folders are read by; and the words that
    /// are neither.
    private func asked() throws -> (schema: Schema, names: [String]) {
        var schema = Schema.news
        var names: [String] = []
        for word in words {
            if SnapshotFile.isSnapshot(word) {
                do throws(DixitError) {
                    schema = try SnapshotFile.open(word).schema
                } catch {
                    reporting.reporter.report(error, ofFile: word)
                    throw Exit(.corpusNotLoaded)
                }
            } else if schema[set: word] != nil || !FileManager.default.fileExists(atPath: word) {
                names.append(word)
            }
        }
        return (schema, names)
    }
}
