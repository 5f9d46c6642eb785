// From records to rows: columns, relations both ways, order, ids.

import Dixit
import DixitExtraction
import DixitText
import TestSupport
import Testing

/// Two statements at a meeting, with an agreement signed there; the records stand in no order.
private func meeting(_ id: String = "pêche", date: String? = "2016-05-12") -> HandmadeDocument {
    var document = HandmadeDocument(
        id,
        """
        Un accord pour le port
        La ministre de la Mer, Élise Ténor, a réuni mardi à Agadir l’Union des pêcheurs (UDP).
        « Le port sera prêt », a déclaré Mme Ténor. « Et en juin », a-t-elle ajouté. Luc Ba, de l’UDP, s’en réjouit.
        """,
        date: date, outlet: "Le Phare")
    document.extracted.title = document.range("Un accord pour le port")
    document.extracted.lead = document.extracted.paragraphs[1]
    document.extracted.language = "fr"
    let union = document.entity(
        .organisation, "Union des pêcheurs", forms: ["UDP"], subkind: "syndicat")
    let minister = document.entity(
        .person, "Élise Ténor", forms: ["Ténor"], roles: ["ministre de la Mer"], gender: .feminine)
    let agadir = document.entity(.place, "Agadir", subkind: "ville")
    let member = document.entity(.person, "Luc Ba", organisations: [union])
    document.extracted.dateline = agadir
    let event = document.event("réunion", "a réuni mardi à Agadir") {
        $0.place = agadir
        $0.organisers = [minister]
        $0.participants = [union]
        $0.date = PartialDate(year: 2016, month: 5, day: 10).map { ExtractedDate(date: $0, range: TextRange(0, 0)) }
    }
    let text = document
    document.statement(member, "s’en réjouit") {
        $0.cueLemma = "réjouir"
        $0.act = "praise"
        $0.confidence = 0.5
    }
    document.statement(minister, "Le port sera prêt", "Et en juin", mode: .direct) {
        $0.attribution = text.range("Mme Ténor")
        $0.cue = text.range("a déclaré")
        $0.cueLemma = "déclarer"
        $0.event = event
        $0.place = agadir
        $0.addressee = text.range("l’Union des pêcheurs")
    }
    document.agreement("accord", "Un accord pour le port") {
        $0.parties = [minister, union]
        $0.status = .signed
        $0.event = event
        $0.purpose = text.range("pour le port")
    }
    return document
}

@Test func everythingInADocumentBecomesARow() throws {
    let corpus = Corpus([meeting()], added: "2020-01-02")
    try Golden.check(corpus.dump, "load/meeting.txt")
    let counts = ["documents", "sentences", "statements", "actors", "people", "organisations", "places", "events"].map {
        corpus.count(of: $0)
    }
    #expect(counts == [1, 5, 2, 3, 2, 1, 1, 1])
    #expect(corpus.count(of: "nothing") == 0)
}

@Test func relationsLeadBothWays() {
    let corpus = Corpus([meeting()])
    #expect(
        corpus.rows(of: "statements", "id", "speaker", "event", "place", "document") == [
            "pêche:1 | elise-tenor | pêche:e1 | agadir | pêche", "pêche:2 | luc-ba |  |  | pêche",
        ])
    #expect(
        corpus.rows(of: "people", "id", "statements", "organisations", "events", "organised", "agreements") == [
            "elise-tenor | pêche:1 |  | pêche:e1 | pêche:e1 | pêche:a1",
            "luc-ba | pêche:2 | union-des-pecheurs |  |  | ",
        ])
    #expect(
        corpus.rows(of: "organisations", "id", "people", "events", "agreements")
            == ["union-des-pecheurs | luc-ba | pêche:e1 | pêche:a1"])
    #expect(
        corpus.rows(of: "places", "id", "documents", "statements", "events", "agreements")
            == ["agadir | pêche | pêche:1 | pêche:e1 | pêche:a1"])
    #expect(corpus.rows(of: "events", "statements", "agreements") == ["pêche:1 | pêche:a1"])
    #expect(
        corpus.rows(of: "documents", "statements", "people", "organisations", "places", "events", "agreements") == [
            "pêche:1; pêche:2 | elise-tenor; luc-ba | union-des-pecheurs | agadir | pêche:e1 | pêche:a1"
        ])
}

