// Makes a corpus of files or opens a snapshot, and says how far it is when that takes long.

import Dispatch
import Dixit
import DixitFormats
import Synchronization

/// Loads the documents at some paths, or the snapshot that one path is.
struct CorpusLoading {
    var paths: [String]
    var reporter: Reporter
    let today: CalendarDate?
    let showsProgress: Bool
    var options = ReadingOptions()
    /// What others found in the documents.
    var annotations: Annotations?
    /// Who is who in the documents, where that was found out over more than these.
    var identities: Identities?
    /// Whether the sum of what was read is said even where nothing was left out.
    var saysSummary = false
    /// Whether the command line says how documents are to be read, which a snapshot has behind it.
    var saysHowToRead = false

    /// As many documents at a time as there are cores in a small machine.
    private static let threads = 2

    /// - Returns: The corpus, and whether everything that was named is in it.
    func load() throws -> (corpus: Corpus, isWhole: Bool) {
        if let path = paths.first(where: SnapshotFile.isSnapshot) { return (try open(path), true) }
        let reader = DocumentReader(names: try reporter.names(beside: paths), with: annotations, identities)
        let (corpus, summary) = try read(by: reader)
        guard summary.documents > 0, !summary.endedEarly else {
            if !summary.endedEarly { reporter.fail(Phrase.nothingLoaded.text(in: reporter.language)) }
            throw Exit(.corpusNotLoaded)
        }
        let isAnnotated = annotations?.finish(reporter) ?? true
        return (corpus, summary.isWhole && isAnnotated)
    }

    private func open(_ path: String) throws -> Corpus {
        if paths.count > 1 {
            reporter.fail(Phrase.snapshotBesideOthers(path).text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
        if saysHowToRead {
            reporter.fail(Phrase.snapshotIsRead(path).text(in: reporter.language))
            throw Exit(.wrongUsage)
        }
        do throws(DixitError) {
            return try SnapshotFile.open(path)
        } catch {
            reporter.report(error, ofFile: path)
            throw Exit(.corpusNotLoaded)
        }
    }

    private func read(by reader: DocumentReader) throws -> (Corpus, ReadingSummary) {
        try waiting { [self] in
            var stream = DocumentStream(at: paths, options: options)
            var report = ReadingReport(reporter)
            var progress = ReadingProgress(isShown: showsProgress, reporter)
            defer { progress.clear() }
            let corpus = try await Corpus(threads: Self.threads, added: today, reader: reader) {
                guard let batch = stream.next() else { return nil }
                if !batch.problems.isEmpty { progress.clear() }
                for problem in batch.problems { report.add(problem) }
                progress.show(stream)
                return batch.documents
            }
            progress.clear()
            report.finish(stream.summary, always: saysSummary)
            return (corpus, stream.summary)
        }
    }
}

/// Does work on other threads while this one, the main thread, waits.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) throws -> Value {
    let outcome = Outcome<Value>()
    let isDone = DispatchSemaphore(value: 0)
    let task = Task.detached {
        do {
            let result = try await work()
            outcome.value.withLock { $0 = .success(result) }
        } catch {
            outcome.value.withLock { $0 = .failure(error) }
        }
        isDone.signal()
    }
    // At the prompt Ctrl-C only raises a flag, which nobody but this thread looks at.
    while isDone.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
        if Interrupt.isRaised { task.cancel() }
    }
    guard let result = outcome.value.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
}

/// What came of work on another thread.
private final class Outcome<Value: Sendable>: Sendable {
    let value = Mutex<Result<Value, any Error>?>(nil)
}

/// One line on the terminal that is written over and over, and taken away at the end.
struct ProgressLine: Sendable {
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

    mutating func show(_ phrase: Phrase) {
        let now = ContinuousClock.now
        guard isShown, now - start > Self.delay, last.map({ now - $0 > Self.step }) ?? true else { return }
        last = now
        StandardError.write("\r\u{1B}[K" + phrase.text(in: language))
    }

    func clear() {
        if last != nil { StandardError.write("\r\u{1B}[K") }
    }
}
