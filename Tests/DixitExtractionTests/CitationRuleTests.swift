// «X indique, citant Y, que …», «Selon des témoins cités par X, …»: one source behind another.

import Testing

@Suite struct CitationRuleTests {
    @Test func theSourceOfASourceSaysTheSame() {
        #expect(
            statements("Le quotidien indique, citant une source policière, que le port est fermé.") == [
                "quotidien | indique | le port est fermé | indirect",
                "source policière | citant | le port est fermé | indirect",
            ])
        #expect(
            statements("«Le port est fermé», rapporte Ouest-France, citant la préfecture.") == [
                "Ouest-France | rapporte | Le port est fermé | direct",
                "préfecture | citant | Le port est fermé | direct",
            ])
        #expect(
            statements("Selon des témoins cités par Ouest-France, le port est fermé.") == [
                "témoins | Selon | le port est fermé | indirect",
                "Ouest-France | cités | le port est fermé | indirect",
            ])
    }

    @Test(arguments: [
        // An example, a place.
        "«Le port est fermé», a dit Anne Morel en citant la préfecture.",
        "Anne Morel a parlé longtemps, citant Voltaire.",
    ]) func leaves(text: String) {
        #expect(!rules(text).contains("citation"))
    }
}
