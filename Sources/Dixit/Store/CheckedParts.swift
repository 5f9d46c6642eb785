// Which parts of a snapshot have been checked.

import Synchronization

/// A set of numbers that only grows, from any thread; that a part is checked twice does no harm.
final class CheckedParts: Sendable {
    private nonisolated(unsafe) let words: UnsafeMutableBufferPointer<Atomic<UInt64>>

    init(count: Int) {
        words = .allocate(capacity: (count + 63) / 64)
        if let base = words.baseAddress {
            for place in words.indices { (base + place).initialize(to: Atomic(0)) }
        }
    }

    deinit {
        words.baseAddress?.deinitialize(count: words.count)
        words.deallocate()
    }

    @inline(__always)
    func contains(_ number: Int) -> Bool {
        words[number >> 6].load(ordering: .acquiring) >> UInt64(number & 63) & 1 == 1
    }

    func insert(_ number: Int) {
        words[number >> 6].bitwiseOr(1 << UInt64(number & 63), ordering: .releasing)
    }
}
