// `.why` and `.whynot`, which ask each condition about one row.

import TestSupport
import Testing

@Suite struct WhyTests {
    private func run(_ script: String, _ options: String...) throws -> Program.Outcome {
        try Program("dixit").run(["seeds", "-f", "-"] + options, input: script)
    }

    @Test func aRowOfTheAnswerIsExplained() throws {
        let outcome = try run(
            "find statements where speaker = \"El Khalfi\" and text contains \"société civile\"\n.why 2\n", "--lang",
            "en")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasSuffix("is in the answer, as its row 2") })
        #expect(lines.contains("    ✓ speaker = \"El Khalfi\""))
        #expect(lines.contains { $0.contains("⟦société civile⟧") })
    }

    @Test func whatIsMissingIsExplained() throws {
        let all = try run("find statements where speaker = \"Bakkoury\" show id\n", "-F", "jsonl").output
        let id = try #require(all.split(separator: "\"").dropFirst(3).first)
        let outcome = try run("find statements where speaker = \"El Khalfi\"\n.whynot \(id)\n", "--lang", "fr")
        #expect(outcome.status == 0 && outcome.output.contains("n’est pas dans la réponse"))
        #expect(outcome.output.contains("✗ speaker = \"El Khalfi\""))
    }

    /// `them` is what it was when the question was asked.
    @Test func theLastAnswerIsTheOneBefore() throws {
        let outcome = try run(
            "find statements where speaker = \"El Khalfi\"\nfind them where mode = \"indirect\"\n.why 1\n.whynot nobody\n",
            "--lang", "en", "-k")
        #expect(outcome.output.contains("✓ is in them") && outcome.output.contains("✓ mode = \"indirect\""))
        #expect(outcome.error.contains("no row of statements has the id “nobody”"))
        #expect(try run(".why 1\n", "--lang", "en").error.contains("there is no answer yet"))
        #expect(try run("count statements\n.why 1\n", "--lang", "en").error.contains("ask for the rows themselves"))
    }
}
