// Columns and tables as sections of a snapshot and back.

extension Column {
    func add(to sections: inout SnapshotSections) {
        switch self {
        case .text(let column):
            if let pieces = sections.isPacking ? column.neededOffsets : column.offsets {
                sections.add("pieces", pieces)
            }
            switch column.starts {
            case .near(let starts): sections.add("starts", starts)
            case .far(let starts): sections.add("far-starts", starts)
            }
            let lengths = sections.isPacking ? column.lengths.narrowed : column.lengths
            lengths.add(to: &sections)
            column.index.add(to: &sections, packed: true)
        case .name(let column):
            sections.nested("forms") { column.forms.add(to: &$0) }
            sections.add("order", column.order)
            sections.add("first-of-name", column.firstOfName)
        case .keyword(let column):
            column.dictionary.add(to: &sections)
            let codes = sections.isPacking ? column.codes.narrowed : column.codes
            sections.nested("codes") { codes.add(to: &$0) }
            sections.nested("postings") { column.postings.add(to: &$0) }
        case .number(let column):
            switch column.values {
            case .whole(let values): sections.add("whole-numbers", values)
            case .any(let values): sections.add("numbers", values)
            }
            sections.add("order", column.order)
        case .date(let column):
            sections.add("first", column.first)
            sections.add("last", column.last)
        case .boolean(let column): sections.add("flags", column.values)
        case .relation(let column):
            sections.nested("forward") { column.forward.add(to: &$0) }
            sections.nested("backward") { column.backward.add(to: &$0) }
        }
    }
}

/// What the columns of a table lean on when they are read.
struct SnapshotTables {
    let schema: Schema
    /// The sets that have a table, in the order of the schema.
    let names: [String]
    let rowCounts: [Int]
    /// The texts that text fields are cut from.
    let bytes: Slab<UInt8>
    let seal: TextSeal?

    func rowCount(of table: String) -> Int { names.firstIndex(of: table).map { rowCounts[$0] } ?? 0 }

    func table(_ number: Int, from reader: SnapshotReader) throws(DixitError) -> Table {
        let name = names[number]
        let rows = rowCounts[number]
        let fields = schema.fields(ofTable: name)
        let hasNames = fields.contains { if case .name = $0.type { true } else { false } }
        let names =
            hasNames
            ? try NameIndex(from: reader.part("names", name), rows: rows)
            : nil
        var columns: [Column] = []
        var columnNumbers: [String: Int] = [:]
        for field in fields {
            columnNumbers[field.name] = columns.count
            let part = reader.part("column", name, field.name)
            columns.append(try column(field, rows: rows, names: names, from: part))
        }
        let places = try PlaceColumn(
            from: reader.part("places", name), rows: rows,
            documents: schema.documents.map { rowCount(of: $0.set) } ?? 0,
            areInOrder: reader.part("evidence").has("ids"))
        return Table(
            name: name, rowCount: rows, columnNumbers: columnNumbers, columns: columns, names: names, places: places)
    }

    private func column(
        _ field: FieldSchema, rows: Int, names: NameIndex?, from part: SnapshotPart
    ) throws(DixitError) -> Column {
        switch field.type {
        case .text: .text(try TextColumn(from: part, rows: rows, bytes: bytes, seal: seal))
        case .name(let isMany): .name(try NameColumn(from: part, rows: rows, of: names, isMany: isMany))
        case .keyword(let isMany): .keyword(try KeywordColumn(from: part, rows: rows, isMany: isMany))
        case .number: .number(try NumberColumn(from: part, rows: rows))
        case .date:
            .date(
                DateColumn(
                    first: try part.slab("first", .days, count: rows), last: try part.slab("last", .days, count: rows)))
        case .boolean: .boolean(BooleanColumn(values: try part.slab("flags", .anything, count: rows)))
        case .one(let target, _): .relation(try relation(to: target, isMany: false, rows: rows, from: part))
        case .many(let target, _): .relation(try relation(to: target, isMany: true, rows: rows, from: part))
        }
    }

