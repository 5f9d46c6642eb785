// `dixit link`, and the tables of parts that it puts together.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct LinkTests {
    private let folder: TemporaryFolder

    /// Somebody under two names in two parts, an acronym, two crowds, a place that acts, a document without a date.
    private static let documents = [
        ("q1", "2024-03-04", "BREST – La ministre de la Mer, Anne Morel, a annoncé que le port rouvrira."),
        ("q2", "2024-03-02", "Mme MOREL Anne a dit : « Les quais sont prêts. » Les pêcheurs ont dénoncé un retard."),
        ("q3", nil, "Anne Morel et la ville de Brest ont signé une convention. Les pêcheurs ont salué un succès."),
        ("q4", "2024-03-09", "Rabat et Brest ont signé un accord, a indiqué Karim Alaoui, porte-parole du port."),
        ("q5", "2024-03-01", "Selon Karim Alaoui, les travaux ont duré un an. M. Alaoui a salué les ouvriers."),
    ]

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.lines(Self.documents), to: "all.jsonl")
        try folder.write(Self.lines(Array(Self.documents[..<2])), to: "one.jsonl")
        try folder.write(Self.lines(Array(Self.documents[2...])), to: "two.jsonl")
    }

    private static func lines(_ documents: [(id: String, date: String?, text: String)]) -> String {
        documents.map { document in
            let date = document.date.map { "\"date\": \"\($0)\", " } ?? ""
            return "{\"id\": \"\(document.id)\", \(date)\"text\": \"\(document.text)\"}\n"
        }.joined()
    }

    private func run(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        try dixit.run(arguments, input: input, in: folder.url)
    }

    private func evidence() throws -> String {
        try ["one.jsonl", "two.jsonl"].map { part in
            try run("extract", part, "--records", "statements", "--records", "evidence").output
        }.joined()
    }

    private func export(_ part: String, to target: String) throws -> Program.Outcome {
        try run("export", part, "--identities", "names/identities.jsonl", "--today", "2024-05-01", "-o", target)
    }

    /// The rows of a table as JSON, each with its number where it has one.
    private func rows(_ path: String) throws -> [(number: Int?, text: String)] {
        let file = folder.url.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            var row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
            let number = row.removeValue(forKey: "n") as? Int
            // Where a document was read is what differs.
            for field in ["path", "path_words"] { row[field] = nil }
            let data = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
            return (number, String(decoding: data, as: UTF8.self))
        }
    }

    @Test func thePartsTogetherAreTheWhole() throws {
        let linked = try run("link", "-o", "names/", input: try evidence())
        #expect(linked.status == 0, "\(linked.error)")
        #expect(linked.error.hasPrefix("names/: 5 documents, "))
        for part in ["one", "two"] {
            let outcome = try export("\(part).jsonl", to: "\(part)/")
            #expect(outcome.status == 0, "\(outcome.error)")
        }
        #expect(try run("export", "all.jsonl", "--today", "2024-05-01", "-o", "whole/").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/whole")
        let tables = names.filter { $0.hasSuffix(".jsonl") }.sorted()
        #expect(tables.count > 20)
        for table in tables {
            let whole = try rows("whole/" + table)
            var parts = try ["names/", "one/", "two/"].flatMap { try rows($0 + table) }
            guard whole.first?.number != nil else {
                #expect(Set(parts.map(\.text)) == Set(whole.map(\.text)), "\(table)")
                continue
            }
            #expect(Set(parts.map(\.number)).count == parts.count, "\(table)")
            parts.sort { ($0.number ?? 0) < ($1.number ?? 0) }
            #expect(parts.map(\.text) == whole.map(\.text), "\(table)")
        }
    }

    @Test func whatIsWrongIsSaidAndNothingIsWritten() throws {
        let evidence = try evidence()
        let lines = evidence.split(separator: "\n")
        let cases = [
            (evidence + evidence, ": error[E717]: two documents are called “q"),
            (
                evidence + "{\"record\": \"evidence\", \"id\": \"z\"}\n",
                "-:\(lines.count + 1): error[E716]: “entities” is missing"
            ),
            (
                "{\"record\": \"evidence\", \"id\": \"z\", \"entities\": [{\"kind\": \"ghost\"}]}\n",
                "-:1: error[E716]: “entities[0].kind” is missing, or not as"
            ),
            ("anything\n", "-:1: error[E709]: this is no JSON object"),
            ("{\"record\": \"evidence\", \"id\": \"z\n", "-:1: error[E709]: this is no JSON object"),
        ]
        for (input, error) in cases {
            let outcome = try run("link", "-o", "names/", input: input)
            #expect(outcome.status == 4 && outcome.error.contains(error), "\(outcome.error)")
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/names"))
        }
        #expect(try run("link", "-o", "names/", input: "").status == 4)
        #expect(try run("link", "-o", "names/", "none.jsonl").error.contains("E701"))
    }

    @Test func aPartThatWasReadOtherwiseIsNotWritten() throws {
        _ = try run("link", "-o", "names/", input: try evidence())
        try folder.write(Self.lines([("q9", nil, "Anne Morel a dit non.")]), to: "new.jsonl")
        try folder.write(Self.lines([("q1", nil, "Anne Morel a dit non.")]), to: "other.jsonl")
        for (part, error) in [
            ("new.jsonl", "error[E718]: the document “q9” was not linked"),
            ("other.jsonl", "error[E719]: the document “q1” was read otherwise"),
        ] {
            let outcome = try export(part, to: "part/")
            #expect(outcome.status == 4 && outcome.error.contains(error), "\(outcome.error)")
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/part"))
        }
        let french = try dixit.run(
            ["export", "new.jsonl", "--identities", "names/identities.jsonl", "-o", "part/", "--lang", "fr"],
            in: folder.url)
        #expect(french.error.contains("le document «\u{A0}q9\u{A0}» n'a pas été relié aux autres"))
    }

    @Test func aPartIsATableFolderOfDocuments() throws {
        _ = try run("link", "-o", "names/", input: try evidence())
        #expect(try export("one.jsonl", to: "part.db").status == 2)
        #expect(try run("index", "all.jsonl", "-o", "all.corpus").status == 0)
        let snapshot = try export("all.corpus", to: "part/")
        #expect(snapshot.status == 2 && snapshot.error.contains("all.corpus"))
        try folder.write(
            "{\"document\": \"q1\", \"number\": 0, \"actors\": [], \"places\": []}\n", to: "names/bad.jsonl")
        let bad = try run("export", "one.jsonl", "--identities", "names/bad.jsonl", "-o", "part/")
        #expect(bad.status == 4 && bad.error.contains("names/bad.jsonl:1: error[E716]: “number”"), "\(bad.error)")
    }

    /// Written over its own, left alone where something else is.
    @Test func theFolderIsReplacedWhole() throws {
        let evidence = try evidence()
        _ = try run("link", "-o", "names/", input: evidence)
        let first = try Data(contentsOf: folder.url.appendingPathComponent("names/identities.jsonl"))
        #expect(try run("link", "-o", "names/", input: evidence).status == 0)
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("names/identities.jsonl")) == first)
        try folder.write("mine", to: "names/notes.txt")
        let outcome = try run("link", "-o", "names/", input: evidence)
        #expect(outcome.status == 2 && outcome.error.contains("notes.txt"), "\(outcome.error)")
    }
}
