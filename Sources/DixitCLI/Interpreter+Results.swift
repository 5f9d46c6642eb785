// The commands about the last answer: its pages, its rows, where they stand and why they are there.

import Dixit
import DixitFormats

extension Interpreter {
    private static let standardPage = 20

    mutating func turnPage(by direction: Int) throws(OutputProblem) -> CommandOutcome {
        guard let answer = lastAnswer else { return fail(.noAnswerYet) }
        let size = presentation.page ?? Self.standardPage
        let start = direction > 0 ? shownRows.upperBound : shownRows.lowerBound - size
        guard start < answer.rows.count, direction > 0 || shownRows.lowerBound > 0 else { return fail(.noMoreRows) }
        let lower = max(0, start)
        try show(rows: lower..<min(lower + size, answer.rows.count))
        return .done
    }

    /// `.page 3`
    mutating func turnPage(to argument: String?) throws(OutputProblem) -> CommandOutcome {
        guard let answer = lastAnswer else { return fail(.noAnswerYet) }
        guard let number = argument.flatMap({ Int($0) }), number > 0 else {
            return fail(.wrongArgument(DotCommand.page.usage(in: language)))
        }
        let size = presentation.page ?? Self.standardPage
        let (start, overflow) = (number - 1).multipliedReportingOverflow(by: size)
        guard !overflow, start < answer.rows.count else { return fail(.noMoreRows) }
        try show(rows: start..<min(start + size, answer.rows.count))
        return .done
    }

    /// The row of a number counted from 1, as the answer shows it.
    func row(_ argument: String?, of command: DotCommand) -> Result<Row, Phrase> {
        guard let answer = lastAnswer else { return .failure(.noAnswerYet) }
        guard let number = argument.flatMap({ Int($0) }) else {
            return .failure(.wrongArgument(command.usage(in: language)))
        }
        guard number >= 1, number <= answer.rows.count else {
            return .failure(.noSuchRow(number, count: answer.rows.count))
        }
        return .success(answer.rows[number - 1])
    }

    func showRow(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch row(arguments.first, of: .row) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            var values = session.corpus.record(of: row).map { (name: $0.field.name, text: $0.value.description) }
            if values.isEmpty { values = zip(row.columns, row.values).map { ($0.name, $1.description) } }
            return try show(recordText(values, width: screenWidth))
        }
    }

    /// `.source 2`, `.source 2 all`
    func showSource(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        let context = 300
        let isWhole = arguments.count > 1 && arguments[1] == "all"
        if arguments.count > 1, !isWhole { return fail(.wrongArgument(DotCommand.source.usage(in: language))) }
        switch row(arguments.first, of: .source) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            guard let passage = session.corpus.passage(of: row, context: isWhole ? .max : context) else {
                return fail(.noPassage)
            }
            let marks = presentation.isColoured(textDestination) ? MarkedPassage.bold : MarkedPassage.brackets
            let text = MarkedPassage(passage).text(width: screenWidth, marks: marks)
            return try show(DisplayText.printable(passage.place) + "\n" + text)
        }
    }

    /// `.why 3`: of the third row of the last answer.
    func why(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch row(arguments.first, of: .why) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            guard let id = row.entity?.id else { return fail(.noRecord) }
            return try explain(id)
        }
    }

    /// `.whynot article-3:2`
    func whynot(_ id: String) throws(OutputProblem) -> CommandOutcome {
        if id.isEmpty { return fail(.wrongArgument(DotCommand.whynot.usage(in: language))) }
        return try explain(id)
    }

    private func explain(_ id: String) throws(OutputProblem) -> CommandOutcome {
        guard let asked = lastAsked else { return fail(.noAnswerYet) }
        let text: String
        do throws(DixitError) {
            text = try asked.session.why(id, in: Query(text: asked.script)).text(in: language)
        } catch {
            for problem in error.problems {
                let advice = problem.advice(in: language).map { " (\($0))" } ?? ""
                reporter.fail(problem.message(in: language) + advice)
            }
            return .failed
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return try show(lines.map { DisplayText.printable(String($0)) + "\n" }.joined())
    }
}

extension Passage {
    /// Where it stands, on one line: document, title, outlet, date, paragraph, characters.
    var place: String {
        var parts = [document]
        for part in [title, outlet, date?.description, paragraph.map { "¶ \($0)" }] {
            if let part { parts.append(part) }
        }
        return parts.joined(separator: ", ") + ", \(codePoints.lowerBound)–\(codePoints.upperBound)"
    }
}

/// A passage with what stands around it, marked, in the paragraphs that it is written in.
struct MarkedPassage {
    typealias Marks = (start: String, end: String, isStyle: Bool)

    static let bold: Marks = ("\u{1B}[1m", "\u{1B}[0m", true)
    static let brackets: Marks = ("⟦", "⟧", false)

    /// Two characters that no printable text has.
    private static let start: Character = "\u{2}"
    private static let end: Character = "\u{3}"

    private let paragraphs: [String]

    init(_ passage: Passage) {
        let pieces = [passage.before, passage.text, passage.after].map { piece in
            piece.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { DisplayText.printable(String($0)) }.joined(separator: "\n")
        }
        let whole = "\(pieces[0])\(Self.start)\(pieces[1])\(Self.end)\(pieces[2])"
        paragraphs = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// A style ends with each line and begins again on the next, as pagers want it.
    func text(width: Int?, marks: Marks) -> String {
        var isInside = false
        var text = ""
        for paragraph in paragraphs {
            for line in width.map({ DisplayText.wrapped(paragraph, width: $0) }) ?? [paragraph] {
                if isInside, marks.isStyle { text += marks.start }
                for character in line {
                    switch character {
                    case Self.start: (isInside, text) = (true, text + marks.start)
                    case Self.end: (isInside, text) = (false, text + marks.end)
                    default: text.append(character)
                    }
                }
                text += (isInside && marks.isStyle ? marks.end : "") + "\n"
            }
        }
        return text
    }
}
