// Random sentences of the grammar, for the parser to accept.

import DixitSyntax
import TestSupport
import Testing

/// Expands productions at random, with a bound on depth, and keeps the rules that the grammar says in words.
struct SentenceGenerator {
    private let productions: [String: Expression]
    private var random: SeededGenerator
    private var depth = 0
    private var tokenDepth = 0
    private var tokens: [String] = []
    /// The clauses that a query has already, and whether it counts; innermost last.
    private var selects: [(clauses: Set<String>, counts: Bool)] = []
    /// The alternatives that were chosen, as `clause/3`; those that were not yet are preferred.
    private(set) var chosen: Set<String> = []

    private static let deepest = 24
    /// Tokens after which a sentence only ends what it has begun.
    private static let longest = 120
    private static let verbs: Set<String> = ["find", "count", "let", "param", "explain"]
    private static let marks: Set<String> = [
        "(", ")", ",", ";", "=", "==", "!=", "<>", "≠", "<", "<=", "≤", ">", ">=", "≥",
    ]
    /// Words of the grammar that are not reserved, so that they can be names where nothing else fits.
    private static let freeWords = [
        "words", "times", "sentence", "paragraph", "most", "ago", "before", "after", "same", "match", "contain",
        "first",
        "last", "near", "within", "days", "least",
    ]

    init(_ grammar: GrammarFile, seed: UInt64) {
        productions = Dictionary(uniqueKeysWithValues: grammar.productions.map { ($0.name, $0.expression) })
        random = SeededGenerator(seed: seed)
    }

    /// The next script.
    mutating func script() -> String {
        tokens = []
        selects = []
        depth = 0
        expand("script")
        return spaced(tokens)
    }
}

// MARK: - Productions

extension SentenceGenerator {
    private mutating func expand(_ name: String) {
        depth += 1
        defer { depth -= 1 }
        switch name {
        case "NAME": return tokens.append(self.name())
        case "PARAM": return tokens.append("$" + self.name())
        case "INT": return tokens.append(String(random.number(1...(random.happens(onceIn: 4) ? 9_999 : 30))))
        case "DATE":
            let day = random.happens(onceIn: 2) ? "" : "-" + padded(random.number(1...28))
            return tokens.append("\(random.number(1000...2999))-\(padded(random.number(1...12)))" + day)
        case "STRING", "REGEX": return tokens.append(tight(.reference(name)))
        case "NUMBER":
            // Larger numbers are grammatical too, and E109.
            return tokens.append(String(tight(.reference(name)).prefix(15)).trimmingSuffix("."))
        case "LINEBREAK": return tokens.append("\n")
        case "statement": return expandStatement()
        case "select", "query":
            selects.append(([], false))
            expand(productions[name], of: name)
            selects.removeLast()
            return
        case "tally": selects[selects.count - 1].counts = true
        case "clause": return expandClause()
        default: break
        }
        expand(productions[name], of: name)
    }

    private mutating func expand(_ expression: Expression?, of name: String) {
        switch expression {
        case nil: break
        case .terminal(let word): tokens.append(word)
        case .reference(let name): expand(name)
        case .special: break
        case .sequence(let parts): for part in parts { expand(part, of: name) }
        case .alternatives(let parts): choose(among: parts, of: name)
        case .optional(let part): if isShallow, random.happens(onceIn: 2) { expand(part, of: name) }
        case .repetition(let part): while isShallow, random.happens(onceIn: 2) { expand(part, of: name) }
        }
    }

    private var isShallow: Bool { depth < Self.deepest && tokens.count < Self.longest }

    /// One of the alternatives; beyond the depth, the one that ends soonest.
    private mutating func choose(among parts: [Expression], of name: String) {
        let unused = parts.indices.filter { !chosen.contains("\(name)/\($0)") }
        var place = unused.isEmpty ? random.number(0...parts.count - 1) : random.one(of: unused)
        if !isShallow { place = parts.indices.min { height(of: parts[$0]) < height(of: parts[$1]) } ?? 0 }
        chosen.insert("\(name)/\(place)")
        expand(parts[place], of: name)
    }

    /// How many productions an expression needs at least.
    private func height(of expression: Expression, within limit: Int = 12) -> Int {
        if limit == 0 { return 99 }
        switch expression {
        case .terminal, .special, .optional, .repetition: return 0
        case .reference(let name):
            if name.allSatisfy(\.isUppercase) { return 1 }
            return 1 + (productions[name].map { height(of: $0, within: limit - 1) } ?? 0)
        case .sequence(let parts): return parts.map { height(of: $0, within: limit) }.max() ?? 0
        case .alternatives(let parts): return parts.map { height(of: $0, within: limit) }.min() ?? 0
        }
    }

