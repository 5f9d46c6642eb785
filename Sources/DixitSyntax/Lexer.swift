// Cuts the source into tokens, in one pass and without looking back.

/// The lexer. It cannot fail: what it does not know is an `.invalid` token and a diagnostic.
struct Lexer {
    let source: SourceText
    var offset = 0
    var tokens: [Token] = []
    var comments: [Comment] = []
    var diagnostics = DiagnosticList()
    /// The first quotation mark or parenthesis that is still open at the end.
    var unclosed: Quote?
    private var startsLine = true

    init(_ source: SourceText) {
        self.source = source
        tokens.reserveCapacity(source.count / 6 + 1)
    }

    /// Reads the whole source; the last token is `.end`.
    mutating func read() {
        guard source.count <= Lexer.longestSource else {
            diagnostics.report(Diagnostic(.sourceTooLong(limit: Lexer.longestSource), at: SourceRange(0, 0)))
            offset = source.count
            add(.end, from: offset)
            return
        }
        while offset < source.count { readToken() }
        add(.end, from: source.count)
    }

    /// 64 MB: tokens keep their place in 32 bits, and a longer query is a mistake.
    static let longestSource = 1 << 26

    private mutating func readToken() {
        switch ByteClass.table[Int(source.bytes[offset])] {
        case .space: offset += 1
        case .lineBreak: readLineBreak()
        case .letter: readWord()
        case .digit: readNumber(from: offset)
        case .quote: readText(.straight, openingLength: 1)
        case .symbol: readSymbol()
        case .hash: readComment()
        case .dollar: readParameter()
        case .slash: readPattern()
        case .apostrophe: readApostrophe(length: 1)
        case .minus: readMinus()
        case .multibyte: readMultibyte()
        case .other: readForeign()
        }
    }

