// Extracted records as JSON Lines.

import DixitExtraction
import DixitFormats
import Testing

@Suite struct ExtractedLinesTests {
    @Test func statementsCarryEveryField() {
        let bytes = Array("«L'été\u{A0}viendra», a dit la maire Anne Morel, à ses élus sur BFMTV.".utf8)
        let lines = ExtractedLines(Extractor().extract(bytes), of: bytes, path: "a.txt")
        #expect(
            String(decoding: lines.utf8, as: UTF8.self)
                == #"""
                {"document": "a.txt", "id": "a.txt#1", "speaker": "Anne Morel", "attribution": {"start": 32, "end": 42}, "cue": "a dit", "lemma": "dire", "act": "assert", "content": [{"start": 1, "end": 14}], "text": "L'été\u00a0viendra", "mode": "direct", "role": "maire", "addressee": "à ses élus", "medium": "sur BFMTV", "rule": "inversion", "confidence": 1.00}

                """#.replacing("\\u00a0", with: "\u{A0}"))
    }
}
