// Which rows of a text field have certain words, and where.

import DixitSyntax
import DixitText

/// Evaluates text conditions on one index.
struct TextMatcher {
    let index: TextIndex
    let source: TextSource
    let control: RunControl

    init(_ index: TextIndex, source: TextSource, control: RunControl) {
        self.index = index
        self.source = source
        self.control = control
    }

    /// The rows that fulfil a condition.
    ///
    /// - Complexity: linear in the postings of its words; a phrase in the places of its words.
    func matchingRows(_ text: BoundText) throws(Stop) -> RowSet {
        let universe = index.rowCount
        switch text {
        case .and(let members):
            var result: RowSet?
            for member in members.sorted(by: { estimate($0) < estimate($1) }) {
                if result?.isEmpty == true { break }
                let rows = try matchingRows(member)
                result = result.map { $0.intersection(rows, universe: universe) } ?? rows
            }
            return result ?? .all(universe)
        case .or(let members):
            var sets: [RowSet] = []
            for member in members { sets.append(try matchingRows(member)) }
            return .union(sets, universe: universe)
        case .not(let inner):
            return try matchingRows(inner).complement(universe: universe)
        case .phrase(let words, nil) where words.count == 1:
            return try rows(ofWord: words[0])
        case .phrase(let words, nil):
            if let rows = try rowsOfPacked(words) { return rows }
            if let rows = try rowsOfPair(words) { return rows }
            return rows(at: try starts(of: words, in: everywhere))
        case .phrase, .proximity:
            return try rows(with: text) { hits in rows(of: hits) }
        case .repeated(let inner, let count):
            if count <= 1 { return count == 1 ? try matchingRows(inner) : .all(universe) }
            return try rows(with: inner) { hits in rows(of: hits, atLeast: count) }
        }
    }

    /// The rows among `candidates` that fulfil a condition, each looked at by itself.
    ///
    /// - Complexity: for each candidate, the logarithm of the places of each word.
    func filter(_ candidates: Slab<UInt32>, _ text: BoundText) throws(Stop) -> Slab<UInt32> {
        try control.touch(rows: candidates.count)
        return try candidates.filtered { row throws(Stop) in try isMatch(row, text) }
    }

    /// Whether one row fulfils a condition.
    func isMatch(_ row: UInt32, _ text: BoundText) throws(Stop) -> Bool {
        switch text {
        case .and(let members):
            for member in members where try !isMatch(row, member) { return false }
            return true
        case .or(let members):
            for member in members where try isMatch(row, member) { return true }
            return false
        case .not(let inner):
            return try !isMatch(row, inner)
        case .phrase, .proximity:
            return try !hits(text, in: window(of: row)).isEmpty
        case .repeated(let inner, let count):
            return Self.countApart(try hits(inner, in: window(of: row))) >= count
        }
    }

    /// About how many index entries answering takes; exact for one word.
    func estimate(_ text: BoundText) -> Int {
        switch text {
        case .and(let members): members.map(estimate).min() ?? index.rowCount
        case .or(let members): members.reduce(0) { $0 + estimate($1) }
        case .not(let inner): max(0, index.rowCount - estimate(inner))
        case .phrase(let words, _): words.map(documentFrequency).min() ?? 0
        case .proximity(let left, _, let right): min(estimate(left), estimate(right))
        case .repeated(let inner, _): estimate(inner)
        }
    }

    private func documentFrequency(_ set: TermSet) -> Int {
        switch set {
        case .one(let term): index.documentFrequency(term)
        case .range(let range): Int(index.rowOffsets[range.upperBound]) - Int(index.rowOffsets[range.lowerBound])
        case .list(let terms): terms.reduce(0) { $0 + index.documentFrequency($1) }
        }
    }
}

// MARK: - Words

extension TextMatcher {
    private func rows(ofWord set: TermSet) throws(Stop) -> RowSet {
        let universe = index.rowCount
        switch set {
        case .one(let term):
            let rows = try index.postings(term, control)
            try control.read(postings: rows.count)
            return .list(rows)
        case .range(let range) where range.count == 1:
            return try rows(ofWord: .one(range.lowerBound))
        case .range(let range):
            // The postings of neighbouring terms lie side by side.
            let all = try index.postings(range, control)
            try control.read(postings: all.count)
            return Self.distinct(all, universe: universe)
        case .list(let terms):
            if terms.isEmpty { return .none }
            if terms.count == 1 { return try rows(ofWord: .one(terms[0])) }
            var sets: [RowSet] = []
            for term in terms {
                let rows = try index.postings(term, control)
                try control.read(postings: rows.count)
                sets.append(.list(rows))
            }
            return .union(sets, universe: universe)
        }
    }

