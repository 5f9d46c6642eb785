// `dixit check FILE…`: says what is wrong with scripts, without running them, and with snapshots.

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
            if case .file(let path) = source.kind, SnapshotFile.isSnapshot(path) {
                status = max(status, Self.check(path, reporter))
                continue
            }
            do throws(ReadingProblem) {
                let text = try source.text()
                let problems = Self.problems(in: text, session)
                for problem in problems { reporter.report(problem, from: source.origin) }
                let unknown = ScriptPieces(text).unknownCommands
                reporter.report(unknownCommands: unknown)
                if !problems.isEmpty || !unknown.isEmpty { status = max(status, .wrongQuery) }
            } catch {
                reporter.report(error)
                // A script that cannot be read is the more urgent mistake.
                status = .wrongUsage
            }
            if status == .wrongUsage { break }
        }
        throw Exit(status)
    }

    /// Every byte of a snapshot.
    private static func check(_ path: String, _ reporter: Reporter) -> ExitStatus {
        do throws(DixitError) {
            let corpus = try SnapshotFile.open(path, verifying: .full)
            let sound = Phrase.snapshotSound(path, bytes: corpus.statistics.bytes)
            reporter.say(sound.text(in: reporter.language))
            return .success
        } catch {
            reporter.report(error, ofFile: path)
            return .corpusNotLoaded
        }
    }

    /// Of the statements; a parameter without a value is given one when the script is run, so it is no mistake here.
    private static func problems(in script: String, _ session: Session) -> [Problem] {
        let problems = session.problems(in: Query(text: ScriptPieces(script).withoutCommands))
        return problems.filter { $0.code.hasPrefix("E") && $0.code != "E501" }.map { $0.of(script) }
    }
}
