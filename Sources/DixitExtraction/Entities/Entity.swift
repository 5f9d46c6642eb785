// Somebody or something that the document speaks of, while the document is being read.

package import DixitText

/// An entity as the table keeps it; ``ExtractedEntity`` is what leaves the extractor.
package struct Entity: Sendable {
    package var kind: ExtractedEntity.Kind
    /// The fullest form: tokens of the text, without title, article and acronym.
    package var name: Range<Int>
    /// The hashes of the words of the name.
    package var words: [UInt32]
    /// The noun that heads the name or a phrase with it: «ministère», «association» for «l'association L214».
    package var heads: [WordID] = []
    package var isFeminine = false
    package var isMasculine = false
    package var isPlural = false
    /// Offices as the document gives them: tokens.
    package var roles: [Range<Int>] = []
    /// The offices among them that have several names: labels of offices.txt.
    package var offices: [Int] = []
    package var forms: [TextRange] = []
    /// What the user's file says: the name, the kind of organisation, the offices held on the day of the text.
    package var knownName: String?
    package var knownSubkind: String?
    package var knownRoles: [String] = []
    package var knownRoleWords: [[UInt32]] = []
    /// Whether it is a proper name; otherwise a phrase such as «plusieurs observateurs».
    package var isNamed: Bool
    /// A newspaper, a channel, an agency.
    package var isMedium = false
    /// How many times it is named.
    package var mentions = 0

    package init(_ kind: ExtractedEntity.Kind, name: Range<Int>, words: [UInt32], isNamed: Bool) {
        self.kind = kind
        self.name = name
        self.words = words
        self.isNamed = isNamed
    }
}

/// A place where an entity is named, in the order of the text.
package struct NameMention: Sendable {
    package var tokens: Range<Int>
    package var entity: Int
    /// Whether no preposition governs it.
    package var isSubject: Bool
    package var token: Int { tokens.lowerBound }
}
