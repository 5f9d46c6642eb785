// Runs what the README shows at a terminal, and compares what comes out.

import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
    private static let file = Golden.packageFolder().appendingPathComponent("README.md")

    /// Every block that begins with `$ dixit`, to the letter; with `DIXIT_UPDATE_GOLDENS=1` the README is rewritten.
    @Test func whatIsShownIsWhatComesOut() throws {
        let readme = try String(contentsOf: Self.file, encoding: .utf8)
        let sessions = Fence.all(in: readme).filter { $0.text.hasPrefix("$ dixit") }
        #expect(sessions.count >= 5)
        var rewritten = readme
        for session in sessions {
            let actual = try run(session.text)
            rewritten = rewritten.replacing(session.text, with: actual)
            if ProcessInfo.processInfo.environment["DIXIT_UPDATE_GOLDENS"] != "1" { #expect(actual == session.text) }
        }
        if ProcessInfo.processInfo.environment["DIXIT_UPDATE_GOLDENS"] == "1" {
            try Data(rewritten.utf8).write(to: Self.file, options: .atomic)
        }
    }

    /// The session with the output of its commands as a terminal of 88 columns shows it.
    private func run(_ session: String) throws -> String {
        var result = ""
        for line in session.split(separator: "\n") where line.hasPrefix("$ dixit") {
            var arguments = Self.arguments(String(line.dropFirst("$ dixit".count)))
            // What loads no corpus has nothing to wait for.
            if arguments.first != "sql" { arguments += ["--progress", "never"] }
            let terminal = try PseudoTerminal(Program("dixit"), arguments, columns: 88)
            _ = try terminal.waitForExit()
            result += line + "\n" + terminal.rest
        }
        return result
    }

    /// Words, those in '…' whole.
    private static func arguments(_ line: String) -> [String] {
        var words: [String] = []
        var rest = Substring(line)
        while let start = rest.firstIndex(where: { $0 != " " }) {
            rest = rest[start...]
            let isQuoted = rest.first == "'"
            if isQuoted { rest = rest.dropFirst() }
            let word = rest.prefix { $0 != (isQuoted ? "'" : " ") }
            words.append(String(word))
            rest = rest.dropFirst(word.count + 1)
        }
        return words
    }
}
