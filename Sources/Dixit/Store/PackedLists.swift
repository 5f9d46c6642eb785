// Ascending lists of numbers in few bytes, as a snapshot has them.

import DixitSyntax

/// Lists of ascending numbers, each in blocks of 256 that are packed to as many bits a number as the largest distance in the block
/// takes; what is left over at the end of a list is written in bytes.
///
/// A list is, in words of 32 bits: the first number of each block, where the words of each block end (counted from behind these
/// two), the blocks, and the rest. What is packed in a ``PackedBlock`` are distances over a whole vector: number `8 r + l` is the sum of
/// the distances 0 … r of lane `l` and the first number of the block. In the rest each number is the distance to the one before
/// (the first of them to 0), seven bits a byte, the lowest first.
///
/// What is read is checked when it is read for the first time: against a sum, and that the numbers ascend and stay below a limit.
struct PackedLists: PackedForm {
    /// Where the words of each list begin; one more entry for the end.
    let places: Slab<UInt32>
    /// Of the words of each list.
    let sums: Slab<UInt32>
    let words: Slab<UInt32>
    /// Every number is below it.
    let limit: UInt32
    /// The lists that have been checked.
    let checked: CheckedParts
    /// What it is called where it was altered.
    let source: SnapshotSource
    /// What unpacked lists have their memory from.
    let scratch: ScratchMemory

    static let block = PackedBlock.count
}

// MARK: - Reading

extension PackedLists {
    /// A list as it was.
    ///
    /// - Parameter count: of its numbers.
    /// - Complexity: linear, a fifth of a nanosecond a number.
    func list(_ number: Int, count: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        let list = List(self, number, count)
        try check(number, list, control)
        return try Slab(capacity: count, from: scratch) { memory throws(Stop) in
            defer { withExtendedLifetime(words) {} }
            try list.unpack(into: memory, control)
            return count
        }
    }

    /// The numbers of a list that lie in a range.
    ///
    /// - Complexity: a search in the beginnings of blocks, and the blocks that have such numbers.
    func list(
        _ number: Int, count: Int, in range: Range<UInt32>, _ control: RunControl
    ) throws(Stop) -> Slab<UInt32> {
        let unpacked = try blocks(number, count: count, around: range, control).numbers
        let start = unpacked.lowerBound(range.lowerBound)
        return unpacked[start..<unpacked.lowerBound(range.upperBound, from: start)]
    }

    /// The whole blocks of a list that can have numbers of a range, and which of its numbers is the first in them.
    func blocks(
        _ number: Int, count: Int, around range: Range<UInt32>, _ control: RunControl
    ) throws(Stop) -> (first: Int, numbers: Slab<UInt32>) {
        let list = List(self, number, count)
        try check(number, list, control)
        let blocks = list.blocks(around: range)
        let first = blocks.lowerBound * Self.block
        let end = blocks.upperBound > list.blockCount ? count : blocks.upperBound * Self.block
        let unpacked = Slab<UInt32>(capacity: max(0, end - first), from: scratch) { memory in
            withExtendedLifetime(words) { list.unpack(blocks, into: memory) }
            return max(0, end - first)
        }
        return (first, unpacked)
    }

    /// Lists that follow each other, one behind the other.
    ///
    /// - Parameter offsets: where each begins, counted in numbers; one more entry for the end.
    func lists(
        _ numbers: Range<Int>, _ offsets: Slab<UInt32>, _ control: RunControl
    ) throws(Stop) -> Slab<UInt32> {
        let first = Int(offsets[numbers.lowerBound])
        for number in numbers { try check(number, List(self, number, offsets), control) }
        return try Slab(capacity: Int(offsets[numbers.upperBound]) - first, from: scratch) { memory throws(Stop) in
            defer { withExtendedLifetime(words) {} }
            for number in numbers {
                try List(self, number, offsets).unpack(into: memory + (Int(offsets[number]) - first), control)
            }
            return Int(offsets[numbers.upperBound]) - first
        }
    }

    func areSound(_ offsets: Slab<UInt32>) -> Bool {
        (0..<sums.count).allSatisfy { number in
            // Nothing limits the work, so nothing stops it.
            (try? List(self, number, offsets).isSound(sums[number], below: limit, .unlimited)) ?? false
        }
    }

