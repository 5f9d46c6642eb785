// Reads documents one after the other or several at a time, and writes what is found in their order.

import Dispatch
import Dixit
import DixitFormats

/// A run over any number of documents in memory that does not grow with them, nor with what is written of one.
struct ExtractionRun: Sendable {
    let threads: Int
    /// Appends the lines of one document, with what they call it.
    let append: @Sendable (_ document: Document, _ name: String, _ buffer: inout LineBuffer) -> Void

    /// The documents that are read at once.
    private static let batch = 64
    /// The pieces, for each thread, that may be done before one that takes long.
    private static let window = 16

    /// Writes the lines of all documents, whatever the number of threads in the same order.
    ///
    /// - Parameter onBatch: Is told of what is read, on one thread or another, never on two at once.
    func write(
        _ stream: inout DocumentStream, to file: OutputFile, onBatch: (DocumentBatch, DocumentStream) -> Void
    ) throws(OutputProblem) {
        let output = OrderedOutput(file)
        work(for: output) { waits in
            if !waits, !stream.isReady { return .notReady }
            guard let batch = stream.next(upTo: Self.batch) else { return .end }
            onBatch(batch, stream)
            return .batch(batch)
        }
        if let problem = output.problem { throw problem }
    }

    private func work(for output: OrderedOutput, reading read: (_ waits: Bool) -> DocumentQueue.Reading) {
        let queue = DocumentQueue(fewest: threads)
        // The queue calls it on one thread at a time, and this function does not return before all are done.
        nonisolated(unsafe) let read = read
        if threads == 1 {
            work(queue, output, read)
        } else {
            DispatchQueue.concurrentPerform(iterations: threads) { _ in work(queue, output, read) }
        }
    }

    /// What one thread does.
    private func work(
        _ queue: DocumentQueue, _ output: OrderedOutput, _ read: (_ waits: Bool) -> DocumentQueue.Reading
    ) {
        while output.problem == nil, let piece = queue.next(reading: read) {
            var buffer = LineBuffer { output.write($0, of: piece.number) }
            for (document, name) in zip(piece.documents, piece.names) where !Interrupt.isRaised {
                append(document, name, &buffer)
            }
            if Interrupt.isRaised { return output.stop(.interrupted) }
            output.finish(piece.number, with: buffer.bytes)
            output.wait(for: piece.number - Self.window * threads)
        }
    }
}
