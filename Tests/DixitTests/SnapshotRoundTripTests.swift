// A corpus and the one that its snapshot opens as: nobody can tell them apart.

import Dixit
import DixitExtraction
import DixitText
import TestSupport
import Testing

extension Corpus {
    /// The bytes of its snapshot.
    func snapshotBytes(piecesOf longest: Int = 1 << 22) throws -> [UInt8] {
        let snapshot = try snapshot()
        var bytes: [UInt8] = []
        snapshot.write(piecesOf: longest) { bytes.append(contentsOf: $0) }
        #expect(bytes.count == snapshot.byteCount)
        return bytes
    }

    /// What its snapshot opens as.
    func reopened() throws -> Corpus { try Corpus(snapshot: try snapshotBytes()) }
}

/// Rows as text, with everything that an answer says.
private func text(_ answer: Answer) -> String {
    answer.rows.map { row in row.values.map(\.description).joined(separator: "\t") }.joined(separator: "\n")
}

@Suite struct SnapshotRoundTripTests {
    @Test(arguments: [0, 1, 40]) func recordsOfAnySchemaComeBack(statements: Int) throws {
        let corpus = try SmallRecords(seed: 11, statements: statements).corpus()
        let reopened = try corpus.reopened()
        #expect(reopened.schema == corpus.schema)
        #expect(reopened.dump == corpus.dump)
        #expect(reopened.defects == [])
    }

    @Test func documentsComeBack() throws {
        var first = HandmadeDocument(
            "a", "M. Dupont, ministre, a dit : « L’école est ouverte. »\nIl a ajouté que tout va bien.",
            date: "2016-05-12", title: "L’école", outlet: "Le Journal")
        let speaker = first.entity(.person, "Dupont", roles: ["ministre"])
        first.statement(speaker, "L’école est ouverte.", mode: .direct)
        first.statement(speaker, "tout va bien")
        let corpus = Corpus([first, naming("b", .place, "Rabat", date: "2016-05-13")])
        let reopened = try corpus.reopened()
        #expect(reopened.schema == .news)
        #expect(reopened.dump == corpus.dump)
        #expect(reopened.defects == [])
        let query = Query(text: "find statements where text contains \"école\"")
        let row = try #require(try reopened.answer(to: query).rows.first)
        let passage = try #require(reopened.passage(of: row, context: 5))
        #expect(passage.text == "L’école est ouverte." && passage.document == "a" && passage.title == "L’école")
    }

    @Test func aCorpusWithoutDocumentsComesBack() throws {
        let corpus = Corpus(documents: [])
        #expect(try corpus.reopened().dump == corpus.dump)
    }

    /// What is opened answers random queries, orders and counts as what was built does.
    @Test(arguments: 0..<4 as Range<UInt64>) func answersTheSame(seed: UInt64) throws {
        let corpus = try SmallRecords(seed: seed &+ 900, statements: 60).corpus()
        let reopened = try corpus.reopened()
        var generator = RandomQuery(seed: seed &* 7_907)
        for number in 0..<200 {
            let query = Query(text: number % 3 == 0 ? generator.count() : generator.find())
            #expect(
                try text(reopened.answer(to: query)) == text(corpus.answer(to: query)), "corpus \(seed): \(query.text)")
        }
    }

    /// Lists that are long enough to be packed in blocks.
    @Test(arguments: [SnapshotVerification.full, .whenRead])
    func manyRowsAnswerTheSame(verification: SnapshotVerification) throws {
        let corpus = try SmallRecords(seed: 77, statements: 1500).corpus()
        let reopened = try Corpus(snapshot: try corpus.snapshotBytes(), verifying: verification)
        #expect(reopened.contents == corpus.contents)
        var generator = RandomQuery(seed: 41)
        for number in 0..<150 {
            let query = Query(text: number % 3 == 0 ? generator.count() : generator.find())
            #expect(try text(reopened.answer(to: query)) == text(corpus.answer(to: query)), "\(query.text)")
        }
        #expect(try reopened.snapshotBytes() == corpus.snapshotBytes())
    }

    @Test func aSnapshotOfASnapshotIsTheSame() throws {
        let bytes = try SmallRecords(seed: 3, statements: 20).corpus().snapshotBytes()
        #expect(try Corpus(snapshot: bytes).snapshotBytes(piecesOf: 100) == bytes)
    }

    /// Memory at any address, which is copied where it is not aligned, kept where it is.
    @Test(arguments: [0, 1, 8, 63]) func readsMemoryWhereverItIs(shift: Int) throws {
        let corpus = try SmallRecords(seed: 4, statements: 20).corpus()
        let bytes = try corpus.snapshotBytes()
        var reopened: Corpus?
        do {
            let memory = AlignedMemory(bytes, shift: shift)
            reopened = try Corpus(snapshot: memory.bytes, keeper: memory)
        }
        #expect(reopened?.dump == corpus.dump)
    }

    @Test func asksFromManyThreads() async throws {
        let corpus = try SmallRecords(seed: 8, statements: 60).corpus()
        let reopened = try corpus.reopened()
        let queries =
            (0..<40).map { _ in "count statements by speaker" } + ["find statements where text contains \"pays\""]
        let expected = try queries.map { try text(corpus.answer(to: Query(text: $0))) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try queries.map { try text(reopened.answer(to: Query(text: $0))) } == expected }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }

    /// Relations that are each other's inverse, and whatever else says the same, are in a snapshot once.
    @Test func isNotLargerThanItsParts() throws {
        let corpus = try SmallRecords(seed: 8, statements: 600).corpus()
        let statistics = corpus.statistics
        #expect(statistics.components.contains { $0.name == "statements.text" && $0.bytes > 0 })
        #expect(statistics.bytes == statistics.components.reduce(0) { $0 + $1.bytes })
        #expect(statistics.counts.first { $0.set == "statements" }?.rows == 600)
        let million = try #require(statistics.bytesPerMillion(of: "statements"))
        #expect(abs(million - statistics.bytes * 1_000_000 / 600) <= 1)
        #expect(statistics.bytesPerMillion(of: "nothing") == nil)
        #expect(try corpus.snapshot().byteCount < statistics.bytes + 64 * 1024)
    }

    @Test func aSchemaThatCannotBeReadBackHasNoSnapshot() throws {
        let set = SetSchema(
            "find", singular: "found", documentation: LocalizedText(english: "", french: ""),
            fields: [FieldSchema("id", .keyword(), documentation: LocalizedText(english: "", french: ""))])
        let corpus = try RecordBuilder(schema: Schema(sets: [set])).finish()
        #expect(throws: DixitError.self) { try corpus.snapshot() }
    }
}

/// Bytes at an address that is so many more than a multiple of 64.
private final class AlignedMemory: @unchecked Sendable {
    private let start: UnsafeMutableRawPointer
    let bytes: UnsafeRawBufferPointer

    init(_ source: [UInt8], shift: Int) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: source.count + shift, alignment: 64)
        UnsafeMutableRawBufferPointer(start: memory + shift, count: source.count).copyBytes(from: source)
        start = memory
        bytes = UnsafeRawBufferPointer(start: memory + shift, count: source.count)
    }

    deinit {
        // Whoever still looks at it should see that it is gone.
        let memory = UnsafeMutableRawBufferPointer(mutating: bytes)
        memory.copyBytes(from: repeatElement(0xFF, count: memory.count))
        start.deallocate()
    }
}
