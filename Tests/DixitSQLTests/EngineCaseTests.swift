// The same questions for engines outside: written into a folder that `make test-sql` names, where each is asked.

import Dixit
import DixitExport
import DixitFormats
import DixitSQL
import Foundation
import TestSupport
import Testing

@Suite struct EngineCaseTests {
    private static let folder = ProcessInfo.processInfo.environment["DIXIT_SQL_CASES"]
    private static let queries = Int(ProcessInfo.processInfo.environment["DIXIT_SQL_QUERIES"] ?? "") ?? 150
    private static let corpora: UInt64 = 4

    /// Of each corpus `tables/` as exported, `tables.json` with what makes the tables, and `cases.jsonl`: the question, its
    /// answer, and the question in each dialect.
    @Test(.enabled(if: folder != nil), arguments: 0..<corpora) func casesAreWritten(seed: UInt64) throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder)).appendingPathComponent("corpus-\(seed)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let corpus = try SmallRecords(seed: seed &+ 50, statements: 40).corpus()
        try TableFolder.write(corpus, to: folder.path + "/tables/")
        let dialects = SQLDialect.allCases.filter { $0 != .sqlite }
        let tables = dialects.map { dialect in
            let definitions = TableLayout(.small, words: dialect.words).definitions(in: dialect)
            return jsonString(dialect.rawValue) + ": [" + definitions.map { jsonString($0) }.joined(separator: ", ")
                + "]"
        }
        try Data("{\(tables.joined(separator: ",\n"))}\n".utf8).write(to: folder.appendingPathComponent("tables.json"))
        var generator = RandomQuery(seed: seed &* 104_729 &+ 3)
        var lines = ""
        for number in 0..<Self.queries {
            let script = number % 4 == 0 ? generator.find() : number % 4 == 1 ? generator.count() : generator.wide()
            let answer = AnswerRows(try corpus.answer(to: Query(text: script)))
            let statements = try dialects.map { dialect in
                let sql = try #require(try SQLTranslator(.small, dialect: dialect).statements(Query(text: script)).last)
                return jsonString(dialect.rawValue) + ": " + jsonString(sql)
            }
            let rows = answer.rows.map { row in
                "[" + row.map { $0.map { jsonString($0) } ?? "null" }.joined(separator: ", ") + "]"
            }
            lines += "{\"script\": \(jsonString(script)), \"rows\": [\(rows.joined(separator: ", "))], "
            lines += "\"sql\": {\(statements.joined(separator: ", "))}}\n"
        }
        try Data(lines.utf8).write(to: folder.appendingPathComponent("cases.jsonl"))
    }
}
