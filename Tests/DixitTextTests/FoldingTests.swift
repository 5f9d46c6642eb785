// Folding, and its map back to the source.

import DixitText
import Testing

@Test(arguments: [
    ("El Khalfi", "el khalfi"),
    ("SOCIÉTÉ CIVILE", "societe civile"),
    ("Le cœur d’Æsop, straße, Øre, Łódź, Đakovo, ışık", "le coeur d'aesop, strasse, ore, lodz, dakovo, isik"),
    ("e\u{301}te\u{301}", "ete"),
    ("porte‑parole", "porte parole"),
    ("porte - parole", "porte parole"),
    ("5\u{202F}000\u{A0}dirhams", "5 000 dirhams"),
    ("  El\n  Khalfi ", "el khalfi"),
    ("gouver\u{AD}nement", "gouvernement"),
    ("l'eau l’eau lʼeau l´eau", "l'eau l'eau l'eau l'eau"),
    ("Ἀθῆναι ΌΣΟΣ", "αθηναι οσοσ"),
    ("Ёлка Йод", "елка иод"),
    ("الرِّبَاط ـ مـراكش أكادير", "الرباط مراكش اكادير"),
    ("日本 🎙", "日本 🎙"),
    ("", ""),
    (" – ", ""),
])
func folds(source: String, expected: String) {
    #expect(folded(source) == expected)
    #expect(folded(expected) == expected)
}

@Test func everyVariantOfALetterFoldsToTheSame() {
    for variant in ["é", "É", "e\u{301}", "E\u{301}", "ê", "Ẽ"] {
        #expect(folded(variant) == "e")
    }
}

@Test func aFoldedTextIsNeverLongerThanItsSource() {
    for value in UInt32(0)...0x2_FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let source = String(Character(scalar))
        let once = FoldedText(source)
        if once.bytes.count > source.utf8.count || FoldedText(once.bytes).bytes != once.bytes {
            Issue.record("U+\(String(value, radix: 16)) becomes \(once.bytes)")
        }
    }
}

@Test func mapsBackToWholeCharacters() {
    let source = "Le cœur  de l’été"
    let folded = FoldedText(source)
    #expect(folded.text == "le coeur de l'ete")
    func back(_ range: Range<Int>) -> String {
        let bytes = Array(source.utf8)[folded.sourceRange(of: range)]
        return String(decoding: bytes, as: UTF8.self)
    }
    #expect(back(3..<8) == "cœur")
    #expect(back(4..<5) == "œ")
    #expect(back(5..<6) == "œ")
    #expect(back(8..<9) == "  ")
    #expect(back(12..<17) == "l’été" || back(12..<17) == "’été")
    #expect(back(14..<17) == "été")
    #expect(back(0..<17) == source)
    #expect(folded.sourceRange(of: 40..<90) == source.utf8.count..<source.utf8.count)
}

@Test func marksBelongToTheLetterBeforeThem() {
    let folded = FoldedText("e\u{301}t")
    #expect(folded.sourceRange(of: 0..<1) == 0..<3)
}

@Test func bytesThatAreNotUnicodeStayAndSeparate() {
    let folded = FoldedText([0x41, 0xFF, 0x42, 0xC3, 0x20, 0xE2, 0x80, 0xF0, 0x9F])
    #expect(folded.bytes == [0x61, 0xFF, 0x62, 0xC3, 0x20, 0xE2, 0x80, 0xF0, 0x9F])
    #expect(Words([0x41, 0xFF, 0x42, 0xED, 0xA0, 0x80]).count == 2)
}
