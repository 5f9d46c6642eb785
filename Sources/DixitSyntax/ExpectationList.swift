// What could stand at the end of an unfinished source, as the parser asked for it.

/// Something that the grammar asked for where the source ended.
enum Expectation: Hashable, Sendable {
    case keyword(Keyword)
    case noun(Message.Noun)
}

/// The expectations at the end of the source, with what is known about the place.
struct ExpectationList: Sendable {
    /// In the order in which the grammar asked.
    private(set) var items: [Expectation] = []
    /// What the innermost rows are: a set for a query, then the paths of quantifiers.
    private(set) var scopes: [Scope] = []
    /// The steps before the one that is being written: `event` in `event.`
    var prefix: [Name] = []
    /// The left side of the test that is being written.
    var compared: Path?

    enum Scope: Hashable, Sendable {
        case set(String)
        case path(Path)
    }

    /// What is put in order, while keys are written after `sort by`.
    var sorted: Sorted?

    enum Sorted: Hashable, Sendable {
        case rows
        /// With what the groups are made of.
        case groups([Path])
    }

    /// Whether the end was reached and reported: what the parser asks for after that does not count.
    var isClosed = false

    mutating func note(_ item: Expectation) {
        if !isClosed, !items.contains(item) { items.append(item) }
    }

    mutating func note(_ noun: Message.Noun) { note(.noun(noun)) }

    /// A statement starts; what was known about the one before is forgotten.
    mutating func start() { self = ExpectationList() }

    mutating func enter(set: String) { scopes.append(.set(set)) }
    mutating func enter(_ path: Path) { scopes.append(.path(path)) }
    mutating func leave() { if !isClosed, !scopes.isEmpty { scopes.removeLast() } }

    mutating func noteAbsence() {
        note(.keyword(.missing))
        note(.keyword(.known))
    }
}
