// `dixit link EVIDENCE… -o people/`: who is who over the parts of a corpus that no machine has as a whole.

import ArgumentParser
import Dixit
import DixitExport
import DixitFormats
import DixitSQL

struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: OptionText.linkOverview.text, discussion: OptionText.linkDiscussion.text)

    @Argument(help: OptionText.linkEvidence.help("evidence"), completion: .file())
    var evidence: [String] = []

    @Option(name: .shortAndLong, help: OptionText.linkTarget.help("folder/"), completion: .directory)
    var output: String

    @Flag(help: OptionText.replace.help())
    var replace = false

    @Option(help: OptionText.progress.help("when"))
    var progress = ProgressChoice.auto

    @OptionGroup(title: OptionText.messages.text)
    var reporting: ReportingOptions

    func run() throws {
        let reporter = reporting.reporter
        if evidence.isEmpty, Terminal.isTerminal(0) {
            reporter.fail(Phrase.noEvidence.text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
        Interrupt.useFlag()
        var line = ProgressLine(
            isShown: progress == .auto && Terminal.isTerminal(2) && !reporter.isQuiet, language: reporter.language)
        let linked: LinkedIdentities
        do {
            linked = try link(&line)
        } catch {
            line.clear()
            reporter.report(error)
            throw Exit(.corpusNotLoaded)
        }
        if Interrupt.isRaised {
            line.clear()
            throw Exit(.interrupted)
        }
        guard linked.documentCount > 0 else {
            reporter.fail(Phrase.noEvidence.text(in: reporter.language))
            throw Exit(.corpusNotLoaded)
        }
        let corpus = linked.corpus
        var contents = TableFolder.Contents()
        contents.part = .entities
        contents.further = (
            Identities.fileName,
            { (write) throws(ExportProblem) in
                for document in 0..<linked.documentCount {
                    try write(
                        Identities.line(linked.identities(of: document), ofDocument: linked.id(ofDocument: document)))
                }
            }
        )
        do throws(ExportProblem) {
            try TableFolder.write(
                corpus, contents, to: output, replaces: replace, isCancelled: { Interrupt.isRaised },
                progress: { line.show(.writingRows(written: $0, all: $1)) })
        } catch {
            line.clear()
            throw Exit(for: error, of: output, reporter)
        }
        line.clear()
        let counts = corpus.statistics.counts.filter { $0.rows > 0 }
        reporter.say(
            Phrase.exported(output, [("documents", linked.documentCount)] + counts.map { ($0.set, $0.rows) })
                .text(in: reporter.language))
    }

    private func link(_ line: inout ProgressLine) throws(RecordProblem) -> LinkedIdentities {
        var linking = IdentityLinking()
        var count = 0
        for path in evidence.isEmpty ? [DocumentStream.standardInput] : evidence {
            try EvidenceFile.read(path, isCancelled: { Interrupt.isRaised }) { document in
                linking.add(document)
                count += 1
                if count % 1000 == 0 { line.show(.readingRecords(count)) }
            }
        }
        do throws(IdentityLinking.RepeatedDocument) {
            return try linking.finish()
        } catch {
            throw RecordProblem(.repeatedDocument(error.id))
        }
    }
}

extension Exit {
    /// Says what kept tables from being written.
    init(for problem: ExportProblem, of source: String, _ reporter: Reporter) {
        let phrase: Phrase
        switch problem {
        case .interrupted:
            self.init(.interrupted)
            return
        case .corpus(let error):
            reporter.report(error, ofFile: source)
            self.init(.corpusNotLoaded)
            return
        case .foreign(let path): phrase = .foreignExport(path: path)
        case .foreignEntry(let folder, let entry): phrase = .foreignEntry(folder: folder, entry: entry)
        case .failed(let path, let reason): phrase = .cannotWrite(path: path, reason: reason)
        }
        reporter.fail(phrase.text(in: reporter.language))
        self.init(.wrongUsage)
    }
}