@Test func placesInTheTextAreCountedInCodePoints() throws {
    let document = meeting()
    let corpus = Corpus([document])
    let scalars = Array(document.document.text.unicodeScalars)
    func cut(_ row: String) throws -> String {
        let numbers = row.split(separator: " | ").compactMap { Int($0) }
        try #require(numbers.count == 2)
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[numbers[0]..<numbers[1]])
        return text
    }
    #expect(
        try corpus.rows(of: "statements", "start", "end").map(cut) == [
            "Le port sera prêt », a déclaré Mme Ténor. « Et en juin", "s’en réjouit",
        ])
    #expect(try corpus.rows(of: "events", "start", "end").map(cut) == corpus.rows(of: "events", "text"))
    #expect(try corpus.rows(of: "sentences", "start", "end").map(cut) == corpus.rows(of: "sentences", "text"))
    #expect(corpus.rows(of: "sentences", "paragraph", "position") == ["1 | 1", "2 | 2", "3 | 3", "3 | 4", "3 | 5"])
    #expect(corpus.rows(of: "statements", "paragraph") == ["3", "3"])
}

@Test func theStatementsRoleIsTheSentencesElseTheDocuments() {
    var document = HandmadeDocument("a", "Le maire Omar Sy, candidat, approuve et refuse.")
    let speaker = document.entity(.person, "Omar Sy", roles: ["maire", "candidat"])
    document.statement(speaker, "approuve")
    let role = document.range("candidat")
    document.statement(speaker, "refuse") { $0.role = role }
    document.statement(nil, "et")
    #expect(
        Corpus([document]).rows(of: "statements", "text", "role", "speaker")
            == ["approuve | maire | omar-sy", "et |  | ", "refuse | candidat | omar-sy"])
}

@Test func documentsAreOrderedByDateThenId() {
    let corpus = Corpus([
        naming("z", .person, "A B"), naming("b", .person, "C D", date: "2016-05-12"),
        naming("a", .person, "E F", date: "2016-05-12"), naming("y", .person, "G H", date: "2015"),
        naming("c", .person, "I J"),
    ])
    #expect(
        corpus.rows(of: "documents", "id", "date")
            == ["y | 2015", "a | 2016-05-12", "b | 2016-05-12", "c | ", "z | "])
    #expect(corpus.rows(of: "sentences", "id") == ["y:s1", "a:s1", "b:s1", "c:s1", "z:s1"])
}

@Test func documentsOfOneIdAreAllKept() {
    let corpus = Corpus([
        naming("a", .person, "Later One", date: "2017-01-01"), naming("a", .person, "First One", date: "2016-01-01"),
        naming("a~2", .person, "Some Other", date: "2018-01-01"), naming("", .person, "No Id"),
        naming("", .person, "No Name"),
    ])
    #expect(
        corpus.rows(of: "documents", "id", "text") == [
            "a | First One", "a~3 | Later One", "a~2 | Some Other", "document | No Id", "document~2 | No Name",
        ])
    #expect(corpus.rows(of: "people", "id", "documents").contains("later-one | a~3"))
}

@Test func theOrderOfAddingHasNoInfluence() {
    var documents = [
        meeting("b"), meeting("a", date: nil), meeting("a"), meeting("a"),
        naming("c", .person, "Luc Ba", role: "maire"),
        naming("c", .person, "BA Luc", role: "juge"), naming("d", .organisation, "UDP", forms: ["Union des pêcheurs"]),
        naming("e", .unnamed, "une source"), naming("f", .unnamed, "une source"),
    ]
    documents[3].document.title = "Autre titre"
    let expected = Corpus(documents).dump
    #expect(expected.contains("a~2:1") && expected.contains("une-source-2"))
    var generator = SplitMix(state: 7)
    for _ in 0..<20 {
        documents.shuffle(using: &generator)
        #expect(Corpus(documents).dump == expected)
    }
}

@Test func severalThreadsMakeTheSameCorpus() async {
    var one = CorpusBuilder()
    var several = CorpusBuilder()
    let documents = (0..<40).map { meeting("a\($0 % 7)", date: $0 % 3 == 0 ? nil : "2016-05-\(10 + $0 % 20)") }
    one.add(contentsOf: documents.map(\.records))
    several.add(contentsOf: documents.map(\.records).reversed())
    let expected = one.finish().dump
    #expect(await several.finishConcurrently().dump == expected)
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

@Test func aTitleFromOutsideIsKeptBesideTheText() {
    let outside = HandmadeDocument("a", "Le texte.", title: "Été à Fès")
    var both = HandmadeDocument("b", "Le titre dedans\nLe texte.", title: "Autre titre")
    both.extracted.title = both.range("Le titre dedans")
    var inside = HandmadeDocument("c", "Le titre dedans\nLe texte.")
    inside.extracted.title = inside.range("Le titre dedans")
    let same = HandmadeDocument("d", "Le titre dedans\nLe texte.", title: "Le titre dedans")
    let corpus = Corpus([outside, both, inside, same, HandmadeDocument("e", "Rien.")])
    #expect(
        corpus.rows(of: "documents", "id", "title", "text") == [
            "a | Été à Fès | Le texte.", "b | Autre titre | Le titre dedans\nLe texte.",
            "c | Le titre dedans | Le titre dedans\nLe texte.", "d | Le titre dedans | Le titre dedans\nLe texte.",
            "e |  | Rien.",
        ])
}

