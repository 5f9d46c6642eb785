// What the extractor finds in one document: records that point to the words they stand on.

package import DixitText

/// The records of one document. Indices (`speaker`, `place`, `event` …) count into the arrays of the same value.
package struct ExtractedDocument: Sendable {
    /// The paragraph that serves as a headline, where the text has one.
    package var title: TextRange?
    /// The opening paragraph under the headline.
    package var lead: TextRange?
    package var date: ExtractedDate?
    /// The place of the dateline: «CASABLANCA (MAP) – …».
    package var dateline: Int?
    package var outlet: TextRange?
    package var agency: TextRange?
    /// ISO 639-1, lower case: `fr`; nil where the text is too short to tell.
    package var language: String?
    package var words: Int
    package var paragraphs: [TextRange]
    package var sentences: [TextRange]
    package var entities: [ExtractedEntity]
    package var mentions: [ExtractedMention]
    package var statements: [ExtractedStatement]
    package var events: [ExtractedEvent]
    package var agreements: [ExtractedAgreement]
    /// How often the rules looked at a phrase; 0 in release builds.
    package var work = 0

    package init() {
        title = nil
        lead = nil
        date = nil
        dateline = nil
        outlet = nil
        agency = nil
        language = nil
        words = 0
        paragraphs = []
        sentences = []
        entities = []
        mentions = []
        statements = []
        events = []
        agreements = []
    }
}

/// A date and the words that give it: «samedi», «12 mai 2016».
package struct ExtractedDate: Hashable, Sendable {
    package var date: PartialDate
    package var range: TextRange
    package init(date: PartialDate, range: TextRange) {
        self.date = date
        self.range = range
    }
}

/// Somebody or something that the document speaks of, over all its mentions.
package struct ExtractedEntity: Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case person
        case organisation
        case place
        /// «les manifestants», «plusieurs observateurs»
        case group
        /// «le communiqué», «un rapport de la Cour des comptes»
        case document
        /// A source without a name: «une source proche du dossier»
        case unnamed
    }
    package enum Gender: String, Hashable, Sendable {
        case feminine
        case masculine
    }
    /// An office, title or occupation as the document gives it.
    package struct Role: Hashable, Sendable {
        /// As short as possible but complete: «ministre de la Santé».
        package var text: TextRange
        package init(text: TextRange) { self.text = text }
    }

    package var kind: Kind
    /// The fullest form that the document gives, without «M.», «Mme», the leading article or the role.
    package var name: TextRange
    /// The name as it is to be shown, where it is not the text of `name` to the letter
    /// (capitals made small: «MUSTAPHA EL KHALFI»).
    package var displayName: String?
    /// Other forms met in the document: «El Khalfi», an acronym.
    package var forms: [TextRange]
    package var roles: [Role]
    /// Offices that the user's file gives for the day of the document; they go before those of the text.
    package var knownRoles: [String]
    /// The organisations a person belongs to: indices of entities.
    package var organisations: [Int]
    package var gender: Gender?
    /// What kind of organisation or place: `ministère`, `ONG`, `université`, `ville`, `région` …
    package var subkind: String?

    package init(kind: Kind, name: TextRange) {
        self.kind = kind
        self.name = name
        displayName = nil
        forms = []
        roles = []
        knownRoles = []
        organisations = []
        gender = nil
        subkind = nil
    }
}

/// One place in the document that denotes an entity, by name, by role or by pronoun.
package struct ExtractedMention: Hashable, Sendable {
    package enum Form: String, Hashable, Sendable {
        case name
        case nominal
        case pronoun
    }
    /// An index of `entities`.
    package var entity: Int {
        get { Int(number) }
        set { number = UInt32(truncatingIfNeeded: newValue) }
    }
    private var number: UInt32
    package var range: TextRange
    package var form: Form
    package init(entity: Int, range: TextRange, form: Form) {
        number = UInt32(truncatingIfNeeded: entity)
        self.range = range
        self.form = form
    }
}

package struct ExtractedStatement: Sendable {
    package enum Mode: String, Hashable, Sendable, CaseIterable {
        case direct
        case indirect
        case mixed
    }
    /// An index of `entities`; nil where the speaker could not be resolved.
    @CompactIndex package var speaker: Int?
    /// The words in the cue's own sentence that denote the source; nil where the subject is not expressed.
    @CompactRange package var attribution: TextRange?
    /// The verb group as written, with its auxiliary: «a également salué», or «selon».
    @CompactRange package var cue: TextRange?
    /// The infinitive of the cue's verb, or the preposition or noun itself: «saluer», «selon».
    package var cueLemma: String?
    /// What is done by saying it: a property of the cue's lemma (`assert`, `praise`, `deny` …).
    package var act: String?
    /// What was said, in order, outer quotation marks left out; at least one piece, none crosses a line break.
    @CompactRanges package var content: [TextRange]
    package var mode: Mode
    /// The role of the speaker where this sentence gives it.
    @CompactRange package var role: TextRange?
    /// «devant la presse», «à ses partisans»
    @CompactRange package var addressee: TextRange?
    /// «à l'AFP», «dans un communiqué»
    @CompactRange package var medium: TextRange?
    /// An index of `entities`, of kind place.
    @CompactIndex package var place: Int?
    /// An index of `events`.
    @CompactIndex package var event: Int?
    package var date: ExtractedDate?
    /// 0 … 1; lowered where quotation marks were repaired or the speaker was guessed at.
    package var confidence: Double
    /// The name of the rule that found it: `inversion`, `selon`, `gerund` …
    package var rule: String

    package init(content: [TextRange], mode: Mode, rule: String) {
        self.content = content
        self.mode = mode
        self.rule = rule
        speaker = nil
        attribution = nil
        cue = nil
        cueLemma = nil
        act = nil
        role = nil
        addressee = nil
        medium = nil
        place = nil
        event = nil
        date = nil
        confidence = 1
    }

    /// Whether something of a range is among what was said.
    func says(_ range: TextRange) -> Bool { _content.overlap(range) }
}

package struct ExtractedEvent: Sendable {
    /// `rencontre`, `conférence`, `sommet`, `visite`, `manifestation` …
    package var kind: String
    /// The fullest mention: «une rencontre à Casablanca».
    package var range: TextRange
    /// A proper name, where it has one: «Forum social mondial».
    package var name: TextRange?
    package var topic: TextRange?
    package var date: ExtractedDate?
    package var place: Int?
    package var organisers: [Int]
    package var participants: [Int]

    package init(kind: String, range: TextRange) {
        self.kind = kind
        self.range = range
        name = nil
        topic = nil
        date = nil
        place = nil
        organisers = []
        participants = []
    }
}

package struct ExtractedAgreement: Sendable {
    package enum Status: String, Hashable, Sendable {
        case signed = "signé"
        case draft = "projet"
        case announced = "annoncé"
        case terminated = "dénoncé"
    }
    /// `mémorandum d'entente`, `convention`, `accord`, `protocole` …
    package var kind: String
    package var range: TextRange
    package var status: Status?
    /// Indices of `entities`, in the order of the text.
    package var parties: [Int]
    package var purpose: TextRange?
    package var date: ExtractedDate?
    package var event: Int?

    package init(kind: String, range: TextRange) {
        self.kind = kind
        self.range = range
        status = nil
        parties = []
        purpose = nil
        date = nil
        event = nil
    }
}
