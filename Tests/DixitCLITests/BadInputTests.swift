// Documents that are none, and queries with every kind of mistake: a clear message, the right exit code, never a trap.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct BadInputTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("M. Dupont a annoncé une réforme.", to: "good.txt")
    }

    private func ask(_ paths: String..., query: String = "count documents") throws -> Program.Outcome {
        try dixit.run(paths + ["-c", query, "-F", "table"])
    }

    @Test func theOtherFilesAreStillLoaded() throws {
        let files: [(name: String, bytes: [UInt8], code: String)] = [
            ("broken.txt", [0xC3, 0xA9, 0x63, 0xE9], "E703"), ("empty.txt", [], "E704"),
            ("binary.txt", [0x7F, 0x45, 0x4C, 0x46, 0x81, 0xFF], "E703"),
        ]
        for (name, bytes, code) in files {
            let path = try folder.write(bytes, to: name)
            let outcome = try ask(folder.path)
            #expect(outcome.status == 4)
            #expect(outcome.output == "1\n")
            #expect(outcome.error.hasPrefix("error[\(code)]: ") && outcome.error.contains(name))
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test func aMissingPathIsSaid() throws {
        let outcome = try ask(folder.path, folder.path + "/nowhere")
        #expect(outcome.status == 4 && outcome.output == "1\n")
        #expect(outcome.error.hasPrefix("error[E701]: "))
        let french = try dixit.run([folder.path + "/nowhere", "-c", "count documents", "--lang", "fr"])
        #expect(french.error.hasPrefix("erreur[E701]\u{A0}: il n'y a ni fichier ni dossier"))
        #expect(french.status == 4 && french.output.isEmpty)
    }

    @Test func aFolderWithoutDocumentsIsSaid() throws {
        try folder.write("x", to: "pictures/a.png")
        let outcome = try ask(folder.path + "/pictures")
        #expect(outcome.status == 4 && outcome.output.isEmpty)
        #expect(outcome.error.contains("N701") && outcome.error.contains("E705"))
        #expect(
            try dixit.run([folder.path + "/pictures/a.png", "-c", "count documents"]).error.hasPrefix("error[E706]"))
    }

    @Test func whatIsPassedOverIsNoError() throws {
        try folder.write("x", to: "notes.pdf")
        let outcome = try ask(folder.path)
        #expect(outcome.status == 0 && outcome.output == "1\n")
        #expect(outcome.error.hasPrefix("note[N701]: "))
    }

    @Test func anUnreadableFileIsSaid() throws {
        let path = folder.path + "/self.txt"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
        let outcome = try ask(folder.path)
        #expect(outcome.status == 4 && outcome.output == "1\n")
        #expect(outcome.error.hasPrefix("error[E702]: "))
        #expect(try ask("/dev/zero").error.hasPrefix("error[E707]: "))
    }

    @Test func oneLineOfTenMegabytesIsAnswered() throws {
        // Mostly spaces: a debug build reads words slowly.
        let text = String(repeating: " ", count: 10_000_000) + "« C'est long », a déclaré Paul Dupont."
        try folder.write(text, to: "long.txt")
        let outcome = try ask(folder.path)
        #expect(outcome.status == 0 && outcome.output == "2\n" && outcome.error.isEmpty)
        let found = try ask(folder.path, query: "count statements where text contains \"long\"")
        #expect(found.status == 0 && found.output == "1\n")
    }

    @Test func anyBytesAreADocument() throws {
        let texts = [
            "\u{0}\u{1}\u{1B}[2J", String(repeating: "« ", count: 20_000), String(repeating: "\n", count: 5_000) + "x",
            String(repeating: "e\u{301}\u{301}\u{301}", count: 20_000), "\u{FFFF}\u{10FFFF}\u{202E}",
            String(repeating: "a", count: 200_000), String(repeating: "M. ", count: 20_000),
        ]
        for (index, text) in texts.enumerated() { try folder.write(text, to: "odd\(index).txt") }
        let outcome = try ask(folder.path)
        #expect(outcome.status == 0 && outcome.output == "\(texts.count + 1)\n" && outcome.signal == nil)
        let rows = try ask(folder.path, query: "find documents show id, text")
        #expect(rows.signal == nil && !rows.output.contains("\u{1B}"))
    }

    /// The inputs of the language reference that must fail.
    @Test func wrongQueriesAreSaid() throws {
        let queries = [
            ("find statements where speaker = \"A\" and text contains \"b\" or date > 2016", "E202"),
            ("find statements where speeker = \"El Khalfi\"", "E301"),
            ("find statments where speaker = \"El Khalfi\"", "E300"),
            ("find statements where speaker = 'El Khalfi'", "E103"),
            ("find statements where speaker = « El Khalfi", "E101"),
            ("find statements where speaker = El Khalfi", "E203"),
            ("trouver déclarations où orateur = \"El Khalfi\"", "E201"),
            ("find documents where date contains \"2016\"", "E401"),
            ("find documents where text contains \"*tion\"", "E310"),
            ("find documents where text contains \"a\" \"b\"", "E207"),
            ("find statements where speaker.rolle = \"x\"", "E301"),
            ("find documents where text contains \"a\" find people", "E2"),
            ("find statements by speaker", "E2"),
            ("find statements where text contains \"a\" or \"b\" and \"c\"", "E202"),
            ("find documents where words = \"many\"", "E4"),
            ("find documents where text contains \"a\" where date > 2016", "E2"),
            ("find", "E2"), ("find statements where", "E2"), ("find statements where (", "E2"), ("\u{0}", "E"),
            ("🦊", "E"),
        ]
        // Each is a script of its own, all in one run.
        let scripts = try queries.enumerated().map { number, query in
            try folder.write(query.0, to: "scripts/\(number).dixit")
        }
        let outcome = try dixit.run(["seeds", "-k"] + scripts.flatMap { ["-f", $0] })
        #expect(outcome.status == 3 && outcome.output.isEmpty)
        for (query, script) in zip(queries, scripts) {
            let place = try #require(outcome.error.range(of: "--> \(script):"), "\(query.0) is no error")
            let message = outcome.error[..<place.lowerBound].split(separator: "\n").last { $0.hasPrefix("error[") }
            #expect(message?.hasPrefix("error[\(query.1)") == true, "\(query.0): \(message ?? "")")
            #expect(outcome.error[place.upperBound...].split(separator: "\n").dropFirst(2).first?.contains("^") == true)
        }
    }

    @Test func hostileScriptsNeitherTrapNorHang() throws {
        let scripts = [
            String(repeating: "(", count: 100_000), String(repeating: "find statements where not ", count: 20_000),
            "find statements where " + String(repeating: "text contains \"a\" and ", count: 5_000)
                + "text contains \"b\"",
            String(repeating: "«", count: 50_000), String(repeating: "\n", count: 100_000),
            "find statements limit 99999999999999999999", "find statements skip 9223372036854775807",
            "find statements where words > 1e999", String(repeating: ".mode json\n", count: 1_000),
        ]
        for script in scripts {
            let outcome = try dixit.run(["seeds"], input: script)
            #expect(
                outcome.signal == nil && [0, 3].contains(outcome.status), "\(script.prefix(40)): \(outcome.status)")
        }
        let folder = try TemporaryFolder()
        let binary = try folder.write([0x66, 0xFF, 0xFE], to: "binary.dixit")
        #expect(try dixit.run(["seeds", "-f", binary]).status == 2)
    }
}
