// Paths, values, lists and sets.

import DixitText

extension Parser {
    /// Whether an operand can start here: a name, `it`, `count of`.
    var startsOperand: Bool { current.isName || current.keyword == .it || current.keyword == .count }

    /// Input: `event.place`, `count of statements`, `first of statements.date`
    ///
    /// production: operand = [ ( "count" | "first" | "last" ) "of" ] path
    mutating func parseOperand() -> Operand {
        let start = current.range.start
        var aggregate: Operand.Aggregate?
        for (keyword, value) in [(Keyword.count, Operand.Aggregate.count), (.first, .first), (.last, .last)]
        where isAt(keyword) && (keyword == .count || peek().keyword == .of) {
            advance()
            require(.of)
            aggregate = value
            break
        }
        let path = parsePath()
        return Operand(aggregate: aggregate, path: path, range: range(from: start))
    }

    /// Input: `speaker.role`, `it`, `it.event.place`
    ///
    /// production: path = ( NAME | "it" ) { "." NAME }
    mutating func parsePath() -> Path {
        let start = placeOfCurrent.start
        var steps: [Name] = []
        let startsWithIt = !isRecovering && take(.it)
        if !startsWithIt, !isRecovering, let name = parseName(.field) { steps.append(name) }
        while !isRecovering, current.kind == .dot {
            advance()
            if isAtEnd { expectations?.prefix = steps }
            guard let name = parseName(.field) else { break }
            steps.append(name)
        }
        return Path(steps: steps, startsWithIt: startsWithIt, range: range(from: start))
    }

    /// Input: `("a", "b")`, `(find people)`, `spokesmen`, `them`, `$list`, `2016-05`, `2016`
    ///
    /// production: set = list | "(" select ")" | NAME | "them" | PARAM | DATE | INT
    mutating func parseMembers() -> Members {
        let place = placeOfCurrent
        switch current.kind {
        case .leftParenthesis:
            let next = peek()
            if next.keyword == .find || next.keyword == .count && peek(2).keyword != .of {
                let missing = Select(verb: .find(.invalid(place)), range: place)
                let select = parenthesised(otherwise: missing) { $0.parseNestedSelect() }
                return .select(select, range(from: place.start))
            }
            if next.kind == .end { expectations?.note(.keyword(.find)) }
            return .list(parseList())
        case .parameter: return .parameter(parseParameter())
        case .date: return parseDate().map { .date($0) } ?? .invalid(place)
        case .number: return parseYear().map { .date($0) } ?? .invalid(place)
        case .word(.them):
            advance()
            return .them(place)
        case .text:
            // `outlet in "Le Monde"`
            reportExpected([.noun(.list)], instead: "(\(source.text(place)))")
            return .invalid(place)
        default:
            if isAtEnd { expectations?.note(.list) }
            guard current.isName else {
                reportExpected([.noun(.list), .keyword("(find …)"), .noun(.name), .noun(.date)])
                return .invalid(place)
            }
            let path = parsePath()
            if isUnquotedText(from: path) || path.steps.count != 1 {
                reportUnquotedText(from: path.range.start, wrap: true)
                return .invalid(path.range)
            }
            return .named(path.steps[0])
        }
    }

    /// A sub-query, which has a row of its own to speak about.
    private mutating func parseNestedSelect() -> Select {
        let select = parseSelect()
        if !isAtEnd { expectations?.leave() }
        return select
    }

    /// Input: `("retrait*", "pension*", "CNSS")`
    ///
    /// production: list = "(" value { "," value } ")"
    mutating func parseList() -> ValueList {
        let start = current.range.start
        let values = parenthesised(otherwise: [Value]()) { parser in
            var values = [parser.parseValue(inList: true)]
            while !parser.isRecovering, parser.take(.comma) { values.append(parser.parseValue(inList: true)) }
            return values
        }
        return ValueList(values: values, range: range(from: start))
    }

