// What `matches /…/` finds: a table of patterns, texts and matches.

import Dixit
import DixitSyntax
import Testing

/// The first match, as text; nil where there is none.
func firstMatch(_ pattern: String, _ text: String, exactly: Bool = false) throws -> String? {
    var matcher = PatternMatcher(try PatternProgram(pattern, exactly: exactly))
    let bytes = Array(text.utf8)
    guard let range = bytes.withUnsafeBufferPointer({ matcher.firstMatch(in: $0) }) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
}

@Suite struct PatternTests {
    @Test(
        "Folded patterns find folded texts, and report them as they are written",
        arguments: [
            ("coeur", "Le CŒUR du débat", "CŒUR"), ("cœur", "le coeur du débat", "coeur"),
            ("COEUR", "le cœur", "cœur"), ("eur", "cœurs", "œur"), ("co", "cœur", "cœ"), ("e", "cœur", "œ"),
            ("reforme", "la Réforme", "Réforme"), ("réforme", "LA REFORME", "REFORME"),
            ("reforme", "la re\u{301}forme.", "re\u{301}forme"), ("re\u{301}forme", "réforme", "réforme"),
            ("e\u{301}+", "réélu", "éé"), ("é{2}", "réélu", "éé"), ("e$", "café\u{301}", "é\u{301}"),
            ("straße", "STRASSE", "STRASSE"), ("strasse", "Straße", "Straße"),
            ("l'accord", "l’accord de Rabat", "l’accord"), ("l’accord", "l'accord", "l'accord"),
            ("société civile", "La Société\u{A0}civile", "Société\u{A0}civile"),
            ("société civile", "société\n  civile", "société\n  civile"),
            ("porte-parole", "le porte parole", "porte parole"), ("porte parole", "le porte‑parole", "porte‑parole"),
            ("10 - 12", "de 10-12 ans", "10-12"), ("10-12", "de 10 – 12 ans", "10 – 12"),
            ("anticon", "anti\u{AD}con", "anti\u{AD}con"), ("Рабат", "в РАБАТЕ", "РАБАТ"), ("ΑΘΗΝΑ", "Αθήνα", "Αθήνα"),
            ("[à-ÿ]x", "Ex", "Ex"), ("[É]t", "été", "ét"), ("[œ]u", "coeur", "oeu"), ("[xœ]u", "cœur", "œu"),
            ("[A-Z]+", "étude", "étude"), ("[^é]", "éÈa", "a"), ("[^a-z]+", "Rabat, 2016", ", 2016"),
            ("[\\w']+", "«l’accord»", "l’accord"), ("[ -]", "porte-parole", "-"),
            ("\u{1F600}", "a\u{1F600}b", "\u{1F600}"),
        ])
    func folded(pattern: String, text: String, match: String) throws {
        #expect(try firstMatch(pattern, text) == match)
    }

    @Test(
        "Exact patterns look at the characters as they are",
        arguments: [
            ("ONCF", "oncf ONCF", "ONCF"), ("[A-Z]{2,}", "L'ONCF", "ONCF"),
            ("\\d{4}-\\d\\d", "le 2016-05-12", "2016-05"),
            ("\\s", "porte-parole du", " "), ("é", "Éé", "é"), (".", "œ", "œ"), ("a b", "a\u{A0}b a b", "a b"),
            ("\\w+", "e\u{301}te", "e\u{301}te"),
            ("été", "e\u{301}te\u{301}", "e\u{301}te\u{301}"), ("e\u{301}te\u{301}", "l'été", "été"),
            ("^.$", "e\u{301}", "e\u{301}"), ("[éè]t", "e\u{301}t", "e\u{301}t"), ("[e\u{301}]t", "ét", "ét"),
            ("[^e]", "e\u{301}", "e\u{301}"), ("ệ", "e\u{302}\u{323}", "e\u{302}\u{323}"),
            ("e\u{323}\u{302}", "ê\u{323}", "ê\u{323}"), ("x\u{301}", "ax\u{301}", "x\u{301}"),
            ("x", "x\u{301}", "x\u{301}"), ("Й", "И\u{306}", "И\u{306}"),
            ("q\u{307}\u{323}", "q\u{323}\u{307}", "q\u{323}\u{307}"),
        ])
    func exact(pattern: String, text: String, match: String) throws {
        #expect(try firstMatch(pattern, text, exactly: true) == match)
    }

