// Annotations of other tools: in place of our own records and on top of them, and what is wrong with them.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct AnnotationTests {
    private let folder: TemporaryFolder
    private static let text =
        "Le préfet, Luc Abgrall, a déclaré que la digue tiendrait. Zoé Ébrard en doute\u{A0}: elle a vu 🌊 la mer.\n"

    init() throws { folder = try TemporaryFolder() }

    /// The rows of a query over one document with the annotations of a file.
    private func rows(
        _ query: Query, _ annotations: Annotations, id: String = "a", path: String? = "news/a.txt"
    ) throws -> [[String]] {
        let document = Document(id: id, text: Self.text, path: path)
        let records = annotations.applied(to: DocumentReader().read(document))
        var builder = CorpusBuilder()
        builder.add(contentsOf: [records])
        return try builder.finish().answer(to: query).rows.map { $0.values.map(\.description) }
    }

    private func annotations(_ text: String, _ name: String, _ use: Annotations.Use = .replace) throws -> Annotations {
        Annotations(at: [try folder.write(text, to: name)], use: use)
    }

    private static let statements: Query = "find statements show speaker, text, mode, rule, start, end"

    @Test func aStatementNeedsNoMoreThanItsPlace() throws {
        let lines =
            #"{"document": "a.txt", "start": 58, "end": 76, "speaker": "Zoé Ébrard", "text": "Zoé Ébrard en doute"}"#
        #expect(try annotations(lines, "wrong.jsonl").problems.isEmpty)
        let right = #"{"doc": "news/a.txt", "content": [{"start": 69, "end": 77}], "speaker": "Zoé Ébrard"}"#
        #expect(
            try rows(Self.statements, annotations(right, "a.jsonl"))
                == [["Zoé Ébrard", "en doute", "indirect", "annotation", "69", "77"]])
        #expect(
            try rows("find statements show speaker, text", annotations(right, "a.jsonl", .add))
                == [["Luc Abgrall", "la digue tiendrait"], ["Zoé Ébrard", "en doute"]])
    }

    @Test func whoOverlapsOursWinsOnTop() throws {
        let lines = #"{"document": "a", "start": 41, "end": 56, "speaker": "M. Inconnu"}"#
        #expect(
            try rows("find statements show speaker, text", annotations(lines, "a.jsonl", .add))
                == [["M. Inconnu", "digue tiendrait"]])
        // A speaker whom the text does not name has the name that the file gives, and no other.
        #expect(
            try rows("find people where name = \"Inconnu\" show name, names", annotations(lines, "a.jsonl")) == [
                ["M. Inconnu", "M. Inconnu"]
            ])
    }

    @Test func namesOfOtherToolsAreRead() throws {
        let brat = """
            T1\tPER 58 68\tZoé Ébrard
            T2\tPER 11 22\tLuc Abgrall
            T3\tQuotation 38 56\tla digue tiendrait
            T4\tWeather 95 96\t🌊
            E1\tQuotation:T3 Source:T1
            #1\tAnnotatorNotes T3\tvérifier

            """
        let annotations = try annotations(brat, "a.ann")
        #expect(try rows("find statements show speaker, text", annotations) == [["Zoé Ébrard", "la digue tiendrait"]])
        #expect(try rows("find people show name sort by name", annotations) == [["Luc Abgrall"], ["Zoé Ébrard"]])
        #expect(
            annotations.problems.map { $0.message(in: .english) } == [
                "passed over, as it means nothing here: AnnotatorNotes",
                "passed over, as it means nothing here: Weather",
            ])
    }

    @Test func webAnnotationsAreRead() throws {
        let page = """
            {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/1", "type": "Annotation",
             "motivation": "tagging", "body": {"type": "TextualBody", "value": "citation"},
             "target": {"source": "a.txt", "selector": [{"type": "TextPositionSelector", "start": 38, "end": 56},
               {"type": "TextQuoteSelector", "exact": "la digue tiendrait"}]}}
            """
        #expect(
            try rows(Self.statements, annotations(page, "a.jsonld")) == [
                ["", "la digue tiendrait", "indirect", "annotation", "38", "56"]
            ])
    }

    @Test(arguments: [
        (#"{"document": "a", "start": 38, "end": 56, "text": "la mer"}"#, "E732"),
        (#"{"document": "a", "start": 38, "end": 560}"#, "E733"),
        (#"{"document": "a", "start": 56, "end": 38}"#, "E736"),
        (#"{"document": "a", "speaker": "x"}"#, "E736"),
        (#"{"start": 1, "end": 2}"#, "E736"),
        (#"{"document": "a", "start": 38, "end": 56, "date": "hier"}"#, "E735"),
        (#"{"document": "a", "start": 38, "#, "E731"),
        (#"{"document": "a", "start": 1e300, "end": 1e301}"#, "E736"),
        (#"{"document": "a", "start": 38, "end": 56, "sure": true}"#, "N731"),
    ])
    func whatIsWrongIsSaid(_ line: String, _ code: String) throws {
        let annotations = try annotations("\n" + line + "\n", "a.jsonl")
        _ = try rows("count statements", annotations)
        let problem = try #require(annotations.problems.first)
        #expect(problem.code == code && annotations.problems.count == 1)
        #expect(problem.isNote || problem.line == 2)
        #expect(!problem.message(in: .english).isEmpty && problem.message(in: .french) != problem.message(in: .english))
    }

    @Test(arguments: [
        ("T1\tPER 58", "E731"), ("R1\tspeaker Arg1:T1 Arg2:T2", "E734"), ("T1 PER 3 5 x", "E731"),
        ("A1\tmode T9 direct", "E734"),
        ("T1\tPER 58 68\tLuc Abgrall", "E732"), ("T1\tPER 5 500\tx", "E733"), ("\0\u{1}", "E731"),
    ])
    func whatIsWrongInBratIsSaid(_ line: String, _ code: String) throws {
        let annotations = try annotations(line + "\n", "a.ann")
        _ = try rows("count statements", annotations)
        #expect(annotations.problems.map(\.code) == [code])
    }

    @Test func documentsThatAreNotThereAreSaid() throws {
        let annotations = try annotations(#"{"document": "b", "start": 1, "end": 2}"#, "b.jsonl")
        #expect(try rows("find statements show text", annotations) == [["la digue tiendrait"]])
        #expect(annotations.unknownDocuments.map(\.code) == ["E737"])
        #expect(Annotations(at: [folder.path + "/none.jsonl"]).problems.map(\.code) == ["E701"])
    }
}
