// Says on standard error what is wrong and what is worth knowing.

import Dixit
import DixitFormats
import DixitSyntax

/// How errors are shown.
enum ErrorFormat: String, CaseIterable, Sendable {
    /// The line with a caret under it.
    case human
    /// One line each: `veille.dixit:3:23: error[E301]: …`
    case short
    /// One JSON object a line.
    case json
}

/// Where a query was written.
enum QueryOrigin: Hashable, Sendable {
    case prompt
    /// An argument of `-c`, from which a shell may have taken the quotation marks.
    case argument
    case file(String)

    var file: String? {
        if case .file(let name) = self { name } else { nil }
    }

    /// A file that a script names: beside the script where one of that name is there, else from the current folder.
    func path(of name: String) -> String {
        guard let file, let end = file.lastIndex(of: "/"), !name.hasPrefix("/") else { return name }
        let beside = String(file[...end]) + name
        return OutputFile.exists(beside) ? beside : name
    }
}

/// Prints problems and notes in one language and form.
struct Reporter: Sendable {
    var language = Language.english
    var format = ErrorFormat.human
    var isColoured = false
    var isQuiet = false

    func report(_ problem: Problem, from origin: QueryOrigin) {
        switch format {
        case .human: StandardError.write(coloured(humanText(problem, from: origin)))
        case .short:
            let start = problem.span.start
            let place = "\(origin.file ?? "-"):\(start.line):\(start.column)"
            let text = "\(place): \(noun(for: problem.code))[\(problem.code)]: \(problem.message(in: language))"
            StandardError.write(DisplayText.printable(text) + "\n")
        case .json: StandardError.write(json(problem, from: origin) + "\n")
        }
    }

    func report(_ problem: ReadingProblem) {
        if isQuiet, problem.isNote { return }
        if problem.hasPlaceBefore {
            report(
                code: problem.code, message: problem.messageWithoutPlace(in: language), path: problem.path,
                line: problem.line)
            return
        }
        let message = problem.message(in: language)
        switch format {
        case .json:
            StandardError.write(
                "{\"code\":\(jsonString(problem.code)),\"message\":\(jsonString(message)),"
                    + "\"file\":\(jsonString(problem.path))}\n")
        case .human, .short:
            let text = "\(noun(for: problem.code))[\(problem.code)]\(colon) \(message)"
            StandardError.write(coloured(DisplayText.printable(text) + "\n"))
        }
    }

    /// How many there were that were not printed: `error[E709]: 990 more of these`.
    func report(more count: Int, of code: String) {
        if isQuiet, code.hasPrefix("N") { return }
        let message = Phrase.moreOfThese(count).text(in: language)
        switch format {
        case .json:
            StandardError.write(
                "{\"code\":\(jsonString(code)),\"message\":\(jsonString(message)),\"more\":\(count)}\n")
        case .human, .short: StandardError.write(coloured("\(noun(for: code))[\(code)]\(colon) \(message)\n"))
        }
    }

