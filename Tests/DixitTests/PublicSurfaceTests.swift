// What the library offers to programs: nothing appears, changes or goes unseen, and nothing is undocumented.

import Foundation
import TestSupport
import Testing

@Suite struct PublicSurfaceTests {
    private static let modules = ["Dixit", "DixitFormats"]

    /// The symbols of a module, as the compiler's own tool reads them from the built module.
    private struct Surface: Decodable {
        struct Symbol: Decodable {
            struct Fragment: Decodable { let spelling: String }
            struct Kind: Decodable { let identifier: String }
            struct Documentation: Decodable {
                struct Line: Decodable { let text: String }
                let lines: [Line]
            }
            struct Location: Decodable {}
            let pathComponents: [String]
            let kind: Kind
            let declarationFragments: [Fragment]?
            let docComment: Documentation?
            /// Nil for what a protocol of the standard library gives.
            let location: Location?

            /// `Corpus.answer(to:): func answer(to query: Query) throws(DixitError) -> Answer`
            var line: String {
                let declaration = (declarationFragments ?? []).map(\.spelling).joined()
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return pathComponents.joined(separator: ".") + ": " + declaration
            }
        }
        let symbols: [Symbol]

        init(of module: String) throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("surface-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            #if arch(x86_64)
                let architecture = "x86_64"
            #else
                let architecture = "aarch64"
            #endif
            let modules = Program.buildFolder.appendingPathComponent("Modules").path
            // The libraries of the system that DixitFormats reads files with.
            let sources = Golden.packageFolder().appendingPathComponent("Sources")
            let libraries = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted().filter {
                FileManager.default.fileExists(atPath: "\(sources.path)/\($0)/module.modulemap")
            }
            let maps = libraries.flatMap { ["-I", "\(sources.path)/\($0)"] } + ["-Xcc", "-I/usr/include/libxml2"]
            let result = try Program(executable: "/usr/bin/env").run(
                [
                    "swift-symbolgraph-extract", "-module-name", module, "-I", modules, "-output-dir", folder.path,
                    "-minimum-access-level", "public", "-skip-synthesized-members", "-target",
                    "\(architecture)-unknown-linux-gnu",
                ] + maps,
                environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"])
            try #require(result.status == 0, "\(result.error)")
            let data = try Data(contentsOf: folder.appendingPathComponent("\(module).symbols.json"))
            self = try JSONDecoder().decode(Surface.self, from: data)
        }

        private enum CodingKeys: String, CodingKey { case symbols }
    }

    /// `DIXIT_UPDATE_GOLDENS=1` writes the surface anew: read what has changed, and tell the users.
    @Test(arguments: modules) func theSurfaceIsWhatWasAgreed(module: String) throws {
        let lines = try Surface(of: module).symbols.map(\.line).sorted()
        #expect(lines.count > 100)
        try Golden.check(lines.joined(separator: "\n") + "\n", "Surface/\(module).txt")
    }

    @Test(arguments: modules) func everySymbolIsDocumented(module: String) throws {
        let silent = try Surface(of: module).symbols.filter { symbol in
            // What a protocol of the standard library asks for is documented there.
            symbol.docComment == nil && !Self.conformances.contains(symbol.pathComponents.last ?? "")
        }
        #expect(silent.map(\.line).sorted() == [])
    }

    /// A caller reads in the documentation which codes to expect.
    @Test(arguments: modules) func whatIsThrownIsDocumented(module: String) throws {
        let silent = try Surface(of: module).symbols.filter { symbol in
            symbol.location != nil && symbol.line.contains("throws")
                && !Self.conformances.contains(symbol.pathComponents.last ?? "")
                && !(symbol.docComment?.lines ?? []).contains { $0.text.contains("- Throws:") }
        }
        #expect(silent.map(\.line).sorted() == [])
    }

    private static let conformances: Set<String> = [
        "description", "hash(into:)", "encode(to:)", "init(from:)", "init(stringLiteral:)",
        "init(stringInterpolation:)", "init(literalCapacity:interpolationCount:)", "appendLiteral(_:)",
        "startIndex", "endIndex", "rawValue", "init(rawValue:)", "makeAsyncIterator()", "next(isolation:)", "Element",
        "allCases", "hashValue",
    ]
}
