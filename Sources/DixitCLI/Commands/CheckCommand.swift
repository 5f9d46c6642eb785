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
                var check = ScriptCheck(session, reporter: reporter, allowsUnsetParameters: true)
                status = max(status, check.check(text, from: source.origin))
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
}
