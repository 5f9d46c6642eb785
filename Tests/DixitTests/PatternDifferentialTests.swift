// The matcher of patterns against a tiny backtracking one, on random patterns and texts.

import Dixit
import DixitText
import TestSupport
import Testing

/// A pattern that can print itself and match by trying everything.
private indirect enum Tiny {
    case letter(Character)
    case any
    case oneOf([Character], negated: Bool)
    case sequence([Tiny])
    case either([Tiny])
    case times(Tiny, Int, Int?, greedy: Bool)
    case start, end, boundary

    static func random(_ depth: Int, _ random: inout SeededGenerator) -> Tiny {
        let letters: [Character] = ["a", "b", "é", "o", "e"]
        switch Int.random(in: 0..<(depth > 0 ? 14 : 7), using: &random) {
        case 0...3: return .letter(random.one(of: letters))
        case 4: return .any
        case 5: return .oneOf([letters[0], letters[2]], negated: Bool.random(using: &random))
        case 6: return random.one(of: [.start, .end, .boundary])
        case 7...9:
            return .sequence((0..<Int.random(in: 0...3, using: &random)).map { _ in Tiny.random(depth - 1, &random) })
        case 10, 11:
            return .either((0..<Int.random(in: 2...3, using: &random)).map { _ in Tiny.random(depth - 1, &random) })
        default:
            let minimum = Int.random(in: 0...2, using: &random)
            let maximum = Bool.random(using: &random) ? nil : minimum + Int.random(in: 0...2, using: &random)
            return .times(Tiny.random(depth - 1, &random), minimum, maximum, greedy: Bool.random(using: &random))
        }
    }

    var source: String {
        switch self {
        case .letter(let letter): String(letter)
        case .any: "."
        case .oneOf(let letters, let negated): "[" + (negated ? "^" : "") + String(letters) + "]"
        case .sequence(let parts): "(?:" + parts.map(\.source).joined() + ")"
        case .either(let parts): "(" + parts.map(\.source).joined(separator: "|") + ")"
        case .times(let part, let minimum, let maximum, let greedy):
            "(?:\(part.source))"
                + (minimum == 0 && maximum == nil ? "*" : "{\(minimum),\(maximum.map(String.init) ?? "")}")
                + (greedy ? "" : "?")
        case .start: "^"
        case .end: "$"
        case .boundary: "\\b"
        }
    }

    /// Whether a repetition repeats something that may be empty, where matchers differ in what they find.
    var hasEmptyLoop: Bool {
        switch self {
        case .sequence(let parts), .either(let parts): parts.contains(where: \.hasEmptyLoop)
        case .times(let part, _, _, _): part.canBeEmpty || part.hasEmptyLoop
        default: false
        }
    }

    var canBeEmpty: Bool {
        switch self {
        case .letter, .any, .oneOf: false
        case .sequence(let parts): parts.allSatisfy(\.canBeEmpty)
        case .either(let parts): parts.contains(where: \.canBeEmpty)
        case .times(let part, let minimum, _, _): minimum == 0 || part.canBeEmpty
        case .start, .end, .boundary: true
        }
    }

    /// Tries everything, in order; `then` says whether the rest matches from there.
    func match(_ text: [Character], _ place: Int, _ then: (Int) -> Bool) -> Bool {
        switch self {
        case .letter(let letter): return place < text.count && text[place] == letter && then(place + 1)
        case .any: return place < text.count && then(place + 1)
        case .oneOf(let letters, let negated):
            return place < text.count && letters.contains(text[place]) != negated && then(place + 1)
        case .sequence(let parts): return Tiny.match(parts[...], text, place, then)
        case .either(let parts): return parts.contains { $0.match(text, place, then) }
        case .times(let part, let minimum, let maximum, let greedy):
            func more() -> Bool {
                if maximum == 0 { return false }
                return part.match(text, place) { next in
                    if next == place, minimum == 0 { return false }
                    return Tiny.times(part, max(0, minimum - 1), maximum.map { $0 - 1 }, greedy: greedy).match(
                        text, next, then)
                }
            }
            if minimum > 0 { return more() }
            return greedy ? more() || then(place) : then(place) || more()
        case .start: return place == 0 && then(place)
        case .end: return place == text.count && then(place)
        case .boundary:
            let before = place > 0 && text[place - 1] != " "
            let after = place < text.count && text[place] != " "
            return before != after && then(place)
        }
    }

    private static func match(_ parts: ArraySlice<Tiny>, _ text: [Character], _ place: Int, _ then: (Int) -> Bool)
        -> Bool
    {
        guard let first = parts.first else { return then(place) }
        return first.match(text, place) { match(parts.dropFirst(), text, $0, then) }
    }

    /// The first match in characters.
    func firstMatch(in text: [Character]) -> Range<Int>? {
        for start in 0...text.count {
            var end: Int?
            let isMatch = match(text, start) { place in
                end = place
                return true
            }
            if isMatch, let end { return start..<end }
        }
        return nil
    }
}

