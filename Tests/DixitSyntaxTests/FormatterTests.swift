// The canonical printer: parse → print → parse gives the same tree, and printing again the same text.

import DixitSyntax
import TestSupport
import Testing

/// Prints a source, and checks that nothing is lost on the way.
func checkedFormat(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) -> String? {
    let first = Parser.parse(source)
    guard let printed = Formatter.format(source) else {
        Issue.record("\(first.diagnostics): \(source)", sourceLocation: sourceLocation)
        return nil
    }
    let second = Parser.parse(printed)
    #expect(second.diagnostics.isEmpty, "\(printed)", sourceLocation: sourceLocation)
    #expect(first.script.outline == second.script.outline, sourceLocation: sourceLocation)
    #expect(first.script.comments.count == second.script.comments.count, sourceLocation: sourceLocation)
    #expect(Formatter.format(printed) == printed, sourceLocation: sourceLocation)
    return printed
}

@Test func goodScriptsPrint() throws {
    for name in try goldenNames(in: "ok") {
        let printed = try #require(checkedFormat(try goldenText("ok/\(name).dixit")))
        try Golden.check(printed, "ok/\(name).printed")
    }
}

@Test(arguments: [
    ("FIND statements WHERE speaker == 'x'", nil),
    (
        "find  statements where a<>1 and b≠2 and c ≤ 3 and d≥4",
        "find statements where a != 1 and b != 2 and c <= 3 and d >= 4\n"
    ),
    ("find people limit 3 order by name offset 2", "find people sort by name limit 3 skip 2\n"),
    ("find people where a = 1 order by name", "find people where a = 1 sort by name\n"),
    ("find people where a = 1 offset 2", "find people where a = 1 skip 2\n"),
    ("find people where name is not “x”", "find people where name != \"x\"\n"),
    ("find people where a is not known", "find people where a is missing\n"),
    ("find people where a = « il a dit \"non\" »", "find people where a = \"il a dit \"\"non\"\"\"\n"),
    ("find people where ((a = 1 and b = 2) and c = 3)", "find people where (a = 1 and b = 2) and c = 3\n"),
    (
        "find a where t contains (\"a\" or \"b\") and not (x = 1 or y = 2)",
        "find a where t contains (\"a\" or \"b\") and not (x = 1 or y = 2)\n"
    ),
    (
        "find a where t contains \"a\" within 10 words of \"b\" at least 2 times",
        "find a where t contains \"a\" near \"b\" at least 2 times\n"
    ),
    ("find a where d >= 1 days ago ; « b »", "find a where d >= 1 day ago ;\n\"b\"\n"),
    (
        "# first\n\n\n# second\nfind a # third\n# fourth\n  where b = 1 # fifth\n# sixth",
        "# first\n\n# second\n# third\n# fourth\nfind a where b = 1  # fifth\n# sixth\n"
    ),
    ("", ""),
    ("# only this", "# only this\n"),
])
func printsCanonically(source: String, expected: String?) {
    guard let expected else {
        #expect(Formatter.format(source) == nil)
        return
    }
    #expect(checkedFormat(source) == expected)
}
