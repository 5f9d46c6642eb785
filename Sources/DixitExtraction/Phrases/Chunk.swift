// A chunk: a flat phrase of a sentence, such as a noun phrase or a verb with its auxiliary.

package struct ChunkFlags: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(bit: UInt32) { rawValue = 1 << bit }

    // Verbs.
    /// «n'a pas précisé»; not «n'ont admis … que».
    package static let negated = ChunkFlags(bit: 0)
    package static let reflexive = ChunkFlags(bit: 1)
    /// Its subject follows as a pronoun: «a-t-il dit».
    package static let inverted = ChunkFlags(bit: 2)
    /// «a été annoncé»
    package static let passive = ChunkFlags(bit: 3)
    package static let compound = ChunkFlags(bit: 4)
    /// «doit annoncer», «pourrait dire», «va dénoncer»: nothing has been said yet.
    package static let unrealised = ChunkFlags(bit: 5)
    /// «lui a dit», «m'a dit»
    package static let hasClitic = ChunkFlags(bit: 6)

    // Noun phrases.
    /// «samedi», «ce mardi 18 décembre», «trois jours»
    package static let time = ChunkFlags(bit: 8)
    package static let definite = ChunkFlags(bit: 9)
    package static let indefinite = ChunkFlags(bit: 10)
    package static let possessive = ChunkFlags(bit: 11)
    package static let demonstrative = ChunkFlags(bit: 12)
    package static let plural = ChunkFlags(bit: 13)
    package static let masculine = ChunkFlags(bit: 14)
    package static let feminine = ChunkFlags(bit: 15)
    /// A quotation without a sentence of its own: «une "gestion chaotique"» is transparent, "Oui, on verra" is not.
    package static let subject = ChunkFlags(bit: 16)
    package static let bare = ChunkFlags(bit: 17)
    /// A name beside an office that a preposition governs: «face au président, X,»: no subject.
    package static let apposed = ChunkFlags(bit: 19)
    /// Introduced by «en»: «en affirmant».
    package static let withEn = ChunkFlags(bit: 18)

    package func has(_ other: ChunkFlags) -> Bool { rawValue & other.rawValue != 0 }
}

package struct Chunk: Sendable {
    package enum Kind: UInt8, Sendable {
        case nounPhrase
        /// «il», «celui-ci», «ils»
        case pronoun
        /// A finite verb with its clitics, auxiliary and adverbs.
        case verb
        /// A present participle: «ajoutant», «en soulignant»
        case gerund
        case infinitive
        /// A past participle that no auxiliary governs: «initiée»
        case participle
        /// «que», «qu'»
        case que
        /// «si», «alors que», «quand»
        case subordinator
        /// «qui», «dont», «où»
        case relative
        case coordinator
        /// A preposition whose complement is no noun phrase or infinitive next to it.
        case preposition
        case adverb
        case comma
        case colon
        case semicolon
        case stop
        case dash
        case openParenthesis
        case closeParenthesis
        /// A quotation with a clause or more in it.
        case quotation
        case other
    }

    package var kind: Kind
    package var flags: ChunkFlags = []
    /// Index into ``Lexicon/verbs``, or -1.
    package var verb: Int16 = -1
    /// Tokens; `end` is exclusive.
    package var start: Int32
    package var end: Int32
    /// The noun, or the verb that carries the meaning.
    package var head: Int32
    /// The preposition that governs a noun phrase or infinitive, or -1.
    package var preposition: Int32 = -1
    /// The proper name that a noun phrase ends in or consists of: «Mustapha Bakkoury»; empty where there is none.
    package var nameStart: Int32 = 0
    package var nameEnd: Int32 = 0
    /// The token of an acronym in parentheses, or -1.
    package var acronym: Int32 = -1

    package init(_ kind: Kind, _ tokens: Range<Int>, head: Int? = nil) {
        self.kind = kind
        start = Int32(truncatingIfNeeded: tokens.lowerBound)
        end = Int32(truncatingIfNeeded: tokens.upperBound)
        self.head = Int32(truncatingIfNeeded: head ?? tokens.lowerBound)
    }

    package var tokens: Range<Int> { Int(start)..<Int(end) }
    package var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
    package var hasName: Bool { nameEnd > nameStart }
    /// «Mustapha El Khalfi», not «le ministre Mustapha El Khalfi»
    var isNameAlone: Bool { hasName && nameStart <= head }
    package func has(_ flags: ChunkFlags) -> Bool { self.flags.has(flags) }
    /// A noun phrase or pronoun that no preposition governs: it may be a subject.
    package var isNominative: Bool {
        preposition < 0 && !flags.has(.apposed) && (kind == .nounPhrase && !flags.has(.time) || kind == .pronoun)
    }
}
