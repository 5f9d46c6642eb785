// «X a salué …», «X plaide pour …»: a noun phrase or an infinitive after its cue.

import Testing

@Suite struct ActRuleTests {
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
        // Idioms.
        (
            "Anne Morel a fait référence aux retards du port.",
            "Anne Morel | a fait référence | retards du port | indirect"
        ),
        ("Anne Morel a mis en avant le coût du port.", "Anne Morel | a mis en avant | le coût du port | indirect"),
        ("Anne Morel met en cause la gestion du port.", "Anne Morel | met en cause | la gestion du port | indirect"),
        ("Le syndicat lui fait grief d'avoir menti.", "syndicat | lui fait grief | avoir menti | indirect"),
        // The day of a relative's own verb.
        (
            "Anne Morel a salué les marins qui ont sauvé le navire la nuit dernière.",
            "Anne Morel | a salué | les marins qui ont sauvé le navire la nuit dernière | indirect"
        ),
        (
            "Anne Morel a salué les marins la nuit dernière.",
            "Anne Morel | a salué | les marins | indirect"
        ),
        ("Le syndicat y voit une provocation.", "syndicat | y voit | une provocation | indirect"),
        // «de» before an adjective is the article «des».
        (
            "Anne Morel dénonce de nombreuses erreurs dans le rapport.",
            "Anne Morel | dénonce | de nombreuses erreurs dans le rapport | indirect"
        ),
        ("Anne Morel a annoncé d'importants travaux.", "Anne Morel | a annoncé | d'importants travaux | indirect"),
        // A participle that looks like a verb; a clause with another subject.
        (
            "Anne Morel a évoqué un bilan plus réduit de dix blessés.",
            "Anne Morel | a évoqué | un bilan plus réduit de dix blessés | indirect"
        ),
        (
            "Anne Morel a proposé d'ouvrir le port, mais des élus avaient quitté la salle.",
            "Anne Morel | a proposé | ouvrir le port | indirect"
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
}
