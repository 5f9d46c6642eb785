// Asks of one row why it is in an answer, or why not.

import DixitSyntax
import DixitText

extension Session {
    /// What the last query of a script says of a row: whether it is in the answer, and which conditions hold.
    ///
    /// Statements before it are run for what they define; the session itself stays as it is.
    ///
    /// - Parameters:
    ///   - id: of a row of the set that is searched, spelt in any case.
    ///   - query: A question, or a script that ends in one.
    /// - Throws: ``DixitError`` for what is wrong with the script, E512 where no row has the id, E5 for what stopped it.
    public func why(_ id: String, in query: Query) throws(DixitError) -> MembershipExplanation {
        var earlier = check(Parser.parse(query.text), of: query)
        guard earlier.problems.isEmpty else { throw DixitError(earlier.problems) }
        func failure(_ message: Message, _ range: SourceRange) -> DixitError {
            DixitError([Problem(Diagnostic(message, at: range), in: query.text)])
        }
        let last = earlier.statements.lastIndex { $0.1.select != nil }
        guard let last, let select = earlier.statements[last].1.select else {
            throw failure(.expectedStatement(found: .noun(.end)), SourceRange(0, 0))
        }
        let range = earlier.statements[last].0.range
        earlier.statements.removeSubrange(last...)
        var session = self
        try session.run(earlier, of: query) { _ in }
        guard let row = corpus.store.row(withId: id, set: select.set) else {
            let set = corpus.schema.sets[select.set].name
            let near = corpus.store.nearestId(to: id, set: select.set)
            throw failure(.noSuchRow(id, set: set, suggestion: near), range)
        }
        do {
            var reader = session.membershipReader(query)
            return try reader.explanation(of: row, in: select)
        } catch {
            throw failure(error.message, range)
        }
    }
}

extension BoundStatement {
    fileprivate var select: BoundSelect? {
        switch self {
        case .query(let select), .explain(let select, _): select
        case .define, .parameter: nil
        }
    }
}

extension Store {
    /// The row of a set with an id; one that is spelt exactly so before one that only folds to it.
    func row(withId id: String, set number: Int) -> UInt32? {
        let set = sets[number]
        guard set.table >= 0 else { return nil }
        let table = tables[set.table]
        guard let column = table.column(named: "id") else {
            return UInt32(id).flatMap { set.rows.contains($0) ? $0 : nil }
        }
        switch table.columns[column] {
        case .keyword(let keyword):
            let codes = keyword.dictionary.codes(equal: Array(DixitText.folded(id).utf8))
            let exact = codes.filter { keyword.dictionary.text($0) == id }
            let others = codes.sorted { keyword.dictionary.rank($0) < keyword.dictionary.rank($1) }
            for code in exact + others {
                let rows = keyword.postings[code]
                if let row = rows.first(where: { set.rows.contains($0) }) { return row }
            }
            return nil
        case .number(let numbers):
            guard let wanted = Double(id) else { return nil }
            return (0..<numbers.values.count).lazy.filter { numbers.values[$0] == wanted }
                .map { UInt32(truncatingIfNeeded: $0) }.first { set.rows.contains($0) }
        default: return nil
        }
    }

    /// The id that was probably meant, where there are not too many to look at.
    func nearestId(to id: String, set number: Int) -> String? {
        let set = sets[number]
        guard set.table >= 0, let column = tables[set.table].column(named: "id"),
            case .keyword(let keyword) = tables[set.table].columns[column], keyword.dictionary.count <= 20_000
        else { return nil }
        return Suggestion.best(
            for: id, among: (0..<keyword.dictionary.count).map { keyword.dictionary.values.text($0) })?
            .text
    }
}
