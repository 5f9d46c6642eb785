// The language reference says what the grammar and the catalogues say.

import DixitSyntax
import Foundation
import TestSupport
import Testing

@Suite struct ReferenceTests {
    @Test("The examples are good, or wrong in the way that is said")
    func examplesParse() throws {
        let examples = try LanguageReference().examples
        #expect(examples.count > 50)
        for example in examples {
            let codes = Parser.parse(example.script).diagnostics.map(\.message.code)
            if let code = example.code, code < "E3" {
                #expect(codes.first == code, "line \(example.line)")
            } else {
                #expect(codes.isEmpty, "line \(example.line)")
                _ = checkedFormat(example.script)
            }
        }
    }

    @Test("Every code is documented, and none that does not exist", arguments: MessageLanguage.allCases)
    func codes(language: MessageLanguage) throws {
        let documented = try LanguageReference().entries.map(\.code)
        #expect(Set(documented).count == documented.count)
        let known = Set(Catalogue.of(language).keys.map { String($0.prefix(4)) })
        #expect(Set(documented) == known)
    }

    @Test("The codes of reading files are documented")
    func readingCodes() throws {
        let source = try ["Reading", "Annotations"].map { name in
            let folder = Golden.packageFolder().appendingPathComponent("Sources/DixitFormats/\(name)")
            return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
                .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined()
        }.joined()
        let text = try LanguageReference().text
        let codes = Set(source.matches(of: /"([EN]7[0-9]{2})"/).map { String($0.1) })
        #expect(codes.count >= 8)
        for code in codes { #expect(text.contains(code + " ")) }
        #expect(Set(text.matches(of: /\b[EN]7[0-9]{2}\b/).map { String($0.0) }) == codes)
    }

    @Test("The words that cannot be names are all there")
    func reservedWords() throws {
        let text = try LanguageReference().text
        let start = try #require(text.range(of: "cannot be names:"))
        let sentence = text[start.upperBound...].prefix { $0 != "." }
        let words = sentence.matches(of: /`([a-z]+)`/).map { String($0.1) }
        #expect(Set(words) == Set(Keyword.allCases.filter(\.isReserved).map(\.rawValue)))
        #expect(words.count == Set(words).count)
    }

    @Test("Messages that should be better are still said, so that the list stays true")
    func poorMessages() throws {
        let url = Golden.packageFolder().appendingPathComponent("Grammar/poor-messages.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let entries = text.matches(of: /```dixit\n(?<query>[^`]*)\n```\n> (?<code>E[12][0-9]{2}): (?<said>[^\n]*)/)
        #expect(!entries.isEmpty)
        for entry in entries {
            let said = Parser.parse(String(entry.query)).diagnostics.map { diagnostic in
                "\(diagnostic.message.code): \(diagnostic.message.wording(in: .english).headline)"
            }
            #expect(said.first == "\(entry.code): \(entry.said)")
        }
    }
}
