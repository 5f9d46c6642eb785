// Options of the command line that scripts and other programs rely on, completion scripts and manual pages.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct OptionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        try dixit.run(["seeds"] + arguments, input: input)
    }

    // MARK: - Forms

    @Test func theNameOfTheFileSaysTheForm() throws {
        let query = "count statements by speaker"
        for (name, start) in [
            ("a.csv", "speaker,count,share\r\n"), ("a.tsv", "speaker\tcount\tshare\n"), ("a.md", "| speaker |"),
            ("a.html", "<!doctype html>"), ("a.jsonl", "{\"speaker\""), ("a.txt", "speaker  "),
        ] {
            let path = folder.path + "/" + name
            #expect(try run("-c", query, "-o", path).status == 0)
            #expect(try folder.read(name).hasPrefix(start), "\(name)")
        }
        // What is asked for goes before.
        #expect(try run("-c", query, "-F", "excel", "-o", folder.path + "/b.csv").status == 0)
        #expect(try folder.read("b.csv").hasPrefix("\u{FEFF}speaker;count;share\r\n"))
    }

    @Test func severalAnswersAreToldApart() throws {
        let queries = ["-c", "count statements by speaker", "-c", "count people"]
        #expect(
            try dixit.run(["seeds", "-F", "excel"] + queries).output.components(separatedBy: "\u{FEFF}").count == 2)
        #expect(
            try dixit.run(["seeds", "-F", "html"] + queries).output.components(separatedBy: "<!doctype").count == 2)
        let tables = try dixit.run(["seeds", "-F", "table", "-c", "count people", "-c", "count statements by speaker"])
        #expect(tables.output.hasPrefix("2\n\nspeaker"))
    }

    @Test func aPictureIsATableWhereNobodyWatches() throws {
        let table = try run("-c", "count statements by speaker", "-F", "table").output
        #expect(try run("-c", "count statements by speaker as chart").output == table)
        #expect(try run("-c", "count statements by speaker", "-F", "chart").output == table)
    }

    @Test func aCrossTableGoesWithEveryForm() throws {
        let crossed = try run("-c", "count statements by verb, speaker as pivot").output
        #expect(crossed.hasPrefix("verb,Mustapha El Khalfi,Mustapha Bakkoury\r\nplaider,2,\r\n"))
        #expect(try run("-c", "count statements by verb, speaker", "-F", "pivot").output == crossed)
        #expect(
            try run("-c", "count statements by verb, speaker as pivot", "-F", "jsonl").output
                .hasPrefix("{\"verb\": \"plaider\", \"Mustapha El Khalfi\": 2, \"Mustapha Bakkoury\": null}"))
    }

    @Test func aFileThatWasThereStaysWhenAScriptFails() throws {
        let path = try folder.write("before", to: "answers.json")
        #expect(try run("-c", "count documents", "-c", "find statments", "-o", path).status == 3)
        #expect(try folder.read("answers.json") == "before")
        #expect(try run("-c", "count documents", "-c", "find statments", "-k", "-o", path).status == 3)
        #expect(try folder.read("answers.json") == "{\"count\": 1}\n")
    }

    // MARK: - Parameters

    @Test func parametersComeFromJSON() throws {
        let values = try folder.write(
            "{\"who\": \"El Khalfi\", \"verbs\": [\"plaider\", \"saluer\"], \"least\": 1, \"since\": \"2016-05-12\"}",
            to: "values.json")
        let query = "count statements where speaker = $who and verb in $verbs and paragraph >= $least"
        #expect(try run("--params", values, "-c", query, "-F", "table").output == "3\n")
        // One that is given by itself goes before; a date may be a text.
        #expect(try run("--params", values, "-p", "who=Bakkoury", "-c", query, "-F", "table").output == "0\n")
        let dated = try run("--params", values, "-c", "count statements where date >= $since", "-F", "table")
        #expect(dated.output == "0\n" && dated.status == 0)
        for wrong in ["[1]", "{\"a\": {}}", "{\"a b\": 1}", "{", ""] {
            let path = try folder.write(wrong, to: "wrong.json")
            let outcome = try run("--params", path, "-c", "count people")
            #expect(
                outcome.status == 2 && outcome.output.isEmpty && outcome.error.contains("wrong.json")
                    || wrong.contains("a b"), "\(wrong): \(outcome.error)")
        }
    }

    // MARK: - What is done instead

    @Test func aPlanIsShownInsteadOfAnAnswer() throws {
        let outcome = try run(
            "--explain", "-F", "table", "-c",
            "let ministers = find people where role contains \"ministre\"\nfind statements where speaker in ministers\ncount them"
        )
        #expect(outcome.status == 0)
        #expect(outcome.output.components(separatedBy: "Reads").count == 3 && outcome.output.contains("Plan"))
        #expect(!outcome.output.contains("plaider"))
        #expect(try run("--explain", "-c", "find statments").error.contains("-:1:6") == false)
        #expect(try run("--explain", "-c", "find statments").status == 3)
    }

    @Test func queriesAreCheckedWithoutBeingRun() throws {
        let good = try run("--check", input: "let a = find people\n.mode json\ncount a\n.mode csv\ncount a\n")
        #expect(good.status == 0 && good.output.isEmpty && good.error.isEmpty)
        // A definition of one script is known in the next.
        #expect(try run("--check", "-c", "let a = find people", "-c", "count a").status == 0)
        let wrong = try run("--check", "--error-format", "short", input: ".mode json\ncount people\ncount nothing\n")
        #expect(wrong.status == 3 && wrong.output.isEmpty && wrong.error.hasPrefix("stdin:3:7: error[E300]"))
        #expect(try run("--check", "--explain", "-c", "count people").status == 2)
    }

    @Test func aSampleTakesTheSeed() throws {
        func sample(_ options: String...) throws -> String {
            try dixit.run(["seeds", "-F", "jsonl", "-c", "find statements sample 2 show id"] + options).output
        }
        #expect(try sample("--seed", "1") == sample())
        #expect(try Set((1...4).map { try sample("--seed", "\($0)") }).count > 1)
        #expect(try run("--seed", "-1", "-c", "count people").status == 2)
    }

    @Test func sizesAndTimesAreReadInTheirUnits() throws {
        for (option, values) in [
            ("--max-memory", ["2G", "1.5g"]),
            ("--timeout", ["500ms", "1.5s"]),
        ] {
            for value in values { #expect(try run(option, value, "-c", "count people").status == 0, "\(value)") }
        }
        for value in ["G", "2X"] {
            #expect(try run("--max-memory=\(value)", "-c", "count people").status == 2, "\(value)")
        }
    }

    // MARK: - Languages

    /// Every option, command and key of the manual is there in both languages, in other words.
    @Test func theManualIsThereInBothLanguages() throws {
        let (english, french) = try (manual("en"), manual("fr"))
        #expect(english.count > 60 && english.count == french.count)
        for (left, right) in zip(english, french) {
            #expect(!left.text.isEmpty && !right.text.isEmpty, "\(left.item)")
            // Names of files and the empty line need no translation; sentences do.
            #expect(left.text != right.text, "\(left.item) says in French: \(right.text)")
        }
        for name in DotCommandNames.all { #expect(english.contains { $0.item.contains(name) }, "\(name)") }
        for option in ["command", "format", "safe", "params", "seed", "lang"] {
            #expect(english.contains { $0.item.contains("\"-\(option)\"") }, "\(option)")
        }
    }

    /// The items of the manual page with what is said of them.
    private func manual(_ language: String) throws -> [(item: String, text: String)] {
        let outcome = try dixit.run(["manual", "--lang", language])
        #expect(outcome.status == 0 && outcome.error.isEmpty)
        let lines = outcome.output.components(separatedBy: "\n")
        return lines.indices.filter { lines[$0].hasPrefix(".It ") || lines[$0].hasPrefix(".Ss dixit") }.map {
            (lines[$0], lines[$0 + 1])
        }
    }

    /// groff warns of what is no manual page.
    @Test func theManualIsAManualPage() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
        for language in ["en", "fr"] {
            let page = try folder.write(try dixit.run(["manual", "--lang", language]).outputBytes, to: "dixit.1")
            let outcome = try Program(executable: "/usr/bin/groff").run(["-mdoc", "-ww", "-Tutf8", "-Kutf8", page])
            #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
            #expect(outcome.output.contains("dixit"))
        }
    }

    @Test func helpSpeaksFrench() throws {
        let help = try dixit.run(["--help", "--lang", "fr"])
        #expect(help.status == 0 && help.output.contains("Codes de sortie") && help.output.contains("OPTIONS\u{A0}:"))
        for word in ["OVERVIEW", "(values", "default:", "Show help"] { #expect(!help.output.contains(word), "\(word)") }
        #expect(try dixit.run(["--help"], environment: ["LC_ALL": "fr_FR.UTF-8"]).output == help.output)
        let wrong = try run("--formt", "x", "--lang", "fr")
        #expect(wrong.error.hasPrefix("Erreur\u{A0}: option inconnue '--formt'. Vouliez-vous dire '--format'"))
        #expect(wrong.error.contains("'--format'\u{A0}?"))
        let language = try run("--lang", "xx")
        #expect(language.error.contains("Please provide one of 'en' and 'fr'"))
        let french = try dixit.run(["--lang", "xx"], environment: ["LC_ALL": "fr_FR.UTF-8"])
        #expect(french.error.contains("Ce qui convient\u{A0}: 'en' et 'fr'"), "\(french.error)")
        #expect(try run("--timeout", "soon", "--lang", "fr").error.contains("cela s'écrit"))
    }

    // MARK: - Shells

    /// The script is given to bash, which then completes as at its prompt.
    @Test func bashCompletesOptionsCommandsAndDocuments() throws {
        let script = """
            eval "$("$0" completion bash)"
            try() {
                COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMPREPLY=()
                _dixit dixit "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
                echo "$* > ${COMPREPLY[*]}"
            }
            try dixit --fo
            try dixit seeds --fo
            try dixit seeds -F js
            try dixit ch
            try dixit schema --j
            try dixit seeds --lang ''
            complete -p dixit
            """
        let outcome = try Program(executable: "/bin/bash").run(["-c", script, dixit.path])
        #expect(
            outcome.output.hasPrefix(
                """
                dixit --fo > --format
                dixit seeds --fo > --format
                dixit seeds -F js > json jsonl
                dixit ch > check
                dixit schema --j > --json
                dixit seeds --lang  > en fr
                complete -o default
                """), "\(outcome.output)\(outcome.error)")
        for (shell, word) in [("zsh", "#compdef dixit"), ("fish", "complete -c 'dixit'")] {
            let script = try dixit.run(["completion", shell])
            #expect(script.status == 0 && script.output.contains(word) && script.output.contains("max-memory"))
        }
        #expect(try dixit.run(["completion", "tcsh"]).status == 2)
    }
}
