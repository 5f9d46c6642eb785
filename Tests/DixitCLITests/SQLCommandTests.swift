// `dixit sql`: a question on the command line, in a file, on standard input; and SQLite's own answer to it.

import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct SQLCommandTests {
    private func sql(_ arguments: String..., input: String? = nil) throws -> Program.Outcome {
        try dixit.run(["sql"] + arguments, input: input)
    }

    @Test func aQuestionIsOneStatement() throws {
        let outcome = try sql("--dialect", "sqlite", "count people")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                SELECT count(*) AS "count"
                FROM "actors" AS "a1"
                WHERE "a1"."type" = 'person';

                """)
    }

    @Test func scriptsComeFromFilesAndFromStandardInput() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "param $verb\nfind statements where verb = $verb show id\ncount them", to: "a.dixit")
        let read = try sql("-d", "duckdb", "-f", file, "-p", "verb=nier")
        #expect(read.status == 0 && read.output.contains("= 'nier'"))
        #expect(read.output.split(separator: ";").count == 3)
        #expect(try sql("-d", "duckdb", input: "count people").output.hasPrefix("SELECT count(*)"))
    }

    @Test func mistakesAreShownAtTheirPlace() throws {
        let wrong = try sql("-d", "postgres", "find people where nom matches /a/")
        #expect(wrong.status == 3 && wrong.output.isEmpty)
        #expect(wrong.error.contains("error[E540]: `matches` can't be said in SQL"))
        #expect(wrong.error.contains("                              ^^^ ask for words with `contains`"))
        #expect(try sql("-d", "postgres", "find peeple").error.contains("E300"))
        #expect(try sql("-d", "oracle", "find people").status == 2)
        let unused = try sql("-d", "sqlite", "find people", "-p", "who=x")
        #expect(unused.status == 2 && unused.error.contains("no script asks for $who"))
    }

    @Test func tablesOfAnotherSchemaAreMade() throws {
        let folder = try TemporaryFolder()
        let schema = try folder.write(
            #"{"sets": [{"name": "towns", "singular": "town", "fields": [{"name": "id", "type": "keyword"}, {"name": "size", "type": "number"}]}]}"#,
            to: "towns.json")
        let tables = try sql("-d", "clickhouse", "--tables", "--schema", schema)
        #expect(tables.status == 0, "\(tables.error)")
        #expect(
            tables.output.contains(#"CREATE TABLE "towns""#) && tables.output.contains(#""size" Nullable(Float64)"#))
        let query = try sql("-d", "clickhouse", "find towns where size > 3 show size", "--schema", schema)
        #expect(query.output.contains(#""t1"."size" > 3"#), "\(query.error)")
    }

    @Test func sqliteAnswersAsDixitDoes() throws {
        let folder = try TemporaryFolder()
        let exported = try dixit.run(["export", "seeds", "-o", folder.path + "/news.db"])
        #expect(exported.status == 0)
        let sqlite = Program(executable: "/usr/bin/sqlite3")
        for question in [
            "count statements by speaker", "find statements where speaker = \"El Khalfi\" show id, verb, text",
            "find déclarations where texte contains « société civile » show verbe, document.date",
        ] {
            let sql = try self.sql("-d", "sqlite", question).output
            guard let outcome = try? sqlite.run(["-tabs", "-header", folder.path + "/news.db", sql]) else { return }
            let expected = try dixit.run(["seeds", "-c", question, "-F", "tsv"])
            #expect(outcome.output == expected.output)
        }
    }
}
