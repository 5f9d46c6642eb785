// `dixit extract --records` and `dixit annotate`.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct ExtractionCommandTests {
    private let folder: TemporaryFolder
    private let letter: String

    init() throws {
        folder = try TemporaryFolder()
        letter = try folder.write(
            "La ministre de la Mer, Anne Morel, a dit à Brest : « Le port <b>rouvrira</b> & vite. »\n"
                + "Elle a signé un accord avec la ville de Brest, et les pêcheurs de la rade ont été reçus dans la journée.",
            to: "a.txt")
    }

    private func kinds(_ arguments: String...) throws -> [String] {
        try dixit.run(["extract", letter] + arguments).output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["record"] as? String ?? "?"
        }
    }

    @Test func recordsAreChosen() throws {
        #expect(try kinds() == ["statement"])
        #expect(try kinds("--records", "people") == ["person"])
        #expect(try kinds("--records", "documents") == ["document"])
        let all = try kinds("--records", "all")
        #expect(all.first == "document" && Set(all).isSuperset(of: ["statement", "person", "place", "agreement"]))
        #expect(try dixit.run(["extract", letter, "--records", "poems"]).status == 2)
    }

    @Test func aPageShowsWhatWasFound() throws {
        let outcome = try dixit.run(["annotate", letter, "--lang", "en"])
        #expect(outcome.status == 0 && outcome.error.isEmpty)
        let page = outcome.output
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && page.hasSuffix("</html>\n"))
        // Nothing of the text is markup, and nothing comes from elsewhere.
        #expect(page.contains("Le port &lt;b&gt;rouvrira&lt;/b&gt; &amp; vite."))
        #expect(
            !page.contains("<b>") && !page.contains("<script") && !page.contains("http:") && !page.contains("https:"))
        #expect(page.contains("1 statement, 1 person"))
        #expect(page.contains("id=\"t1\" href=\"#s1\"") && page.contains("<tr id=\"s1\">"))
        #expect(page.contains("class=\"by person\">Anne Morel</span>"))
        #expect(page.contains("<main lang=\"fr\">"), "the language of the text is not said")
        #expect(page.contains("prefers-color-scheme: dark"))
        // What is open is closed, in order.
        var open: [Substring] = []
        for tag in page.split(separator: "<").dropFirst().map({ $0.prefix { $0 != ">" } }) {
            let name = tag.prefix { $0 != " " && $0 != "\n" }
            if ["meta", "!DOCTYPE"].contains(name) { continue }
            if name.hasPrefix("/") { #expect(open.popLast() == name.dropFirst()) } else { open.append(name) }
        }
        #expect(open.isEmpty)
    }

    @Test func aPageSpeaksFrench() throws {
        let page = try dixit.run(["annotate", letter, "--lang", "fr"]).output
        #expect(
            page.contains("<html lang=\"fr\">") && page.contains("Légende")
                && page.contains("1 déclaration, 1 personne"))
    }

    @Test func aPageIsThereWholeOrNotAtAll() throws {
        let target = folder.path + "/a.html"
        let outcome = try dixit.run(["annotate", letter, "-o", target])
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(try folder.read("a.html").hasSuffix("</html>\n"))
        let wrong = try dixit.run(["annotate", folder.path + "/none.txt", "-o", folder.path + "/b.html"])
        #expect(wrong.status == 4 && !FileManager.default.fileExists(atPath: folder.path + "/b.html"))
        #expect(try dixit.run(["annotate", letter, "-o", folder.path + "/none/b.html"]).status == 2)
    }
}

@Suite struct NamesFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("AMK a dit que la pêche reprenait.", to: "news/a.txt")
        try folder.write("person Anne Morel\n  also AMK\n  role ministre de la Mer\n", to: "news/dixit.names")
    }

    @Test func namesBesideTheTextsCount() throws {
        let news = folder.path + "/news"
        for path in [news, news + "/a.txt"] {
            let outcome = try dixit.run(["extract", path])
            #expect(outcome.error.isEmpty)
            #expect(
                outcome.output.contains("\"speaker\": \"Anne Morel\"") && outcome.output.contains("ministre de la Mer"))
        }
        #expect(try dixit.run(["annotate", news + "/a.txt"]).output.contains("Anne Morel"))
        let asked = try dixit.run([
            news, "-F", "jsonl", "-c", "find statements where speaker = \"Morel\" show speaker, role, speaker.role",
        ])
        #expect(
            asked.output == """
                {"speaker": "Anne Morel", "role": "ministre de la Mer", "speaker.role": "ministre de la Mer"}

                """)
    }

    @Test func anotherFileMayBeNamed() throws {
        let other = try folder.write("personne Aude Kermadec\n  aussi AMK\n", to: "other.txt")
        let outcome = try dixit.run(["extract", folder.path + "/news", "--names", other])
        #expect(outcome.output.contains("\"speaker\": \"Aude Kermadec\""))
        #expect(try dixit.run(["extract", folder.path + "/news", "--names", folder.path + "/none"]).status == 2)
    }

    @Test func badLinesAreSaidWithTheirPlace() throws {
        let path = try folder.write("person Anne Morel\n  role maire (jadis)\n  alos AMK\n", to: "news/dixit.names")
        let outcome = try dixit.run(["extract", folder.path + "/news", "--lang", "en"])
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(
            outcome.error == """
                \(path):2: error[E711]: I can't read the dates “jadis”
                  write: (2012-01 – 2017), (since 2012), (until 2017) or (2016)
                \(path):3: error[E711]: I don't know what “alos” begins
                  write: person, organisation, also, role, kind, woman, man or verb

                """)
        let french = try dixit.run(["extract", folder.path + "/news", "--lang", "fr", "--error-format", "short"])
        #expect(french.error.hasPrefix("\(path):2: error[E711]\u{A0}: je ne peux pas lire les dates"))
        #expect(try dixit.run([folder.path + "/news", "-c", "count statements"]).status == 2)
    }
}

