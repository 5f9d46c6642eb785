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
    ///
    /// - Parameter sources: What is read: none of it is written over, nor is any snapshot.
    init(path: String, reading sources: [String] = []) throws(OutputProblem) {
        guard !Self.isOfficeFile(path) else { throw .foreignForm(path: path) }
        if OutputFile.isRead(path, among: sources) || OutputFile.isFile(path) && SnapshotFile.isSnapshot(path) {
            throw .wouldReplace(path: path)
        }
        self.init(try OutputFile(path: path), path: path)
    }

    /// `answers.xlsx`: what is written would be no workbook, and the program it is meant for would refuse it.
    private static func isOfficeFile(_ path: String) -> Bool {
        let ending = path.lowercased().split(separator: ".", omittingEmptySubsequences: false).last
        return ["xlsx", "xls", "ods", "docx", "doc", "odt", "pdf"].contains(ending)
    }

    /// Where nobody says otherwise: a table on a terminal, CSV in a pipe.
    var standardFormat: AnswerFormat { format ?? (isTerminal ? .table : .csv) }
}
