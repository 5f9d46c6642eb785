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
