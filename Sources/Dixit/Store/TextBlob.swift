// The texts of all documents in one piece of memory.

import DixitText

/// The bytes of the documents one after the other, and behind them the titles that stand in no document.
struct TextBlob {
    let bytes: Slab<UInt8>
    let documents: DocumentTexts
    /// Where the titles are that came from outside; nil where none did.
    let titles: [Range<Int>?]

    init(texts: [String], titles: [String?]) {
        let total = texts.reduce(0) { $0 + $1.utf8.count } + titles.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        var starts: [UInt64] = []
        starts.reserveCapacity(texts.count)
        var lengths: [UInt32] = []
        lengths.reserveCapacity(texts.count)
        var ranges: [Range<Int>?] = []
        ranges.reserveCapacity(titles.count)
        bytes = Slab(capacity: total, spare: true) { memory in
            var filled = 0
            for text in texts {
                starts.append(UInt64(filled))
                let length = Self.copy(text, to: memory + filled)
                lengths.append(UInt32(truncatingIfNeeded: length))
                filled += length
            }
            for title in titles {
                let length = title.map { Self.copy($0, to: memory + filled) }
                ranges.append(length.map { filled..<filled + $0 })
                filled += length ?? 0
            }
            return filled
        }
        documents = DocumentTexts(starts: Slab(starts), lengths: Slab(lengths))
        self.titles = ranges
    }

    /// The bytes of a document.
    func range(of document: Int) -> Range<Int> { documents.range(document) }

    /// A range of a document's text as one of ``bytes``; what lies outside the document is cut off.
    func range(_ range: TextRange, of document: Int) -> Range<Int> {
        let whole = self.range(of: document)
        let start = min(whole.lowerBound + Int(range.start), whole.upperBound)
        return start..<max(start, min(whole.lowerBound + Int(range.end), whole.upperBound))
    }

    func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes.buffer[range])
    }

    /// A range as a value of its own, such as a name or a role: without spaces at its ends, a line end in it a space.
    func value(_ range: TextRange, of document: Int) -> String {
        Self.value(buffer(self.range(range, of: document)))
    }

    /// Bytes as a value of their own.
    static func value(_ source: UnsafeBufferPointer<UInt8>) -> String {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var needsWork = false
        var wasSpace = true
        for byte in source {
            if isSpace(byte), wasSpace || byte != 0x20 { needsWork = true }
            wasSpace = isSpace(byte)
        }
        if !needsWork && !wasSpace { return String(decoding: source, as: UTF8.self) }
        var result: [UInt8] = []
        for byte in source {
            if !isSpace(byte) {
                result.append(byte)
            } else if let last = result.last, last != 0x20 {
                result.append(0x20)
            }
        }
        if result.last == 0x20 { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }

    /// Copies a text and returns how many bytes it has.
    private static func copy(_ text: String, to memory: UnsafeMutablePointer<UInt8>) -> Int {
        var text = text
        return text.withUTF8 { source in
            if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
            return source.count
        }
    }
}
