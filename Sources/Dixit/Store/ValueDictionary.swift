// The different values of a keyword field, sorted as readers sort them.

import DixitText
import Synchronization

/// The different texts of a field. The code of a text is its place in the order of folded texts, so that those that are
/// equal when folded have neighbouring codes, and ordering codes orders texts; but for texts that came with further
/// documents, whose codes come behind and whose place ``order`` knows.
final class ValueDictionary: Sendable {
    let values: StringTable
    /// The folded values, by code.
    let folded: StringTable
    /// The words of the values, for `contains`; a row of it is a code.
    let words: TextIndex
    /// By folded value, then by value.
    let order: StringOrder
    /// Made when somebody asks for the order of codes that do not say it.
    private let knownRanks = AtomicLazyReference<StringRanks>()

    var count: Int { values.count }

    func text(_ code: UInt32) -> String { values.text(Int(code)) }

    /// The codes of the values that equal a folded text, ascending.
    func codes(equal foldedText: [UInt8]) -> [UInt32] { order.numbers(equal: foldedText, in: folded) }

    /// The codes of the values that begin with a folded text, ascending.
    func codes(prefix foldedText: [UInt8]) -> [UInt32] { order.numbers(prefix: foldedText, in: folded) }

    /// - Parameter order: nil where codes say it.
    init(values: StringTable, folded: StringTable, words: TextIndex, order: StringOrder? = nil) {
        self.values = values
        self.folded = folded
        self.words = words
        self.order = order ?? StringOrder(ascending: values.count)
    }

    /// A number that orders as the value of a code does.
    @inline(__always)
    func rank(_ code: UInt32) -> UInt32 { order.isAscending ? code : ranks[Int(code)] }

    /// For each code its place in the order of values.
    ///
    /// - Complexity: linear at the first time where codes do not say it, at the speed of memory.
    private var ranks: Slab<UInt32> {
        if let known = knownRanks.load() { return known.ranks }
        return knownRanks.storeIfNil(StringRanks(codesInOrder)).ranks
    }

    /// All codes in the order of their values.
    var codesInOrder: Slab<UInt32> { order.numbersInOrder { precedes($0, $1) } }

    /// Whether the value of a code comes before that of another.
    func precedes(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (folded[left], folded[right])
        if first.buffer.precedes(second.buffer) { return true }
        if second.buffer.precedes(first.buffer) { return false }
        let (firstValue, secondValue) = (values[left], values[right])
        return withExtendedLifetime((first, second, firstValue, secondValue)) {
            firstValue.buffer.precedes(secondValue.buffer)
        }
    }

    /// The dictionary of what was interned.
    ///
    /// - Parameter codes: becomes the code of each number.
    /// - Complexity: linear but for sorting, which looks at eight bytes of most values.
    init(_ interner: Interner, codes: inout [UInt32]) {
        var foldedBytes: [UInt8] = []
        foldedBytes.reserveCapacity(interner.bytes.count)
        var foldedOffsets = [0]
        foldedOffsets.reserveCapacity(interner.count + 1)
        interner.bytes.withUnsafeBufferPointer { bytes in
            for number in 0..<interner.count {
                foldedBytes += FoldedText(UnsafeBufferPointer(rebasing: bytes[interner.range(number)])).bytes
                foldedOffsets.append(foldedBytes.count)
            }
        }
        func foldedRange(_ number: UInt32) -> Range<Int> { foldedOffsets[Int(number)]..<foldedOffsets[Int(number) + 1] }
        let order = Self.order(interner, foldedBytes, foldedRange)
        values = StringTable(order.lazy.map { interner.bytes[interner.range(Int($0))] })
        // Ids are mostly folded as they are.
        folded =
            foldedBytes == interner.bytes ? values : StringTable(order.lazy.map { foldedBytes[foldedRange($0)] })
        var builder = TextIndexBuilder()
        interner.bytes.withUnsafeBufferPointer { bytes in
            for number in order {
                builder.add(Words(UnsafeBufferPointer(rebasing: bytes[interner.range(Int(number))])))
                builder.finishRow()
            }
        }
        words = builder.finish()
        self.order = StringOrder(ascending: order.count)
        codes = [UInt32](repeating: 0, count: interner.count)
        for (code, number) in order.enumerated() { codes[Int(number)] = UInt32(truncatingIfNeeded: code) }
    }

