// How wide text is, and where it breaks.

import DixitFormats
import Testing

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("été", 3), ("e\u{301}te\u{301}", 3), ("日本", 4), ("한", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2),
        ("l’an", 4), ("a\u{200D}", 1), ("a\u{AD}b", 2), ("الرباط", 6), ("ｗ", 2), ("1\u{FE0F}\u{20E3}", 2), ("🇲🇦", 2),
        ("👩\u{200D}🚀", 2), ("\u{915}\u{93F}", 1), ("a\u{20DD}", 1),
    ])
    func columns(_ text: String, _ columns: Int) {
        #expect(DisplayText.columns(of: text) == columns)
    }

    @Test func textBreaksAtSpacesAndLongWordsAnywhere() {
        #expect(DisplayText.wrapped("un deux trois", width: 8) == ["un deux", "trois"])
        #expect(DisplayText.wrapped("anticonstitutionnel", width: 8) == ["anticons", "titution", "nel"])
        #expect(DisplayText.wrapped("日本語", width: 5) == ["日本", "語"])
        #expect(DisplayText.wrapped("", width: 5) == [""])
        #expect(DisplayText.wrapped("日", width: 1) == ["日"])
    }

    @Test func whatIsLeftOutIsMarked() {
        #expect(DisplayText.wrapped("un deux trois quatre", width: 8, limit: 2) == ["un deux", "trois…"])
        #expect(DisplayText.wrapped("un deuxième", width: 8, limit: 1) == ["un…"])
        #expect(DisplayText.cut("anticonstitutionnel", width: 6) == "antic…")
        #expect(DisplayText.cut("日本語", width: 5) == "日本…")
        #expect(DisplayText.cut("court", width: 5) == "court")
    }

    @Test func everyLineFits() {
        let text = "Le 日本語 d'aujourd'hui e\u{301}tait « très » loooooooooooooong 👍🏽 fin"
        for width in 2...40 {
            let lines = DisplayText.wrapped(text, width: width)
            #expect(lines.allSatisfy { DisplayText.columns(of: $0) <= width })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test func textWithoutControlsIsLeftAlone() {
        #expect(DisplayText.printable("« a » “b” …") == "« a » “b” …")
        #expect(DisplayText.printable("a\tb\r\nc") == "a b  c")
    }
}
