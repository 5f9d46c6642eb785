// `dixit check FILE…`: says what is wrong with scripts, without running them, and with snapshots.

import ArgumentParser
import Dixit
import DixitFormats

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Says what is wrong with scripts, without running them, and with snapshots.")

    @Argument(
        help: ArgumentHelp("Scripts, or snapshots; - is standard input.", valueName: "file"),
        transform: ScriptSource.file)
    var files: [ScriptSource]

    @OptionGroup(title: "Messages")
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
        ScriptPieces(script).pieces().flatMap { piece -> [Problem] in
            guard case .statements(let text, let start) = piece else { return [] }
            let problems = session.problems(in: Query(text: text))
            return problems.filter { $0.code.hasPrefix("E") && $0.code != "E501" }.map {
                $0.moved(by: start, in: script)
            }
        }
    }
}
