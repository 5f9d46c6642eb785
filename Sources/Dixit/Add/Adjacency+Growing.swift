// Lists of rows that grow at their ends.

extension Adjacency {
    /// The lists of further targets behind these, and further rows behind the last of some lists.
    ///
    /// - Parameters:
    ///   - targets: how many there are then.
    ///   - pairs: by target, then by row; each row is larger than all that its list has here.
    /// - Complexity: linear in the pairs where only further targets have some, else in the number of targets too; lists stay
    ///   where they are.
    func followed(targets: Int, by pairs: [(target: UInt32, row: UInt32)]) -> Adjacency {
        let rows = Slab(pairs.map(\.row))
        guard let first = pairs.first else { return Adjacency(self, offsets: offsets(targets, pairs)) }
        let offsets = offsets(targets, pairs)
        if layers == nil, Int(first.target) >= rowCount || offsets[Int(first.target)] == UInt32(ids.count) {
            // Nothing lies behind the first list that grows.
            return Adjacency(offsets: offsets, ids: ids.followed(by: rows))
        }
        var terms: [UInt32] = []
        var ends: [UInt32] = [0]
        for (place, pair) in pairs.enumerated() {
            if terms.last == pair.target { ends.removeLast() } else { terms.append(pair.target) }
            ends.append(UInt32(truncatingIfNeeded: place + 1))
        }
        let layer = LayeredLists.Layer(terms: Slab(terms), offsets: Slab(ends), numbers: rows)
        return Adjacency(offsets: offsets, layers: inLayers.followed(by: layer))
    }

    /// The same lists under other numbers of theirs; nil where they are not in the same order then, or two become one.
    ///
    /// - Parameter places: for each row its number then.
    func moved(to places: [UInt32], of count: Int) -> Adjacency? {
        var counts = [UInt32](repeating: 0, count: count + 1)
        var last: UInt32?
        for row in 0..<rowCount where self.count(UInt32(truncatingIfNeeded: row)) > 0 {
            let place = places[row]
            if place == .max || last.map({ $0 >= place }) ?? false { return nil }
            last = place
            counts[Int(place) + 1] = offsets[row + 1] - offsets[row]
        }
        for place in 0..<count { counts[place + 1] += counts[place] }
        guard let layers else { return Adjacency(offsets: Slab(counts), ids: ids) }
        // Where a row has no list, its place says nothing about order.
        let moved = layers.layers.map { layer in
            let filled = layer.terms.indices.filter { layer.offsets[$0 + 1] > layer.offsets[$0] }
            return LayeredLists.Layer(
                terms: Slab(filled.map { places[Int(layer.terms[$0])] }),
                offsets: Slab([0] + filled.map { layer.offsets[$0 + 1] }), numbers: layer.numbers)
        }
        return Adjacency(offsets: Slab(counts), layers: LayeredLists(layers: moved))
    }

    private init(_ lists: Adjacency, offsets: Slab<UInt32>) {
        if let layers = lists.layers {
            self.init(offsets: offsets, layers: layers)
        } else {
            self.init(offsets: offsets, ids: lists.ids)
        }
    }

    private var inLayers: LayeredLists {
        if let layers { return layers }
        let terms = Slab((0..<UInt32(truncatingIfNeeded: rowCount)).map { $0 })
        return LayeredLists(layers: [LayeredLists.Layer(terms: terms, offsets: offsets, numbers: ids)])
    }

    /// Where the lists of so many targets would begin with these pairs in them.
    private func offsets(_ targets: Int, _ pairs: [(target: UInt32, row: UInt32)]) -> Slab<UInt32> {
        let first = pairs.first.map { Int($0.target) } ?? targets
        var counts = [UInt32](repeating: 0, count: max(0, targets - min(first, rowCount)))
        let base = targets - counts.count
        for pair in pairs { counts[Int(pair.target) - base] += 1 }
        var end = offsets[base]
        var ends: [UInt32] = []
        ends.reserveCapacity(counts.count)
        for (place, count) in counts.enumerated() {
            let target = base + place
            end += count + (target < rowCount ? offsets[target + 1] - offsets[target] : 0)
            ends.append(end)
        }
        if base == rowCount { return offsets.followed(by: Slab(ends)) }
        return Slab(capacity: targets + 1) { memory in
            memory.initialize(from: offsets.start, count: base + 1)
            for (place, end) in ends.enumerated() { memory[base + 1 + place] = end }
            return withExtendedLifetime(offsets) { targets + 1 }
        }
    }
}

extension Links {
    /// The pairs of these links, sorted by what they lead to.
    ///
    /// - Parameters:
    ///   - targets: where what they lead to is.
    ///   - first: the number of the first row.
    func pairs(to targets: [UInt32], from first: Int) -> [(target: UInt32, row: UInt32)] {
        var pairs: [(target: UInt32, row: UInt32)] = []
        for row in 0..<UInt32(truncatingIfNeeded: rowCount) {
            let start = pairs.count
            forEach(row) { pairs.append((targets[Int($0)], UInt32(truncatingIfNeeded: first) + row)) }
            // Two that were different can be one now.
            if pairs.count > start + 1 {
                let different = Set(pairs[start...].map(\.target))
                pairs.removeLast(pairs.count - start)
                pairs += different.map { ($0, UInt32(truncatingIfNeeded: first) + row) }
            }
        }
        return pairs.sorted { $0.target == $1.target ? $0.row < $1.row : $0.target < $1.target }
    }
}
