// Takes a script apart: statements of the language, and dot commands between them.

import DixitSyntax

/// A part of a script that is run at one go.
enum ScriptPiece: Hashable, Sendable {
    /// Statements. What stands before them in the script is blank, so that places are counted in the whole script.
    case statements(String)
    /// `.mode json`
    case command(String)
}

/// The pieces of a script, in order.
struct ScriptPieces {
    private let text: String
    private let bytes: [UInt8]

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// A line that starts with a dot is a command where no statement is open: not inside a text, not after an operator.
    ///
    /// - Parameter statementByStatement: Each statement is a piece of its own, so that an error stops it alone.
    func pieces(statementByStatement: Bool = false) -> [ScriptPiece] {
        var pieces: [ScriptPiece] = []
        var start = 0
        for line in lines() where isCommand(line) && isComplete(start..<line.lowerBound) {
            append(start..<line.lowerBound, to: &pieces, statementByStatement)
            pieces.append(.command(string(line)))
            start = line.upperBound
        }
        append(start..<bytes.count, to: &pieces, statementByStatement)
        return pieces
    }

    private func append(_ range: Range<Int>, to pieces: inout [ScriptPiece], _ statementByStatement: Bool) {
        guard !isBlank(range) else { return }
        guard statementByStatement else {
            pieces.append(.statements(padded(range)))
            return
        }
        let ranges = Parser.parse(string(range)).script.statements.map(\.range)
        if ranges.isEmpty { pieces.append(.statements(padded(range))) }
        for (index, statement) in ranges.enumerated() {
            // From the end of the one before, so that a text that is no statement is reported with the next.
            let lower = range.lowerBound + (index == 0 ? 0 : ranges[index - 1].end)
            let isLast = index == ranges.count - 1
            let upper = isLast ? range.upperBound : max(lower, range.lowerBound + statement.end)
            pieces.append(.statements(padded(separatorDropped(lower..<upper))))
        }
    }

    /// Without the `;` that ended the statement before.
    private func separatorDropped(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound, Self.isSpace(bytes[lower]) { lower += 1 }
        guard lower < range.upperBound, bytes[lower] == UInt8(ascii: ";") else { return range }
        return lower + 1..<range.upperBound
    }

    private func lines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(start..<offset)
            start = offset + 1
        }
        lines.append(start..<bytes.count)
        return lines
    }

    private func isCommand(_ line: Range<Int>) -> Bool {
        bytes[line].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ".")
    }

    /// Whether the statements in a range are complete; an empty range is.
    private func isComplete(_ range: Range<Int>) -> Bool {
        isBlank(range) || InputState(of: string(range)) == .complete
    }

    private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(Self.isSpace) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The range with spaces in place of what comes before it, line ends kept.
    private func padded(_ range: Range<Int>) -> String {
        if bytes[..<range.lowerBound].allSatisfy(Self.isSpace) {
            return String(decoding: bytes[..<range.upperBound], as: UTF8.self)
        }
        let blank = bytes[..<range.lowerBound].map { $0 == 0x0A ? $0 : 0x20 }
        return String(decoding: blank + bytes[range], as: UTF8.self)
    }
}
