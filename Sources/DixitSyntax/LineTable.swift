// Lines and columns of a source, as a reader counts them.

/// Where the lines of a source start.
package struct LineTable: Sendable {
    /// A line and a column, both from 1; columns count grapheme clusters.
    package struct Position: Hashable, Sendable {
        package let line: Int
        package let column: Int
    }

    let text: String
    /// In UTF-8 bytes.
    private let starts: [Int]

    /// - Complexity: linear in the number of bytes.
    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        self.text = text
        self.starts = starts
    }

    /// The place of a byte; a byte beyond the end is taken for the end.
    package func position(of offset: Int) -> Position {
        let line = lineIndex(of: offset)
        let column = text[index(starts[line])..<index(offset)].count + 1
        return Position(line: line + 1, column: column)
    }

    /// The index in the text of a byte, moved back to the start of its character.
    func index(_ offset: Int) -> String.Index {
        let clamped = min(max(offset, 0), text.utf8.count)
        let index = text.utf8.index(text.startIndex, offsetBy: clamped)
        // Within a character, `index(after:)` gives its end: `|` with an accent on it is one character and two tokens.
        return index.samePosition(in: text) ?? text.index(before: text.index(after: index))
    }

    /// The line of a byte, from 0. - Complexity: logarithmic in the number of lines.
    func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The bytes of a line, from 0, without its line end.
    func range(ofLine line: Int) -> SourceRange {
        let start = starts[line]
        var end = line + 1 < starts.count ? starts[line + 1] - 1 : text.utf8.count
        let bytes = text.utf8
        if end > start, bytes[bytes.index(bytes.startIndex, offsetBy: end - 1)] == UInt8(ascii: "\r") { end -= 1 }
        return SourceRange(start, end)
    }
}
