// The command line as a user and a script meet it: options, forms, exit codes.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct CommandLineTests {
    private func run(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        try dixit.run(["seeds"] + arguments, input: input)
    }

    @Test func theSeedAnswersInJSON() throws {
        let outcome = try run("-c", "find statements where speaker = \"El Khalfi\"", "-F", "json")
        #expect(outcome.status == 0)
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [[String: Any]])
        #expect(rows.count == 6)
        let text = try String(
            contentsOf: Golden.packageFolder().appendingPathComponent("seeds/000_b5ed5daaaca7dd27.txt"), encoding: .utf8
        )
        let scalars = Array(text.unicodeScalars)
        for row in rows {
            for key in ["id", "speaker", "role", "verb", "mode", "text", "document", "start", "end"] {
                #expect(row.keys.contains(key), "there is no \(key)")
            }
            #expect(row["speaker"] as? String == "Mustapha El Khalfi")
            #expect(row["document"] as? String == "000_b5ed5daaaca7dd27")
            let start = try #require(row["start"] as? Int)
            let end = try #require(row["end"] as? Int)
            #expect(0 <= start && start < end && end <= scalars.count)
        }
    }

    @Test func formsAreChosenByOptionQueryAndFile() throws {
        let query = "count statements by speaker"
        #expect(try run("-c", query).output.hasPrefix("speaker,count,share\r\n"))
        #expect(try run("-c", query, "-F", "table").output.contains("─"))
        #expect(try run("-c", query, "-Fjsonl").output.hasPrefix("{\"speaker\": "))
        #expect(try run("-c", query + " as json").output.hasPrefix("["))
        #expect(try run("-c", query + " as json", "-F", "csv").output.hasPrefix("speaker,"))
        #expect(try run("-c", query + " as markdown").output.hasPrefix("| speaker | count | share |\n|---|--:|--:|\n"))
        #expect(try run("-c", query + " as excel").output.contains(";6;0,75\r\n"))
        #expect(try run("-c", query + " as sonnet").error.contains("E304"))
    }

    @Test func queriesComeFromOptionsFilesAndStandardInputInTheirOrder() throws {
        let folder = try TemporaryFolder()
        let script = try folder.write("#!/usr/bin/env dixit\ncount people\n", to: "a.dixit")
        let counts = try run("-c", "count documents", "-f", script, "-c", "count statements", "-F", "table").output
        let alone = try ["documents", "people", "statements"].map { try run("-c", "count \($0)", "-F", "table").output }
        #expect(counts == alone.joined())
        let turned = try run("-f", script, "-c", "count documents", "-F", "table").output
        #expect(turned == alone[1] + alone[0])
        #expect(try run("-F", "table", input: "count documents\ncount people\n").output == alone[0] + alone[1])
        #expect(try run("-f", "-", "-F", "table", input: "count documents").output == alone[0])
    }

    @Test func aScriptMayHoldCommands() throws {
        let outcome = try run(
            input: ".mode json\ncount documents\n.mode csv\ncount documents\n.quit\ncount documents\n")
        #expect(outcome.output == "{\"count\": 1}\ncount\r\n1\r\n")
        #expect(outcome.status == 0)
        // A line that starts with a dot inside a text is text.
        let text = try run(input: "count documents where text contains \"x\n.quit\ny\"\n")
        #expect(text.output == "count\r\n0\r\n")
    }

    @Test func parametersAreBound() throws {
        let folder = try TemporaryFolder()
        let words = try folder.write("plaider\n\nsouligner\n", to: "words")
        let byName = try run(
            "-F", "table", "-p", "who=El Khalfi", input: "param $who\ncount statements where speaker = $who")
        #expect(byName.output == "6\n")
        let hostile = try run("-F", "table", "-p", "who=\" or true", input: "count statements where speaker = $who")
        #expect(hostile.status == 0 && hostile.output == "0\n")
        let list = try run("-F", "table", "-p", "verbs=@\(words)", input: "count statements where verb in $verbs")
        #expect(list.status == 0)
        #expect(try run("-c", "param $who\ncount statements where speaker = $who").status == 3)
        #expect(try run("-p", "who", "-c", "count documents").status == 2)
        let slip = try run("-p", "wh=x", "-c", "count statements where speaker = $who")
        #expect(slip.status == 2 && slip.error.contains("no script asks for $wh; asked for: $who"), "\(slip.error)")
        #expect(try run("-p", "a b=1", "-c", "count documents").status == 2)
        #expect(try run("-p", "verbs=@\(words).none", "-c", "count documents").status == 2)
    }

    @Test func exitCodesSayWhatHappened() throws {
        let nobody = "find statements where speaker = \"Nobody At All\""
        #expect(try run("-c", nobody).status == 0)
        #expect(try run("-c", nobody, "-e").status == 1)
        #expect(try run("-c", nobody, "-c", "find statements", "-e").status == 0)
        #expect(try run("-c", "find statements", "--wrong").status == 2)
        #expect(try run("-c", "find statements", "--limit", "-3").status == 2)
        #expect(try run("-c", "find statements", "--timeout", "soon").status == 2)
        #expect(try run("-c", "find statements", "--max-memory", "much").status == 2)
        let little = try run("-c", "count statements by text", "--max-memory", "1K")
        #expect(little.status == 5 && little.error.contains("E504"))
        #expect(try run("-c", "find statements", "--today", "2016-13-01").status == 2)
        #expect(try run("-f", "nowhere.dixit").status == 2)
        #expect(try run("-c", "find statments").status == 3)
        #expect(try dixit.run(["nowhere", "-c", "find statements"]).status == 4)
        #expect(try dixit.run([]).status == 2)
        #expect(try dixit.run(["--batch", "--interactive", "seeds"]).status == 2)
    }

    @Test func aWrongOptionSaysWhichAndHowToAsk() throws {
        let outcome = try run("--formt", "json")
        #expect(outcome.error.contains("--formt") && outcome.error.contains("Usage: dixit"))
        #expect(outcome.output.isEmpty)
    }

    @Test func aScriptStopsAtItsFirstErrorOrGoesOn() throws {
        let script = "count documents\nfind statments\ncount documents\n"
        let stopped = try run("-F", "table", input: script)
        // Everything is checked before anything runs.
        #expect(stopped.output.isEmpty && stopped.status == 3)
        let goingOn = try run("-F", "table", "-k", input: script)
        #expect(goingOn.output == "1\n1\n" && goingOn.status == 3)
        #expect(goingOn.error.contains("stdin:2:6"))
    }

    @Test func dataGoesToStandardOutputAndTheRestElsewhere() throws {
        let outcome = try run("-c", "count statements", "-F", "json", "-t", "--echo")
        #expect(outcome.output.hasPrefix("{\"count\": "))
        #expect(outcome.error.contains("count statements\n") && outcome.error.contains(" ms"))
        #expect(try run("-c", "count statements", "-t", "-q").error.isEmpty)
        #expect(try run("-c", "count statements").error.isEmpty)
    }

    @Test func errorsComeInThreeForms() throws {
        let query = "find statements where speeker = \"El Khalfi\""
        let human = try run("-c", query)
        #expect(human.error.hasPrefix("error[E301]: "))
        #expect(human.error.contains("\n  |                       ^^^^^^^"))
        let short = try run("-c", query, "--error-format", "short")
        #expect(short.error.hasPrefix("-:1:23: error[E301]: "))
        let json = try run("-c", query, "--error-format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.error.utf8)) as? [String: Any])
        #expect(object["code"] as? String == "E301")
        let fixes = try #require(object["fixes"] as? [[String: Any]])
        #expect(fixes.first?["text"] as? String == "speaker")
        let french = try run("-c", query, "--lang", "fr")
        #expect(french.error.hasPrefix("erreur[E301]\u{A0}: "))
        #expect(try dixit.run(["seeds", "-c", query], environment: ["LC_ALL": "fr_FR.UTF-8"]).error == french.error)
        #expect(try run("-c", query, "--color", "always").error.hasPrefix("\u{1B}[1;31merror[E301]\u{1B}[0m"))
    }

    @Test func quotationMarksThatAShellTookAreGuessed() throws {
        let argument = try run("-c", "find statements where speaker = El Khalfi")
        #expect(argument.error.contains("the shell removed your quotes"))
        let file = try run(input: "find statements where speaker = El Khalfi")
        #expect(file.error.contains("E203") && !file.error.contains("the shell removed"))
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("before", to: "answers.json")
        #expect(try run("-c", "count documents", "-c", "find statments", "-o", path).status == 3)
        let leftover = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(leftover == ["answers.json"])
        #expect(try run("-c", "count documents", "-o", path).status == 0)
        #expect(try folder.read("answers.json") == "{\"count\": 1}\n")
        #expect(try run("-c", "count documents", "-o", folder.path + "/no/answers.json").status == 2)
        #expect(try run("-c", "count documents", "-o", "/dev/null").status == 0)
        // A workbook would be another thing.
        let workbook = folder.path + "/answers.xlsx"
        let refused = try run("-c", "count documents", "-c", ".once \(workbook)", "-o", workbook)
        #expect(refused.status == 2 && refused.error.contains("answers.csv"))
        #expect(try run("-c", ".once \(workbook)").error.contains("answers.csv"))
        #expect(!FileManager.default.fileExists(atPath: workbook))
    }

    @Test func aReaderWhoHasSeenEnoughIsNoError() throws {
        let command = "\"$0\" seeds -F jsonl -k -f - < \"$1\" | head -n 1; echo ${PIPESTATUS[0]}"
        let folder = try TemporaryFolder()
        let script = try folder.write(String(repeating: "find statements\n", count: 2_000), to: "many.dixit")
        let outcome = try Program(executable: "/bin/bash").run(["-c", command, dixit.path, script])
        #expect(outcome.output.split(separator: "\n").last == "0")
        #expect(outcome.error.isEmpty)
    }

    @Test func anOutputThatIsFullIsSaid() throws {
        let command = "\"$0\" seeds -c 'count documents' > /dev/full"
        let outcome = try Program(executable: "/bin/bash").run(["-c", command, dixit.path])
        #expect(outcome.status == 5 && outcome.error.contains("No space left"))
    }

    @Test func limitsAreKept() throws {
        let rows = try run("-c", "find statements", "-F", "jsonl", "--limit", "2").output
        #expect(rows.split(separator: "\n").count == 2)
        #expect(
            try run("-c", "find statements limit 3", "-F", "jsonl", "--limit", "2").output.split(separator: "\n").count
                == 3)
    }

    @Test func todayIsWhatItIsSaidToBe() throws {
        let query = "count documents where added = 2016-05-14"
        #expect(try run("-c", query, "-F", "table", "--today", "2016-05-14").output == "1\n")
        #expect(try run("-c", query, "-F", "table", "--today", "2016-05-15").output == "0\n")
    }

    @Test func helpAndVersionAreData() throws {
        for option in ["--help", "-h"] {
            let help = try dixit.run([option])
            #expect(help.status == 0 && help.error.isEmpty)
            for word in ["CORPUS", "--command", "--format", "extract", "Exit codes"] {
                #expect(help.output.contains(word))
            }
        }
        #expect(try dixit.run(["-V"]).output.hasPrefix("dixit 0."))
        #expect(try dixit.run(["--version"]).output == dixit.run(["-V"]).output)
    }
}

