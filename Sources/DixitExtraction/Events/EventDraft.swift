// An event and an agreement while the text is being read: tokens and entities of the table, before they become records.

import DixitText

/// What a sentence says of an event beside its noun.
struct EventFacts: Sendable {
    /// Tokens of a proper name: «Forum social mondial».
    var name: Range<Int>?
    var topic: Range<Int>?
    var date: ExtractedDate?
    /// Entities of the table.
    var place: Int?
    var organisers: [Int] = []
    var participants: [Int] = []
    /// Whether a verb says that it takes place.
    var happens = false

    var isEmpty: Bool {
        topic == nil && date == nil && place == nil && organisers.isEmpty && participants.isEmpty
    }
}

struct EventDraft: Sendable {
    /// A label of events.txt.
    var label: Int
    /// Tokens of the fullest mention.
    var mention: Range<Int>
    var facts: EventFacts
}

/// A place in the text that speaks of an event.
struct EventMention: Sendable {
    var event: Int
    var sentence: Int
    var tokens: Range<Int>
    /// «lors de la rencontre», «à cette occasion»: what the clause tells of happens there.
    var isOccasion: Bool
    /// «cette rencontre», «la rencontre»
    var isAnaphor: Bool
}

struct AgreementDraft: Sendable {
    /// A label of agreements.txt.
    var label: Int
    /// Tokens of the fullest mention.
    var mention: Range<Int>
    var status: ExtractedAgreement.Status?
    var parties: [Int] = []
    var purpose: Range<Int>?
    var date: ExtractedDate?
    var event: Int?
}

/// A noun for an event or an agreement with the phrase around it.
struct NounMention: Sendable {
    enum Determiner: Sendable {
        case none
        case indefinite
        case definite
        case demonstrative
        case possessive
    }
    /// A label of the list that has the noun.
    var label: Int
    /// Tokens of the term.
    var noun: Range<Int>
    /// Tokens of the phrase, from its determiner on.
    var phrase: Range<Int>
    /// The first token of the phrase with the preposition that is fused with its article: «du», «au».
    var outerStart: Int
    var determiner: Determiner
    var isPlural: Bool
    /// The chunk that holds the noun.
    var chunk: Int
    /// «une autre rencontre», «une nouvelle réunion»
    var isAnother: Bool
}
