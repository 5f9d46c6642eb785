// How answers are shown, and the line that says what they are.

import Dixit
import DixitFormats

/// The form of answers: chosen on the command line, by a query (`as csv`), or by where the data goes.
struct Presentation {
    /// Asked for with `-F` or `.mode`; goes before everything else.
    var requested: AnswerFormat?
    /// Where nobody asks: a table on a terminal, CSV in a pipe.
    var standard = AnswerFormat.csv
    /// Whether the data goes to a screen.
    var isTerminal = false
    var isColoured = false
    var language = Language.english
    /// Lines of one value on a screen; `.row` shows all of it.
    private static let mostLines = 12
    /// Rows shown at a time; nil for all, which is what a program wants.
    var page: Int?

    func writer(for answer: Answer, rows: Range<Int>? = nil) -> AnswerWriter {
        let format = format(for: answer)
        var writer = AnswerWriter(format, width: isTerminal ? Terminal.width() : Terminal.columns)
        writer.mostLines = isTerminal ? Self.mostLines : nil
        writer.isColoured = isColoured
        writer.language = language
        writer.numbersRows = page != nil && answer.kind == .rows
        writer.rows = rows
        return writer
    }

    func format(for answer: Answer) -> AnswerFormat {
        requested ?? answer.rendering.flatMap(AnswerFormat.init(rawValue:)) ?? standard
    }

    /// A form that a query asks for and that is not here; it is said, and the answer shown all the same.
    func unknownRendering(of answer: Answer) -> String? {
        guard requested == nil, let rendering = answer.rendering, AnswerFormat(rawValue: rendering) == nil else {
            return nil
        }
        return rendering
    }
}

/// `4 statements in 3 documents (2016-05-12 … 2016-06-30), 0.4 ms`
struct AnswerLine {
    let answer: Answer
    let schema: Schema
    let time: Duration
    let language: Language

    /// Nil for a definition, which answers nothing.
    var text: String? {
        switch answer.kind {
        case .definition: return nil
        case .count, .explanation: return Self.written(time, language)
        case .groups:
            let noun = language == .french ? (answer.count < 2 ? "groupe" : "groupes") : plural("group")
            return "\(Self.written(answer.count, language)) \(noun), \(Self.written(time, language))"
        case .rows: return rowsText + ", " + Self.written(time, language)
        }
    }

    private var rowsText: String {
        let set = answer.set ?? ""
        let text = counted(answer.count, set: set)
        guard answer.count > 0, let extent = answer.extent else { return text }
        let documents = set == "documents" ? "" : " \(inWord) " + counted(extent.documents, set: "documents")
        switch (extent.firstDate, extent.lastDate) {
        case (let first?, let last?) where first != last: return text + documents + " (\(first) … \(last))"
        case (let day?, _), (_, let day?): return text + documents + " (\(day))"
        default: return text + documents
        }
    }

    private var inWord: String { language == .french ? "dans" : "in" }

    private func counted(_ count: Int, set: String) -> String {
        let isSingular = language == .french ? count < 2 : count == 1
        let noun = isSingular ? schema[set: set]?.singular ?? set : set
        return "\(Self.written(count, language)) \(noun)"
    }

    private func plural(_ noun: String) -> String { answer.count == 1 ? noun : noun + "s" }

    /// `0.4 ms`, `1.2 s`
    static func written(_ time: Duration, _ language: Language) -> String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return seconds < 1 ? decimal(seconds * 1000, language) + " ms" : decimal(seconds, language) + " s"
    }

    /// `1,204`, in French `1 204`.
    static func written(_ number: Int, _ language: Language) -> String {
        var groups: [String] = []
        var rest = number.magnitude
        while rest >= 1000 {
            groups.insert(String(String(rest % 1000 + 1000).dropFirst()), at: 0)
            rest /= 1000
        }
        groups.insert(String(rest), at: 0)
        return groups.joined(separator: language == .french ? "\u{202F}" : ",")
    }

    private static func decimal(_ number: Double, _ language: Language) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10)\(language == .french ? "," : ".")\(tenths % 10)"
    }
}
