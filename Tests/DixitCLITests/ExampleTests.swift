// The examples that a reader starts from: they build, run, and say what the README says they do.

import Foundation
import TestSupport
import Testing

@Suite struct ExampleTests {
    @Test func theTourAnswersEveryQuestion() throws {
        let outcome = try Program("dixit").run(
            ["seeds", "-f", "Examples/tour.dixit", "-F", "jsonl", "-k", "--echo"], environment: ["LC_ALL": "C.UTF-8"])
        #expect(outcome.status == 0)
        #expect(!outcome.error.contains("error["), "\(outcome.error)")
        let tour = try String(
            contentsOf: Golden.packageFolder().appendingPathComponent("Examples/tour.dixit"), encoding: .utf8)
        let questions = tour.split(separator: "\n").filter { $0.hasPrefix("find") || $0.hasPrefix("count") }
        for question in questions {
            let answer = try Program("dixit").run(
                ["seeds", "-e", "-F", "jsonl", "-f", "-"], input: definitions(in: tour) + question)
            #expect(answer.status == 0, "\(question)")
        }
        #expect(questions.count >= 9)
    }

    private func definitions(in script: String) -> String {
        script.split(separator: "\n").filter { $0.hasPrefix("let") }.map { $0 + "\n" }.joined()
    }

    /// Started by their first line, as a reader starts them.
    @Test(arguments: [
        ("press-review", ["-p", "about=@Examples/security-words.txt"], "| Mustapha El Khalfi | 5 | 100.0 % |"),
        ("press-review", [], "| Mustapha El Khalfi | 6 | 100.0 % |"),
        ("who-speaks-most", ["-F", "table"], "Mustapha El Khalfi        2"),
        ("before-after", ["-p", "day=2016-10-07"], "Mustapha Bakkoury       2  25.0 %"),
    ])
    func scriptsRunOnTheSeed(_ name: String, _ options: [String], _ line: String) throws {
        let folder = URL(fileURLWithPath: Program("dixit").path).deletingLastPathComponent().path
        let outcome = try Program(executable: "/usr/bin/env").run(
            ["Examples/\(name).dixit", "seeds"] + options, environment: ["PATH": "\(folder):/usr/bin:/bin"])
        #expect(outcome.status == 0 && !outcome.error.contains("error"), "\(outcome.error)")
        #expect(outcome.output.contains(line), "\(outcome.output)")
        #expect(try Program("dixit").run(["check", "Examples/\(name).dixit"]).status == 0)
    }

    /// Over two days before and after the one that is asked about, each side has its own speaker.
    @Test func beforeAndAfterAreToldApart() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "Rabat, 10 mai 2016 (MAP) - Le ministre de l’Éducation, Paul Dupont, a déclaré que la société attend.",
            to: "a.txt")
        try folder.write(
            "Rabat, 20 mai 2016 (MAP) - La présidente de la région, Anne Durand, a affirmé que la société est prête.",
            to: "b.txt")
        let outcome = try Program("dixit").run(["-f", "Examples/before-after.dixit", folder.path, "-F", "jsonl"])
        #expect(outcome.status == 0)
        let names = outcome.output.split(separator: "\n").map {
            $0.contains("Paul Dupont") ? "Paul" : $0.contains("Anne Durand") ? "Anne" : "?"
        }
        #expect(names == ["Paul", "Anne", "Paul", "Anne", "Paul", "Anne"], "\(outcome.output)")
    }

    @Test func anEmbeddedCorpusAnswersABoundQuestion() throws {
        let outcome = try Program("FirstCorpus").run([])
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                2 statements
                2024-03-05  Claire Fontaine: le budget de la culture augmenterait de 3 %
                2024-03-07  Claire Fontaine: Les musées resteront gratuits

                """)
    }

    /// The examples that are run as they are: what they print on the seeds is kept.
    @Test(arguments: ["PressReview", "Annotations", "Notebook"])
    func programsThatEmbedTheLibraryRun(name: String) throws {
        let outcome = try Program(name).run(name == "Annotations" ? [] : ["seeds"])
        #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.error)")
        try Golden.check(outcome.output, "Examples/\(name).txt")
    }

    @Test func theREADMEShowsTheEmbeddedProgramAsItIs() throws {
        let folder = Golden.packageFolder()
        let readme = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
        let program = try String(
            contentsOf: folder.appendingPathComponent("Examples/FirstCorpus/main.swift"), encoding: .utf8)
        let code = Fence.all(in: readme).filter { $0.language == "swift" }
        #expect(!code.isEmpty)
        let lines = Set(program.split(separator: "\n"))
        for line in code.flatMap({ $0.text.split(separator: "\n") }) {
            #expect(lines.contains(line), "the example does not have the line \(line)")
        }
    }
}
