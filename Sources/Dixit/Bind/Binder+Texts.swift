// What stands after `contains`: words, looked up in the index of the field.

import DixitSyntax
import DixitText

extension Binder {
    /// Input: `text contains "société civile" near "réforme"`
    mutating func bindContains(_ text: TextCondition, _ place: Place) -> BoundCondition? {
        let path = place.path
        let table = store.tables[path.table]
        guard place.operand.aggregate == nil else { return unfitContains(text, place) }
        switch (path.end, path.type) {
        case (.column(let number), .text):
            guard case .text(let column) = table.columns[number] else { return .constant(false) }
            return bind(text, in: column.index).map { along(path, .test(column: number, .words($0))) }
        case (.column(let number), .keyword):
            guard case .keyword(let column) = table.columns[number] else { return .constant(false) }
            let dictionary = column.dictionary
            guard let bound = bind(text, in: dictionary.words) else { return nil }
            let codes = looked(up: text.range) { control throws(Stop) in
                try TextMatcher(dictionary.words, source: .strings(dictionary.values), control: control)
                    .matchingRows(bound)
            }
            return codes.map { along(path, .test(column: number, .codes($0))) }
        case (.column, .name), (.row, _):
            guard let names = table.names else { return unfitContains(text, place) }
            guard let bound = bind(text, in: names.words) else { return nil }
            let forms = looked(up: text.range) { control throws(Stop) in
                try TextMatcher(names.words, source: .strings(names.forms), control: control).matchingRows(bound)
            }
            return forms.map { along(path, .rows(store.rows(named: $0, names, in: path.set))) }
        default:
            return unfitContains(text, place)
        }
    }

    private mutating func unfitContains(_ text: TextCondition, _ place: Place) -> BoundCondition? {
        var instead: String?
        if case .literal(let literal) = text {
            switch place.type {
            case .date:
                if case .date(let date) = WrittenDate(literal.text) { instead = "\(place.text) in \(date)" }
            case .number where Double(literal.text) != nil: instead = "\(place.text) = \(literal.text)"
            case .one, .many:
                if let field = schema.sets[place.path.set].fields.first(where: { $0.type == .text }) {
                    instead = "\(place.text).\(field.name) contains \(Formatter.quoted(literal.text))"
                }
            default: break
            }
        }
        let word = place.predicate.isNegated ? "does not contain" : "contains"
        let fixes = instead.map { [Diagnostic.Fix(range: place.predicate.range, text: $0, confidence: 0.8)] } ?? []
        report(
            Diagnostic(
                .unfitOperator(word, field: place.text, type: place.type.noun, instead: instead),
                at: place.predicate.operatorRange, fixes: fixes))
        return nil
    }

    mutating func bind(_ text: TextCondition, in index: TextIndex) -> BoundText? {
        switch text {
        case .and(let members, _): return bind(members, in: index).map { .and($0) }
        case .or(let members, _): return bind(members, in: index).map { .or($0) }
        case .not(let inner, _): return bind(inner, in: index).map { .not($0) }
        case .literal(let literal):
            return phrase(literal.text, literal.mode, at: literal.range, in: index)
        case .parameter(let name):
            guard let literal = literal(of: name) else { return nil }
            guard case .text(let text, let mode) = literal else {
                report(.unfitParameter(name.text, type: .text), at: name.range)
                return nil
            }
            return phrase(text, mode, at: name.range, in: index)
        case .members(let all, let members, let range):
            return bind(members, all: all, at: range, in: index)
        case .proximity(let left, let proximity, let right, _):
            guard let first = bindStretch(left, in: index), let second = bindStretch(right, in: index) else {
                return nil
            }
            return .proximity(first, proximity, second)
        case .repeated(let inner, let count, _):
            return bindStretch(inner, in: index).map { .repeated($0, count.value) }
        case .invalid: return nil
        }
    }

    private mutating func bind(_ members: [TextCondition], in index: TextIndex) -> [BoundText]? {
        let bound = members.map { bind($0, in: index) }
        return bound.contains { $0 == nil } ? nil : bound.compactMap { $0 }
    }