    /// Input: `"El Khalfi"`, `12.5`, `2016-05`, `true`, `today`, `7 days ago`, `$who`, `event.place`
    ///
    /// - Parameter inList: whether a comma begins another value.
    ///
    /// production: value = string | NUMBER | DATE | "true" | "false" | "today" | INT UNIT "ago" | PARAM | operand
    mutating func parseValue(inList: Bool = false) -> Value {
        let place = placeOfCurrent
        if isAtEnd { expectations?.note(.value) }
        adoptSynonym { $0 == .true || $0 == .false }
        switch current.kind {
        case .text: return .text(parseString())
        case .number: return parseNumberOrAge(inList: inList)
        case .date: return parseDate().map { .date($0) } ?? .invalid(place)
        case .parameter: return .parameter(parseParameter())
        case .word(.true), .word(.false):
            let isTrue = current.keyword == .true
            advance()
            return .boolean(isTrue, place)
        case .word(.today):
            advance()
            return .today(place)
        case .word(.exactly), .word(.roughly): return .text(parseString())
        case .joiner:
            reportUnquotedText(from: place.start)
            return .invalid(range(from: place.start))
        default:
            guard startsOperand else {
                reportExpected([.noun(.value)])
                return .invalid(place)
            }
            let operand = parseOperand()
            guard !isUnquotedText(from: operand.path) else {
                reportUnquotedText(from: place.start)
                return .invalid(range(from: place.start))
            }
            return .operand(operand)
        }
    }

    /// Input: `"El Khalfi"`, `exactly "ONCF"`, `roughly "Benkiran"`
    ///
    /// production: string = [ "exactly" | "roughly" ] STRING
    mutating func parseString() -> TextLiteral {
        let mode: TextLiteral.Mode = take(.exactly) ? .exactly : take(.roughly) ? .roughly : .folded
        let range = placeOfCurrent
        guard current.kind == .text else {
            if isAtEnd { expectations?.note(.quotedText) }
            reportExpected([.noun(.quotedText)])
            return TextLiteral(text: "", mode: mode, range: range)
        }
        advance()
        return TextLiteral(text: source.content(ofText: range), mode: mode, range: range)
    }

    /// Input: `$who`
    ///
    /// production: PARAM = "$" NAME
    mutating func parseParameter() -> Name {
        let range = current.range
        advance()
        return Name(text: source.text(SourceRange(range.start + 1, range.end)), range: range)
    }

    /// Input: `12`, `12.5`, `7 days ago`; `12 mai 2016` is a text without its quotes.
    private mutating func parseNumberOrAge(inList: Bool) -> Value {
        let start = current.range.start
        let number = parseNumber()
        if takeRestOfNumber(from: start, allowsComma: !inList) { return .invalid(range(from: start)) }
        if isAtEnd { expectations?.note(.timeUnit) }
        // On the next line `days` may begin something else, unless `ago` follows.
        let mayBeUnit = current.isName && (!current.startsLine || peek().keyword == .ago)
        guard mayBeUnit, let unit = parseUnitOfTime() else {
            guard !continuesUnquotedText else {
                reportUnquotedText(from: start)
                return .invalid(range(from: start))
            }
            return number.map { .number($0) } ?? .invalid(range(from: start))
        }
        require(.ago)
        guard let number, !isRecovering else { return .invalid(range(from: start)) }
        guard let whole = number.whole, whole >= 0 else {
            reportAndGoOn(
                Diagnostic(.expected([.noun(.wholeNumber)], found: .source(number.text)), at: number.range))
            return .invalid(range(from: start))
        }
        return .ago(Count(value: whole, range: number.range), unit, range(from: start))
    }

    /// Input: `days`
    ///
    /// production: UNIT = "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years"
    private mutating func parseUnitOfTime() -> TimeUnit? {
        let word = source.text(current.range).lowercased()
        let unit: TimeUnit
        switch word {
        case "day", "days": unit = .day
        case "week", "weeks": unit = .week
        case "month", "months": unit = .month
        case "year", "years": unit = .year
        default: return parseFrenchUnit(word)
        }
        advance()
        return unit
    }

    /// Input: `7 jours ago`; alone, `12 mois` is the start of a text without its quotes.
    private mutating func parseFrenchUnit(_ word: String) -> TimeUnit? {
        let units: [String: (TimeUnit, String)] = [
            "jour": (.day, "day"), "jours": (.day, "days"), "semaine": (.week, "week"), "semaines": (.week, "weeks"),
            "mois": (.month, "months"), "an": (.year, "year"), "ans": (.year, "years"), "année": (.year, "year"),
            "années": (.year, "years"),
        ]
        guard let (unit, english) = units[word], peek().keyword == .ago else { return nil }
        reportAndGoOn(
            Diagnostic(
                .foreignKeyword(word, keyword: english), at: current.range,
                fixes: [.init(range: current.range, text: english, confidence: 0.9)]))
        advance()
        return unit
    }

