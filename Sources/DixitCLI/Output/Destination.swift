// Where answers go: the screen, a pipe, or a file that a command names.

import DixitFormats

/// A place for answers, with the form that suits it.
struct Destination {
    let file: OutputFile
    /// The form that the name of a file asks for: `answers.md`.
    let format: AnswerFormat?
    /// Whether somebody watches.
    let isTerminal: Bool
    let isStandardOutput: Bool

    /// Standard output, or the file of `-o`.
    init(_ file: OutputFile, path: String? = nil) {
        self.file = file
        format = path.flatMap(AnswerFormat.init(path:))
        isStandardOutput = path == nil
        isTerminal = path == nil && Terminal.isTerminal(1)
    }

    /// A file that is there when it is complete.
    init(path: String) throws(OutputProblem) { self.init(try OutputFile(path: path), path: path) }

    /// Where nobody says otherwise: a table on a terminal, CSV in a pipe.
    var standardFormat: AnswerFormat { format ?? (isTerminal ? .table : .csv) }
}
