// Shows an error to a reader: what is wrong, the line it is on, and a caret under the exact characters.

/// Renders diagnostics of one source.
///
/// ```
/// error[E301]: I don't know a field called “speeker” on statements
///   --> veille.dixit:3:23
/// 3 | find statements where speeker = "El Khalfi"
///   |                       ^^^^^^^ did you mean `speaker`?
/// ```
package struct DiagnosticRenderer: Sendable {
    private let lines: LineTable
    private let file: String?
    private let language: MessageLanguage
    private let isCommandLine: Bool

    /// Columns of source that are shown of a longer line.
    private static let windowBefore = 50
    private static let windowAfter = 60

    /// - Parameters:
    ///   - file: shown with line and column; nil where the reader has just typed the source.
    ///   - isCommandLine: the source was an argument (`-c`), from which a terminal may have taken the quotation marks.
    package init(
        _ source: String, file: String? = nil, language: MessageLanguage = .english, isCommandLine: Bool = false
    ) {
        lines = LineTable(source)
        self.file = file
        self.language = language
        self.isCommandLine = isCommandLine
    }

    /// Several lines, the last with a line end.
    package func text(_ diagnostic: Diagnostic) -> String {
        let wording = diagnostic.message.wording(in: language)
        let head = diagnostic.message.isNote ? "noun.note" : "noun.error"
        let word = Catalogue.of(language).templates(of: head).first ?? ""
        var text = "\(word)[\(diagnostic.message.code)]\(language == .french ? "\u{A0}" : ""): \(wording.headline)\n"
        let mainLine = lines.lineIndex(of: diagnostic.range.start)
        let others = diagnostic.labels.filter { lines.lineIndex(of: $0.range.start) != mainLine }
        let lastLine = others.map { lines.lineIndex(of: $0.range.start) }.max() ?? mainLine
        let gutter = String(max(mainLine, lastLine) + 1).count
        if let file {
            let position = lines.position(of: diagnostic.range.start)
            text += String(repeating: " ", count: gutter + 1)
            text += "--> \(file):\(position.line):\(position.column)\n"
        }
        let beside = diagnostic.labels.filter { lines.lineIndex(of: $0.range.start) == mainLine }
        text += block(of: diagnostic.range, advice: wording.advice, beside: beside, gutter: gutter)
        for label in others {
            text += block(of: label.range, label: label.message, gutter: gutter)
        }
        return text + readings(of: diagnostic) + hint(for: diagnostic, gutter: gutter)
    }

    /// The ways to read a mixture of `and` and `or`, one of which the reader can choose.
    private func readings(of diagnostic: Diagnostic) -> String {
        guard diagnostic.message.code == "E202" else { return "" }
        return diagnostic.fixes.enumerated().map { number, fix in
            let rows = fix.rows.map { "   " + Message.rowCount($0).wording(in: language).headline } ?? ""
            return "  \(number + 1)  \(DisplayLine.printable(fix.text))\(rows)\n"
        }.joined()
    }

    private func hint(for diagnostic: Diagnostic, gutter: Int) -> String {
        guard isCommandLine, diagnostic.message.code == "E203" else { return "" }
        let hint = Catalogue.of(language).templates(of: "hint.terminal").first ?? ""
        return String(repeating: " ", count: gutter + 1) + "= \(hint)\n"
    }
}

// MARK: - Lines with marks under them

extension DiagnosticRenderer {
    /// The line of the error, the carets with the advice, and the labels on the same line.
    private func block(
        of range: SourceRange, advice: String?, beside labels: [Diagnostic.Label], gutter: Int
    ) -> String {
        let line = window(around: range)
        var marks = line.marks(under: range, with: "^")
        for label in labels where label.message == nil {
            marks = DisplayLine.overlay(marks, line.marks(under: label.range, with: "-"))
        }
        var text = numbered(line, gutter) + unnumbered(advice.map { "\(marks) \($0)" } ?? marks, gutter)
        for label in labels {
            guard let message = label.message, line.shows(label.range) else { continue }
            let row = line.marks(under: label.range, with: "-") + " " + message.wording(in: language).headline
            text += unnumbered(row, gutter)
        }
        return text
    }