    /// After a line break a statement starts with a verb.
    private mutating func expandStatement() {
        let start = tokens.count
        let mustHaveVerb = tokens.last == "\n"
        repeat {
            tokens.removeSubrange(start...)
            expand(productions["statement"], of: "statement")
        } while mustHaveVerb && !Self.verbs.contains(tokens[start])
    }

    /// Each clause once, `by` only where rows are counted, `having` only beside `by`.
    private mutating func expandClause() {
        guard case .alternatives(let parts)? = productions["clause"], let select = selects.last else { return }
        let allowed = parts.indices.filter { place in
            let word = firstWord(of: parts[place])
            if select.clauses.contains(word) { return false }
            return word == "by" ? select.counts : word == "having" ? select.clauses.contains("by") : true
        }
        guard !allowed.isEmpty else { return }
        let place = random.one(of: allowed)
        let word = firstWord(of: parts[place])
        selects[selects.count - 1].clauses.insert(word)
        chosen.insert("clause/\(place)")
        expand(parts[place], of: "clause")
    }

    private func firstWord(of expression: Expression) -> String {
        switch expression {
        case .terminal(let word): word
        case .sequence(let parts), .alternatives(let parts): parts.first.map(firstWord) ?? ""
        default: ""
        }
    }
}

// MARK: - Tokens and the space between them

extension SentenceGenerator {
    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// A name that is no word of this language or of a neighbouring one.
    private mutating func name() -> String {
        if random.happens(onceIn: 8) { return random.one(of: Self.freeWords) }
        // Names are read wherever they stand, so that the depth of what is around them does not matter.
        (depth, tokenDepth) = (0, depth)
        defer { depth = tokenDepth }
        while true {
            let name = tight(.reference("NAME"))
            if Keyword(spelling: name.utf8) == nil, Synonyms.keyword(for: name) == nil { return name }
        }
    }

    /// A token, between whose parts nothing stands.
    private mutating func tight(_ expression: Expression) -> String {
        switch expression {
        case .terminal(let text): return text
        case .reference(let name): return productions[name].map { tight($0) } ?? ""
        case .special(let description): return character(description)
        case .sequence(let parts):
            var text = ""
            for part in parts { text += tight(part) }
            return text
        case .alternatives(let parts): return tight(random.one(of: parts))
        case .optional(let part): return random.happens(onceIn: 2) ? tight(part) : ""
        case .repetition(let part):
            // Quotation marks nest; deeper they hold less.
            depth += 3
            defer { depth -= 3 }
            var text = ""
            while isShallow, !random.happens(onceIn: 4) { text += tight(part) }
            return text
        }
    }

    private mutating func character(_ description: String) -> String {
        let letters = ["a", "b", "é", "œ", "N", "ß", "م", "Ж"]
        let signs = [" ", "'", "’", "-", ".", ",", "#", "=", "(", "\u{A0}", "and", "find", "1"]
        switch description {
        case "a letter, a combining mark, or a digit beyond ASCII":
            return random.one(of: letters + ["a", "b", "c", "e\u{301}"])
        case "anything but \"": return random.one(of: letters + signs + ["«", "”", "\n", "/", "\\"])
        case "anything but « and »", "anything but ‹ and ›": return random.one(of: letters + signs + ["\"", "”", "\\"])
        case "anything but “ and ”": return random.one(of: letters + signs + ["\"", "«", "\\"])
        case "anything but / \\ and a line end": return random.one(of: letters + signs + ["\"", "«", "*", "["])
        case "anything but a line end": return random.one(of: letters + signs + ["/", "\\", "*"])
        default:
            Issue.record("the grammar has a new kind of token: \(description)")
            return ""
        }
    }

    /// The tokens in any case and with any space between them, none where a mark separates.
    private mutating func spaced(_ tokens: [String]) -> String {
        var text = ""
        for (index, token) in tokens.enumerated() {
            if index > 0 {
                let canTouch = Self.marks.contains(token) || Self.marks.contains(tokens[index - 1])
                // `find` at the start of a line may begin a new statement.
                let canBreak = !Self.verbs.contains(token)
                switch random.number(0...19) {
                case 0 where canBreak: text += "\n"
                case 1 where canBreak: text += "  # « comment\n"
                case 2: text += "\t\u{A0} "
                case 3...6 where canTouch: break
                default: text += " "
                }
            }
            let isKeyword = token.utf8.allSatisfy { $0 > 0x60 && $0 < 0x7B } && Keyword(spelling: token.utf8) != nil
            text += isKeyword && random.happens(onceIn: 10) ? token.uppercased() : token
        }
        return text
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
