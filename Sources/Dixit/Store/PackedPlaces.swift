// The positions of words in few bytes, as a snapshot has them: counted inside of each row.

import DixitSyntax

/// The positions at which the terms of a text field stand. Of each the snapshot has only how far behind the beginning of its row it is;
/// which rows these are say the lists of rows, and where a row begins says the index, so that nothing is there twice.
///
/// A term that stands in some rows more than once has counts as well: of each row one less than how often. A list is,
/// in words of 32 bits, of these
/// - where there are counts: how many positions come before the second, third … 256 rows, and before those that are left over;
/// - where the words of each block of counts end, and of each block of positions (counted from behind these);
/// - the blocks (``PackedBlock``) of counts, and those of positions;
/// - what is left over of both (``PackedBits``): in six bits the width of a position, in six that of a count where there are
///   counts, then the positions and the counts.
///
/// What is read is checked when it is read for the first time: against a sum, and that positions ascend and lie inside the texts.
struct PackedPlaces: PackedForm {
    /// The rows of each term.
    let rows: PackedLists
    /// Where each list of rows begins, counted in rows; one more entry for the end.
    let rowOffsets: Slab<UInt32>
    /// The position at which each row begins; one more entry for the end.
    let rowStarts: Slab<UInt32>
    /// Where the words of each list begin; one more entry for the end.
    let places: Slab<UInt32>
    /// Of the words of each list.
    let sums: Slab<UInt32>
    let words: Slab<UInt32>
    let checked: CheckedParts
    let source: SnapshotSource
    let scratch: ScratchMemory

    /// Every position is below it.
    private var limit: UInt32 { rowStarts.last ?? 0 }
}

// MARK: - Reading

extension PackedPlaces {
    /// - Complexity: linear, about a nanosecond a position.
    func list(_ number: Int, count: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        try Slab(capacity: count + Self.slack, from: scratch) { memory throws(Stop) in
            try unpack(number, count, into: memory, control)
            return count
        }
    }

    /// - Complexity: two searches in the beginnings of rows and one in those of blocks, and the blocks that have such positions.
    func list(
        _ number: Int, count: Int, in range: Range<UInt32>, _ control: RunControl
    ) throws(Stop) -> Slab<UInt32> {
        let list = List(self, number, count)
        try check(number, list, control)
        let first = max(0, rowStarts.lowerBound(range.lowerBound + 1) - 1)
        let end = rowStarts.gallop(range.upperBound, from: first)
        let (firstRow, rows) = try rows.blocks(
            number, count: list.rowCount, around: UInt32(truncatingIfNeeded: first)..<UInt32(truncatingIfNeeded: end),
            control)
        if rows.isEmpty { return Slab() }
        let (wanted, unpacked) = list.places(ofRows: firstRow..<firstRow + rows.count)
        let skipped = wanted.lowerBound - unpacked.lowerBound
        let distances = Slab<UInt32>(capacity: unpacked.count + Self.slack, from: scratch) { memory in
            list.unpack(unpacked, into: memory)
            return unpacked.count
        }
        let positions = Slab<UInt32>(capacity: wanted.count + Self.slack, from: scratch) { memory in
            list.join(
                firstRow..<firstRow + rows.count, rows.start, distances.start + skipped, into: memory,
                TextOrigins(rowStarts.start))
            return withExtendedLifetime((rows, distances, self)) { wanted.count }
        }
        let start = positions.lowerBound(range.lowerBound)
        return positions[start..<positions.lowerBound(range.upperBound, from: start)]
    }

    func lists(
        _ numbers: Range<Int>, _ offsets: Slab<UInt32>, _ control: RunControl
    ) throws(Stop) -> Slab<UInt32> {
        let first = Int(offsets[numbers.lowerBound])
        let count = Int(offsets[numbers.upperBound]) - first
        return try Slab(capacity: count + Self.slack, from: scratch) { memory throws(Stop) in
            for number in numbers {
                let start = Int(offsets[number])
                try unpack(number, Int(offsets[number + 1]) - start, into: memory + (start - first), control)
            }
            return count
        }
    }

    /// The positions of a list, each as its row times a power of two plus its distance from the beginning of the row: so they
    /// ascend, neighbours differ by one, and their row is known without a search.
    ///
    /// - Parameter rowShift: the power; see ``rowShift(_:count:_:)``.
    func list(_ number: Int, count: Int, rowShift: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        let list = List(self, number, count)
        try check(number, list, control)
        let shift = UInt32(truncatingIfNeeded: rowShift)
        return try Slab(capacity: count + Self.slack, from: scratch) { memory throws(Stop) in
            try unpack(number, list, into: memory, control, ShiftedOrigins(shift))
            return count
        }
    }

    /// The power of two that all rows can be multiplied by in 32 bits.
    ///
    /// - Returns: nil where a distance in the list takes as many bits; one less is free, so that what is next to a position is in no other row.
    func rowShift(_ number: Int, count: Int, _ control: RunControl) throws(Stop) -> Int? {
        let list = List(self, number, count)
        try check(number, list, control)
        let shift = rows.limit.leadingZeroBitCount
        return withExtendedLifetime(self) { list.width < shift } ? shift : nil
    }

