// Resolves the names of a query against the schema and its literals against the corpus.

package import DixitSyntax
import DixitText

/// What a script has said before the query that is bound.
struct Environment: Sendable {
    /// By folded name.
    var definitions: [String: NamedDefinition] = [:]
    /// The values given from outside, by name without `$`.
    var parameters: [String: Parameter] = [:]
    /// Declared by `param`, with their defaults.
    var defaults: [String: Definition?] = [:]
    /// The values that came with the script that declared a default.
    var defaultParameters: [String: [String: Parameter]] = [:]
    /// The set that `them` holds rows of; nil before the first answer of rows.
    var lastSet: Int?
    var today: PartialDate?
    /// Of a `sample` that states no seed.
    var seed: UInt64 = 1

    struct NamedDefinition: Sendable {
        var name: String
        var definition: Definition
        /// In canonical form.
        var text: String
        /// The values that came with the script that made it: what was interpolated there stays what it was.
        var parameters: [String: Parameter] = [:]
    }
}

/// Binds one statement after the other. It never throws: what is wrong is reported, and what can be bound is.
package struct Binder {
    let store: Store
    let names: SchemaIndex
    var environment: Environment
    private(set) var diagnostics: [Diagnostic] = []
    /// The limits of the look-ups that go over many names, values or words, and what they have taken so far; most queries need none.
    private let budget: Budget
    private var control: RunControl?
    /// Whether a limit was met: nothing is bound after that.
    private var isStopped = false
    private var keptNotes: [Diagnostic] = []
    private var omittedNotes = 0
    private var firstOmitted = SourceRange(0, 0)
    /// A list of 100,000 names may hold as many that nobody bears: more notes than these nobody reads, so that the rest is counted.
    private static let mostNotes = 20
    /// Whether another note would be kept; asked before anything is looked up for one.
    var wantsNotes: Bool { !isSilent && keptNotes.count < Self.mostNotes }
    /// What accompanies the answer of the query that is being bound.
    var notes: [Diagnostic] {
        omittedNotes == 0 ? keptNotes : keptNotes + [Diagnostic(.moreNotes(omittedNotes), at: firstOmitted)]
    }
    /// The `let`s that are being bound, innermost last.
    var openDefinitions: [String] = []
    /// The `let`s of queries that have been bound, by folded name, for as long as nothing is defined anew.
    private var boundDefinitions: [String: BoundSelect] = [:] { didSet { knownValues = [:] } }
    /// The `let`s of values that have been read, likewise, so that lists of lists of lists are read once each.
    var knownValues: [String: Literal] = [:]
    /// Whether parameters get their values later: what they stand in is bound to nothing yet.
    var isTemplate = false
    /// The left sides of the predicates that parameters stand in, by where the predicates begin, once they are bound.
    var knownOperands: [Int: BoundOperand] = [:]
    /// The parameters and the `let`s of values that are being looked up, innermost last.
    var openValues: [String] = []
    /// The `let` that is being made, and whether what it stands for leads back to it.
    private var newDefinition: String?
    private var isCircular = false
    /// Whether `score` can stand here: in `show` and after `sort by`.
    var allowsScore = false
    /// Definitions were checked where they were made.
    private var isSilent: Bool { !openDefinitions.isEmpty }

    init(store: Store, names: SchemaIndex, environment: Environment, budget: Budget) {
        self.store = store
        self.names = names
        self.environment = environment
        self.budget = budget
    }

    package var schema: Schema { store.schema }

    mutating func report(_ diagnostic: Diagnostic) {
        guard !isSilent, diagnostics.count < DiagnosticList.limit else { return }
        guard !diagnostics.contains(where: { $0.range == diagnostic.range }) else { return }
        diagnostics.append(diagnostic)
    }

    mutating func report(_ message: Message, at range: SourceRange, fix: String? = nil, confidence: Double = 0.9) {
        let fixes = fix.map { [Diagnostic.Fix(range: range, text: $0, confidence: confidence)] } ?? []
        report(Diagnostic(message, at: range, fixes: fixes))
    }

    /// Reports a word that nothing is called by; the one that was probably meant is the fix.
    mutating func report(_ message: Message, at range: SourceRange, meant suggestion: Suggestion?, prefix: String = "")
    {
        let fix = suggestion.map { Diagnostic.Fix(range: range, text: prefix + $0.text, confidence: $0.confidence) }
        report(Diagnostic(message, at: range, fixes: fix.map { [$0] } ?? []))
    }

    /// A look-up that may be long; nil where it was stopped, which is reported.
    mutating func looked<Found>(
        up range: SourceRange, _ find: (RunControl) throws(Stop) -> Found
    ) -> Found? {
        guard !isStopped else { return nil }
        let control = self.control ?? RunControl(budget)
        self.control = control
        do {
            return try find(control)
        } catch {
            isStopped = true
            if diagnostics.count < DiagnosticList.limit { diagnostics.append(Diagnostic(error.message, at: range)) }
            return nil
        }
    }

    /// Takes values of parameters, which go before those that it has.
    mutating func give(_ parameters: [String: Parameter]) {
        if environment.parameters.isEmpty {
            environment.parameters = parameters
        } else if !parameters.isEmpty {
            environment.parameters.merge(parameters) { _, given in given }
        }
    }

    mutating func note(_ message: Message, at range: SourceRange) {
        guard !isSilent else { return }
        guard wantsNotes else { return omitNote(at: range) }
        let note = Diagnostic(message, at: range)
        if !keptNotes.contains(note) { keptNotes.append(note) }
    }

    /// Counts a note that would be one too many.
    mutating func omitNote(at range: SourceRange) {
        guard !isSilent else { return }
        if omittedNotes == 0 { firstOmitted = range }
        omittedNotes += 1
    }

    private mutating func dropNotes() {
        keptNotes = []
        omittedNotes = 0
    }
}

