// Two lists that become one: which stretches of either follow each other.

/// How the elements of a list and of one that is added to it lie in one list, each in its own order. Old elements may be left
/// out: rows that are made anew, and what belonged to them.
struct Interleaving: Sendable {
    /// Elements of one of the lists that stay side by side.
    struct Stretch: Sendable {
        let isAdded: Bool
        let range: Range<Int>
        /// Where the first of them lies in the one list.
        let start: Int
    }

    private(set) var stretches: [Stretch] = []
    private(set) var count = 0

    init() {}

    /// Added elements behind all old ones.
    init(appending addedCount: Int, to oldCount: Int) {
        append(old: 0..<oldCount)
        append(added: 0..<addedCount)
    }

    /// Elements that belong to rows, such as the words of texts: they follow each other as the rows do.
    ///
    /// - Parameters:
    ///   - oldOffsets: where the elements of each row of the old list begin; one more entry for the end.
    init(
        _ rows: Interleaving, oldOffsets: some RandomAccessCollection<UInt32>,
        addedOffsets: some RandomAccessCollection<UInt32>
    ) {
        func place<Offsets: RandomAccessCollection<UInt32>>(_ row: Int, _ offsets: Offsets) -> Int {
            Int(offsets[offsets.index(offsets.startIndex, offsetBy: row)])
        }
        for stretch in rows.stretches {
            if stretch.isAdded {
                let first = place(stretch.range.lowerBound, addedOffsets)
                append(added: first..<place(stretch.range.upperBound, addedOffsets))
            } else {
                let first = place(stretch.range.lowerBound, oldOffsets)
                append(old: first..<place(stretch.range.upperBound, oldOffsets))
            }
        }
    }

    /// Old elements with added ones before some of them.
    ///
    /// - Parameters:
    ///   - places: for each added element the old one that follows it, ascending.
    ///   - leftOut: the old elements that are left out, ascending.
    init(oldCount: Int, addedBefore places: [Int], without leftOut: [Int] = []) {
        var done = 0
        var out = 0
        func appendOld(upTo end: Int) {
            while out < leftOut.count, leftOut[out] < end {
                append(old: done..<leftOut[out])
                done = leftOut[out] + 1
                out += 1
            }
            append(old: done..<end)
            done = end
        }
        for (added, place) in places.enumerated() {
            appendOld(upTo: place)
            append(added: added..<added + 1)
        }
        appendOld(upTo: oldCount)
    }

    mutating func append(old range: Range<Int>) { append(range, isAdded: false) }
    mutating func append(added range: Range<Int>) { append(range, isAdded: true) }

    private mutating func append(_ range: Range<Int>, isAdded: Bool) {
        if range.isEmpty { return }
        if let last = stretches.last, last.isAdded == isAdded, last.range.upperBound == range.lowerBound {
            stretches[stretches.count - 1] = Stretch(
                isAdded: isAdded, range: last.range.lowerBound..<range.upperBound, start: last.start)
        } else {
            stretches.append(Stretch(isAdded: isAdded, range: range, start: count))
        }
        count += range.count
    }

    /// Whether there is every old element.
    func hasAll(_ oldCount: Int) -> Bool {
        stretches.reduce(0) { $1.isAdded ? $0 : $0 + $1.range.count } == oldCount
    }

    /// For each old element where it lies in the one list; `.max` for one that is left out.
    func oldPlaces(_ oldCount: Int) -> [UInt32] {
        var places = [UInt32](repeating: .max, count: oldCount)
        for stretch in stretches where !stretch.isAdded {
            for (number, place) in stretch.range.enumerated() {
                places[place] = UInt32(truncatingIfNeeded: stretch.start + number)
            }
        }
        return places
    }

    /// Where the old elements lie in the one list, and where the added ones do.
    var oldMoves: Moves { Moves(stretches.filter { !$0.isAdded }) }
    var addedMoves: Moves { Moves(stretches.filter(\.isAdded)) }

    /// Whether all old elements come first, and then all added ones.
    func isAppending(_ oldCount: Int, _ addedCount: Int) -> Bool {
        guard let first = stretches.first, !first.isAdded, first.range == 0..<oldCount else { return false }
        if addedCount == 0 { return stretches.count == 1 }
        return stretches.count == 2 && stretches[1].range == 0..<addedCount
    }

    /// The elements of both lists; in the memory of the old ones where the added ones come behind them.
    func joined<Element>(_ old: Slab<Element>, _ added: Slab<Element>) -> Slab<Element> {
        if isAppending(old.count, added.count) { return old.followed(by: added) }
        return Slab(capacity: count) { memory in
            withExtendedLifetime((old, added)) {
                for stretch in stretches {
                    let source = (stretch.isAdded ? added : old).start + stretch.range.lowerBound
                    (memory + stretch.start).update(from: source, count: stretch.range.count)
                }
            }
            return count
        }
    }

