// The text of a query or script, as bytes with ways to read characters and slices out of them.

/// The bytes of a source, which are valid UTF-8 because they come from a `String`.
package struct SourceText: Sendable {
    let bytes: [UInt8]

    package init(_ text: String) { bytes = Array(text.utf8) }

    var count: Int { bytes.count }

    func text(_ range: SourceRange) -> String {
        let lower = min(max(range.start, 0), bytes.count)
        return String(decoding: bytes[lower..<min(max(range.end, lower), bytes.count)], as: UTF8.self)
    }

    /// The byte at an offset, 0 at the end.
    @inline(__always)
    func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    /// The character at an offset, and its length in bytes; nil at the end.
    func scalar(at offset: Int) -> (Unicode.Scalar, length: Int)? {
        guard offset < bytes.count else { return nil }
        let first = bytes[offset]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        if length == 1 { return (Unicode.Scalar(first), 1) }
        guard offset + length <= bytes.count else { return ("\u{FFFD}", bytes.count - offset) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for next in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
