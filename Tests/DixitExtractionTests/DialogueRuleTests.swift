// «– Je pars demain, a dit Paul.»: a dash opens direct speech.

import Testing

@Suite struct DialogueRuleTests {
    @Test(arguments: [
        ("– Je pars demain, a dit Paul Girard.", "Paul Girard | a dit | Je pars demain | direct"),
        ("— Vous partez ? a demandé Anne Morel.", "Anne Morel | a demandé | Vous partez | direct"),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
        #expect(rules(text) == ["dialogue"])
    }

    @Test func aListWithDashesIsNoDialogue() {
        #expect(
            statements("– Le préfet est nommé, annonce le ministère.")
                == ["ministère | annonce | Le préfet est nommé | indirect"])
    }
}
