// A stretch of a text as scalars, folded or as they are: what a matcher of patterns reads.

/// Up to a few hundred scalars of a text, each with what it is and where it stands.
///
/// Folded, “Cœur” is read as `c` `o` `e` `u` `r`, where `o` and `e` stand at the same place; a no-break space and a hyphen are
/// read as a space each, and what folding drops is not read. A run of spaces is not shortened. Not folded, a letter and its
/// marks are read composed: `e` and an acute accent are `é`. The arrays are filled again and again, so that reading a text
/// allocates nothing, but for letters whose marks are written apart.
package struct ScalarChunk: Sendable {
    /// A scalar in the low 21 bits, and what it is above; see ``ScalarUnit``.
    package private(set) var units: [UInt32]
    /// Where the character of each unit starts in the source.
    package private(set) var origins: [UInt32]
    /// How many of the units are filled.
    package private(set) var count = 0
    /// Where the rest of the text starts.
    package private(set) var end = 0

    private static let capacity = 256
    private let isFolded: Bool

    package init(folded: Bool) {
        isFolded = folded
        units = [UInt32](repeating: 0, count: Self.capacity)
        origins = units
    }

    /// Fills the chunk from a place on, which is the start of a character; the units of one character stay together.
    ///
    /// - Complexity: linear in the number of bytes read, or in the number dropped where a text has nothing else.
    package mutating func read(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
        let folded = isFolded
        var place = (count: 0, offset: start)
        units.withUnsafeMutableBufferPointer { units in
            origins.withUnsafeMutableBufferPointer { origins in
                place = Self.fill(units, origins, text, from: start, folded: folded)
            }
        }
        count = place.count
        end = place.offset
    }

    private static func fill(
        _ units: UnsafeMutableBufferPointer<UInt32>, _ origins: UnsafeMutableBufferPointer<UInt32>,
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, folded: Bool
    ) -> (count: Int, offset: Int) {
        let table = FoldingTable.shared
        var offset = start
        var count = 0
        let room = folded ? 4 : Composition.mostMarks + 4
        while offset < text.count, count + room <= capacity {
            let (character, length) = table.character(in: text, at: offset)
            let kind = UInt32(truncatingIfNeeded: character.kind.rawValue) << 24
            let origin = UInt32(truncatingIfNeeded: offset)
            if !folded {
                let scalar = scalar(text, at: offset, length: length)
                let isHyphen = character.kind == .space && ScalarUnit.isHyphen(scalar)
                units[count] = scalar | (isHyphen ? 0 : kind)
                origins[count] = origin
                let marks = marks(of: text, from: offset + length)
                if !marks.scalars.isEmpty {
                    let composed = Composition.shared.composed([scalar] + marks.scalars)
                    units[count] = composed[0] | kind
                    for mark in composed.dropFirst() {
                        // What is left of the marks stands within its character.
                        count += 1
                        units[count] = mark | markKind | ScalarUnit.continuation
                        origins[count] = origin
                    }
                    offset = marks.end - length
                }
                count += 1
            } else if character.count == 1 || character.bytes & 0x80 == 0 {
                // Nothing, one byte, or several letters of ASCII: `œ` is `o` and `e`.
                var bytes = character.bytes
                for index in 0..<character.count {
                    let byte = bytes & 0xFF
                    units[count] = (byte < 0x80 ? byte : 0xFFFD) | kind | (index > 0 ? ScalarUnit.continuation : 0)
                    origins[count] = origin
                    count += 1
                    bytes >>= 8
                }
            } else {
                units[count] = scalar(character) | kind
                origins[count] = origin
                count += 1
            }
            offset += length
        }
        return (count, offset)
    }

    /// The first byte of U+0300, the first mark.
    private static let firstMarkLead: UInt8 = 0xCC
    private static let markKind = UInt32(truncatingIfNeeded: CharacterClass.mark.rawValue) << 24

    /// The combining marks that stand from a place on, and where they end.
    @inline(__always)
    private static func marks(
        of text: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (scalars: [UInt32], end: Int) {
        guard start < text.count, text[start] >= firstMarkLead else { return ([], start) }
        var scalars: [UInt32] = []
        var offset = start
        while offset < text.count, scalars.count < Composition.mostMarks {
            let (character, length) = FoldingTable.shared.character(in: text, at: offset)
            guard character.kind == .mark else { break }
            scalars.append(scalar(text, at: offset, length: length))
            offset += length
        }
        return (scalars, offset)
    }

    /// The one scalar beyond ASCII that a character folds to.
    private static func scalar(_ character: FoldedCharacter) -> UInt32 {
        var bytes = character.bytes
        var scalar: UInt32 =
            switch character.count {
            case 2: bytes & 0x1F
            case 3: bytes & 0x0F
            default: bytes & 0x07
            }
        for _ in 1..<character.count {
            bytes >>= 8
            scalar = scalar << 6 | bytes & 0x3F
        }
        return scalar
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int) -> UInt32 {
        let first = UInt32(text[offset])
        if length == 1 { return first < 0x80 ? first : 0xFFFD }
        var scalar = first & (0xFF >> UInt32(length + 1))
        for next in offset + 1..<offset + length { scalar = scalar << 6 | UInt32(text[next] & 0x3F) }
        return scalar
    }
}

/// How to read the units of a ``ScalarChunk``.
package enum ScalarUnit {
    /// Set where a unit is not the first of its character: the `e` of `œ`.
    package static let continuation: UInt32 = 1 << 31
    package static let scalarMask: UInt32 = 0x1F_FFFF

    /// A letter, a digit, a mark or `_`.
    @inlinable @inline(__always)
    package static func isWordPart(_ unit: UInt32) -> Bool {
        let kind = (unit >> 24) & 0x7
        return kind >= 1 && kind <= 3 || unit & scalarMask == 0x5F
    }

    /// A letter or a digit: what the words of an index are made of.
    package static func isLetterOrDigit(_ unit: UInt32) -> Bool {
        let kind = (unit >> 24) & 0x7
        return kind == 1 || kind == 2
    }

    /// What folding drops: a mark, or an invisible character.
    package static func isMarkOrInvisible(_ unit: UInt32) -> Bool {
        let kind = CharacterClass(rawValue: UInt64((unit >> 24) & 0x7))
        return kind == .mark || kind == .invisible
    }

    /// Spaces and line ends; in a folded text also what were hyphens.
    package static func isSpace(_ unit: UInt32) -> Bool { (unit >> 24) & 0x7 == UInt32(CharacterClass.space.rawValue) }

    /// A decimal digit of any script.
    package static func isDecimalDigit(_ unit: UInt32) -> Bool {
        let scalar = unit & scalarMask
        if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
        guard (unit >> 24) & 0x7 == UInt32(CharacterClass.digit.rawValue) else { return false }
        return Unicode.Scalar(scalar)?.properties.numericType == .decimal
    }

    fileprivate static func isHyphen(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }
}
