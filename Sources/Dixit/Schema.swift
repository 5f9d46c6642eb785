// What a corpus can be asked about: sets, fields, types, relations.

/// The sets of a corpus and their fields. The engine knows no set and no field but through this value.
///
/// ```swift
/// for set in corpus.schema.sets { print(set.name, set.fields.map(\.name)) }
/// ```
public struct Schema: Hashable, Sendable {
    /// The sets, in the order in which they are shown.
    public let sets: [SetSchema]
    /// The set that other rows are found in, with the fields that a citation wants; nil where rows stand in no texts.
    public let documents: Documents?

    /// The set of texts, and what is said of a text where a passage of it is cited.
    public struct Documents: Hashable, Sendable {
        /// The name of the set.
        public let set: String
        /// The field with the headline.
        public let title: String
        /// The field with the name of who published it.
        public let outlet: String
        /// The field with the day of publication.
        public let date: String
        /// The field of the citing row with the number of its paragraph.
        public let paragraph: String

        /// The names of the set and of its fields.
        public init(set: String, title: String, outlet: String, date: String, paragraph: String) {
            self.set = set
            self.title = title
            self.outlet = outlet
            self.date = date
            self.paragraph = paragraph
        }
    }

    /// A schema; whether it holds together is found out where a corpus is made of it.
    public init(sets: [SetSchema], documents: Documents? = nil) {
        self.sets = sets
        self.documents = documents
    }

    /// The set of that canonical name.
    public subscript(set name: String) -> SetSchema? {
        sets.first { $0.name == name }
    }

    /// The schema with further sets. What a relation of theirs names as its inverse is added to the set that it leads to, where
    /// that set does not have it.
    ///
    /// ```swift
    /// let schema = Schema.news.adding([notes])
    /// ```
    public func adding(_ further: [SetSchema]) -> Schema {
        var sets = sets + further
        for set in further {
            for field in set.fields {
                guard case .one(let target, let inverse?) = field.type.asOne else { continue }
                for number in sets.indices where isPart(sets[number], of: target, among: sets) {
                    if sets[number][field: inverse] == nil {
                        sets[number] = sets[number].adding(inverseOf: field, of: set, named: inverse)
                    }
                }
            }
        }
        return Schema(sets: sets, documents: documents)
    }

    /// Whether a set is that of a name, its whole, or a part of it: what has a field of rows has it under each of its names.
    private func isPart(_ set: SetSchema, of name: String, among sets: [SetSchema]) -> Bool {
        let whole = sets.first { $0.name == name }?.part?.whole ?? name
        return set.name == name || set.name == whole || (set.part?.whole == name)
    }
}

/// A set that a query can search: `statements`, `people`.
///
/// A set is a table, or those rows of another set's table that have a certain kind: `people` are the `actors`
/// whose kind is `person`, so that a speaker is the same thing whichever way it is asked for.
public struct SetSchema: Hashable, Sendable {
    /// The canonical name, a plural: `statements`.
    public let name: String
    /// What one of its rows is called: `statement`.
    public let singular: String
    /// Other names, in any declared language: `déclarations`, `propos`.
    public let aliases: [String]
    /// For a set that is a part of another: which one, and what it has there.
    public let part: Part?
    /// Its fields, in the order in which they are shown.
    public let fields: [FieldSchema]
    /// The field by which a row is known to readers where another row refers to it: `name`, `id`.
    public let label: String
    /// The columns of an answer that asks for none.
    public let shown: [String]
    /// Those of `shown` that programs want and a table for readers leaves out: `start`, `end`.
    public let details: [String]
    /// Whether its rows have names of people, so that messages say “nobody”.
    public var namesPeople = false
    /// Whether a query that is only a quoted text searches this set's first text.
    public var isSearchedByText = false
    /// The plural with its article, for sentences in French: `les déclarations`.
    public let french: FrenchNoun?
    /// What it holds, in a few words.
    public let documentation: LocalizedText

