// Where sentences end, and where they do not.

import DixitExtraction
import Testing

@Suite struct SentenceTests {
    private func sentences(_ text: String) -> [String] {
        let text = TokenisedText([UInt8](text.utf8))
        return text.sentences.map { text.text($0.range) }
    }

    @Test(arguments: [
        ("Il pleut. Elle sort.", ["Il pleut.", "Elle sort."]),
        ("Pour M. Dupont, c'est fini. Le reste suit.", ["Pour M. Dupont, c'est fini.", "Le reste suit."]),
        ("«Oui. Non.», a dit Paul. Il part.", ["«Oui. Non.», a dit Paul.", "Il part."]),
        ("\"On verra.\" Le ministre sort.", ["\"On verra.\"", "Le ministre sort."]),
        ("10 milliards d'euros.Cette somme", ["10 milliards d'euros.", "Cette somme"]),
        ("Un titre sans point\nUne phrase.", ["Un titre sans point", "Une phrase."]),
        ("Selon Eddy G. le candidat ment.", ["Selon Eddy G. le candidat ment."]),
        ("Vraiment ? se demande Anne.", ["Vraiment ? se demande Anne."]),
        (
            "Une plainte déposée\"Ces images datent\", a dit Léa.",
            ["Une plainte déposée", "\"Ces images datent\", a dit Léa."]
        ),
    ]) func ends(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }
}
