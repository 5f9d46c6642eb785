// A corpus as a snapshot, and a snapshot as a corpus.

import DixitSyntax

/// A corpus laid out as it is written: the same memory, in the order of the file.
///
/// ```swift
/// let snapshot = try corpus.snapshot()
/// file.reserve(snapshot.byteCount)
/// try snapshot.write { try file.append($0) }
/// ```
public struct CorpusSnapshot: Sendable {
    /// The length of the whole.
    public let byteCount: Int
    private let beginning: [UInt8]
    private let memories: [Slab<UInt8>]

    /// - Complexity: linear in the size of the corpus, at the speed of memory: sums are made before the first byte is written.
    fileprivate init(_ store: Store) {
        let sections = SnapshotSections(store.inOrder.withTextsTogether, packing: true).sections
        let names = sections.reduce(0) { $0 + $1.name.utf8.count }
        var offset = SnapshotDirectory.headerSize + SnapshotDirectory.size(sections: sections.count, names: names)
        var entries: [SnapshotDirectory.Section] = []
        var memories: [Slab<UInt8>] = []
        var last: SnapshotSections.Section?
        var written: [Content: (memory: Slab<UInt8>, offset: Int)] = [:]
        for section in sections {
            let memory = section.memory
            var checksum = SnapshotChecksum.of(memory, paddedTo: SnapshotDirectory.alignment)
            var place = offset
            // The list of the statements of a person is that of the speakers of statements from the other end: it is there.
            let content = Content(byteCount: memory.count, checksum: checksum)
            if let same = written[content], same.memory.hasSameBytes(as: memory) {
                place = same.offset
            } else if let longer = section.sum(atBeginningOf: last) {
                // Each text is one sentence: sentences begin where texts do.
                place = offset - SnapshotDirectory.padded(last?.memory.count ?? 0)
                checksum = longer
            } else {
                last = section
                written[content] = (memory, offset)
                memories.append(memory)
                offset += SnapshotDirectory.padded(memory.count)
            }
            entries.append(
                SnapshotDirectory.Section(
                    name: section.name, elementSize: section.elementSize, offset: place,
                    count: memory.count / section.elementSize, checksum: checksum))
        }
        byteCount = offset
        beginning = SnapshotDirectory(sections: entries).bytes(totalLength: offset)
        self.memories = memories
    }

