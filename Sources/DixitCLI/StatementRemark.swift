// What a script says of a statement in the comment above it.

import Dixit
import DixitSyntax

/// The lines of comment right above a statement: the first is a heading, the others a text.
///
/// ```
/// # Who speaks most
/// # The ten with the most statements.
/// count statements by speaker limit 10
/// ```
struct StatementRemark {
    /// `Who speaks most`; nil where nothing stands above.
    let heading: String?
    /// `The ten with the most statements.`
    let text: String?

    init(above statement: Statement, in script: Script, of source: String) {
        let bytes = Array(source.utf8)
        var lines: [String] = []
        var end = statement.range.start
        for comment in script.comments.reversed() where comment.range.end <= end {
            let gap = bytes[comment.range.end..<end]
            guard gap.allSatisfy(Self.isSpace), gap.count(where: { $0 == 0x0A }) <= 1 else { break }
            // A comment behind another statement belongs to that one; `#!` is for the system.
            let before = bytes[..<comment.range.start].reversed().prefix { $0 != 0x0A }
            guard before.allSatisfy(Self.isSpace), !comment.text.hasPrefix("#!") else { break }
            let text = comment.text.drop { $0 == "#" || $0 == " " || $0 == "\t" }
            lines.insert(String(text.reversed().drop(while: \.isWhitespace).reversed()), at: 0)
            end = comment.range.start
        }
        lines = lines.filter { !$0.isEmpty }
        // A heading has no full stop at its end; what has two sentences keeps them.
        heading = lines.first.map { $0.hasSuffix(".") && !$0.dropLast().contains(".") ? String($0.dropLast()) : $0 }
        text = lines.count > 1 ? lines.dropFirst().joined(separator: " ") : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
