// Queries in files, with the trees and the messages that come of them.
//
// `Goldens/ok/*.dixit` parse without an error, and `*.tree` beside them holds their outline.

import DixitSyntax
import Foundation
import TestSupport
import Testing

/// The names of the files in a folder of goldens, without `.dixit`.
func goldenNames(in folder: String) throws -> [String] {
    let path = Golden.packageFolder().appendingPathComponent("Tests/DixitSyntaxTests/Goldens/\(folder)").path
    return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".dixit") }.map { String($0.dropLast(6)) }.sorted()
}

func goldenText(_ path: String) throws -> String {
    let folder = Golden.packageFolder().appendingPathComponent("Tests/DixitSyntaxTests/Goldens")
    return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
}

@Test func goodScriptsParse() throws {
    let names = try goldenNames(in: "ok")
    #expect(!names.isEmpty)
    for name in names {
        let parsed = Parser.parse(try goldenText("ok/\(name).dixit"))
        #expect(parsed.diagnostics.isEmpty, "\(name): \(parsed.diagnostics)")
        #expect(parsed.openEnd == nil)
        try Golden.check(parsed.script.outline, "ok/\(name).tree")
    }
}

/// `Goldens/err/*.dixit` hold wrong queries with `---` between them, and `*.txt` beside them what is said of each.
@Test func badQueriesSayWhatIsWrong() throws {
    for name in try goldenNames(in: "err") {
        var said = ""
        for query in try goldenText("err/\(name).dixit").components(separatedBy: "---\n") {
            let query = query.hasSuffix("\n") ? String(query.dropLast()) : query
            let diagnostics = Parser.parse(query).diagnostics
            for language in MessageLanguage.allCases {
                let renderer = DiagnosticRenderer(query, language: language)
                said += diagnostics.isEmpty ? "nothing: \(query)\n" : ""
                said += diagnostics.map(renderer.text).joined()
            }
            said += "---\n"
        }
        try Golden.check(said, "err/\(name).txt")
    }
}
