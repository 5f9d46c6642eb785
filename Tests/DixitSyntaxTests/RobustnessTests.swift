// Whatever is written, the parser answers: no trap, errors inside the source, work in proportion to its length.

import DixitSyntax
import Foundation
import TestSupport
import Testing

/// Parses anything and checks what must always hold.
func checkedParse(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let parsed = Parser.parse(source)
    let bytes = Array(source.utf8)
    func isPlace(_ offset: Int) -> Bool {
        offset >= 0 && offset <= bytes.count && (offset == bytes.count || bytes[offset] & 0xC0 != 0x80)
    }
    func check(_ range: SourceRange, _ what: String) {
        let isInside = range.start <= range.end && isPlace(range.start) && isPlace(range.end)
        #expect(isInside, "\(what) \(range) in \(source.debugDescription.prefix(300))", sourceLocation: sourceLocation)
    }
    #expect(parsed.diagnostics.count <= DiagnosticList.limit, sourceLocation: sourceLocation)
    for diagnostic in parsed.diagnostics {
        check(diagnostic.range, diagnostic.message.key)
        for label in diagnostic.labels { check(label.range, diagnostic.message.key + " label") }
        for fix in diagnostic.fixes { check(fix.range, diagnostic.message.key + " fix") }
        for language in MessageLanguage.allCases {
            #expect(!DiagnosticRenderer(source, language: language).text(diagnostic).isEmpty)
        }
    }
    let outline = parsed.script.outline
    if parsed.diagnostics.isEmpty {
        #expect(!outline.contains("INVALID"), "\(source.debugDescription.prefix(300))", sourceLocation: sourceLocation)
        #expect(parsed.openEnd == nil, "\(source.debugDescription.prefix(300))", sourceLocation: sourceLocation)
        _ = checkedFormat(source, sourceLocation: sourceLocation)
    } else {
        #expect(Formatter.format(source) == nil, sourceLocation: sourceLocation)
    }
}

@Suite struct RobustnessTests {
    @Test(
        "Awkward sources",
        arguments: [
            "", " ", "\n", "\0", "|\u{301}", "find |\u{301}", "\u{200D}🦊\u{200D}🦊", "\r\n|\u{301}\u{301}|", "\u{301}|",
            "find statements \0", "\u{FEFF}find statements", "find\u{FEFF} statements", "\u{301}",
            "a\u{301}\u{301}",
            "find \u{301}", "find a where b = \u{301}\"x\"", "\"", "«", "»", "“", "”", "„", "‹", "›", "'", "’", "/",
            "$", "#", ";", ";;;", ".",
            "..", ".a", "-", "--", "-1", "1-", "1-2", "2016-", "2016-1", "2016-13-45", "2016-01-01-01", "12345-01", "0",
            "1.", "1.5.6", "1e9",
            "=", "==", "===", "!", "!=", "<", "<>", "><", "(", ")", "()", ")(", ",", "a b", "find", "find find",
            "count", "count of", "let",
            "let a", "let a =", "let a = (", "let a = (1", "let a = (1,", "let where = 3", "param", "param a",
            "param $", "param $a =", "explain",
            "explain explain find a", "find a where", "find a where not", "find a where (", "find a where ()",
            "find a where b", "find a where b =",
            "find a where b = (", "find a where b in", "find a where b in (find", "find a where b in (find c",
            "find a where b in (find c where",
            "find a where b is", "find a where b is not", "find a where b does", "find a where b does not",
            "find a where b between",
            "find a where b between 1", "find a where b between 1 and", "find a where b contains",
            "find a where b contains not",
            "find a where b contains (", "find a where b contains any", "find a where b contains any of",
            "find a where b contains any of (",
            "find a where b contains \"c\" near", "find a where b contains \"c\" within",
            "find a where b contains \"c\" within 3",
            "find a where b contains \"c\" within same", "find a where b contains \"c\" at",
            "find a where b contains \"c\" at least 1",
            "find a where b matches", "find a where b matches /", "find a where b matches exactly",
            "find a where b matches /a\\", "find a by",
            "find a sort", "find a sort by", "find a order", "find a limit", "find a limit -1", "find a limit 1.5",
            "find a sample", "find a as",
            "count a having", "count a by b having count", "find a where b = 1.5 days ago",
            "find a where b = -1 days ago",
            "find a where b = 99999999999999999999 days ago", "find a where b = 7 days", "find a where at",
            "find a where exactly",
            "find a where exactly 3", "find a where some", "find a where some b have", "find a where some b have (",
            "find a where it.",
            "find a where b.", "find a where b. = 1", "find a where count = 1", "find a where first of = 1",
            "find a where 'b", "find a where b = 'c",
            "find a where b = ''", "find a where b = '''", "find a where b = l'", "find a where b = '\u{301}",
            "find a where b = \u{1F1EB}\u{1F1F7}",
            "find a where b = e\u{301}e\u{301} c", "\r\nfind a\r\n\r\nfind b\r\n", "find a\u{2028}find b", "🦊 = 🦊",
            "find a where b = « « c »",
            "find a where b = « \u{A0} »", "find a where b = «»", "find a where b = \"\"\"", "trouver", "trouver où",
            "#\u{301}", "# « \nfind a",
            "let a = 3 days", "let a = today ago", "find them them", "find a where b in them them",
            "find a skip 9223372036854775808",
        ])
    func awkward(source: String) {
        checkedParse(source)
        for offset in 0...source.utf8.count { _ = CompletionState(source, at: offset) }
    }

    @Test("A character that means nothing is an error", arguments: ["\0", "\u{7}", "🦊", "\\", "}", "\u{202E}"])
    func foreignCharacter(character: String) {
        #expect(!Parser.parse(character).diagnostics.isEmpty)
        #expect(!Parser.parse("find a " + character).diagnostics.isEmpty)
    }

