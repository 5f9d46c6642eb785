// The same person, organisation or place in several documents.

import Dixit
import DixitExtraction
import Testing

private func people(_ documents: HandmadeDocument...) -> [String] {
    Corpus(documents).rows(of: "people", "id", "names", "documents")
}

@Test func peopleOfTheSameWordsAreOne() {
    #expect(
        people(
            naming("a", .person, "Mustapha El Khalfi", date: "2016-05-01"),
            naming("b", .person, "EL KHALFI Mustapha", date: "2016-05-02"),
            naming("c", .person, "Mustapha EL-KHALFI", date: "2016-05-03")
        ) == ["mustapha-el-khalfi | Mustapha El Khalfi; EL KHALFI Mustapha; Mustapha EL-KHALFI | a; b; c"])
}

@Test func peopleWrittenTogetherOrApartAreOne() {
    #expect(
        people(naming("a", .person, "Abd el Karim"), naming("b", .person, "Abdelkarim"))
            == ["abd-el-karim | Abd el Karim; Abdelkarim | a; b"])
}

@Test func aSurnameAloneIsNobodyElse() {
    #expect(
        people(
            naming("a", .person, "Abdelilah Benkirane", forms: ["Benkirane"]), naming("b", .person, "Benkirane"),
            naming("c", .person, "Driss Benkirane"), naming("d", .person, "BENKIRANE")
        ) == [
            "abdelilah-benkirane | Abdelilah Benkirane; Benkirane | a",
            "benkirane | Benkirane; BENKIRANE | b; d",
            "driss-benkirane | Driss Benkirane | c",
        ])
}

@Test func theNameThatMostDocumentsUseIsShown() {
    #expect(
        people(
            naming("a", .person, "Omar Ait Ali"), naming("b", .person, "Omar Aït-Ali"),
            naming("c", .person, "Omar Aït-Ali")
        ) == ["omar-ait-ali | Omar Aït-Ali; Omar Ait Ali | a; b; c"])
    // Capitals are shown only where there is nothing else.
    #expect(
        people(
            naming("a", .person, "NEZHA EL OUAFI"), naming("b", .person, "NEZHA EL OUAFI"),
            naming("c", .person, "Nezha El Ouafi"), naming("d", .person, "OMAR SY")
        ) == [
            "nezha-el-ouafi | Nezha El Ouafi; NEZHA EL OUAFI | a; b; c", "omar-sy | OMAR SY | d",
        ])
}

@Test func theDisplayNameOfTheExtractorIsShownAndTheWrittenOneFound() {
    var document = naming("a", .person, "OMAR SY")
    document.extracted.entities[0].displayName = "Omar Sy"
    #expect(people(document) == ["omar-sy | Omar Sy; OMAR SY | a"])
}

@Test func organisationsAreLinkedByTheirLongNames() {
    let long = "Conseil de la presse"
    let corpus = Corpus([
        naming("a", .organisation, long, forms: ["CDP"]),
        naming("b", .organisation, "CDP", forms: [long]),
        naming("c", .organisation, "conseil de la Presse"),
        naming("d", .organisation, "CDP"),
        naming("e", .organisation, "Comité des pêches", forms: ["CDP"]),
    ])
    // «CDP» alone in d may be either.
    #expect(
        corpus.rows(of: "organisations", "id", "names", "documents") == [
            "cdp | CDP | d",
            "comite-des-peches | Comité des pêches; CDP | e",
            "conseil-de-la-presse | Conseil de la presse; CDP; conseil de la Presse | a; b; c",
        ])
}

@Test func anAcronymAloneIsNotGuessedAt() {
    let corpus = Corpus([
        naming("a", .organisation, "Conseil de la presse", forms: ["CDP"]), naming("b", .organisation, "CDP"),
    ])
    #expect(corpus.rows(of: "organisations", "name", "documents") == ["CDP | b", "Conseil de la presse | a"])
}

@Test(arguments: [ExtractedEntity.Kind.group, .document, .unnamed])
func sourcesWithoutANameAreOnePerDocument(kind: ExtractedEntity.Kind) {
    let corpus = Corpus([naming("a", kind, "les témoins"), naming("b", kind, "les témoins")])
    #expect(
        corpus.rows(of: "actors", "id", "type", "documents")
            == ["les-temoins | \(kind.rawValue) | a", "les-temoins-2 | \(kind.rawValue) | b"])
    #expect(corpus.count(of: "people") == 0 && corpus.count(of: "organisations") == 0)
}

@Test func aPersonAndAnOrganisationOfOneNameStayTwo() {
    let corpus = Corpus([naming("a", .person, "Renault"), naming("b", .organisation, "Renault")])
    #expect(corpus.rows(of: "actors", "id", "type") == ["renault | person", "renault-2 | organisation"])
}

