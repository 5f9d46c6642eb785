// Long answers at the prompt, handed to a program that turns pages.

import DixitFormats

/// Takes what is shown on the screen, and hands it to `$PAGER` as soon as it is longer than the screen.
///
/// The pager takes as much as it needs for the pages that are looked at; when it is left, the answer is not read on.
final class Pager {
    private let choice: PagerChoice
    private let file: OutputFile
    private let width = Terminal.width()
    /// What has come while nobody knows yet whether it is long.
    private var held: [UInt8] = []
    private var lines = 0
    private var process: ChildProcess?
    /// Whether the bytes go to the screen as they come.
    private var isPlain = false

    /// `less` with: -S long lines are not broken, -R colours are, -F short texts are just printed, -X and left on the screen.
    private static let standard = "less"
    private static let options = ["LESS": "SRFX", "LESSCHARSET": "utf-8"]

    init(_ choice: PagerChoice, on file: OutputFile) {
        self.choice = choice
        self.file = file
        isPlain = choice == .off || (choice == .auto && Terminal.isDumb)
    }

    /// - Throws: ``OutputProblem/closedPipe`` once the pager has been left.
    func write(_ bytes: ArraySlice<UInt8>) throws(OutputProblem) {
        if isPlain { return try file.write(bytes) }
        if let process {
            if !process.write(Array(bytes)) { throw .closedPipe }
            return
        }
        held += bytes
        lines += Self.lines(of: bytes, width: width)
        if choice != .auto || lines >= Terminal.height { try start() }
    }

    /// Shows what is held, or waits until the reader has seen enough.
    func finish() throws(OutputProblem) {
        process?.wait()
        process = nil
        if !held.isEmpty { try file.write(held[...]) }
        held = []
    }

    /// Without that program the text is still wanted.
    private func start() throws(OutputProblem) {
        let bytes = held
        held = []
        if ChildProcess.isKnown(command), let started = ChildProcess(command, environment: Self.options) {
            process = started
            if !started.write(bytes) { throw .closedPipe }
        } else {
            isPlain = true
            try file.write(bytes[...])
        }
    }

    private var command: String {
        if case .command(let command) = choice { return command }
        return Terminal.environment("PAGER") ?? Self.standard
    }

    /// Lines on a screen of that width, on which long ones go on.
    private static func lines(of bytes: ArraySlice<UInt8>, width: Int) -> Int {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().reduce(0) { lines, line in
            if line.count <= width { return lines + 1 }
            let columns = DisplayText.columns(of: DisplayText.withoutColours(String(decoding: line, as: UTF8.self)))
            return lines + max(1, (columns + width - 1) / width)
        }
    }
}
