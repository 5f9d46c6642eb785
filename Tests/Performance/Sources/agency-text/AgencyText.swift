// News as agencies write it, in sentences of our own: names, offices and numbers change, the constructions are those of the press.

/// Makes dispatches one after the other, the same for one seed on every machine.
struct AgencyText {
    private var state: UInt64
    private var number = 0

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[Int(next() % UInt64(list.count))] }

    private struct Person {
        var name: String
        var surname: String
        var title: String
        var pronoun: String
        var role: String
        var shortRole: String
    }

    private mutating func person() -> Person {
        let isWoman = next() % 2 == 0
        let surname = pick(Self.particles) + pick(Self.surnames)
        let name = (isWoman ? pick(Self.women) : pick(Self.men)) + " " + surname
        let role = isWoman ? pick(Self.rolesOfWomen) : pick(Self.rolesOfMen)
        return Person(
            name: name, surname: surname, title: isWoman ? "Mme" : "M.", pronoun: isWoman ? "elle" : "il",
            role: role.0 + " " + pick(Self.fields), shortRole: role.1)
    }

    /// One dispatch of some 3,000 bytes.
    mutating func dispatch() -> String {
        number += 1
        let first = person()
        let second = person()
        let city = pick(Self.cities)
        let body = pick(Self.bodies)
        let day = "\(1 + next() % 28) \(pick(Self.months)) \(2010 + next() % 14)"
        var text = "\(first.name) \(pick(Self.headlines)) à \(city)\n"
        text += "\(city.uppercased()), \(day) (\(pick(Self.agencies))) – \(capitalised(first.role)), \(first.name), a "
        text += "\(pick(Self.cues)) \(pick(Self.days)) que \(clause()), lors d'une rencontre avec \(body) à \(city).\n"
        let count = 12 + Int(next() % 6)
        for index in 0..<count {
            let speaker = next() % 3 == 0 ? second : first
            text += sentence(speaker, index == 1 ? "\(second.role), \(second.name)" : nil, body)
            text += index % 3 == 2 ? "\n" : " "
        }
        return text + "\n"
    }

    private mutating func sentence(_ speaker: Person, _ introduced: String?, _ body: String) -> String {
        let who = introduced ?? pick(["\(speaker.title) \(speaker.surname)", speaker.name, speaker.shortRole])
        switch next() % 26 {
        case 0: return "« \(capitalised(clause())) », a \(pick(Self.cues)) \(who)."
        case 1: return "« \(capitalised(clause())) », a-t-\(speaker.pronoun) \(pick(Self.cues)), « et \(clause()) »."
        case 2:
            return "\(capitalised(who)) a \(pick(Self.cues)) que \(clause()), \(pick(Self.gerunds)) que \(clause())."
        case 3: return "Selon \(body), \(clause())."
        case 4: return "\(capitalised(clause())), selon \(pick(Self.sources))."
        case 5: return "\(capitalised(who)) a \(pick(Self.acts)) \(pick(Self.objects)) de \(pick(Self.cities))."
        case 6:
            return
                "« \(capitalised(clause())) », \(pick(Self.presents)) \(who) dans un communiqué transmis à la presse."
        case 7: return "Interrogé par l'AFP, \(who) a répondu : « \(capitalised(clause())). »"
        case 8: return "\(capitalised(clause())), a indiqué \(body) sur son compte Twitter."
        case 9: return "L'annonce par \(body) de \(pick(Self.objects)) a surpris les habitants de \(pick(Self.cities))."
        case 10: return "\(capitalised(pick(Self.objects))) a été dénoncée \(pick(Self.days)) par \(body)."
        case 11:
            return "Une convention a été signée entre la ville de \(pick(Self.cities)) et \(body) en vue de "
                + "\(pick(Self.purposes))."
        default:
            return "\(capitalised(clause())), alors que \(next() % 900 + 12) \(pick(Self.things)) "
                + "\(pick(Self.verbs)) depuis \(pick(Self.days)) dans la région de \(pick(Self.cities))."
        }
    }

    private mutating func clause() -> String {
        "\(pick(Self.subjects)) \(pick(Self.verbPhrases)) \(pick(Self.complements)) \(pick(Self.circumstances))"
    }

    private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
