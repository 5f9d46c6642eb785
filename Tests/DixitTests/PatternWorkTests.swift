// The work of a pattern grows with the text and the program, whatever the pattern; and no pattern traps.

import Dixit
import Foundation
import TestSupport
import Testing

@Suite struct PatternWorkTests {
    private func steps(_ pattern: String, _ text: [UInt8]) throws -> Int {
        var matcher = PatternMatcher(try PatternProgram(pattern, exactly: false))
        _ = text.withUnsafeBufferPointer { matcher.matches($0) }
        return matcher.steps
    }

    @Test(
        "Patterns on which a backtracking matcher never ends",
        arguments: ["(a*)*b", "(a|a)*b", "(a|aa)+$b", "(a?){50}a{50}b", "(.*)*x", "(a+)+\\bz", "((a{0,9}){0,9}){0,9}b"])
    func evil(pattern: String) throws {
        let short = try steps(pattern, [UInt8](repeating: UInt8(ascii: "a"), count: 300))
        let long = try steps(pattern, [UInt8](repeating: UInt8(ascii: "a"), count: 3_000))
        #expect(long <= short * 11)
        #expect(long <= 3_001 * 2 * PatternProgram.largestSize)
    }

    @Test("A pattern that begins at the start of the text does not read the rest")
    func anchored() throws {
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)
        #expect(try steps("^b", text) < 10)
        #expect(try steps("^(b|c)", text) < 20)
    }

    @Test("Characters with which no match begins cost nothing")
    func rareFirstCharacter() throws {
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)
        #expect(try steps("\\bréform(e|er|es)\\b", text) < 20)
    }

    @Test("A limit of steps ends a search")
    func stepLimit() throws {
        var matcher = PatternMatcher(try PatternProgram("(a|a)*b", exactly: false))
        matcher.stepLimit = 1_000
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 100_000)
        #expect(!text.withUnsafeBufferPointer { matcher.matches($0) })
        #expect(matcher.ranOut)
        #expect(matcher.steps < 1_100)
        matcher.stepLimit = .max
        #expect(Array("ab".utf8).withUnsafeBufferPointer { matcher.matches($0) })
        #expect(!matcher.ranOut)
    }

    @Test("Random patterns are read or refused, and run on anything", arguments: 0..<4)
    func garbage(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "(", ")", "[", "]", "^", "$", "*", "+", "?", "{", "}", "{2}", "{1,3}", ",", "|", "\\", "\\b", "\\w", "\\1",
            "(?:", "(?=",
            "-", "a", "é", "œ", "\u{301}", "\u{FEFF}", "\0", " ", "\u{A0}", "\u{10FFFF}", "9", "a-z", "[^", ".",
        ]
        let text = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) } + Array("aé œ-9 a\u{301}".utf8)
        for _ in 0..<800 {
            let pattern = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.one(of: pieces) }.joined()
            for exactly in [true, false] {
                do {
                    var matcher = PatternMatcher(try PatternProgram(pattern, exactly: exactly))
                    if let range = text.withUnsafeBufferPointer({ matcher.firstMatch(in: $0) }) {
                        #expect(range.lowerBound >= 0 && range.upperBound <= text.count)
                    }
                } catch {
                    #expect(error.range.lowerBound >= 0 && error.range.upperBound <= pattern.utf8.count, "\(pattern)")
                }
            }
        }
    }
}

/// What a fuzzer starts from, and what it once found: a pattern on the first line, and a text.
@Test func fuzzingSeedsMatchOrAreRefused() throws {
    let folder = Golden.packageFolder().appendingPathComponent("Tests/Fuzzing/Seeds/pattern")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
        let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
        let line = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let source = String(decoding: bytes[..<line], as: UTF8.self)
        let text = Array(bytes[min(line + 1, bytes.count)...])
        for exactly in [false, true] {
            guard let program = try? PatternProgram(source, exactly: exactly) else { continue }
            var matcher = PatternMatcher(program)
            text.withUnsafeBufferPointer { text in
                let range = matcher.firstMatch(in: text)
                #expect(matcher.matches(text) == (range != nil))
                if let range { #expect(matcher.firstMatch(in: text, from: range.lowerBound) == range) }
            }
        }
    }
}
