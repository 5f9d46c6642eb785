// Reads the tokens of a script by recursive descent. This file has the cursor; the grammar is in `Parser+….swift`.

/// What the parser makes of a source: a tree, which may be partial, and what is wrong.
package struct ParsedScript: Sendable {
    package var script: Script
    package var diagnostics: [Diagnostic]
    /// What the source still lacks at its end; nil where it is complete or wrong in another way.
    package var openEnd: OpenEnd?
    /// How many tokens were moved over or looked at ahead: the work of the parser, for tests of what it grows with.
    package var steps: Int
}

/// What a source that stops too early is waiting for.
package enum OpenEnd: Hashable, Sendable {
    /// A text is open: `speaker = « El`
    case quote(Quote)
    /// A parenthesis is open: `where (a = "x"`
    case parenthesis
    /// An operator, a comma or a clause word waits for what it goes with: `where speaker =`
    case continuation
}

/// A recursive descent over the grammar of Grammar/dixit.ebnf.
///
/// It cannot fail and does not throw. After an error it is silent until the next clause word or statement, where it reads
/// on, so that the errors it reports are independent of each other. Every loop consumes a token or ends, and nesting is
/// limited, so that time is linear and the stack bounded.
package struct Parser {
    /// More levels of parentheses, `not` and sub-queries than anybody writes, and few enough for a small stack.
    package static let deepestNesting = 100

    let source: SourceText
    var tokens: [Token]
    var index = 0
    var diagnostics: DiagnosticList
    /// Whether an error was reported and nothing has been found since from where to read on.
    var isRecovering = false
    /// The open parentheses around the current token, innermost last.
    var openParentheses: [SourceRange] = []
    private var depth = 0
    /// See ``ParsedScript/steps``.
    var steps = 0
    /// For each opening parenthesis the one that closes it, made when an error is first found inside parentheses.
    private var closingParentheses: [Int]?
    /// Whether the source ended where the grammar asked for more.
    var endedEarly = false
    /// What could stand at the end of the source; kept only for completion.
    var expectations: ExpectationList?

    init(source: SourceText, lexer: Lexer) {
        self.source = source
        tokens = lexer.tokens
        diagnostics = lexer.diagnostics
    }

    /// Reads a whole script.
    ///
    /// - Complexity: linear in the number of bytes.
    package static func parse(_ text: String) -> ParsedScript {
        let source = SourceText(text)
        var lexer = Lexer(source)
        lexer.read()
        var parser = Parser(source: source, lexer: lexer)
        let statements = parser.parseScript()
        let openEnd: OpenEnd? =
            if let quote = lexer.unclosed {
                .quote(quote)
            } else if parser.endedEarly {
                parser.openParentheses.isEmpty ? .continuation : .parenthesis
            } else {
                nil
            }
        return ParsedScript(
            script: Script(statements: statements, comments: lexer.comments),
            diagnostics: parser.diagnostics.items.sorted { $0.range.start < $1.range.start },
            openEnd: openEnd,
            steps: parser.steps
        )
    }
}

// MARK: - The cursor

extension Parser {
    var current: Token { tokens[index] }
    var isAtEnd: Bool { current.kind == .end }

    func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

    mutating func advance() {
        steps += 1
        if index < tokens.count - 1 { index += 1 }
    }

    /// Where the last token ended.
    var lastEnd: Int { index > 0 ? tokens[index - 1].range.end : 0 }

    /// From a place up to the end of the last token.
    func range(from start: Int) -> SourceRange { SourceRange(start, max(start, lastEnd)) }

    /// Whether the current token is this keyword; notes for completion that it could be.
    mutating func isAt(_ keyword: Keyword) -> Bool {
        if isAtEnd { expectations?.note(.keyword(keyword)) }
        return current.keyword == keyword
    }

    mutating func take(_ keyword: Keyword) -> Bool {
        guard isAt(keyword) else { return false }
        advance()
        return true
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard current.kind == kind else { return false }
        advance()
        return true
    }

    /// Takes a keyword that must follow: `of` after `any`.
    mutating func require(_ keyword: Keyword) {
        if take(keyword) { return }
        let place = SourceRange(current.range.start, current.range.start)
        let fix = Diagnostic.Fix(range: place, text: keyword.rawValue + " ", confidence: 0.5)
        reportExpected([.keyword(keyword.rawValue)], fixes: isAtEnd ? [] : [fix])
    }

    /// Treats a foreign word, and those that go with it, as one keyword, and says so: `none of` before a parenthesis is `not`.
    mutating func adoptSynonym(for count: Int, as meaning: (Keyword) -> Keyword?) {
        let range = current.range.joined(with: peek(count - 1).range)
        guard let meant = Synonyms.keyword(for: source.text(current.range)), let keyword = meaning(meant)
        else { return }
        reportAndGoOn(
            Diagnostic(
                .foreignKeyword(source.text(range), keyword: keyword.rawValue), at: range,
                fixes: [.init(range: range, text: keyword.rawValue, confidence: 0.9)]))
        for _ in 1..<count { advance() }
        tokens[index].kind = .word(keyword)
    }

