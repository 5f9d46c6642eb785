// A query with every name resolved against the schema and every literal against the corpus.

import DixitSyntax
import DixitText

/// One `find` or `count`, ready to be planned.
struct BoundSelect: Sendable {
    enum Verb: Sendable {
        case find
        case count
        /// `count distinct PATH in …`
        case distinct(BoundOperand)
    }
    var verb: Verb
    /// The set that is searched, by number in the schema, and its table.
    var set: Int
    var table: Int
    var source: BoundSource
    var condition: BoundCondition?
    var keys: [BoundOperand] = []
    var having: NumberTest?
    var columns: [BoundColumn] = []
    var sort: [BoundSortKey] = []
    var limit: Int?
    var skip = 0
    var sample: (size: Int, seed: UInt64)?
    var rendering: String?
    /// In canonical form.
    var text: String
    /// The tree it comes from, for messages about the answer.
    var tree: Select

    /// The place after the last that is shown, counted before `skip`; nil without a limit.
    var end: Int? {
        limit.map { limit in
            let (end, overflow) = limit.addingReportingOverflow(skip)
            return overflow ? .max : end
        }
    }

    /// Whether it answers groups.
    var isGrouped: Bool { !keys.isEmpty }
}

/// `having count >= 5`
struct NumberTest: Hashable, Sendable {
    var comparison: Comparison
    var value: Int

    func accepts(_ count: Int) -> Bool {
        switch comparison {
        case .equal: count == value
        case .notEqual: count != value
        case .less: count < value
        case .lessOrEqual: count <= value
        case .greater: count > value
        case .greaterOrEqual: count >= value
        }
    }
}

/// A column of an answer.
struct BoundColumn: Sendable {
    var name: String
    var operand: BoundOperand
    var isDetail: Bool
}

struct BoundSortKey: Sendable {
    enum Key: Sendable {
        case relevance
        /// The count of a group.
        case count
        case operand(BoundOperand)
        /// A key of the groups, by its place after `by`.
        case group(Int)
    }
    var key: Key
    var isDescending: Bool
}

/// What one statement of a script does: kept in one place, because it is handed on several times and large.
indirect enum BoundStatement: Sendable {
    case query(BoundSelect)
    /// With the query said back in words.
    case explain(BoundSelect, reads: LocalizedText)
    case define(String)
    case parameter
}
