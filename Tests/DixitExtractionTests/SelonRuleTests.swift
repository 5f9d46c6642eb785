// «Selon X, …», «…, d'après X», «…, selon elle, …», «Pour X, …».

import Testing

@Suite struct SelonRuleTests {
    @Test(arguments: [
        ("Selon la police, dix personnes ont défilé.", "police | Selon | dix personnes ont défilé | indirect"),
        ("Dix personnes ont défilé, selon la police.", "police | selon | Dix personnes ont défilé | indirect"),
        ("Dix personnes ont défilé, d'après Anne Morel.", "Anne Morel | d'après | Dix personnes ont défilé | indirect"),
        (
            "La ville a perdu, selon Anne Morel, un tiers de ses arbres.",
            "Anne Morel | selon | La ville a perdu … un tiers de ses arbres | indirect"
        ),
        (
            "Selon le directeur du port, Paul Girard, six navires sont partis.",
            "Paul Girard | Selon | six navires sont partis | indirect"
        ),
        ("Selon Anne Morel, «la ville est prête à tout».", "Anne Morel | Selon | la ville est prête à tout | direct"),
        ("Pour Anne Morel, la ville a perdu.", "Anne Morel | Pour | la ville a perdu | indirect"),
        ("La dette va, selon elle, baisser.", "– | selon | La dette va … baisser | indirect"),
        // An apposition with the source's own words: the clause before is the journalist's.
        (
            "Le pont est fermé, une décision «absurde et dangereuse», selon Anne Morel.",
            "Anne Morel | selon | une décision «absurde et dangereuse» | mixed"
        ),
        ("Chômage : un chiffre en baisse selon Anne Morel", "Anne Morel | selon | un chiffre en baisse | indirect"),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
    }

    /// «…, selon elle, …» inside a relative makes the relative a statement of its own.
    @Test func aRelativeWithItsOwnSource() {
        let text = "Anne Morel a critiqué une mesure qui va, selon elle, coûter des millions."
        #expect(
            statements(text) == [
                "Anne Morel | a critiqué | une mesure | indirect",
                "Anne Morel | selon | qui va … coûter des millions | indirect",
            ])
    }

    @Test(arguments: [
        "Les prix varient selon les saisons.",
        "Il agit selon que le vent tourne.",
        "Pour la troisième fois, la ville a perdu.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }
}
