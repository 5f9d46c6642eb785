// What each dot command does.

import Dixit
import DixitFormats

extension Interpreter {
    enum CommandOutcome {
        case done
        case failed
        case quit
    }

    /// Runs a line such as `.schema statements`. What it shows is data, what it says is not.
    mutating func run(command line: String) throws(OutputProblem) -> CommandOutcome {
        let words = DotCommand.words(of: line)
        guard let name = words.first, let (command, isForeign) = DotCommand.named(name) else {
            let name = words.first ?? line
            return fail(.unknownCommand(name, suggestion: DotCommand.suggestion(for: name)))
        }
        if isForeign, command != .quit {
            reporter.say(Phrase.commandOfOtherPrograms(name, ours: command.name).text(in: language))
        }
        let arguments = Array(words.dropFirst())
        switch command {
        case .quit: return .quit
        case .help: return try help(arguments.first)
        case .examples: return try examples(arguments.first)
        case .sets: return try sets()
        case .schema: return try schema(arguments.first)
        case .stats: return try stats()
        case .values: return try values(arguments)
        case .next: return try turnPage(by: 1)
        case .prev: return try turnPage(by: -1)
        case .row: return try showRow(arguments)
        case .source: return try showSource(arguments)
        case .why: return try why(arguments)
        case .whynot: return try whynot(arguments.joined(separator: " "))
        case .mode: return setMode(arguments.first)
        case .param: return try parameters(arguments)
        case .lets: return try lets()
        case .forget: return forget(arguments.first)
        case .lang: return setLanguage(arguments.first)
        }
    }

    private var language: Language { reporter.language }
    private var screenWidth: Int? { presentation.isTerminal ? Terminal.width() : nil }

    private func fail(_ phrase: Phrase) -> CommandOutcome {
        reporter.fail(phrase.text(in: language))
        return .failed
    }

    private func show(_ text: String) throws(OutputProblem) -> CommandOutcome {
        try output.write(text)
        return .done
    }
}

// MARK: - Learn

extension Interpreter {
    private func help(_ word: String?) throws(OutputProblem) -> CommandOutcome {
        guard let word else {
            let rows = DotCommand.allCases.map { ["  " + $0.usage, $0.purpose[language]] }
            return try show(introduction + SchemaDescription.aligned(rows))
        }
        let name = word.hasPrefix(".") ? word : "." + word
        if let topic = HelpTopic.about(word) { return try show(topic.text(in: language)) }
        if let (command, _) = DotCommand.named(name) {
            return try show("\(command.usage)  \(command.purpose[language])\n")
        }
        if let text = SchemaDescription(session.corpus.schema, language: language).text(word) { return try show(text) }
        return fail(.unknownName(word, kind: language == .french ? "mot" : "word", known: HelpTopic.words))
    }

    private var introduction: String {
        let examples = HelpTopic.examples[0].value.map { "  \($0)\n" }.joined()
        return switch language {
        case .english: "Ask about who said what:\n\(examples).help WORD says what a word means: .help contains\n\n"
        case .french:
            "Demandez qui a dit quoi\u{A0}:\n\(examples).help MOT dit le sens d'un mot\u{A0}: .help contains\n\n"
        }
    }

    private func examples(_ name: String?) throws(OutputProblem) -> CommandOutcome {
        let schema = SchemaDescription(session.corpus.schema, language: language)
        let set = name.map { schema.find($0)?.set.name ?? $0 }
        let chosen = HelpTopic.examples.filter { set == nil || $0.key == set }
        guard !chosen.isEmpty else {
            return fail(.unknownName(name ?? "", kind: setNoun, known: HelpTopic.examples.map(\.key)))
        }
        return try show(chosen.flatMap(\.value).map { $0 + "\n" }.joined())
    }

    private var setNoun: String { language == .french ? "ensemble" : "set" }
}

// MARK: - Look at the data

