// To whom and by what means something was said.

import DixitExtraction
import DixitText
import Testing

@Suite struct CircumstanceTests {
    /// `cue → addressee · medium` of each statement.
    private func circumstances(_ text: String) -> [String] {
        let bytes = [UInt8](text.utf8)
        func cut(_ range: TextRange?) -> String {
            range.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } ?? "–"
        }
        return Extractor().extract(bytes).statements.map { "\(cut($0.cue)) → \(cut($0.addressee)) · \(cut($0.medium))" }
    }

    @Test(arguments: [
        ("Anne Morel a déclaré devant la presse que le port rouvrirait.", "a déclaré → devant la presse · –"),
        ("«Le port rouvrira», a dit Anne Morel à ses partisans.", "a dit → à ses partisans · –"),
        ("«Le port rouvrira», a indiqué à l'AFP Anne Morel.", "a indiqué → – · à l'AFP"),
        ("Anne Morel a indiqué, dans un communiqué, que le port rouvrirait.", "a indiqué → – · dans un communiqué"),
        ("Dans un communiqué, la préfecture affirme que le port rouvrira.", "affirme → – · Dans un communiqué"),
        ("Anne Morel a dénoncé la fermeture du port dans un communiqué.", "a dénoncé → – · dans un communiqué"),
        (
            "«Le port rouvrira», a dit Anne Morel dans un entretien accordé au Monde.",
            "a dit → – · dans un entretien accordé au Monde"
        ),
        ("«Le port rouvrira», a confié Anne Morel au Parisien.", "a confié → – · au Parisien"),
        ("«Le port rouvrira», a dit Anne Morel sur Europe 1.", "a dit → – · sur Europe 1"),
        ("Anne Morel a dit sur France 24 que le port rouvrirait.", "a dit → – · sur France 24"),
        ("Anne Morel a demandé aux députés de voter.", "a demandé → aux députés · –"),
        ("Anne Morel a dit aux députés sur BFMTV que le port rouvrirait.", "a dit → aux députés · sur BFMTV"),
    ]) func finds(text: String, expected: String) {
        #expect(circumstances(text) == [expected])
    }

    @Test(arguments: [
        ("Anne Morel a déclaré à la préfecture que le port rouvrirait.", "a déclaré → – · –"),
        // A place, an occasion, what was said itself.
        ("Anne Morel a déclaré à Rabat que le port rouvrirait.", "a déclaré → – · –"),
        ("Anne Morel a appelé au calme.", "a appelé → – · –"),
        ("Anne Morel a dit que le maire avait parlé devant la presse.", "a dit → – · –"),
    ]) func leaves(text: String, expected: String) {
        #expect(circumstances(text) == [expected])
    }
}