    /// A part of another set: the rows whose keyword `field` is `value`.
    public struct Part: Hashable, Sendable {
        /// The set that it is a part of.
        public let whole: String
        /// A keyword of that set.
        public let field: String
        /// The value that the rows of the part have there.
        public let value: String

        /// The rows of a set that have a value in one of its keywords.
        public init(of whole: String, where field: String, is value: String) {
            self.whole = whole
            self.field = field
            self.value = value
        }
    }

    /// A set; a relation in its fields names the set that it leads to.
    public init(
        _ name: String,
        singular: String,
        aliases: [String] = [],
        part: Part? = nil,
        label: String = "id",
        shown: [String] = [],
        details: [String] = [],
        namesPeople: Bool = false,
        isSearchedByText: Bool = false,
        french: FrenchNoun? = nil,
        documentation: LocalizedText,
        fields: [FieldSchema]
    ) {
        self.namesPeople = namesPeople
        self.isSearchedByText = isSearchedByText
        self.name = name
        self.singular = singular
        self.aliases = aliases
        self.part = part
        self.label = label
        self.shown = shown
        self.details = details
        self.french = french
        self.documentation = documentation
        self.fields = fields
    }

    /// The field of that canonical name.
    public subscript(field name: String) -> FieldSchema? {
        fields.first { $0.name == name }
    }

    /// The set with the other end of a relation that leads to it.
    fileprivate func adding(inverseOf field: FieldSchema, of set: SetSchema, named name: String) -> SetSchema {
        let inverse = FieldSchema(
            name, .many(set.name, inverse: field.name),
            documentation: LocalizedText(english: "its \(set.name)", french: "ses \(set.name)"))
        return SetSchema(
            self.name, singular: singular, aliases: aliases, part: part, label: label, shown: shown, details: details,
            namesPeople: namesPeople, isSearchedByText: isSearchedByText, french: french, documentation: documentation,
            fields: fields + [inverse])
    }
}

/// A field of a set: `speaker`, `date`.
public struct FieldSchema: Hashable, Sendable {
    /// The canonical name.
    public let name: String
    /// Other names, in any declared language.
    public let aliases: [String]
    /// What it holds.
    public let type: FieldType
    /// With its article, for sentences in French: `l’orateur`.
    public let french: FrenchNoun?
    /// What it holds, in a few words.
    public let documentation: LocalizedText

    /// A field.
    public init(
        _ name: String, _ type: FieldType, aliases: [String] = [], french: FrenchNoun? = nil,
        documentation: LocalizedText
    ) {
        self.name = name
        self.type = type
        self.aliases = aliases
        self.french = french
        self.documentation = documentation
    }
}

/// What a field holds, which decides how it can be asked.
public enum FieldType: Hashable, Sendable {
    /// Words that `contains` searches, with their positions.
    case text
    /// The name of the row, matched as names are (``Schema``); `many` for other forms of it.
    case name(many: Bool = false)
    /// A value out of a list, compared as a whole; `many` where a row may have several.
    case keyword(many: Bool = false)
    /// A number, compared as such.
    case number
    /// A date, possibly partial.
    case date
    /// True or false.
    case boolean
    /// At most one row of another set; `inverse` is the field there that leads back.
    case one(String, inverse: String? = nil)
    /// Any number of rows of another set.
    case many(String, inverse: String? = nil)

    /// A relation to many rows as one to a single row, so that both are looked at alike.
    fileprivate var asOne: FieldType {
        if case .many(let target, let inverse) = self { .one(target, inverse: inverse) } else { self }
    }

    /// The set that a relation leads to.
    public var target: String? {
        switch self {
        case .one(let target, _), .many(let target, _): target
        default: nil
        }
    }
}

/// A sentence in each language of messages.
public struct LocalizedText: Hashable, Sendable {
    /// In English.
    public let english: String
    /// In French.
    public let french: String

    /// A text in both languages.
    public init(english: String, french: String) {
        self.english = english
        self.french = french
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .french: french
        }
    }
}
