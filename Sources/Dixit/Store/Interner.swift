// Gives each different string a number, in the order of first meeting.

/// A growing set of byte strings with their numbers.
///
/// An open hash table of numbers beside one arena of bytes; no string is an object of its own.
struct Interner {
    private(set) var bytes: [UInt8] = []
    /// One entry more than there are strings.
    private(set) var offsets: [UInt32] = [0]
    private var slots: [UInt32]
    private var hashes: [UInt32] = []
    private var mask: Int

    init() {
        slots = [UInt32](repeating: .max, count: 1024)
        mask = 1023
    }

    var count: Int { hashes.count }

    func range(_ number: Int) -> Range<Int> { Int(offsets[number])..<Int(offsets[number + 1]) }

    /// The number of a string, a new one where it was not met before.
    ///
    /// - Complexity: O(length) on average.
    mutating func number(of string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Self.hash(string)
        var slot = Int(hash) & mask
        while slots[slot] != .max {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, equals(candidate, string) { return UInt32(truncatingIfNeeded: candidate) }
            slot = (slot + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: hashes.count)
        slots[slot] = number
        hashes.append(hash)
        bytes.append(contentsOf: string)
        offsets.append(UInt32(truncatingIfNeeded: bytes.count))
        if hashes.count * 2 > mask { grow() }
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
        mask = mask * 2 + 1
        slots = [UInt32](repeating: .max, count: mask + 1)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] != .max { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: number)
        }
    }

    /// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a of 64 bits, its halves mixed.
    private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in string { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 29)
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
