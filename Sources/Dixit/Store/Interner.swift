// Gives each different string a number, in the order of first meeting.

/// A growing set of byte strings with their numbers.
///
/// An open hash table beside one arena of bytes; no string is an object of its own. A slot holds the hash of its string and
/// the number, so that only the string that is looked for, and rarely another, is read.
struct Interner: Sendable {
    private(set) var bytes: [UInt8] = []
    /// One entry more than there are strings.
    private(set) var offsets: [UInt32] = [0]
    /// The hash in the upper half, the number in the lower; ``empty`` where there is none.
    private var slots: [UInt64]
    private var mask: Int
    /// Different in each run, so that nobody can make strings beforehand that all fall into one slot.
    private let seed = UInt64.random(in: .min ... .max)

    private static let empty = UInt64.max

    /// Takes no memory to speak of until there is a string.
    init() {
        slots = [Self.empty]
        mask = 0
    }

    var count: Int { offsets.count - 1 }

    func range(_ number: Int) -> Range<Int> { Int(offsets[number])..<Int(offsets[number + 1]) }

    /// The number of a string, a new one where it was not met before.
    ///
    /// - Complexity: O(length) on average.
    mutating func number(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        number(of: string, hash: Self.hash(string, seed))
    }

    @inline(__always)
    private mutating func number(of string: UnsafeBufferPointer<UInt8>, hash: UInt32) -> UInt32 {
        switch find(string, hash: hash) {
        case .number(let number): return number
        case .slot(let slot): return add(string, hash: hash, at: slot)
        }
    }

    /// The number of a string; nil where it was not met.
    func knownNumber(of string: UnsafeBufferPointer<UInt8>) -> UInt32? {
        if case .number(let number) = find(string, hash: Self.hash(string, seed)) { number } else { nil }
    }

    private enum Place {
        case number(UInt32)
        /// Where it belongs.
        case slot(Int)
    }

    @inline(__always)
    private func find(_ string: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Place {
        var slot = Int(hash) & mask
        while true {
            let entry = slots[slot]
            if entry == Self.empty { return .slot(slot) }
            if UInt32(truncatingIfNeeded: entry >> 32) == hash {
                let candidate = UInt32(truncatingIfNeeded: entry)
                if equals(Int(candidate), string) { return .number(candidate) }
            }
            slot = (slot + 1) & mask
        }
    }

    private mutating func add(_ string: UnsafeBufferPointer<UInt8>, hash: UInt32, at slot: Int) -> UInt32 {
        let number = UInt32(truncatingIfNeeded: count)
        slots[slot] = UInt64(hash) << 32 | UInt64(number)
        bytes.append(contentsOf: string)
        offsets.append(UInt32(truncatingIfNeeded: bytes.count))
        if count * 2 > mask { grow() }
        return number
    }

    /// The number here of each string of another one.
    ///
    /// A table that is larger than the caches answers after a hundred nanoseconds: the slots of many strings are looked at, then the strings
    /// that are there, before the first of them is compared, so that all are waited for at once.
    mutating func numbers(of other: Interner) -> [UInt32] {
        let portion = 64
        return [UInt32](unsafeUninitializedCapacity: other.count) { numbers, filled in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: portion) { hashes in
                other.bytes.withUnsafeBufferPointer { bytes in
                    var seen: UInt64 = 0
                    while filled < other.count {
                        let end = Swift.min(other.count, filled + portion)
                        for number in filled..<end {
                            let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[other.range(number)]), seed)
                            hashes[number - filled] = hash
                            seen &+= slots[Int(hash) & mask]
                        }
                        for number in filled..<end {
                            let entry = slots[Int(hashes[number - filled]) & mask]
                            if entry == Self.empty { continue }
                            let place = Int(offsets[Int(UInt32(truncatingIfNeeded: entry))])
                            if place < self.bytes.count { seen &+= UInt64(self.bytes[place]) }
                        }
                        for number in filled..<end {
                            let string = UnsafeBufferPointer(rebasing: bytes[other.range(number)])
                            numbers[number] = self.number(of: string, hash: hashes[number - filled])
                        }
                        filled = end
                    }
                    // Something has to come of the looks, or none are taken.
                    if seen == 0 { filled = other.count }
                }
            }
        }
    }

    mutating func number(of string: [UInt8]) -> UInt32 {
        string.withUnsafeBufferPointer { number(of: $0) }
    }

    /// The numbers, sorted by their strings, and the strings in that order.
    func sorted() -> (order: [UInt32], table: StringTable) {
        var order = (0..<UInt32(truncatingIfNeeded: count)).map { $0 }
        bytes.withUnsafeBufferPointer { bytes in
            order.sort { left, right in
                let left = UnsafeBufferPointer(rebasing: bytes[range(Int(left))])
                let right = UnsafeBufferPointer(rebasing: bytes[range(Int(right))])
                return left.precedes(right)
            }
        }
        return (order, StringTable(order.lazy.map { bytes[range(Int($0))] }))
    }

    @inline(__always)
    private func equals(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(offsets[number])
        let length = Int(offsets[number + 1]) - start
        guard length == string.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            let string = UnsafeRawBufferPointer(string)
            func areSame<Word: FixedWidthInteger & BitwiseCopyable>(_ word: Word.Type, at place: Int) -> Bool {
                bytes.loadUnaligned(fromByteOffset: start + place, as: Word.self)
                    == string.loadUnaligned(fromByteOffset: place, as: Word.self)
            }
            if length >= 8 {
                var place = 0
                while place + 8 < length {
                    if !areSame(UInt64.self, at: place) { return false }
                    place += 8
                }
                return areSame(UInt64.self, at: length - 8)
            }
            if length >= 4 { return areSame(UInt32.self, at: 0) && areSame(UInt32.self, at: length - 4) }
            for place in 0..<length where bytes[start + place] != string[place] { return false }
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        mask = Swift.max(1023, mask * 2 + 1)
        slots = [UInt64](repeating: Self.empty, count: mask + 1)
        for entry in old where entry != Self.empty {
            var slot = Int(truncatingIfNeeded: entry >> 32) & mask
            while slots[slot] != Self.empty { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }

    /// Eight bytes at a time, multiplied into a hash of 64 bits whose halves are then mixed. Never the hash of ``empty``.
    ///
    /// Source: the multiplication of D. E. Knuth, “The Art of Computer Programming” 3, 6.4, with the golden ratio in 64 bits.
    private static func hash(_ string: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt32 {
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        let count = string.count
        let memory = UnsafeRawBufferPointer(string)
        var hash = seed ^ UInt64(truncatingIfNeeded: count)
        var rest: UInt64 = 0
        if count >= 8 {
            var place = 0
            while place + 8 <= count {
                hash = (hash ^ memory.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* factor
                hash ^= hash >> 29
                place += 8
            }
            // The last eight, some of which were there before.
            rest = memory.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        } else if count >= 4 {
            rest = UInt64(memory.loadUnaligned(as: UInt32.self))
            rest |= UInt64(memory.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
        } else if count > 0 {
            rest = UInt64(memory[0]) | UInt64(memory[count >> 1]) << 8 | UInt64(memory[count - 1]) << 16
        }
        hash = (hash ^ rest) &* factor
        hash ^= hash >> 32
        hash = hash &* factor
        let upper = UInt32(truncatingIfNeeded: hash >> 32)
        return upper == .max ? 0 : upper
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these bytes come before others: by the first that differs, then by length.
    func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index]
        }
        return count < other.count
    }
}
