// Which rows belong to which: lists of ids, one list a row, without gaps.

/// For each of a number of rows, an ascending list of ids (compressed sparse rows).
///
/// `offsets` has one entry more than there are rows; the list of row `r` is `ids[offsets[r]..<offsets[r + 1]]`, or, where ids were
/// added to lists that lay side by side, what the layers have of it.
struct Adjacency: Sendable {
    let offsets: Slab<UInt32>
    /// Empty where the lists are in layers.
    let ids: Slab<UInt32>
    let layers: LayeredLists?

    var rowCount: Int { offsets.count - 1 }

    /// - Precondition: the lists are in no layers.
    @inline(__always)
    func range(_ row: UInt32) -> Range<Int> { Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1]) }

    @inline(__always)
    subscript(row: UInt32) -> Slab<UInt32> { layers.map { $0.list(Int(row)) } ?? ids[range(row)] }

    @inline(__always)
    func count(_ row: UInt32) -> Int { Int(offsets[Int(row) + 1]) - Int(offsets[Int(row)]) }

    @inline(__always)
    func forEach<Failure: Error>(_ row: UInt32, _ body: (UInt32) throws(Failure) -> Void) throws(Failure) {
        if layers == nil {
            for place in range(row) { try body(ids[place]) }
        } else {
            for id in self[row] { try body(id) }
        }
    }

    /// The number of all ids.
    var total: Int { Int(offsets.last ?? 0) }

    /// The same in no layers.
    var flat: Adjacency {
        guard let layers else { return self }
        return Adjacency(offsets: offsets, ids: layers.lists(0..<rowCount, count: total))
    }

    init(offsets: Slab<UInt32>, ids: Slab<UInt32>) {
        self.offsets = offsets
        self.ids = ids
        layers = nil
    }

    /// - Parameter offsets: where each list would begin if all lay side by side.
    init(offsets: Slab<UInt32>, layers: LayeredLists) {
        self.offsets = offsets
        if layers.layers.count == 1, let only = layers.layers.first {
            ids = only.numbers
            self.layers = nil
        } else {
            ids = Slab()
            self.layers = layers
        }
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
        let forward = forward.flat
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
        let ids = Slab<UInt32>(capacity: pairs, spare: true) { memory in
            enumerate { target, row in
                memory[Int(next[Int(target)])] = row
                next[Int(target)] += 1
            }
            return Int(offsets[targets])
        }
        self.init(offsets: Slab(offsets), ids: ids)
    }
}