    /// The line of a label elsewhere, with dashes.
    private func block(of range: SourceRange, label: Message?, gutter: Int) -> String {
        let line = window(around: range)
        let words = label.map { " " + $0.wording(in: language).headline } ?? ""
        return numbered(line, gutter) + unnumbered(line.marks(under: range, with: "-") + words, gutter)
    }

    private func numbered(_ line: DisplayLine, _ gutter: Int) -> String {
        let number = String(line.number)
        return String(repeating: " ", count: gutter - number.count) + "\(number) | \(line.text)\n"
    }

    private func unnumbered(_ row: String, _ gutter: Int) -> String {
        String(repeating: " ", count: gutter) + " | \(row)\n"
    }

    /// The line that a range starts on; of a long one, the part around the range.
    private func window(around range: SourceRange) -> DisplayLine {
        let number = lines.lineIndex(of: range.start)
        let bounds = lines.range(ofLine: number)
        let lineStart = lines.index(bounds.start)
        let lineEnd = max(lineStart, lines.index(bounds.end))
        let focus = min(max(lines.index(range.start), lineStart), lineEnd)
        let whole = lines.text[lineStart..<lineEnd]
        var start = whole.index(focus, offsetBy: -Self.windowBefore, limitedBy: whole.startIndex) ?? lineStart
        var end = whole.index(focus, offsetBy: Self.windowAfter, limitedBy: whole.endIndex) ?? lineEnd
        let limit = Self.windowBefore + Self.windowAfter
        if start == lineStart { end = whole.index(lineStart, offsetBy: limit, limitedBy: whole.endIndex) ?? lineEnd }
        if end == lineEnd { start = whole.index(lineEnd, offsetBy: -limit, limitedBy: whole.startIndex) ?? lineStart }
        return DisplayLine(
            number: number + 1, characters: lines.text[start..<end],
            offset: lines.text.utf8.distance(from: lines.text.startIndex, to: start),
            isCutBefore: start > lineStart, isCutAfter: end < lineEnd)
    }
}

/// A line of source as a terminal shows it.
private struct DisplayLine {
    let number: Int
    let text: String
    /// The byte of each shown character, and the column it starts in.
    private var places: [(offset: Int, column: Int)] = []
    private let end: (offset: Int, column: Int)

    init(number: Int, characters: Substring, offset: Int, isCutBefore: Bool, isCutAfter: Bool) {
        self.number = number
        var text = isCutBefore ? "…" : ""
        var column = isCutBefore ? 1 : 0
        var offset = offset
        for character in characters {
            places.append((offset, column))
            text += Self.printable(character)
            column += Self.columns(of: character)
            offset += character.utf8.count
        }
        end = (offset, column)
        self.text = text + (isCutAfter ? "…" : "")
    }

    func shows(_ range: SourceRange) -> Bool {
        range.start <= end.offset && range.start >= (places.first?.offset ?? end.offset)
    }

    /// Spaces up to the range and one mark for each of its columns, at least one.
    func marks(under range: SourceRange, with mark: Character) -> String {
        guard shows(range) else { return "" }
        let start = column(of: range.start)
        let stop = max(start + 1, range.end >= end.offset ? end.column : columnAfter(range.end))
        return String(repeating: " ", count: start) + String(repeating: mark, count: stop - start)
    }

    /// Two rows of marks in one; the first wins.
    static func overlay(_ front: String, _ back: String) -> String {
        let front = Array(front)
        let back = Array(back)
        return String(
            (0..<max(front.count, back.count)).map { column in
                if column < front.count, front[column] != " " { return front[column] }
                return column < back.count ? back[column] : " "
            })
    }

    private func column(of offset: Int) -> Int {
        places.last { $0.offset <= offset && offset < end.offset }?.column ?? end.column
    }

    private func columnAfter(_ offset: Int) -> Int {
        places.first { $0.offset >= offset }?.column ?? end.column
    }

    /// A text without characters that move the cursor.
    static func printable(_ text: String) -> String { text.map { printable($0) }.joined() }

    private static func printable(_ character: Character) -> String {
        if character == "\t" { return " " }
        let hasControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        return hasControl ? "\u{FFFD}" : String(character)
    }

    /// Two for the wide characters of East Asia and for emoji.
    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