    /// Treats a foreign word as the keyword it stands for, and says so: `où` is `where`.
    mutating func adoptSynonym(where isWanted: (Keyword) -> Bool) {
        guard case .word(nil) = current.kind else { return }
        let word = source.text(current.range)
        guard let keyword = Synonyms.keyword(for: word), isWanted(keyword) else { return }
        // `group by speaker` has the keyword in it.
        let isFollowed = peek().keyword == keyword
        let range = isFollowed ? SourceRange(current.range.start, peek().range.end) : current.range
        diagnostics.report(
            Diagnostic(
                .foreignKeyword(source.text(range), keyword: keyword.rawValue), at: range,
                fixes: [.init(range: range, text: keyword.rawValue, confidence: 0.9)]))
        if isFollowed { advance() } else { tokens[index].kind = .word(keyword) }
    }
}

// MARK: - Errors

extension Parser {
    /// Reports an error, and is silent about those that follow from it.
    mutating func report(_ diagnostic: Diagnostic) {
        if !isRecovering { diagnostics.report(diagnostic) }
        isRecovering = true
        if isAtEnd { expectations?.isClosed = true }
    }

    /// Reports an error after which reading goes on as if it had been mended.
    mutating func reportAndGoOn(_ diagnostic: Diagnostic) {
        if !isRecovering { diagnostics.report(diagnostic) }
    }

    /// Reports that something else stands here; `instead` is what to write in its place.
    mutating func reportExpected(
        _ expected: [Message.Term], instead: String? = nil, fixes: [Diagnostic.Fix] = []
    ) {
        if isAtEnd, !isRecovering { endedEarly = true }
        // The lexer has reported an invalid token already.
        if current.kind == .invalid { isRecovering = true }
        let replacement = instead.map { [Diagnostic.Fix(range: current.range, text: $0, confidence: 0.8)] }
        report(
            Diagnostic(
                .expected(expected, found: found, instead: instead), at: placeOfCurrent, fixes: replacement ?? fixes))
    }

    /// The current token as it appears in messages.
    var found: Message.Term {
        isAtEnd ? .noun(.end) : .source(excerpt(current.range))
    }

    /// The current token; at the end, the place right after the last token.
    var placeOfCurrent: SourceRange {
        isAtEnd && index > 0 ? SourceRange(lastEnd, lastEnd) : current.range
    }

    /// A stretch of source, short enough for a message.
    func excerpt(_ range: SourceRange) -> String {
        let text = source.text(SourceRange(range.start, min(range.end, range.start + 200)))
        return text.count > 40 ? text.prefix(39) + "…" : text
    }

    /// Skips to the next clause word, the end of the innermost parenthesis or the end of the statement.
    mutating func recover() {
        isRecovering = false
        var open = 0
        while !isAtEndOfStatement {
            switch current.kind {
            case .leftParenthesis: open += 1
            case .rightParenthesis:
                if open == 0, !openParentheses.isEmpty { return }
                open = max(0, open - 1)
            case .word(let keyword?) where keyword.startsClause && open == 0: return
            default: break
            }
            advance()
        }
    }

    /// A `;`, the end of the source, or a verb that starts a line.
    ///
    /// production: LINEBREAK = ? a line end after a whole statement, before find, count, let, param or explain ?
    var isAtEndOfStatement: Bool { endsStatement(at: index) }

    private func endsStatement(at place: Int) -> Bool {
        switch tokens[place].kind {
        case .end, .semicolon: true
        case .word(let keyword?):
            keyword.isVerb && tokens[place].startsLine && (place == 0 || tokens[place - 1].kind != .leftParenthesis)
        default: false
        }
    }

    /// Reads something inside something else, as long as that does not go too deep: `((((…`, `not not not …`
    mutating func nested<Node>(otherwise: Node, _ read: (inout Parser) -> Node) -> Node {
        guard depth < Parser.deepestNesting else {
            report(Diagnostic(.nestedTooDeeply(limit: Parser.deepestNesting), at: current.range))
            return otherwise
        }
        depth += 1
        defer { depth -= 1 }
        return read(&self)
    }

    /// Reads what stands between parentheses; the current token is the opening one.
    mutating func parenthesised<Node>(otherwise: Node, _ read: (inout Parser) -> Node) -> Node {
        let opening = current.range
        let openingIndex = index
        advance()
        openParentheses.append(opening)
        let node = nested(otherwise: otherwise, read)
        if isRecovering, !isAtEnd { skipToParenthesis(closing: openingIndex) }
        if take(.rightParenthesis) {
            openParentheses.removeLast()
        } else if isAtEnd, !isRecovering {
            endedEarly = true
            report(Diagnostic(.unclosedParenthesis, at: opening))
        } else {
            if !isRecovering { reportExpected([.keyword(")")]) }
            if !endedEarly { openParentheses.removeLast() }
        }
        return node
    }

    /// After an error inside parentheses, what follows them can be read again.
    private mutating func skipToParenthesis(closing opening: Int) {
        let partners = closingParentheses ?? makeClosingParentheses()
        closingParentheses = partners
        guard partners[opening] >= index else { return }
        index = partners[opening]
        isRecovering = false
    }

    /// Finds the partner of each parenthesis within its statement, in one pass; 0 where it has none.
    ///
    /// Looking for each of them in turn would read `find a where (b c where (b c where (…` again and again.
    private mutating func makeClosingParentheses() -> [Int] {
        var partners = [Int](repeating: 0, count: tokens.count)
        var open: [Int] = []
        for place in tokens.indices {
            steps += 1
            switch tokens[place].kind {
            case .leftParenthesis: open.append(place)
            case .rightParenthesis: if let opening = open.popLast() { partners[opening] = place }
            default: if endsStatement(at: place) { open = [] }
            }
        }
        return partners
    }
}
