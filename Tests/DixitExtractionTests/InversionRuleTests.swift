// «…, a précisé X»: the cue after what was said, inside it, and what only looks like one.

import Testing

@Suite struct InversionRuleTests {
    @Test func aWordMayBeAllThatWasSaid() {
        #expect(statements("«Oui», a dit Paul Girard.") == ["Paul Girard | a dit | Oui | direct"])
    }

    @Test(arguments: [
        // Quotation, participle, name.
        ("«Nous sommes prêts», a déclaré Anne Morel.", "Anne Morel | a déclaré | Nous sommes prêts | direct"),
        // The present, an office and a name.
        (
            "«La digue tiendra», assure le préfet de région, Paul Girard.",
            "Paul Girard | assure | La digue tiendra | direct"
        ),
        // Without quotation marks.
        (
            "Le pont sera fermé lundi, a indiqué la mairie dans un communiqué.",
            "mairie | a indiqué | Le pont sera fermé lundi | indirect"
        ),
        // A pronoun.
        (
            "Léa Martin est venue. «Je reste», a-t-elle dit.",
            "Léa Martin | a-t-elle dit | Je reste | direct"
        ),
        // Parts around the cue are one statement.
        (
            "«Il faut agir», a lancé Hugo Petit, «et agir vite».",
            "Hugo Petit | a lancé | Il faut agir … et agir vite | direct"
        ),
        ("«Le sort en est jeté», dixit Anne Morel.", "Anne Morel | dixit | Le sort en est jeté | direct"),
        // A verb that no lexicon has.
        ("«C'est joué», a zozoté Hugo Petit.", "Hugo Petit | a zozoté | C'est joué | direct"),
        // The source between cue and name.
        (
            "«Le vaccin arrive», a confié à l'AFP Rachid Amrani, chercheur à Oran.",
            "Rachid Amrani | a confié | Le vaccin arrive | direct"
        ),
        // Mixed: some words in quotation marks.
        (
            "La réforme est «morte et enterrée», a estimé Claire Dupuis.",
            "Claire Dupuis | a estimé | La réforme est «morte et enterrée» | mixed"
        ),
        // Inside one pair of marks.
        (
            "«Je pars, dit Anne Morel. On verra bien.»",
            "Anne Morel | dit | Je pars … On verra bien. | direct"
        ),
        // Nothing before the cue.
        (
            "Anne Morel est là. A cette occasion, a-t-elle dit, «les comptes seront publiés».",
            "Anne Morel | a-t-elle dit | les comptes seront publiés | direct"
        ),
        // Any verb between a quoted clause and somebody who ends the sentence.
        (
            "«Cette musique est très romantique», décortique pour l'AFP Paul Girard, spécialiste du genre.",
            "Paul Girard | décortique | Cette musique est très romantique | direct"
        ),
        // What the speaker is called is not what he says.
        (
            "«Nous irons à Paris dimanche», a assuré Anne Morel, «marcheuse» du Gard, dans le sud.",
            "Anne Morel | a assuré | Nous irons à Paris dimanche | direct"
        ),
        // Who the source is, is not what he says.
        (
            "Il est parti, a-t-on appris auprès de son ancien conseiller, Paul Girard.",
            "Paul Girard | a-t-on appris | Il est parti | indirect"
        ),
        // A day between «on» and the source.
        (
            "La route est coupée, a-t-on appris vendredi 11 octobre de source judiciaire.",
            "source judiciaire | a-t-on appris | La route est coupée | indirect"
        ),
        (
            "Le gaz a augmenté, apprend-on auprès du ministère de l'Énergie.",
            "ministère de l'Énergie | apprend-on | Le gaz a augmenté | indirect"
        ),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }

    @Test(arguments: [
        // A subject, an apposition, its verb: no inversion.
        "Le maire, élu en mars, a inauguré la salle.",
        // A question of the journalist.
        "Faut-il partir ?",
        // A negated cue.
        "«Nous verrons», n'a pas précisé le ministre.",
        // Passive.
        "La route est coupée, a été construite la digue.",
        // Not said yet.
        "Le budget est prêt, devrait annoncer le ministre.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }

    @Test func severalCuesOfOneSentenceShareNothing() {
        let text = "Le feu est éteint, ont indiqué les pompiers. «Tout va bien», a ajouté le maire, Luc Bernard."
        #expect(
            statements(text) == [
                "pompiers | ont indiqué | Le feu est éteint | indirect",
                "Luc Bernard | a ajouté | Tout va bien | direct",
            ])
    }
}
