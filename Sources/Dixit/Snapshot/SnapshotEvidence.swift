// What a corpus of documents was linked by, as sections of a snapshot and back.

extension LinkedEvidence {
    func add(to sections: inout SnapshotSections) {
        sections.nested("texts") { evidence.texts.add(to: &$0) }
        evidence.order.add(to: &sections)
        sections.add("ids", evidence.documentIds)
        sections.add("first", evidence.firstDays)
        sections.add("last", evidence.lastDays)
        sections.add("offsets", evidence.offsets)
        sections.add("kinds", evidence.kindNumbers)
        sections.add("uses", evidence.uses)
        sections.add("genders", evidence.genderNumbers)
        sections.add("names", evidence.names)
        sections.add("subkinds", evidence.subkinds)
        sections.nested("forms") { evidence.forms.add(to: &$0) }
        sections.nested("roles") { evidence.roles.add(to: &$0) }
        sections.add("actors", actors)
        sections.add("places", places)
    }

    /// Nil where the corpus was not made of documents.
    init?(from part: SnapshotPart, of tables: SnapshotTables) throws(DixitError) {
        guard part.has("ids") else { return nil }
        let documents = tables.schema.documents.map { tables.rowCount(of: $0.set) } ?? 0
        let texts = try StringTable(from: part["texts"])
        let count = try part.count("names")
        let evidence = EntityEvidence(
            texts: texts, order: StringOrder(ascending: texts.count),
            documentIds: try part.slab("ids", .optionalIds(below: texts.count), count: documents),
            firstDays: try part.slab("first", .days, count: documents),
            lastDays: try part.slab("last", .days, count: documents),
            offsets: try part.offsets("offsets", rows: documents, end: count),
            kindNumbers: try part.slab("kinds", .anything, count: count),
            uses: try part.slab("uses", .anything, count: count),
            genderNumbers: try part.slab("genders", .anything, count: count),
            names: try part.slab("names", .optionalIds(below: texts.count), count: count),
            subkinds: try part.slab("subkinds", .optionalIds(below: texts.count), count: count),
            forms: try TextLists(from: part["forms"], rows: count, below: texts.count),
            roles: try TextLists(from: part["roles"], rows: count, below: texts.count))
        self.init(
            evidence: evidence,
            actors: try part.slab("actors", .optionalIds(below: tables.rowCount(of: "actors")), count: count),
            places: try part.slab("places", .optionalIds(below: tables.rowCount(of: "places")), count: count))
    }
}

extension TextLists {
    fileprivate func add(to sections: inout SnapshotSections) {
        sections.add("offsets", offsets)
        sections.add("numbers", numbers)
    }

    fileprivate init(from part: SnapshotPart, rows: Int, below limit: Int) throws(DixitError) {
        numbers = try part.slab("numbers", .optionalIds(below: limit))
        offsets = try part.offsets("offsets", rows: rows, end: numbers.count)
    }
}

extension DocumentTexts {
    func add(to sections: inout SnapshotSections) {
        sections.add("starts", starts)
        sections.add("lengths", lengths)
    }

    /// - Parameter size: of all texts.
    init(from part: SnapshotPart, of size: Int) throws(DixitError) {
        lengths = try part.slab("lengths", .anything)
        starts = try part.slab("starts", .pieces(lengths: .wide(lengths), of: size), count: lengths.count)
    }
}
