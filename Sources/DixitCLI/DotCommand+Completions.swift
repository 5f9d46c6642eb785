// What Tab proposes on a line with a command.

import Dixit
import DixitFormats

/// What the session has that a command could be about.
struct CommandContext: Sendable {
    var schema: Schema
    var lets: [String] = []
    var saved: [String] = []
    var parameters: [String] = []
}

extension DotCommand {
    /// Names of commands, then what each takes.
    static func completions(in line: String, at cursor: Int, _ context: CommandContext) -> [Completion] {
        let typed = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
        let start = typed.lastIndex(where: \.isWhitespace).map { typed.index(after: $0) } ?? typed.startIndex
        let word = typed[start...]
        let first = typed.prefix { !$0.isWhitespace }
        let before = typed[..<start].split(whereSeparator: \.isWhitespace).dropFirst().map(String.init)
        let candidates: [String]
        if start == typed.startIndex {
            candidates = allCases.map(\.name)
        } else {
            candidates = named(String(first))?.command.arguments(after: before, word: String(word), context) ?? []
        }
        let replaced = cursor - word.utf8.count..<cursor
        return candidates.filter { $0.hasPrefix(word) }.map { text in
            // After a folder the path goes on.
            Completion(kind: text.hasSuffix("/") ? .name : .keyword, text: text, detail: nil, replaced: replaced)
        }
    }

    private func arguments(after before: [String], word: String, _ context: CommandContext) -> [String] {
        switch (self, before.count) {
        case (.load, _), (.read, 0), (.output, 0), (.once, 0): return FileNames.beginning(with: word)
        case (.param, 0): return ["set", "unset"]
        case (.param, 1): return context.parameters
        case (.param, 2): return word.hasPrefix("@") ? FileNames.beginning(with: word.dropFirst()).map { "@" + $0 } : []
        case (.set, 0): return Setting.allCases.map(\.rawValue)
        case (.set, 1): return Setting(rawValue: before[0])?.values ?? []
        case (.run, 0): return context.saved
        case (.forget, 0): return context.lets + context.saved
        case (.source, 1): return ["all"]
        case (.history, 0): return ["on", "off", "clear"]
        case (.schema, 0), (.examples, 0): return context.schema.sets.map(\.name)
        case (.values, 0):
            return context.schema.sets.flatMap { set in set.fields.map { "\(set.name).\($0.name)" } }
        case (.help, 0): return HelpTopic.words + Self.allCases.map(\.name)
        case (_, 0): return setting?.values ?? []
        default: return []
        }
    }
}
