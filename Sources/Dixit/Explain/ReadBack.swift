// A query in a sentence, so that a reader sees how it was understood.

import DixitSyntax
import DixitText

/// Says queries back in one language: `find statements where speaker = "El Khalfi"` is “the statements whose speaker is Mustapha
/// El Khalfi”.
///
/// The words come from the schema: its canonical names in English, its nouns in French (“le champ speaker” where it has none).
/// What belongs together stands in parentheses wherever a reader could take it otherwise.
struct ReadBack {
    let language: Language
    /// Knows the schema, the names of the corpus, and what the script defined.
    let binder: Binder
    /// Whether the query behind a `let` is said too; not inside of another, which could double with each.
    private(set) var expandsDefinitions = true

    init(_ language: Language, _ binder: Binder) {
        self.language = language
        self.binder = binder
    }

    /// A query in both languages.
    static func sentences(of select: Select, _ binder: Binder) -> LocalizedText {
        LocalizedText(
            english: ReadBack(.english, binder).sentence(of: select),
            french: ReadBack(.french, binder).sentence(of: select))
    }

    func say(_ english: String, _ french: String) -> String { language == .french ? french : english }

    /// `a, b and c`
    func list(_ items: [String], _ word: String) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    var and: String { say("and", "et") }
    var or: String { say("or", "ou") }

    func quoted(_ text: String) -> String { say("“\(text)”", "«\u{A0}\(text)\u{A0}»") }
}

// MARK: - Queries

extension ReadBack {
    /// A whole query: what is found or counted, and the clauses.
    func sentence(of select: Select) -> String {
        guard let set = set(of: select) else { return Formatter.text(of: select) }
        let rows = rows(of: select, in: set)
        let head: String
        switch select.verb {
        case .find, .text: head = rows
        case .count(let path?, _):
            let values = nounPhrase(steps(of: path, in: set))
            head = say(
                "the number of different values of \(values) in \(rows)",
                "le nombre de valeurs différentes \(FrenchNoun.after(de: values)) dans \(rows)")
        case .count(nil, _): head = say("the number of \(rows.dropFirst(4))", "le nombre \(Self.ofSome(rows))")
        }
        return ([head] + clauses(of: select, in: set)).joined(separator: ", ")
    }

    /// `les déclarations dont …` after a number: `de déclarations dont …`
    private static func ofSome(_ rows: String) -> String {
        rows.hasPrefix("les ") ? FrenchNoun.ofSome(String(rows.dropFirst(4))) : FrenchNoun.after(de: rows)
    }

    /// The set that a query searches; nil where it has none.
    private func set(of select: Select) -> Int? {
        var binder = binder
        switch select.verb {
        case .find(let source), .count(_, let source): return binder.bind(source)?.set
        case .text: return binder.schema.sets.firstIndex { $0.isSearchedByText }
        }
    }

