// Records from JSON Lines: what is read, and where it says that something is wrong.

import Dixit
import DixitFormats
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct RecordFilesTests {
    private static let schema = Schema(sets: [
        SetSchema(
            "people", singular: "person", label: "name", shown: ["id", "name"], documentation: both("people"),
            fields: [
                FieldSchema("id", .number, documentation: both("")),
                FieldSchema("name", .name(many: true), documentation: both("")),
                FieldSchema("roles", .keyword(many: true), documentation: both("")),
                FieldSchema("active", .boolean, documentation: both("")),
                FieldSchema("friends", .many("people"), documentation: both("")),
            ]),
        SetSchema(
            "statements", singular: "statement", shown: ["id", "text"], documentation: both("statements"),
            fields: [
                FieldSchema("id", .keyword(), documentation: both("")),
                FieldSchema("speaker", .one("people"), documentation: both("")),
                FieldSchema("text", .text, documentation: both("")),
                FieldSchema("date", .date, documentation: both("")),
            ]),
    ])

    private static func both(_ text: String) -> LocalizedText { LocalizedText(english: text, french: text) }

    /// Writes files, reads them as records, and takes them away again.
    private func read(
        people: String = "", statements: String = "", fields: [String: String?] = [:],
        personFields: [String: String?] = [:], threads: Int = 2
    ) async throws -> Corpus {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dixit-records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var files: [RecordFile] = []
        for (set, text) in [("people", people), ("statements", statements)] {
            let file = folder.appending(path: "\(set).jsonl")
            try Data(text.utf8).write(to: file)
            files.append(RecordFile(file.path, of: set, fields: set == "statements" ? fields : personFields))
        }
        return try await RecordFiles.read(files, schema: Self.schema, threads: threads)
    }

    /// The problem of reading, without the folder it happened in.
    private func problem(
        people: String = "", statements: String = "", fields: [String: String?] = [:]
    ) async throws -> String {
        do {
            _ = try await read(people: people, statements: statements, fields: fields)
            return "none"
        } catch let problem as RecordProblem {
            let message = problem.message(in: .english)
            return "\(problem.code) \(message.split(separator: "/").last ?? "")"
        }
    }

    /// A line in which a letter is escaped is left to Foundation: the same line without it means the same, or is wrong in the same way.
    @Test(arguments: 0..<20 as Range<UInt64>) func linesReadBothWaysMeanTheSame(seed: UInt64) async throws {
        let values = [
            "\"Bonjour\"", "\"\"", "\"a \\\"b\\\" \\\\ c\"", "\"2016-05\"", "\"é\\n\\tà 😀\"", "1", "2", "-3", "1.5",
            "1e1", "-0", "0.1",
            "2016", "1e999", "007", "123456789012345678901", "null", "true", "false", "[]", "[\"a\", \"b\"]", "[1, 2]",
            "[1, \"a\"]", "[null]", "[[1]]", "{\"x\": [1, {\"y\": null}]}", "\"\u{0}\"", "\"ouvert", "[1", "nul",
        ]
        let ends = ["", "", "", "", " ", "\t", "}", " 12", ",", " {}", " tru", " \"", " null", "]"]
        var generator = SeededGenerator(seed: seed &+ 11)
        for _ in 0..<8 {
            func line(_ set: String, _ usual: [(String, [String])]) -> (plain: String, escaped: String) {
                var pairs = usual.map { ($0.0, generator.pick($0.1)) }
                if generator.next() % 2 == 0 {
                    let keys = usual.map(\.0) + ["note", "note", "autre"]
                    pairs.append((generator.pick(keys), generator.pick(values)))
                }
                if generator.next() % 3 == 0 {
                    pairs[Int(generator.next() % UInt64(pairs.count))].1 = generator.pick(values)
                }
                if generator.next() % 3 == 0 { pairs.swapAt(0, pairs.count - 1) }
                let text = pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}" + generator.pick(ends)
                return ("{" + text, "{\"note\": \"\\u0061\", " + text)
            }
            let people = line(
                "people",
                [
                    ("id", ["1", "2", "3"]), ("name", ["\"Ali\"", "[\"Ali\", \"Zoé\"]"]), ("active", ["true", "null"]),
                    ("roles", ["[]", "[\"a\"]"]), ("friends", ["[]", "null", "[1]"]),
                ])
            let statements = line(
                "statements",
                [
                    ("id", ["\"a\"", "\"b\""]), ("speaker", ["1", "null"]),
                    ("text", ["\"Oui.\"", "\"Non, « peut-être ».\""]),
                    ("date", ["\"2016-05-12\"", "2016", "null"]),
                ])
            func outcome(_ people: String, _ statements: String) async throws -> String {
                do {
                    return try await read(
                        people: people, statements: statements, fields: ["note": nil], personFields: ["note": nil]
                    ).dump
                } catch let problem as RecordProblem {
                    return "\(problem.code) \(problem.message(in: .english).split(separator: "/").last ?? "")"
                }
            }
            let plain = try await outcome(people.plain, statements.plain)
            let escaped = try await outcome(people.escaped, statements.escaped)
            #expect(plain == escaped, "\(people.plain)\n\(statements.plain)")
        }
    }

    @Test func everyTypeIsRead() async throws {
        let corpus = try await read(
            people: """
                \u{FEFF}{"id": 1, "name": ["Samira Haddad", "Haddad"], "roles": "ministre", "active": true, "friends": [2]}

                {"id": 2, "name": "Éric Lœwe", "roles": ["maire", "député"], "active": null}
                """,
            statements: """
                {"id": "s1", "speaker": 2, "text": "Tout \\"va\\" bien.\\nOui.", "date": "2016-05"}
                {"id": "s2", "speaker": 1, "date": 2015}\r

                """)
        #expect(corpus.count(of: "people") == 2 && corpus.count(of: "statements") == 2)
        func ids(_ query: String) throws -> [String] {
            try corpus.answer(to: Query(text: query)).rows.compactMap { $0.entity?.id }
        }
        #expect(try ids("find people where name = \"Haddad\" and active = true") == ["1"])
        #expect(try ids("find people where roles = \"depute\"") == ["2"])
        #expect(try ids("find people where friends = \"Lœwe\"") == ["1"])
        #expect(try ids("find statements") == ["s2", "s1"])
        #expect(try ids("find statements where text contains \"bien oui\"") == ["s1"])
        #expect(try ids("find statements where date = 2016 and speaker = \"Éric Lœwe\"") == ["s1"])
    }

    @Test func fieldsMayHaveOtherNames() async throws {
        let line = #"{"id": "s1", "quote": "bonjour", "when": "2016", "note": {"a": [1, 2]}}"#
        let corpus = try await read(statements: line, fields: ["quote": "text", "when": "date", "note": nil])
        #expect(try corpus.answer(to: "count statements where text contains \"bonjour\" and date in 2016").count == 1)
        #expect(try await problem(statements: line, fields: ["quote": "text", "when": "date"]).hasPrefix("E711"))
        #expect(try await problem(statements: line, fields: ["quote": "txt"]).hasPrefix("E301"))
    }

    /// More than one block of lines, with one thread and with four: the same corpus to the byte.
    @Test func manyLinesKeepTheirOrder() async throws {
        let text = String(repeating: "parole ", count: 20) + String(repeating: " – ", count: 250)
        let lines = (0..<4_000).map { "{\"id\": \"s\($0)\", \"text\": \"\(text)\($0)\"}\n" }.joined()
        var snapshots: [[UInt8]] = []
        for threads in [1, 4] {
            let corpus = try await read(statements: lines, threads: threads)
            var bytes: [UInt8] = []
            try corpus.snapshot().write { bytes.append(contentsOf: $0) }
            snapshots.append(bytes)
            #expect(corpus.defects.isEmpty)
            let ids = try corpus.answer(to: "find statements show id").rows.compactMap { $0.entity?.id }
            #expect(ids == (0..<4_000).map { "s\($0)" })
            #expect(try corpus.answer(to: "count statements where text contains \"parole 3999\"").count == 1)
        }
        #expect(snapshots[0] == snapshots[1])
        #expect(
            try await problem(statements: lines + "{\n").hasSuffix(
                "statements.jsonl, line 4001: this is no JSON object"))
    }

    @Test(arguments: [
        (#"{"id": 1"#, "E709 statements.jsonl, line 3: this is no JSON object"),
        ("[1]", "E709 statements.jsonl, line 3: this is no JSON object"),
        (#"{"id": "a"} {"id": "b"}"#, "E709 statements.jsonl, line 3: this is no JSON object"),
        (#"{"id": 7}"#, "E710 statements.jsonl, line 3: the field “id” takes a text"),
        (#"{"speaker": "1"}"#, "E710 statements.jsonl, line 3: the field “speaker” takes a number"),
        (#"{"text": ["a"]}"#, "E710 statements.jsonl, line 3: the field “text” takes a text"),
        (
            #"{"date": true}"#,
            "E710 statements.jsonl, line 3: the field “date” takes a date such as \"2016-05-12\", \"2016-05\" or 2016"
        ),
        (#"{"txt": "a"}"#, "E711 statements.jsonl, line 3: no field is called “txt”"),
    ])
    func aLineThatIsWrongIsNamed(line: String, expected: String) async throws {
        let text = "{\"id\": \"s1\"}\n\n\(line)\n{\"id\": \"s2\"}\n"
        #expect(try await problem(statements: text) == expected)
    }

    @Test func whatTheSchemaRefusesIsNamedWithItsLine() async throws {
        let message = try await problem(statements: "{\"id\": \"s1\"}\n{\"id\": \"s2\", \"date\": \"2016-02-30\"}")
        #expect(message.hasPrefix("E403 statements.jsonl, line 2: "))
        #expect(try await problem(statements: #"{"id": "s1", "speaker": 9}"#).hasPrefix("E510"))
        #expect(try await problem(people: "{\"id\": 1}\n{\"id\": 1.0}").hasPrefix("E511"))
        let missing = RecordFile("/nowhere/people.jsonl", of: "people")
        await #expect(throws: RecordProblem(.file(.notFound), at: missing.path)) {
            try await RecordFiles.read([missing], schema: Self.schema)
        }
    }
}
