// A long text is read in sections, and what is found is one document.

import DixitExtraction
import DixitText
import Testing

@Suite struct SectionTests {
    private static let text = """
        Le budget en débat

        RABAT, 12 mai 2016 (MAP) – La ministre du Budget, Anne Morel, a affirmé que le déficit baisserait.

        « Nous tiendrons parole », a dit Mme Morel lors d'une conférence de presse à Rabat.

        Le maire, Karim Tazi, a répondu mardi : « Nous verrons bien. »

        Selon Anne Morel, une convention a été signée entre la région et l'université Ibn Tofaïl.
        """

    private func texts(_ document: ExtractedDocument) -> [String] {
        let bytes = Array(Self.text.utf8)
        func cut(_ range: TextRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }
        return document.statements.map { statement in
            let speaker = statement.speaker.map { cut(document.entities[$0].name) } ?? "-"
            return "\(speaker): \(statement.content.map(cut).joined(separator: " … "))"
        }
    }

    /// Every section ends at a paragraph here, and nobody is referred to by an office alone over a boundary.
    @Test(arguments: [130, 200, 300, 10_000]) func statementsAreThoseOfTheWhole(longest: Int) {
        let bytes = Array(Self.text.utf8)
        let document = Extractor(longestSection: longest).extract(bytes)
        func contents(_ document: ExtractedDocument) -> [Substring] { texts(document).map { $0.drop { $0 != ":" } } }
        #expect(contents(document) == contents(Extractor().extract(bytes)))
    }

    @Test func theSameNameIsOnePerson() {
        let bytes = Array(Self.text.utf8)
        let document = Extractor(longestSection: 200).extract(bytes)
        let names = document.entities.filter { $0.kind == .person }
            .map { String(decoding: bytes[$0.name.bytes], as: UTF8.self) }
        #expect(names.count(where: { $0 == "Anne Morel" }) == 1)
        let speakers = document.statements.compactMap(\.speaker)
        #expect(speakers.first == speakers.last)
    }

    @Test func theHeadSpeaksForAll() {
        let document = Extractor(longestSection: 200).extract(Array(Self.text.utf8))
        #expect(document.title != nil && document.agency != nil)
        #expect(document.date?.date == PartialDate(year: 2016, month: 5, day: 12))
        // «mardi» in a later section is counted from the day at the head.
        #expect(document.statements.contains { $0.date?.date == PartialDate(year: 2016, month: 5, day: 10) })
        #expect(document.language == "fr")
    }

    @Test func sentencesAndParagraphsCutTheWholeText() {
        let bytes = Array(Self.text.utf8)
        let document = Extractor(longestSection: 130).extract(bytes)
        let whole = Extractor().extract(bytes)
        #expect(document.paragraphs == whole.paragraphs)
        #expect(document.words == whole.words)
    }
}
