// A report as a page: what it links, what it leaves out and says so, and that nothing in it is what a document says it is.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
    private static let hostile = """
        </script><script>alert(1)</script> & "x"

        La ministre de la Mer, Anne Morel, a annoncé que « <b>le port</b> rouvrira & vite ». Elle a ajouté que la rade serait draguée.
        Le maire de Brest, Paul Kerdoncuf, a répondu que la ville paierait sa part.
        """

    private static let corpus = Corpus(documents: [
        Document(
            id: "<i>a</i>", text: hostile, title: "Le <em>port</em>", date: CalendarDate("2016-05-12"),
            outlet: "L’Écho & Cie", url: "javascript:alert(2)"),
        Document(
            id: "b",
            text: "Le préfet, Luc Abgrall, a déclaré que la digue tiendrait.\n\nUn long paragraphe.\n\nUn autre.\n\n"
                + "Et encore un.\n\nLa ministre de la Mer, Anne Morel, a salué la digue.",
            date: CalendarDate("2016-07-02"), url: "https://example.org/?a=1&b=\"2\""),
    ])

    private static func report(_ queries: [Query], language: Language = .english) throws -> Report {
        var report = Report("A <title>", of: corpus, language: language)
        for query in queries { report.add(try corpus.answer(to: query)) }
        return report
    }

    private static func page(of report: Report) throws -> String {
        var bytes: [UInt8] = []
        report.write { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func page(_ queries: Query..., language: Language = .english) throws -> String {
        try page(of: report(queries, language: language))
    }

    /// `id` of `<tr id="a1r1">`
    private static func values(of attribute: String, in page: String) -> [Substring] {
        page.split(separator: " \(attribute)=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    }

    private static func content(of element: String, in page: String) throws -> Substring {
        let start = try #require(page.range(of: "<\(element)>"))
        let end = try #require(page.range(of: "</\(element)>", range: start.upperBound..<page.endIndex))
        return page[start.upperBound..<end.lowerBound]
    }

    @Test func everyRowLeadsToItsWordsAndBack() throws {
        let page = try Self.page("find statements", "find documents", "count statements by speaker")
        let ids = Self.values(of: "id", in: page)
        #expect(Set(ids).count == ids.count, "two elements have one id")
        let targets = Self.values(of: "href", in: page).filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
        #expect(targets.allSatisfy(Set(ids).contains), "a link leads nowhere")
        // Each statement and document has a link there and one back; three lines of contents.
        let statements = Self.corpus.count(of: "statements")
        #expect(statements > 3, "\(targets)")
        #expect(targets.filter { $0.hasPrefix("p") }.count == statements, "\(targets) \(statements)")
        #expect(targets.filter { $0.hasPrefix("a") }.count == statements + 2 + 3)
        #expect(page.contains("<a href=\"#p1\" aria-label=\"Row 1: in the document\">1</a>"))
        #expect(page.contains("<mark>la digue tiendrait</mark>"))
    }

    @Test func whatADocumentSaysIsText() throws {
        var report = try Self.report(["find statements", "find documents"])
        report.script = "# </pre><script>alert(3)</script>\nfind statements"
        let page = try Self.page(of: report)
        #expect(page.split(separator: "<script").count == 2 && page.split(separator: "</script").count == 2)
        #expect(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
        #expect(page.contains("<mark>") && page.contains("&lt;b&gt;le port&lt;/b&gt; rouvrira &amp; vite"))
        for tag in ["<b>", "<i>", "<em>", "<title>A <"] { #expect(!page.contains(tag)) }
        // An address that a browser would run stays text; another one is a link.
        #expect(!page.contains("href=\"javascript:") && page.contains("· javascript:alert(2)</p>"))
        #expect(page.contains("<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\" rel=\"noreferrer noopener\">"))
    }

    @Test func elementsNest() throws {
        let page = try Self.page(
            "find statements", "count statements by date", "count documents", "find people where name = \"Zorglub\"")
        let script = try Self.content(of: "script", in: page)
        var open: [Substring] = []
        for tag in page.replacing(script, with: "").split(separator: "<").dropFirst().map({ $0.prefix { $0 != ">" } }) {
            let name = tag.prefix { $0 != " " && $0 != "\n" }
            if ["meta", "!DOCTYPE"].contains(name) || tag.hasSuffix("/") { continue }
            if name.hasPrefix("/") { #expect(open.popLast() == name.dropFirst()) } else { open.append(name) }
        }
        #expect(open.isEmpty)
    }

    /// The checksums in the policy are those of the script and the style, computed by another program.
    @Test(arguments: ["script", "style"]) func thePolicyAllowsThePagesOwn(_ element: String) throws {
        let page = try Self.page("count statements")
        let folder = try TemporaryFolder()
        let file = try folder.write(String(try Self.content(of: element, in: page)), to: "content")
        let sum = try Program(executable: "/usr/bin/sha256sum").run([file]).output.prefix { $0 != " " }
        let digits = Array(sum.utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        #expect(page.contains("\(element)-src 'sha256-\(Data(bytes).base64EncodedString())'"))
    }

    @Test func whatIsLeftOutIsSaid() throws {
        var report = try Self.report(["find statements"])
        report.mostRows = 3
        let short = try Self.page(of: report)
        #expect(short.contains("The first 3 of \(Self.corpus.count(of: "statements")) rows."))
        #expect(short.contains("id=\"a1r3\"") && !short.contains("id=\"a1r4\""))
        report.mostRows = 1_000
        report.mostBytesOfDocuments = 10
        let page = try Self.page(of: report)
        #expect(page.contains("The documents are long"))
        // The paragraph of the passage and its neighbours, and a sign for those that are not there.
        #expect(
            page.contains("<p>Un long paragraphe.</p>\n<p class=\"count\">[…]</p>\n") && !page.contains("Un autre."))
        #expect(try !Self.page("find statements").contains("[…]"))
    }

    @Test func chartsSayTheirNumbers() throws {
        let groups = try Self.page("count statements by speaker")
        #expect(groups.contains("<svg viewBox=\"0 0 340 102\" role=\"img\" aria-labelledby=\"a1c1 a1c1d\">"))
        #expect(
            groups.contains("<desc id=\"a1c1d\">Anne Morel 2, Luc Abgrall 1, Paul Kerdoncuf 1</desc>")
                || groups.contains("Anne Morel 3"))
        let time = try Self.page("count statements by date.month")
        #expect(time.contains("<desc id=\"a1c1d\">2016-05 3, 2016-07 ") && time.contains("2016-05</text>"))
        // A number needs no picture, and neither do four rows.
        #expect(try !Self.page("count statements", "find documents").contains("<svg"))
    }

    @Test func rowsAreSummedUp() throws {
        let texts = (1...6).map {
            "La ministre de la Mer, Anne Morel, a annoncé que la digue numéro \($0) serait relevée."
        }
        let corpus = Corpus(
            documents: texts.enumerated().map { index, text in
                Document(
                    id: "d\(index)", text: text + " Le préfet, Luc Abgrall, a promis de surveiller la digue.",
                    date: CalendarDate("2016-0\(index + 1)-03"))
            })
        var report = Report("Digues", of: corpus, language: .french)
        report.add(try corpus.answer(to: "find statements"), heading: "Tout", text: "Ce qui a été dit.")
        let page = try Self.page(of: report)
        #expect(
            page.contains(
                "<h2 id=\"a1h\">Tout</h2>\n<p>Ce qui a été dit.</p>\n<p class=\"query\"><code>find statements</code></p>"
            ))
        for title in ["Par orateur", "Par date", "Mots fréquents du texte"] {
            #expect(page.contains(">\(title)</figcaption>"))
        }
        #expect(page.contains("Anne Morel 6, Luc Abgrall 6") && page.contains("2016-01 2, 2016-02 2"))
        // What all of it is about, and neither verbs nor articles.
        #expect(page.contains("digue 12") && !page.contains("serait 6"))
        #expect(page.contains("<html lang=\"fr\">") && page.contains("12 déclarations dans 6 articles"))
    }
}
