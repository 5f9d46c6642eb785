// A text field: where its characters are, and where its words are.

import DixitText

/// The texts of a field, each one or more pieces of the corpus's bytes, with their index.
final class TextColumn: Sendable {
    /// The bytes that the pieces are cut from: the documents' own.
    let bytes: TextBytes
    /// The pieces of each row: `offsets[row]..<offsets[row + 1]`. Nil where each row has one, as in a snapshot of texts that are in no document.
    let offsets: Slab<UInt32>?
    let starts: TextStarts
    let lengths: TextLengths
    let index: TextIndex
    /// What the bytes are compared with before they are shown or searched; nil where they were made here, or checked before.
    let seal: TextSeal?
    private let strings: TextStrings
    private let laterStrings: TextStrings

    /// - Parameter older: a column whose bytes are the beginning of these, if there is one: what is known of them stays known.
    init(
        bytes: TextBytes, offsets: Slab<UInt32>?, starts: TextStarts, lengths: TextLengths, index: TextIndex,
        seal: TextSeal? = nil, after older: TextColumn? = nil
    ) {
        self.seal = seal
        self.bytes = bytes
        if let older, older.bytes.first.start == bytes.first.start, older.bytes.first.count == bytes.first.count {
            strings = older.strings
        } else {
            strings = TextStrings(bytes.first)
        }
        laterStrings = TextStrings(bytes.later)
        self.offsets = offsets
        self.starts = starts
        self.lengths = lengths
        self.index = index
    }

    /// Stands between the pieces of a text that something else interrupts.
    static let separator = " […] "

    var rowCount: Int { index.rowCount }

    func pieces(_ row: UInt32) -> Range<Int> {
        guard let offsets else { return Int(row)..<Int(row) + 1 }
        return Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1])
    }

    /// Where the pieces of each row begin; one more entry for the end.
    var pieceOffsets: Slab<UInt32> {
        offsets ?? Slab((0...rowCount).map { UInt32(truncatingIfNeeded: $0) })
    }

    /// The same; nil where each row has one piece.
    var neededOffsets: Slab<UInt32>? {
        guard let offsets else { return nil }
        return offsets.indices.allSatisfy { Int(offsets[$0]) == $0 } ? nil : offsets
    }

    func piece(_ index: Int) -> Slab<UInt8> { bytes[range(index)] }

    /// Where a piece lies in ``bytes``.
    @inline(__always)
    func range(_ piece: Int) -> Range<Int> {
        let start = starts[piece]
        return start..<start + lengths[piece]
    }

    func isMissing(_ row: UInt32) -> Bool { pieces(row).isEmpty }

    /// The bytes of the text of a row where they lie, or joined where it has several pieces; nil where it is missing.
    func bytes(_ row: UInt32) -> Slab<UInt8>? {
        let pieces = pieces(row)
        if pieces.count == 1 { return piece(pieces.lowerBound) }
        return text(row).map { Slab(Array($0.utf8)) }
    }

    /// The text of a row, pieces joined by ``separator``; nil where it is missing.
    func text(_ row: UInt32) -> String? {
        let pieces = pieces(row)
        if pieces.isEmpty { return nil }
        if pieces.count == 1 { return string(range(pieces.lowerBound)) }
        return pieces.map { string(range($0)) }.joined(separator: Self.separator)
    }

    /// Makes ready to make strings of the texts of rows, the first of them: texts lie anywhere, and looking at all of them one after
    /// the other waits for many at a time, where making a string between two looks waits for each.
    func prepare(_ rows: Slab<UInt32>) {
        // A few are not worth it, and of very many the first would be gone again.
        if rows.count < 32 { return }
        for place in 0..<min(rows.count, 256) {
            for piece in pieces(rows[place]) {
                let range = range(piece)
                if range.upperBound <= bytes.first.count { strings.prepare(range) }
            }
        }
    }

    @inline(__always)
    private func string(_ range: Range<Int>) -> String {
        if range.upperBound <= bytes.first.count { return strings.string(range) }
        return laterStrings.string(range.lowerBound - bytes.first.count..<range.upperBound - bytes.first.count)
    }
}

/// Where texts start in the bytes of a corpus: in four bytes each where all start in the first four thousand million.
enum TextStarts: Sendable {
    case near(Slab<UInt32>)
    case far(Slab<UInt64>)

    init(_ starts: [Int]) {
        if starts.allSatisfy({ $0 <= UInt32.max }) {
            self = .near(Slab(starts.map { UInt32(truncatingIfNeeded: $0) }))
        } else {
            self = .far(Slab(starts.map { UInt64(truncatingIfNeeded: $0) }))
        }
    }

    var count: Int {
        switch self {
        case .near(let starts): starts.count
        case .far(let starts): starts.count
        }
    }

    @inline(__always)
    subscript(piece: Int) -> Int {
        switch self {
        case .near(let starts): Int(starts[piece])
        case .far(let starts): Int(starts[piece])
        }
    }
}

/// The bytes of texts: in two bytes each, or one, where all are short and a snapshot has them.
enum TextLengths: Sendable {
    case wide(Slab<UInt32>)
    case narrow(NarrowNumbers)

    @inline(__always)
    subscript(piece: Int) -> Int {
        switch self {
        case .wide(let lengths): Int(lengths[piece])
        case .narrow(let lengths): Int(lengths[piece])
        }
    }

