// Documents made at random, for what must hold of any.

import Dixit
import DixitExtraction
import TestSupport

/// Documents made at random from few names, words and days, so that they meet: people under several names, organisations and
/// their acronyms, the same id twice, the same document twice, documents without a date.
struct RandomDocuments {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private static let people = [
        "Mustapha El Khalfi", "EL KHALFI Mustapha", "El Khalfi", "Abd el Karim", "Abdelkarim", "Zoé Martin",
        "ZOÉ MARTIN",
        "Martin", "Ali", "Âli Bey",
    ]
    private static let organisations = [
        ("Conseil de la presse", ["CDP"]), ("CDP", ["Conseil de la presse"]), ("CDP", []),
        ("Union européenne", ["UE"]), ("union Européenne", []),
    ]
    private static let places = ["Rabat", "Marrakech", "RABAT", "Zagora"]
    private static let words = [
        "accord", "réforme", "société", "civile", "la", "de", "été", "œuvre", "Aa", "zut", "2016",
    ]
    private static let days = ["2016-05-12", "2016-05-12", "2016-05", "2016", "2015-01-02", "2017-11-30", nil]

    private mutating func sentence() -> String {
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in generator.pick(Self.words) }.joined(separator: " ")
            + "."
    }

    mutating func document() -> HandmadeDocument {
        let names = (0..<2).map { _ in generator.pick(Self.people) }
        let (organisation, forms) = generator.pick(Self.organisations)
        let place = generator.pick(Self.places)
        let sentences = (0..<Int.random(in: 0...4, using: &generator)).map { _ in sentence() }
        let rest = [
            names.joined(separator: ", "), organisation, forms.joined(separator: " "), place, "ministre des Mots",
        ]
        let text = (sentences + rest).joined(separator: "\n")
        var document = HandmadeDocument(
            generator.pick(["a", "b", "a~2", "c", "article-1", "article-2", ""]), text, date: generator.pick(Self.days),
            title: generator.chance(0.4) ? generator.pick(["Titre", sentences.first ?? "Autre"]) : nil,
            outlet: generator.chance(0.5) ? generator.pick(["Le Soir", "le soir", "L’Heure"]) : nil)
        guard generator.chance(0.9) else { return document }
        let group = document.entity(.organisation, organisation, forms: forms, subkind: "conseil")
        let speaker = document.entity(
            .person, names[0], roles: generator.chance(0.5) ? ["ministre des Mots"] : [], organisations: [group],
            gender: generator.chance(0.5) ? .feminine : nil)
        let other = document.entity(.person, names[1])
        let spot = document.entity(.place, place)
        let crowd = document.entity(.group, "ministre des Mots")
        document.extracted.dateline = generator.chance(0.5) ? spot : nil
        let event =
            generator.chance(0.5)
            ? document.event("rencontre", place) { event in
                event.place = spot
                event.participants = [other, group]
                event.date = nil
            } : nil
        for sentence in sentences {
            document.statement(
                [speaker, other, crowd, spot, nil][Int.random(in: 0..<5, using: &generator)], sentence
            ) {
                $0.event = event
                $0.cueLemma = generator.pick(["dire", "souligner"])
            }
        }
        if generator.chance(0.4) {
            document.agreement("accord", organisation) {
                $0.parties = [group, speaker]
                $0.event = event
            }
        }
        return document
    }

    mutating func documents(_ count: Int) -> [HandmadeDocument] {
        var all: [HandmadeDocument] = []
        for _ in 0..<count { all.append(generator.chance(0.1) ? all.last ?? document() : document()) }
        return all
    }

    /// The same, each with an id of its own, as the documents of parts have.
    mutating func distinctDocuments(_ count: Int) -> [HandmadeDocument] {
        (0..<count).map { number in
            var document = document()
            let given = document.document
            document.document = Document(
                id: "\(given.id)-\(number)", text: given.text, title: given.title, date: given.date,
                outlet: given.outlet)
            return document
        }
    }

    mutating func shuffled<Element>(_ items: [Element]) -> [Element] { items.shuffled(using: &generator) }
    mutating func portion(of count: Int) -> Int { Int.random(in: 1...max(1, count / 2), using: &generator) }
}
