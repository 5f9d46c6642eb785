// What a record may have, in as few bytes as it needs: a hostile text of 50 MB has millions of records.

package import DixitText

/// An index that may be missing, in four bytes instead of nine.
///
/// ```swift
/// @CompactIndex package var speaker: Int?
/// ```
@propertyWrapper package struct CompactIndex: Sendable {
    private var raw: Int32

    package init(wrappedValue: Int?) { raw = wrappedValue.map { Int32(clamping: $0) } ?? -1 }

    package var wrappedValue: Int? {
        get { raw < 0 ? nil : Int(raw) }
        set { self = CompactIndex(wrappedValue: newValue) }
    }
}

/// A range that may be missing, in eight bytes instead of twelve.
///
/// No range of a text begins at the last offset that there is.
@propertyWrapper package struct CompactRange: Sendable {
    private var raw: TextRange

    package init(wrappedValue: TextRange?) { raw = wrappedValue ?? TextRange(.max, .max) }

    package var wrappedValue: TextRange? {
        get { raw.start == .max ? nil : raw }
        set { self = CompactRange(wrappedValue: newValue) }
    }
}

/// A few ranges, of which there is mostly one: that needs no memory of its own.
@propertyWrapper package struct CompactRanges: Sendable {
    @CompactRange private var first: TextRange?
    private var others: [TextRange]

    package init(wrappedValue: [TextRange]) {
        first = wrappedValue.first
        others = wrappedValue.count > 1 ? Array(wrappedValue[1...]) : []
    }

    package var wrappedValue: [TextRange] {
        get {
            guard let first else { return [] }
            return others.isEmpty ? [first] : [first] + others
        }
        set { self = CompactRanges(wrappedValue: newValue) }
    }

    /// Whether one of them has bytes in common with a range.
    func overlap(_ range: TextRange) -> Bool {
        first.map { $0.overlaps(range) } ?? false || others.contains { $0.overlaps(range) }
    }
}
