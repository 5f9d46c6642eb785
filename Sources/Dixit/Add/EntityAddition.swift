// The people, organisations, sources and places of a corpus with what further documents say of them.

import DixitExtraction
import DixitSyntax
import DixitText

/// Which rows of a table of entities stay as they are, and what becomes of the others.
///
/// A row is made anew where an added document says something new of it, or makes it one with another, or where it gets another id
/// because of them: of these alone all that was ever said is put together again. Everybody else stays, in the old order.
struct EntityAddition {
    /// The old rows that stay, and between them those that are made anew.
    let rows: Interleaving
    /// Those made anew, in their order.
    let entities: [LinkedEntities.Entity]
    /// Where the rows of both are.
    let targets: TargetRows
    /// For each entity of all evidence its row.
    let entityRows: Slab<UInt32>
    let keys: LinkingKeys

    /// What the documents of both say, and what is known of the old ones.
    struct Source {
        let use: EntityEvidence.Use
        /// What all count as, whatever kind the extractor gave.
        let kind: ExtractedEntity.Kind?
        /// Of old and added documents.
        let evidence: EntityEvidence
        /// How the entities of both follow each other in it.
        let entities: Interleaving
        let table: Table
        /// For each entity of the old documents its row, and by which names rows are found.
        let oldRows: Slab<UInt32>
        let keys: LinkingKeys
        let added: EntityEvidence
        let addedRows: LinkedEntities
        /// Whether the added documents come behind all others.
        let isAppending: Bool

        /// The entities whose rows tables have numbers for, ascending, with these numbers.
        func entities(ofOld old: Slab<UInt32>, ofAdded added: Slab<UInt32>) -> [(entity: Int, group: UInt32)] {
            var members: [(entity: Int, group: UInt32)] = []
            for stretch in entities.stretches {
                let shift = stretch.start - stretch.range.lowerBound
                (stretch.isAdded ? addedRows.rows : oldRows).forEachPlace(
                    in: stretch.range, mappedBy: stretch.isAdded ? added : old
                ) { members.append(($0 + shift, $1)) }
            }
            return members
        }
    }

    /// - Throws: ``DixitError`` E525 where the corpus came out of a file that no corpus was written as.
    init(_ source: Source) throws(DixitError) {
        var groups = RemadeGroups(source)
        let old = try OldEntities(source)
        while true {
            let remade = try RemadeEntities(source, old, groups)
            if remade.renamed.isEmpty {
                rows = remade.rows
                entities = remade.entities
                targets = remade.targets(groups, source)
                break
            }
            for row in remade.renamed { groups.add(row) }
        }
        let targets = targets
        entityRows = source.entities.joined(
            source.oldRows, by: targets.changedOld, source.addedRows.rows, by: targets.added)
        keys = LinkingKeys(
            source.keys, targets, source.added, as: source.use, counting: source.kind,
            rows: source.addedRows.rows.map { $0 == .max ? .max : targets.added[Int($0)] })
    }
}

/// Which old rows and which rows of the added documents are one entity now.
private struct RemadeGroups {
    private(set) var count = 0
    /// The group of each row; `.max` for a row that stays.
    private(set) var ofOld: [UInt32]
    private(set) var ofAdded: [UInt32]
    /// For added rows that change nothing of an old row, which that is; `.max` for those that are in a group.
    private(set) var unchanged: [UInt32]
    /// The added rows by the old row that they change nothing of, once somebody asks.
    private var addedByUnchanged: [UInt32: [Int]]?

