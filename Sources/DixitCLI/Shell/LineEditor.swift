// What the prompt needs of a line editor.

import Dixit

/// What came of asking for a line.
enum LineInput: Hashable, Sendable {
    case line(String)
    /// Ctrl-C: what was typed is gone.
    case interrupted
    /// Ctrl-D on an empty line, or the end of a file.
    case end
}

/// Ways to go on at a byte of the line; ranges count in the line.
typealias LineCompleter = @Sendable (_ line: String, _ cursor: Int) -> [Completion]

/// Reads lines from a reader at a keyboard.
protocol LineEditor {
    /// Whether somebody sees a prompt.
    var isTerminal: Bool { get }

    /// - Parameter prefill: stands on the line already, to be changed or sent.
    func readLine(prompt: String, prefill: String?, completer: @escaping LineCompleter) -> LineInput

    /// Makes the queries of the history available under the arrow keys, oldest first.
    func setHistory(_ entries: [String])
}
