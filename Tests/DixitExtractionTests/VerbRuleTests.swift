// «X a souligné que …», «X : «…»», «X a salué …»: the cue before what was said.

import Testing

@Suite struct VerbRuleTests {
    @Test(arguments: [
        (
            "Anne Morel a souligné que la dette baissait.",
            "Anne Morel | a souligné | la dette baissait | indirect"
        ),
        // Adjuncts between the verb and «que».
        (
            "Anne Morel a indiqué, dans un communiqué, que le port rouvrirait.",
            "Anne Morel | a indiqué | le port rouvrirait | indirect"
        ),
        // «et que» goes on.
        (
            "Anne Morel a expliqué que le port rouvrirait et que les bateaux reviendraient.",
            "Anne Morel | a expliqué | le port rouvrirait et que les bateaux reviendraient | indirect"
        ),
        // An office on the left, long.
        (
            "Le ministre délégué chargé des relations avec le sénat et la chambre, porte-parole du gouvernement, Karim Tazi a déclaré que le texte était prêt.",
            "Karim Tazi | a déclaré | le texte était prêt | indirect"
        ),
        // A question.
        (
            "Anne Morel a demandé si le budget suffirait.",
            "Anne Morel | a demandé | le budget suffirait | indirect"
        ),
        // A bare infinitive.
        (
            "Anne Morel affirme avoir payé.",
            "Anne Morel | affirme | avoir payé | indirect"
        ),
        // An idiom.
        (
            "Anne Morel a fait savoir que le port rouvrirait.",
            "Anne Morel | a fait savoir | le port rouvrirait | indirect"
        ),
        // An infinitive after a verb that carries it.
        (
            "Anne Morel a tenu à préciser que le port rouvrirait.",
            "Anne Morel | a tenu à préciser | le port rouvrirait | indirect"
        ),
        // A relative clause.
        (
            "Il a vu Anne Morel, qui a déclaré que le port rouvrirait.",
            "Anne Morel | a déclaré | le port rouvrirait | indirect"
        ),
    ]) func findsClauses(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }

    @Test(arguments: [
        ("Anne Morel a déclaré : «Le port rouvrira.»", "Anne Morel | a déclaré | Le port rouvrira. | direct"),
        (
            "Anne Morel a répondu «nous verrons bien demain».",
            "Anne Morel | a répondu | nous verrons bien demain | direct"
        ),
    ]) func findsQuotations(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }

    @Test(arguments: [
        ("Anne Morel a salué les efforts des pompiers.", "Anne Morel | a salué | les efforts des pompiers | indirect"),
        ("Anne Morel a appelé à la grève générale.", "Anne Morel | a appelé | la grève générale | indirect"),
        ("Anne Morel plaide pour une trêve.", "Anne Morel | plaide | une trêve | indirect"),
        ("Anne Morel a promis de partir.", "Anne Morel | a promis | partir | indirect"),
        ("Anne Morel a exhorté ses amis à voter.", "Anne Morel | a exhorté | voter | indirect"),
        (
            "Anne Morel demande au gouvernement des mesures d'urgence.",
            "Anne Morel | demande | des mesures d'urgence | indirect"
        ),
        // The relative that tells another's view ends it.
        (
            "Anne Morel a dénoncé la gestion de la crise dans un communiqué.",
            "Anne Morel | a dénoncé | la gestion de la crise | indirect"
        ),
        // An insertion between auxiliary and participle.
        (
            "Anne Morel a, à cette occasion, exposé un plan de relance.",
            "Anne Morel | a, à cette occasion, exposé | un plan de relance | indirect"
        ),
    ]) func findsActs(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }

    @Test func coordinatedCuesAreStatementsOfTheirOwn() {
        let text = "Anne Morel a dénoncé une injustice et appelé à la grève."
        #expect(
            statements(text) == [
                "Anne Morel | a dénoncé | une injustice | indirect",
                "Anne Morel | appelé | la grève | indirect",
            ])
    }

    @Test(arguments: [
        // Negated, hypothetical, thought.
        "Anne Morel n'a pas précisé si elle partirait.",
        "Anne Morel doit annoncer sa décision mardi.",
        "Anne Morel craint que la digue cède.",
        // No words: an action.
        "Anne Morel a répondu aux questions.",
        // A body is not excluded by saying so.
        "Le parti a exclu le député Paul Girard.",
        // A thing says nothing.
        "La pluie annonce l'automne.",
        "Cela signifie que tout est fini.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }

    @Test func thoughtsCountWhereQuotationMarksShowThem() {
        #expect(
            statements("Anne Morel espère que «la raison va enfin l'emporter».")
                == ["Anne Morel | espère | la raison va enfin l'emporter | direct"])
    }
}
