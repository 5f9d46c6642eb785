// Reads documents one after the other or several at a time, and writes what is found in their order.

import Dispatch
import Dixit
import DixitFormats
import Synchronization

/// A run over any number of documents in memory that does not grow with them.
struct ExtractionRun: Sendable {
    let threads: Int
    /// The lines of one document, with what they call it.
    let lines: @Sendable (_ document: Document, _ name: String) -> [UInt8]

    /// The documents that are in memory at once, for each thread; the threads wait for each other at the end of so many.
    private static let window = 128

    /// Writes the lines of all documents, whatever the number of threads in the same order.
    func write(
        _ stream: inout DocumentStream, to output: OutputFile, afterBatch: (DocumentBatch, DocumentStream) -> Void
    ) throws(OutputProblem) {
        while let batch = stream.next(upTo: Self.window * threads) {
            for piece in pieces(of: batch) { try output.write(piece[...]) }
            afterBatch(batch, stream)
        }
    }

    private func pieces(of batch: DocumentBatch) -> [[UInt8]] {
        let count = batch.documents.count
        if threads == 1 || count < 2 { return zip(batch.documents, batch.names).map(lines) }
        let pieces = Mutex([[UInt8]](repeating: [], count: count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while !Interrupt.isRaised {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let piece = lines(batch.documents[index], batch.names[index])
                pieces.withLock { $0[index] = piece }
            }
        }
        return pieces.withLock { $0 }
    }
}
