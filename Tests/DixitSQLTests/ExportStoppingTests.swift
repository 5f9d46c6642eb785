// An export that is stopped leaves nothing behind, whenever that is.

import Dixit
import DixitExport
import Foundation
import TestSupport
import Testing

@Suite struct ExportStoppingTests {
    private func entries(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// Stopped at the first look, at a later one, and in the middle of what SQLite does by itself.
    @Test(arguments: [0, 1, 3, 5]) func aStoppedExportLeavesNothing(looks: Int) throws {
        let corpus = try SmallRecords(seed: 2, statements: 3000).corpus()
        let folder = try TemporaryFolder()
        var count = 0
        func isCancelled() -> Bool {
            count += 1
            return count > looks
        }
        let database = #expect(throws: ExportProblem.self) {
            try DatabaseFile.write(corpus, to: folder.path + "/small.db", isCancelled: isCancelled)
        }
        #expect(database == .interrupted)
        count = 0
        let tables = #expect(throws: ExportProblem.self) {
            try TableFolder.write(corpus, to: folder.path + "/small/", isCancelled: isCancelled)
        }
        #expect(tables == .interrupted)
        #expect(try entries(folder).isEmpty)
    }

    /// What was there stays what it was.
    @Test func aStoppedExportKeepsTheFormerOne() throws {
        let corpus = try SmallRecords(seed: 2, statements: 30).corpus()
        let folder = try TemporaryFolder()
        try DatabaseFile.write(corpus, to: folder.path + "/small.db")
        try TableFolder.write(corpus, to: folder.path + "/small/")
        let before = try Data(contentsOf: folder.url.appendingPathComponent("small.db"))
        let further = try SmallRecords(seed: 3, statements: 3000).corpus()
        #expect(throws: ExportProblem.interrupted) {
            try DatabaseFile.write(further, to: folder.path + "/small.db", isCancelled: { true })
        }
        #expect(throws: ExportProblem.interrupted) {
            try TableFolder.write(further, to: folder.path + "/small/", isCancelled: { true })
        }
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("small.db")) == before)
        #expect(try entries(folder) == ["small", "small.db"])
    }

    /// Of a relation with two ends a corpus may hold what no one table can say.
    @Test func endsThatDifferAreSaid() throws {
        var records = RecordBuilder(schema: .small)
        try records.add(["id": .text("p1"), "groups": .list([.text("g1")])], to: "people")
        try records.add(["id": .text("g1"), "members": .list([])], to: "groups")
        let corpus = try records.finish()
        let folder = try TemporaryFolder()
        let problem = #expect(throws: ExportProblem.self) {
            try DatabaseFile.write(corpus, to: folder.path + "/small.db")
        }
        guard case .corpus(let error)? = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(error.code == "E529")
        #expect(error.message(in: .english).contains("`groups.members` and `people.groups`"))
        #expect(error.message(in: .french).contains("deux bouts"))
    }
}
