// The prompt: reads queries and commands line by line until somebody leaves.

import Dixit
import DixitFormats
import DixitSyntax

/// A conversation at a keyboard.
struct Shell {
    private var interpreter: Interpreter
    private let editor: any LineEditor
    /// The lines of a query that is not complete yet.
    private var pending = ""
    private var prefill: String?
    private var readings: [String] = []
    /// What a refinement that was wrong may be mended to: to ask it refines as well, and `.undo` goes back.
    private var mendedRefinements: [String] = []

    init(_ interpreter: Interpreter, editor: any LineEditor) {
        self.interpreter = interpreter
        self.editor = editor
    }

    mutating func run() throws(OutputProblem) {
        defer { try? interpreter.close(keepingFiles: true) }
        greet()
        editor.setHistory(interpreter.history.entries)
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
        let phrases = [interpreter.greeting, .invitation]
        interpreter.reporter.say(phrases.map { $0.text(in: interpreter.language) }.joined(separator: " "))
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
        Interrupt.reset()
        defer { Interrupt.reset() }
        do throws(OutputProblem) {
            switch try interpreter.run(command: command) {
            case .quit: return .leave
            case .submit(let query): try submit(query, isEchoed: true)
            case .prefill(let line): prefill = line
            case .done, .failed: break
            }
        } catch {
            try goOn(after: error)
        }
        // `.history clear` has to be seen by the arrow keys.
        editor.setHistory(interpreter.history.entries)
        return .goOn
    }

    /// Runs what was typed; a refinement together with the query that it changes.
    private mutating func submit(_ text: String, isEchoed: Bool = false) throws(OutputProblem) {
        pending = ""
        readings = []
        let query = query(of: text)
        let refines = query != text || mendedRefinements.contains(text)
        mendedRefinements = []
        remember(text)
        if query == text, Refinement.isRefinement(text) {
            interpreter.reporter.fail(Phrase.noQueryToRefine.text(in: interpreter.reporter.language))
            return
        }
        if isEchoed || query != text { interpreter.reporter.say(Formatter.format(query)?.trimmedAtEnd ?? query) }
        Interrupt.reset()
        do throws(OutputProblem) {
            if let error = try interpreter.run(query, from: .prompt, refines: refines) {
                let correction = Correction(error, in: query)
                if interpreter.prefills { prefill = correction.text }
                readings = correction.readings
                if readings.count > 1 {
                    interpreter.reporter.say(
                        Phrase.chooseReading(readings.count).text(in: interpreter.reporter.language))
                }
                if refines { mendedRefinements = readings + [correction.text].compactMap { $0 } }
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

    private func query(of text: String) -> String {
        Refinement.isRefinement(text)
            ? interpreter.lastQuery.flatMap { Refinement.query(text, changing: $0) } ?? text : text
    }

    private mutating func remember(_ text: String) {
        interpreter.history.remember(text)
        editor.setHistory(interpreter.history.entries)
    }

    // MARK: - Completion

    private var completer: LineCompleter {
        let session = interpreter.session
        let before = pending.isEmpty ? "" : pending + "\n"
        let previous = interpreter.lastQuery
        let context = CommandContext(
            schema: session.corpus.schema, lets: session.definitions.map(\.name),
            saved: interpreter.isSafe ? [] : SavedQueries.standard?.names ?? [],
            parameters: session.parameters.keys.sorted())
        return { line, cursor in
            if before.isEmpty, line.first(where: { !$0.isWhitespace }) == "." {
                return DotCommand.completions(in: line, at: cursor, context)
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