    /// Whether a file that begins with these bytes wants to be a snapshot; eight are enough to know.
    public static func begins(with bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: SnapshotDirectory.sign) }

    /// What memories with the same bytes have in common.
    private struct Content: Hashable {
        let byteCount: Int
        let checksum: UInt64
    }

    /// Hands out the bytes in pieces, which lie one after the other in the file.
    ///
    /// - Parameters:
    ///   - longest: No piece is longer.
    ///   - body: Takes each piece in turn.
    /// - Throws: what `body` throws.
    public func write<Failure: Error>(
        piecesOf longest: Int = 1 << 22, to body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try Self.write(Slab(beginning), longest, to: body)
        for memory in memories { try Self.write(memory, longest, to: body) }
    }

    private static func write<Failure: Error>(
        _ memory: Slab<UInt8>, _ longest: Int, to body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let bytes = UnsafeRawBufferPointer(memory.buffer)
        var place = 0
        while place < bytes.count {
            let end = min(bytes.count, place + max(1, longest))
            try body(UnsafeRawBufferPointer(rebasing: bytes[place..<end]))
            place = end
        }
        let zeros = InlineArray<64, UInt8>(repeating: 0)
        let padding = SnapshotDirectory.padded(memory.count) - memory.count
        if padding > 0 {
            var failure: Failure?
            withUnsafeBytes(of: zeros) { bytes in
                do throws(Failure) {
                    try body(UnsafeRawBufferPointer(rebasing: bytes[..<padding]))
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        }
        // The pieces that were handed out point into it.
        withExtendedLifetime(memory) {}
    }
}

extension Corpus {
    /// The corpus laid out as a snapshot, from which it opens again without anything being parsed.
    ///
    /// - Throws: ``DixitError`` E526 for a schema that could not be read back, and for lists of two thousand million entries.
    public func snapshot() throws(DixitError) -> CorpusSnapshot {
        if let defect = schema.snapshotDefects.first { throw DixitError(.unfitSchema(defect)) }
        do throws(Stop) {
            // What was altered is not to be written with the right sums.
            try store.checkWhole()
        } catch {
            throw DixitError(error.message)
        }
        let tooLarge = SnapshotSections(store).sections.first {
            $0.name != "texts" && $0.memory.count / $0.elementSize >= SnapshotScan.largestLimit
        }
        if let tooLarge { throw DixitError(.oversizedSnapshot(part: tooLarge.name)) }
        return CorpusSnapshot(store)
    }

    /// Opens a snapshot: the corpus reads the memory where it is.
    ///
    /// ```swift
    /// let corpus = try Corpus(snapshot: file.memory, name: "seeds.corpus", keeper: file)
    /// ```
    ///
    /// Whatever the memory has in it, a corpus that opens can be asked anything; see ``SnapshotVerification`` for what is
    /// noticed.
    ///
    /// - Parameters:
    ///   - memory: Nothing may change it while `keeper` lives. At a multiple of 64 bytes it is used in place, else copied.
    ///   - name: What messages call it.
    ///   - verification: How much is read before the first question.
    ///   - work: Checks parts at the same time.
    ///   - keeper: Held for as long as anything reads the memory; frees it at its end.
    /// - Throws: ``DixitError`` E520 … E525.
    /// - Complexity: linear in the size, at the speed of memory; no memory is taken for rows.
    public init(
        snapshot memory: UnsafeRawBufferPointer,
        name: String = "snapshot",
        verifying verification: SnapshotVerification = .full,
        on work: ConcurrentWork = { pieces, work in (0..<pieces).forEach(work) },
        keeper: any AnyObject & Sendable
    ) throws(DixitError) {
        let isAligned = memory.baseAddress.map { UInt(bitPattern: $0) % UInt(SnapshotDirectory.alignment) == 0 } ?? true
        let slab = isAligned ? Slab(borrowing: memory, keeper: keeper) : Slab(Array(memory))
        self.init(store: try Store(snapshot: slab, name: name, verification, on: work))
    }

    /// Opens a snapshot that a program holds as bytes, such as one out of an archive.
    ///
    /// - Throws: ``DixitError`` E520 … E525.
    public init(
        snapshot bytes: [UInt8], name: String = "snapshot", verifying verification: SnapshotVerification = .full
    ) throws(DixitError) {
        let store = try Store(snapshot: Slab(bytes), name: name, verification) { pieces, work in
            (0..<pieces).forEach(work)
        }
        self.init(store: store)
    }
}

extension Store {
    /// - Parameter memory: at a multiple of ``SnapshotDirectory/alignment``.
    fileprivate convenience init(
        snapshot memory: Slab<UInt8>, name: String, _ verification: SnapshotVerification, on work: ConcurrentWork
    ) throws(DixitError) {
        let reader = try SnapshotReader(memory, name: name)
        let whole = reader.part()
        let schema = try whole.schema()
        let names = schema.sets.filter { $0.part == nil }.map(\.name)
        let counts: Slab<UInt64> = try whole.slab("rows", .anything, count: names.count)
        guard counts.allSatisfy({ $0 < UInt64(Int32.max) }) else { throw whole.impossible("rows") }
        let bytes: Slab<UInt8> = try whole.slab("texts", .readLater)
        let sums: Slab<UInt32> = try whole.slab("text-sums", .anything, count: TextSeal.count(of: bytes.count))
        let seal =
            verification == .full
            ? nil : TextSeal(bytes, sums: sums, source: SnapshotSource(snapshot: name, part: "texts"))
        let documentTexts = try DocumentTexts(from: reader.part("documents"), of: bytes.count)
        let source = SnapshotTables(
            schema: schema, names: names, rowCounts: counts.map { Int($0) }, bytes: bytes, seal: seal)
        var tables: [Table] = []
        for number in names.indices { tables.append(try source.table(number, from: reader)) }
        if let documents = schema.documents, tables.contains(where: { $0.places != nil }),
            documentTexts.count != source.rowCount(of: documents.set)
        {
            throw whole.impossible("documents")
        }
        let evidence = try LinkedEvidence(from: reader.part("evidence"), of: source)
        try reader.check(verification, on: work)
        self.init(
            schema: schema, tables: tables, bytes: TextBytes(bytes), documentTexts: documentTexts, evidence: evidence,
            seal: seal)
    }
}

extension SnapshotPart {
    /// The schema, in which nothing is ambiguous.
    fileprivate func schema() throws(DixitError) -> Schema {
        let bytes: Slab<UInt8> = try slab("schema", .anything)
        try checkSum(of: "schema")
        guard let schema = Schema(snapshotBytes: bytes) else { throw impossible("schema") }
        guard schema.snapshotDefects.isEmpty else { throw impossible("schema") }
        return schema
    }
}
