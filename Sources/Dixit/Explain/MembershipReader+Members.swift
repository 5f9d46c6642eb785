// What stands in the parentheses of a condition, asked of the rows that the condition leads to.

import DixitSyntax
import DixitText

extension MembershipReader {
    /// Rows told of each kind: those that fulfil the parentheses and those that do not.
    private static let mostMembers = 3
    /// Parentheses inside parentheses that are followed.
    private static let deepest = 4

    /// Input: `some statements have (date in 2016)`, `speaker in (find people where role contains "maire")`
    ///
    /// The rows that fulfil the parentheses come first; those that do not are told where they say more: where nothing
    /// fulfils them, or where each row counts (`every`, `no`).
    mutating func members(
        of written: Condition, _ condition: BoundCondition, _ row: UInt32, _ set: Int
    ) throws(Stop) -> [MembershipExplanation.Member] {
        guard depth < Self.deepest else { return [] }
        depth += 1
        defer { depth -= 1 }
        switch (written, condition) {
        case (_, .not(let inner)): return try members(of: written, inner, row, set)
        case (.quantified(let quantified), .quantified(let links, let quantity, let inner)):
            if case .constant = inner { return [] }
            var binder = binder
            guard let path = binder.bind(quantified.path, in: set) else { return [] }
            let reached = Slab(PathWalker(store).rows(from: row, along: links).sorted())
            let fulfilling = try executor.filter(reached, inner, table: path.table)
            let others = quantity == .every || fulfilling.isEmpty ? reached.subtracting(fulfilling) : Slab()
            var members: [MembershipExplanation.Member] = []
            for row in Array(fulfilling.prefix(Self.mostMembers)) + others.prefix(Self.mostMembers) {
                let told = try explained(inner, row, path.set, table: path.table)
                members.append(.init(row: store.entity(row, set: path.set), holds: told.holds, conditions: [told]))
            }
            return members
        default: return try members(of: condition, [row])
        }
    }

    /// Follows the links of a path to the sub-query that its rows are looked for in.
    private mutating func members(
        of condition: BoundCondition, _ rows: [UInt32]
    ) throws(Stop) -> [MembershipExplanation.Member] {
        switch condition {
        case .related(let link, let inner):
            let walker = PathWalker(store)
            var reached: [UInt32] = []
            for row in rows { reached += walker.rows(from: row, along: [link]) }
            return try members(of: inner, reached.sortedWithoutRepeats())
        case .member(.select(let select)), .member(.definition(_, let select)):
            let found = try executor.rows(of: select)
            let fulfilling = rows.filter { found.contains($0) }
            let shown = fulfilling.isEmpty ? rows : fulfilling
            var members: [MembershipExplanation.Member] = []
            for row in shown.prefix(Self.mostMembers) {
                members.append(
                    .init(
                        row: store.entity(row, set: select.set), holds: found.contains(row),
                        conditions: try conditions(of: select, row)))
            }
            return members
        default: return []
        }
    }
}
