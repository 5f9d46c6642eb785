// Groups by several keys as a cross table: the values of the last key become columns.

import Dixit

/// `count statements by speaker, date.year as pivot`: a row for each speaker, a column for each year.
enum PivotArrangement {
    /// Columns that a cross table may have; what follows stays out of it and the groups are written as they are.
    private static let mostColumns = 1_000

    /// The crossed table; an answer that is none of groups by two or more keys stays as it is.
    ///
    /// Rows come in the order in which the groups name them first. Columns too, but those of dates and numbers ascend.
    /// A combination that is no group is empty, and not 0: `having` or `limit` may have left it out.
    ///
    /// - Complexity: linear in the number of groups.
    static func crossed(_ table: AnswerTable, _ words: LayoutWords) -> AnswerTable {
        guard table.keyCount >= 2 else { return table }
        let across = table.keyCount - 1
        var rowKeys: [[Value]] = []
        var rowNumbers: [[Value]: Int] = [:]
        var columnKeys: [Value] = []
        var columnNumbers: [Value: Int] = [:]
        var cells: [Int: [Value: Value]] = [:]
        for row in table.rows {
            let keys = (0..<across).map { table.value(row, $0) }
            let column = table.value(row, across)
            if rowNumbers[keys] == nil {
                rowNumbers[keys] = rowKeys.count
                rowKeys.append(keys)
            }
            if columnNumbers[column] == nil {
                columnNumbers[column] = columnKeys.count
                columnKeys.append(column)
            }
            cells[rowNumbers[keys] ?? 0, default: [:]][column] = table.value(row, table.keyCount)
        }
        guard columnKeys.count <= mostColumns else { return table }
        columnKeys = ordered(columnKeys)
        let heads =
            table.columns[..<across]
            + columnKeys.map { key in
                AnswerTable.Column(key == .missing ? words.missing : key.description, isNumber: true)
            }
        var crossed = AnswerTable(.rows, columns: Array(heads), rows: 0..<rowKeys.count) { row, column in
            guard column >= across else {
                let key = rowKeys[row][column]
                return key == .missing ? .text(words.missing) : key
            }
            return cells[row]?[columnKeys[column - across]] ?? .missing
        }
        crossed.query = table.query
        return crossed
    }

    private static func ordered(_ keys: [Value]) -> [Value] {
        let known = keys.filter { $0 != .missing }
        let missing = keys.filter { $0 == .missing }
        let dates = known.compactMap { if case .date(let date) = $0 { date } else { nil } }
        if dates.count == known.count { return dates.sorted().map(Value.date) + missing }
        let numbers = known.compactMap { if case .integer(let number) = $0 { number } else { nil } }
        if numbers.count == known.count { return numbers.sorted().map(Value.integer) + missing }
        return known + missing
    }
}
