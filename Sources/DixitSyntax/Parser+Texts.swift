// What stands after `contains`: texts, and the words that join them.

extension Parser {
    /// Whether a text condition starts at a token, looking past `(` and `not` but no further than nesting may go.
    mutating func startsText(at distance: Int) -> Bool {
        for step in distance...distance + Parser.deepestNesting {
            steps += 1
            let token = peek(step)
            switch token.kind {
            case .leftParenthesis, .word(.not): continue
            case .text, .parameter: return true
            case .word(.exactly), .word(.roughly): return peek(step + 1).kind == .text
            case .word(.any), .word(.all): return true
            default: return false
            }
        }
        return false
    }

    /// Input: `"grève" or "manifestation"`
    ///
    /// An `and` or `or` that is followed by a condition belongs to the condition around the text.
    ///
    /// production: text = near { "and" near } | near { "or" near }
    mutating func parseText() -> TextCondition {
        let start = placeOfCurrent.start
        var chain = Chain<TextCondition>(first: parseNear())
        while !isRecovering {
            adoptSynonym { $0 == .and || $0 == .or }
            if current.kind == .text {
                reportAdjacentTexts()
                break
            }
            guard isAt(.and) || isAt(.or), let keyword = current.keyword, startsText(at: 1) else { break }
            let joint = takeJoint(keyword)
            chain.append(parseNear(), joint: joint)
        }
        reportMixture(chain.joints, from: start)
        let range = range(from: start)
        return chain.joined(and: { .and($0, range) }, or: { .or($0, range) })
    }

    /// Input: `"accord" within same sentence as "pêche"`, `"corruption" at least 5 times`
    ///
    /// production: near = atom [ proximity atom ] [ "at" "least" INT "times" ]
    private mutating func parseNear() -> TextCondition {
        let start = placeOfCurrent.start
        var text = parseAtom()
        adoptSynonym { $0 == .near }
        if !isRecovering, let proximity = parseProximity() {
            let other = parseAtom()
            text = .proximity(text, proximity, other, range(from: start))
        }
        if !isRecovering, take(.at) {
            require(.least)
            guard !isRecovering, let count = parseCount() else { return text }
            require(.times)
            text = .repeated(text, atLeast: count, range(from: start))
        }
        return text
    }

    /// Input: `near`, `within 5 words of`, `within 3 words before`, `within same paragraph as`
    ///
    /// production: proximity = "near" | "within" INT ( "word" | "words" ) ( "of" | "before" | "after" )
    ///     | "within" "same" ( "sentence" | "paragraph" ) "as"
    private mutating func parseProximity() -> Proximity? {
        if take(.near) { return .within(words: Proximity.nearWords, .of) }
        if let proximity = parseBareOrder() { return proximity }
        guard take(.within) else { return nil }
        if take(.same) {
            adoptSynonym { $0 == .sentence || $0 == .paragraph }
            let isSentence = take(.sentence)
            if !isSentence { require(.paragraph) }
            require(.as)
            return isSentence ? .sameSentence : .sameParagraph
        }
        guard let count = parseCount() else { return nil }
        if !take(.word) { require(.words) }
        if isRecovering { return nil }
        if take(.of) { return .within(words: count.value, .of) }
        if take(.before) { return .within(words: count.value, .before) }
        if take(.after) { return .within(words: count.value, .after) }
        reportExpected([.keyword("of"), .keyword("before"), .keyword("after")])
        return nil
    }

    /// Input: `"retrait*"`, `$word`, `not "grève"`, `("a" or "b")`, `any of retraites`
    ///
    /// production: atom = string | PARAM | "not" atom | "(" text ")" | ( "any" | "all" ) "of" ( list | PARAM | NAME )
    private mutating func parseAtom() -> TextCondition {
        let start = placeOfCurrent.start
        adoptSynonym { $0 == .not }
        if take(.not) {
            let text = nested(otherwise: .invalid(current.range)) { $0.parseAtom() }
            return .not(text, range(from: start))
        }
        if take(.any) { return parseAnyOrAll(all: false, from: start) }
        if take(.all) { return parseAnyOrAll(all: true, from: start) }
        switch current.kind {
        case .leftParenthesis:
            return parenthesised(otherwise: .invalid(current.range)) { $0.parseText() }
        case .parameter: return .parameter(parseParameter())
        case .text, .word(.exactly), .word(.roughly):
            let literal = parseString()
            checkStars(of: literal)
            return .literal(literal)
        case .word where current.isName:
            reportUnquotedText(from: start)
            return .invalid(range(from: start))
        default:
            if isAtEnd { expectations?.note(.quotedText) }
            reportExpected([.noun(.quotedText)])
            return .invalid(placeOfCurrent)
        }
    }

    /// Input: `of ("a", "b")`, `of $words`, `of retraites`, after `any` or `all`
    private mutating func parseAnyOrAll(all: Bool, from start: Int) -> TextCondition {
        require(.of)
        if isRecovering { return .invalid(range(from: start)) }
        let members: Members
        switch current.kind {
        case .leftParenthesis:
            let list = parseList()
            for case .text(let literal) in list.values { checkStars(of: literal) }
            members = .list(list)
        case .parameter: members = .parameter(parseParameter())
        default:
            guard let name = parseName(.list) else { return .invalid(range(from: start)) }
            members = .named(name)
        }
        return .members(all: all, members, range(from: start))
    }

    /// Input: `"*tion"`, `"a*b"`: a star may only end a word.
    private mutating func checkStars(of literal: TextLiteral) {
        guard literal.text.utf8.contains(UInt8(ascii: "*")), !literal.starsEndWords else { return }
        reportAndGoOn(Diagnostic(.misplacedStar(ending: literal.ending), at: literal.range))
    }
}

extension Proximity {
    /// `near` is within so many words, as in Xapian and FTS5.
    package static let nearWords = 10
}

extension TextLiteral {
    /// Whether each star follows a letter or digit and is followed by none.
    fileprivate var starsEndWords: Bool {
        var previous: Character = " "
        for character in text {
            if character == "*", !(previous.isLetter || previous.isNumber) { return false }
            if previous == "*", character.isLetter || character.isNumber { return false }
            previous = character
        }
        return true
    }

    /// `tion` of `*tion`; nil where a star is misplaced in another way.
    fileprivate var ending: String? {
        guard text.first == "*" else { return nil }
        let ending = text.dropFirst()
        return ending.allSatisfy(\.isLetter) && !ending.isEmpty ? String(ending) : nil
    }
}
