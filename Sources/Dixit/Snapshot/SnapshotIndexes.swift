// Lists, dictionaries and indexes as sections of a snapshot and back.

// Each type says under which names its slabs are written, and reads them under the same; what has to hold of their numbers
// stands where they are read.

extension Adjacency {
    func add(to sections: inout SnapshotSections) {
        sections.add("offsets", offsets)
        if let layers { layers.add("ids", to: &sections) } else { sections.add("ids", ids) }
    }

    /// - Parameter limit: what every id is below.
    init(from part: SnapshotPart, rows: Int, below limit: Int) throws(DixitError) {
        let (offsets, ids) = try part.lists("offsets", "ids", rows: rows, below: limit)
        self.init(offsets: offsets, ids: ids)
    }
}

extension Links {
    func add(to sections: inout SnapshotSections) {
        switch self {
        case .one(let ids): sections.add("ids", ids)
        case .narrow(let ids): ids.add("ids", to: &sections)
        case .many(let lists): lists.add(to: &sections)
        }
    }

    init(from part: SnapshotPart, isMany: Bool, rows: Int, below limit: Int) throws(DixitError) {
        if isMany {
            self = .many(try Adjacency(from: part, rows: rows, below: limit))
        } else if let ids = try NarrowNumbers(
            from: part, "ids", { .narrowIds(below: limit, bytes: $0) }, count: rows)
        {
            self = .narrow(ids)
        } else {
            self = .one(try part.slab("ids", .optionalIds(below: limit), count: rows))
        }
    }

    /// Codes as a file has them.
    var narrowed: Links {
        guard case .one(let ids) = self, let narrow = NarrowNumbers(ids, areOptional: true) else { return self }
        return .narrow(narrow)
    }
}

extension NarrowNumbers {
    func add(_ name: String, to sections: inout SnapshotSections) {
        switch self {
        case .bytes(let numbers): sections.add(name, numbers)
        case .pairs(let numbers): sections.add(name, numbers)
        }
    }

    /// Nil where the section has four bytes for each number.
    ///
    /// - Parameter rule: for numbers of so many bytes.
    init?(
        from part: SnapshotPart, _ name: String, _ rule: (_ bytes: Int) -> SnapshotRule, count: Int
    ) throws(DixitError) {
        switch try part.elementSize(name) {
        case 1: self = .bytes(try part.slab(name, rule(1), count: count))
        case 2: self = .pairs(try part.slab(name, rule(2), count: count))
        default: return nil
        }
    }
}

extension StringTable {
    func add(to sections: inout SnapshotSections) {
        sections.add("offsets", offsets)
        sections.add("bytes", bytes)
    }

    /// - Parameter count: the number of strings, where something else says so.
    init(from part: SnapshotPart, count: Int? = nil) throws(DixitError) {
        let bytes: Slab<UInt8> = try part.slab("bytes", .anything)
        self.init(bytes: bytes, offsets: try part.offsets("offsets", rows: count, end: bytes.count))
    }
}

extension TextIndex {
    /// - Parameter packed: whether a file has its lists packed: those of a field of texts.
    func add(to sections: inout SnapshotSections, packed: Bool = false) {
        sections.nested("terms") { terms.add(to: &$0) }
        sections.add("row-offsets", rowOffsets)
        if packed, sections.isPacking {
            let (rows, positions) = packedLists
            TermLists.packed(rows).add("rows", rowOffsets, to: &sections)
            sections.add("position-offsets", positionOffsets)
            TermLists.packed(positions).add("positions", positionOffsets, to: &sections)
        } else {
            rows.add("rows", rowOffsets, to: &sections)
            sections.add("position-offsets", positionOffsets)
            positions.add("positions", positionOffsets, to: &sections)
        }
        sections.add("row-starts", rowStarts)
        sections.add("sentence-starts", sentenceStarts)
        sections.add("paragraph-starts", paragraphStarts)
    }

    /// Its lists as a file has those of texts.
    private var packedLists: (PackedLists, PackedPlaces) {
        if case .packed(let rows) = rows, case .packed(let positions) = positions { return (rows, positions) }
        let all = rows.side(rowOffsets)
        let packed = PackedLists(rowOffsets, all, below: rowCount)
        let positions = PackedPlaces(
            positionOffsets, positions.side(positionOffsets), rowOffsets: rowOffsets, rows: all, packed: packed,
            rowStarts: rowStarts)
        return (packed, positions)
    }

    /// - Parameters:
    ///   - gaps: the positions that are empty at most.
    ///   - packed: whether its lists are packed.
    convenience init(
        from part: SnapshotPart, rows rowCount: Int, gaps: Int, packed: Bool = false
    ) throws(DixitError) {
        let terms = try StringTable(from: part["terms"])
        let end = try part.lastOffset("row-starts")
        let rowStarts = try part.offsets("row-starts", rows: rowCount, end: end)
        let rowOffsets: Slab<UInt32>
        let positionOffsets: Slab<UInt32>
        let rows: TermLists<PackedLists>
        let positions: TermLists<PackedPlaces>
        if packed {
            rowOffsets = try part.offsets("row-offsets", rows: terms.count, end: try part.lastOffset("row-offsets"))
            positionOffsets = try part.offsets(
                "position-offsets", rows: terms.count, end: try part.lastOffset("position-offsets"))
            let packedRows = try PackedLists(from: part["rows"], rowOffsets, below: rowCount)
            rows = .packed(packedRows)
            positions = .packed(
                try PackedPlaces(from: part["positions"], positionOffsets, packedRows, rowOffsets, rowStarts))
        } else {
            let lists = try part.lists("row-offsets", "rows", rows: terms.count, below: rowCount)
            let places = try part.lists("position-offsets", "positions", rows: terms.count, below: end)
            (rowOffsets, rows) = (lists.0, .plain(lists.1))
            (positionOffsets, positions) = (places.0, .plain(places.1))
        }
        // Every position has a word or is empty; what is added to one stays far from what 32 bits hold.
        guard end <= (try part.lastOffset("position-offsets")) + gaps, end < Int(Int32.max) else {
            throw part.impossible("row-starts")
        }
        self.init(
            terms: terms, rowOffsets: rowOffsets, rows: rows, positionOffsets: positionOffsets, positions: positions,
            rowStarts: rowStarts, sentenceStarts: try part.slab("sentence-starts", .distinctIds(below: end + 1)),
            paragraphStarts: try part.slab("paragraph-starts", .distinctIds(below: end + 1)))
    }
}

