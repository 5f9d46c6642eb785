// What is wrong with a schema, before anything is built on it.

import DixitSyntax
import DixitText

extension Schema {
    /// What would make names ambiguous or relations lead nowhere, in words for the programmer; empty for a good schema.
    ///
    /// Two names that fold to the same, “rôle” and “role”, are one name.
    package var defects: [String] {
        var defects: [String] = []
        var setNames: [String: String] = [:]
        for set in sets {
            for name in [set.name, set.singular] + set.aliases {
                check(name, of: "set \(set.name)", in: &setNames, &defects)
            }
            defects += set.defects
            if let part = set.part {
                let whole = self[set: part.whole]
                if whole == nil || whole?.part != nil {
                    defects.append("\(set.name) is part of no table: \(part.whole)")
                }
                if whole?[field: part.field]?.type != .keyword() {
                    defects.append("\(part.whole).\(part.field), which makes \(set.name) a part, is no keyword")
                }
                for field in set.fields {
                    guard let other = whole?[field: field.name] else { continue }
                    if !isCompatible(field.type, other.type) {
                        defects.append("\(set.name).\(field.name) has another type in \(part.whole)")
                    }
                }
            }
            for field in set.fields { defects += relationDefects(field, of: set) }
        }
        return defects + citationDefects
    }

    /// What a citation wants of a document, and the set that has none of it.
    private var citationDefects: [String] {
        guard let documents else { return [] }
        guard let set = self[set: documents.set] else { return ["documents are in no set: \(documents.set)"] }
        let fields = [documents.title, documents.outlet, documents.date]
        return fields.filter { set[field: $0] == nil }.map { "\(set.name) has no field to cite: \($0)" }
    }

    private func relationDefects(_ field: FieldSchema, of set: SetSchema) -> [String] {
        let (target, inverse): (String, String?)
        switch field.type {
        case .one(let name, let back), .many(let name, let back): (target, inverse) = (name, back)
        default: return []
        }
        let name = "\(set.name).\(field.name)"
        guard let targetSet = self[set: target] else { return ["\(name) leads to no set: \(target)"] }
        guard let inverse else { return [] }
        switch targetSet[field: inverse]?.type {
        case .one(let back, let forward)?, .many(let back, let forward)?:
            if table(of: back) == table(of: set.name), forward == field.name { return [] }
            return ["\(target).\(inverse) does not lead back to \(name)"]
        default: return ["\(name) has no inverse \(target).\(inverse)"]
        }
    }

    /// Whether two types are one column: relations may lead to a set or to the whole that it is part of.
    private func isCompatible(_ left: FieldType, _ right: FieldType) -> Bool {
        switch (left, right) {
        case (.one(let left, _), .one(let right, _)), (.many(let left, _), .many(let right, _)):
            table(of: left) == table(of: right)
        default: left == right
        }
    }
}

extension SetSchema {
    fileprivate var defects: [String] {
        var defects: [String] = []
        var names: [String: String] = [:]
        for field in fields {
            for name in [field.name] + field.aliases {
                check(name, of: "field \(self.name).\(field.name)", in: &names, &defects)
            }
        }
        for shown in shown + [label] where self[field: shown] == nil {
            defects.append("\(name) shows a field that it has not: \(shown)")
        }
        for detail in details where !shown.contains(detail) {
            defects.append("\(name) has a detail that it does not show: \(detail)")
        }
        return defects
    }
}

/// Notes a name, and what is wrong with it.
private func check(_ name: String, of owner: String, in names: inout [String: String], _ defects: inout [String]) {
    let key = folded(name)
    if Keyword(spelling: name.utf8)?.isReserved == true { defects.append("\(owner) has a reserved name: \(name)") }
    if key.isEmpty || key.utf8.contains(0x20) { defects.append("\(owner) has a name that is no word: “\(name)”") }
    if let other = names.updateValue(owner, forKey: key) {
        defects.append("\(owner) has a name that \(other) has: \(name)")
    }
}
