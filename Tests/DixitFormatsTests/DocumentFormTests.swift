// Each form of files, as it is met in the world.

import Dixit
import DixitFormats
import Foundation
import TestSupport
import Testing

@Suite struct DocumentFormTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(
        _ text: String, as name: String, _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> (documents: [Document], problems: [ReadingProblem], summary: ReadingSummary) {
        try read(Array(text.utf8), as: name, change)
    }

    private func read(
        _ bytes: [UInt8], as name: String, _ change: (inout ReadingOptions) -> Void = { _ in }
    ) throws -> (documents: [Document], problems: [ReadingProblem], summary: ReadingSummary) {
        var options = ReadingOptions()
        change(&options)
        return DocumentStreamTests.everything(at: try folder.write(bytes, to: name), options: options)
    }

    // MARK: Encodings

    private static let sentence = "« L’été sera chaud », a dit Zoë Ménard."

    static func latin(_ text: String) -> [UInt8] {
        Array(text.data(using: .windowsCP1252) ?? Data())
    }

    @Test func theEncodingIsFoundByLooking() throws {
        let text = Self.sentence
        let utf16 = Array(text.utf16)
        let forms: [(String, [UInt8])] = [
            ("utf8", Array(text.utf8)), ("mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("little", [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("big", [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            ("bare", utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), ("1252", Self.latin(text)),
        ]
        for (name, bytes) in forms {
            let (documents, problems, _) = try read(bytes, as: name + ".txt")
            #expect(documents.map(\.text) == [text], "\(name)")
            #expect(problems.map(\.kind) == (name == "1252" ? [.readAs(encoding: "WINDOWS-1252")] : []), "\(name)")
        }
        let lines = "{\"text\": \"\(text)\"}\n{\"text\": \"Fin.\"}\n"
        #expect(try read(Self.latin(lines), as: "a.jsonl").documents.map(\.text) == [text, "Fin."])
    }

    @Test func theEncodingCanBeNamed() throws {
        let mac: [UInt8] = [0x8E, 0x74, 0x8E]  // «été» on a Macintosh
        let (documents, problems, _) = try read(mac, as: "a.txt") { $0.encoding = TextEncoding(named: "macintosh") }
        #expect(documents.map(\.text) == ["été"] && problems.isEmpty)
        #expect(TextEncoding(named: "latin1")?.name == "WINDOWS-1252")
        #expect(TextEncoding(named: "klingon") == nil && TextEncoding(named: "utf-8//TRANSLIT") == nil)
        // A byte that is no character, and half of one at the end.
        let broken = try read([0x61, 0x81, 0x62], as: "b.txt") { $0.encoding = TextEncoding(named: "windows-1252") }
        #expect(broken.documents.map(\.text) == ["a\u{FFFD}b"])
        #expect(broken.problems.map(\.kind) == [.replacedBytes(count: 1, encoding: "WINDOWS-1252")])
        let half = try read([0xFF, 0xFE, 0x61, 0, 0x62], as: "c.txt")
        #expect(half.documents.map(\.text) == ["a\u{FFFD}"] && half.problems.map(\.code) == ["E726"])
    }

    @Test func aLongStreamIsConvertedPieceByPiece() throws {
        let lines = (0..<20_000).map { "{\"text\": \"Été numéro \($0).\"}\n" }.joined()
        let (documents, problems, _) = try read(
            [0xFF, 0xFE] + Array(lines.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, as: "a.jsonl")
        #expect(documents.count == 20_000 && documents.last?.text == "Été numéro 19999." && problems.isEmpty)
    }

    // MARK: Tables

    @Test(arguments: [",", ";", "\t", "|"]) func aTableHasAHeaderAndAnySeparator(_ separator: String) throws {
        let rows = [
            ["Titre", "date", "Texte", "lien"],
            ["Un", "2016-05-12", "\"Paul a dit \"\"oui\"\"\(separator)\nsuite\"", "https://a.example"],
            ["", "", "", ""], ["Deux", "", "Fin.", ""],
        ]
        let (documents, problems, _) = try read(
            "\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n"), as: "a.csv")
        #expect(documents.map(\.text) == ["Paul a dit \"oui\"\(separator)\nsuite", "Fin."])
        #expect(documents.first?.title == "Un" && documents.first?.url == "https://a.example")
        #expect(documents.first?.date == CalendarDate("2016-05-12"))
        #expect(documents.map { $0.path?.split(separator: ":").last } == ["2", "5"])
        #expect(problems.isEmpty)
    }

    /// What follows a row with a quotation mark too much is read.
    @Test func quotationMarksThatDoNotGoTogetherCostOneRow() throws {
        let table = """
            id,text
            1,"Un."
            2,"Deux
            3,"Trois."
            4,Quatre "sic" ici
            5,"Cinq" suite
            6,"Six."
            7,"Sept
            """
        let (documents, problems, summary) = try read(table, as: "a.csv")
        #expect(documents.map(\.id) == ["1", "3", "6"])
        #expect(problems.map(\.line) == [3, 5, 6, 8])
        #expect(problems.map(\.kind) == Array(repeating: .unbalancedQuotes, count: 4) && summary.skippedRecords == 4)
    }

    /// A byte that is no UTF-8, in the middle of a file that is.
    @Test func aWrongByteInATableCostsItsRow() throws {
        let table = Array("id,text\n1,Été.\n2,\"Deux\nlignes ".utf8) + [0xFF] + Array("\nsuite\"\n3,Trois.\n".utf8)
        let (documents, problems, _) = try read(table, as: "a.csv")
        #expect(documents.map(\.id) == ["1", "3"])
        #expect(problems.map(\.kind) == [.notUTF8(offset: 7)] && problems.map(\.line) == [4])
    }

    @Test func aTableWithoutATextIsSaid() throws {
        #expect(try read("a,b\n1,2\n", as: "a.csv").problems.map(\.code) == ["E728"])
        #expect(try read("", as: "b.csv").problems.map(\.kind) == [.noRecords])
        let wide = try read("text\nUn.\nDeux.,3\n", as: "c.csv")
        #expect(wide.documents.count == 1 && wide.problems.map(\.kind) == [.columnsDiffer(found: 2, header: 1)])
    }

    // MARK: Pages

    private static let page = """
        <!DOCTYPE html><html><head><title>Le port rouvre - Le Quai</title>
        <meta property="og:site_name" content="Le Quai"><link rel="canonical" href="https://a.example/port">
        <meta property="article:published_time" content="2016-05-12T10:00:00+02:00">
        <script>var text = "non";</script><style>p { color: red }</style></head>
        <body class="has-sidebar"><header><a href="/">Le Quai</a></header>
        <nav><ul><li><a href="/a">Politique</a></li></ul></nav><div id="cookie-banner">Nous utilisons des cookies.</div>
        <article><h1>Le port rouvre</h1><p>«&nbsp;Le port   rouvrira&nbsp;», a dit <b>Anne</b> Morel.<br>Elle a ajout&eacute; ceci.</p>
        <p><a href="/b">Lire aussi : la pêche</a></p><aside>Abonnez-vous</aside><p>Fin.</p></article>
        <div class="comments-area">Nul !</div><footer>© Le Quai</footer></body></html>
        """

    @Test func thePageIsItsMainText() throws {
        let (documents, problems, _) = try read(Self.page, as: "port.html")
        #expect(problems.isEmpty)
        let document = try #require(documents.first)
        #expect(
            document.text
                == "Le port rouvre\n\n«\u{A0}Le port rouvrira\u{A0}», a dit Anne Morel.\nElle a ajouté ceci.\n\nFin.")
        #expect(document.id == "port" && document.title == "Le port rouvre" && document.outlet == "Le Quai")
        #expect(document.date == CalendarDate("2016-05-12") && document.url == "https://a.example/port")
    }

    /// Where the stored text is the main text, places count in that.
    @Test func placesCountInTheMainText() throws {
        let path = try folder.write(Self.page, to: "port.html")
        let outcome = try Program("dixit").run(["extract", path])
        let text = try #require(DocumentStreamTests.everything(at: path).documents.first).text
        let line = try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.split(separator: "\n")[0].utf8)) as? [String: Any])
        let content = try #require((line["content"] as? [[String: Int]])?.first)
        let scalars = Array(text.unicodeScalars)[(content["start"] ?? 0)..<(content["end"] ?? 0)]
        #expect(String(String.UnicodeScalarView(scalars)) == "Le port rouvrira")
    }

    @Test(arguments: [
        #"<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Titre", "datePublished": "2016-05-12", "publisher": {"name": "Le Quai"}, "url": "https://a.example"}]}</script><p>Oui.</p>"#,
        #"<meta name="DC.date" content="2016-05-12"><meta name="publisher" content="Le Quai"><meta property="og:title" content="Titre"><meta property="og:url" content="https://a.example"><p>Oui.</p>"#,
        #"<meta property="og:site_name" content="Le Quai"><link rel="canonical" href="https://a.example"><h1>Titre</h1><time datetime="2016-05-12">jeudi</time><div itemprop="articleBody"><p>Oui.</p></div>"#,
    ])
    func whatAPageSaysOfItselfIsRead(_ html: String) throws {
        let document = try #require(try read(html, as: "a.html").documents.first)
        #expect(document.text == "Oui.")
        #expect(document.title == "Titre" && document.date == CalendarDate("2016-05-12"))
        #expect(document.outlet == "Le Quai" && document.url == "https://a.example")
    }

    @Test func theCharactersOfAPageAreWhatItSays() throws {
        let page = "<html><head><meta charset=\"iso-8859-15\"></head><p>Prix : 5 €, dit Zoë.</p>"
        let bytes = Array(
            page.data(using: .isoLatin1) ?? Data(page.replacing("€", with: "¤").data(using: .isoLatin1) ?? Data()))
        let (documents, problems, _) = try read(bytes, as: "a.html")
        #expect(documents.map(\.text) == ["Prix : 5 €, dit Zoë."] && problems.isEmpty)
        #expect(try read("<p></p><script>x</script>", as: "b.html").problems.map(\.kind) == [.empty])
    }

    // MARK: Markdown

    @Test func whatStandsBeforeATextIsKnownOfIt() throws {
        let text = """
            ---
            title: "Le port : rouvert"
            date: 2016-05-12
            source: Le Quai
            tags: [a, {b: c}]
            ---
            # Le port

            **Anne Morel** a dit [oui](https://a.example).
            """
        let (documents, problems, _) = try read(text, as: "port.md")
        #expect(problems.isEmpty)
        #expect(
            documents == [
                Document(
                    id: "port", text: "Le port\n\nAnne Morel a dit oui.", title: "Le port : rouvert",
                    date: CalendarDate("2016-05-12"), outlet: "Le Quai", path: folder.path + "/port.md")
            ])
        #expect(try read("Texte.\n---\nsuite", as: "a.md").documents.map(\.text) == ["Texte.\n\nsuite"])
        let broken = try read("---\ntitle: [a\n---\nTexte.", as: "b.md")
        #expect(broken.documents.map(\.text) == ["Texte."] && broken.problems.map(\.code) == ["E744"])
        // Aliases are not followed: this would be ten to the ninth.
        let bomb =
            "---\na: &a [x,x,x]\n"
            + (1...9).map {
                "b\($0): &b\($0) [\(Array(repeating: "*\($0 == 1 ? "a" : "b\($0 - 1)")", count: 10).joined(separator: ","))]\n"
            }
            .joined() + "---\nTexte."
        #expect(try read(bomb, as: "c.md").documents.map(\.text) == ["Texte."])
        let deep = "---\na: " + String(repeating: "[", count: 20_000) + "\n---\nTexte."
        #expect(try read(deep, as: "d.md").documents.map(\.text) == ["Texte."])
    }

    // MARK: Feeds

    @Test func entriesOfFeedsAreDocuments() throws {
        let rss = """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Le Quai</title><link>https://a.example</link>
            <item><title>Un &amp; deux</title><link>https://a.example/1</link><guid>g1</guid>
            <pubDate>Thu, 12 May 2016 10:00:00 +0200</pubDate><description>court</description>
            <content:encoded><![CDATA[<p>Anne a dit <b>oui</b>.</p><p>Fin.</p>]]></content:encoded></item>
            <item><title>Trois</title><description>&lt;p&gt;L&amp;#8217;été&lt;/p&gt;</description></item>
            <item><title>Vide</title></item></channel></rss>
            """
        let (documents, problems, _) = try read(rss, as: "a.rss")
        #expect(
            documents.first
                == Document(
                    id: "g1", text: "Anne a dit oui.\n\nFin.", title: "Un & deux", date: CalendarDate("2016-05-12"),
                    outlet: "Le Quai", url: "https://a.example/1", path: folder.path + "/a.rss:3"))
        #expect(documents.last?.text == "L’été")
        #expect(problems.map(\.code) == ["E720"] && problems.map(\.line) == [7])
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Le Quai</title><entry><id>e1</id><title>Un</title>
            <link rel="self" href="s"/><link href="https://a.example/9"/><updated>2016-05-13T00:00:00Z</updated>
            <published>2016-05-12T00:00:00Z</published><summary>court</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un &lt; deux</p><p>Fin.</p></div></content>
            </entry></feed>
            """
        let entry = try #require(try read(atom, as: "a.xml").documents.first)
        #expect(entry.id == "e1" && entry.text == "Un < deux\n\nFin." && entry.url == "https://a.example/9")
        #expect(entry.date == CalendarDate("2016-05-12") && entry.outlet == "Le Quai")
    }

    @Test func whatIsNoFeedIsSaid() throws {
        #expect(try read("<svg/>", as: "a.xml").problems.map(\.kind) == [.noFeed])
        #expect(try read("<rss><channel></channel></rss>", as: "b.xml").problems.map(\.kind) == [.noRecords])
        let broken = try read(
            """
            <rss><channel><item><description>Un &eacute;</description></item>
            <item><description>Deux</b></description></item><item><description>Trois</description></item>
            """, as: "c.xml")
        #expect(broken.documents.map(\.text) == ["Un", "Deux", "Trois"])
        #expect(broken.problems.allSatisfy { $0.code == "E741" } && broken.problems.map(\.line).contains(1))
        #expect(broken.summary.unreadFiles == 1)
    }

    // MARK: Archives

    @Test func theFilesOfAnArchiveAreRead() throws {
        let archive = ZipFile([
            ("2016/port.html", Array(Self.page.utf8)), ("news.jsonl", Array("{\"text\": \"Un.\"}\nx\n".utf8)),
            ("../../evil.txt", Array("Méchant.".utf8)), ("/absolute.txt", Array("Absolu.".utf8)), ("dir/", []),
            (".hidden.txt", [0x78]), ("__MACOSX/a.txt", [0x78]), ("picture.png", [0x78]),
            ("packed.txt.gz", try DocumentStreamTests.gzip("Serré.", in: folder)),
            ("\u{1B}[2J.txt", Array("Couleur.".utf8)),
        ])
        let (documents, problems, summary) = try read(archive.bytes, as: "press.zip")
        let path = folder.path + "/press.zip"
        #expect(documents.map(\.text).suffix(5) == ["Un.", "Méchant.", "Absolu.", "Serré.", "Couleur."])
        #expect(documents[0].id == "press/2016/port" && documents[0].path == path + "/2016/port.html")
        #expect(problems.map(\.kind) == [.noObject, .skipped] && summary.files == 6)
        #expect(problems[0].path == path + "/news.jsonl" && problems[0].line == 2)
        // Nothing is written, wherever a name points.
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/../../evil.txt"))
        #expect(try read(archive.bytes, as: "any.txt").documents.count == 6)
    }

    @Test func aDamagedArchiveGivesWhatCanBeRead() throws {
        let files: [(String, [UInt8])] = (1...9).map { ("\($0).txt", Array("Texte numéro \($0).".utf8)) }
        let whole = ZipFile(files).bytes
        let cut = try read(Array(whole[..<(whole.count / 3)]), as: "cut.zip")
        #expect(cut.documents.count >= 2 && cut.documents.count < 9)
        #expect(cut.problems.count == 1 && ["E723", "E724"].contains(cut.problems[0].code))
        var altered = whole
        let place = try #require(Data(whole).range(of: Data("numéro 4".utf8))?.lowerBound)
        altered[place] ^= 1
        let read = try read(altered, as: "altered.zip")
        #expect(read.documents.count == 8 && read.problems.map(\.code) == ["E724"])
        #expect(read.problems[0].path.hasSuffix("altered.zip/4.txt"))
        #expect(try self.read("not an archive", as: "no.zip").problems.map(\.code) == ["E724"])
    }
}

/// An archive, made here.
struct ZipFile {
    /// A file in it, as it is or packed by somebody else.
    struct Entry {
        let name: String
        let content: [UInt8]
        let size: Int
        let checksum: [UInt8]
        let isPacked: Bool

        init(_ name: String, _ content: [UInt8]) {
            (self.name, self.content, size, isPacked) = (name, content, content.count, false)
            checksum = ZipFile.number(Int(ZipFile.checksum(content)), 4)
        }

        init(_ name: String, _ packed: [UInt8], size: Int, checksum: [UInt8]) {
            (self.name, content, self.size, self.checksum, isPacked) = (name, packed, size, checksum, true)
        }
    }

    private(set) var bytes: [UInt8] = []

    init(_ files: [(String, [UInt8])]) { self.init(files.map { Entry($0, $1) }) }

    init(_ files: [Entry]) {
        var directory: [UInt8] = []
        for file in files {
            let offset = bytes.count
            // Version 2, names in UTF-8, method; time and date, checksum, sizes, lengths.
            var common = Self.number(20, 2) + Self.number(0x800, 2) + Self.number(file.isPacked ? 8 : 0, 2)
            common += Self.number(0, 4) + file.checksum + Self.number(file.content.count, 4)
            common += Self.number(file.size, 4) + Self.number(file.name.utf8.count, 2) + Self.number(0, 2)
            bytes += [0x50, 0x4B, 3, 4] + common + Array(file.name.utf8) + file.content
            directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + Self.number(0, 10)
            directory += Self.number(offset, 4) + Array(file.name.utf8)
        }
        let start = bytes.count
        bytes += directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(files.count, 2)
        bytes += Self.number(files.count, 2) + Self.number(directory.count, 4) + Self.number(start, 4)
        bytes += Self.number(0, 2)
    }

    private static func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
