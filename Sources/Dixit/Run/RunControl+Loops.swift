// Long loops in blocks, between which a run can be stopped.

extension RunControl {
    /// Runs through numbers block by block, each of which takes less than a millisecond.
    ///
    /// - Parameter cost: what one number takes, in steps of about the cost of a row.
    @inline(__always)
    func forEachBlock(
        _ range: Range<Int>, cost: Int = 1, _ body: (Range<Int>) throws(Stop) -> Void
    ) throws(Stop) {
        let size = max(16, Self.block / max(1, cost))
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(range.upperBound, start + size)
            try spend((end - start) * max(1, cost))
            try body(start..<end)
            start = end
        }
    }

    /// About a quarter of a millisecond of the cheapest loop.
    private static let block = 32_768

    /// Runs through rows, which are counted as touched.
    @inline(__always)
    func forEachRow(of rows: RowSet, cost: Int = 1, _ body: (UInt32) throws(Stop) -> Void) throws(Stop) {
        count(rows: rows.count)
        if case .range(let range) = rows {
            try forEachBlock(Int(range.lowerBound)..<Int(range.upperBound), cost: cost) { block throws(Stop) in
                for row in block { try body(UInt32(truncatingIfNeeded: row)) }
            }
            return
        }
        let list = rows.list()
        try forEachBlock(0..<list.count, cost: cost) { block throws(Stop) in
            for place in block { try body(list[place]) }
        }
    }

    /// Sorts as `sorted(by:)` does, stably: blocks first, which are then merged two by two.
    ///
    /// Source: D. E. Knuth, “The Art of Computer Programming” 3, 5.2.4, merging bottom up.
    ///
    /// - Complexity: O(n log n).
    @inline(__always)
    func sorted<Element>(
        _ elements: consuming [Element], by precedes: (Element, Element) -> Bool
    ) throws(Stop) -> [Element] {
        // What sorting such a block compares takes less than a millisecond.
        let block = 2048
        if elements.count <= block {
            try spend(8 * elements.count)
            elements.sort(by: precedes)
            return elements
        }
        return try sorted(inBlocksOf: block, elements, by: precedes)
    }

    private func sorted<Element>(
        inBlocksOf block: Int, _ elements: [Element], by precedes: (Element, Element) -> Bool
    ) throws(Stop) -> [Element] {
        var sorted: [Element] = []
        sorted.reserveCapacity(elements.count)
        var start = 0
        while start < elements.count {
            let end = min(elements.count, start + block)
            try spend(32 * (end - start))
            sorted.append(contentsOf: elements[start..<end].sorted(by: precedes))
            start = end
        }
        var width = block
        var merged: [Element] = []
        while width < sorted.count {
            merged.removeAll(keepingCapacity: true)
            merged.reserveCapacity(sorted.count)
            var start = 0
            while start < sorted.count {
                let middle = min(start + width, sorted.count)
                let end = min(start + 2 * width, sorted.count)
                var (left, right) = (start, middle)
                var untold = 0
                while left < middle || right < end {
                    // Of equal ones the left one was first.
                    if right == end || left < middle && !precedes(sorted[right], sorted[left]) {
                        merged.append(sorted[left])
                        left += 1
                    } else {
                        merged.append(sorted[right])
                        right += 1
                    }
                    untold += 1
                    if untold == block {
                        try spend(4 * untold)
                        untold = 0
                    }
                }
                start = end
            }
            swap(&sorted, &merged)
            width *= 2
        }
        return sorted
    }
}

extension Slab where Element == UInt32 {
    /// The elements that `isIncluded` keeps, looked at in blocks between which a run can be stopped.
    ///
    /// - Parameter cost: what looking at one takes, in steps of about the cost of a row.
    @inline(__always)
    func filtered(
        _ control: RunControl, cost: Int = 1, _ isIncluded: (UInt32) -> Bool
    ) throws(Stop) -> Slab {
        try control.take(bytes: 4 * count)
        return try Slab(capacity: count) { memory throws(Stop) in
            var filled = 0
            try control.forEachBlock(0..<count, cost: cost) { block throws(Stop) in
                for index in block {
                    let row = start[index]
                    memory[filled] = row
                    filled += isIncluded(row) ? 1 : 0
                }
            }
            return filled
        }
    }
}
