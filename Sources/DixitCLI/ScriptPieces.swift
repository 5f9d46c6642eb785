// Takes a script apart: statements of the language, and dot commands between them.

import Dixit
import DixitSyntax

/// A part of a script that is run at one go.
enum ScriptPiece: Hashable, Sendable {
    /// Statements, and the byte of the script that they start at.
    case statements(String, start: Int)
    /// `.mode json`
    case command(String)
}

/// The pieces of a script, in order.
///
/// A line that starts with a dot is a command, unless a text was opened before it and is not closed yet.
struct ScriptPieces {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// - Parameter statementByStatement: Each statement is a piece of its own, so that an error stops it alone.
    /// - Complexity: linear in the number of bytes.
    func pieces(statementByStatement: Bool = false) -> [ScriptPiece] {
        var pieces: [ScriptPiece] = []
        var start = 0
        for line in commandLines() {
            append(start..<line.lowerBound, to: &pieces, statementByStatement)
            pieces.append(.command(string(line)))
            start = line.upperBound
        }
        append(start..<bytes.count, to: &pieces, statementByStatement)
        return pieces
    }

    /// The script with blanks in place of its commands, so that every place stays where it is.
    var withoutCommands: String {
        var blanked = bytes
        for line in commandLines() { for place in line { blanked[place] = 0x20 } }
        return String(decoding: blanked, as: UTF8.self)
    }

    private func append(_ range: Range<Int>, to pieces: inout [ScriptPiece], _ statementByStatement: Bool) {
        guard !bytes[range].allSatisfy(Self.isSpace) else { return }
        let ends = statementByStatement ? Parser.parse(string(range)).script.statements.map(\.range.end) : []
        var start = range.lowerBound
        // What stands between two statements goes with the second, so that nothing is left unreported.
        for end in ends.dropLast() where range.lowerBound + end > start {
            let end = range.lowerBound + end
            pieces.append(.statements(string(start..<end), start: start))
            start = afterSeparator(end)
        }
        pieces.append(.statements(string(start..<range.upperBound), start: start))
    }

    /// Behind the `;` that ends a statement.
    private func afterSeparator(_ end: Int) -> Int {
        var place = end
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        return place < bytes.count && bytes[place] == UInt8(ascii: ";") ? place + 1 : end
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

// MARK: - Command lines

extension ScriptPieces {
    /// The quotation marks that open a text, and those that close it.
    private static let quotes: [(opening: [UInt8], closing: [[UInt8]], nests: Bool)] = [
        (Array("\"".utf8), [Array("\"".utf8)], false),
        (Array("«".utf8), [Array("»".utf8)], true),
        (Array("“".utf8), [Array("”".utf8), Array("“".utf8)], false),
        (Array("”".utf8), [Array("”".utf8), Array("“".utf8)], false),
        (Array("„".utf8), [Array("”".utf8), Array("“".utf8)], false),
        (Array("‹".utf8), [Array("›".utf8)], true),
    ]

    private func commandLines() -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var place = 0
        var startsLine = true
        while place < bytes.count {
            let byte = bytes[place]
            if startsLine, byte == UInt8(ascii: ".") {
                let end = endOfLine(from: place)
                lines.append(place..<end)
                place = end
            } else if byte == UInt8(ascii: "#") {
                place = endOfLine(from: place)
            } else if let quote = Self.quotes.first(where: { has($0.opening, at: place) }) {
                place = endOfText(from: place + quote.opening.count, quote)
                startsLine = false
            } else {
                if byte == UInt8(ascii: "/") { place = endOfPattern(from: place + 1) }
                startsLine = byte == 0x0A || (startsLine && Self.isSpace(byte))
                place += 1
            }
        }
        return lines
    }

    private func has(_ mark: [UInt8], at place: Int) -> Bool {
        bytes[place] == mark[0] && bytes[place...].starts(with: mark)
    }

    private func endOfLine(from place: Int) -> Int { bytes[place...].firstIndex(of: 0x0A) ?? bytes.count }

    /// Behind the closing mark; a doubled mark closes and opens again, which comes to the same.
    private func endOfText(from start: Int, _ quote: (opening: [UInt8], closing: [[UInt8]], nests: Bool)) -> Int {
        var place = start
        var depth = 1
        while place < bytes.count {
            if let closing = quote.closing.first(where: { has($0, at: place) }) {
                depth -= 1
                place += closing.count
                if depth == 0 { return place }
            } else {
                if quote.nests, has(quote.opening, at: place) { depth += 1 }
                place += 1
            }
        }
        return place
    }

    /// The `/` that closes a pattern on the same line; a pattern may hold quotation marks.
    private func endOfPattern(from start: Int) -> Int {
        let line = bytes[start..<endOfLine(from: start)]
        return line.firstIndex(of: UInt8(ascii: "/")) ?? start - 1
    }
}

// MARK: - Places in the whole script

extension Problem {
    /// The same problem of a piece as one of the script that the piece starts in at a byte.
    func moved(by offset: Int, in script: String) -> Problem {
        if offset == 0 { return of(script) }
        var moved = diagnostic
        moved.range = moved.range.moved(by: offset)
        for index in moved.labels.indices { moved.labels[index].range = moved.labels[index].range.moved(by: offset) }
        for index in moved.fixes.indices { moved.fixes[index].range = moved.fixes[index].range.moved(by: offset) }
        return Problem(moved, in: script)
    }

    /// The same problem, shown in the text that was written.
    func of(_ script: String) -> Problem { source == script ? self : Problem(diagnostic, in: script) }
}

extension SourceRange {
    fileprivate func moved(by offset: Int) -> SourceRange { SourceRange(start + offset, end + offset) }
}
