// Where in the texts of a row the words of a condition stand.

import DixitText

/// Finds the words that conditions ask for.
struct HitReader {
    let store: Store
    let control: RunControl
    /// Characters before and after a hit.
    var context = 60

    /// Hits of one condition, and rows of a relation that are looked at.
    private static let mostHits = 20
    private static let mostRows = 100

    /// The hits in the texts of the row itself, each once, field by field in the order of the text.
    func hits(_ condition: BoundCondition, _ row: UInt32, set: Int) throws(Stop) -> [MembershipExplanation.Hit] {
        var found: [MembershipExplanation.Hit] = []
        let table = store.sets[set].table
        try gather(&found, condition, row, set, table: table)
        let own = store.entity(row, set: set)
        var seen: Set<MembershipExplanation.Hit> = []
        let places = found.filter { $0.row == own && seen.insert($0).inserted }
        return places.sorted { ($0.field, $0.utf8.lowerBound) < ($1.field, $1.utf8.lowerBound) }
    }

    /// Adds the hits of the texts that a condition asks, of the row and of those it leads to.
    func gather(
        _ hits: inout [MembershipExplanation.Hit], _ condition: BoundCondition, _ row: UInt32, _ set: Int, table: Int
    ) throws(Stop) {
        guard hits.count < Self.mostHits else { return }
        switch condition {
        case .written(_, let inner), .not(let inner): try gather(&hits, inner, row, set, table: table)
        case .and(let members), .or(let members):
            for member in members { try gather(&hits, member, row, set, table: table) }
        case .related(let link, let inner):
            let target = store.sets.firstIndex { $0.table == link.target } ?? 0
            for row in PathWalker(store).rows(from: row, along: [link]).prefix(Self.mostRows) {
                try gather(&hits, inner, row, target, table: link.target)
            }
        case .test(let number, let test):
            guard case .text(let column) = store.tables[table].columns[number] else { return }
            try column.check(Slab([row]))
            let text = ColumnText(column, row)
            for range in try ranges(test, column, row, text).prefix(Self.mostHits - hits.count) {
                hits.append(
                    MembershipExplanation.Hit(
                        row: store.entity(row, set: set), field: store.tables[table].name(ofColumn: number),
                        utf8: range, before: text.before(range, context), text: text.cut(range),
                        after: text.after(range, context)))
            }
        default: return
        }
    }

    private func ranges(
        _ test: BoundTest, _ column: TextColumn, _ row: UInt32, _ text: ColumnText
    ) throws(Stop) -> [Range<Int>] {
        switch test {
        case .words(let condition):
            let matcher = TextMatcher(column.index, source: .column(column), control: control)
            let window = matcher.window(of: row)
            let words = text.wordRanges()
            return try matcher.hits(condition, in: window).compactMap { hit in
                let (first, last) = (Int(hit.start - window.lowerBound), Int(hit.end - window.lowerBound) - 1)
                guard first <= last, last < words.count, let start = words[first], let end = words[last] else {
                    return nil
                }
                return start.lowerBound..<max(start.upperBound, end.upperBound)
            }
        case .pattern(let program):
            var matcher = PatternMatcher(program)
            var found: [Range<Int>] = []
            for (piece, start) in text.pieces {
                var place = 0
                while found.count < Self.mostHits, let range = matcher.firstMatch(in: piece.buffer, from: place) {
                    found.append(start + range.lowerBound..<start + range.upperBound)
                    if range.upperBound >= piece.count || range.isEmpty { break }
                    place = range.upperBound
                }
                try control.spend(piece.count)
            }
            return found
        default: return []
        }
    }
}

/// The text of a row as its value has it: the pieces with the separator between them.
struct ColumnText {
    /// Each piece with where it begins in the whole.
    let pieces: [(bytes: Slab<UInt8>, start: Int)]
    private let whole: [UInt8]

    init(_ column: TextColumn, _ row: UInt32) {
        var pieces: [(Slab<UInt8>, Int)] = []
        var whole: [UInt8] = []
        for number in column.pieces(row) {
            if !whole.isEmpty { whole += Array(TextColumn.separator.utf8) }
            let piece = column.piece(number)
            pieces.append((piece, whole.count))
            whole.append(contentsOf: piece.buffer)
        }
        (self.pieces, self.whole) = (pieces, whole)
    }

    /// Where each position of the index is written; nil for the empty ones between pieces.
    func wordRanges() -> [Range<Int>?] {
        var ranges: [Range<Int>?] = []
        for (number, (bytes, start)) in pieces.enumerated() {
            if number > 0 { ranges.append(nil) }
            for range in Words(bytes.buffer, base: start).sourceRanges { ranges.append(range.bytes) }
        }
        return ranges
    }

    func cut(_ range: Range<Int>) -> String { String(decoding: whole[range.clamped(to: whole.indices)], as: UTF8.self) }

    func before(_ range: Range<Int>, _ context: Int) -> String {
        var place = range.lowerBound
        var left = context
        while place > 0, left > 0 {
            place -= 1
            if whole[place] & 0xC0 != 0x80 { left -= 1 }
        }
        return cut(place..<range.lowerBound)
    }

    func after(_ range: Range<Int>, _ context: Int) -> String {
        var place = range.upperBound
        var left = context
        while place < whole.count {
            if whole[place] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            place += 1
        }
        return cut(range.upperBound..<place)
    }
}

extension Table {
    fileprivate func name(ofColumn number: Int) -> String {
        columnNumbers.first { $0.value == number }?.key ?? ""
    }
}
