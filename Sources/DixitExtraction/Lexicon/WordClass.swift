// What the lexicon knows of a word, as bits that a token carries.

/// The classes that a written form belongs to; a form may belong to several: «annonce» is a noun and a verb.
package struct WordClass: OptionSet, Hashable, Sendable {
    package let rawValue: UInt64
    package init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: UInt64) { rawValue = 1 << bit }

    // Closed classes.
    package static let determiner = WordClass(bit: 0)
    package static let definite = WordClass(bit: 1)
    package static let indefinite = WordClass(bit: 2)
    package static let possessive = WordClass(bit: 3)
    package static let demonstrative = WordClass(bit: 4)
    /// «du», «des»: a preposition «de» and an article in one word.
    package static let contracted = WordClass(bit: 5)
    /// «au», «aux»
    package static let contractedTo = WordClass(bit: 6)
    package static let preposition = WordClass(bit: 7)
    /// «de», «d'»
    package static let of = WordClass(bit: 8)
    /// «il», «elle», «ils», «elles», «on», «je» …
    package static let subjectPronoun = WordClass(bit: 9)
    package static let pronoun = WordClass(bit: 10)
    /// «me», «se», «lui», «y», «en»: what may stand between a subject and its verb.
    package static let clitic = WordClass(bit: 11)
    package static let reflexive = WordClass(bit: 12)
    /// «qui», «dont», «où», «lequel»
    package static let relative = WordClass(bit: 13)
    package static let subordinator = WordClass(bit: 14)
    /// «que», «qu'»
    package static let que = WordClass(bit: 15)
    package static let coordinator = WordClass(bit: 16)
    /// «ne», «n'»
    package static let negation = WordClass(bit: 17)
    /// «pas», «jamais», «plus»
    package static let negative = WordClass(bit: 18)
    package static let adverb = WordClass(bit: 19)
    package static let adjective = WordClass(bit: 20)

    // What a noun denotes.
    package static let role = WordClass(bit: 21)
    package static let person = WordClass(bit: 22)
    package static let group = WordClass(bit: 23)
    package static let organisation = WordClass(bit: 24)
    package static let document = WordClass(bit: 25)
    /// «quotidien», «chaîne»
    package static let media = WordClass(bit: 26)
    /// «source», «sources»
    package static let source = WordClass(bit: 27)
    package static let place = WordClass(bit: 28)
    /// «ville», «quartier»
    package static let placeNoun = WordClass(bit: 29)

    // Parts of names.
    package static let firstName = WordClass(bit: 30)
    /// «de», «El», «Ben», «van»
    package static let particle = WordClass(bit: 31)
    /// «M.», «Mme», «Dr»
    package static let title = WordClass(bit: 32)

    // Time.
    package static let timeWord = WordClass(bit: 33)
    package static let month = WordClass(bit: 34)

    // Gender and number.
    package static let masculine = WordClass(bit: 35)
    package static let feminine = WordClass(bit: 36)
    package static let singular = WordClass(bit: 37)
    package static let plural = WordClass(bit: 38)

    // Forms of verbs.
    package static let auxiliaryHave = WordClass(bit: 39)
    package static let auxiliaryBe = WordClass(bit: 40)
    package static let present = WordClass(bit: 41)
    package static let imperfect = WordClass(bit: 42)
    /// The simple past: «déclara»
    package static let historic = WordClass(bit: 43)
    package static let future = WordClass(bit: 44)
    package static let conditional = WordClass(bit: 45)
    package static let infinitive = WordClass(bit: 46)
    package static let presentParticiple = WordClass(bit: 47)
    package static let pastParticiple = WordClass(bit: 48)
    package static let verbSingular = WordClass(bit: 49)
    package static let verbPlural = WordClass(bit: 50)
    /// A form of a verb that speech-verbs.txt has.
    package static let speech = WordClass(bit: 51)
    /// An adjective that looks like a verb: «critique», «précise»
    package static let commonAdjective = WordClass(bit: 52)
    /// A noun that looks like a verb: «annonce», «demande»
    package static let commonNoun = WordClass(bit: 53)
    package static let abbreviation = WordClass(bit: 54)
    package static let elision = WordClass(bit: 55)
    package static let quantity = WordClass(bit: 56)
    /// «je», «nous», «vous»
    package static let firstPerson = WordClass(bit: 57)
    /// «ça», «cela», «c'»
    package static let dummy = WordClass(bit: 58)
    /// «interview», «discours»: where something is said.
    package static let medium = WordClass(bit: 59)
    package static let mediaName = WordClass(bit: 60)

    /// «père», «sœur»: a person by kinship, who is introduced, not referred back to.
    package static let kin = WordClass(bit: 61)
    /// A name with small letters in it: «Pôle emploi», «Médecins sans frontières».
    package static let properName = WordClass(bit: 62)
    /// A word with a capital letter that names nobody: «Internet», «Noël», «la République».
    package static let thing = WordClass(bit: 63)

    package static let finite: WordClass = [.present, .imperfect, .historic, .future, .conditional]
    package static let verb: WordClass = [
        .present, .imperfect, .historic, .future, .conditional, .infinitive, .presentParticiple, .pastParticiple,
    ]
    package static let noun: WordClass = [
        .role, .person, .group, .organisation, .document, .media, .source, .placeNoun, .commonNoun, .medium,
    ]
    /// Nouns of which the lexicon lists the singular.
    static let pluralisable: WordClass = [.role, .person, .organisation, .document, .media, .medium, .placeNoun]
    /// Words that are no part of a noun phrase's core.
    package static let functional: WordClass = [
        .preposition, .subjectPronoun, .relative, .subordinator, .coordinator, .negation, .negative, .determiner,
    ]

    package func has(_ other: WordClass) -> Bool { rawValue & other.rawValue != 0 }

    /// The classes by the names that the lexicon's files use.
    static let names: [String: WordClass] = [
        "determiner": .determiner, "definite": .definite, "indefinite": .indefinite, "possessive": .possessive,
        "demonstrative": .demonstrative, "contracted": .contracted, "contractedTo": .contractedTo,
        "preposition": .preposition, "of": .of, "to": [], "subjectPronoun": .subjectPronoun, "pronoun": .pronoun,
        "clitic": .clitic, "reflexive": .reflexive, "relative": .relative, "subordinator": .subordinator, "que": .que,
        "coordinator": .coordinator, "negation": .negation, "negative": .negative, "adverb": .adverb,
        "adjective": .adjective, "role": .role, "person": .person, "group": .group, "organisation": .organisation,
        "document": .document, "media": .media, "source": .source, "place": .place, "placeNoun": .placeNoun,
        "firstName": .firstName, "particle": .particle, "title": .title, "timeWord": .timeWord, "weekday": .timeWord,
        "month": .month, "masculine": .masculine, "feminine": .feminine, "singular": .singular, "plural": .plural,
        "commonAdjective": .commonAdjective, "commonNoun": .commonNoun, "abbreviation": .abbreviation,
        "elision": .elision, "quantity": .quantity, "firstPerson": .firstPerson, "dummy": .dummy, "medium": .medium,
        "mediaName": .mediaName, "kin": .kin, "properName": .properName, "thing": .thing, "country": [], "city": [],
        "homograph": [],
        "cliticSuffix": [], "present": .present, "presentParticiple": .presentParticiple,
        "auxiliaryHave": .auxiliaryHave, "auxiliaryBe": .auxiliaryBe,
        "verbSingular": .verbSingular, "verbPlural": .verbPlural,
    ]
}
