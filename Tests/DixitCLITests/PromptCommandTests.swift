// What the prompt does beyond questions: start-up file, pager, editor, clipboard, pictures, terminals that can do little.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct PromptCommandTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    private func open(_ arguments: String..., environment: [String: String] = [:]) throws -> Prompt {
        try Prompt(arguments, environment: ["HOME": home.path].merging(environment) { $1 })
    }

    @Test func theStartUpFileIsReadAtAPromptOnly() throws {
        try home.write(
            "let ministers = find people where role contains \"ministre\"\nfind nonsense\n.mode json\n",
            to: ".config/dixit/rc")
        let prompt = try open()
        // A mistake in it is said with its place, and passed over.
        #expect(prompt.greeting.contains("/.config/dixit/rc:2:6"))
        #expect(try prompt.ask("count ministers").contains("{\"count\": 1}"))
        try prompt.leave()
        let without = try open("--no-init")
        #expect(try without.ask("count ministers").contains("E300"))
        try without.leave()
        let script = try dixit.run(["seeds", "-c", "count people"], environment: ["HOME": home.path])
        #expect(script.output == "count\r\n2\r\n" && script.error.isEmpty)
    }

    @Test func aRefinementIsTakenBack() throws {
        let prompt = try open()
        _ = try prompt.ask("find statements show verb")
        #expect(try prompt.ask("and speaker = \"Bakkoury\"").contains("2 statements"))
        #expect(try prompt.ask("and verb = \"souligner\"").contains("1 statement in"))
        let undone = try prompt.ask(".undo")
        #expect(
            undone.contains("find statements where speaker = \"Bakkoury\" show verb\n")
                && undone.contains("2 statements"))
        #expect(try prompt.ask(".undo").contains("8 statements"))
        #expect(try prompt.ask(".undo").contains("no change of a query to undo"))
        #expect(try prompt.ask("limit 3").contains("find statements show verb limit 3"))
        // A question of its own begins anew.
        _ = try prompt.ask("count people")
        #expect(try prompt.ask(".undo").contains("no change of a query to undo"))
        try prompt.leave()
    }

    /// A change that reads two ways, or that is mended first, is a change all the same.
    @Test func aRefinementThatWasMendedIsTakenBack() throws {
        let prompt = try open("--lang", "en")
        _ = try prompt.ask("find statements where speaker = \"Bakkoury\" and verb = \"souligner\" show verb")
        #expect(try prompt.ask("or verb = \"saluer\"").contains("E202"))
        #expect(try prompt.ask("1").contains("2 statements"))
        #expect(try prompt.ask(".undo").contains("1 statement in"))
        try prompt.type("show verbe, txt\n")
        #expect(try prompt.expect("show verbe, text").contains("E301"))
        #expect(try prompt.ask("").contains("1 statement in"))
        #expect(try prompt.ask(".undo").contains("show verb\n"))
        try prompt.leave()
    }

    @Test func theTutorialStandsOnTheNextPrompt() throws {
        let prompt = try open("--lang", "en")
        try prompt.type(".tutorial\n")
        #expect(try prompt.expect("dixit> .tutorial 2").contains("1/10  Dixit knows who said what."))
        try prompt.type("\n")
        #expect(try prompt.expect("dixit> .tutorial 3").contains("2/10  "))
        try prompt.type("\u{15}.tutorial 8\n")
        #expect(try prompt.expect("dixit> .tutorial 9").contains("Mustapha Bakkoury   ██"))
        try prompt.type("\u{15}.tutorial 10\n")
        #expect(try prompt.expect("dixit> ").contains("That was all."))
        try prompt.leave()
    }

    @Test func picturesAreForTheScreen() throws {
        let prompt = try open()
        let bars = try prompt.ask("count statements by speaker as chart")
        #expect(bars.contains("Mustapha El Khalfi  ███") && bars.contains("██  6  75.0 %"))
        let kwic = try prompt.ask("« société civile »").split(separator: "\n").filter {
            $0.contains("société civile")
        }
        let places = kwic.dropFirst().map { $0.components(separatedBy: "société civile")[0].count }
        #expect(places.count >= 6 && Set(places).count == 1)
        #expect(try prompt.ask(".context 10").contains("dixit> "))
        #expect(try prompt.ask(".again").contains("1       de la  société civile  dans la"))
        try prompt.leave()
    }

    @Test func longAnswersAreTurnedInAPager() throws {
        // A pager of this test says that it was there, and how many lines it got.
        let prompt = try open(environment: ["PAGER": "sed -n '$=' | sed 's/^/PAGED /'"])
        #expect(try prompt.ask(".help").contains("PAGED "))
        #expect(!(try prompt.ask("count people").contains("PAGED")))
        _ = try prompt.ask(".pager off")
        #expect(try prompt.ask(".help").contains(".quit"))
        _ = try prompt.ask(".pager sed s/^/P/")
        #expect(try prompt.ask("count people").contains("P2"))
        // One that is left early is no mistake, and the answer no longer read.
        _ = try prompt.ask(".pager head -n 1")
        let first = try prompt.ask("find statements show verb")
        #expect(first.contains("#  verb\n8 statements") && !first.contains("plaider"))
        // One that is not there takes nothing away.
        _ = try prompt.ask(".pager wombat-pager")
        #expect(try prompt.ask("count people").contains("\n2\n"))
        try prompt.leave()
    }

    @Test func theQueryGoesThroughAnEditor() throws {
        // What an ended program left behind is not this one's.
        func leftBehind() throws -> Set<String> {
            Set(
                try FileManager.default.contentsOfDirectory(atPath: "/tmp").filter {
                    $0.hasPrefix("dixit-") && $0.hasSuffix(".dixit")
                })
        }
        let before = try leftBehind()
        let editor = try home.write("#!/bin/sh\nsed -i 's/people/places/' \"$1\"\n", to: "editor")
        chmod(editor, 0o755)
        let prompt = try open(environment: ["VISUAL": editor])
        _ = try prompt.ask("count people")
        #expect(try prompt.ask(".edit").contains("count places\n2\n"))
        try prompt.leave()
        let failing = try open(environment: ["VISUAL": "false"])
        #expect(try failing.ask(".edit").contains("the editor did not end well: false"))
        try failing.leave()
        let after = try leftBehind()
        #expect(after.subtracting(before) == [])
    }

    /// An answer of any length is handed on as it is read.
    @Test func aPagerIsLeftInTheMiddleOfALongAnswer() throws {
        for number in 1...400 {
            try home.write("Texte \(number) \(String(repeating: "a", count: 200)).", to: "many/\(number).txt")
        }
        let prompt = try Prompt(
            ["--no-history"], corpus: home.path + "/many", environment: ["PAGER": "sed 3q", "HOME": home.path])
        _ = try prompt.ask(".set page off")
        let shown = try prompt.ask("find documents show id, text as csv")
        #expect(shown.contains("id,text") && shown.contains("400 documents") && !shown.contains("Texte 399"))
        #expect(shown.split(separator: "\n").filter { $0.contains("Texte") }.count == 2)
        try prompt.leave()
    }

    @Test func theAnswerGoesToTheClipboard() throws {
        let prompt = try open()
        #expect(try prompt.ask(".copy").contains("no answer yet"))
        _ = try prompt.ask("find people show name")
        let copied = try prompt.ask(".copy")
        let text = Data("name\nMustapha Bakkoury\nMustapha El Khalfi\n".utf8).base64EncodedString()
        #expect(copied.contains("]52;c;\(text)2 rows in the clipboard"))
        try prompt.leave()
    }

    @Test func tabCompletesWhatCommandsTake() throws {
        try home.write("count people\n", to: "report.dixit")
        let prompt = try open()
        for (typed, shown) in [
            (".read \(home.path)/rep\t", "2\n"), (".set prefi\t", "prefill  on  on|off"),
            (".set prefill of\t", "dixit> "),
            (".set prefill", "prefill  off"), (".mode mark\t", "dixit> "), (".mode", "mode  markdown"),
            (".help .whyn\t", ".whynot ID"), (".schema pla\t", "places (lieux"), (".param set n 1", "dixit> "),
            (".param set n\t2", "dixit> "), (".param", "$n = 2"),
        ] {
            #expect(try prompt.ask(typed).contains(shown), "\(typed)")
        }
        try prompt.leave()
    }

    @Test func theHistoryIsTheReadersOwn() throws {
        let prompt = try open()
        for line in ["count people", ".history off", "count places", ".history on", "count events"] {
            _ = try prompt.ask(line)
        }
        let shown = try prompt.ask(".history 4")
        #expect(shown.contains("count people\n") && !shown.contains("count places") && shown.contains("count events\n"))
        _ = try prompt.ask(" .history clear")
        try prompt.leave()
        #expect(try home.read(".local/state/dixit/history").isEmpty)
    }

    @Test func whatOtherShellsCallItIsSaid() throws {
        let prompt = try open()
        #expect(try prompt.ask("\\timing off").contains("\\timing is .timer here"))
        #expect(!(try prompt.ask("count people").contains(" ms")))
        try prompt.leave()
    }

    /// A terminal that can only print: plain lines, a prompt, no control characters.
    @Test func aDumbTerminalIsEnough() throws {
        let prompt = try open("--color", "auto", environment: ["TERM": "dumb"])
        #expect(prompt.greeting.hasPrefix("1 document"))
        #expect(try prompt.ask("count people").contains("2\n"))
        // The corrected query cannot be typed ahead, so it is shown.
        #expect(try prompt.ask("find documnets").contains("\n  find documents\n"))
        try prompt.type("find documents where (")
        try prompt.type("\u{3}")
        try prompt.expect("dixit> ")
        try prompt.type("count people where\n")
        try prompt.expect("…> ")
        #expect(try prompt.ask("role is known").contains("2\n"))
        try prompt.leave()
    }
}