    /// Rows in no order, some of them more than once.
    private static func distinct(_ rows: Slab<UInt32>, universe: Int) -> RowSet {
        if RowSet.prefersBits(rows.count, of: universe) {
            var bits = RowBits(universe: universe)
            bits.insert(rows)
            return .bits(bits)
        }
        return RowSet(unordered: Array(rows.buffer))
    }
}

// MARK: - Places

extension TextMatcher {
    private var everywhere: Range<UInt32> { 0..<(index.rowStarts.isEmpty ? 0 : index.rowStarts[index.rowCount]) }

    /// The positions of one row.
    func window(of row: UInt32) -> Range<UInt32> { index.rowStarts[Int(row)]..<index.rowStarts[Int(row) + 1] }

    /// Windows of whole rows that together are everything, and in each of which the words of a condition do not stand more than some
    /// hundred thousand times: so a search in all texts goes from one to the next, and can be stopped between them.
    func windows(for text: BoundText) -> [Range<UInt32>] {
        let count = Set(text.terms).reduce(0) { $0 + collectionFrequency($1) } / Self.windowPlaces
        guard count > 1 else { return [everywhere] }
        let end = Int(everywhere.upperBound)
        var windows: [Range<UInt32>] = []
        var start: UInt32 = 0
        for number in 1...count {
            let next = index.rowStarts.lowerBound(UInt32(truncatingIfNeeded: end * number / count))
            let bound = index.rowStarts[min(next, index.rowCount)]
            if bound > start { windows.append(start..<bound) }
            start = max(start, bound)
        }
        return windows
    }

    private static let windowPlaces = 262_144

    private func collectionFrequency(_ set: TermSet) -> Int {
        switch set {
        case .one(let term): index.collectionFrequency(term)
        case .range(let range):
            Int(index.positionOffsets[range.upperBound]) - Int(index.positionOffsets[range.lowerBound])
        case .list(let terms): terms.reduce(0) { $0 + index.collectionFrequency($1) }
        }
    }

    /// The rows that are found in the places of a condition, window by window.
    private func rows(with text: BoundText, _ rows: ([Hit]) -> [UInt32]) throws(Stop) -> RowSet {
        var found: [UInt32] = []
        for window in windows(for: text) { found += rows(try hits(text, in: window)) }
        return RowSet(found)
    }

    /// The places of a condition inside a window of whole rows, by start. Of `and` the places of all members, of `not` none.
    func hits(_ text: BoundText, in window: Range<UInt32>) throws(Stop) -> [Hit] {
        switch text {
        case .phrase(let words, let exactly):
            let starts = try starts(of: words, in: window)
            let length = UInt32(truncatingIfNeeded: words.count)
            try control.take(bytes: 8 * starts.count)
            let hits = starts.buffer.map { Hit(start: $0, end: $0 + length) }
            if let exactly { return try spelled(exactly, hits) }
            return hits
        case .and(let members), .or(let members):
            var hits: [Hit] = []
            for member in members { hits.append(contentsOf: try self.hits(member, in: window)) }
            try control.take(bytes: 16 * hits.count)
            return try control.sorted(hits) { ($0.start, $0.end) < ($1.start, $1.end) }
        case .not: return []
        case .repeated(let inner, _): return try hits(inner, in: window)
        case .proximity(let left, let proximity, let right):
            let first = try hits(left, in: window)
            if first.isEmpty { return [] }
            let second = try hits(right, in: window)
            return try near(first, proximity, second)
        }
    }

    private func places(of set: TermSet, in window: Range<UInt32>) throws(Stop) -> Slab<UInt32> {
        switch set {
        case .one(let term):
            let places = try self.places(of: term, in: window)
            try control.read(postings: places.count)
            return places
        case .range(let range) where range.count == 1:
            return try places(of: .one(range.lowerBound), in: window)
        case .range, .list:
            var result: [UInt32] = []
            for term in set.terms {
                let places = try self.places(of: term, in: window)
                try control.read(postings: places.count)
                result.append(contentsOf: places.buffer)
            }
            try control.take(bytes: 12 * result.count)
            return Slab(try control.sorted(result, by: <))
        }
    }

