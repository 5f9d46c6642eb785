// How the tests of rules show what the extractor found.

import DixitExtraction
import DixitText

/// The statements of a text, one a line: `speaker | cue | content | mode`.
func statements(_ text: String) -> [String] {
    let bytes = [UInt8](text.utf8)
    let document = Extractor().extract(bytes)
    func cut(_ range: TextRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }
    return document.statements.map { statement in
        let speaker = statement.speaker.map { document.entities[$0] }
        return [
            speaker.map { $0.displayName ?? cut($0.name) } ?? "–",
            statement.cue.map(cut) ?? "–",
            statement.content.map(cut).joined(separator: " … "),
            statement.mode.rawValue,
        ].joined(separator: " | ")
    }
}

/// The rules that found the statements of a text.
func rules(_ text: String) -> [String] {
    Extractor().extract([UInt8](text.utf8)).statements.map(\.rule)
}
