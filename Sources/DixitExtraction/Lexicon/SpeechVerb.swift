// What a verb of saying does, and what may follow it.

/// A verb that the lexicon has: its infinitive, and, for verbs of saying, the act and the complements.
package struct Verb: Sendable {
    /// «souligner»
    package var lemma: String
    /// The verb by itself: «a promis de …»; nil for verbs that only report with «se».
    package var plain: Saying?
    /// The verb with «se»: «s'est félicité de …».
    package var reflexive: Saying?
}

/// One way of using a verb of saying.
package struct Saying: Sendable {
    package var act: SpeechAct
    package var complements: Complements

    /// «annonce quitter la ville», «explique vouloir attendre»: whatever is said with «que» may be an infinitive where the speaker
    /// speaks of himself. Not what somebody demands, wishes or thinks.
    package var takesOwnInfinitive: Bool {
        guard complements.contains(.clause), !complements.contains(.thought) else { return false }
        switch act {
        case .demand, .ask, .advocate, .propose, .wish, .fear, .warn, .oppose: return false
        default: return true
        }
    }
}

/// What is done by saying something.
package enum SpeechAct: String, Sendable, CaseIterable {
    case accuse, admit, advocate, announce, answer, apologise, ask, confirm, criticise, defend, demand, deny, fear,
        judge
    case justify, oppose, praise, predict, promise, propose, recall, refuse, reveal, warn, wish
    case assert
}

/// What may follow a verb of saying and be what was said.
package struct Complements: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// «a souligné que …»
    package static let clause = Complements(rawValue: 1 << 0)
    /// «a demandé si …»
    package static let question = Complements(rawValue: 1 << 1)
    /// «a salué les efforts»
    package static let nounPhrase = Complements(rawValue: 1 << 2)
    /// «affirme avoir …»
    package static let infinitive = Complements(rawValue: 1 << 3)
    /// «a promis de …»
    package static let of = Complements(rawValue: 1 << 4)
    /// «a appelé à …»
    package static let to = Complements(rawValue: 1 << 5)
    /// «plaide pour …»
    package static let forIt = Complements(rawValue: 1 << 6)
    /// «protester contre …»
    package static let against = Complements(rawValue: 1 << 7)
    /// «insister sur …»
    package static let on = Complements(rawValue: 1 << 8)
    /// «plaider en faveur de …»
    package static let inFavour = Complements(rawValue: 1 << 9)
    /// A person first: «a accusé X de …»
    package static let someone = Complements(rawValue: 1 << 10)
    /// Introduces a quotation.
    package static let quotation = Complements(rawValue: 1 << 11)
    /// Reports a thought unless quotation marks show that it was uttered.
    package static let thought = Complements(rawValue: 1 << 12)

    /// Its noun phrase is no person or body: «a exclu cette hypothèse».
    package static let abstract = Complements(rawValue: 1 << 13)

    /// A cue only after what was said: «…, lit X»; before a quotation it takes a title: «a lu «La Peste»».
    package static let after = Complements(rawValue: 1 << 14)

    /// «a expliqué pourquoi», «a demandé comment», «a dit ce qu'il pensait»
    package var takesQuestion: Bool { !isDisjoint(with: [.clause, .nounPhrase, .question]) }

    static let names: [String: Complements] = [
        "after": .after,
        "abstract": .abstract,
        "que": .clause, "si": .question, "np": .nounPhrase, "inf": .infinitive, "de": .of, "à": .to, "pour": .forIt,
        "contre": .against, "sur": .on, "en": .inFavour, "someone": .someone, "quote": .quotation, "thought": .thought,
    ]
}
