// Answers in the form in which the driver compares those of all peers.

import Dixit

/// The results of one question, one for each of its parameters.
func digest(_ question: String, _ results: [Result]) -> JSON {
    switch question {
    case "q1":
        let rows = results.flatMap { result -> [(id: Int, text: String)] in
            if case .texts(let rows) = result { rows } else { [] }
        }
        let length = rows.reduce(0) { $0 + $1.text.unicodeScalars.count }
        return .list([.number(rows.count), .number(rows.reduce(0) { $0 + $1.id }), .number(length)])
    case "q2": return .list(results.map { .list($0.ids.map { .number($0) }) })
    case "q7", "q7b", "q9": return .list((results.first?.ids ?? []).sorted().map { .number($0) })
    default:
        switch results.first {
        case .number(let number)?: return .number(number)
        case .groups(let groups)?:
            // Months in their order, speakers in that of the answer.
            let rows = groups.map { group -> (String, JSON) in
                switch group.key {
                case .id(let id): ("", .list([.number(id), .number(group.count)]))
                case .month(let month): (month.description, .list([.text(month.description), .number(group.count)]))
                }
            }
            return .list(
                rows.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1))
        default: return .null
        }
    }
}

extension Result {
    fileprivate var ids: [Int] { if case .ids(let ids) = self { ids } else { [] } }
}

/// What goes to the driver.
indirect enum JSON: CustomStringConvertible {
    case null
    case number(Int)
    case decimal(Double)
    case text(String)
    case list([JSON])
    case object([(String, JSON)])

    /// Texts here are months and names of questions: nothing needs an escape.
    var description: String {
        switch self {
        case .null: "null"
        case .number(let number): String(number)
        case .decimal(let number): String(number)
        case .text(let text): "\"\(text)\""
        case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .object(let members): "{" + members.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
        }
    }
}