    /// What is wrong in a line of a file of data, or with the whole of it.
    func report(code: String, message: String, path: String, line: Int?) {
        if format == .json {
            StandardError.write(
                "{\"code\":\(jsonString(code)),\"message\":\(jsonString(message)),\"file\":\(jsonString(path))"
                    + "\(line.map { ",\"line\":\($0)" } ?? "")}\n")
            return
        }
        let place = path + (line.map { ":\($0)" } ?? "")
        StandardError.write(DisplayText.printable("\(place): \(noun(for: code))[\(code)]\(colon) \(message)") + "\n")
    }

    /// What is wrong with a file that is no script: `error[E520]: “a.corpus” is not a snapshot …`, with what to do below.
    func report(_ error: DixitError, ofFile path: String) {
        for problem in error.problems {
            let wording = problem.diagnostic.message.wording(in: language.messages)
            switch format {
            case .json:
                StandardError.write(
                    "{\"code\":\(jsonString(problem.code)),\"message\":\(jsonString(wording.headline)),"
                        + "\"file\":\(jsonString(path))}\n")
            case .human, .short:
                let text =
                    "\(noun(for: problem.code))[\(problem.code)]\(colon) \(DisplayText.printable(wording.headline))\n"
                StandardError.write(coloured(text))
                if format == .human, let advice = wording.advice {
                    StandardError.write("  \(DisplayText.printable(advice))\n")
                }
            }
        }
    }

    /// What is wrong outside any query: `error: I can't write “/answers.json”: Permission denied`.
    func fail(_ message: String) {
        switch format {
        case .json: StandardError.write("{\"message\":\(jsonString(message))}\n")
        case .human, .short:
            StandardError.write(coloured("\(noun(for: "E"))\(colon) \(DisplayText.printable(message))\n"))
        }
    }

    /// Lines of a script that look like commands and are none.
    func report(unknownCommands names: [String]) {
        for name in names {
            fail(Phrase.unknownCommand(name, suggestion: DotCommand.suggestion(for: name)).text(in: language))
        }
    }

    /// What a reader of an answer should know: `  N604  12 of these have no speaker`.
    func note(_ problem: Problem, from origin: QueryOrigin) {
        if isQuiet { return }
        if format != .human {
            report(problem, from: origin)
            return
        }
        let wording = problem.diagnostic.message.wording(in: language.messages)
        let text = wording.headline + (wording.advice.map { (language == .french ? "\u{A0}; " : "; ") + $0 } ?? "")
        say("  \(problem.code)  \(DisplayText.printable(text))")
    }

    /// A line for a reader, dimmed where there are colours.
    func say(_ text: String) {
        if isQuiet { return }
        StandardError.write(isColoured ? "\u{1B}[2m\(text)\u{1B}[0m\n" : text + "\n")
    }

    // MARK: - Forms

    private func humanText(_ problem: Problem, from origin: QueryOrigin) -> String {
        let renderer = DiagnosticRenderer(
            problem.source, file: origin.file, language: language.messages, isCommandLine: origin == .argument)
        return renderer.text(problem.diagnostic)
    }

    private func json(_ problem: Problem, from origin: QueryOrigin) -> String {
        let labels = problem.labels.map { label in
            let message = label.message(in: language).map(jsonString) ?? "null"
            return "{\"span\":\(json(label.span)),\"message\":\(message)}"
        }
        let fixes = problem.fixes.map { fix in
            "{\"span\":\(json(fix.span)),\"text\":\(jsonString(fix.text)),\"confidence\":\(fix.confidence)}"
        }
        return "{\"code\":\(jsonString(problem.code)),\"message\":\(jsonString(problem.message(in: language))),"
            + "\"file\":\(origin.file.map(jsonString) ?? "null"),\"span\":\(json(problem.span)),"
            + "\"labels\":[\(labels.joined(separator: ","))],\"fixes\":[\(fixes.joined(separator: ","))]}"
    }

    private func json(_ span: SourceSpan) -> String {
        "{\"start\":\(json(span.start)),\"end\":\(json(span.end))}"
    }

    private func json(_ position: SourcePosition) -> String {
        "{\"line\":\(position.line),\"column\":\(position.column),\"utf8\":\(position.utf8)}"
    }

    private func noun(for code: String) -> String {
        switch (language, code.hasPrefix("N")) {
        case (.english, false): "error"
        case (.english, true): "note"
        case (.french, false): "erreur"
        case (.french, true): "note"
        }
    }

    private var colon: String { language == .french ? "\u{A0}:" : ":" }

    /// The head of the first line in bold: red for an error.
    private func coloured(_ text: String) -> String {
        guard isColoured, let end = text.firstIndex(of: ":") else { return text }
        let colour = text.hasPrefix("note") ? "1;36" : "1;31"
        return "\u{1B}[\(colour)m\(text[..<end])\u{1B}[0m\(text[end...])"
    }
}