extension Interpreter {
    private func sets() throws(OutputProblem) -> CommandOutcome {
        let corpus = session.corpus
        return try show(SchemaDescription(corpus.schema, language: language).sets { corpus.count(of: $0) })
    }

    private func schema(_ name: String?) throws(OutputProblem) -> CommandOutcome {
        let schema = session.corpus.schema
        guard let text = SchemaDescription(schema, language: language).text(name) else {
            return fail(.unknownName(name ?? "", kind: setNoun, known: schema.sets.map(\.name)))
        }
        return try show(text)
    }

    private func stats() throws(OutputProblem) -> CommandOutcome {
        let corpus = session.corpus
        return try show(Self.counts(corpus.schema.sets.map { (corpus.count(of: $0.name), $0.name) }, language))
    }

    /// `.values speaker El`: of the last answer's set, or of the first set that has the field.
    private func values(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        guard let path = arguments.first else { return fail(.wrongArgument(DotCommand.values.usage)) }
        let description = SchemaDescription(session.corpus.schema, language: language)
        let found = path.contains(".") ? [path] : fieldPaths(path)
        guard let (set, field) = found.lazy.compactMap({ description.find($0) }).first, let field else {
            return fail(.unknownName(path, kind: language == .french ? "champ" : "field", known: []))
        }
        let values = session.values(of: field.name, in: set.name, prefix: arguments.dropFirst().joined(separator: " "))
        return try show(Self.counts(values.map { ($0.count, $0.value.description) }, language))
    }

    /// `speaker` in each set, that of the last answer first.
    private func fieldPaths(_ name: String) -> [String] {
        ([lastAnswer?.set].compactMap { $0 } + session.corpus.schema.sets.map(\.name)).map { "\($0).\(name)" }
    }

    /// Numbers under each other, and what they count.
    private static func counts(_ rows: [(count: Int, name: String)], _ language: Language) -> String {
        let rows = rows.map { (AnswerLine.written($0.count, language), DisplayText.printable($0.name)) }
        let widest = rows.map { DisplayText.columns(of: $0.0) }.max() ?? 0
        return rows.map { count, name in
            String(repeating: " ", count: widest - DisplayText.columns(of: count)) + "\(count)  \(name)\n"
        }.joined()
    }
}

// MARK: - Results

extension Interpreter {
    private mutating func turnPage(by direction: Int) throws(OutputProblem) -> CommandOutcome {
        guard let answer = lastAnswer else { return fail(.noAnswerYet) }
        let size = presentation.page ?? 20
        let start = direction > 0 ? shownRows.upperBound : shownRows.lowerBound - size
        guard start < answer.rows.count, direction > 0 || shownRows.lowerBound > 0 else { return fail(.noMoreRows) }
        let lower = max(0, start)
        try show(rows: lower..<min(lower + size, answer.rows.count))
        return .done
    }

    /// The row of a number counted from 1, as the answer shows it.
    private func row(_ arguments: [String], of command: DotCommand) -> Result<Row, Phrase> {
        guard let answer = lastAnswer else { return .failure(.noAnswerYet) }
        guard let number = arguments.first.flatMap({ Int($0) }) else { return .failure(.wrongArgument(command.usage)) }
        guard number >= 1, number <= answer.rows.count else {
            return .failure(.noSuchRow(number, count: answer.rows.count))
        }
        return .success(answer.rows[number - 1])
    }

