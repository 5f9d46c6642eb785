// What could be written next, from the grammar, the schema and the corpus.

import DixitSyntax
import DixitText

extension Session {
    /// What could be written next at a place in a script.
    ///
    /// - Parameters:
    ///   - text: A script, perhaps unfinished.
    ///   - offset: Where the cursor stands, in UTF-8 bytes from the start of the text.
    public func completions(in text: String, at offset: Int) -> [Completion] {
        let state = CompletionState(text, at: offset)
        var finder = CompletionFinder(session: self, state: state, text: text, offset: offset)
        return finder.completions()
    }
}

/// Turns what the grammar allows into words that the corpus has.
private struct CompletionFinder {
    private let session: Session
    private let state: CompletionState
    private let replaced: Range<Int>
    private let wanted: [UInt8]
    private var binder: Binder
    private var found: [Completion] = []
    private static let mostValues = 50

    init(session: Session, state: CompletionState, text: String, offset: Int) {
        self.session = session
        self.state = state
        replaced = state.replaced.start..<max(state.replaced.start, state.replaced.end)
        wanted = FoldedText(state.partial.hasPrefix("$") ? String(state.partial.dropFirst()) : state.partial).bytes
        binder = session.binder()
    }

    private var schema: Schema { session.corpus.schema }

    mutating func completions() -> [Completion] {
        for candidate in state.candidates { add(candidate) }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.text).inserted }
    }

    private mutating func add(_ kind: Completion.Kind, _ text: String, _ detail: String? = nil) {
        guard FoldedText(text.hasPrefix("$") ? String(text.dropFirst()) : text).bytes.starts(with: wanted) else {
            return
        }
        found.append(Completion(kind: kind, text: text, detail: detail, replaced: replaced))
    }

    private mutating func add(_ candidate: CompletionState.Candidate) {
        switch candidate {
        case .keyword(let word): if suits(word) { add(.keyword, word) }
        case .set:
            for set in schema.sets { add(.set, set.name, String(session.corpus.count(of: set.name))) }
            for definition in session.definitions { add(.name, definition.name) }
            for set in schema.sets where !wanted.isEmpty { for alias in set.aliases { add(.set, alias) } }
        case .field(let steps):
            if case .groups(let keys)? = state.sorted {
                if steps.isEmpty { for key in keys { add(.field, key) } }
                return
            }
            guard let place = place(after: steps) else { return }
            if place.type == .date { for part in DatePart.allCases { add(.field, part.rawValue) } }
            guard place.end == .row else { return }
            var fields = schema.sets[place.set].fields
            if state.sorted == .rows { fields.removeAll(where: \.type.isMany) }
            for field in fields { add(.field, field.name, field.type.noun.rawValue) }
            for field in fields where !wanted.isEmpty { for alias in field.aliases { add(.field, alias) } }
        case .comparison:
            let ordered = comparedPath.map { $0.type == .number || $0.type == .date } ?? true
            for sign in ["=", "!="] + (ordered ? ["<", "<=", ">", ">="] : []) { add(.operator, sign) }
        case .value, .quotedText: addValues()
        case .list: for definition in session.definitions { add(.name, definition.name) }
        case .parameter: for name in binder.environment.knownParameters { add(.parameter, "$" + name) }
        case .format: for format in Binder.formats { add(.format, format) }
        case .timeUnit: for unit in ["days", "weeks", "months", "years"] { add(.keyword, unit) }
        case .wholeNumber: break
        }
    }

    /// Whether a word goes with what stands on its left: a date has no words, texts have no order, groups no relevance.
    private func suits(_ word: String) -> Bool {
        if case .groups? = state.sorted, ["relevance", "first", "last", "it"].contains(word) { return false }
        guard state.candidates.contains(.comparison), let type = comparedPath?.type else { return true }
        let isOrdered = type == .number || type == .date
        switch Keyword(rawValue: word) {
        case .contains, .does, .matches: return !isOrdered && type != .boolean
        case .between: return isOrdered
        default: return true
        }
    }

    /// The rows that the place speaks about, or where a path from there leads.
    private mutating func place(after steps: [String]) -> BoundPath? {
        guard case .set(let name)? = state.scopes.last(where: { if case .set = $0 { true } else { false } }) else {
            return nil
        }
        let range = SourceRange(0, 0)
        let source = Select.Source.named(Name(text: name, range: range))
        let start = DixitText.folded(name) == "them" ? binder.environment.lastSet : binder.bind(source)?.set
        guard let start else { return nil }
        var all: [String] = []
        for scope in state.scopes.reversed() {
            guard case .path(let path) = scope else { break }
            all = path + all
        }
        let names = (all + steps).map { Name(text: $0, range: range) }
        return binder.bind(Path(steps: names, startsWithIt: names.isEmpty, range: range), in: start)
    }

    private var comparedPath: BoundPath? {
        var copy = self
        return state.compared.flatMap { copy.place(after: $0) }
    }

    /// Values that the corpus has for the field that is compared, most frequent first, in the quotation marks that are open.
    private mutating func addValues() {
        guard let path = comparedPath else { return }
        if path.type == .boolean {
            add(.keyword, "true")
            add(.keyword, "false")
        }
        guard let texts = values(of: path) else { return }
        let opening = state.openQuote == nil ? "\"" : ""
        let closing = state.openQuote?.closing ?? "\""
        for (text, count) in texts {
            let space = state.openQuote == .guillemets ? " " : ""
            found.append(
                Completion(
                    kind: .value, text: opening + text + space + closing, detail: String(count), replaced: replaced))
        }
    }

    private func values(of path: BoundPath) -> [(String, Int)]? {
        let store = session.corpus.store
        let table = store.tables[path.table]
        switch (path.end, path.type) {
        case (.column(let number), .keyword):
            guard case .keyword(let column) = table.columns[number] else { return nil }
            let codes = column.dictionary.codes(prefix: wanted)
            let counted = codes.map { (column.dictionary.text($0), column.postings.count($0)) }
            return Array(counted.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(Self.mostValues))
        case (.row, _), (.column, .name):
            guard let names = table.names else { return nil }
            let rows = rows(named: wanted, names)
            let part = store.sets[path.set].rows
            let link = path.links.last
            let counted = rows.filter { part.contains($0) }.map { row in
                (store.label(of: row, table: path.table), link.map { store.count(of: row, along: $0) } ?? 1)
            }
            return Array(counted.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(Self.mostValues))
        default: return nil
        }
    }

    /// The rows with a name in which some word begins the text that has been written.
    private func rows(named partial: [UInt8], _ names: NameIndex) -> [UInt32] {
        if partial.isEmpty { return Array(Set(names.rows.buffer)).sorted() }
        var result: [UInt32] = []
        for form in 0..<names.forms.count {
            let folded = FoldedText(names.forms[form].buffer).bytes
            let begins =
                folded.starts(with: partial)
                || folded.indices.contains { place in
                    folded[place] == 0x20 && folded[(place + 1)...].starts(with: partial)
                }
            if begins, result.last != names.rows[form] { result.append(names.rows[form]) }
        }
        return result
    }
}

extension Store {
    /// How many rows a link leads from to a row.
    fileprivate func count(of row: UInt32, along link: Link) -> Int {
        guard case .relation(let relation) = tables[link.table].columns[link.column] else { return 0 }
        return relation.backward.count(row)
    }
}

extension Environment {
    /// The names of parameters that have a value or a default.
    fileprivate var knownParameters: [String] { Set(parameters.keys).union(defaults.keys).sorted() }
}