    init(_ source: EntityAddition.Source) {
        let addedCount = source.addedRows.entities.count
        ofOld = [UInt32](repeating: .max, count: source.table.rowCount)
        ofAdded = [UInt32](repeating: .max, count: addedCount)
        unchanged = ofAdded
        var nodes: [UInt32: Int] = [:]
        var parents = Array(0..<addedCount)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node { node = parents[node] }
            return node
        }
        for entity in 0..<source.added.count where source.addedRows.rows[entity] != .max {
            let kind = source.kind ?? source.added.kind(entity)
            let name = source.added.text(source.added.names[entity])
            let forms = LinkedEntities.linkingForms(entity, source.added, kind)
            for key in Linker.linkingKeys(kind, name, forms: forms) {
                guard let row = source.keys.row(key) else { continue }
                let node = nodes[row] ?? parents.count
                if node == parents.count {
                    nodes[row] = node
                    parents.append(node)
                }
                let (left, right) = (root(node), root(Int(source.addedRows.rows[entity])))
                parents[max(left, right)] = min(left, right)
            }
        }
        if source.isAppending {
            var oldRows: [Int: [UInt32]] = [:]
            for (row, node) in nodes { oldRows[root(node), default: []].append(row) }
            for row in 0..<addedCount { if let rows = oldRows[root(row)], rows.count == 1 { unchanged[row] = rows[0] } }
            leaveOutChanged(source)
            for row in 0..<addedCount where unchanged[row] != .max { nodes[unchanged[row]] = nil }
        }
        // The smallest of a group is an added row: each is in one.
        for row in 0..<addedCount where unchanged[row] == .max {
            let root = root(row)
            if root == row {
                ofAdded[row] = UInt32(truncatingIfNeeded: count)
                count += 1
            } else {
                ofAdded[row] = ofAdded[root]
            }
        }
        for (row, node) in nodes { ofOld[Int(row)] = ofAdded[root(node)] }
    }

    /// Of the rows that each would be one with an old one, keeps those that change nothing of it.
    private mutating func leaveOutChanged(_ source: EntityAddition.Source) {
        var known: [UInt32: StoredEntity?] = [:]
        var changed: Set<UInt32> = []
        for entity in 0..<source.added.count where source.addedRows.rows[entity] != .max {
            let row = unchanged[Int(source.addedRows.rows[entity])]
            if row == .max || changed.contains(row) { continue }
            let stored = known[row] ?? StoredEntity(row, of: source.table)
            known[row] = .some(stored)
            if stored?.stays(with: entity, of: source.added) != true { changed.insert(row) }
        }
        for row in unchanged.indices where changed.contains(unchanged[row]) { unchanged[row] = .max }
    }

    /// The added rows that are one with an old one, looked up in a table that is made at the first question.
    private mutating func addedRows(ofUnchanged row: UInt32) -> [Int] {
        if addedByUnchanged == nil {
            addedByUnchanged = Dictionary(grouping: unchanged.indices.filter { unchanged[$0] != .max }) {
                unchanged[$0]
            }
        }
        return addedByUnchanged?[row] ?? []
    }

    /// Makes a row anew that is one with no other old one.
    mutating func add(_ row: Int) {
        for added in addedRows(ofUnchanged: UInt32(truncatingIfNeeded: row)) where unchanged[added] != .max {
            unchanged[added] = .max
            ofAdded[added] = UInt32(truncatingIfNeeded: count)
        }
        ofOld[row] = UInt32(truncatingIfNeeded: count)
        count += 1
    }
}

/// The first entity, among those of all documents, that each old row was made of: wanted where two names are the same, which is
/// seldom, so that one is looked for in the evidence, and only after some a table is made of all.
private final class FirstEntities {
    private let source: EntityAddition.Source
    private var asked = 0
    private var table: [Int]?

    init(_ source: EntityAddition.Source) { self.source = source }

    func entity(ofRow row: Int) -> Int {
        asked += 1
        if asked > 16, table == nil { table = allFirst() }
        if let table { return table[row] }
        let wanted = UInt32(truncatingIfNeeded: row)
        for stretch in source.entities.stretches where !stretch.isAdded {
            if let place = source.oldRows[stretch.range].firstIndex(of: wanted) { return stretch.start + place }
        }
        return .max
    }

    private func allFirst() -> [Int] {
        var first = [Int](repeating: .max, count: source.table.rowCount)
        for stretch in source.entities.stretches where !stretch.isAdded {
            for (number, place) in stretch.range.enumerated() {
                let row = Int(source.oldRows[place])
                if row < first.count, first[row] == .max { first[row] = stretch.start + number }
            }
        }
        return first
    }
}

/// What is known of the rows that were there.
private struct OldEntities {
    let count: Int
    private let table: Table
    private let names: NameColumn
    private let ids: KeywordColumn
    private let kinds: KeywordColumn?
    private let kind: ExtractedEntity.Kind?
    private let firstEntities: FirstEntities

