// Words near each other.

import DixitSyntax
import DixitText

extension TextMatcher {
    /// For each hit on the left the nearest one on the right on either side, where that is near enough.
    ///
    /// The distance is the number of words between, plus one. Both lie in one row; of one sentence or paragraph, wholly in it.
    func near(_ left: [Hit], _ proximity: Proximity, _ right: [Hit]) throws(Stop) -> [Hit] {
        guard !right.isEmpty else { return [] }
        var result: [Hit] = []
        let longest = right.reduce(0) { max($0, $1.end - $1.start) }
        var row = 0
        var after = 0
        for hit in left {
            try control.spend(16)
            row = index.row(at: hit.start, from: row)
            let bounds = self.bounds(of: hit, in: row, proximity)
            guard hit.end <= bounds.upperBound else { continue }
            while after < right.count, right[after].start < hit.end { after += 1 }
            if proximity.allowsAfter, let next = Self.first(of: right, from: after, endingBy: bounds.upperBound),
                proximity.accepts(next.start - hit.end + 1)
            {
                result.append(Hit(start: hit.start, end: next.end))
            }
            let room = bounds.lowerBound..<hit.start
            if proximity.allowsBefore, let before = Self.last(of: right, upTo: after, in: room, longest),
                proximity.accepts(hit.start - before.end + 1)
            {
                result.append(Hit(start: before.start, end: hit.end))
            }
        }
        return try control.sorted(result) { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// Of the hits from an index on the first that does not end after a place.
    private static func first(of hits: [Hit], from index: Int, endingBy place: UInt32) -> Hit? {
        var index = index
        // A long hit may go beyond the place where a short one that begins after it does not.
        while index < hits.count, hits[index].start < place {
            if hits[index].end <= place { return hits[index] }
            index += 1
        }
        return nil
    }

    /// Of the hits before an index the one that ends last of those in a stretch of positions.
    ///
    /// - Parameter longest: no hit is longer, which bounds how far back the one that ends last can start.
    private static func last(of hits: [Hit], upTo index: Int, in room: Range<UInt32>, _ longest: UInt32) -> Hit? {
        var best: Hit?
        var index = index - 1
        while index >= 0, hits[index].start >= room.lowerBound,
            best.map({ hits[index].start + longest > $0.end }) ?? true
        {
            if hits[index].end <= room.upperBound, hits[index].end > best?.end ?? 0 { best = hits[index] }
            index -= 1
        }
        return best
    }

    /// The positions in which both sides have to lie.
    private func bounds(of hit: Hit, in row: Int, _ proximity: Proximity) -> Range<UInt32> {
        let rowRange = index.rowStarts[row]..<index.rowStarts[row + 1]
        let starts: Slab<UInt32>
        switch proximity {
        case .within: return rowRange
        case .sameSentence: starts = index.sentenceStarts
        case .sameParagraph: starts = index.paragraphStarts
        }
        let next = starts.lowerBound(hit.start + 1)
        let first = next > 0 ? max(starts[next - 1], rowRange.lowerBound) : rowRange.lowerBound
        let end = next < starts.count ? min(starts[next], rowRange.upperBound) : rowRange.upperBound
        return first..<max(first, end)
    }
}

extension Proximity {
    fileprivate func accepts(_ distance: UInt32) -> Bool {
        if case .within(let words, _) = self { return Int(distance) <= words }
        return true
    }
}
