// What questions are in SQL, and what cannot be said.

import Dixit
import DixitExport
import DixitSQL
import TestSupport
import Testing

@Suite struct TranslationTests {
    private static let questions = [
        "find statements where speaker = \"El Khalfi\" and text contains \"société civile\"",
        "find statements where date in 2016 and not (speaker.role contains \"ministre\") sort by date desc, words limit 5 skip 2",
        "count statements where verb in (\"dire\", exactly \"Nier\") by speaker having count >= 2",
        "find people where at least 3 statements have (date >= 2016-05) show name, roles, count of statements",
        "find documents where text contains \"grève*\" within 5 words before \"syndicat\" show title, people",
        "find documents where text contains \"a b\" at least 2 times show id",
        "count distinct speaker in statements by date.month, event.place",
        "let ministers = find people where role contains \"ministre\"\nfind statements where speaker in ministers show text",
        "find events where place is missing or no statement has (mode = \"direct\")",
        "find statements where place = event.place show id",
    ]

    @Test(arguments: SQLDialect.allCases) func questionsAreSaidInEachDialect(dialect: SQLDialect) throws {
        var text = ""
        for question in Self.questions {
            let words = question.replacing("words", with: "paragraph")
            let script = question.contains("sort by date desc, words") ? words : question
            let statements = try SQLTranslator(.news, dialect: dialect).statements(Query(text: script))
            text += "-- \(script.replacing("\n", with: "\n-- "))\n\(statements.joined(separator: ";\n"));\n\n"
        }
        try Golden.check(text, "questions/\(dialect.rawValue).sql")
    }

    /// Each construct, with the place that is pointed at.
    @Test(arguments: [
        ("find statements sample 3", "3", "`sample`"),
        ("find sentences where text contains \"a\" sort by relevance", "relevance", "`sort by relevance`"),
        ("find people where name matches /a/", "/a/", "`matches`"),
        ("find people where name = roughly \"Benkiran\"", "\"Benkiran\"", "`roughly`"),
        ("find sentences where text contains roughly \"accrod\"", "\"accrod\"", "`roughly`"),
        ("find sentences where text contains exactly \"PARIS\"", "\"PARIS\"", "`exactly`"),
        (
            "find sentences where text contains \"a b\" at least 30 times", "\"a b\" at least 30 times",
            "`at least 30 times`"
        ),
        ("find statements show source", "source", "`source`"),
        ("count statements by speaker.names", "speaker.names", "speaker.names"),
        ("explain find people", "explain find people", "`explain`"),
        (
            "find people where last of statements.date.year = 2016", "last of statements.date.year",
            "`last of statements.date.year`"
        ),
    ]) func whatCannotBeSaidIsPointedAt(script: String, place: String, named: String) {
        for dialect in SQLDialect.allCases {
            let error = #expect(throws: DixitError.self) {
                try SQLTranslator(.news, dialect: dialect).statements(Query(text: script))
            }
            guard let problem = error?.problems.first else { continue }
            #expect(problem.code == "E540")
            let bytes = Array(script.utf8)[problem.span.start.utf8..<problem.span.end.utf8]
            #expect(String(decoding: bytes, as: UTF8.self) == place)
            #expect(problem.message(in: .english).contains(named))
            #expect(
                problem.message(in: .french).contains(named)
                    && problem.message(in: .french) != problem.message(in: .english))
        }
    }

    /// What is wrong with a question is said as ever.
    @Test func aWrongQuestionIsSaid() {
        #expect(throws: DixitError.self) {
            try SQLTranslator(.news, dialect: .sqlite).statements("find statements where speeker = \"x\"")
        }
    }

    /// Whatever stands in a text, it stays one.
    @Test func textsAreQuoted() throws {
        let corpus = try SmallRecords(seed: 1, statements: 5).corpus()
        let folder = try TemporaryFolder()
        try DatabaseFile.write(corpus, to: folder.path + "/small.db")
        let database = try SQLiteConnection(path: folder.path + "/small.db", readOnly: true)
        let texts = [
            "'; DROP TABLE statements; --", "l'accord", "\\", "\\'", "a\nb", "%_", "\"\"", "/*", "🙂", "x' OR '1'='1",
            "?1",
        ]
        for text in texts {
            for field in ["mode", "title", "speaker", "topics", "mode = exactly"] {
                let name = field.hasSuffix("exactly") ? field : "\(field) ="
                let script = Query(text: "count statements where \(name) $text", parameters: ["text": .text(text)])
                guard let sql = try? SQLTranslator(.small, dialect: .sqlite).statements(script).last else { continue }
                let statement = try database.prepare(sql)
                #expect(try statement.step())
                #expect(statement.cell(0) == .integer(try corpus.answer(to: script).count), "\(sql)")
            }
        }
        #expect(SQLDialect.spark.literal("\\'") == "'\\\\\\''")
        #expect(SQLDialect.postgres.literal("l'a\\") == "'l''a\\'")
        #expect(SQLDialect.spark.name("a`b") == "`a``b`")
    }
}
