// The rows of an answer, of Dixit or of an engine of SQL, in a form in which they are compared.

import Dixit
import DixitExport
import DixitSQL
import Foundation

/// Rows as texts; a share as a number.
struct AnswerRows {
    var columns: [String]
    var rows: [[String?]]

    init(_ answer: Answer) {
        columns = answer.columns.map(\.name)
        rows = answer.rows.map { row in row.values.map(Self.text) }
    }

    init(_ database: SQLiteConnection, _ sql: String) throws {
        let statement = try database.prepare(sql)
        columns = (0..<statement.columnCount).map { statement.columnName($0) }
        rows = []
        while try statement.step() {
            rows.append((0..<statement.columnCount).map { Self.text(statement.cell($0)) })
        }
    }

    private static func written(_ number: Double) -> String { String(format: "%.4f", number) }

    private static func text(_ value: Dixit.Value) -> String? {
        switch value {
        case .missing: nil
        case .boolean(let isTrue): written(isTrue ? 1 : 0)
        case .integer(let number): written(Double(number))
        case .number(let number): written(number)
        case .list(let items): items.isEmpty ? nil : items.map(\.description).joined(separator: "; ")
        default: value.description
        }
    }

    private static func text(_ cell: Cell) -> String? {
        switch cell {
        case .text(let text): text
        case .integer(let number): written(Double(number))
        case .number(let number): written(number)
        default: nil
        }
    }
}
