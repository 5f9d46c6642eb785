// Finds the dates that a text writes: «12 mai 2016», «le 1er juin», «12/05/2016», «samedi soir», «la veille».

import DixitText

/// One pass over the tokens; each date is read from its first token with a look ahead of a few.
package struct DateScanner {
    private let text: TokenisedText
    private let terms: TermLists
    /// The end of the sentence that is being read.
    private var limit = 0

    private static let gras = WrittenForm.hash("gras".utf8)

    private init(_ text: TokenisedText) {
        self.text = text
        terms = text.lexicon.terms
    }

    /// All the dates of a text, in order; none overlaps another.
    package static func expressions(in text: TokenisedText) -> [DateExpression] {
        var scanner = DateScanner(text)
        var found: [DateExpression] = []
        for sentence in text.sentences {
            scanner.limit = sentence.tokens.upperBound
            var index = sentence.tokens.lowerBound
            while index < scanner.limit {
                if canBegin(text.tokens[index]), let expression = scanner.expression(at: index) {
                    found.append(expression)
                    index = max(expression.tokens.upperBound, index + 1)
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    /// The date that begins at a token of a text, inside one sentence.
    static func expression(at index: Int, in text: TokenisedText, before limit: Int) -> DateExpression? {
        let limit = min(limit, text.tokens.count)
        guard index < limit, canBegin(text.tokens[index]) else { return nil }
        var scanner = DateScanner(text)
        scanner.limit = limit
        return scanner.expression(at: index)
    }

    /// Whether a date may begin with a token; most cannot.
    private static func canBegin(_ token: Token) -> Bool {
        token.kind == .number || token.kind == .word && (token.has(.month) || token.openings.has(.date))
    }

    private func expression(at index: Int) -> DateExpression? {
        let token = text.tokens[index]
        if token.kind == .number { return numeric(index) ?? dayAndMonth(index, from: index, weekday: 0) }
        guard token.kind == .word, token.word.isKnown else { return nil }
        if token.has(.month) { return monthAndYear(index) }
        guard token.openings.has(.date), let (label, value) = label(index) else { return nil }
        switch label {
        case "weekday": return weekday(index, value)
        case "day": return DateExpression(tokens: index..<withDaypart(index + 1), form: .day(value))
        case "eve":
            // «la veille», not «la veille du scrutin» and not «lundi et le lendemain de …»
            guard index > 0, text.tokens[index - 1].has(.definite), !has(index + 1, [.of, .contracted]) else {
                return nil
            }
            return DateExpression(tokens: index..<index + 1, form: .eve(value))
        case "period": return period(index)
        case "inside": return yearAlone(index)
        default: return nil
        }
    }

    // MARK: Days

    /// «samedi», «lundi 12 mai», «jeudi 12 juillet 2012», «samedi dernier», «mardi soir»
    private func weekday(_ index: Int, _ number: Int) -> DateExpression? {
        // «le Mardi gras», «le Vendredi saint» name a feast; «les lundis» has another form.
        if let next = token(index + 1), next.kind == .word, next.has(.capitalised) == false, next.hash == Self.gras {
            return nil
        }
        if let full = dayAndMonth(index + 1, from: index, weekday: number) { return full }
        var end = withDaypart(index + 1)
        var direction: DateExpression.Direction?
        if let (label, _) = label(end) {
            if label == "past" { direction = .past }
            if label == "next" { direction = .future }
            if direction != nil { end = withDaypart(end + 1) }
        }
        return DateExpression(tokens: index..<end, form: .weekday(number), direction: direction)
    }

    /// «mardi |soir|», «hier |dans la nuit|»
    private func withDaypart(_ index: Int) -> Int {
        if let (label, _) = label(index), label == "daypart" { return index + 1 }
        return index
    }

    /// «12 mai 2016», «1er juin», «12 et 13 mai», «12 au 14 mai 2016», «12-14 mai»: the first day counts.
    private func dayAndMonth(_ index: Int, from start: Int, weekday: Int) -> DateExpression? {
        guard let day = dayNumber(index) else { return nil }
        var next = index + 1
        // Further days before the month, at most two.
        for _ in 0..<2 where !isMonth(next) {
            guard let link = token(next),
                link.kind == .comma || link.kind == .dash || link.kind == .symbol
                    || link.has([.coordinator, .contractedTo]),
                dayNumber(next + 1) != nil
            else { break }
            next += 2
        }
        guard isMonth(next), let month = monthNumber(next) else { return nil }
        let form: DateExpression.Form
        var end = next + 1
        if let year = year(end) {
            guard let date = PartialDate(year: year, month: month, day: day) else { return nil }
            end += 1
            form = .fixed(date)
        } else {
            guard PartialDate(year: 2000, month: month, day: day) != nil else { return nil }
            form = .yearless(month: month, day: day, weekday: weekday)
        }
        var direction: DateExpression.Direction?
        if let (label, _) = label(end), case .yearless = form {
            if label == "past" { direction = .past }
            if label == "next" { direction = .future }
            if direction != nil { end += 1 }
        }
        return DateExpression(tokens: start..<withDaypart(end), form: form, direction: direction)
    }

    /// «mai 2016»; «en mai», «début mai», «au mois de mai», «mai dernier»; a month by itself may be a name («Mars»).
    private func monthAndYear(_ index: Int) -> DateExpression? {
        // After a number that is no day of this month there is no date: «31 février 2016».
        guard let month = monthNumber(index), token(index - 1)?.kind != .number else { return nil }
        if let year = year(index + 1), let date = PartialDate(year: year, month: month) {
            return DateExpression(tokens: index..<index + 2, form: .fixed(date))
        }
        if let (label, _) = label(index + 1), label == "past" || label == "next" {
            return DateExpression(
                tokens: index..<index + 2, form: .yearless(month: month, day: 0, weekday: 0),
                direction: label == "past" ? .past : .future)
        }
        guard index > 0, !text.tokens[index].has(.capitalised) else { return nil }
        let before = text.tokens[index - 1].has(.of) ? label(index - 2) : label(index - 1)
        guard let (name, _) = before, name == (text.tokens[index - 1].has(.of) ? "period" : "inside") else {
            return nil
        }
        return DateExpression(tokens: index..<index + 1, form: .yearless(month: month, day: 0, weekday: 0))
    }

    /// «le mois dernier», «l'an prochain», «cette année», «ce mois-ci»
    private func period(_ index: Int) -> DateExpression? {
        guard index > 0, let which = terms.dates.match(at: index, in: text.tokens, before: limit) else { return nil }
        let isMonth = terms.dates.labels[which.label].flags.contains("month")
        let before = text.tokens[index - 1]
        var offset: Int?
        var end = index + 1
        if let (label, _) = label(index + 1), label == "past" || label == "next", before.has(.definite) {
            offset = label == "past" ? -1 : 1
            end += 1
        } else if before.has(.demonstrative), !has(index + 1, [.of, .contracted]) {
            offset = 0
        }
        guard let offset else { return yearAlone(index) }
        return DateExpression(tokens: index..<end, form: isMonth ? .month(offset) : .year(offset))
    }

    /// «en 2016», «depuis 2016», «l'année 2016», «fin 2016»
    private func yearAlone(_ index: Int) -> DateExpression? {
        guard let year = year(index + 1), let date = PartialDate(year: year) else { return nil }
        // «en 2016 unités», «avant 2000 euros»
        if let after = token(index + 2), after.kind == .word, !after.has(.functional), !after.has(.verb),
            !after.has(.adverb)
        {
            return nil
        }
        if let after = token(index + 2), after.kind == .symbol { return nil }
        return DateExpression(tokens: index + 1..<index + 2, form: .fixed(date))
    }

    // MARK: Figures

    /// «12/05/2016», «12.05.2016», «12-05-2016», «2016-05-12»
    private func numeric(_ index: Int) -> DateExpression? {
        let token = text.tokens[index]
        // «1.1.2016» is the shortest.
        if token.end - token.start >= 8, let parts = figures(token), parts.count == 3 {
            return Self.date(parts).map { DateExpression(tokens: index..<index + 1, form: .fixed($0)) }
        }
        guard isSlash(index + 1), isSlash(index + 3), let first = figures(text.tokens[index]), first.count == 1,
            let second = self.token(index + 2).flatMap(figures), second.count == 1,
            let third = self.token(index + 4).flatMap(figures), third.count == 1
        else { return nil }
        return Self.date(first + second + third).map { DateExpression(tokens: index..<index + 5, form: .fixed($0)) }
    }

    private func isSlash(_ index: Int) -> Bool {
        guard let token = token(index) else { return false }
        return token.kind == .symbol && token.has(.glued) && text.bytes[Int(token.start)] == UInt8(ascii: "/")
    }

    private static func date(_ parts: [Int]) -> PartialDate? {
        if parts[0] >= 1000 { return PartialDate(year: parts[0], month: parts[1], day: parts[2]).flatMap(whole) }
        guard parts[2] >= 1000, parts[0] <= 31 else { return nil }
        return PartialDate(year: parts[2], month: parts[1], day: parts[0]).flatMap(whole)
    }

    private static func whole(_ date: PartialDate) -> PartialDate? { date.day > 0 ? date : nil }

    /// The numbers of «2016-05-12T10», «12.05.2016»; nil where letters stand between.
    private func figures(_ token: Token) -> [Int]? {
        guard token.kind == .number, token.end - token.start <= 20 else { return nil }
        var parts = [0]
        var digits = 0
        for byte in text.bytes[token.range.bytes] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard digits <= 4 else { return nil }
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "."), UInt8(ascii: "-"):
                guard digits > 0, parts.count < 3 else { return nil }
                parts.append(0)
                digits = 0
            case UInt8(ascii: "T") where parts.count == 3: return parts
            default: return nil
            }
        }
        return digits > 0 ? parts : nil
    }

    /// 1 … 31 of «12», «1er»; the first of «12-14».
    private func dayNumber(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.end - token.start <= 5 else { return nil }
        let bytes = text.bytes[token.range.bytes]
        var value = 0
        var digits = 0
        for byte in bytes {
            guard byte &- 48 < 10 else { break }
            value = value * 10 + Int(byte - 48)
            digits += 1
        }
        guard digits > 0, digits <= 2, (1...31).contains(value) else { return nil }
        let rest = bytes.dropFirst(digits)
        let isOrdinal = value == 1 && rest.elementsEqual("er".utf8)
        let isRange = rest.first == UInt8(ascii: "-") && rest.dropFirst().allSatisfy { $0 &- 48 < 10 }
        return rest.isEmpty || isOrdinal || isRange ? value : nil
    }

    /// A number of four digits that can be a year.
    private func year(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.end - token.start == 4,
            let parts = figures(token), parts.count == 1, (1200...2199).contains(parts[0])
        else { return nil }
        return parts[0]
    }

    // MARK: Words

    private func token(_ index: Int) -> Token? { index >= 0 && index < limit ? text.tokens[index] : nil }
    private func has(_ index: Int, _ classes: WordClass) -> Bool { token(index)?.has(classes) ?? false }
    private func isMonth(_ index: Int) -> Bool { token(index).map { $0.kind == .word && $0.has(.month) } ?? false }

    private func monthNumber(_ index: Int) -> Int? {
        terms.months.name(at: index, in: text.tokens, before: limit).flatMap { Int($0) }
    }

    /// What dates.txt says of a word: its label and its value.
    private func label(_ index: Int) -> (String, Int)? {
        guard let token = token(index), token.kind == .word,
            let match = terms.dates.match(at: index, in: text.tokens, before: limit)
        else { return nil }
        let label = terms.dates.labels[match.label]
        return (label.name, label.flags.first.flatMap { Int($0) } ?? 0)
    }
}