    /// Input: `12`, `12.5`, `-3`
    ///
    /// production: NUMBER = [ "-" ] digit { digit } [ "." digit { digit } ]
    private mutating func parseNumber() -> NumberLiteral? {
        let range = current.range
        let text = source.text(range)
        advance()
        let isWhole = !text.utf8.contains(UInt8(ascii: "."))
        let whole = isWhole ? Int(text) : nil
        guard let value = Double(text), value.isFinite, !isWhole || whole != nil else {
            reportAndGoOn(Diagnostic(.numberTooLarge(excerpt(range)), at: range))
            return nil
        }
        return NumberLiteral(value: value, whole: whole, text: text, range: range)
    }

    /// Input: `50`, after `limit`
    ///
    /// production: INT = digit { digit }
    mutating func parseCount() -> Count? {
        let range = placeOfCurrent
        guard current.kind == .number, !source.text(range).utf8.contains(where: { $0 == 0x2E || $0 == 0x2D }) else {
            if isAtEnd { expectations?.note(.wholeNumber) }
            reportExpected([.noun(.wholeNumber)])
            return nil
        }
        let number = parseNumber()
        if takeRestOfNumber(from: range.start, allowsComma: false) { return nil }
        guard let whole = number?.whole else { return nil }
        return Count(value: whole, range: range)
    }

    /// Input: `2016-05`, `2016-05-12`
    ///
    /// production: DATE = digit digit digit digit "-" digit digit [ "-" digit digit ]
    private mutating func parseDate() -> DateLiteral? {
        let range = current.range
        advance()
        return Lexer.date(source.text(range)).map { DateLiteral(date: $0, range: range) }
    }

    /// Input: `2016`, after `in`
    private mutating func parseYear() -> DateLiteral? {
        let range = current.range
        let text = source.text(range)
        advance()
        guard text.utf8.count <= 4, let year = Int(text), let date = PartialDate(year: year) else {
            reportAndGoOn(Diagnostic(.noSuchDate(excerpt(range)), at: range))
            return nil
        }
        return DateLiteral(date: date, range: range)
    }
}

// MARK: - Texts without quotes

extension Parser {
    /// Whether what was read as a path is the start of a text without quotes: another word follows on the same line.
    private func isUnquotedText(from path: Path) -> Bool {
        !isRecovering && !path.startsWithIt && continuesUnquotedText
    }

    /// Whether the current token can only go on with what was read as one word or number: `Khalfi` after `El`, `mai` after `12`.
    private var continuesUnquotedText: Bool {
        if current.startsLine { return false }
        if current.kind == .joiner { return true }
        guard current.isName else { return false }
        if case .word(nil) = current.kind, let meant = Synonyms.keyword(for: source.text(current.range)) {
            return !(meant.startsClause || meant == .and || meant == .or || meant == .desc || meant == .asc)
        }
        // `sort by`, spelled another way.
        return current.keyword != .order && current.keyword != .offset
    }

    /// Input: `El Khalfi`, `l'accord de Rabat`, `12 mai 2016`: everything up to the next word of the language.
    mutating func reportUnquotedText(from start: Int, wrap: Bool = false) {
        while !isAtEnd, !current.startsLine {
            switch current.kind {
            case .joiner, .number, .dot: advance()
            case .word where current.isName: advance()
            default:
                return reportUnquoted(range(from: start), wrap: wrap)
            }
        }
        reportUnquoted(range(from: start), wrap: wrap)
    }

    private mutating func reportUnquoted(_ range: SourceRange, wrap: Bool) {
        let quoted = Formatter.quoted(source.text(range))
        let text = source.text(range)
        report(
            Diagnostic(
                .unquotedText(text), at: range,
                fixes: [.init(range: range, text: wrap ? "(\(quoted))" : quoted, confidence: 0.9)]))
        isRecovering = false
    }
}
