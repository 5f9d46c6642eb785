// Contiguous memory that never changes: what columns and indexes are made of.

import Synchronization

/// Memory that lives as long as a slab looks at it.
class SlabOwner: @unchecked Sendable {}

/// Memory that was allocated here.
private final class HeapOwner: SlabOwner, @unchecked Sendable {
    let memory: UnsafeMutableRawPointer
    private let byteCount: Int
    /// Where the memory is from, and goes in the end.
    private let scratch: ScratchMemory?
    /// The bytes from the beginning that slabs look at: only what is behind them is ever written.
    private let takenBytes = Atomic(0)

    init(byteCount: Int) {
        self.byteCount = byteCount
        scratch = nil
        // Small memory that is aligned to more than any comes out of a slow path of the allocator. Large memory that is not
        // is given back to the system each time and comes back page by page: long lists took twice as long.
        memory = .allocate(byteCount: max(byteCount, 1), alignment: byteCount <= 1024 ? 16 : 64)
    }

    init(byteCount: Int, from scratch: ScratchMemory) {
        let block = scratch.take(byteCount: byteCount)
        (memory, self.byteCount) = (block.memory, block.byteCount)
        self.scratch = scratch
    }

    deinit {
        if let scratch {
            scratch.give(ScratchMemory.Block(memory: memory, byteCount: byteCount))
        } else {
            memory.deallocate()
        }
    }

    /// Takes bytes for whoever looks at everything before them; false where there is no room, or somebody else took them.
    func take(_ bytes: Range<Int>) -> Bool {
        bytes.upperBound <= byteCount
            && takenBytes.compareExchange(
                expected: bytes.lowerBound, desired: bytes.upperBound, ordering: .acquiringAndReleasing
            ).exchanged
    }
}

/// Memory that somebody else keeps, such as a mapped file: it stays for as long as its keeper is held.
private final class BorrowedOwner: SlabOwner, @unchecked Sendable {
    private let keeper: any AnyObject & Sendable

    init(_ keeper: any AnyObject & Sendable) { self.keeper = keeper }
}