@Test func whatIsGivenFromOutsideGoesBeforeWhatTheTextSays() {
    var document = HandmadeDocument("a", "FÈS (MAP) - 3 mai 2016. Le Phare", date: "2016-05-04", outlet: "Le Journal")
    let (date, range) = (PartialDate(year: 2016, month: 5, day: 3), document.range("3 mai 2016"))
    document.extracted.date = date.map { ExtractedDate(date: $0, range: range) }
    document.extracted.outlet = document.range("Le Phare")
    document.extracted.agency = document.range("MAP")
    #expect(
        Corpus([document]).rows(of: "documents", "date", "outlet", "agency") == ["2016-05-04 | Le Journal | MAP"])
    document.document.date = nil
    document.document.outlet = nil
    #expect(Corpus([document]).rows(of: "documents", "date", "outlet") == ["2016-05-03 | Le Phare"])
}

@Test func aCorpusMayBeEmpty() {
    let corpus = Corpus([HandmadeDocument]())
    #expect(corpus.dump.split(separator: "\n").allSatisfy { $0.hasSuffix(": 0") })
    let blank = Corpus([HandmadeDocument("a", "")])
    #expect(blank.rows(of: "documents", "id", "text", "words") == ["a |  | 0"])
    #expect(blank.count(of: "sentences") == 0)
}

@Test func placesThatActAreActors() {
    var document = HandmadeDocument("a", "Rabat et Madrid ont signé un accord à Fès, à l’Institut.")
    let (rabat, madrid) = (document.entity(.place, "Rabat"), document.entity(.place, "Madrid"))
    _ = document.entity(.place, "Fès")
    let institute = document.entity(.organisation, "Institut")
    document.agreement("accord", "un accord") { $0.parties = [rabat, madrid] }
    _ = document.event("signature", "ont signé") { $0.place = institute }
    let corpus = Corpus([document])
    #expect(
        corpus.rows(of: "actors", "id", "type", "agreements")
            == ["institut | organisation | ", "madrid | place | a:a1", "rabat | place | a:a1"])
    #expect(
        corpus.rows(of: "places", "id", "events") == ["fes | ", "institut | a:e1", "madrid | ", "rabat | "])
    #expect(corpus.rows(of: "agreements", "parties", "signatories", "status") == ["madrid; rabat |  | "])
}

@Test func recordsThatPointNowhereDoNoHarm() {
    var document = HandmadeDocument("a", "Été.")
    document.extracted.entities = [ExtractedEntity(kind: .person, name: TextRange(90, 99))]
    document.extracted.entities[0].organisations = [-1, 0, 7]
    document.extracted.entities[0].roles = [ExtractedEntity.Role(text: TextRange(3, 1))]
    document.extracted.dateline = 9
    document.extracted.sentences = [TextRange(50, 60), TextRange(3, 1), TextRange(1, 3)]
    document.extracted.paragraphs = [TextRange(70, 90), TextRange(0, 4)]
    document.extracted.title = TextRange(5, 500)
    var statement = ExtractedStatement(content: [], mode: .mixed, rule: "")
    statement.speaker = -3
    statement.event = 4
    statement.place = 12
    statement.cue = TextRange(2, .max)
    document.extracted.statements = [statement]
    var event = ExtractedEvent(kind: "", range: TextRange(.max, 0))
    event.organisers = [0, 0, 5]
    event.place = -1
    document.extracted.events = [event]
    var agreement = ExtractedAgreement(kind: "accord", range: TextRange(0, 2))
    agreement.event = 7
    agreement.parties = [0, 3, 0]
    document.extracted.agreements = [agreement]
    let corpus = Corpus([document])
    #expect(corpus.rows(of: "statements", "id", "speaker", "event", "text") == ["a:1 |  |  | "])
    #expect(corpus.rows(of: "events", "organisers") == ["person"])
    #expect(corpus.rows(of: "agreements", "parties", "name") == ["person | É"])
    #expect(corpus.rows(of: "people", "id", "name", "organisations") == ["person | ? | "])
}

@Test func valuesLoseTheirLineEnds() {
    var document = HandmadeDocument("a", "Le ministre\n  de la Mer Omar\nSy parle")
    _ = document.entity(.person, "Omar\nSy", roles: ["ministre\n  de la Mer "])
    #expect(Corpus([document]).rows(of: "people", "name", "role") == ["Omar Sy | ministre de la Mer"])
}
