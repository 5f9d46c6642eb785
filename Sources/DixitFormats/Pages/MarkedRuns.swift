// A text cut where marks begin and end, as HTML wants it: its elements nest, marks need not.

/// The runs of a text on each of which the same marks lie.
///
/// With 1 on «il a dit que» and 2 on «dit que oui» the runs are «il a » with 1, «dit que» with 1 and 2, « oui» with 2.
struct MarkedRuns<Mark: Hashable> {
    private struct Edge {
        let offset: Int
        let mark: Mark
        let opens: Bool
    }

    private var edges: [Edge] = []
    private var isSorted = true
    /// How often each mark is open where reading has come to.
    private var open: [Mark: Int] = [:]
    private var next = 0

    /// Lays a mark on a range of the text; an empty range has nothing to mark.
    mutating func add(_ mark: Mark, on range: Range<Int>) {
        guard !range.isEmpty else { return }
        edges.append(Edge(offset: range.lowerBound, mark: mark, opens: true))
        edges.append(Edge(offset: range.upperBound, mark: mark, opens: false))
        isSorted = false
    }

    /// Hands over the runs of a part of the text, in order; parts are asked for in their order too.
    mutating func runs(
        in part: Range<Int>, _ body: (_ run: Range<Int>, _ marks: Dictionary<Mark, Int>.Keys) -> Void
    ) {
        if !isSorted {
            edges.sort { ($0.offset, $0.opens ? 1 : 0) < ($1.offset, $1.opens ? 1 : 0) }
            isSorted = true
        }
        var offset = part.lowerBound
        while offset < part.upperBound {
            while next < edges.count, edges[next].offset <= offset {
                let edge = edges[next]
                open[edge.mark, default: 0] += edge.opens ? 1 : -1
                if open[edge.mark] == 0 { open[edge.mark] = nil }
                next += 1
            }
            let end = next < edges.count ? min(edges[next].offset, part.upperBound) : part.upperBound
            body(offset..<end, open.keys)
            offset = end
        }
    }
}