    private func showRow(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch row(arguments, of: .row) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            var values = session.corpus.record(of: row).map { (name: $0.field.name, text: $0.value.description) }
            if values.isEmpty { values = zip(row.columns, row.values).map { ($0.name, $1.description) } }
            return try show(recordText(values, width: screenWidth))
        }
    }

    private func showSource(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        let context = 300
        switch row(arguments, of: .source) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            guard let passage = session.corpus.passage(of: row, context: context) else { return fail(.noPassage) }
            return try show(text(of: passage))
        }
    }

    /// `.why 3`: of the third row of the last answer.
    private func why(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch row(arguments, of: .why) {
        case .failure(let phrase): return fail(phrase)
        case .success(let row):
            guard let id = row.entity?.id else { return fail(.noRecord) }
            return try explain(id)
        }
    }

    /// `.whynot article-3:2`
    private func whynot(_ id: String) throws(OutputProblem) -> CommandOutcome {
        if id.isEmpty { return fail(.wrongArgument(DotCommand.whynot.usage)) }
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

    /// Where it stands on one line, then the passage with its context, marked.
    private func text(of passage: Passage) -> String {
        var place = [passage.document]
        if let title = passage.title { place.append(title) }
        if let outlet = passage.outlet { place.append(outlet) }
        if let date = passage.date { place.append(date.description) }
        if let paragraph = passage.paragraph { place.append("¶ \(paragraph)") }
        place.append("\(passage.codePoints.lowerBound)–\(passage.codePoints.upperBound)")
        let (start, end) = presentation.isColoured ? ("\u{1B}[1m", "\u{1B}[0m") : ("⟦", "⟧")
        let marked =
            DisplayText.printable(passage.before) + "\u{2}" + DisplayText.printable(passage.text) + "\u{3}"
            + DisplayText.printable(passage.after)
        let lines = screenWidth.map { DisplayText.wrapped(marked, width: $0) } ?? [marked]
        let text = lines.joined(separator: "\n").map { character -> String in
            switch character {
            case "\u{2}": start
            case "\u{3}": end
            default: String(character)
            }
        }
        return DisplayText.printable(place.joined(separator: ", ")) + "\n" + text.joined() + "\n"
    }
}

// MARK: - Present, parameters, session

extension Interpreter {
    private mutating func setMode(_ name: String?) -> CommandOutcome {
        guard let choice = name.flatMap({ FormatChoice(rawValue: $0) }) else {
            return fail(.wrongArgument(DotCommand.mode.usage))
        }
        presentation.requested = choice.format
        return .done
    }

    private mutating func setLanguage(_ name: String?) -> CommandOutcome {
        guard let language = name.flatMap({ Language(rawValue: $0) }) else {
            return fail(.wrongArgument(DotCommand.lang.usage))
        }
        reporter.language = language
        presentation.language = language
        return .done
    }

    /// `.param`, `.param set who "El Khalfi"`, `.param unset who`
    private mutating func parameters(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        switch (arguments.first, arguments.count) {
        case (nil, _):
            let lines = session.parameters.sorted { $0.key < $1.key }.map { name, value in
                "$\(name) = \(Self.text(of: value))\n"
            }
            return try show(lines.joined())
        case ("set", 3...):
            let name = String(arguments[1].drop { $0 == "$" })
            session.parameters[name] = ParameterBinding.value(arguments[2...].joined(separator: " "))
            return .done
        case ("unset", 2):
            session.parameters[String(arguments[1].drop { $0 == "$" })] = nil
            return .done
        default: return fail(.wrongArgument(DotCommand.param.usage))
        }
    }

    private static func text(of value: Parameter) -> String {
        switch value {
        case .text(let text): "\"\(DisplayText.printable(text))\""
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .date(let date): date.description
        case .boolean(let value): String(value)
        case .list(let values): "(" + values.map { text(of: $0) }.joined(separator: ", ") + ")"
        }
    }

    private func lets() throws(OutputProblem) -> CommandOutcome {
        try show(session.definitions.map { "let \($0.name) = \($0.text)\n" }.joined())
    }

    private mutating func forget(_ name: String?) -> CommandOutcome {
        guard let name, session.definitions.contains(where: { $0.name == name }) else {
            let known = session.definitions.map(\.name)
            return fail(.unknownName(name ?? "", kind: "let", known: known))
        }
        session.forget(name)
        return .done
    }
}
