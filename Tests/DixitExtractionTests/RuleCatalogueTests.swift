// Every rule has a file, a test file, an example in its first line, and a line in the documentation.

import DixitExtraction
import Foundation
import Testing

@Suite struct RuleCatalogueTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) -> String? {
        try? String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test(arguments: Extractor.rules) func isDescribed(rule: String) throws {
        let type = rule.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Rule"
        let source = try #require(text("Sources/DixitExtraction/Speech/\(type).swift"), "\(type).swift is missing")
        let head = try #require(source.split(separator: "\n").first)
        #expect(head.hasPrefix("// ") && head.contains("«"), "\(type).swift opens without an example: \(head)")
        let tests = try #require(text("Tests/DixitExtractionTests/\(type)Tests.swift"), "\(type)Tests.swift is missing")
        #expect(tests.contains("@Suite struct \(type)Tests"))
        let documentation = try #require(text("Sources/Dixit/Dixit.docc/Extraction.md"))
        #expect(
            documentation.split(separator: "\n").contains { $0.hasPrefix("| `\(rule)` | ") && $0.contains("«") },
            "Extraction.md has no line for \(rule)")
    }

    @Test func noFileIsLeftWithoutARule() throws {
        let folder = Self.root.appending(path: "Sources/DixitExtraction/Speech").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("Rule.swift") }
        #expect(files.count == Extractor.rules.count)
    }
}
