// A document as a file has it, before it is known what it is called.

/// What a reader of some form of files found.
struct FoundDocument {
    var id: String?
    var text = ""
    var title: String?
    /// As it is written: `Thu, 12 May 2016 10:00:00 +0200`.
    var date: String?
    var outlet: String?
    var url: String?
    var place = Place.file

    /// Where in a file it is.
    enum Place: Hashable {
        /// It is the file.
        case file
        /// The line where it begins, from 1.
        case line(Int)
        /// What it is called, or its number from 1, in a file that has no lines worth a number.
        case entry(String)
    }

    /// Sets a field, but for an empty one.
    mutating func set(_ field: FieldNames.Field, to value: String) {
        switch field {
        case .text: text = value
        case .id: id = value.isEmpty ? nil : value
        case .title: title = value.isEmpty ? nil : value
        case .date: date = value.isEmpty ? nil : value
        case .outlet: outlet = value.isEmpty ? nil : value
        case .url: url = value.isEmpty ? nil : value
        }
    }
}

/// A document that is put together of named values, of which several may be for one field.
struct NamedValues {
    private(set) var document: FoundDocument
    private var ranks: [FieldNames.Field: Int] = [:]

    init(at place: FoundDocument.Place = .file) { document = FoundDocument(place: place) }

    /// Whether there is a text.
    var hasText: Bool { ranks[.text] != nil }

    /// Takes a value unless one is there whose name goes before, or it is nothing but spaces.
    mutating func take(_ place: FieldNames.Place?, _ value: () -> String?) {
        guard let place, place.rank < ranks[place.field] ?? Int.max, let value = value(),
            !value.utf8.allSatisfy({ $0 <= 0x20 })
        else { return }
        ranks[place.field] = place.rank
        document.set(place.field, to: value)
    }
}

/// What was found since somebody last looked.
struct FoundDocuments {
    /// What is wrong with a line of a file, or with the file.
    struct Problem {
        let kind: ReadingProblem.Kind
        let place: FoundDocument.Place
    }

    var documents: [FoundDocument] = []
    var problems: [Problem] = []

    mutating func add(_ kind: ReadingProblem.Kind, at place: FoundDocument.Place = .file) {
        problems.append(Problem(kind: kind, place: place))
    }
}

/// Reads the documents of one file, some at a time.
protocol DocumentEntries {
    /// Reads on, a little; false at the end.
    ///
    /// What is wrong with one document is a problem among those found; what is thrown ends the file.
    mutating func next(_ found: inout FoundDocuments) throws(ReadingProblem.Kind) -> Bool
}
