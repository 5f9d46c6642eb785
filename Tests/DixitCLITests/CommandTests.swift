// The dot commands in scripts: what each shows, and what it says when it cannot.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct CommandTests {
    private let home: TemporaryFolder

    init() throws { home = try TemporaryFolder() }

    /// Runs lines one after the other, each on from an error; standard output and error apart.
    private func run(_ lines: String..., options: [String] = []) throws -> Program.Outcome {
        try dixit.run(
            ["seeds", "-f", "-", "-k", "-F", "table", "--today", "2026-11-24"] + options,
            input: lines.joined(separator: "\n") + "\n", environment: ["HOME": home.path])
    }

    // MARK: - Learn

    @Test func helpListsEveryCommandAndExplainsEach() throws {
        for (language, group) in [("en", "Look at the data"), ("fr", "Regarder les données")] {
            let help = try run(".help", options: ["--lang", language]).output
            #expect(help.contains("\n\(group)\n"))
            for name in DotCommandNames.all { #expect(help.contains("\n  \(name)"), "\(name) is not listed") }
        }
        let details = try run(DotCommandNames.all.map { ".help \($0)" }.joined(separator: "\n"))
        #expect(details.status == 0 && details.error.isEmpty)
        for name in DotCommandNames.all { #expect(details.output.contains("\(name)"), "\(name) is not explained") }
        #expect(try run(".help read", options: ["--lang", "fr"]).output.hasPrefix(".read FICHIER [NOM=VALEUR…]\n"))
        #expect(try run(".help contains").output.hasPrefix("contains, matches: looks for words"))
        #expect(try run(".help wombat").status == 3)
    }

    @Test func theTutorialHasTenStepsThatFindSomething() throws {
        let outcome = try run((1...10).map { ".tutorial \($0)" }.joined(separator: "\n"), options: ["-t"])
        #expect(outcome.status == 0 && !outcome.error.contains("error"), "\(outcome.error)")
        #expect(!outcome.error.contains("in seeds"))
        for step in 1...10 { #expect(outcome.output.contains("\(step)/10  ")) }
        #expect(outcome.output.contains("█") == false && outcome.output.contains("75.0 %"))
        // Without a number they come one after the other.
        let inOrder = try run(".tutorial", ".tutorial", options: ["--lang", "fr"]).output
        #expect(inOrder.contains("1/10  Dixit sait") && inOrder.contains("2/10  "))
        #expect(try run(".tutorial 11").error.contains(".tutorial [1–10]"))
    }

    /// So does what `.help WORD` shows, but for a definition.
    @Test func everyExampleFindsSomething() throws {
        let examples = try run(".examples").output.split(separator: "\n").map(String.init)
        #expect(examples.count >= 10)
        let words = [
            "find", "count", "where", "contains", "in", "known", "show", "sort", "sample", "as", "roughly", "some",
            "near",
            "explain",
        ]
        let help = try run(words.map { ".help \($0)" }.joined(separator: "\n")).output
        let shown = help.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
        #expect(shown.count == words.count)
        let all = examples + shown
        let script = all.enumerated().map { ".once \(home.path)/\($0).jsonl\n\($1)" }
        #expect(try dixit.run(["seeds", "-f", "-"], input: script.joined(separator: "\n")).status == 0)
        for (number, example) in all.enumerated() {
            #expect(try !home.read("\(number).jsonl").isEmpty, "\(example)")
        }
    }

    // MARK: - Look at the data

    @Test func namesAreReadAsAnEqualSignReadsThem() throws {
        #expect(try run(".names khalfi").output.hasPrefix("person  Mustapha El Khalfi  6 statements"))
        let near = try run(".names mustapha")
        #expect(near.output.split(separator: "\n").count == 2 && near.error.contains("nobody and nothing is called"))
        let nobody = try run(".names wombat")
        #expect(nobody.output.isEmpty && nobody.status == 3)
        #expect(try run(".names \"a \"\" or true\"").status == 3)
    }

    @Test func theCorpusIsKnownByItsTexts() throws {
        let first = try run(".corpus").output
        #expect(first.hasPrefix("seeds\n1 document, 8 statements.\ncorpus "))
        let copy = home.path + "/copy"
        try FileManager.default.copyItem(atPath: Golden.packageFolder().path + "/seeds", toPath: copy)
        let elsewhere = try dixit.run([copy, "-f", "-"], input: ".corpus\n").output
        #expect(elsewhere.split(separator: "\n").last == first.split(separator: "\n").last)
        try home.write("Autre chose.", to: "copy/b.txt")
        let changed = try dixit.run([copy, "-f", "-"], input: ".corpus\n").output
        #expect(changed.split(separator: "\n").last != first.split(separator: "\n").last)
    }

    @Test func memoryIsPartOfTheStatistics() throws {
        let stats = try run(".stats").output
        #expect(
            stats.contains("8  statements") && stats.contains(" bytes\n") && stats.contains("sentences.text"))
    }

    @Test func otherDocumentsCanBeLoaded() throws {
        try home.write("M. Dupont a annoncé une réforme.", to: "texts/a.txt")
        let outcome = try run(
            "let mine = find documents", ".load \(home.path)/texts", "count statements", "count mine",
            ".load \(home.path)/nowhere", "count documents", ".reload", "count documents")
        #expect(outcome.output == "1\n1\n1\n1\n")
        #expect(outcome.error.contains("1 document, 1 statement.") && outcome.error.contains("E701"))
    }

    // MARK: - Results

    @Test func pagesAreTurnedAndRowsAreShown() throws {
        let pages = try run("find sentences show id", ".set page 3", ".page 2", ".page 9", ".page none")
        #expect(pages.output.contains("s8") && pages.error.contains("no more rows"))
        #expect(pages.error.contains("write it so: .page N"))
        let whole = try run("find statements", ".source 1 all").output
        #expect(whole.hasSuffix("capacités de la société civile.\n") && whole.contains("⟦le renforcement"))
        #expect(whole.split(separator: "\n").count > 10)
        #expect(try run("find statements", ".source 1 some").error.contains(".source N [all]"))
        // A terminal's colours are for terminals, unless they are asked for.
        #expect(try run("find statements", ".source 1", options: ["--color", "always"]).output.contains("\u{1B}[1mle"))
    }

    @Test func whatWasAskedCanBeCited() throws {
        let cited = try run("find statements where speaker = \"El Khalfi\"", ".cite", ".cite 3").output
        let lines = cited.split(separator: "\n").suffix(4)
        #expect(lines.first == "find statements where speaker = \"El Khalfi\"")
        #expect(lines.dropFirst().first == "6 statements in 1 document")
        #expect(lines.dropFirst(2).first?.hasPrefix("Dixit 0.1.0, corpus ") == true)
        // The day it was loaded is not the day it was published.
        let source = try #require(lines.last)
        #expect(source.hasPrefix("Mustapha El Khalfi, ministre") && source.hasSuffix(", ¶ 3, 429–852"))
        #expect(!source.contains("2026"))
        #expect(try run("count statements", ".cite 1").error.contains("stands on no text"))
    }

    @Test func theAnswerLineSpeaksFrench() throws {
        let outcome = try run(
            "find statements limit 1", "find documents", "find lieux", ".schema places",
            options: ["-t", "--lang", "fr"])
        #expect(outcome.error.hasPrefix("1 déclaration dans 1 article, "))
        #expect(outcome.error.contains("\n1 article, ") && outcome.error.contains("\n2 lieux, "))
        #expect(outcome.output.contains("plusieurs de statements") && outcome.output.contains("mot-clé"))
    }

    // MARK: - Run

    @Test func theLastQueryIsAskedAgainAndUndone() throws {
        let outcome = try run("count people", ".again", ".undo")
        #expect(outcome.output == "2\n2\n" && outcome.error.contains("no change of a query to undo"))
        #expect(try run(".again").error.contains("no query yet"))
    }

    @Test func scriptsReadScriptsWithValuesOfTheirOwn() throws {
        let inner = try home.write(
            "param $who = \"Bakkoury\"\ncount statements where speaker = $who\n", to: "inner.dixit")
        let outcome = try run(
            ".read \(inner)", ".read \(inner) who=\"El Khalfi\"", ".read \(inner)", ".read \(home.path)/none", ".read",
            ".read \(inner) who")
        #expect(outcome.output == "2\n6\n2\n")
        #expect(outcome.error.contains("E701") && outcome.error.contains("write it so: .read FILE"))
        let loop = try home.write(".read \(home.path)/loop.dixit\n", to: "loop.dixit")
        #expect(try run(".read \(loop)").error.contains("read each other without end"))
        // A mistake is shown where it stands.
        let wrong = try home.write("count people\nfind statments\n", to: "wrong.dixit")
        #expect(try run(".read \(wrong)", options: ["--error-format", "short"]).error.hasPrefix("\(wrong):2:6: "))
    }

    @Test func listsComeFromFiles() throws {
        let words = try home.write("plaider\nsouligner\n", to: "words.txt")
        let outcome = try run(
            ".param set verbs @\(words)", "count statements where verb in $verbs", ".param", ".param set v @/nowhere")
        #expect(outcome.output == "4\n$verbs = (\"plaider\", \"souligner\")\n")
        #expect(outcome.error.contains("/nowhere"))
    }

    // MARK: - Keep

    @Test func aQueryIsKeptWithWhatItRestsOn() throws {
        let kept = try run(
            "let ministers = find people where role contains \"ministre\"", "let others = find people",
            ".param set verb plaider", "count statements where speaker in ministers and verb = $verb", ".save press",
            "find people", "find them", ".save them", ".save a/b", ".save")
        #expect(kept.error.contains("saved in \(home.path)/.local/share/dixit/saved/press.dixit"))
        #expect(kept.error.contains("asks `them`") && kept.error.contains(".save NAME"))
        let script = try home.read(".local/share/dixit/saved/press.dixit")
        #expect(
            script == """
                param $verb = "plaider"
                let ministers = find people where role contains "ministre"
                count statements where speaker in ministers and verb = $verb

                """)
        let later = try run(".saved", ".run press", ".run press verb=saluer", ".run nothing", ".forget press", ".saved")
        #expect(later.output == "press  count statements where speaker in ministers and verb = $verb\n2\n1\n")
        #expect(later.error.contains("no query is saved as “nothing”: press"))
        #expect(try run("let a = find people", ".forget a", ".lets", ".forget b").output.isEmpty)
        #expect(try run("let a = find people", ".lets").output == "let a = find people\n")
    }

    @Test func answersGoToFiles() throws {
        let folder = home.path
        let outcome = try run(
            ".once \(folder)/a.csv", "count people by role", ".output \(folder)/b.md", "count people",
            "count statements by speaker", ".output", "count places", ".once \(folder)/no/c.csv", ".once",
            ".output \(folder)/d.json", "count people")
        #expect(outcome.output == "2\n")
        // The form that was asked for goes before the name.
        #expect(try home.read("a.csv").hasPrefix("role"))
        #expect(outcome.error.contains("I can't write") && outcome.error.contains(".once FILE"))
        #expect(try home.read("b.md").hasPrefix("2\n"))
        #expect(try home.read("d.json") == "2\n")
        let byName = try dixit.run(
            ["seeds", "-f", "-"],
            input:
                ".once \(folder)/e.md\ncount statements by speaker\n.output \(folder)/f.html\ncount people\ncount places\n"
                + "count nothing\n")
        #expect(byName.status == 3)
        #expect(try home.read("e.md").hasPrefix("| speaker | count | share |\n"))
        // Half of the answers are no answer.
        #expect(!FileManager.default.fileExists(atPath: folder + "/f.html"))
        #expect(!(try FileManager.default.contentsOfDirectory(atPath: folder)).contains { $0.hasPrefix(".f.html") })
    }

    // MARK: - Settings

    @Test func settingsAreShownAndChanged() throws {
        let all = try run(".set").output
        for name in ["color", "context", "lang", "mode", "page", "pager", "timeout", "width"] {
            #expect(all.contains("\n\(name) ") || all.hasPrefix("\(name) "))
        }
        let changed = try run(
            ".set limit 1", "find people show name", ".set limit off", ".mode jsonl", "find people show name", ".mode",
            ".set width 0", ".set width 1000000000", ".context 99999999", ".set colour on", ".set explain maybe",
            ".set timeout 1s", ".set timeout", ".set mode csv",
            "count people")
        let lines = changed.output.split(whereSeparator: \.isNewline)
        #expect(lines.filter { $0.hasPrefix("Mustapha") }.count == 1)
        #expect(lines.filter { $0.hasPrefix("{\"name\"") }.count == 2)
        #expect(lines.contains { $0.hasPrefix("mode  jsonl  auto|table|") } && lines.contains("timeout  1.0s  off|10s"))
        #expect(lines.suffix(2) == ["count", "2"])
        for message in [".set width auto|N", "I know no setting “colour”", ".set explain on|off"] {
            #expect(changed.error.contains(message), "\(message)")
        }
    }

    @Test func howAQuestionIsReadCanGoWithEachAnswer() throws {
        let outcome = try run(".explain on", "count people", ".explain off", "count places")
        #expect(outcome.error.contains("Reads   the number of people") && !outcome.error.contains("places"))
        #expect(outcome.output == "2\n2\n")
    }

    @Test func whatNeedsATerminalSaysSo() throws {
        let outcome = try run("count people", ".edit", ".copy")
        #expect(outcome.error.components(separatedBy: "this needs a terminal").count == 3)
    }

    @Test func commandsOfOtherProgramsAreUnderstood() throws {
        let outcome = try run(".tables", ".open \(home.path)/none")
        #expect(outcome.error.contains(".tables is .sets here") && outcome.error.contains(".open is .load here"))
        #expect(outcome.output.contains("statements"))
    }

    // MARK: - Safe mode

    @Test func aSafeScriptTouchesNoFiles() throws {
        let target = home.path + "/out.csv"
        let script = [
            ".output \(target)", ".once \(target)", ".read /etc/passwd", ".edit", ".load /etc", ".reload",
            ".save x", ".saved", ".run x", ".param set a @/etc/passwd", ".pager cat /etc/passwd",
        ]
        let outcome = try run(script.map { $0 + "\ncount people" }.joined(separator: "\n"), options: ["--safe"])
        #expect(outcome.output == script.map { _ in "2\n" }.joined() && outcome.status == 3)
        #expect(outcome.error.split(separator: "\n").count == script.count && !outcome.error.contains("root:"))
        #expect(!FileManager.default.fileExists(atPath: target))
        #expect(try run(".output \(target)", options: ["--safe"]).error.contains("left out with --safe"))
    }
}

/// The names of all commands, as a reader knows them.
enum DotCommandNames {
    static let all = [
        "help", "examples", "tutorial", "shortcuts", "sets", "schema", "values", "names", "stats", "load", "reload",
        "corpus", "read", "edit", "again", "undo", "timer", "next", "prev", "page", "row", "source", "why", "whynot",
        "context", "mode", "width", "color", "pager", "output", "once", "copy", "save", "saved", "run", "lets",
        "forget",
        "cite", "param", "history", "set", "lang", "explain", "quit",
    ].map { "." + $0 }
}
