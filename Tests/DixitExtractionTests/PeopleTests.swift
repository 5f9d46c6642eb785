// Who counts as a person, and which offices are theirs.

import DixitExtraction
import DixitText
import Testing

@Suite struct PeopleTests {
    /// The entities of one kind, each with its roles: `Jean Kermadec: ministre de la Mer; maire`.
    private func entities(_ text: String, _ kind: ExtractedEntity.Kind) -> [String] {
        let bytes = [UInt8](text.utf8)
        let document = Extractor().extract(bytes)
        return document.entities.filter { $0.kind == kind }.map { entity in
            let name = entity.displayName ?? String(decoding: bytes[entity.name.bytes], as: UTF8.self)
            let roles = entity.roles.map { String(decoding: bytes[$0.text.bytes], as: UTF8.self) }
            return roles.isEmpty ? name : name + ": " + roles.joined(separator: "; ")
        }
    }

    private func people(_ text: String) -> [String] { entities(text, .person) }

    @Test(arguments: [
        ("Le ministre de la Mer Jean Kermadec est à Brest.", ["Jean Kermadec: ministre de la Mer"]),
        ("Jean Kermadec, porte-parole du syndicat, est à Brest.", ["Jean Kermadec: porte-parole du syndicat"]),
        ("La maire de Brest, Anne Kermadec, est absente.", ["Anne Kermadec: maire de Brest"]),
        // «Porte-parole du président russe X»: hers, and not the other's.
        (
            "Anne Kermadec, porte-parole du président russe Boris Lanov, est à Brest.",
            ["Anne Kermadec: porte-parole du président russe Boris Lanov", "Boris Lanov"]
        ),
        // Those somebody speaks to are not what he is.
        ("Devant les maires, Jean Kermadec a plaidé pour la pêche.", ["Jean Kermadec"]),
        ("Devant le patron de la criée, Jean Kermadec a plaidé pour la pêche.", ["Jean Kermadec"]),
        // A list of guests.
        ("Jean Kermadec, élus et pêcheurs étaient là.", ["Jean Kermadec"]),
        (
            "Anne Kermadec, journaliste Jean Morel et d'autres étaient là.",
            ["Anne Kermadec", "Jean Morel: journaliste"]
        ),
        ("Les députés Jean Morel et Anne Roche étaient là.", ["Jean Morel: députés", "Anne Roche"]),
        // What somebody is to another is no office.
        ("La ministre et son homologue Jean Morel étaient là.", ["Jean Morel"]),
        ("Elle est venue avec son frère, Jean Morel, à Brest.", ["Jean Morel"]),
        // Where somebody comes from is none either.
        ("On a vu l'Italien Marco Bellini à Brest.", ["Marco Bellini"]),
        // A mark whose partner stands outside.
        ("Il a vu Jean Morel, le président ».", ["Jean Morel: président"]),
    ])
    func `gives people the offices that are theirs`(text: String, expected: [String]) {
        #expect(people(text) == expected)
    }

    @Test(arguments: [
        "Les Français aiment la mer.", "La mer est à tous dans la République.", "Il passera Noël au Nord.",
        "Le plan du ministère de la Santé est prêt.", "Et Je voudrais dire : « Pourquoi ? »",
        "Le Covid-19 recule dans le Gard.",
    ])
    func `takes no word for a person because of its capital letter`(text: String) {
        #expect(people(text) == [])
    }

    @Test(arguments: [
        ("Seul Jean Morel était là.", "Jean Morel"), ("Juger Jean Morel ou non, voilà la question.", "Jean Morel"),
        ("On a vu Jean Morel Le", "Jean Morel"), ("On a vu Kermadec à Brest.", "Kermadec"),
        ("On a vu Jean Le Morel à Brest.", "Jean Le Morel"),
    ])
    func `cuts a name where it begins and ends`(text: String, expected: String) {
        #expect(people(text) == [expected])
    }

    @Test func `does not take the letters of a party for a person`() {
        #expect(people("La sénatrice LR était là.") == [])
        #expect(entities("La sénatrice LR était là.", .organisation) == ["LR"])
        let text = "Anne Roche (CGT) était là. Selon la CGT, la pêche reprend."
        #expect(people(text) == ["Anne Roche"])
        #expect(entities(text, .organisation) == ["CGT"])
    }

    @Test func `takes the letters of a body for a body, of anything else for words`() {
        #expect(entities("L'Union des pêcheurs (UDP) est à Brest.", .organisation) == ["Union des pêcheurs"])
        #expect(entities("Le syndicat des pêcheurs (SDP) est à Brest.", .organisation) == ["syndicat des pêcheurs"])
        #expect(entities("Le produit intérieur brut (PIB) monte de 3%.", .organisation) == [])
        #expect(
            entities("Le comptoir maritime libre (CML) est à Brest. La pêche reprend, selon le CML.", .organisation)
                == ["comptoir maritime libre"])
    }

    /// Of two texts, «la ministre de la Mer» may be two people.
    @Test func `keeps an office without a name apart from people`() {
        let text = "«La pêche reprend», a dit la ministre de la Mer."
        #expect(people(text) == [])
        #expect(entities(text, .unnamed) == ["ministre de la Mer: ministre de la Mer"])
    }
}
