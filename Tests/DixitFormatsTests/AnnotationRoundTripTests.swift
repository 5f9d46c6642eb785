// Records written in each form of annotation and read back are the same records.

import Dixit
import DixitExtraction
import Foundation
import TestSupport
import Testing

@testable import DixitFormats

@Suite struct AnnotationRoundTripTests {
    private static let texts: [String] = [
        try? String(
            contentsOf: Golden.packageFolder().appendingPathComponent("seeds/000_b5ed5daaaca7dd27.txt"), encoding: .utf8
        ),
        """
        BREST, 3 mai 2016 (AFP) - La ministre de la Mer, Anne Morel, a déclaré mardi à l'AFP que « le port » rouvrirait. « Oui »,
        a-t-elle ajouté devant la presse, « et vite ». Selon le préfet, Luc Abgrall, rien n'est sûr. M. Abgrall 🌊 a dit « non ».

        L'association Eau vive (EV) et la ville de Brest ont signé lundi une convention pour protéger la rade.
        """,
        "",
    ].compactMap { $0 }

    private static func own(_ text: String) -> ExtractedDocument { Extractor().extract(Array(text.utf8)) }

    /// What is to come back, apart from what the text says of itself.
    private static func records(_ document: ExtractedDocument, _ text: String) -> String {
        var document = document
        document.dateline = nil
        return String(
            decoding: ExtractedLines(document, of: Array(text.utf8), path: "a.txt").utf8(Set(RecordKind.allCases)),
            as: UTF8.self
        )
        .split(separator: "\n").filter { !$0.contains("\"record\": \"document\"") }.joined(separator: "\n")
    }

    private static func expectSame(_ one: ExtractedDocument, _ other: ExtractedDocument, _ text: String) {
        let (left, right) = (records(one, text).split(separator: "\n"), records(other, text).split(separator: "\n"))
        #expect(left.count == right.count)
        for (left, right) in zip(left, right) { #expect(left == right) }
    }

    private static func read(_ text: String, _ fill: (inout ExtractedAssembly) -> Void) -> ExtractedAssembly {
        var assembly = ExtractedAssembly(Array(text.utf8))
        fill(&assembly)
        return assembly
    }

    @Test(arguments: texts) func linesLoseNothing(_ text: String) throws {
        let own = Self.own(text)
        let lines = ExtractedLines(own, of: Array(text.utf8), path: "a.txt").utf8(Set(RecordKind.allCases))
        let trees = try String(decoding: lines, as: UTF8.self).split(separator: "\n").enumerated().map { number, line in
            AnnotationLine(tree: try JSONTree(String(line)), number: number + 1)
        }
        let assembly = Self.read(text) { $0.add(trees) }
        #expect(assembly.defects == [])
        Self.expectSame(assembly.document, own, text)
    }

    @Test(arguments: texts) func bratLosesNothing(_ text: String) {
        let own = Self.own(text)
        let standoff = Standoff(own, of: Array(text.utf8))
        let (read, problems) = BratFile.read(BratFile.text(of: standoff))
        let assembly = Self.read(text) { $0.add(read) }
        #expect(problems.isEmpty && assembly.defects == [])
        Self.expectSame(assembly.document, own, text)
        #expect(BratFile.text(of: Standoff(assembly.document, of: Array(text.utf8))) == BratFile.text(of: standoff))
    }

    @Test(arguments: texts) func webAnnotationsLoseNothing(_ text: String) throws {
        let own = Self.own(text)
        let standoff = Standoff(own, of: Array(text.utf8))
        let page = WebAnnotations.text(of: standoff, document: "a \"1\".txt")
        let read = try WebAnnotations.read(page + page.replacing("a \\\"1\\\".txt", with: "b.txt"))
        #expect(read.map(\.document) == (standoff.spans.isEmpty ? [] : ["a \"1\".txt", "b.txt"]))
        for (_, standoff, problems) in read {
            let assembly = Self.read(text) { $0.add(standoff) }
            #expect(problems.isEmpty && assembly.defects == [])
            Self.expectSame(assembly.document, own, text)
        }
    }

    /// In the place of our own or on top of them, our own records change nothing.
    @Test(arguments: texts, [true, false]) func ownRecordsChangeNothing(_ text: String, _ replaces: Bool) {
        let own = Self.own(text)
        let assembly = Self.read(text) { $0.add(Standoff(own, of: Array(text.utf8))) }
        let merged = AnnotationMerge.merged(own, with: assembly.document, of: assembly.bytes, replaces: replaces)
        Self.expectSame(merged, own, text)
        #expect(merged.paragraphs == own.paragraphs && merged.sentences == own.sentences)
    }
}
