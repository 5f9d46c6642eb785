// The order of strings that are numbered as they come.

/// In which order the strings of a table are, where each keeps the number that it came with.
///
/// Numbers that say the order would all change when a string comes in between, and with them every column that holds such numbers. Of
/// a corpus that grows the first strings are in order, and those that came later are in runs: numbers in the order of their
/// strings. A run is less than a quarter as long as the one before, so that there are few.
struct StringOrder: Sendable {
    /// The strings with numbers below it are in order.
    let sortedCount: Int
    let runs: [Slab<UInt32>]

    private init(sortedCount: Int, runs: [Slab<UInt32>]) {
        self.sortedCount = sortedCount
        self.runs = runs
    }

    /// Of strings that are all in order.
    init(ascending count: Int) { self.init(sortedCount: count, runs: []) }

    /// Whether numbers say the order.
    var isAscending: Bool { runs.isEmpty }
    var count: Int { sortedCount + runs.reduce(0) { $0 + $1.count } }
}

// MARK: - Searching

extension StringOrder {
    /// The numbers of the strings that equal a key, ascending.
    func numbers(equal key: some Collection<UInt8>, in strings: StringTable) -> [UInt32] {
        let key = Array(key)
        let head = strings.first(sortedCount).equalRange(key)
        var found = head.map { UInt32(truncatingIfNeeded: $0) }
        for run in runs {
            var place = Self.place(in: run) { strings.compare(Int($0), key) < 0 }
            while place < run.count, strings.compare(Int(run[place]), key) == 0 {
                found.append(run[place])
                place += 1
            }
        }
        return runs.isEmpty ? found : found.sorted()
    }

    /// The numbers of the strings that begin with a prefix, ascending.
    func numbers(prefix: some Collection<UInt8>, in strings: StringTable) -> [UInt32] {
        let prefix = Array(prefix)
        let head = strings.first(sortedCount).prefixRange(prefix)
        var found = head.map { UInt32(truncatingIfNeeded: $0) }
        for run in runs {
            let first = Self.place(in: run) { strings.compare(Int($0), prefix) < 0 }
            let end = Self.place(in: run) { strings.compare(Int($0), prefix, prefixOnly: true) <= 0 }
            for place in first..<max(first, end) { found.append(run[place]) }
        }
        return runs.isEmpty ? found : found.sorted()
    }

    /// The first place of a run whose string is not before something.
    private static func place(in run: Slab<UInt32>, isBefore: (UInt32) -> Bool) -> Int {
        var (low, high) = (0, run.count)
        while low < high {
            let middle = (low + high) >> 1
            if isBefore(run[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: - Growing

extension StringOrder {
    /// The same with further strings, which have the next numbers and are in order among themselves.
    ///
    /// - Complexity: each string is put in its place a few times, however many come one by one.
    func followed(by further: Int, precedes: (_ left: Int, _ right: Int) -> Bool) -> StringOrder {
        if further == 0 { return self }
        let count = self.count
        if runs.isEmpty, count == 0 || precedes(count - 1, count) { return StringOrder(ascending: count + further) }
        var runs = self.runs
        runs.append(Slab((count..<count + further).map { UInt32(truncatingIfNeeded: $0) }))
        while runs.count > 1, runs[runs.count - 1].count * 4 > runs[runs.count - 2].count {
            let last = runs.removeLast()
            runs[runs.count - 1] = Self.merged(runs[runs.count - 1], last, precedes)
        }
        return StringOrder(sortedCount: sortedCount, runs: runs)
    }

    /// All numbers in the order of their strings.
    ///
    /// - Complexity: linear at the speed of memory in the strings that are in order, logarithmic in them for each other.
    func numbersInOrder(precedes: (_ left: Int, _ right: Int) -> Bool) -> Slab<UInt32> {
        var runs = self.runs
        while runs.count > 1 {
            let last = runs.removeLast()
            runs[runs.count - 1] = Self.merged(runs[runs.count - 1], last, precedes)
        }
        let late = runs.first ?? Slab()
        return Slab(capacity: count) { memory in
            var (filled, done) = (0, 0)
            func copy(upTo end: Int) {
                for number in done..<end {
                    memory[filled] = UInt32(truncatingIfNeeded: number)
                    filled += 1
                }
                done = end
            }
            for number in late {
                var (low, high) = (done, sortedCount)
                while low < high {
                    let middle = (low + high) >> 1
                    if precedes(middle, Int(number)) { low = middle + 1 } else { high = middle }
                }
                copy(upTo: low)
                memory[filled] = number
                filled += 1
            }
            copy(upTo: sortedCount)
            return filled
        }
    }

    private static func merged(
        _ first: Slab<UInt32>, _ second: Slab<UInt32>, _ precedes: (_ left: Int, _ right: Int) -> Bool
    ) -> Slab<UInt32> {
        Slab(capacity: first.count + second.count) { memory in
            var (left, right, filled) = (0, 0, 0)
            while left < first.count || right < second.count {
                let takesRight =
                    right < second.count && (left == first.count || precedes(Int(second[right]), Int(first[left])))
                memory[filled] = takesRight ? second[right] : first[left]
                if takesRight { right += 1 } else { left += 1 }
                filled += 1
            }
            return filled
        }
    }
}

/// For each number of a string its place in the order of strings.
final class StringRanks: Sendable {
    let ranks: Slab<UInt32>

    init(_ numbersInOrder: Slab<UInt32>) {
        ranks = Slab(capacity: numbersInOrder.count) { memory in
            for (rank, number) in numbersInOrder.enumerated() { memory[Int(number)] = UInt32(truncatingIfNeeded: rank) }
            return numbersInOrder.count
        }
    }
}
