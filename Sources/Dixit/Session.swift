// A conversation with a corpus: what it defines, and what it asks.

import DixitSyntax
import DixitText

/// Runs scripts over a corpus and keeps what they define: `let` names, parameters, and `them`, the last result.
///
/// ```swift
/// var session = Session(corpus)
/// try session.run("let ministers = find people where role contains \"ministre\"")
/// let answers = try session.run("find statements where speaker in ministers")
/// ```
public struct Session: Sendable {
    /// Exchanging it keeps names and parameters; `them` is forgotten.
    public var corpus: Corpus {
        didSet {
            scope = Executor.Scope()
        }
    }
    /// Values of parameters, by name without the `$`; those of a ``Query`` go before.
    public var parameters: [String: Parameter] = [:]
    /// What `today` means; nil makes `today` and `7 days ago` an error.
    public var today: CalendarDate?
    /// What each question may cost.
    public var budget = Budget()
    /// Rows of a `find` that states no limit; nil for all. An answer's ``Answer/count`` is the number before this.
    public var defaultLimit: Int?
    /// The seed of a `sample` that states none.
    public var defaultSeed = 1

    /// By folded name, and the order in which they were made.
    private var definitionsByName: [String: Environment.NamedDefinition] = [:]
    private var definitionOrder: [String] = []
    private var defaults: [String: Definition?] = [:]
    private var defaultParameters: [String: [String: Parameter]] = [:]
    private(set) var scope = Executor.Scope()

    /// A session that has defined nothing yet.
    public init(_ corpus: Corpus) {
        self.corpus = corpus
    }

    /// The names that `let` defined, in order, with their definitions in canonical form.
    public var definitions: [(name: String, text: String)] {
        definitionOrder.compactMap { key in definitionsByName[key].map { ($0.name, $0.text) } }
    }

    /// Forgets a name that `let` defined.
    public mutating func forget(_ name: String) {
        let key = DixitText.folded(name)
        definitionsByName[key] = nil
        definitionOrder.removeAll { $0 == key }
        scope.definitions = [:]
    }

    /// Checks a script and runs its statements in order, one answer each.
    ///
    /// Everything is checked before anything runs. A statement that fails while running ends the script; what it
    /// defined until then stays.
    ///
    /// - Throws: ``DixitError`` with codes E1 to E4 for what is wrong with the script, E5 for what stopped it.
    @discardableResult
    public mutating func run(_ script: Query) throws(DixitError) -> [Answer] {
        var answers: [Answer] = []
        try run(script) { answers.append($0) }
        return answers
    }

    /// The same, handing over each answer as soon as it is there.
    ///
    /// - Throws: ``DixitError`` as for the whole; the answers of the statements before have been handed over.
    public mutating func run(_ script: Query, each answered: (Answer) -> Void) throws(DixitError) {
        try run(check(script), of: script, each: answered)
    }

    /// Runs what was checked before.
    mutating func run(_ checked: Checked, of script: Query, each answered: (Answer) -> Void) throws(DixitError) {
        guard checked.problems.isEmpty else { throw DixitError(checked.problems) }
        let values =
            parameters.isEmpty ? script.parameters : parameters.merging(script.parameters) { _, given in given }
        if scope.parameters != values || scope.today != today {
            (scope.definitions, scope.parameters, scope.today) = ([:], values, today)
        }
        var runner = Runner(corpus.store, budget: budget, defaultLimit: defaultLimit, scope: scope)
        defer { scope = runner.scope }
        for (statement, bound, notes) in checked.statements {
            do {
                switch bound {
                case .query(let select): answered(try runner.answer(select, notes: notes, source: script.text))
                case .explain(let select, let reads):
                    answered(try runner.explain(select, reads: reads, notes: notes))
                case .define(let name):
                    runner.forgetDefinitions()
                    keep(statement, as: DixitText.folded(name), with: script.parameters)
                    answered(.definition(Formatter.text(of: statement)))
                case .parameter:
                    runner.forgetDefinitions()
                    if case .parameter(let name, let definition) = statement.kind {
                        keep(name, definition, with: script.parameters)
                    }
                    answered(.definition(Formatter.text(of: statement)))
                }
            } catch {
                throw DixitError([Problem(Diagnostic(error.message, at: statement.range), in: script.text)])
            }
        }
    }

    /// Keeps the `let`s and `param`s of a script without running it, also a `param` without a value, but for those with something
    /// wrong in them.
    package mutating func keepDefinitions(of script: Query, with problems: [Problem]) {
        let wrong = problems.map(\.diagnostic.range.start)
        for statement in Parser.parse(script.text).script.statements {
            let range = statement.range.start..<max(statement.range.start, statement.range.end)
            if wrong.contains(where: range.contains) { continue }
            switch statement.kind {
            case .define(let name, _): keep(statement, as: DixitText.folded(name.text), with: script.parameters)
            case .parameter(let name, let definition): keep(name, definition, with: script.parameters)
            case .query, .explain, .invalid: break
            }
        }
    }

    private mutating func keep(_ parameter: Name, _ definition: Definition?, with parameters: [String: Parameter]) {
        defaults.updateValue(definition, forKey: parameter.text)
        defaultParameters[parameter.text] = parameters
    }

    private mutating func keep(_ statement: Statement, as key: String, with parameters: [String: Parameter]) {
        guard case .define(let name, let definition) = statement.kind else { return }
        definitionOrder.removeAll { $0 == key }
        definitionOrder.append(key)
        definitionsByName[key] = .init(
            name: name.text, definition: definition, text: Formatter.text(of: statement), parameters: parameters)
    }

    /// What is wrong with a script, without running it; empty for a good one.
    public func problems(in script: Query) -> [Problem] { check(script).problems }

