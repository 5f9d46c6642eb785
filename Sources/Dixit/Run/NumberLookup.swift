// Rows by a number that they are known by, through the index of its column.

extension NumberInterval {
    fileprivate var isOneNumber: Bool { low == high && includesLow && includesHigh }
}

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
        switch values {
        case .whole(let numbers): return places(in: interval) { numbers[$0] == .max ? .nan : Double(numbers[$0]) }
        case .any(let numbers): return places(in: interval) { numbers[$0] }
        }
    }

    @inline(__always)
    private func places(in interval: NumberInterval, _ value: (Int) -> Double) -> Range<Int> {
        let order = order
        /// The first place of the order from which all values are beyond a bound.
        @inline(__always)
        func firstPlace(from first: Int, where isBeyond: (Double) -> Bool) -> Int {
            var low = first
            var high = order.count
            while low < high {
                let middle = (low + high) >> 1
                if isBeyond(value(Int(order[middle]))) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = firstPlace(from: 0) { interval.includesLow ? $0 >= interval.low : $0 > interval.low }
        // Of a number that rows are known by there is mostly one.
        let next = start + 1
        if next < order.count, interval.isOneNumber, value(Int(order[next])) > interval.high {
            return start..<(value(Int(order[start])) > interval.high ? start : next)
        }
        let end = firstPlace(from: start) { interval.includesHigh ? $0 > interval.high : $0 >= interval.high }
        return start..<max(start, end)
    }
}
