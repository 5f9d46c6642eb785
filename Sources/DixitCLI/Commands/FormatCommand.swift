// `dixit fmt FILE…`: scripts in canonical form.

import ArgumentParser
import Dixit
import DixitFormats
import DixitSyntax

struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: OptionText.formatOverview.text)

    @Argument(help: OptionText.scripts.help("file"), completion: .file(), transform: ScriptSource.file)
    var files: [ScriptSource]

    @Flag(name: .shortAndLong, help: OptionText.inPlace.help())
    var inPlace = false

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        var status = ExitStatus.success
        do {
            for source in files {
                let text = try source.text()
                guard let formatted = Self.formatted(text, from: source.origin, reporter) else {
                    status = max(status, .wrongQuery)
                    continue
                }
                try write(formatted, of: text, to: source)
            }
        } catch let problem as ReadingProblem {
            reporter.report(problem)
            throw Exit(.wrongUsage)
        } catch OutputProblem.closedPipe {
            throw Exit(.success)
        } catch OutputProblem.failed(let path, let reason) {
            reporter.fail(Phrase.cannotWrite(path: path, reason: reason).text(in: reporter.language))
            throw Exit(.stopped)
        }
        throw Exit(status)
    }

    private func write(_ formatted: String, of text: String, to source: ScriptSource) throws {
        guard inPlace, case .file(let path) = source.kind else {
            try OutputFile().write(formatted)
            return
        }
        if formatted == text { return }
        let file = try OutputFile(path: path)
        try file.write(formatted)
        try file.commit()
    }

    /// Nil where the script has an error, which is reported.
    private static func formatted(_ script: String, from origin: QueryOrigin, _ reporter: Reporter) -> String? {
        var result = ""
        for piece in ScriptPieces(script).pieces() {
            switch piece {
            case .command(let line): result += line + "\n"
            case .statements(let text, let start):
                let diagnostics = Parser.parse(text).diagnostics
                guard diagnostics.isEmpty, let formatted = Formatter.format(text) else {
                    for diagnostic in diagnostics {
                        reporter.report(Problem(diagnostic, in: text).moved(by: start, in: script), from: origin)
                    }
                    return nil
                }
                result += formatted
            }
        }
        return result
    }
}
