// Says what is wrong with documents while they are read, and at the end what came of it.

import Dixit
import DixitFormats

/// Prints the first problems of each kind and counts the others.
struct ReadingReport: Sendable {
    private let reporter: Reporter
    private var counts = ProblemCounts { $0.hasPrefix("N") ? mostNotes : ProblemCounts.mostOfAKind }

    private static let mostNotes = 3

    init(_ reporter: Reporter) { self.reporter = reporter }

    mutating func add(_ problem: ReadingProblem) {
        if counts.add(problem.code) { reporter.report(problem) }
    }

    /// How many were not printed, and the sum of it all where something was left out or `always`.
    func finish(_ summary: ReadingSummary, always: Bool) {
        counts.reportRest(to: reporter)
        if summary.endedEarly { reporter.fail(Phrase.endedEarly.text(in: reporter.language)) }
        if always || summary.duplicates > 0 || summary.skippedRecords > 0 {
            reporter.say(Phrase.readDocuments(summary).text(in: reporter.language))
        }
    }
}

/// How far the reading of documents is, on one line of the terminal.
struct ReadingProgress: Sendable {
    private var line: ProgressLine
    private let start = ContinuousClock.now

    init(isShown: Bool, _ reporter: Reporter) {
        line = ProgressLine(isShown: isShown && !reporter.isQuiet, language: reporter.language)
    }

    mutating func show(_ stream: DocumentStream) {
        let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
        let rate = Double(stream.bytesRead) / seconds
        let left = stream.allBytes.map { Int((Double(max(0, $0 - stream.bytesRead)) / max(rate, 1)).rounded(.up)) }
        line.show(
            .readingDocuments(stream.summary.documents, kilobytesPerSecond: Int(rate / 1000), secondsLeft: left))
    }

    func clear() { line.clear() }
}
