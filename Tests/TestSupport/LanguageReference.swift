// The examples and codes of Grammar/README.md, for tests that hold it to the program.

import Foundation
public import Testing

/// What the language reference shows.
public struct LanguageReference {
    /// A fenced block: ```` ```dixit ```` for a script that is good, ```` ```dixit E202 ```` for one that is not.
    public struct Example: Sendable, CustomTestStringConvertible {
        public let script: String
        /// What must be said of it; nil for nothing.
        public let code: String?
        public let line: Int
        public var testDescription: String { "line \(line)" }
    }

    /// A line of the table of messages.
    public struct Entry: Sendable, CustomTestStringConvertible {
        public let code: String
        /// A script that causes the message; nil where there is none so short.
        public let example: String?
        public var testDescription: String { code }
    }

    public private(set) var examples: [Example] = []
    public private(set) var entries: [Entry] = []
    public let text: String

    public init() throws {
        let url = Golden.packageFolder().appendingPathComponent("Grammar/README.md")
        text = try String(contentsOf: url, encoding: .utf8)
        var block: (code: String?, lines: [String], start: Int)?
        for (number, line) in text.components(separatedBy: "\n").enumerated() {
            if let open = block {
                if line == "```" {
                    let script = open.lines.joined(separator: "\n")
                    examples.append(Example(script: script, code: open.code, line: open.start))
                    block = nil
                } else {
                    block?.lines.append(line)
                }
            } else if line.hasPrefix("```dixit") {
                let code = line.dropFirst(8).trimmingCharacters(in: .whitespaces)
                block = (code.isEmpty ? nil : code, [], number + 1)
            } else if let entry = Self.entry(line) {
                entries.append(entry)
            }
        }
    }

    /// `| E100 | when | `example` |`
    private static func entry(_ line: String) -> Entry? {
        let cells = line.components(separatedBy: " |").map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: "| "))
        }
        guard let code = cells.first, code.wholeMatch(of: /[EN][0-9]{3}/) != nil, cells.count >= 3 else { return nil }
        let example = cells[2].hasPrefix("`") ? String(cells[2].dropFirst().dropLast()) : nil
        return Entry(code: code, example: example)
    }
}