    init(_ source: EntityAddition.Source) throws(DixitError) {
        firstEntities = FirstEntities(source)
        table = source.table
        count = table.rowCount
        kind = source.kind
        guard let name = table.column(named: "name"), case .name(let names) = table.columns[name],
            let id = table.column(named: "id"), case .keyword(let ids) = table.columns[id]
        else { throw NewsAddition.impossible(table.name) }
        self.names = names
        self.ids = ids
        if let type = table.column(named: "type"), case .keyword(let kinds) = table.columns[type] {
            self.kinds = kinds
        } else {
            kinds = nil
        }
    }

    private func name(_ row: Int) -> String {
        guard let form = names.forms[UInt32(truncatingIfNeeded: row)].first, let index = table.names else { return "" }
        return index.forms.text(Int(form))
    }

    func slug(_ row: Int) -> String {
        var kind = kind?.rawValue ?? ""
        kinds?.codes.forEach(UInt32(truncatingIfNeeded: row)) { kind = kinds?.dictionary.text($0) ?? "" }
        return LinkedEntities.slug(name(row), else: kind)
    }

    func id(_ row: Int) -> String {
        var id = ""
        ids.codes.forEach(UInt32(truncatingIfNeeded: row)) { id = ids.dictionary.text($0) }
        return id
    }

    /// The first row that comes after an entity with this key, first met at a place in the evidence.
    ///
    /// - Parameter known: the first entities of some rows.
    func place(of key: [UInt8], first entity: Int, _ known: [UInt32: Int]) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) >> 1
            let other = LinkedEntities.key(name(middle))
            let isAfter =
                if other == key {
                    known[UInt32(truncatingIfNeeded: middle)] ?? firstEntities.entity(ofRow: middle) > entity
                } else {
                    key.lexicographicallyPrecedes(other)
                }
            if isAfter { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The rows whose ids are made of one name, with numbers behind it or not.
    func rows(ofFamily family: [UInt8]) -> [Int] {
        let key = FoldedText(String(decoding: family, as: UTF8.self)).bytes
        let dictionary = ids.dictionary
        var rows: [Int] = []
        for code in dictionary.codes(equal: key) + dictionary.codes(prefix: key + [0x20]) {
            let id = dictionary.values[Int(code)]
            guard IdFamily.of(id).elementsEqual(family) else { continue }
            for row in ids.postings[code] { rows.append(Int(row)) }
        }
        return rows
    }
}

/// Ids that can stand in each other's way: `casablanca`, `casablanca-2`, and `casablanca-2-2` for the second of that name.
private enum IdFamily {
    /// What is left of an id or of the name it is made of without the numbers at its end.
    static func of<Bytes: BidirectionalCollection<UInt8>>(_ id: Bytes) -> Bytes.SubSequence {
        var rest = id[...]
        while let dash = rest.lastIndex(of: UInt8(ascii: "-")), dash != rest.startIndex {
            let digits = rest[rest.index(after: dash)...]
            if digits.isEmpty || !digits.allSatisfy({ (0x30...0x39).contains($0) }) { break }
            rest = rest[..<dash]
        }
        return rest
    }
}

/// The rows that are made anew.
private struct RemadeEntities {
    let rows: Interleaving
    private(set) var entities: [LinkedEntities.Entity] = []
    /// Old rows that stay but for their ids.
    private(set) var renamed: [Int] = []
    /// The groups in the order of rows.
    private let order: [Int]

    init(_ source: EntityAddition.Source, _ old: OldEntities, _ groups: RemadeGroups) throws(DixitError) {
        let (members, firstOfOld) = source.members(of: groups)
        var first = [Int](repeating: .max, count: groups.count)
        for (entity, group) in members where first[Int(group)] == .max { first[Int(group)] = entity }
        if first.contains(.max) { throw NewsAddition.impossible(source.table.name) }
        let gathering = EntityGathering(source.evidence, members, count: groups.count)
        let names = first.indices.map { gathering.name(of: $0) }
        let kinds = first.map { source.kind ?? source.evidence.kind($0) }
        let keys = names.map { LinkedEntities.key($0) }
        let order = first.indices.sorted { left, right in
            if keys[left] == keys[right] { return first[left] < first[right] }
            return keys[left].lexicographicallyPrecedes(keys[right])
        }
        var places: [Int] = []
        for group in order {
            places.append(max(places.last ?? 0, old.place(of: keys[group], first: first[group], firstOfOld)))
        }
        let leftOut = groups.ofOld.indices.filter { groups.ofOld[$0] != .max }
        rows = Interleaving(oldCount: old.count, addedBefore: places, without: leftOut)
        self.order = order
        let slugs = first.indices.map { LinkedEntities.slug(names[$0], else: kinds[$0].rawValue) }
        let ids = newIds(slugs, leftOut, old)
        entities = order.map { gathering.entity($0, kind: kinds[$0], id: ids[$0], name: names[$0]) }
    }