    /// A text that has places: not a negation, not two texts that may stand anywhere.
    private mutating func bindStretch(_ text: TextCondition, in index: TextIndex) -> BoundText? {
        guard let bound = bind(text, in: index) else { return nil }
        guard bound.hasPlaces else {
            report(.proximityNeedsTexts, at: text.range)
            return nil
        }
        return bound
    }

    /// Input: `any of retraites`, `all of ("a", "b")`, `any of $mots`
    private mutating func bind(
        _ members: Members, all: Bool, at range: SourceRange, in index: TextIndex
    ) -> BoundText? {
        var items: [(text: String, mode: TextLiteral.Mode, range: SourceRange)] = []
        var isGood = true
        let word = all ? "all of" : "any of"
        func collect(_ literal: Literal?, _ place: SourceRange) {
            switch literal {
            case .text(let text, let mode): items.append((text, mode, place))
            case .list(let list): for item in list { collect(item, place) }
            default: isGood = false
            }
        }
        switch members {
        case .list(let list):
            for value in list.values {
                guard let literal = literalOrReport(value) else { return nil }
                collect(literal, value.range)
                guard isGood else {
                    let text = Formatter.text(of: value)
                    let instead = Formatter.quoted(text)
                    report(.unfitText(text, after: word, instead: instead), at: value.range, fix: instead)
                    return nil
                }
            }
        case .parameter(let name):
            guard let literal = literal(of: name) else { return nil }
            collect(literal, name.range)
            guard isGood else {
                report(.unfitParameter(name.text, type: .texts), at: name.range)
                return nil
            }
        case .named(let name):
            let path = Path(steps: [name], startsWithIt: false, range: name.range)
            if let literal = literal(.operand(Operand(aggregate: nil, path: path, range: name.range))) {
                collect(literal, name.range)
            } else {
                reportUnknownDefinition(name)
                return nil
            }
        default: isGood = false
        }
        guard isGood else {
            report(.unfitText(Formatter.text(of: members), after: word, instead: nil), at: range)
            return nil
        }
        return gather(items, all: all, in: index)
    }

    /// Texts as one condition; single words of `any of` become one set of terms, so that 100,000 of them are one look-up each.
    private mutating func gather(
        _ items: [(text: String, mode: TextLiteral.Mode, range: SourceRange)], all: Bool, in index: TextIndex
    ) -> BoundText? {
        var terms: [Int] = []
        var others: [BoundText] = []
        var isGood = true
        for item in items {
            guard let bound = phrase(item.text, item.mode, at: item.range, in: index) else {
                isGood = false
                continue
            }
            if !all, case .phrase(let words, nil) = bound, words.count == 1 {
                terms.append(contentsOf: words[0].terms)
            } else {
                others.append(bound)
            }
        }
        guard isGood else { return nil }
        if all { return .and(others) }
        if !terms.isEmpty || others.isEmpty {
            others.append(.phrase([.list(terms.sortedWithoutRepeats())], exactly: nil))
        }
        return others.count == 1 ? others[0] : .or(others)
    }

    /// Signs that change what is meant, where commas and hyphens do not: “C++”, “100 %”, “100 €”.
    private static let meaningfulSigns: Set<Unicode.Scalar> = [
        "+", "%", "#", "@", "&", "=", "$", "€", "£", "°", "§", "<", ">",
    ]

