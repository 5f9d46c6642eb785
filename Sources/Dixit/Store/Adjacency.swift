// Which rows belong to which: lists of ids, one list a row, without gaps.

/// For each of a number of rows, an ascending list of ids (compressed sparse rows).
///
/// `offsets` has one entry more than there are rows; the list of row `r` is `ids[offsets[r]..<offsets[r + 1]]`.
struct Adjacency: Sendable {
    let offsets: Slab<UInt32>
    let ids: Slab<UInt32>

    var rowCount: Int { offsets.count - 1 }

    @inline(__always)
    func range(_ row: UInt32) -> Range<Int> { Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1]) }

    @inline(__always)
    subscript(row: UInt32) -> Slab<UInt32> { ids[range(row)] }

    @inline(__always)
    func count(_ row: UInt32) -> Int { Int(offsets[Int(row) + 1]) - Int(offsets[Int(row)]) }

    /// The lists of consecutive rows, which lie side by side.
    func slice(_ rows: Range<UInt32>) -> Slab<UInt32> {
        ids[Int(offsets[Int(rows.lowerBound)])..<Int(offsets[Int(rows.upperBound)])]
    }

    init(offsets: Slab<UInt32>, ids: Slab<UInt32>) {
        self.offsets = offsets
        self.ids = ids
    }

    init(_ lists: [[UInt32]]) {
        var offsets: [UInt32] = [0]
        var ids: [UInt32] = []
        for list in lists {
            ids.append(contentsOf: list)
            offsets.append(UInt32(truncatingIfNeeded: ids.count))
        }
        self.init(offsets: Slab(offsets), ids: Slab(ids))
    }

    /// For each id the rows that have it, ascending. `UInt32.max` stands for none.
    ///
    /// - Complexity: linear; a counting sort.
    init(inverting column: Slab<UInt32>, targets: Int) {
        self.init(targets: targets, pairs: column.count) { visit in
            for row in 0..<column.count where column[row] != .max {
                visit(column[row], UInt32(truncatingIfNeeded: row))
            }
        }
    }

    /// The same lists read from the other end.
    init(inverting forward: Adjacency, targets: Int) {
        self.init(targets: targets, pairs: forward.ids.count) { visit in
            for row in 0..<forward.rowCount {
                for place in forward.range(UInt32(truncatingIfNeeded: row)) {
                    visit(forward.ids[place], UInt32(truncatingIfNeeded: row))
                }
            }
        }
    }

    private init(targets: Int, pairs: Int, _ enumerate: ((_ target: UInt32, _ row: UInt32) -> Void) -> Void) {
        var offsets = [UInt32](repeating: 0, count: targets + 1)
        enumerate { target, _ in offsets[Int(target) + 1] += 1 }
        for index in 0..<targets { offsets[index + 1] += offsets[index] }
        var next = offsets
        let ids = Slab<UInt32>(capacity: pairs) { memory in
            enumerate { target, row in
                memory[Int(next[Int(target)])] = row
                next[Int(target)] += 1
            }
            return Int(offsets[targets])
        }
        self.init(offsets: Slab(offsets), ids: ids)
    }
}
