// Rows by a number that they are known by, through the index of its column.

extension NumberColumn {
    /// The rows whose values lie in an interval, ascending; nil where the column has no index.
    ///
    /// - Complexity: logarithmic, and what sorting the rows found takes.
    func rows(in interval: NumberInterval) -> Slab<UInt32>? {
        guard let range = places(in: interval) else { return nil }
        return range.count < 2 ? order[range] : Slab(order[range].sorted())
    }

    /// How many rows ``rows(in:)`` finds.
    func count(in interval: NumberInterval) -> Int? { places(in: interval)?.count }

    private func places(in interval: NumberInterval) -> Range<Int>? {
        if order.isEmpty { return nil }
        let start = firstPlace { interval.includesLow ? $0 >= interval.low : $0 > interval.low }
        let end = firstPlace { interval.includesHigh ? $0 > interval.high : $0 >= interval.high }
        return start..<max(start, end)
    }

    /// The first place of the order from which all values are beyond a bound.
    private func firstPlace(where isBeyond: (Double) -> Bool) -> Int {
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) >> 1
            if isBeyond(values[Int(order[middle])]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
