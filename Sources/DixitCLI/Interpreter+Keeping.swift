// The commands that keep something: files of answers, saved queries, the clipboard, a citation.

import Dixit
import DixitFormats

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// MARK: - Files and the clipboard

extension Interpreter {
    /// `.output answers.md` sends answers to a file, `.output` back to the screen; the file is there when it is complete.
    mutating func redirect(to path: String?) throws(OutputProblem) -> CommandOutcome {
        if let open = redirection {
            redirection = nil
            try commit(open)
        }
        guard let path else { return .done }
        return open(path) { $0.redirection = $1 }
    }

    /// `.once answers.csv`: the next answer alone.
    mutating func redirectOnce(to arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        guard let path = arguments.first, arguments.count == 1 else {
            return fail(.wrongArgument(DotCommand.once.usage(in: language)))
        }
        singleRedirection?.file.discard()
        return open(path) { $0.singleRedirection = $1 }
    }

    private mutating func open(_ path: String, _ keep: (inout Interpreter, Destination) -> Void) -> CommandOutcome {
        do throws(OutputProblem) {
            keep(&self, try Destination(path: path, reading: loading.paths))
            return .done
        } catch {
            if case .foreignForm(let path) = error { return fail(.foreignForm(path: path)) }
            if case .wouldReplace(let path) = error { return fail(.wouldReplace(path: path)) }
            guard case .failed(let path, let reason) = error else { return .failed }
            return fail(.cannotWrite(path: path, reason: reason))
        }
    }

    /// What terminals take at a time; more would be cut off without a word.
    private static let mostOfClipboard = 74_994

    /// The last answer as tab-separated values, handed to the terminal's clipboard (OSC 52), also over ssh.
    func copy() -> CommandOutcome {
        guard let answer = lastAnswer else { return fail(.noAnswerYet) }
        guard Terminal.isTerminal(2), !Terminal.isDumb else { return fail(.needsTerminal) }
        var bytes: [UInt8] = []
        var writer = AnswerWriter(.tsv)
        writer.isCrossed = answer.rendering == AnswerFormat.pivot.rawValue
        do throws(Phrase) {
            try writer.write(answer) { (piece) throws(Phrase) in
                bytes += piece
                // Four characters for three bytes.
                if bytes.count > Self.mostOfClipboard / 4 * 3 { throw .tooLongToCopy }
            }
        } catch {
            return fail(error)
        }
        let encoded = Data(bytes).base64EncodedString()
        StandardError.write("\u{1B}]52;c;\(encoded)\u{07}")
        reporter.say(Phrase.copied(rows: answer.rows.count).text(in: language))
        return .done
    }
}

// MARK: - Queries

extension Interpreter {
    /// `.save khalfi`: the last query, with the definitions and parameters that it needs, so that it runs by itself.
    func save(as name: String?) throws(OutputProblem) -> CommandOutcome {
        guard let name, SavedQueries.isName(name) else {
            return fail(.wrongArgument(DotCommand.save.usage(in: language)))
        }
        guard let query = lastQuery else { return fail(.noQueryYet) }
        guard let saved = SavedQueries.standard else { return fail(.noHome) }
        guard let script = standingAlone(query) else { return fail(.queryNeedsAnswer) }
        do throws(OutputProblem) {
            try saved.save(script, as: name)
        } catch {
            guard case .failed(let path, let reason) = error else { throw error }
            return fail(.cannotWrite(path: path, reason: reason))
        }
        reporter.say(Phrase.savedAs(path: saved.path(of: name)).text(in: language))
        return .done
    }

    /// The query below the `let`s and `param`s that it rests on; nil where it rests on `them`, which no other session has.
    ///
    /// What is missing is what a session without any of them complains about.
    private func standingAlone(_ query: String) -> String? {
        var fresh = Session(session.corpus)
        fresh.today = session.today
        let definitions = session.definitions
        var lets: Set<String> = []
        var parameters: Set<String> = []
        while true {
            let script =
                parameters.sorted().compactMap { name in
                    session.parameters[name].map { "param $\(name) = \($0.source)\n" }
                }.joined()
                + definitions.filter { lets.contains($0.name) }.map { $0.text + "\n" }.joined() + query + "\n"
            let problems = fresh.problems(in: Query(text: script)).filter { $0.code.hasPrefix("E") }
            if problems.isEmpty { return script }
            let before = (lets.count, parameters.count)
            for problem in problems {
                let utf8 = Array(script.utf8)
                let place = problem.span.utf8.clamped(to: 0..<utf8.count)
                let word = String(decoding: utf8[place], as: UTF8.self)
                if session.parameters[String(word.drop { $0 == "$" })] != nil, word.hasPrefix("$") {
                    parameters.insert(String(word.dropFirst()))
                } else if let definition = definitions.first(where: { $0.name.lowercased() == word.lowercased() }) {
                    lets.insert(definition.name)
                }
            }
            if before == (lets.count, parameters.count) { return nil }
        }
    }

    func saved() throws(OutputProblem) -> CommandOutcome {
        guard let saved = SavedQueries.standard else { return fail(.noHome) }
        let rows = saved.names.map { name in
            // The query itself stands below what it rests on.
            let lines = saved.script(name)?.split(separator: "\n") ?? []
            let query = lines.last { !$0.hasPrefix("#") && !$0.hasPrefix(" ") } ?? ""
            return [name, DisplayText.cut(DisplayText.printable(String(query)), width: 60)]
        }
        return try show(SchemaDescription.aligned(rows))
    }

    func lets() throws(OutputProblem) -> CommandOutcome {
        try show(session.definitions.map { $0.text + "\n" }.joined())
    }

    /// A `let`, or else a saved query.
    mutating func forget(_ name: String?) -> CommandOutcome {
        guard let name else { return fail(.wrongArgument(DotCommand.forget.usage(in: language))) }
        if session.definitions.contains(where: { $0.name == name }) {
            session.forget(name)
            return .done
        }
        if !isSafe, SavedQueries.standard?.remove(name) == true { return .done }
        return fail(.unknownName(name, kind: .definition, known: session.definitions.map(\.name)))
    }
}

// MARK: - Citing

extension Interpreter {
    /// `.cite` says what was asked of which documents, for a footnote; `.cite 2` where the second row comes from.
    func cite(_ argument: String?) throws(OutputProblem) -> CommandOutcome {
        if argument == nil {
            guard let answer = lastAnswer else { return fail(.noAnswerYet) }
            let found = AnswerSummary(answer, session.corpus.schema, language).text
            let version = "Dixit \(DixitCommand.version)"
            let day = (session.today ?? Terminal.today).map { ", \($0)" } ?? ""
            return try show("\(answer.query)\n\(found)\n\(version), \(corpusName)\(day)\n")
        }
        switch row(argument, of: .cite) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            guard let passage = session.corpus.passage(of: row) else { return fail(.noPassage) }
            var parts: [String] = []
            let record = session.corpus.record(of: row)
            for name in ["speaker", "role"] {
                if let value = record.first(where: { $0.field.name == name })?.value.description, !value.isEmpty {
                    parts.append(value)
                }
            }
            let quote = DisplayText.printable(passage.text)
            parts.append(language == .french ? "«\u{A0}\(quote)\u{A0}»" : "“\(quote)”")
            return try show(DisplayText.printable((parts + [passage.place]).joined(separator: ", ")) + "\n")
        }
    }
}
