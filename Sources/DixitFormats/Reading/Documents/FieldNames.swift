// What the parts of a document are called in files of records.

/// The names of fields that a document is made of.
///
/// Case, hyphens and underscores do not count: `published_at` is `publishedAt`. Where an object has several of them, the first
/// of the list is taken that has a value.
///
/// ```swift
/// let fields = FieldNames([.text: ["corps"], .title: ["manchette"]])
/// ```
public struct FieldNames: Hashable, Sendable {
    /// A part of a document.
    public enum Field: String, CaseIterable, Sendable {
        /// What the document is known by.
        case id
        /// The whole text.
        case text
        /// The headline.
        case title
        /// The day of publication.
        case date
        /// Who published it.
        case outlet
        /// Its address.
        case url
    }

    /// The names that are looked for where no others are given, the first ones first.
    public static let standard: [Field: [String]] = [
        .id: ["id", "_id", "identifier", "identifiant", "guid", "uid", "uuid"],
        .text: [
            "text", "body", "content", "contenu", "texte", "articleBody", "full text", "main text", "corps", "article",
        ],
        .title: ["title", "headline", "titre"],
        .date: [
            "date", "published", "published at", "publication date", "date published", "date publish", "pub date",
            "date de publication", "publié le", "datetime", "created at", "timestamp",
        ],
        .outlet: ["outlet", "source", "publisher", "journal", "newspaper", "média", "media", "site", "source domain"],
        .url: ["url", "link", "lien", "href", "uri", "permalink"],
    ]

    private let names: [Field: [String]]
    /// By the name as it is compared: which part it is, and how many names of that part come before it.
    let places: [String: Place]

    struct Place: Hashable, Sendable {
        let field: Field
        let rank: Int
    }

    /// The given names, and the standard ones for the fields that are not given.
    public init(_ names: [Field: [String]] = [:]) {
        let all = Self.standard.merging(names) { $1 }
        var places: [String: Place] = [:]
        // A name that is given means what it was given for, even where another field would have it.
        for isGiven in [false, true] {
            for field in Field.allCases where (names[field] != nil) == isGiven {
                for (rank, name) in (all[field] ?? []).enumerated() {
                    places[Self.compared(name)] = Place(field: field, rank: rank)
                }
            }
        }
        self.names = all
        self.places = places
    }

    /// Reads `text=body,title=headline`; nil where a part is no `field=name` of a known field.
    public init?(written text: some StringProtocol) {
        var names: [Field: [String]] = [:]
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[1].isEmpty, let field = Field(rawValue: String(sides[0])) else { return nil }
            names[field, default: []].append(String(sides[1]))
        }
        if names.isEmpty { return nil }
        self.init(names)
    }

    /// The names that a field is looked for under.
    public subscript(field: Field) -> [String] { names[field] ?? [] }

    /// `publishedAt`, `published_at` and `Published-At` are `publishedat`.
    static func compared(_ name: some StringProtocol) -> String {
        String(name.lowercased().unicodeScalars.filter { !"-_ .:".unicodeScalars.contains($0) })
    }
}
