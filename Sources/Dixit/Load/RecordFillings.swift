// The columns of all tables, made at the same time.

import Synchronization

/// The fields of gathered rows on their way into columns, each a piece of work of its own.
struct RecordFillings {
    struct Filling: Sendable {
        let table: Int
        let field: FieldSchema
        let filling: RecordFilling
    }

    struct Column: Sendable {
        let table: Int
        let field: FieldSchema
        /// Where a relation names an id that no row has, that.
        let filling: Result<TableBuilder.Filling, UnknownRecordId>
    }

    private let fillings: [Filling]

    init(_ fillings: [Filling]) { self.fillings = fillings }

    /// The columns in the order of the fillings, whose memory is free once its column is there.
    ///
    /// Texts are shared by all threads, one after the other; of what is left each thread takes the next.
    consuming func finished(bytes: Slab<UInt8>, on work: ConcurrentWork) -> [Column] {
        let texts = fillings.indices.filter { fillings[$0].filling.isText }
        let others = fillings.indices.filter { !fillings[$0].filling.isText }
        let waiting = Mutex<[Filling?]>(fillings)
        self = RecordFillings([])
        let finished = Mutex<[Column?]>([Column?](repeating: nil, count: texts.count + others.count))
        @Sendable func finish(_ number: Int, on work: ConcurrentWork) {
            guard let next = waiting.withLock({ $0[number].take() }) else { return }
            let (table, field) = (next.table, next.field)
            let column = Column(table: table, field: field, filling: Self.filled(next.filling, bytes, on: work))
            finished.withLock { $0[number] = column }
        }
        for number in texts { finish(number, on: work) }
        work(others.count) { piece in
            finish(others[piece]) { pieces, work in (0..<pieces).forEach(work) }
        }
        return finished.withLock { $0.compactMap { $0 } }
    }

    private static func filled(
        _ filling: consuming RecordFilling, _ bytes: Slab<UInt8>, on work: ConcurrentWork
    ) -> Result<TableBuilder.Filling, UnknownRecordId> {
        do throws(UnknownRecordId) {
            return .success(try filling.finished(bytes: bytes, on: work))
        } catch {
            return .failure(error)
        }
    }
}
