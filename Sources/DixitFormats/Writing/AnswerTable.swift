// What is written, apart from how: heads of columns, and a value for each place.

package import Dixit

/// An answer as the layouts read it.
package struct AnswerTable {
    package struct Column {
        package var name: String
        package var isDetail = false
        package var isNumber = false
        package var isText = false

        package init(_ name: String, isDetail: Bool = false, isNumber: Bool = false, isText: Bool = false) {
            self.name = name
            self.isDetail = isDetail
            self.isNumber = isNumber
            self.isText = isText
        }
    }

    /// A place in a text that the question asks for, with what stands around it.
    package struct Hit {
        package var before: String
        package var text: String
        package var after: String

        package init(before: String, text: String, after: String) {
            (self.before, self.text, self.after) = (before, text, after)
        }
    }

    package var kind: Answer.Kind
    package var columns: [Column]
    package var rows: Range<Int>
    /// The question in canonical form, as a title.
    package var query = ""
    package let value: (_ row: Int, _ column: Int) -> Value
    /// The places of a row, with so many characters around each.
    package var hits: (_ row: Int, _ context: Int) -> [Hit] = { _, _ in [] }

    package init(
        _ kind: Answer.Kind, columns: [Column], rows: Range<Int>, value: @escaping (_ row: Int, _ column: Int) -> Value
    ) {
        self.kind = kind
        self.columns = columns
        self.rows = rows
        self.value = value
    }

    init(_ answer: Answer, language: Language) {
        if let explanation = answer.explanation {
            let text = explanation[language]
            self.init(answer.kind, columns: [Column("explanation")], rows: 0..<1) { _, _ in .text(text) }
        } else {
            let columns = answer.columns.map { column in
                Column(
                    column.name, isDetail: column.isDetail, isNumber: column.type == .number,
                    isText: column.type == .text)
            }
            let rows = answer.rows
            self.init(answer.kind, columns: columns, rows: rows.startIndex..<rows.endIndex) { row, column in
                rows[row][column]
            }
            hits = { row, context in
                rows[row].hits(context: context).map { Hit(before: $0.before, text: $0.text, after: $0.after) }
            }
        }
        query = answer.query
    }

    /// The keys of groups; the columns behind them are the count and the share.
    var keyCount: Int { kind == .groups ? max(0, columns.count - 2) : 0 }

    /// The columns that a reader sees.
    var shownColumns: [Int] { columns.indices.filter { !columns[$0].isDetail } }
}

/// What a layout says by itself.
struct LayoutWords {
    let language: Language

    /// A group of the rows that have no value.
    var missing: String { language == .french ? "(absent)" : "(missing)" }

    /// One digit after the point, in French a comma.
    func decimal(_ number: Double) -> String {
        guard number.isFinite, number.magnitude < 1e15 else { return String(number) }
        let tenths = Int((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(tenths.magnitude / 10)\(language == .french ? "," : ".")\(tenths.magnitude % 10)"
    }

    func percentage(_ share: Double) -> String { decimal(share * 100) + " %" }

    /// The value as a reader reads it, on one line: a share of groups as a percentage, their missing key as `(missing)`.
    func text(of value: Value, in table: AnswerTable, column: Int) -> String {
        switch value {
        case .number(let number):
            return table.kind == .groups && column == table.columns.count - 1 && table.columns[column].name == "share"
                ? percentage(number) : decimal(number)
        case .missing: return column < table.keyCount ? missing : ""
        default: return DisplayText.printable(value.description)
        }
    }
}
