// The texts of a snapshot, checked when they are read.

/// Sums over the blocks of the texts of a snapshot: a text is compared with those of its blocks when it is read for the first time.
final class TextSeal: Sendable {
    private let bytes: Slab<UInt8>
    private let sums: Slab<UInt32>
    private let checked: CheckedParts
    private let source: SnapshotSource

    static let block = 4096

    static func count(of bytes: Int) -> Int { (bytes + block - 1) / block }

    /// - Precondition: there is a sum for each block.
    init(_ bytes: Slab<UInt8>, sums: Slab<UInt32>, source: SnapshotSource) {
        self.bytes = bytes
        self.sums = sums
        self.source = source
        checked = CheckedParts(count: sums.count)
    }

    /// The sums of the blocks of texts.
    static func sums(of bytes: Slab<UInt8>) -> Slab<UInt32> {
        Slab((0..<count(of: bytes.count)).map { sum(bytes, $0) })
    }

    /// What lies behind the bytes came later, and not out of a snapshot.
    ///
    /// - Complexity: linear in the bytes that were not read before.
    func check(_ range: Range<Int>) throws(Stop) {
        if range.isEmpty || range.upperBound > bytes.count { return }
        for block in range.lowerBound / Self.block...(range.upperBound - 1) / Self.block
        where !checked.contains(block) {
            guard Self.sum(bytes, block) == sums[block] else { throw source.altered }
            checked.insert(block)
        }
    }

    /// All texts, for what looks at many of them in no order.
    func checkAll(_ control: RunControl) throws(Stop) {
        try control.forEachBlock(0..<sums.count, cost: 256) { blocks throws(Stop) in
            try check(blocks.lowerBound * Self.block..<min(bytes.count, blocks.upperBound * Self.block))
        }
    }

    private static func sum(_ bytes: Slab<UInt8>, _ number: Int) -> UInt32 {
        let block = bytes[number * Self.block..<min(bytes.count, (number + 1) * Self.block)]
        if block.count == Self.block {
            let words = UnsafeRawPointer(block.start).assumingMemoryBound(to: UInt32.self)
            return withExtendedLifetime(bytes) { PackedSum.of(words, Self.block / 4) }
        }
        // The last one, filled up with zeros.
        var words = [UInt32](repeating: 0, count: Self.block / 4)
        words.withUnsafeMutableBytes { $0.copyBytes(from: block) }
        return words.withUnsafeBufferPointer { words in words.baseAddress.map { PackedSum.of($0, words.count) } ?? 0 }
    }
}

extension TextColumn {
    /// Checks the texts of rows before they are shown.
    func check(_ rows: Slab<UInt32>) throws(Stop) {
        guard let seal else { return }
        for place in 0..<rows.count {
            for piece in pieces(rows[place]) { try seal.check(range(piece)) }
        }
    }
}

/// What the columns of an answer show of the texts of a snapshot, and what is therefore checked before it is handed out.
enum ShownTexts: Sendable {
    /// Those of fields that the rows have themselves.
    case own([TextColumn])
    /// Those of other rows too.
    case any(TextSeal)

    init(_ columns: [BoundColumn], of store: Store) {
        var own: [TextColumn] = []
        for column in columns {
            let path = column.operand.path
            var isOther = path.end == .source || store.showsLabels(path) && store.isTextLabelled
            if let texts = path.textColumn(in: store) {
                if path.links.isEmpty { own.append(texts) } else { isOther = true }
            }
            if isOther, let seal = store.seal {
                self = .any(seal)
                return
            }
        }
        self = .own(own)
    }

    func check(_ rows: Slab<UInt32>, _ control: RunControl) throws(Stop) {
        switch self {
        case .own(let columns):
            for column in columns {
                try column.check(rows)
                column.prepare(rows)
            }
        case .any(let seal): try seal.checkAll(control)
        }
    }
}

extension Store {
    fileprivate func showsLabels(_ path: BoundPath) -> Bool {
        switch path.end {
        case .row: return true
        case .column(let number):
            if case .relation = tables[path.table].columns[number] { return true }
            return false
        case .part, .source, .score: return false
        }
    }

    /// Whether rows of some table are called by a text.
    fileprivate var isTextLabelled: Bool {
        zip(tables, labelColumns).contains { table, label in
            guard let label, case .text = table.columns[label] else { return false }
            return true
        }
    }

    /// Checks everything that is else checked when it is read.
    func checkWhole() throws(Stop) {
        guard let seal else { return }
        try seal.checkAll(.unlimited)
        for table in tables {
            for case .text(let column) in table.columns {
                try column.index.rows.checkAll(column.index.rowOffsets)
                try column.index.positions.checkAll(column.index.positionOffsets)
            }
        }
    }
}

extension TermLists {
    fileprivate func checkAll(_ offsets: Slab<UInt32>) throws(Stop) {
        switch self {
        case .packed(let lists): if !lists.areSound(offsets) { throw lists.source.altered }
        case .grown(let lists): if !lists.areSound { throw lists.source.altered }
        case .plain, .layered: break
        }
    }
}
