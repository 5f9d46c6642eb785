// Gives each different string a number, in the order of first meeting.

/// A growing set of byte strings with their numbers.
///
/// An open hash table beside one arena of bytes; no string is an object of its own. A slot holds the hash of its string and
/// the number, so that only the string that is looked for, and rarely another, is read.
struct Interner {
    private(set) var bytes: [UInt8] = []
    /// One entry more than there are strings.
    private(set) var offsets: [UInt32] = [0]
    /// The hash in the upper half, the number in the lower; ``empty`` where there is none.
    private var slots: [UInt64]
    private var mask: Int
    /// Different in each run, so that nobody can make strings beforehand that all fall into one slot.
    private let seed = UInt64.random(in: .min ... .max)

    private static let empty = UInt64.max

    init() {
        slots = [UInt64](repeating: Self.empty, count: 1024)
        mask = 1023
    }

    var count: Int { offsets.count - 1 }

    func range(_ number: Int) -> Range<Int> { Int(offsets[number])..<Int(offsets[number + 1]) }

    /// The number of a string, a new one where it was not met before.
    ///
    /// - Complexity: O(length) on average.
    mutating func number(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(string, seed)
        var slot = Int(hash) & mask
        while slots[slot] != Self.empty {
            if UInt32(truncatingIfNeeded: slots[slot] >> 32) == hash {
                let candidate = UInt32(truncatingIfNeeded: slots[slot])
                if equals(Int(candidate), string) { return candidate }
            }
            slot = (slot + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: count)
        slots[slot] = UInt64(hash) << 32 | UInt64(number)
        bytes.append(contentsOf: string)
        offsets.append(UInt32(truncatingIfNeeded: bytes.count))
        if count * 2 > mask { grow() }
        return number
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

    private func equals(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == string.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<string.count where bytes[range.lowerBound + index] != string[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        mask = mask * 2 + 1
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
        var hash = seed ^ UInt64(truncatingIfNeeded: string.count)
        var place = 0
        let memory = UnsafeRawBufferPointer(string)
        while place + 8 <= string.count {
            hash = (hash ^ memory.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* factor
            hash ^= hash >> 29
            place += 8
        }
        var rest: UInt64 = 0
        while place < string.count {
            rest = rest << 8 | UInt64(string[place])
            place += 1
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
