// Folded text: the form in which texts are compared, with a map back to the original.

/// A text without case, accents, ligatures and the many kinds of apostrophe, hyphen and space.
///
/// “L’Œuvre  porte‑parole” becomes `l'oeuvre porte parole`. A run of spaces, line ends and hyphens is one space, and
/// there is none at the ends. Folding a folded text changes nothing, and a folded text is never longer than its source.
package struct FoldedText: Sendable {
    package let bytes: [UInt8]

    /// Where the character that became a byte starts in the source; one more for the end of the source.
    private let origins: [UInt32]

    /// - Complexity: linear in the number of bytes.
    package init(_ source: UnsafeBufferPointer<UInt8>) {
        var origins: [UInt32] = []
        bytes = [UInt8](unsafeUninitializedCapacity: source.count) { output, count in
            origins = [UInt32](unsafeUninitializedCapacity: source.count + 1) { map, mapCount in
                count = Self.fold(source, into: output, origins: map)
                map[count] = UInt32(truncatingIfNeeded: source.count)
                mapCount = count + 1
            }
        }
        self.origins = origins
    }

    package init(_ source: [UInt8]) {
        self = source.withUnsafeBufferPointer { FoldedText($0) }
    }

    package init(_ source: String) {
        var source = source
        self = source.withUTF8 { FoldedText($0) }
    }

    /// The bytes of the source that became these folded bytes.
    ///
    /// A character that became two bytes is covered as a whole: in `coeur`, 1..<2 gives the `œ` of “cœur”.
    package func sourceRange(of folded: Range<Int>) -> Range<Int> {
        let last = origins.count - 1
        let lower = min(max(folded.lowerBound, 0), last)
        var upper = min(max(folded.upperBound, lower), last)
        let start = Int(origins[lower])
        if upper == lower { return start..<start }
        while upper < last, origins[upper] == origins[upper - 1] { upper += 1 }
        return start..<Int(origins[upper])
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes the folded bytes and their origins, both of which have room for the whole source, and returns their number.
    private static func fold(
        _ source: UnsafeBufferPointer<UInt8>,
        into output: UnsafeMutableBufferPointer<UInt8>,
        origins: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        let table = FoldingTable.shared
        var count = 0
        var offset = 0
        var pendingSpace = -1
        while offset < source.count {
            let (character, length) = table.character(in: source, at: offset)
            if character.kind == .space {
                if pendingSpace < 0, count > 0 { pendingSpace = offset }
                offset += length
                continue
            }
            var bytes = character.bytes
            if character.count > 0, pendingSpace >= 0 {
                output[count] = 0x20
                origins[count] = UInt32(truncatingIfNeeded: pendingSpace)
                count += 1
                pendingSpace = -1
            }
            for _ in 0..<character.count {
                output[count] = UInt8(truncatingIfNeeded: bytes)
                origins[count] = UInt32(truncatingIfNeeded: offset)
                bytes >>= 8
                count += 1
            }
            offset += length
        }
        return count
    }
}

/// The folded form of a short text, such as a name or a literal of a query.
package func folded(_ text: String) -> String {
    // Names of fields are, most of them, what they are folded to.
    let isFolded = text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    return isFolded ? text : FoldedText(text).text
}