    /// The same for numbers in tables that say what each becomes; nil where all stay what they are. `.max` is none.
    func joined(
        _ old: Slab<UInt32>, by oldTable: [UInt32]?, _ added: Slab<UInt32>, by addedTable: [UInt32]
    ) -> Slab<UInt32> {
        func mapped(
            _ source: Slab<UInt32>, _ range: Range<Int>, _ table: [UInt32], _ memory: UnsafeMutablePointer<UInt32>
        ) {
            table.withUnsafeBufferPointer { table in
                for (place, index) in range.enumerated() {
                    let number = source.start[index]
                    memory[place] = number == .max ? .max : table[Int(number)]
                }
            }
        }
        guard let oldTable else {
            return joined(
                old,
                Slab(capacity: added.count) { memory in
                    mapped(added, 0..<added.count, addedTable, memory)
                    return withExtendedLifetime(added) { added.count }
                })
        }
        return Slab(capacity: count) { memory in
            for stretch in stretches {
                mapped(
                    stretch.isAdded ? added : old, stretch.range, stretch.isAdded ? addedTable : oldTable,
                    memory + stretch.start)
            }
            return withExtendedLifetime((old, added)) { count }
        }
    }

    /// The same, with what each list's elements become.
    func joined<Element>(
        _ old: Slab<Element>, _ oldValue: (Element) -> Element, _ added: Slab<Element>,
        _ addedValue: (Element) -> Element
    ) -> Slab<Element> {
        Slab(capacity: count) { memory in
            for stretch in stretches {
                if stretch.isAdded {
                    for (number, place) in stretch.range.enumerated() {
                        memory[stretch.start + number] = addedValue(added[place])
                    }
                } else {
                    for (number, place) in stretch.range.enumerated() {
                        memory[stretch.start + number] = oldValue(old[place])
                    }
                }
            }
            return count
        }
    }

    /// The beginnings of the lists of both, and the end: of lists of other lengths than before only by what precedes them.
    func joinedOffsets(_ old: Slab<UInt32>, _ added: Slab<UInt32>) -> Slab<UInt32> {
        if isAppending(old.count - 1, added.count - 1), let end = old.last, let first = added.first {
            return old.followed(by: Slab(added.dropFirst().map { $0 &- first &+ end }))
        }
        return Slab(capacity: count + 1) { memory in
            var end: UInt32 = 0
            for stretch in stretches {
                let offsets = stretch.isAdded ? added : old
                let shift = end &- offsets[stretch.range.lowerBound]
                for (number, place) in stretch.range.enumerated() {
                    memory[stretch.start + number] = offsets[place] &+ shift
                }
                end = offsets[stretch.range.upperBound] &+ shift
            }
            memory[count] = end
            return count + 1
        }
    }
}

/// Where the elements of a list have gone, as distances: those of one stretch have all gone equally far.
struct Moves: Sendable {
    /// The first number of each stretch, ascending.
    private let starts: Slab<UInt32>
    /// What is added to the numbers of a stretch, without carry.
    private let distances: Slab<UInt32>

    fileprivate init(_ stretches: [Interleaving.Stretch]) {
        starts = Slab(stretches.map { UInt32(truncatingIfNeeded: $0.range.lowerBound) })
        distances = Slab(stretches.map { UInt32(truncatingIfNeeded: $0.start - $0.range.lowerBound) })
    }

    /// Whether everything that is left is where it was.
    var areNone: Bool { distances.allSatisfy { $0 == 0 } }

    /// Where one element is now.
    func moved(_ number: UInt32) -> UInt32 {
        if starts.isEmpty { return number }
        return number &+ distances[max(0, starts.lowerBound(number &+ 1) - 1)]
    }

    /// The numbers below a count, each moved.
    func table(_ count: Int) -> [UInt32] {
        var table = (0..<UInt32(truncatingIfNeeded: count)).map { $0 }
        table.withUnsafeMutableBufferPointer { table in
            if let base = table.baseAddress { move(UnsafePointer(base), table.count, to: base) }
        }
        return table
    }

    /// Moves many numbers, in any order; neighbours are best in one stretch.
    ///
    /// - Complexity: linear at the speed of memory for up to two stretches, else a search wherever a stretch is left.
    func move(_ source: UnsafePointer<UInt32>, _ count: Int, to target: UnsafeMutablePointer<UInt32>) {
        if starts.count <= 1 {
            let distance = starts.isEmpty ? 0 : distances[0]
            for place in 0..<count { target[place] = source[place] &+ distance }
        } else if starts.count == 2 {
            let (bound, first, second) = (starts[1], distances[0], distances[1])
            for place in 0..<count {
                let number = source[place]
                target[place] = number &+ (number < bound ? first : second)
            }
        } else {
            withExtendedLifetime((starts, distances)) {
                var stretch = 0
                var low = starts.start[0]
                var length = starts.start[1] - low
                for place in 0..<count {
                    let number = source[place]
                    if number &- low >= length {
                        stretch = max(0, starts.lowerBound(number &+ 1) - 1)
                        low = starts.start[stretch]
                        length = (stretch + 1 < starts.count ? starts.start[stretch + 1] : .max) - low
                    }
                    target[place] = number &+ distances.start[stretch]
                }
            }
        }
    }
}