    /// `the statements whose speaker is …`
    private func rows(of select: Select, in set: Int) -> String {
        var conditions: [String] = []
        var all = select.condition.map { [$0] } ?? []
        if case .text(let text) = select.verb, let predicate = predicate(ofBareText: text, in: set) {
            all.insert(.predicate(predicate), at: 0)
        }
        for condition in all { conditions.append(relative(condition, in: set, inChain: all.count > 1)) }
        return ([source(of: select, in: set)] + [conditions.joined(separator: " \(and) ")]).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    private func predicate(ofBareText text: TextCondition, in set: Int) -> Predicate? {
        guard let field = binder.schema.sets[set].fields.first(where: { $0.type == .text }) else { return nil }
        let path = Path(steps: [Name(text: field.name, range: text.range)], startsWithIt: false, range: text.range)
        return Predicate(
            operand: Operand(aggregate: nil, path: path, range: text.range), test: .contains(text, negated: false),
            operatorRange: text.range, range: text.range)
    }

    private func source(of select: Select, in set: Int) -> String {
        let noun = noun(ofSet: set)
        let all = say("the \(binder.schema.sets[set].name)", noun.text)
        switch select.verb {
        case .find(.named(let name)), .count(_, .named(let name)):
            guard binder.names.set(name.text) == nil, let definition = definition(name) else { return all }
            return say("\(all) of \(definition)", "\(all) de \(definition)")
        case .find(.them), .count(_, .them):
            return say("\(all) of the last answer", "\(all) de la dernière réponse")
        default: return all
        }
    }

    /// A `let` with the query that it names: `spokesmen (the people whose …)`.
    func definition(_ name: Name) -> String? {
        let key = DixitText.folded(name.text)
        guard let definition = binder.environment.definitions[key], case .select(let select) = definition.definition
        else { return nil }
        guard expandsDefinitions else { return definition.name }
        var inner = self
        inner.expandsDefinitions = false
        return "\(definition.name) (\(inner.sentence(of: select)))"
    }

    /// The rows that a query inside another gives.
    func selection(_ select: Select, inChain: Bool) -> String {
        let text = sentence(of: select)
        return inChain ? "(\(text))" : text
    }

    // MARK: - Clauses

    private func clauses(of select: Select, in set: Int) -> [String] {
        var clauses: [String] = []
        if !select.by.isEmpty {
            let keys = select.by.map { each(steps(of: $0, in: set)) }
            clauses.append(say("for ", "pour ") + list(keys, and))
        }
        if let having = select.having { clauses.append(text(of: having)) }
        if !select.show.isEmpty {
            let columns = select.show.map { nounPhrase(of: $0, in: set) }
            clauses.append(say("showing ", "avec ") + list(columns, and))
        }
        if let sample = select.sample {
            let seed = sample.seed.map { say(" (seed \($0.value))", " (graine \($0.value))") } ?? ""
            clauses.append(
                say("\(sample.size.value) of them at random\(seed)", "\(sample.size.value) au hasard\(seed)"))
        }
        if !select.sort.isEmpty {
            let keys = select.sort.map { text(of: $0, in: set) }
            let then = say(", then ", ", puis ")
            clauses.append(say("in the order of ", "dans l’ordre suivant : ") + keys.joined(separator: then))
        }
        if let page = page(of: select, select.by.isEmpty ? noun(ofSet: set) : FrenchNoun("les groupes", .masculine)) {
            clauses.append(page)
        }
        if let rendering = select.rendering { clauses.append(say("as \(rendering.text)", "en \(rendering.text)")) }
        return clauses.map { language == .french ? $0.replacing(" :", with: "\u{A0}:") : $0 }
    }

    private func text(of having: Having) -> String {
        let amount = amount(having.comparison, String(having.count.value))
        if having.comparison == .notEqual {
            return say(
                "only groups whose count is not \(amount)", "seulement les groupes qui n’en comptent pas \(amount)")
        }
        return say("only groups whose count is \(amount)", "seulement les groupes qui en comptent \(amount)")
    }

    private func text(of key: SortKey, in set: Int) -> String {
        let name =
            switch key.key {
            case .relevance: say("relevance", "pertinence")
            case .count: say("the count", "le compte")
            case .operand(let operand): nounPhrase(of: operand, in: set)
            }
        guard let descending = key.descending else { return name }
        return name + (descending ? say(" (descending)", " (décroissant)") : say(" (ascending)", " (croissant)"))
    }

    /// `limit 10 skip 20`: rows 21 to 30.
    private func page(of select: Select, _ noun: FrenchNoun) -> String? {
        func first(_ count: Int) -> String {
            if count == 1 { return say("the first", noun.form("la première", "le premier")) }
            return say("the first \(count)", "les \(count) \(noun.form("premières", "premiers"))")
        }
        let skip = select.skip?.value ?? 0
        guard let limit = select.limit?.value else {
            return skip == 0 ? nil : say("without ", "sans ") + first(skip)
        }
        if limit == 0 { return say("showing none of them", "sans en montrer \(noun.form("aucune", "aucun"))") }
        if skip == 0 { return say("only ", "seulement ") + first(limit) }
        let (end, overflow) = skip.addingReportingOverflow(limit)
        let last = overflow ? Int.max : end
        return say("only numbers \(skip + 1) to \(last)", "seulement les numéros \(skip + 1) à \(last)")
    }
}