    private func places(of term: Int, in window: Range<UInt32>) throws(Stop) -> Slab<UInt32> {
        window == everywhere ? try index.places(term, control) : try index.places(term, in: window, control)
    }

    /// Where the words stand side by side.
    private func starts(of words: [TermSet], in window: Range<UInt32>) throws(Stop) -> Slab<UInt32> {
        try starts(of: words) { set throws(Stop) in try places(of: set, in: window) }
    }

    /// Where the words stand side by side: the places of the rarest word, narrowed by each other one.
    private func starts(
        of words: [TermSet], _ placesOf: (TermSet) throws(Stop) -> Slab<UInt32>
    ) throws(Stop) -> Slab<UInt32> {
        if words.contains(where: \.isEmpty) { return Slab() }
        let frequencies = words.map { (count: collectionFrequency($0), first: $0.first) }
        // The same word again stands beside itself: «la la la» reads its list once.
        let order = words.indices.sorted {
            (frequencies[$0].count, frequencies[$0].first, $0) < (frequencies[$1].count, frequencies[$1].first, $1)
        }
        var places = try placesOf(words[order[0]])
        var starts = places
        var offset = UInt32(truncatingIfNeeded: order[0])
        for (before, number) in zip(order, order.dropFirst()) {
            if starts.isEmpty { return starts }
            if words[number] != words[before] { places = try placesOf(words[number]) }
            try control.spend(1 + starts.count)
            starts = aligned(starts, at: offset, with: places, at: UInt32(truncatingIfNeeded: number))
            offset = 0
        }
        return starts
    }

    /// The starts of phrases that have a word of `rare` at one offset and a word of `common` at another.
    private func aligned(
        _ rare: Slab<UInt32>, at rareOffset: UInt32, with common: Slab<UInt32>, at commonOffset: UInt32
    ) -> Slab<UInt32> {
        // A place so near the beginning that the phrase would begin before it.
        let first = rareOffset == 0 ? 0 : rare.lowerBound(rareOffset)
        let rare = rare[first..<rare.count]
        return Slab(capacity: rare.count, from: index.scratch) { memory in
            var filled = 0
            if common.count <= 16 * rare.count {
                rare.forEachPlace(of: common, movedBy: commonOffset &- rareOffset) { place in
                    memory[filled] = rare.start[place] - rareOffset
                    filled += 1
                }
                return filled
            }
            var place = 0
            for index in 0..<rare.count {
                let start = rare.start[index] - rareOffset
                place = common.gallop(start + commonOffset, from: place)
                if place == common.count { break }
                if common.start[place] == start + commonOffset {
                    memory[filled] = start
                    filled += 1
                }
            }
            return filled
        }
    }

    /// The rows where words stand side by side, if each is one term and their lists are packed: then places are unpacked so that they
    /// say their rows, and nobody has to know where rows begin.
    private func rowsOfPacked(_ words: [TermSet]) throws(Stop) -> RowSet? {
        guard case .packed(let packed) = index.positions else { return nil }
        var shift = Int.bitWidth
        for word in words {
            guard case .one(let term) = word,
                let most = try packed.rowShift(term, count: index.collectionFrequency(term), control)
            else { return nil }
            shift = most
        }
        // A phrase that is longer could reach from one row into another.
        guard shift < UInt32.bitWidth, words.count < 1 << (shift - 1) else { return nil }
        let starts = try starts(of: words) { set throws(Stop) in
            let places = try packed.list(
                set.first, count: collectionFrequency(set), rowShift: shift, control)
            try control.read(postings: places.count)
            return places
        }
        return .list(
            Slab(capacity: starts.count, from: index.scratch) { memory in
                var filled = 0
                for start in starts.buffer {
                    let row = start &>> UInt32(truncatingIfNeeded: shift)
                    if filled > 0, memory[filled - 1] == row { continue }
                    memory[filled] = row
                    filled += 1
                }
                return withExtendedLifetime(starts) { filled }
            })
    }

