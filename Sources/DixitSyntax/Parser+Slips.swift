// What people write who think of a sentence or of another language, and what is written here instead.

extension Parser {
    /// Input: `speaker is "A" or "B"`, after `or`: a value where a condition is wanted. The operand and the operator go with it too.
    mutating func parseRepeatedTest(after condition: Condition) -> Condition? {
        guard case .predicate(let before) = condition, startsValueOnly else { return nil }
        let head = source.text(SourceRange(before.range.start, before.operatorRange.end))
        let range = current.range
        let instead = "\(head) \(source.text(range))"
        reportAndGoOn(
            Diagnostic(
                .expected([.noun(.condition)], found: found, instead: instead), at: range,
                fixes: [.init(range: range, text: instead, confidence: 0.8)]))
        advance()
        // It is read as if it had been mended: the next `or` has the same operand.
        return condition
    }

    private var startsValueOnly: Bool {
        switch current.kind {
        case .text, .number, .date: true
        default: false
        }
    }

    /// Input: `10 statements`, `all statements`, after `find`: how many there are is said behind the set.
    mutating func takeQuantityOfSource() {
        let range = current.range.joined(with: peek().range)
        guard peek().isName, !peek().startsLine else { return }
        let set = source.text(peek().range)
        let instead: String
        if current.kind == .number, source.text(current.range).utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            instead = "\(set) limit \(source.text(current.range))"
        } else if let keyword = current.keyword, [Keyword.all, .every, .any, .some].contains(keyword) {
            instead = set
        } else {
            return
        }
        reportAndGoOn(
            Diagnostic(
                .expected([.noun(.set)], found: found, instead: instead), at: range,
                fixes: [.init(range: range, text: instead, confidence: 0.8)]))
        advance()
    }

    /// Input: `date after 2020`, `date since 2020`: a word for a sign.
    mutating func adoptComparison() {
        switch current.kind {
        case .word(nil), .word(.before), .word(.after): break
        default: return
        }
        let word = source.text(current.range)
        guard let comparison = Synonyms.comparison(for: word) else { return }
        reportAndGoOn(
            Diagnostic(
                .foreignKeyword(word, keyword: comparison.rawValue), at: current.range,
                fixes: [.init(range: current.range, text: comparison.rawValue, confidence: 0.9)]))
        tokens[index].kind = .comparison(comparison)
    }

    /// Input: `1 000`, `0,9`, after a number that stands alone: digits in groups, and a comma before decimals.
    ///
    /// - Parameter allowsComma: not in a list, where a comma stands between two numbers.
    mutating func takeRestOfNumber(from start: Int, allowsComma: Bool) -> Bool {
        let first = index
        if allowsComma, current.kind == .comma, current.range.start == lastEnd, peek().kind == .number,
            peek().range.start == current.range.end, !source.text(peek().range).utf8.contains(UInt8(ascii: "."))
        {
            advance()
            advance()
        } else {
            while current.kind == .number, !current.startsLine, isGroupOfDigits(current.range) { advance() }
        }
        guard index > first else { return false }
        let range = range(from: start)
        let text = source.text(range)
        let digits = String(text.compactMap { $0 == "," ? "." : $0.isWhitespace ? nil : $0 })
        reportAndGoOn(
            Diagnostic(
                .malformedNumber(text), at: range, fixes: [.init(range: range, text: digits, confidence: 0.8)]))
        return true
    }

    /// `000` of `1 000`, and `000.5`
    private func isGroupOfDigits(_ range: SourceRange) -> Bool {
        let parts = source.text(range).split(separator: ".", omittingEmptySubsequences: false)
        return parts[0].utf8.count == 3 && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Input: `before "lundi"`, after a text: the words are counted here.
    mutating func parseBareOrder() -> Proximity? {
        guard current.keyword == .before || current.keyword == .after, startsText(at: 1) else { return nil }
        let word = source.text(current.range)
        let instead = "within \(Proximity.nearWords) words \(word.lowercased())"
        reportAndGoOn(
            Diagnostic(
                .expected([.keyword("near"), .keyword("within")], found: found, instead: instead), at: current.range,
                fixes: [.init(range: current.range, text: instead, confidence: 0.8)]))
        let side: Proximity.Order = current.keyword == .before ? .before : .after
        advance()
        return .within(words: Proximity.nearWords, side)
    }
}
