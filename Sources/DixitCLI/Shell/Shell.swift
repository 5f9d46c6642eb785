// The prompt: reads queries and commands line by line until somebody leaves.

import Dixit
import DixitFormats
import DixitSyntax

/// A conversation at a keyboard.
struct Shell {
    private var interpreter: Interpreter
    private let editor: any LineEditor
    private let history: HistoryFile?
    private var entries: [String]
    /// The lines of a query that is not complete yet.
    private var pending = ""
    private var prefill: String?
    private var readings: [String] = []

    init(_ interpreter: Interpreter, editor: any LineEditor, history: HistoryFile?) {
        self.interpreter = interpreter
        self.editor = editor
        self.history = history
        entries = history?.load() ?? []
    }

    mutating func run() throws(OutputProblem) {
        greet()
        editor.setHistory(entries)
        while true {
            let input = editor.readLine(prompt: prompt, prefill: prefill, completer: completer)
            prefill = nil
            switch input {
            case .interrupted: pending = ""
            case .end:
                if !editor.isTerminal, !pending.isEmpty { try submit(pending) }
                return
            case .line(let line):
                if try accept(line) == .leave { return }
            }
        }
    }

    private func greet() {
        let corpus = interpreter.session.corpus
        let phrase = Phrase.welcome(
            documents: corpus.count(of: "documents"), statements: corpus.count(of: "statements"))
        interpreter.reporter.say(phrase.text(in: interpreter.reporter.language))
    }

    /// `dixit> `, and on the lines that follow what is open: `    «> `.
    private var prompt: String {
        guard !pending.isEmpty, case .incomplete(let end) = InputState(of: query(of: pending)) else { return "dixit> " }
        let sign =
            switch end {
            case .quote(let quote): quote.opening
            case .parenthesis: "("
            case .continuation: "…"
            }
        return "    \(sign)> "
    }

    private enum Next {
        case goOn
        case leave
    }

    private mutating func accept(_ line: String) throws(OutputProblem) -> Next {
        let isBlank = line.allSatisfy(\.isWhitespace)
        if pending.isEmpty {
            if isBlank { return .goOn }
            if let number = Int(line.filter { !$0.isWhitespace }), readings.indices.contains(number - 1) {
                try submit(readings[number - 1], isEchoed: true)
                return .goOn
            }
            if let command = DotCommand.line(line) {
                remember(line)
                return try run(command)
            }
            pending = line
        } else {
            pending += "\n" + line
        }
        if isBlank || InputState(of: query(of: pending)) == .complete { try submit(pending) }
        return .goOn
    }

    private mutating func run(_ command: String) throws(OutputProblem) -> Next {
        do throws(OutputProblem) {
            return try interpreter.run(command: command) == .quit ? .leave : .goOn
        } catch {
            try goOn(after: error)
            return .goOn
        }
    }

    /// Runs what was typed; a refinement together with the query that it changes.
    private mutating func submit(_ text: String, isEchoed: Bool = false) throws(OutputProblem) {
        pending = ""
        readings = []
        remember(text)
        let query = query(of: text)
        if query == text, Refinement.isRefinement(text) {
            interpreter.reporter.fail(Phrase.noQueryToRefine.text(in: interpreter.reporter.language))
            return
        }
        if isEchoed || query != text { interpreter.reporter.say(Formatter.format(query).map(Self.trimmed) ?? query) }
        Interrupt.reset()
        do throws(OutputProblem) {
            if let error = try interpreter.run(query, from: .prompt) {
                let correction = Correction(error, in: query)
                prefill = correction.text
                readings = correction.readings
            }
        } catch {
            try goOn(after: error)
        }
        Interrupt.reset()
    }

    /// Ctrl-C while rows are written ends the rows; where nobody reads any more, everything ends.
    private func goOn(after problem: OutputProblem) throws(OutputProblem) {
        guard problem == .interrupted else { throw problem }
        Interrupt.reset()
        interpreter.reporter.say("")
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0.isWhitespace }.reversed())
    }

    private func query(of text: String) -> String {
        Refinement.isRefinement(text)
            ? interpreter.lastQuery.flatMap { Refinement.query(text, changing: $0) } ?? text : text
    }

    /// One entry a query, each once; a space before it keeps it out.
    private mutating func remember(_ text: String) {
        guard text.first?.isWhitespace == false else { return }
        let entry = Self.trimmed(text)
        let isLast = entries.last == entry
        entries = HistoryFile.latest(entries + [entry])
        editor.setHistory(entries)
        if !isLast { history?.append(entry) }
    }

    // MARK: - Completion

    private var completer: LineCompleter {
        let session = interpreter.session
        let before = pending.isEmpty ? "" : pending + "\n"
        let previous = interpreter.lastQuery
        return { line, cursor in
            if before.isEmpty, line.first(where: { !$0.isWhitespace }) == "." {
                return DotCommand.completions(in: line, at: cursor, session.corpus.schema)
            }
            let typed = before + String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
            let text = previous.flatMap { Refinement.query(typed, changing: $0) } ?? typed
            // The line is the end of the text, so places in it are found from the end.
            let shift = text.utf8.count - cursor
            return session.completions(in: text, at: text.utf8.count).compactMap { completion in
                guard completion.replaced.lowerBound >= shift else { return nil }
                let range = completion.replaced.lowerBound - shift..<completion.replaced.upperBound - shift
                return Completion(
                    kind: completion.kind, text: completion.text, detail: completion.detail, replaced: range)
            }
        }
    }
}
