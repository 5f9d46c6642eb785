// What the prompt does beyond questions: start-up file, pager, editor, clipboard, pictures, terminals that can do little.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct PromptCommandTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// A prompt on the seed, its greeting read.
    private func open(_ arguments: String..., environment: [String: String] = [:]) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            dixit, ["seeds", "--color", "never"] + arguments,
            environment: ["HOME": home.path].merging(environment) { $1 })
        try terminal.expect("dixit> ")
        return terminal
    }

    private func ask(_ terminal: PseudoTerminal, _ line: String) throws -> String {
        try terminal.type(line + "\n")
        return try terminal.expect("dixit> ")
    }

    private func leave(_ terminal: PseudoTerminal) throws {
        try terminal.type("\u{4}")
        #expect(try terminal.waitForExit() == 0)
    }

    @Test func theStartUpFileIsReadAtAPromptOnly() throws {
        try home.write(
            "let ministers = find people where role contains \"ministre\"\nfind nonsense\n.mode json\n",
            to: ".config/dixit/rc")
        let terminal = try PseudoTerminal(dixit, ["seeds"], environment: ["HOME": home.path])
        // A mistake in it is said with its place, and passed over.
        #expect(try terminal.expect("dixit> ").contains("/.config/dixit/rc:2:6"))
        #expect(try ask(terminal, "count ministers").contains("{\"count\": 1}"))
        try leave(terminal)
        let without = try open("--no-init")
        #expect(try ask(without, "count ministers").contains("E300"))
        try leave(without)
        let script = try dixit.run(["seeds", "-c", "count people"], environment: ["HOME": home.path])
        #expect(script.output == "count\r\n2\r\n" && script.error.isEmpty)
    }

    @Test func aRefinementIsTakenBack() throws {
        let terminal = try open()
        _ = try ask(terminal, "find statements show verb")
        #expect(try ask(terminal, "and speaker = \"Bakkoury\"").contains("2 statements"))
        #expect(try ask(terminal, "and verb = \"souligner\"").contains("1 statement in"))
        let undone = try ask(terminal, ".undo")
        #expect(
            undone.contains("find statements where speaker = \"Bakkoury\" show verb\n")
                && undone.contains("2 statements"))
        #expect(try ask(terminal, ".undo").contains("8 statements"))
        #expect(try ask(terminal, ".undo").contains("no change of a query to undo"))
        #expect(try ask(terminal, "limit 3").contains("find statements show verb limit 3"))
        // A question of its own begins anew.
        _ = try ask(terminal, "count people")
        #expect(try ask(terminal, ".undo").contains("no change of a query to undo"))
        try leave(terminal)
    }

    @Test func theTutorialStandsOnTheNextPrompt() throws {
        let terminal = try open("--lang", "en")
        try terminal.type(".tutorial\n")
        #expect(try terminal.expect("dixit> .tutorial 2").contains("1/10  Dixit knows who said what."))
        try terminal.type("\n")
        #expect(try terminal.expect("dixit> .tutorial 3").contains("2/10  "))
        try terminal.type("\u{15}.tutorial 8\n")
        #expect(try terminal.expect("dixit> .tutorial 9").contains("Mustapha Bakkoury   ██"))
        try terminal.type("\u{15}.tutorial 10\n")
        #expect(try terminal.expect("dixit> ").contains("That was all."))
        try leave(terminal)
    }

    @Test func picturesAreForTheScreen() throws {
        let terminal = try open()
        let bars = try ask(terminal, "count statements by speaker as chart")
        #expect(bars.contains("Mustapha El Khalfi  ███") && bars.contains("██  6  75.0 %"))
        let kwic = try ask(terminal, "« société civile »").split(separator: "\n").filter {
            $0.contains("société civile")
        }
        let places = kwic.dropFirst().map { $0.components(separatedBy: "société civile")[0].count }
        #expect(places.count >= 6 && Set(places).count == 1)
        #expect(try ask(terminal, ".context 10").contains("dixit> "))
        #expect(try ask(terminal, ".again").contains("1       de la  société civile  dans la"))
        try leave(terminal)
    }

    @Test func longAnswersAreTurnedInAPager() throws {
        // A pager of this test says that it was there, and how many lines it got.
        let terminal = try open(environment: ["PAGER": "sed -n '$=' | sed 's/^/PAGED /'"])
        #expect(try ask(terminal, ".help").contains("PAGED "))
        #expect(!(try ask(terminal, "count people").contains("PAGED")))
        _ = try ask(terminal, ".pager off")
        #expect(try ask(terminal, ".help").contains(".quit"))
        _ = try ask(terminal, ".pager sed s/^/P/")
        #expect(try ask(terminal, "count people").contains("P2"))
        // One that is not there takes nothing away.
        _ = try ask(terminal, ".pager wombat-pager")
        #expect(try ask(terminal, "count people").contains("\n2\n"))
        try leave(terminal)
    }

    @Test func theQueryGoesThroughAnEditor() throws {
        let editor = try home.write("#!/bin/sh\nsed -i 's/people/places/' \"$1\"\n", to: "editor")
        chmod(editor, 0o755)
        let terminal = try open(environment: ["VISUAL": editor])
        _ = try ask(terminal, "count people")
        #expect(try ask(terminal, ".edit").contains("count places\n2\n"))
        try leave(terminal)
        let failing = try open(environment: ["VISUAL": "false"])
        #expect(try ask(failing, ".edit").contains("the editor did not end well: false"))
        try leave(failing)
        #expect(
            !(try FileManager.default.contentsOfDirectory(atPath: "/tmp")).contains {
                $0.hasPrefix("dixit-") && $0.hasSuffix(".dixit")
            })
    }

    @Test func theAnswerGoesToTheClipboard() throws {
        let terminal = try open()
        #expect(try ask(terminal, ".copy").contains("no answer yet"))
        _ = try ask(terminal, "find people show name")
        let copied = try ask(terminal, ".copy")
        let text = Data("name\nMustapha Bakkoury\nMustapha El Khalfi\n".utf8).base64EncodedString()
        #expect(copied.contains("]52;c;\(text)2 rows in the clipboard"))
        try leave(terminal)
    }

    @Test func tabCompletesWhatCommandsTake() throws {
        try home.write("count people\n", to: "report.dixit")
        let terminal = try open()
        for (typed, shown) in [
            (".read \(home.path)/rep\t", "2\n"), (".set prefi\t", "prefill  on  on|off"),
            (".set prefill of\t", "dixit> "),
            (".set prefill", "prefill  off"), (".mode mark\t", "dixit> "), (".mode", "mode  markdown"),
            (".help .whyn\t", ".whynot ID"), (".schema pla\t", "places (lieux"), (".param set n 1", "dixit> "),
            (".param set n\t2", "dixit> "), (".param", "$n = 2"),
        ] {
            #expect(try ask(terminal, typed).contains(shown), "\(typed)")
        }
        try leave(terminal)
    }

    @Test func theHistoryIsTheReadersOwn() throws {
        let terminal = try open()
        for line in ["count people", ".history off", "count places", ".history on", "count events"] {
            _ = try ask(terminal, line)
        }
        let shown = try ask(terminal, ".history 4")
        #expect(shown.contains("count people\n") && !shown.contains("count places") && shown.contains("count events\n"))
        _ = try ask(terminal, " .history clear")
        try leave(terminal)
        #expect(try home.read(".local/state/dixit/history").isEmpty)
    }

    @Test func whatOtherShellsCallItIsSaid() throws {
        let terminal = try open()
        #expect(try ask(terminal, "\\timing off").contains("\\timing is .timer here"))
        #expect(!(try ask(terminal, "count people").contains(" ms")))
        try leave(terminal)
    }

    /// A terminal that can only print: plain lines, a prompt, no control characters.
    @Test func aDumbTerminalIsEnough() throws {
        let terminal = try PseudoTerminal(dixit, ["seeds"], environment: ["HOME": home.path, "TERM": "dumb"])
        #expect(!(try terminal.expect("dixit> ").contains("\u{1B}")))
        #expect(try ask(terminal, "count people").contains("2\n"))
        // The corrected query cannot be typed ahead, so it is shown.
        #expect(try ask(terminal, "find documnets").contains("\n  find documents\n"))
        try terminal.type("find documents where (")
        try terminal.type("\u{3}")
        try terminal.expect("dixit> ")
        try terminal.type("count people where\n")
        try terminal.expect("…> ")
        #expect(try ask(terminal, "role is known").contains("2\n"))
        try leave(terminal)
    }
}
