// Cuts a text that is too long to be read at once where paragraphs end.

/// Ranges of at most so many bytes, one after the other, which are the whole text.
///
/// A section ends after a line end; in a line that is longer than a section, after a space; in a word that is longer, before a
/// character.
struct Sections: Sequence, IteratorProtocol {
    private let text: [UInt8]
    private let longest: Int
    private var start = 0

    init(of text: [UInt8], longest: Int) {
        self.text = text
        self.longest = longest
    }

    mutating func next() -> Range<Int>? {
        guard start < text.count else { return nil }
        let section = start..<end()
        start = section.upperBound
        return section
    }

    private func end() -> Int {
        let limit = start + longest
        guard limit < text.count else { return text.count }
        let candidates = text[start..<limit]
        if let line = candidates.lastIndex(of: 0x0A) { return line + 1 }
        if let space = candidates.lastIndex(of: 0x20) { return space + 1 }
        // A character has no more than four bytes.
        for end in stride(from: limit, to: Swift.max(start + 1, limit - 4), by: -1) where text[end] & 0xC0 != 0x80 {
            return end
        }
        return limit
    }
}
