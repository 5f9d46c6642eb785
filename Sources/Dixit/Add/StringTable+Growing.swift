// Strings that come behind those of a table, each with the next number.

extension StringTable {
    /// These strings and behind them those of another table that are not here.
    ///
    /// - Parameters:
    ///   - added: ascending by bytes.
    ///   - order: that of these, by bytes.
    /// - Returns: the strings, their order, and the number of each added one.
    /// - Complexity: logarithmic for each added string; the memory of these is shared.
    func followed(
        by added: StringTable, in order: StringOrder
    ) -> (strings: StringTable, order: StringOrder, numbers: [UInt32]) {
        var numbers: [UInt32] = []
        var new: [Int] = []
        for number in 0..<added.count {
            if let known = order.numbers(equal: added[number], in: self).first {
                numbers.append(known)
            } else {
                numbers.append(UInt32(truncatingIfNeeded: count + new.count))
                new.append(number)
            }
        }
        let strings = followed(by: added, new)
        return (strings, order.followed(by: new.count) { strings.precedes($0, $1) }, numbers)
    }

    /// These strings and behind them some of another table.
    func followed(by added: StringTable, _ chosen: [Int]) -> StringTable {
        if chosen.isEmpty { return self }
        return StringTable(
            self, StringTable(chosen.lazy.map { added[$0] }), Interleaving(appending: chosen.count, to: count))
    }
}