@Suite struct ScriptCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func checkFindsMistakesWithoutDocuments() throws {
        let good = try folder.write(
            "param $who\nfind déclarations where orateur = $who\n.mode json\n", to: "good.dixit")
        let bad = try folder.write(".mode json\nfind statements\nfind statments\n", to: "bad.dixit")
        #expect(try dixit.run(["check", good]).status == 0)
        let outcome = try dixit.run(["check", good, bad, "--error-format", "short"])
        #expect(outcome.status == 3)
        #expect(outcome.error.hasPrefix("\(bad):3:6: error[E300]"))
        let command = try dixit.run(["check", "-"], input: "count people\n.mdoe json\n")
        #expect(command.status == 3 && command.error.contains("no command .mdoe; did you mean .mode?"))
        // What one piece defines the next one knows.
        let pieces = try dixit.run(["check", "-"], input: "let a = find people\n.mode json\ncount a\n")
        #expect(pieces.status == 0 && pieces.error.isEmpty)
        let set = try dixit.run(["check", "-"], input: ".param set who \"Ali\"\nfind people where name = $who\n")
        #expect(set.status == 0 && set.error.isEmpty)
        let unset = try dixit.run(["check", "-"], input: ".param unset who\nfind people where name = $who\n")
        #expect(unset.status == 3 && unset.error.contains("E303"))
        #expect(try dixit.run(["check", folder.path + "/none"]).status == 2)
        #expect(try dixit.run(["check", "-"], input: "find").status == 3)
    }

    @Test func checkReadsWhatAScriptReads() throws {
        let words = try folder.write(
            "let termes = (\"port\", \"mer\")\nfind statements where role = 3\n", to: "mots.dixit")
        let lines = [
            ".read \(words)", "count sentences where text contains any of termes", "count statments",
            ".read \(folder.path)/none",
        ]
        let script = try folder.write(lines.joined(separator: "\n"), to: "script.dixit")
        let outcome = try dixit.run(["check", script, "--error-format", "short"])
        #expect(outcome.status == 3)
        let said = outcome.error.split(separator: "\n")
        #expect(said.count == 3, "\(outcome.error)")
        #expect(said.first?.hasPrefix("\(words):2:30: error[E403]") == true)
        #expect(said.dropFirst().first?.hasPrefix("\(script):3:7: error[E300]") == true)
        #expect(said.last?.contains("there is no file or folder") == true)
        // Scripts that read each other are read once.
        let circle = try folder.write(".read \(folder.path)/circle.dixit\ncount people\n", to: "circle.dixit")
        #expect(try dixit.run(["check", circle]).status == 0)
    }

    @Test func fmtWritesTheCanonicalForm() throws {
        let script = try folder.write(
            "FIND statements   where a <> “x” # why\n\n.mode json\ncount people\n", to: "a.dixit")
        let expected = "find statements where a != \"x\"  # why\n.mode json\ncount people\n"
        #expect(try dixit.run(["fmt", script]).output == expected)
        #expect(try dixit.run(["fmt", "-"], input: expected).output == expected)
        #expect(try dixit.run(["fmt", "-i", script]).output.isEmpty)
        #expect(try folder.read("a.dixit") == expected)
        let wrong = try dixit.run(["fmt", "-"], input: "find statements where")
        #expect(wrong.status == 3 && wrong.output.isEmpty)
    }

    @Test func schemaListsSetsAndFields() throws {
        let text = try dixit.run(["schema"]).output
        for word in ["statements", "déclarations", "speaker", "agreements", "many statements"] {
            #expect(text.contains(word), "\(word) is not there")
        }
        let json = try dixit.run(["schema", "--json"]).outputBytes
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let sets = try #require(object["sets"] as? [[String: Any]])
        #expect(sets.contains { $0["name"] as? String == "statements" })
        #expect(try dixit.run(["schema", "déclarations.orateur"]).output.hasPrefix("statements.speaker"))
        #expect(try dixit.run(["schema", "nothing"]).status == 2)
        let misspelt = try dixit.run(["schema", "statements.spaker"])
        #expect(misspelt.status == 2 && misspelt.error.hasPrefix("error: I know no field “spaker”: id, speaker, "))
        #expect(try dixit.run(["schema", "seeds", "--json"]).outputBytes == json)
        let folder = try TemporaryFolder()
        let snapshot = folder.url.appendingPathComponent("a.corpus").path
        #expect(try dixit.run(["index", "seeds", "-o", snapshot]).status == 0)
        #expect(try dixit.run(["schema", snapshot]).output == text)
        #expect(try dixit.run(["schema", snapshot, "places"]).output.hasPrefix("places"))
        try Data("x".utf8).write(to: folder.url.appendingPathComponent("b.corpus"))
        #expect(try dixit.run(["schema", folder.url.appendingPathComponent("b.corpus").path]).status == 4)
    }
}