    /// Ids are given out anew in every family that an old or a new row is of; notes who stays but gets another.
    private mutating func newIds(_ slugs: [String], _ leftOut: [Int], _ old: OldEntities) -> [String] {
        struct Member {
            let place: UInt32
            let slug: String
            let group: Int?
            let oldRow: Int
        }
        var families: [[UInt8]: [Member]] = [:]
        for row in leftOut { families[Array(IdFamily.of(Array(old.id(row).utf8))), default: []] += [] }
        let moves = rows.addedMoves
        for (number, group) in order.enumerated() {
            let place = moves.moved(UInt32(truncatingIfNeeded: number))
            let family = Array(IdFamily.of(Array(slugs[group].utf8)))
            families[family, default: []].append(
                Member(place: place, slug: slugs[group], group: group, oldRow: -1))
        }
        let places = rows.oldPlaces(old.count)
        var ids = slugs
        for (family, members) in families {
            let others = old.rows(ofFamily: family).filter { places[$0] != .max }
            let all = members + others.map { Member(place: places[$0], slug: old.slug($0), group: nil, oldRow: $0) }
            var names = UniqueNames(separator: "-")
            for member in all.sorted(by: { $0.place < $1.place }) {
                let id = names.unique(member.slug)
                if let group = member.group {
                    ids[group] = id
                } else if id != old.id(member.oldRow) {
                    renamed.append(member.oldRow)
                }
            }
        }
        return ids
    }

    /// Where the rows of both are.
    func targets(_ groups: RemadeGroups, _ source: EntityAddition.Source) -> TargetRows {
        let moves = rows.addedMoves
        var placeOfGroup = [UInt32](repeating: 0, count: groups.count)
        for (number, group) in order.enumerated() {
            placeOfGroup[group] = moves.moved(UInt32(truncatingIfNeeded: number))
        }
        var old = rows.oldPlaces(source.table.rowCount)
        for row in old.indices where groups.ofOld[row] != .max { old[row] = placeOfGroup[Int(groups.ofOld[row])] }
        let added = groups.ofAdded.indices.map { row in
            groups.unchanged[row] == .max ? placeOfGroup[Int(groups.ofAdded[row])] : old[Int(groups.unchanged[row])]
        }
        return TargetRows(old: old, added: added, count: rows.count)
    }
}

extension EntityAddition.Source {
    /// The entities of the groups, ascending, and the first one of each old row that is in a group.
    fileprivate func members(
        of groups: RemadeGroups
    ) -> (members: [(entity: Int, group: UInt32)], firstOfOld: [UInt32: Int]) {
        if groups.count == 0 { return ([], [:]) }
        // Rows first: what a row was made of says its group too.
        let rows = Slab(
            groups.ofOld.indices.map { groups.ofOld[$0] == .max ? .max : UInt32(truncatingIfNeeded: $0) })
        let shift = UInt32(truncatingIfNeeded: rows.count)
        let added = Slab(
            groups.ofAdded.indices.map { groups.ofAdded[$0] == .max ? .max : UInt32(truncatingIfNeeded: $0) + shift })
        var firstOfOld: [UInt32: Int] = [:]
        let members = entities(ofOld: rows, ofAdded: added).map { entity, row in
            if row >= shift { return (entity: entity, group: groups.ofAdded[Int(row - shift)]) }
            if firstOfOld[row] == nil { firstOfOld[row] = entity }
            return (entity: entity, group: groups.ofOld[Int(row)])
        }
        return (members, firstOfOld)
    }
}
