// What can be written at a place in a query, and whether a query is complete.

/// What the grammar allows at a place, as data; the schema and the corpus turn it into words.
///
/// In `find statements where event.pl` the candidates are fields after `event`, on rows of `statements`, and what is
/// replaced is `pl`. In `speaker = « El K` there is an open quote, and the compared path is `speaker`.
package struct CompletionState: Hashable, Sendable {
    package enum Candidate: Hashable, Sendable {
        case keyword(String)
        /// A set, or a `let` that names a query.
        case set
        /// A field of the rows that ``CompletionState/scopes`` describe, after the steps of a path.
        case field(after: [String])
        /// `=`, `!=`, `<`, `<=`, `>`, `>=`: those that suit ``CompletionState/compared``.
        case comparison
        /// A value to compare ``CompletionState/compared`` with.
        case value
        /// A quoted text; inside ``CompletionState/openQuote`` the text itself.
        case quotedText
        /// A list, a query in parentheses, or a `let`.
        case list
        case parameter
        case format
        case wholeNumber
        /// `days`, `weeks` … `ago`
        case timeUnit
    }

    /// Where rows come from: a set, then the paths of `some statements have (…)` around the place, outermost first.
    package enum Scope: Hashable, Sendable {
        case set(String)
        case path([String])
    }

    /// In the order in which the grammar asks for them.
    package let candidates: [Candidate]
    package let scopes: [Scope]
    /// The left side of the test that is being written: `["event", "place"]`.
    package let compared: [String]?
    /// What is put in order, where a key of `sort by` can stand.
    package let sorted: Sorted?

    package enum Sorted: Hashable, Sendable {
        /// By a field that a row has one value of.
        case rows
        /// By `count` or by what the groups are made of: `["speaker", "speaker.role"]`
        case groups([String])
    }

    /// The quotation marks that are open at the place.
    package let openQuote: Quote?
    /// What has been written of the word or text at the place.
    package let partial: String
    /// The bytes of ``partial``.
    package let replaced: SourceRange

    /// - Parameter offset: in UTF-8 bytes; what follows it in the text is not looked at.
    /// - Complexity: linear in `offset`.
    package init(_ text: String, at offset: Int) {
        let bytes = Array(text.utf8.prefix(max(0, offset)))
        let end = bytes.count
        let source = SourceText(String(decoding: bytes, as: UTF8.self))
        var lexer = Lexer(source)
        lexer.read()
        var start = end
        if let quote = lexer.unclosed, let token = lexer.tokens.dropLast().last {
            start = min(token.range.start + quote.opening.utf8.count, end)
            while quote != .straight, let (scalar, length) = source.scalar(at: start), scalar.properties.isWhitespace {
                start += length
            }
            lexer.cut(before: token.range.start)
        } else if let token = lexer.tokens.dropLast().last, token.range.end == end,
            token.isWord || token.kind == .parameter
        {
            start = token.range.start
            lexer.cut(before: start)
        } else if end > 0, bytes[end - 1] == UInt8(ascii: "$") {
            start = end - 1
            lexer.cut(before: start)
        }
        var parser = Parser(source: source, lexer: lexer)
        parser.expectations = ExpectationList()
        _ = parser.parseScript()
        let found = parser.expectations ?? ExpectationList()
        openQuote = lexer.unclosed
        partial = source.text(SourceRange(start, end))
        replaced = SourceRange(start, end)
        scopes = found.scopes.map { scope in
            switch scope {
            case .set(let name): .set(name)
            case .path(let path): .path(path.steps.map(\.text))
            }
        }
        compared = found.compared?.steps.map(\.text)
        sorted = found.sorted.map { sorted in
            switch sorted {
            case .rows: .rows
            case .groups(let keys): .groups(keys.map { $0.steps.map(\.text).joined(separator: ".") })
            }
        }
        if lexer.unclosed != nil {
            candidates = [.quotedText]
        } else if partial.hasPrefix("$") {
            candidates = [.parameter]
        } else {
            candidates = found.candidates
        }
    }
}

extension Lexer {
    /// Forgets the tokens from a place on.
    fileprivate mutating func cut(before place: Int) {
        while let last = tokens.last, last.kind == .end || last.range.start >= place { tokens.removeLast() }
        offset = place
        add(.end, from: place)
    }
}

extension ExpectationList {
    fileprivate var candidates: [CompletionState.Candidate] {
        var result: [CompletionState.Candidate] = []
        for item in items {
            let candidate: CompletionState.Candidate? =
                switch item {
                case .keyword(let keyword): .keyword(keyword.rawValue)
                case .noun(.set): .set
                case .noun(.field): .field(after: prefix.map(\.text))
                case .noun(.comparison): .comparison
                case .noun(.value): .value
                case .noun(.quotedText): .quotedText
                case .noun(.list): .list
                case .noun(.format): .format
                case .noun(.wholeNumber): .wholeNumber
                case .noun(.timeUnit): .timeUnit
                default: nil
                }
            if let candidate { result.append(candidate) }
        }
        return result
    }
}

/// Whether Enter runs what has been typed.
package enum InputState: Hashable, Sendable {
    /// It can be run, or it is wrong in a way that more text does not mend.
    case complete
    case incomplete(OpenEnd)

    /// - Complexity: linear in the number of bytes.
    package init(of text: String) {
        let parsed = Parser.parse(text)
        guard let openEnd = parsed.openEnd, parsed.diagnostics.allSatisfy({ $0.isAboutTheEnd }) else {
            self = .complete
            return
        }
        self = .incomplete(openEnd)
    }
}

extension Diagnostic {
    /// Whether more text could mend it.
    fileprivate var isAboutTheEnd: Bool {
        switch message.code {
        case "E101", "E214": true
        default: message["found"] == .terms([.noun(.end)])
        }
    }
}
