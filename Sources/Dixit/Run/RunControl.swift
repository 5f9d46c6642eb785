// The limits of one run, and what it has cost so far.

import DixitSyntax

/// Why a run ended before it was done.
struct Stop: Error {
    let message: Message
}

/// Counts work, and stops a run that goes over its budget or is cancelled.
///
/// Every loop over rows or postings reports what it does; about every millisecond of work the clock and the caller's wish are
/// looked at.
final class RunControl {
    private(set) var work = Answer.Work()
    private let deadline: ContinuousClock.Instant?
    private let milliseconds: Int
    private let rowLimit: Int?
    private let memoryLimit: Int?
    private let isCancelled: (@Sendable () -> Bool)?
    private var sinceLook = 0
    /// The memory that was taken so far.
    private var bytesTaken = 0
    /// The steps after which the clock is looked at: about a millisecond of the cheapest loop.
    private let stride: Int
    /// Whether lists of rows that are unpacked are kept until the run ends.
    var keepsPostings = false
    private var kept: [(index: ObjectIdentifier, term: Int, rows: Slab<UInt32>)] = []
    /// More lists than a question with few words has.
    private static let mostKept = 8

    init(_ budget: Budget) {
        deadline = budget.time.map { ContinuousClock.now + $0 }
        milliseconds =
            budget.time.map { Int($0.components.seconds * 1000 + $0.components.attoseconds / 1_000_000_000_000_000) }
            ?? 0
        rowLimit = budget.rows
        memoryLimit = budget.memory
        isCancelled = budget.isCancelled
        stride = budget.stepsBetweenLooks
    }

    /// For work that is small and bounded, such as looking up the names of a query.
    static var unlimited: RunControl { RunControl(Budget(isCancelled: { false })) }

    /// A list of rows that was unpacked before in this run, or now.
    func postings(
        of index: TextIndex, _ term: Int, _ unpack: () throws(Stop) -> Slab<UInt32>
    ) throws(Stop) -> Slab<UInt32> {
        if !keepsPostings { return try unpack() }
        let id = ObjectIdentifier(index)
        if let known = kept.first(where: { $0.index == id && $0.term == term }) { return known.rows }
        let rows = try unpack()
        if kept.count < Self.mostKept { kept.append((id, term, rows)) }
        return rows
    }

    /// Counts rows that are looked at in a loop that reports its steps itself.
    func count(rows: Int) { work.rowsTouched += rows }

    /// Reports rows that were looked at one by one.
    @inline(__always)
    func touch(rows: Int) throws(Stop) {
        work.rowsTouched += rows
        try spend(rows)
    }

    /// Reports entries of an index that were read.
    @inline(__always)
    func read(postings: Int) throws(Stop) {
        work.postingsRead += postings
        try spend(postings)
    }

    /// Reports other steps of about the cost of a row.
    @inline(__always)
    func spend(_ steps: Int) throws(Stop) {
        sinceLook += steps
        if sinceLook >= stride { try look() }
    }

    /// Looks at the clock and at the caller's wish.
    func look() throws(Stop) {
        sinceLook = 0
        if isCancelled.map({ $0() }) ?? Task.isCancelled { throw Stop(message: .cancelled) }
        if let deadline, ContinuousClock.now > deadline { throw Stop(message: .outOfTime(milliseconds: milliseconds)) }
    }

    /// Asks for the answer to have so many rows.
    func admit(rows: Int) throws(Stop) {
        if let rowLimit, rows > rowLimit { throw Stop(message: .outOfRows(limit: rowLimit)) }
    }

    /// Asks for working memory before it is taken; it counts until the run ends.
    func take(bytes: Int) throws(Stop) {
        try admit(bytes: bytes)
        bytesTaken += bytes
    }

    /// Asks for memory that may grow from one call to the next: `bytes` of it beside what was taken.
    func admit(bytes: Int) throws(Stop) {
        if let memoryLimit, bytesTaken + bytes > memoryLimit { throw Stop(message: .outOfMemory(bytes: memoryLimit)) }
    }
}
