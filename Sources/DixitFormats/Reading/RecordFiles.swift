// A corpus from files of records that were extracted elsewhere.

public import Dixit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads JSON Lines files, one object a row, into a corpus of any schema.
///
/// The fields of an object are those of the schema: texts, numbers, `true` and `false`, dates as `"2016-05-12"`, `"2016-05"` or
/// `2016`, relations as the id of the other row or a list of ids. `null` is a missing value.
///
/// ```swift
/// let corpus = try await RecordFiles.read(
///     [RecordFile("people.jsonl", of: "people"), RecordFile("statements.jsonl", of: "statements")], schema: schema)
/// ```
public enum RecordFiles {
    /// Reads files, the rows of one set in the order of the files and of their lines.
    ///
    /// - Parameters:
    ///   - threads: How many blocks of lines are decoded at a time; the corpus is the same for any number.
    ///   - progress: Called after each block with the number of rows read.
    /// - Throws: ``RecordProblem`` for the first line that is wrong; `CancellationError` when the task is cancelled.
    public static func read(
        _ files: [RecordFile], schema: Schema, threads: Int = 2, progress: (Int) -> Void = { _ in }
    ) async throws -> Corpus {
        var builder = RecordBuilder(schema: schema)
        for file in files {
            let plan = RecordPlan(file, schema)
            let layout = try layout(plan, file, builder)
            var lines = try RecordBlocks(file.path)
            var blocks = BlockQueue(plan: plan, file: file, empty: builder.batch(as: layout))
            try await withThrowingTaskGroup(of: BlockQueue.Rows.self) { group in
                for _ in 0..<max(1, threads) + 1 { try blocks.start(&lines, in: &group) }
                while let rows = try await group.next() {
                    blocks.finish(rows)
                    // Another one is started when one has left: those that are behind a slow one do not pile up.
                    while let rows = blocks.next() {
                        try blocks.start(&lines, in: &group)
                        // One block tells about how much room all of them take.
                        if rows.number == 0, let size = lines.size, rows.byteCount > 0 {
                            builder.reserve(rows.batch, times: Double(size) / Double(rows.byteCount))
                        }
                        builder.add(rows.batch)
                        if let problem = rows.problem { throw problem }
                        progress(builder.count)
                    }
                }
            }
        }
        try Task.checkCancellation()
        do {
            return try threads > 1 ? builder.finish(on: ThreadPair.perform) : builder.finish()
        } catch {
            throw RecordProblem(.record(error))
        }
    }

    private static func layout(
        _ plan: RecordPlan, _ file: RecordFile, _ builder: borrowing RecordBuilder
    ) throws(RecordProblem) -> RecordLayout {
        do throws(DixitError) {
            // A name that the schema has not is a mistake of the caller's.
            _ = try builder.layout(of: file.set, fields: file.fields.values.compactMap { $0 }.sorted())
            return try builder.layout(of: file.set, fields: plan.fields.map(\.name))
        } catch {
            throw RecordProblem(.record(error), at: file.path)
        }
    }
}

/// The blocks of a file that are being decoded: they come back in any order and leave in the file's.
private struct BlockQueue {
    /// What a block of lines holds, up to the first line that is wrong.
    struct Rows: Sendable {
        let number: Int
        /// Of its lines.
        let byteCount: Int
        var batch: RecordBatch
        var problem: RecordProblem?
    }

    let plan: RecordPlan
    let file: RecordFile
    /// What each block begins with.
    let empty: RecordBatch
    private var started = 0
    private var left = 0
    private var finished: [Int: Rows] = [:]

    init(plan: RecordPlan, file: RecordFile, empty: RecordBatch) {
        self.plan = plan
        self.file = file
        self.empty = empty
    }

    /// Starts to decode the next block, if there is one.
    mutating func start(_ lines: inout RecordBlocks, in group: inout ThrowingTaskGroup<Rows, any Error>) throws {
        try Task.checkCancellation()
        guard let block = try lines.next() else { return }
        let (plan, file, rows) = (plan, file, Rows(number: started, byteCount: block.bytes.count, batch: empty))
        started += 1
        group.addTask { Self.decode(block, rows, plan, file) }
    }

    mutating func finish(_ rows: Rows) { finished[rows.number] = rows }

    /// The next block in the file's order; nil while it is not decoded.
    mutating func next() -> Rows? {
        guard let rows = finished.removeValue(forKey: left) else { return nil }
        left += 1
        return rows
    }

    private static func decode(
        _ block: LineBlocks.Block, _ empty: Rows, _ plan: RecordPlan, _ file: RecordFile
    ) -> Rows {
        let scanner = RecordScanner(plan)
        let decoder = JSONDecoder()
        var rows = empty
        do throws(RecordProblem) {
            try block.forEachLine { bytes, line throws(RecordProblem) in
                do {
                    if scanner.read(bytes) {
                        try rows.batch.add(scanner.row)
                    } else {
                        let record = try decoder.decode(RecordLine.self, from: Data(bytes), configuration: plan)
                        try rows.batch.add(record.values)
                    }
                } catch let error as DixitError {
                    throw RecordProblem(.record(error), at: file.path, line: line)
                } catch let error as RecordLine.UnfitField {
                    throw RecordProblem(
                        .unfitForm(field: error.field.name, form: error.field.form), at: file.path, line: line)
                } catch let error as RecordLine.UnknownField {
                    throw RecordProblem(.unknownField(error.name), at: file.path, line: line)
                } catch {
                    throw RecordProblem(.noObject, at: file.path, line: line)
                }
            }
        } catch {
            rows.problem = error
        }
        return rows
    }
}
