// The different values of a keyword field, sorted as readers sort them.

import DixitText

/// The different texts of a field. The code of a text is its place in the order of folded texts, so that those that are
/// equal when folded have neighbouring codes, and ordering codes orders texts.
struct ValueDictionary: Sendable {
    let values: StringTable
    /// The folded values, in the same order.
    let folded: StringTable
    /// The words of the values, for `contains`; a row of it is a code.
    let words: TextIndex

    var count: Int { values.count }

    func text(_ code: UInt32) -> String { values.text(Int(code)) }

    /// The codes of the values that equal a folded text.
    func codes(equal foldedText: [UInt8]) -> Range<Int> { folded.equalRange(foldedText) }

    /// The codes of the values that begin with a folded text.
    func codes(prefix foldedText: [UInt8]) -> Range<Int> { folded.prefixRange(foldedText) }

    /// The dictionary of what was interned, and for each number its code.
    init(_ interner: Interner) {
        let numbers = (0..<interner.count).map { Array(interner.bytes[interner.range($0)]) }
        let foldedNumbers = numbers.map { FoldedText($0).bytes }
        let order = numbers.indices.sorted { left, right in
            if foldedNumbers[left] == foldedNumbers[right] {
                return numbers[left].lexicographicallyPrecedes(numbers[right])
            }
            return foldedNumbers[left].lexicographicallyPrecedes(foldedNumbers[right])
        }
        values = StringTable(order.lazy.map { numbers[$0] })
        folded = StringTable(order.lazy.map { foldedNumbers[$0] })
        var builder = TextIndexBuilder()
        for number in order {
            builder.add(Words(numbers[number]))
            builder.finishRow()
        }
        words = builder.finish()
        var codes = [UInt32](repeating: 0, count: numbers.count)
        for (code, number) in order.enumerated() { codes[number] = UInt32(truncatingIfNeeded: code) }
        self.codes = codes
    }

    /// By number of the interner.
    fileprivate let codes: [UInt32]
}

/// A keyword field: a code a row, and for each code the rows.
struct KeywordColumn: Sendable {
    let dictionary: ValueDictionary
    /// The codes of each row, ascending.
    let codes: Links
    let postings: Adjacency
}

/// For each row at most one number, or a list.
enum Links: Sendable {
    /// `UInt32.max` where there is none.
    case one(Slab<UInt32>)
    case many(Adjacency)

    @inline(__always)
    func isEmpty(_ row: UInt32) -> Bool {
        switch self {
        case .one(let ids): ids[Int(row)] == .max
        case .many(let lists): lists.count(row) == 0
        }
    }

    @inline(__always)
    func forEach<Failure: Error>(_ row: UInt32, _ body: (UInt32) throws(Failure) -> Void) throws(Failure) {
        switch self {
        case .one(let ids):
            let id = ids[Int(row)]
            if id != .max { try body(id) }
        case .many(let lists):
            for place in lists.range(row) { try body(lists.ids[place]) }
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
        case .many(let lists): Adjacency(inverting: lists, targets: targets)
        }
    }
}

/// Takes the values of a keyword field row by row.
struct KeywordColumnBuilder {
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

    mutating func append(_ value: String?) {
        append(value.map { [Array($0.utf8)] } ?? [])
    }

    consuming func finish() -> KeywordColumn {
        let dictionary = ValueDictionary(interner)
        let rowCount = offsets.count - 1
        let codes: Links
        if many {
            codes = .many(
                Adjacency(
                    (0..<rowCount).map { row in
                        Set(numbers[Int(offsets[row])..<Int(offsets[row + 1])].map { dictionary.codes[Int($0)] }).sorted()
                    }))
        } else {
            codes = .one(
                Slab(
                    (0..<rowCount).map { row in
                        offsets[row] == offsets[row + 1] ? .max : dictionary.codes[Int(numbers[Int(offsets[row])])]
                    }))
        }
        return KeywordColumn(dictionary: dictionary, codes: codes, postings: codes.inverted(targets: dictionary.count))
    }
}