    /// The numbers in the order of their folded values, those that fold to the same in the order of their bytes.
    private static func order(
        _ interner: Interner, _ foldedBytes: [UInt8], _ foldedRange: (UInt32) -> Range<Int>
    ) -> [UInt32] {
        foldedBytes.withUnsafeBufferPointer { foldedBytes in
            interner.bytes.withUnsafeBufferPointer { bytes in
                var keys = (0..<UInt32(truncatingIfNeeded: interner.count)).map { number in
                    (prefix: foldedBytes.prefixKey(foldedRange(number)), number: number)
                }
                keys.sort { left, right in
                    if left.prefix != right.prefix { return left.prefix < right.prefix }
                    let (leftRange, rightRange) = (foldedRange(left.number), foldedRange(right.number))
                    let leftFolded = UnsafeBufferPointer(rebasing: foldedBytes[leftRange])
                    let rightFolded = UnsafeBufferPointer(rebasing: foldedBytes[rightRange])
                    if leftFolded.precedes(rightFolded) { return true }
                    if rightFolded.precedes(leftFolded) { return false }
                    return UnsafeBufferPointer(rebasing: bytes[interner.range(Int(left.number))])
                        .precedes(UnsafeBufferPointer(rebasing: bytes[interner.range(Int(right.number))]))
                }
                return keys.map(\.number)
            }
        }
    }
}

/// A keyword field: a code a row, and for each code the rows.
final class KeywordColumn: Sendable {
    let dictionary: ValueDictionary
    /// The codes of each row, ascending.
    let codes: Links
    let postings: Adjacency

    init(dictionary: ValueDictionary, codes: Links, postings: Adjacency) {
        self.dictionary = dictionary
        self.codes = codes
        self.postings = postings
    }

    /// The same with codes of four bytes, behind which others can be written.
    var wide: KeywordColumn {
        guard case .narrow = codes else { return self }
        return KeywordColumn(dictionary: dictionary, codes: codes.wide, postings: postings)
    }
}

/// For each row at most one number, or a list.
enum Links: Sendable {
    /// `UInt32.max` where there is none.
    case one(Slab<UInt32>)
    /// The same in fewer bytes: codes out of a snapshot.
    case narrow(NarrowNumbers)
    case many(Adjacency)

    /// The only number of a row; `.max` where there is none, or lists.
    @inline(__always)
    func single(_ row: UInt32) -> UInt32 {
        switch self {
        case .one(let ids): ids[Int(row)]
        case .narrow(let ids): ids.id(Int(row))
        case .many: .max
        }
    }

    /// The same in four bytes each.
    var wide: Links { if case .narrow(let ids) = self { .one(ids.wideIds) } else { self } }

    @inline(__always)
    func isEmpty(_ row: UInt32) -> Bool {
        switch self {
        case .one, .narrow: single(row) == .max
        case .many(let lists): lists.count(row) == 0
        }
    }

    @inline(__always)
    func forEach<Failure: Error>(_ row: UInt32, _ body: (UInt32) throws(Failure) -> Void) throws(Failure) {
        switch self {
        case .one, .narrow:
            let id = single(row)
            if id != .max { try body(id) }
        case .many(let lists): try lists.forEach(row, body)
        }
    }

    /// The numbers of a row where they lie.
    @inline(__always)
    subscript(row: UInt32) -> Slab<UInt32> {
        switch self {
        case .one(let ids): ids[Int(row)..<Int(row) + (ids[Int(row)] == .max ? 0 : 1)]
        case .narrow: Slab(list(row))
        case .many(let lists): lists[row]
        }
    }

    @inline(__always)
    func count(_ row: UInt32) -> Int {
        switch self {
        case .one, .narrow: single(row) == .max ? 0 : 1
        case .many(let lists): lists.count(row)
        }
    }

    func list(_ row: UInt32) -> [UInt32] {
        var result: [UInt32] = []
        forEach(row) { result.append($0) }
        return result
    }

