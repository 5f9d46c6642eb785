// Finds the sections of a snapshot, and checks them.

import DixitSyntax

/// How much of a snapshot is checked when it is opened.
public enum SnapshotVerification: Hashable, Sendable {
    /// Every byte, before anything is asked: what is not as it was written is refused.
    case full
    /// Everything but the texts and the lists of their words, which are most of a snapshot: of these each piece is checked
    /// when it is read for the first time, and a question that meets an altered one is an error (E524). What is called outside
    /// of questions, ``Corpus/passage(of:context:)`` and ``Corpus/record(of:)``, leaves out what was altered.
    case whenRead
}

/// Does so many pieces of work, on several threads or one after the other, and returns when all are done;
/// `DispatchQueue.concurrentPerform` is one.
public typealias ConcurrentWork = (_ pieces: Int, _ work: @Sendable (Int) -> Void) -> Void

/// Hands out the sections of a snapshot as slabs over its memory, and remembers what has to hold of them.
///
/// Nothing is read while slabs are handed out but what says how large others are; ``check(_:)`` then goes through everything
/// once. Nobody may use the slabs before.
final class SnapshotReader {
    let name: String
    let scratch = ScratchMemory()
    fileprivate let memory: Slab<UInt8>
    fileprivate let sections: [String: SnapshotDirectory.Section]
    fileprivate var claims: [Claim] = []
    private var packed: [(lists: any PackedForm, offsets: Slab<UInt32>)] = []

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

    /// Remembers lists that have to be sound, where everything is checked.
    func claim(_ lists: any PackedForm, _ offsets: Slab<UInt32>) { packed.append((lists, offsets)) }

    /// Goes through all sections that were handed out, and those that nobody asked for.
    ///
    /// - Complexity: linear in the size of the snapshot, at the speed of memory; see ``SnapshotInspection``.
    func check(_ verification: SnapshotVerification, on work: ConcurrentWork) throws(DixitError) {
        let asked = Set(claims.map(\.section.name))
        let others = sections.values.filter { !asked.contains($0.name) }.map { Claim(section: $0, rule: .anything) }
        var summed: Set<Extent> = []
        var inspections: [SnapshotInspection] = []
        for claim in claims + others {
            if case .readLater = claim.rule, verification == .whenRead { continue }
            let isNew = summed.insert(Extent(claim.section)).inserted
            switch claim.rule {
            case .anything where !isNew, .readLater where !isNew: continue
            default: break
            }
            inspections.append(inspection(of: claim.section, claim.rule, sum: isNew))
        }
        // The largest first, so that threads end together.
        inspections.sort { ($1.size, $0.name) < ($0.size, $1.name) }
        let findings = Findings(count: inspections.count)
        work(inspections.count) { [inspections] number in findings.note(inspections[number].run(), of: number) }
        for (number, finding) in findings.all.enumerated() { try refuse(finding, of: inspections[number].name) }
        if verification == .full { try checkPacked(on: work) }
    }

    /// Where the lists begin has been checked by now.
    private func checkPacked(on work: ConcurrentWork) throws(DixitError) {
        let findings = Findings(count: packed.count)
        work(packed.count) { [packed] number in
            findings.note(packed[number].lists.areSound(packed[number].offsets) ? .sound : .impossible, of: number)
        }
        for (number, finding) in findings.all.enumerated() { try refuse(finding, of: packed[number].lists.source.part) }
    }

    fileprivate func check(_ section: SnapshotDirectory.Section, _ rule: SnapshotRule) throws(DixitError) {
        try refuse(inspection(of: section, rule, sum: true).run(), of: section.name)
    }

    private func inspection(
        of section: SnapshotDirectory.Section, _ rule: SnapshotRule, sum: Bool
    ) -> SnapshotInspection {
        let start = section.offset
        return SnapshotInspection(
            name: section.name, rule: rule, memory: memory[start..<start + section.byteCount],
            padded: memory[start..<start + SnapshotDirectory.padded(section.byteCount)],
            checksum: sum ? section.checksum : nil)
    }

    private func refuse(_ finding: SnapshotInspection.Finding, of part: String) throws(DixitError) {
        switch finding {
        case .sound: break
        case .altered: throw DixitError(.alteredSnapshot(name, part: part))
        case .impossible: throw impossible(part)
        }
    }

    /// What a file without any accident cannot say.
    func impossible(_ part: String) -> DixitError { DixitError(.impossibleSnapshot(name, part: part)) }
}

/// What came of inspections that several threads made: one place for each, written once.
private final class Findings: @unchecked Sendable {
    private let memory: UnsafeMutableBufferPointer<SnapshotInspection.Finding>

    init(count: Int) {
        memory = .allocate(capacity: count)
        // Work that was left out has found nothing good.
        memory.initialize(repeating: .altered)
    }

    deinit { memory.deallocate() }

    func note(_ finding: SnapshotInspection.Finding, of number: Int) { memory[number] = finding }

    var all: [SnapshotInspection.Finding] { Array(memory) }
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

    /// How many bytes each element of a section has, before it is handed out.
    func elementSize(_ name: String) throws(DixitError) -> Int { try section(name).elementSize }

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
    func checkSum(of name: String) throws(DixitError) { try reader.check(section(name), .anything) }

    /// What is called so in messages.
    var source: SnapshotSource { SnapshotSource(snapshot: reader.name, part: path.joined(separator: " ")) }

    func impossible(_ name: String) -> DixitError { reader.impossible(fullName(name)) }

    private func section(_ name: String) throws(DixitError) -> SnapshotDirectory.Section {
        guard let section = reader.sections[fullName(name)] else { throw impossible(name) }
        return section
    }

    private func fullName(_ name: String) -> String { (path + [name]).joined(separator: " ") }
}
