// The people, organisations, sources and places of all documents, each once.

import DixitExtraction
import DixitText

/// The rows of a table of entities: what the documents say of each, put together.
struct LinkedEntities {
    struct Entity {
        let kind: ExtractedEntity.Kind
        /// From the folded name: `mustapha-el-khalfi`.
        let id: String
        /// The full form that most documents use.
        let name: String
        /// All forms, ``name`` first.
        let names: [String]
        let subkind: String?
        let gender: String?
        /// The one that the latest document gives.
        let role: String?
        let roles: [String]
    }

    /// In the order of their folded names.
    let entities: [Entity]
    /// By document and index of the entity in it; `.max` for those that are not of this table.
    private let rows: [UInt32]
    private let firstEntity: [Int]

    /// The row of an entity of a document; nil for one that is not in this table.
    func row(_ index: Int?, of document: Int) -> UInt32? {
        guard let index, index >= 0, index < firstEntity[document + 1] - firstEntity[document] else { return nil }
        let row = rows[firstEntity[document] + index]
        return row == .max ? nil : row
    }

    /// The rows of a document's entities, each once, ascending.
    func rows(of document: Int) -> [UInt32] {
        Set(rows[firstEntity[document]..<firstEntity[document + 1]].filter { $0 != .max }).sorted()
    }

    /// - Parameters:
    ///   - included: whether each entity of a document belongs into the table.
    ///   - kind: what all of them count as, whatever kind the extractor gave.
    /// - Complexity: linear in the number of entities but for sorting the different ones.
    init(
        _ documents: NewsDocuments, as kind: ExtractedEntity.Kind? = nil,
        included: (_ document: ExtractedDocument) -> [Bool]
    ) {
        var firstEntity = [0]
        var groups: [UInt32] = []
        let linked = Self.link(documents, as: kind, included: included, firstEntity: &firstEntity, nodes: &groups)
        let gathering = Gathering(documents, groups: groups, firstEntity: firstEntity, count: linked.count)
        let keys = (0..<linked.count).map { folded(gathering.name(of: $0)) }
        let order = keys.indices.sorted { left, right in
            if keys[left] == keys[right] { return left < right }
            return keys[left].utf8.lexicographicallyPrecedes(keys[right].utf8)
        }
        var slugs = UniqueNames(separator: "-")
        var rowOfGroup = [UInt32](repeating: 0, count: linked.count)
        var entities: [Entity] = []
        entities.reserveCapacity(linked.count)
        for (row, group) in order.enumerated() {
            rowOfGroup[group] = UInt32(truncatingIfNeeded: row)
            let name = gathering.name(of: group)
            let id = slugs.unique(Self.slug(name) ?? linked[group].rawValue)
            entities.append(gathering.entity(group, kind: linked[group], id: id, name: name))
        }
        self.entities = entities
        self.firstEntity = firstEntity
        rows = groups.map { $0 == .max ? .max : rowOfGroup[Int($0)] }
    }

    /// The words of a name with hyphens between: `l-union-europeenne`; nil for a name without words.
    private static func slug(_ name: String) -> String? {
        let words = Words(name)
        if words.isEmpty { return nil }
        return (0..<words.count).map { words.text(of: $0) }.joined(separator: "-")
    }