    @Test(
        "The syntax of patterns",
        arguments: [
            ("\\bréform(e|er|es)\\b", "les réformes", "réformes"), ("\\bréform(e|er|es)\\b", "réformer", "réformer"),
            ("a|ab", "xab", "a"), ("ab|a", "xab", "ab"), ("a*", "aab", "aa"), ("a+?", "aab", "a"),
            ("a??b", "aab", "ab"),
            ("a{2}", "aaaa", "aa"), ("a{2,}", "aaaa", "aaaa"), ("a{2,3}", "aaaa", "aaa"), ("a{1,3}?", "aaa", "a"),
            ("a{0}b", "ab", "b"), ("(?:ab)+", "xababa", "abab"), ("^le", "le de le", "le"), ("le$", "le de Le", "Le"),
            ("^$", "", ""), ("", "abc", ""), ("()", "a", ""), ("x*", "b", ""), ("\\Ba", "a ba", "a"),
            ("a\\b", "ab a", "a"),
            ("\\.", "a.b", "."), ("\\/", "km/h", "/"), ("\\(\\w+\\)", "le (CNSS)", "(CNSS)"), ("\\t", "a\tb", "\t"),
            ("\\d+", "en 2016", "2016"), ("\\D+", "12ab", "ab"), ("\\W", "a«b", "«"), ("\\S+", " ab c", "ab"),
            ("[\\]]", "a]", "]"), ("[a\\-z]", "m-", "-"), ("[a-]+", "b-a", "-a"),
            ("[^\\d]", "1a", "a"), ("[\\D]", "1a", "a"), ("[.*]", "a*", "*"), ("٢", "٢", "٢"), ("\\d", "½٢", "٢"),
            ("(a|b|)c", "xc", "c"), ("a.c", "a\nc", "a\nc"), ("((a))", "ba", "a"), ("(a*)*b", "aab", "aab"),
            ("(^|x)a", "xa", "xa"), ("\\$", "5 $", "$"), ("\\-", "a-b", "-"), ("_", "a_b", "_"),
            ("\\ba_b\\b", "a_b", "a_b"),
        ])
    func syntax(pattern: String, text: String, match: String) throws {
        #expect(try firstMatch(pattern, text) == match)
    }

    @Test(
        "What is not there is not found",
        arguments: [
            ("a", ""), ("a", "b"), ("^a", "ba"), ("a$", "ab"), ("\\bform", "réforme"), ("a{3}", "aa"), ("[^a]", "aAà"),
            ("a\\Bb", "a b"), ("^a{2}$", "aaa"), ("\\d", "½"), ("^b", "a\nb"),
        ])
    func noMatch(pattern: String, text: String) throws {
        #expect(try firstMatch(pattern, text) == nil)
        var matcher = PatternMatcher(try PatternProgram(pattern, exactly: false))
        #expect(!Array(text.utf8).withUnsafeBufferPointer { matcher.matches($0) })
    }

    @Test("A search goes on from a place, and knows what stands before it")
    func searchFromPlace() throws {
        let bytes = Array("réforme, réformes".utf8)
        func match(_ pattern: String, from start: Int) throws -> Range<Int>? {
            var matcher = PatternMatcher(try PatternProgram(pattern, exactly: false))
            return bytes.withUnsafeBufferPointer { matcher.firstMatch(in: $0, from: start) }
        }
        #expect(try match("réforme", from: 0) == 0..<8)
        #expect(try match("réforme", from: 8) == 10..<18)
        #expect(try match("\\bforme", from: 3) == nil)
        #expect(try match("^forme", from: 3) == nil)
        #expect(try match("réforme", from: 99) == nil)
        #expect(try match("réforme", from: -1) == 0..<8)
    }