extension TermLists {
    fileprivate func add(_ name: String, _ offsets: Slab<UInt32>, to sections: inout SnapshotSections) {
        switch self {
        case .plain(let numbers): sections.add(name, numbers)
        case .packed(let lists): sections.nested(name) { sections in lists.forEachPart { sections.add($0, $1) } }
        case .layered where sections.isPacking: sections.add(name, side(offsets))
        case .layered(let lists): lists.add(name, to: &sections)
        case .grown(let lists): lists.forEachPart { sections.add(name + "-" + $0, $1) }
        }
    }

    /// All lists side by side.
    fileprivate func side(_ offsets: Slab<UInt32>) -> Slab<UInt32> {
        let all = 0..<max(0, offsets.count - 1)
        let count = Int(offsets.last ?? 0)
        // Everything was checked before it is written.
        return switch self {
        case .plain(let numbers): numbers
        case .packed(let lists): (try? lists.lists(all, offsets, .unlimited)) ?? Slab()
        case .layered(let lists): lists.lists(all, count: count)
        case .grown(let lists): (try? lists.lists(all, count: count, .unlimited)) ?? Slab()
        }
    }
}

extension LayeredLists {
    /// As memory that is counted; a file has no layers.
    fileprivate func add(_ name: String, to sections: inout SnapshotSections) {
        for layer in layers {
            sections.add(name, layer.numbers)
            sections.add(name + "-offsets", layer.offsets)
            sections.add(name + "-terms", layer.terms)
        }
    }
}

extension StringOrder {
    /// As memory that is counted; strings in a file are in order.
    func add(to sections: inout SnapshotSections) {
        for run in runs { sections.add("order", run) }
    }
}

extension PackedLists {
    /// - Parameter offsets: where each list begins, counted in numbers; one more entry for the end.
    fileprivate init(from part: SnapshotPart, _ offsets: Slab<UInt32>, below limit: Int) throws(DixitError) {
        let count = offsets.count - 1
        let places = try part.offsets("places", rows: count, end: try part.count("words"))
        self.init(
            places: places, sums: try part.slab("sums", .anything, count: count),
            words: try part.slab("words", .readLater), limit: UInt32(clamping: limit),
            checked: CheckedParts(count: count), source: part.source, scratch: part.reader.scratch)
        part.reader.claim(self, offsets)
    }
}

extension PackedPlaces {
    /// - Parameter offsets: where each list begins, counted in numbers; one more entry for the end.
    fileprivate init(
        from part: SnapshotPart, _ offsets: Slab<UInt32>, _ rows: PackedLists, _ rowOffsets: Slab<UInt32>,
        _ rowStarts: Slab<UInt32>
    ) throws(DixitError) {
        let count = offsets.count - 1
        let places = try part.offsets("places", rows: count, end: try part.count("words"))
        self.init(
            rows: rows, rowOffsets: rowOffsets, rowStarts: rowStarts, places: places,
            sums: try part.slab("sums", .anything, count: count), words: try part.slab("words", .readLater),
            checked: CheckedParts(count: count), source: part.source, scratch: part.reader.scratch)
        part.reader.claim(self, offsets)
    }
}

extension ValueDictionary {
    func add(to sections: inout SnapshotSections) {
        sections.nested("values") { values.add(to: &$0) }
        sections.nested("folded") { folded.add(to: &$0) }
        sections.nested("words") { words.add(to: &$0) }
        order.add(to: &sections)
    }

    convenience init(from part: SnapshotPart) throws(DixitError) {
        let values = try StringTable(from: part["values"])
        let count = values.count
        self.init(
            values: values,
            folded: try StringTable(from: part["folded"], count: count),
            words: try TextIndex(from: part["words"], rows: count, gaps: count))
    }
}

extension NameIndex {
    func add(to sections: inout SnapshotSections) {
        sections.nested("forms") { forms.add(to: &$0) }
        sections.add("rows", rows)
        sections.nested("words") { words.add(to: &$0) }
        sections.nested("joined") { joined.add(to: &$0) }
        sections.add("joined-forms", joinedForms)
    }

    convenience init(from part: SnapshotPart, rows: Int) throws(DixitError) {
        let forms = try StringTable(from: part["forms"])
        let count = forms.count
        self.init(
            forms: forms,
            rows: try part.slab("rows", .ascendingIds(below: rows), count: count),
            words: try TextIndex(from: part["words"], rows: count, gaps: count),
            joined: try StringTable(from: part["joined"], count: count),
            joinedForms: try part.slab("joined-forms", .ids(below: count), count: count))
    }
}
