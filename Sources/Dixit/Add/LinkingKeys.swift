// By which names the rows of a table of entities are one with names to come.

import DixitExtraction
import Synchronization

/// The keys of all names of a table of entities (``Linker/linkingKeys(_:_:forms:)``), and which row each belongs to.
///
/// So an added name is looked up, and nobody's names are compared again.
struct LinkingKeys: Sendable {
    private let keys: StringTable
    private let order: StringOrder
    private let rows: Slab<UInt32>

    /// - Parameter rows: for each entity of the evidence its row.
    /// - Complexity: linear in the number of entities but for sorting the different keys.
    init(
        _ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind?,
        rows: Slab<UInt32>
    ) {
        var gathering = Gathering()
        gathering.add(evidence, as: use, counting: kind, rows: rows)
        (keys, self.rows) = gathering.finish()
        order = StringOrder(ascending: keys.count)
    }

    /// The keys of old rows and of added entities.
    ///
    /// - Parameters:
    ///   - targets: where the old rows are.
    ///   - rows: for each added entity its row.
    init(
        _ old: LinkingKeys, _ targets: TargetRows, _ added: EntityEvidence, as use: EntityEvidence.Use,
        counting kind: ExtractedEntity.Kind?, rows: [UInt32]
    ) {
        var gathering = Gathering()
        gathering.add(added, as: use, counting: kind, rows: Slab(rows))
        let (keys, rows) = gathering.finish()
        let (all, order, numbers) = old.keys.followed(by: keys, in: old.order)
        self.keys = all
        self.order = order
        let new = numbers.indices.filter { Int(numbers[$0]) >= old.keys.count }
        let moved = targets.changedOld.map { old.rows.mapped(by: Slab($0)) } ?? old.rows
        self.rows = moved.followed(by: Slab(new.map { rows[$0] }))
    }

    /// The row whose name has a key.
    func row(_ key: [UInt8]) -> UInt32? {
        order.numbers(equal: key, in: keys).first.map { rows[Int($0)] }
    }

    /// Takes the keys of entities, each once.
    private struct Gathering {
        private var keys = Interner()
        private var rows: [UInt32] = []

        mutating func add(
            _ evidence: EntityEvidence, as use: EntityEvidence.Use, counting kind: ExtractedEntity.Kind?,
            rows: Slab<UInt32>
        ) {
            var known = KnownNodes(texts: evidence.texts.count)
            for entity in 0..<evidence.count where evidence.isUsed(entity, as: use) && rows[entity] != .max {
                let kind = kind ?? evidence.kind(entity)
                let number = evidence.names[entity]
                if known[kind, number] != nil { continue }
                let name = evidence.text(number)
                let forms = LinkedEntities.linkingForms(entity, evidence, kind)
                for key in Linker.linkingKeys(kind, name, forms: forms) {
                    if Int(keys.number(of: key)) == self.rows.count { self.rows.append(rows[entity]) }
                }
                if Linker.isSameEverywhere(kind, name) { known[kind, number] = 0 }
            }
        }

        consuming func finish() -> (StringTable, Slab<UInt32>) {
            let (order, table) = keys.sorted()
            return (table, Slab(order.map { rows[Int($0)] }))
        }
    }
}

/// The keys of the people and places of a corpus, made when documents are added to it for the first time.
final class LinkingKeyCache: Sendable {
    private let keys: Mutex<(actors: LinkingKeys, places: LinkingKeys)?>

    init(_ keys: (actors: LinkingKeys, places: LinkingKeys)? = nil) { self.keys = Mutex(keys) }

    func keys(of linked: LinkedEvidence) -> (actors: LinkingKeys, places: LinkingKeys) {
        keys.withLock { keys in
            if let keys { return keys }
            let made = (
                actors: LinkingKeys(linked.evidence, as: .actor, counting: nil, rows: linked.actors),
                places: LinkingKeys(linked.evidence, as: .place, counting: .place, rows: linked.places)
            )
            keys = made
            return made
        }
    }
}
