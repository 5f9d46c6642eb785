// How lists of positions are packed.

extension PackedPlaces {
    /// Packs the positions of terms.
    ///
    /// - Parameters:
    ///   - rows: the rows of each term, one list behind the other, and packed.
    ///   - offsets: where the positions of each term begin in `positions`; one more entry for the end.
    init(
        _ offsets: Slab<UInt32>, _ positions: Slab<UInt32>, rowOffsets: Slab<UInt32>, rows: Slab<UInt32>,
        packed: PackedLists, rowStarts: Slab<UInt32>
    ) {
        var packing = Packing()
        var places: [UInt32] = [0]
        var sums: [UInt32] = []
        for term in 0..<max(0, offsets.count - 1) {
            let start = packing.words.count
            packing.append(
                positions[Int(offsets[term])..<Int(offsets[term + 1])],
                rows[Int(rowOffsets[term])..<Int(rowOffsets[term + 1])], rowStarts)
            places.append(UInt32(truncatingIfNeeded: packing.words.count))
            sums.append(
                packing.words.withUnsafeBufferPointer { words in
                    words.baseAddress.map { PackedSum.of($0 + start, words.count - start) } ?? PackedSum.of([], 0)
                })
        }
        self.init(
            rows: packed, rowOffsets: rowOffsets, rowStarts: rowStarts, places: Slab(places), sums: Slab(sums),
            words: Slab(packing.words), checked: CheckedParts(count: sums.count),
            source: SnapshotSource(snapshot: "", part: ""), scratch: ScratchMemory())
    }

    private struct Packing {
        private(set) var words: [UInt32] = []
        /// Of one list, from the beginnings of their rows.
        private var distances: [UInt32] = []
        /// Of one list, each one less.
        private var counts: [UInt32] = []

        mutating func append(_ positions: Slab<UInt32>, _ rows: Slab<UInt32>, _ rowStarts: Slab<UInt32>) {
            distances.removeAll(keepingCapacity: true)
            counts.removeAll(keepingCapacity: true)
            for row in rows {
                let range = rowStarts[Int(row)]..<rowStarts[Int(row) + 1]
                let first = distances.count
                while distances.count < positions.count, positions[distances.count] < range.upperBound {
                    distances.append(positions[distances.count] - range.lowerBound)
                }
                counts.append(UInt32(truncatingIfNeeded: distances.count - first - 1))
            }
            if distances.count == rows.count { counts.removeAll(keepingCapacity: true) }
            appendAll()
        }

        private mutating func appendAll() {
            let size = PackedBlock.count
            let (countBlocks, placeBlocks) = (counts.count / size, distances.count / size)
            let header = words.count
            words.append(contentsOf: repeatElement(0, count: 2 * countBlocks + placeBlocks))
            let data = words.count
            var place = 0
            for block in 0..<countBlocks {
                PackedBlock.append(to: &words) { counts[block * size + $0] }
                for index in block * size..<(block + 1) * size { place += 1 + Int(counts[index]) }
                words[header + block] = UInt32(truncatingIfNeeded: place)
                words[header + countBlocks + block] = UInt32(truncatingIfNeeded: words.count - data)
            }
            for block in 0..<placeBlocks {
                PackedBlock.append(to: &words) { distances[block * size + $0] }
                words[header + 2 * countBlocks + block] = UInt32(truncatingIfNeeded: words.count - data)
            }
            appendRest(distances[(placeBlocks * size)...], counts[(countBlocks * size)...])
        }

        private mutating func appendRest(_ distances: ArraySlice<UInt32>, _ counts: ArraySlice<UInt32>) {
            if distances.isEmpty, counts.isEmpty { return }
            func width(_ numbers: ArraySlice<UInt32>) -> Int {
                UInt32.bitWidth - numbers.reduce(0, |).leadingZeroBitCount
            }
            var bits = PackedBits.Writer()
            bits.append(UInt32(truncatingIfNeeded: width(distances)), 6)
            if !self.counts.isEmpty { bits.append(UInt32(truncatingIfNeeded: width(counts)), 6) }
            for distance in distances { bits.append(distance, width(distances)) }
            for count in counts { bits.append(count, width(counts)) }
            words.append(contentsOf: bits.words)
        }
    }
}
