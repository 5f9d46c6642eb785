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
    /// For each entity of the evidence its row; `.max` for those that are not of this table.
    let rows: Slab<UInt32>
    private let offsets: Slab<UInt32>

    /// The row of an entity of a document; nil for one that is not in this table.
    func row(_ index: Int?, of document: Int) -> UInt32? {
        let first = Int(offsets[document])
        guard let index, index >= 0, index < Int(offsets[document + 1]) - first else { return nil }
        let row = rows[first + index]
        return row == .max ? nil : row
    }

    /// The rows of a document's entities, each once, ascending.
    func rows(of document: Int) -> [UInt32] {
        Array(rows[Int(offsets[document])..<Int(offsets[document + 1])]).filter { $0 != .max }.sortedWithoutRepeats()
    }

    /// - Parameters:
    ///   - use: the table.
    ///   - kind: what all of them count as, whatever kind the extractor gave.
    /// - Complexity: linear in the number of entities but for sorting the different ones.
    init(_ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind? = nil) {
        let (groups, kinds) = Self.link(evidence, as: use, counting: kind)
        let gathering = Gathering(evidence, groups: groups, count: kinds.count)
        let names = kinds.indices.map { gathering.name(of: $0) }
        let keys = names.map { Array(folded($0).utf8) }
        let order = keys.indices.sorted { left, right in
            if keys[left] == keys[right] { return left < right }
            return keys[left].lexicographicallyPrecedes(keys[right])
        }
        var slugs = UniqueNames(separator: "-")
        var rowOfGroup = [UInt32](repeating: 0, count: kinds.count)
        var entities: [Entity] = []
        entities.reserveCapacity(kinds.count)
        for (row, group) in order.enumerated() {
            rowOfGroup[group] = UInt32(truncatingIfNeeded: row)
            let id = slugs.unique(Self.slug(names[group]) ?? kinds[group].rawValue)
            entities.append(gathering.entity(group, kind: kinds[group], id: id, name: names[group]))
        }
        self.entities = entities
        offsets = evidence.offsets
        rows = Slab(groups.map { $0 == .max ? .max : rowOfGroup[Int($0)] })
    }

    /// The words of a name with hyphens between: `l-union-europeenne`; nil for a name without words.
    private static func slug(_ name: String) -> String? {
        let words = Words(name)
        if words.isEmpty { return nil }
        return (0..<words.count).map { words.text(of: $0) }.joined(separator: "-")
    }

    /// Gives each entity the number of its group, in order of first meeting, and each group its kind.
    private static func link(
        _ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind?
    ) -> (groups: [UInt32], kinds: [ExtractedEntity.Kind]) {
        var linker = Linker()
        var nodes = [UInt32](repeating: .max, count: evidence.count)
        var known = KnownNodes(texts: evidence.texts.count)
        for entity in nodes.indices where evidence.isUsed(entity, as: use) {
            let kind = kind ?? evidence.kind(entity)
            let number = evidence.names[entity]
            if let node = known[kind, number] {
                nodes[entity] = node
                continue
            }
            let name = evidence.text(number)
            let forms = kind == .organisation ? evidence.forms[entity].dropFirst().map { evidence.text($0) } : []
            nodes[entity] = linker.node(kind, name, forms: forms)
            if linker.isSameEverywhere(kind, name) { known[kind, number] = nodes[entity] }
        }
        var kinds: [ExtractedEntity.Kind] = []
        var groupOfRoot = [UInt32](repeating: .max, count: linker.nodeCount)
        for entity in nodes.indices where nodes[entity] != .max {
            let root = Int(linker.root(of: nodes[entity]))
            if groupOfRoot[root] == .max {
                groupOfRoot[root] = UInt32(truncatingIfNeeded: kinds.count)
                kinds.append(kind ?? evidence.kind(entity))
            }
            nodes[entity] = groupOfRoot[root]
        }
        return (nodes, kinds)
    }
}

/// The nodes of names that are the same in every document, so that each is looked at once.
private struct KnownNodes {
    private var nodes: [[UInt32]]
    private static let kinds: [ExtractedEntity.Kind] = [.person, .organisation, .place]

