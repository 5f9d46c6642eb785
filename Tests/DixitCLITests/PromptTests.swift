// The prompt at a terminal: what a reader sees, and which keys do what.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct PromptTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func open(_ arguments: String...) throws -> Prompt {
        try Prompt(arguments, environment: ["XDG_STATE_HOME": home.path, "HOME": home.path])
    }

    @Test func aQueryIsAnsweredWithATableAndALine() throws {
        let terminal = try open()
        let answer = try terminal.ask("find documents show id")
        #expect(answer.contains("#  id\n─  ────────────────────\n1  000_b5ed5daaaca7dd27\n1 document"))
        #expect(answer.contains(" ms\n"))
        try terminal.leave()
    }

    @Test func helpSetsAndSchemaAreShown() throws {
        let terminal = try open()
        for (line, words) in [
            (".help", [".schema", ".quit", "find statements"]), ("help", [".schema"]), ("?", [".schema"]),
            (".help contains", ["phrase"]), (".sets", ["statements", "agreements"]), (":sets", ["statements"]),
            (".schema statements", ["speaker", "orateur"]), ("\\d statements", [".schema", "orateur"]),
            (".schema statements.speaker", ["statements.speaker"]), (".stats", ["1  documents"]),
            (".examples people", ["find people"]), (".values documents.language", ["\n"]),
        ] {
            let shown = try terminal.ask(line)
            for word in words { #expect(shown.contains(word), "\(line) shows no \(word): \(shown)") }
        }
        #expect(try terminal.ask(".shcema").contains("did you mean .schema?"))
        #expect(try terminal.ask(".wombat").contains(".help lists them"))
        #expect(try terminal.ask(".lang fr").contains("dixit> "))
        #expect(try terminal.ask(".shcema").contains("vouliez-vous dire .schema"))
        try terminal.leave()
    }

    @Test(arguments: [".quit", "quit", "exit", "\\q", ":quit"])
    func everyWayOutIsOne(_ word: String) throws {
        let terminal = try open()
        try terminal.type(word + "\n")
        #expect(try terminal.waitForExit() == 0)
    }

    @Test func aQueryGoesOnOverLinesThatShowWhatIsOpen() throws {
        let terminal = try open()
        try terminal.type("find documents where text contains « société\n")
        try terminal.expect("«> ")
        try terminal.type("civile »\n")
        #expect(try terminal.expect("dixit> ").contains("1 document"))
        try terminal.type("find documents where (id = \"x\"\n")
        try terminal.expect("(> ")
        try terminal.type("or words > 1)\n")
        #expect(try terminal.expect("dixit> ").contains("1 document"))
        try terminal.type("find documents where\n")
        try terminal.expect("…> ")
        // An empty line submits what there is.
        try terminal.type("\n")
        #expect(try terminal.expect("dixit> ").contains("E204"))
        try terminal.leave()
    }

    @Test func linesThatArePastedAreOneInput() throws {
        let terminal = try open()
        try terminal.type("\u{1B}[200~find documents\nwhere words > 1\nshow id\u{1B}[201~")
        try terminal.type("\n")
        #expect(try terminal.expect("dixit> ").contains("1 document"))
        try terminal.leave()
    }

    @Test func aLineChangesTheQueryBeforeIt() throws {
        let terminal = try open()
        #expect(try terminal.ask("and words > 1").contains("no query yet"))
        _ = try terminal.ask("find documents where words > 1")
        for (line, query) in [
            ("and text contains \"Casablanca\"", "find documents where words > 1 and text contains \"Casablanca\"\n"),
            ("show id", "find documents where words > 1 and text contains \"Casablanca\" show id\n"),
            ("limit 1", "find documents where words > 1 and text contains \"Casablanca\" show id limit 1\n"),
            ("where words > 2", "find documents where words > 2 show id limit 1\n"),
            ("by language", "count documents where words > 2 by language\n"),
        ] {
            let shown = try terminal.ask(line)
            #expect(shown.contains(query), "\(line) gives \(shown)")
        }
        try terminal.leave()
    }

    @Test func ofTwoReadingsOneIsChosen() throws {
        let terminal = try open()
        _ = try terminal.ask("find documents where words > 1 and id = \"x\"")
        #expect(try terminal.ask("or words > 2").contains("E202"))
        let shown = try terminal.ask("1")
        #expect(shown.contains("find documents where (words > 1 and id = \"x\") or words > 2\n"))
        #expect(shown.contains("1 document"))
        try terminal.leave()
    }

    @Test func theCorrectedQueryIsTypedAlready() throws {
        let terminal = try open()
        try terminal.type("find documnets\n")
        try terminal.expect("E300")
        try terminal.expect("dixit> find documents")
        try terminal.type("\n")
        #expect(try terminal.expect("dixit> ").contains("1 document"))
        try terminal.leave()
    }

    @Test func ctrlCClearsTheLineAndStays() throws {
        let terminal = try open()
        for _ in 1...5 {
            try terminal.type("find nonsense")
            try terminal.expect("find nonsense")
            try terminal.type("\u{3}")
            try terminal.expect("dixit> ")
        }
        // Also what came on the lines before.
        try terminal.type("find documents where (\n")
        try terminal.expect("(> ")
        try terminal.type("\u{3}")
        try terminal.expect("dixit> ")
        #expect(try terminal.ask("find documents").contains("1 document"))
        try terminal.leave()
    }

    @Test func ctrlDOnALineWithTextDeletesAndDoesNotLeave() throws {
        let terminal = try open()
        try terminal.type("find documents\u{4}")
        #expect(try terminal.ask("").contains("1 document"))
        try terminal.leave()
    }

    @Test func tabCompletesKeywordsSetsFieldsAndCommands() throws {
        let terminal = try open()
        try terminal.type("fin\t")
        try terminal.expect("find ")
        try terminal.type("documen\t")
        try terminal.expect("documents ")
        try terminal.type("whe\t")
        try terminal.expect("where ")
        try terminal.type("outl\t")
        try terminal.expect("outlet")
        try terminal.type("\u{3}")
        try terminal.expect("dixit> ")
        try terminal.type(".sche\t")
        try terminal.expect(".schema ")
        try terminal.type("agr\t\n")
        #expect(try terminal.expect("dixit> ").contains("agreements (accords"))
        // Several candidates are shown below the line.
        try terminal.type("find p\t")
        #expect(try terminal.expect("places").contains("people"))
        try terminal.expect("dixit> find p")
        try terminal.type("\u{3}")
        try terminal.expect("dixit> ")
        try terminal.leave()
    }

    @Test func tabCompletesAValueInsideFrenchQuotationMarks() throws {
        let terminal = try open()
        try terminal.type("find statements where speaker = « mustapha b\t")
        try terminal.expect("Mustapha Bakkoury »")
        try terminal.type("\n")
        #expect(try terminal.expect("dixit> ").contains("2 statements"))
        try terminal.type("find statements where speaker = \"bak\t")
        try terminal.expect("Bakkoury\"")
        try terminal.type("\n")
        #expect(try terminal.expect("dixit> ").contains("2 statements"))
        try terminal.leave()
    }

    @Test func theHistoryLastsOverSessions() throws {
        let first = try open()
        _ = try first.ask("count documents")
        try first.type("find documents where (words > 1\n")
        try first.expect("(> ")
        try first.type(") show id\n")
        try first.expect("dixit> ")
        _ = try first.ask(" count people")
        _ = try first.ask("count documents")
        try first.leave()

        // One line a query, its line ends written out, what began with a space left out.
        let lines = try home.read("dixit/history").split(separator: "\n")
        #expect(lines == ["count documents", "find documents where (words > 1\\n) show id", "count documents"])
        let attributes = try FileManager.default.attributesOfItem(atPath: home.path + "/dixit/history")
        #expect(attributes[.posixPermissions] as? Int == 0o600)

        let second = try open()
        try second.type("\u{1B}[A")
        try second.expect("count documents")
        try second.type("\u{1B}[A\n")
        #expect(try second.expect("dixit> ").contains("1 document"))
        try second.leave()
    }

    @Test func theHistoryCanBeLeftOff() throws {
        let terminal = try open("--no-history")
        _ = try terminal.ask("count documents")
        try terminal.leave()
        #expect(!FileManager.default.fileExists(atPath: home.path + "/dixit"))
    }

    @Test func longAnswersComeInPages() throws {
        for number in 101...145 { try home.write("Texte \(number).", to: "many/d\(number).txt") }
        let terminal = try Prompt(["--no-history"], corpus: home.path + "/many")
        #expect(try terminal.ask(".next").contains("no answer yet"))
        let first = try terminal.ask("find documents show id")
        #expect(first.contains("\n20  d120\n") && !first.contains("d121") && first.contains("20 of 45, .next"))
        let second = try terminal.ask(".next")
        #expect(second.contains("\n21  d121\n") && second.contains("21–40 of 45, .next"))
        #expect(try terminal.ask(".next").contains("\n45  d145\n"))
        #expect(try terminal.ask(".next").contains("no more rows"))
        #expect(try terminal.ask(".prev").contains("\n21  d121\n"))
        #expect(try terminal.ask(".row 45").contains("Texte 145."))
        #expect(try terminal.ask(".row 46").contains("no row 46"))
        try terminal.leave()
    }

    @Test func aRowLeadsToItsPassage() throws {
        let terminal = try open()
        _ = try terminal.ask("find statements where speaker = \"Bakkoury\"")
        #expect(try terminal.ask(".row 1").contains("Mustapha Bakkoury"))
        let source = try terminal.ask(".source 1")
        #expect(source.contains("000_b5ed5daaaca7dd27") && source.contains("⟦") && source.contains("occasion propice"))
        try terminal.leave()
    }

    @Test func theFormAndTheParametersCanBeChanged() throws {
        let terminal = try open()
        _ = try terminal.ask(".mode json")
        #expect(try terminal.ask("count documents").contains("{\"count\": 1}"))
        #expect(try terminal.ask(".mode sonnet").contains(".set mode auto|table"))
        _ = try terminal.ask(".param set least 1")
        #expect(try terminal.ask(".param").contains("$least = 1"))
        #expect(try terminal.ask("count documents where words > $least").contains("{\"count\": 1}"))
        _ = try terminal.ask(".param unset least")
        #expect(try terminal.ask("count documents where words > $least").contains("E303"))
        try terminal.leave()
    }

    @Test func linesWithoutATerminalWorkToo() throws {
        let outcome = try dixit.run(
            ["seeds", "--interactive", "-F", "table", "--no-history"],
            input: "count documents where\nwords > 1\nby language\n.sets\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("1\n") && outcome.output.contains("agreements"))
        #expect(outcome.error.contains("count documents where words > 1 by language"))
    }

    @Test func ctrlCStopsAQueryAndStays() throws {
        // Spaces are read quickly, and searched slowly.
        for number in 1...200 {
            try home.write(String(repeating: " ", count: 50_000 + number) + "oui", to: "spaces/\(number).txt")
        }
        let terminal = try Prompt(["--no-history"], corpus: home.path + "/spaces")
        for _ in 1...2 {
            try terminal.type("count documents where text matches /([ .]+)+[0-9]/\n")
            // What takes long is said to be going on.
            try terminal.expect(" s … Ctrl-C stops")
            try terminal.type("\u{3}")
            #expect(try terminal.expect("dixit> ").contains("E505"))
        }
        #expect(try terminal.ask("count documents").contains("\n200\n"))
        try terminal.leave()
    }

    @Test func aTimeoutEndsARunWith5() throws {
        try home.write(String(repeating: " ", count: 5_000_000) + "oui", to: "spaces/a.txt")
        let outcome = try dixit.run(
            [home.path + "/spaces", "--timeout", "20ms", "-c", "count documents where text matches /([ .]+)+[0-9]/"])
        #expect(outcome.status == 5 && outcome.output.isEmpty && outcome.error.hasPrefix("error[E502]"))
    }

    @Test func ctrlCEndsARunWith130() throws {
        let script = try home.write(String(repeating: "find documents\n", count: 40_000), to: "many.dixit")
        let terminal = try PseudoTerminal(dixit, ["seeds", "-f", script, "-k", "-F", "jsonl"])
        try terminal.expect("000_b5ed5daaaca7dd27")
        try terminal.type("\u{3}")
        #expect(try terminal.waitForExit() == 130)
    }
}
