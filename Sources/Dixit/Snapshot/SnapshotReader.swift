// Finds the sections of a snapshot, and checks them.

import DixitSyntax

/// How much of a snapshot is checked when it is opened.
public enum SnapshotVerification: Hashable, Sendable {
    /// Every byte: what is not as it was written is refused.
    case full
    /// The beginning, and everything that the engine relies on for staying inside its memory. An altered text is not
    /// noticed; nothing is read of the texts before a query reads it.
    case structure
}

/// Hands out the sections of a snapshot as slabs over its memory, and remembers what has to hold of them.
///
/// Nothing is read while slabs are handed out but what says how large others are; ``check(_:)`` then goes through everything
/// once. Nobody may use the slabs before.
final class SnapshotReader {
    let name: String
    fileprivate let memory: Slab<UInt8>
    fileprivate let sections: [String: SnapshotDirectory.Section]
    fileprivate var claims: [Claim] = []

    /// A section and what has to hold of it.
    fileprivate struct Claim {
        let section: SnapshotDirectory.Section
        let rule: SnapshotRule
    }

    /// Memory with the sum that it should have: sections may share both.
    private struct Extent: Hashable {
        let offset: Int
        let byteCount: Int
        let checksum: UInt64

        init(_ section: SnapshotDirectory.Section) {
            offset = section.offset
            byteCount = section.byteCount
            checksum = section.checksum
        }
    }

    init(_ memory: Slab<UInt8>, name: String) throws(DixitError) {
        self.name = name
        self.memory = memory
        let directory = try SnapshotDirectory(memory, name: name)
        sections = Dictionary(directory.sections.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        guard sections.count == directory.sections.count else { throw impossible("table") }
    }

    /// The sections whose names begin with these words.
    func part(_ path: String...) -> SnapshotPart { SnapshotPart(reader: self, path: path) }

    /// Goes through all sections that were handed out; those that nobody asked for are checked too where every byte is.
    ///
    /// - Complexity: linear in the size of the snapshot, at the speed of memory; see ``SnapshotInspection``.
    func check(_ verification: SnapshotVerification) throws(DixitError) {
        var summed: Set<Extent> = []
        let asked = Set(claims.map(\.section.name))
        var rest: [Claim] = []
        if verification == .full {
            rest = sections.values.filter { !asked.contains($0.name) }.sorted { $0.offset < $1.offset }
                .map { Claim(section: $0, rule: .anything) }
        }
        for claim in claims + rest {
            let isNew = verification == .full && summed.insert(Extent(claim.section)).inserted
            if case .anything = claim.rule, !isNew { continue }
            try check(claim.section, claim.rule, sum: isNew)
        }
    }

    fileprivate func check(_ section: SnapshotDirectory.Section, _ rule: SnapshotRule, sum: Bool) throws(DixitError) {
        let start = section.offset
        let finding = SnapshotInspection.run(
            rule, memory[start..<start + section.byteCount],
            padded: memory[start..<start + SnapshotDirectory.padded(section.byteCount)],
            checksum: sum ? section.checksum : nil)
        switch finding {
        case .sound: break
        case .altered: throw DixitError(.alteredSnapshot(name, part: section.name))
        case .impossible: throw impossible(section.name)
        }
    }

    /// What a file without any accident cannot say.
    func impossible(_ part: String) -> DixitError { DixitError(.impossibleSnapshot(name, part: part)) }
}

/// Those sections of a snapshot whose names begin with some words: `column statements text`.
struct SnapshotPart {
    let reader: SnapshotReader
    let path: [String]

    /// A part of this part.
    subscript(name: String) -> SnapshotPart { SnapshotPart(reader: reader, path: path + [name]) }

    /// A section of elements of that type.
    ///
    /// - Parameter count: how many elements it must have, where something else says so.
    func slab<Element>(
        _ name: String, _ rule: SnapshotRule, count: Int? = nil
    ) throws(DixitError) -> Slab<Element> {
        let section = try section(name)
        guard section.elementSize == MemoryLayout<Element>.stride, section.count == count ?? section.count,
            let slab = reader.memory.view(Element.self, at: section.offset, count: section.count)
        else { throw impossible(name) }
        reader.claims.append(SnapshotReader.Claim(section: section, rule: rule))
        return slab
    }

    /// Where the lists of a number of rows begin, and how long they are in all.
    func offsets(_ name: String, rows: Int? = nil, end: Int) throws(DixitError) -> Slab<UInt32> {
        let offsets: Slab<UInt32> = try slab(name, .offsets(end), count: rows.map { $0 + 1 })
        guard offsets.count > 0 else { throw impossible(name) }
        return offsets
    }

    /// Ascending lists and where they begin.
    func lists(
        _ offsetsName: String, _ idsName: String, rows: Int, below limit: Int
    ) throws(DixitError) -> (Slab<UInt32>, Slab<UInt32>) {
        let offsets = try offsets(offsetsName, rows: rows, end: try count(idsName))
        return (offsets, try slab(idsName, .lists(below: limit, offsets: offsets)))
    }

    /// How many elements a section has, before it is handed out.
    func count(_ name: String) throws(DixitError) -> Int { try section(name).count }

    /// The last of a section of offsets, before it is handed out: how large what they lead to is.
    func lastOffset(_ name: String) throws(DixitError) -> Int {
        let section = try section(name)
        guard section.elementSize == 4,
            let slab = reader.memory.view(UInt32.self, at: section.offset, count: section.count), let last = slab.last
        else { throw impossible(name) }
        return Int(last)
    }

    func has(_ name: String) -> Bool { reader.sections[fullName(name)] != nil }

    /// Checks a section before the rest, because the rest hangs on what it says.
    func checkSum(of name: String) throws(DixitError) { try reader.check(section(name), .anything, sum: true) }

    func impossible(_ name: String) -> DixitError { reader.impossible(fullName(name)) }

    private func section(_ name: String) throws(DixitError) -> SnapshotDirectory.Section {
        guard let section = reader.sections[fullName(name)] else { throw impossible(name) }
        return section
    }

    private func fullName(_ name: String) -> String { (path + [name]).joined(separator: " ") }
}