    init(texts: Int) { nodes = Self.kinds.map { _ in [UInt32](repeating: .max, count: texts) } }

    subscript(kind: ExtractedEntity.Kind, text: UInt32) -> UInt32? {
        get {
            guard text != .max, let place = Self.kinds.firstIndex(of: kind) else { return nil }
            let node = nodes[place][Int(text)]
            return node == .max ? nil : node
        }
        set {
            guard text != .max, let newValue, let place = Self.kinds.firstIndex(of: kind) else { return }
            nodes[place][Int(text)] = newValue
        }
    }
}

/// What all documents say of each group of linked entities, in numbers of the texts of the evidence.
private struct Gathering {
    private let evidence: EntityEvidence
    private var names: GroupedTally
    private var forms: GroupedTally
    private var subkinds: GroupedTally
    private var genders: GroupedTally
    private var roles: GroupedTally
    private var latestRoles: [UInt32]
    /// For each role that was met the number of its folded form.
    private var roleKeys: [UInt32: UInt32] = [:]
    private var foldedRoles = Interner()

    init(_ evidence: EntityEvidence, groups: [UInt32], count: Int) {
        self.evidence = evidence
        names = GroupedTally(groups: count)
        forms = names
        subkinds = names
        genders = names
        roles = names
        latestRoles = [UInt32](repeating: .max, count: count)
        var isDated = [Bool](repeating: false, count: count)
        for document in 0..<evidence.documentCount {
            let hasDate = evidence.firstDays[document] != DateColumn.missing
            for entity in evidence.entities(of: document) where groups[entity] != .max {
                let group = groups[entity]
                add(entity, to: group)
                // Documents come by date, undated ones at the end: these count only where no dated one gives a role.
                if let role = evidence.roles[entity].first, hasDate || !isDated[Int(group)] {
                    latestRoles[Int(group)] = role
                    isDated[Int(group)] = hasDate
                }
            }
        }
    }

    private mutating func add(_ entity: Int, to group: UInt32) {
        names.add(evidence.names[entity], to: group)
        forms.add(evidence.names[entity], to: group)
        for form in evidence.forms[entity] where !isEmpty(form) { forms.add(form, to: group) }
        if evidence.subkinds[entity] != .max { subkinds.add(evidence.subkinds[entity], to: group) }
        if let gender = EntityEvidence.genders.firstIndex(where: { $0 == evidence.gender(entity) }) {
            genders.add(UInt32(truncatingIfNeeded: gender), to: group)
        }
        for role in evidence.roles[entity] where !isEmpty(role) { roles.add(role, key: key(ofRole: role), to: group) }
    }

    private func isEmpty(_ text: UInt32) -> Bool { text == .max || evidence.texts[Int(text)].isEmpty }

    /// Roles that fold to the same are one.
    private mutating func key(ofRole role: UInt32) -> UInt32 {
        if let known = roleKeys[role] { return known }
        let key = foldedRoles.number(of: Array(folded(evidence.text(role)).utf8))
        roleKeys[role] = key
        return key
    }

    /// The name that most documents use; one in capitals only, an acronym perhaps, where there is no other.
    func name(of group: Int) -> String {
        let name = names.mostFrequent(of: group) { name in
            name != .max
                && evidence.texts[Int(name)].contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        }
        return name.map { evidence.text($0) } ?? "?"
    }

    func entity(_ group: Int, kind: ExtractedEntity.Kind, id: String, name: String) -> LinkedEntities.Entity {
        let gender = genders.mostFrequent(of: group).map { EntityEvidence.genders[Int($0)].rawValue }
        return LinkedEntities.Entity(
            kind: kind, id: id, name: name,
            names: [name] + forms.values(of: group).map { evidence.text($0) }.filter { $0 != name },
            subkind: subkinds.mostFrequent(of: group).map { evidence.text($0) },
            gender: gender,
            role: latestRoles[group] == .max ? nil : evidence.text(latestRoles[group]),
            roles: roles.values(of: group).map { evidence.text($0) })
    }
}
