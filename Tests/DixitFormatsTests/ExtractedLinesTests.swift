// Extracted records as JSON Lines.

import Dixit
import DixitExtraction
import DixitFormats
import TestSupport
import Testing

@Suite struct ExtractedLinesTests {
    @Test func statementsCarryEveryField() {
        let bytes = Array("«L'été\u{A0}viendra», a dit la maire Anne Morel, à ses élus sur BFMTV.".utf8)
        let lines = ExtractedLines(Extractor().extract(bytes), of: bytes, path: "a.txt")
        #expect(
            String(decoding: lines.utf8(), as: UTF8.self) == """
                {"record": "statement", "document": "a.txt", "id": "a.txt#1", "speaker": "Anne Morel", \
                "attribution": {"start": 32, "end": 42}, "cue": "a dit", "lemma": "dire", "act": "assert", \
                "content": [{"start": 1, "end": 14}], "text": "L'été\u{A0}viendra", "mode": "direct", "role": "maire", \
                "addressee": "à ses élus", "medium": "sur BFMTV", "place": null, "event": null, "date": null, \
                "rule": "inversion", "confidence": 1.00}

                """)
    }

    /// Every kind of record of one text, as a golden.
    @Test func allRecords() throws {
        let text = """
            RABAT, 12 mai 2016 (MAP) – La ministre de la Mer, Anne Morel, a signé jeudi à Brest une convention avec le conseil \
            de la ville en vue de rouvrir le port.
            Lors d'une rencontre sur la pêche organisée par la région, « Le "port" rouvrira », a dit Mme Morel. Selon une source \
            proche du dossier, les travaux dureront un an.
            """
        let bytes = Array(text.utf8)
        let lines = ExtractedLines(
            Extractor().extract(bytes), of: bytes, path: "a.txt", given: Document(id: "a", text: text))
        try Golden.check(String(decoding: lines.utf8(Set(RecordKind.allCases)), as: UTF8.self), "records.jsonl")
        for kind in RecordKind.all {
            let kinds = String(decoding: lines.utf8([kind]), as: UTF8.self).split(separator: "\n")
                .map { $0.prefix { $0 != "," } }
            #expect(Set(kinds).count == 1, "\(kind): \(kinds)")
        }
    }

    /// A text with many records is handed over in pieces, which together are the same bytes.
    @Test func manyLinesComeInPieces() {
        let bytes = Array(String(repeating: "« Oui », a dit Anne Morel. ", count: 5_000).utf8)
        let lines = ExtractedLines(Extractor().extract(bytes), of: bytes, path: "a.txt")
        for kinds in [[.statements], [.people], RecordKind.all] {
            var pieces: [[UInt8]] = []
            var buffer = LineBuffer { pieces.append(Array($0)) }
            lines.write(kinds, to: &buffer)
            // One person has all her mentions on one line.
            #expect(pieces.count >= (kinds == [.people] ? 0 : 1) && pieces.allSatisfy { $0.count < 1 << 21 })
            #expect(pieces.joined() + Array(buffer.bytes) == lines.utf8(kinds))
        }
    }

    @Test(arguments: [0, 7, -7, 10, 99, 100, 1_000_000, Int.max, Int.min]) func numbersAreDecimal(number: Int) {
        var buffer = LineBuffer()
        buffer.append(number)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "\(number)")
    }
}
