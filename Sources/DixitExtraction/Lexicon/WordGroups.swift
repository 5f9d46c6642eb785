// Groups of verbs and nouns that a rule treats alike, as verb-groups.txt and noun-groups.txt list them.

/// What a verb does in the rules beyond saying.
package struct VerbGroup: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let continuing = VerbGroup(rawValue: 1 << 0)
    package static let hearing = VerbGroup(rawValue: 1 << 1)
    package static let estimating = VerbGroup(rawValue: 1 << 2)
    package static let unrealised = VerbGroup(rawValue: 1 << 3)
    package static let daring = VerbGroup(rawValue: 1 << 4)
    package static let wanting = VerbGroup(rawValue: 1 << 5)
    package static let holding = VerbGroup(rawValue: 1 << 6)
    package static let ending = VerbGroup(rawValue: 1 << 7)
    package static let coming = VerbGroup(rawValue: 1 << 8)
    package static let causing = VerbGroup(rawValue: 1 << 9)
    package static let letting = VerbGroup(rawValue: 1 << 10)
    package static let putting = VerbGroup(rawValue: 1 << 11)
    package static let raising = VerbGroup(rawValue: 1 << 12)
    package static let saying = VerbGroup(rawValue: 1 << 13)

    /// «un rapport intitulé «…»»
    package static let naming = VerbGroup(rawValue: 1 << 14)

    /// «citant une source», «cités par le journal»
    package static let citing = VerbGroup(rawValue: 1 << 15)

    package func has(_ other: VerbGroup) -> Bool { rawValue & other.rawValue != 0 }

    static let names: [String: VerbGroup] = [
        "continuing": .continuing, "hearing": .hearing, "estimating": .estimating, "unrealised": .unrealised,
        "daring": .daring, "wanting": .wanting, "holding": .holding, "ending": .ending, "coming": .coming,
        "causing": .causing, "letting": .letting, "putting": .putting, "raising": .raising, "saying": .saying,
        "naming": .naming, "citing": .citing,
    ]
}

/// What a noun does in the rules beyond what its classes say.
package struct NounGroup: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let general = NounGroup(rawValue: 1 << 0)
    package static let occasion = NounGroup(rawValue: 1 << 1)
    package static let press = NounGroup(rawValue: 1 << 2)
    package static let account = NounGroup(rawValue: 1 << 3)
    /// «aucun», «rien»: with «ne», the verb is negated.
    package static let none = NounGroup(rawValue: 1 << 5)
    /// «nous», «votre», «oui»: somebody speaks himself.
    package static let address = NounGroup(rawValue: 1 << 4)
    /// «son homologue», «le successeur de»: what somebody is to another, no office.
    package static let relative = NounGroup(rawValue: 1 << 6)

    package func has(_ other: NounGroup) -> Bool { rawValue & other.rawValue != 0 }

    static let names: [String: NounGroup] = [
        "general": .general, "occasion": .occasion, "press": .press, "account": .account, "address": .address,
        "none": .none, "relative": .relative,
    ]
}
