// `dixit report`: from scripts to a page.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct ReportCommandTests {
    private let folder: TemporaryFolder
    private let letter: String

    init() throws {
        folder = try TemporaryFolder()
        letter = try folder.write(
            "La ministre de la Mer, Anne Morel, a dit à Brest que le port rouvrira. Le maire, Paul Kerdoncuf, a salué ce choix.",
            to: "a.txt")
    }

    private func script(_ text: String) throws -> String { try folder.write(text, to: "veille.dixit") }

    @Test func commentsAreHeadings() throws {
        let script = try script(
            """
            #!/usr/bin/env -S dixit -f
            # Not a heading: a line is between.

            param $who = "Morel"
            let hers = find statements where speaker = $who  # nor this
            .mode table
            # Ce qu'elle a dit.
            # Mot à mot.
            find hers
            count statements by speaker

            """)
        let target = folder.path + "/out.html"
        let outcome = try dixit.run(
            [
                "report", letter, "-f", script, "-o", target, "-p", "who=Kerdoncuf", "--lang", "fr", "--today",
                "2016-05-20",
            ])
        #expect(outcome.status == 0 && outcome.output.isEmpty)
        #expect(outcome.error == "«\u{A0}.mode table\u{A0}» est laissé de côté\u{A0}: une page n'a pas d'invite\n")
        let page = try folder.read("out.html")
        #expect(page.contains("<h1>veille</h1>\n<p>1 article, 2 déclarations · 2016-05-20</p>"))
        #expect(page.contains("<h2 id=\"a1h\">Ce qu'elle a dit</h2>\n<p>Mot à mot.</p>"))
        #expect(page.contains("<h2 id=\"a2h\">count statements by speaker</h2>\n<p class=\"count\">"))
        #expect(page.contains("<mark>ce choix</mark>") && !page.contains("<mark>le port rouvrira</mark>"))
        #expect(page.contains("# $who = &quot;Kerdoncuf&quot;\n#!/usr/bin/env"))
    }

    @Test func titlesAndRowsAreChosen() throws {
        let page = try dixit.run(
            ["report", letter, "-c", "find statements", "--title", "Le <port>", "--rows", "1", "--lang", "en"])
        #expect(page.status == 0 && page.output.contains("<h1>Le &lt;port&gt;</h1>"))
        #expect(page.output.contains("The first 1 of 2 rows."))
        #expect(
            try dixit.run(["report", letter], input: "count statements").output.contains("<p class=\"number\">2</p>"))
    }

    @Test(arguments: [
        (["-c", "find statments"], 3), (["-c", "count statements", "--rows", "0"], 2),
        (["-c", "count statements", "-p", "who=x"], 2), (["-c", "find statements where speaker = $x"], 3),
        (["-f", "none.dixit"], 2),
    ])
    func nothingIsWrittenWhereSomethingIsWrong(_ arguments: [String], _ status: Int) throws {
        let target = folder.path + "/out.html"
        let outcome = try dixit.run(["report", letter, "-o", target] + arguments)
        #expect(Int(outcome.status) == status && !outcome.error.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }

    @Test func aPageThatCannotBeWrittenIsSaid() throws {
        let arguments = ["report", letter, "-c", "count statements", "-o"]
        #expect(try dixit.run(arguments + [folder.path + "/none/out.html"]).status == 2)
        #expect(try dixit.run(arguments + [folder.path + "/out.docx"]).status == 2)
        #expect(try dixit.run(["report", folder.path + "/none.txt", "-c", "count statements"]).status == 4)
    }
}
