// Text as a terminal shows it: how many columns it takes, where it may break, and nothing that moves the cursor.

/// Text made safe and measurable for a screen.
package enum DisplayText {
    /// The text on one line, without characters that a terminal would obey: line ends and tabs become spaces,
    /// the others U+FFFD.
    ///
    /// - Complexity: linear in the number of bytes.
    package static func printable(_ text: String) -> String {
        // Controls are below 0x20, 0x7F, and the second bytes 0x80…0x9F after 0xC2; directional ones start with 0xE2.
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
        if isPlain { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text without the colours that this package writes: `ESC [ 1 m`.
    package static func withoutColours(_ text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var result = ""
        var rest = Substring(text)
        while let escape = rest.firstIndex(of: "\u{1B}") {
            result += rest[..<escape]
            rest = rest[escape...].drop { $0 != "m" }.dropFirst()
        }
        return result + rest
    }

    /// The columns that a text takes: none for combining marks, two for the wide characters of East Asia and for emoji.
    package static func columns(of text: some StringProtocol) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + columns(of: $1) }
    }

    package static func columns(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        let isEmoji = character.unicodeScalars.dropFirst().contains("\u{FE0F}")
        if first.value < 0x300, !isEmoji { return first.value == 0xAD ? 0 : 1 }
        if isEmoji || first.properties.isEmojiPresentation { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(first.value) ? 2 : 1
        }
    }

    /// East Asian Width W and F (Unicode Standard Annex 11).
    private static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text in lines of at most `width` columns, broken at spaces where there are any, the last one cut with `…`
    /// where there would be more than `limit`.
    ///
    /// - Complexity: linear in what is shown.
    package static func wrapped(_ text: String, width: Int, limit: Int = .max) -> [String] {
        let width = max(width, 2)
        var lines: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            let (line, remainder) = firstLine(of: rest, width: width)
            rest = remainder
            if lines.count + 1 == limit, !rest.isEmpty {
                lines.append(cut(line + "…", width: width))
                return lines
            }
            lines.append(String(line))
        }
        return lines.isEmpty ? [""] : lines
    }

    /// The text in at most `width` columns, the last of them `…` where it is longer.
    package static func cut(_ text: some StringProtocol, width: Int) -> String {
        var end = text.startIndex
        var columns = 0
        var fitting = text.startIndex
        while end < text.endIndex {
            columns += self.columns(of: text[end])
            if columns > width { return String(text[..<fitting]) + (width > 0 ? "…" : "") }
            end = text.index(after: end)
            if columns < width { fitting = end }
        }
        return String(text)
    }

    /// Not after « and not before » : ; ! ? however the space there is written.
    private static func mayBreak(at space: Substring.Index, in text: Substring) -> Bool {
        let next = text.index(after: space)
        if next < text.endIndex, "»:;!?".contains(text[next]) { return false }
        return space == text.startIndex || text[text.index(before: space)] != "«"
    }

    private static func firstLine(of text: Substring, width: Int) -> (line: Substring, rest: Substring) {
        var index = text.startIndex
        var columns = 0
        var lastSpace: Substring.Index?
        while index < text.endIndex {
            let character = text[index]
            if character == " ", mayBreak(at: index, in: text) { lastSpace = index }
            columns += self.columns(of: character)
            if columns > width {
                if let lastSpace, lastSpace > text.startIndex {
                    return (text[..<lastSpace], text[text.index(after: lastSpace)...].drop { $0 == " " })
                }
                let end = index == text.startIndex ? text.index(after: index) : index
                return (text[..<end], text[end...])
            }
            index = text.index(after: index)
        }
        return (text, text[text.endIndex...])
    }
}