@Test func placesAreLinkedByTheirFoldedNames() {
    let corpus = Corpus([
        naming("a", .place, "Saint-Étienne"), naming("b", .place, "SAINT ETIENNE"), naming("c", .place, "Étienne"),
    ])
    #expect(
        corpus.rows(of: "places", "id", "names", "documents")
            == ["etienne | Étienne | c", "saint-etienne | Saint-Étienne; SAINT ETIENNE | a; b"])
    #expect(corpus.count(of: "actors") == 0)
}

@Test func theRoleOfTheLatestDocumentCounts() {
    let corpus = Corpus([
        naming("a", .person, "Omar Sy", role: "ministre", date: "2017-02-01"),
        naming("b", .person, "Omar Sy", role: "député", date: "2015-02-01"),
        naming("c", .person, "Omar Sy", role: "maire"),
        naming("d", .person, "Omar Sy", date: "2019-02-01"),
        naming("e", .person, "Awa Ba", role: "juge"),
        naming("f", .person, "Omar Sy", role: "Ministre", date: "2016-02-01"),
    ])
    #expect(
        corpus.rows(of: "people", "name", "role", "roles")
            == ["Awa Ba | juge | juge", "Omar Sy | ministre | député; maire; Ministre"])
}

@Test func descriptionsGivenNamesAndArticlesAreNoNames() throws {
    let corpus = Corpus([
        naming("a", .person, "Marine Le Pen", forms: ["Marine", "Le Pen"]),
        naming("b", .unnamed, "rival de Marine Le Pen"),
        naming("c", .group, "François Fillon et Marine Le Pen"), naming("d", .organisation, "SNCF"),
        naming("e", .unnamed, "cheminot de la SNCF"), naming("f", .organisation, "La Poste"),
        naming("g", .person, "José Ortega y Gasset"), naming("h", .person, "Marine"),
    ])
    func found(_ name: String) throws -> [String] {
        let answer = try corpus.answer(to: "find actors where it = \(name) show name")
        return answer.rows.map { row in if case .text(let name) = row[0] { name } else { "?" } }
    }
    #expect(try found("Marine Le Pen") == ["Marine Le Pen"])
    #expect(try found("Le Pen") == ["Marine Le Pen"])
    #expect(try found("rival de Marine Le Pen") == ["rival de Marine Le Pen"])
    #expect(try found("Marine") == ["Marine"])
    #expect(try found("la SNCF") == ["SNCF"])
    #expect(try found("SNCF") == ["SNCF"])
    #expect(try found("La SNCF") == [])
    #expect(try found("la Poste") == ["La Poste"])
    #expect(try found("Gasset") == ["José Ortega y Gasset"])
}

/// One article that says «ancien avocat» does not unmake a minister.
@Test func theRoleIsTheOneOfMostDocumentsOfTheLastYear() throws {
    func roles(_ given: [(role: String, date: String?)]) throws -> [String] {
        let documents = given.enumerated().map { naming("d\($0)", .person, "Omar Sy", role: $1.role, date: $1.date) }
        let whole = Corpus(documents)
        // Documents that are added one by one come to the same.
        var grown = Corpus(Array(documents.prefix(1)))
        for document in documents.dropFirst() { grown = try grown.adding(contentsOf: [document.records]) }
        #expect(grown.rows(of: "people", "role") == whole.rows(of: "people", "role"))
        return whole.rows(of: "people", "role")
    }
    #expect(
        try roles([
            ("avocat", "2015-01-01"), ("avocat", "2015-02-01"), ("avocat", "2015-03-01"), ("ministre", "2016-01-01"),
            ("Ministre", "2016-02-01"), ("ancien avocat", "2016-03-01"), ("maire", nil), ("maire", nil), ("maire", nil),
        ]) == ["ministre"])
    // Of two that are given equally often, the later.
    #expect(try roles([("ministre", "2016-01-01"), ("maire", "2016-02-01")]) == ["maire"])
    #expect(try roles([("maire", nil), ("ministre", nil), ("maire", nil)]) == ["maire"])
}

@Test func genderAndKindAreThoseOfMostDocuments() {
    func person(_ id: String, _ gender: ExtractedEntity.Gender) -> HandmadeDocument {
        var document = HandmadeDocument(id, "Dominique Ba")
        _ = document.entity(.person, "Dominique Ba", subkind: id == "a" ? "x" : "y", gender: gender)
        return document
    }
    let corpus = Corpus([person("a", .masculine), person("b", .feminine), person("c", .feminine)])
    #expect(corpus.rows(of: "actors", "gender", "kind") == ["feminine | y"])
}

@Test func namesWithoutLettersAreNotOne() {
    let corpus = Corpus([naming("a", .person, "***"), naming("b", .person, "…"), naming("c", .person, "***")])
    #expect(corpus.rows(of: "people", "name", "documents").sorted() == ["*** | a; c", "… | b"])
}