    /// The statements of a script, bound, and what is wrong with them.
    struct Checked: Sendable {
        var statements: [(Statement, BoundStatement, notes: [Diagnostic])] = []
        var problems: [Problem] = []
        /// Of a template, ``Binder/knownOperands``.
        var operands: [Int: BoundOperand] = [:]
    }

    private func check(_ script: Query) -> Checked { check(Parser.parse(script.text), of: script) }

    /// Binds what was parsed before, with the parameters of a script.
    func check(_ parsed: ParsedScript, of script: Query, asTemplate isTemplate: Bool = false) -> Checked {
        var binder = self.binder(script)
        binder.isTemplate = isTemplate
        var checked = Checked()
        for statement in parsed.script.statements {
            guard let bound = binder.bind(statement) else { continue }
            checked.statements.append((statement, bound, binder.notes))
        }
        // The parser sees some mistakes that the binder meets again.
        checked.operands = binder.knownOperands
        let further = binder.diagnostics.filter { found in !parsed.diagnostics.contains { $0.range == found.range } }
        let found = parsed.diagnostics.map { counted($0, in: script) } + further
        checked.problems = found.sorted { $0.range.start < $1.range.start }
            .prefix(DiagnosticList.limit).map { Problem($0, in: script.text) }
        return checked
    }

    /// For a mixture of `and` and `or`, the rows of each of its readings, so that the reader can choose.
    private func counted(_ diagnostic: Diagnostic, in script: Query) -> Diagnostic {
        guard diagnostic.message.code == "E202" else { return diagnostic }
        var counted = diagnostic
        for number in counted.fixes.indices {
            counted.fixes[number].rows = rows(with: counted.fixes[number], in: script)
        }
        return counted
    }

    /// The rows of the mended statement; nil where something else is wrong with the script, or where it takes long.
    private func rows(with fix: Diagnostic.Fix, in script: Query) -> Int? {
        var bytes = Array(script.text.utf8)
        guard fix.range.start <= fix.range.end, fix.range.end <= bytes.count else { return nil }
        bytes.replaceSubrange(fix.range.start..<fix.range.end, with: fix.text.utf8)
        let parsed = Parser.parse(String(decoding: bytes, as: UTF8.self))
        guard parsed.diagnostics.isEmpty else { return nil }
        var binder = self.binder(script)
        for statement in parsed.script.statements {
            guard let bound = binder.bind(statement) else { return nil }
            guard statement.range.end > fix.range.start, case .query(let select) = bound else { continue }
            var budget = budget
            budget.time = .milliseconds(200)
            let executor = Executor(store: corpus.store, control: RunControl(budget), scope: scope)
            return try? executor.matches(of: select).count
        }
        return nil
    }

    /// A binder that knows what has been said so far.
    package func binder(_ script: Query = "") -> Binder {
        var environment = Environment()
        environment.definitions = definitionsByName
        environment.defaults = defaults
        environment.defaultParameters = defaultParameters
        environment.parameters =
            parameters.isEmpty ? script.parameters : parameters.merging(script.parameters) { _, given in given }
        environment.lastSet = scope.lastSet
        environment.today = today?.partial
        environment.seed = UInt64(truncatingIfNeeded: defaultSeed)
        return Binder(
            store: corpus.store, names: corpus.names, environment: environment, budget: budget)
    }

    /// The script in canonical form, comments kept.
    ///
    /// - Throws: ``DixitError`` E1 and E2 for a script that cannot be read.
    public func formatted(_ script: Query) throws(DixitError) -> String {
        if let text = Formatter.format(script.text) { return text }
        let diagnostics = Parser.parse(script.text).diagnostics
        throw DixitError(diagnostics.map { Problem($0, in: script.text) })
    }

    /// The most frequent values of a field of a set, with how many rows have each, for `.values`.
    ///
    /// - Parameters:
    ///   - field: A path: `speaker.role`.
    ///   - set: The set whose rows are counted, by any of its names.
    ///   - prefix: Only values that begin so, folded.
    ///   - limit: How many values at most.
    public func values(of field: String, in set: String, prefix: String = "", limit: Int = 20) -> [(
        value: Value, count: Int
    )] {
        var binder = binder()
        let steps = field.split(separator: ".").map { Name(text: String($0), range: SourceRange(0, 0)) }
        guard let number = corpus.names.set(set), !steps.isEmpty,
            let path = binder.bind(Path(steps: steps, startsWithIt: false, range: SourceRange(0, 0)), in: number)
        else { return [] }
        guard let key = try? GroupKey(corpus.store, BoundOperand(aggregate: nil, path: path), .unlimited) else {
            return []
        }
        var counts: [UInt64: Int] = [:]
        corpus.store.sets[number].rows.forEach { row in
            for code in key.codes(row) where code != GroupKey.missing { counts[code, default: 0] += 1 }
        }
        let wanted = FoldedText(prefix).bytes
        let ordered = counts.map { (code: $0.key, count: $0.value, rank: key.rank($0.key)) }
            .sorted { ($1.count, $0.rank) < ($0.count, $1.rank) }
        let values = ordered.lazy.map { (value: key.value($0.code), count: $0.count) }
        return Array(
            values.filter { wanted.isEmpty || FoldedText($0.value.description).bytes.starts(with: wanted) }.prefix(
                limit))
    }
}

extension Answer {
    /// `let` and `param` answer nothing.
    fileprivate static func definition(_ text: String) -> Answer {
        Answer(
            kind: .definition, set: nil, count: 0, columns: [], notes: [], asked: .definition(text), rendering: nil,
            explanation: nil,
            work: Work(), content: AnswerContent(store: nil, columns: [], storage: .none))
    }
}
