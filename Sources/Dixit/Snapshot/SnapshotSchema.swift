// A schema as bytes and back, so that a corpus with sets of its own opens too.

extension Schema {
    /// The schema as a snapshot has it.
    var snapshotBytes: [UInt8] {
        var writer = SnapshotByteWriter()
        writer.write(sets.count)
        for set in sets { set.write(to: &writer) }
        writer.write(documents != nil)
        if let documents {
            for name in [documents.set, documents.title, documents.outlet, documents.date, documents.paragraph] {
                writer.write(name)
            }
        }
        return writer.bytes
    }

    /// Nil for bytes that no schema was written as. What it says still has to be checked: see ``defects``.
    init?(snapshotBytes bytes: Slab<UInt8>) {
        guard bytes.count <= Self.largestSnapshot else { return nil }
        var reader = SnapshotByteReader(bytes)
        guard let sets = reader.list({ SetSchema(from: &$0) }), let hasDocuments = reader.flag() else { return nil }
        var documents: Documents?
        if hasDocuments {
            guard let set = reader.text(), let title = reader.text(), let outlet = reader.text(),
                let date = reader.text(), let paragraph = reader.text()
            else { return nil }
            documents = Documents(set: set, title: title, outlet: outlet, date: date, paragraph: paragraph)
        }
        guard reader.isAtEnd else { return nil }
        self.init(sets: sets, documents: documents)
    }

    /// More bytes than any schema takes; a limit for the time that checking one takes.
    static let largestSnapshot = 1 << 20

    /// What keeps the schema out of a snapshot: its defects, or lists longer than a reader takes.
    var snapshotDefects: [String] {
        let lengths =
            [sets.count]
            + sets.flatMap { set in
                [set.aliases.count, set.fields.count, set.shown.count, set.details.count]
                    + set.fields.map(\.aliases.count)
            }
        if lengths.contains(where: { $0 > SnapshotByteReader.longestList }) {
            return ["more than \(SnapshotByteReader.longestList) sets, fields of a set, or names of one thing"]
        }
        if snapshotBytes.count > Self.largestSnapshot { return ["more than \(Self.largestSnapshot) bytes of names"] }
        return defects
    }
}

extension SetSchema {
    fileprivate func write(to writer: inout SnapshotByteWriter) {
        writer.write(name)
        writer.write(singular)
        writer.write(aliases)
        writer.write(part != nil)
        if let part {
            writer.write(part.whole)
            writer.write(part.field)
            writer.write(part.value)
        }
        writer.write(label)
        writer.write(shown)
        writer.write(details)
        writer.write(namesPeople)
        writer.write(isSearchedByText)
        french.write(to: &writer)
        documentation.write(to: &writer)
        writer.write(fields.count)
        for field in fields {
            writer.write(field.name)
            writer.write(field.aliases)
            field.type.write(to: &writer)
            field.french.write(to: &writer)
            field.documentation.write(to: &writer)
        }
    }

    fileprivate init?(from reader: inout SnapshotByteReader) {
        guard let name = reader.text(), let singular = reader.text(), let aliases = reader.texts(),
            let hasPart = reader.flag()
        else { return nil }
        var part: Part?
        if hasPart {
            guard let whole = reader.text(), let field = reader.text(), let value = reader.text() else { return nil }
            part = Part(of: whole, where: field, is: value)
        }
        guard let label = reader.text(), let shown = reader.texts(), let details = reader.texts(),
            let namesPeople = reader.flag(), let isSearchedByText = reader.flag(),
            let french = FrenchNoun?(from: &reader), let documentation = LocalizedText(from: &reader),
            let fields = reader.list({ FieldSchema(from: &$0) })
        else { return nil }
        self.init(
            name, singular: singular, aliases: aliases, part: part, label: label, shown: shown, details: details,
            namesPeople: namesPeople, isSearchedByText: isSearchedByText, french: french,
            documentation: documentation, fields: fields)
    }
}

extension FieldSchema {
    fileprivate init?(from reader: inout SnapshotByteReader) {
        guard let name = reader.text(), let aliases = reader.texts(), let type = FieldType(from: &reader),
            let french = FrenchNoun?(from: &reader), let documentation = LocalizedText(from: &reader)
        else { return nil }
        self.init(name, type, aliases: aliases, french: french, documentation: documentation)
    }
}

extension FieldType {
    fileprivate func write(to writer: inout SnapshotByteWriter) {
        switch self {
        case .text: writer.write(UInt8(0))
        case .name(let many):
            writer.write(UInt8(1))
            writer.write(many)
        case .keyword(let many):
            writer.write(UInt8(2))
            writer.write(many)
        case .number: writer.write(UInt8(3))
        case .date: writer.write(UInt8(4))
        case .boolean: writer.write(UInt8(5))
        case .one(let target, let inverse):
            writer.write(UInt8(6))
            writer.write(target)
            writer.write(inverse)
        case .many(let target, let inverse):
            writer.write(UInt8(7))
            writer.write(target)
            writer.write(inverse)
        }
    }

    fileprivate init?(from reader: inout SnapshotByteReader) {
        guard let tag = reader.byte() else { return nil }
        switch tag {
        case 0: self = .text
        case 1, 2:
            guard let many = reader.flag() else { return nil }
            self = tag == 1 ? .name(many: many) : .keyword(many: many)
        case 3: self = .number
        case 4: self = .date
        case 5: self = .boolean
        case 6, 7:
            guard let target = reader.text(), let inverse = reader.optionalText() else { return nil }
            self = tag == 6 ? .one(target, inverse: inverse) : .many(target, inverse: inverse)
        default: return nil
        }
    }
}

extension LocalizedText {
    fileprivate func write(to writer: inout SnapshotByteWriter) {
        writer.write(english)
        writer.write(french)
    }

    fileprivate init?(from reader: inout SnapshotByteReader) {
        guard let english = reader.text(), let french = reader.text() else { return nil }
        self.init(english: english, french: french)
    }
}

extension FrenchNoun? {
    fileprivate func write(to writer: inout SnapshotByteWriter) {
        writer.write(self?.text)
        writer.write(self?.gender == .feminine)
    }

    fileprivate init?(from reader: inout SnapshotByteReader) {
        guard let text = reader.optionalText(), let isFeminine = reader.flag() else { return nil }
        self = text.map { FrenchNoun($0, isFeminine ? .feminine : .masculine) }
    }
}
