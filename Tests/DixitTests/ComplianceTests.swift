// Runs the compliance suite: the queries of Grammar/compliance give the rows, numbers and errors that stand there.

import Dixit
import Foundation
import Testing

@Suite struct ComplianceTests {
    @Test("A file of cases", arguments: try ComplianceFile.names)
    func file(name: String) throws {
        let file = try ComplianceFile(name)
        #expect(!file.cases.isEmpty)
        let session = try ComplianceCorpus.session(file.corpus)
        for item in file.cases {
            #expect(item.expectations == 1, "\(item.name)")
            check(item, session)
        }
    }

    @Test("The suite is whole: names are not used twice")
    func namesAreDifferent() throws {
        for name in try ComplianceFile.names {
            let names = try ComplianceFile(name).cases.map { $0.name + "\n" + $0.query }
            #expect(Set(names).count == names.count, "\(name)")
        }
    }

    private func check(_ item: ComplianceCase, _ start: Session) {
        var session = start
        let context: Comment = "\(item.name): \(item.query)"
        if let condition = item.partition, let set = item.set {
            return checkPartition(condition, of: set, session, context)
        }
        let query = Query(text: item.query, parameters: (item.parameters ?? [:]).compactMapValues(\.parameter))
        do {
            let answers = try session.run(query)
            guard let answer = answers.last else {
                Issue.record("no answer; \(context)")
                return
            }
            if let rows = item.rows { #expect(ids(answer) == rows, context) }
            if let count = item.count { #expect(answer.count == count, context) }
            if let table = item.table { #expect(written(answer) == table.map { $0.map(rounded) }, context) }
            #expect(item.error == nil, context)
        } catch {
            #expect(error.code == item.error, "\(error.code) \(error.message(in: .english)); \(context)")
        }
    }

    private func checkPartition(_ condition: String, of set: String, _ start: Session, _ context: Comment) {
        var session = start
        func rows(_ query: String) -> [String] {
            do {
                return try session.run(Query(text: query)).last.map(ids) ?? []
            } catch {
                Issue.record("\(error); \(context)")
                return []
            }
        }
        let all = rows("find \(set)")
        let with = rows("find \(set) where \(condition)")
        let without = rows("find \(set) where not (\(condition))")
        #expect(!all.isEmpty && !with.isEmpty && !without.isEmpty, context)
        #expect(with.count + without.count == all.count && Set(with + without) == Set(all), context)
    }

    private func ids(_ answer: Answer) -> [String] { answer.rows.map { $0.entity?.id ?? "" } }

    private func written(_ answer: Answer) -> [[JSONValue]] {
        answer.rows.map { row in answer.columns.indices.map { rounded(written(row[$0])) } }
    }

    private func written(_ value: Value) -> JSONValue {
        switch value {
        case .missing: .null
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .date(let date): .text(date.description)
        case .boolean(let value): .boolean(value)
        case .entity(let entity): .text(entity.id)
        case .list(let values): .list(values.map(written))
        case .passage(let passage): .text(passage.text)
        }
    }

    /// Four decimals, and 2.0 as 2.
    private func rounded(_ value: JSONValue) -> JSONValue {
        guard case .number(let number) = value else { return value }
        let rounded = (number * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() ? .integer(Int(rounded)) : .number(rounded)
    }
}
