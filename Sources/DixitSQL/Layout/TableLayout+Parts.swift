// Which tables a part of a corpus has, and which those of the whole are.

import Dixit

extension TableLayout {
    /// The tables of a corpus that is made in parts.
    package enum Part: Hashable, Sendable {
        /// Everything.
        case whole
        /// What stands in documents, and which rows belong together: each part of the documents has these of its own.
        case documents
        /// Those that the documents name: once for all parts.
        case entities
    }

    package func tables(of part: Part) -> [Table] { tables.filter { isOf($0, part) } }

    private func isOf(_ table: Table, _ part: Part) -> Bool {
        if part == .whole { return true }
        switch table.content {
        case .rows(let set), .folded(let set), .forms(let set): return standsInDocuments(set) == (part == .documents)
        case .values(let field), .words(let field): return standsInDocuments(field.table) == (part == .documents)
        case .pairs: return part == .documents
        }
    }

    /// Whether a set is that of documents, or its rows each stand in one.
    private func standsInDocuments(_ set: String) -> Bool {
        set == schema.documents?.set || documentField(of: set) != nil
    }

    /// The relation that leads from the rows of a set to the document they stand in.
    package func documentField(of set: String) -> String? {
        guard let documents = schema.documents?.set else { return nil }
        return schema.fields(ofTable: set).first { field in
            if case .one(let target, _) = field.type { schema.table(of: target) == documents } else { false }
        }?.name
    }
}
