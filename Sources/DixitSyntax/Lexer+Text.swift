// Quoted texts, apostrophes and numbers: the tokens with rules of their own.

import DixitText

extension Lexer {
    /// Input: `"El Khalfi"`, `« El Khalfi »`, `“El Khalfi”`, `„El Khalfi“`, `‹ El Khalfi ›`
    ///
    /// A text that is never closed takes the rest of the source, so that it is one error and not many.
    ///
    /// production: STRING = '"' { ? anything but " ? | '""' } '"' | GUILLEMETS
    ///     | ( "“" | "”" | "„" ) { ? anything but “ and ” ? } ( "“" | "”" ) | ANGLES
    ///
    /// production: GUILLEMETS = "«" { ? anything but « and » ? | GUILLEMETS } "»"
    ///
    /// production: ANGLES = "‹" { ? anything but ‹ and › ? | ANGLES } "›"
    mutating func readText(_ quote: Quote, openingLength: Int) {
        let start = offset
        offset += openingLength
        var depth = 1
        while let (scalar, length) = source.scalar(at: offset) {
            offset += length
            if quote.closes(scalar) {
                if quote == .straight, source.byte(at: offset) == UInt8(ascii: "\"") {
                    offset += 1
                    continue
                }
                depth -= 1
                if depth == 0 { return add(.text, from: start) }
            } else if quote.nests(scalar) {
                depth += 1
            }
        }
        unclosed = quote
        let opening = SourceRange(start, start + openingLength)
        diagnostics.report(Diagnostic(.unclosedText(closing: quote.closing), at: opening))
        add(.text, from: start)
    }

    /// Input: `'El Khalfi'`, which is an error with its cure, or the apostrophe of an unquoted `l'accord`.
    mutating func readApostrophe(length: Int) {
        let start = offset
        if followsWord, letterLength(at: offset + length) != nil {
            offset += length
            return add(.joiner, from: start)
        }
        offset += length
        let content = SourceRange(offset, endOfApostropheText())
        let text = source.text(content)
        let range = SourceRange(start, offset)
        diagnostics.report(
            Diagnostic(
                .apostropheQuotes(text), at: range,
                fixes: [.init(range: range, text: Formatter.quoted(text), confidence: 0.9)]))
        add(.text, from: start)
    }

    /// Moves past the apostrophe that closes, which is the first with no letter after it, and returns where it stands;
    /// to the end of the line where there is none.
    private mutating func endOfApostropheText() -> Int {
        while let (scalar, length) = source.scalar(at: offset) {
            if scalar == "\n" || scalar == "\r" { break }
            offset += length
            let isApostrophe: Bool
            if scalar == "'" {
                isApostrophe = true
            } else if !scalar.isASCII, case .apostrophe = ScalarClass(scalar) {
                isApostrophe = true
            } else {
                isApostrophe = false
            }
            if isApostrophe, letterLength(at: offset) == nil { return offset - length }
        }
        return offset
    }

    /// Input: `12`, `12.5`, `-3`, `2016-05`, `2016-05-12`
    mutating func readNumber(from start: Int) {
        offset = start + 1
        skipDigits()
        let digits = offset - start
        if source.byte(at: offset) == UInt8(ascii: "-"), isDigit(offset + 1), digits == 4 {
            return readDate(from: start)
        }
        if digits <= 2, readDayFirst(from: start) { return }
        if source.byte(at: offset) == UInt8(ascii: "."), isDigit(offset + 1) {
            offset += 1
            skipDigits()
        }
        if letterLength(at: offset) != nil {
            skipWord()
            // The first of a month: the start of a text without its quotes.
            if source.text(SourceRange(start, offset)) == "1er" { return add(.joiner, from: start) }
            return addInvalid(.malformedNumber(source.text(SourceRange(start, offset))), from: start)
        }
        add(.number, from: start)
    }

    /// Input: `2016-05`, `2016-05-12`; `2016-5` and `2016-02-30` are errors.
    private mutating func readDate(from start: Int) {
        while source.byte(at: offset) == UInt8(ascii: "-"), isDigit(offset + 1) {
            offset += 1
            skipDigits()
        }
        if letterLength(at: offset) != nil { skipWord() }
        let text = source.text(SourceRange(start, offset))
        if Lexer.date(text) != nil { return add(.date, from: start) }
        let parts = text.split(separator: "-")
        let padded = parts.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
        guard padded != text, Lexer.date(padded) != nil else { return addInvalid(.noSuchDate(text), from: start) }
        let range = SourceRange(start, offset)
        diagnostics.report(
            Diagnostic(
                .unpaddedDate(text, instead: padded), at: range,
                fixes: [.init(range: range, text: padded, confidence: 0.95)]))
        add(.invalid, from: start)
    }

