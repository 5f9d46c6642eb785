// Contiguous memory that never changes: what columns and indexes are made of.

/// Memory that lives as long as a slab looks at it.
class SlabOwner: @unchecked Sendable {}

/// Memory that was allocated here.
private final class HeapOwner: SlabOwner, @unchecked Sendable {
    let memory: UnsafeMutableRawPointer

    init(byteCount: Int) {
        memory = .allocate(byteCount: max(byteCount, 1), alignment: 64)
    }

    deinit { memory.deallocate() }
}

/// Memory that somebody else keeps, such as a mapped file: it stays for as long as its keeper is held.
private final class BorrowedOwner: SlabOwner, @unchecked Sendable {
    private let keeper: any AnyObject & Sendable

    init(_ keeper: any AnyObject & Sendable) { self.keeper = keeper }
}

/// An immutable run of plain values, which a column, an index and a slice of either share without copying.
///
/// This is the one type that vouches for memory being safe to share between threads: nothing writes to a slab once it is
/// made. Reading out of bounds is a mistake of the engine, never of input, and is checked in debug builds.
struct Slab<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let start: UnsafePointer<Element>
    let count: Int
    private let owner: SlabOwner?

    private init(start: UnsafePointer<Element>, count: Int, owner: SlabOwner?) {
        self.start = start
        self.count = count
        self.owner = owner
    }

    /// Memory with `capacity` places that `initialize` fills; it returns how many it filled.
    init(capacity: Int, initialize: (UnsafeMutablePointer<Element>) -> Int) {
        let heap = HeapOwner(byteCount: capacity * MemoryLayout<Element>.stride)
        let memory = heap.memory.bindMemory(to: Element.self, capacity: Swift.max(capacity, 1))
        let count = initialize(memory)
        assert(count <= capacity)
        self.init(start: UnsafePointer(memory), count: count, owner: heap)
    }

    init(_ elements: [Element]) {
        self.init(capacity: elements.count) { memory in
            elements.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
            }
            return elements.count
        }
    }

    init() { self.init([]) }

    @inline(__always)
    subscript(index: Int) -> Element {
        assert(index >= 0 && index < count)
        // A slab that is only an intermediate result would otherwise be free to go before it is read.
        return withExtendedLifetime(owner) { start[index] }
    }

    /// A part of the slab, sharing its memory.
    @inline(__always)
    subscript(range: Range<Int>) -> Slab {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return Slab(start: start + range.lowerBound, count: range.count, owner: owner)
    }

    /// The memory itself, for as long as the slab is held by something with a name: never of an intermediate result.
    var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }
    var byteCount: Int { count * MemoryLayout<Element>.stride }

    /// The same memory as bytes.
    var raw: Slab<UInt8> {
        Slab<UInt8>(
            start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: byteCount, owner: owner)
    }
}

extension Slab where Element == UInt8 {
    /// Memory that `keeper` keeps, without copying it.
    init(borrowing memory: UnsafeRawBufferPointer, keeper: any AnyObject & Sendable) {
        guard let base = memory.baseAddress else {
            self.init()
            return
        }
        self.init(
            start: base.assumingMemoryBound(to: UInt8.self), count: memory.count, owner: BorrowedOwner(keeper))
    }

    /// A part of the bytes as values of another type, sharing the memory; nil where they do not lie inside.
    ///
    /// - Precondition: the place is aligned for the type.
    func view<Value>(_ type: Value.Type, at offset: Int, count: Int) -> Slab<Value>? {
        let (length, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        guard !overflows, count >= 0, offset >= 0, offset <= self.count, length <= self.count - offset else {
            return nil
        }
        let start = UnsafeRawPointer(self.start) + offset
        return Slab<Value>(start: start.assumingMemoryBound(to: Value.self), count: count, owner: owner)
    }
}

extension Slab: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }
}

extension Slab where Element: Comparable {
    /// The first index whose element is not less than `value`, in an ascending slab.
    ///
    /// - Complexity: O(log n).
    func lowerBound(_ value: Element, from first: Int = 0) -> Int {
        var low = first
        var high = count
        while low < high {
            let middle = (low + high) >> 1
            if start[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The same for a value that is likely near `first`: steps double until they pass it.
    ///
    /// Source: J. L. Bentley and A. C. Yao, “An almost optimal algorithm for unbounded searching” (galloping search).
    ///
    /// - Complexity: O(log distance).
    @inline(__always)
    func gallop(_ value: Element, from first: Int) -> Int {
        guard first < count, start[first] < value else { return first }
        var step = 1
        var low = first
        while low + step < count, start[low + step] < value {
            low += step
            step <<= 1
        }
        var high = Swift.min(low + step, count)
        low += 1
        while low < high {
            let middle = (low + high) >> 1
            if start[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