    @inline(__always)
    private func check(_ number: Int, _ list: List, _ control: RunControl) throws(Stop) {
        if checked.contains(number) { return }
        try checkFirst(number, list, control)
    }

    @inline(never)
    private func checkFirst(_ number: Int, _ list: List, _ control: RunControl) throws(Stop) {
        defer { withExtendedLifetime(words) {} }
        guard try list.isSound(sums[number], below: limit, control) else { throw source.altered }
        checked.insert(number)
    }

    /// The words of one list.
    private struct List {
        let start: UnsafePointer<UInt32>
        let wordCount: Int
        let count: Int

        /// - Precondition: places ascend and end inside the words.
        init(_ lists: PackedLists, _ number: Int, _ count: Int) {
            start = lists.words.start + Int(lists.places[number])
            wordCount = Int(lists.places[number + 1]) - Int(lists.places[number])
            self.count = count
        }

        init(_ lists: PackedLists, _ number: Int, _ offsets: Slab<UInt32>) {
            self.init(lists, number, Int(offsets[number + 1]) - Int(offsets[number]))
        }

        var blockCount: Int { count / PackedLists.block }
        private var restCount: Int { count % PackedLists.block }
        private var data: UnsafePointer<UInt32> { start + 2 * blockCount }

        private func dataEnd(_ block: Int) -> Int { block < 0 ? 0 : Int(start[blockCount + block]) }

        /// The blocks, and one more for the rest, that can have numbers of a range.
        func blocks(around range: Range<UInt32>) -> Range<Int> {
            var (low, high) = (0, blockCount)
            while low < high {
                let middle = (low + high) >> 1
                if start[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
            }
            let first = max(0, low - 1)
            var end = low
            while end < blockCount, start[end] < range.upperBound { end += 1 }
            return first..<(end == blockCount ? blockCount + 1 : end)
        }

        /// Blocks that are unpacked before it is asked whether to go on: some microseconds.
        private static let portion = 31

        func unpack(into memory: UnsafeMutablePointer<UInt32>, _ control: RunControl) throws(Stop) {
            var block = 0
            repeat {
                let end = min(block + Self.portion, blockCount + 1)
                unpack(block..<end, into: memory + block * PackedLists.block)
                try control.spend((end - block) * PackedLists.block / 8)
                block = end
            } while block <= blockCount
        }

        func unpack(_ blocks: Range<Int>, into memory: UnsafeMutablePointer<UInt32>) {
            var target = memory
            for block in blocks where block < blockCount {
                let from = dataEnd(block - 1)
                PackedBlock.unpackDistances(
                    data + from, bits: (dataEnd(block) - from) / 8, first: start[block], into: target)
                target += PackedLists.block
            }
            if blocks.upperBound > blockCount { _ = unpackRest(into: target) }
        }

        /// Whether all of the rest was there.
        private func unpackRest(into memory: UnsafeMutablePointer<UInt32>) -> Bool {
            let first = 2 * blockCount + dataEnd(blockCount - 1)
            let bytes = UnsafeRawBufferPointer(start: start + first, count: 4 * (wordCount - first))
            var place = 0
            var last: UInt32 = 0
            for index in 0..<restCount {
                var distance: UInt32 = 0
                var shift: UInt32 = 0
                while true {
                    guard place < bytes.count, shift < 35 else { return false }
                    let byte = bytes[place]
                    place += 1
                    distance |= UInt32(byte & 0x7F) << shift
                    if byte < 0x80 { break }
                    shift += 7
                }
                last &+= distance
                memory[index] = last
            }
            return true
        }

        /// Whether the words are those that were summed, and are a list whose numbers ascend below a limit.
        func isSound(_ sum: UInt32, below limit: UInt32, _ control: RunControl) throws(Stop) -> Bool {
            guard count <= Int(limit), wordCount >= 2 * blockCount else { return false }
            var end = 0
            for block in 0..<blockCount {
                let next = dataEnd(block)
                guard next > end, (next - end) % 8 == 0, next - end <= PackedBlock.largestWordCount else {
                    return false
                }
                end = next
            }
            guard end <= wordCount - 2 * blockCount, PackedSum.of(start, wordCount) == sum else { return false }
            if count == 0 { return true }
            guard limit > 0 else { return false }
            // The last number of the portion before stands in front of each.
            let portion = Self.portion * PackedLists.block
            let unpacked = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 + min(count, portion))
            defer { unpacked.deallocate() }
            var first = 0
            while first < count {
                let end = min(count, first + portion)
                try control.spend(end - first)
                let block = first / PackedLists.block
                unpack(block..<min(block + Self.portion, blockCount), into: unpacked + 1)
                if end == count, restCount > 0 {
                    guard unpackRest(into: unpacked + 1 + (count - restCount - first)) else { return false }
                }
                let numbers = UnsafeBufferPointer(
                    start: unpacked + (first == 0 ? 1 : 0), count: end - first + (first == 0 ? 0 : 1))
                guard SnapshotScan.stays(numbers, within: limit - 1),
                    SnapshotScan.stepsDown(numbers, orLevel: true) == 0
                else { return false }
                unpacked[0] = unpacked[end - first]
                first = end
            }
            return true
        }
    }
}

