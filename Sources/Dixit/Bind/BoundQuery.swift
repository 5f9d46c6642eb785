// A query with every name resolved against the schema and every literal against the corpus.

import DixitSyntax
import DixitText

/// One `find` or `count`, ready to be run: what it asks for, and what rows have to fulfil.
///
/// What it asks for is one object, because a query is handed from stage to stage, and is the same for all values of its parameters.
@dynamicMemberLookup
struct BoundSelect: Sendable {
    let form: SelectForm
    var condition: BoundCondition?

    subscript<Clause>(dynamicMember clause: KeyPath<SelectClauses, Clause>) -> Clause {
        @inline(__always) get { form.clauses[keyPath: clause] }
    }
}

extension BoundSelect {
    /// The same query without `limit` and `skip`.
    func withoutPages(in store: Store) -> BoundSelect {
        var clauses = form.clauses
        (clauses.limit, clauses.skip) = (nil, 0)
        return BoundSelect(form: SelectForm(clauses, of: store), condition: condition)
    }
}

/// Everything that a query says but its condition.
struct SelectClauses: Sendable {
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
    var keys: [BoundOperand] = []
    var having: NumberTest?
    var columns: [BoundColumn] = []
    var sort: [BoundSortKey] = []
    var limit: Int?
    var skip = 0
    var sample: (size: Int, seed: UInt64)?
    var rendering: String?
    /// The tree it comes from, for its text and for messages about the answer.
    var tree: Select
    /// Whether it is to be explained and not answered.
    var isExplained = false

    /// In canonical form: made when somebody asks, which few do.
    var text: String {
        isExplained
            ? Formatter.text(of: Statement(kind: .explain(tree), range: tree.range)) : Formatter.text(of: tree)
    }

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

/// What follows from the clauses of a query and from the corpus, whatever its condition is.
final class SelectForm: Sendable {
    let clauses: SelectClauses
    /// The canonical name of the set.
    let setName: String
    let kind: Answer.Kind
    /// The columns of its answers, and what reads those that are paths.
    let columns: [Answer.Column]
    let readers: [OperandReader]
    let showsScore: Bool
    /// Whether rows are sorted by how well they fit, so that the lists of words are needed twice.
    let isRanked: Bool
    /// What is checked before an answer is handed out.
    let shownTexts: ShownTexts

    init(_ clauses: SelectClauses, of store: Store) {
        self.clauses = clauses
        setName = store.schema.sets[clauses.set].name
        var columns = clauses.columns.map {
            Answer.Column(name: $0.name, type: $0.operand.answerType, isDetail: $0.isDetail)
        }
        let count = Answer.Column(name: "count", type: .number, isDetail: false)
        if clauses.isGrouped {
            kind = .groups
            columns += [count, Answer.Column(name: "share", type: .number, isDetail: false)]
        } else if case .find = clauses.verb {
            kind = .rows
        } else {
            kind = .count
            columns = [count]
        }
        self.columns = columns
        readers = clauses.columns.map { OperandReader(store, $0.operand) }
        isRanked = clauses.sort.contains { if case .relevance = $0.key { true } else { false } }
        showsScore = readers.contains(where: \.isScore)
        shownTexts = ShownTexts(clauses.columns, of: store)
    }
}

extension BoundOperand {
    /// The type of a column of an answer: a path through to-many relations gives lists.
    fileprivate var answerType: FieldType {
        guard aggregate == nil, path.isMany, !type.isMany else { return type }
        switch type {
        case .one(let set, let inverse): return .many(set, inverse: inverse)
        case .name: return .name(many: true)
        case .keyword: return .keyword(many: true)
        default: return type
        }
    }
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
