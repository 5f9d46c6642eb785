// Makes a corpus of files, and says how far it is when that takes long.

import Dixit
import DixitFormats

/// Loads the documents at some paths.
struct CorpusLoading {
    let paths: [String]
    let reporter: Reporter
    let today: CalendarDate?
    let showsProgress: Bool

    /// As many documents at a time as there are cores in a small machine.
    private static let threads = 2

    /// - Returns: The corpus, and whether everything that was named is in it.
    func load() async throws -> (corpus: Corpus, isWhole: Bool) {
        var progress = ProgressLine(isShown: showsProgress && !reporter.isQuiet, language: reporter.language)
        let files = DocumentFiles(at: paths)
        for problem in files.problems { reporter.report(problem) }
        guard !files.documents.isEmpty else {
            reporter.fail(Phrase.nothingLoaded.text(in: reporter.language))
            throw Exit(.corpusNotLoaded)
        }
        let corpus = try await Corpus(reading: files.documents, threads: Self.threads, added: today) { read in
            progress.show(read, of: files.documents.count)
        }
        progress.clear()
        return (corpus, files.problems.allSatisfy(\.isNote))
    }
}

/// One line on the terminal that is written over and over, and taken away at the end.
private struct ProgressLine {
    let isShown: Bool
    let language: Language
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    /// What is done sooner needs no progress.
    private static let delay = Duration.milliseconds(500)
    private static let step = Duration.milliseconds(100)

    init(isShown: Bool, language: Language) {
        self.isShown = isShown
        self.language = language
    }

    mutating func show(_ read: Int, of all: Int) {
        let now = ContinuousClock.now
        guard isShown, now - start > Self.delay, last.map({ now - $0 > Self.step }) ?? true else { return }
        last = now
        StandardError.write("\r\u{1B}[K" + Phrase.loading(read: read, all: all).text(in: language))
    }

    func clear() {
        if last != nil { StandardError.write("\r\u{1B}[K") }
    }
}
