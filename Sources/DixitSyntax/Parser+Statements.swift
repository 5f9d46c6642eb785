// Scripts, statements and queries.

extension Parser {
    /// production: script = { ";" } [ statement { sep statement } { ";" } ]
    mutating func parseScript() -> [Statement] {
        var statements: [Statement] = []
        var mayBeText = true
        while true {
            while take(.semicolon) { mayBeText = true }
            if isAtEnd, !statements.isEmpty { break }
            if isAtEnd {
                expectStatement(mayBeText: true)
                break
            }
            let start = index
            statements.append(parseStatement(mayBeText: mayBeText))
            mayBeText = false
            if isRecovering || !parseSeparator() {
                isRecovering = false
                while !isAtEndOfStatement || index == start {
                    advance()
                    if isAtEnd { break }
                }
            }
        }
        return statements
    }

    /// Input: `find people ; find events`; two lines that each begin with a verb.
    ///
    /// production: sep = ";" { ";" } | LINEBREAK
    private mutating func parseSeparator() -> Bool {
        if isAtEndOfStatement { return true }
        reportUnexpectedAfterStatement()
        return false
    }

    /// Input: `let spokesmen = find people`, `param $who = "El Khalfi"`, `explain find events`
    ///
    /// production: statement = "let" NAME "=" ( select | list | value ) | "param" PARAM [ "=" ( list | value ) ]
    ///     | [ "explain" ] query
    private mutating func parseStatement(mayBeText: Bool) -> Statement {
        let start = current.range.start
        let kind: Statement.Kind
        expectations?.start()
        adoptForeignVerb(mayBeText: mayBeText)
        if take(.let) {
            kind = parseDefinition()
        } else if take(.param) {
            kind = parseParameterDeclaration()
        } else if take(.explain) {
            kind = parseQuery(mayBeText: true).map { .explain($0) } ?? .invalid
        } else {
            kind = parseQuery(mayBeText: mayBeText).map { .query($0) } ?? .invalid
        }
        return Statement(kind: kind, range: range(from: start))
    }

    /// Input: `spokesmen = find people where …`, after `let`
    private mutating func parseDefinition() -> Statement.Kind {
        guard let name = parseName(.name) else { return .invalid }
        requireEqualSign()
        if isRecovering { return .invalid }
        if isAt(.find) || isAt(.count), peek().keyword != .of {
            return .define(name, .select(parseSelect()))
        }
        return .define(name, parseListOrValue())
    }

    /// Input: `$who`, `$since = 2016-01-01`, after `param`
    private mutating func parseParameterDeclaration() -> Statement.Kind {
        guard current.kind == .parameter else {
            reportExpected([.noun(.parameter)], instead: current.isWord ? "$" + source.text(current.range) : nil)
            return .invalid
        }
        let name = parseParameter()
        guard current.kind == .comparison(.equal) else { return .parameter(name, nil) }
        advance()
        return .parameter(name, parseListOrValue())
    }

    private mutating func parseListOrValue() -> Definition {
        current.kind == .leftParenthesis ? .list(parseList()) : .value(parseValue())
    }

    private mutating func requireEqualSign() {
        if !take(.comparison(.equal)) { reportExpected([.keyword("=")]) }
    }

    /// Input: `find people`, `"société civile" as kwic`
    ///
    /// production: query = select | text { clause }
    private mutating func parseQuery(mayBeText: Bool) -> Select? {
        if isAt(.find) || isAt(.count) { return parseSelect() }
        if mayBeText, startsText(at: 0) {
            let start = current.range.start
            expectations?.enter(set: Parser.textSet)
            let text = parseText()
            var select = Select(verb: .text(text), range: range(from: start))
            parseClauses(into: &select)
            return select
        }
        expectStatement(mayBeText: mayBeText)
        return nil
    }

    /// What a query that is only a text searches.
    package static let textSet = "sentences"

    /// Input: `find people where … limit 3`
    ///
    /// production: select = ( find | tally ) { clause }
    mutating func parseSelect() -> Select {
        let start = current.range.start
        let verb = isAt(.count) ? parseTally() : parseFind()
        var select = Select(verb: verb, range: range(from: start))
        parseClauses(into: &select)
        return select
    }

    /// Input: `find people`
    ///
    /// production: find = "find" source
    private mutating func parseFind() -> Select.Verb {
        advance()
        return .find(parseSource())
    }

    /// Input: `count statements`, `count distinct speaker in statements`
    ///
    /// production: tally = "count" [ "distinct" path "in" ] source
    private mutating func parseTally() -> Select.Verb {
        advance()
        guard take(.distinct) else { return .count(distinct: nil, parseSource()) }
        let path = parsePath()
        require(.in)
        return .count(distinct: path, parseSource())
    }

    /// Input: `statements`, `spokesmen`, `them`
    ///
    /// production: source = NAME | "them"
    private mutating func parseSource() -> Select.Source {
        let place = placeOfCurrent
        if isAt(.them) {
            advance()
            return .them(place)
        }
        takeQuantityOfSource()
        guard let name = parseName(.set) else { return .invalid(place) }
        expectations?.enter(set: name.text)
        return .named(name)
    }

    /// Input: `spokesmen`
    ///
    /// production: NAME = letter { letter | digit | "_" }
    mutating func parseName(_ noun: Message.Noun) -> Name? {
        if isAtEnd { expectations?.note(noun) }
        guard current.isWord else {
            reportExpected([.noun(noun)])
            return nil
        }
        let range = current.range
        if let keyword = current.keyword, keyword.isReserved {
            // `find where …`: the name is missing; `let where = …`: the name is taken.
            if keyword.startsClause && noun != .name || keyword.isVerb {
                reportExpected([.noun(noun)])
            } else {
                report(Diagnostic(.reservedWord(keyword.rawValue), at: range))
            }
            return nil
        }
        advance()
        return Name(text: source.text(range), range: range)
    }
}

