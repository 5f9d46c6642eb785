// `dixit index --records`, `dixit stats` and `dixit check` of a snapshot.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct RecordsIndexTests {
    private let folder: TemporaryFolder
    private let snapshot: String

    init() throws {
        folder = try TemporaryFolder()
        snapshot = folder.path + "/press.corpus"
        try folder.write(
            """
            {"id": "haddad", "name": "Samira Haddad", "role": "ministre"}
            {"id": "ali", "name": "Ali Bey"}
            """, to: "people.jsonl")
        try folder.write(
            """
            {"id": "s1", "speaker": "haddad", "text": "La réforme est prête.", "date": "2016-05-12"}
            {"id": "s2", "speaker": "ali", "text": "La réforme attendra.", "date": "2016-05"}
            """, to: "statements.jsonl")
    }

    private func index(_ arguments: String...) throws -> Program.Outcome {
        try dixit.run(["index"] + arguments + ["-o", snapshot])
    }

    private func ask(_ query: String) throws -> [String] {
        let outcome = try dixit.run([snapshot, "-c", query, "-F", "csv"])
        return outcome.output.split(whereSeparator: \.isNewline).map(String.init)
    }

    private var people: String { "people=\(folder.path)/people.jsonl" }
    private var statements: String { "statements=\(folder.path)/statements.jsonl" }

    @Test func recordsOfTheNewsAreIndexed() throws {
        let outcome = try index("--records", people, statements)
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(outcome.error.hasPrefix("\(snapshot): 2 statements, 2 actors, 2 people, "))
        let rows = try ask("find statements where speaker.role = \"ministre\" show id, speaker.name")
        #expect(rows == ["id,speaker.name", "s1,Samira Haddad"])
    }

    /// What `dixit schema --json` prints is a schema that records can have.
    @Test func aSchemaOfOnesOwnIsRead() throws {
        let news = try folder.write(try dixit.run(["schema", "--json"]).outputBytes, to: "news.json")
        #expect(try index("--records", people, statements, "--schema", news).status == 0)
        #expect(try ask("count people") == ["count", "2"])
        let own = try folder.write(
            """
            {"sets": [
              {"name": "towns", "fields": [
                {"name": "id", "type": "number"}, {"name": "called", "type": "name"},
                {"name": "twins", "type": "many", "target": "towns"}]}]}
            """, to: "towns.json")
        let towns = try folder.write(
            """
            {"id": 1, "label": "Rabat", "note": "x", "twins": [2]}
            {"id": 2, "label": "Lyon"}
            """, to: "towns.jsonl")
        let outcome = try index(
            "--schema", own, "--records", "towns=\(towns)", "--rename", "towns.label=called", "towns.note=")
        #expect(outcome.status == 0 && outcome.error.hasPrefix("\(snapshot): 2 towns, "))
        #expect(try ask("find towns where twins.called = \"Lyon\" show called") == ["called", "Rabat"])
    }

    @Test func theLineThatIsWrongIsSaid() throws {
        let broken = try folder.write("{\"id\": \"a\"}\n{\"id\": \n", to: "broken.jsonl")
        let outcome = try index("--records", "people=\(broken)")
        #expect(outcome.status == 4 && outcome.error == "\(broken):2: error[E709]: this is no JSON object\n")
        #expect(!FileManager.default.fileExists(atPath: snapshot))
        let unknown = try folder.write("{\"id\": \"a\", \"nom\": \"b\"}\n", to: "unknown.jsonl")
        #expect(
            try index("--records", "people=\(unknown)").error == "\(unknown):1: error[E711]: no field is called “nom”\n"
        )
        let french = try index("--records", "people=\(unknown)", "--lang", "fr")
        #expect(french.error == "\(unknown):1: erreur[E711]\u{A0}: aucun champ ne s'appelle «\u{A0}nom\u{A0}»\n")
        let json = try index("--records", "people=\(unknown)", "--error-format", "json")
        #expect(json.error.hasPrefix("{\"code\":\"E711\",") && json.error.contains("\"line\":1}"))
        let lost = try folder.write("{\"id\": \"s1\", \"speaker\": \"nobody\"}\n", to: "lost.jsonl")
        #expect(try index("--records", people, "statements=\(lost)").error.contains("E510"))
        #expect(try index("--records", "folk=\(unknown)").error.contains("E300"))
        #expect(try index("--records", "people=\(folder.path)/none.jsonl").error.contains("E701"))
    }

    @Test(arguments: [
        ("{\"sets\": [", "E712"), ("[]", "E713"), ("{\"sets\": [{\"name\": \"towns\"}]}", "E713"),
        ("{\"sets\": [{\"name\": \"towns\", \"fields\": [{\"name\": \"id\", \"type\": \"integer\"}]}]}", "E713"),
        ("{\"set\": []}", "E714"), ("{\"sets\": [{\"name\": \"sheep\", \"fields\": []}]}", "E713"),
        (
            "{\"sets\": [{\"name\": \"towns\", \"fields\": [{\"name\": \"a\", \"type\": \"one\", \"target\": \"b\"}]}]}",
            "E715"
        ),
    ])
    func aSchemaThatIsWrongIsSaid(text: String, code: String) throws {
        let schema = try folder.write(text, to: "schema.json")
        let outcome = try index("--schema", schema, "--records", people)
        #expect(
            outcome.status == 4 && outcome.error.hasPrefix("\(schema)") && outcome.error.contains("error[\(code)]: "))
    }

    @Test func whatDoesNotGoTogetherIsSaid() throws {
        #expect(try index("--records", "people").status == 2)
        #expect(try index(folder.path, "--records", people).status == 2)
        #expect(try index("--schema", "a.json", folder.path).status == 2)
        #expect(try index().status == 2)
    }

    @Test func statisticsAreSaid() throws {
        _ = try index("--records", people, statements)
        let outcome = try dixit.run(["stats", snapshot])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("2  statements\n") && outcome.output.contains("  statements.text\n"))
        // Two statements say nothing about a million.
        #expect(!outcome.output.contains("a million"))
        let lines = (0..<10_000).map { "{\"id\": \"s\($0)\", \"text\": \"La réforme attendra \($0) jours.\"}\n" }
        let many = try folder.write(lines.joined(), to: "many.jsonl")
        _ = try index("--records", "statements=\(many)")
        let statistics = try dixit.run(["stats", snapshot]).output
        #expect(statistics.contains(" bytes for a million statements at this rate\n"))
        _ = try index("--records", people, statements)
        let object = try JSONSerialization.jsonObject(
            with: Data(try dixit.run(["stats", "--json", snapshot]).outputBytes))
        let rows = try #require((object as? [String: Any])?["rows"] as? [String: Int])
        #expect(rows["statements"] == 2 && rows["people"] == 2)
    }

    @Test func aSnapshotIsChecked() throws {
        _ = try index("--records", people, statements)
        let sound = try dixit.run(["check", snapshot])
        #expect(sound.status == 0 && sound.error.hasPrefix("\(snapshot): sound, "))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: snapshot))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: snapshot))
        let altered = try dixit.run(["check", snapshot])
        #expect(altered.status == 4 && altered.error.hasPrefix("error[E524]: "))
    }
}