    /// Gives each entity of each document the number of its group, in order of first meeting, and returns their kinds.
    private static func link(
        _ documents: NewsDocuments, as kind: ExtractedEntity.Kind?, included: (ExtractedDocument) -> [Bool],
        firstEntity: inout [Int], nodes: inout [UInt32]
    ) -> [ExtractedEntity.Kind] {
        var linker = Linker()
        for number in 0..<documents.count {
            let entities = documents.records[number].extracted.entities
            let included = included(documents.records[number].extracted)
            for (index, entity) in entities.enumerated() {
                guard included[index] else {
                    nodes.append(.max)
                    continue
                }
                let kind = kind ?? entity.kind
                let forms = kind == .organisation ? entity.forms.map { documents.blob.value($0, of: number) } : []
                nodes.append(linker.node(kind, documents.name(of: entity, in: number), forms: forms))
            }
            firstEntity.append(nodes.count)
        }
        var kinds: [ExtractedEntity.Kind] = []
        var groupOfRoot: [UInt32: UInt32] = [:]
        var place = 0
        for number in 0..<documents.count {
            for entity in documents.records[number].extracted.entities {
                defer { place += 1 }
                if nodes[place] == .max { continue }
                let root = linker.root(of: nodes[place])
                let group = groupOfRoot[root] ?? UInt32(truncatingIfNeeded: kinds.count)
                if Int(group) == kinds.count {
                    groupOfRoot[root] = group
                    kinds.append(kind ?? entity.kind)
                }
                nodes[place] = group
            }
        }
        return kinds
    }
}

extension NewsDocuments {
    /// The name of an entity as it is to be shown.
    func name(of entity: ExtractedEntity, in document: Int) -> String {
        if let name = entity.displayName, !name.isEmpty { return name }
        let name = blob.value(entity.name, of: document)
        // A name is never empty: a row without one could not be shown, nor found.
        return name.isEmpty ? "?" : name
    }
}

/// What all documents say of each group of linked entities.
private struct Gathering {
    private var names: GroupedTally
    private var forms: GroupedTally
    private var subkinds: GroupedTally
    private var genders: GroupedTally
    private var roles: GroupedTally
    private var latestRoles: [String?]

    init(_ documents: NewsDocuments, groups: [UInt32], firstEntity: [Int], count: Int) {
        names = GroupedTally(groups: count)
        forms = names
        subkinds = names
        genders = names
        roles = names
        latestRoles = [String?](repeating: nil, count: count)
        var isDated = [Bool](repeating: false, count: count)
        for number in 0..<documents.count {
            let hasDate = documents.dates[number] != nil
            for (index, entity) in documents.records[number].extracted.entities.enumerated() {
                let group = groups[firstEntity[number] + index]
                if group == .max { continue }
                add(entity, of: number, in: documents, to: group)
                // Documents come by date, undated ones at the end: these count only where no dated one gives a role.
                let role =
                    entity.knownRoles.first ?? entity.roles.first.map { documents.blob.value($0.text, of: number) }
                if let role, hasDate || !isDated[Int(group)] {
                    latestRoles[Int(group)] = role
                    isDated[Int(group)] = hasDate
                }
            }
        }
    }

    private mutating func add(
        _ entity: ExtractedEntity, of document: Int, in documents: NewsDocuments, to group: UInt32
    ) {
        let name = documents.name(of: entity, in: document)
        names.add(name, to: group)
        forms.add(name, to: group)
        for form in [entity.name] + entity.forms {
            let text = documents.blob.value(form, of: document)
            if !text.isEmpty { forms.add(text, to: group) }
        }
        if let subkind = entity.subkind { subkinds.add(subkind, to: group) }
        if let gender = entity.gender { genders.add(gender.rawValue, to: group) }
        for role in entity.knownRoles { roles.add(role, key: folded(role), to: group) }
        for role in entity.roles {
            let text = documents.blob.value(role.text, of: document)
            if !text.isEmpty { roles.add(text, key: folded(text), to: group) }
        }
    }

    /// The name that most documents use; one in capitals only, an acronym perhaps, where there is no other.
    func name(of group: Int) -> String {
        let name = names.mostFrequent(of: group) { name in
            name.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        }
        return name ?? "?"
    }

    func entity(_ group: Int, kind: ExtractedEntity.Kind, id: String, name: String) -> LinkedEntities.Entity {
        LinkedEntities.Entity(
            kind: kind, id: id, name: name,
            names: [name] + forms.values(of: group).filter { $0 != name },
            subkind: subkinds.mostFrequent(of: group),
            gender: genders.mostFrequent(of: group),
            role: latestRoles[group],
            roles: roles.values(of: group))
    }
}
