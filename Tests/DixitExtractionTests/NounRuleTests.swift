// «La déclaration de X selon laquelle …», «l'annonce par X de …»: a noun is the cue.

import Testing

@Suite struct NounRuleTests {
    @Test(arguments: [
        (
            "La déclaration du ministre selon laquelle la route est sûre a surpris.",
            "ministre | La déclaration | la route est sûre | indirect"
        ),
        (
            "Les propos de Paul Girard selon lesquels la mer monte ont fait réagir.",
            "Paul Girard | Les propos | la mer monte | indirect"
        ),
        (
            "L'annonce par le gouvernement de la fermeture du port a surpris.",
            "gouvernement | L'annonce | la fermeture du port | indirect"
        ),
        (
            "L'annonce de la fermeture du port par le gouvernement a surpris.",
            "gouvernement | L'annonce | la fermeture du port | indirect"
        ),
        (
            "L'appel du syndicat à manifester a été suivi.",
            "syndicat | L'appel | manifester | indirect"
        ),
        (
            "L'appel lancé par le syndicat à manifester a été suivi.",
            "syndicat | L'appel | manifester | indirect"
        ),
    ]) func finds(text: String, expected: String) {
        #expect(statements(text) == [expected])
        #expect(rules(text) == ["noun"])
    }

    @Test func aPossessiveMeansWhoSpokeLast() {
        #expect(
            statements("Paul Girard a dit que tout allait mal. Sa promesse de rouvrir le port n'est pas tenue.").last
                == "Paul Girard | Sa promesse | rouvrir le port | indirect")
    }

    @Test(arguments: [
        // No source, or no words.
        "L'annonce de la fermeture du port a surpris.",
        "Une déclaration du ministre est attendue.",
        "La demande de logements augmente.",
        "L'appel du 18 juin est célèbre.",
    ]) func leaves(text: String) {
        #expect(statements(text) == [])
    }
}
