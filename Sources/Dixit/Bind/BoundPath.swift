// A path of a query with its names resolved.

import DixitText

/// A relation that a path follows.
package struct Link: Hashable, Sendable {
    /// The table whose column it is.
    package let table: Int
    package let column: Int
    /// The table that it leads to.
    package let target: Int
    package let isMany: Bool
    /// The field's canonical name.
    package let name: String
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
package struct BoundPath: Sendable {
    package enum End: Hashable, Sendable {
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
    package var links: [Link]
    package var end: End
    /// What stands at the end: the field's type, `.one(set)` for `it`.
    package var type: FieldType
    /// The set of the rows at the end of the links.
    package var set: Int
    /// The table of the same.
    package var table: Int
    /// In canonical names: `speaker.role`.
    package var text: String

    /// Whether it can have more than one value.
    package var isMany: Bool { links.contains { $0.isMany } || type.isMany }
}

/// A path, or what is counted or picked from it.
package struct BoundOperand: Sendable {
    package enum Aggregate: String, Hashable, Sendable {
        case count
        case first
        case last
    }
    package var aggregate: Aggregate?
    package var path: BoundPath

    /// As a column is called: `speaker.role`, `count of statements`.
    package var text: String { (aggregate.map { "\($0.rawValue) of " } ?? "") + path.text }

    package var type: FieldType { aggregate == .count ? .number : path.type }
    package var isMany: Bool { aggregate == nil && path.isMany }
}

extension FieldType {
    package var isMany: Bool {
        switch self {
        case .name(let many), .keyword(let many): many
        case .many: true
        default: false
        }
    }
}
