// A prompt as the tests type at it.

import TestSupport
import Testing

/// A running prompt, on the seed document unless another corpus is named.
struct Prompt {
    private let terminal: PseudoTerminal
    /// What came before the first prompt.
    let greeting: String

    /// Waits until the greeting is read and the prompt is there.
    init(_ arguments: [String] = [], corpus: String = "seeds", environment: [String: String] = [:]) throws {
        terminal = try PseudoTerminal(
            Program("dixit"), [corpus, "--color", "never"] + arguments, environment: environment)
        greeting = try terminal.expect("dixit> ")
    }

    /// Types a line and gives what comes before the next prompt.
    func ask(_ line: String) throws -> String {
        try terminal.type(line + "\n")
        return try terminal.expect("dixit> ")
    }

    func type(_ keys: String) throws { try terminal.type(keys) }

    @discardableResult
    func expect(_ text: String) throws -> String { try terminal.expect(text) }

    func waitForExit() throws -> Int32 { try terminal.waitForExit() }

    func leave() throws {
        try terminal.type("\u{4}")
        #expect(try terminal.waitForExit() == 0)
    }
}
