// Lists of ids, taken row by row or as pairs.

/// Takes the list of each row and makes an ``Adjacency`` of them: sorted, each id once.
struct AdjacencyBuilder {
    private var offsets: [UInt32] = [0]
    private var ids: [UInt32] = []

    init(rows: Int = 0) { offsets.reserveCapacity(rows + 1) }

    /// Adds an id to the current row, in any order.
    mutating func append(_ id: UInt32) { ids.append(id) }

    mutating func finishRow() {
        let start = Int(offsets[offsets.count - 1])
        if ids.count > start + 1 { sortRow(from: start) }
        offsets.append(UInt32(truncatingIfNeeded: ids.count))
    }

    private mutating func sortRow(from start: Int) {
        if zip(ids[start...], ids[(start + 1)...]).allSatisfy({ $0 < $1 }) { return }
        ids[start...].sort()
        var kept = start + 1
        for index in start + 1..<ids.count where ids[index] != ids[kept - 1] {
            ids[kept] = ids[index]
            kept += 1
        }
        ids.removeLast(ids.count - kept)
    }

    consuming func finish() -> Adjacency { Adjacency(offsets: Slab(offsets), ids: Slab(ids)) }
}

extension Adjacency {
    /// The same with each list sorted, and each id in it once.
    ///
    /// - Complexity: linear where they are so already.
    func sorted() -> Adjacency {
        if layers != nil { return flat.sorted() }
        let isSorted = withExtendedLifetime(ids) {
            (0..<rowCount).allSatisfy { row in
                let range = range(UInt32(truncatingIfNeeded: row))
                for place in range.dropFirst() where ids.start[place - 1] >= ids.start[place] { return false }
                return true
            }
        }
        if isSorted { return self }
        var builder = AdjacencyBuilder(rows: rowCount)
        for row in 0..<rowCount {
            for id in self[UInt32(truncatingIfNeeded: row)] { builder.append(id) }
            builder.finishRow()
        }
        return builder.finish()
    }

    /// The lists that pairs of a row and an id make, which may come in any order and more than once.
    ///
    /// - Complexity: linear but for sorting each list; a counting sort by row.
    init(rows: Int, pairs: [(row: UInt32, id: UInt32)]) {
        var starts = [Int](repeating: 0, count: rows + 1)
        for pair in pairs { starts[Int(pair.row) + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        var next = starts
        var ids = [UInt32](repeating: 0, count: pairs.count)
        for pair in pairs {
            ids[next[Int(pair.row)]] = pair.id
            next[Int(pair.row)] += 1
        }
        var builder = AdjacencyBuilder(rows: rows)
        for row in 0..<rows {
            for place in starts[row]..<starts[row + 1] { builder.append(ids[place]) }
            builder.finishRow()
        }
        self = builder.finish()
    }
}

extension Links {
    var rowCount: Int {
        switch self {
        case .one(let column): column.count
        case .narrow(let column): column.count
        case .many(let lists): lists.rowCount
        }
    }

    /// Whether every id is below a number of rows.
    func stayBelow(_ rowCount: Int) -> Bool {
        switch self {
        case .one(let column): column.buffer.allSatisfy { $0 == .max || Int($0) < rowCount }
        case .narrow(let column):
            (0..<column.count).allSatisfy { column.id($0) == .max || Int(column.id($0)) < rowCount }
        case .many(let lists): lists.flat.ids.allSatisfy { Int($0) < rowCount }
        }
    }
}
