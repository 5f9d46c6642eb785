// Files that are made to do harm: an error with its place, nothing else lost, and neither a trap nor a hang.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct HostileDocumentTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(
        _ bytes: some Sequence<UInt8>, as name: String
    ) throws -> (documents: [Document], problems: [ReadingProblem], summary: ReadingSummary) {
        DocumentStreamTests.everything(at: try folder.write(Array(bytes), to: name), options: .keepingDuplicates)
    }

    @Test func oneBadLineOfManyCostsOneLine() throws {
        var lines = (1...20_000).map { "{\"text\": \"Texte \($0).\"}" }
        lines[12_344] = "{\"text\": \"Texte"
        let (documents, problems, _) = try read(lines.joined(separator: "\n").utf8, as: "a.jsonl")
        #expect(documents.count == 19_999)
        #expect(problems.map(\.kind) == [.noObject] && problems.map(\.line) == [12_345])
    }

    @Test func linesThatAreHostileAreLines() throws {
        let lines = [
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
            "{\"text\": \"\\uD800\"}",
            "{\"text\": 1e999999}", "{\"text\": {\"name\": {\"name\": 1}}}", "\u{0}x",
            "{\"date\": \"\u{202E}\", \"text\": \"Oui.\"}",
            "{\"text\": \"Oui.\", \"id\": \"\(String(repeating: "x", count: 100_000))\"}",
        ]
        let (documents, problems, _) = try read(lines.joined(separator: "\n").utf8, as: "a.jsonl")
        #expect(documents.count >= 2 && documents.count + problems.filter { !$0.isNote }.count == lines.count)
        for line in lines { _ = try read(line.utf8, as: "a.json") }
    }

    @Test(arguments: ["div", "b", "p", "li", "unknown"]) func pagesMayBeNestedDeep(_ name: String) throws {
        let deep = String(repeating: "<\(name)>", count: 100_000) + "\n<p>Texte."
        let (_, problems, _) = try read(deep.utf8, as: "deep.html")
        // Some elements end the one before them.
        #expect(problems.map(\.code) == (["p", "li"].contains(name) ? [] : ["E730"]))
        let closing = "<p>Texte.</p>" + String(repeating: "</\(name)>", count: 100_000)
        #expect(try read(closing.utf8, as: "closing.html").documents.first?.text == "Texte.")
    }

    @Test func theOtherPagesOfAnArchiveAreRead() throws {
        let deep = Array(("<p>\n" + String(repeating: "<div>", count: 100_000)).utf8)
        let archive = ZipFile([("a.html", Array("<p>Un.".utf8)), ("b.html", deep), ("c.html", Array("<p>Deux.".utf8))])
        let (documents, problems, _) = try read(archive.bytes, as: "press.zip")
        #expect(documents.map(\.text) == ["Un.", "Deux."])
        #expect(problems.map(\.kind) == [.nestedTooDeep] && problems[0].path.hasSuffix("press.zip/b.html"))
        #expect(problems[0].line == 2)
    }

    @Test func anyBytesAreAPageAFeedOrATable() throws {
        var generator = SeededGenerator(seed: 8)
        let pieces = [
            "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "<script>", "</script>", "&", "&#x",
            "&amp;", "\"",
            "'", "=", "<a href=", "<rss>", "<item>", "</item>", "<title>", ",", ";", "\n", "\u{0}", "é", "<?xml", "?>",
            "---\n",
        ]
        for round in 0..<150 {
            let text = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            let name = ["a.html", "a.xml", "a.csv", "a.md", "a.json", "a.zip"][round % 6]
            _ = try read(text.utf8, as: name)
        }
    }

    // MARK: XML

    @Test func entitiesAreNotExpanded() throws {
        let declarations = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
            .joined()
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE rss [<!ENTITY a0 "ha">\(declarations)]>
            <rss><channel><item><description>&a9;</description></item></channel></rss>
            """
        let (documents, problems, _) = try read(bomb.utf8, as: "a.xml")
        #expect(documents.isEmpty && problems.map(\.kind) == [.entityDeclared] && problems.map(\.line) == [2])
    }

    /// Neither a file of this machine nor one of another is looked at.
    @Test func nothingIsFetched() throws {
        let secret = try folder.write("<!ENTITY secret \"geheim\">geheim", to: "secret.dtd")
        for declaration in [
            "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://\(secret)\">]>", "<!DOCTYPE rss SYSTEM \"file://\(secret)\">",
            "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file://\(secret)\"> %x;]>",
        ] {
            let feed =
                declaration + "<rss><channel><item><description>Oui &x;&secret;</description></item></channel></rss>"
            let (documents, problems, _) = try read(feed.utf8, as: "a.xml")
            #expect(!documents.contains { $0.text.contains("geheim") } && !problems.isEmpty)
        }
    }

    @Test func feedsMayBeNestedDeep() throws {
        let deep =
            "<rss><channel><item><description>Un.</description></item>" + String(repeating: "<x>", count: 100_000)
        let (documents, problems, _) = try read(deep.utf8, as: "a.xml")
        #expect(documents.map(\.text) == ["Un."] && problems.map(\.kind) == [.nestedTooDeep])
    }

    // MARK: Tables

    @Test func aQuotationMarkAtTheBeginningCostsOneRow() throws {
        let rows = (1...5000).map { "\($0),Texte." }.joined(separator: "\n")
        let (documents, problems, _) = try read("id,text\n0,\"ouvert\n\(rows)".utf8, as: "a.csv")
        #expect(documents.count == 5000 && problems.map(\.kind) == [.unbalancedQuotes] && problems.map(\.line) == [2])
        let all = try read("id,text\n\(String(repeating: "1,\"x\n", count: 5001))".utf8, as: "b.csv")
        #expect(!all.problems.isEmpty && all.problems.allSatisfy { $0.code == "E727" })
    }

    // MARK: Archives

    /// An archive with one file of a hundred megabytes of zeros.
    private func bomb() throws -> [UInt8] {
        try folder.write("", to: "zeros")
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/zeros"))
        try handle.truncate(atOffset: 100_000_000)
        let packed = try Program(executable: "/bin/gzip").run(["-nc", folder.path + "/zeros"]).outputBytes
        // What gzip packs is what ZIP packs, between ten bytes before and eight behind, which begin with the checksum.
        let deflated = Array(packed[10..<(packed.count - 8)])
        return ZipFile([
            .init("a.txt", Array("Un.".utf8)),
            .init("bomb.txt", deflated, size: 100_000_000, checksum: Array(packed.suffix(8).prefix(4))),
            .init("c.txt", Array("Deux.".utf8)),
        ]).bytes
    }

    @Test func aBombInAnArchiveIsNotUnpacked() throws {
        let (documents, problems, _) = try read(try bomb(), as: "bomb.zip")
        #expect(documents.map(\.text) == ["Un.", "Deux."])
        #expect(problems.map(\.code) == ["E725"] && problems[0].path.hasSuffix("bomb.zip/bomb.txt"))
    }
}
