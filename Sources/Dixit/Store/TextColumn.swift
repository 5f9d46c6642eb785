// A text field: where its characters are, and where its words are.

import DixitText

/// The texts of a field, each one or more pieces of the corpus's bytes, with their index.
struct TextColumn: Sendable {
    /// The bytes that the pieces are cut from: the documents' own.
    let bytes: Slab<UInt8>
    /// The pieces of each row: `pieceOffsets[row]..<pieceOffsets[row + 1]`.
    let pieceOffsets: Slab<UInt32>
    /// In bytes from the start of ``bytes``.
    let starts: Slab<UInt64>
    let lengths: Slab<UInt32>
    let index: TextIndex

    /// Stands between the pieces of a text that something else interrupts.
    static let separator = " […] "

    func pieces(_ row: UInt32) -> Range<Int> { Int(pieceOffsets[Int(row)])..<Int(pieceOffsets[Int(row) + 1]) }

    func piece(_ index: Int) -> Slab<UInt8> {
        let start = Int(starts[index])
        return bytes[start..<start + Int(lengths[index])]
    }

    func isMissing(_ row: UInt32) -> Bool { pieces(row).isEmpty }

    /// The text of a row, pieces joined by ``separator``; nil where it is missing.
    func text(_ row: UInt32) -> String? {
        let pieces = pieces(row)
        if pieces.isEmpty { return nil }
        return pieces.map { String(decoding: piece($0).buffer, as: UTF8.self) }.joined(separator: Self.separator)
    }
}

/// Takes the texts of a field row by row.
struct TextColumnBuilder {
    private var pieceOffsets: [UInt32] = [0]
    private var starts: [UInt64] = []
    private var lengths: [UInt32] = []
    private var index = TextIndexBuilder()

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
            starts.append(UInt64(piece.lowerBound))
            lengths.append(UInt32(truncatingIfNeeded: piece.count))
            if number > 0 { index.addGap() }
            addWords(of: piece, in: bytes, sentences: sentences, paragraphs: paragraphs)
        }
        pieceOffsets.append(UInt32(truncatingIfNeeded: starts.count))
        index.finishRow()
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

    consuming func finish(bytes: Slab<UInt8>) -> TextColumn {
        TextColumn(
            bytes: bytes, pieceOffsets: Slab(pieceOffsets), starts: Slab(starts), lengths: Slab(lengths),
            index: index.finish())
    }
}
