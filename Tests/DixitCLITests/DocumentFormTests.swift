// Documents in the forms that others keep them in, as a user gives them to the program.

import Foundation
import TestSupport
import Testing

private let dixit = Program("dixit")

@Suite struct DocumentFormTests {
    private let folder: TemporaryFolder
    private let lines = """
        {"id": "a", "text": "« Le port rouvrira », a dit Anne Morel."}
        pas du JSON
        {"id": "b", "text": "Selon Paul Girard, tout va bien.", "date": "2016-05-12"}
        {"id": "c", "text": "Selon Paul Girard, tout va bien."}

        """

    init() throws { folder = try TemporaryFolder() }

    @Test func linesAreAskedAndWhatIsWrongIsSaidWithItsPlace() throws {
        let path = try folder.write(lines, to: "news.jsonl")
        let outcome = try dixit.run([path, "-c", "find documents show id", "-F", "jsonl"])
        #expect(outcome.status == 4 && outcome.output == "{\"id\": \"b\"}\n{\"id\": \"a\"}\n")
        #expect(
            outcome.error == """
                \(path):2: error[E709]: this is no JSON object
                \(path):4: note[N702]: this was read already, as b
                read 2 documents from 1 file · 1 duplicate · 1 skipped

                """)
        let french = try dixit.run([path, "-c", "count documents", "--lang", "fr", "--keep-duplicates"])
        #expect(french.error.hasPrefix("\(path):2: erreur[E709]\u{A0}: ce n'est pas un objet JSON\n3 documents lus"))
        let json = try dixit.run([path, "-c", "count documents", "--error-format", "json", "-q"])
        #expect(
            json.error
                == "{\"code\":\"E709\",\"message\":\"this is no JSON object\",\"file\":\"\(path)\",\"line\":2}\n")
    }

    @Test func twoDocumentsOfOneIdAreToldApartAndItIsSaid() throws {
        let path = try folder.write(
            "{\"id\": \"a\", \"text\": \"Oui.\"}\n{\"id\": \"a\", \"text\": \"Non.\"}\n", to: "twins.jsonl")
        let outcome = try dixit.run([path, "-c", "find documents show id", "-F", "jsonl"])
        #expect(outcome.status == 0 && outcome.output == "{\"id\": \"a\"}\n{\"id\": \"a~2\"}\n")
        #expect(outcome.error.hasPrefix("\(path):2: note[N705]: another document has the id “a”"))
    }

    @Test func onlySomeProblemsOfAKindArePrintedAndTheOthersCounted() throws {
        let path = try folder.write(
            String(repeating: "x\n", count: 1000) + "{\"text\": \"Oui.\"}\n", to: "news.jsonl")
        let outcome = try dixit.run(["extract", path])
        #expect(outcome.status == 0)
        let said = outcome.error.split(separator: "\n")
        #expect(said.count == 12)
        #expect(
            said[10] == "error[E709]: 990 more of these" && said[11] == "read 1 document from 1 file · 1,000 skipped")
    }

    @Test func strictStopsAtTheFirstBadLine() throws {
        let path = try folder.write(lines, to: "news.jsonl")
        let outcome = try dixit.run(["index", path, "-o", folder.path + "/x.corpus", "--strict"])
        #expect(outcome.status == 4 && !FileManager.default.fileExists(atPath: folder.path + "/x.corpus"))
        #expect(outcome.error.hasPrefix("\(path):2: error[E709]") && outcome.error.contains("--strict"))
        #expect(try dixit.run(["extract", "--strict"], input: lines).status == 4)
    }

    /// The same lines, whichever part of a corpus they come from, and from standard input as from a file.
    @Test func partsOfACorpusGivePartsOfTheOutput() throws {
        let documents = (0..<40).map { number in
            let id = number % 2 == 0 ? "\"id\": \"n\(number)\", " : ""
            return "{\(id)\"text\": \"« Le port \(number) rouvrira », a dit Anne Morel.\"}\n"
        }
        let path = try folder.write(documents.joined(), to: "news.jsonl")
        let whole = try dixit.run(["extract", path])
        #expect(whole.status == 0 && whole.error.isEmpty && whole.output.split(separator: "\n").count == 40)
        var parts = ""
        for part in [documents[..<7], documents[7..<7], documents[7...]] {
            let outcome = try dixit.run(["extract", "--threads", "3"], input: part.joined())
            #expect(outcome.status == 0 && outcome.error.isEmpty)
            parts += outcome.output
        }
        #expect(parts == whole.output)
        #expect(try dixit.run(["extract", "-"], input: documents.joined()).output == whole.output)
        #expect(whole.output.hasPrefix("{\"record\": \"statement\", \"document\": \"n0\", \"id\": \"n0#1\""))
    }

    @Test func whatIsKnownOfADocumentGoesBeforeWhatItsTextSays() throws {
        let input = """
            {"id": "a", "title": "Le port", "date": "2016-05-12", "outlet": "Le Quai", "url": "https://a.example", "text": "Oui."}

            """
        let outcome = try dixit.run(["extract", "--records", "documents"], input: input)
        #expect(
            outcome.output.contains("\"title\": \"Le port\"") && outcome.output.contains("\"date\": \"2016-05-12\"")
                && outcome.output.contains("\"outlet\": \"Le Quai\", \"url\": \"https://a.example\""))
    }

    /// Whoever writes a line and waits for what is found in it does not wait for ever.
    @Test func aLineIsReadBeforeTheNextOneIsThere() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: dixit.path)
        process.arguments = ["extract"]
        process.environment = Program.environment
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        for id in ["a", "b"] {
            let line = "{\"id\": \"\(id)\", \"text\": \"« Oui », a dit Anne Morel.\"}\n"
            try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
            let found = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(found.hasPrefix("{\"record\": \"statement\", \"document\": \"\(id)\""))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func aPageIsAnnotatedInItsMainText() throws {
        let path = try folder.write(
            "<nav><p>« Non », a dit Paul Girard.</p></nav><main><p>« Oui », a dit Anne Morel.</p></main>", to: "a.html")
        let page = try dixit.run(["annotate", path])
        #expect(page.status == 0 && page.output.contains("Anne Morel") && !page.output.contains("Girard"))
        let news = try folder.write(lines, to: "news.jsonl")
        let first = try dixit.run(["annotate", news])
        #expect(first.status == 0 && first.output.contains("Anne Morel") && !first.output.contains("Girard"))
        #expect(first.error.contains("there are several documents in it; this is the first, a"))
    }

    @Test func recordsMayBePackedToo() throws {
        let people = try folder.write("{\"id\": \"a\", \"name\": \"Anne Morel\"}\n", to: "people.jsonl")
        let packed = try Program(executable: "/bin/gzip").run(["-c", people]).outputBytes
        let path = try folder.write(packed, to: "people.jsonl.gz")
        let snapshot = folder.path + "/x.corpus"
        #expect(try dixit.run(["index", "--records", "people=\(path)", "-o", snapshot]).status == 0)
        #expect(try dixit.run([snapshot, "-c", "count people", "-F", "table"]).output == "1\n")
    }

    @Test func whatFilesAreCanBeSaid() throws {
        let path = try folder.write("{\"corps\": \"Oui.\"}", to: "export.dat")
        #expect(try dixit.run([path, "-c", "count documents"]).error.hasPrefix("error[E706]"))
        let arguments = [path, "--from", "jsonl", "--fields", "text=corps", "-c", "count documents", "-F", "table"]
        #expect(try dixit.run(arguments).output == "1\n")
        #expect(try dixit.run([path, "--from", "poem", "-c", "count documents"]).status == 2)
        #expect(try dixit.run([path, "--fields", "corps", "-c", "count documents"]).status == 2)
    }
}