/// A sum over the words of a list.
enum PackedSum {
    /// Four running sums of words and of their sums, in one number that changes when a word does.
    static func of(_ words: UnsafePointer<UInt32>, _ count: Int) -> UInt32 {
        var sums = SIMD4<UInt32>()
        var sumsOfSums = SIMD4<UInt32>()
        var place = 0
        while place + 4 <= count {
            sums &+= UnsafeRawPointer(words + place).loadUnaligned(as: SIMD4<UInt32>.self)
            sumsOfSums &+= sums
            place += 4
        }
        var result = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        func mix(_ word: UInt32) {
            result ^= UInt64(word)
            result &*= 0xBF58_476D_1CE4_E5B9
            result ^= result >> 29
        }
        while place < count {
            mix(words[place])
            place += 1
        }
        for lane in 0..<4 {
            mix(sums[lane])
            mix(sumsOfSums[lane])
        }
        return UInt32(truncatingIfNeeded: result ^ result >> 32)
    }
}

// MARK: - Packing

extension PackedLists {
    /// Packs lists that lie side by side.
    ///
    /// - Parameter offsets: where each begins in `numbers`; one more entry for the end.
    init(_ offsets: Slab<UInt32>, _ numbers: Slab<UInt32>, below limit: Int) {
        var packing = Packing()
        var places: [UInt32] = [0]
        var sums: [UInt32] = []
        for list in 0..<max(0, offsets.count - 1) {
            let start = packing.words.count
            packing.append(numbers[Int(offsets[list])..<Int(offsets[list + 1])])
            places.append(UInt32(truncatingIfNeeded: packing.words.count))
            sums.append(
                packing.words.withUnsafeBufferPointer { words in
                    words.baseAddress.map { PackedSum.of($0 + start, words.count - start) } ?? PackedSum.of([], 0)
                })
        }
        self.init(
            places: Slab(places), sums: Slab(sums), words: Slab(packing.words), limit: UInt32(clamping: limit),
            checked: CheckedParts(count: sums.count), source: SnapshotSource(snapshot: "", part: ""),
            scratch: ScratchMemory())
    }

    private struct Packing {
        private(set) var words: [UInt32] = []
        private var bytes: [UInt8] = []

        mutating func append(_ list: Slab<UInt32>) {
            let blocks = list.count / PackedLists.block
            let header = words.count
            words.append(contentsOf: repeatElement(0, count: 2 * blocks))
            let data = words.count
            for block in 0..<blocks {
                let part = list[block * PackedLists.block..<(block + 1) * PackedLists.block]
                words[header + block] = part[0]
                PackedBlock.append(to: &words) { index in part[index] &- (index < 8 ? part[0] : part[index - 8]) }
                words[header + blocks + block] = UInt32(truncatingIfNeeded: words.count - data)
            }
            append(rest: list[blocks * PackedLists.block..<list.count])
        }

        private mutating func append(rest: Slab<UInt32>) {
            bytes.removeAll(keepingCapacity: true)
            var last: UInt32 = 0
            for number in rest {
                var distance = number &- last
                last = number
                while distance >= 0x80 {
                    bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
                    distance >>= 7
                }
                bytes.append(UInt8(truncatingIfNeeded: distance))
            }
            while bytes.count % 4 != 0 { bytes.append(0) }
            for place in stride(from: 0, to: bytes.count, by: 4) {
                let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
                words.append(word)
            }
        }
    }
}
