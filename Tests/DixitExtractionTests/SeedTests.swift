// Every record that is found in the seed document, as a golden.

import DixitExtraction
import DixitText
import Foundation
import TestSupport
import Testing

@Suite struct SeedTests {
    @Test func allRecords() throws {
        let file = Golden.packageFolder().appendingPathComponent("seeds/000_b5ed5daaaca7dd27.txt")
        let bytes = [UInt8](try Data(contentsOf: file))
        let document = Extractor().extract(bytes)
        func cut(_ range: TextRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }
        func name(_ entity: Int?) -> String { entity.map { cut(document.entities[$0].name) } ?? "–" }
        var lines: [String] = []
        for statement in document.statements {
            lines.append("statement \(statement.rule) \(statement.mode.rawValue) \(statement.act ?? "–")")
            lines.append("  speaker: \(name(statement.speaker))")
            lines.append("  attribution: \(statement.attribution.map(cut) ?? "–")")
            lines.append("  role: \(statement.role.map(cut) ?? "–")")
            lines.append("  to: \(statement.addressee.map(cut) ?? "–"), by: \(statement.medium.map(cut) ?? "–")")
            lines.append("  cue: \(statement.cue.map(cut) ?? "–") (\(statement.cueLemma ?? "–"))")
            lines.append("  content: \(statement.content.map(cut).joined(separator: " … "))")
        }
        for entity in document.entities {
            var line = "\(entity.kind.rawValue) \(entity.displayName ?? cut(entity.name))"
            if !entity.forms.isEmpty { line += " = \(entity.forms.map(cut).joined(separator: ", "))" }
            if let gender = entity.gender { line += " [\(gender.rawValue)]" }
            if let subkind = entity.subkind { line += " (\(subkind))" }
            lines.append(line)
            lines += entity.roles.map { "  role: \(cut($0.text))" }
        }
        try Golden.check(lines.joined(separator: "\n") + "\n", "seed.txt")
    }

    @Test func theEightStatements() throws {
        let file = Golden.packageFolder().appendingPathComponent("seeds/000_b5ed5daaaca7dd27.txt")
        let found = statements(try String(contentsOf: file, encoding: .utf8))
        #expect(
            found.map { $0.prefix { $0 != "|" } } == Array(repeating: "Mustapha El Khalfi ", count: 6)
                + Array(repeating: "Mustapha Bakkoury ", count: 2))
    }
}
