// Questions that are stopped while they run: how often they look, that they stop wherever it is, and how much memory they take.

import Dixit
import Synchronization
import TestSupport
import Testing

/// Each kind of long loop: orders, groups, samples, comparisons, texts.
private let shapes = [
    "find statements sort by date", "find statements sort by title", "find statements sort by words desc, mode",
    "find statements sort by speaker.name", "find statements sort by count of audience",
    "find statements where text contains \"la\" or text contains \"pays\" sort by relevance",
    "find statements sort by words limit 3", "count statements by title", "count statements by mode",
    "count statements by speaker, topics", "count statements by date.month", "count statements by topics",
    "count distinct title in statements", "count distinct speaker in statements",
    "count distinct mode in statements by speaker", "find statements where date = heard",
    "find statements where title = \"la\"", "find statements where text matches /s.*c/",
    "find statements where text contains exactly \"Le\" or text contains exactly \"l'école\"",
    "find statements where text contains \"la\" near \"pays\"", "find statements sample 7 seed 3 sort by mode",
    "find statements where date.weekday = 3 or date.year = 2016", "find statements where words > 2 and sure = true",
    "find statements where not title contains \"la\" and text contains \"école\" within 4 words of \"pays\"",
    "find people where count of statements > 3 sort by count of statements desc",
]

@Suite struct StoppingTests {
    private let corpus: Corpus
    private static let rows = 900

    init() throws { corpus = try SmallRecords(seed: 5, statements: Self.rows).corpus() }

    /// Asks, looking at every step, and stops at one of them.
    ///
    /// - Returns: how often was looked, and the code of what stopped it.
    private func ask(_ query: String, stoppingAt stop: Int = .max, memory: Int? = nil) -> (looks: Int, code: String?) {
        let looks = Looks()
        var session = Session(corpus)
        session.budget = Budget(memory: memory, isCancelled: { looks.next() >= stop })
        session.budget.stepsBetweenLooks = 1
        do {
            try session.run(Query(text: query))
            return (looks.count, nil)
        } catch {
            return (looks.count, error.code)
        }
    }

    /// Whatever takes long says so while it does: as many looks as blocks of rows, and more where a row takes longer.
    @Test(arguments: shapes) func everyShapeStopsWhereverItIs(query: String) {
        let (all, code) = ask(query)
        #expect(code == nil && all >= 2, "\(query): \(all)")
        for stop in Set([1, 2, all / 3, all / 2, all - 1, all]) where stop > 0 {
            let (looks, code) = ask(query, stoppingAt: stop)
            #expect(code == "E505" && looks == stop, "\(query): \(looks) of \(all)")
        }
    }

    @Test(arguments: [
        "find statements sort by title", "count statements by title", "find statements sort by words",
        "count statements by speaker, topics", "count statements by speaker", "find statements where date = heard",
        "find statements where text contains \"la\" near \"pays\"",
    ])
    func memoryIsLimited(query: String) {
        #expect(ask(query, memory: 16).code == "E504", "\(query)")
        #expect(ask(query, memory: 10_000_000).code == nil, "\(query)")
    }

    /// Sorting in blocks is sorting: the same order, ties as they were.
    @Test func longAnswersAreSorted() throws {
        let corpus = try SmallRecords(seed: 6, statements: 9_000).corpus()
        let answer = try corpus.answer(to: "find statements sort by words desc, mode show words, mode, id")
        let rows = answer.rows.map { row in (row[0], row[1].description, row[2].description) }
        func rank(_ value: Value) -> Int { if case .integer(let number) = value { number } else { -1 } }
        #expect(rows.count == 9_000)
        for (left, right) in zip(rows, rows.dropFirst()) {
            #expect(rank(left.0) >= rank(right.0))
            if rank(left.0) == rank(right.0), !left.1.isEmpty, !right.1.isEmpty { #expect(left.1 <= right.1) }
        }
    }
}

private final class Looks: Sendable {
    private let number = Atomic<Int>(0)
    var count: Int { number.load(ordering: .relaxed) }
    func next() -> Int { number.add(1, ordering: .relaxed).newValue }
}
