// One packed list of positions: its words, and what is in them.

extension PackedPlaces {
    /// The words of one list.
    struct List {
        let start: UnsafePointer<UInt32>
        let wordCount: Int
        let rowCount: Int
        /// The number of its positions.
        let count: Int

        /// - Precondition: places ascend and end inside the words.
        init(_ lists: PackedPlaces, _ number: Int, _ count: Int) {
            start = lists.words.start + Int(lists.places[number])
            wordCount = Int(lists.places[number + 1]) - Int(lists.places[number])
            rowCount = Int(lists.rowOffsets[number + 1]) - Int(lists.rowOffsets[number])
            self.count = count
        }

        /// Whether some row has more than one position.
        var hasCounts: Bool { count > rowCount }
        private var countBlocks: Int { hasCounts ? rowCount / PackedBlock.count : 0 }
        private var placeBlocks: Int { count / PackedBlock.count }
        private var ends: UnsafePointer<UInt32> { start + countBlocks }
        private var data: UnsafePointer<UInt32> { start + headerCount }
        private var headerCount: Int { 2 * countBlocks + placeBlocks }
        private var restPlaces: Int { count % PackedBlock.count }
        private var restCounts: Int { hasCounts ? rowCount % PackedBlock.count : 0 }
        private var hasRest: Bool { restPlaces + restCounts > 0 }

        private func end(_ block: Int) -> Int { block < 0 ? 0 : Int(ends[block]) }

        /// The number of positions before those of a row.
        ///
        /// - Parameter row: a multiple of the size of a block, or the end.
        func firstPlace(_ row: Int) -> Int {
            if row == rowCount { return count }
            return hasCounts ? (row == 0 ? 0 : Int(start[row / PackedBlock.count - 1])) : row
        }

        /// The positions of rows, and with them those of the blocks that they are in.
        ///
        /// - Parameter rows: begin with a block, and end with one or the list.
        func places(ofRows rows: Range<Int>) -> (wanted: Range<Int>, unpacked: Range<Int>) {
            let wanted = firstPlace(rows.lowerBound)..<firstPlace(rows.upperBound)
            let size = PackedBlock.count
            let end = (wanted.upperBound + size - 1) / size * size
            return (wanted, wanted.lowerBound / size * size..<min(end, count))
        }

        /// Unpacks the distances of positions from the beginnings of their rows.
        ///
        /// - Parameter places: begin with a block, and end with one or the list.
        func unpack(_ places: Range<Int>, into memory: UnsafeMutablePointer<UInt32>) {
            let size = PackedBlock.count
            var target = memory
            for block in places.lowerBound / size..<places.upperBound / size {
                let from = end(countBlocks + block - 1)
                PackedBlock.unpack(data + from, bits: (end(countBlocks + block) - from) / 8, into: target)
                target += size
            }
            if places.upperBound % size > 0 {
                var rest = Rest(self)
                for place in 0..<restPlaces { target[place] = rest.bits.next(rest.width) }
            }
        }

        /// Adds where rows begin to the distances of each.
        ///
        /// - Parameters:
        ///   - range: begins with a block, and ends with one or the list.
        ///   - rows: the numbers of these rows.
        ///   - distances: of the positions of these rows; the same as `memory` only where there are no counts.
        ///   - memory: has room for ``slack`` numbers more.
        func join(
            _ range: Range<Int>, _ rows: UnsafePointer<UInt32>, _ distances: UnsafePointer<UInt32>,
            into memory: UnsafeMutablePointer<UInt32>, _ origins: some RowOrigins
        ) {
            if !hasCounts {
                origins.add(to: distances, rows, range.count, into: memory)
                return
            }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PackedBlock.count) { buffer in
                guard let counts = buffer.baseAddress else { return }
                var place = 0
                var first = range.lowerBound
                while first < range.upperBound {
                    let count = min(PackedBlock.count, rowCount - first)
                    let width = unpackCounts(ofBlock: first / PackedBlock.count, into: counts)
                    place += Self.join(
                        rows + (first - range.lowerBound), counts, count, width: width, distances + place,
                        into: memory + place, origins)
                    first += count
                }
            }
        }

        /// The same for a block of rows, with their counts.
        ///
        /// - Returns: the number of their positions.
        @inline(__always)
        private static func join(
            _ rows: UnsafePointer<UInt32>, _ counts: UnsafePointer<UInt32>, _ count: Int, width: Int,
            _ distances: UnsafePointer<UInt32>, into memory: UnsafeMutablePointer<UInt32>, _ origins: some RowOrigins
        ) -> Int {
            typealias Lanes = SIMD4<UInt32>
            if width == 0 {
                origins.add(to: distances, rows, count, into: memory)
                return count
            }
            var place = 0
            if width > 2 {
                for index in 0..<count {
                    let start = origins.start(of: rows[index])
                    for _ in 0...counts[index] {
                        memory[place] = distances[place] &+ start
                        place &+= 1
                    }
                }
                return place
            }
            var index = 0
            while index < count {
                let next = min(index &+ 8, count)
                let low = UnsafeRawPointer(counts + index).loadUnaligned(as: SIMD4<UInt64>.self)
                if next == index &+ 8, low[0] | low[1] | low[2] | low[3] == 0 {
                    // Mostly a word is in a row once.
                    origins.add(to: distances + place, rows + index, 8, into: memory + place)
                    place &+= 8
                } else {
                    for index in index..<next {
                        // At most four positions: all at once, and what is too much is written over by the next row.
                        let four = UnsafeRawPointer(distances + place).loadUnaligned(as: Lanes.self)
                        UnsafeMutableRawPointer(memory + place).storeBytes(
                            of: four &+ Lanes(repeating: origins.start(of: rows[index])), as: Lanes.self)
                        place &+= 1 &+ Int(truncatingIfNeeded: counts[index])
                    }
                }
                index = next
            }
            return place
        }