    @Test(
        "What is wrong with a pattern, and where",
        arguments: [
            ("(a", "E412.parenthesis", 0..<1), ("a)", "E412.parenthesis", 1..<2), ("é)", "E412.parenthesis", 2..<3),
            ("(?<n>a)", "E412.group", 0..<2), ("[a", "E412.bracket", 0..<1), ("a]", "E412.bracket", 1..<2),
            ("[]", "E412.emptyClass", 0..<2), ("[z-a]", "E412.range", 1..<4), ("[a-\\d]", "E412.range", 1..<5),
            ("*a", "E412.repetition", 0..<1), ("a**", "E412.repetition", 2..<3), ("a{2}{3}", "E412.repetition", 4..<5),
            ("a{,3}", "E412.braces", 1..<2), ("a{3,2}", "E412.braces", 1..<2), ("a{x}", "E412.braces", 1..<2),
            ("^*", "E412.repetition", 1..<2), ("}", "E412.braces", 0..<1), ("(+)", "E412.repetition", 1..<2),
            ("\\q", "E412.escape", 0..<2), ("\\é", "E412.escape", 0..<3), ("a\\", "E412.escape", 1..<2),
            ("[\\b]", "E412.escape", 1..<3), ("\\0", "E412.escape", 0..<2), ("(?=a)", "E412.lookaround", 0..<3),
            ("x(?<!a)", "E412.lookaround", 1..<5), ("(a)\\1", "E412.backreference", 3..<5), ("a{1001}", "E413", 1..<7),
            ("(a{1000}){1000}", "E413", 9..<10), ("((){1000}){1000}", "E413", 10..<11),
            ("(?:(?:a{100}){100}){100}", "E413", 19..<20),
        ])
    func errors(pattern: String, key: String, range: Range<Int>) {
        let error = #expect(throws: PatternError.self) { try PatternProgram(pattern, exactly: false) }
        #expect(error?.message.key == key)
        #expect(error?.range == range)
    }

    @Test("A pattern may be large, deep and long, within limits")
    func limits() throws {
        _ = try PatternProgram("(a{99}){99}", exactly: false)
        _ = try PatternProgram(String(repeating: "(", count: 100) + String(repeating: ")", count: 100), exactly: false)
        for pattern in [
            String(repeating: "(", count: 101) + String(repeating: ")", count: 101),
            String(repeating: "(", count: 60_000),
            String(repeating: "a", count: 10_001), String(repeating: "a", count: 1_000_000),
            String(repeating: "a|", count: 9_000),
            String(repeating: "[\\t-\u{10FFFF}]", count: 5_000),
        ] {
            let error = #expect(throws: PatternError.self) { try PatternProgram(pattern, exactly: false) }
            #expect(error?.kind == .tooLarge)
        }
    }

    @Test(
        "What an index can ask for before the pattern runs",
        arguments: [
            ("\\bRéform(e|er|es)\\b", [["reform"]]),
            ("accord de (Rabat|Fès)", [["accord"], ["rabat", "fes"].sorted(), ["de"]]),
            ("grève|manif\\w*", [["greve", "manif"]]), ("a.b", []), ("x*", []), ("(ab)?cd", [["cd"]]),
            ("cœur", [["coeur"]]),
            ("(abc){2}", [["abc"]]), ("porte-parole", [["parole"], ["porte"]]), ("\\d{4}", []), ("abc|\\d", []),
            ("S\\.N\\.C\\.F", []), ("l’accord", [["accord"]]), ("re\u{301}forme", [["reforme"]]),
        ])
    func fragments(pattern: String, expected: [[String]]) throws {
        let found = try PatternProgram(pattern, exactly: false).requiredFragments
        #expect(Set(found) == Set(expected))
        let lengths: [Int] = found.map { $0.map(\.utf8.count).min() ?? 0 }
        #expect(lengths == lengths.sorted(by: >))
        #expect(Set(try PatternProgram(pattern, exactly: true).requiredFragments) == Set(expected))
    }
}