    private func relation(
        to target: String, isMany: Bool, rows: Int, from part: SnapshotPart
    ) throws(DixitError) -> RelationColumn {
        let table = schema.table(of: target)
        guard let number = names.firstIndex(of: table) else { throw part.impossible("schema") }
        let targets = rowCounts[number]
        return RelationColumn(
            table: number,
            forward: try Links(from: part["forward"], isMany: isMany, rows: rows, below: targets),
            backward: try Links(
                from: part["backward"], isMany: part["backward"].has("offsets"), rows: targets, below: rows))
    }
}

extension TextColumn {
    fileprivate convenience init(
        from part: SnapshotPart, rows: Int, bytes: Slab<UInt8>, seal: TextSeal?
    ) throws(DixitError) {
        let count = try part.count("lengths")
        let offsets = part.has("pieces") ? try part.offsets("pieces", rows: rows, end: count) : nil
        guard offsets != nil || count == rows else { throw part.impossible("pieces") }
        let lengths = try TextLengths(from: part, count: count)
        let starts: TextStarts =
            part.has("starts")
            ? .near(try part.slab("starts", .nearPieces(lengths: lengths, of: bytes.count), count: count))
            : .far(try part.slab("far-starts", .pieces(lengths: lengths, of: bytes.count), count: count))
        self.init(
            bytes: TextBytes(bytes), offsets: offsets, starts: starts, lengths: lengths,
            index: try TextIndex(from: part, rows: rows, gaps: rows + count, packed: true), seal: seal)
    }
}

extension TextLengths {
    fileprivate func add(to sections: inout SnapshotSections) {
        switch self {
        case .wide(let lengths): sections.add("lengths", lengths)
        case .narrow(let lengths): lengths.add("lengths", to: &sections)
        }
    }

    fileprivate init(from part: SnapshotPart, count: Int) throws(DixitError) {
        if let lengths = try NarrowNumbers(from: part, "lengths", { _ in .anything }, count: count) {
            self = .narrow(lengths)
        } else {
            self = .wide(try part.slab("lengths", .anything, count: count))
        }
    }
}

extension NameColumn {
    fileprivate convenience init(
        from part: SnapshotPart, rows: Int, of names: NameIndex?, isMany: Bool
    ) throws(DixitError) {
        let formCount = names?.forms.count ?? 0
        let forms = try Adjacency(from: part["forms"], rows: rows, below: formCount)
        let firstOfName: Slab<UInt32> = try part.slab("first-of-name", .ids(below: rows))
        let order: Slab<UInt32> = try part.slab(
            "order", .ranks(below: firstOfName.count, offsets: forms.offsets), count: rows)
        self.init(forms: forms, order: order, firstOfName: firstOfName, isMany: isMany)
    }
}

extension KeywordColumn {
    fileprivate convenience init(from part: SnapshotPart, rows: Int, isMany: Bool) throws(DixitError) {
        let dictionary = try ValueDictionary(from: part)
        let count = dictionary.count
        self.init(
            dictionary: dictionary,
            codes: try Links(from: part["codes"], isMany: isMany, rows: rows, below: count),
            postings: try Adjacency(from: part["postings"], rows: count, below: rows))
    }
}

extension NumberColumn {
    fileprivate convenience init(from part: SnapshotPart, rows: Int) throws(DixitError) {
        let order: Slab<UInt32> = try part.slab("order", .ids(below: rows))
        guard order.count <= rows else { throw part.impossible("order") }
        let values: NumberValues =
            part.has("whole-numbers")
            ? .whole(try part.slab("whole-numbers", .anything, count: rows))
            : .any(try part.slab("numbers", .numbers, count: rows))
        self.init(values: values, order: order)
    }
}

extension PlaceColumn {
    func add(to sections: inout SnapshotSections) {
        sections.add("documents", documents)
        sections.add("starts", starts)
        sections.add("ends", ends)
    }

    /// Nil for rows that stand in no documents. A place that is outside of its document is cut off where it is shown.
    ///
    /// - Parameter areInOrder: whether rows lie in the order of their documents, as those of a corpus of documents do.
    fileprivate init?(
        from part: SnapshotPart, rows: Int, documents: Int, areInOrder: Bool
    ) throws(DixitError) {
        guard part.has("documents") else { return nil }
        self.init(
            documents: try part.slab(
                "documents", areInOrder ? .ascendingIds(below: documents) : .optionalIds(below: documents), count: rows),
            starts: try part.slab("starts", .anything, count: rows),
            ends: try part.slab("ends", .anything, count: rows))
    }
}