// MARK: - For those who answer elsewhere

extension Binder {
    /// Binds a statement of a script that is good, remembers what it defines, and gives the query that it is.
    package mutating func read(_ statement: Statement) -> Select? {
        switch bind(statement) {
        case .query(let select): select.tree
        default: nil
        }
    }

    /// The number of the set that a name means; nil for another name.
    package func set(named name: String) -> Int? { names.set(name) }

    /// The query that a `let` gave a name to.
    package func query(named name: Name) -> Select? {
        if case .select(let select)? = environment.definitions[DixitText.folded(name.text)]?.definition {
            select
        } else {
            nil
        }
    }

    /// The name of a table, as links have it by number.
    package func tableName(_ number: Int) -> String { store.tables[number].name }
}

// MARK: - Statements

extension Binder {
    /// Binds a statement, and remembers what it defines.
    mutating func bind(_ statement: Statement) -> BoundStatement? {
        dropNotes()
        switch statement.kind {
        case .define(let name, let definition): return define(name, definition)
        case .parameter(let name, let definition): return declare(name, definition)
        case .query(let select):
            guard let bound = bind(select) else { return nil }
            environment.lastSet = bound.isGrouped ? environment.lastSet : lastSet(after: bound)
            // A `let` may rest on `them`, which is another set now.
            boundDefinitions = [:]
            return .query(bound)
        case .explain(let select):
            return bind(select, isExplained: true).map {
                .explain($0, reads: ReadBack.sentences(of: select, self))
            }
        case .invalid: return nil
        }
    }

    private func lastSet(after select: BoundSelect) -> Int? {
        if case .find = select.verb { return select.set }
        return environment.lastSet
    }

    private mutating func define(_ name: Name, _ definition: Definition) -> BoundStatement? {
        let key = DixitText.folded(name.text)
        if names.set(name.text) != nil {
            report(.takenName(name.text, by: .set), at: name.range)
            return nil
        }
        if schema.sets.indices.contains(where: { names.field(name.text, of: $0) != nil }) {
            // It is read on, so that those who ask for it are not told that nothing is called so.
            report(.takenName(name.text, by: .field), at: name.range)
        }
        let text = "let \(name.text) = \(Formatter.text(of: definition))"
        let former = environment.definitions[key]
        boundDefinitions = [:]
        environment.definitions[key] = .init(name: name.text, definition: definition, text: text)
        let errors = diagnostics.count
        (newDefinition, isCircular) = (key, false)
        switch definition {
        case .select(let select): _ = bind(select)
        case .list(let list): check(list)
        case .value(let value): check(value)
        }
        newDefinition = nil
        dropNotes()
        if isCircular {
            boundDefinitions = [:]
            environment.definitions[key] = former
            if diagnostics.count == errors { report(.circularDefinition(name.text), at: name.range) }
            return nil
        }
        return .define(name.text)
    }