@Suite struct ExtractionThreadTests {
    /// The output is the same, byte for byte, however many texts are read at a time.
    @Test func threadsChangeNothing() throws {
        let folder = try TemporaryFolder()
        for number in 0..<300 {
            let speaker = ["Anne Morel", "Paul Girard", "la mairie"][number % 3]
            try folder.write(
                "« Le port \(number) rouvrira », a dit \(speaker). Selon le parquet, tout va bien.\n",
                to: "t/\(number).txt")
        }
        try folder.write("", to: "t/empty.txt")
        let one = try dixit.run(["extract", folder.path + "/t", "--threads", "1", "--records", "all"])
        #expect(one.output.split(separator: "\n").count > 900)
        for threads in ["2", "3", "16"] {
            let several = try dixit.run(["extract", folder.path + "/t", "--threads", threads, "--records", "all"])
            #expect(several.outputBytes == one.outputBytes && several.error == one.error)
        }
        #expect(try dixit.run(["extract", folder.path + "/t", "--threads", "0"]).status == 2)
    }

    /// What is written of one text is more than is kept before it goes out: it waits for its turn, and so do those after it.
    @Test func aTextWithALotToSayKeepsItsPlace() throws {
        let folder = try TemporaryFolder()
        for number in 0..<40 {
            let says = "« Oui », a dit Anne Morel. "
            try folder.write(String(repeating: says, count: number % 20 == 3 ? 4_000 : 1), to: "t/\(number + 10).txt")
        }
        let one = try dixit.run(["extract", folder.path + "/t", "--threads", "1"])
        #expect(one.output.split(separator: "\n").count == 8_038 && one.outputBytes.count > 1 << 21)
        let several = try dixit.run(["extract", folder.path + "/t", "--threads", "3", "-o", folder.path + "/out.jsonl"])
        #expect(several.status == 0)
        #expect(try folder.read("out.jsonl") == one.output)
    }
}

@Suite struct AnnotationCommandTests {
    private let folder: TemporaryFolder
    private let news: String

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "Le préfet, Luc Abgrall, a déclaré que la digue tiendrait. Zoé Ébrard en doute.", to: "news/a.txt")
        try folder.write(
            "La ministre de la Mer, Anne Morel, a salué « la digue ». Le maire l'a critiquée.", to: "news/b.txt")
        news = folder.path + "/news"
    }

    private func lines(_ arguments: String...) throws -> String {
        try dixit.run(["extract", news, "--records", "all"] + arguments).output
    }

    /// Through the files of another tool and back.
    @Test func annotationsComeBackAsTheyWent() throws {
        let own = try lines()
        try folder.write(own, to: "own.jsonl")
        #expect(try dixit.run(["extract", news, "-F", "brat", "-o", folder.path + "/gold"]).status == 0)
        #expect(
            try dixit.run(["extract", news, "-F", "webannotation", "-o", folder.path + "/pages.jsonld"]).status == 0)
        for path in ["own.jsonl", "gold", "pages.jsonld"] {
            #expect(try lines("--annotations", folder.path + "/" + path) == own, "\(path)")
        }
        #expect(try folder.read("gold/a.txt") == folder.read("news/a.txt"))
        #expect(try folder.read("gold/a.ann").contains("\tStatement 38 56\tla digue tiendrait\n"))
        // What is in a folder is somebody's.
        #expect(try dixit.run(["extract", news, "-F", "brat", "-o", folder.path + "/gold"]).status == 2)
        #expect(try dixit.run(["extract", news, "-F", "brat"]).status == 2)
    }

    @Test func annotationsAreAsked() throws {
        let made = try folder.write(
            #"{"document": "a", "start": 58, "end": 77, "speaker": "Zoé Ébrard"}"#, to: "made.jsonl")
        func count(_ arguments: String...) throws -> String {
            try dixit.run([news, "--annotations", made, "-c", "count statements by speaker"] + arguments).output
        }
        #expect(try count() == "speaker,count,share\r\nAnne Morel,1,0.5\r\nZoé Ébrard,1,0.5\r\n")
        #expect(try !count().contains("Luc Abgrall") && count("--use", "add").contains("Luc Abgrall,1"))
        let snapshot = folder.path + "/a.corpus"
        #expect(try dixit.run(["index", news, "--annotations", made, "-o", snapshot]).status == 0)
        let query = "find statements where rule = \"annotation\" show text"
        #expect(try dixit.run([snapshot, "-c", query]).output == "text\r\nZoé Ébrard en doute\r\n")
    }

    @Test func whatIsWrongIsSaid() throws {
        let made = try folder.write(
            #"{"document": "a", "start": 58, "end": 77, "text": "autre chose"}"# + "\n"
                + #"{"document": "c", "start": 58, "end": 77}"# + "\n", to: "made.jsonl")
        let outcome = try dixit.run([news, "--annotations", made, "-c", "count statements", "--lang", "en"])
        #expect(outcome.status == 4)
        #expect(
            outcome.error.contains(
                "made.jsonl:1: error[E732]: the text at 58–77 is “Zoé Ébrard en doute”, not “autre chose”"))
        #expect(outcome.error.contains("made.jsonl: error[E737]: no document is called “c”"))
        #expect(try dixit.run([news, "--annotations", "none.jsonl", "-c", "count statements"]).status == 2)
    }
}
