// «comme l'a rappelé X», «Et d'ajouter : «…»», and quotations that stand alone.

import Testing

@Suite struct CommeRuleTests {
    @Test func finds() {
        #expect(
            statements("Le port est fermé depuis mardi, comme le rapporte Ouest-France.")
                == ["Ouest-France | le rapporte | Le port est fermé depuis mardi | indirect"])
    }

    @Test(arguments: [
        "Il parlait franc, comme disent les Français.",
        "Le match sera annulé, comme le souhaite Anne Morel.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }
}

@Suite struct NarrativeInfinitiveRuleTests {
    @Test func finds() {
        let text = "«Le port rouvrira», a dit Anne Morel. Et d'ajouter : «Les bateaux reviendront.»"
        #expect(
            statements(text) == [
                "Anne Morel | a dit | Le port rouvrira | direct",
                "Anne Morel | ajouter | Les bateaux reviendront. | direct",
            ])
    }

    @Test func leavesPurposes() {
        #expect(statements("Elle est venue afin de dire bonjour. Et de loin.") == [])
    }
}

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