    func inverted(targets: Int) -> Adjacency {
        switch self {
        case .one(let ids): Adjacency(inverting: ids, targets: targets)
        case .narrow(let ids): Adjacency(inverting: ids.wideIds, targets: targets)
        case .many(let lists): Adjacency(inverting: lists, targets: targets)
        }
    }
}

/// Takes the values of a keyword field row by row.
struct KeywordColumnBuilder: Sendable {
    private var interner = Interner()
    private var numbers: [UInt32] = []
    private var offsets: [UInt32] = [0]
    private let many: Bool

    init(many: Bool) { self.many = many }

    /// Adds a row with these values; an empty value is none.
    mutating func append(_ values: [[UInt8]]) {
        for value in values.prefix(many ? values.count : 1) where !value.isEmpty {
            numbers.append(interner.number(of: value))
        }
        offsets.append(UInt32(truncatingIfNeeded: numbers.count))
    }

    /// Adds a row with one value, or none where it is nil or empty.
    mutating func append(_ value: String?) {
        if var value, !value.isEmpty { numbers.append(value.withUTF8 { interner.number(of: $0) }) }
        offsets.append(UInt32(truncatingIfNeeded: numbers.count))
    }

    /// Adds a value to the row that is not finished yet; an empty one is none, a second one is none where rows have one.
    mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
        guard !value.isEmpty, many || Int(offsets[offsets.count - 1]) == numbers.count else { return }
        numbers.append(interner.number(of: value))
    }

    mutating func finishRow() { offsets.append(UInt32(truncatingIfNeeded: numbers.count)) }

    /// Adds the rows of another one, as if each were added here.
    mutating func append(contentsOf other: KeywordColumnBuilder) {
        let base = UInt32(truncatingIfNeeded: numbers.count)
        let known = interner.numbers(of: other.interner)
        numbers.append(contentsOf: other.numbers.lazy.map { known[Int($0)] })
        offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { base &+ $0 })
    }

    /// Makes room for about so many times the rows of another one.
    mutating func reserve(_ other: KeywordColumnBuilder, times: Double) {
        numbers.reserve(other.numbers, times: times)
        offsets.reserve(other.offsets, times: times)
    }

    /// Puts the rows in another order: the row at a place is the one that was added with the number there.
    mutating func reorder(_ rows: [UInt32]) {
        var newOffsets: [UInt32] = [0]
        newOffsets.reserveCapacity(rows.count + 1)
        var newNumbers: [UInt32] = []
        newNumbers.reserveCapacity(numbers.count)
        for row in rows {
            for place in offsets[Int(row)]..<offsets[Int(row) + 1] { newNumbers.append(numbers[Int(place)]) }
            newOffsets.append(UInt32(truncatingIfNeeded: newNumbers.count))
        }
        (offsets, numbers) = (newOffsets, newNumbers)
    }

    consuming func finish() -> KeywordColumn {
        var codeOfNumber: [UInt32] = []
        let dictionary = ValueDictionary(interner, codes: &codeOfNumber)
        let rowCount = offsets.count - 1
        let codes: Links
        if many {
            var lists = AdjacencyBuilder(rows: rowCount)
            for row in 0..<rowCount {
                for place in offsets[row]..<offsets[row + 1] {
                    lists.append(codeOfNumber[Int(numbers[Int(place)])])
                }
                lists.finishRow()
            }
            codes = .many(lists.finish())
        } else {
            codes = .one(
                Slab(
                    (0..<rowCount).map { row in
                        offsets[row] == offsets[row + 1] ? .max : codeOfNumber[Int(numbers[Int(offsets[row])])]
                    }))
        }
        return KeywordColumn(dictionary: dictionary, codes: codes, postings: codes.inverted(targets: dictionary.count))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first eight bytes of a range as a number that orders as they do; a shorter range counts as filled up with zeros.
    fileprivate func prefixKey(_ range: Range<Int>) -> UInt64 {
        var key: UInt64 = 0
        for place in range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + 8) {
            key |= UInt64(self[place]) << UInt64(56 - 8 * (place - range.lowerBound))
        }
        return key
    }
}
