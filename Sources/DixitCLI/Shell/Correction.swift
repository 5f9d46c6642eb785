// The query as it should have been, to be typed on the next prompt.

import Dixit

/// What the fixes of an error make of the query.
struct Correction {
    /// With the best fix of each problem; nil where none has one.
    let text: String?
    /// The ways to read a query that mixes `and` with `or`, for the reader to choose.
    let readings: [String]

    init(_ error: DixitError, in query: String) {
        if let mixed = error.problems.first(where: { $0.code == "E202" }), error.problems.count == 1 {
            readings = mixed.fixes.map { Self.applying([$0], to: query) }
            text = nil
            return
        }
        readings = []
        let fixes = error.problems.compactMap { problem in
            problem.source == query ? problem.fixes.max { $0.confidence < $1.confidence } : nil
        }
        text = fixes.isEmpty ? nil : Self.applying(fixes, to: query)
    }

    /// From the end to the start, so that the places that come before stay right; of two that overlap the first counts.
    private static func applying(_ fixes: [Problem.Fix], to query: String) -> String {
        var bytes = Array(query.utf8)
        var limit = bytes.count
        for fix in fixes.sorted(by: { $0.span.utf8.lowerBound > $1.span.utf8.lowerBound }) {
            let range = fix.span.utf8
            guard range.upperBound <= limit else { continue }
            bytes.replaceSubrange(range, with: Array(fix.text.utf8))
            limit = range.lowerBound
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
