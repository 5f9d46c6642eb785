// What has to hold of the numbers in a section, so that no reader of them leaves its bounds.

/// What the engine relies on without looking again: an opened section keeps it as a built one does. Numbers of rows, offsets and
/// positions are below 2³¹.
///
/// The texts themselves need no rule: everything that reads bytes takes any bytes. The order of terms and values needs none
/// either: a search in a dictionary out of order finds the wrong thing or nothing, but it stays inside.
enum SnapshotRule: Sendable {
    case anything
    /// Nothing, and the sum is left to those who read it: ``PackedLists`` and ``TextSeal`` have sums of their own.
    case readLater
    /// Where lists begin: from 0, ascending, as far as the number given.
    case offsets(Int)
    /// Each below the number given.
    case ids(below: Int)
    /// Each below it, or `.max` for none.
    case optionalIds(below: Int)
    /// The same in numbers of one byte or two.
    case narrowIds(below: Int, bytes: Int)
    /// The same, each at least as large as the one before.
    case ascendingIds(below: Int)
    /// Each below it and larger than the one before.
    case distinctIds(below: Int)
    /// Each below it, and in each of the lists that begin at `offsets` larger than the one before.
    case lists(below: Int, offsets: Slab<UInt32>)
    /// Ranks of rows: each below it, and `.max` just where the row has no list.
    case ranks(below: Int, offsets: Slab<UInt32>)
    /// Where pieces of these lengths start in so many bytes.
    case pieces(lengths: TextLengths, of: Int)
    /// The same in numbers of four bytes.
    case nearPieces(lengths: TextLengths, of: Int)
    /// Day numbers of the years 1 to 9999, or those for a missing date.
    case days
    /// Any numbers but infinite ones.
    case numbers
}

/// Runs through a section once, block by block, so that the sum and the rule read memory once.
struct SnapshotInspection: Sendable {
    let name: String
    let rule: SnapshotRule
    let memory: Slab<UInt8>
    /// The same with the zeros behind it.
    let padded: Slab<UInt8>
    /// Nil where the sum is looked at elsewhere.
    let checksum: UInt64?

    var size: Int { memory.count }

    /// The bytes of a block: what stays in the nearest cache.
    private static let block = 1 << 15

    /// Whether the rule holds and the sum is right.
    ///
    /// - Complexity: linear, at 10 GB/s and more.
    func run() -> Finding {
        withExtendedLifetime(memory) {
            var state = State()
            var sum = SnapshotChecksum()
            var place = 0
            while place < padded.count {
                let end = min(place + Self.block, padded.count)
                if checksum != nil { sum.add(UnsafeRawBufferPointer(start: padded.start + place, count: end - place)) }
                add(place..<min(end, memory.count), to: &state)
                place = end
            }
            if let checksum, sum.value != checksum { return .altered }
            return isFulfilled(state) ? .sound : .impossible
        }
    }

    enum Finding { case sound, altered, impossible }

    /// What was seen so far.
    private struct State {
        /// How many elements do not ascend from the one before, as far as the rule wants them to.
        var stepsDown = 0
        var isBroken = false
    }

    private func add(_ range: Range<Int>, to state: inout State) {
        guard range.lowerBound < range.upperBound else { return }
        switch rule {
        case .anything, .readLater: break
        case .ids(let limit): addIds(range, below: limit, to: &state)
        case .narrowIds(let limit, let size): addNarrowIds(range, below: limit, size, to: &state)
        case .optionalIds(let limit):
            // `.max` becomes 0, every other number the next one.
            let isInside = SnapshotScan.stays(words(range), within: UInt32(clamping: limit), adding: 1)
            if !isInside { state.isBroken = true }
        case .offsets(let end): addSteps(range, below: end + 1, orLevel: false, to: &state)
        case .ascendingIds(let limit): addSteps(range, below: limit, orLevel: false, to: &state)
        case .distinctIds(let limit), .lists(let limit, _): addSteps(range, below: limit, orLevel: true, to: &state)
        case .ranks(let limit, let offsets): addRanks(range, below: limit, offsets, to: &state)
        case .pieces(let lengths, let size): addPieces(range, lengths, of: size, UInt64.self, to: &state)
        case .nearPieces(let lengths, let size): addPieces(range, lengths, of: size, UInt32.self, to: &state)
        case .days:
            // Days are numbers between two others, or the smallest or the largest of all.
            let (largest, smallest) = (UInt32(bitPattern: .max), UInt32(bitPattern: .min))
            let span = UInt32(Self.lastDay - Self.firstDay)
            let wrong = words(range).reduce(into: 0) { wrong, word in
                let isDay = word &- UInt32(bitPattern: Self.firstDay) <= span
                wrong &+= isDay || word == largest || word == smallest ? 0 : 1
            }
            if wrong > 0 { state.isBroken = true }
        case .numbers:
            let infinite = doubles(range).reduce(into: 0) { $0 &+= $1.isInfinite ? 1 : 0 }
            if infinite > 0 { state.isBroken = true }
        }
    }