    var wide: Slab<UInt32> {
        switch self {
        case .wide(let lengths): lengths
        case .narrow(let lengths): lengths.wide
        }
    }

    /// As a file has them.
    var narrowed: TextLengths {
        guard case .wide(let lengths) = self, let narrow = NarrowNumbers(lengths) else { return self }
        return .narrow(narrow)
    }
}

/// Takes the texts of a field row by row.
struct TextColumnBuilder: Sendable {
    private var pieceOffsets: [UInt32] = [0]
    private var starts: [Int] = []
    private var lengths: [UInt32] = []
    private var index = TextIndexBuilder()
    private var words = WordReader()

    init() {}

    /// Adds a row whose text is these ranges of `bytes`; none for a missing text.
    ///
    /// - Parameters:
    ///   - sentences: where sentences begin, ascending; a piece that begins in the middle of one begins another.
    ///   - paragraphs: where paragraphs begin.
    mutating func append(
        _ pieces: [Range<Int>], in bytes: UnsafeBufferPointer<UInt8>, sentences: [Int] = [], paragraphs: [Int] = []
    ) {
        for (number, piece) in pieces.enumerated() where !piece.isEmpty {
            starts.append(piece.lowerBound)
            lengths.append(UInt32(truncatingIfNeeded: piece.count))
            if number > 0 { index.addGap() }
            addWords(of: piece, in: bytes, sentences: sentences, paragraphs: paragraphs)
        }
        pieceOffsets.append(UInt32(truncatingIfNeeded: starts.count))
        index.finishRow()
    }

    /// Adds a row with a text that lies at `start` of the bytes; an empty text is a missing one.
    ///
    /// A sentence ends at `.`, `!` or `?` before a space, a sentence and a paragraph at a line end.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        if !text.isEmpty {
            starts.append(start)
            lengths.append(UInt32(truncatingIfNeeded: text.count))
            words.read(text)
            index.add(words, of: text)
        }
        pieceOffsets.append(UInt32(truncatingIfNeeded: starts.count))
        index.finishRow()
    }

    /// Adds the rows of another one, whose bytes lie at `base` of these.
    mutating func append(contentsOf other: TextColumnBuilder, at base: Int) {
        let pieces = UInt32(truncatingIfNeeded: starts.count)
        pieceOffsets.append(contentsOf: other.pieceOffsets.dropFirst().lazy.map { pieces &+ $0 })
        starts.append(contentsOf: other.starts.lazy.map { base + $0 })
        lengths.append(contentsOf: other.lengths)
        index.append(contentsOf: other.index)
    }

    /// Makes room for about so many times the rows of another one.
    mutating func reserve(_ other: TextColumnBuilder, times: Double) {
        pieceOffsets.reserve(other.pieceOffsets, times: times)
        starts.reserve(other.starts, times: times)
        lengths.reserve(other.lengths, times: times)
        index.reserve(other.index, times: times)
    }

    /// Puts the rows in another order: the row at a place is the one that was added with the number there. No row is added after this.
    mutating func reorder(_ rows: [UInt32]) {
        var offsets: [UInt32] = [0]
        offsets.reserveCapacity(rows.count + 1)
        var newStarts: [Int] = []
        newStarts.reserveCapacity(starts.count)
        var newLengths: [UInt32] = []
        newLengths.reserveCapacity(starts.count)
        for row in rows {
            for piece in Int(pieceOffsets[Int(row)])..<Int(pieceOffsets[Int(row) + 1]) {
                newStarts.append(starts[piece])
                newLengths.append(lengths[piece])
            }
            offsets.append(UInt32(truncatingIfNeeded: newStarts.count))
        }
        (pieceOffsets, starts, lengths) = (offsets, newStarts, newLengths)
        index.reorder(rows)
    }

    private mutating func addWords(
        of piece: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, sentences: [Int], paragraphs: [Int]
    ) {
        // Words are found stretch by stretch, from one beginning of a sentence to the next.
        var start = piece.lowerBound
        var sentence = firstIndex(after: start, in: sentences)
        var paragraph = firstIndex(after: start, in: paragraphs)
        index.startSentence()
        index.startParagraph()
        while start < piece.upperBound {
            let nextSentence = sentence < sentences.count ? sentences[sentence] : piece.upperBound
            let nextParagraph = paragraph < paragraphs.count ? paragraphs[paragraph] : piece.upperBound
            let end = min(piece.upperBound, nextSentence, nextParagraph)
            index.add(Words(UnsafeBufferPointer(rebasing: bytes[start..<end]), base: start))
            if end == piece.upperBound { break }
            if end == nextSentence {
                index.startSentence()
                sentence += 1
            }
            if end == nextParagraph {
                index.startParagraph()
                paragraph += 1
            }
            start = end
        }
    }

    private func firstIndex(after place: Int, in starts: [Int]) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) >> 1
            if starts[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    consuming func finish(
        bytes: Slab<UInt8>, on work: ConcurrentWork = { pieces, work in (0..<pieces).forEach(work) }
    ) -> TextColumn {
        TextColumn(
            bytes: TextBytes(bytes), offsets: Slab(pieceOffsets), starts: TextStarts(starts),
            lengths: .wide(Slab(lengths)), index: index.finish(on: work))
    }
}
