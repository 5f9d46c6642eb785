// How answers are shown, and the line that says what they are.

import Dixit
import DixitFormats

/// The form of answers: chosen on the command line, by a query (`as csv`), or by where the data goes.
struct Presentation {
    /// Asked for with `-F` or `.mode`; goes before everything else.
    var requested: AnswerFormat?
    /// Columns that tables are fitted to; nil for those of the screen.
    var width: Int?
    /// Characters on each side of a hit in a concordance; nil for what fits.
    var context: Int?
    var color = ColourChoice.auto
    var pager = PagerChoice.auto
    var language = Language.english
    /// Lines of one value on a screen; `.row` shows all of it.
    private static let mostLines = 12
    /// Rows shown at a time; nil for all, which is what a program wants.
    var page: Int?

    func writer(for answer: Answer, rows: Range<Int>? = nil, to destination: Destination) -> AnswerWriter {
        let format = format(for: answer, to: destination)
        var writer = AnswerWriter(format, width: self.width(of: destination))
        writer.isCrossed = isCrossed(answer)
        writer.mostLines = destination.isTerminal ? Self.mostLines : nil
        writer.context = context
        writer.isColoured = isColoured(destination)
        writer.language = language
        writer.numbersRows = page != nil && destination.isTerminal && answer.kind == .rows && !writer.isCrossed
        writer.rows = showsAll(answer, to: destination) ? nil : rows
        writer.isFirst = destination.file.isEmpty
        return writer
    }

    /// A picture and a cross table are looked at as a whole.
    func showsAll(_ answer: Answer, to destination: Destination) -> Bool {
        format(for: answer, to: destination) == .chart || isCrossed(answer)
    }

    /// What a table is fitted to: what the reader says, the screen, `COLUMNS` for a file.
    func width(of destination: Destination) -> Int? {
        width ?? (destination.isTerminal ? Terminal.width() : Terminal.columns)
    }

    func isColoured(_ destination: Destination) -> Bool { destination.isStandardOutput && color.isOn(for: 1) }

    func format(for answer: Answer, to destination: Destination) -> AnswerFormat {
        let asked = [requested, answer.rendering.flatMap(AnswerFormat.init(rawValue:))].compactMap { $0 }
        // How rows are arranged is one thing, and what kind of file it is another.
        let format = asked.first { !$0.isArrangement } ?? destination.standardFormat
        if format == .chart, !destination.isTerminal { return destination.format ?? .table }
        if asked.isEmpty, format == .table, answer.isConcordance { return .kwic }
        return format
    }

    /// `as pivot`, or `.mode pivot`
    private func isCrossed(_ answer: Answer) -> Bool {
        requested == .pivot || answer.rendering == AnswerFormat.pivot.rawValue
    }
}

extension Answer {
    /// Whether the question is nothing but a quoted text, which asks for the places where it stands.
    fileprivate var isConcordance: Bool { kind == .rows && query.first == "\"" }
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
        case .definition: nil
        case .count, .explanation: Self.written(time, language)
        case .groups, .rows: AnswerSummary(answer, schema, language).text + ", " + Self.written(time, language)
        }
    }

    /// `0.4 ms`, `1.2 s`
    static func written(_ time: Duration, _ language: Language) -> String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return seconds < 1 ? decimal(seconds * 1000, language) + " ms" : decimal(seconds, language) + " s"
    }

    private static func decimal(_ number: Double, _ language: Language) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10)\(language == .french ? "," : ".")\(tenths % 10)"
    }
}
