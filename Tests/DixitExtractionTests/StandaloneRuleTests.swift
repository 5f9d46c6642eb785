// Quotations that stand alone.

import Testing

@Suite struct StandaloneRuleTests {
    @Test func aQuotationGoesOnWithTheLastSpeaker() {
        let text = "«Le port rouvrira», a dit Anne Morel. «Les bateaux reviendront tous avant la fin du mois.»"
        #expect(
            statements(text) == [
                "Anne Morel | a dit | Le port rouvrira | direct",
                "Anne Morel | – | Les bateaux reviendront tous avant la fin du mois. | direct",
            ])
    }

    @Test func aHeadingBelongsToTheNextSpeaker() {
        let text = "«Nous sommes prêts à tout»\n«Le port rouvrira», a dit Anne Morel."
        #expect(statements(text).first == "Anne Morel | – | Nous sommes prêts à tout | direct")
    }

    @Test func aHeadingBelongsToWhomeverItIsTakenFrom() {
        let text =
            "«Le port doit rouvrir»\n«La pluie vient», a dit Anne Morel. Paul Girard a dit que «le port doit rouvrir»."
        #expect(statements(text).first == "Paul Girard | – | Le port doit rouvrir | direct")
    }

    @Test func aHeadingMayBeGluedToItsSentence() {
        #expect(
            statements(
                "\"Le port doit rouvrir\" La pluie tombait jeudi. \"Le port doit rouvrir vite\", a dit Paul Girard.")
                == [
                    "Paul Girard | – | Le port doit rouvrir | direct",
                    "Paul Girard | a dit | Le port doit rouvrir vite | direct",
                ])
        #expect(
            statements("Il pleut. \"Le port doit rouvrir\" \"Le port doit rouvrir vite\", a dit Paul Girard.")
                == [
                    "Paul Girard | – | Le port doit rouvrir | direct",
                    "Paul Girard | a dit | Le port doit rouvrir vite | direct",
                ])
    }

    @Test(arguments: ["«Les Misérables»", "Il a lu «La Peste» hier."]) func titlesAreNoSpeech(text: String) {
        #expect(statements(text) == [])
    }
}