// MARK: - What is wrong between statements

extension Parser {
    /// Input: `trouver déclarations où …`: reads all the foreign words of the statement as what they stand for, in one error.
    private mutating func adoptForeignVerb(mayBeText: Bool) {
        guard case .word(nil) = current.kind else { return }
        var range = current.range
        if source.text(range).lowercased() == "how", source.text(peek().range).lowercased() == "many" {
            range = range.joined(with: peek().range)
            advance()
        }
        let word = source.text(range)
        guard let keyword = Synonyms.keyword(for: word), keyword.isVerb else { return }
        var pairs: [Message.Pair] = []
        var fixes = [Diagnostic.Fix(range: range, text: keyword.rawValue, confidence: 0.9)]
        tokens[index].kind = .word(keyword)
        var place = index + 1
        while tokens[place].kind != .end, tokens[place].kind != .semicolon {
            steps += 1
            let found = tokens[place].range
            if case .word(nil) = tokens[place].kind, pairs.count < 8,
                case let other = source.text(found), let meant = Synonyms.keyword(for: other), !meant.isVerb
            {
                pairs.append(.init(word: other, keyword: meant.rawValue))
                fixes.append(.init(range: found, text: meant.rawValue, confidence: 0.9))
                tokens[place].kind = .word(meant)
            }
            place += 1
        }
        diagnostics.report(
            Diagnostic(
                .expectedStatement(found: .source(word), word: word, keyword: keyword.rawValue, others: pairs),
                at: range, fixes: fixes))
    }

    private mutating func expectStatement(mayBeText: Bool) {
        if isAtEnd {
            let isExplained = index > 0 && tokens[index - 1].keyword == .explain
            let verbs: [Keyword] = isExplained ? [.find, .count] : [.find, .count, .let, .param, .explain]
            for verb in verbs { expectations?.note(.keyword(verb)) }
            if mayBeText { expectations?.note(.quotedText) }
            if isExplained { reportExpected([.keyword("find"), .keyword("count")]) }
            return
        }
        if current.kind == .invalid {
            isRecovering = true
            return
        }
        if current.kind == .dot, peek().isWord {
            let range = current.range.joined(with: peek().range)
            return report(Diagnostic(.dotCommand(source.text(range)), at: range))
        }
        if case .word(nil) = current.kind, peek().keyword?.startsClause == true {
            // `statements where …`
            let instead = "find " + source.text(current.range)
            return report(
                Diagnostic(
                    .expectedStatement(found: found, suggestion: instead), at: current.range,
                    fixes: [.init(range: current.range, text: instead, confidence: 0.8)]))
        }
        let fixes = nearestVerb()
        report(
            Diagnostic(
                .expectedStatement(found: found, suggestion: fixes.first?.text), at: current.range, fixes: fixes))
    }

    /// `find` for “fnid”.
    private func nearestVerb() -> [Diagnostic.Fix] {
        guard case .word(nil) = current.kind else { return [] }
        let verbs = Keyword.allCases.filter(\.isVerb).map(\.rawValue)
        return Suggestion.best(for: source.text(current.range), among: verbs)
            .map { [.init(range: current.range, text: $0.text, confidence: $0.confidence)] } ?? []
    }

    /// Input: `find people find events`, `text contains "a" "b"`, `where a = "x")`
    private mutating func reportUnexpectedAfterStatement() {
        let range = current.range
        switch current.kind {
        case .invalid: isRecovering = true
        case .word(let keyword?) where keyword.isVerb:
            report(
                Diagnostic(
                    .statementsOnOneLine, at: range,
                    fixes: [.init(range: SourceRange(range.start, range.start), text: "; ", confidence: 0.7)]))
        case .text where current.startsLine: reportAdjacentTexts()
        case .text where index > 0 && tokens[index - 1].kind == .text: reportAdjacentTexts()
        case .rightParenthesis: report(Diagnostic(.unopenedParenthesis, at: range))
        case .word where startsCondition:
            let place = SourceRange(range.start, range.start)
            report(Diagnostic(.missingWhere, at: range, fixes: [.init(range: place, text: "where ", confidence: 0.8)]))
        default: reportExpected([.noun(.clause), .keyword(";")])
        }
    }

    /// Whether what stands here can only be a condition: `speaker =`, `speaker.role contains`
    private var startsCondition: Bool {
        guard current.isName else { return false }
        var distance = 1
        while peek(distance).kind == .dot, peek(distance + 1).isWord { distance += 2 }
        switch peek(distance).kind {
        case .comparison, .word(.is), .word(.in), .word(.contains), .word(.matches), .word(.between), .word(.does):
            return true
        default: return false
        }
    }

    /// Input: `text contains "a" "b"`
    mutating func reportAdjacentTexts() {
        if current.startsLine {
            let place = SourceRange(current.range.start, current.range.start)
            return report(
                Diagnostic(
                    .textAfterQuery, at: current.range, fixes: [.init(range: place, text: "; ", confidence: 0.6)]))
        }
        let left = tokens[index - 1].range
        let joined = source.content(ofText: left) + " " + source.content(ofText: current.range)
        report(
            Diagnostic(
                .adjacentTexts(joined: joined), at: current.range,
                fixes: [.init(range: left.joined(with: current.range), text: Formatter.quoted(joined), confidence: 0.4)]
            ))
    }
}