    /// Something that stands for itself: `let a = find a`, `param $a = $a`.
    mutating func reportCircle(_ name: Name) {
        isCircular = true
        report(.circularDefinition(name.text), at: name.range)
    }

    /// A parameter without a value is said once, however often it stands there.
    mutating func reportMissing(_ parameter: Name) {
        let message = Message.missingParameter(parameter.text)
        if !diagnostics.contains(where: { $0.message == message }) { report(message, at: parameter.range) }
    }

    private mutating func declare(_ name: Name, _ definition: Definition?) -> BoundStatement? {
        boundDefinitions = [:]
        environment.defaults.updateValue(definition, forKey: name.text)
        isCircular = false
        switch definition {
        case .list(let list): check(list)
        case .value(let value): check(value)
        case .select, nil: break
        }
        if isCircular { environment.defaults.updateValue(nil, forKey: name.text) }
        if definition == nil, environment.parameters[name.text] == nil {
            reportMissing(name)
        }
        return isCircular ? nil : .parameter
    }

    /// Looks whether the values of a definition can be read, before anything uses it.
    private mutating func check(_ list: ValueList) { for value in list.values { check(value) } }

    private mutating func check(_ value: DixitSyntax.Value) {
        let errors = diagnostics.count
        if case .operand(let operand) = value, literal(value) == nil {
            guard diagnostics.count == errors else { return }
            report(
                .unquotedText(Formatter.text(of: operand)), at: operand.range, fix: Formatter.quoted(operand.path.text))
        } else {
            _ = literal(value)
        }
    }
}

// MARK: - Sets

extension Binder {
    /// The set that a name means, and the rows of it that are searched.
    mutating func bind(_ source: Select.Source) -> (set: Int, source: BoundSource)? {
        switch source {
        case .named(let name):
            if let set = names.set(name.text) { return (set, .set) }
            if let select = select(definedAs: name) { return (select.set, .definition(name.text, select)) }
            if !isQuery(name) { reportUnknownSet(name) }
            return nil
        case .them(let range):
            guard let set = environment.lastSet else {
                report(.noLastResult, at: range)
                return nil
            }
            return (set, .them)
        case .invalid: return nil
        }
    }

    private mutating func reportUnknownSet(_ name: Name) {
        let defined = environment.definitions.values.map(\.name)
        let suggestion = Suggestion.best(for: name.text, among: names.setWords + defined)
        report(
            .unknownSet(name.text, suggestion: suggestion?.text, known: names.setNames), at: name.range,
            meant: suggestion)
    }

    /// The query that a `let` named; nil where it is none.
    mutating func select(definedAs name: Name) -> BoundSelect? {
        let key = DixitText.folded(name.text)
        guard case .select(let select)? = environment.definitions[key]?.definition else { return nil }
        guard key != newDefinition, !openDefinitions.contains(key) else {
            reportCircle(name)
            return nil
        }
        // Each is bound once, however many others name it: a chain of `let`s that name each other twice is no tree.
        if let known = boundDefinitions[key] { return known }
        openDefinitions.append(key)
        defer { openDefinitions.removeLast() }
        let values = environment.definitions[key]?.parameters ?? [:]
        let bound = with(values) { $0.bind(select) }
        boundDefinitions[key] = bound
        return bound
    }

    /// Reads something that an earlier script said, with the values that came with that script.
    mutating func with<Result>(_ values: [String: Parameter], _ read: (inout Binder) -> Result) -> Result {
        if values.isEmpty { return read(&self) }
        knownValues = [:]
        defer { knownValues = [:] }
        let current = environment.parameters
        environment.parameters.merge(values) { _, former in former }
        defer { environment.parameters = current }
        return read(&self)
    }

    /// Whether a `let` gave the name to a query, be it a wrong one, of which its own place has been told.
    func isQuery(_ name: Name) -> Bool {
        if case .select? = environment.definitions[DixitText.folded(name.text)]?.definition { true } else { false }
    }

    /// A name that is neither a set, a field nor a `let`.
    mutating func reportUnknownDefinition(_ name: Name) {
        if names.set(name.text) != nil {
            report(.setWithoutFind(name.text), at: name.range, fix: "(find \(name.text))")
            return
        }
        let known = environment.definitions.values.map(\.name).sorted()
        let suggestion = Suggestion.best(for: name.text, among: known)
        report(
            .unknownDefinition(name.text, suggestion: suggestion?.text, known: known), at: name.range, meant: suggestion
        )
    }
}
