// A text whose letters and accents are one character each, and where its words stand in the text it was made from.

package import DixitText

/// «é» as “e” and a combining accent, which file names and texts of some systems have, is one character to the lexicon.
package struct ComposedText: Sendable {
    package private(set) var bytes: [UInt8]
    /// The places behind composed characters: in this text, and in the one it was made from.
    private var ends: [(here: UInt32, there: UInt32)] = []

    /// Nil for a text without combining marks; that is nearly every text.
    package init?(_ text: [UInt8]) {
        guard var mark = Self.firstMark(text, from: 0) else { return nil }
        bytes = []
        bytes.reserveCapacity(text.count)
        var copied = 0
        while true {
            var start = mark
            while start > copied {
                start -= 1
                if text[start] & 0xC0 != 0x80 { break }
            }
            bytes += text[copied..<start]
            var end = mark
            var marks = 0
            while end < text.count, marks < Composition.mostMarks, Self.isMark(text, at: end) {
                end += 2
                marks += 1
            }
            let letters = String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.map(\.value)
            for scalar in Composition.shared.composed(letters) {
                if let scalar = Unicode.Scalar(scalar) { bytes += Array(String(Character(scalar)).utf8) }
            }
            copied = end
            ends.append((UInt32(truncatingIfNeeded: bytes.count), UInt32(truncatingIfNeeded: copied)))
            guard let next = Self.firstMark(text, from: end) else { break }
            mark = next
        }
        bytes += text[copied...]
    }

    /// A title or another short text, composed.
    package static func composed(_ text: String) -> String {
        ComposedText(Array(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? text
    }

    /// Where the words of a range stand in the text that this one was made from.
    package func original(_ range: TextRange) -> TextRange {
        TextRange(original(range.start), original(range.end))
    }

    private func original(_ place: UInt32) -> UInt32 {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle].here <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? place : ends[low - 1].there + (place - ends[low - 1].here)
    }

    /// U+0300 – U+036F: two bytes, CC 80 – CD AF.
    private static func isMark(_ text: [UInt8], at place: Int) -> Bool {
        guard place + 1 < text.count else { return false }
        return text[place] == 0xCC || text[place] == 0xCD && text[place + 1] < 0xB0
    }

    private static func firstMark(_ text: [UInt8], from start: Int) -> Int? {
        text.withUnsafeBufferPointer { text in
            var place = start
            while place + 1 < text.count {
                if text[place] == 0xCC || text[place] == 0xCD && text[place + 1] < 0xB0 { return place }
                place += 1
            }
            return nil
        }
    }
}