    /// How often the term stands in each row of a list.
    ///
    /// - Parameter rows: the list of rows, unpacked.
    func frequencies(_ number: Int, count: Int, in rows: Slab<UInt32>, _ control: RunControl) throws(Stop)
        -> Frequencies
    {
        let list = List(self, number, count)
        try check(number, list, control)
        return Frequencies(rows: rows, list: list, words: words)
    }

    /// How often a term stands in each of its rows.
    struct Frequencies {
        let rows: Slab<UInt32>
        let list: List
        let words: Slab<UInt32>

        /// - Parameter place: of the row among the rows.
        /// - Complexity: constant; nothing is unpacked.
        @inline(__always)
        subscript(place: Int) -> Int { withExtendedLifetime(words) { list.frequency(place) } }
    }

    func areSound(_ offsets: Slab<UInt32>) -> Bool {
        (0..<sums.count).allSatisfy { number in
            let list = List(self, number, Int(offsets[number + 1]) - Int(offsets[number]))
            // Nothing limits the work, so nothing stops it.
            return (try? isSound(number, list, .unlimited)) ?? false
        }
    }

    private func unpack(
        _ number: Int, _ count: Int, into memory: UnsafeMutablePointer<UInt32>, _ control: RunControl
    ) throws(Stop) {
        let list = List(self, number, count)
        try check(number, list, control)
        try unpack(number, list, into: memory, control, TextOrigins(rowStarts.start))
    }

    /// - Parameters:
    ///   - memory: has room for ``slack`` numbers more.
    ///   - origins: what is added to the distances of a row.
    private func unpack(
        _ number: Int, _ list: List, into memory: UnsafeMutablePointer<UInt32>, _ control: RunControl,
        _ origins: some RowOrigins
    ) throws(Stop) {
        let rows = try rows.list(number, count: list.rowCount, control)
        defer { withExtendedLifetime((rows, self)) {} }
        // Portions of whole blocks, after each of which it is asked whether to go on.
        if !list.hasCounts {
            for first in stride(from: 0, to: list.count, by: Self.portion) {
                let part = first..<min(list.count, first + Self.portion)
                list.unpack(part, into: memory + first)
                list.join(part, rows.start + first, memory + first, into: memory + first, origins)
                try control.spend(part.count / 4)
            }
            return
        }
        let distances = try Slab<UInt32>(capacity: list.count + Self.slack, from: scratch) { memory throws(Stop) in
            for first in stride(from: 0, to: list.count, by: Self.portion) {
                let part = first..<min(list.count, first + Self.portion)
                list.unpack(part, into: memory + first)
                try control.spend(part.count / 8)
            }
            return list.count
        }
        for first in stride(from: 0, to: list.rowCount, by: Self.portion) {
            let part = first..<min(list.rowCount, first + Self.portion)
            let place = list.firstPlace(first)
            list.join(part, rows.start + first, distances.start + place, into: memory + place, origins)
            try control.spend(part.count / 4)
        }
        withExtendedLifetime(distances) {}
    }

    /// Numbers that are unpacked before it is asked whether to go on: some microseconds.
    private static let portion = 16 * PackedBlock.count

    /// Numbers that are read and written behind the end of a list, because four are read and written at once.
    private static let slack = 4

    @inline(__always)
    private func check(_ number: Int, _ list: List, _ control: RunControl) throws(Stop) {
        if checked.contains(number) { return }
        try checkFirst(number, list, control)
    }

    @inline(never)
    private func checkFirst(_ number: Int, _ list: List, _ control: RunControl) throws(Stop) {
        guard try isSound(number, list, control) else { throw source.altered }
        checked.insert(number)
    }

    /// Whether the words are those that were summed, and are positions that ascend below a limit.
    private func isSound(_ number: Int, _ list: List, _ control: RunControl) throws(Stop) -> Bool {
        defer { withExtendedLifetime(self) {} }
        guard list.count <= Int(limit), list.isInside, PackedSum.of(list.start, list.wordCount) == sums[number],
            try list.countsAreRight(control)
        else { return false }
        if list.count == 0 { return true }
        let positions = try Slab<UInt32>(capacity: list.count + Self.slack, from: scratch) { memory throws(Stop) in
            try unpack(number, list, into: memory, control, TextOrigins(rowStarts.start))
            return list.count
        }
        var first = 0
        while first < list.count {
            let end = min(list.count, first + Self.portion)
            try control.spend(end - first)
            // With the last one of the portion before.
            let part = UnsafeBufferPointer(rebasing: positions.buffer[max(0, first - 1)..<end])
            guard SnapshotScan.stays(part, within: limit - 1), SnapshotScan.stepsDown(part, orLevel: true) == 0 else {
                return false
            }
            first = end
        }
        return withExtendedLifetime(positions) { true }
    }
}
