// Many threads ask while one adds documents; run under the thread sanitizer by `make test-threads`.

import Dixit
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
    private actor Shelf {
        private(set) var corpus: Corpus

        init(_ corpus: Corpus) { self.corpus = corpus }

        func add(_ document: Document) throws(DixitError) { corpus = try corpus.adding([document]) }
    }

    private static func document(_ number: Int, isLater: Bool = false) -> Document {
        let speaker = ["Claire Fontaine", "Paul Mercier", "Nadia Alaoui"][number % 3]
        return Document(
            id: "a\(number)",
            text: "« Le budget numéro \(number) est voté », a déclaré \(speaker), ministre des Finances.",
            date: CalendarDate(year: isLater ? 2025 : 2024, month: 1 + number % 12))
    }

    /// Each reader keeps the corpus it took: its answers stay consistent with each other, and counts never fall. Documents come in
    /// between the old ones, or behind those of a snapshot, in the memory that the others read.
    @Test(arguments: [false, true]) func readersAskWhileDocumentsAreAdded(behindSnapshot: Bool) async throws {
        let (first, added, readers) = (12, 12, 6)
        let base = Corpus(documents: (0..<first).map { Self.document($0) })
        let shelf = Shelf(
            behindSnapshot ? try Corpus(snapshot: base.snapshotBytes(), verifying: .whenRead) : base)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in first..<first + added {
                    try await shelf.add(Self.document(number, isLater: behindSnapshot))
                }
            }
            for reader in 0..<readers {
                group.addTask {
                    var last = first
                    var turn = reader
                    while last < first + added {
                        let corpus = await shelf.corpus
                        let all = try corpus.answer(to: "count statements").count
                        #expect(all >= last && all == corpus.count(of: "statements"))
                        let groups = try corpus.answer(to: "count statements by speaker")
                        #expect(groups.rows.reduce(0) { $0 + (Int($1["count"]?.description ?? "") ?? 0) } == all)
                        let ids = try corpus.answer(to: "find documents sort by id show id").rows.map {
                            $0[0].description
                        }
                        #expect(ids == ids.sorted() && ids.count == corpus.count(of: "documents"))
                        switch turn % 4 {
                        case 0:
                            let found = try corpus.answer(
                                to: "find statements where text contains \"budget\" sort by relevance")
                            #expect(found.rows.count == all)
                        case 1:
                            let row = try corpus.answer(to: "find statements sort by date desc limit 1").rows.first
                            #expect(row.flatMap { corpus.passage(of: $0) } != nil)
                        case 2:
                            let why = try Session(corpus).why("a1:1", in: "find statements where speaker = \"Mercier\"")
                            #expect(why.outcome != .notFound)
                        default:
                            var awaited = 0
                            for try await _ in corpus.rows(for: "find statements where text matches /num.ro/") {
                                awaited += 1
                            }
                            #expect(awaited == all)
                        }
                        (last, turn) = (all, turn + 1)
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(await shelf.corpus.count(of: "documents") == first + added)
    }

    /// The memory of long unpacked lists goes from one question to the next, never to two at once.
    @Test func longListsOfASnapshotAreUnpackedByManyAtOnce() async throws {
        let whole = try SmallRecords(seed: 3, statements: 36_000).corpus()
        let corpus = try Corpus(snapshot: whole.snapshotBytes(), verifying: .whenRead)
        let questions = [
            "count statements where text contains \"la\"", "count statements where text contains \"réforme\"",
            "count statements where text contains \"la réforme\"",
            "count statements where text contains \"accord\" near \"pays\"",
        ]
        let expected = try questions.map { try whole.answer(to: Query(text: $0)).count }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let place = number % questions.count
                    let count = try corpus.answer(to: Query(text: questions[place])).count
                    #expect(count == expected[place])
                }
            }
            try await group.waitForAll()
        }
    }

    /// One prepared query and one corpus, asked from many tasks at once.
    @Test func aPreparedQueryIsShared() async throws {
        let corpus = Corpus(documents: (0..<30).map { Self.document($0) })
        let prepared = try corpus.prepare("count statements where speaker = $who")
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try prepared.answer(["who": .text(["Fontaine", "Mercier", "Alaoui"][number % 3])]).count
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(counts == [10])
    }
}
