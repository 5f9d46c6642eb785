// The phrases of a sentence.

import DixitExtraction
import Testing

@Suite struct ChunkerTests {
    private func chunks(_ text: String) -> [String] {
        let annotated = AnnotatedText(TokenisedText([UInt8](text.utf8)))
        return annotated.chunks.map { "\($0.kind) \(annotated.text(of: $0))" }
    }

    @Test(arguments: [
        (
            "Le ministre de la Santé n'a pas précisé la date.",
            ["nounPhrase Le ministre de la Santé", "verb n'a pas précisé", "nounPhrase la date", "stop ."]
        ),
        (
            "La piste annonce une note critique.",
            ["nounPhrase La piste", "verb annonce", "nounPhrase une note critique", "stop ."]
        ),
        (
            "Il s'est une fois de plus félicité.",
            ["pronoun Il", "verb s'est une fois de plus félicité", "stop ."]
        ),
        (
            "selon le ministre de l'Intérieur Christophe Renard",
            ["nounPhrase selon le ministre de l'Intérieur Christophe Renard"]
        ),
        ("à travers son programme", ["nounPhrase à travers son programme"]),
        ("Contre toute attente", ["nounPhrase Contre toute attente"]),
        ("ce qui coiffe les wilayas", ["pronoun ce", "relative qui", "verb coiffe", "nounPhrase les wilayas"]),
    ]) func cuts(text: String, expected: [String]) {
        #expect(chunks(text) == expected)
    }
}
