// The words of a text.

import DixitText
import Testing

@Test(arguments: [
    ("L’accord de Rabat", ["l", "accord", "de", "rabat"]),
    ("porte-parole", ["porte", "parole"]),
    ("la S.N.C.F. et la SNCF", ["la", "sncf", "et", "la", "sncf"]),
    ("l'U.E.: M. El Khalfi", ["l", "ue", "m", "el", "khalfi"]),
    ("É.N.A. e\u{301}.n.a", ["ena", "ena"]),
    ("fin.Il a. b", ["fin", "il", "a", "b"]),
    ("S.N.Le", ["sn", "le"]),
    ("a..b 3.5", ["a", "b", "3", "5"]),
    ("gouver\u{AD}nement e\u{301}te\u{301}", ["gouvernement", "ete"]),
    ("« cœur »", ["coeur"]),
    ("२०२० हिन्दी", ["२०२०", "हिन्दी"]),
    ("", []),
    ("— … —", []),
])
func findsWords(source: String, expected: [String]) {
    let words = Words(source)
    #expect((0..<words.count).map(words.text) == expected)
    #expect(words.sourceRanges.count == expected.count)
}

@Test func wordsKeepTheirPlace() {
    let source = "à l’É.N.A., dit-il"
    let words = Words(source)
    let bytes = Array(source.utf8)
    let places = words.sourceRanges.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    #expect(places == ["à", "l", "É.N.A", "dit", "il"])
    #expect(Words(bytes, base: 100).sourceRanges.first == TextRange(100, 102))
}