    /// 0001-01-01 and 9999-12-31.
    private static let firstDay: Int32 = -719_162
    private static let lastDay: Int32 = 2_932_896

    private func addIds(_ range: Range<Int>, below limit: Int, to state: inout State) {
        let isInside = limit > 0 && SnapshotScan.stays(words(range), within: UInt32(clamping: limit - 1))
        if !isInside { state.isBroken = true }
    }

    private func addNarrowIds(_ range: Range<Int>, below limit: Int, _ size: Int, to state: inout State) {
        var wrong = 0
        for place in stride(from: range.lowerBound, to: range.upperBound, by: size) {
            let number = size == 1 ? Int(memory.start[place]) : Int(pair(at: place))
            wrong &+= number >= limit && number != (1 << (8 * size)) - 1 ? 1 : 0
        }
        if wrong > 0 { state.isBroken = true }
    }

    private func pair(at place: Int) -> UInt16 {
        UnsafeRawPointer(memory.start).loadUnaligned(fromByteOffset: place, as: UInt16.self)
    }

    private func addSteps(_ range: Range<Int>, below limit: Int, orLevel: Bool, to state: inout State) {
        guard limit <= SnapshotScan.largestLimit else {
            state.isBroken = true
            return
        }
        addIds(range, below: limit, to: &state)
        // With the step from the block before.
        let steps = words(max(0, range.lowerBound - 4)..<range.upperBound)
        state.stepsDown += SnapshotScan.stepsDown(steps, orLevel: orLevel)
    }

    private func addRanks(_ range: Range<Int>, below limit: Int, _ offsets: Slab<UInt32>, to state: inout State) {
        let words = words(range)
        let first = range.lowerBound / 4
        for index in words.indices {
            let isEmpty = offsets[first + index] == offsets[first + index + 1]
            if isEmpty ? words[index] != .max : Int(words[index]) >= limit { state.isBroken = true }
        }
    }

    private func addPieces<Start: FixedWidthInteger & BitwiseCopyable>(
        _ range: Range<Int>, _ lengths: TextLengths, of size: Int, _ type: Start.Type, to state: inout State
    ) {
        let starts = UnsafeRawPointer(memory.start).assumingMemoryBound(to: type)
        let size = UInt64(size)
        let stride = MemoryLayout<Start>.stride
        var isInside = true
        for index in range.lowerBound / stride..<range.upperBound / stride {
            let start = UInt64(truncatingIfNeeded: starts[index])
            isInside = isInside && start <= size && size &- start >= UInt64(lengths[index])
        }
        if !isInside { state.isBroken = true }
    }

    private func words(_ range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
        let start = UnsafeRawPointer(memory.start) + range.lowerBound
        return UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt32.self), count: range.count / 4)
    }

    private func doubles(_ range: Range<Int>) -> UnsafeBufferPointer<Double> {
        let start = UnsafeRawPointer(memory.start) + range.lowerBound
        return UnsafeBufferPointer(start: start.assumingMemoryBound(to: Double.self), count: range.count / 8)
    }

    private func isFulfilled(_ state: State) -> Bool {
        if state.isBroken { return false }
        switch rule {
        case .offsets(let end):
            let words = words(0..<memory.count)
            return state.stepsDown == 0 && words.first == 0 && words.last.map { Int($0) } == end
        case .ascendingIds, .distinctIds: return state.stepsDown == 0
        case .lists(_, let offsets):
            // In lists of one nothing has to ascend. The offsets have an inspection of their own.
            return SnapshotScan.longestList(offsets.buffer) <= 1 || state.stepsDown == stepsBetween(offsets)
        case .anything, .readLater, .ids, .optionalIds, .narrowIds, .days, .numbers, .ranks, .pieces, .nearPieces:
            return true
        }
    }

    /// How often the first element of a list is not larger than the last one of the list before: as often as any element is
    /// not larger than its neighbour, where the lists ascend.
    private func stepsBetween(_ offsets: Slab<UInt32>) -> Int {
        let words = words(0..<memory.count)
        guard words.count > 1 else { return 0 }
        var steps = 0
        var last = 0
        for offset in offsets.buffer {
            // No branches: which lists are empty cannot be foreseen. An offset may be anything here.
            let place = min(max(Int(offset), 1), words.count - 1)
            let isBoundary = place == Int(offset) && place != last
            steps &+= isBoundary && words[place - 1] >= words[place] ? 1 : 0
            last = Int(offset)
        }
        return steps
    }
}
