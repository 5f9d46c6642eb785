// Follows relations from one row.

/// Which rows a chain of links leads to.
struct PathWalker: Sendable {
    private let store: Store

    init(_ store: Store) { self.store = store }

    /// The different rows that links lead to from a row, ascending where a link leads to many, else at most one.
    func rows(from row: UInt32, along links: [Link]) -> [UInt32] {
        var current = [row]
        for link in links {
            guard case .relation(let relation) = store.tables[link.table].columns[link.column] else { return [] }
            if current.count == 1 {
                current = relation.forward.list(current[0])
                continue
            }
            var next: [UInt32] = []
            for row in current { relation.forward.forEach(row) { next.append($0) } }
            current = next.sortedWithoutRepeats()
        }
        return current
    }

    /// The row that links lead to which lead to at most one.
    @inline(__always)
    func row(from row: UInt32, along links: [Link]) -> UInt32? {
        var current = row
        for link in links {
            guard case .relation(let relation) = store.tables[link.table].columns[link.column],
                case .one(let ids) = relation.forward
            else { return nil }
            current = ids[Int(current)]
            if current == .max { return nil }
        }
        return current
    }
}
