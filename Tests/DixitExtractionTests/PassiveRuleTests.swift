// «Il a été annoncé par X que …», «La fermeture a été annoncée par X», «accusé par X de …».

import Testing

@Suite struct PassiveRuleTests {
    @Test(arguments: [
        (
            "Il a été annoncé par le ministère que la route serait fermée.",
            "ministère | a été annoncé | la route serait fermée | indirect"
        ),
        (
            "Il est indiqué dans le rapport que la mer monte.",
            "rapport | est indiqué | la mer monte | indirect"
        ),
        (
            "La fermeture du port a été annoncée mardi par le maire Paul Girard.",
            "Paul Girard | a été annoncée | La fermeture du port | indirect"
        ),
        (
            "Le syndicat attend l'ouverture du port, qui a été promise par le préfet.",
            "préfet | a été promise | l'ouverture du port | indirect"
        ),
        (
            "Paul Girard est accusé par le syndicat d'avoir menti.",
            "syndicat | est accusé | avoir menti | indirect"
        ),
        (
            "Accusé par le syndicat d'avoir menti, le maire est parti.",
            "syndicat | Accusé | avoir menti | indirect"
        ),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
        #expect(rules(text) == ["passive"])
    }

    @Test(arguments: [
        // Nobody says who; a decision; a show; a thing in the hands of somebody.
        "Il a été annoncé que la route serait fermée.",
        "La loi a été rejetée par le parlement.",
        "Le bateau a été présenté par le chantier.",
        "Il a été interpellé par la police.",
        "La fermeture n'a pas été annoncée par le maire.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }
}
