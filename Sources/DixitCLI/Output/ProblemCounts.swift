// How many problems of each kind there were, of which only the first are printed.

/// Says which problems are among the first of their kind, and at the end how many more there were: a million bad lines are one mistake.
struct ProblemCounts: Sendable {
    private var counts: [String: Int] = [:]
    private let most: @Sendable (_ code: String) -> Int

    /// As many as somebody reads.
    static let mostOfAKind = 10

    /// - Parameter most: how many of a kind are printed.
    init(most: @escaping @Sendable (_ code: String) -> Int = { _ in mostOfAKind }) { self.most = most }

    /// Counts a problem.
    ///
    /// - Returns: Whether it is to be printed.
    mutating func add(_ code: String) -> Bool {
        counts[code, default: 0] += 1
        return counts[code, default: 0] <= most(code)
    }

    /// Says how many of each kind were not printed.
    func reportRest(to reporter: Reporter) {
        for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > most(code) {
            reporter.report(more: count - most(code), of: code)
        }
    }
}