    /// The rows where two words stand side by side, if both are one term each and neither is much rarer.
    ///
    /// The row of a place is found in the postings of its term: there are as many postings before it as places, but for those
    /// places that share a row with the one before.
    private func rowsOfPair(_ words: [TermSet]) throws(Stop) -> RowSet? {
        guard words.count == 2, case .one(let first) = words[0], case .one(let second) = words[1] else { return nil }
        let isFirstRarer = index.collectionFrequency(first) <= index.collectionFrequency(second)
        let (rare, common) = isFirstRarer ? (first, second) : (second, first)
        let all = try index.places(rare, control)
        // No phrase begins before the first position.
        let skipped = !isFirstRarer && all.first == 0 ? 1 : 0
        let places = all[skipped..<all.count]
        guard index.collectionFrequency(common) <= 16 * places.count else { return nil }
        let others = try index.places(common, control)
        try control.read(postings: places.count + others.count)
        let postings = try index.postings(rare, control)
        let rowStarts = index.rowStarts
        return .list(
            Slab(capacity: postings.count, from: index.scratch) { memory in
                var filled = 0
                var repeats = 0
                places.forEachPlace(of: others, movedBy: isFirstRarer ? 1 : .max) { place in
                    var posting = min(place + skipped - repeats, postings.count - 1)
                    let position = places.start[place]
                    while posting > 0, rowStarts.start[Int(postings.start[posting])] > position { posting -= 1 }
                    repeats = place + skipped - posting
                    let row = postings.start[posting]
                    if filled == 0 || memory[filled - 1] != row {
                        memory[filled] = row
                        filled += 1
                    }
                }
                return filled
            })
    }

    /// The places where the characters are exactly these, in whatever composition.
    private func spelled(_ text: String, _ hits: [Hit]) throws(Stop) -> [Hit] {
        let wanted = Words(text)
        let spelling = text.utf8.withContiguousStorageIfAvailable { bytes in
            wanted.sourceRanges.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
        }
        let words = spelling ?? []
        var row = 0
        var rowWords: (row: Int, words: [String?]) = (-1, [])
        if case .column(let column) = source { try column.seal?.checkAll(control) }
        var result: [Hit] = []
        for hit in hits {
            row = index.row(at: hit.start, from: row)
            if rowWords.row != row {
                rowWords = (row, source.spelling(of: UInt32(truncatingIfNeeded: row)))
                try control.spend(16 * rowWords.words.count)
            }
            let first = Int(hit.start - index.rowStarts[row])
            guard first + words.count <= rowWords.words.count else { continue }
            if words.indices.allSatisfy({ rowWords.words[first + $0] == words[$0] }) { result.append(hit) }
        }
        return result
    }
}

// MARK: - Rows of places

extension TextMatcher {
    /// The rows that ascending positions lie in.
    private func rows(at positions: Slab<UInt32>) -> RowSet {
        .list(
            Slab(capacity: positions.count, from: index.scratch) { memory in
                var filled = 0
                var row = 0
                var rowEnd: UInt32 = 0
                for place in 0..<positions.count where positions[place] >= rowEnd {
                    row = index.row(at: positions[place], from: row)
                    rowEnd = index.rowStarts[row + 1]
                    memory[filled] = UInt32(truncatingIfNeeded: row)
                    filled += 1
                }
                return filled
            })
    }

    /// The rows that ascending hits lie in.
    private func rows(of hits: [Hit]) -> [UInt32] {
        var rows: [UInt32] = []
        var row = 0
        var rowEnd: UInt32 = 0
        for hit in hits where hit.start >= rowEnd {
            row = index.row(at: hit.start, from: row)
            rowEnd = index.rowStarts[row + 1]
            rows.append(UInt32(truncatingIfNeeded: row))
        }
        return rows
    }

    /// The rows with so many hits that do not overlap.
    private func rows(of hits: [Hit], atLeast count: Int) -> [UInt32] {
        var rows: [UInt32] = []
        var row = 0
        var place = 0
        while place < hits.count {
            row = index.row(at: hits[place].start, from: row)
            let end = index.rowStarts[row + 1]
            var next = place
            while next < hits.count, hits[next].start < end { next += 1 }
            if Self.countApart(Array(hits[place..<next])) >= count { rows.append(UInt32(truncatingIfNeeded: row)) }
            place = next
        }
        return rows
    }

    /// How many of these hits do not overlap, taken from the left.
    private static func countApart(_ hits: [Hit]) -> Int {
        var count = 0
        var end: UInt32 = 0
        for hit in hits where hit.start >= end || count == 0 {
            count += 1
            end = hit.end
        }
        return count
    }
}

extension BoundText {
    /// The words that stand in it.
    fileprivate var terms: [TermSet] {
        switch self {
        case .and(let members), .or(let members): members.flatMap(\.terms)
        case .not(let inner), .repeated(let inner, _): inner.terms
        case .phrase(let words, _): words
        case .proximity(let left, _, let right): left.terms + right.terms
        }
    }
}
