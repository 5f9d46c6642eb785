// A path of a query with its names resolved.

import DixitText

/// A relation that a path follows.
struct Link: Hashable, Sendable {
    /// The table whose column it is.
    let table: Int
    let column: Int
    /// The table that it leads to.
    let target: Int
    let isMany: Bool
    /// The field's canonical name.
    let name: String
}

/// A part of a date that a path ends in: `date.month`.
package enum DatePart: String, Hashable, Sendable, CaseIterable {
    case year
    case month
    case week
    case day
    case weekday
}

/// A path from the rows of a set to a value, or to rows of another set.
struct BoundPath: Sendable {
    enum End: Hashable, Sendable {
        /// The path ends at rows: `speaker`, `event.place`, `it`.
        case row
        /// At a value of the rows that the links lead to.
        case column(Int)
        case part(Int, DatePart)
        /// Where the row stands in its document.
        case source
        /// How well the row fits the texts of the condition.
        case score
    }
    var links: [Link]
    var end: End
    /// What stands at the end: the field's type, `.one(set)` for `it`.
    var type: FieldType
    /// The set of the rows at the end of the links.
    var set: Int
    /// The table of the same.
    var table: Int
    /// In canonical names: `speaker.role`.
    var text: String

    /// Whether it can have more than one value.
    var isMany: Bool { links.contains { $0.isMany } || type.isMany }
}

/// A path, or what is counted or picked from it.
struct BoundOperand: Sendable {
    enum Aggregate: String, Hashable, Sendable {
        case count
        case first
        case last
    }
    var aggregate: Aggregate?
    var path: BoundPath

    /// As a column is called: `speaker.role`, `count of statements`.
    var text: String { (aggregate.map { "\($0.rawValue) of " } ?? "") + path.text }

    var type: FieldType { aggregate == .count ? .number : path.type }
    var isMany: Bool { aggregate == nil && path.isMany }
}

extension FieldType {
    var isMany: Bool {
        switch self {
        case .name(let many), .keyword(let many): many
        case .many: true
        default: false
        }
    }
}
