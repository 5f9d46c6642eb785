// Dictionaries whose keys are hashes or numbers already: nothing is hashed twice, and a small one is one piece of memory.

/// Values by key. Open addressing; where a key lies depends on a number of the process, so that no text can be written whose
/// keys all lie together. It has no order.
struct HashedTable<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var key: UInt64
        var value: Value?
    }

    private var slots: [Slot] = []
    private(set) var count = 0
    private let multiplier = HashSeed.multiplier

    init() {}

    @inline(__always)
    private func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* multiplier) >> 32) & (slots.count - 1)
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var slot = place(key)
        while slots[slot].value != nil, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// - Complexity: constant on average.
    subscript(key: UInt64) -> Value? {
        get { slots.isEmpty ? nil : slots[slot(of: key)].value }
        set {
            guard let newValue else { return }
            if (count + 1) * 2 > slots.count { grow() }
            let slot = slot(of: key)
            if slots[slot].value == nil { count += 1 }
            slots[slot] = Slot(key: key, value: newValue)
        }
    }

    subscript(key: UInt32) -> Value? {
        get { self[UInt64(key)] }
        set { self[UInt64(key)] = newValue }
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(key: 0, value: nil), count: max(16, old.count * 2))
        for entry in old where entry.value != nil { slots[slot(of: entry.key)] = entry }
    }
}

private enum HashSeed {
    static let multiplier = UInt64.random(in: 0...UInt64.max) | 1
}

/// Several numbers by key, the newest of which are asked for.
struct HashedLists: Sendable {
    fileprivate struct Link: Sendable {
        var value: Int32
        /// The link of the value before it, or -1.
        var before: Int32
    }

    private var links: [Link] = []
    private var last = HashedTable<Int32>()

    mutating func append(_ value: Int, to key: UInt64) {
        links.append(Link(value: Int32(truncatingIfNeeded: value), before: last[key] ?? -1))
        last[key] = Int32(truncatingIfNeeded: links.count - 1)
    }

    mutating func append(_ value: Int, to key: UInt32) { append(value, to: UInt64(key)) }

    func newest(_ key: UInt32) -> Int? { last[key].map { Int(links[Int($0)].value) } }

    /// The newest values of a key, the newest first.
    func newest(_ count: Int, of key: UInt32) -> Newest {
        Newest(links: links, link: last[key] ?? -1, count: count)
    }

    /// Walks back from the newest value.
    struct Newest: Sequence, IteratorProtocol {
        fileprivate let links: [HashedLists.Link]
        fileprivate var link: Int32
        fileprivate var count: Int

        mutating func next() -> Int? {
            guard link >= 0, count > 0 else { return nil }
            let found = links[Int(link)]
            link = found.before
            count -= 1
            return Int(found.value)
        }
    }
}
