// What words a text must have for a pattern to match it.

import DixitText

/// Finds the pieces of words that every match of a pattern contains.
struct FragmentCollector {
    /// More alternatives than this narrow nothing.
    private static let mostAlternatives = 64
    /// Shorter ones than this are in too many words.
    private static let shortest = 2

    private var folder = ScalarFolder(folded: true)
    /// Each list holds alternatives, one of which is needed.
    private var fragments: [[String]] = []
    /// Letters and digits that stand side by side in every match, up to here.
    private var run: [UInt32] = []

    /// The pieces, the most telling first; see ``PatternProgram/requiredFragments``.
    static func fragments(of node: PatternNode) -> [[String]] {
        var collector = FragmentCollector()
        collector.collect(node)
        collector.endRun()
        return collector.fragments.sorted {
            let (left, right) = (shortestLength($0), shortestLength($1))
            return left != right ? left > right : $0.lexicographicallyPrecedes($1)
        }
    }

    private mutating func collect(_ node: PatternNode) {
        switch node {
        case .empty: break
        case .scalar(let value): addToRun(value)
        case .any, .set: endRun()
        // What stands on both sides is side by side nevertheless.
        case .assertion: break
        case .sequence(let nodes): for node in nodes { collect(node) }
        case .alternatives(let branches): collect(branches)
        case .repeated(let node, let minimum, _, _):
            endRun()
            if minimum > 0 { collect(node) }
            endRun()
        }
    }

    private mutating func collect(_ branches: [PatternNode]) {
        endRun()
        var alternatives: Set<String> = []
        for branch in branches {
            let best = Self.fragments(of: branch).first ?? []
            if best.isEmpty { return }
            alternatives.formUnion(best)
        }
        if alternatives.count <= Self.mostAlternatives { fragments.append(alternatives.sorted()) }
    }

    private mutating func addToRun(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return endRun() }
        // Marks vanish in the index; what separates words ends the run.
        for unit in folder.units(of: [scalar]) {
            if ScalarUnit.isLetterOrDigit(unit) { run.append(unit & ScalarUnit.scalarMask) } else { endRun() }
        }
    }

    private mutating func endRun() {
        defer { run.removeAll() }
        guard run.count >= Self.shortest else { return }
        var text = ""
        for case let scalar? in run.map({ Unicode.Scalar($0) }) { text.unicodeScalars.append(scalar) }
        if !fragments.contains([text]) { fragments.append([text]) }
    }

    private static func shortestLength(_ alternatives: [String]) -> Int { alternatives.map(\.utf8.count).min() ?? 0 }
}