    mutating func add(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind, SourceRange(start, offset), startsLine: startsLine))
        startsLine = false
    }

    /// Input: a line end, after which a verb starts a new statement.
    private mutating func readLineBreak() {
        offset += 1
        startsLine = true
    }

    /// Input: `# the rest of the line`
    ///
    /// production: COMMENT = "#" { ? anything but a line end ? }
    private mutating func readComment() {
        let start = offset
        while offset < source.count, ByteClass.table[Int(source.bytes[offset])] != .lineBreak { offset += 1 }
        let range = SourceRange(start, offset)
        comments.append(Comment(range: range, text: source.text(range)))
    }

    /// Input: `speaker`, `déclarations`, `age_2`
    private mutating func readWord() {
        let start = offset
        skipWord()
        add(.word(Keyword(spelling: source.bytes[start..<offset])), from: start)
    }

    /// Moves past letters, digits, marks and `_`.
    mutating func skipWord() {
        while offset < source.count {
            let byte = source.bytes[offset]
            switch ByteClass.table[Int(byte)] {
            case .letter, .digit: offset += 1
            case .multibyte:
                guard let length = letterLength(at: offset) else { return }
                offset += length
            default:
                guard byte == UInt8(ascii: "_") else { return }
                offset += 1
            }
        }
    }

    /// The length of the letter, digit or mark at a place; nil where something else stands.
    ///
    /// production: letter = ? a letter, a combining mark, or a digit beyond ASCII ?
    func letterLength(at place: Int) -> Int? {
        guard let (scalar, length) = source.scalar(at: place) else { return nil }
        if scalar.isASCII {
            let kind = ByteClass.table[Int(scalar.value)]
            return kind == .letter || kind == .digit ? 1 : nil
        }
        if case .letter = ScalarClass(scalar) { return length }
        return nil
    }

    /// Input: `(` `)` `,` `.` `;` `=` `==` `!=` `<>` `<` `<=` `>` `>=`
    private mutating func readSymbol() {
        let start = offset
        let next = source.byte(at: offset + 1)
        let (kind, length): (Token.Kind, Int) =
            switch (source.bytes[offset], next) {
            case (UInt8(ascii: "("), _): (.leftParenthesis, 1)
            case (UInt8(ascii: ")"), _): (.rightParenthesis, 1)
            case (UInt8(ascii: ","), _): (.comma, 1)
            case (UInt8(ascii: "."), _): (.dot, 1)
            case (UInt8(ascii: ";"), _): (.semicolon, 1)
            case (UInt8(ascii: "="), UInt8(ascii: "=")): (.comparison(.equal), 2)
            case (UInt8(ascii: "="), _): (.comparison(.equal), 1)
            case (UInt8(ascii: "!"), UInt8(ascii: "=")): (.comparison(.notEqual), 2)
            case (UInt8(ascii: "<"), UInt8(ascii: ">")): (.comparison(.notEqual), 2)
            case (UInt8(ascii: "<"), UInt8(ascii: "=")): (.comparison(.lessOrEqual), 2)
            case (UInt8(ascii: "<"), _): (.comparison(.less), 1)
            case (UInt8(ascii: ">"), UInt8(ascii: "=")): (.comparison(.greaterOrEqual), 2)
            case (UInt8(ascii: ">"), _): (.comparison(.greater), 1)
            default: (.invalid, 1)
            }
        if kind == .invalid { return readForeign() }
        offset += length
        add(kind, from: start)
    }

    /// Input: `$who`
    private mutating func readParameter() {
        let start = offset
        offset += 1
        guard letterLength(at: offset) != nil else {
            diagnostics.report(Diagnostic(.parameterWithoutName, at: SourceRange(start, offset)))
            return add(.invalid, from: start)
        }
        skipWord()
        add(.parameter, from: start)
    }

    /// Input: `/\bréform(e|er|es)\b/`, up to the next slash without a backslash before it, on the same line.
    ///
    /// production: REGEX = "/" { ? anything but / \ and a line end ? | "\" ? anything but a line end ? } "/"
    private mutating func readPattern() {
        let start = offset
        offset += 1
        while offset < source.count, ByteClass.table[Int(source.bytes[offset])] != .lineBreak {
            let byte = source.bytes[offset]
            if byte == UInt8(ascii: "/") {
                offset += 1
                return add(.pattern, from: start)
            }
            offset += 1
            if byte == UInt8(ascii: "\\"), offset < source.count,
                ByteClass.table[Int(source.bytes[offset])] != .lineBreak
            {
                offset += 1
            }
        }
        diagnostics.report(Diagnostic(.unclosedPattern, at: SourceRange(start, start + 1)))
        add(.invalid, from: start)
    }

    /// Input: `-3`, or the hyphen of an unquoted `porte-parole`.
    private mutating func readMinus() {
        if ByteClass.table[Int(source.byte(at: offset + 1))] == .digit, !followsWord {
            return readNumber(from: offset)
        }
        guard followsWord, letterLength(at: offset + 1) != nil else { return readForeign() }
        let start = offset
        offset += 1
        add(.joiner, from: start)
    }

    /// Whether the last token is a word that ends right here.
    var followsWord: Bool {
        guard let last = tokens.last else { return false }
        return last.isWord && last.range.end == offset
    }

    private mutating func readMultibyte() {
        guard let (scalar, length) = source.scalar(at: offset) else { return }
        switch ScalarClass(scalar) {
        case .letter: readWord()
        case .space, .invisible: offset += length
        case .apostrophe: readApostrophe(length: length)
        case .openingQuote(let quote): readText(quote, openingLength: length)
        case .comparison(let comparison):
            offset += length
            add(.comparison(comparison), from: offset - length)
        case .other: readForeign()
        }
    }

    /// Input: `\`, `|`, `{`, a control character: everything the grammar has no use for, reported once a run.
    private mutating func readForeign() {
        let start = offset
        while let (scalar, length) = source.scalar(at: offset) {
            if offset > start {
                if scalar.isASCII {
                    guard ByteClass.table[Int(scalar.value)] == .other else { break }
                } else {
                    guard case .other = ScalarClass(scalar) else { break }
                }
            }
            offset += length
        }
        let range = SourceRange(start, offset)
        let text = source.text(range)
        diagnostics.report(
            Diagnostic(
                .unknownCharacter(text, instead: Synonyms.keyword(forSymbol: text)), at: range,
                fixes: Synonyms.keyword(forSymbol: text).map { [.init(range: range, text: $0, confidence: 0.8)] } ?? []
            ))
        add(.invalid, from: start)
    }
}
