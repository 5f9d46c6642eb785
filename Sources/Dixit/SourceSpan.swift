// A place in the text of a query, counted the ways that people, editors and programs count.

package import DixitSyntax

/// A half-open range in the text of a query or script.
public struct SourceSpan: Hashable, Sendable {
    /// Where it begins.
    public let start: SourcePosition
    /// Where it ends, not included.
    public let end: SourcePosition

    /// The offsets in UTF-8 bytes.
    public var utf8: Range<Int> { start.utf8..<max(start.utf8, end.utf8) }
}

/// A place in the text of a query or script.
public struct SourcePosition: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// In characters as a reader counts them (grapheme clusters), from 1.
    public let column: Int
    /// In UTF-8 bytes from the start of the text.
    public let utf8: Int
}

extension SourceSpan {
    /// The span of a range in a text; a range outside the text is moved to its end.
    package init(_ range: SourceRange, in text: String) {
        start = SourcePosition(range.start, in: text)
        end = SourcePosition(max(range.start, range.end), in: text)
    }
}

extension SourcePosition {
    fileprivate init(_ offset: Int, in text: String) {
        let bytes = text.utf8
        let clamped = max(0, min(offset, bytes.count))
        let index = bytes.index(bytes.startIndex, offsetBy: clamped)
        var lineStart = text.startIndex
        var line = 1
        var cursor = bytes.startIndex
        while cursor < index {
            let byte = bytes[cursor]
            cursor = bytes.index(after: cursor)
            if byte == 0x0A {
                line += 1
                lineStart = cursor
            }
        }
        self.line = line
        column = text[lineStart..<index].count + 1
        utf8 = clamped
    }
}
