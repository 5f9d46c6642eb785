// Where each word stands: the positional index of a text field.

import DixitText

/// A positional inverted index over folded words.
///
/// Every word of the field has a position, counted through all rows in their order; between two rows, and between two
/// pieces of one row, one position stays empty so that no phrase runs across. A term has two ascending lists: the rows it
/// is in (postings) and the positions it stands at.
final class TextIndex: Sendable {
    /// The folded words, ascending by bytes: the term dictionary.
    let terms: StringTable
    let rowOffsets: Slab<UInt32>
    let rows: TermLists<PackedLists>
    let positionOffsets: Slab<UInt32>
    let positions: TermLists<PackedPlaces>
    /// Where each row begins; one more entry for the end. The last position of a row is an empty one.
    let rowStarts: Slab<UInt32>
    /// The positions at which a sentence begins.
    let sentenceStarts: Slab<UInt32>
    /// The positions at which a paragraph begins.
    let paragraphStarts: Slab<UInt32>

    init(
        terms: StringTable, rowOffsets: Slab<UInt32>, rows: TermLists<PackedLists>, positionOffsets: Slab<UInt32>,
        positions: TermLists<PackedPlaces>, rowStarts: Slab<UInt32>, sentenceStarts: Slab<UInt32>,
        paragraphStarts: Slab<UInt32>
    ) {
        self.terms = terms
        self.rowOffsets = rowOffsets
        self.rows = rows
        self.positionOffsets = positionOffsets
        self.positions = positions
        self.rowStarts = rowStarts
        self.sentenceStarts = sentenceStarts
        self.paragraphStarts = paragraphStarts
    }

    var rowCount: Int { rowStarts.count - 1 }

    /// What long lists that are made of the index while a question runs have their memory from; nil where none are unpacked.
    var scratch: ScratchMemory? {
        switch rows {
        case .packed(let lists): lists.scratch
        case .grown(let lists): lists.scratch
        case .plain, .layered: nil
        }
    }

    /// The rows with a term.
    @inline(__always)
    func postings(_ term: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        switch rows {
        case .plain(let rows): rows[Int(rowOffsets[term])..<Int(rowOffsets[term + 1])]
        case .packed(let lists):
            try control.postings(of: self, term) { () throws(Stop) in
                try lists.list(term, count: documentFrequency(term), control)
            }
        case .layered(let lists): lists.list(term)
        case .grown(let lists): try lists.list(term, control)
        }
    }

    /// The rows with each of some terms that follow each other, one list behind the other.
    func postings(_ terms: Range<Int>, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        let all = Int(rowOffsets[terms.lowerBound])..<Int(rowOffsets[terms.upperBound])
        switch rows {
        case .plain(let rows): return rows[all]
        case .packed(let lists): return try lists.lists(terms, rowOffsets, control)
        case .layered(let lists): return lists.lists(terms, count: all.count)
        case .grown(let lists): return try lists.lists(terms, count: all.count, control)
        }
    }

    /// The rows with a term of the names of a table or of the values of a field, whose lists are never packed.
    func plainPostings(_ term: Int) -> Slab<UInt32> {
        switch rows {
        case .plain(let rows): rows[Int(rowOffsets[term])..<Int(rowOffsets[term + 1])]
        case .packed, .grown: Slab()
        case .layered(let lists): lists.list(term)
        }
    }

    /// In how many rows a term is.
    @inline(__always)
    func documentFrequency(_ term: Int) -> Int { Int(rowOffsets[term + 1]) - Int(rowOffsets[term]) }

    /// The places of a term.
    @inline(__always)
    func places(_ term: Int, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        switch positions {
        case .plain(let positions): positions[Int(positionOffsets[term])..<Int(positionOffsets[term + 1])]
        case .packed(let lists): try lists.list(term, count: collectionFrequency(term), control)
        case .layered(let lists): lists.list(term)
        case .grown(let lists): try lists.list(term, control)
        }
    }

    /// The places of a term in a window of positions.
    func places(_ term: Int, in window: Range<UInt32>, _ control: RunControl) throws(Stop) -> Slab<UInt32> {
        switch positions {
        case .plain:
            let places = try places(term, control)
            let first = places.lowerBound(window.lowerBound)
            return places[first..<places.lowerBound(window.upperBound, from: first)]
        case .packed(let lists):
            return try lists.list(term, count: collectionFrequency(term), in: window, control)
        case .layered(let lists): return lists.list(term, in: window)
        case .grown(let lists): return try lists.list(term, in: window, control)
        }
    }

    /// The number of positions that have a word.
    var wordCount: Int { Int(positionOffsets.last ?? 0) }

    /// How often a term stands anywhere.
    func collectionFrequency(_ term: Int) -> Int { Int(positionOffsets[term + 1]) - Int(positionOffsets[term]) }

    /// The number of words of a row, empty positions included but the last.
    @inline(__always)
    func length(_ row: UInt32) -> Int { max(0, Int(rowStarts[Int(row) + 1]) - Int(rowStarts[Int(row)]) - 1) }

    /// The term that a folded word is; nil where no row has it.
    func term(_ word: some Collection<UInt8>) -> Int? {
        let range = terms.equalRange(word)
        return range.isEmpty ? nil : range.lowerBound
    }

    /// The terms that begin with a folded prefix.
    func terms(prefix: some Collection<UInt8>) -> Range<Int> { terms.prefixRange(prefix) }

    /// The row that holds a position.
    func row(at position: UInt32, from row: Int = 0) -> Int {
        let next = rowStarts.gallop(position, from: row)
        return next < rowStarts.count && rowStarts[next] == position ? lastRow(startingAt: next) : next - 1
    }

    /// Of rows without words, which share their start with the next one, the one that is not empty.
    private func lastRow(startingAt index: Int) -> Int {
        var index = index
        while index + 1 < rowStarts.count - 1, rowStarts[index + 1] == rowStarts[index] { index += 1 }
        return index
    }
}

/// The lists of the terms of an index, one behind the other: as they are, or packed, as a snapshot has those of texts, or in layers where
/// texts were added, or both.
enum TermLists<Packed: PackedForm>: Sendable {
    case plain(Slab<UInt32>)
    case packed(Packed)
    case layered(LayeredLists)
    case grown(GrownLists<Packed>)
}

extension TextIndex {
    /// The same with its rows in another order: the row at a place is the one that had the number there.
    ///
    /// - Precondition: no list is packed, and no row has sentences.
    func reordered(_ rows: Slab<UInt32>) -> TextIndex {
        var terms = [UInt32](repeating: .max, count: Int(rowStarts.last ?? 0))
        for term in 0..<self.terms.count {
            for place in plainPlaces(term) { terms[Int(place)] = UInt32(truncatingIfNeeded: term) }
        }
        var stream: [UInt32] = []
        stream.reserveCapacity(terms.count)
        var starts: [UInt32] = [0]
        starts.reserveCapacity(rows.count + 1)
        for row in rows {
            stream += terms[Int(rowStarts[Int(row)])..<Int(rowStarts[Int(row) + 1])]
            starts.append(UInt32(truncatingIfNeeded: stream.count))
        }
        return TextIndexBuilder(stream: stream, rowStarts: starts).finish(
            terms: self.terms, ranks: (0..<UInt32(truncatingIfNeeded: self.terms.count)).map { $0 })
    }

    private func plainPlaces(_ term: Int) -> Slab<UInt32> {
        switch positions {
        case .plain(let positions): positions[Int(positionOffsets[term])..<Int(positionOffsets[term + 1])]
        case .packed, .grown: Slab()
        case .layered(let lists): lists.list(term)
        }
    }
}
