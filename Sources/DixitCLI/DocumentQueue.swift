// Documents that are waiting to be looked through, for several threads that take and fill in turn.

import Dispatch
import Dixit
import DixitFormats
import Synchronization

/// Hands documents out, some at a time, each piece with its number.
///
/// There is no thread for reading: whoever finds few documents left reads on, while others work on those that are there.
final class DocumentQueue: Sendable {
    /// Some documents that follow each other, and what they are called.
    struct Piece: Sendable {
        let number: Int
        let documents: ArraySlice<Document>
        let names: ArraySlice<String>
    }

    /// What came of an attempt to read on.
    enum Reading {
        case batch(DocumentBatch)
        /// Reading on would mean to wait for somebody who writes.
        case notReady
        case end
    }

    private struct State {
        var pieces: [Piece] = []
        /// The place of the first piece that has not been taken.
        var first = 0
        var pieceCount = 0
        var isReading = false
        var isAtEnd = false
        var waiting: [DispatchSemaphore] = []

        var left: Int { pieces.count - first }
    }

    private enum Step {
        case take(Piece)
        case read(waits: Bool)
        case wait(DispatchSemaphore)
        case end
    }

    private let state = Mutex(State())
    private let fewest: Int

    /// So many documents make a piece, or fewer with so many bytes.
    private static let mostDocuments = 8
    private static let mostBytes = 1 << 16

    /// - Parameter fewest: With fewer pieces left somebody reads on.
    init(fewest: Int) { self.fewest = fewest }

    /// The next documents; nil at the end.
    ///
    /// - Parameter read: Reads on, and may wait for documents where it is told so; called by one thread at a time.
    func next(reading read: (_ waits: Bool) -> Reading) -> Piece? {
        var mayRead = true
        while true {
            switch step(mayRead) {
            case .take(let piece): return piece
            case .end: return nil
            case .wait(let wake): wake.wait()
            case .read(let waits):
                let reading = read(waits)
                if case .notReady = reading { mayRead = false }
                add(reading)
            }
        }
    }

    private func step(_ mayRead: Bool) -> Step {
        state.withLock { state in
            if !state.isReading, !state.isAtEnd, state.left == 0 || mayRead && state.left < fewest {
                state.isReading = true
                return .read(waits: state.left == 0)
            }
            if state.left > 0 {
                state.first += 1
                return .take(state.pieces[state.first - 1])
            }
            if state.isAtEnd { return .end }
            let wake = DispatchSemaphore(value: 0)
            state.waiting.append(wake)
            return .wait(wake)
        }
    }

    private func add(_ reading: Reading) {
        let waiting = state.withLock { state in
            state.isReading = false
            switch reading {
            case .batch(let batch):
                state.pieces.removeFirst(state.first)
                state.first = 0
                Self.cut(batch, into: &state)
            case .notReady: break
            case .end: state.isAtEnd = true
            }
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.signal() }
    }

    private static func cut(_ batch: DocumentBatch, into state: inout State) {
        var start = 0
        var bytes = 0
        for (index, document) in batch.documents.enumerated() {
            bytes += document.text.utf8.count
            let end = index + 1
            guard end - start == mostDocuments || bytes >= mostBytes || end == batch.documents.count else { continue }
            state.pieces.append(
                Piece(
                    number: state.pieceCount, documents: batch.documents[start..<end], names: batch.names[start..<end]))
            state.pieceCount += 1
            (start, bytes) = (end, 0)
        }
    }
}
