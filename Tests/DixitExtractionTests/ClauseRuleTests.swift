// «X a souligné que …»: a clause after its cue.

import Testing

@Suite struct ClauseRuleTests {
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
        // Of what the speaker does himself, after any verb that takes «que»; a day or a medium may stand between.
        (
            "La mairie a annoncé mardi avoir déposé une plainte contre X. Le parquet se tait.",
            "mairie | a annoncé | avoir déposé une plainte contre X | indirect"
        ),
        (
            "Anne Morel a précisé, dans un communiqué, ne pas vouloir céder.",
            "Anne Morel | a précisé | ne pas vouloir céder | indirect"
        ),
        (
            "Anne Morel confie hésiter encore.",
            "Anne Morel | confie | hésiter encore | indirect"
        ),
        // A question in other words.
        (
            "Anne Morel a expliqué pourquoi le port fermait.",
            "Anne Morel | a expliqué | pourquoi le port fermait | indirect"
        ),
        (
            "Anne Morel a précisé dans quelles conditions le port rouvrirait.",
            "Anne Morel | a précisé | dans quelles conditions le port rouvrirait | indirect"
        ),
        (
            "Anne Morel a dit ce qu'elle attendait du préfet.",
            "Anne Morel | a dit | ce qu'elle attendait du préfet | indirect"
        ),
        // The subject right before the verb, not what stands before a comma or in the clause before.
        (
            "Entendue une seconde fois mardi, Anne Morel a expliqué que la route était sûre.",
            "Anne Morel | a expliqué | la route était sûre | indirect"
        ),
        (
            "Interrogée sur la maison que lui a laissée son mari, Anne Morel révèle n'avoir aucun droit.",
            "Anne Morel | révèle | n'avoir aucun droit | indirect"
        ),
        // A body whose one word looks like another, at the start.
        ("Carrefour a annoncé fermer dix magasins.", "Carrefour | a annoncé | fermer dix magasins | indirect"),
        (
            "La loi limite le nombre de mandats à deux, mais les partisans de M. Tazi soutiennent que le compte repart.",
            "partisans de M. Tazi | soutiennent | le compte repart | indirect"
        ),
        // Who is made to say it.
        (
            "Ce qui a fait dire à Anne Morel que le port rouvrirait.",
            "Anne Morel | a fait dire | le port rouvrirait | indirect"
        ),
        (
            "Ce bilan a fait dire à Anne Morel, présidente du conseil, que le port rouvrirait.",
            "Anne Morel | a fait dire | le port rouvrirait | indirect"
        ),
        ("Europe 1 affirme que le port rouvrira.", "Europe 1 | affirme | le port rouvrira | indirect"),
        (
            "Anne Morel affirme que le port rouvrira, contrairement à ce que Paul Girard attendait.",
            "Anne Morel | affirme | le port rouvrira, contrairement à ce que Paul Girard attendait | indirect"
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
