// Long answers at the prompt, handed to a program that turns pages.

import DixitFormats

/// Shows text on the screen, or through `$PAGER` where it is longer than the screen.
struct Pager {
    let choice: PagerChoice

    /// `less` with: -S long lines are not broken, -R colours are, -F short texts are just printed, -X and left on the screen.
    private static let standard = "less"
    private static let options = ["LESS": "SRFX", "LESSCHARSET": "utf-8"]

    func show(_ bytes: [UInt8], on file: OutputFile) throws(OutputProblem) {
        guard isWanted(for: bytes) else { return try file.write(bytes[...]) }
        let status = ChildProcess.run(command, input: bytes, environment: Self.options)
        // Without that program the text is still wanted.
        if status == nil || status == ChildProcess.unknownCommand { try file.write(bytes[...]) }
    }

    private var command: String {
        if case .command(let command) = choice { return command }
        return Terminal.environment("PAGER") ?? Self.standard
    }

    private func isWanted(for bytes: [UInt8]) -> Bool {
        switch choice {
        case .off: return false
        case .on, .command: return true
        case .auto:
            return !Terminal.isDumb && Self.lines(of: bytes, width: Terminal.width()) >= Terminal.height
        }
    }

    /// Lines on a screen of that width, on which long ones go on.
    private static func lines(of bytes: [UInt8], width: Int) -> Int {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().reduce(0) { lines, line in
            if line.count <= width { return lines + 1 }
            let columns = DisplayText.columns(of: DisplayText.withoutColours(String(decoding: line, as: UTF8.self)))
            return lines + max(1, (columns + width - 1) / width)
        }
    }
}
