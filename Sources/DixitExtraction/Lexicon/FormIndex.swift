// Finds what the lexicon knows of a written form with one look at memory for most words of a text.

/// What begins with a word, so that nothing is looked for where nothing begins.
package struct Openings: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A fixed phrase: «d'|ailleurs».
    package static let phrase = Openings(rawValue: 1 << 0)
    /// A noun for an event, an agreement: «table |ronde».
    package static let event = Openings(rawValue: 1 << 1)
    package static let agreement = Openings(rawValue: 1 << 2)
    /// «en |présence de»
    package static let tie = Openings(rawValue: 1 << 3)
    /// «hier», «lundi», «janvier»
    package static let date = Openings(rawValue: 1 << 4)
    package static let month = Openings(rawValue: 1 << 5)
    package static let agency = Openings(rawValue: 1 << 6)
    package static let office = Openings(rawValue: 1 << 7)
    /// A noun for what somebody says: «déclaration».
    package static let speechNoun = Openings(rawValue: 1 << 8)

    /// The second word of a fixed phrase: «d'|ailleurs|».
    package static let phraseRest = Openings(rawValue: 1 << 9)

    /// A frequent word of some language: «de», «the».
    package static let languageWord = Openings(rawValue: 1 << 10)

    package func has(_ other: Openings) -> Bool { rawValue & other.rawValue != 0 }
}

/// The forms of the lexicon, finished. Open addressing; an entry is half a cache line and holds the form itself, its classes and
/// what begins with it. A byte of each hash lies apart, so that a word that the lexicon does not have, and which is rare, reads
/// nothing that the processor does not hold already.
struct FormIndex: Sendable {
    /// 32 bytes.
    struct Entry: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var classes: WordClass = []
        /// The unknown word where the lexicon has the form for nothing but what it opens.
        var word = WordID.unknown
        var openings: Openings = []
        /// In bytes.
        var length: UInt8 = 0
    }

    private typealias Tail = InlineArray<4, UInt64>

    private var entries: [Entry]
    /// For each entry seven bits of its hash and a one; 0 for an empty place.
    private var tags: [UInt8]
    /// By word: what a form of more than sixteen bytes has after them.
    private var tails: [UInt32: Tail] = [:]

    /// - Parameter others: Forms that are no words of the lexicon, and what they open; the same for words of it.
    init(_ table: WordTable, openings: (WordID) -> Openings, others: [(form: String, openings: Openings)]) {
        var size = 1 << 12
        while size < table.count * 5 / 2 { size *= 2 }
        entries = [Entry](repeating: Entry(), count: size)
        tags = [UInt8](repeating: 0, count: size)
        guard table.count > 0 else { return }
        for number in 1...table.count {
            let word = WordID(raw: UInt32(truncatingIfNeeded: number))
            let form = WrittenForm(table.utf8(word))
            guard !form.isTooLong else { continue }
            let entry = Entry(
                low: form.groups[0], high: form.groups[1], classes: table.classes[number], word: word,
                openings: openings(word), length: UInt8(form.count))
            if !form.isShort { tails[word.raw] = Self.tail(form) }
            var slot = place(form.hash)
            while tags[slot] != 0 { slot = (slot + 1) & (size - 1) }
            entries[slot] = entry
            tags[slot] = Self.tag(form.hash)
        }
        for other in others { add(WrittenForm(other.form.utf8), other.openings) }
    }

    private mutating func add(_ form: WrittenForm, _ openings: Openings) {
        guard form.isShort, form.count > 0 else { return }
        var slot = place(form.hash)
        while tags[slot] != 0 {
            if entries[slot].low == form.groups[0], entries[slot].high == form.groups[1], entries[slot].length <= 16 {
                entries[slot].openings.formUnion(openings)
                return
            }
            slot = (slot + 1) & (entries.count - 1)
        }
        entries[slot] = Entry(
            low: form.groups[0], high: form.groups[1], openings: openings, length: UInt8(form.count))
        tags[slot] = Self.tag(form.hash)
    }

    private static func tail(_ form: WrittenForm) -> Tail {
        var tail = Tail(repeating: 0)
        for index in 0..<4 { tail[index] = form.groups[index + 2] }
        return tail
    }

    @inline(__always)
    private func place(_ hash: UInt32) -> Int { Int(hash &* 0x9E37_79B1 >> 7) & (entries.count - 1) }

    @inline(__always)
    private static func tag(_ hash: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: hash) | 0x80 }

    /// The first eight bytes of the form that lies where one with this hash lies first; 0 for none.
    @inline(__always)
    func first(_ hash: UInt32) -> UInt64 {
        let slot = place(hash)
        return tags[slot] == Self.tag(hash) ? entries[slot].low : 0
    }

    /// The same as ``entry(_:_:hash:)`` where it is known what ``first(_:)`` says.
    @inline(__always)
    func entry(_ low: UInt64, _ high: UInt64, hash: UInt32, first: UInt64) -> Entry {
        if first == low {
            let entry = entries[place(hash)]
            if entry.high == high, entry.length <= 16 { return entry }
        }
        return entry(low, high, hash: hash)
    }

    /// A form of at most sixteen bytes; an empty entry where the lexicon does not have it.
    func entry(_ low: UInt64, _ high: UInt64, hash: UInt32) -> Entry {
        let mask = entries.count - 1
        var slot = place(hash)
        let tag = Self.tag(hash)
        while tags[slot] != 0 {
            if tags[slot] == tag {
                let entry = entries[slot]
                // A longer form may begin with the same sixteen bytes.
                if entry.low == low, entry.high == high, entry.length <= 16 { return entry }
            }
            slot = (slot + 1) & mask
        }
        return Entry()
    }

    func entry(_ form: WrittenForm) -> Entry {
        if form.isShort { return entry(form.groups[0], form.groups[1], hash: form.hash) }
        guard !form.isTooLong else { return Entry() }
        let mask = entries.count - 1
        var slot = place(form.hash)
        while tags[slot] != 0 {
            let entry = entries[slot]
            if entry.low == form.groups[0], entry.high == form.groups[1], Int(entry.length) == form.count,
                let tail = tails[entry.word.raw], (0..<4).allSatisfy({ tail[$0] == form.groups[$0 + 2] })
            {
                return entry
            }
            slot = (slot + 1) & mask
        }
        return Entry()
    }
}
