// From words in the order of their places to the places of each word.

import DixitText
import Synchronization

/// Takes the rows of a text field in order and makes their ``TextIndex``.
struct TextIndexBuilder: Sendable {
    private var interner = Interner()
    /// The words in order of position, as numbers of the interner; `.max` is an empty position.
    private var stream: [UInt32] = []
    private var rowStarts: [UInt32] = [0]
    private var sentenceStarts: [UInt32] = []
    private var paragraphStarts: [UInt32] = []
    /// At each place the row that was added with the number there; nil where rows stay where they are.
    private var order: [UInt32]?

    init() {}

    /// Rows without sentences whose words have numbers already.
    init(stream: [UInt32], rowStarts: [UInt32]) {
        self.stream = stream
        self.rowStarts = rowStarts
    }

    private var position: UInt32 { UInt32(truncatingIfNeeded: stream.count) }

    /// Marks where a sentence begins: before the next word.
    mutating func startSentence() {
        if sentenceStarts.last != position { sentenceStarts.append(position) }
    }

    mutating func startParagraph() {
        if paragraphStarts.last != position { paragraphStarts.append(position) }
    }

    /// Adds the words of a piece of text to the current row.
    mutating func add(_ words: Words) {
        words.bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<words.count {
                stream.append(interner.number(of: UnsafeBufferPointer(rebasing: bytes[words.range(of: index)])))
            }
        }
    }

    /// Adds the words of a whole text to the current row. A sentence ends at `.`, `!` or `?` before a space, a sentence and a paragraph
    /// at a line end: what lies between two words says it.
    mutating func add(_ words: WordReader, of text: UnsafeBufferPointer<UInt8>) {
        words.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            var place = 0
            for index in words.ends.indices {
                let source = words.sourceRanges[index]
                var (startsSentence, startsParagraph) = (index == 0, index == 0)
                while place < Int(source.start) {
                    let byte = text[place]
                    if byte == 0x0A {
                        (startsSentence, startsParagraph) = (true, true)
                    } else if byte == 0x20, place > 0 {
                        let before = text[place - 1]
                        if before == 0x2E || before == 0x21 || before == 0x3F { startsSentence = true }
                    }
                    place += 1
                }
                if startsSentence { startSentence() }
                if startsParagraph { startParagraph() }
                let end = Int(words.ends[index])
                stream.append(interner.number(of: UnsafeBufferPointer(rebasing: bytes[start..<end])))
                start = end
                place = Int(source.end)
            }
        }
    }

    /// Leaves a position empty, which a phrase does not run across.
    mutating func addGap() { stream.append(.max) }

    mutating func finishRow() {
        if Int(rowStarts.last ?? 0) < stream.count { stream.append(.max) }
        rowStarts.append(position)
    }

    /// Adds the rows of another one, as if each were added here.
    ///
    /// - Complexity: linear; each different word of the other is looked up once.
    mutating func append(contentsOf other: TextIndexBuilder) {
        let base = position
        let numbers = interner.numbers(of: other.interner)
        stream.append(contentsOf: other.stream.lazy.map { $0 == .max ? .max : numbers[Int($0)] })
        rowStarts.append(contentsOf: other.rowStarts.dropFirst().lazy.map { base &+ $0 })
        sentenceStarts.append(contentsOf: other.sentenceStarts.lazy.map { base &+ $0 })
        paragraphStarts.append(contentsOf: other.paragraphStarts.lazy.map { base &+ $0 })
    }

    /// Makes room for about so many times the rows of another one.
    mutating func reserve(_ other: TextIndexBuilder, times: Double) {
        stream.reserve(other.stream, times: times)
        rowStarts.reserve(other.rowStarts, times: times)
        sentenceStarts.reserve(other.sentenceStarts, times: times)
        paragraphStarts.reserve(other.paragraphStarts, times: times)
    }

    /// Puts the rows in another order: the row at a place is the one that was added with the number there. No row is added after this.
    mutating func reorder(_ rows: [UInt32]) { order = rows }

    /// - Parameter work: hands out places of words on several threads; the index is the same.
    /// - Complexity: linear in the number of words, but for sorting the different ones.
    consuming func finish(
        on work: ConcurrentWork = { pieces, work in (0..<pieces).forEach(work) }
    ) -> TextIndex {
        let (order, terms) = interner.sorted()
        interner = Interner()
        var ranks = [UInt32](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { ranks[Int(number)] = UInt32(truncatingIfNeeded: place) }
        return finish(terms: terms, ranks: ranks, on: work)
    }

    /// - Parameter ranks: the term that each number is.
    consuming func finish(
        terms: StringTable, ranks: [UInt32],
        on work: ConcurrentWork = { pieces, work in (0..<pieces).forEach(work) }
    ) -> TextIndex {
        // Where no word follows, nothing begins.
        if let last = sentenceStarts.last, last == position { sentenceStarts.removeLast() }
        if let last = paragraphStarts.last, last == position { paragraphStarts.removeLast() }
        let rowCount = rowStarts.count - 1
        var starts = Slab(rowStarts)
        if let order {
            starts = Slab(capacity: rowCount + 1) { memory in
                var next: UInt32 = 0
                for (place, row) in order.enumerated() {
                    memory[place] = next
                    next += rowStarts[Int(row) + 1] - rowStarts[Int(row)]
                }
                memory[rowCount] = next
                return rowCount + 1
            }
        }
        let sentences = Slab(moved(sentenceStarts, to: starts))
        let paragraphs = Slab(moved(paragraphStarts, to: starts))
        let lists = inverted(ranks, starts, on: work)
        return TextIndex(
            terms: terms, rowOffsets: lists.rowOffsets, rows: .plain(lists.rows),
            positionOffsets: lists.positionOffsets, positions: .plain(lists.positions), rowStarts: starts,
            sentenceStarts: sentences, paragraphStarts: paragraphs)
    }

    /// The marks of each row where it begins now, ascending.
    private func moved(_ marks: [UInt32], to starts: Slab<UInt32>) -> [UInt32] {
        guard let order else { return marks }
        // By row as it was added, the first mark of it or of a row behind it.
        var first: [UInt32] = []
        first.reserveCapacity(rowStarts.count)
        var mark = 0
        for start in rowStarts {
            while mark < marks.count, marks[mark] < start { mark += 1 }
            first.append(UInt32(truncatingIfNeeded: mark))
        }
        var result: [UInt32] = []
        result.reserveCapacity(marks.count)
        for (place, row) in order.enumerated() {
            for mark in first[Int(row)]..<first[Int(row) + 1] {
                result.append(marks[Int(mark)] - rowStarts[Int(row)] + starts[place])
            }
        }
        return result
    }

    /// The two lists of each term, side by side.
    private struct Lists {
        let rowOffsets: Slab<UInt32>
        let rows: Slab<UInt32>
        let positionOffsets: Slab<UInt32>
        let positions: Slab<UInt32>
    }

    /// What is known of a word while places are handed out. Frequent words are met first and lie side by side, so that most of what is
    /// looked at stays in the nearest cache.
    private struct Cursor {
        /// First counted, then where the next one goes.
        var position: UInt32 = 0
        var row: UInt32 = 0
        var lastRow = UInt32.max
    }

    /// A part of the rows in their order, with what is known of each word at its beginning.
    private struct Part: Sendable {
        let rows: Range<Int>
        var cursors: [Cursor]
    }

    /// The parts, each of which one thread at a time changes.
    private struct Parts: ~Copyable, Sendable {
        let parts: Mutex<[Part]>
        let count: Int

        init(_ parts: [Part]) {
            count = parts.count
            self.parts = Mutex(parts)
        }

        func change(_ number: Int, _ body: (inout Part) -> Void) {
            var part = Part(rows: 0..<0, cursors: [])
            parts.withLock { swap(&part, &$0[number]) }
            body(&part)
            parts.withLock { swap(&part, &$0[number]) }
        }
    }

    /// So many words are inverted before another thread has begun.
    private static let smallPart = 1 << 16

    /// The rows in two parts of about as many words, or in one.
    private func parts(_ starts: Slab<UInt32>, words: Int) -> [Part] {
        let rowCount = starts.count - 1
        let isLong = Int(starts[rowCount]) > Self.smallPart
        let middle = isLong ? min(rowCount, starts.lowerBound(starts[rowCount] / 2)) : rowCount
        let cursors = [Cursor](repeating: Cursor(), count: words)
        return [0..<middle, middle..<rowCount].filter { !$0.isEmpty }.map { Part(rows: $0, cursors: cursors) }
    }

    /// - Parameter starts: where the rows begin in their order.
    /// - Complexity: linear; a counting sort. Each part of the rows is counted, which tells where its places go, and then handed out.
    private func inverted(_ ranks: [UInt32], _ starts: Slab<UInt32>, on work: ConcurrentWork) -> Lists {
        let shared = Parts(parts(starts, words: ranks.count))
        let builder = self
        work(shared.count) { shared.change($0) { builder.count(&$0, starts) } }
        var positionOffsets = [UInt32](repeating: 0, count: ranks.count + 1)
        var rowOffsets = positionOffsets
        shared.parts.withLock { parts in
            for (word, rank) in ranks.enumerated() {
                for part in parts.indices {
                    positionOffsets[Int(rank) + 1] += parts[part].cursors[word].position
                    rowOffsets[Int(rank) + 1] += parts[part].cursors[word].row
                }
            }
            for term in 0..<ranks.count {
                positionOffsets[term + 1] += positionOffsets[term]
                rowOffsets[term + 1] += rowOffsets[term]
            }
            for (word, rank) in ranks.enumerated() {
                var next = Cursor(position: positionOffsets[Int(rank)], row: rowOffsets[Int(rank)])
                for part in parts.indices {
                    let count = parts[part].cursors[word]
                    parts[part].cursors[word] = next
                    next.position += count.position
                    next.row += count.row
                }
            }
        }
        let (rowTotal, positionTotal) = (Int(rowOffsets[ranks.count]), Int(positionOffsets[ranks.count]))
        var rows = Slab<UInt32>()
        let positions = Slab<UInt32>(capacity: positionTotal, spare: true) { positions in
            rows = Slab(capacity: rowTotal, spare: true) { rows in
                // Each part has places of its own in both.
                nonisolated(unsafe) let (positions, rows) = (positions, rows)
                work(shared.count) { shared.change($0) { builder.fill(positions, rows, starts, &$0) } }
                return rowTotal
            }
            return positionTotal
        }
        return Lists(
            rowOffsets: Slab(rowOffsets), rows: rows, positionOffsets: Slab(positionOffsets), positions: positions)
    }

    /// Runs through the words of the rows of a part, with the row and the place of each in the order of rows.
    @inline(__always)
    private func forEachWord(
        of part: Range<Int>, _ starts: Slab<UInt32>, _ visit: (_ word: Int, _ position: UInt32, _ row: UInt32) -> Void
    ) {
        stream.withUnsafeBufferPointer { stream in
            for row in part {
                let added = order.map { Int($0[row]) } ?? row
                var position = starts[row]
                for place in Int(rowStarts[added])..<Int(rowStarts[added + 1]) {
                    let word = stream[place]
                    if word != .max { visit(Int(word), position, UInt32(truncatingIfNeeded: row)) }
                    position &+= 1
                }
            }
        }
    }

    private func count(_ part: inout Part, _ starts: Slab<UInt32>) {
        part.cursors.withUnsafeMutableBufferPointer { cursors in
            forEachWord(of: part.rows, starts) { word, _, row in
                cursors[word].position &+= 1
                if cursors[word].lastRow != row {
                    cursors[word].lastRow = row
                    cursors[word].row &+= 1
                }
            }
        }
    }

    private func fill(
        _ positions: UnsafeMutablePointer<UInt32>, _ rows: UnsafeMutablePointer<UInt32>, _ starts: Slab<UInt32>,
        _ part: inout Part
    ) {
        part.cursors.withUnsafeMutableBufferPointer { cursors in
            forEachWord(of: part.rows, starts) { word, position, row in
                positions[Int(cursors[word].position)] = position
                cursors[word].position &+= 1
                if cursors[word].lastRow != row {
                    cursors[word].lastRow = row
                    rows[Int(cursors[word].row)] = row
                    cursors[word].row &+= 1
                }
            }
        }
    }
}