    /// Input: `12/05/2016`, `12.05.2016`, `25-05-2016`, which are errors with their cure; false where something else stands.
    private mutating func readDayFirst(from start: Int) -> Bool {
        let separator = source.byte(at: offset)
        guard [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(separator) else { return false }
        var ends = [offset]
        while ends.count < 3, source.byte(at: ends[ends.count - 1]) == separator {
            var end = ends[ends.count - 1] + 1
            while isDigit(end), end - ends[ends.count - 1] <= 5 { end += 1 }
            ends.append(end)
        }
        if separator == UInt8(ascii: "/"), ends.count == 2, ends[1] - ends[0] == 5 {
            offset = ends[1]
            addMonthFirst(from: start)
            return true
        }
        guard ends.count == 3, (2...3).contains(ends[1] - ends[0]), ends[2] - ends[1] == 5 else { return false }
        offset = ends[2]
        let range = SourceRange(start, offset)
        let text = source.text(range)
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 3 else { return false }
        let (first, second, year) = (numbers[0], numbers[1], numbers[2])
        let dates = [(month: second, day: first), (month: first, day: second)]
        let possible = dates.filter {
            PartialDate(year: year, month: $0.month, day: $0.day) != nil && $0.day * $0.month > 0
        }
        let written = possible.map { PartialDate(year: year, month: $0.month, day: $0.day)?.description ?? "" }
        let message: Message =
            switch possible.count {
            case 0: .noSuchDate(text)
            case 2 where first != second: .ambiguousDate(text, year: year, first: possible[0], second: possible[1])
            default: .dayFirst(text, instead: written[0])
            }
        let fixes = first == second ? Array(written.prefix(1)) : written
        diagnostics.report(
            Diagnostic(
                message, at: range,
                fixes: fixes.map { .init(range: range, text: $0, confidence: fixes.count == 1 ? 0.95 : 0.5) }))
        add(.invalid, from: start)
        return true
    }

    /// Input: `05/2016`
    private mutating func addMonthFirst(from start: Int) {
        let range = SourceRange(start, offset)
        let text = source.text(range)
        let numbers = text.split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] > 0, let date = PartialDate(year: numbers[1], month: numbers[0]) else {
            return addInvalid(.noSuchDate(text), from: start)
        }
        let written = date.description
        diagnostics.report(
            Diagnostic(
                .dayFirst(text, instead: written), at: range,
                fixes: [.init(range: range, text: written, confidence: 0.95)]))
        add(.invalid, from: start)
    }

    /// The date of `2016-05` or `2016-05-12`; nil for a form or a day that does not exist.
    static func date(_ text: String) -> PartialDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, parts.map(\.utf8.count).elementsEqual([4, 2, 2].prefix(parts.count)) else {
            return nil
        }
        switch numbers.count {
        case 2 where numbers[1] > 0: return PartialDate(year: numbers[0], month: numbers[1])
        case 3 where numbers[1] > 0 && numbers[2] > 0:
            return PartialDate(year: numbers[0], month: numbers[1], day: numbers[2])
        default: return nil
        }
    }

    private mutating func skipDigits() {
        while isDigit(offset) { offset += 1 }
    }

    /// production: digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9"
    private func isDigit(_ place: Int) -> Bool { ByteClass.table[Int(source.byte(at: place))] == .digit }

    private mutating func addInvalid(_ message: Message, from start: Int) {
        diagnostics.report(Diagnostic(message, at: SourceRange(start, offset)))
        add(.invalid, from: start)
    }
}

extension SourceText {
    /// The text between the quotation marks, `""` made one mark and the spaces inside « » dropped.
    func content(ofText range: SourceRange) -> String {
        guard let (opening, openingLength) = scalar(at: range.start) else { return "" }
        var start = range.start + openingLength
        var end = range.end
        let quote: Quote
        if opening == "\"" {
            quote = .straight
        } else if case .openingQuote(let other) = ScalarClass(opening) {
            quote = other
        } else {
            // `'…'`, reported; the closing apostrophe may be missing.
            let whole = text(SourceRange(start, end))
            return whole.last.map { "'’‘ʼ´".contains($0) } == true ? String(whole.dropLast()) : whole
        }
        if let last = lastScalar(in: SourceRange(start, end)), quote.closes(last.scalar) { end -= last.length }
        if quote == .straight { return text(SourceRange(start, end)).replacingDoubledQuotes() }
        while quote == .guillemets || quote == .angled, let (scalar, length) = scalar(at: start), start < end,
            isSpace(scalar)
        {
            start += length
        }
        while quote == .guillemets || quote == .angled, let last = lastScalar(in: SourceRange(start, end)),
            isSpace(last.scalar)
        {
            end -= last.length
        }
        return text(SourceRange(start, end))
    }

    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    private func lastScalar(in range: SourceRange) -> (scalar: Unicode.Scalar, length: Int)? {
        guard range.end > range.start else { return nil }
        var start = range.end - 1
        while start > range.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(at: start).map { ($0.0, $0.length) }
    }
}

extension String {
    /// `a ""b""` becomes `a "b"`.
    fileprivate func replacingDoubledQuotes() -> String {
        guard utf8.contains(UInt8(ascii: "\"")) else { return self }
        var result: [UInt8] = []
        var isSecond = false
        for byte in utf8 {
            if byte == UInt8(ascii: "\""), isSecond {
                isSecond = false
                continue
            }
            isSecond = byte == UInt8(ascii: "\"")
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
