// What a text is cut into: words, numbers, marks, and the repairs that news text needs.

import DixitExtraction
import DixitText
import Testing

@Suite struct TokeniserTests {
    private func tokens(_ text: String) -> [String] {
        let text = TokenisedText([UInt8](text.utf8))
        return text.tokens.indices.map { text.text(ofTokens: $0..<$0 + 1) }
    }

    @Test(arguments: [
        ("L’accord qu'il a signé", ["L’", "accord", "qu'", "il", "a", "signé"]),
        ("a-t-il dit, ajoute-t-elle", ["a", "il", "dit", ",", "ajoute", "elle"]),
        ("le porte-parole de Casablanca–Settat", ["le", "porte-parole", "de", "Casablanca–Settat"]),
        ("M. V. Durand, etc. et l'A.N.P.", ["M.", "V.", "Durand", ",", "etc.", "et", "l'", "A.N.P."]),
        ("aujourd'hui, prud'hommes", ["aujourd'hui", ",", "prud'hommes"]),
        ("51.400 à 18h00, 1,5 %", ["51.400", "à", "18h00", ",", "1,5", "%"]),
        ("d'euros.Cette", ["d'", "euros", ".", "Cette"]),
        ("sur www.exemple.fr.", ["sur", "www.exemple.fr", "."]),
        ("en préparationComme il dit", ["en", "préparation", "Comme", "il", "dit"]),
        ("«\u{202F}Oui…\u{00A0}»", ["«", "Oui", "…", "»"]),
        ("YouTube et McDonald", ["YouTube", "et", "McDonald"]),
    ]) func cuts(text: String, expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test func capitalsWithoutAccentsAreKnown() {
        let text = TokenisedText([UInt8]("Evoquant la mesure".utf8))
        #expect(text.tokens[0].classes.has(.presentParticiple))
    }

    @Test func everyRangeCutsTheText() {
        let source = "«Où va-t-on ? », a-t-il dit à l’É­cole, n° 4…"
        let text = TokenisedText([UInt8](source.utf8))
        for token in text.tokens {
            let bytes = Array(source.utf8)[token.range.bytes]
            #expect(String(validating: bytes, as: UTF8.self) != nil)
        }
    }
}
