// Answers as a concordance (key word in context): a line for each hit, all hits under each other.

import Dixit

/// ```
/// 1     le renforcement du rôle de la  société civile  dans la dynamisation de la sécurité  texte-1
/// 2  mécanismes à même de renforcer…
/// ```
///
/// What is read is the middle: the words around the hit are cut at both ends, on word boundaries, so that all lines fit.
struct ConcordanceLayout {
    private let width: Int?
    private let context: Int?
    private let isColoured: Bool
    private let numbersRows: Bool

    /// Every line may be as long.
    private static let widest = 10_000

    /// - Parameter context: Characters on each side; nil for what fits.
    init(width: Int?, context: Int?, isColoured: Bool, numbersRows: Bool) {
        self.width = width.map { min($0, Self.widest) }
        self.context = context.map { min(max(0, $0), Self.widest) }
        (self.isColoured, self.numbersRows) = (isColoured, numbersRows)
    }

    /// Characters on each side where neither a screen nor a reader says.
    private static let standardContext = 40
    private static let leastContext = 10
    private static let widestPlace = 32
    /// Rows whose hits are measured where a reader says how much stands around them.
    private static let measuredRows = 200
    private static let longestHit = 60
    private static let gap = "  "

    func write<Failure: Error>(_ table: AnswerTable, to sink: (ArraySlice<UInt8>) throws(Failure) -> Void)
        throws(Failure)
    {
        var buffer = ByteBuffer()
        let places = Places(table)
        let numberWidth = numbersRows ? String(table.rows.upperBound).utf8.count : 0
        let placeWidth = min(places.width, Self.widestPlace)
        let (left, right) = sides(of: table, numberWidth: numberWidth, placeWidth: placeWidth)
        for row in table.rows {
            let number = numbersRows ? Self.padded(String(row + 1), numberWidth, toTheRight: true) + Self.gap : ""
            let place = DisplayText.cut(places.text(row), width: placeWidth)
            for hit in hits(of: row, in: table, context: max(left, right)) {
                buffer.append(number + line(hit, left: left, right: right, place: place))
            }
            try buffer.flushIfLarge(to: sink)
        }
        try buffer.flush(to: sink)
    }

    /// Columns before the hit, and from its start to the place where the text comes from.
    private func sides(of table: AnswerTable, numberWidth: Int, placeWidth: Int) -> (left: Int, right: Int) {
        if let context {
            let hits = table.rows.prefix(Self.measuredRows).flatMap { table.hits($0, 0) }
            return (context, context + min(Self.longestHit, hits.map { DisplayText.columns(of: $0.text) }.max() ?? 0))
        }
        guard let width else { return (Self.standardContext, Self.standardContext + Self.leastContext) }
        let taken = (numberWidth > 0 ? numberWidth + 2 : 0) + (placeWidth > 0 ? placeWidth + 2 : 0) + 4
        let room = max(2 * Self.leastContext, width - taken)
        return (room * 2 / 5, room - room * 2 / 5)
    }

    /// A row that answers no question about words is shown from its beginning.
    private func hits(of row: Int, in table: AnswerTable, context: Int) -> [AnswerTable.Hit] {
        let hits = table.hits(row, context)
        if !hits.isEmpty { return hits }
        func text(_ column: Int) -> String? {
            switch table.value(row, column) {
            case .text(let text): text
            default: nil
            }
        }
        // A field of text before a keyword that has several words: what was said before the office of who said it.
        let columns = table.columns.indices.filter { text($0) != nil }
        let shown =
            columns.first { table.columns[$0].isText } ?? columns.first { text($0)?.utf8.contains(0x20) == true }
        return [AnswerTable.Hit(before: "", text: "", after: (shown ?? columns.first).flatMap(text) ?? "")]
    }

    private func line(_ hit: AnswerTable.Hit, left: Int, right: Int, place: String) -> String {
        let before = Self.tail(DisplayText.printable(hit.before), width: left)
        let word = DisplayText.cut(DisplayText.printable(hit.text), width: right)
        // A comma belongs to the word before it.
        let gap = hit.after.first?.isWhitespace == false ? "" : Self.gap
        let rest = right + Self.gap.count - gap.count - DisplayText.columns(of: word)
        let after = Self.head(DisplayText.printable(hit.after), width: max(0, min(rest, context ?? rest)))
        let padding = String(repeating: " ", count: max(0, rest - DisplayText.columns(of: after)))
        let shown = isColoured && !word.isEmpty ? "\u{1B}[1m\(word)\u{1B}[0m" : word
        let spaced = word.isEmpty ? after + padding : shown + gap + after + padding
        var line = Self.padded(before, left, toTheRight: true) + Self.gap + spaced
        if !place.isEmpty { line += Self.gap + (isColoured ? "\u{1B}[2m\(place)\u{1B}[0m" : place) }
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }

    private static func padded(_ text: String, _ width: Int, toTheRight: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - DisplayText.columns(of: text)))
        return toTheRight ? padding + text : text + padding
    }

    /// The last whole words that fit.
    private static func tail(_ text: String, width: Int) -> String {
        var columns = 0
        var start = text.endIndex
        while start > text.startIndex {
            let previous = text.index(before: start)
            let wide = DisplayText.columns(of: text[previous])
            if columns + wide > width {
                let cut = text[start...]
                let whole = text[previous] == " " ? cut : cut.drop { $0 != " " }
                return String((whole.isEmpty ? cut : whole).drop { $0 == " " }).trimmedAtEnd
            }
            columns += wide
            start = previous
        }
        return String(text.drop { $0 == " " }).trimmedAtEnd
    }

    /// The first whole words that fit.
    private static func head(_ text: String, width: Int) -> String {
        let text = text.drop { $0 == " " }
        var columns = 0
        var end = text.startIndex
        while end < text.endIndex {
            columns += DisplayText.columns(of: text[end])
            if columns > width {
                let cut = text[..<end]
                guard text[end] != " ", let space = cut.lastIndex(of: " ") else { return String(cut).trimmedAtEnd }
                return String(cut[..<space]).trimmedAtEnd
            }
            end = text.index(after: end)
        }
        return String(text).trimmedAtEnd
    }

    /// Where each row comes from: its date and its document, or else its id.
    private struct Places {
        private let table: AnswerTable
        private let date: Int?
        private let document: Int?

        init(_ table: AnswerTable) {
            self.table = table
            func column(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }
            date = column("date")
            document = column("document") ?? column("id")
        }

        func text(_ row: Int) -> String {
            let parts = [date, document].compactMap { $0 }.map { table.value(row, $0).description }
            return DisplayText.printable(parts.filter { !$0.isEmpty }.joined(separator: " "))
        }

        /// Of the first rows; those that follow are cut to it.
        var width: Int {
            table.rows.prefix(ConcordanceLayout.measuredRows).map { DisplayText.columns(of: text($0)) }.max() ?? 0
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
