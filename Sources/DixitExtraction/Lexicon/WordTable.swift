// The written forms of a lexicon while it is read: what is known of each.

/// The number of a written form in the lexicon; 0 stands for every form that it does not have.
package struct WordID: Hashable, Sendable {
    package let raw: UInt32
    package init(raw: UInt32) { self.raw = raw }
    package static let unknown = WordID(raw: 0)
    package var index: Int { Int(raw) }
    package var isKnown: Bool { raw != 0 }
}

/// Written forms in lower case, each with its classes and its verb. Open addressing; texts are looked up in ``FormIndex``.
struct WordTable: Sendable {
    /// By word; index 0 is the unknown word.
    private(set) var classes: [WordClass] = [[]]
    /// By word: an index into the lexicon's verbs, or -1.
    private(set) var verbs: [Int16] = [-1]
    private var keys: [UInt8] = []
    private var keyEnds: [UInt32] = [0]
    private var hashes: [UInt32] = [0]
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    var count: Int { classes.count - 1 }

    /// The word with these bytes, or the unknown one.
    private func word(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
        let mask = slots.count - 1
        var slot = Int(hash &* 0x9E37_79B1 >> 7) & mask
        while true {
            let index = Int(slots[slot])
            if index == 0 { return .unknown }
            if hashes[index] == hash, matches(index, bytes) { return WordID(raw: UInt32(truncatingIfNeeded: index)) }
            slot = (slot + 1) & mask
        }
    }

    func word(_ form: String) -> WordID {
        var form = form
        return form.withUTF8 { word($0, hash: WrittenForm.hash($0)) }
    }

    /// The first word with a hash, or the unknown one.
    func word(hash: UInt32) -> WordID {
        let mask = slots.count - 1
        var slot = Int(hash &* 0x9E37_79B1 >> 7) & mask
        while true {
            let index = Int(slots[slot])
            if index == 0 { return .unknown }
            if hashes[index] == hash { return WordID(raw: UInt32(truncatingIfNeeded: index)) }
            slot = (slot + 1) & mask
        }
    }

    private func matches(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(keyEnds[index - 1])
        let end = Int(keyEnds[index])
        guard end - start == bytes.count else { return false }
        for offset in 0..<bytes.count where keys[start + offset] != bytes[offset] { return false }
        return true
    }

    /// Adds classes to a form; a verb is kept if the form has none yet.
    mutating func add(_ form: String, _ classes: WordClass, verb: Int16 = -1) {
        let known = word(form).index
        if known > 0 {
            self.classes[known].formUnion(classes)
            if verbs[known] < 0 { verbs[known] = verb }
            return
        }
        keys.append(contentsOf: form.utf8)
        keyEnds.append(UInt32(truncatingIfNeeded: keys.count))
        hashes.append(WrittenForm.hash(form.utf8))
        self.classes.append(classes)
        verbs.append(verb)
        if self.classes.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for index in 1..<self.classes.count { insert(index) }
        } else {
            insert(self.classes.count - 1)
        }
    }

    /// Takes the readings as a verb from a form.
    mutating func removeVerb(_ form: String) {
        let known = word(form).index
        guard known > 0 else { return }
        classes[known].subtract(WordClass.verb.union([.speech, .verbSingular, .verbPlural]))
        verbs[known] = -1
    }

    private mutating func insert(_ index: Int) {
        let mask = slots.count - 1
        var slot = Int(hashes[index] &* 0x9E37_79B1 >> 7) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(truncatingIfNeeded: index)
    }

    /// The bytes of a known word.
    func utf8(_ word: WordID) -> ArraySlice<UInt8> {
        keys[Int(keyEnds[word.index - 1])..<Int(keyEnds[word.index])]
    }

    func text(_ word: WordID) -> String { word.isKnown ? String(decoding: utf8(word), as: UTF8.self) : "" }
}