@Suite struct PatternDifferentialTests {
    /// The letters of random texts, with what folding makes of them.
    private static let letters: [(written: String, folded: String)] = [
        ("a", "a"), ("A", "a"), ("b", "b"), ("é", "e"), ("e\u{301}", "e"), ("œ", "oe"), ("o", "o"), (" ", " "),
        ("Ê", "e"),
    ]

    @Test("Exact patterns", arguments: 0..<8)
    func exact(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<400 {
            let pattern = Tiny.random(3, &random)
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                random.one(of: ["a", "b", "é", "o", "e", " "] as [Character])
            }
            let expected = pattern.firstMatch(in: text)
            let bytes = Array(String(text).utf8)
            var matcher = PatternMatcher(try PatternProgram(pattern.source, exactly: true))
            let found = bytes.withUnsafeBufferPointer { matcher.firstMatch(in: $0) }
            #expect(bytes.withUnsafeBufferPointer { matcher.matches($0) } == (expected != nil))
            let characters = found.map { range in
                String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
                    .count..<String(decoding: bytes[..<range.upperBound], as: UTF8.self).count
            }
            #expect(characters?.lowerBound == expected?.lowerBound, "\(pattern.source) in \(String(text))")
            if !pattern.hasEmptyLoop { #expect(characters == expected, "\(pattern.source) in \(String(text))") }
        }
    }

    @Test("Folded patterns", arguments: 100..<108)
    func folded(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<400 {
            let pattern = Tiny.random(3, &random)
            let chosen = (0..<Int.random(in: 0...8, using: &random)).map { _ in random.one(of: Self.letters) }
            let foldedPattern = Tiny.folded(pattern)
            // Each folded letter with the bytes of the written one.
            var folded: [Character] = []
            var starts: [Int] = []
            var ends: [Int] = []
            var offset = 0
            for letter in chosen {
                for character in letter.folded {
                    folded.append(character)
                    starts.append(offset)
                    ends.append(offset + letter.written.utf8.count)
                }
                offset += letter.written.utf8.count
            }
            let expected = foldedPattern.firstMatch(in: folded).map { range in
                let start = range.lowerBound < folded.count ? starts[range.lowerBound] : offset
                let end =
                    range.isEmpty
                    ? max(start, range.upperBound > 0 ? ends[range.upperBound - 1] : 0) : ends[range.upperBound - 1]
                return start..<end
            }
            let bytes = Array(chosen.map(\.written).joined().utf8)
            let program = try PatternProgram(pattern.source, exactly: false)
            var matcher = PatternMatcher(program)
            let found = bytes.withUnsafeBufferPointer { matcher.firstMatch(in: $0) }
            let context: Comment = "\(pattern.source) in \(chosen.map(\.written).joined())"
            #expect(found?.lowerBound == expected?.lowerBound, context)
            if !pattern.hasEmptyLoop { #expect(found == expected, context) }
            // What an index would ask for is there.
            if found != nil {
                let words = Words(bytes)
                let texts = (0..<words.count).map { words.text(of: $0) }
                for alternatives in program.requiredFragments {
                    #expect(texts.contains { word in alternatives.contains { word.contains($0) } }, context)
                }
            }
        }
    }
}

extension Tiny {
    /// The pattern over folded letters.
    fileprivate static func folded(_ pattern: Tiny) -> Tiny {
        switch pattern {
        case .letter("é"): .letter("e")
        case .oneOf(let letters, let negated): .oneOf(letters.map { $0 == "é" ? "e" : $0 }, negated: negated)
        case .sequence(let parts): .sequence(parts.map(folded))
        case .either(let parts): .either(parts.map(folded))
        case .times(let part, let minimum, let maximum, let greedy):
            .times(folded(part), minimum, maximum, greedy: greedy)
        default: pattern
        }
    }
}
