// «…, ajoutant que …»: the speaker of the clause goes on.

import Testing

@Suite struct GerundRuleTests {
    @Test(arguments: [
        (
            "Anne Morel a dit que le port rouvrirait, ajoutant que les bateaux reviendraient.",
            [
                "Anne Morel | a dit | le port rouvrirait | indirect",
                "Anne Morel | ajoutant | les bateaux reviendraient | indirect",
            ]
        ),
        (
            "«Tout va bien», a assuré Anne Morel, saluant le travail des équipes.",
            [
                "Anne Morel | a assuré | Tout va bien | direct",
                "Anne Morel | saluant | le travail des équipes | indirect",
            ]
        ),
        (
            "Anne Morel a quitté la salle en affirmant : «Vous me reverrez bientôt.»",
            ["Anne Morel | en affirmant | Vous me reverrez bientôt. | direct"]
        ),
        (
            "Le fisc défend cette liste, parlant d'un «effort de clarté».",
            [
                "fisc | défend | cette liste | indirect",
                "fisc | parlant | un «effort de clarté» | mixed",
            ]
        ),
        (
            "Lisbonne a salué la création du fonds y voyant un signe de confiance.",
            [
                "Lisbonne | a salué | la création du fonds | indirect",
                "Lisbonne | y voyant | un signe de confiance | indirect",
            ]
        ),
        (
            "Un collectif a adressé un courrier à Paul Girard demandant à ce que le parc reste ouvert.",
            ["collectif | demandant | le parc reste ouvert | indirect"]
        ),
        // Before its clause.
        (
            "Estimant que la loi est mauvaise, Paul Girard vota contre.",
            ["Paul Girard | Estimant | la loi est mauvaise | indirect"]
        ),
        // A noun for a text says it.
        (
            "Les lecteurs ont trouvé un message disant «le site est fermé pour toujours».",
            ["message | disant | le site est fermé pour toujours | direct"]
        ),
        (
            "«Je m'en vais», écrit Anne Morel, expliquant regretter que le parti ait choisi Paul Girard.",
            [
                "Anne Morel | écrit | Je m'en vais | direct",
                "Anne Morel | expliquant | regretter que le parti ait choisi Paul Girard | indirect",
            ]
        ),
        (
            "Paul Girard a été libéré après avoir affirmé être malade.",
            ["Paul Girard | avoir affirmé | être malade | indirect"]
        ),
    ]) func finds(text: String, expected: [String]) {
        #expect(statements(text) == expected)
    }

    @Test(arguments: [
        "Les communes relevant des zones rurales ont voté.",
        "Une page incitant les enfants à sortir a été fermée.",
        "Anne Morel est partie en souriant.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }
}
