// Nouns for what somebody says, as speech-nouns.txt lists them: «la déclaration de X selon laquelle …».

/// What may follow a noun for speech and be what was said.
struct NounComplements: OptionSet, Sendable {
    let rawValue: UInt8

    /// «l'affirmation de X selon laquelle …»
    static let according = NounComplements(rawValue: 1 << 0)
    /// «sa promesse que …»
    static let clause = NounComplements(rawValue: 1 << 1)
    /// «la promesse de X de …»
    static let of = NounComplements(rawValue: 1 << 2)
    /// «l'appel de X à …»
    static let to = NounComplements(rawValue: 1 << 3)
    /// «l'annonce par X de …»
    static let by = NounComplements(rawValue: 1 << 4)

    static let names: [String: NounComplements] = [
        "selon": .according, "que": .clause, "de": .of, "à": .to, "par": .by,
    ]
}

struct SpeechNoun: Sendable {
    var act: SpeechAct
    var complements: NounComplements

    /// The nouns of a file by their number in the word table.
    static func read(_ text: String, adding table: inout WordTable) -> [UInt32: SpeechNoun] {
        var nouns: [UInt32: SpeechNoun] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: " ")
            guard parts.count >= 3, let act = SpeechAct(rawValue: String(parts[1])) else { continue }
            table.add(String(parts[0]), [])
            nouns[table.word(String(parts[0])).raw] = SpeechNoun(
                act: act,
                complements: parts.dropFirst(2).reduce(into: []) {
                    $0.formUnion(NounComplements.names[String($1)] ?? [])
                })
        }
        return nouns
    }
}
