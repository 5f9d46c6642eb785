// ««On y arrivera» : Anne Morel», «Anne Morel : nous y arriverons».

import Testing

@Suite struct HeadlineRuleTests {
    @Test(arguments: [
        ("«On y arrivera tous» : Anne Morel", "Anne Morel | – | On y arrivera tous | direct"),
        ("«On y arrivera tous» (Anne Morel)", "Anne Morel | – | On y arrivera tous | direct"),
        ("«On y arrivera tous» – le maire", "maire | – | On y arrivera tous | direct"),
        (
            "Anne Morel : nous irons jusqu'au bout de la réforme",
            "Anne Morel | – | nous irons jusqu'au bout de la réforme | indirect"
        ),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
        #expect(rules(text) == ["headline"])
    }

    @Test(arguments: [
        // A topic, not a speaker; a place.
        "Anne Morel : son club fixe un prix",
        "Maroc : le gouvernement prépare un plan",
        "«On y arrivera tous» : un livre",
    ]) func leaves(text: String) {
        #expect(!rules(text).contains("headline"))
    }
}