    @Test("Mutations of good and bad queries", arguments: 0..<8)
    func mutations(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sources = try
            (goldenText("ok/worked.dixit") + goldenText("err/worked.dixit") + goldenText("err/grammar.dixit"))
            .split(separator: "\n").map { Array($0.utf8) }
        for _ in 0..<150 {
            var bytes = random.one(of: sources)
            if random.happens(onceIn: 3) { bytes += Array("\n".utf8) + random.one(of: sources) }
            for _ in 0..<random.number(1...4) {
                let place = random.number(0...bytes.count)
                switch random.number(0...4) {
                case 0 where place < bytes.count: bytes.remove(at: place)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 2 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.number(0...7))
                case 3: bytes.insert(contentsOf: bytes[place...].prefix(random.number(0...12)), at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + random.number(0...12)))
                }
            }
            checkedParse(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("Soups of words and signs", arguments: 0..<8)
    func soups(seed: Int) {
        var random = SeededGenerator(seed: UInt64(1_000 + seed))
        let signs = [
            "(", ")", ",", ".", ";", "=", "!=", "<", ">=", "\n", "\"a\"", "« b »", "“c”", "„d“", "‹e›", "\"", "«", "'",
            "’", "/a/", "/", "$p", "$",
            "1", "12.5", "-3", "2016-05", "2016-5", "#x\n", "-", "*", "\"*a\"", "é", "a\u{301}", "\u{301}", "\u{FEFF}",
            "\0", "\u{A0}", "où", "et",
            "trouver", "statements", "days", "\"\"", "\\", "|",
        ]
        let words = Keyword.allCases.map(\.rawValue) + signs + ["find", "find", "where", "where", "(", ")"]
        for _ in 0..<200 {
            let soup = (0..<random.number(1...30)).map { _ in
                random.one(of: words) + (random.happens(onceIn: 5) ? "" : " ")
            }
            checkedParse(soup.joined())
        }
    }

    @Test("Mutations of random sentences", arguments: 0..<4)
    func sentenceMutations(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(2_000 + seed))
        var generator = SentenceGenerator(try GrammarFile.dixit(), seed: UInt64(seed))
        for _ in 0..<60 {
            var scalars = Array(generator.script().unicodeScalars)
            guard !scalars.isEmpty else { continue }
            switch random.number(0...2) {
            case 0: scalars.remove(at: random.number(0...scalars.count - 1))
            case 1: scalars.swapAt(random.number(0...scalars.count - 1), random.number(0...scalars.count - 1))
            default: scalars.removeLast(random.number(1...scalars.count))
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            checkedParse(String(text))
        }
    }

    @Test(
        "Work grows with the length of a source, whatever is in it",
        arguments: [
            ("find a where ", "(", ""), ("find a where ", "not ", ""), ("find a ", "where (b c ", ""),
            ("find a ", "where (b = 1 ", ""),
            ("", "find a where (", ""), ("", "find a where (\n", ""), ("", "trouver a où b = 1\n", ""),
            ("", "trouver a ; ", ""),
            ("find a where b contains ", "not ", "\"c\""), ("find a where b contains ", "(", ""),
            ("find a where b contains ", "\"c\" ", ""),
            ("find a where b contains \"c\"", " and (", ""),
            ("find a where b contains \"c\"", " and \"c\" or b = 1", ""),
            ("find a where b in ", "(find c where d in ", ""), ("find a where b in (", "1, ", "1)"),
            ("find a where b = ", "é", ""),
            ("find a where b = ", "c d ", ""), ("find a where b = ", "l'", "a"), ("", "'a ", ""), ("", "'", ""),
            ("", "«", ""), ("", "\"", ""),
            ("", "“a”", ""), ("", "/", ""), ("find a where ", "b.", "c = 1"), ("find a where ", "b = 1 and ", "b = 1"),
            ("", "1", ""), ("", "2016-", ""),
            ("find a where ", "b = 1 and c = 2 or ", "d = 3"), ("find a where ", "some b have (", ""), ("", ")", ""),
            ("", "(a b)", ""), ("", "\n", ""),
            ("", "#\n", ""), ("", "$", ""), ("find a ", "limit x ", ""), ("let a = ", "(", ""), ("", "\0", ""),
            ("find a where b = ", "(c ", ""),
            ("find a where ", "((b c) and ", "d = 1"),
        ])
    func linearWork(start: String, piece: String, end: String) {
        func steps(_ count: Int) -> Int { Parser.parse(start + String(repeating: piece, count: count) + end).steps }
        let short = steps(1_000)
        let long = steps(8_000)
        #expect(long <= 8 * short + 2_000, "\(short) and \(long)")
        #expect(long <= 8_000 * piece.utf8.count * 110 + 10_000)
    }

    @Test("A deep, a long and an endless query")
    func large() {
        checkedParse("find a where " + String(repeating: "(", count: 100_000))
        checkedParse(
            "find a where " + String(repeating: "(", count: 100_000) + "b = 1" + String(repeating: ")", count: 100_000))
        checkedParse(String(repeating: "find a where not ", count: 20_000))
        let long = "find a where b in (" + String(repeating: "\"mot\", ", count: 1_450_000) + "\"mot\")"
        #expect(long.utf8.count > 10_000_000)
        let parsed = Parser.parse(long)
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.steps < 4_000_000)
    }
}

/// What a fuzzer starts from, and what it once found.
@Test func fuzzingSeedsParse() throws {
    let folder = Golden.packageFolder().appendingPathComponent("Tests/Fuzzing/Seeds/parser")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
        checkedParse(String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self))
    }
}
