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
    ///
    /// While documents of one batch are looked through, the next batch is read: reading is a piece of work like a document.
    func write(
        _ stream: inout DocumentStream, to output: OutputFile, afterBatch: (DocumentBatch, DocumentStream) -> Void
    ) throws(OutputProblem) {
        let window = Self.window * threads
        var current = stream.next(upTo: window)
        while let batch = current {
            let pieces: [[UInt8]]
            if threads == 1 || batch.documents.count < 2 {
                pieces = zip(batch.documents, batch.names).map(lines)
                current = nil
            } else {
                // Lines that somebody is waiting for are answered before anybody is waited for.
                let readsOn = stream.isReady
                (pieces, current) = self.pieces(of: batch, while: { readsOn ? stream.next(upTo: window) : nil })
            }
            for piece in pieces { try output.write(piece[...]) }
            afterBatch(batch, stream)
            if current == nil { current = stream.next(upTo: window) }
        }
    }

    /// The lines of each document of a batch, and what `read` gives, which is called once on one of the threads.
    private func pieces(
        of batch: DocumentBatch, while read: () -> DocumentBatch?
    ) -> (pieces: [[UInt8]], next: DocumentBatch?) {
        let count = batch.documents.count
        let pieces = Mutex([[UInt8]](repeating: [], count: count))
        let following = Mutex<DocumentBatch?>(nil)
        let next = Atomic<Int>(0)
        // Only the thread that takes the first piece of work calls it, and this function does not return before.
        nonisolated(unsafe) let read = read
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            while !Interrupt.isRaised {
                let work = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if work == 0 {
                    let batch = read()
                    following.withLock { $0 = batch }
                    continue
                }
                guard work <= count else { return }
                let piece = lines(batch.documents[work - 1], batch.names[work - 1])
                pieces.withLock { $0[work - 1] = piece }
            }
        }
        return (pieces.withLock { $0 }, following.withLock { $0 })
    }
}
