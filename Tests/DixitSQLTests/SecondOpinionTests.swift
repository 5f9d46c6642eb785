// The engine and SQLite over an export: the same rows in the same order, for queries made at random.

import Dixit
import DixitExport
import DixitSQL
import Foundation
import TestSupport
import Testing

@Suite struct SecondOpinionTests {
    private static let corpora: UInt64 = 4
    /// The plain suite asks a few; `make test-sql` thousands.
    private static let queries = Int(ProcessInfo.processInfo.environment["DIXIT_SQL_QUERIES"] ?? "") ?? 150

    /// A corpus of random records and its database.
    private struct Subject {
        let corpus: Corpus
        let database: SQLiteConnection
        private let folder: TemporaryFolder

        init(seed: UInt64) throws {
            corpus = try SmallRecords(seed: seed, statements: 40).corpus()
            folder = try TemporaryFolder()
            try DatabaseFile.write(corpus, to: folder.path + "/small.db")
            database = try SQLiteConnection(path: folder.path + "/small.db", readOnly: true)
        }

        func asked(_ script: String) throws -> AnswerRows { AnswerRows(try corpus.answer(to: Query(text: script))) }

        func translated(_ script: String) throws -> (sql: String, rows: AnswerRows) {
            let sql = try #require(try SQLTranslator(.small, dialect: .sqlite).statements(Query(text: script)).last)
            return (sql, try AnswerRows(database, sql))
        }
    }

    private func compare(_ script: String, _ subject: Subject, _ seed: UInt64) {
        do {
            let expected = try subject.asked(script)
            let (sql, found) = try subject.translated(script)
            let isSame = found.columns == expected.columns && found.rows == expected.rows
            if !isSame {
                let place = zip(found.rows, expected.rows).enumerated().first { $1.0 != $1.1 }?.offset ?? -1
                Issue.record(
                    """
                    corpus \(seed): \(script)
                    Dixit: \(expected.columns) \(expected.rows.count) \(place < 0 ? [] : expected.rows[place])
                    SQL:   \(found.columns) \(found.rows.count) \(place < 0 ? [] : found.rows[place]) at \(place)
                    \(sql)
                    """)
            }
        } catch {
            Issue.record("corpus \(seed): \(script)\n\(error)")
        }
    }

    @Test(arguments: 0..<corpora) func theQueriesOfTheBruteForceSuite(seed: UInt64) throws {
        let subject = try Subject(seed: seed)
        var generator = RandomQuery(seed: seed &* 7919)
        for number in 0..<Self.queries {
            compare(number % 3 == 0 ? generator.count() : generator.find(), subject, seed)
        }
    }

    @Test(arguments: 0..<corpora) func furtherQueries(seed: UInt64) throws {
        let subject = try Subject(seed: seed &+ 50)
        var generator = RandomQuery(seed: seed &* 104_729 &+ 3)
        for _ in 0..<Self.queries { compare(generator.wide(), subject, seed &+ 50) }
    }
}