    /// The words of a quoted text, the last letters of which may be a `*`.
    private mutating func phrase(
        _ text: String, _ mode: TextLiteral.Mode, at range: SourceRange, in index: TextIndex
    ) -> BoundText? {
        let words = Words(text)
        let bytes = Array(text.utf8)
        var isPrefix = [Bool](repeating: false, count: words.count)
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "*") {
            let word = words.sourceRanges.firstIndex { Int($0.end) == place }
            let isBeforeWord = words.sourceRanges.contains { Int($0.start) == place + 1 }
            if word != nil, !isBeforeWord, mode != .folded {
                report(.starWithMode(mode.rawValue), at: range)
                return nil
            }
            guard let word, !isBeforeWord else {
                let ending = words.sourceRanges.firstIndex { Int($0.start) == place + 1 }.map { words.text(of: $0) }
                report(.misplacedStar(ending: ending), at: range)
                return nil
            }
            isPrefix[word] = true
        }
        guard !words.isEmpty else {
            report(.noWords(text), at: range)
            return nil
        }
        if text.unicodeScalars.contains(where: Self.meaningfulSigns.contains) {
            let read = (0..<words.count).map { words.text(of: $0) + (isPrefix[$0] ? "*" : "") }
            note(.signsDropped(text, words: read.joined(separator: " ")), at: range)
        }
        let sets = (0..<words.count).map { place -> TermSet in
            let word = words.bytes[words.range(of: place)]
            if isPrefix[place] { return .range(index.terms(prefix: word)) }
            if mode == .roughly { return .list(near(words.text(of: place), at: range, in: index)) }
            return index.term(word).map { .one($0) } ?? .list([])
        }
        return .phrase(sets, exactly: mode == .exactly ? text : nil)
    }

    /// The terms within the slips that `roughly` forgives.
    ///
    /// - Complexity: linear in the number of terms.
    private mutating func near(_ word: String, at range: SourceRange, in index: TextIndex) -> [Int] {
        let limit = Roughly.limit(word)
        let length = word.utf8.count
        let found = looked(up: range) { control throws(Stop) in
            var found: [Int] = []
            for term in 0..<index.terms.count {
                try control.spend(1)
                let size = Int(index.terms.offsets[term + 1]) - Int(index.terms.offsets[term])
                guard abs(size - length) <= 4 * limit else { continue }
                try control.spend(Roughly.steps)
                if editDistance(index.terms.text(term), word, atMost: limit) != nil { found.append(term) }
            }
            return found
        }
        return found ?? []
    }

    /// Input: `text matches /\bréform(e|er|es)\b/`
    mutating func bindMatches(_ pattern: Pattern, exactly: Bool, _ place: Place) -> BoundCondition? {
        let path = place.path
        switch (path.end, path.type) {
        case (.column(let column), .text), (.column(let column), .keyword):
            guard let program = compile(pattern, exactly: exactly) else { return nil }
            return along(path, .test(column: column, .pattern(program)))
        case (.column, .name), (.row, _):
            guard let names = store.tables[path.table].names else { break }
            guard let program = compile(pattern, exactly: exactly) else { return nil }
            let forms = looked(up: place.predicate.range) { control throws(Stop) in
                try names.forms.numbers(matching: program, control)
            }
            return forms.map { along(path, .rows(store.rows(named: $0, names, in: path.set))) }
        default: break
        }
        let word = place.predicate.isNegated ? "does not match" : "matches"
        report(
            .unfitOperator(word, field: place.text, type: place.type.noun, instead: nil),
            at: place.predicate.operatorRange)
        return nil
    }
}

extension BoundText {
    /// Whether it stands somewhere in a text, so that something else can be near it.
    fileprivate var hasPlaces: Bool {
        switch self {
        case .phrase, .proximity: true
        case .or(let members): members.allSatisfy(\.hasPlaces)
        case .and, .not, .repeated: false
        }
    }
}

extension Predicate {
    fileprivate var isNegated: Bool {
        switch test {
        case .contains(_, let negated), .matches(_, _, let negated), .in(_, let negated), .missing(let negated): negated
        case .compare, .between: false
        }
    }
}

extension Binder {
    /// The program of a pattern; what is wrong with it is reported at its place.
    private mutating func compile(_ pattern: Pattern, exactly: Bool) -> PatternProgram? {
        do {
            return try PatternProgram(pattern.source, exactly: exactly)
        } catch {
            // The slash in front is not part of the pattern.
            let start = pattern.range.start + 1
            report(error.message, at: SourceRange(start + error.range.lowerBound, start + error.range.upperBound))
            return nil
        }
    }
}
