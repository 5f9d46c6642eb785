// `dixit check FILE…`: says what is wrong with scripts, without running them.

import ArgumentParser
import Dixit
import DixitFormats

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: OptionText.checkOverview.text)

    @Argument(help: OptionText.scripts.help("file"), completion: .file(), transform: ScriptSource.file)
    var files: [ScriptSource]

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        var session = Session(Corpus(documents: []))
        session.today = Terminal.today
        var status = ExitStatus.success
        for source in files {
            do throws(ReadingProblem) {
                let problems = Self.problems(in: try source.text(), session)
                for problem in problems { reporter.report(problem, from: source.origin) }
                if !problems.isEmpty { status = max(status, .wrongQuery) }
            } catch {
                reporter.report(error)
                // A script that cannot be read is the more urgent mistake.
                status = .wrongUsage
            }
            if status == .wrongUsage { break }
        }
        throw Exit(status)
    }

    /// Of the statements; a parameter without a value is given one when the script is run, so it is no mistake here.
    private static func problems(in script: String, _ session: Session) -> [Problem] {
        let problems = session.problems(in: Query(text: ScriptPieces(script).withoutCommands))
        return problems.filter { $0.code.hasPrefix("E") && $0.code != "E501" }.map { $0.of(script) }
    }
}
