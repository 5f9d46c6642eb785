// What Tab does with the candidates: write the part they share, or show them.

import Dixit
import DixitFormats

/// Candidates at a place in a line.
struct CompletionMenu {
    struct Insertion: Hashable {
        let range: Range<Int>
        let text: String
    }

    /// What to write; nil where the candidates differ in the next character, and are shown.
    let insertion: Insertion?
    /// The candidates as they are shown.
    let items: [String]

    private static let mostItems = 60

    /// Nil without any candidate.
    init?(_ completions: [Completion], line: String, cursor: Int) {
        guard let first = completions.first else { return nil }
        let bytes = Array(line.utf8)
        let range = first.replaced.clamped(to: 0..<bytes.count)
        let typed = String(decoding: bytes[range], as: UTF8.self)
        var items = completions.prefix(Self.mostItems).map { completion in
            DisplayText.printable(completion.text + (completion.detail.map { "  (\($0))" } ?? ""))
        }
        if completions.count > Self.mostItems { items.append("…") }
        self.items = items
        if completions.count == 1 {
            let isAtEnd = cursor >= bytes.count
            insertion = Insertion(range: range, text: first.text + (isAtEnd ? Self.ending(first) : ""))
            return
        }
        let shared = Self.sharedStart(completions.map(\.text))
        // Accents and case may be mended on the way, but nothing that was typed is taken back.
        insertion = shared.count > typed.count ? Insertion(range: range, text: shared) : nil
    }

    /// A space where a next word has to follow; after a field there may be a dot.
    private static func ending(_ completion: Completion) -> String {
        switch completion.kind {
        case .keyword, .set, .operator, .value, .format: completion.text.hasSuffix(" ") ? "" : " "
        case .field, .parameter, .name: ""
        }
    }

    private static func sharedStart(_ texts: [String]) -> String {
        guard var shared = texts.first.map({ Substring($0) }) else { return "" }
        for text in texts.dropFirst() {
            while !text.hasPrefix(shared) { shared = shared.dropLast() }
        }
        return String(shared)
    }
}
