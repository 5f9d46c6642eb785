// A range of bytes in a text.

/// A half-open range of UTF-8 byte offsets in a text: `start` is included, `end` is not.
package struct TextRange: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32

    package init(_ start: UInt32, _ end: UInt32) {
        self.start = start
        self.end = end
    }

    package init(_ range: Range<Int>) {
        self.init(UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
    }

    /// The number of bytes.
    package var count: Int { Int(end) - Int(start) }
    package var isEmpty: Bool { end <= start }
    package var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

    package func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
    package func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

extension TextRange: Comparable {
    /// By start, then by end.
    package static func < (left: TextRange, right: TextRange) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}

extension TextRange: CustomStringConvertible {
    package var description: String { "\(start)..<\(end)" }
}
