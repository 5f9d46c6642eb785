// Texts whose accents are characters of their own, as some systems write them.

import DixitExtraction
import DixitText
import Foundation
import Testing

@Suite struct ComposedTextTests {
    @Test(arguments: [
        "« Le port rouvrira mardi », a déclaré Hélène Légère, maire de Sète. Elle a ajouté que la pêche reprendrait dès l’été.",
        "Selon le préfet de l’Hérault, la marée a été très forte.", "é", "Élève",
        "e\u{301}\u{323}\u{302} a dit «\u{301}».",
        "\u{301}\u{301} tête « ça », a dit Aïcha Béji.",
    ])
    func `are read as composed ones, and every range cuts to its words`(text: String) {
        let composed = [UInt8](text.precomposedStringWithCanonicalMapping.utf8)
        let decomposed = [UInt8](text.decomposedStringWithCanonicalMapping.utf8)
        let (first, second) = (Extractor().extract(composed), Extractor().extract(decomposed))
        func ranges(_ document: ExtractedDocument) -> [TextRange] {
            document.sentences + document.paragraphs + document.mentions.map(\.range)
                + document.statements.flatMap { $0.content + [$0.attribution, $0.cue, $0.role].compactMap { $0 } }
                + document.entities.flatMap { [$0.name] + $0.forms + $0.roles.map(\.text) }
        }
        func words(_ document: ExtractedDocument, _ bytes: [UInt8]) -> [String] {
            ranges(document).map {
                String(decoding: bytes[$0.bytes], as: UTF8.self).precomposedStringWithCanonicalMapping
            }
        }
        #expect(words(second, decomposed) == words(first, composed))
        #expect(second.statements.map(\.rule) == first.statements.map(\.rule))
    }
}
