// `dixit export`: what is written, what is left alone.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct ExportTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("M. Dupont a annoncé que la réforme est prête.", to: "texts/a.txt")
        try folder.write("Mme Durand a dit : « L’école “est” ouverte, oui. »", to: "texts/b.txt")
    }

    private func export(_ target: String, _ more: String...) throws -> Program.Outcome {
        try dixit.run(
            ["export", folder.path + "/texts", "-o", folder.path + "/" + target, "--today", "2016-05-12"] + more)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: folder.url.appendingPathComponent(path), encoding: .utf8)
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: folder.url.appendingPathComponent(path)) }

    /// Nothing beside what was asked for is left.
    private var entries: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @Test func aDatabaseIsThereWholeAndTheSameEachTime() throws {
        let outcome = try export("news.db")
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(outcome.error == "\(folder.path)/news.db: 2 documents, 2 sentences, 2 statements, 2 actors, 2 people\n")
        let first = try bytes("news.db")
        #expect(first.starts(with: Data("SQLite format 3\0".utf8)))
        #expect(try export("news.db").status == 0)
        #expect(try bytes("news.db") == first)
        #expect(try entries == ["news.db", "texts"])
    }

    @Test func aSnapshotIsExportedAsItsDocumentsAre() throws {
        _ = try export("news.db")
        _ = try dixit.run([
            "index", folder.path + "/texts", "-o", folder.path + "/news.corpus", "--today", "2016-05-12",
        ])
        let outcome = try dixit.run(["export", folder.path + "/news.corpus", "-o", folder.path + "/other.db"])
        #expect(outcome.status == 0)
        #expect(try bytes("other.db") == bytes("news.db"))
    }

    @Test func recordsOfAnotherSchemaAreExported() throws {
        try folder.write(#"{"id": "p1", "name": "Samira Haddad"}"#, to: "people.jsonl")
        let outcome = try dixit.run([
            "export", "--records", "people=\(folder.path)/people.jsonl", "-o", folder.path + "/people/",
        ])
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(
            try text("people/actors.jsonl").contains(#""id": "p1", "n": 1, "type": "person", "name": "Samira Haddad""#))
    }

    @Test func aFolderHasEachTableAndWhatIsInIt() throws {
        let outcome = try export("news/")
        #expect(outcome.status == 0)
        let statements = try text("news/statements.csv").split(separator: "\r\n")
        #expect(statements[0].hasPrefix("id,n,speaker,"))
        #expect(statements[1].contains("la réforme est prête") || statements[2].contains("la réforme est prête"))
        #expect(try text("news/statements.csv").contains("\"L’école “est” ouverte, oui.\""))
        #expect(try text("news/statements_folded.jsonl").contains(#""text_words": ["la", "reforme", "est", "prete"]"#))
        let package = try JSONSerialization.jsonObject(with: bytes("news/datapackage.json")) as? [String: Any]
        let resources = try #require(package?["resources"] as? [[String: Any]])
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            #expect(FileManager.default.fileExists(atPath: folder.path + "/news/" + path))
        }
        let before = try bytes("news/datapackage.json")
        #expect(try export("news").status == 0)
        #expect(try bytes("news/datapackage.json") == before)
        #expect(try entries == ["news", "texts"])
    }

    @Test func whatNoExportMadeIsLeftAlone() throws {
        try folder.write("Meine Notizen", to: "notes.db")
        let refused = try export("notes.db")
        #expect(refused.status == 2 && refused.error.contains("no export made it: --replace"))
        #expect(try text("notes.db") == "Meine Notizen")
        #expect(try export("notes.db", "--replace").status == 0)
        #expect(try bytes("notes.db").starts(with: Data("SQLite".utf8)))

        try folder.write("Meine Notizen", to: "news/notes.txt")
        for arguments in [[], ["--replace"]] {
            let outcome = try dixit.run(["export", folder.path + "/texts", "-o", folder.path + "/news"] + arguments)
            #expect(outcome.status == 2 && outcome.error.contains("“notes.txt” in"))
        }
        #expect(try text("news/notes.txt") == "Meine Notizen")
        #expect(try entries == ["news", "notes.db", "texts"])
    }

    @Test func aNameThatIsNeitherIsSaid() throws {
        let english = try export("news.xlsx")
        #expect(english.status == 2 && english.error.contains("is neither: news.db is a database"))
        let french = try export("news.xlsx", "--lang", "fr")
        #expect(french.error.contains("n'est ni l'un ni l'autre"))
        #expect(try entries == ["texts"])
    }

    @Test func aPlaceThatIsNotThereIsSaid() throws {
        for target in ["missing/news.db", "missing/news/"] {
            let outcome = try export(target)
            #expect(outcome.status == 2 && outcome.error.contains("I can't write"), "\(outcome.error)")
        }
    }
}
