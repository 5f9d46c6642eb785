// «…, comme l'a rappelé X».

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
