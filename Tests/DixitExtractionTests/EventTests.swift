// Which nouns denote events, what belongs to them, and which mentions are the same event.

import DixitExtraction
import Testing

@Suite struct EventTests {
    @Test(arguments: [
        (
            "Une rencontre consacrée à l'emploi des jeunes s'est tenue samedi à Oujda, à l'initiative du ministère de la Jeunesse.",
            "rencontre «Une rencontre» date=2016-05-14 place=Oujda by=ministère de la Jeunesse on=l'emploi des jeunes"
        ),
        (
            "Le ministère de la Culture organise lundi prochain à Rabat un colloque sur la traduction.",
            "colloque «un colloque» date=2016-05-23 place=Rabat by=ministère de la Culture on=la traduction"
        ),
        (
            "La 5e édition du Forum mondial de l'eau a eu lieu à Genève en présence du ministre Karim Lahlou.",
            "forum «Forum mondial de l'eau» name=Forum mondial de l'eau place=Genève with=Karim Lahlou"
        ),
        (
            "Un sommet entre la Tunisie et la Libye aura lieu à Tunis jeudi.",
            "sommet «Un sommet» date=2016-05-19 place=Tunis with=Tunisie, Libye"
        ),
        (
            "Des milliers de personnes ont participé mardi à Lyon à une manifestation contre la réforme des retraites.",
            "manifestation «une manifestation» date=2016-05-17 place=Lyon on=la réforme des retraites"
        ),
        (
            "Le festival Mawazine s'ouvre vendredi à Rabat.",
            "festival «Le festival Mawazine» name=festival Mawazine date=2016-05-13 place=Rabat"
        ),
        (
            "Une journée d'étude sur le thème « Eau et climat » a été organisée hier par la faculté des sciences de Tétouan.",
            "journée d'étude «Une journée d'étude» date=2016-05-17 by=faculté des sciences de Tétouan on=Eau et climat"
        ),
    ]) func events(text: String, expected: String) { #expect(ReadDocument(text).events == [expected]) }

    @Test(arguments: [
        "La salle de réunion est vide.", "Chaque réunion coûte cher.",
        "Il boit un thé dans un salon de thé de Lausanne.",
        "Il a été jugé par la cour d'assises de Paris.", "Le Congrès a voté la loi mardi.",
        "La rencontre des cultures enrichit.",
        "Son élection en 2012 l'a surpris.", "Il a accordé un entretien au quotidien mardi.", "Il marche vers Rabat.",
        "Les visites sont rares.", "Il l'a dit dans un entretien avec l'AFP mardi.",
    ]) func noEvents(text: String) { #expect(ReadDocument(text).events == []) }

    @Test(arguments: [
        ("Il pleut à Moscou et à Ben Guerir.", ["Moscou ville", "Ben Guerir ville"]),
        ("Il a plu dans la région de Souss-Massa.", ["Souss-Massa région"]),
        ("L'Algérie est un pays.", ["Algérie pays"]),
        ("« Il pleut », a dit Moscou.", []),
    ]) func places(text: String, expected: [String]) {
        let read = ReadDocument(text)
        let places = read.document.entities.filter { $0.kind == .place }
        #expect(places.map { "\(read.cut($0.name)) \($0.subkind ?? "–")" } == expected)
    }

    @Test func severalMentionsAreOneEvent() {
        let read = ReadDocument(
            "Un séminaire sur la pêche s'est tenu à Agadir. Ce séminaire a réuni des experts. Le séminaire, organisé lundi "
                + "par l'université Ibn Zohr, a duré deux jours.")
        #expect(
            read.events == [
                "séminaire «Un séminaire» date=2016-05-16 place=Agadir by=Ibn Zohr with=experts on=la pêche"
            ])
    }

    @Test func anotherMeetingIsAnotherEvent() {
        let read = ReadDocument(
            "Une réunion s'est tenue lundi à Rabat. Une autre réunion aura lieu vendredi à Fès. Une réunion s'est tenue "
                + "mardi à Tanger.")
        #expect(read.document.events.count == 3)
    }

    @Test func withoutADayOfTheDocumentSaturdayStaysOpen() {
        let read = ReadDocument("Une rencontre s'est tenue samedi à Oujda.", day: false)
        #expect(read.events == ["rencontre «Une rencontre» place=Oujda"])
    }

    @Test func statementsAreMadeWhereTheTextSaysSo() {
        let read = ReadDocument(
            "Le ministre Karim Lahlou a déclaré, lors d'une conférence à Rabat, que le climat change. Il a ajouté que l'eau "
                + "manque. À cette occasion, il a indiqué que la pluie revient. Anne Morel a estimé que cette conférence est utile."
        )
        #expect(
            read.circumstances == [
                "a déclaré | – | Rabat | conférence", "a ajouté | – | – | –", "a indiqué | – | Rabat | conférence",
                "a estimé | – | Rabat | conférence",
            ])
    }

    @Test func dayAndPlaceOfTheSaying() {
        let read = ReadDocument(
            "Anne Morel a déclaré lundi à Rabat que l'eau manque. « Il pleut », a dit Paul Girard, maire adjoint à Lyon. Samedi, "
                + "le ministre a affirmé que la réunion de mardi est utile.")
        #expect(
            read.circumstances == [
                "a déclaré | 2016-05-16 | Rabat | –", "a dit | – | – | –", "a affirmé | 2016-05-14 | – | –",
            ])
    }
}