        /// The counts of a block of rows, or of those that are left over, each one less than its number of positions.
        ///
        /// - Parameter memory: has room for a block, which is filled up with zeros.
        /// - Returns: the most bits that one has.
        private func unpackCounts(ofBlock block: Int, into memory: UnsafeMutablePointer<UInt32>) -> Int {
            if block < countBlocks {
                let from = end(block - 1)
                PackedBlock.unpack(data + from, bits: (end(block) - from) / 8, into: memory)
                return (end(block) - from) / 8
            }
            var rest = Rest(self)
            rest.bits.skip(restPlaces * rest.width)
            memory.update(repeating: 0, count: PackedBlock.count)
            for index in 0..<restCounts { memory[index] = rest.bits.next(rest.countWidth) }
            return rest.countWidth
        }

        /// How many positions a row has.
        @inline(__always)
        func frequency(_ place: Int) -> Int {
            if !hasCounts { return 1 }
            let block = place / PackedBlock.count
            if block < countBlocks {
                let from = end(block - 1)
                let width = (end(block) - from) / 8
                return 1 + Int(PackedBlock.number(place % PackedBlock.count, data + from, bits: width))
            }
            var rest = Rest(self)
            rest.bits.skip(restPlaces * rest.width + place % PackedBlock.count * rest.countWidth)
            return 1 + Int(rest.bits.next(rest.countWidth))
        }

        /// The most bits that a distance has.
        var width: Int {
            var width = restPlaces > 0 ? Rest(self).width : 0
            for block in countBlocks..<countBlocks + placeBlocks {
                width = max(width, (end(block) - end(block - 1)) / 8)
            }
            return width
        }

        /// What is left over behind the blocks, of which there is something.
        private struct Rest {
            var bits: PackedBits
            let width: Int
            let countWidth: Int

            init(_ list: List) {
                bits = PackedBits(list.data + list.end(list.countBlocks + list.placeBlocks - 1))
                width = Int(bits.next(6))
                countWidth = list.hasCounts ? Int(bits.next(6)) : 0
            }
        }

        /// Whether all blocks and what is left over lie inside the words.
        var isInside: Bool {
            guard count >= rowCount, (count > 0) == (rowCount > 0), wordCount >= headerCount else { return false }
            var end = 0
            for block in 0..<countBlocks + placeBlocks {
                let next = self.end(block)
                guard next >= end, (next - end) % 8 == 0, next - end <= PackedBlock.largestWordCount else {
                    return false
                }
                end = next
            }
            let left = wordCount - headerCount - end
            guard hasRest else { return left >= 0 }
            guard left > 0 else { return false }
            let rest = Rest(self)
            return rest.width <= 32 && rest.countWidth <= 32
                && rest.bits.place + restPlaces * rest.width + restCounts * rest.countWidth <= 32 * left
        }

        /// Whether there are as many positions as the counts say, block by block.
        ///
        /// - Precondition: everything lies inside.
        func countsAreRight(_ control: RunControl) throws(Stop) -> Bool {
            guard hasCounts else { return true }
            try control.spend(rowCount)
            return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: PackedBlock.count) { buffer in
                guard let counts = buffer.baseAddress else { return false }
                var found = 0
                for first in stride(from: 0, to: rowCount, by: PackedBlock.count) {
                    guard firstPlace(first) == found else { return false }
                    _ = unpackCounts(ofBlock: first / PackedBlock.count, into: counts)
                    let size = min(PackedBlock.count, rowCount - first)
                    for index in 0..<size { found += 1 + Int(counts[index]) }
                }
                return found == count
            }
        }
    }
}

// MARK: - Where rows begin

/// What is added to the distances of positions from the beginnings of their rows.
protocol RowOrigins {
    func start(of row: UInt32) -> UInt32
}

extension RowOrigins {
    /// Adds where rows begin to one distance of each.
    @inline(__always)
    func add(
        to distances: UnsafePointer<UInt32>, _ rows: UnsafePointer<UInt32>, _ count: Int,
        into memory: UnsafeMutablePointer<UInt32>
    ) {
        for index in 0..<count { memory[index] = distances[index] &+ start(of: rows[index]) }
    }
}

/// Positions as an index counts them, through all rows.
struct TextOrigins: RowOrigins {
    private let starts: UnsafePointer<UInt32>

    init(_ starts: UnsafePointer<UInt32>) { self.starts = starts }

    @inline(__always)
    func start(of row: UInt32) -> UInt32 { starts[Int(row)] }
}

/// Positions that say their row.
struct ShiftedOrigins: RowOrigins {
    private let shift: UInt32

    init(_ shift: UInt32) { self.shift = shift }

    @inline(__always)
    func start(of row: UInt32) -> UInt32 { row &<< shift }
}
