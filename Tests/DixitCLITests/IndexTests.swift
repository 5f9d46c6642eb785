// `dixit index`, and snapshots as what is asked.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct IndexTests {
    private let folder: TemporaryFolder
    private let snapshot: String

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("M. Dupont a annoncé que la réforme est prête.", to: "texts/a.txt")
        try folder.write("Mme Durand a dit : « L’école est ouverte. »", to: "texts/b.txt")
        snapshot = folder.path + "/news.corpus"
    }

    private func index(_ arguments: String...) throws -> Program.Outcome { try dixit.run(["index"] + arguments) }

    @Test func nothingThatIsReadIsWrittenOver() throws {
        let folder = try TemporaryFolder()
        let news = "{\"id\": \"a\", \"text\": \"La réforme attendra, a dit Ali Bey.\"}\n"
        let file = try folder.write(news, to: "news/a.jsonl")
        for arguments in [
            ["index", file, "-o", file], ["index", folder.path + "/news", "-o", file],
            [folder.path + "/news", "-c", "find people", "-o", file],
        ] {
            let outcome = try dixit.run(arguments)
            #expect(outcome.status == 2 && outcome.error.contains(file), "\(arguments): \(outcome.error)")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == news)
        }
        let beside = folder.path + "/people.csv"
        #expect(try dixit.run([folder.path + "/news", "-c", "find people", "-o", beside]).status == 0)
    }

    @Test func aSnapshotAnswersAsItsDocumentsDo() throws {
        let written = try index(folder.path + "/texts", "-o", snapshot, "--today", "2016-05-12")
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(written.error.hasPrefix("read 2 documents from 2 files\n\(snapshot): 2 documents, "))
        for query in [
            "find statements show id, speaker, text, document.path, document.added", "find documents", "count people",
        ] {
            let arguments = ["-c", query, "-F", "json", "--today", "2016-05-12"]
            let expected = try dixit.run([folder.path + "/texts"] + arguments)
            let found = try dixit.run([snapshot] + arguments)
            #expect(found.output == expected.output && found.status == 0 && !found.output.isEmpty, "\(query)")
        }
    }

    /// What took hours to read is not lost to a slip on the command line.
    @Test func nothingThatIsReadAndNoSnapshotIsWrittenOver() throws {
        let texts = folder.path + "/texts"
        _ = try index(texts, "-o", snapshot, "--quiet")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: snapshot))
        let source = texts + "/a.txt"
        let outcomes = [
            try dixit.run(["-o", snapshot, "index", texts], input: ""),
            try dixit.run([texts, "-o", snapshot, "-c", "count people"]),
            try dixit.run([snapshot, "-o", texts + "/../texts/../news.corpus", "-c", "count people"]),
            try dixit.run([source, "-o", texts + "/./a.txt", "-c", "count people"]),
            try dixit.run(["extract", source, "-o", source]), try dixit.run(["annotate", source, "-o", source]),
            try dixit.run([texts, "-o", snapshot], input: ".once \(snapshot)\ncount people\n"),
        ]
        for outcome in outcomes { #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.error)") }
        #expect(outcomes[0].error.contains("dixit index …") && outcomes[1].error.contains("Name another file"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: snapshot)) == bytes)
        #expect(try String(contentsOfFile: source, encoding: .utf8).hasPrefix("M. Dupont"))
        // Options that all commands have may stand before the command.
        let french = try dixit.run(["--lang", "fr", "-q", "index", texts, "-o", snapshot])
        #expect(french.status == 0 && french.error.isEmpty)
    }

    @Test func howDocumentsAreReadIsNoMatterOfASnapshot() throws {
        _ = try index(folder.path + "/texts", "-o", snapshot, "--quiet")
        for options in [["--strict"], ["--from", "csv"], ["--encoding", "utf-16"], ["--keep-duplicates"]] {
            let outcome = try dixit.run([snapshot] + options + ["-c", "count people"])
            #expect(outcome.status == 2 && outcome.error.contains("belong to dixit index"))
        }
    }

    /// A snapshot is known by what is in it.
    @Test func theNameOfASnapshotDoesNotMatter() throws {
        let path = folder.path + "/news.bin"
        _ = try index(folder.path + "/texts", "-o", path, "--quiet")
        #expect(try dixit.run([path, "-c", "count documents", "-F", "table"]).output == "2\n")
    }

    @Test func aSnapshotIsAskedAlone() throws {
        _ = try index(folder.path + "/texts", "-o", snapshot)
        for others in [[folder.path + "/texts", snapshot], [snapshot, snapshot]] {
            let outcome = try dixit.run(others + ["-c", "count documents"])
            #expect(outcome.status == 2 && outcome.output.isEmpty)
            #expect(outcome.error.contains("is a snapshot, which is asked alone"))
        }
    }

    @Test func whatIsNoSnapshotIsSaid() throws {
        let path = try folder.write("Les ministres.", to: "letter.corpus")
        let outcome = try dixit.run([path, "-c", "count documents"])
        #expect(outcome.status == 4 && outcome.output.isEmpty)
        #expect(
            outcome.error == """
                error[E520]: “\(path)” is not a snapshot of a corpus
                  dixit index CORPUS -o FILE.corpus makes one

                """)
        let json = try dixit.run([path, "-c", "count documents", "--error-format", "json", "--lang", "fr"])
        #expect(json.error.hasPrefix("{\"code\":\"E520\",\"message\":\"«\u{A0}\(path)\u{A0}» n'est pas un instantané"))
    }

    /// What is altered is met when it is read, or when everything is looked at.
    @Test func anAlteredSnapshotIsRefused() throws {
        _ = try index(folder.path + "/texts", "-o", snapshot)
        let whole = try Data(contentsOf: URL(fileURLWithPath: snapshot))
        func alter(_ place: Int) throws {
            var bytes = whole
            bytes[place] ^= 0x10
            try bytes.write(to: URL(fileURLWithPath: snapshot))
        }
        try alter(70)
        let table = try dixit.run([snapshot, "-c", "count documents"])
        #expect(table.status == 4 && table.output.isEmpty)
        #expect(table.error.hasPrefix("error[E524]: the snapshot “\(snapshot)” was altered"))
        let words = try #require(whole.range(of: Data("réforme est".utf8)))
        try alter(words.lowerBound)
        #expect(try dixit.run([snapshot, "-c", "count documents", "-F", "csv"]).output.hasPrefix("count"))
        let text = try dixit.run([snapshot, "-c", "find documents show text"])
        #expect(text.status == 5 && text.output.isEmpty && text.error.contains("E524"))
        #expect(try dixit.run(["check", snapshot]).status == 4)
    }

    @Test func whatCannotBeReadOrWrittenIsSaid() throws {
        let partly = try index(folder.path + "/texts", folder.path + "/nowhere", "-o", snapshot)
        #expect(partly.status == 4 && partly.error.contains("E701"))
        #expect(try dixit.run([snapshot, "-c", "count documents", "-F", "table"]).output == "2\n")
        let unwritable = try index(folder.path + "/texts", "-o", folder.path + "/nowhere/a.corpus")
        #expect(unwritable.status == 2 && unwritable.error.contains("\nerror[E528]: "))
        #expect(try index(folder.path + "/texts").status == 2)
    }
}
