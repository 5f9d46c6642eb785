// Strings side by side, found by their number.

/// The bytes of a number of strings, one after the other.
struct StringTable: Sendable {
    let bytes: Slab<UInt8>
    /// One entry more than there are strings.
    let offsets: Slab<UInt32>

    init(bytes: Slab<UInt8>, offsets: Slab<UInt32>) {
        self.bytes = bytes
        self.offsets = offsets
    }

    init(_ strings: some Sequence<some Collection<UInt8>>) {
        var bytes: [UInt8] = []
        var offsets: [UInt32] = [0]
        for string in strings {
            bytes.append(contentsOf: string)
            offsets.append(UInt32(truncatingIfNeeded: bytes.count))
        }
        self.init(bytes: Slab(bytes), offsets: Slab(offsets))
    }

    var count: Int { offsets.count - 1 }

    @inline(__always)
    subscript(index: Int) -> Slab<UInt8> { bytes[Int(offsets[index])..<Int(offsets[index + 1])] }

    func text(_ index: Int) -> String { String(decoding: self[index].buffer, as: UTF8.self) }

    /// The first of the ascending strings that is not less than `key`, by bytes.
    func lowerBound(_ key: some Collection<UInt8>) -> Int { bound(Array(key), after: false) }

    /// The strings that equal `key`, in an ascending table.
    func equalRange(_ key: some Collection<UInt8>) -> Range<Int> {
        let key = Array(key)
        let low = bound(key, after: false)
        var high = low
        while high < count, compare(high, key) == 0 { high += 1 }
        return low..<high
    }

    /// The strings that begin with `prefix`, in an ascending table.
    func prefixRange(_ prefix: some Collection<UInt8>) -> Range<Int> {
        let prefix = Array(prefix)
        let first = bound(prefix, after: false)
        // A table of a snapshot may be in another order than it should: then the range is wrong, but it is one.
        return first..<max(first, bound(prefix, after: true))
    }

    /// - Parameter after: whether strings that begin with `key` count as smaller than it.
    private func bound(_ key: [UInt8], after: Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            let order = compare(middle, key, prefixOnly: after)
            if order < 0 || after && order == 0 { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether this is the memory of another table.
    func isSame(as other: StringTable) -> Bool {
        bytes.start == other.bytes.start && offsets.start == other.offsets.start && count == other.count
    }

    /// Whether a string comes before another, by bytes.
    func precedes(_ left: Int, _ right: Int) -> Bool {
        withExtendedLifetime(bytes) { self[left].buffer.precedes(self[right].buffer) }
    }

    /// The first strings alone, in the same memory.
    func first(_ count: Int) -> StringTable {
        count == self.count ? self : StringTable(bytes: bytes, offsets: offsets[0..<count + 1])
    }

    /// Below, at or above 0 where a string is less than a key, equal to it, or greater.
    ///
    /// - Parameter prefixOnly: whether strings that begin with the key count as equal to it.
    func compare(_ index: Int, _ key: [UInt8], prefixOnly: Bool = false) -> Int {
        let first = Int(offsets[index])
        let length = Int(offsets[index + 1]) - first
        let shared = min(length, key.count)
        for place in 0..<shared {
            let left = bytes[first + place]
            let right = key[place]
            if left != right { return left < right ? -1 : 1 }
        }
        if prefixOnly, length >= key.count { return 0 }
        return length - key.count
    }
}
