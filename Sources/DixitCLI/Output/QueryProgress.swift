// Says that a question is still being answered, when that takes long.

import Dixit
import Synchronization

/// A line with the time, written while a query runs and taken away before its answer.
///
/// The engine asks about every millisecond whether to go on; that is when the line is renewed.
final class QueryProgress: Sendable {
    private let line: Mutex<ProgressLine>
    private let start = ContinuousClock.now

    init(isShown: Bool, language: Language) {
        line = Mutex(ProgressLine(isShown: isShown, language: language))
    }

    func tick() {
        let time = ContinuousClock.now - start
        line.withLock { $0.show(.running(time)) }
    }

    func clear() {
        line.withLock { $0.clear() }
    }
}
