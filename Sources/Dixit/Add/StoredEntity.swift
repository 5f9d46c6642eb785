// A person, organisation or place as the table of a corpus has it.

import DixitExtraction
import DixitText

/// What a row of a table of entities says, to see whether more of the same changes it.
///
/// Most of those whom a document names are known, by that name and in that role: their rows stay, and nothing that was ever said of
/// them is put together again.
struct StoredEntity {
    private let name: String
    private let names: Set<String>
    private let kind: Field
    private let gender: Field
    private let role: Field
    private let roles: Field

    /// The values of a keyword; nil where the table has no such field.
    private typealias Field = [String]?

    init?(_ row: UInt32, of table: Table) {
        guard let index = table.names, let number = table.column(named: "names"),
            case .name(let column) = table.columns[number], let shown = table.column(named: "name"),
            case .name(let first) = table.columns[shown], let form = first.forms[row].first
        else { return nil }
        name = index.forms.text(Int(form))
        names = Set(column.forms[row].map { index.forms.text(Int($0)) })
        func values(_ field: String) -> Field {
            guard let number = table.column(named: field), case .keyword(let column) = table.columns[number] else {
                return nil
            }
            return column.codes.list(row).map { column.dictionary.text($0) }
        }
        kind = values("kind")
        gender = values("gender")
        role = values("role")
        roles = values("roles")?.map { folded($0) }
    }

    /// Whether the row would be the same with what a later document says of an entity: the most used name becomes more used, and
    /// nothing is new.
    func stays(with entity: Int, of evidence: EntityEvidence) -> Bool {
        func text(_ number: UInt32) -> String { evidence.text(number) }
        guard text(evidence.names[entity]) == name else { return false }
        let forms = evidence.forms[entity].map(text)
        guard forms.allSatisfy({ $0.isEmpty || names.contains($0) }) else { return false }
        if let kind, evidence.subkinds[entity] != .max, kind != [text(evidence.subkinds[entity])] { return false }
        if let gender, let other = evidence.gender(entity), gender != [other.rawValue] { return false }
        guard let role, let roles, let latest = evidence.roles[entity].first else { return true }
        return role == [text(latest)].filter { !$0.isEmpty }
            && evidence.roles[entity].map(text).allSatisfy { $0.isEmpty || roles.contains(folded($0)) }
    }
}