/// An immutable run of plain values, which a column, an index and a slice of either share without copying.
///
/// This is the one type that vouches for memory being safe to share between threads: nothing writes to a slab once it is
/// made, only behind its end, and there only once (``followed(by:)``). Reading out of bounds is a mistake of the engine, never of input, and is checked in debug builds.
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
    ///
    /// - Parameters:
    ///   - spare: whether there is room for an eighth more behind it (``followed(by:)``): pages that nobody writes to take
    ///     no memory. Of small memory there is none.
    ///   - scratch: where long lists of a question have their memory from.
    @inline(__always)
    init<Failure: Error>(
        capacity: Int, spare: Bool = false, from scratch: ScratchMemory? = nil,
        initialize: (UnsafeMutablePointer<Element>) throws(Failure) -> Int
    ) throws(Failure) {
        let byteCount = capacity * MemoryLayout<Element>.stride
        let heap: HeapOwner
        if let scratch, byteCount >= ScratchMemory.smallest {
            heap = HeapOwner(byteCount: byteCount, from: scratch)
        } else {
            heap = HeapOwner(byteCount: spare && byteCount >= 1 << 20 ? byteCount + byteCount / 8 : byteCount)
        }
        let memory = heap.memory.bindMemory(to: Element.self, capacity: Swift.max(capacity, 1))
        let count = try initialize(memory)
        assert(count <= capacity)
        _ = heap.take(0..<count * MemoryLayout<Element>.stride)
        self.init(start: UnsafePointer(memory), count: count, owner: heap)
    }

    /// These elements and others behind them, in the memory of these where nothing was written behind them yet.
    ///
    /// So a column that rows are added to again and again shares its memory with what it was before.
    ///
    /// - Complexity: linear in the others; now and then all are copied to where there is room for an eighth more, so that it is
    ///   so on average.
    func followed(by others: Slab) -> Slab {
        if others.isEmpty { return self }
        let end = count + others.count
        if let heap = owner as? HeapOwner {
            let first = UnsafeRawPointer(start) - UnsafeRawPointer(heap.memory)
            let stride = MemoryLayout<Element>.stride
            if heap.take(first + count * stride..<first + end * stride) {
                let memory = UnsafeMutableRawPointer(mutating: start + count)
                memory.copyMemory(from: others.start, byteCount: others.count * stride)
                return withExtendedLifetime(others) { Slab(start: start, count: end, owner: owner) }
            }
        }
        return Slab(capacity: end + end / 8) { memory in
            memory.initialize(from: start, count: count)
            (memory + count).initialize(from: others.start, count: others.count)
            return withExtendedLifetime((self, others)) { end }
        }
    }

    init(_ elements: [Element]) {
        self.init(capacity: elements.count, spare: true) { memory in
            elements.withUnsafeBufferPointer { source in
                if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
            }
            return elements.count
        }
    }

    init() {
        self.init(
            start: UnsafePointer(bitPattern: MemoryLayout<UInt64>.alignment).unsafelyUnwrapped, count: 0, owner: nil)
    }

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
    /// Whether somebody else keeps the memory, such as a mapped file.
    var isBorrowed: Bool { owner is BorrowedOwner }

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

    /// Whether these are the same bytes as others, eight of them compared at a time.
    func hasSameBytes(as other: Slab) -> Bool {
        guard count == other.count else { return false }
        let (left, right) = (UnsafeRawPointer(start), UnsafeRawPointer(other.start))
        return withExtendedLifetime((self, other)) {
            var place = 0
            while place + 8 <= count {
                if left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                    != right.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                {
                    return false
                }
                place += 8
            }
            return (place..<count).allSatisfy { start[$0] == other.start[$0] }
        }
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

extension Slab where Element == UInt32 {
    /// What a table has at each of these numbers; `.max` stays what it is.
    func mapped(by table: Slab) -> Slab {
        Slab(capacity: count) { memory in
            for place in 0..<count { memory[place] = start[place] == .max ? .max : table[Int(start[place])] }
            return withExtendedLifetime(self) { count }
        }
    }

    /// Hands out what a table has at each number of a range of places, but where that is `.max`.
    ///
    /// - Complexity: linear, about a nanosecond a place.
    @inline(__always)
    func forEachPlace(in range: Range<Int>, mappedBy table: Slab, _ body: (_ place: Int, _ value: UInt32) -> Void) {
        for place in range {
            let number = start[place]
            if number == .max { continue }
            let value = table[Int(number)]
            if value != .max { body(place, value) }
        }
        withExtendedLifetime((self, table)) {}
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

/// Memory that grows and then becomes a slab where it is.
struct SlabBuilder<Element: BitwiseCopyable & Sendable>: ~Copyable {
    private var heap = HeapOwner(byteCount: 0)
    private var capacity = 0
    private(set) var count = 0

    init() {}

    /// - Complexity: linear in the elements, on average.
    mutating func append(contentsOf elements: [Element]) {
        if elements.isEmpty { return }
        if count + elements.count > capacity { grow(to: max(count + elements.count, 2 * capacity)) }
        elements.withUnsafeBufferPointer { elements in
            if let base = elements.baseAddress { (memory + count).initialize(from: base, count: elements.count) }
        }
        count += elements.count
    }

    /// Makes room for so many elements.
    mutating func reserve(_ least: Int) { if least > capacity { grow(to: least) } }

    consuming func finish() -> Slab<Element> { Slab(heap, count: count) }

    private var memory: UnsafeMutablePointer<Element> {
        heap.memory.bindMemory(to: Element.self, capacity: max(capacity, 1))
    }

    private mutating func grow(to room: Int) {
        let before = memory
        capacity = room
        let grown = HeapOwner(byteCount: capacity * MemoryLayout<Element>.stride)
        grown.memory.bindMemory(to: Element.self, capacity: capacity).initialize(from: before, count: count)
        heap = grown
    }
}

extension Slab {
    fileprivate init(_ heap: HeapOwner, count: Int) {
        _ = heap.take(0..<count * MemoryLayout<Element>.stride)
        self.init(
            start: UnsafePointer(heap.memory.bindMemory(to: Element.self, capacity: Swift.max(count, 1))), count: count,
            owner: heap)
    }
}

extension Array {
    /// Makes room for about so many times the elements of another one behind these; for no more than a gigabyte of them, whatever is asked.
    mutating func reserve(_ other: Array, times: Double) {
        let most = Double((1 << 30) / MemoryLayout<Element>.stride)
        reserveCapacity(count + Int(Swift.min(Double(other.count) * times, most)))
    }
}
