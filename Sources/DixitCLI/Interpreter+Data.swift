// The commands that look at the data: sets, fields, values, names, and where they are loaded from.

import Dixit
import DixitFormats

extension Interpreter {
    func sets() throws(OutputProblem) -> CommandOutcome {
        let corpus = session.corpus
        return try show(SchemaDescription(corpus.schema, language: language).sets { corpus.count(of: $0) })
    }

    func schema(_ name: String?) throws(OutputProblem) -> CommandOutcome {
        let description = SchemaDescription(session.corpus.schema, language: language)
        guard let text = description.text(name) else { return fail(description.unknown(name ?? "")) }
        return try show(text)
    }

    func stats() throws(OutputProblem) -> CommandOutcome {
        try show(StatisticsDescription(session.corpus.statistics, language: language).text)
    }

    /// `.values speaker El`: of the last answer's set, or of the first set that has the field.
    func values(_ arguments: [String]) throws(OutputProblem) -> CommandOutcome {
        guard let path = arguments.first else { return fail(.wrongArgument(DotCommand.values.usage(in: language))) }
        let description = SchemaDescription(session.corpus.schema, language: language)
        let found = path.contains(".") ? [path] : fieldPaths(path)
        guard let (set, field) = found.lazy.compactMap({ description.find($0) }).first, let field else {
            return fail(.unknownName(path, kind: .field, known: []))
        }
        let values = session.values(of: field.name, in: set.name, prefix: arguments.dropFirst().joined(separator: " "))
        return try show(StatisticsDescription.lines(values.map { ($0.count, $0.value.description) }, language))
    }

    /// `speaker` in each set, that of the last answer first.
    private func fieldPaths(_ name: String) -> [String] {
        ([lastAnswer?.set].compactMap { $0 } + session.corpus.schema.sets.map(\.name)).map { "\($0).\(name)" }
    }

    // MARK: - Names

    /// `.names khalfi`: who and what is called so, as `=` reads a name; where nobody is, whose names have the words.
    func names(_ name: String) throws(OutputProblem) -> CommandOutcome {
        if name.isEmpty { return fail(.wrongArgument(DotCommand.names.usage(in: language))) }
        func rows(_ comparison: String) -> [[String]] {
            session.corpus.schema.sets.filter { $0.part == nil }.flatMap { self.rows(of: $0, named: name, comparison) }
        }
        let called = rows("=")
        if !called.isEmpty { return try show(SchemaDescription.aligned(called)) }
        let near = rows("contains")
        if near.isEmpty { return fail(.nobodyIsCalled(name, hasNear: false)) }
        reporter.say(Phrase.nobodyIsCalled(name, hasNear: true).text(in: language))
        return try show(SchemaDescription.aligned(near))
    }

    /// What each is, its name, how many statements are its own, and its other names.
    private func rows(of set: SetSchema, named name: String, _ comparison: String) -> [[String]] {
        guard case .name? = set[field: set.label]?.type else { return [] }
        let kind = session.corpus.schema.sets.compactMap { $0.part?.whole == set.name ? $0.part?.field : nil }.first
        let forms = set.fields.first { if case .name(many: true) = $0.type { true } else { false } }?.name
        let spoken = set[field: "statements"].map { "count of \($0.name)" }
        let shown = [kind, set.label, spoken, forms].map { $0 ?? "id" }
        var session = session
        session.defaultLimit = nil
        let query = Query(
            text: "find \(set.name) where \(set.label) \(comparison) $name show \(shown.joined(separator: ", "))",
            parameters: ["name": .text(name)])
        guard let answer = try? session.run(query).last else { return [] }
        return answer.rows.prefix(50).map { row in
            let own = row[1].description
            var others: [String] = []
            if forms != nil, case .list(let values) = row[3] { others = values.map(\.description).filter { $0 != own } }
            let cells = [
                kind == nil ? set.singular : row[0].description, own,
                spoken == nil ? "" : Phrase.statements(Int(row[2].description) ?? 0).text(in: language),
                others.joined(separator: "; "),
            ]
            return cells.map(DisplayText.printable)
        }
    }

    // MARK: - Loading

    /// `.load PATH…` asks other documents from here on; names and parameters stay.
    mutating func load(_ paths: [String]) throws(OutputProblem) -> CommandOutcome {
        if paths.isEmpty { return fail(.wrongArgument(DotCommand.load.usage(in: language))) }
        var loading = loading
        loading.paths = paths
        loading.reporter = reporter
        do {
            session.corpus = try loading.load().corpus
        } catch is Exit {
            return .failed
        } catch {
            // Ctrl-C: what was there stays.
            return .failed
        }
        self.loading = loading
        chain = []
        reporter.say(greeting.text(in: language))
        return .done
    }

    /// What there is to ask.
    var greeting: Phrase {
        .loaded(documents: session.corpus.count(of: "documents"), statements: session.corpus.count(of: "statements"))
    }

    /// Where the documents come from, and the number by which it is seen that they are the same ones.
    func corpus() throws(OutputProblem) -> CommandOutcome {
        let lines = loading.paths.map { DisplayText.printable($0) + "\n" }.joined()
        return try show(lines + greeting.text(in: language) + "\n" + corpusName + "\n")
    }

    var corpusName: String { Phrase.fingerprint(session.corpus.fingerprint).text(in: language) }
}
