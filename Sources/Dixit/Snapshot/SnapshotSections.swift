// The memory of a corpus as a list of named sections: what a snapshot holds, and what `stats` adds up.

/// Takes the slabs of a store under the names that they have in a snapshot.
///
/// A name is words with spaces between, which are in no name of a set or field: `column statements text positions`.
struct SnapshotSections {
    struct Section: Sendable {
        let path: [String]
        let elementSize: Int
        let memory: Slab<UInt8>

        var name: String { path.joined(separator: " ") }

        /// The sum that it has at the beginning of another section that begins with the same; nil where it does not.
        func sum(atBeginningOf other: Section?) -> UInt64? {
            guard let other, memory.count > 0, elementSize == other.elementSize, memory.count < other.memory.count,
                memory.hasSameBytes(as: other.memory[0..<memory.count])
            else { return nil }
            let end = min(SnapshotDirectory.padded(memory.count), other.memory.count)
            return withExtendedLifetime(other.memory) {
                SnapshotChecksum.of(
                    UnsafeRawBufferPointer(start: other.memory.start, count: end),
                    paddedTo: SnapshotDirectory.alignment)
            }
        }

        /// What a reader calls what it belongs to: `statements.text`, `names people`, `texts`.
        var component: String {
            path.first == "column" && path.count > 3
                ? path[1...2].joined(separator: ".") : path.prefix(2).joined(separator: " ")
        }
    }

    private(set) var sections: [Section] = []
    /// Whether the lists of texts are packed, as they are in a file.
    let isPacking: Bool
    /// What the names begin with at the moment.
    private var path: [String] = []

    /// The sections of all of a store.
    init(_ store: Store, packing: Bool = false) {
        isPacking = packing
        add("schema", Slab(store.schema.snapshotBytes))
        add("rows", Slab(store.tables.map { UInt64($0.rowCount) }))
        if packing {
            let texts = store.bytes.joined
            add("texts", texts)
            add("text-sums", TextSeal.sums(of: texts))
        } else {
            add("texts", store.bytes.first)
            if !store.bytes.later.isEmpty { add("texts", store.bytes.later) }
        }
        nested("documents") { store.documentTexts.add(to: &$0) }
        if let evidence = store.evidence { nested("evidence") { evidence.add(to: &$0) } }
        for table in store.tables {
            for field in store.schema.fields(ofTable: table.name) {
                guard let number = table.column(named: field.name) else { continue }
                nested("column", table.name, field.name) { table.columns[number].add(to: &$0) }
            }
            if let names = table.names { nested("names", table.name) { names.add(to: &$0) } }
            if let places = table.places { nested("places", table.name) { places.add(to: &$0) } }
        }
    }

    mutating func add<Element>(_ name: String, _ slab: Slab<Element>) {
        sections.append(
            Section(path: path + [name], elementSize: MemoryLayout<Element>.stride, memory: slab.raw))
    }

    /// Adds what `body` adds, under a longer name.
    mutating func nested(_ names: String..., body: (inout Self) -> Void) {
        path += names
        body(&self)
        path.removeLast(names.count)
    }
}

extension Store {
    /// How much memory each part of the corpus takes, in the order of the schema; memory that two parts share counts for
    /// the first.
    ///
    /// - Complexity: linear in the number of columns, not of rows.
    var byteCounts: [(component: String, bytes: Int)] {
        var counts: [(component: String, bytes: Int)] = []
        var seen: Set<UnsafePointer<UInt8>> = []
        for section in SnapshotSections(self).sections {
            guard !section.memory.isEmpty, seen.insert(section.memory.start).inserted else { continue }
            if counts.last?.component == section.component {
                counts[counts.count - 1].bytes += section.memory.count
            } else {
                counts.append((section.component, section.memory.count))
            }
        }
        return counts
    }
}
