// How a query was read and run, in words.

import DixitSyntax

/// The text of `explain`: the query in a sentence, what its names mean, the steps with their rows, the order.
struct Explanation {
    private let select: BoundSelect
    private let reads: LocalizedText
    private let notes: [Diagnostic]
    private let steps: [PlanTrace.Step]
    private let rows: Int

    init(_ select: BoundSelect, reads: LocalizedText, notes: [Diagnostic], steps: [PlanTrace.Step], rows: Int) {
        self.select = select
        self.reads = reads
        self.notes = notes
        self.steps = steps
        self.rows = rows
    }

    var text: LocalizedText {
        LocalizedText(english: text(.english, .english), french: text(.french, .french))
    }

    private func text(_ language: Language, _ words: Words) -> String {
        var lines = [words.reads + reads[language]]
        for (number, note) in notes.enumerated() {
            lines.append(
                (number == 0 ? words.names : words.blank) + note.message.wording(in: language.messages).headline)
        }
        let conditions = steps.map { words.access($0.access) + words.colon + $0.condition }
        let width = conditions.map(\.count).max() ?? 0
        for (number, (condition, step)) in zip(conditions, steps).enumerated() {
            let padding = String(repeating: " ", count: width - condition.count)
            lines.append(
                (number == 0 ? words.plan : words.blank)
                    + "\(number + 1)  \(condition)\(padding)  \(words.rows(step.rows))")
        }
        if steps.isEmpty { lines.append(words.plan + words.all) }
        lines.append(words.gives + words.rows(rows))
        if let order = order(words) { lines.append(words.order + order.joined(separator: ", ")) }
        return lines.joined(separator: "\n")
    }

    /// What the rows or the groups are sorted by, to the last; nil for a single number.
    private func order(_ words: Words) -> [String]? {
        let keys = sortKeys
        if select.isGrouped { return (keys.isEmpty ? ["count desc"] : keys) + select.keys.map(\.text) }
        if case .find = select.verb { return keys + [words.naturalOrder] }
        return nil
    }

    private var sortKeys: [String] {
        select.tree.sort.map { key in
            let name: String =
                switch key.key {
                case .relevance: "relevance"
                case .count: "count"
                case .operand(let operand): Formatter.text(of: operand)
                }
            return name + (key.descending == true ? " desc" : "")
        }
    }

    private struct Words {
        let reads, names, plan, gives, order, blank, colon, all, naturalOrder: String
        let row: (one: String, many: String)
        let access: @Sendable (PlanAccess) -> String

        func rows(_ count: Int) -> String {
            "\(count) \(count == 1 || count == 0 && row.one == "ligne" ? row.one : row.many)"
        }

        static let english = Words(
            reads: "Reads   ", names: "Names   ", plan: "Plan    ", gives: "Gives   ", order: "Order   ",
            blank: "        ", colon: ": ",
            all: "every row", naturalOrder: "day of the document, document, position", row: ("row", "rows")
        ) { access in
            switch access {
            case .textIndex: "text index"
            case .keywordIndex: "value index"
            case .names: "names"
            case .relation: "relation"
            case .dateOrder: "order of dates"
            case .result: "result"
            case .scan: "row by row"
            case .filter: "of these, row by row"
            }
        }
        static let french = Words(
            reads: "Lecture ", names: "Noms    ", plan: "Plan    ", gives: "Donne   ", order: "Ordre   ",
            blank: "        ", colon: "\u{A0}: ",
            all: "toutes les lignes", naturalOrder: "jour du document, document, position", row: ("ligne", "lignes")
        ) { access in
            switch access {
            case .textIndex: "index du texte"
            case .keywordIndex: "index des valeurs"
            case .names: "noms"
            case .relation: "relation"
            case .dateOrder: "ordre des dates"
            case .result: "résultat"
            case .scan: "ligne à ligne"
            case .filter: "parmi celles-ci, ligne à ligne"
            }
        }
    }
}
