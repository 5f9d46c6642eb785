// Texts as strings, without looking each time whether they are UTF-8.

/// Makes strings of stretches of bytes, and remembers of which blocks it is known that they are well-formed UTF-8.
///
/// A string that is made of bytes is checked, which takes longer than all the rest. A block is checked once; a stretch of checked
/// blocks that begins and ends where characters do needs no further look. What is not well-formed, as only an altered
/// snapshot can have it, becomes a string in which U+FFFD stands for what cannot be read.
final class TextStrings: Sendable {
    private let bytes: Slab<UInt8>
    /// The blocks whose characters are well-formed: those that begin in them.
    private let wellFormed: CheckedParts

    private static let block = 4096

    init(_ bytes: Slab<UInt8>) {
        self.bytes = bytes
        wellFormed = CheckedParts(count: (bytes.count + Self.block - 1) / Self.block)
    }

    /// The string that some of the bytes are.
    func string(_ range: Range<Int>) -> String {
        let buffer = UnsafeBufferPointer(start: bytes.start + range.lowerBound, count: range.count)
        return withExtendedLifetime(bytes) {
            if #available(macOS 26.0, iOS 26.0, watchOS 26.0, tvOS 26.0, visionOS 26.0, *), isWellFormed(range) {
                return String(copying: UTF8Span(unchecked: buffer.span, isKnownASCII: Self.isASCII(buffer)))
            }
            return String(decoding: buffer, as: UTF8.self)
        }
    }

    /// Looks at both ends of a stretch, and at its blocks where nobody did yet.
    @inline(__always)
    func prepare(_ range: Range<Int>) {
        if #available(macOS 26.0, iOS 26.0, watchOS 26.0, tvOS 26.0, visionOS 26.0, *) { _ = isWellFormed(range) }
    }

    @available(macOS 26.0, iOS 26.0, watchOS 26.0, tvOS 26.0, visionOS 26.0, *)
    @inline(__always)
    private func isWellFormed(_ range: Range<Int>) -> Bool {
        if range.isEmpty { return true }
        guard isBoundary(range.lowerBound), isBoundary(range.upperBound) else { return false }
        for block in range.lowerBound / Self.block...(range.upperBound - 1) / Self.block
        where !wellFormed.contains(block) {
            guard check(block) else { return false }
        }
        return true
    }

    /// Whether a character begins at a place, or everything ends there.
    @inline(__always)
    private func isBoundary(_ place: Int) -> Bool { place == bytes.count || bytes[place] & 0xC0 != 0x80 }

    /// Looks at a block: from the first character that begins in it to the end of the last one.
    @available(macOS 26.0, iOS 26.0, watchOS 26.0, tvOS 26.0, visionOS 26.0, *)
    @inline(never)
    private func check(_ block: Int) -> Bool {
        let start = boundary(from: block * Self.block)
        let end = boundary(from: min(bytes.count, (block + 1) * Self.block))
        if start < end {
            let buffer = UnsafeBufferPointer(start: bytes.start + start, count: end - start)
            do { _ = try UTF8Span(validating: buffer.span) } catch { return false }
        }
        wellFormed.insert(block)
        return true
    }

    /// The first place from a given one on where a character can begin; no character has more than three bytes behind its first.
    private func boundary(from place: Int) -> Int {
        var place = place
        let last = min(bytes.count, place + 3)
        while place < last, !isBoundary(place) { place += 1 }
        return place
    }

    private static func isASCII(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(buffer)
        var all: UInt64 = 0
        var place = 0
        while place + 8 <= raw.count {
            all |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            place += 8
        }
        while place < raw.count {
            all |= UInt64(raw[place])
            place += 1
        }
        return all & 0x8080_8080_8080_8080 == 0
    }
}
