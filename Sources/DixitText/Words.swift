// The words of a text, folded: what the index stores and what `contains` compares.

/// The folded words of a text, back to back, each with the place it was read from.
///
/// A word is a run of letters, digits and marks. Apostrophes and hyphens separate: “l’accord” is `l`, `accord`, and
/// “porte-parole” is `porte`, `parole`. Single letters with one dot between them join: “S.N.C.F.” is `sncf`, as “SNCF” is.
package struct Words: Sendable {
    /// All the words, with nothing between them.
    package private(set) var bytes: [UInt8] = []
    /// Where each word ends in ``bytes``; it starts where the one before ends.
    package private(set) var ends: [UInt32] = []
    /// Where each word stands in the source.
    package private(set) var sourceRanges: [TextRange] = []

    package var count: Int { ends.count }
    package var isEmpty: Bool { ends.isEmpty }

    /// The range of a word in ``bytes``.
    ///
    /// - Precondition: `index` is less than ``count``.
    package func range(of index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// For messages and tests; a hot path reads ``bytes``.
    package func text(of index: Int) -> String { String(decoding: bytes[range(of: index)], as: UTF8.self) }

    /// - Parameter base: added to every source offset, for a source that is a part of a longer text.
    /// - Complexity: linear in the number of bytes.
    package init(_ source: UnsafeBufferPointer<UInt8>, base: Int = 0) {
        ends.reserveCapacity(source.count / 5 + 1)
        sourceRanges.reserveCapacity(source.count / 5 + 1)
        bytes = [UInt8](unsafeUninitializedCapacity: source.count) { output, count in
            count = Self.scan(source, base: base, into: output, &ends, &sourceRanges)
        }
    }

    package init(_ source: [UInt8], base: Int = 0) {
        self = source.withUnsafeBufferPointer { Words($0, base: base) }
    }

    package init(_ source: String) {
        var source = source
        self = source.withUTF8 { Words($0) }
    }

    /// Writes the bytes of the words, notes their ends and places, and returns the number of bytes.
    fileprivate static func scan(
        _ source: UnsafeBufferPointer<UInt8>, base: Int, into output: UnsafeMutableBufferPointer<UInt8>,
        _ ends: inout [UInt32], _ sourceRanges: inout [TextRange]
    ) -> Int {
        let table = FoldingTable.shared
        var count = 0
        var offset = 0
        var acronym = Acronym()
        while offset < source.count {
            let (first, firstLength) = table.character(in: source, at: offset)
            guard first.isWordPart else {
                offset += firstLength
                continue
            }
            let start = offset
            var end = offset
            var letters = 0
            while offset < source.count {
                // Most letters of most texts.
                let plain = table.plainLetter(source[offset])
                if plain != 0 {
                    output[count] = plain
                    count += 1
                    letters += 1
                    offset += 1
                    end = offset
                    continue
                }
                let (character, length) = table.character(in: source, at: offset)
                if character.isWordPart {
                    letters += character.kind == .letter ? 1 : 2
                } else if character.kind != .mark, character.kind != .invisible {
                    break
                }
                var bytes = character.bytes
                for _ in 0..<character.count {
                    output[count] = UInt8(truncatingIfNeeded: bytes)
                    bytes >>= 8
                    count += 1
                }
                offset += length
                if character.kind != .invisible { end = offset }
            }
            let continuesAcronym = acronym.continues(with: letters == 1, at: start, end: end, in: source)
            if continuesAcronym, let last = ends.indices.last {
                ends[last] = UInt32(truncatingIfNeeded: count)
                sourceRanges[last].end = UInt32(truncatingIfNeeded: base + end)
            } else {
                ends.append(UInt32(truncatingIfNeeded: count))
                sourceRanges.append(TextRange(base + start..<base + end))
            }
        }
        return count
    }

    /// The single letter that was read last, to which another one may join after a dot.
    private struct Acronym {
        private var end = -1

        /// Whether the word at `start` joins the letter before it: `N` does in “S.N”, “Le” in “S.Le” does not.
        mutating func continues(
            with isSingleLetter: Bool, at start: Int, end newEnd: Int, in source: UnsafeBufferPointer<UInt8>
        ) -> Bool {
            let joins = isSingleLetter && end >= 0 && end + 1 == start && source[end] == UInt8(ascii: ".")
            end = isSingleLetter ? newEnd : -1
            return joins
        }
    }
}

/// Reads the words of many texts one after the other, always into the same memory.
package struct WordReader: Sendable {
    /// The words of the text that was read last, with nothing between them, and whatever was read before behind them.
    package private(set) var bytes: [UInt8] = []
    /// Where each word ends in ``bytes``; it starts where the one before ends.
    package private(set) var ends: [UInt32] = []
    /// Where each word stands in the source.
    package private(set) var sourceRanges: [TextRange] = []

    package init() {}

    /// The words of a text in the place of those of the one before.
    ///
    /// - Complexity: linear in the number of bytes.
    package mutating func read(_ source: UnsafeBufferPointer<UInt8>) {
        ends.removeAll(keepingCapacity: true)
        sourceRanges.removeAll(keepingCapacity: true)
        if bytes.count < source.count {
            bytes = [UInt8](repeating: 0, count: max(source.count, min(1 << 20, 2 * bytes.count)))
        }
        bytes.withUnsafeMutableBufferPointer { output in
            _ = Words.scan(source, base: 0, into: output, &ends, &sourceRanges)
        }
    }
}
