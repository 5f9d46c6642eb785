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
        /// The one that most documents of the last year give in which one is given.
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
    ///   - given: the id of each entity, where it is known who is who.
    /// - Complexity: linear in the number of entities but for sorting the different ones.
    init(
        _ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind? = nil,
        given: [String?]? = nil
    ) {
        let (groups, kinds, ids) =
            given.map { Self.group(evidence, as: use, counting: kind, by: $0) }
            ?? Self.link(evidence, as: use, counting: kind)
        let gathering = EntityGathering(evidence, groups: groups, count: kinds.count)
        let names = kinds.indices.map { gathering.name(of: $0) }
        let keys = names.map { Self.key($0) }
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
            let id = ids.isEmpty ? slugs.unique(Self.slug(names[group], else: kinds[group].rawValue)) : ids[group]
            entities.append(gathering.entity(group, kind: kinds[group], id: id, name: names[group]))
        }
        self.entities = entities
        offsets = evidence.offsets
        rows = Slab(groups.map { $0 == .max ? .max : rowOfGroup[Int($0)] })
    }

    /// What an id is made of, the words of the name with hyphens between: `l-union-europeenne`. The kind for a name without words.
    static func slug(_ name: String, else kind: String) -> String {
        let words = Words(name)
        if words.isEmpty { return kind }
        return (0..<words.count).map { words.text(of: $0) }.joined(separator: "-")
    }

    /// What the order of rows is made of.
    static func key(_ name: String) -> [UInt8] { Array(folded(name).utf8) }

    /// The other forms of the name of an entity that it may be linked by.
    static func linkingForms(_ entity: Int, _ evidence: EntityEvidence, _ kind: ExtractedEntity.Kind) -> [String] {
        kind == .organisation ? evidence.forms[entity].dropFirst().map { evidence.text($0) } : []
    }

    /// Gives each entity the number of its group, in order of first meeting, and each group its kind.
    private static func link(
        _ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind?
    ) -> Groups {
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
            let forms = linkingForms(entity, evidence, kind)
            nodes[entity] = linker.node(kind, name, forms: forms)
            if Linker.isSameEverywhere(kind, name) { known[kind, number] = nodes[entity] }
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
        return (nodes, kinds, [])
    }

    /// For each entity its group, for each group its kind and, where it was given, its id.
    private typealias Groups = (groups: [UInt32], kinds: [ExtractedEntity.Kind], ids: [String])

    /// Puts those together that have one id; what has none is not in the table.
    private static func group(
        _ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind?,
        by given: [String?]
    ) -> Groups {
        var groups = [UInt32](repeating: .max, count: evidence.count)
        var kinds: [ExtractedEntity.Kind] = []
        var ids: [String] = []
        var groupOfId: [String: UInt32] = [:]
        for entity in groups.indices where evidence.isUsed(entity, as: use) {
            guard let id = given[entity] else { continue }
            if let group = groupOfId[id] {
                groups[entity] = group
                continue
            }
            groups[entity] = UInt32(truncatingIfNeeded: ids.count)
            groupOfId[id] = groups[entity]
            kinds.append(kind ?? evidence.kind(entity))
            ids.append(id)
        }
        return (groups, kinds, ids)
    }
}

/// The nodes of names that are the same in every document, so that each is looked at once.
struct KnownNodes {
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
